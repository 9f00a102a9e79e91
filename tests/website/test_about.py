"""About the register, and its accessibility statement."""

from __future__ import annotations

import pytest
from django.test import Client

from hansa.register.models import Claim
from tests.website.html import Page
from tests.website.region import a_region

pytestmark = pytest.mark.django_db


def test_it_says_how_much_the_register_holds_and_which_pages_were_read(client: Client) -> None:
    a_region()
    page = Page(client.get("/en/about/"))
    facts = Claim.objects.filter(state=Claim.State.ACCEPTED).count()
    assert f"We are in 3 organisations. The register holds {facts} accepted facts." in page.text
    assert [text.rpartition(",")[2] for text in page.all("main li")] == [" read 3 October 2026"]


def test_the_statement_has_what_the_law_asks_for(client: Client) -> None:
    a_region()
    page = Page(client.get("/tillganglighet/"))
    assert page.all("h2") == [
        "Hur tillgängliga är sidorna?",
        "Vad kan du göra om du inte kan använda delar av webbplatsen?",
        "Rapportera brister i tillgängligheten",
        "Tillsyn",
        "Teknisk information om webbplatsens tillgänglighet",
        "Hur vi har testat",
    ]
    assert "delvis förenlig med lagen (2018:1937)" in page.text
    assert "Den senaste bedömningen gjordes den 23 november 2026" in page.text
    assert page.attributes("main a", "href") == ["/skriv/", "/skriv/", "https://www.digg.se/"]
