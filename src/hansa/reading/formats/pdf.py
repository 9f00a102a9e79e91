"""PDF with text: its pages' lines become paragraphs, headings by size and weight, items, tables and links."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import groupby, pairwise
from operator import itemgetter
from pathlib import Path
from typing import Any

from hansa.reading import pdf_pages, runs
from hansa.reading.building import Building, Words
from hansa.reading.document import Document
from hansa.reading.errors import Damaged, NoText, PasswordProtected
from hansa.reading.layout import Grid, Line, arranged
from hansa.reading.pdf_pages import Page, Word
from hansa.reading.types import Notice

RANK = 14
MOST_SECONDS = 120  # by the clock; the program has its own limit of the processor's time
LARGER = 1.12  # a heading's letters beside those of the text
LONGEST_HEADING = 200
MOST_TIMES_HEADED = 0.3  # of a document's letters in lines, else what is larger is no heading
LONGEST_NUMBERED = 80
EDGE = 0.11  # of a page's height, at its top and at its bottom
NEAR = 15  # lines above and below by which a line's column is told
LONGEST_TERM = 90
FEWEST_TERMS = 3
MOST_LINES_OF_A_TERM = 2
ENOUGH_TEXT = 300  # letters outside of tables by which the size of the text is told
_BULLET = re.compile(r"(?:[-–—•*·▪◦‣●○■□➢►\uf0b7\uf0a7]|\(?(?:\d{1,2}|[a-z])[.)])\s")
_HYPHEN = re.compile(r"[^\W\d_][-\u00ad\u2010]\Z")
_ADDRESS = re.compile(r"(?:https?://|www\.|\S@)\S*[-/_.?=&@]\Z", re.I)
_PAGE = r"\W{0,3}(?:[^\W\d_]{1,8}\.?\s)?\d{1,4}"
_PAGE_OF_PAGES = re.compile(rf"{_PAGE}\s?(?:/|\(|[^\W\d_]{{1,4}})\s?\d{{1,4}}\)?\W{{0,3}}")
_PAGE_NUMBER = re.compile(rf"{_PAGE}\W{{0,3}}|{_PAGE_OF_PAGES.pattern}")
_LABEL = re.compile(r"(?:[^\W\d_][\w’'.-]{1,30}\s){0,2}[^\W\d_][\w’'-]{2,30}:(?:\s|\Z)")
# “finans- och”, “Kultur- und”: the hyphen stands for what follows the next word.
_SHARING = frozenset("och og und oder et ou e o y u ja tai en of and or i lub eller samt bzw".split())

Part = tuple[int, Line | Grid]  # with the number of its page


def suits_bytes(content: bytes, media_type: str) -> bool:
    """The mark of a PDF file near the beginning."""
    return b"%PDF-" in content[:1024]


def make_from(content: bytes, called: str) -> Document:
    """A document of the pages' lines. Raises PasswordProtected, Damaged, or NoText for scanned pages."""
    built = Building("application/pdf")
    about, pages = _read(content)
    error = about.get("error")
    if error == "password":
        raise PasswordProtected(called)
    if not pages and (error or not about):
        raise Damaged(called)
    if not any(page.words for page in pages) and any(page.unread for page in pages):
        raise NoText(called)
    built.notices += _notices(about, pages)
    parts = [(number, part) for number, page in enumerate(pages) for part in arranged(page)]
    _Writer(built, _without_running_lines(parts, pages), pages).write()
    return built.document(title=_title(about), language=str(about.get("language") or "")[:2].lower() or None)


def _read(content: bytes) -> tuple[dict[str, Any], list[Page]]:
    """What the program that reads PDF says of the file and, as far as it came, of its pages."""
    command = [sys.executable, "-I", str(Path(pdf_pages.__file__))]
    try:
        done = subprocess.run(command, input=content, capture_output=True, timeout=MOST_SECONDS, check=False)  # noqa: S603 - our own program
        printed = done.stdout
    except subprocess.TimeoutExpired as stopped:
        printed = stopped.stdout or b""
    return _told(json.loads(line) for line in printed.splitlines(keepends=True) if line.endswith(b"\n"))


def _told(printed: Iterable[Any]) -> tuple[dict[str, Any], list[Page]]:
    about: dict[str, Any] = {}
    pages = []
    for one in printed:
        if isinstance(one, dict):
            about |= one
        else:
            page = Page(*one)
            pages.append(page._replace(words=[Word(*word) for word in page.words]))
    return about, pages


def _title(about: dict[str, Any]) -> str | None:
    return " ".join(str(about.get("title") or "").split()) or None


def _notices(about: dict[str, Any], pages: list[Page]) -> Iterator[Notice]:
    """What of the file was not read."""
    if len(pages) < about.get("count", 0):
        message = f"Only the first {len(pages)} of {about['count']} pages were read."
        yield Notice("rows-left-out", f"{message} Read the others in a file of their own.")
    bare = [str(number) for number, page in enumerate(pages, start=1) if page.unread]
    if bare:
        which = ", ".join(bare[:20]) + (" …" if len(bare) > 20 else "")
        message = f"No text could be read on page {which}: it is a picture, as a scanner makes it, or overfull."
        yield Notice("page-not-read", f"{message} Have its text recognised (OCR), and read that file.")


def _without_running_lines(parts: list[Part], pages: list[Page]) -> list[Part]:
    """The parts without the headers and footers that most pages repeat, and without page numbers."""
    seen: Counter[str] = Counter()
    edge: dict[int, str] = {}
    outermost: set[int] = set()
    for number, group in groupby(parts, key=itemgetter(0)):
        lines = [part for _page, part in group if isinstance(part, Line)]
        texts = {id(line): _without_number(line.text) for line in lines if _is_at_edge(line, pages[number])}
        edge |= texts
        seen.update(set(texts.values()))
        outermost |= {id(line) for line in (*lines[:1], *lines[-1:])}
    most = max(2, len(pages) // 2 + 1)

    def runs_on(part: Line | Grid) -> bool:
        if isinstance(part, Grid):
            return False
        if id(part) in outermost and _PAGE_OF_PAGES.fullmatch(part.text):
            return True
        return id(part) in edge and (seen[edge[id(part)]] >= most or bool(_PAGE_NUMBER.fullmatch(part.text)))

    return [(number, part) for number, part in parts if not runs_on(part)]


def _without_number(text: str) -> str:
    """A header or footer as it is on every page; a long line that has a number is text."""
    return re.sub(r"\d+", "0", text) if len(text) <= LONGEST_NUMBERED else text


def _is_at_edge(line: Line, page: Page) -> bool:
    return line.bottom < EDGE * page.height or line.top > (1 - EDGE) * page.height


class _Writer:
    """Writes the parts of all pages as blocks."""

    def __init__(self, built: Building, parts: list[Part], pages: list[Page]) -> None:
        self.built, self.parts = built, parts
        lines = [part for _page, part in parts if isinstance(part, Line)]
        self.vocabulary = {word.text.strip(".,;:()!?“”\"'").lower() for page in pages for word in page.words}
        self.body, self.larger = _sizes(lines, [part for _page, part in parts if isinstance(part, Grid)])
        self._limit(lines, pages)
        self.terms = self._terms(lines)

    def _limit(self, lines: list[Line], pages: list[Page]) -> None:
        """Find how far lines go to the right that stand in no column of their own.

        That is as far as those near them go that certainly had to end, for the next begins with a small letter; where
        there are none, as far as enough lines go; else the right margin is as wide as the left one.
        """
        alone = [line for line in lines if not line.limit]
        if not alone:
            return
        nearest, farthest = min(line.left for line in alone), max(line.right for line in alone)
        full = sum(line.right > 0.92 * farthest for line in alone)
        if full * 5 < len(alone) or full < 3:
            farthest = max(farthest, max(page.width for page in pages) - nearest)
        wrapped = [
            number
            for number, (line, below) in enumerate(pairwise(alone))
            if below.text[:1].islower() and abs(line.size - below.size) < 0.5 and len(line.text) > 20
        ]
        for number, line in enumerate(alone):
            near = wrapped[bisect_left(wrapped, number - NEAR) : bisect_left(wrapped, number + NEAR)]
            line.start = nearest
            line.limit = max(alone[one].right for one in near) if len(near) > 1 else farthest

    def _terms(self, lines: list[Line]) -> set[int]:
        """The short lines, alike three times or more, that what is indented below them tells more of."""
        found: dict[tuple[int, int], list[Line]] = {}
        for line, below in pairwise(lines):
            gap, height = below.top - line.bottom, line.bottom - line.top
            if (
                below.left > line.left + line.size
                and -height < gap < 1.2 * height
                and len(line.text) <= LONGEST_TERM
                and not (line.is_full(below) or line.centred or line.bold or self._level(line))
                and not any(_BULLET.match(one.text + " ") or _LABEL.match(one.text) for one in (line, below))
            ):
                found.setdefault((round(line.left / 4), round(below.left / 4)), []).append(line)
        return {id(line) for alike in found.values() if len(alike) >= FEWEST_TERMS for line in alike}

    def write(self) -> None:
        """Enter everything."""
        opened: list[Line] = []
        last_page = 0
        rows: list[list[Words | None]] = []
        on = -1  # the page that the open table goes to the end of
        for page, part in self.parts:
            if isinstance(part, Grid):
                self._flush(opened)
                made = self._rows(part)
                if rows and (page == on or len(made[0]) != len(rows[0])):
                    self._flush_table(rows)
                rows += made[1:] if rows and _same(rows[0], made[0]) else made
                on = page
            else:
                self._flush_table(rows)
                if opened and not self._goes_on(opened, part, page != last_page):
                    self._flush(opened)
                opened.append(part)
            last_page = page
        self._flush(opened)
        self._flush_table(rows)

    def _level(self, line: Line) -> int:
        """The level of a heading, by its size among those that are larger than the text; 0 for text."""
        return next((level for level, size in enumerate(self.larger, start=1) if abs(line.size - size) < 0.6), 0)

    def _goes_on(self, opened: list[Line], line: Line, new_page: bool) -> bool:
        """Whether a line goes on with the paragraph that is open: close below, of its kind, where that had to end."""
        before = opened[-1]
        if id(before) in self.terms or (id(line) in self.terms and abs(line.left - opened[0].left) > 3):
            return False
        bullet = bool(_BULLET.match(opened[0].text + " "))
        if _BULLET.match(line.text + " ") or line.bold != before.bold or abs(line.size - before.size) > 0.5:
            return False
        if not before.is_full(line) and not _ADDRESS.search(before.text):
            return False
        if _LABEL.match(line.text) and line.text[:1].isupper():
            return False
        if new_page or line.top < before.top - 1:
            unended = line.text[:1].islower() or before.text[-1] not in ".!?:;"
            return unended and not (line.bold or self._level(line))
        height = before.bottom - before.top
        if not -height < line.top - before.bottom < 0.8 * height:
            return False
        if bullet and line.left < opened[0].left + 3:
            return False  # below an item, and not within it
        return bullet or line.centred or line.left < before.left + 1.5 * line.size

    def _flush(self, opened: list[Line]) -> None:
        """Enter the open paragraph."""
        level = self._level(opened[0]) if opened else 0
        is_term = bool(opened) and id(opened[-1]) in self.terms and len(opened) <= MOST_LINES_OF_A_TERM
        for line in runs.lines_of(self._joined(opened)):
            line.bold = line.bold or is_term
            if level and len(line.words.text) <= LONGEST_HEADING:
                self.built.add("heading", line.words, level=min(level, 6))
            else:
                runs.add_text(self.built, line)
        opened.clear()

    def _joined(self, lines: Iterable[Line]) -> list[runs.Run]:
        """The runs of a paragraph's lines, words that were parted at the end of a line whole again."""
        whole: list[runs.Run] = []
        for line in lines:
            more = line.runs()
            if whole:
                before = whole[-1].text
                whole[-1].text, space = self._behind(before, line.words[0].text)
                more[0].text = space + more[0].text
            whole += more
        return whole

    def _behind(self, before: str, word: str) -> tuple[str, str]:
        """The end of a line as it stands within the paragraph, and what parts it from the next line's first word."""
        if _ADDRESS.search(before):
            return before, ""
        if not _HYPHEN.search(before):
            return before, " "
        last = before[:-1].rpartition(" ")[2].lower()
        plain = word.strip(".,;:()!?“”\"'").lower()
        if plain in _SHARING:
            return before, " "
        if before[-1] != "\u00ad" and (word[:1].isupper() or word[:1].isdigit()):
            return before, ""
        if f"{last}-{plain}" in self.vocabulary and last + plain not in self.vocabulary:
            return before, ""
        return before[:-1], ""

    def _rows(self, grid: Grid) -> list[list[Words | None]]:
        """The rows of a table, the lines of its cells joined where they were too long for the cell."""
        cells = [self._cell(lines) for lines in grid.cells]
        return [[cells[place] if place is not None else None for place in row] for row in grid.rows]

    def _cell(self, lines: list[Line]) -> Words | None:
        paragraphs: list[list[Line]] = []
        for line in lines:
            if paragraphs and _is_wrapped(paragraphs[-1][-1], line):
                paragraphs[-1].append(line)
            else:
                paragraphs.append([line])
        whole = runs.joined((one for lines in paragraphs for one in runs.lines_of(self._joined(lines))), "\n")
        whole.words.heading = whole.bold
        return whole.words if whole.words.text else None

    def _flush_table(self, rows: list[list[Words | None]]) -> None:
        if rows:
            self.built.add_table(rows)
        rows.clear()


def _is_wrapped(before: Line, line: Line) -> bool:
    """Whether a line of a cell is but the rest of the one before."""
    if _BULLET.match(line.text + " "):
        return False
    if line.text[:1].islower() and before.text[-1] not in ".;:":
        return True
    another = before.text.endswith(")") and line.text[:1].isupper()  # “Ann Ek (S)”, and the next person
    return before.is_full(line) and not another


def _same(row: list[Words | None], other: list[Words | None]) -> bool:
    """Whether a row is the row of headings once more, on a new page."""
    return [words and words.text for words in row] == [words and words.text for words in other]


def _sizes(lines: list[Line], grids: list[Grid]) -> tuple[float, list[float]]:
    """The size of most of the text, and the sizes of headings: those larger, from the largest."""
    outside = _letters(lines)
    inside = _letters(line for grid in grids for cell in grid.cells for line in cell)
    every = outside if outside.total() >= ENOUGH_TEXT or not grids else outside + inside
    if not every:
        return 0.0, []
    body = every.most_common(1)[0][0]
    larger: list[float] = []
    for size in sorted(outside, reverse=True):
        said = outside[size]
        if (
            size > body * LARGER
            and said < MOST_TIMES_HEADED * every.total()
            and not (larger and larger[-1] - size < 0.6)
        ):
            larger.append(size)
    return body, larger


def _letters(lines: Iterable[Line]) -> Counter[float]:
    """How many letters are of which size."""
    sizes: Counter[float] = Counter()
    for line in lines:
        for word in line.words:
            sizes[word.size] += len(word.text)
    return sizes
