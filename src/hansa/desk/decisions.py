"""What was decided, by whom and when; any decision can be undone by a new one."""

from __future__ import annotations

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from hansa.desk.permissions import DECIDE, SEE, actor, needs
from hansa.register import undoing
from hansa.register.errors import RegisterError
from hansa.register.labels import Names, claim_in_words
from hansa.register.models import Claim, Decision
from hansa.register.vocabulary import BY_KIND, Kind

A_PAGE = 50
MOST_SHOWN = 500


@needs(SEE)
def decisions(request: HttpRequest) -> HttpResponse:
    made = Decision.objects.select_related("undoes").prefetch_related("undone_by").order_by("-number")
    page = Paginator(made, A_PAGE).get_page(request.GET.get("page"))
    return render(request, "desk/decisions.html", {"page": page, "may_decide": request.user.has_perm(DECIDE)})


@needs(SEE)
def decision(request: HttpRequest, number: int) -> HttpResponse:
    shown = get_object_or_404(Decision, pk=number)
    touched = list((shown.accepted.all() | shown.ended.all()).order_by("kind", "subject", "id")[:MOST_SHOWN])
    names = Names([*(c.subject for c in touched), *(c.reference for c in touched if c.reference)])
    rows = [
        {
            "about": names.of(claim.subject),
            "property": BY_KIND[Kind(claim.kind)][claim.property].label,
            "value": claim_in_words(claim, names),
            "what": _what(claim, number),
        }
        for claim in touched
    ]
    return render(
        request,
        "desk/decision.html",
        {
            "decision": shown,
            "rows": rows,
            "more": shown.accepted.count() + shown.ended.count() > MOST_SHOWN,
            "undone": shown.undone_by.first(),
            "may_undo": request.user.has_perm(DECIDE) and shown.kind != Decision.Kind.ERASE,
        },
    )


def _what(claim: Claim, number: int) -> str:
    if claim.accepted_in_id == number:
        return _("accepted")
    return {
        Claim.State.REJECTED.value: _("rejected"),
        Claim.State.SUPERSEDED.value: _("replaced"),
        Claim.State.WITHDRAWN.value: _("withdrawn"),
    }.get(claim.state, "")


@require_POST
@needs(DECIDE)
def undo(request: HttpRequest, number: int) -> HttpResponse:
    try:
        made = undoing.undo(number, actor(request), note=request.POST.get("note", "").strip()[:2000])
    except RegisterError as error:
        messages.error(request, str(error))
        return redirect("desk_decision", number)
    messages.success(request, _("Decision %d was undone.") % number)
    return redirect("desk_decision", made.number)
