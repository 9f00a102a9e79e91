"""Cells that tell of more than their column says: “Bo Ek (S). Officer: Ann Ås”, in that of the representatives."""

from __future__ import annotations

from pathlib import Path

import pytest

from hansa.reading import open_document, read

_LINES = (Path(__file__).parent / "languages" / "labels_in_cells.tsv").read_text("utf8").splitlines()
ROWS = [line.split("\t") for line in _LINES if not line.startswith("#")]
IDS = [row[0] for row in ROWS]
EVERY = ("Eurocities", "Hexagon Uplands Forum", "Energy Cities")
ONE, OTHER, OFFICER = "Maria Hegg", "Carl Otten", "Stefan Lund"


def _told(row: list[str], cell: str, *, as_list: bool) -> list[tuple[list[tuple[str, bool]], list[str | None]]]:
    """Of each network who represents the authority, whether as a deputy, and whom to ask."""
    code, said, organisation, represents, since, *_ = row
    if as_list:
        body = "".join(
            f"<h2>{name}</h2><dl><dt>{represents}</dt><dd>{cell}</dd><dt>{since}</dt><dd>2011</dd></dl>"
            for name in EVERY
        )
    else:
        lines = "".join(f"<tr><td>{name}</td><td>{cell}</td><td>2011</td></tr>" for name in EVERY)
        body = f"<table><tr><th>{organisation}</th><th>{represents}</th><th>{since}</th></tr>{lines}</table>"
    every = read(open_document(f"<html lang={code}><body><p>{said}</p>{body}</body></html>".encode())).organisations
    return [
        ([(r.person, r.deputy) for r in one.representatives], [contact.person for contact in one.contacts])
        for one in every
    ]


@pytest.mark.parametrize("as_list", [False, True], ids=["table", "definitions"])
@pytest.mark.parametrize("between", [". ", "<br>", "; ", ", "])
@pytest.mark.parametrize("row", ROWS, ids=IDS)
def test_an_officer_in_the_cell_of_a_representative_is_whom_to_ask(row: list[str], between: str, as_list: bool) -> None:
    party, officer = row[5], row[6] if between in (". ", "<br>") else row[6].lower()
    cell = f"{ONE} ({party}){between}{officer}: {OFFICER}"
    assert _told(row, cell, as_list=as_list) == [([(ONE, False)], [OFFICER])] * len(EVERY)


@pytest.mark.parametrize("as_list", [False, True], ids=["table", "definitions"])
@pytest.mark.parametrize("row", ROWS, ids=IDS)
def test_an_officer_behind_a_deputy_is_whom_to_ask(row: list[str], as_list: bool) -> None:
    party, officer, deputy = row[5:8]
    cell = f"{ONE} ({party}). {deputy}: {OTHER}. {officer}: {OFFICER}"
    assert _told(row, cell, as_list=as_list) == [([(ONE, False), (OTHER, True)], [OFFICER])] * len(EVERY)


@pytest.mark.parametrize("as_list", [False, True], ids=["table", "definitions"])
@pytest.mark.parametrize("row", ROWS, ids=IDS)
def test_an_officer_where_nobody_was_elected_represents_nobody(row: list[str], as_list: bool) -> None:
    cell = f"{row[8]}. {row[6]}: {OFFICER}"
    assert _told(row, cell, as_list=as_list) == [([], [OFFICER])] * len(EVERY)
