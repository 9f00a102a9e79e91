"""Whom to ask about several networks: in a box at a page's end, in a list of contacts, for those that are left."""

from __future__ import annotations

from pathlib import Path

import pytest

from hansa.reading.types import Organisation
from tests.reading.pages import reading_of

_ROWS = [
    line.split("\t")
    for line in (Path(__file__).parent / "languages" / "asked.tsv").read_text("utf8").splitlines()
    if not line.startswith("#")
]
PRESS = {"fi": "Medialle", "it": "Stampa", "es": "Prensa", "pt": "Imprensa", "nl": "Pers", "pl": "Dla mediów"}
PRESS["nb"] = "Presse"
BASES = {code: words.split(" | ") for code, kind, _unit, words in _ROWS if kind == "page"}


def _rows(kind: str) -> list[tuple[str, str, str]]:
    return [(code, unit, words) for code, said, unit, words in _ROWS if said == kind]


def _page(code: str, behind: str, own: str = "") -> dict[str, Organisation]:
    """What is read of three networks, each below its heading; `own` is the contact of the first."""
    title, label, *told = BASES[code]
    first, *others = (f"<h2>{words.split()[0].strip()}</h2><p>{words}</p>" for words in told)
    body = first + (f"<p>{label}: {own}.</p>" if own else "") + "".join(others)
    page = f'<!DOCTYPE html><html lang="{code}"><body><main><h1>{title}</h1>{body}{behind}</main></body></html>'
    return {one.name.text: one for one in reading_of(page).organisations}


def _asked(one: Organisation) -> list[str | None]:
    return [told.person or told.unit for told in one.contacts]


@pytest.mark.parametrize(("code", "unit", "words"), _rows("box"))
def test_a_box_headed_contact_at_the_end_of_a_page_is_for_all_its_networks(code: str, unit: str, words: str) -> None:
    heading, lines = words.split(" | ")
    told = _page(code, f"<h2>{heading}</h2><p>{lines.replace(' / ', '<br>')}</p>")
    assert [(one.contacts[0].person, one.contacts[0].unit) for one in told.values()] == [
        (lines.split(" / ")[0], unit)
    ] * 3


@pytest.mark.parametrize(("code", "unit", "words"), _rows("box"))
def test_a_box_for_the_press_is_for_none(code: str, unit: str, words: str) -> None:
    heading, lines = words.split(" | ")
    first = lines.replace(" / ", "<br>")
    told = _page(code, f"<h2>{heading}</h2><p>{PRESS.get(code, 'Media')}<br>{first}</p>")
    assert not any(one.contacts for one in told.values())


@pytest.mark.parametrize(("code", "unit", "words"), _rows("rest"))
def test_whom_to_ask_about_the_other_networks_is_told_for_those_without_a_contact(
    code: str, unit: str, words: str
) -> None:
    told = _page(code, f"<hr><div><p>{words}</p></div>", "Nora Holm")
    assert [_asked(one) for one in told.values()] == [["Nora Holm"], [unit], [unit]]


@pytest.mark.parametrize(("code", "unit", "words"), _rows("list"))
def test_a_list_of_contacts_tells_each_network_its_own(code: str, unit: str, words: str) -> None:
    told = _page(code, f"<h2>{words.partition(':')[0]}</h2><p>{words}</p>")
    first, *others = (_asked(one) for one in told.values())
    assert (len(first), others) == (1, [[unit], [unit]])
    assert first != [unit]
