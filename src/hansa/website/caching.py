"""Public pages, and the directory that most are made from, are kept until something makes them old.

What makes them old is a decision, a reading, or a new day: all three are in the key, so nothing is ever taken back.
Each process keeps its own, and there is an end to how much.
"""

from __future__ import annotations

import hashlib
from collections import OrderedDict
from collections.abc import Callable
from functools import wraps
from threading import Lock
from typing import Any, TypeVar

from django.conf import settings
from django.http import HttpRequest, HttpResponse, QueryDict
from django.utils.cache import get_conditional_response
from django.utils.translation import get_language

from hansa.register import clock, queries
from hansa.register.asof import Register
from hansa.register.queries import Entry

MOST_PAGES = 500
MOST_DIRECTORIES = 40
PARAMETERS = ("q", "scope", "topic", "role", "unit", "view", "page", "datum", "date")
LONGEST_ADDRESS = 300  # characters; a longer one is answered, and not kept
Kept = TypeVar("Kept")
Key = tuple[Any, ...]
View = Callable[..., HttpResponse]
_pages: OrderedDict[Key, HttpResponse] = OrderedDict()
_directories: OrderedDict[Key, list[Entry]] = OrderedDict()
_lock = Lock()


def directory(register: Register, whose: Any) -> list[Entry]:
    """`queries.directory`, kept. The list is the caller's own; the entries are shared, and not to be changed."""
    key = (*_moment(), register.day, whose.id)
    entries = _found(_directories, key)
    if entries is None:
        entries = queries.directory(register, whose)
        _keep(_directories, key, entries, MOST_DIRECTORIES)
    return list(entries)


def _moment() -> Key:
    """As long as this is the same, so is all that is public."""
    return (settings.DATABASES["default"]["NAME"], queries.edition(), clock.today())


def kept(view: View) -> View:
    """Keep what a view answers to GET; the answer must depend on the address and the register alone."""

    @wraps(view)
    def answer(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        if request.method not in ("GET", "HEAD"):
            return HttpResponse(status=405, headers={"Allow": "GET, HEAD"})
        request.GET = _meant(request.GET)  # type: ignore[assignment]
        address = f"{request.path}?{request.GET.urlencode()}"
        key = (
            *_moment(),
            get_language(),
            address,
            bool(request.headers.get("HX-Request")),
            bool(request.headers.get("HX-History-Restore-Request")),
        )
        page = _found(_pages, key) or _rendered(view(request, *args, **kwargs), key, address)
        if page.status_code != 200:
            return page
        copy = HttpResponse(page.content, headers=dict(page.items()))
        return get_conditional_response(request, etag=page["ETag"], response=copy) or copy

    return answer


def _meant(query: QueryDict) -> QueryDict:
    """The parameters that some page knows; others, such as a newsletter's, make no page of their own."""
    meant = QueryDict(mutable=True)
    for name in PARAMETERS:
        if name in query:
            meant[name] = str(query[name])
    return meant


def _rendered(page: HttpResponse, key: Key, address: str) -> HttpResponse:
    page["Cache-Control"] = "no-cache"
    page["Vary"] = "HX-Request"
    if page.status_code == 200:
        page["ETag"] = f'"{hashlib.sha256(page.content).hexdigest()[:32]}"'
        if len(address) <= LONGEST_ADDRESS:
            _keep(_pages, key, page, MOST_PAGES)
    return page


def _found(kept: OrderedDict[Key, Kept], key: Key) -> Kept | None:
    with _lock:
        if key in kept:
            kept.move_to_end(key)
        return kept.get(key)


def _keep(kept: OrderedDict[Key, Kept], key: Key, what: Kept, most: int) -> None:
    with _lock:
        kept[key] = what
        while len(kept) > most:
            kept.popitem(last=False)


def forget() -> None:
    """Forget everything that is kept."""
    with _lock:
        _pages.clear()
        _directories.clear()
