"""What stands beside the facts on real pages, in every language: picture credits, other numbers, years of a budget."""

from __future__ import annotations

from pathlib import Path

import pytest

from hansa.reading.types import Organisation, Reading
from tests.reading.pages import reading_of

_TEXT = (Path(__file__).parent / "languages" / "beside.tsv").read_text("utf8")
ROWS = [line.split("\t") for line in _TEXT.splitlines() if not line.startswith("#")]
NETWORKS = {code: title for code, said, title in ROWS if said == "networks"}
IS = {code: sentence for code, said, sentence in ROWS if said == "is"}
TOWNS = {
    "sv": "Stranda kommun", "en": "Westsea City Council", "da": "Strandby Kommune", "nb": "Strandvik kommune",
    "nn": "Strandvik kommune", "fi": "Rantalan kaupunki", "de": "Stadt Strandau", "nl": "gemeente Strandwijk",
    "fr": "Ville de Marvillon", "it": "Comune di Marovesta", "es": "Ayuntamiento de Marvalle", "pl": "Miasto Morzanów",
    "pt": "Câmara Municipal de Marvale",
}  # fmt: skip


def rows(said: str) -> list[tuple[str, str]]:
    return [(code, sentence) for code, kind, sentence in ROWS if kind == said]


def page(code: str, title: str, *paragraphs: str) -> Reading:
    body = "".join(f"<h2>{words[2:]}</h2>" if words.startswith("# ") else f"<p>{words}</p>" for words in paragraphs)
    head = f'<!DOCTYPE html><html lang="{code}"><head><title>{title} – {TOWNS[code]}</title></head>'
    return reading_of(f"{head}<body><h1>{title}</h1>{body}</body></html>")


def eurocities(code: str, *paragraphs: str) -> Organisation:
    (own,) = page(code, "Eurocities", *paragraphs).organisations
    assert own.name.text == "Eurocities"
    return own


@pytest.mark.parametrize(("code", "credit"), rows("credit"))
def test_who_made_a_picture_is_no_contact(code: str, credit: str) -> None:
    assert eurocities(code, f"{IS[code]} {credit}").contacts == []


@pytest.mark.parametrize(("code", "sentence"), rows("in full"))
def test_a_heading_in_full_is_not_lost_where_the_text_below_begins_with_the_abbreviation(
    code: str, sentence: str
) -> None:
    heading, below = sentence.split(" | ")
    polis = IS[code].replace("Eurocities", "Polis")
    league = IS[code].replace("Eurocities", "BGCI")
    other = "Botanic Garden Conservation International"
    reading = page(code, "Europa 2030", f"# {heading}", below, f"# {other}", league, "# Polis", polis)
    assert [own.name.text for own in reading.organisations] == [heading, other, "Polis"]


@pytest.mark.parametrize(("code", "sentence"), rows("governed"))
def test_by_how_many_a_network_is_led_is_not_how_many_members_it_has(code: str, sentence: str) -> None:
    assert "members" not in eurocities(code, IS[code], sentence).figures


@pytest.mark.parametrize(("code", "sentence"), rows("members"))
def test_a_number_in_brackets_behind_the_noun_counts_the_members(code: str, sentence: str) -> None:
    members = eurocities(code, IS[code], sentence).figures["members"]
    assert (members.value, members.approximate) == (100, True)


@pytest.mark.parametrize(("code", "sentence"), rows("countries"))
def test_the_countries_in_which_millions_live_are_counted(code: str, sentence: str) -> None:
    figures = eurocities(code, IS[code], sentence).figures
    assert {kind: told.value for kind, told in figures.items()} == {"countries": 38}


@pytest.mark.parametrize(("code", "sentence"), rows("for a year"))
def test_the_year_for_which_a_membership_is_confirmed_is_not_since_when(code: str, sentence: str) -> None:
    membership = eurocities(code, sentence, IS[code]).membership
    assert membership is not None
    assert membership.fee is not None
    assert membership.since is None


@pytest.mark.parametrize(("code", "sentence"), rows("on the board"))
def test_one_that_is_among_the_members_of_the_board_sits_on_it(code: str, sentence: str) -> None:
    offices = eurocities(code, IS[code], sentence).offices
    assert [(one.office, one.person) for one in offices] == [("board", None)]


@pytest.mark.parametrize(("code", "sentence"), rows("listed"))
def test_an_unknown_name_with_its_noun_is_one_in_a_list_of_sure_ones(code: str, sentence: str) -> None:
    organisations = page(code, NETWORKS[code], sentence).organisations
    every = " ".join(f"{own.name.text} {own.abbreviation}" for own in organisations)
    assert len(organisations) == 5
    assert all(name in every for name in ("ERRIN", "NECSTouR", "Habitact"))


@pytest.mark.parametrize(("code", "sentence"), rows("reached"))
def test_the_number_that_the_members_have_reached_is_how_many_they_are(code: str, sentence: str) -> None:
    figures = eurocities(code, IS[code], sentence).figures
    assert {kind: told.value for kind, told in figures.items()} == {"members": 280}


@pytest.mark.parametrize(("code", "sentence"), rows("delegation"))
def test_who_leads_a_countrys_delegation_does_not_lead_the_organisation(code: str, sentence: str) -> None:
    assert eurocities(code, IS[code], sentence).offices == []


@pytest.mark.parametrize(("code", "sentence"), rows("event"))
def test_a_host_with_a_year_is_a_conferences_and_no_organisations_website(code: str, sentence: str) -> None:
    assert eurocities(code, IS[code], sentence).website is None


@pytest.mark.parametrize(("code", "sentence"), rows("no member"))
def test_what_the_authority_is_said_not_to_belong_to_itself_is_left_out(code: str, sentence: str) -> None:
    polis = IS[code].replace("Eurocities", "Polis")
    reading = page(code, NETWORKS[code], "# Eurocities", IS[code], "# Energy Cities", sentence, "# Polis", polis)
    assert [own.name.text for own in reading.organisations] == ["Eurocities", "Polis"]


@pytest.mark.parametrize("name", ["Energy Cities", "Energy cities"])
@pytest.mark.parametrize(("code", "news"), rows("news"))
def test_a_board_to_which_the_news_say_that_the_authority_is_elected_again_is_read(
    code: str, news: str, name: str
) -> None:
    title, sentence = news.split(" | ")
    (own,) = page(code, title, sentence.replace("Energy Cities", name)).organisations
    assert [(one.office, one.person) for one in own.offices] == [("board", None)]
    assert {kind: told.value for kind, told in own.figures.items()} == {"members": 1000, "countries": 30}


@pytest.mark.parametrize(("code", "news"), rows("elected"))
def test_an_office_in_an_organisation_that_the_news_name_in_full_is_read(code: str, news: str) -> None:
    title, *paragraphs = news.split(" | ")
    body = "".join(f"<p>{words}</p>" for words in paragraphs)
    reading = reading_of(f'<html lang="{code}"><title>{title}</title><body><h1>{title}</h1>{body}</body></html>')
    (own,) = reading.organisations
    assert [one.office for one in own.offices] == ["vice-chair"]
    assert own.offices[0].person is not None
