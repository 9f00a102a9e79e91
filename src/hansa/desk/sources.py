"""A source as it was read, kept whole, with the words that gave claims."""

from __future__ import annotations

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render

from hansa.desk.highlight import highlighted
from hansa.desk.permissions import SEE, needs
from hansa.register.models import Evidence, Source


@needs(SEE)
def source(request: HttpRequest, source_id: UUID) -> HttpResponse:
    shown = get_object_or_404(Source.objects.defer("content"), pk=source_id)
    evidence = Evidence.objects.filter(source=shown).order_by("start")
    return render(
        request,
        "desk/source.html",
        {"source": shown, "text": highlighted(shown.text, evidence), "count": evidence.count()},
    )
