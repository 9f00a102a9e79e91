"""The desk's first page: what waits, and what was decided lately."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from hansa.desk.permissions import SEE, needs
from hansa.register.models import Decision, Source
from hansa.register.review import waiting_sources

LATEST = 10


@needs(SEE)
def overview(request: HttpRequest) -> HttpResponse:
    waiting = waiting_sources()
    read = Source.objects.filter(kind__in=[Source.Kind.PAGE, Source.Kind.FILE]).defer("content", "text")
    return render(
        request,
        "desk/overview.html",
        {
            "waiting": waiting,
            "count": sum(source.waiting for source in waiting),  # type: ignore[attr-defined]
            "sources": read.order_by("-last_read_at")[:LATEST],
            "decisions": Decision.objects.order_by("-number")[:LATEST],
        },
    )
