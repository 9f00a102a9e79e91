"""An item of a list, in every way in which officials write one: sub-points, labels between semicolons, behind a dash,
in brackets; in every language."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest

from hansa import reading
from hansa.reading.types import Organisation

_FILE = Path(__file__).parent / "languages" / "items.tsv"
WORDS = {row["language"]: row for row in csv.DictReader(_FILE.read_text("utf8").splitlines(), delimiter="\t")}
SUB_POINTS = """\
- **Eurocities**
  - {Member}
  - {Vice_chair}: Asta Lind ({party}), {until}
  - {Fee}: {amount}
  - {Committee_label}: {committee}
  - {Contact}: {unit}, klimat@vast.example.org"""
SEMICOLONS = (
    "- Eurocities: {member}; {vice_chair}: Asta Lind ({party}); {fee}: {amount}; {committee_label}: {committee}; "
    "{contact}: {unit}, klimat@vast.example.org"
)
PEOPLE = """\
- Eurocities
  - {Member}
  - Asta Lind ({party}) – {vice_chair}
  - Bo Ek ({party}), {board_member}"""
every_language = pytest.mark.parametrize("code", WORDS)


def _eurocities(code: str, item: str) -> Organisation:
    words = WORDS[code]
    capital = {name.capitalize(): value[:1].upper() + value[1:] for name, value in words.items()}
    others = f"- ICLEI: {words['member'].replace('2009', '2011')}\n- Polis\n"
    page = f"# {words['heading']}\n\n{item.format_map(words | capital)}\n{others}"
    found = reading.read(reading.open_document(page.encode(), name="networks.md")).organisations
    (eurocities,) = (one for one in found if one.name.text == "Eurocities")
    assert eurocities.membership is not None
    assert (eurocities.membership.since, eurocities.membership.until) == ("2009", None)
    return eurocities


def _offices(one: Organisation) -> list[tuple[str, str | None]]:
    return [(office.office, office.person) for office in one.offices]


@every_language
@pytest.mark.parametrize("item", [SUB_POINTS, SEMICOLONS], ids=["sub-points", "semicolons"])
def test_labelled_values_below_and_within_an_item_are_read(code: str, item: str) -> None:
    one = _eurocities(code, item)
    assert one.membership is not None
    assert one.membership.fee is not None
    assert one.membership.fee.amount == 12_000
    assert one.membership.committee == WORDS[code]["committee"]
    assert [(contact.unit, contact.email) for contact in one.contacts] == [
        (WORDS[code]["unit"], "klimat@vast.example.org")
    ]
    assert _offices(one) == [("vice-chair", "Asta Lind")]


@every_language
def test_people_of_sub_points_hold_the_office_behind_a_dash_or_a_comma(code: str) -> None:
    assert _offices(_eurocities(code, PEOPLE)) == [("vice-chair", "Asta Lind"), ("board", "Bo Ek")]


@every_language
@pytest.mark.parametrize(
    "item",
    [
        "- **Eurocities** – {member}, {vice_chair} Asta Lind ({party}), {until}",
        "- Eurocities ({member}; {vice_chair}: Asta Lind ({party}))",
        "- Eurocities, {member}. Asta Lind ({party}), {vice_chair}. {Contact}: Cia Berg, {unit}",
    ],
    ids=["dash", "brackets", "sentences"],
)
def test_an_office_within_an_item_is_held_and_its_term_is_not_the_memberships(code: str, item: str) -> None:
    assert _offices(_eurocities(code, item)) == [("vice-chair", "Asta Lind")]


@every_language
def test_a_seat_on_the_board_and_a_representative_are_told_apart(code: str) -> None:
    one = _eurocities(code, "- Eurocities – {member}. {Board_member}: Asta Lind ({party}). {Representative}: Bo Ek.")
    assert _offices(one) == [("board", "Asta Lind")]
    assert [sent.person for sent in one.representatives] == ["Bo Ek"]
