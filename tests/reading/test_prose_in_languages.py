"""Six sentences on networks in every language, as one paragraph and as six: what they say of each is read."""

from __future__ import annotations

from pathlib import Path

import pytest

from hansa import reading
from hansa.reading.types import Organisation

_LINES = [
    line.split("\t")
    for line in (Path(__file__).parent / "languages" / "prose.tsv").read_text("utf8").splitlines()
    if not line.startswith("#")
]
PAGES = {code: said.split(" | ") for code, kind, said in _LINES if kind == "page"}
NAMES = {code: said.split(" | ") for code, kind, said in _LINES if kind == "names"}
SENTENCES = {code: [said for of, kind, said in _LINES if of == code and kind == "sentence"] for code in PAGES}


def _read(code: str, joint: str) -> dict[str, Organisation]:
    title, authority = PAGES[code]
    page = (
        f'<html lang="{code}"><title>{title} - {authority}</title><body><main><h1>{title}</h1>'
        f"<p>{joint.join(SENTENCES[code])}</p></main></body></html>"
    )
    found = reading.read(reading.open_document(page.encode())).organisations
    return {one.name.text: one for one in found}


@pytest.mark.parametrize("joint", [" ", "</p><p>"], ids=["one paragraph", "six"])
@pytest.mark.parametrize("code", PAGES)
def test_each_network_has_what_the_text_says_of_it(code: str, joint: str) -> None:
    found = _read(code, joint)
    hills, gardens, lighthouses, left = NAMES[code]
    assert sorted(found) == sorted(["Eurocities", "Energy Cities", hills, gardens, lighthouses, left])
    assert found[hills].abbreviation is not None
    membership = {name: one.membership for name, one in found.items() if one.membership is not None}
    assert (membership[gardens].since, membership[lighthouses].since) == ("2004", "2012")
    assert membership[left].until == "2019"
    fee = membership["Eurocities"].fee
    assert fee is not None
    assert fee.amount == 12000
    assert {kind: figure.value for kind, figure in found[gardens].figures.items()} == {"members": 120, "countries": 30}
    assert len(found[lighthouses].representatives) == 1
