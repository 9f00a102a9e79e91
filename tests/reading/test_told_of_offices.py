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
# A sentence that a language tells otherwise, or in a case in which the name is not found again.
NOT_READ = {("in an aside", "fi"), ("in an aside", "pl")}


def _told(*kinds: str) -> list[tuple[str, str]]:
    return [(row[1], row[2]) for row in ROWS if row[0] in kinds and (row[0], row[1]) not in NOT_READ]


def _read(language: str, sentence: str) -> Organisation:
    authority, member = OF[language]
    page = f'<html lang="{language}"><head><title>Polis | {authority}</title></head><body><h2>Polis</h2>'
    found = reading_of(f"{page}<p>{member}</p><p>{sentence}</p></body></html>")
    return next(one for one in found.organisations if one.name.text == "Polis")


@pytest.mark.parametrize(("language", "sentence"), _told("sought", "met", "visits", "farewell", "at home"))
def test_who_is_a_candidate_or_but_meets_those_who_hold_an_office_holds_none(language: str, sentence: str) -> None:
    found = _read(language, sentence)
    assert (found.offices, found.representatives) == ([], [])


@pytest.mark.parametrize(("language", "sentence"), _told("comes after"))
def test_who_comes_after_another_in_a_seat_holds_it_and_the_other_does_not(language: str, sentence: str) -> None:
    assert [(one.office, one.person) for one in _read(language, sentence).offices] == [("board", "Asta Lind")]


@pytest.mark.parametrize(("language", "sentence"), _told("in an aside"))
def test_whom_an_aside_tells_to_represent_the_authority_holds_its_office(language: str, sentence: str) -> None:
    found = _read(language, sentence)
    assert [(one.office, one.person) for one in found.offices] == [("vice-chair", "Asta Lind")]
    assert found.representatives == []
