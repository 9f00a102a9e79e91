"""The directory: all that we are in, searched, filtered, as a list, a table and a picture."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

import pytest
from django.test import Client

from hansa.register import clock
from hansa.register.vocabulary import Kind
from tests.builders import (
    MOMENT,
    a_contact,
    a_membership,
    a_person,
    a_source,
    a_thing,
    an_appointment,
    an_authority,
    an_organisation,
)
from tests.website.html import Page
from tests.website.region import a_region

pytestmark = pytest.mark.django_db


def seen(client: Client, address: str = "/", **query: str) -> Page:
    return Page(client.get(address, query))


def names(page: Page) -> list[str]:
    return page.all(".entry h2, .entry h3")


def test_it_shows_why_we_take_part_in_the_authoritys_own_words(client: Client) -> None:
    a_region()
    page = seen(client)
    assert page.all(".lede p")[0] == "Vi är med i tre nätverk."
    assert page.all(".purposes li") == ["påverka", "lära"]


def test_each_organisation_shows_what_it_is_for_its_size_our_role_and_whom_to_ask(client: Client) -> None:
    a_region()
    with clock.at(MOMENT):
        page = seen(client, "/en/", topic="sea-and-coast")
    assert page.of(".entry .what > p") == "An umbrella for sea basins."
    assert page.all(".facts") == [
        "about 150 members 24 countries member since 1998",
        "34 members Chair: Tor Vik (V) Secretariat",
    ]
    assert page.all(".who b") == ["Alva Sund", "Internationella enheten"]


def test_a_commission_stands_below_its_umbrella(client: Client) -> None:
    a_region()
    page = seen(client)
    assert page.all(".list > li > .entry h2") == ["Havskonferensen", "Ärlighetens nätverk"]
    assert page.all(".parts h3") == ["Nordsjökommissionen"]
    assert page.of("#count") == "3 organisationer"


def test_swedish_letters_come_last_in_swedish_and_not_in_english(client: Client) -> None:
    authority = an_authority()
    for name in ("Östersjön", "Zonen", "Ådalen", "Älven", "Arken"):
        a_membership(authority, an_organisation(name))
    assert names(seen(client)) == ["Arken", "Zonen", "Ådalen", "Älven", "Östersjön"]
    assert names(seen(client, "/en/")) == ["Ådalen", "Älven", "Arken", "Östersjön", "Zonen"]


def test_a_text_in_another_language_is_marked_with_it(client: Client) -> None:
    authority = an_authority()
    a_membership(authority, an_organisation("Nätverket", summary={"sv": "Om havet."}))
    page = seen(client, "/en/")
    assert page.attributes(".entry h2 a span", "lang") == ["sv"]
    assert page.attributes(".entry .what > p", "lang") == ["sv"]
    assert seen(client).attributes(".entry h2 a span", "lang") == []


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("nordsjo", ["Nordsjökommissionen"]),
        ("ARLIGH", ["Ärlighetens nätverk"]),
        ("hk", ["Havskonferensen"]),
        ("alva sund", ["Havskonferensen", "Ärlighetens nätverk"]),
        ("Tor Vik", ["Nordsjökommissionen"]),
        ("internationella", ["Havskonferensen", "Nordsjökommissionen"]),
        ("halsa", ["Ärlighetens nätverk"]),
        ("finnsinte", []),
        ("%", ["Havskonferensen", "Nordsjökommissionen", "Ärlighetens nätverk"]),
        ("\x00", ["Havskonferensen", "Nordsjökommissionen", "Ärlighetens nätverk"]),
    ],
)
def test_search_sets_accents_and_case_aside_and_knows_people_units_and_topics(
    client: Client, query: str, found: list[str]
) -> None:
    a_region()
    page = seen(client, q=query)
    assert sorted(names(page)) == sorted(found)


def test_an_abbreviation_comes_before_a_name_that_begins_the_same(client: Client) -> None:
    authority = an_authority()
    a_membership(authority, an_organisation("Aerodynamiska rådet"))
    a_membership(authority, an_organisation("Regionernas församling", abbreviation="AER"))
    assert names(seen(client, q="aer")) == ["Regionernas församling", "Aerodynamiska rådet"]


@pytest.mark.parametrize(
    ("chosen", "found"),
    [
        ({"scope": "national"}, ["Ärlighetens nätverk"]),
        ({"topic": "sea-and-coast"}, ["Havskonferensen", "Nordsjökommissionen"]),
        ({"role": "secretariat"}, ["Nordsjökommissionen"]),
        ({"unit": "internationella-enheten"}, ["Havskonferensen", "Nordsjökommissionen"]),
        ({"topic": "sea-and-coast", "q": "hk"}, ["Havskonferensen"]),
        ({"topic": "nonsense"}, []),
    ],
)
def test_a_filter_shows_what_has_it_and_counts_it(client: Client, chosen: dict[str, str], found: list[str]) -> None:
    a_region()
    page = seen(client, "/en/", **chosen)
    assert names(page) == found
    assert page.of("#count") == f"{len(found)} organisation{'' if len(found) == 1 else 's'} of 3"


def test_a_filter_offers_what_exists_with_how_many_each_would_show(client: Client) -> None:
    a_region()
    assert seen(client, "/en/").all("#filter-topic option") == [
        "All",
        "Energy (1)",
        "Health and care (1)",
        "Sea and coast (2)",
    ]
    assert seen(client, "/en/", role="chair").all("#filter-topic option") == ["All", "Sea and coast (1)"]


def test_each_choice_shows_as_many_as_it_says(client: Client) -> None:
    a_region()
    page = seen(client, "/en/")
    for select in page.tree.css("select"):
        for option in select.css("option[value]:not([value=''])"):
            name, value = select.attributes["name"], option.attributes["value"]
            said = int(option.text().rpartition("(")[2].rstrip(")"))
            assert len(names(seen(client, "/en/", **{str(name): str(value)}))) == said


def test_a_filter_nobody_has_a_value_for_is_not_offered(client: Client) -> None:
    a_membership(an_authority(), an_organisation())
    assert seen(client).all("select") == []


def test_the_table_holds_the_same_as_the_list(client: Client) -> None:
    a_region()
    page = seen(client, "/en/", view="table")
    assert page.all("tbody tr")[2] == "Nordsjökommissionen 34 Chair, Secretariat Internationella enheten"
    assert page.attributes(".scroll", "tabindex") == ["0"]
    assert len(page.all("tbody tr")) == 3


def test_the_links_to_list_table_and_all_keep_what_else_was_chosen(client: Client) -> None:
    a_region()
    page = seen(client, "/en/", q="alva", topic="health", view="table")
    assert page.attributes("#views a", "href") == ["?view=table#found", "?q=alva&topic=health#found"]


def test_nothing_found_is_told_with_a_way_back(client: Client) -> None:
    a_region()
    page = seen(client, "/en/", q="zzz")
    assert page.of(".empty") == "Nothing was found. Try a shorter word, or show all. Show all"


def test_a_register_without_anything_says_so(client: Client) -> None:
    assert "Registret är tomt" in seen(client).of(".empty")


def test_htmx_gets_what_changes_and_history_the_whole_page(client: Client) -> None:
    a_region()
    part = client.get("/en/?q=alva", headers={"HX-Request": "true"}).content.decode()
    assert "<html" not in part
    assert [word in part for word in ('id="entries"', 'id="count"', 'id="filters"', 'id="views"')] == [True] * 4
    whole = client.get("/en/?q=alva", headers={"HX-Request": "true", "HX-History-Restore-Request": "true"})
    assert "<html" in whole.content.decode()


def test_an_old_figure_is_called_so_in_words(client: Client) -> None:
    authority = an_authority()
    with clock.at(datetime(2024, 1, 1, tzinfo=UTC)):
        old = a_source(read_at=clock.now(), last_read_at=clock.now())
        a_membership(authority, a_thing(Kind.ORGANISATION, old, name={"sv": "Nätverket"}, members=12))
    with clock.at(MOMENT):
        assert seen(client, "/en/").of(".facts .old") == "(not checked for over a year)"
    with clock.at(datetime(2024, 6, 1, tzinfo=UTC)):
        assert seen(client, "/en/").all(".facts .old") == []


def test_an_ended_membership_is_not_in_the_directory(client: Client) -> None:
    authority = an_authority()
    a_membership(authority, an_organisation("Förr"), until="2020")
    a_membership(authority, an_organisation("Nu"))
    assert names(seen(client)) == ["Nu"]


def test_it_stands_as_it_stood(client: Client) -> None:
    with clock.at(datetime(2020, 5, 1, 12, tzinfo=UTC)):
        authority = an_authority()
        network = an_organisation("Det gamla namnet", abbreviation="DGN", members=10)
        a_membership(authority, network)
    with clock.at(datetime(2021, 5, 1, 12, tzinfo=UTC)):
        a_thing(Kind.MEMBERSHIP, authority=authority, organisation=an_organisation("Nykomlingen"))
        _rename(network, {"sv": "Det nya namnet"})
    assert names(seen(client)) == ["Det nya namnet", "Nykomlingen"]
    past = seen(client, datum="2020-12-24")
    assert names(past) == ["Det gamla namnet"]
    assert "24 december 2020" in past.of(".banner")
    assert past.attributes(".entry h2 a", "href") == ["/natverk/dgn/?datum=2020-12-24"]
    assert "Inget fanns i registret" in seen(client, datum="2019-01-01").of(".empty")


def _rename(subject: Any, name: dict[str, str]) -> None:
    from hansa.register import claims
    from tests.builders import KEEPER, statements

    claims.state(KEEPER, statements(Kind.ORGANISATION, subject, name=name))


def test_a_past_day_does_not_name_who_has_left_since(client: Client) -> None:
    with clock.at(datetime(2020, 5, 1, 12, tzinfo=UTC)):
        authority = an_authority()
        network = an_organisation(abbreviation="NK")
        membership = a_membership(authority, network)
        leaver, stayer = a_person("Gunnar Gick"), a_person("Stina Stannar", party="S")
        a_contact(membership, person=leaver, until="2022")
        a_contact(membership, person=stayer)
        an_appointment(authority, network, "chair", person=leaver, until="2022")
        an_appointment(authority, network, "board", person=stayer)
    for address in ("/?date=2021-01-01", "/natverk/nk/?date=2021-01-01", "/kontakter/?date=2021-01-01"):
        page = client.get(address).content.decode()
        assert "Gick" not in page, address
        assert "Stina Stannar" in page, address
    appointments = client.get("/uppdrag/?date=2021-01-01").content.decode()
    assert "Gick" not in appointments
    assert "Stina Stannar" in appointments
    assert names(seen(client, q="gick", date="2021-01-01")) == []


def test_the_picture_says_in_words_what_it_draws(client: Client) -> None:
    a_region()
    page = seen(client)
    assert page.all(".network.wide title") == ["Region Västerhav och dess nätverk"]
    assert page.all(".network.wide text") == ["HK", "Nordsjökommissionen", "ÄN"]
    assert page.all(".network.wide figcaption li a") == ["HK", "Nordsjökommissionen", "ÄN"]
