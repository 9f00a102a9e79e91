"""One Chromium for all browser tests; a fresh context (no cookies, no cache) for each that asks."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from django.conf import settings as django_settings
from playwright.sync_api import Browser, BrowserContext, sync_playwright

from tests.machine import chromium

os.environ.setdefault("DJANGO_ALLOW_ASYNC_UNSAFE", "true")  # Playwright's loop runs in the thread of the tests

Contexts = Callable[..., BrowserContext]


@pytest.fixture(scope="session", autouse=True)
def static_folder(tmp_path_factory: pytest.TempPathFactory) -> None:
    """The live server starts once: it has a static folder then, which the settings of each test come after."""
    django_settings.STATIC_ROOT = tmp_path_factory.mktemp("static")


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    path = chromium()
    if path is None:
        if os.environ.get("CI") == "true":
            pytest.fail("No Chromium was found. Install it: apt-get install chromium")
        pytest.skip("no Chromium on this machine")
    arguments = ["--disable-background-networking", *(["--no-sandbox"] if os.geteuid() == 0 else [])]
    with sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=path, args=arguments)
        yield started
        started.close()


@pytest.fixture
def contexts(browser: Browser, live_server: Any) -> Iterator[Contexts]:
    """Makes contexts whose pages open addresses of the live server, and closes them."""
    made: list[BrowserContext] = []

    def context(**options: Any) -> BrowserContext:
        options.setdefault("viewport", {"width": 1280, "height": 900})
        options.setdefault("locale", "sv-SE")
        made.append(browser.new_context(base_url=live_server.url, **options))
        made[-1].set_default_timeout(8000)
        return made[-1]

    yield context
    for one in made:
        one.close()
