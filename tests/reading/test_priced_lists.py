"""Lists of what an authority pays for, however their lines are set."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest

from hansa.reading import open_document, read

_ROWS = list(csv.DictReader((Path(__file__).parent / "languages" / "priced.tsv").open(encoding="utf8"), delimiter="\t"))
LANGUAGES = [row["language"] for row in _ROWS]
ROWS = {row["language"]: row for row in _ROWS}
NETWORKS = {"Union of the Baltic Cities": 3100, "European Association of Harbour Museums": 1250, "Les Rencontres": 150}


def _dots(name: str, amount: str) -> str:
    return f"   {name} {'.' * (46 - len(name))} {amount}"


def _spaces(name: str, amount: str) -> str:
    return f"  {name}{' ' * (46 - len(name))}{amount:>12}"


SETTINGS = {
    "dots": _dots,
    "spaces": _spaces,
    "two dots and spaces": lambda name, amount: f"{name} ..{' ' * (46 - len(name))}{amount}",
    "items with a colon": lambda name, amount: f" - {name} : {amount}",
    "items with spaces": lambda name, amount: f"- {name}{' ' * (44 - len(name))}{amount}",
    "items with brackets": lambda name, amount: f"- {name} ({amount})",
    "commas": lambda name, amount: f"{name}, {amount}",
}


def _page(row: dict[str, str], setting: str, above: str, names: dict[str, int]) -> str:
    lines = [SETTINGS[setting](name, f"{amount} {row['sign']}") for name, amount in names.items()]
    return f"{row['intro']}\n\n{above}\n" + "\n".join(lines) + f"\n\n{row['after']}\n"


def _read(text: str, name: str = "page.txt") -> dict[str, float | None]:
    found = read(open_document(text.encode(), name=name)).organisations
    return {
        one.name.text: one.membership.fee.amount if one.membership and one.membership.fee else None for one in found
    }


@pytest.mark.parametrize("setting", SETTINGS)
@pytest.mark.parametrize("code", LANGUAGES)
def test_what_is_paid_for_is_read_with_its_fee_however_the_lines_are_set(code: str, setting: str) -> None:
    assert _read(_page(ROWS[code], setting, ROWS[code]["fees"], NETWORKS)) == NETWORKS


@pytest.mark.parametrize("code", LANGUAGES)
def test_what_a_sentence_lists_with_its_sums_behind_a_colon_is_read(code: str) -> None:
    row = ROWS[code]
    listed = "; ".join(f"{name} {amount} {row['sign']}" for name, amount in NETWORKS.items())
    assert _read(f"{row['intro']}\n\n{row['fees']} {listed}.\n\n{row['after']}\n") == NETWORKS


@pytest.mark.parametrize("setting", ["dots", "commas"])
@pytest.mark.parametrize("code", LANGUAGES)
def test_an_association_of_the_country_among_what_is_paid_for_is_none(code: str, setting: str) -> None:
    names = {ROWS[code]["home"]: 900, **NETWORKS}
    assert _read(_page(ROWS[code], setting, ROWS[code]["fees"], names)) == NETWORKS


@pytest.mark.parametrize("code", LANGUAGES)
def test_what_suppliers_are_paid_is_no_fee(code: str) -> None:
    names = {"Harbour Paving": 3100, "Green Offices": 1250, "Les Cars Bleus": 150}
    assert _read(_page(ROWS[code], "dots", ROWS[code]["invoices"], names)) == {}


def test_a_name_of_two_lines_in_columns_of_spaces_is_one() -> None:
    text = (
        "The Council takes part in several networks in order to learn from others.\n\n"
        "International subscriptions 2024\n"
        "  Union of the Baltic Cities                  3100 EUR\n"
        "  European Association of Harbour Museums and\n"
        "  Lighthouses                                 1250 EUR\n"
        "  Les Rencontres                               150 EUR\n\n"
        "Members noted the report.\n"
    )
    assert list(_read(text)) == [
        "Union of the Baltic Cities",
        "European Association of Harbour Museums and Lighthouses",
        "Les Rencontres",
    ]


def test_spaces_between_sentences_make_no_columns() -> None:
    text = "The town is quiet.   It has a harbour.\nThe harbour is old.   It has two piers.\n"
    assert _read(f"Our town\n\n{text}") == {}


def test_lines_with_wide_gaps_in_no_columns_are_no_table() -> None:
    text = "aaaa   b   cccccc\naaaaaaaa   ccc   c\naa   bbbbbbbb   c\naaaaaa   bbbbb   bb\n"
    assert _read(f"Our town\n\n{text}") == {}
