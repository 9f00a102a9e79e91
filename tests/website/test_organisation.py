"""An organisation's page: what it is, what we are in it, where each fact comes from, and what it was before."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any
from uuid import UUID

import pytest
from django.test import Client

from hansa.register import claims, clock
from hansa.register.erasure import erase
from hansa.register.models import Source
from hansa.register.vocabulary import Kind
from tests.builders import (
    KEEPER,
    MOMENT,
    a_membership,
    a_person,
    a_source,
    a_thing,
    an_appointment,
    an_authority,
    an_organisation,
    statements,
)
from tests.website.html import Page
from tests.website.region import a_region

pytestmark = pytest.mark.django_db


def seen(client: Client, address: str, **query: Any) -> Page:
    return Page(client.get(address, query))


def say(subject: UUID, source: Source | None = None, kind: Kind = Kind.ORGANISATION, **values: Any) -> None:
    claims.state(KEEPER, statements(kind, subject, **values), source=source)


def test_it_shows_the_key_facts_the_membership_and_the_contact(client: Client) -> None:
    a_region()
    with clock.at(MOMENT):
        page = seen(client, "/en/networks/hk/")
    assert page.of("h1") == "Havskonferensen (HK)"
    assert [text.split(" Source:")[0] for text in page.all(".card dd")] == [
        "about 150",
        "24",
        "1973",
        "European",
        "Sea and coast, Energy",
        "Rennes",
        "havskonferensen.example.org",
    ]
    assert [text.split(" Source:")[0] for text in page.all(".first .key dd")][:4] == [
        "Full member",
        "1998",
        "Internationella enheten",
        "SEK 88,000",
    ]
    assert page.all(".card .who b") == ["Alva Sund"]
    assert page.all(".rest .links a") == ["Nordsjökommissionen"]
    assert "The facts were checked on 3 October 2026." in page.of(".checked")


def test_a_fact_opens_the_words_of_its_source(client: Client) -> None:
    authority = an_authority()
    page_read = a_source("Nätverket har 200 medlemmar.", title="Våra nätverk")
    network = a_thing(Kind.ORGANISATION, page_read, name={"sv": "Nätverket"}, abbreviation="N", members=200)
    a_membership(authority, network)
    page = seen(client, "/natverk/n/")
    words = page.of(".card details.src .src-body")
    assert words.startswith("members: 200")
    assert "Våra nätverk , läst 3 oktober 2026" in words
    assert page.attributes(".card details.src q", "lang") == ["sv"]
    assert page.all(".card details.src summary")[0] == "Källa: 3 okt. 2026"


def test_a_visitors_reason_is_not_published(client: Client) -> None:
    authority = an_authority()
    network = an_organisation(abbreviation="N")
    a_membership(authority, network)
    say(network, a_source("Min granne sade det.", kind=Source.Kind.SUGGESTION), members=7)
    page = seen(client, "/natverk/n/")
    assert "members: 7" not in page.html
    assert "förslag från en besökare" in page.of(".card .src-body")


def test_the_day_of_checking_is_that_of_the_fact_checked_longest_ago(client: Client) -> None:
    authority = an_authority()
    early = a_source(location="a", last_read_at=datetime(2026, 1, 15, 12, tzinfo=UTC))
    late = a_source(location="b", last_read_at=datetime(2026, 3, 20, 12, tzinfo=UTC))
    network = a_thing(
        Kind.ORGANISATION, late, name={"sv": "Nätverket"}, abbreviation="N", website="https://n.example.org/"
    )
    a_membership(authority, network)
    say(network, early, members=5)
    assert "15 januari 2026" in seen(client, "/natverk/n/").of(".checked")


def test_a_fact_that_was_read_again_counts_as_checked_then_and_not_before(client: Client) -> None:
    with clock.at(datetime(2026, 1, 15, 12, tzinfo=UTC)):
        source = a_source(read_at=clock.now(), last_read_at=clock.now())
        network = a_thing(Kind.ORGANISATION, source, name={"sv": "Nätverket"}, abbreviation="N", members=5)
        a_membership(an_authority(), network)
    Source.objects.filter(pk=source.pk).update(last_read_at=datetime(2026, 9, 1, 12, tzinfo=UTC))
    assert seen(client, "/natverk/n/").of(".card summary") == "Källa: 1 sep. 2026"
    assert seen(client, "/natverk/n/", datum="2026-02-01").of(".card summary") == "Källa: 15 jan. 2026"


def test_an_old_figure_is_called_so_in_words(client: Client) -> None:
    with clock.at(datetime(2024, 1, 1, tzinfo=UTC)):
        source = a_source(read_at=clock.now(), last_read_at=clock.now())
        network = a_thing(Kind.ORGANISATION, source, name={"sv": "Nätverket"}, abbreviation="N", members=5)
        a_membership(an_authority(), network)
    with clock.at(MOMENT):
        assert seen(client, "/en/networks/n/").of(".card .old") == "not checked for over a year"


def test_until_unknown_and_still_held_are_told_apart(client: Client) -> None:
    authority, network = an_authority(), an_organisation(abbreviation="N")
    a_membership(authority, network)
    with clock.at(MOMENT):
        an_appointment(authority, network, "chair", since="2025", until="2031")
        an_appointment(authority, network, "vice-chair", since="2025")
        an_appointment(authority, network, "secretariat")
        an_appointment(authority, network, "board", until="2031")
        periods = [text.split(" Source")[0] for text in seen(client, "/en/networks/n/").all("tbody td:last-child")]
    assert periods == [
        "2025–2031",
        "from 2025, still held on 3 October 2026",
        "until 2031",
        "held on 3 October 2026, end not known",
    ]


def test_an_ended_appointment_shows_its_role_and_period_and_no_name(client: Client) -> None:
    authority, network = an_authority(), an_organisation(abbreviation="N")
    a_membership(authority, network)
    an_appointment(authority, network, "chair", person=a_person("Gunnar Gick", party="G"), since="2019", until="2022")
    page = seen(client, "/en/networks/n/")
    assert page.all(".first section ul li") == ["Chair: 2019–2022"]
    assert "Gick" not in page.html


def test_a_person_who_was_erased_is_nowhere_on_any_day(client: Client) -> None:
    with clock.at(datetime(2020, 5, 1, 12, tzinfo=UTC)):
        authority, network = an_authority(), an_organisation(abbreviation="N")
        a_membership(authority, network)
        person = a_person("Gunnar Gick")
        an_appointment(authority, network, "chair", person=person)
    erase(person, KEEPER)
    for query in ({"date": "2021-01-01"}, {}):
        page = seen(client, "/en/networks/n/", **query)
        assert page.all("tbody td")[0] == "no longer named here"
        assert "Gick" not in page.html


def test_its_history_is_newest_first_and_in_pages(client: Client) -> None:
    authority, network = an_authority(), an_organisation(abbreviation="N")
    a_membership(authority, network)
    for number in range(1, 31):
        say(network, members=number)
    first = seen(client, "/en/networks/n/")
    assert first.all(".history > li ul")[:2] == ["Members: 29 → 30", "Members: 28 → 29"]
    assert first.of(".pages").startswith("Page 1 of 2")
    second = seen(client, "/en/networks/n/", page="2")
    assert second.all(".history > li ul")[-1].startswith("Name Nätverket för kustregioner")
    for page in ("0", "99", "x", "²"):
        assert seen(client, "/en/networks/n/", page=page).status == 200


def test_its_history_tells_no_personal_data(client: Client) -> None:
    region = a_region()
    say(region.person, kind=Kind.PERSON, title="Hemlig titel")
    history = seen(client, "/natverk/hk/").of("#history")
    assert "Alva" not in history
    assert "Hemlig" not in history


def test_it_stands_as_it_stood(client: Client) -> None:
    with clock.at(datetime(2020, 5, 1, 12, tzinfo=UTC)):
        network = an_organisation("Gamla namnet", abbreviation="N", members=10)
        a_membership(an_authority(), network)
    with clock.at(datetime(2021, 5, 1, 12, tzinfo=UTC)):
        say(network, name={"sv": "Nya namnet"}, members=20)
    now, past = seen(client, "/natverk/n/"), seen(client, "/natverk/n/", datum="2020-12-24")
    assert (now.of("h1"), past.of("h1")) == ("Nya namnet (N)", "Gamla namnet (N)")
    assert past.of(".card dd").startswith("10")
    assert "Nya namnet" not in past.of("#history")
    assert past.attributes(".checked a", "href") == []
    early = seen(client, "/natverk/n/", datum="2019-01-01")
    assert early.status == 404
    assert "den dagen" in early.text


def test_a_former_address_leads_on_for_good_and_keeps_the_day(client: Client) -> None:
    with clock.at(datetime(2020, 5, 1, 12, tzinfo=UTC)):
        network = an_organisation(abbreviation="N")
        a_membership(an_authority(), network)
    say(network, slug="nytt-namn")
    moved = client.get("/natverk/n/?datum=2020-12-24")
    assert (moved.status_code, moved.headers["Location"]) == (301, "/natverk/nytt-namn/?datum=2020-12-24")
    assert client.get("/en/networks/n/").headers["Location"] == "/en/networks/nytt-namn/"
    assert client.get("/natverk/nytt-namn/?datum=2020-12-24").status_code == 200


def test_an_organisation_we_have_left_or_never_joined_says_so(client: Client) -> None:
    authority = an_authority()
    a_membership(authority, an_organisation("Förr", abbreviation="F"), until="2020")
    an_organisation("Aldrig", abbreviation="A")
    assert "We are no longer members (2020)." in seen(client, "/en/networks/f/").text
    assert "We are not members ourselves." in seen(client, "/en/networks/a/").text


def test_related_organisations_share_an_umbrella_or_a_topic(client: Client) -> None:
    authority = an_authority()
    umbrella = an_organisation("Paraplyet", abbreviation="P")
    one = an_organisation("Ett", abbreviation="E", parent=umbrella, topics=["energy"])
    two = an_organisation("Två", parent=umbrella)
    three = an_organisation("Tre", topics=["energy"])
    for network in (umbrella, one, two, three, an_organisation("Fyra", topics=["health"])):
        a_membership(authority, network)
    assert seen(client, "/natverk/e/").all(".rest .links a") == ["Två", "Tre"]


def test_an_address_that_leads_nowhere_helps_on(client: Client) -> None:
    a_region()
    page = seen(client, "/en/networks/nordsjo/")
    assert page.status == 404
    assert page.of("h1") == "The page is not here"
    assert page.of(".lede") == "There is no organisation at that address."
    assert page.all("main .links a") == ["Nordsjökommissionen"]
    assert page.attributes("main form[role=search] input", "name") == ["q"]
    assert seen(client, "/finns/inte/alls").status == 404
