"""Whom a page says, once, to be sent to all of the authority's networks represents it in each."""

from __future__ import annotations

from pathlib import Path

import pytest

from hansa.reading import open_document, read

_LINES = (Path(__file__).parent / "languages" / "sent_to_all.tsv").read_text("utf8").splitlines()
ROWS = [line.split("\t") for line in _LINES if not line.startswith("#")]
IDS = [row[0] for row in ROWS]
NETWORKS = (("Eurocities", 2004), ("METREX", 2010), ("Energy Cities", 2016))
Told = list[tuple[str, str | None, bool]]


def _sent(page: str) -> list[Told]:
    every = read(open_document(page.encode())).organisations
    assert [one.name.text for one in every] == [name for name, _year in NETWORKS]
    return [[(one.person, one.party, bool(one.deputy)) for one in network.representatives] for network in every]


def _somebody(said: str, *, deputy: bool) -> tuple[str, str | None, bool]:
    name, _bracket, party = said.rstrip(")").partition(" (")
    return name, party, deputy


@pytest.mark.parametrize("place", range(7, 10))
@pytest.mark.parametrize("row", ROWS, ids=IDS)
def test_whom_a_sentence_sends_to_all_networks_is_a_representative_in_each(row: list[str], place: int) -> None:
    _code, title, said, member, _label, person, deputy = row[:7]
    told = row[place].format(p=person, q=deputy)
    items = "".join(f"<li><b>{name}</b>, {member} {year}</li>" for name, year in NETWORKS)
    expected = [_somebody(person, deputy=False)]
    expected += [_somebody(deputy, deputy=True)] if "{q}" in row[place] else []
    assert _sent(f"<h1>{title}</h1><p>{said} {told}</p><ul>{items}</ul>") == 3 * [expected]


@pytest.mark.parametrize("row", ROWS, ids=IDS)
def test_where_a_network_has_its_own_representative_nobody_else_is_sent_there(row: list[str]) -> None:
    _code, title, said, member, label, person, deputy = row[:7]
    own = [f"{name} Dahlman" for name in ("Eva", "Karin", "Maria")]
    parts = "".join(
        f"<h2>{name}</h2><p>{member} {year}.</p><p>{label}: {somebody}</p>"
        for (name, year), somebody in zip(NETWORKS, own, strict=True)
    )
    told = row[7].format(p=person, q=deputy)
    assert _sent(f"<h1>{title}</h1><p>{said} {told}</p>{parts}") == [[(one, None, False)] for one in own]
