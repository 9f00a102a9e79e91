"""An organisation that a page tells of below a heading and in a table, and headings that a document counts."""

from __future__ import annotations

from pathlib import Path

import pytest

from hansa.reading.types import Organisation
from tests.reading.pages import reading_of

HEADINGS = (
    "<h2>Eurocities</h2><p>The city has been a member of the network since 1999.</p>"
    "<h2>Council of European Municipalities and Regions (CEMR)</h2><p>The city has been a member since 1982.</p>"
)
FEES = (
    "<h2>Fees</h2><table><tr><th>Network</th><th>Annual fee</th></tr>"
    '<tr><td><a href="https://eurocities.eu">Eurocities</a></td><td>€18,000</td></tr>'
    "<tr><td>CEMR</td><td>€2,000</td></tr></table>"
)


def _told(organisation: Organisation) -> tuple[str | None, float | None]:
    membership = organisation.membership
    assert membership
    return membership.since, membership.fee.amount if membership.fee else None


@pytest.mark.parametrize("parts", [HEADINGS + FEES, FEES + HEADINGS], ids=["table-below", "table-above"])
def test_a_row_on_an_organisation_that_has_a_heading_tells_more_of_that_one(parts: str) -> None:
    page = f"<html lang='en'><body><main><h1>Our European networks</h1>{parts}</main></body></html>"
    first, second = reading_of(page).organisations
    assert (first.name.text, first.website, _told(first)) == ("Eurocities", "https://eurocities.eu", ("1999", 18000))
    assert (second.abbreviation, _told(second)) == ("CEMR", ("1982", 2000))


COUNTED = {
    "numbers": ["1. ", "2. ", "3. "],
    "below-numbers": ["3.1 ", "3.2 ", "3.3 "],
    "brackets": ["(1) ", "(2) ", "(3) "],
    "roman": ["I. ", "II. ", "III. "],
    "roman-dash": ["I – ", "II – ", "III – "],
    "roman-below": ["III.1 ", "III.2 ", "III.3 "],
    "letters": ["A. ", "B. ", "C. "],
    "paragraphs": ["§ 1 ", "§ 2 ", "§ 3 "],
}


@pytest.mark.parametrize("counted", COUNTED.values(), ids=COUNTED.keys())
def test_the_numbers_of_headings_are_no_part_of_names(counted: list[str]) -> None:
    names = ("Eurocities", "Polis", "Conference of Peripheral Maritime Regions (CPMR)")
    body = "".join(
        f"<h2>{mark}{name}</h2><p>The city has been a member since 1999.</p>"
        for mark, name in zip(counted, names, strict=True)
    )
    found = reading_of(f"<html lang='en'><body><main><h1>International memberships</h1>{body}</main></body></html>")
    assert [one.name.text for one in found.organisations] == [*names[:2], names[2].partition(" (")[0]]


def test_a_single_number_before_a_heading_counts_what_happens_and_stays() -> None:
    body = "<h2>Polis</h2><p>The city has been a member since 1999.</p><h2>A. Lind</h2><p>Adviser, 046 12 34 56</p>"
    found = reading_of(f"<html lang='en'><body><main><h1>International memberships</h1>{body}</main></body></html>")
    assert [one.name.text for one in found.organisations] == ["Polis"]


_TABLE = (Path(__file__).parent / "languages" / "by_year.tsv").read_text("utf8").splitlines()
BY_YEAR = [row.split("\t") for row in _TABLE if row[0] != "#"]


@pytest.mark.parametrize(
    ("code", "noun", "above", "kind", "member"), BY_YEAR, ids=[f"{row[0]}-{row[2]}" for row in BY_YEAR]
)
def test_amounts_by_year_are_fees_where_what_stands_above_says_so(
    code: str, noun: str, above: str, kind: str, member: str
) -> None:
    names = ("Eurocities", "Polis")
    rows = "".join(f"<tr><td>{name}</td><td>1 900 €</td><td>2 000 €</td></tr>" for name in names)
    head = f"<tr><th>{noun}</th><th>2023</th><th>2024</th></tr>"
    own = "".join(f"<h2>{name}</h2><p>{member}</p>" for name in names)
    page = f"<h1>Europa</h1>{own}<h2>{above}</h2><table>{head}{rows}</table>"
    found = reading_of(f'<html lang="{code}"><body><main>{page}</main></body></html>').organisations
    fees = [one.membership.fee.amount for one in found if one.membership and one.membership.fee]
    assert fees == ([2000, 2000] if kind == "fees" else [])


@pytest.mark.parametrize("said", ["Annual fee 2025: €3,000", "Annual fee (2025): €3,000"])
def test_a_year_behind_a_label_belongs_to_it(said: str) -> None:
    page = f"<h1>Our European networks</h1><h2>Polis</h2><p>The city has been a member since 1999.</p><p>{said}</p>"
    (polis,) = reading_of(f"<html lang='en'><body><main>{page}</main></body></html>").organisations
    assert _told(polis) == ("1999", 3000)
