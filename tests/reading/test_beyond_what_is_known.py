"""Bodies across borders, which few know by name, and headings above what is no network."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest

from tests.reading.pages import reading_of

_FOLDER = Path(__file__).parent / "languages"


def _rows(name: str) -> list[dict[str, str]]:
    return list(csv.DictReader((_FOLDER / name).open(encoding="utf8"), delimiter="\t"))


SPOKEN = {row["code"]: row for row in _rows("spoken_of_others.tsv")}
ACROSS = _rows("across_borders.tsv")
HEADINGS = _rows("other_things.tsv")
OWN = ["Eurocities", "Energy Cities"]
LISTS = {
    "papers": ("Covenant of Mayors – 2012", "Green City Accord – 2021", "European Charter for Equality – CEMR, 2009"),
    "projects": (
        "BLUE-GREENWAY (Northern Periphery and Arctic)",
        "LECo – Local Energy Communities",
        "Energy Towns – ENT",
    ),
}


def _found(code: str, body: str) -> list[str]:
    row = SPOKEN[code]
    head = f"<head><title>{row['title']} - {row['authority']}</title></head>"
    page = f"<body><main><h1>{row['title']}</h1><p>{row['own']}</p>{body}</main></body>"
    return [one.name.text for one in reading_of(f"<html lang='{code}'>{head}{page}</html>").organisations]


@pytest.mark.parametrize(("code", "sentence", "name"), [tuple(row.values()) for row in ACROSS])
def test_a_body_across_borders_is_found_by_its_whole_name(code: str, sentence: str, name: str) -> None:
    assert _found(code, f"<p>{sentence}</p>") == [*OWN, name]


@pytest.mark.parametrize(
    "sentence",
    [
        "Neighbouring Oakbridge is a member of the Euroregion Highdale.",
        "The programme is run by the Euroregion Highdale.",
        "Until now the council has not joined the Euroregion Highdale.",
    ],
)
def test_a_body_across_borders_that_is_but_named_is_none_of_the_authoritys(sentence: str) -> None:
    assert _found("en", f"<p>{sentence}</p>") == OWN


@pytest.mark.parametrize(("code", "heading", "kind"), [tuple(row.values()) for row in HEADINGS])
def test_what_is_listed_below_commitments_or_projects_is_no_network(code: str, heading: str, kind: str) -> None:
    items = "".join(f"<li>{item}</li>" for item in LISTS[kind])
    assert _found(code, f"<h2>{heading}</h2><ul>{items}</ul>") == OWN


def test_networks_below_a_heading_of_networks_and_projects_are_found() -> None:
    told = "<p>The council has been a member of Polis since 2015.</p>"
    assert "Polis" in _found("en", f"<h2>Networks and projects</h2>{told}")


def test_a_heading_below_which_nothing_is_said_of_an_organisation_is_none() -> None:
    contact = "<div>Policy adviser<br>Ann Ek<br>ann.ek@saltmouth.example.org</div>"
    body = f"<h3>Eurocities</h3><p>Fee: 9,000 euros.</p><h3>Risks</h3><p>None. All is accounted for.</p>{contact}"
    assert "Risks" not in _found("en", body)


@pytest.mark.parametrize("row", _rows("too_small.tsv"), ids=lambda row: str(row["code"]))
def test_what_the_authority_is_too_small_for_or_has_but_contacts_with_is_none_of_its_own(row: dict[str, str]) -> None:
    assert _found(row["code"], f"<p>{row['small']}</p>") == OWN
    assert _found(row["code"], f"<p>{row['informal']}</p>") == OWN
