"""Documents of Word (Office Open XML), by python-docx: headings by their styles, lists, tables, links."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from typing import Any

import docx
from docx.oxml.ns import qn

from hansa.reading.archive import members, opened
from hansa.reading.building import Building, Words, one_line
from hansa.reading.document import Document
from hansa.reading.errors import Damaged
from hansa.reading.types import Notice

RANK = 13
MOST_BLOCKS = 50_000
MOST_COLUMNS = 100
LONGEST_BOLD_HEADING = 140
MACROS = "word/vbaProject.bin"
_HEADING = re.compile(
    r"(?:heading|berschrift|rubrik|overskrift|kop|titre|titolo|t[ií]tulo|nag\w*wek|otsikko)\s?([1-9])", re.I
)


def suits_bytes(content: bytes, media_type: str) -> bool:
    """An archive with a Word document in it."""
    return "word/document.xml" in members(content)


def make_from(content: bytes, called: str) -> Document:
    """A document of the body's paragraphs and tables, in their order. Raises the errors of `archive.opened`."""
    with opened(content, called) as archive:
        built = Building("application/vnd.openxmlformats-officedocument.wordprocessingml.document")
        if MACROS in archive.namelist():
            built.notices.append(Notice("macros", f"{called} holds macros (programs); they were not run, nor kept."))
    try:
        opened_document = docx.Document(io.BytesIO(content))
        _add_body(built, opened_document)
        title = opened_document.core_properties.title or None
    except (KeyError, ValueError, TypeError, AttributeError, IndexError, OSError) as error:
        raise Damaged(called) from error
    except Exception as error:  # lxml's and python-docx's own
        if type(error).__module__.startswith(("lxml", "docx", "zipfile", "zlib")):
            raise Damaged(called) from error
        raise
    return built.document(title=title)


def _add_body(built: Building, document: Any) -> None:
    styles = _Styles(document)
    for element in _content(document.element.body):
        if len(built.blocks) > MOST_BLOCKS:
            built.notices.append(Notice("rows-left-out", f"Only the first {MOST_BLOCKS} paragraphs were read."))
            return
        if element.tag == qn("w:tbl"):
            built.add_table(_rows(element, document))
        else:
            _add_paragraph(built, element, document, styles)


def _content(parent: Any) -> Iterator[Any]:
    """The paragraphs and tables of a body or a cell, those in content controls and insertions too."""
    for element in parent:
        if element.tag in (qn("w:p"), qn("w:tbl")):
            yield element
        elif element.tag in (qn("w:sdt"), qn("w:sdtContent"), qn("w:ins"), qn("w:customXml"), qn("w:smartTag")):
            yield from _content(element)


class _Styles:
    """Which styles are headings, by their outline level or their name, and which are lists."""

    def __init__(self, document: Any) -> None:
        self.levels: dict[str, int] = {}
        self.lists: set[str] = set()
        for style in document.styles.element.iter(qn("w:style")):
            code = style.get(qn("w:styleId")) or ""
            name_element = style.find(qn("w:name"))
            name = name_element.get(qn("w:val")) if name_element is not None else code
            outline = style.find(f"{qn('w:pPr')}/{qn('w:outlineLvl')}")
            if outline is not None and (outline.get(qn("w:val")) or "9") < "9":
                self.levels[code] = int(outline.get(qn("w:val"))) + 1
            elif match := _HEADING.search(name or ""):
                self.levels[code] = int(match[1])
            elif name in ("Title", "Subtitle"):
                self.levels[code] = 1
            if style.find(f"{qn('w:pPr')}/{qn('w:numPr')}") is not None or (name or "").lower().startswith("list"):
                self.lists.add(code)


def _add_paragraph(built: Building, element: Any, document: Any, styles: _Styles) -> None:
    words, bold, lead = _words(element, document)
    if not words.text.strip():
        return
    properties = element.find(qn("w:pPr"))
    code = outline = None
    listed = False
    if properties is not None:
        style, level = properties.find(qn("w:pStyle")), properties.find(qn("w:outlineLvl"))
        code = style.get(qn("w:val")) if style is not None else None
        outline = level.get(qn("w:val")) if level is not None else None
        listed = properties.find(qn("w:numPr")) is not None or code in styles.lists
    level = int(outline) + 1 if outline and outline < "9" else styles.levels.get(code or "", 0)
    for line in _lines(words):
        text = line.text.strip()
        if level:
            built.add("heading", line, level=min(level, 6))
        elif listed:
            built.add("item", line, level=1, lead=lead)
        elif bold and len(text) <= LONGEST_BOLD_HEADING:
            built.add("bold", line)
        else:
            built.add("paragraph", line, lead=lead)
        lead = 0


def _lines(words: Words) -> Iterator[Words]:
    """The lines of a paragraph, each with its own links."""
    start = 0
    for text in words.text.split("\n"):
        end = start + len(text)
        links = [(max(0, a - start), min(b, end) - start, url) for a, b, url in words.links if a < end and b > start]
        yield Words(text, links)
        start = end + 1


def _words(element: Any, document: Any) -> tuple[Words, bool, int]:
    """A paragraph's words, whether all of it is bold, and how much of its beginning is bold or a link."""
    pieces: list[str] = []
    links: list[tuple[int, int, str]] = []
    bold_until = length = bold = 0
    for run, target in _runs(element, document, None):
        text = _run_text(run)
        if not text:
            continue
        is_bold = _is_bold(run)
        start, length = length, length + len(text)
        pieces.append(text)
        bold += len(text.strip()) if is_bold else 0
        if (is_bold or target) and bold_until == start:
            bold_until = length
        if target:
            if links and links[-1][1] == start and links[-1][2] == target:
                links[-1] = (links[-1][0], length, target)
            else:
                links.append((start, length, target))
    text = "".join(pieces)
    whole = len(text.replace(" ", "")) > 0 and bold >= len(text.strip()) - text.count(" ")
    return Words(text, links), whole and bold > 0, len(text[:bold_until].rstrip())


def _runs(parent: Any, document: Any, target: str | None) -> Iterator[tuple[Any, str | None]]:
    """The runs of a paragraph with where they lead; what was deleted is left out, what was inserted is not."""
    for child in parent:
        if child.tag == qn("w:r"):
            yield child, target
        elif child.tag == qn("w:hyperlink"):
            relation = document.part.rels.get(child.get(qn("r:id")))
            yield from _runs(child, document, relation.target_ref if relation is not None else target)
        elif child.tag in (qn("w:ins"), qn("w:smartTag"), qn("w:sdt"), qn("w:sdtContent"), qn("w:fldSimple")):
            yield from _runs(child, document, target)


def _run_text(run: Any) -> str:
    pieces = []
    for child in run:
        if child.tag == qn("w:t"):
            pieces.append(child.text or "")
        elif child.tag == qn("w:tab"):
            pieces.append(" ")
        elif child.tag in (qn("w:br"), qn("w:cr")):
            pieces.append("\n")
        elif child.tag == qn("w:noBreakHyphen"):
            pieces.append("-")
    return "".join(pieces)


def _is_bold(run: Any) -> bool:
    properties = run.find(qn("w:rPr"))
    mark = properties.find(qn("w:b")) if properties is not None else None
    return mark is not None and mark.get(qn("w:val")) not in ("0", "false", "none")


def _rows(table: Any, document: Any) -> list[list[Words | None]]:
    """The grid of a table: cells merged across (gridSpan) and down (vMerge) stand in every place."""
    rows: list[list[Words | None]] = []
    for line in table.iter(qn("w:tr")):
        row: list[Words | None] = []
        for cell in line.iterchildren(qn("w:tc"), qn("w:sdt")):
            cell = cell if cell.tag == qn("w:tc") else next(cell.iter(qn("w:tc")), None)
            if cell is None:
                continue
            properties = cell.find(qn("w:tcPr"))
            span = properties.find(qn("w:gridSpan")) if properties is not None else None
            merge = properties.find(qn("w:vMerge")) if properties is not None else None
            continues = merge is not None and merge.get(qn("w:val")) != "restart"
            above = rows[-1][len(row)] if continues and rows and len(row) < len(rows[-1]) else None
            words = above if continues else _cell(cell, document)
            times = int(span.get(qn("w:val"))) if span is not None and (span.get(qn("w:val")) or "").isdecimal() else 1
            row += [words] * min(times, MOST_COLUMNS - len(row))
        rows.append(row)
    return rows


def _cell(cell: Any, document: Any) -> Words | None:
    pieces: list[str] = []
    links: list[tuple[int, int, str]] = []
    all_bold, length = True, 0
    for paragraph in cell.iter(qn("w:p")):
        words, bold, _lead = _words(paragraph, document)
        text = one_line(words.text)
        if not text:
            continue
        links += [(length + a, length + b, url) for a, b, url in words.links]
        pieces.append(text)
        length += len(text) + 1
        all_bold = all_bold and bold
    return Words("\n".join(pieces), links, heading=all_bold) if pieces else None
