"""What a page tells of a network's beginnings, and of offices in it for some years, to come, or elsewhere."""

from __future__ import annotations

from pathlib import Path

import pytest

from hansa.reading.types import Organisation
from tests.reading.pages import reading_of

_TABLE = (Path(__file__).parent / "languages" / "once.tsv").read_text("utf8").splitlines()
ROWS = [row.split("\t") for row in _TABLE if row[0] != "#"]
MEMBER = {language: sentence for kind, language, sentence in ROWS if kind == "member"}


def _told(kind: str) -> list[tuple[str, str]]:
    return [(language, sentence) for row, language, sentence in ROWS if row == kind]


def _read(language: str, sentence: str) -> Organisation:
    short = "CRPM" if "CRPM" in MEMBER[language] else "CPMR"
    heading = f"<h2>Conference of Peripheral Maritime Regions ({short})</h2>"
    found = reading_of(f'<html lang="{language}"><body>{heading}<p>{MEMBER[language]} {sentence}</p></body></html>')
    return next(one for one in found.organisations if one.abbreviation == short)


@pytest.mark.parametrize(("language", "sentence"), _told("named at first"))
def test_the_name_under_which_a_network_was_founded_is_another_name_and_no_parent(language: str, sentence: str) -> None:
    found = _read(language, sentence)
    assert [name.text for name in found.other_names] == ["Assembly of Coastal Regions"]
    assert found.parent is None


@pytest.mark.parametrize(("language", "sentence"), _told("office to come"))
def test_an_office_that_is_told_for_the_next_time_is_not_held(language: str, sentence: str) -> None:
    assert _read(language, sentence).offices == []


@pytest.mark.parametrize(("language", "sentence"), _told("office elsewhere"))
def test_the_chair_of_something_else_is_no_office_in_the_network(language: str, sentence: str) -> None:
    assert _read(language, sentence).offices == []


@pytest.mark.parametrize(("language", "sentence"), _told("office for years"))
def test_the_years_between_the_verb_and_an_office_are_its_term(language: str, sentence: str) -> None:
    found = _read(language, sentence)
    assert [(one.office, one.since, one.until) for one in found.offices] == [("chair", "2026", "2028")]


@pytest.mark.parametrize(("language", "sentence"), _told("founded"))
def test_the_year_behind_a_noun_for_the_founding_is_that_of_the_founding(language: str, sentence: str) -> None:
    assert _read(language, sentence).figures["founded"].value == 1973


@pytest.mark.parametrize(("language", "sentence"), _told("section founded"))
def test_the_year_in_which_a_section_was_founded_is_not_the_networks(language: str, sentence: str) -> None:
    assert "founded" not in _read(language, sentence).figures
