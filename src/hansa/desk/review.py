"""Reviewing what a page proposed: accept, reject or correct, one by one or all at once."""

from __future__ import annotations

from uuid import UUID

from django.contrib import messages
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from hansa.desk.forms import ValueForm
from hansa.desk.highlight import highlighted
from hansa.desk.permissions import DECIDE, SEE, actor, needs
from hansa.register import claims, intake
from hansa.register.changes import CHANGE_LABELS, counted
from hansa.register.claims import Accept, Statement
from hansa.register.errors import RegisterError
from hansa.register.labels import Names, claim_in_words
from hansa.register.models import Claim, Source
from hansa.register.review import needed_with, waiting
from hansa.register.vocabulary import BY_KIND, Kind

State = Claim.State


@needs(SEE)
def review(request: HttpRequest, source_id: UUID) -> HttpResponse:
    """One page's proposals by thing, and the page itself with their words marked."""
    source = get_object_or_404(Source.objects.defer("content"), pk=source_id)
    if request.method == "POST":
        return _decide(request, source)
    groups = waiting(source)
    evidence = [p.evidence for group in groups for p in group.proposals if p.evidence]
    return render(
        request,
        "desk/review.html",
        {
            "source": source,
            "groups": groups,
            "count": sum(len(group.proposals) for group in groups),
            "changes": [(CHANGE_LABELS[change], count) for change, count in counted(groups).items()],
            "text": highlighted(source.text, evidence),
            "may_decide": request.user.has_perm(DECIDE),
        },
    )


@needs(DECIDE)
def _decide(request: HttpRequest, source: Source) -> HttpResponse:
    """Accept or reject what was chosen: the button names all, one claim, or those that are ticked."""
    action, _colon, which = request.POST.get("action", "").partition(":")
    shown = {p.claim.id: p for group in waiting(source) for p in group.proposals}
    try:
        chosen = _chosen(request, which, {id_ for id_, p in shown.items() if not p.is_question})
        if action not in ("accept", "reject") or not chosen:
            messages.warning(request, _("Nothing was chosen. Tick the claims first."))
            return redirect("desk_review", source.pk)
        if missing := [id_ for id_ in chosen if id_ not in shown]:
            messages.warning(
                request,
                ngettext(
                    "%d of the claims was decided on meanwhile; look again.",
                    "%d of the claims were decided on meanwhile; look again.",
                    len(missing),
                )
                % len(missing),
            )
            return redirect("desk_review", source.pk)
        picked = [shown[id_].claim for id_ in chosen]
        _apply(request, action, picked)
        if any(shown[id_].is_question for id_ in chosen):
            intake.read_again(source)
    except RegisterError as error:
        messages.error(request, str(error))
    return redirect("desk_review", source.pk)


def _chosen(request: HttpRequest, which: str, all_but_questions: set[UUID]) -> list[UUID]:
    """The claims meant by the button: one, those ticked, or all that are no questions."""
    if which == "all":
        return list(all_but_questions)
    asked = [which] if which not in ("", "ticked") else request.POST.getlist("claim")
    ids = []
    for text in asked:
        try:
            ids.append(UUID(text))
        except ValueError:
            continue
    return ids


def _apply(request: HttpRequest, action: str, picked: list[Claim]) -> None:
    note = request.POST.get("note", "").strip()[:2000]
    if action == "reject":
        claims.decide(actor(request), reject=[claim.id for claim in picked], note=note)
        count = len(picked)
        said = ngettext("%d claim was rejected.", "%d claims were rejected.", count) % count
    else:
        also = needed_with(picked)
        accept = [Accept(claim.id, _seen_standing(request, claim)) for claim in [*picked, *also]]
        claims.decide(actor(request), accept=accept, note=note)
        count = len(accept)
        said = ngettext("%d claim was accepted.", "%d claims were accepted.", count) % count
        if also:
            said += " " + ngettext(
                "%d of them was needed for the others.", "%d of them were needed for the others.", len(also)
            ) % len(also)
    messages.success(request, said)


def _seen_standing(request: HttpRequest, claim: Claim) -> UUID | None:
    """The claim that the page showed as standing in the place of this one."""
    shown = request.POST.get(f"standing-{claim.id}", "")
    try:
        return UUID(shown) if shown else None
    except ValueError:
        return None


@needs(DECIDE)
def edit(request: HttpRequest, claim_id: UUID) -> HttpResponse:
    """Correct a proposal: the corrected value is accepted as the keeper's word, the proposal is rejected."""
    claim = get_object_or_404(Claim.objects.prefetch_related("evidence__source"), pk=claim_id)
    evidence = claim.evidence.first()
    back = redirect("desk_review", evidence.source_id) if evidence else redirect("desk")
    if claim.state != State.PROPOSED:
        messages.warning(request, _("That claim was decided on already."))
        return back
    prop = BY_KIND[Kind(claim.kind)][claim.property]
    standing = Claim.objects.filter(
        subject=claim.subject, property=claim.property, slot=claim.slot, state=State.ACCEPTED
    ).first()
    form = ValueForm(
        prop,
        request.POST or None,
        initial={"value": claim.value, "standing": standing.id if standing else ""},
    )
    if request.method == "POST" and form.is_valid():
        try:
            _correct(request, claim, form)
        except RegisterError as error:
            form.add_error(None, str(error))
        else:
            messages.success(request, _("The corrected value was accepted."))
            return back
    names = Names([claim.subject, *([claim.reference] if claim.reference else [])])
    return render(
        request,
        "desk/edit.html",
        {
            "claim": claim,
            "property": prop,
            "form": form,
            "about": names.of(claim.subject),
            "read": claim_in_words(claim, names),
            "standing": claim_in_words(standing, names) if standing else "",
            "evidence": evidence,
        },
    )


@transaction.atomic
def _correct(request: HttpRequest, claim: Claim, form: ValueForm) -> None:
    statement = Statement(
        Kind(claim.kind), claim.subject, claim.property, form.cleaned_data["value"], language=claim.language
    )
    made = claims.propose(claims.word_of(actor(request)), [statement])
    corrected = [*made.new, *made.known][0]
    if corrected.id == claim.id:  # nothing was corrected: accept it as it is
        also = needed_with([claim])
        chosen, rejected = [claim, *also], []
    else:
        also = [other for other in needed_with([corrected]) if other.id != claim.id]
        chosen, rejected = [corrected, *also], [claim.id]
    seen = form.cleaned_data["standing"]
    accept = [Accept(c.id, seen if c.id == corrected.id else None) for c in chosen if c.state == State.PROPOSED]
    claims.decide(actor(request), accept=accept, reject=rejected, note=form.cleaned_data["note"])
