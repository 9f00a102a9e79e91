"""Tables as text: commas, semicolons, tabs or bars between the values, as spreadsheets export them."""

from __future__ import annotations

import csv
import re
from collections import Counter
from collections.abc import Iterator
from itertools import islice

from hansa.reading.building import Building, Words, one_line
from hansa.reading.document import Document

RANK = 30
SEPARATORS = "\t;,|"
LOOKED_AT = 40  # lines by which a separator is told
MOST_COLUMNS = 100
LONGEST_CELL = 20_000
_BULLET = re.compile(r"\s{0,20}[-–—•*·▪◦‣]\s")
_LINE = re.compile(r"[^\r\n]*(?:\r\n?|\n)|[^\r\n]+")


def suits(text: str, media_type: str) -> bool:
    """Whether lines are parted into the same number of values, by a sign that prose has not so regularly."""
    return _separator(text, media_type) is not None


def _separator(text: str, media_type: str) -> str | None:
    text = text.lstrip("\ufeff")
    if text[:4].lower() == "sep=" and len(text) > 5:
        return text[4]
    if text.lstrip()[:1] == "<":
        return None
    for separator in SEPARATORS:
        rows = list(islice(_rows(text[:100_000], separator), LOOKED_AT))
        widths = Counter(len(row) for row in rows if sum(map(bool, row)) > 1)
        if not widths:
            continue
        width, alike = max(widths.items(), key=lambda item: (item[1], item[0]))
        if separator != ",":  # a title, and notes, in rows of as many values, most of them empty
            alike += sum(len(row) == width for row in rows if sum(map(bool, row)) == 1)
        filled = sum(any(row) for row in rows)
        long = sum(len(cell) > 200 for row in rows for cell in row)
        declared = "csv" in media_type or "tab-separated" in media_type
        enough = 3 if separator == "," else 2
        as_prose = separator == "," and any(cell.startswith(" ") for row in rows for cell in row[1:])
        regular = width >= enough and alike >= 2 and alike * 4 >= filled * 3
        is_list = 2 * sum(_BULLET.match(row[0]) is not None for row in rows if row) > filled
        if regular and (declared or not (as_prose or is_list or long * 10 > filled)):
            return separator
    return None


def _rows(text: str, separator: str) -> Iterator[list[str]]:
    lines = (line.group() for line in _LINE.finditer(text))
    try:
        for row in csv.reader(lines, delimiter=separator):
            yield [cell.rstrip() for cell in row[:MOST_COLUMNS]]
    except csv.Error:  # a value longer than the module allows, a stray carriage return
        pass


def make(text: str) -> Document:
    """A document of one table."""
    separator = _separator(text, "text/csv") or ","
    text = text.lstrip("\ufeff")
    if text[:4].lower() == "sep=":
        text = text.partition("\n")[2]
    built = Building("text/csv")
    rows = _rows(text.replace("\x00", ""), separator)
    built.add_table([Words(one_line(cell[:LONGEST_CELL])) if cell else None for cell in row] for row in rows)
    return built.document()
