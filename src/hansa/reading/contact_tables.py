"""Tables of people who are asked, each about several of the networks that a page tells of before: “Ann Ek | Adviser |
KIMO, CPMR | ann@…”."""

from __future__ import annotations

import re
from collections.abc import Sequence

from hansa.reading import names, people
from hansa.reading.document import Block, Cell, Document
from hansa.reading.known import is_known
from hansa.reading.labels import Labels

MANY = 2
MOST_ROWS = 12
MOST_CELLS = 8
_NUMBER = re.compile(r"\d(?:[ ()/.-]{0,2}\d){6,14}")


def of_contacts(rows: Sequence[Sequence[Cell | None]], document: Document, labels: Labels) -> list[Block]:
    """The cells of such a table, as lines of its rows; none of another, nor where each row is of but one network."""
    if not document.boxes or not 0 < len(rows) <= MOST_ROWS:
        return []
    every = [list({id(cell): cell for cell in row if cell and cell.span[0] < cell.span[1]}.values()) for row in rows]
    if not all(every) or max(map(len, every)) > MOST_CELLS:
        return []
    told = [[" ".join(document.text[slice(*cell.span)].split()) for cell in row] for row in every]
    if not all(any("@" in words or _NUMBER.search(words) for words in row) for row in told):
        return []
    parts = [[part.strip() for words in row for part in words.split(",")] for row in told]
    if not all(any(people.is_person(part, labels.language) for part in row) for row in parts):
        return []
    above = document.text[: every[0][0].span[0]]
    named = [sum((is_known(part) or names.is_abbreviation(part)) and part in above for part in row) for row in parts]
    if max(named) < MANY or MANY * sum(map(bool, named)) < len(named):
        return []
    return [Block("cell", *cell.span, row=number) for number, row in enumerate(every, 1) for cell in row]
