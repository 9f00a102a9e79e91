"""Names with one value each, line by line below what the values are: "Annual fees:", "Polis: £3,500", "METREX: £1,200".

Such lines are a table of two columns, written without one.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import groupby

from hansa.reading import money
from hansa.reading.document import Block, Document
from hansa.reading.labels import Labels
from hansa.reading.languages import Language
from hansa.reading.priced import is_from_abroad
from hansa.reading.types import Span

FEWEST = 2  # lines
LONGEST = 160  # letters of a line, and of what stands above
_KINDS = ("item", "line", "paragraph")
_PARTS = re.compile(
    r"(?P<name>[^\W\d_][^:\n]{0,110}?)\s?(?::|\s[–—-]|,)\s{1,3}(?P<value>[^:,–—\n]{0,12}\d[^:–—\n]{0,30})"
)
_DIGIT = re.compile(r"\d")
NEAR_END = 20  # letters
_WORD = re.compile(r"[^\W\d_]{4,}")
_YEAR = re.compile(r"(?:19|20)\d\d")
MOST_WORDS = 3  # beside an amount: “about”, “a year”


def as_rows(blocks: list[Block], document: Document, labels: Labels) -> list[Block]:
    """The blocks, with lines that are but a name and its value as rows of a table."""
    told: list[Block] = []
    for kind, run in groupby(blocks, key=lambda block: block.kind if _may_be(block, document) else ""):
        lines = list(run)
        told += (kind and len(lines) >= FEWEST and list(_rows(lines, told[-1:], document, labels))) or lines
    return told


def _may_be(block: Block, document: Document) -> bool:
    """Whether a block may be a name and its value: a short line with a number in its last part."""
    if block.kind not in _KINDS or block.field or block.end - block.start > LONGEST:
        return False
    return _DIGIT.search(document.text, max(block.start, block.end - NEAR_END), block.end) is not None


def _rows(lines: list[Block], above: Sequence[Block], document: Document, labels: Labels) -> Iterator[Block]:
    """The rows of such lines; nothing, where one of them is no such line or nothing says what the values are."""
    heading = document.of(above[0]) if above and above[0].end - above[0].start <= LONGEST else ""
    field = _told_above(heading, labels)
    parts = [_PARTS.fullmatch(document.of(block)) for block in lines] if field else []
    if not parts or not all(part and _is_value(part["value"], heading, field, labels.language) for part in parts):
        return
    for block, part in zip(lines, parts, strict=True):
        if part and (field != "fee_label" or is_from_abroad(part["name"], heading, labels.language)):
            yield Block("row", *_at(block, part.span("name")), field="name_label")
            yield Block("cell", *_at(block, part.span("value")), label=heading, field=field)
        else:
            yield block


def _at(block: Block, span: Span) -> Span:
    return block.start + span[0], block.start + span[1]


def _told_above(heading: str, labels: Labels) -> str:
    """Which field the values below a line are of: fees, or years of joining; nothing where it does not say."""
    if labels.language.has(heading, "fee_words", "fee_label"):
        return "fee_label"
    return "since_label" if labels.label(heading) == "since_label" else ""


def _is_value(words: str, heading: str, field: str, language: Language) -> bool:
    if field == "since_label":
        return _YEAR.fullmatch(words) is not None
    return len(_WORD.findall(words)) <= MOST_WORDS and money.fee_in(words, language, heading) is not None
