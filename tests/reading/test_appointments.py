"""Whom an authority sends where: lists of networks and people, tables with roles, sentences of minutes."""

from __future__ import annotations

from pathlib import Path

import pytest

from hansa.reading import open_document, read

_LANGUAGES = Path(__file__).parent / "languages"
LISTS, SENTENCES = (
    [line.split("\t") for line in (_LANGUAGES / name).read_text("utf8").splitlines() if not line.startswith("#")]
    for name in ("appointments.tsv", "appointing.tsv")
)
IDS = [row[0] for row in LISTS]
NETWORKS = ("Eurocities", "Hexagon Uplands Forum", "Energy Cities")
PEOPLE = (("Gro Hegg", "Leif Ard"), ("Mari Oen", "Sven Tall"), ("Nina Falk", "Olav Brun"))
SENT = {name: [(one, False), (other, True)] for name, (one, other) in zip(NETWORKS, PEOPLE, strict=True)}


def _sent(page: str) -> dict[str, list[tuple[str, bool]]]:
    """Who represents the authority in each network, and whether as a deputy."""
    return {
        one.name.text: sorted((each.person, each.deputy) for each in one.representatives)
        for one in read(open_document(page.encode())).organisations
    }


def _told(row: list[str]) -> list[tuple[str, str, str]]:
    """Each network with the two, and their parties."""
    one, other = row[5:7]
    return [(name, f"{a} ({one})", f"{b} ({other})") for name, (a, b) in zip(NETWORKS, PEOPLE, strict=True)]


@pytest.mark.parametrize("row", LISTS, ids=IDS)
def test_a_cell_with_a_role_tells_what_the_next_one_is(row: list[str]) -> None:
    code, title, organisation, member, deputy = row[:5]
    rows = "".join(
        f"<tr><td rowspan=2>{name}</td><td>{member}</td><td>{one}</td></tr><tr><td>{deputy}</td><td>{other}</td></tr>"
        for name, one, other in _told(row)
    )
    table = f"<table><tr><th>{organisation}</th><th></th><th></th></tr>{rows}</table>"
    assert _sent(f"<html lang={code}><h1>{title}</h1>{table}</html>") == SENT


@pytest.mark.parametrize("row", LISTS, ids=IDS)
def test_politicians_in_a_list_below_a_name_are_sent_there(row: list[str]) -> None:
    code, title, role, deputy = row[0], row[1], *row[7:9]
    below = "".join(
        f"<h2>{name}</h2><ul><li>{one}, {role}</li><li>{other}, {deputy}</li></ul>" for name, one, other in _told(row)
    )
    assert _sent(f"<html lang={code}><h1>{title}</h1>{below}</html>") == SENT


@pytest.mark.parametrize("row", LISTS, ids=IDS)
def test_an_item_that_names_a_network_and_who_is_sent_is_read(row: list[str]) -> None:
    items = "".join(f"<li>{row[9].format(n=name, a=one, b=other)}</li>" for name, one, other in _told(row))
    assert _sent(f"<html lang={row[0]}><h1>{row[1]}</h1><ul>{items}</ul></html>") == SENT


@pytest.mark.parametrize("row", LISTS, ids=IDS)
def test_lines_of_networks_and_below_them_of_people_are_read(row: list[str]) -> None:
    role, deputy = row[7:9]
    lines = [
        f"{place}. {name}\n   {one}, {role}\n   {other}, {deputy}\n"
        for place, (name, one, other) in enumerate(_told(row), 1)
    ]
    assert _sent("\n".join([f"{row[1]}\n", *lines])) == SENT


@pytest.mark.parametrize(
    ("row", "place"),
    [(row, place) for row in SENTENCES for place in range(4, 9) if row[place] != "-"],
    ids=lambda value: value[0] if isinstance(value, list) else str(value - 3),
)
def test_who_is_appointed_in_a_sentence_represents_the_authority(row: list[str], place: int) -> None:
    code, said, one, other = row[:4]
    names = ("Eurocities", "Energy Cities", "Euromontana")
    told = "".join(
        f"<p>{row[place].format(n=name, a=f'{a} ({one})', b=f'{b} ({other})')}</p>"
        for name, (a, b) in zip(names, PEOPLE, strict=True)
    )
    expected = {name: sorted([(a, False), (b, place != 7)]) for name, (a, b) in zip(names, PEOPLE, strict=True)}
    assert _sent(f"<html lang={code}><body><p>{said}</p>{told}</body></html>") == expected


def test_a_sentence_on_somebody_below_a_name_sends_nobody() -> None:
    said = "<p>The city is a member of Eurocities.</p><h2>Eurocities</h2>"
    told = "<p>It is Cllr Ann Ek (Lab) who opens the conference.</p>"
    assert _sent(f"<html lang=en><h1>Networks</h1>{said}{told}</html>").get("Eurocities", []) == []
