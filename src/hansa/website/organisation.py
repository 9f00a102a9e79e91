"""An organisation's page."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any
from uuid import UUID

from django.core.paginator import Page, Paginator
from django.http import Http404, HttpRequest, HttpResponse, HttpResponsePermanentRedirect
from django.urls import reverse
from django.utils.translation import gettext as _

from hansa.register import clock, queries
from hansa.register.asof import Register
from hansa.register.labels import Names, claim_in_words
from hansa.register.models import Decision, Membership, Organisation, Unit
from hansa.register.queries import Change, Fact, Facts
from hansa.register.values import Type, last_day
from hansa.register.vocabulary import FIGURES, Kind
from hansa.website import caching, page
from hansa.website.caching import kept
from hansa.website.texts import best, sort_key

A_PAGE = 20  # changes
MARKED = ("summary", "website", "founded", "parent", "seat", "scope", "topics")
MEMBERSHIP_MARKED = ("organisation", "kind", "since", "fee", "committee", "purpose", "decision", "notice")


@dataclass(slots=True)
class Happening:
    """What one decision did: values that took the place of others, and values that were added."""

    decision: Decision
    changed: list[dict[str, Any]] = field(default_factory=list)
    added: list[dict[str, Any]] = field(default_factory=list)


@kept
def organisation(request: HttpRequest, slug: str) -> HttpResponse:
    asked = page.asked_register(request)
    register, day = asked.register, asked.day or clock.today()
    shown = queries.at_address(register, slug)
    whose = queries.authority(register)
    if shown is None or whose is None:
        return _elsewhere(request, slug, asked)
    entries = caching.directory(register, whose)
    entry = next((e for e in entries if e.organisation.id == shown.id), None)
    membership = entry.membership if entry else None
    offices = queries.offices_of(register, whose.id, day).get(shown.id, [])
    about = [shown.id, *([membership.id] if membership else []), *(o.appointment.id for o in offices)]
    contacts = entry.contacts if entry else []
    facts = Facts(register, [*about, *(a.contact.id for a in contacts)])
    for office in offices:
        role = facts.of(office.appointment.id, "role")
        office.held_on = role.checked if role else None
    parts = sorted(register.find(Organisation, parent=shown.id), key=lambda part: sort_key(best(part.name)[0]))
    changes = Paginator(queries.history(register, about), A_PAGE).get_page(request.GET.get("page"))
    return page.shown(
        request,
        "website/organisation.html",
        asked,
        {
            "authority": whose,
            "organisation": shown,
            "membership": membership,
            "former": None if membership else _former(register, whose, shown),
            "current": [office for office in offices if not office.ended],
            "ended": [office for office in offices if office.ended],
            "contacts": contacts,
            "parent": _one(register, Organisation, shown.parent_id),
            "committee": _one(register, Unit, membership.committee_id if membership else None),
            "parts": parts,
            "related": queries.related(entries, shown),
            "figures": [
                {"fact": fact, "old": fact.is_old(day)} for kind in FIGURES if (fact := facts.of(shown.id, kind))
            ],
            "marks": _marks(facts, shown, MARKED),
            "member_marks": _marks(facts, membership, MEMBERSHIP_MARKED),
            "office_marks": {o.appointment.id: facts.of(o.appointment.id, "role") for o in offices if not o.unnamed},
            "checked": facts.checked(),
            "changes": changes,
            "happenings": _happenings(changes),
        },
    )


def _elsewhere(request: HttpRequest, slug: str, asked: page.Asked) -> HttpResponse:
    """Where an organisation that is not at an address has gone. Raises Http404 where nobody knows."""
    if now := queries.moved(Kind.ORGANISATION, slug):
        query = request.GET.urlencode()
        return HttpResponsePermanentRedirect(reverse("organisation", args=[now]) + (f"?{query}" if query else ""))
    if asked.day and queries.at_address(Register(), slug):
        raise Http404(_("The organisation was not in the register on that day."))
    raise Http404(_("There is no organisation at that address."))


def _former(register: Register, whose: Organisation, shown: Organisation) -> Membership | None:
    """The membership that the authority had before, the latest to end."""
    had = [m for m in register.find(Membership, authority=whose.id) if m.organisation_id == shown.id and m.until]
    return max(had, key=lambda m: last_day(m.until.rpartition("/")[2] or m.until.partition("/")[0]), default=None)


def _one(register: Register, table: type[Any], subject: UUID | None) -> Any:
    found = register.find(table, ids=[subject]) if subject else []
    return found[0] if found else None


def _marks(facts: Facts, thing: Any, names: tuple[str, ...]) -> dict[str, Fact | None]:
    """The fact behind each value that is shown of a thing, in the language that it is shown in."""
    if thing is None:
        return {}
    marks = {}
    for name in names:
        value = getattr(thing, name, None)
        marks[name] = facts.of(thing.id, name, best(value)[1] if isinstance(value, dict) else "")
    return marks


def _happenings(changes: Page[Change]) -> list[Happening]:
    """One page of the history, by decision."""
    claims = [claim for change in changes for claim in (change.claim, change.before) if claim]
    names = Names(claim.reference for claim in claims if claim.reference)
    made: dict[int, Happening] = {}
    for change in changes:
        happening = made.setdefault(change.decision.number, Happening(change.decision))
        long = change.property.type in (Type.TEXT, Type.LINK)
        row = {
            "label": change.property.label,
            "language": change.claim.language,
            "value": claim_in_words(change.claim, names),
            "before": claim_in_words(change.before, names) if change.before else "",
            "long": long,
        }
        (happening.changed if change.before else happening.added).append(row)
    return list(made.values())
