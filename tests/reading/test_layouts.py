"""One page of memberships laid out in the ways in which pages and letters are that have no table, or a poor one."""

from __future__ import annotations

import textwrap
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from hansa.reading import open_document, read
from hansa.reading.types import Organisation

_LINES = (Path(__file__).parent / "languages" / "layouts.tsv").read_text("utf8").splitlines()
NETWORKS = (("Eurocities", 2004, 185), ("METREX", 2010, 42), ("Energy Cities", 2016, 19))


@dataclass(frozen=True)
class Words:
    """A language's words for it."""

    code: str
    title: str
    organisation: str
    since: str
    fee: str
    total: str
    amount: str
    representative: str
    contact: str
    first: str
    second: str
    third: str
    fourth: str
    question: str
    announcement: str
    does: str

    def told(self) -> list[tuple[str, int, str, str, str]]:
        """Each network with since when, the fee, who represents, and whom to ask."""
        people = ((self.first, self.third), (self.second, self.fourth), (self.first, self.third))
        return [
            (name, year, self.amount.format(fee), *both)
            for (name, year, fee), both in zip(NETWORKS, people, strict=True)
        ]

    def lines(self) -> list[tuple[str, list[tuple[str, str]]]]:
        """Each network with its labels and their values."""
        labels = (self.since, self.fee, self.representative, self.contact)
        return [(name, [*zip(labels, map(str, values), strict=True)]) for name, *values in self.told()]


WORDS = [Words(*line.split("\t")) for line in _LINES if not line.startswith("#")]


def _html(words: Words, body: str) -> str:
    return f"<html lang='{words.code}'><body><main><h1>{words.title}</h1>{body}</main></body></html>"


def _columns(words: Words, *, drawn: str = "", apart: str = "\n", indent: str = "") -> str:
    rows = [(words.organisation, words.since, words.fee), *((name, year, fee) for name, year, fee, *_ in words.told())]
    first, *rest = (f"{indent}{name:<26}{year!s:<28}{fee:>24}" for name, year, fee in rows)
    last = f"{indent}{words.total:<54}{words.amount.format(246):>24}"
    return f"{words.title}\n\n" + "\n".join([first, *([drawn] if drawn else []), apart.join([*rest, last])])


def _fees(words: Words, sign: str, bullet: str = "") -> str:
    lines = (f"{bullet}{name}{sign}{fee}" for name, _year, fee, *_ in words.told())
    return f"{words.title}\n\n{words.fee}:\n" + "\n".join(lines)


def _items(words: Words, label: str, sign: str = ": ", values: slice = slice(2, 3)) -> str:
    items = (f"<li>{told[0]}{sign}{told[values][0]}</li>" for told in words.told())
    return _html(words, f"<h2>{label}</h2><ul>{''.join(items)}</ul>")


def _marked(words: Words, first: str, line: str, last: str = "") -> str:
    parts = (
        first.format(name) + "".join(line.format(label, value) for label, value in values) + last
        for name, values in words.lines()
    )
    return _html(words, "".join(parts))


def _headed(words: Words, heading: str) -> str:
    parts = (
        f"<h2>{heading.format(name=name, since=values[0][0].lower(), year=values[0][1])}</h2>"
        + "".join(f"<p>{label}: {value}</p>" for label, value in values[1:])
        for name, values in words.lines()
    )
    return _html(words, "".join(parts))


def _two_lines(words: Words) -> str:
    rows = (
        f"<tr><td><a href='https://www.example.org/{year}'>{name}</a><br>{words.since} {year}</td><td>{fee}</td></tr>"
        for name, year, fee, *_ in words.told()
    )
    head = f"<tr><th>{words.organisation}</th><th>{words.fee}</th></tr>"
    return _html(words, f"<table>{head}{''.join(rows)}</table>")


def _parted(words: Words, sign: str, colon: str) -> str:
    lines = (
        sign.join([name, *(f"{label}{colon} {value}" for label, value in values)]) for name, values in words.lines()
    )
    return f"{words.title}\n\n" + "\n".join(lines)


def _nested(words: Words) -> str:
    parts = (
        f"- **{name}**\n" + "".join(f"  - {label} {value}\n" for label, value in values)
        for name, values in words.lines()
    )
    return f"# {words.title}\n\n" + "".join(parts)


def _listed(words: Words, line: str, between: str = "", around: str = "{}") -> str:
    lines = (line.format(number=number, name=name) for number, (name, *_) in enumerate(NETWORKS, 1))
    return _html(words, f"<p>{words.announcement}</p>{around.format(between.join(lines))}")


def _said(words: Words, name: str, year: int) -> str:
    return f"{words.does} {words.since} {year}."


def _in_text(words: Words, first: str, *, width: int = 400) -> str:
    parts = (
        textwrap.fill(f"{first.format(name)}{_said(words, name, year)}", width, replace_whitespace=False)
        for name, year, _fee in NETWORKS
    )
    return f"{words.title}\n\n" + "\n\n".join(parts)


def _hanging(words: Words) -> str:
    parts = (f"* {name} - {_said(words, name, year)}" for name, year, _fee in NETWORKS)
    return f"{words.title}\n\n" + "\n".join(textwrap.fill(part, 70, subsequent_indent="  ") for part in parts)


def _tabs(words: Words) -> str:
    tabs = (f"<li><a role='tab' href='#n{year}'>{name}</a></li>" for name, year, _fee in NETWORKS)
    panels = (
        f"<div role='tabpanel' id='n{year}' hidden><p>{_said(words, name, year)}</p></div>"
        for name, year, _fee in NETWORKS
    )
    return _html(words, f"<ul role='tablist'>{''.join(tabs)}</ul>{''.join(panels)}")


SINCE, FEE, ALL = "since", "fee", "since fee representative contact"
LAYOUTS: dict[str, tuple[str, Callable[[Words], str]]] = {
    "columns": (f"{SINCE} {FEE}", _columns),
    "columns-below-a-line": (f"{SINCE} {FEE}", lambda words: _columns(words, drawn="-" * 25 + " " + "-" * 27)),
    "columns-with-empty-lines": (f"{SINCE} {FEE}", lambda words: _columns(words, apart="\n\n")),
    "columns-moved-to-the-right": (f"{SINCE} {FEE}", lambda words: _columns(words, indent="   ")),
    "dots": (FEE, lambda words: _fees(words, " ............ ")),
    "items-with-dots": (FEE, lambda words: _fees(words, " ...... ", "- ")),
    "colons": (FEE, lambda words: _fees(words, ": ")),
    "items-with-dashes": (FEE, lambda words: _fees(words, " – ", "- ")),
    "list-of-fees": (FEE, lambda words: _items(words, words.fee)),
    "list-of-fees-with-commas": (FEE, lambda words: _items(words, f"{words.fee} 2025", ", ")),
    "list-of-years": (SINCE, lambda words: _items(words, words.since, values=slice(1, 2))),
    "cells-of-two-lines": (f"{SINCE} {FEE}", _two_lines),
    "bars": (ALL, lambda words: _parted(words, " | ", ":")),
    "items-without-colons": (ALL, _nested),
    "lines-that-break": (ALL, lambda words: _marked(words, "<p>{}", "<br><b>{}:</b> {}", "</p>")),
    "bold-labels": (ALL, lambda words: _marked(words, "<p><b>{}</b>", "<br><b>{}</b> {}", "</p>")),
    "grid": (ALL, lambda words: _marked(words, "<div><div>{}</div>", "<div>{}</div><div>{}</div>", "</div>")),
    "typed-bullets": ("", lambda words: _listed(words, "- {name}", "<br>", "<p>{}</p>")),
    "typed-numbers": ("", lambda words: _listed(words, "<p>{number}. {name}</p>")),
    "frame": ("", lambda words: _listed(words, "<tr><td>{name}</td></tr>", around="<table>{}</table>")),
    "headings-alone": ("", lambda words: _listed(words, "<h2>{name}</h2>")),
    "tabs": (SINCE, _tabs),
    "drawn-headings": (SINCE, lambda words: _in_text(words, "-- {} --\n")),
    "headings-with-colons": (SINCE, lambda words: _in_text(words, "{}:\n")),
    "lines-with-dashes": (SINCE, lambda words: _in_text(words, "{} – ")),
    "hanging-lines": (SINCE, _hanging),
    "heading-with-brackets": (ALL, lambda words: _headed(words, "{name} ({since} {year})")),
    "heading-with-dash": (ALL, lambda words: _headed(words, "{name} – {since} {year}")),
    "heading-with-comma": (ALL, lambda words: _headed(words, "{name}, {since} {year}")),
}


def _told(one: Organisation, what: str) -> list[object]:
    membership = one.membership
    said: dict[str, object] = {
        "since": membership and membership.since,
        "fee": membership and membership.fee and membership.fee.amount,
        "representative": [somebody.person for somebody in one.representatives],
        "contact": [somebody.person for somebody in one.contacts],
    }
    return [said[part] for part in what.split()]


@pytest.mark.parametrize("layout", LAYOUTS)
@pytest.mark.parametrize("words", WORDS, ids=[words.code for words in WORDS])
def test_memberships_are_read_however_they_are_laid_out(words: Words, layout: str) -> None:
    what, laid_out = LAYOUTS[layout]
    found = read(open_document(laid_out(words).encode())).organisations
    values = {name: (str(year), fee) for name, year, fee in NETWORKS}
    every = [(name, (*values[name], [first], [second])) for name, _year, _fee, first, second in words.told()]
    told = [(name, dict(zip(ALL.split(), one, strict=True))) for name, one in every]
    expected = [(name, [one[part] for part in what.split()]) for name, one in told]
    assert [(one.name.text, _told(one, what)) for one in found] == expected


@pytest.mark.parametrize("words", WORDS, ids=[words.code for words in WORDS])
def test_a_heading_that_asks_what_a_network_is_names_it(words: Words) -> None:
    parts = (
        f"<h2>{words.question.format(o=name)}</h2>" + "".join(f"<p>{label}: {value}</p>" for label, value in values)
        for name, values in words.lines()
    )
    found = read(open_document(_html(words, "".join(parts)).encode())).organisations
    assert [one.name.text for one in found] == [name for name, *_ in NETWORKS]


def test_the_mark_of_a_footnote_is_no_part_of_a_number() -> None:
    rows = "".join(f"<tr><td>{name}</td><td>£{fee}<sup>1</sup></td></tr>" for name, _year, fee in NETWORKS)
    page = f"<h1>Our networks</h1><table><tr><th>Network</th><th>Annual fee</th></tr>{rows}</table>"
    found = read(open_document(page.encode())).organisations
    assert [_told(one, FEE) for one in found] == [[185], [42], [19]]


def test_words_far_apart_in_a_sentence_or_two_are_no_columns() -> None:
    text = "Our networks\n\nThe council    is a member of Eurocities.\nIt has been one since     2004.\n"
    document = open_document(text.encode())
    assert not document.tables
    assert [one.name.text for one in read(document).organisations] == ["Eurocities"]
