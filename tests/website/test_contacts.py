"""Contacts, by unit and by person."""

from __future__ import annotations

import pytest
from django.test import Client

from tests.builders import a_contact, a_membership, a_person, a_unit, an_authority, an_organisation
from tests.website.html import Page
from tests.website.region import a_region

pytestmark = pytest.mark.django_db


def test_they_are_listed_by_unit_and_by_person_with_what_they_know(client: Client) -> None:
    a_region()
    page = Page(client.get("/en/contacts/"))
    assert page.all("h3") == ["Internationella enheten", "Without a unit"]
    by_unit, by_person = page.tree.css("section")
    rows = [" ".join(li.text(separator=" ").split()) for li in by_unit.css("li")]
    assert rows == [
        "The unit Nordsjökommissionen Write to Internationella enheten",
        "Alva Sund , Strateg HK Write to Alva Sund",
        "Alva Sund , Strateg ÄN Write to Alva Sund",
    ]
    assert [" ".join(li.text(separator=" ").split()) for li in by_person.css("li")] == [
        "Alva Sund , Strateg Internationella enheten ÄN , HK Write to Alva Sund"
    ]


def test_people_stand_by_their_family_names_in_the_readers_alphabet(client: Client) -> None:
    authority = an_authority()
    unit = a_unit(authority)
    for name in ("Nils Åhav", "Alva Sund", "Bo Alm", "Eva Örn"):
        membership = a_membership(authority, an_organisation(f"Nätverk {name}"))
        a_contact(membership, person=a_person(name), unit=unit)
    assert Page(client.get("/kontakter/")).all("section:nth-of-type(2) b") == [
        "Bo Alm",
        "Alva Sund",
        "Nils Åhav",
        "Eva Örn",
    ]
    assert Page(client.get("/en/contacts/")).all("section:nth-of-type(2) b") == [
        "Nils Åhav",
        "Bo Alm",
        "Eva Örn",
        "Alva Sund",
    ]


def test_one_who_has_left_is_not_there(client: Client) -> None:
    authority = an_authority()
    membership = a_membership(authority, an_organisation())
    a_contact(membership, person=a_person("Gunnar Gick"), until="2020")
    page = Page(client.get("/kontakter/"))
    assert "Gick" not in page.html
    assert page.of(".empty") == "Det finns inga kontakter i registret."


def test_a_past_day_lists_them_without_a_way_to_write(client: Client) -> None:
    a_region()
    page = Page(client.get("/kontakter/?datum=2026-10-04"))
    assert page.all("section b") != []
    assert [href for href in page.attributes("main a", "href") if "skriv" in (href or "")] == []
