"""PDF with text, by pdfplumber: lines in reading order, headings by size and weight, ruled tables, links."""

from __future__ import annotations

import io
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

import pdfplumber
from pdfminer.pdfdocument import PDFPasswordIncorrect
from pdfplumber.utils.exceptions import PdfminerException

from hansa.reading.building import Building, Words, one_line
from hansa.reading.document import Document
from hansa.reading.errors import Damaged, NoText, PasswordProtected
from hansa.reading.types import Notice

RANK = 14
MOST_PAGES = 200
MOST_OBJECTS = 200_000  # letters and rules of one page
SAME_LINE = 3.0  # points
LARGER = 1.12  # a heading's letters beside those of the text
LONGEST_HEADING = 160
_BULLET = re.compile(r"\A(?:[•‣▪◦●·–—*-]|\(cid:\d+\)|o)\s+(?=\S)")
_HYPHEN = re.compile(r"[^\W\d_]{2}[-\u00ad]\Z")
_PAGE_NUMBER = re.compile(r"\W{0,3}(?:\w{1,12}\s)?\d{1,4}(?:\s?(?:/|\(|av|of|von|van|de|di|z)\s?\d{1,4}\)?)?\W{0,3}")


@dataclass(slots=True)
class _Line:
    """A line of a page: its words, where it stands (points from the page's left and top), its letters."""

    text: str
    left: float
    right: float
    top: float
    bottom: float
    size: float
    bold: bool
    bold_until: int = 0
    links: list[tuple[int, int, str]] = field(default_factory=list)


@dataclass(slots=True)
class _Grid:
    """A ruled table of a page, and where it begins."""

    top: float
    rows: list[list[str | None]]


def suits_bytes(content: bytes, media_type: str) -> bool:
    """The mark of a PDF file near the beginning."""
    return b"%PDF-" in content[:1024]


def make_from(content: bytes, called: str) -> Document:
    """A document of the pages' lines. Raises PasswordProtected, Damaged, or NoText for scanned pages."""
    built = Building("application/pdf")
    pages: list[list[_Line | _Grid]] = []
    try:
        with pdfplumber.open(io.BytesIO(content)) as pdf:
            title = str((pdf.metadata or {}).get("Title") or "").strip() or None
            for page in pdf.pages[:MOST_PAGES]:
                pages.append(list(_of_page(page)))
                page.close()
            if len(pdf.pages) > MOST_PAGES:
                message = f"Only the first {MOST_PAGES} of {len(pdf.pages)} pages were read."
                built.notices.append(Notice("rows-left-out", message))
    except PDFPasswordIncorrect as error:
        raise PasswordProtected(called) from error
    except PdfminerException as error:
        inner = error.args[0] if error.args else error
        raise (PasswordProtected if isinstance(inner, PDFPasswordIncorrect) else Damaged)(called) from error
    except RecursionError as error:
        raise Damaged(called) from error
    except Exception as error:  # what pdfminer meets in a damaged file has no common class
        raise Damaged(called) from error
    if not any(pages):
        raise NoText(called)
    _write(built, _without_running_lines(pages))
    return built.document(title=title)


def _of_page(page: Any) -> Iterator[_Line | _Grid]:
    """The lines and ruled tables of a page, from its top."""
    if len(page.objects.get("char", ())) > MOST_OBJECTS:
        return
    grids: list[tuple[tuple[float, float, float, float], _Grid]] = []
    if len(page.rects) + len(page.lines) + len(page.edges) < MOST_OBJECTS // 10:
        for table in page.find_tables():
            rows = table.extract()
            if len(rows) > 1 and max(len(row) for row in rows) > 1:
                grids.append((table.bbox, _Grid(table.bbox[1], _merged(rows))))
    words = page.extract_words(keep_blank_chars=False, use_text_flow=False, extra_attrs=["size", "fontname"])
    outside = [word for word in words if not any(_within(word, box) for box, _grid in grids)]
    everything: list[_Line | _Grid] = [grid for _box, grid in grids]
    for column in _columns(outside, float(page.width)):
        everything += _lines(column, page.hyperlinks)
    if len(grids) and everything:
        everything.sort(key=lambda one: one.top)
    yield from everything


def _within(word: dict[str, Any], box: tuple[float, float, float, float]) -> bool:
    middle, height = (word["x0"] + word["x1"]) / 2, (word["top"] + word["bottom"]) / 2
    return bool(box[0] <= middle <= box[2] and box[1] <= height <= box[3])


def _merged(rows: list[list[str | None]]) -> list[list[str | None]]:
    """Rows as pdfplumber gives them: None is a place that a merged cell covers, kept as such."""
    return [[one_line(cell) if cell else cell for cell in row] for row in rows]


def _columns(words: list[dict[str, Any]], width: float) -> list[list[dict[str, Any]]]:
    """The words in one column, or in two where a gutter in the page's middle parts nearly all lines."""
    middle = width / 2
    crossing = [word for word in words if word["x0"] < middle - 4 and word["x1"] > middle + 4]
    left = [word for word in words if word["x1"] <= middle + 4]
    right = [word for word in words if word["x0"] >= middle - 4]
    if len(words) < 80 or len(crossing) * 50 > len(words) or min(len(left), len(right)) * 4 < len(words):
        return [words]
    starts = Counter(round(word["x0"] / 4) for word in right)
    tops = {round(word["top"] / SAME_LINE) for word in right}
    if starts.most_common(1)[0][1] * 2 < len(tops):
        return [words]  # no left edge: the words of one column's lines
    return [left, [word for word in words if word not in left]]


def _lines(words: list[dict[str, Any]], links: list[dict[str, Any]]) -> Iterator[_Line]:
    rows: list[list[dict[str, Any]]] = []
    for word in sorted(words, key=lambda word: (word["top"], word["x0"])):
        if rows and abs(rows[-1][0]["bottom"] - word["bottom"]) <= SAME_LINE:
            rows[-1].append(word)
        else:
            rows.append([word])
    for row in rows:
        row.sort(key=lambda word: word["x0"])
        text, spans = "", []
        for word in row:
            text += (" " if text else "") + word["text"]
            spans.append((len(text) - len(word["text"]), len(text), word))
        sizes = Counter(round(float(word["size"]), 1) for word in row for _ in word["text"])
        bold = [bool(re.search(r"bold|black|heavy|semibold|demi", word["fontname"], re.I)) for word in row]
        until = next(
            (begin for (begin, _end, _word), is_bold in zip(spans, bold, strict=True) if not is_bold), len(text)
        )
        line = _Line(
            text,
            row[0]["x0"],
            row[-1]["x1"],
            row[0]["top"],
            row[0]["bottom"],
            sizes.most_common(1)[0][0],
            all(bold),
            until,
        )
        for link in links:
            url = link.get("uri")
            over = [
                (a, b) for a, b, word in spans if _within(word, (link["x0"], link["top"], link["x1"], link["bottom"]))
            ]
            if url and over:
                line.links.append((over[0][0], over[-1][1], str(url)))
        yield line


def _without_running_lines(pages: list[list[_Line | _Grid]]) -> list[list[_Line | _Grid]]:
    """Pages without the headers and footers that most of them repeat, and without page numbers."""
    if len(pages) < 2:
        return pages
    seen: Counter[str] = Counter()
    for page in pages:
        edge = [line for line in (*page[:3], *page[-3:]) if isinstance(line, _Line)]
        seen.update({re.sub(r"\d+", "0", line.text) for line in edge})
    kept = []
    for page in pages:
        outer = {id(line) for line in (*page[:3], *page[-3:])}
        kept.append([line for line in page if not (id(line) in outer and _is_running(line, seen, len(pages)))])
    return kept


def _is_running(line: _Line | _Grid, seen: Counter[str], pages: int) -> bool:
    if isinstance(line, _Grid):
        return False
    return bool(_PAGE_NUMBER.fullmatch(line.text)) or seen[re.sub(r"\d+", "0", line.text)] * 2 > max(pages, 3)


def _write(built: Building, pages: list[list[_Line | _Grid]]) -> None:
    """Lines become paragraphs, items and headings; tables that go on over a page become one."""
    every = [one for page in pages for one in page]
    lines = [one for one in every if isinstance(one, _Line)]
    sizes = Counter[float]()
    for line in lines:
        sizes[line.size] += len(line.text)
    body = sizes.most_common(1)[0][0] if sizes else 10.0
    larger = sorted({line.size for line in lines if line.size > body * LARGER}, reverse=True)
    right = max((line.right for line in lines), default=0.0)
    open_lines: list[_Line] = []
    rows: list[list[str | None]] = []
    for one in every:
        if isinstance(one, _Grid):
            _flush(built, open_lines)
            head = one.rows[0] if rows and rows[0] == one.rows[0] else None
            rows += one.rows[1:] if head else one.rows
            continue
        _flush_table(built, rows)
        level = larger.index(one.size) + 1 if one.size in larger and len(one.text) <= LONGEST_HEADING else 0
        if level:
            _flush(built, open_lines)
            _heading(built, one, level)
        elif open_lines and _goes_on(open_lines[-1], one, right):
            open_lines.append(one)
        else:
            _flush(built, open_lines)
            open_lines.append(one)
    _flush(built, open_lines)
    _flush_table(built, rows)


def _heading(built: Building, line: _Line, level: int) -> None:
    """A heading, joined to the one before where that is its first line."""
    built.add("heading", Words(line.text, line.links), level=min(level, 6))


def _goes_on(before: _Line, line: _Line, right: float) -> bool:
    """Whether a line goes on with the paragraph of the one before: close below, of its kind, and that one was full."""
    if _BULLET.match(line.text) or line.bold != before.bold or abs(line.size - before.size) > 0.5:
        return False
    gap, height = line.top - before.bottom, before.bottom - before.top
    full = before.right > right - max(60.0, right * 0.14) or bool(_HYPHEN.search(before.text))
    return -height < gap < height * 0.75 and full and not (line.bold and before.bold and line.text[:1].isupper())


def _flush(built: Building, lines: list[_Line]) -> None:
    """Enter a paragraph's lines as one block."""
    if not lines:
        return
    text, links = "", []
    for line in lines:
        if _HYPHEN.search(text) and line.text[:1].islower():
            text = text[:-1]
        elif text:
            text += " "
        links += [(len(text) + a, len(text) + b, url) for a, b, url in line.links]
        text += line.text
    bullet = _BULLET.match(text)
    if bullet:
        cut = bullet.end()
        moved = [(max(0, a - cut), b - cut, url) for a, b, url in links if b > cut]
        built.add("item", Words(text[cut:], moved), level=1, lead=max(0, lines[0].bold_until - cut))
    elif all(line.bold for line in lines) and len(text) <= LONGEST_HEADING:
        built.add("bold", Words(text, links))
    else:
        built.add("paragraph", Words(text, links), lead=min(lines[0].bold_until, len(text)))
    lines.clear()


def _flush_table(built: Building, rows: list[list[str | None]]) -> None:
    """Enter the rows of a table; a place that a merged cell covers has the cell above, else that to the left."""
    if not rows:
        return
    grid: list[list[Words | None]] = []
    for row in rows:
        line: list[Words | None] = []
        for place, text in enumerate(row):
            if text is None:
                above = grid[-1][place] if grid and place < len(grid[-1]) else None
                line.append(above if above is not None else line[-1] if line else None)
            else:
                line.append(Words(_unwrapped(text)) if text else None)
        grid.append(line)
    built.add_table(grid)
    rows.clear()


def _unwrapped(text: str) -> str:
    """A cell's lines as one, hyphens at their ends undone."""
    return re.sub(r"(?<=[^\W\d_]{2})[-\u00ad]\n(?=[a-zà-ÿ])", "", text).replace("\n", " ")
