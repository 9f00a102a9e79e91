"""Runs of text, each bold or not and a link or not, made into lines with their links and their bold beginnings."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from hansa.reading.building import Building, Words

LONGEST_BOLD_HEADING = 140
_BULLET = re.compile(r"[-–—•*·▪◦‣●○■□➢►\uf0b7\uf0a7]\s+(?=\S)")


@dataclass(slots=True)
class Run:
    """Words that are alike: all bold or none, all leading to one address (empty: nowhere)."""

    text: str
    bold: bool = False
    url: str = ""


@dataclass(slots=True)
class Line:
    """A line's words; whether all of it is bold; how many characters at its beginning are bold or a link."""

    words: Words
    bold: bool
    lead: int


def lines_of(runs: Iterable[Run]) -> list[Line]:
    """The lines of some runs, parted at their line breaks; runs of space are folded, empty lines left out."""
    lines: list[list[Run]] = [[]]
    for run in runs:
        first, *others = run.text.split("\n")
        lines[-1].append(Run(first, run.bold, run.url))
        lines += [[Run(text, run.bold, run.url)] for text in others]
    return [line for line in map(_line, lines) if line.words.text]


def _line(runs: list[Run]) -> Line:
    pieces: list[str] = []
    links: list[tuple[int, int, str]] = []
    length = lead = 0
    bold, leads, space = True, True, False
    for run in runs:
        words = " ".join(run.text.split())
        if not words:
            space = space or bool(run.text)
            continue
        if length and (space or run.text[0].isspace()):
            pieces.append(" ")
            length += 1
        start, length = length, length + len(words)
        pieces.append(words)
        bold = bold and run.bold
        leads = leads and (run.bold or bool(run.url))
        lead = length if leads else lead
        if run.url:
            if links and links[-1][2] == run.url and links[-1][1] >= start - 1:
                links[-1] = (links[-1][0], length, run.url)
            else:
                links.append((start, length, run.url))
        space = run.text[-1].isspace()
    return Line(Words("".join(pieces), links), bold and length > 0, lead)


def joined(lines: Iterable[Line], by: str = " ") -> Line:
    """Several lines as one, with something between them."""
    pieces: list[str] = []
    links: list[tuple[int, int, str]] = []
    length, bold, lead, leads = 0, True, 0, True
    for line in lines:
        if pieces:
            pieces.append(by)
            length += len(by)
        links += [(length + begin, length + end, url) for begin, end, url in line.words.links]
        lead = length + line.lead if leads and line.lead else lead
        leads = leads and line.lead == len(line.words.text)
        length += len(line.words.text)
        pieces.append(line.words.text)
        bold = bold and line.bold
    return Line(Words("".join(pieces), links), bold and length > 0, lead)


def cut(line: Line, count: int) -> Line:
    """A line without its first characters."""
    words = line.words
    links = [(max(0, begin - count), end - count, url) for begin, end, url in words.links if end > count]
    return Line(Words(words.text[count:], links), line.bold, max(0, line.lead - count))


def add_text(built: Building, line: Line, depth: int = 0, *, begins: bool = True) -> None:
    """Enter a line as a paragraph, as a bold one, or as an item; `depth` is how deep it stands within lists.

    A bullet that somebody typed makes an item too. `begins` is false for the further lines of an item.
    """
    bullet = _BULLET.match(line.words.text)
    if bullet and begins:
        line, depth = cut(line, bullet.end()), depth or 1
    kind = "item" if depth and begins else "paragraph"
    if line.bold and len(line.words.text) <= LONGEST_BOLD_HEADING:
        kind = "bold"
    built.add(kind, line.words, level=depth, lead=line.lead)
