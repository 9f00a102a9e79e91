"""News on somebody who was given an office in a network: what the headline names, and what the text tells."""

from __future__ import annotations

from pathlib import Path

import pytest

from hansa.reading.known import nominative
from hansa.reading.types import Organisation
from tests.reading.pages import reading_of

_TABLE = (Path(__file__).parent / "languages" / "news.tsv").read_text("utf8").splitlines()
ROWS = [row.split("\t") for row in _TABLE if row[0] != "#"]
FEWEST_WORDS = 3


def _read(language: str, title: str, paragraph: str) -> Organisation:
    headline = title.partition(" – ")[0]
    page = (
        f'<html lang="{language}"><head><title>{title}</title></head><body><h1>{headline}</h1><p>{paragraph}</p></body>'
    )
    (found,) = reading_of(f"{page}</html>").organisations
    return found


@pytest.mark.parametrize(("language", "title", "paragraph"), [row[1:] for row in ROWS if row[0] == "the abbreviation"])
def test_a_headline_on_an_election_is_no_name_and_the_text_tells_what_its_abbreviation_stands_for(
    language: str, title: str, paragraph: str
) -> None:
    found = _read(language, title, paragraph)
    assert (found.name.text, found.abbreviation) == ("Network of Eastern External Border Regions", "NEEBOR")
    assert [(one.office, one.person) for one in found.offices] == [("chair", "Asta Lind")]


@pytest.mark.parametrize(("language", "title", "paragraph"), [row[1:] for row in ROWS if row[0] == "the name"])
def test_of_a_headline_on_an_election_but_the_network_is_the_name(language: str, title: str, paragraph: str) -> None:
    found = _read(language, title, paragraph)
    words = found.name.text.split()
    assert len(words) >= FEWEST_WORDS
    assert "Lind" not in words
    assert found.abbreviation in ("AER", "ARE", "VRE")
    assert [(one.office, one.person) for one in found.offices] == [("vice-chair", "Asta Lind")]


@pytest.mark.parametrize(
    ("told", "name"),
    [
        ("Europäischen Forum für urbane Sicherheit", "Europäisches Forum für urbane Sicherheit"),
        ("Europäischen Städtekoalition gegen Rassismus", "Europäische Städtekoalition gegen Rassismus"),
        ("Deutsch-Polnischen Ausschuss", "Deutsch-Polnischer Ausschuss"),
        ("Verbandes der Grenzregionen", "Verband der Grenzregionen"),
        ("Klima-Bündnisses der Städte", "Klima-Bündnis der Städte"),
        ("Netzwerk Europa", "Netzwerk Europa"),
        ("Offenen Garten", "Offenen Garten"),
    ],
)
def test_a_german_name_is_told_in_the_nominative(told: str, name: str) -> None:
    assert nominative(told, "de") == name
