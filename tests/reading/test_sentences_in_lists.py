"""Lists whose items are sentences, each about one network, in every language."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest

from hansa.reading import open_document, read
from hansa.reading.types import Organisation

_FILE = Path(__file__).parent / "languages" / "told_items.tsv"
ROWS = list(csv.DictReader(_FILE.read_text("utf8").splitlines(), delimiter="\t"))
every_language = pytest.mark.parametrize("row", ROWS, ids=[row["language"] for row in ROWS])


def _networks(row: dict[str, str]) -> dict[str, Organisation]:
    items = "".join(f"<li>{row[one]}</li>" for one in ("energy_cities", "polis", "metrex"))
    page = f"<html lang={row['language']}><main><h1>{row['heading']}</h1><ul>{items}</ul></main></html>"
    return {one.name.text: one for one in read(open_document(page.encode())).organisations}


@every_language
def test_an_item_is_about_the_network_that_its_sentence_names(row: dict[str, str]) -> None:
    found = _networks(row)
    assert list(found) == ["Energy Cities", "Polis", "METREX"]
    told = [(one.membership.since if one.membership else None) for one in found.values()]
    assert told == ["2012", "2015", "2001"]
    assert found["Polis"].figures["members"].value == 80


@every_language
def test_whom_an_items_sentences_tell_of_are_each_what_they_are(row: dict[str, str]) -> None:
    found = _networks(row)
    energy, polis = found["Energy Cities"], found["Polis"]
    assert [(one.person, one.deputy) for one in energy.representatives] == [
        (row["representative"], False),
        (row["deputy"], True),
    ]
    assert [one.person for one in energy.contacts] == [row["contact"]]
    assert [one.person for one in polis.contacts] == [row["asked"]]
    assert [(one.office, one.person) for one in polis.offices] == [("board", row["sits_on_the_board"])]
    assert energy.membership
    assert energy.membership.committee
    assert not (polis.membership and polis.membership.committee)


@pytest.mark.parametrize(
    ("language", "item"),
    [
        ("en", "We are not a member of Polis, although we follow it."),
        ("sv", "Vi lämnade Polis 2016 efter fem år."),
        ("de", "Wir prüfen einen Beitritt zu Polis."),
    ],
)
def test_an_item_that_denies_a_membership_is_no_network(language: str, item: str) -> None:
    row = next(row for row in ROWS if row["language"] == language)
    found = _networks(row | {"polis": item})
    assert [name for name, one in found.items() if not (one.membership and one.membership.until)] == [
        "Energy Cities",
        "METREX",
    ]
