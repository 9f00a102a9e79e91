"""A sample of each format that is not HTML or plain text, with something of all that the format's module reads."""

from __future__ import annotations

from typing import Any

from hansa.reading.formats.bundle import Page, bundle
from tests.reading.office import BOX, changed, linked, markup, put, word
from tests.reading.printed import LOREM, Sheet, pages, pdf
from tests.reading.sheets import ODS, with_shared_words, xlsx

MARKDOWN = """---
title: Our networks
lang: en
---

# Our networks

Region Västerhav belongs to *these* networks.

## Eurocities

**Eurocities** is a [network](https://eurocities.eu) of 200 cities
in 38 countries.
Contact: [Ann Ek](mailto:ann.ek@example.org)

- Polis
  - within <b>it</b><br>

Members
: 57

| Network | Fee |
|:--|--:|
| ICLEI[^1] | 5 000 euro |

> quoted `code` ![logo](x.png) <https://aer.eu>
"""
TABLE = 'Network;Annual fee (EUR);Contact\r\nEurocities;"12 500";Ann Ek\r\nPolis;4800,50;"International\r\nUnit"\r\n'
NOTES = (
    b'<w:footnotes xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">'
    b'<w:footnote w:type="separator" w:id="0"><w:p/></w:footnote>'
    b'<w:footnote w:id="1"><w:p><w:r><w:t>Since 2009.</w:t></w:r></w:p></w:footnote></w:footnotes>'
)


def _everything(document: Any) -> None:
    """Put into a Word document what its format reads."""
    paragraph = document.add_paragraph("Contact: ", "List Bullet")
    paragraph.runs[0].bold = True
    linked(document, paragraph, "Ann Ek", "mailto:ann.ek@example.org")
    table = document.add_table(3, 3)
    for number, cell in enumerate(table._cells):
        cell.text = ("Network", "Fee", "Member since")[number % 3] if number < 3 else f"Polis {number}"
    table.cell(0, 1).merge(table.cell(0, 2))
    table.cell(1, 0).merge(table.cell(2, 0))
    run = "<w:r><w:t>{}</w:t></w:r>"
    field = "".join(f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>' for kind in ("begin", "separate", "end"))
    field = field.replace("</w:r>", '</w:r><w:r><w:instrText> HYPERLINK "https://polis.eu" </w:instrText></w:r>', 1)
    put(document, f"<w:sdt><w:sdtContent><w:p>{run.format('Controlled')}{field}</w:p></w:sdtContent></w:sdt>")
    put(document, f"<w:p><w:r>{BOX.format('<w:p>' + run.format('Boxed') + '</w:p>')}</w:r></w:p>")
    put(document, f'<w:p><w:ins w:id="1" w:author="a">{run.format("inserted")}</w:ins><w:del w:id="2"/></w:p>')
    numbered = document.add_paragraph("Deep")
    numbered._p.get_or_add_pPr().append(markup('<w:numPr><w:ilvl w:val="2"/><w:numId w:val="1"/></w:numPr>'))


def _printed(sheet: Sheet) -> None:
    """Write what the PDF format reads: headings, columns, tables with and without rules, links, two pages."""
    sheet.set_compression(False)
    sheet.say("Our networks", 18)
    sheet.say(LOREM, style="B")
    sheet.set_font("Helvetica", size=10)
    with sheet.table() as table:
        table.row(["Network", "Fee"])
        table.row(["Polis", "5 000 euro"])
    sheet.rows([["ICLEI", "2003"], ["Energy Cities", "2009"], ["AER", "1990"]], (70, 300), sheet.get_y() + 30)
    sheet.add_page()
    sheet.cell(text="Ann Ek", link="mailto:ann.ek@example.org")
    sheet.multi_cell(200, 12, LOREM)


SHARED_WORDS = "".join(f"<si><t>{said}</t></si>" for said in ("Network", "Fee", "Eurocities", "Ann Ek", "2009"))
SHARED_DATA = (
    '<row r="1" spans="1:2"><c r="A1" t="s" s="1"><v>0</v></c><c r="B1" t="s"><v>1</v></c></row>'
    '<row r="4"><c r="A4" t="s"><v>2</v></c><c r="C4" t="inlineStr"><is><r><t>5 000 EUR</t></r></is></c>'
    '<c r="D4" t="str"><f>A4</f><v>Polis</v></c><c r="E4" t="d"><v>2009-03-01</v></c><c r="F4" t="b"><v>1</v></c>'
    '<c r="G4" s="2"><v>40000.5</v></c></row>'
)


def of_formats() -> dict[str, list[bytes]]:
    """The samples, by the name of the format's module."""
    text = ("Our networks", "Title"), ("Eurocities", "Heading 1"), "Eurocities is a network of 200 cities."
    line = b"BT /F 12 Tf 70 700 Td (Eurocities) Tj 0 -20 Td (Members: 57) Tj ET 60 60 200 90 re S"
    return {
        "docx": [
            changed(word(*text, make=_everything), {"word/footnotes.xml": NOTES, "docProps/thumbnail.jpeg": None})
        ],
        "pdf": [pages(2, line), pdf(_printed)],
        "markdown": [MARKDOWN.encode()],
        "xlsx": [xlsx(macros=True), with_shared_words(SHARED_WORDS, SHARED_DATA)],
        "ods": [ODS],
        "csv": [TABLE.encode(), TABLE.replace(";", "\t").encode("cp1252"), TABLE.replace(";", ",").encode("utf-16")],
        "bundle": [bundle([Page("a/", b"<h1>Our networks</h1><a href=b>Polis</a>"), Page("a/b", MARKDOWN.encode())])],
    }
