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


ASKED = _lines("nobody_else.tsv")


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
