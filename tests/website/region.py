"""A whole small register for the website's tests: every kind of thing, and an address wherever one could leak."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.urls import NoReverseMatch, get_resolver, reverse
from django.utils.translation import override

from hansa.register import clock
from tests.builders import (
    MOMENT,
    a_contact,
    a_membership,
    a_person,
    a_source,
    a_unit,
    an_appointment,
    an_authority,
    an_organisation,
)

ADDRESSES = (
    "alva.sund@region.example.org",
    "internationellt@region.example.org",
    "post@region.example.org",
    "tor.vik@region.example.org",
    "planterad.adress@natverk.example.org",
)
LEAK = "Skriv till planterad.adress@natverk.example.org eller planterad.adress (at) natverk.example.org."


@dataclass(slots=True)
class Region:
    """The ids of what `a_region` made."""

    authority: UUID
    umbrella: UUID
    commission: UUID
    other: UUID
    unit: UUID
    person: UUID
    contact: UUID
    unit_contact: UUID


def a_region() -> Region:
    """Region Västerhav in an umbrella, its commission and one more, as a page said on MOMENT's day."""
    with clock.at(MOMENT):
        page = a_source(LEAK, title=f"Nätverk – {LEAK}")
        authority = an_authority(
            mailbox="post@region.example.org",
            introduction={"sv": f"Vi är med i tre nätverk.\n\n{LEAK}"},
            purposes=[("sv", "påverka"), ("sv", "lära")],
            links=[
                ("sv", {"text": "Grannar", "url": "https://grannar.example.org/?post=alva.sund%40region.example.org"})
            ],
        )
        umbrella = an_organisation(
            "Havskonferensen",
            source=page,
            abbreviation="HK",
            summary={"sv": f"Paraply för havsområden. {LEAK}", "en": "An umbrella for sea basins."},
            members={"value": 150, "approximate": True},
            countries=24,
            website="https://havskonferensen.example.org/",
            scope="european",
            topics=["sea-and-coast", "energy"],
            founded="1973",
            seat={"sv": "Rennes"},
        )
        commission = an_organisation(
            "Nordsjökommissionen", parent=umbrella, topics=["sea-and-coast"], scope="neighbourhood", members=34
        )
        other = an_organisation("Ärlighetens nätverk", abbreviation="ÄN", scope="national", topics=["health"])
        unit = a_unit(authority, email="internationellt@region.example.org", phone="+4631123456")
        person = a_person("Alva Sund", email="alva.sund@region.example.org", title="Strateg")
        politician = a_person("Tor Vik", email="tor.vik@region.example.org", party="V")
        in_umbrella = a_membership(
            authority,
            umbrella,
            kind="full",
            since="1998",
            fee={"amount": "88000", "currency": "SEK"},
            committee=unit,
            purpose={"sv": LEAK},
        )
        in_commission = a_membership(authority, commission)
        in_other = a_membership(authority, other)
        contact = a_contact(in_umbrella, person=person, unit=unit)
        unit_contact = a_contact(in_commission, unit=unit)
        a_contact(in_other, person=person)
        an_appointment(authority, commission, "chair", person=politician, since="2025")
        an_appointment(authority, commission, "secretariat")
        an_appointment(authority, umbrella, "deputy", person=politician, until="2024")
    return Region(authority, umbrella, commission, other, unit, person, contact, unit_contact)


def public_pages(region: Region | None) -> Iterator[str]:
    """The address of every public page in both languages, found in the URL configuration by itself."""
    values: dict[str, list[Any]] = {
        "slug": ["hk", "nordsjokommissionen", "an"] if region else [],
        "contact_id": [region.contact, region.unit_contact] if region else [],
    }
    names = {name for name in get_resolver().reverse_dict if isinstance(name, str)}
    for language in ("sv", "en"):
        with override(language):
            for name in sorted(names):
                if name.startswith(("desk", "account")) or name == "accent":
                    continue
                try:
                    yield reverse(name)
                except NoReverseMatch:
                    for argument, many in values.items():
                        for value in many:
                            try:
                                yield reverse(name, kwargs={argument: value})
                            except NoReverseMatch:
                                continue
