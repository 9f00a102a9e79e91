"""About the register, and the accessibility statement."""

from __future__ import annotations

from datetime import date

from django.http import HttpRequest, HttpResponse

from hansa.register import queries
from hansa.register.models import Claim, Decision, Source
from hansa.website import caching, page
from hansa.website.caching import kept

ASSESSED = date(2026, 11, 23)  # when the accessibility of the pages was last gone through as a whole


@kept
def about(request: HttpRequest) -> HttpResponse:
    asked = page.asked_register(request)
    whose = queries.authority(asked.register)
    context = {
        "authority": whose,
        "organisations": len(caching.directory(asked.register, whose)) if whose else 0,
        "claims": Claim.objects.filter(state=Claim.State.ACCEPTED).count(),
        "sources": Source.objects.filter(kind__in=[Source.Kind.PAGE, Source.Kind.FILE])
        .defer("content", "text")
        .order_by("-last_read_at")[:20],
        "latest": Decision.objects.order_by("-number").first(),
    }
    return page.shown(request, "website/about.html", asked, context)


@kept
def accessibility(request: HttpRequest) -> HttpResponse:
    return page.shown(request, "website/accessibility.html", page.asked_register(request), {"assessed": ASSESSED})
