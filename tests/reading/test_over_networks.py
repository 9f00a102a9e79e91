"""Titles over networks, “International networks”: what stands below them is read, whatever it is called."""

from __future__ import annotations

from pathlib import Path

import pytest

from hansa.reading import open_document, read

_LINES = (Path(__file__).parent / "languages" / "over_networks.tsv").read_text("utf8").splitlines()
ROWS = [line.split("\t") for line in _LINES if not line.startswith("#")]
IDS = [row[0] for row in ROWS]
EVERY = [
    ("Eurocities", "2004"),
    ("Hexagon Uplands Forum", "1998"),
    ("Ruralitas", "2015"),
]  # one known, one told, neither


def _names(code: str, body: str) -> list[str]:
    page = open_document(f"<html lang={code}><body>{body}</body></html>".encode())
    return [one.name.text for one in read(page).organisations]


@pytest.mark.parametrize("place", range(15))
@pytest.mark.parametrize("row", ROWS, ids=IDS)
def test_a_heading_with_since_when_below_it_is_an_organisation_below_any_title(row: list[str], place: int) -> None:
    code, _said, since, what, *titles = row
    below = "".join(f"<h2>{name}</h2><p>{what} {since} {year}.</p>" for name, year in EVERY)
    assert _names(code, f"<h1>{titles[place]}</h1>{below}") == [name for name, _year in EVERY]


@pytest.mark.parametrize("place", range(15))
@pytest.mark.parametrize("row", ROWS, ids=IDS)
def test_a_title_above_the_words_that_we_belong_to_the_following_is_no_organisation(row: list[str], place: int) -> None:
    code, said, since, what, *titles = row
    below = "".join(f"<h2>{name}</h2><p>{what} {since} {year}.</p>" for name, year in EVERY)
    body = f"<h1>{titles[place - 5]}</h1><h2>{titles[place]}</h2><p>{said}</p>{below}"
    assert _names(code, body) == [name for name, _year in EVERY]


@pytest.mark.parametrize("row", ROWS, ids=IDS)
def test_an_item_that_says_since_when_is_an_organisation_among_others(row: list[str]) -> None:
    code, said, since, _what, *titles = row
    items = "".join(f"<li>{name}, {since.lower()} {year}</li>" for name, year in EVERY)
    assert _names(code, f"<h1>{titles[0]}</h1><p>{said}</p><ul>{items}</ul>") == [name for name, _year in EVERY]


@pytest.mark.parametrize(
    "row", [row for row in ROWS if row[0] in ("sv", "en", "de", "fr")], ids=["sv", "en", "de", "fr"]
)
def test_a_heading_that_asks_is_no_organisation(row: list[str]) -> None:
    code, said, since, what, *titles = row
    body = f"<h1>{titles[0]}</h1><p>{said}</p><h2>Ruralitas? Nej, no, nein</h2><p>{what} {since} 2004.</p>"
    assert _names(code, body) == []


def test_a_heading_with_the_labels_of_those_beside_it_is_one_of_them() -> None:
    told = [f"## {name}\n\nMembers: 14{place}\n\nFounded: 198{place}\n" for place, (name, _year) in enumerate(EVERY)]
    page = open_document("\n".join(["# Memberships\n", "The city is a member of these networks.\n", *told]).encode())
    assert [one.figures["founded"].value for one in read(page).organisations] == [1980, 1981, 1982]
