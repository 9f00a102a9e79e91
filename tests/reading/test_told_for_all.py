"""What a page tells once of several networks, above them: whose matter they are, and since when it is in them."""

from __future__ import annotations

from pathlib import Path

import pytest

from hansa.reading.languages import languages
from hansa.reading.types import Organisation
from tests.reading.pages import reading_of

_FOLDER = Path(__file__).parent / "languages"


def _lines(name: str) -> list[list[str]]:
    every = (_FOLDER / name).read_text("utf8").splitlines()
    return [line.split("\t") for line in every if not line.startswith("#")]


MEMBER = {code: sentence for code, said, sentence in _lines("since.tsv") if said == "member"}
PAGES = {code: told.split(" | ") for code, said, told in _lines("headed.tsv") if said == "page"}
SAID = _lines("for_all.tsv")


def _read(organisation: Organisation) -> str:
    membership = organisation.membership
    told = [("k", membership.committee), ("s", membership.since)] if membership else []
    return " ".join(f"{kind}:{value}" for kind, value in told if value) or "-"


@pytest.mark.parametrize(
    ("code", "eurocities", "polis", "sentence"), SAID, ids=[f"{line[0]}-{line[3][:60]}" for line in SAID]
)
def test_what_is_told_above_several_networks_is_of_each(code: str, eurocities: str, polis: str, sentence: str) -> None:
    title, lead, _sentence = PAGES[code]
    two = [f"<h2>{name}</h2><p>{MEMBER[code].replace('Eurocities', name)}</p>" for name in ("Eurocities", "Polis")]
    page = f"<h1>{title}</h1><p>{lead} {sentence}</p>{''.join(two)}"
    found = reading_of(f'<!DOCTYPE html><html lang="{code}"><body><main>{page}</main></body></html>')
    assert {one.name.text: _read(one) for one in found.organisations} == {"Eurocities": eurocities, "Polis": polis}


def test_every_language_has_its_sentences() -> None:
    assert {line[0] for line in SAID} == set(languages())


EVERY = _lines("nobody_else.tsv")
ASKED, TWICE = ([line for line in EVERY if (line[1] == "twice") is twice] for twice in (False, True))


@pytest.mark.parametrize(
    ("code", "kind", "unit", "label", "sentence"), ASKED, ids=[f"{line[0]}-{line[1]}-{line[4][:60]}" for line in ASKED]
)
def test_who_is_asked_where_nobody_else_is_told_is_not_asked_about_the_others_nor_of_all_who_is_asked_of_some(
    code: str, kind: str, unit: str, label: str, sentence: str
) -> None:
    title, _lead, _sentence = PAGES[code]
    own = f"<p>{label}: Silvia Brand, silvia.brand@westsea.example.org</p>"
    one, other = (
        f"<h2>{name}</h2><p>{MEMBER[code].replace('Eurocities', name)}</p>" for name in ("Polis", "Eurocities")
    )
    above = f"<p>{sentence}</p>" if kind == "some" else ""
    box = f"<h2>{label}</h2><p>{sentence}</p><p>{unit}<br>europe@westsea.example.org</p>" if kind == "rest" else ""
    main = f"<main><h1>{title}</h1>{above}{one}{own}{other}</main>"
    found = reading_of(f'<html lang="{code}"><body>{main}<aside>{box}</aside></body></html>')
    asked = {one.name.text: [contact.email or contact.unit for contact in one.contacts] for one in found.organisations}
    of_the_rest = ["europe@westsea.example.org"] if kind == "rest" else []
    assert asked == {"Polis": ["silvia.brand@westsea.example.org"], "Eurocities": of_the_rest}


@pytest.mark.parametrize(("code", "_kind", "unit", "label", "sentence"), TWICE, ids=[line[0] for line in TWICE])
def test_a_unit_named_above_the_networks_and_in_a_box_below_is_one_contact(
    code: str, _kind: str, unit: str, label: str, sentence: str
) -> None:
    title, _lead, _sentence = PAGES[code]
    two = [f"<h2>{name}</h2><p>{MEMBER[code].replace('Eurocities', name)}</p>" for name in ("Eurocities", "Polis")]
    box = f"<h2>{label}</h2><p>{unit}<br>Maria Sandvoss<br>europe@westsea.example.org</p>"
    main = f"<main><h1>{title}</h1><p>{sentence}</p>{''.join(two)}</main>"
    found = reading_of(f'<html lang="{code}"><body>{main}<aside>{box}</aside></body></html>')
    for one in found.organisations:
        told = [(contact.person, contact.unit, contact.email) for contact in one.contacts]
        assert told == [("Maria Sandvoss", unit, "europe@westsea.example.org")]


@pytest.mark.parametrize("several", [False, True], ids=["one", "two"])
@pytest.mark.parametrize(("code", "_kind", "unit", "label", "_sentence"), TWICE, ids=[line[0] for line in TWICE])
def test_who_alone_stands_in_a_pages_box_is_its_contact_be_it_one_networks_as_well_but_not_two_who_are_each_for_one(
    code: str, _kind: str, unit: str, label: str, _sentence: str, *, several: bool
) -> None:
    title, _lead, _told = PAGES[code]
    people = [("Eurocities", "Maria Sandvoss"), ("Polis", "Silvia Brand")][: 1 + several]
    own = {name: f"<p>{label}: {person}</p>" for name, person in people}
    every = "".join(
        f"<h2>{name}</h2><p>{MEMBER[code].replace('Eurocities', name)}</p>{own.get(name, '')}"
        for name in ("Eurocities", "Polis", "METREX")
    )
    lines = (f"<p>{person}<br>{person.lower().replace(' ', '.')}@westsea.example.org</p>" for _name, person in people)
    box = f"<h2>{label}</h2>{''.join(lines)}"
    found = reading_of(f'<html lang="{code}"><body><main><h1>{title}</h1>{every}{box}</main></body></html>')
    of_metrex = next(one for one in found.organisations if one.name.text == "METREX")
    assert [one.person for one in of_metrex.contacts] == ([] if several else ["Maria Sandvoss"])
