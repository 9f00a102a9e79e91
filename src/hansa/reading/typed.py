"""Marks that an author typed where a site, or a letter, has its own: bullets and numbers before lines, a line drawn on
both sides of a heading, a colon behind it."""

from __future__ import annotations

import re
from collections.abc import Callable
from itertools import pairwise

from hansa.reading.document import Block, Document
from hansa.reading.labels import Labels

FEWEST = 2  # lines with one mark
LONGEST_HEADING = 120
LONG = 40  # letters of what a heading with a colon stands above
_BULLET = re.compile(r"(?P<mark>[-–—•*·▪◦‣►✓→])\s{1,4}(?=[^\W\d_]|[„“”\"'«(])")
_NUMBER = re.compile(r"(?P<mark>\d{1,2})[.)]\s{1,4}(?=[^\W\d_])")
_SIGNS = frozenset("-–—=*#~_+")
_LATER = frozenset(map(str, range(2, 100)))  # numbers from which no list counts
_DRAWN = re.compile(r"(?P<sign>[-–—=*#~_+])(?P=sign){1,9}\s{1,4}(?P<name>[^\n]{2,120}?)\s{1,4}(?P=sign){2,10}")


def without_marks(blocks: list[Block], document: Document, labels: Labels) -> None:
    """Lines with a typed bullet, or counted from 1, are items; what is drawn around a heading is no part of it, nor the
    colon behind an organisation's name that stands alone above what is said of it."""
    _items(blocks, document, _BULLET, lambda before, mark: before == mark)
    _items(blocks, document, _NUMBER, lambda before, mark: int(mark) == int(before) + 1)
    signs = (block for block in blocks if document.text[block.start : block.start + 1] in _SIGNS)
    drawn = [(block, found) for block in signs if (found := _DRAWN.fullmatch(document.of(block)))]
    for block, found in drawn:
        block.kind, (first, last) = "bold", found.span("name")
        block.start, block.end = block.start + first, block.start + last
    ended = [block for block, below in pairwise(blocks) if _heads_with_a_colon(block, below, document, labels)]
    for block in ended if len(ended) >= FEWEST else ():
        block.kind, block.end = "bold", block.end - len(":")


def _items(blocks: list[Block], document: Document, form: re.Pattern[str], goes_on: Callable[[str, str], bool]) -> None:
    """Note as items the paragraphs, two or more below each other, whose marks are a list's."""
    run: list[tuple[Block, re.Match[str]]] = []
    for block in [*blocks, None]:
        found = form.match(document.text, block.start, block.end) if block and block.kind == "paragraph" else None
        if block and found and (goes_on(run[-1][1]["mark"], found["mark"]) if run else found["mark"] not in _LATER):
            run.append((block, found))
            continue
        for one, mark in run if len(run) >= FEWEST else ():
            one.kind, one.level, one.start = "item", one.level or 1, mark.end()
        run = [(block, found)] if block and found and found["mark"] not in _LATER else []


def _heads_with_a_colon(block: Block, below: Block, document: Document, labels: Labels) -> bool:
    """Whether a line is an organisation's name and a colon, above a sentence: “Eurocities:”."""
    if document.text[block.end - 1 : block.end] != ":" or block.end - block.start > LONGEST_HEADING:
        return False
    text = document.of(block)
    if (
        block.kind not in ("paragraph", "line", "bold")
        or below.kind in ("heading", "item")
        or below.end - below.start < LONG
    ):
        return False
    return labels.names_one(text[:-1]) and labels.label(text[:-1]) is None
