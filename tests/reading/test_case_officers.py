"""Whom minutes and reports name above or below what they tell of networks is asked about all of them."""

from __future__ import annotations

from pathlib import Path

import pytest

from hansa.reading import open_document, read

_LINES = (Path(__file__).parent / "languages" / "case_officers.tsv").read_text("utf8").splitlines()
ROWS = [line.split("\t") for line in _LINES if not line.startswith("#")]
LABELS = [(row[:5], label) for row in ROWS for label in row[5:]]
NETWORKS = (("Eurocities", 2004), ("METREX", 2010), ("Energy Cities", 2016))
ADDRESS = "europe@sunde.example.org"


def _asked(text: str) -> list[list[tuple[str | None, str | None]]]:
    every = read(open_document(text.encode())).organisations
    assert [one.name.text for one in every] == [name for name, _year in NETWORKS]
    return [[(contact.person, contact.email) for contact in one.contacts] for one in every]


def _told(said: str) -> str:
    parts = (f"{name}\n{said.format(year=year)}\n" for name, year in NETWORKS)
    return "\n".join(parts)


@pytest.mark.parametrize("at_the_end", [False, True], ids=["above", "below"])
@pytest.mark.parametrize(("row", "label"), LABELS, ids=[f"{row[0]}-{label}" for row, label in LABELS])
def test_who_answers_for_a_matter_is_asked_about_all_its_networks(row: list[str], label: str, at_the_end: bool) -> None:
    _code, title, said, person, unit = row
    line = f"{label}: {person}, {unit}, {ADDRESS}"
    parts = [_told(said), line] if at_the_end else [line, _told(said)]
    assert _asked("\n\n".join([title, *parts])) == 3 * [[(person, ADDRESS)]]


@pytest.mark.parametrize("row", ROWS, ids=[row[0] for row in ROWS])
def test_whom_a_sentence_says_to_ask_below_all_networks_is_asked_about_them(row: list[str]) -> None:
    _code, title, said, person, unit, *labels = row
    line = f"{labels[-1]} {person}, {unit}, {ADDRESS}."
    assert _asked(f"{title}\n\n{_told(said)}\n{line}\n") == 3 * [[(person, ADDRESS)]]


@pytest.mark.parametrize("row", ROWS, ids=[row[0] for row in ROWS])
def test_the_last_of_contacts_that_each_network_has_is_that_network_s_own(row: list[str]) -> None:
    _code, title, said, person, unit, *labels = row
    people = {surname.lower(): f"{person.split()[0]} {surname}" for surname in ("Holm", "Berg", "Dahl")}
    parts = (
        f"{name}\n{said.format(year=year)}\n\n{labels[0]}: {somebody}, {unit}, {address}@sunde.example.org\n"
        for (name, year), (address, somebody) in zip(NETWORKS, people.items(), strict=True)
    )
    asked = _asked("\n".join([title, "", *parts]))
    assert asked == [[(somebody, f"{address}@sunde.example.org")] for address, somebody in people.items()]


def test_who_was_named_for_one_network_is_asked_about_all_where_a_line_says_so() -> None:
    first, *others = (f"<h2>{name}</h2><p>We have been a member since {year}.</p>" for name, year in NETWORKS)
    team = "<ul><li>Helen Page, Head of External Affairs - helen.page@sunde.example.org</li></ul>"
    page = f"<h1>European networks</h1>{first}<p>Lead officer: Helen Page</p>{''.join(others)}<h2>Our team</h2>"
    said = "<p>The External Affairs team coordinates membership of all networks.</p>"
    assert _asked(f"{page}{said}{team}") == 3 * [[("Helen Page", "helen.page@sunde.example.org")]]
