"""Sentences that say of others, by who they are to the authority, that they belong to a network that is known."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest

from tests.reading.pages import reading_of

_FILE = Path(__file__).parent / "languages" / "spoken_of_others.tsv"
ROWS = list(csv.DictReader(_FILE.open(encoding="utf8"), delimiter="\t"))
SAID = [(row["code"], said) for row in ROWS for said in row if said not in ("code", "authority", "title", "own")]
OWN = ["Eurocities", "Energy Cities"]


def _found(row: dict[str, str], said: str) -> list[str]:
    title = f"{row['authority']}: Eurocities, Energy Cities"
    page = (
        f"<html lang='{row['code']}'><title>{title}</title><body><h1>{row['authority']}</h1><p>{row['own']} {said}</p>"
    )
    return [one.name.text for one in reading_of(f"{page}</body></html>").organisations]


@pytest.mark.parametrize(("code", "said"), SAID)
def test_a_network_to_which_others_belong_is_none_of_the_authoritys(code: str, said: str) -> None:
    row = next(one for one in ROWS if one["code"] == code)
    assert row[said] == "-" or _found(row, row[said]) == OWN


def test_what_a_network_says_for_towns_is_said_of_itself() -> None:
    row = next(one for one in ROWS if one["code"] == "en")
    assert "ICLEI" in _found(row, "The council belongs to ICLEI. ICLEI represents the municipalities at conferences.")


def test_a_county_through_which_a_town_belongs_does_not_take_the_network_from_it() -> None:
    row = next(one for one in ROWS if one["code"] == "en")
    assert "Polis" in _found(row, "Through the county council the city has been a member of Polis since 2015.")
