"""What a sentence below a network's name, or on all networks of a page, says of belonging, in each language."""

from __future__ import annotations

from pathlib import Path

import pytest

from hansa.reading.types import Organisation
from tests.reading.pages import reading_of

_ROWS = [
    line.split("\t")
    for line in (Path(__file__).parent / "languages" / "headed.tsv").read_text("utf8").splitlines()
    if not line.startswith("#")
]
PAGES = {code: words.split(" | ") for code, kind, words in _ROWS if kind == "page"}


def _of(kind: str) -> list[tuple[str, str]]:
    return [(code, words) for code, of, words in _ROWS if of == kind]


def _read(code: str, before: str = "", behind: str = "") -> list[Organisation]:
    title, introduction, is_what = PAGES[code]
    networks = "".join(f"<h2>{name}</h2><p>{is_what}</p>" for name in ("Eurocities", "Energy Cities"))
    body = f"<h1>{title}</h1><p>{introduction}</p>{before}{networks}{behind}"
    return reading_of(f'<html lang="{code}"><body><main>{body}</main></body></html>').organisations


@pytest.mark.parametrize(("code", "words"), _of("declined"))
def test_a_network_that_the_authority_declined_to_join_is_none_of_its_own(code: str, words: str) -> None:
    found = _read(code, behind=f"<h2>METREX</h2><p>{words}</p>")
    assert [one.name.text for one in found] == ["Eurocities", "Energy Cities"]


@pytest.mark.parametrize(("code", "words"), _of("left"))
def test_a_few_words_below_a_name_tell_that_the_network_was_left(code: str, words: str) -> None:
    *_others, left = _read(code, behind=f"<h2>METREX</h2><p>{words}</p>")
    assert left.name.text == "METREX"
    assert left.membership is not None
    assert (left.membership.since, left.membership.until) == (None, "2014")


@pytest.mark.parametrize("place", ["before", "behind"])
@pytest.mark.parametrize(("code", "words"), _of("overseen"))
def test_a_committee_that_oversees_all_memberships_is_that_of_each(code: str, words: str, place: str) -> None:
    told = f"<p>{words}</p>" if place == "before" else f"<h2>{PAGES[code][0]}</h2><p>{words}</p>"
    found = _read(code, **{place: told})
    committees = [one.membership.committee for one in found if one.membership]
    assert len(committees) == 2
    assert committees[0] == committees[1]
    assert committees[0] is not None
    assert committees[0].removesuffix(".") in words


@pytest.mark.parametrize(("code", "words"), _of("former"))
def test_below_a_heading_of_former_memberships_only_those_count_whose_end_is_told(code: str, words: str) -> None:
    heading, *told = words.split(" | ")
    items = "".join(f"<li>{item}</li>" for item in told)
    *_others, first, second, third = _read(code, behind=f"<h2>{heading}</h2><ul>{items}</ul>")
    assert [one.name.text for one in (first, second, third)] == ["METREX", "ICLEI", "POLIS"]
    assert [one.membership.until for one in (first, second, third) if one.membership] == ["2014", "2014", "2014"]
    names = "<li>METREX</li><li>ICLEI</li><li>POLIS</li>"
    assert [one.name.text for one in _read(code, behind=f"<h2>{heading}</h2><ul>{names}</ul>")] == [
        "Eurocities",
        "Energy Cities",
    ]


@pytest.mark.parametrize("joint", [", ", "; ", ". "])
@pytest.mark.parametrize(("code", "words"), _of("listed"))
def test_what_stands_behind_a_name_in_a_list_is_parted_by_any_sign(code: str, words: str, joint: str) -> None:
    parts = words.split(", ")
    told = joint.join(part[0].upper() + part[1:] if joint == ". " else part for part in parts)
    *_others, one = _read(code, behind=f"<ul><li>ICLEI</li><li>METREX – {told}</li></ul>")
    assert one.membership is not None
    assert one.membership.since == "2004"
    assert one.membership.fee is not None
    assert one.membership.fee.amount == 5000
    assert [person.person for person in one.representatives] == ["Asta Lind"]
    assert [contact.person for contact in one.contacts] == ["Tor Vik"]


@pytest.mark.parametrize("short", ["", " (UBC)"])
@pytest.mark.parametrize(("code", "words"), _of("group"))
def test_a_group_below_its_network_has_a_date_and_a_contact_of_its_own(code: str, words: str, short: str) -> None:
    group, told, of_network = words.split(" | ")
    network = f"<h2>Union of the Baltic Cities (UBC)</h2><p>{PAGES[code][2]} {of_network}</p>"
    *_others, whole, part = _read(code, behind=f"{network}<h3>{group}{short}</h3><p>{told}</p>")
    assert part.parent == whole.name.text == "Union of the Baltic Cities"
    assert [one.membership.since for one in (whole, part) if one.membership] == ["1997", "2003"]
    assert [len(one.contacts) for one in (whole, part)] == [0, 1]
