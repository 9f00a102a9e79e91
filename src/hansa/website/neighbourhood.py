"""Organisations in the neighbourhood: those whose geography is the Nordic countries or the neighbours'."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.utils.translation import get_language

from hansa.register import queries
from hansa.website import caching, page
from hansa.website.caching import kept
from hansa.website.texts import best, several, sort_key

NEAR = ("neighbourhood", "nordic")


@kept
def neighbourhood(request: HttpRequest) -> HttpResponse:
    asked = page.asked_register(request)
    whose = queries.authority(asked.register)
    entries = caching.directory(asked.register, whose) if whose else []
    near = [entry for entry in entries if entry.organisation.scope in NEAR]
    near.sort(key=lambda entry: sort_key(best(entry.organisation.name)[0]))
    links = [link for link in several(whose.links, get_language()) if link.get("url")] if whose else []
    return page.shown(
        request, "website/neighbourhood.html", asked, {"authority": whose, "entries": near, "links": links}
    )
