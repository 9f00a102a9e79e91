"""Organisations in the neighbourhood: ours that are Nordic or near, and the pages that the authority links to."""

from __future__ import annotations

import pytest
from django.test import Client

from tests.builders import a_membership, an_authority, an_organisation
from tests.website.html import Page

pytestmark = pytest.mark.django_db


def test_it_lists_those_near_and_no_others(client: Client) -> None:
    authority = an_authority()
    for name, scope in (("Nära", "neighbourhood"), ("Fjärran", "global"), ("Norden", "nordic"), ("Europa", "european")):
        a_membership(authority, an_organisation(name, scope=scope))
    a_membership(authority, an_organisation("Okänd"))
    assert Page(client.get("/naromradet/")).all(".list h2") == ["Norden", "Nära"]


def test_it_links_to_the_pages_that_the_authority_names_in_the_readers_language_else_the_next_best(
    client: Client,
) -> None:
    link = {"text": "Grannar", "url": "https://grannar.example.org/"}
    an_authority(links=[("sv", link), ("sv", {"text": "Utan adress"})])
    for address, languages in (("/naromradet/", [None]), ("/en/neighbourhood/", ["sv"])):
        page = Page(client.get(address))
        assert page.all("main .links a") == ["Grannar"]
        assert page.attributes("main .links a", "lang") == languages


def test_where_there_are_none_it_says_so(client: Client) -> None:
    an_authority()
    assert Page(client.get("/en/neighbourhood/")).of(".empty") == (
        "No organisation in the register is marked as being in the neighbourhood."
    )
