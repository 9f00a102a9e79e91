"""Where a page lists: items of a list, short lines below each other, paragraphs that begin with bold words."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from hansa.reading.document import Anchor, Block, Document

LONGEST_NAME = 140
FEWEST_LINES = 4
FEWEST_ITEMS = 2
EXTERNAL = re.compile(r"https?://", re.I)
_FILE = re.compile(r"\.(?:pdf|docx?|xlsx?|ods|odt|pptx?|zip)\Z", re.I)
_PLAIN = ("paragraph", "cell")
_ENDS, _STOPS = (*".:!?;,", ""), tuple(".!?")


def heads(block: Block) -> bool:
    """Whether a block is a heading: one of the format's, or a line that stands as one."""
    return block.kind in ("heading", "bold") or (block.kind == "line" and block.level > 0)


def top_of(blocks: list[Block]) -> int:
    """Where the page's own title stands, a heading of the first level, below the site's menus; 0 where it has none."""
    return next((block.start for block in blocks if block.kind == "heading" and block.level == 1), 0)


def outermost(blocks: list[Block]) -> Iterator[tuple[list[Block], list[Block]]]:
    """Each list's items (of its outermost level), with the two blocks that stand above it."""
    above: list[Block] = []
    run: list[Block] = []
    for block in blocks:
        if block.kind == "item" and (not run or block.level <= run[0].level):
            if run and block.level < run[0].level:
                yield above[-2:], run
                above, run = run, []
            run.append(block)
        elif run and (block.kind == "item" or block.level) and block.kind not in ("heading", "line"):
            continue  # what the item holds
        else:
            if run:
                yield above[-2:], run
                above, run = [], []
            above.append(block)
    if run:
        yield above[-2:], run


def short_lines(blocks: list[Block], document: Document) -> Iterator[tuple[str, list[Block]]]:
    """Short lines below a heading that are no sentences, four or more, with the heading."""
    heading, run = "", list[Block]()
    for block in [*blocks, Block("heading", 0, 0)]:
        is_heading = heads(block)
        is_line = (
            not is_heading
            and block.kind in ("paragraph", "line")
            and block.end - block.start <= LONGEST_NAME
            and document.of(block)[-1:] not in ".:!?"
        )
        if is_line:
            run.append(block)
            continue
        if len(run) >= FEWEST_LINES and heading:
            yield heading, run
        heading, run = (document.of(block) if is_heading else ""), []


def led(blocks: list[Block], document: Document) -> Iterator[tuple[str, list[Block]]]:
    """Paragraphs below a heading that begin with bold words or a link, with what stands above them: “**Eurocities.**
    A network of …”."""
    above, run = list[Block](), list[Block]()
    for block in [*blocks, Block("heading", 0, 0)]:
        if heads(block):
            if run:
                yield " ".join(map(document.of, above)), run
            above, run = [block], []
        elif above and block.kind == "paragraph" and block.lead:
            run.append(block)
        elif above and not run:
            above.append(block)


def standing_above(blocks: list[Block], document: Document) -> Iterator[tuple[str, list[Block]]]:
    """Short paragraphs below a heading that stand above longer ones as headings do, with what stands above them:
    “Eurocities”, “A network of …”."""
    above, run = list[Block](), list[Block]()
    for block, following in pairwise([*blocks, Block("heading", 0, 0), Block("heading", 0, 0)]):
        if heads(block):
            if run:
                yield " ".join(map(document.of, above)), run
            above, run = [block], []
        elif not above or block.kind not in _PLAIN or following.kind not in _PLAIN:
            continue
        elif (
            block.end - block.start <= LONGEST_NAME
            and document.of(block)[-1:] not in _ENDS
            and document.of(following)[-1:] in _STOPS
        ):
            run.append(block)
        elif not run:
            above.append(block)


def leads_down(run: list[Block], document: Document) -> bool:
    """Whether a list but leads to what stands further down on the page."""
    every = [document.anchors_in(block.start, block.end) for block in run]
    return len(run) > FEWEST_ITEMS and all(anchors and anchors[0].url.startswith("#") for anchors in every)


def host_of(block: Block, document: Document) -> str:
    """Where the first link of an item leads off the site."""
    for anchor in document.anchors_in(block.start, block.end)[:1]:
        if EXTERNAL.match(anchor.url):
            return anchor.url.partition("//")[2].partition("/")[0].removeprefix("www.")
    return ""


def is_a_file(anchor: Anchor) -> bool:
    return _FILE.search(anchor.url) is not None


def announced_headings(blocks: list[Block], document: Document) -> Iterator[tuple[str, list[Block]]]:
    """Headings, two or more, that follow each other below a line that ends with a colon, with that line: “The city is a
    member of:”, “Eurocities”, “Polis”."""
    said, run = "", list[Block]()
    for block in [*blocks, Block("paragraph", 0, 0)]:
        if said and heads(block) and (not run or (block.kind, block.level) == (run[0].kind, run[0].level)):
            run.append(block)
            continue
        if len(run) > 1:
            yield said, run
        ends = document.text[block.end - 1 : block.end] == ":" and not heads(block)
        said, run = (document.of(block) if ends else ""), []


def standing_alone(blocks: list[Block], document: Document) -> Iterator[tuple[str, list[Block]]]:
    """What may each name an organisation of which more is told below, in runs, with what stands above each run."""
    yield from led(blocks, document)
    yield from standing_above(blocks, document)
    yield from announced_headings(blocks, document)
