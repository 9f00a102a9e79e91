"""Whom the authority sends, told by names alone, and dates that are of no membership, in all languages."""

from __future__ import annotations

from pathlib import Path

import pytest

from hansa import reading
from hansa.reading.types import Organisation

TOLD = Path(__file__).parent / "languages" / "merely_named.tsv"
ROWS = [line.split("\t") for line in TOLD.read_text("utf-8").splitlines() if not line.startswith("#")]
SENT, THREE, OTHERS, HELD, ENDED, GONE = slice(3, 5), 5, slice(6, 10), 10, 11, 12
HEADED = {row[0]: row[1:3] for row in ROWS}


def _of_eurocities(language: str, told: str) -> Organisation | None:
    authority, heading = HEADED[language]
    page = f"""<html lang={language}><title>{heading} - {authority}</title><h1>{heading}</h1>
<h2>POLIS</h2><p>polis-network.eu</p>
<h2>Eurocities</h2><p>{told}</p><h2>Energy Cities</h2><p>energy-cities.eu</p></html>"""
    read = reading.read(reading.open_document(page.encode()))
    return next((one for one in read.organisations if one.name.text == "Eurocities"), None)


@pytest.mark.parametrize(("language", "told"), [(row[0], told) for row in ROWS for told in row[SENT] if told != "-"])
def test_who_is_sent_is_told_by_the_name_alone(language: str, told: str) -> None:
    found = _of_eurocities(language, told)

    assert found is not None
    assert [one.person in told for one in found.representatives] == [True]


@pytest.mark.parametrize(("language", "told"), [(row[0], row[THREE]) for row in ROWS if row[THREE] != "-"])
def test_three_who_are_sent_are_told_behind_a_colon(language: str, told: str) -> None:
    found = _of_eurocities(language, told)

    names = told.partition(":")[2].strip(" .").split(", ")
    assert found is not None
    assert [one.person for one in found.representatives] == names


@pytest.mark.parametrize(("language", "told"), [(row[0], told) for row in ROWS for told in row[OTHERS] if told != "-"])
def test_whom_a_network_or_another_has_or_who_was_at_a_meeting_is_not_sent(language: str, told: str) -> None:
    found = _of_eurocities(language, told)

    assert found is None or not found.representatives


@pytest.mark.parametrize(("language", "told"), [(row[0], row[place]) for row in ROWS for place in (HELD, ENDED, GONE)])
def test_a_seat_that_was_held_and_a_membership_that_ended_tell_not_since_when(language: str, told: str) -> None:
    found = _of_eurocities(language, told)

    assert found is None or found.membership is None or found.membership.since is None
