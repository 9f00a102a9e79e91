"""What stands in the column for since when: a year, that a membership has ended, or that there is none."""

from __future__ import annotations

from pathlib import Path

import pytest

from hansa.reading import open_document, read
from hansa.reading.types import Organisation

_LINES = (Path(__file__).parent / "languages" / "membership_cells.tsv").read_text("utf8").splitlines()
ROWS = [line.split("\t") for line in _LINES if not line.startswith("#")]
IDS = [row[0] for row in ROWS]


def _told(row: list[str], cell: str) -> Organisation | None:
    _code, title, said, *heads = row[:6]
    rows = [("Eurocities", "Gro Hegg", "1998"), ("Euromontana", "", cell), ("Energy Cities", "Leif Ard", "2015")]
    cells = "".join(f"<tr>{''.join(f'<td>{one}</td>' for one in line)}</tr>" for line in rows)
    table = f"<table><tr>{''.join(f'<th>{one}</th>' for one in heads)}</tr>{cells}</table>"
    every = read(open_document(f"<h1>{title}</h1><p>{said}</p>{table}".encode())).organisations
    return next((one for one in every if one.name.text == "Euromontana"), None)


@pytest.mark.parametrize("place", range(6, 8))
@pytest.mark.parametrize("row", ROWS, ids=IDS)
def test_a_membership_that_has_ended_has_no_beginning_on_that_day(row: list[str], place: int) -> None:
    one = _told(row, row[place])
    assert one is None or (one.membership.until == "2021" and one.membership.since is None)


@pytest.mark.parametrize("place", range(8, 10))
@pytest.mark.parametrize("row", ROWS, ids=IDS)
def test_what_the_authority_is_no_member_of_is_not_found(row: list[str], place: int) -> None:
    assert _told(row, row[place]) is None


@pytest.mark.parametrize("place", range(10, 14))
@pytest.mark.parametrize("row", ROWS, ids=IDS)
def test_since_when_is_told_by_the_first_date_of_the_column(row: list[str], place: int) -> None:
    one = _told(row, row[place])
    assert one is not None
    assert one.membership.since == ("2004-03" if place == 13 else "2004")
