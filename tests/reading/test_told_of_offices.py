"""Offices as news, minutes and pages on one network tell of them: who holds them, and who is but met or sought."""

from __future__ import annotations

from pathlib import Path

import pytest

from hansa.reading.types import Organisation
from tests.reading.pages import reading_of

_TABLE = (Path(__file__).parent / "languages" / "told_of_offices.tsv").read_text("utf8").splitlines()
ROWS = [row.split("\t") for row in _TABLE if row[0] != "#"]
OF = {
    language: (authority, member) for kind, language, authority, member in (row for row in ROWS if row[0] == "member")
}
# What a language tells in a way that is not read yet, or in a case of the name.
NOT_READ = {
    ("in an aside", "fi"),
    ("in an aside", "pl"),
    ("elects", "fi"),
    ("all of a board", "fr"),
    ("our place", "en"),
}
NOT_READ |= {("together", "fi")}
NOT_READ |= {
    ("our place", "nn"),
    ("our place", "pl"),
    ("headline", "sv"),
    ("below a line", "nl"),
    ("all of a board", "pt"),
}


def _told(*kinds: str) -> list[list[str]]:
    return [row[1:] for row in ROWS if row[0] in kinds and (row[0], row[1]) not in NOT_READ]


def _read(language: str, *paragraphs: str, headline: str = "Polis") -> Organisation:
    authority, member = OF[language]
    page = f'<html lang="{language}"><head><title>{headline} | {authority}</title></head><body><h1>{headline}</h1>'
    told = "".join(f"<p>{words}</p>" for words in (member, *paragraphs))
    found = reading_of(f"{page}{told}</body></html>")
    return next(one for one in found.organisations if one.name.text == "Polis")


@pytest.mark.parametrize(
    ("language", "sentence"), _told("sought", "met", "visits", "farewell", "at home", "quoted", "quits")
)
def test_who_is_a_candidate_or_but_meets_those_who_hold_an_office_holds_none(language: str, sentence: str) -> None:
    found = _read(language, sentence)
    assert (found.offices, found.representatives) == ([], [])


@pytest.mark.parametrize(("language", "sentence"), _told("comes after", "sent"))
def test_who_comes_after_another_or_is_sent_to_a_board_has_the_seat_alone(language: str, sentence: str) -> None:
    found = _read(language, sentence)
    assert [(one.office, one.person) for one in found.offices] == [("board", "Asta Lind")]
    assert found.representatives == []


@pytest.mark.parametrize(("language", "sentence"), _told("in an aside", "all of a board", "our place"))
def test_whom_an_aside_or_our_town_tells_to_be_ours_holds_the_office(language: str, sentence: str) -> None:
    found = _read(language, sentence)
    assert [(one.office, one.person) for one in found.offices] == [("vice-chair", "Asta Lind")]
    assert found.representatives == []


@pytest.mark.parametrize(("language", "sentence"), _told("says", "elects"))
def test_the_chair_whom_a_network_elected_or_who_speaks_as_that_holds_it(language: str, sentence: str) -> None:
    assert [(one.office, one.person) for one in _read(language, sentence).offices] == [("chair", "Asta Lind")]


@pytest.mark.parametrize(("language", "headline"), _told("headline"))
def test_a_headline_tells_who_was_given_an_office(language: str, headline: str) -> None:
    found = _read(language, headline=headline)
    assert [(one.office, one.person) for one in found.offices] == [("chair", "Asta Lind")]


@pytest.mark.parametrize(("language", "sentence"), _told("one of some"))
def test_a_town_that_is_one_of_those_on_a_board_has_a_seat_on_it(language: str, sentence: str) -> None:
    assert [(one.office, one.person) for one in _read(language, sentence).offices] == [("board", None)]


@pytest.mark.parametrize(("language", "lead", "line"), _told("below a line"))
def test_the_people_on_the_line_below_one_that_ends_in_are_sit_on_the_board(
    language: str, lead: str, line: str
) -> None:
    found = _read(language, lead, line)
    assert [(one.office, one.person) for one in found.offices] == [("board", "Asta Lind"), ("board", "Bo Vik")]


@pytest.mark.parametrize(("language", "sentence"), _told("together"))
def test_two_people_of_whom_a_seat_is_told_together_have_one_each(language: str, sentence: str) -> None:
    found = _read(language, sentence)
    assert {(one.office, one.person) for one in found.offices} == {("board", "Asta Lind"), ("board", "Bo Vik")}
    assert found.representatives == []


@pytest.mark.parametrize(("language", "sentence"), _told("its field"))
def test_an_office_of_the_network_with_a_field_of_work_is_none_at_home(language: str, sentence: str) -> None:
    found = _read(language, sentence)
    assert [(one.office, one.person, one.since) for one in found.offices] == [("vice-chair", "Anna Pram", "2024-06")]
