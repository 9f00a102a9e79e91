"""What every test shares: hypothesis' profiles, a database that other processes can open, clean page caches."""

from __future__ import annotations

from collections.abc import Generator, Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import settings

from tests import machine

settings.register_profile("ci", deadline=None, derandomize=True, print_blob=True)
settings.register_profile("dev", deadline=None)
settings.load_profile("ci" if machine.CI else "dev")


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport() -> Generator[None, pytest.TestReport, pytest.TestReport]:
    """Where CI=true nothing is skipped: what a test misses there is a failure."""
    report = yield
    if machine.CI and report.skipped and not hasattr(report, "wasxfail"):
        report.outcome = "failed"
    return report


@pytest.fixture(scope="session")
def chromium() -> str:
    """The path of Chromium, for Playwright's executable_path."""
    path = machine.chromium()
    if path is None:
        (pytest.fail if machine.CI else pytest.skip)("Chromium is not installed; `make test` installs it as root.")
    return path


@pytest.fixture(scope="session")
def django_db_modify_db_settings(
    tmp_path_factory: pytest.TempPathFactory, django_db_modify_db_settings_parallel_suffix: None
) -> None:
    """SQLite in a file rather than in memory, so that several processes can share it."""
    from django.conf import settings as django_settings
    from django.db import connections

    for database in (django_settings.DATABASES["default"], connections["default"].settings_dict):
        if "sqlite" in database["ENGINE"]:
            folder = tmp_path_factory.mktemp("database")
            database.setdefault("TEST", {})["NAME"] = str(folder / "test.sqlite3")


@pytest.fixture(autouse=True)
def own_folders(tmp_path: Path, settings: Any) -> Iterator[None]:
    """Mail goes to memory, static files need no manifest, and no page is kept from another test."""
    from hansa.website import caching

    settings.STATIC_ROOT = tmp_path
    settings.STORAGES = {
        **settings.STORAGES,
        "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
    }
    caching.forget()
    yield
    caching.forget()


@pytest.fixture(autouse=True)
def own_language() -> Iterator[None]:
    """No page in English leaves its language to the next test: Django's client does not."""
    from django.utils import translation

    yield
    translation.deactivate()
