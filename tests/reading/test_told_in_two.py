"""An organisation of which a page tells in two places."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest

from tests.reading.pages import named, reading_of

ROWS = list(csv.DictReader((Path(__file__).parent / "languages" / "told_in_two.tsv").open(), delimiter="\t"))
IN_LANGUAGES = pytest.mark.parametrize("row", ROWS, ids=[row["code"] for row in ROWS])


def page(row: dict[str, str], name: str, *, members: int = 0) -> str:
    """A network below a heading, and beside another in a table that sums all of them up."""
    more = f"<th>{members}</th>" if members else ""
    return (
        f"<html lang='{row['code']}'><body><h1>CPMR, Polis</h1>"
        f"<h2>Conference of Peripheral Maritime Regions (CPMR)</h2><p>{row['member']}</p>"
        f"<h2>Polis</h2><p>{row['member'].replace('CPMR', 'Polis').replace('150', '90')}</p>"
        f"<table><tr><th>{row['network']}</th><th>{row['since']}</th><th>{row['fee']}</th></tr>"
        f"<tr><td>{name}</td><td>1996</td><td>9 850 euro</td>{more}</tr>"
        "<tr><td>Polis</td><td>2004</td><td>4 000 euro</td></tr></table></body></html>"
    )


@IN_LANGUAGES
def test_a_table_that_sums_up_the_networks_tells_more_of_those_with_headings(row: dict[str, str]) -> None:
    reading = reading_of(page(row, "CPMR"))
    assert [one.abbreviation or one.name.text for one in reading.organisations] == ["CPMR", "Polis"]
    found = named(reading, "CPMR")
    assert found.name.text == "Conference of Peripheral Maritime Regions"
    assert found.figures["members"].value == 150
    assert found.membership is not None
    assert found.membership.since == "1996"
    assert found.membership.fee is not None
    assert found.membership.fee.amount == 9850


@IN_LANGUAGES
def test_a_row_that_is_said_to_take_in_a_part_is_that_of_the_whole(row: dict[str, str]) -> None:
    for name in (f"CPMR {row['wider']}", f"CPMR ({row['wider']})"):
        reading = reading_of(page(row, name))
        assert [one.abbreviation or one.name.text for one in reading.organisations] == ["CPMR", "Polis"]
        found = named(reading, "CPMR").membership
        assert found is not None
        assert found.since == "1996"


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("KIMO has 12 members.", "KIMO has 40 members."),
        ("We have been a member of KIMO since 2003.", "We have been a member of KIMO since 2011."),
        ("We have been a member of KIMO since 2003.", "We were a member of KIMO until 1998."),
    ],
)
def test_what_two_places_say_otherwise_is_not_put_together(first: str, second: str) -> None:
    both = f"<h2>KIMO</h2><p>{first}</p><h2>Polis</h2><p>We are members of Polis.</p><h2>KIMO</h2><p>{second}</p>"
    reading = reading_of(f"<html lang='en'><body><h1>Networks</h1>{both}</body></html>")
    assert [one.name.text for one in reading.organisations].count("KIMO") == 2


@pytest.mark.parametrize("other", ["Eurocities Environment Forum", "KIMO Danmark", "Polis Board of Towns"])
def test_a_part_of_an_organisation_is_not_put_together_with_it(other: str) -> None:
    own = other.partition(" ")[0]
    both = f"<h2>{own}</h2><p>We have been a member of {own} since 2003.</p>"
    both += f"<h2>{other}</h2><p>We have been a member of the {other} since 2003.</p>"
    reading = reading_of(f"<html lang='en'><body><h1>Networks</h1>{both}</body></html>")
    assert [one.name.text for one in reading.organisations] == [own, other]
