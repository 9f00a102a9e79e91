"""Whom a page's last lines tell to ask, and nothing else, is asked about all of its networks."""

from __future__ import annotations

from pathlib import Path

import pytest

from hansa.reading import open_document, read

_LINES = (Path(__file__).parent / "languages" / "closing.tsv").read_text("utf8").splitlines()
ROWS = [line.split("\t") for line in _LINES if not line.startswith("#")]
NETWORKS = (("Eurocities", 1998, 200), ("Energy Cities", 2005, 1000), ("METREX", 2012, 50))
SHAPES = {
    "headings": "<h2>{name}</h2><p>{said}</p>",
    "items": "<ul><li><strong>{name}</strong>: {said}</li></ul>",
    "text": "<p>{said}</p>",
}
LAST = {
    "a person": ("<div>{person}, {post}, {email}</div>", ("person", "email")),
    "a unit": ("<p>{unit}. Tel. {phone} - {email}</p>", ("unit", "phone", "email")),
    "a street": ("<div>{unit} – Hansaplatz 5<br>{phone}</div>", ("unit", "phone")),
    "two lines": ("<div>{unit}<br>{phone}</div>", ("unit", "phone")),
    "a question": ("<p>{asks} {person}, {phone}</p>", ("person", "phone")),
}
ADDRESS = "international@westsea.example.org"


def _contacts(row: list[str], shape: str, last: str) -> list[dict[str, str]]:
    code, title, said, *_rest = row
    told = "".join(SHAPES[shape].format(name=n, said=said.format(n=n, y=y, k=k)) for n, y, k in NETWORKS)
    page = f'<html lang="{code}"><title>{title}</title><h1>{title}</h1>{told}{last}</html>'
    every = read(open_document(page.encode())).as_json()["organisations"]
    assert [one["name"] for one in every] == [name for name, _since, _members in NETWORKS]
    return [contact for one in every for contact in one.get("contacts", [])]


@pytest.mark.parametrize("last", LAST)
@pytest.mark.parametrize("shape", SHAPES)
@pytest.mark.parametrize("row", ROWS, ids=[row[0] for row in ROWS])
def test_whom_the_last_lines_of_a_page_tell_is_asked_about_all_its_networks(
    row: list[str], shape: str, last: str
) -> None:
    person, post, unit, phone, asks = row[3:8]
    form, keys = LAST[last]
    words = form.format(person=person, post=post, unit=unit, phone=phone, asks=asks, email=ADDRESS)
    found = _contacts(row, shape, words)
    assert [[one.get("person") or one.get("unit")] for one in found] == 3 * [[person if "person" in keys else unit]]
    assert all(key in one for one in found for key in keys)


@pytest.mark.parametrize("row", ROWS, ids=[row[0] for row in ROWS])
def test_whom_the_end_of_the_first_paragraph_tells_is_asked_about_all_networks(row: list[str]) -> None:
    code, title, said, person, phone, contact, first = (*row[:4], row[6], *row[11:13])
    told = "".join(f"<h2>{n}</h2><p>{said.format(n=n, y=y, k=k)}</p>" for n, y, k in NETWORKS)
    page = f"<html lang={code}><h1>{title}</h1><p>{first} {contact}: {person}, {phone}</p>{told}</html>"
    every = read(open_document(page.encode())).organisations
    assert [[one.person for one in own.contacts if one.phone] for own in every] == 3 * [[person]]


@pytest.mark.parametrize("row", ROWS, ids=[row[0] for row in ROWS])
def test_whom_the_last_lines_tell_for_something_else_is_not_asked_about_networks(row: list[str]) -> None:
    person, phone, press, projects, said, contact = row[3], row[6], row[8], row[9], row[10], row[11]
    assert _contacts(row, "items", f"<p>{press}: {person}, {phone}</p>") == []
    below = f"<h2>{projects}</h2><p>{said}</p><p>{contact}: {person}, {phone}</p>"
    assert _contacts(row, "headings", below) == []


def test_the_last_line_is_of_the_last_network_where_the_others_have_their_own() -> None:
    row = next(row for row in ROWS if row[0] == "en")
    own = "<p>Ann Ek, policy officer, ann.ek@westsea.example.org</p>"
    said = [f"<h2>{n}</h2><p>{row[2].format(n=n, y=y, k=k)}</p>{own}" for n, y, k in NETWORKS]
    page = f"<html lang='en'><h1>{row[1]}</h1>{''.join(said)}</html>".replace("Ann Ek", "Bo Berg", 1)
    every = read(open_document(page.encode())).organisations
    assert [[contact.person for contact in one.contacts] for one in every] == [["Bo Berg"], ["Ann Ek"], ["Ann Ek"]]
