"""A box that stands by itself on a page tells whom to ask about all its networks, or about those that it names."""

from __future__ import annotations

from pathlib import Path

import pytest

from hansa.reading import open_document, read

_COLUMNS = (
    "code title since contact more unit post person post2 person2 twins press sent "
    "of_phone of_mail of_unit of_person of_more of_head rest "
    "centre error web project leader secretariat signup hall"
).split()
_LINES = (Path(__file__).parent / "languages" / "standing.tsv").read_text("utf8").splitlines()
ROWS = [dict(zip(_COLUMNS, line.split("\t"), strict=True)) for line in _LINES if not line.startswith("#")]
NETWORKS = ["Eurocities", "METREX", "Polis"]
MAIL, MAIL2, UNIT_MAIL = "a.ek@westsea.example.org", "b.ek@westsea.example.org", "team@westsea.example.org"
PHONE, PHONE2 = "+46 46 555 12 34", "+46 46 555 12 99"
E164, E164_2 = "+46465551234", "+46465551299"

_NETWORKS = "<h2>Eurocities</h2><p>{since}</p><h2>METREX</h2><p>{since}</p><h2>Polis</h2><p>{since}</p>"
_CARD = f"<div>{{unit}}</div><div>{{post}}</div><div><b>{{person}}</b></div><div>{PHONE}</div><div>{MAIL}</div>"
_TWO = (
    f"<p>{{unit}}<br>Storgatan 1</p><p>{{person}}<br>{{post}}<br>{PHONE}<br>{MAIL}</p>"
    f"<p>{{person2}}<br>{{post2}}<br>{PHONE2}<br>{MAIL2}</p>"
)
# Boxes of one contact, of whom all is told.
OF_ONE = {
    "aside": f"<div>{_NETWORKS}</div><aside>{_CARD}</aside>",
    "box without a heading": f"<main>{_NETWORKS}<div class=k>{_CARD}</div></main>",
    "heading below": f"{_NETWORKS}<div><h4>{{contact}}</h4>{_CARD}</div>",
    "before": f"<div><h2>{{contact}}</h2>{_CARD}</div>{_NETWORKS}",
    "list": f"<div>{_NETWORKS}</div><div><h3>{{contact}}</h3><ul><li>{{unit}}</li><li>{{person}}, {{post}}</li>"
    f"<li>{PHONE}</li><li>{MAIL}</li></ul></div>",
    "behind twin towns": f"<article>{_NETWORKS}<h2>{{twins}}</h2><p>Kotka, Narva.</p></article><div>{_CARD}</div>",
    "beside the press": f"<div>{_NETWORKS}</div><div><h3>{{contact}}</h3>{_CARD}<h3>{{press}}</h3>"
    f"<p>Eva Lind<br>{PHONE2}</p></div>",
}
_LABELLED = f"{{of_unit}}: {{unit}}\n{{of_person}}: {{person}}\n{{of_phone}}: {PHONE}\n{{of_mail}}: {MAIL}"
_BROKEN = _LABELLED.replace("\n", "<br>")
_LINE = f"{{person}}, {{post}}, {{unit}}, {PHONE}, {MAIL}"
_TEXT = "{title}\n\nEurocities\n{since}\n\nMETREX\n{since}\n\nPolis\n{since}\n\n"
OF_ONE |= {
    "definitions": f"<div>{_NETWORKS}</div><dl><dt>{{of_unit}}</dt><dd>{{unit}}</dd><dt>{{of_person}}</dt>"
    f"<dd>{{person}}</dd><dt>{{of_phone}}</dt><dd>{PHONE}</dd><dt>{{of_mail}}</dt><dd>{MAIL}</dd></dl>",
    "table": f"<div>{_NETWORKS}</div><h3>{{contact}}</h3><table><tr><th>{{of_unit}}</th><td>{{unit}}</td></tr>"
    f"<tr><th>{{of_person}}</th><td>{{person}}</td></tr><tr><th>{{of_phone}}</th><td>{PHONE}</td></tr>"
    f"<tr><th>{{of_mail}}</th><td>{MAIL}</td></tr></table>",
    "labels": f"<main>{_NETWORKS}<h3>{{contact}}</h3><p>{_BROKEN}</p></main>",
    "name above": f"<section>{_NETWORKS}</section><section><h3>{{person}}</h3><p>{{post}}, {{unit}}</p><p>{PHONE}</p>"
    f"<p>{MAIL}</p></section>",
    "one line": f"{_NETWORKS}<div>{{person}} | {{post}} | {{unit}} | {PHONE} | {MAIL}</div>",
    "one line above": f"<div>{{of_head}}: {{unit}} · {{post}} {{person}} · {PHONE} · {MAIL}</div>{_NETWORKS}",
    "labels in a text": _TEXT + _LABELLED,
    "more in a text": f"{_TEXT}{{of_more}}: {_LINE}\n",
    "more in Markdown": "# {title}\n\n## Eurocities\n\n{since}\n\n## METREX\n\n{since}\n\n## Polis\n\n{since}\n\n"
    f"---\n\n**{{of_more}}:** {_LINE}\n",
}
# Boxes of two, and for which networks each is.
OF_TWO = {
    "colons": _TEXT + f"{{contact}}\n\nEurocities, Polis: {{person}}, {{post}}, {{unit}}, {PHONE}, {MAIL}\n"
    f"METREX: {{person2}}, {{post2}}, {{unit}}, {PHONE2}, {MAIL2}\n",
    "all others": _TEXT + f"{{contact}}\n\nMETREX: {{person2}}, {{unit}}, {PHONE2}, {MAIL2}\n"
    f"{{rest}}: {{person}}, {{unit}}, {PHONE}, {MAIL}\n",
    "headings": f"<div>{_NETWORKS}</div><div><h3>{{contact}}</h3><h4>Eurocities, Polis</h4><p>{{person}}<br>"
    f"{{unit}}<br>{PHONE}<br>{MAIL}</p><h4>METREX</h4><p>{{person2}}<br>{{unit}}<br>{PHONE2}<br>{MAIL2}</p></div>",
    "lines": _TEXT + f"{{more}}\n\n{{unit}}\n{{person}}, {{post}} (Eurocities, Polis), {PHONE}, {MAIL}\n"
    f"{{person2}}, {{post2}} (METREX), {PHONE2}, {MAIL2}\n",
    "groups": _TEXT + f"{{contact}}\n\n{{person}}\n{{post}}\n{{unit}}\nEurocities, Polis\n{PHONE}\n{MAIL}\n\n"
    f"{{person2}}\n{{post2}}\n{{unit}}\nMETREX\n{PHONE2}\n{MAIL2}\n",
}
OF_TWO["table"] = (
    f"<div>{_NETWORKS}</div><h3>{{contact}}</h3><table><tr><th>{{of_person}}</th><th>{{of_unit}}</th><th>{{title}}</th>"
    f"<th>{{of_phone}}</th><th>{{of_mail}}</th></tr><tr><td>{{person}}</td><td>{{unit}}</td><td>Eurocities, Polis</td>"
    f"<td>{PHONE}</td><td>{MAIL}</td></tr><tr><td>{{person2}}</td><td>{{unit}}</td><td>METREX</td><td>{PHONE2}</td>"
    f"<td>{MAIL2}</td></tr></table>"
)
# What is no contact of all, nor of the last network.
OF_NOBODY = {
    "press": f"<div>{_NETWORKS}</div><aside><h3>{{press}}</h3><p>{{person}}<br>{PHONE}<br>{MAIL}</p></aside>",
    "twin towns": f"<main>{_NETWORKS}<h2>{{twins}}</h2><p>Kotka</p><div><b>{{person}}</b><br>{{post}}<br>{PHONE}"
    f"<br>{MAIL}</div></main>",
    "who represents": f"<div>{_NETWORKS}</div><aside><p>{{sent}}</p><p>{{person}} (S)</p><p>{PHONE}</p></aside>",
}
OF_NOBODY |= {
    name: f"<div>{_NETWORKS}</div><aside>{words}</aside>"
    for name, words in (
        ("office for everything", f"<p>{{centre}}<br>{PHONE}<br>{MAIL}</p>"),
        ("errors", f"<h3>{{error}}</h3><p>{{web}}<br>{PHONE}<br>{MAIL}</p>"),
        ("web team", f"<p>{{web}}<br>{{person}}<br>{PHONE}<br>{MAIL}</p>"),
        ("project", f"<p>{{project}}</p><p>{{person}}, {{leader}}<br>{PHONE}<br>{MAIL}</p>"),
        ("project headed", f"<h3>{{project}}</h3><p>{{person}}<br>{{leader}}<br>{PHONE}<br>{MAIL}</p>"),
        ("secretariat", f"<h3>{{secretariat}}</h3><p>{{person}}<br>{PHONE}<br>ann@network.example.net</p>"),
        ("signing up", f"<h3>{{signup}}</h3><p>{{person}}<br>{{post}}<br>{PHONE}<br>{MAIL}</p>"),
        ("town hall", f"<p>{{hall}}<br>Storgatan 1<br>12345 Westsea<br>{PHONE}<br>info@westsea.example.org</p>"),
        ("twin towns beside", f"<h3>{{twins}}</h3><p>{{person}}<br>{{post}}<br>{PHONE}<br>{MAIL}</p>"),
        ("twin towns in a lead", f"<p>{{twins}}: {{person}}, {{post}}<br>{PHONE}<br>{MAIL}</p>"),
    )
}


def _contacts(text: str, row: dict[str, str]) -> dict[str, list[tuple[str | None, ...]]]:
    filled = text.format(**row)
    is_html = filled.startswith("<")
    page = f"<html lang={row['code']}><body><h1>{row['title']}</h1>{filled}</body></html>" if is_html else filled
    every = read(open_document(page.encode())).organisations
    assert [one.name.text for one in every] == NETWORKS
    return {one.name.text: [(c.person, c.unit, c.email, c.phone) for c in one.contacts] for one in every}


@pytest.mark.parametrize("layout", OF_ONE)
@pytest.mark.parametrize("row", ROWS, ids=[row["code"] for row in ROWS])
def test_a_box_that_stands_by_itself_tells_whom_to_ask_about_all(row: dict[str, str], layout: str) -> None:
    asked = [(row["person"], row["unit"], MAIL, E164)]
    assert _contacts(OF_ONE[layout], row) == dict.fromkeys(NETWORKS, asked)


@pytest.mark.parametrize("row", ROWS, ids=[row["code"] for row in ROWS])
def test_the_unit_above_two_people_is_that_of_both(row: dict[str, str]) -> None:
    both = [(row["person"], row["unit"], MAIL, E164), (row["person2"], row["unit"], MAIL2, E164_2)]
    text = f"<div>{_NETWORKS}</div><div><h3>{{contact}}</h3>{_TWO}</div>"
    assert _contacts(text, row) == dict.fromkeys(NETWORKS, both)


@pytest.mark.parametrize("layout", OF_TWO)
@pytest.mark.parametrize("row", ROWS, ids=[row["code"] for row in ROWS])
def test_each_of_several_people_is_asked_about_the_networks_named_with_them(row: dict[str, str], layout: str) -> None:
    first, second = (row["person"], row["unit"], MAIL, E164), (row["person2"], row["unit"], MAIL2, E164_2)
    assert _contacts(OF_TWO[layout], row) == {"Eurocities": [first], "METREX": [second], "Polis": [first]}


@pytest.mark.parametrize("layout", OF_NOBODY)
@pytest.mark.parametrize("row", ROWS, ids=[row["code"] for row in ROWS])
def test_a_box_of_something_else_is_no_contact(row: dict[str, str], layout: str) -> None:
    assert _contacts(OF_NOBODY[layout], row) == {name: [] for name in NETWORKS}


@pytest.mark.parametrize("row", ROWS, ids=[row["code"] for row in ROWS])
def test_where_each_network_has_a_box_the_last_is_the_last_ones(row: dict[str, str]) -> None:
    boxes = (("Eva Lind", MAIL2), ("Bo Falk", UNIT_MAIL), (row["person"], MAIL))
    text = "".join(
        f"<h2>{name}</h2><p>{{since}}</p><div>{person}<br>{{post}}<br>{mail}</div>"
        for name, (person, mail) in zip(NETWORKS, boxes, strict=True)
    )
    told = _contacts(text, row)
    assert {name: [one[0] for one in every] for name, every in told.items()} == {
        name: [person] for name, (person, _mail) in zip(NETWORKS, boxes, strict=True)
    }
