"""Two networks, in every language and in the forms that sites give them: headings with lines, labels, tables."""

from __future__ import annotations

from pathlib import Path

import pytest

from hansa import reading
from hansa.reading.types import Organisation
from tests.reading.test_facts_in_sentences import MEMBER

_FOLDER = Path(__file__).parent / "languages"
EMAIL = "nora.holm@westsea.example.org"
HEADINGS = {
    "headings": "<h2>{name}</h2><p>{lines}</p>|</p><p>",
    "bold": "<p><strong>{name}</strong></p><p>{lines}</p>|</p><p>",
    "panels": '<h3><button aria-expanded="false" aria-controls="x">{name}</button></h3><p>{lines}</p>|</p><p>',
    "togglers": '<section><div class="toggler">{name}</div><div><p>{lines}</p></div></section>|</p><p>',
    "lines that break": "<p><b>{name}</b><br>{lines}</p>|<br>",
    "cards": '<div class="card"><div class="card-title">{name}</div><p>{lines}</p></div>|</p><p>',
}
LABELLED = {
    "definitions": "<h2>{name}</h2><dl>{pairs}</dl>|<dt>{label}</dt><dd>{value}</dd>",
    "bold labels": "<h2>{name}</h2>{pairs}|<p><strong>{label}:</strong> {value}</p>",
    "labels above": "<h2>{name}</h2>{pairs}|<h3>{label}</h3><p>{value}</p>",
    "rows": "<h2>{name}</h2><table>{pairs}</table>|<tr><th>{label}</th><td>{value}</td></tr>",
    "columns": "<tr>{pairs}</tr>|<td>{value}</td>",
}


def _lines(name: str) -> list[tuple[str, str, str]]:
    lines = (line.split("\t") for line in (_FOLDER / name).read_text("utf8").splitlines() if not line.startswith("#"))
    return [(code, kind, said) for code, kind, said in lines]


PAGES = {code: said.split(" | ") for code, kind, said in _lines("sections.tsv") if kind == "page"}
SAID = {code: [said for of, kind, said in _lines("sections.tsv") if of == code and kind == "line"] for code in PAGES}
TABLES = {(code, kind): said.split(" | ") for code, kind, said in _lines("labels.tsv")}
NOT_OURS = [line.split("\t") for line in (_FOLDER / "not_ours.tsv").read_text("utf8").splitlines() if line[0] != "#"]

UNJOINED = [line.split("\t") for line in (_FOLDER / "unjoined.tsv").read_text("utf8").splitlines() if line[0] != "#"]

HEADED = [line.split("\t") for line in (_FOLDER / "noun_headings.tsv").read_text("utf8").splitlines() if line[0] != "#"]

NOUNED = [line.split("\t") for line in (_FOLDER / "nouned.tsv").read_text("utf8").splitlines() if line[0] != "#"]


def _read(code: str, title: str, authority: str, body: str) -> list[Organisation]:
    head = f"<title>{title} - {authority}</title>"
    page = f'<html lang="{code}">{head}<body><main><h1>{title}</h1>{body}</main></body></html>'
    return reading.read(reading.open_document(page.encode())).organisations


def _has_both(one: Organisation) -> None:
    """What both kinds of pages say of each network."""
    assert one.membership is not None
    assert one.membership.since == "2004"
    assert one.membership.fee is not None
    assert one.membership.fee.amount == 1200
    assert [(contact.person, contact.email) for contact in one.contacts] == [("Nora Holm", EMAIL)]
    assert [person.deputy for person in one.representatives] == [False, True]
    assert [office.office for office in one.offices] == ["vice-chair"]
    assert one.website is not None


@pytest.mark.parametrize("form", HEADINGS)
@pytest.mark.parametrize("code", PAGES)
def test_lines_below_a_heading_are_read(code: str, form: str) -> None:
    title, authority, first, second, unit = PAGES[code]
    section, joint = HEADINGS[form].split("|")
    found = _read(
        code,
        title,
        authority,
        section.format(name=f"{first} (NHT)", lines=joint.join([*SAID[code], "www.nht.example.org"]))
        + section.format(name=second, lines=joint.join([*SAID[code], "www.gardens.example.org"])),
    )
    assert [one.name.text for one in found] == [first, second]
    assert found[0].abbreviation == "NHT"
    for one in found:
        _has_both(one)
        assert {kind: figure.value for kind, figure in one.figures.items()} == {
            "members": 120,
            "countries": 30,
            "founded": 1986,
        }
        assert [(contact.unit, bool(contact.phone)) for contact in one.contacts] == [(unit, True)]


@pytest.mark.parametrize("form", LABELLED)
@pytest.mark.parametrize("code", PAGES)
def test_labelled_values_are_read(code: str, form: str) -> None:
    title, authority, *both = TABLES[code, "page"]
    labels = TABLES[code, "labels"]
    fee, representative, deputy, contact, committee, role = TABLES[code, "values"]
    whole, pair = LABELLED[form].split("|")
    body = "<table><tr>" + "".join(f"<th>{label}</th>" for label in labels) + "</tr>" if form == "columns" else ""
    for name, short in zip(both, ("NHT", "AGC"), strict=True):
        site = f"www.{short.lower()}.example.org"
        values = [name, short, "2004", fee, representative, deputy, f"{contact}, {EMAIL}", committee, site, role]
        first = 0 if form == "columns" else 1
        pairs = zip(labels[first:], values[first:], strict=True)
        body += whole.format(name=name, pairs="".join(pair.format(label=label, value=said) for label, said in pairs))
    found = _read(code, title, authority, body + ("</table>" if form == "columns" else ""))
    assert [one.name.text for one in found] == both
    assert [one.abbreviation for one in found] == ["NHT", "AGC"]
    for one in found:
        _has_both(one)
        assert one.membership is not None
        assert one.membership.committee == committee


@pytest.mark.parametrize(("code", "sentence"), NOT_OURS, ids=[f"{code}-{said[:60]}" for code, said in NOT_OURS])
def test_a_network_that_is_but_named_is_not_the_authoritys(code: str, sentence: str) -> None:
    title = PAGES[code][0]
    found = _read(code, title.split()[-1].capitalize(), "", f"<p>{MEMBER[code]}</p><p>{sentence}</p>")
    assert [one.name.text for one in found] == ["Eurocities"]


@pytest.mark.parametrize(("code", "heading", "below"), UNJOINED, ids=[f"{one[0]}-{one[1]}" for one in UNJOINED])
def test_below_a_heading_that_says_so_stands_no_network_of_the_authoritys(code: str, heading: str, below: str) -> None:
    title = PAGES[code][0].split()[-1].capitalize()
    said = below.split(" | ")
    told = f"<p>{below}</p>" if len(said) == 1 else f"<ul><li>{'</li><li>'.join(said)}</li></ul>"
    found = _read(code, title, "", f"<h2>Eurocities</h2><p>{MEMBER[code]}</p><h2>{heading}</h2>{told}")
    assert [one.name.text for one in found] == ["Eurocities"]


@pytest.mark.parametrize(("code", "name", "sentence"), NOUNED, ids=[f"{one[0]}-{one[1]}" for one in NOUNED])
def test_a_name_that_nobody_knows_is_one_where_a_noun_tells_so(code: str, name: str, sentence: str) -> None:
    found = _read(code, PAGES[code][0].split()[-1].capitalize(), "", f"<p>{MEMBER[code]}</p><p>{sentence}</p>")
    assert [one.name.text for one in found] == ["Eurocities", name]


@pytest.mark.parametrize(("code", "errin", "nereus"), HEADED, ids=[one[0] for one in HEADED])
def test_a_heading_of_the_noun_for_a_network_and_a_short_name_is_that_name(code: str, errin: str, nereus: str) -> None:
    two = [f"<h2>{heading}</h2><p>{MEMBER[code]}</p>" for heading in (errin, nereus)]
    found = _read(code, PAGES[code][0].split()[-1].capitalize(), "", "".join(two))
    assert [one.name.text for one in found] == ["ERRIN", "NEREUS"]
