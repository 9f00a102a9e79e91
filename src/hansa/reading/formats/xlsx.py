"""Spreadsheets of Excel (Office Open XML), by openpyxl: each sheet a table, as a person sees its values."""

from __future__ import annotations

import io
import re
import warnings
from datetime import date, datetime, time
from typing import Any

from openpyxl import load_workbook
from openpyxl.utils.exceptions import InvalidFileException

from hansa.reading.archive import members, opened
from hansa.reading.building import Building, Words, one_line
from hansa.reading.document import Document
from hansa.reading.errors import Damaged
from hansa.reading.types import Notice

RANK = 11
MOST_ROWS = 20_000
MOST_COLUMNS = 100
MOST_EMPTY_ROWS = 200
LONGEST_CELL = 20_000
LARGE = 8_000_000  # bytes of the sheets' XML, some 100,000 cells: openpyxl keeps some fifty times as much
_CURRENCY = re.compile(r'\[\$([^\]-]{1,6})(?:-[^\]]*)?\]|"([^"]{1,6})"|([€£$])')
_SHEET = re.compile(r"xl/worksheets/[^/]{1,80}\.xml")
_UNKNOWN = re.compile(rb"</f>(?:<v/>|<v></v>)?</c>|<f/>(?:<v/>|<v></v>)?</c>")
MACROS = "xl/vbaProject.bin"


def suits_bytes(content: bytes, media_type: str) -> bool:
    """An archive with a workbook in it."""
    return "xl/workbook.xml" in members(content)


def make_from(content: bytes, called: str) -> Document:
    """A document of the workbook's sheets. Raises the errors of `archive.opened`."""
    archive = opened(content, called)
    built = Building("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet")
    if MACROS in archive.namelist():
        built.notices.append(
            Notice("macros-not-run", f"{called} holds macros (programs); they were not run, nor kept.")
        )
    sheets = [member for member in archive.infolist() if _SHEET.fullmatch(member.filename)]
    is_large = sum(member.file_size for member in sheets) > LARGE
    if is_large:
        message = f"{called} is so large that links and merged cells in it were not read."
        built.notices.append(Notice("links-not-read", message))
    unknown = sum(_without_value(archive.read(name)) for name in (s.filename for s in sheets) if not is_large)
    if unknown:
        message = f"{unknown} cells hold a formula whose value was never worked out; they were read as empty."
        built.notices.append(Notice("formula-without-value", f"{message} Open {called} in Excel and save it."))
    archive.close()
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # of drawings and the like, which openpyxl leaves out
            shown = load_workbook(io.BytesIO(content), data_only=True, keep_links=False, read_only=is_large)
        for sheet in shown.worksheets:
            if len(shown.worksheets) > 1:
                built.add("heading", Words(sheet.title), level=2)
            _add_sheet(built, sheet)
    except (KeyError, ValueError, TypeError, AttributeError, IndexError, OSError, InvalidFileException) as error:
        raise Damaged(called) from error
    except Exception as error:  # openpyxl lets its XML parser's errors through
        if type(error).__name__ in ("BadZipFile", "ParseError", "XMLSyntaxError", "error", "EntitiesForbidden"):
            raise Damaged(called) from error
        raise
    return built.document(title=(shown.properties.title or None) if shown.properties else None)


def _without_value(sheet: bytes) -> int:
    """How many cells of a sheet's XML have a formula and no value."""
    return len(_UNKNOWN.findall(sheet))


def _add_sheet(built: Building, sheet: Any) -> None:
    """A sheet as a table; merged cells stand in every place that they cover."""
    merged = _merged(sheet)
    rows: list[list[Words | None]] = []
    made: dict[tuple[int, int], Words] = {}
    empty = 0
    widest = min(MOST_COLUMNS, sheet.max_column or MOST_COLUMNS)
    for number, row in enumerate(sheet.iter_rows(max_row=MOST_ROWS, max_col=widest), start=1):
        line: list[Words | None] = []
        for place, cell in enumerate(row, start=1):
            corner = merged.get((number, place))
            if corner is not None and corner != (number, place):
                line.append(made.get(corner))
                continue
            words = _words(cell)
            if words is not None:
                made[number, place] = words
            line.append(words)
        empty = 0 if any(line) else empty + 1
        if empty > MOST_EMPTY_ROWS:
            break
        rows.append(line)
    if (sheet.max_row or 0) > MOST_ROWS:
        built.notices.append(
            Notice("rows-left-out", f"Only the first {MOST_ROWS} rows of the sheet {sheet.title} were read.")
        )
    built.add_table(rows, sheet.title)


def _merged(sheet: Any) -> dict[tuple[int, int], tuple[int, int]]:
    """For each place that merged cells cover, the corner whose value they show."""
    covered: dict[tuple[int, int], tuple[int, int]] = {}
    areas = sheet.merged_cells.ranges if hasattr(sheet, "merged_cells") else ()
    for area in list(areas)[:MOST_ROWS]:
        for row in range(area.min_row, min(area.max_row, area.min_row + 500) + 1):
            for column in range(area.min_col, min(area.max_col, MOST_COLUMNS) + 1):
                covered[row, column] = (area.min_row, area.min_col)
    return covered


def _words(cell: Any) -> Words | None:
    value = getattr(cell, "value", None)
    if value is None or value == "":
        return None
    text = one_line(_shown(value, cell.number_format or "")[:LONGEST_CELL])
    if not text:
        return None
    bold = bool(cell.font and cell.font.b)
    link = cell.hyperlink.target if getattr(cell, "hyperlink", None) else None
    return Words(text, [(0, len(text), str(link))] if link else [], heading=bold)


def _shown(value: Any, form: str) -> str:
    """A value as a person sees it: whole numbers without decimals, ISO dates, the currency of the cell's format."""
    if isinstance(value, bool):
        return "x" if value else ""
    if isinstance(value, datetime):
        return value.date().isoformat() if value.time() == time() else value.isoformat(" ", "minutes")
    if isinstance(value, date | time):
        return value.isoformat()
    if not isinstance(value, int | float):
        return str(value)
    number = str(int(value)) if value == int(value) else f"{value:.10g}"
    if "%" in form:
        return f"{value * 100:.4g} %"
    currency = _CURRENCY.search(form)
    sign = next((group for group in currency.groups() if group), "").strip() if currency else ""
    return f"{number} {sign}" if sign else number
