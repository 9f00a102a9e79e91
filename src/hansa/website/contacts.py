"""Contacts, by unit and by person."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse

from hansa.register import queries
from hansa.register.queries import Whom
from hansa.website import caching, page
from hansa.website.caching import kept
from hansa.website.texts import best, sort_key


@kept
def contacts(request: HttpRequest) -> HttpResponse:
    asked = page.asked_register(request)
    whose = queries.authority(asked.register)
    entries = caching.directory(asked.register, whose) if whose else []
    by_unit: dict[str, dict[str, Any]] = {}
    by_person: dict[str, dict[str, Any]] = {}
    for entry in sorted(entries, key=lambda e: sort_key(best(e.organisation.name)[0])):
        for who in entry.contacts:
            unit = by_unit.setdefault(str(who.unit.id) if who.unit else "", {"unit": who.unit, "people": {}})
            rows = unit["people"].setdefault(str(who.person.id) if who.person else "", {"who": who, "for": []})
            rows["for"].append(entry)
            if who.person:
                person = by_person.setdefault(str(who.person.id), {"who": who, "for": [], "units": {}})
                person["for"].append(entry)
                if who.unit:
                    person["units"][who.unit.id] = who.unit
    units = sorted(by_unit.values(), key=lambda u: (u["unit"] is None, sort_key(_name(u["unit"]))))
    for unit in units:
        unit["people"] = sorted(unit["people"].values(), key=lambda p: _person_key(p["who"]))
    people = sorted(by_person.values(), key=lambda p: _person_key(p["who"]))
    return page.shown(request, "website/contacts.html", asked, {"authority": whose, "units": units, "people": people})


def _name(unit: Any) -> str:
    return best(unit.name)[0] if unit else ""


def _person_key(who: Whom) -> tuple[Any, ...]:
    """By family name, as lists of people are; units first."""
    if who.person is None:
        return (0, ())
    first, _space, last = who.person.name.rpartition(" ")
    return (1, sort_key(last), sort_key(first))
