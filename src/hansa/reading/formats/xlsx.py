"""Spreadsheets of Excel (Office Open XML), by openpyxl: each sheet a table, as a person sees its values."""

from __future__ import annotations

import io
import re
import warnings
from collections.abc import Iterable, Iterator
from datetime import date, datetime, time
from typing import Any
from zipfile import ZipFile

from openpyxl import load_workbook
from openpyxl.cell.read_only import ReadOnlyCell
from openpyxl.packaging.relationship import get_dependents, get_rels_path
from openpyxl.utils import range_boundaries
from openpyxl.utils.exceptions import InvalidFileException
from openpyxl.worksheet._reader import WorkSheetParser

from hansa.reading.archive import UNREADABLE, members, opened
from hansa.reading.building import MOST_ROWS, Building, Words, one_line
from hansa.reading.document import MOST_BLOCKS, Document
from hansa.reading.errors import Damaged, ZipBomb
from hansa.reading.types import Notice

RANK = 11
MOST_COLUMNS = 100
MOST_ROWS_MERGED = 500
LONGEST_CELL = 20_000
LARGEST = {"xl/sharedStrings.xml": 40_000_000, "xl/styles.xml": 8_000_000}  # bytes, of what openpyxl keeps whole
CHUNK = 1_000_000
MACROS = "xl/vbaProject.bin"
_CURRENCY = re.compile(r'\[\$([^\]-]{1,6})(?:-[^\]]*)?\]|"([^"]{1,6})"|([€£$])')
_SHEET = re.compile(r"xl/worksheets/[^/]{1,80}\.xml")
_UNKNOWN = re.compile(rb"</f>(?:<v/>|<v></v>)?</c>|<f/>(?:<v/>|<v></v>)?</c>")

Rows = list[list[Words | None]]


def suits_bytes(content: bytes, media_type: str) -> bool:
    """An archive with a workbook in it."""
    return "xl/workbook.xml" in members(content)


def make_from(content: bytes, called: str) -> Document:
    """A document of the workbook's sheets. Raises the errors of `archive.opened`."""
    built = Building("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet")
    try:
        with opened(content, called) as archive:
            for member in archive.infolist():
                if member.file_size > LARGEST.get(member.filename, member.file_size):
                    raise ZipBomb(called)
            built.notices += _notices(archive, called)
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # of drawings and the like, which openpyxl leaves out
            book: Any = load_workbook(io.BytesIO(content), data_only=True, keep_links=False, read_only=True)
            for number, sheet in enumerate(book.worksheets):
                if built.is_full:
                    built.leave_out(f"{number} of {len(book.worksheets)} sheets")
                    break
                if len(book.worksheets) > 1:
                    built.add("heading", Words(sheet.title), level=2)
                rows, is_whole = _rows(sheet)
                if not is_whole:
                    message = f"The sheet {sheet.title} is so long that links and merged cells in it were not read."
                    built.notices.append(Notice("links-not-read", f"{message} Keep the memberships in a shorter one."))
                built.add_table(rows, sheet.title)
    except (LookupError, ArithmeticError, TypeError, AttributeError, InvalidFileException, *UNREADABLE) as error:
        raise Damaged(called) from error
    except Exception as error:  # openpyxl lets its XML parser's errors through
        if type(error).__name__ in ("ParseError", "XMLSyntaxError", "EntitiesForbidden"):
            raise Damaged(called) from error
        raise
    return built.document(title=(book.properties.title or None) if book.properties else None)


def _notices(archive: ZipFile, called: str) -> Iterator[Notice]:
    """What of the workbook's programs and formulas cannot be read."""
    names = archive.namelist()
    if MACROS in names:
        yield Notice("macros-not-run", f"{called} holds macros (programs); they were not run, nor kept.")
    unknown = sum(_without_value(archive, name) for name in names if _SHEET.fullmatch(name))
    if unknown:
        message = f"{unknown} cells hold a formula whose value was never worked out; they were read as empty."
        yield Notice("formula-without-value", f"{message} Open {called} in Excel and save it.")


def _without_value(archive: ZipFile, name: str) -> int:
    """How many cells of a sheet have a formula and no value."""
    found, rest = 0, b""
    with archive.open(name) as sheet:
        while chunk := sheet.read(CHUNK):
            cells, end, rest = (rest[-CHUNK:] + chunk).rpartition(b"</c>")
            found += len(_UNKNOWN.findall(cells + end))
    return found


def _rows(sheet: Any) -> tuple[Rows, bool]:
    """The rows of a sheet, up to as many as are read and one more, and whether these are all.

    Merged cells stand in every place that they cover, where these are all: what is merged is said behind the rows.
    """
    book = sheet.parent
    rows: Rows = []
    cells = 0
    styles: dict[int, tuple[str, bool]] = {}
    with sheet._get_source() as source:  # as openpyxl's own reading does, which leaves out links and merged cells
        parser = WorkSheetParser(
            source, sheet._shared_strings, True, book.epoch, book._date_formats, book._timedelta_formats
        )
        for number, row in parser.parse():
            if len(rows) > MOST_ROWS or cells > MOST_BLOCKS + MOST_COLUMNS:
                return rows, False
            if number <= len(rows):
                continue
            line: list[Words | None] = []
            for cell in row:
                place = cell["column"]
                if cell["value"] is None or not len(line) < place <= MOST_COLUMNS:
                    continue
                form, bold = styles.get(cell["style_id"]) or styles.setdefault(cell["style_id"], _style(sheet, cell))
                text = one_line(_shown(cell["value"], form)[:LONGEST_CELL])
                if text:
                    line += [None] * (place - 1 - len(line))
                    line.append(Words(text, heading=bold))
                    cells += 1
            if line:
                rows += [[] for _ in range(len(rows), min(number - 1, MOST_ROWS))]
                rows.append(line)
    _link(rows, parser, sheet)
    _merge(rows, parser)
    return rows, True


def _style(sheet: Any, cell: dict[str, Any]) -> tuple[str, bool]:
    """How a cell's number is shown, and whether it is bold."""
    styled = ReadOnlyCell(sheet, **cell)
    return styled.number_format or "", bool(styled.font and styled.font.b)


def _link(rows: Rows, parser: Any, sheet: Any) -> None:
    """Give the cells their links."""
    archive = sheet.parent._archive
    names = get_rels_path(sheet._worksheet_path)  # type: ignore[no-untyped-call]
    targets = {one.Id: one.Target for one in get_dependents(archive, names)} if names in archive.namelist() else {}
    for link, line, left, right in _areas(rows, parser.hyperlinks.hyperlink):
        for words in line[left:right]:
            if words is not None and targets.get(link.id):
                words.links = [(0, len(words.text), targets[link.id])]


def _merge(rows: Rows, parser: Any) -> None:
    """Let merged cells stand in every place that they cover."""
    merged, words = None, None
    for area, line, left, right in _areas(rows, parser.merged_cells.mergeCell if parser.merged_cells else ()):
        if area is not merged:
            merged, words = area, next(iter(line[left : left + 1]), None)
        if words is not None:
            line += [None] * (right - len(line))
            line[left:right] = [words] * (right - left)


def _areas(rows: Rows, areas: Iterable[Any]) -> Iterator[tuple[Any, list[Words | None], int, int]]:
    """Each area with each row in it, and with the places in that row where it begins and ends."""
    room = MOST_ROWS * MOST_COLUMNS
    for area in areas:
        left, top, right, bottom = (bound or 1 for bound in range_boundaries(area.ref))
        right = min(right, MOST_COLUMNS)
        for line in rows[top - 1 : min(bottom, top + MOST_ROWS_MERGED)]:
            room -= max(1, right - left)
            if room < 0:
                return
            yield area, line, left - 1, right


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
