"""An item of a list, in every way in which officials write one: sub-points, labels between semicolons, behind a dash,
in brackets; in every language."""

from __future__ import annotations

import csv
from collections.abc import Callable
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
    one = _eurocities(code, item)
    assert _offices(one) == [("vice-chair", "Asta Lind")]
    assert one.offices[0].since is None
    assert one.offices[0].until == ("2027" if "{until}" in item else None)


@every_language
def test_a_seat_on_the_board_and_a_representative_are_told_apart(code: str) -> None:
    one = _eurocities(code, "- Eurocities – {member}. {Board_member}: Asta Lind ({party}). {Representative}: Bo Ek.")
    assert _offices(one) == [("board", "Asta Lind")]
    assert [sent.person for sent in one.representatives] == ["Bo Ek"]


LABELLED = ("{Vice_chair}: Asta Lind ({party})", "{Fee}: {amount}", "{Committee_label}: {committee}")
ASKED = "{Contact}: Cia Berg, {unit}, <a href='mailto:cia.berg@vast.example.org'>cia.berg@vast.example.org</a>"


def _paragraphs(heading: str, said: list[str]) -> str:
    return heading + "".join(f"<p>{line}</p>" for line in said)


def _lines(heading: str, said: list[str]) -> str:
    return f"{heading}<p>{'<br>'.join(said)}</p>"


def _bold_labels(heading: str, said: list[str]) -> str:
    first, *labelled = said
    return _paragraphs(heading, [first, *(f"<strong>{line.replace(':', ':</strong>', 1)}" for line in labelled)])


def _definitions(heading: str, said: list[str]) -> str:
    first, *labelled = said
    pairs = (line.partition(": ") for line in labelled)
    terms = "".join(f"<dt>{label}</dt><dd>{value}</dd>" for label, _colon, value in pairs)
    return f"{heading}<p>{first}</p>" + (f"<dl>{terms}</dl>" if terms else "")


@every_language
@pytest.mark.parametrize(
    ("heading", "body"),
    [
        ("<h3>{}</h3>", _lines),
        ("<p><strong>{}</strong></p>", _paragraphs),
        ("<h2>{}</h2>", _bold_labels),
        ("<h2>{}</h2>", _definitions),
    ],
    ids=["lines", "bold headings", "bold labels", "definitions"],
)
def test_a_section_says_since_when_in_two_words_and_the_rest_by_labels(
    code: str, heading: str, body: Callable[[str, list[str]], str]
) -> None:
    words = WORDS[code]
    words |= {name.capitalize(): value[:1].upper() + value[1:] for name, value in words.items()}
    said = [f"{words['Member']}.", *(line.format_map(words) for line in (*LABELLED, ASKED))]
    page = body(heading.format("Eurocities"), said)
    for name, year in (("ICLEI", "2011"), ("Polis", "2015")):
        page += body(heading.format(name), [said[0].replace("2009", year)])
    page = f"<html lang='{code}'><body><main><h1>{words['heading']}</h1>{page}</main></body></html>"
    found = reading.read(reading.open_document(page.encode())).organisations
    since = {one.name.text: one.membership and one.membership.since for one in found}
    assert since == {"Eurocities": "2009", "ICLEI": "2011", "Polis": "2015"}
    first = found[0]
    assert _offices(first) == [("vice-chair", "Asta Lind")]
    assert first.membership is not None
    assert first.membership.committee == words["committee"]
    assert [(one.person, one.email) for one in first.contacts] == [("Cia Berg", "cia.berg@vast.example.org")]


@every_language
@pytest.mark.parametrize(("said", "until"), [("gone", "2019-12"), ("gone_in_2019", "2019")])
def test_what_an_item_says_was_left_is_no_membership_any_more(code: str, said: str, until: str) -> None:
    words = WORDS[code]
    page = f"# {words['heading']}\n\n- ICLEI: {words['member']}\n- Polis\n- Eurocities {words[said]}\n"
    found = reading.read(reading.open_document(page.encode(), name="networks.md")).organisations
    ended = {one.name.text: one.membership.until if one.membership else None for one in found}
    assert ended == {"ICLEI": None, "Polis": None, "Eurocities": until}
