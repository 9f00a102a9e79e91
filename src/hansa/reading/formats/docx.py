"""Documents of Word (Office Open XML), by python-docx's elements: headings by their styles, lists, tables, links."""

from __future__ import annotations

import posixpath
import re
import zipfile
from collections.abc import Iterable, Iterator
from typing import Any
from urllib.parse import unquote

from docx.oxml.ns import qn
from docx.oxml.parser import parse_xml

from hansa.reading.archive import UNREADABLE, is_zip, members, opened
from hansa.reading.building import Building, Words
from hansa.reading.document import Document
from hansa.reading.errors import Damaged, EntityBomb, ZipBomb
from hansa.reading.runs import Line, add_text, joined, lines_of
from hansa.reading.types import Notice
from hansa.reading.word import AROUND, Runs, Styles, depth_in_lists, in_usual_names, is_on, value_of

RANK = 13
MOST_XML = 12_000_000  # bytes of one part, some 1,500 pages: as a tree it takes up to twelve times as much
MOST_COLUMNS = 100
DEEPEST_TABLE = 5
MACROS = "word/vbaProject.bin"
_MAIN = re.compile(r"word/document\d{0,3}\.xml")
_CORE = "docProps/core.xml"
_TITLE = "{http://purl.org/dc/elements/1.1/}title"
_TABLE, _PARAGRAPH, _ROW, _CELL = (qn(f"w:{name}") for name in ("tbl", "p", "tr", "tc"))


def suits_bytes(content: bytes, media_type: str) -> bool:
    """An archive with a Word document in it, also one that was cut off, so that it can be called damaged."""
    names = members(content)
    return any(map(_MAIN.fullmatch, names)) or (is_zip(content) and not names and b"word/document.xml" in content)


def make_from(content: bytes, called: str) -> Document:
    """A document of the body's paragraphs and tables in their order, the footnotes at its end.

    Headers, footers, comments and what was deleted are left out. Raises Damaged, ZipBomb, EntityBomb or
    PasswordProtected.
    """
    built = Building("application/vnd.openxmlformats-officedocument.wordprocessingml.document")
    with opened(content, called) as archive:
        if MACROS in archive.namelist():
            built.notices.append(
                Notice("macros-not-run", f"{called} holds macros (programs); they were not run, nor kept.")
            )
        package = _Package(archive, called)
        try:
            body = package.tree(package.main)
            if body is None:
                raise Damaged(called)
            styles = Styles(package.tree(package.beside("styles")))
            _Body(built, styles, package.targets(package.main)).add(body[0] if len(body) else body)
            for kind in ("footnotes", "endnotes"):
                part = package.beside(kind)
                notes = package.tree(part)
                if notes is not None:
                    _Body(built, styles, package.targets(part)).add_notes(notes)
            core = package.tree(_CORE)
            title = core.findtext(_TITLE) if core is not None else None
        except (ValueError, RecursionError) as error:
            raise Damaged(called) from error
    return built.document(title=" ".join((title or "").split())[:300] or None)


class _Package:
    """The parts of the archive that hold text; its pictures, fonts and embedded files are never unpacked."""

    def __init__(self, archive: zipfile.ZipFile, called: str) -> None:
        self.archive, self.called = archive, called
        self.names = frozenset(archive.namelist())
        self.main = min((name for name in self.names if _MAIN.fullmatch(name)), key=len)

    def tree(self, name: str) -> Any | None:
        """The elements of a part, None where there is no such part. Raises Damaged, ZipBomb, EntityBomb."""
        if name not in self.names:
            return None
        if self.archive.getinfo(name).file_size > MOST_XML:
            raise ZipBomb(self.called)
        try:
            root = parse_xml(in_usual_names(self.archive.read(name)))
        except (*UNREADABLE, SyntaxError) as error:  # lxml's error is a SyntaxError
            raise Damaged(self.called) from error
        if root.getroottree().docinfo.internalDTD is not None:
            raise EntityBomb(self.called)
        return root

    def beside(self, kind: str) -> str:
        """The part of a kind (styles, footnotes) that the main part names, else where it usually is."""
        for one in self._relations(self.main):
            if (one.get("Type") or "").endswith(f"/{kind}"):
                return self._absolute(one.get("Target") or "")
        return f"word/{kind}.xml"

    def targets(self, part: str) -> dict[str, str]:
        """Where the links of a part lead, by the identifiers of its relationships."""
        return {
            one.get("Id") or "": one.get("Target") or ""
            for one in self._relations(part)
            if (one.get("Type") or "").endswith("/hyperlink")
        }

    def _relations(self, part: str) -> list[Any]:
        folder, name = posixpath.split(part)
        root = self.tree(f"{folder}/_rels/{name}.rels")
        return [] if root is None else [one for one in root if isinstance(one.tag, str)]

    def _absolute(self, target: str) -> str:
        folder = posixpath.dirname(self.main)
        return target.lstrip("/") if target.startswith("/") else posixpath.normpath(f"{folder}/{unquote(target)}")


class _Body:
    """Writes the paragraphs and tables of one part."""

    def __init__(self, built: Building, styles: Styles, targets: dict[str, str]) -> None:
        self.built, self.styles, self.runs = built, styles, Runs(styles, targets)
        self.shift = 0

    def add(self, body: Any) -> None:
        """Enter a body; below a title, its headings of the first level stand one deeper."""
        titles = [code for code in self._styles_of(body) if self.styles.name(code).lower() == "title"]
        self.shift = 1 if titles and any(self._is_first(code) for code in self._styles_of(body)) else 0
        if not self._flow(body, 0):
            self.built.leave_out(f"{len(self.built.blocks)} paragraphs and cells")

    def add_notes(self, notes: Any) -> None:
        """Enter the footnotes or endnotes; the lines that part them from the text are no notes."""
        for note in notes:
            if note.get(qn("w:type")) in (None, "normal"):
                self._flow(note, 0)

    def _styles_of(self, body: Any) -> Iterator[str]:
        for style in body.iter(qn("w:pStyle")):
            yield style.get(qn("w:val")) or ""

    def _is_first(self, code: str) -> bool:
        return self.styles.level(code) == 1 and self.styles.name(code).lower() != "title"

    def _flow(self, parent: Any, depth: int) -> bool:
        """Enter paragraphs and tables in their order; False where there were too many."""
        for element in _content(parent):
            if self.built.is_full:
                return False
            if element.tag == _TABLE:
                self._table(element, depth)
            else:
                self._paragraph(element, depth)
        return True

    def _paragraph(self, element: Any, depth: int) -> None:
        properties = element.find(qn("w:pPr"))
        code = value_of(properties, "w:pStyle")
        if self.styles.is_of_contents(code):
            return
        boxes: list[Any] = []
        lines = lines_of(self.runs.of(element, boxes))
        level = self._level(properties, code)
        if lines and level:
            title = self.styles.name(code).lower() == "title"
            self.built.add("heading", joined(lines).words, level=min(level + (0 if title else self.shift), 6))
        elif lines and self.styles.name(code).lower() == "caption":
            self.built.add("caption", joined(lines).words)
        else:
            said = depth_in_lists(properties)
            listed = self.styles.depth(code) if said is None else said
            for number, line in enumerate(lines):
                add_text(self.built, line, listed, begins=not number)
        if depth < DEEPEST_TABLE:
            for box in boxes:
                self._flow(box, depth + 1)

    def _level(self, properties: Any | None, code: str | None) -> int:
        outline = value_of(properties, "w:outlineLvl")
        if outline is not None and outline.isdecimal():
            return int(outline) + 1 if int(outline) < 9 else 0
        return self.styles.level(code)

    def _table(self, table: Any, depth: int) -> None:
        """Enter a table; one that only sets text in a frame or side by side is text."""
        rows = [row for row in _inside(table, _ROW) if row.find(f"{qn('w:trPr')}/{qn('w:del')}") is None]
        framing = table.find(f".//{_TABLE}") is not None or any(
            self._level(properties, value_of(properties, "w:pStyle")) for properties in table.iter(qn("w:pPr"))
        )
        if framing or all(len(list(_inside(row, _CELL))) < 2 for row in rows):
            if depth < DEEPEST_TABLE:
                for row in rows:
                    for cell in _inside(row, _CELL):
                        self._flow(cell, depth + 1)
            return
        self.built.add_table(self._grid(rows))

    def _grid(self, rows: Iterable[Any]) -> Iterator[list[Words | None]]:
        """The rows of a table: cells merged across (gridSpan) and down (vMerge) stand in every place."""
        above: list[Words | None] = []
        for row in rows:
            properties = row.find(qn("w:trPr"))
            heads = bool(is_on(properties, "w:tblHeader"))
            line: list[Words | None] = [None] * min(_number(value_of(properties, "w:gridBefore"), 0), MOST_COLUMNS)
            for cell in _inside(row, _CELL):
                said = cell.find(qn("w:tcPr"))
                down, across = _merge(said, "w:vMerge"), _merge(said, "w:hMerge")
                words: Words | None
                if across == "continue":
                    words = line[-1] if line else None
                elif down == "continue":
                    words = above[len(line)] if len(line) < len(above) else None
                else:
                    words = self._cell(cell, heads)
                times = max(1, _number(value_of(said, "w:gridSpan"), 1))
                line += [words] * min(times, MOST_COLUMNS - len(line))
            yield line
            above = line

    def _cell(self, cell: Any, heads: bool) -> Words | None:
        lines = list(self._lines_in(cell))
        if not lines:
            return None
        whole = joined(lines, "\n")
        whole.words.heading = heads or whole.bold
        return whole.words

    def _lines_in(self, parent: Any) -> Iterator[Line]:
        """The lines of a cell's paragraphs, with those of the text boxes in it."""
        for paragraph in _content(parent):
            boxes: list[Any] = []
            yield from lines_of(self.runs.of(paragraph, boxes))
            for box in boxes:
                yield from self._lines_in(box)


def _content(parent: Any) -> Iterator[Any]:
    """The paragraphs and tables of a body or a cell, those in content controls and insertions too."""
    for element in parent:
        if element.tag in (_PARAGRAPH, _TABLE):
            yield element
        elif element.tag in AROUND:
            yield from _content(element)


def _inside(parent: Any, tag: str) -> Iterator[Any]:
    """The rows of a table or the cells of a row, not those of tables within."""
    for element in parent:
        if element.tag == tag:
            yield element
        elif element.tag in AROUND:
            yield from _inside(element, tag)


def _merge(properties: Any | None, name: str) -> str:
    """Whether a cell begins (restart) or continues a merged one, else an empty text."""
    mark = properties.find(qn(name)) if properties is not None else None
    return "" if mark is None else mark.get(qn("w:val")) or "continue"


def _number(said: str | None, otherwise: int) -> int:
    return int(said) if said is not None and said.isdecimal() and len(said) < 5 else otherwise
