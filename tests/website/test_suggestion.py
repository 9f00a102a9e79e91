"""Suggesting a correction: it waits as a proposed claim, and changes nothing by itself."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.test import Client

from hansa.register import clock
from hansa.register.asof import version
from hansa.register.models import Claim, Source
from hansa.website import robots
from tests.builders import MOMENT
from tests.website.html import Page
from tests.website.region import Region, a_region

pytestmark = pytest.mark.django_db
ADDRESS = "/natverk/hk/ratta/"


@pytest.fixture
def region() -> Region:
    return a_region()


def suggest(client: Client, what: str, value: str, address: str = ADDRESS, **changes: str) -> Page:
    with clock.at(clock.now() - timedelta(seconds=30)):
        form = {"what": what, "value": value, "reason": "Det står på deras sida.", "moment": robots.moment(), **changes}
    return Page(client.post(address, form))


def proposed() -> list[Claim]:
    return list(Claim.objects.filter(state=Claim.State.PROPOSED))


def test_it_arrives_as_a_proposed_claim_with_the_visitors_reason(client: Client, region: Region) -> None:
    before = version()
    assert suggest(client, "members", "160").of("h1") == "Tack"
    (claim,) = proposed()
    assert (claim.subject, claim.property, claim.value) == (
        region.umbrella,
        "members",
        {"value": 160, "approximate": False},
    )
    (seen,) = claim.evidence.all()
    assert (seen.source.kind, seen.source.text) == (Source.Kind.SUGGESTION, "Det står på deras sida.")
    assert version() == before
    assert Page(client.get("/natverk/hk/")).of(".card dd").startswith("omkring 150")


def test_a_text_is_suggested_in_the_language_of_the_page(client: Client, region: Region) -> None:
    suggest(client, "summary", "A conference of seas.", "/en/networks/hk/correct/")
    (claim,) = proposed()
    assert (claim.language, claim.value) == ("en", "A conference of seas.")


def test_a_website_without_its_scheme_is_understood(client: Client, region: Region) -> None:
    suggest(client, "website", "www.hk.example.org")
    assert proposed()[0].value == "https://www.hk.example.org"


def test_the_form_shows_what_stands_now(client: Client, region: Region) -> None:
    choices = Page(client.get("/en/networks/hk/correct/")).all("select option")
    assert choices == [
        "Name (now: Havskonferensen)",
        "Abbreviation (now: HK)",
        "Website (now: https://havskonferensen.example.org/)",
        "What it does",
        "Members (now: about 150)",
        "Countries (now: 24)",
        "Founded (now: 1973)",
        "Seat (now: Rennes)",
    ]


@pytest.mark.parametrize(
    ("what", "value", "error"),
    [
        ("members", "many", "A number is wanted."),
        ("members", "-3", "A number is wanted."),
        (
            "founded",
            "2026-02-30",
            "A date that exists is wanted, as 2026-11-23, 2026-11 or 2026, or a span such as 2023/2026.",
        ),
        ("website", "javascript://alert(1)", "A web address that begins with http:// or https:// is wanted."),
        ("abbreviation", "", "This field is required."),
        ("countries", "24", "The register says so already."),
        ("abbreviation", "HK", "The register says so already."),
    ],
)
def test_what_cannot_be_taken_is_told_and_nothing_arrives(
    client: Client, region: Region, what: str, value: str, error: str
) -> None:
    page = suggest(client, what, value, "/en/networks/hk/correct/")
    assert page.status == 422
    assert page.of("#id_value_error") == error
    assert page.of("#id_reason") == "Det står på deras sida."
    assert proposed() == []


def test_only_open_facts_can_be_suggested(client: Client, region: Region) -> None:
    for what in ("mailbox", "slug", "parent", "email", "nonsense"):
        assert suggest(client, what, "x@y.example.org").status == 422
    assert proposed() == []


def test_robots_and_floods_are_kept_out(client: Client, region: Region) -> None:
    with clock.at(MOMENT):
        assert suggest(client, "members", "1", homepage="x").status == 422
        assert suggest(client, "members", "1", moment="x").status == 422
        assert [suggest(client, "members", str(number)).status for number in range(7)] == [200] * 6 + [429]


def test_the_same_suggestion_twice_waits_once(client: Client, region: Region) -> None:
    suggest(client, "members", "160")
    suggest(client, "members", "160")
    assert len(proposed()) == 1


def test_a_suggestion_does_not_freshen_what_stands(client: Client, region: Region) -> None:
    with clock.at(MOMENT + timedelta(days=40)):
        suggest(client, "countries", "24")
        page = Page(client.get("/en/networks/hk/"))
    assert "The facts were checked on 3 October 2026." in page.text
