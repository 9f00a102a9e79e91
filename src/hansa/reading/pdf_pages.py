"""What stands where on the pages of a PDF: a program that is run on its own, so that no file can hold up the reader.

    python pdf_pages.py < FILE

A PDF can be made so that reading it takes all memory, or never ends, in too many ways to guard against each. So this
runs with limits of its own, and prints each page as soon as it is read: a line of JSON of the form of `Page`, after a
first line with `count` (of pages), `title` and `language`, or one with `error` (password or damaged).
"""

from __future__ import annotations

import io
import json
import re
import sys
from collections.abc import Iterator
from contextlib import suppress
from typing import Any, NamedTuple

MOST_PAGES = 300
MOST_LETTERS = 50_000  # of one page
MOST_LETTERS_IN_ALL = 1_000_000
MOST_RULES = 3_000  # of one page, for tables to be looked for
MOST_BULLETS = 300
MOST_WORDS_WITH_BULLETS = 5_000
MOST_SECONDS = 60  # of the processor
MOST_SECONDS_TO_OPEN = 15  # where objects refer to each other in a circle, pdfminer follows them for ever
MOST_MEMORY = 1_000_000_000  # bytes of addresses, of which a 50 MB document uses a third
_BOLD = re.compile(r"bold|black|heavy|demi(?![ac])|fett|gras\b", re.I)
_UNNAMED = re.compile(r"\(cid:\d+\)")

Box = tuple[float, float, float, float]


class Word(NamedTuple):
    """A word: points from the page's left and top; the height of its letters; where it leads, if it is a link."""

    text: str
    left: float
    right: float
    top: float
    bottom: float
    size: float
    bold: bool
    url: str


class Page(NamedTuple):
    """A page: its words; the cells of each ruled table; its horizontal rules (left, right, top).

    `unread` is whether nothing could be read of what is on it: pictures, letters without names, more than a page holds.
    """

    width: float
    height: float
    words: list[Word]
    tables: list[list[Box]]
    rules: list[tuple[float, float, float]]
    unread: bool


def pages_of(content: bytes) -> Iterator[dict[str, Any] | Page]:
    """What the program prints, as it is."""
    import pdfplumber  # here, for who imports this module for its shapes does not need it
    from pdfminer.pdfdocument import PDFEncryptionError, PDFPasswordIncorrect, PDFTextExtractionNotAllowed

    try:
        with pdfplumber.open(io.BytesIO(content), pages=[*range(1, MOST_PAGES + 1)]) as pdf:
            yield {
                "count": _count(pdf),
                "title": _text((pdf.metadata or {}).get("Title")),
                "language": _text(pdf.doc.catalog.get("Lang")),
            }
            letters = 0
            for page in pdf.pages:
                yield _page(page)
                letters += len(page.chars)
                page.close()
                if letters > MOST_LETTERS_IN_ALL:
                    return
    except Exception as error:  # what pdfminer meets in a damaged file has no common class; memory is one of them
        inner = error.args[0] if error.args else None
        locked = (PDFPasswordIncorrect, PDFEncryptionError, PDFTextExtractionNotAllowed)
        yield {"error": "password" if isinstance(error, locked) or isinstance(inner, locked) else "damaged"}


def _count(pdf: Any) -> int:
    from pdfminer.pdftypes import resolve1

    pages = resolve1(pdf.doc.catalog.get("Pages"))
    count = resolve1(pages.get("Count")) if isinstance(pages, dict) else None
    return count if isinstance(count, int) and 0 <= count < 10**7 else len(pdf.pages)


def _text(value: object) -> str:
    from pdfminer.utils import decode_text

    return (decode_text(value) if isinstance(value, bytes) else value if isinstance(value, str) else "")[:300]


def _page(page: Any) -> Page:
    from pdfplumber.utils.text import extract_words

    width, height = float(page.width), float(page.height)
    if len(page.chars) > MOST_LETTERS:
        return Page(width, height, [], [], [], True)
    found = extract_words(_once(page.chars), x_tolerance_ratio=0.2, extra_attrs=["fontname", "size"])
    links = _links(page)
    words = [_word(word, links) for word in found if _UNNAMED.sub("", word["text"]).strip()]
    words += _drawn_bullets(page, words)
    unread = not words and bool(page.images or page.chars)
    rules = page.rects + page.lines + page.curves
    if len(rules) > MOST_RULES:
        return Page(width, height, words, [], [], unread)
    flat = [
        (round(float(one["x0"]), 1), round(float(one["x1"]), 1), round(float(one[edge]), 1))
        for one in page.rects + page.lines
        for edge in ("top", "bottom")
        if one["x1"] - one["x0"] > 20
    ]
    tables = [[_box(cell) for cell in table.cells] for table in page.find_tables()] if rules else []
    return Page(width, height, words, tables, flat, unread)


def _once(letters: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """The letters that stand upright, those once that are printed twice at one place to look bold."""
    seen: dict[tuple[str, int, int], list[tuple[float, float]]] = {}
    kept = []
    for letter in letters:
        if not letter["upright"] or abs(letter["matrix"][1]) > 0.2 * abs(letter["matrix"][0]):
            continue  # written upwards or across the page
        text, x, y, near = letter["text"], letter["x0"], letter["top"], 0.12 * letter["size"]
        across, down = int(x // 3), int(y // 3)
        places = [
            place
            for column in (across - 1, across, across + 1)
            for row in (down - 1, down, down + 1)
            for place in seen.get((text, column, row), ())
        ]
        if not any(abs(x - left) < near and abs(y - top) < near for left, top in places):
            seen.setdefault((text, across, down), []).append((x, y))
            kept.append(letter)
    return kept


def _word(word: dict[str, Any], links: list[tuple[Box, str]]) -> Word:
    left, top, right, bottom = _box([word[side] for side in ("x0", "top", "x1", "bottom")])
    x, y = (left + right) / 2, (top + bottom) / 2
    url = next((url for (x0, y0, x1, y1), url in links if x0 <= x <= x1 and y0 <= y <= y1), "")
    text = _UNNAMED.sub("", word["text"])
    bold = bool(_BOLD.search(str(word["fontname"])))
    return Word(text, left, right, top, bottom, round(float(word["size"]), 1), bold, url)


def _drawn_bullets(page: Any, words: list[Word]) -> list[Word]:
    """The bullets that are no letters but small discs and squares, each before a word."""
    if len(words) > MOST_WORDS_WITH_BULLETS:
        return []
    bullets = []
    for shape in (page.curves + page.rects)[:MOST_BULLETS]:
        left, top, right, bottom = _box([shape[side] for side in ("x0", "top", "x1", "bottom")])
        if not 1.5 < right - left < 9 or not 0.7 < (bottom - top) / (right - left) < 1.4:
            continue
        middle = (top + bottom) / 2
        beside = [word for word in words if word.top < middle < word.bottom]
        word = min((word for word in beside if word.left > right), default=None, key=lambda word: word.left)
        if word and word.left - right < 30 and not any(left - 30 < one.right < right for one in beside):
            bullets.append(word._replace(text="•", left=left, right=right, bold=False, url=""))
    return bullets


def _links(page: Any) -> list[tuple[Box, str]]:
    """The places on a page that lead somewhere else."""
    found = []
    with suppress(Exception):  # a link that cannot be read is no reason not to read the page
        for link in page.hyperlinks[:2000]:
            url = link.get("uri")
            if isinstance(url, str | bytes) and url:
                found.append((_box([link["x0"], link["top"], link["x1"], link["bottom"]]), _text(url)))
    return found


def _box(sides: Any) -> Box:
    left, top, right, bottom = (round(float(side), 1) for side in sides)
    return left, top, right, bottom


def _within_limits(seconds: int) -> None:
    """Let the system end this program where it takes too much."""
    with suppress(ImportError, OSError, ValueError):  # not every system has them
        import resource

        resource.setrlimit(resource.RLIMIT_CPU, (seconds, MOST_SECONDS + 5))
        resource.setrlimit(resource.RLIMIT_AS, (MOST_MEMORY, MOST_MEMORY))


def main() -> None:
    """Print the pages of the PDF on the standard input."""
    _within_limits(MOST_SECONDS_TO_OPEN)
    content = sys.stdin.buffer.read()
    for page in pages_of(content):
        _within_limits(MOST_SECONDS)
        print(json.dumps(page), flush=True)


if __name__ == "__main__":
    main()
