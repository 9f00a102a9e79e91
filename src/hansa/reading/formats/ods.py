"""Spreadsheets of LibreOffice (OpenDocument), read as a stream: each sheet a table."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any
from xml.etree.ElementTree import ParseError

from defusedxml.common import DefusedXmlException
from defusedxml.ElementTree import iterparse

from hansa.reading.archive import MIMETYPE, beginning, members, opened
from hansa.reading.building import MOST_ROWS, Building, Words, one_line
from hansa.reading.document import MOST_BLOCKS, Document
from hansa.reading.errors import Damaged, EntityBomb

RANK = 12
SPREADSHEET = b"application/vnd.oasis.opendocument.spreadsheet"
MOST_COLUMNS = 100
MOST_ALIKE = 500
LONGEST_CELL = 20_000
_TABLE = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}"
_OFFICE = "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}"
_TEXT = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"
Reaching = dict[int, tuple[int, Words]]  # by column: the last row that a merged cell reaches down to, and its words
_LINK = "{http://www.w3.org/1999/xlink}href"


def suits_bytes(content: bytes, media_type: str) -> bool:
    """An archive that says of itself that it is a spreadsheet."""
    return {MIMETYPE, "content.xml"} <= members(content) and SPREADSHEET in beginning(content, MIMETYPE)


def make_from(content: bytes, called: str) -> Document:
    """A document of the sheets. Raises the errors of `archive.opened`."""
    built = Building("application/vnd.oasis.opendocument.spreadsheet")
    with opened(content, called) as archive:
        if "content.xml" not in archive.namelist() or MIMETYPE not in archive.namelist():
            raise Damaged(called)
        try:
            with archive.open("content.xml") as file:
                sheets = list(_sheets(file))
        except DefusedXmlException as error:
            raise EntityBomb(called) from error
        except (ParseError, ValueError, LookupError, OSError, EOFError, RuntimeError) as error:
            raise Damaged(called) from error
    filled = [(name, rows) for name, rows in sheets if any(any(row) for row in rows)]
    for number, (name, rows) in enumerate(filled):
        if built.is_full:
            built.leave_out(f"{number} sheets")
            break
        if len(filled) > 1:
            built.add("heading", Words(name), level=2)
        built.add_table(rows, name)
    return built.document()


def _sheets(file: Any) -> Iterator[tuple[str, list[list[Words | None]]]]:
    """Each sheet's name and rows, up to as many as are read and one more; elements are freed as they end."""
    name = ""
    rows: list[list[Words | None]] = []
    reaching: Reaching = {}
    depth = within = cells = 0
    for event, element in iterparse(file, events=("start", "end")):
        if event == "start":
            depth += 1
            if depth > 200:
                raise ValueError("nested too deep")
            if element.tag == f"{_TABLE}table":
                name, rows, reaching = element.get(f"{_TABLE}name", ""), [], {}
            within += element.tag == f"{_TABLE}table-row"
            continue
        depth -= 1
        if element.tag == f"{_TABLE}table-row":
            within -= 1
            cells += _add_rows(element, rows, reaching)
        elif element.tag == f"{_TABLE}table":
            yield name, rows
            rows = []
        if not within:
            element.clear()
        if cells > MOST_BLOCKS + MOST_COLUMNS:
            break
    if rows:
        yield name, rows


def _add_rows(element: Any, rows: list[list[Words | None]], reaching: Reaching) -> int:
    """Enter a row, as often as it is repeated (empty ones at the end of a sheet are, a million times); gives how many
    cells that made."""
    times = _number(element, "number-rows-repeated")
    cells = 0
    for _ in range(min(times, MOST_ALIKE, MOST_ROWS + 1 - len(rows))):
        row = _row(element, len(rows), reaching)
        rows.append(row)
        cells += len(row)
        if not any(row):
            break
    return cells


def _row(element: Any, number: int, reaching: Reaching) -> list[Words | None]:
    row: list[Words | None] = []
    for cell in element:
        if cell.tag not in (f"{_TABLE}table-cell", f"{_TABLE}covered-table-cell"):
            continue
        for _ in range(min(_number(cell, "number-columns-repeated"), MOST_COLUMNS - len(row))):
            last, above = reaching.get(len(row), (-1, None))
            if number <= last:
                row.append(above)
                continue
            words = _words(cell) if cell.tag == f"{_TABLE}table-cell" else None
            down, across = _number(cell, "number-rows-spanned"), _number(cell, "number-columns-spanned")
            if words is not None and (down > 1 or across > 1):
                for place in range(len(row), min(len(row) + across, MOST_COLUMNS)):
                    reaching[place] = (number + min(down, MOST_ALIKE) - 1, words)
            row.append(words)
    while row and row[-1] is None:
        row.pop()
    return row


def _number(element: Any, name: str) -> int:
    said = element.get(f"{_TABLE}{name}", "1")
    return max(1, int(said)) if said.isdecimal() and len(said) < 9 else 1


def _words(cell: Any) -> Words | None:
    """A cell's text as it is shown; a date's and an amount's own value tell more than that."""
    links: list[tuple[int, int, str]] = []
    lines = []
    for paragraph in cell.iter(f"{_TEXT}p"):
        lines.append("".join(paragraph.itertext()))
    text = one_line("\n".join(lines)[:LONGEST_CELL])
    kind = cell.get(f"{_OFFICE}value-type", "")
    value = cell.get(f"{_OFFICE}date-value") if kind == "date" else cell.get(f"{_OFFICE}value", "")
    if kind == "date" and value:
        text = value.partition("T")[0]
    elif kind in ("float", "currency") and value:
        number = value.removesuffix(".0")
        currency = cell.get(f"{_OFFICE}currency", "")
        sign = next((word for word in text.split() if not any(map(str.isdigit, word))), "")
        text = f"{number} {currency or sign}".strip()
    if not text:
        return None
    for link in cell.iter(f"{_TEXT}a"):
        words = "".join(link.itertext())
        start = text.find(words) if words else -1
        if start >= 0 and (url := link.get(_LINK)):
            links.append((start, start + len(words), url))
    return Words(text, links)
