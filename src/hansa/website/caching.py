"""Public pages are kept as they were rendered, until a decision, a reading or a new day makes them old."""

from __future__ import annotations

import hashlib
from collections import OrderedDict
from collections.abc import Callable
from functools import wraps
from threading import Lock
from typing import Any

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.utils.cache import get_conditional_response
from django.utils.translation import get_language

from hansa.register import clock, queries

MOST_PAGES = 2000
LONGEST_QUERY = 300  # characters; a longer one is answered, and not kept
_pages: OrderedDict[tuple[Any, ...], HttpResponse] = OrderedDict()
_lock = Lock()
View = Callable[..., HttpResponse]


def kept(view: View) -> View:
    """Keep what a view answers to GET; the answer must depend on the address and the register alone."""

    @wraps(view)
    def answer(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        if request.method not in ("GET", "HEAD"):
            return HttpResponse(status=405, headers={"Allow": "GET, HEAD"})
        key = (
            settings.DATABASES["default"]["NAME"],
            queries.edition(),
            clock.today(),
            get_language(),
            request.get_full_path(),
            bool(request.headers.get("HX-Request")),
            bool(request.headers.get("HX-History-Restore-Request")),
        )
        page = _found(key) or _rendered(view(request, *args, **kwargs), key)
        if page.status_code != 200:
            return page
        copy = HttpResponse(page.content, headers=dict(page.items()))
        return get_conditional_response(request, etag=page["ETag"], response=copy) or copy

    return answer


def _rendered(page: HttpResponse, key: tuple[Any, ...]) -> HttpResponse:
    page["Cache-Control"] = "no-cache"
    page["Vary"] = "HX-Request"
    if page.status_code == 200:
        page["ETag"] = f'"{hashlib.sha256(page.content).hexdigest()[:32]}"'
        _keep(key, page)
    return page


def _found(key: tuple[Any, ...]) -> HttpResponse | None:
    with _lock:
        page = _pages.get(key)
        if page is not None:
            _pages.move_to_end(key)
        return page


def _keep(key: tuple[Any, ...], page: HttpResponse) -> None:
    if len(key[4]) > LONGEST_QUERY:
        return
    with _lock:
        _pages[key] = page
        while len(_pages) > MOST_PAGES:
            _pages.popitem(last=False)


def forget() -> None:
    """Forget every page that is kept."""
    with _lock:
        _pages.clear()
