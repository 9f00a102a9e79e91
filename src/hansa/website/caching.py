"""Public pages are kept as they were rendered, until a decision, a reading or a new day makes them old."""

from __future__ import annotations

import hashlib
from collections import OrderedDict
from collections.abc import Callable
from functools import wraps
from threading import Lock
from typing import Any

from django.conf import settings
from django.http import HttpRequest, HttpResponse, HttpResponseNotModified
from django.utils.translation import get_language

from hansa.register import clock
from hansa.register.asof import version
from hansa.register.models import Source

MOST_PAGES = 2000
LONGEST_QUERY = 300
_pages: OrderedDict[tuple[Any, ...], HttpResponse] = OrderedDict()
_lock = Lock()
View = Callable[..., HttpResponse]


def kept(view: View) -> View:
    """Keep what a view answers to GET; the answer must depend on the address and the register alone."""

    @wraps(view)
    def answer(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        if request.method not in ("GET", "HEAD"):
            return view(request, *args, **kwargs)
        newest = Source.objects.order_by("-last_read_at").values_list("last_read_at", flat=True).first()
        key = (
            settings.DATABASES["default"]["NAME"],
            version(),
            newest,
            clock.today(),
            get_language(),
            request.get_full_path(),
            bool(getattr(request, "htmx", False)),
        )
        with _lock:
            page = _pages.get(key)
            if page is not None:
                _pages.move_to_end(key)
        if page is None:
            page = view(request, *args, **kwargs)
            page["ETag"] = f'"{hashlib.sha256(page.content).hexdigest()[:32]}"'
            page["Cache-Control"] = "no-cache"
            page["Vary"] = "HX-Request"
            if page.status_code == 200 and len(request.META.get("QUERY_STRING", "")) <= LONGEST_QUERY:
                _keep(key, page)
        if request.headers.get("If-None-Match") == page["ETag"]:
            return HttpResponseNotModified(headers={"ETag": page["ETag"], "Cache-Control": "no-cache"})
        copy = HttpResponse(page.content, status=page.status_code, headers=dict(page.items()))
        return copy

    return answer


def _keep(key: tuple[Any, ...], page: HttpResponse) -> None:
    with _lock:
        _pages[key] = page
        while len(_pages) > MOST_PAGES:
            _pages.popitem(last=False)


def forget() -> None:
    """Forget every page that is kept."""
    with _lock:
        _pages.clear()
