"""Who represents the authority: politicians and officials with international assignments."""

from __future__ import annotations

from itertools import groupby
from typing import Any

from django.http import HttpRequest, HttpResponse

from hansa.register import clock, queries
from hansa.register.models import Organisation
from hansa.register.queries import Office
from hansa.website import page
from hansa.website.caching import kept
from hansa.website.texts import best, sort_key


@kept
def appointments(request: HttpRequest) -> HttpResponse:
    asked = page.asked_register(request)
    whose = queries.authority(asked.register)
    by_organisation = queries.offices_of(asked.register, whose.id, asked.day or clock.today()) if whose else {}
    organisations = {o.id: o for o in asked.register.find(Organisation, ids=by_organisation)}
    offices: list[Office] = []
    for subject, held in by_organisation.items():
        for office in held:
            office.organisation = organisations.get(subject)
            if office.organisation is not None:
                offices.append(office)
    facts = queries.Facts(asked.register, [o.appointment.id for o in offices])
    for office in offices:
        role = facts.of(office.appointment.id, "role")
        office.held_on = role.checked if role else None
    current = [o for o in offices if not o.ended]
    return page.shown(
        request,
        "website/appointments.html",
        asked,
        {
            "authority": whose,
            "by_organisation": _grouped(current, _organisation_key),
            "by_party": _grouped([o for o in current if o.person and o.person.party], _party_key),
            "ended": sorted([o for o in offices if o.ended], key=_organisation_key),
        },
    )


def _organisation_key(office: Office) -> tuple[str, str]:
    return sort_key(best(office.organisation.name)[0]) if office.organisation else ("", "")


def _party_key(office: Office) -> tuple[str, str]:
    return sort_key(office.person.party if office.person else "")


def _grouped(offices: list[Office], key: Any) -> list[list[Office]]:
    return [list(same) for _key, same in groupby(sorted(offices, key=key), key=key)]
