"""A document put together block by block, as formats without markup of their own make it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import cache

from hansa.reading.document import MOST_BLOCKS, MOST_CHARACTERS, Anchor, Block, Cell, Concealed, Document, Table
from hansa.reading.languages import blend, languages
from hansa.reading.types import Notice, Span

MOST_ROWS = 20_000
# What nobody sees between letters: where a word may be broken, and marks of joining and of order.
UNSEEN = re.compile("[\u00ad\u200b\u200c\u200d\u2060\ufeff]")
_SPACES = re.compile(r"[^\S\n]+")


@cache
def link_note() -> re.Pattern[str]:
    """What a site says of a link to those who hear the page, in any language: “link to another website, opens in a new
    window”."""
    every = blend(tuple(languages()))
    opens = rf"(?:{every.any_of('opens_in')})(?:\s[\w ]{{2,30}}?(?:{every.any_of('window')}))?"
    return re.compile(rf"[(,\[]?\s?(?:{every.any_of('link_note')}|{opens})(?:,\s?{opens})?[)\].]?", re.I)


@dataclass(slots=True)
class Words:
    """Text of a block with the links in it: where each begins and ends within the text, and where it leads.

    `cell` is the cell of a table that the words were entered as, once they were.
    """

    text: str
    links: list[tuple[int, int, str]] = field(default_factory=list)
    heading: bool = False
    cell: Cell | None = None

    def lines(self) -> Iterator[Words]:
        """The lines of the text, each with the links in it."""
        start = 0
        for text in self.text.split("\n"):
            end = start + len(text)
            links = [(max(0, a - start), min(b, end) - start, url) for a, b, url in self.links if a < end and b > start]
            yield Words(text, links, self.heading)
            start = end + 1


@dataclass(slots=True)
class Building:
    """Collects blocks, tables, links and what may hide e-mail addresses, until it is full."""

    media_type: str
    pieces: list[str] = field(default_factory=list)
    length: int = 0
    blocks: list[Block] = field(default_factory=list)
    tables: list[Table] = field(default_factory=list)
    anchors: list[Anchor] = field(default_factory=list)
    concealed: list[Concealed] = field(default_factory=list)
    notices: list[Notice] = field(default_factory=list)

    @property
    def is_full(self) -> bool:
        """Whether there is as much as one document may hold; the format then leaves the rest out."""
        return len(self.blocks) >= MOST_BLOCKS or self.length >= MOST_CHARACTERS

    def leave_out(self, read: str) -> None:
        """Tell of how much was read (“20000 rows of the table”) where not all was."""
        message = f"Only the first {read} were read. Read the rest in a file of its own."
        self.notices.append(Notice("rows-left-out", message))

    def add(self, kind: str, words: Words, level: int = 0, lead: int = 0) -> Span:
        """Enter a block; gives its span, an empty one where there are no words, or no more room."""
        text = words.text.strip()[: max(0, MOST_CHARACTERS - self.length)]
        start = self.length
        if not text:
            return start, start
        cut = len(words.text) - len(words.text.lstrip())
        self.pieces.append(text + "\n")
        self.length += len(text) + 1
        span = start, start + len(text)
        self.blocks.append(Block(kind, *span, level=level, lead=lead if lead < len(text) else 0))
        for begin, end, url in words.links:
            begin, end = max(0, begin - cut), min(len(text), end - cut)
            if url.lower().startswith("mailto:"):
                self.concealed.append(Concealed(url, "mailto", span))
            if begin < end and url:
                self.anchors.append(Anchor((start + begin, start + end), url))
        return span

    def add_table(self, rows: Iterable[Sequence[Words | None]], name: str = "") -> None:
        """Enter a table; a merged cell is the same `Words` in every place that it covers, an empty place None."""
        grid: list[list[Cell | None]] = []
        for row in rows:
            if len(grid) == MOST_ROWS or self.is_full:
                self.leave_out(f"{len(grid)} rows of the " + (f"sheet {name}" if name else "table"))
                break
            for words in row:
                if words is not None and words.cell is None:
                    words.cell = Cell(self._add_cell(words), words.heading)
            grid.append([words.cell if words is not None else None for words in row])
        if any(cell for line in grid for cell in line):
            self.tables.append(Table(grid, name=name))

    def _add_cell(self, words: Words) -> Span:
        """Enter a block for each line of a cell; gives the span of all."""
        spans = [self.add("cell", line) for line in words.lines()]
        filled = [span for span in spans if span[0] < span[1]]
        return (filled[0][0], filled[-1][1]) if filled else (self.length, self.length)

    def document(self, title: str | None = None, language: str | None = None) -> Document:
        """The document of what was collected."""
        return Document(
            "".join(self.pieces),
            self.blocks,
            "",
            self.media_type,
            title=title,
            language=language,
            anchors=sorted(self.anchors, key=lambda anchor: anchor.span),
            concealed=self.concealed,
            notices=self.notices,
            tables=self.tables,
        )


def one_line(text: str) -> str:
    """Text with its runs of space folded, its lines kept."""
    return "\n".join(_SPACES.sub(" ", line).strip() for line in text.splitlines() if line.strip())
