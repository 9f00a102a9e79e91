"""The page for an address that leads nowhere."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _

from hansa.register import queries
from hansa.website import caching, page

MOST = 5


def not_found(request: HttpRequest, exception: Exception) -> HttpResponse:
    """What happened, and where to go: organisations that the address reminds of, and the search."""
    why = exception.args[0] if exception.args and isinstance(exception.args[0], str) else ""
    asked = page.asked_register(request)
    whose = queries.authority(asked.register)
    words = request.path.rstrip("/").rpartition("/")[2].replace("-", " ")[:60]
    near = queries.matching(caching.directory(asked.register, whose), words) if whose and words else []
    context = {
        "authority": whose,
        "why": why or _("The page may have moved, or the address may be misspelled."),
        "near": near[:MOST],
    }
    return page.shown(request, "404.html", asked, context, status=404)
