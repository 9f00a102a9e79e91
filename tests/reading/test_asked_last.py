"""The last line behind some networks, with a person or a unit and how they are reached, tells whom to ask."""

from __future__ import annotations

from pathlib import Path

import pytest

from hansa.reading import open_document, read
from hansa.reading.types import Contact

_LINES = (Path(__file__).parent / "languages" / "asked_last.tsv").read_text("utf8").splitlines()
ROWS = [line.split("\t") for line in _LINES if not line.startswith("#")]
ADDRESS = "post@sunde.example.org"
PHONES = {"en": "01632 960123", "nb": "55 55 50 17", "nn": "55 55 50 17", "da": "33 55 01 23"}
NETWORKS = (("Eurocities", 2004), ("METREX", 2010), ("Energy Cities", 2016))


def _asked(row: list[str], line: str) -> list[list[Contact]]:
    code, title, said, member, person, unit = row[:6]
    told = line.format(p=person, u=unit, t=PHONES.get(code, "+46 8 55 50 12 30"), e=ADDRESS)
    parts = "".join(f"- {name}, {member} {year}\n" for name, year in NETWORKS)
    every = read(open_document(f"# {title}\n\n{said}\n\n{parts}\n{told}\n".encode(), name="page.md")).organisations
    assert [one.name.text for one in every] == [name for name, _year in NETWORKS]
    return [one.contacts for one in every]


@pytest.mark.parametrize("line", range(6, 9))
@pytest.mark.parametrize("row", ROWS, ids=[row[0] for row in ROWS])
def test_whom_a_question_says_to_ask_is_asked_about_all_networks(row: list[str], line: int) -> None:
    every = _asked(row, row[line])
    assert [[contact.person for contact in contacts] for contacts in every] == 3 * [[row[4]]]
    assert all(contact.phone for contacts in every for contact in contacts)


@pytest.mark.parametrize("line", range(9, 11))
@pytest.mark.parametrize("row", ROWS, ids=[row[0] for row in ROWS])
def test_a_unit_in_the_last_line_is_asked_about_all_networks(row: list[str], line: int) -> None:
    every = _asked(row, row[line])
    assert [[(one.unit, one.email) for one in contacts] for contacts in every] == 3 * [[(row[5], ADDRESS)]]


@pytest.mark.parametrize("line", [8, 10])
@pytest.mark.parametrize("row", ROWS, ids=[row[0] for row in ROWS])
def test_whom_the_last_sentence_on_one_network_says_to_ask_is_its_own_contact(row: list[str], line: int) -> None:
    code, title, said, member, person, unit = row[:6]
    phone = PHONES.get(code, "+46 8 55 50 12 30")
    told = [row[line].format(p=person, u=unit, t=phone, e=f"{name[:3]}@sunde.example.org") for name, _year in NETWORKS]
    parts = (
        f"<li><b>{name}</b>, {member} {year}. {of_it}</li>" for (name, year), of_it in zip(NETWORKS, told, strict=True)
    )
    every = read(open_document(f"<h1>{title}</h1><p>{said}</p><ul>{''.join(parts)}</ul>".encode())).organisations
    asked = [[(one.person, one.unit, one.email) for one in network.contacts] for network in every]
    who = (person, None) if line == 8 else (None, unit)
    assert asked == [[(*who, f"{name[:3]}@sunde.example.org")] for name, _year in NETWORKS]


@pytest.mark.parametrize("row", ROWS, ids=[row[0] for row in ROWS])
def test_whom_one_asks_about_something_else_is_no_contact(row: list[str]) -> None:
    assert _asked(row, row[11]) == [[], [], []]
