"""An organisation's page."""

from __future__ import annotations

from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from hansa.register import clock, queries
from hansa.register.labels import Names, claim_in_words
from hansa.register.models import Membership, Organisation
from hansa.register.queries import Facts
from hansa.register.values import is_over
from hansa.register.vocabulary import FIGURES, Kind
from hansa.website import page
from hansa.website.caching import kept
from hansa.website.texts import best, sort_key

A_PAGE = 20


@kept
def organisation(request: HttpRequest, slug: str) -> HttpResponse:
    asked = page.asked_register(request)
    register, day = asked.register, asked.day or clock.today()
    shown = queries.by_slug(register, Organisation, slug)
    whose = queries.authority(register)
    if shown is None or whose is None:
        if now := queries.moved(Kind.ORGANISATION, slug):
            return redirect("organisation", now, permanent=True)
        if asked.day and queries.by_slug(queries.Register(), Organisation, slug):
            raise Http404(_("The organisation was not in the register on that day."))
        raise Http404(_("There is no organisation at that address."))
    entries = queries.directory(register, whose)
    memberships = [m for m in register.find(Membership, organisation=shown.id) if m.authority_id == whose.id]
    membership = next((m for m in memberships if not is_over(m.until, day)), None)
    former = next((m for m in memberships if is_over(m.until, day)), None)
    contacts = queries.asked(register, [membership], day).get(membership.id, []) if membership else []
    offices = queries.offices_of(register, whose.id, day).get(shown.id, [])
    about = [shown.id, *([membership.id] if membership else []), *(o.appointment.id for o in offices)]
    facts = Facts(register, [*about, *(a.contact.id for a in contacts)])
    for office in offices:
        role = facts.of(office.appointment.id, "role")
        office.held_on = role.checked if role else None
    parents = register.find(Organisation, ids=[shown.parent_id]) if shown.parent_id else []
    parts = register.find(Organisation, parent=shown.id)
    parts.sort(key=lambda part: sort_key(best(part.name)[0]))
    changes = Paginator(queries.history(register, about), A_PAGE).get_page(request.GET.get("page"))
    names = Names([ref for c in changes for ref in (c.claim.reference, c.before and c.before.reference) if ref])
    language = get_language() or "sv"
    return page.shown(
        request,
        "website/organisation.html",
        asked,
        {
            "authority": whose,
            "organisation": shown,
            "membership": membership,
            "former": former,
            "current": [office for office in offices if not office.ended],
            "ended": [office for office in offices if office.ended],
            "contacts": contacts,
            "parent": parents[0] if parents else None,
            "parts": parts,
            "related": queries.related(register, entries, shown),
            "figures": [
                {"fact": fact, "old": fact.is_old(day)} for kind in FIGURES if (fact := facts.of(shown.id, kind))
            ],
            "marks": {
                name: facts.of(shown.id, name, language) for name in ("summary", "website", "founded", "parent", "seat")
            },
            "member_marks": {
                name: facts.of(membership.id, name)
                for name in ("organisation", "kind", "since", "fee", "committee", "purpose")
            }
            if membership
            else {},
            "office_marks": {o.appointment.id: facts.of(o.appointment.id, "role") for o in offices},
            "committee": _committee(register, membership),
            "checked": facts.checked(),
            "changes": changes,
            "rows": [
                {
                    "change": change,
                    "value": claim_in_words(change.claim, names),
                    "before": claim_in_words(change.before, names) if change.before else "",
                }
                for change in changes
            ],
        },
    )


def _committee(register: queries.Register, membership: Membership | None) -> object:
    if membership is None or not membership.committee_id:
        return None
    found = register.find(queries.Unit, ids=[membership.committee_id])
    return found[0] if found else None
