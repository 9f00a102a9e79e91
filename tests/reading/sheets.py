"""Spreadsheets made for tests: XLSX by openpyxl, ODS by hand."""

from __future__ import annotations

import io
import zipfile
from datetime import date
from typing import Any

from openpyxl import Workbook
from openpyxl.styles import Font

from tests.reading.office import changed

CONTENT = (
    '<?xml version="1.0" encoding="UTF-8"?><office:document-content '
    'xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" '
    'xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" '
    'xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" xmlns:xlink="http://www.w3.org/1999/xlink">'
    "<office:body><office:spreadsheet>{}</office:spreadsheet></office:body></office:document-content>"
)
SHARED = "xl/sharedStrings.xml"
ROWS: list[list[Any]] = [
    ["Westsea County Council: memberships", None, None, None],
    [],
    ["Network", "Member since", "Annual fee", "Contact"],
    ["Eurocities", date(2009, 3, 1), 12500, "Ann Ek, International Unit"],
    ["Polis", 2016, 4800.5, "Climate Office"],
    ["Total", None, 17300.5, None],
]


def xlsx(rows: list[list[Any]] | None = None, *, macros: bool = False) -> bytes:
    """A workbook of one sheet, with a merged title, a currency's format, a link, and a formula without a value."""
    book = Workbook()
    sheet = book.active
    for row in rows or ROWS:
        sheet.append(row)
    sheet.merge_cells("A1:D1")
    for cell in sheet[3]:
        cell.font = Font(bold=True)
    for row in sheet.iter_rows(min_row=4, min_col=3, max_col=3):
        row[0].number_format = '#,##0.00 "EUR"'
    if rows is None:
        sheet["A4"].hyperlink = "https://eurocities.eu"
    file = io.BytesIO()
    book.save(file)
    return added(file.getvalue(), "xl/vbaProject.bin", b"\x00") if macros else file.getvalue()


def with_shared_words(words: str, data: str) -> bytes:
    """A workbook as Excel writes it: of this XML for the words that cells share, and for the data of its sheet."""
    kind = "application/vnd.openxmlformats-officedocument.spreadsheetml.sharedStrings+xml"
    declared = f'<Override PartName="/{SHARED}" ContentType="{kind}"/></Types>'
    namespace = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
    return changed(
        xlsx(),
        {
            SHARED: f"<sst {namespace}>{words}</sst>".encode(),
            "[Content_Types].xml": lambda xml: xml.replace(b"</Types>", declared.encode()),
            "xl/worksheets/sheet1.xml": f"<worksheet {namespace}><sheetData>{data}</sheetData></worksheet>".encode(),
        },
    )


def added(archive: bytes, name: str, content: bytes) -> bytes:
    """An archive with one more member."""
    file = io.BytesIO(archive)
    with zipfile.ZipFile(file, "a") as whole:
        whole.writestr(name, content, zipfile.ZIP_DEFLATED)
    return file.getvalue()


def ods(table: str) -> bytes:
    """A spreadsheet of the office's own format with this XML for its tables."""
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
        archive.writestr("content.xml", CONTENT.format(table), zipfile.ZIP_DEFLATED)
    return file.getvalue()


def cell(words: str, attributes: str = "") -> str:
    return f"<table:table-cell {attributes}><text:p>{words}</text:p></table:table-cell>"


def sheet(*rows: str, name: str = "Sheet1") -> str:
    within = "".join(f"<table:table-row>{row}</table:table-row>" for row in rows)
    return f'<table:table table:name="{name}">{within}</table:table>'


ODS = ods(
    sheet(
        cell("Network") + cell("Member since") + cell("Fee"),
        cell('<text:a xlink:href="https://eurocities.eu">Eurocities</text:a>')
        + cell("1 Mar 2009", 'office:value-type="date" office:date-value="2009-03-01"')
        + cell("12.500 €", 'office:value-type="currency" office:currency="EUR" office:value="12500"'),
        cell("Polis") + cell("2016", 'table:number-columns-repeated="1"') + cell("4 800 EUR"),
        '<table:table-cell table:number-columns-repeated="16384"/>',
    ).replace("</table:table>", '<table:table-row table:number-rows-repeated="1048570"/></table:table>')
)
