"""Appointments: by organisation and by party, those that are over apart and without names."""

from __future__ import annotations

import pytest
from django.test import Client

from hansa.register import clock
from tests.builders import MOMENT, a_membership, a_person, an_appointment, an_authority, an_organisation
from tests.website.html import Page

pytestmark = pytest.mark.django_db


def rows(page: Page, section: int) -> list[str]:
    return page.all(f"main > section:nth-of-type({section}) li")


def test_they_stand_by_organisation_and_by_party(client: Client) -> None:
    with clock.at(MOMENT):
        authority, network = an_authority(), an_organisation("Nätverket")
        a_membership(authority, network)
        an_appointment(authority, network, "representative", person=a_person("Tor Vik", party="V"), since="2023")
        an_appointment(
            authority, network, "chair", person=a_person("Asta Lind", party="M"), body={"sv": "arbetsgruppen"}
        )
        an_appointment(authority, network, "secretariat")
        page = Page(client.get("/en/appointments/"))
    assert page.all("h3") == ["Nätverket", "M", "V"]
    assert rows(page, 1) == [
        "Asta Lind (M) Chair, arbetsgruppen held on 3 October 2026, end not known",
        "Region Västerhav Secretariat held on 3 October 2026, end not known",
        "Tor Vik (V) Representative from 2023, still held on 3 October 2026",
    ]
    assert rows(page, 2) == ["Asta Lind Chair, arbetsgruppen Nätverket", "Tor Vik Representative Nätverket"]


def test_those_that_are_over_keep_role_and_period_and_lose_the_name(client: Client) -> None:
    authority, network = an_authority(), an_organisation("Nätverket")
    an_appointment(authority, network, "chair", person=a_person("Gunnar Gick", party="G"), since="2019", until="2022")
    page = Page(client.get("/en/appointments/"))
    assert rows(page, 1) == ["Nätverket : Chair, 2019–2022"]
    assert "Gick" not in page.html


def test_a_register_without_any_says_so(client: Client) -> None:
    an_authority()
    assert Page(client.get("/en/appointments/")).of(".empty") == "No appointments are in the register."
