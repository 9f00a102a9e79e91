"""About the register, the accessibility statement, and the authority's accent colour."""

from __future__ import annotations

import re

from django.conf import settings
from django.http import HttpRequest, HttpResponse

from hansa.register import queries
from hansa.register.models import Claim, Decision, Source
from hansa.website import page
from hansa.website.caching import kept

_COLOUR = re.compile(r"#[0-9a-fA-F]{6}")


@kept
def about(request: HttpRequest) -> HttpResponse:
    asked = page.asked_register(request)
    whose = queries.authority(asked.register)
    context = {
        "authority": whose,
        "organisations": len(queries.directory(asked.register, whose)) if whose else 0,
        "claims": Claim.objects.filter(state=Claim.State.ACCEPTED).count(),
        "sources": Source.objects.filter(kind__in=[Source.Kind.PAGE, Source.Kind.FILE])
        .defer("content", "text")
        .order_by("-last_read_at")[:20],
        "latest": Decision.objects.order_by("-number").first(),
    }
    return page.shown(request, "website/about.html", asked, context)


@kept
def accessibility(request: HttpRequest) -> HttpResponse:
    return page.shown(request, "website/accessibility.html", page.asked_register(request), {})


def accent(request: HttpRequest) -> HttpResponse:
    """The accent colour of the settings as a style sheet: light and dark are both made from it."""
    colour = settings.HANSA_ACCENT if _COLOUR.fullmatch(settings.HANSA_ACCENT) else ""
    css = f":root{{--brand:{colour}}}" if colour else ""
    return HttpResponse(css, content_type="text/css", headers={"Cache-Control": "public, max-age=3600"})
