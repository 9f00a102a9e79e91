"""Whom minutes and decisions send to a network, in each language."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.reading.pages import reading_of
from tests.reading.test_below_headings_in_languages import PAGES

_ROWS = [
    line.split("\t")
    for line in (Path(__file__).parent / "languages" / "appointed.tsv").read_text("utf8").splitlines()
    if not line.startswith("#")
]


@pytest.mark.parametrize(("code", "people", "words"), _ROWS)
def test_whom_a_decision_sends_to_a_network_represents_the_authority_there(code: str, people: str, words: str) -> None:
    title, introduction, _is_what = PAGES[code]
    told = "".join(f"<p>{one.replace(' / ', '<br>')}</p>" for one in words.split(" | "))
    page = f'<html lang="{code}"><body><main><h1>{title}</h1><p>{introduction}</p>{told}</main></body></html>'
    found = {one.name.text: one.representatives for one in reading_of(page).organisations}
    first, first_deputy, second, second_deputy = people.split(", ")
    assert list(found) == ["Eurocities", "Polis"]
    assert [(one.person, one.deputy) for one in found["Eurocities"]] == [(first, False), (first_deputy, True)]
    assert [(one.person, one.deputy) for one in found["Polis"]] == [(second, False), (second_deputy, True)]


def test_lines_below_one_that_appoints_name_a_network_and_whom_it_is_sent() -> None:
    reading = reading_of(
        "WESTSEA COUNCIL\n\nMinutes of 4 June\n\nThe council appoints for 2025-2029 as representatives:\n\n"
        "i)   to Eurocities, the Chief Planner of the harbours, Ann Ek,\n     and Cllr Bo Al (Lab), substitute;\n"
        "ii)  to the Forum of Safe Cities (EFUS), the Chief Fire Officer, Eve Lund.\n\n"
        "Nobody is sent to the fair.\n"
    )
    told = {one.name.text: [(p.person, p.deputy) for p in one.representatives] for one in reading.organisations}
    assert told == {"Eurocities": [("Ann Ek", False), ("Bo Al", True)], "Forum of Safe Cities": [("Eve Lund", False)]}
