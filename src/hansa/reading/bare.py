"""The shape of a page of which but the text is left: which line is its title, which head parts, which are labels."""

from __future__ import annotations

import re
from collections import Counter
from itertools import groupby

from hansa.reading import names, people
from hansa.reading.document import Block, Document
from hansa.reading.known import is_known
from hansa.reading.lines import is_heading
from hansa.reading.outline import Cues
from hansa.reading.scoring import is_an_authority

MEDIA_TYPE = "text/plain"
MOST_ABOVE = 60  # lines of menus above the title
LONG, ENDED = 80, 50  # letters of a line that is a paragraph; of one that ends in a stop
FEW_GAPS = 3
LONGEST_LABEL = 50
FEWEST_LABELS = 2
_GAP = re.compile(r"\n[^\S\n]*\n")
_TRAIL = re.compile(r"\s[>›»|/·•]\s")
_DIGIT = re.compile(r"\d")


def shape(document: Document, blocks: list[Block], cues: Cues) -> None:
    """Note what the lines of a bare text are, by how they stand: the title (level 1), headings below it (level 2),
    labels with their values in the lines that follow."""
    if document.media_type != MEDIA_TYPE:
        return
    apart = _apart(document, blocks)
    _define(document, blocks, apart, cues)
    title = _title(document, blocks, apart, cues)
    if title is None:
        return
    blocks[title].level = 1
    document.title = document.title or document.of(blocks[title])
    for block in blocks[title + 1 :]:
        if block.kind == "line" and is_heading(block, document.of(block)):
            block.level = 2


def _apart(document: Document, blocks: list[Block]) -> list[bool]:
    """For each block whether an empty line stands before it; at the end one more."""
    ends = [0, *(block.end for block in blocks)]
    starts = [*(block.start for block in blocks), len(document.text)]
    apart = [_GAP.search(document.text, end, start) is not None for end, start in zip(ends, starts, strict=True)]
    apart[0] = apart[-1] = True
    return apart


def _define(document: Document, blocks: list[Block], apart: list[bool], cues: Cues) -> None:
    """Tell labels from their values where both have lines of their own: “Member since”, “2004”, “Annual fee”, …"""
    lines = [document.of(block) if block.kind == "line" else "" for block in blocks]
    often = Counter(text for text in lines if text)
    number = 0
    numbers = [number := number + gap for gap in apart[:-1]]
    for _number, places in groupby(range(len(blocks)), key=lambda place: numbers[place]):
        part = [place for place in places if lines[place]]
        known = [_is_label(lines[place], often, cues) for place in part]
        if sum(known) < FEWEST_LABELS or len(part) < FEWEST_LABELS + sum(known[:-1]) - 1:
            continue
        first = known.index(True)
        if first == FEWEST_LABELS and not _may_name(lines[part[0]], cues):
            known[0], first = True, 0  # a label that nobody knows, and its value
        term = field = ""
        for number, place in enumerate(part[first:], first):
            text = lines[place]
            follows_value = bool(term) and number > 0 and not known[number - 1]
            before_value = number + 1 < len(part) and not known[number + 1] and number + 2 in (len(part), *_at(known))
            if known[number] or (follows_value and before_value and _may_label(text, cues)):
                known[number] = True
                term, field = text, cues.labels.label(text) or "unknown_label"
                blocks[place].kind, blocks[place].field = "label", field
            elif term:
                blocks[place].kind, blocks[place].label, blocks[place].field = "paragraph", term, field


def _at(known: list[bool]) -> list[int]:
    return [number for number, is_one in enumerate(known) if is_one]


def _is_label(text: str, often: Counter[str], cues: Cues) -> bool:
    """Whether a line is but a label: one that is known, or that several parts of the page have."""
    if len(text) > LONGEST_LABEL or text[-1] in ".,;!" or not text[0].isupper():
        return False
    return cues.labels.label(text) is not None or (often[text] > 1 and _may_label(text, cues))


def _may_label(text: str, cues: Cues) -> bool:
    """Whether a line is written as a label may be: short, no name, no number."""
    return (
        len(text) <= LONGEST_LABEL
        and text[0].isupper()
        and text[-1] not in ".,;!)"
        and not _DIGIT.search(text)
        and not cues.language.has(text, "vacant")
        and not _may_name(text, cues)
        and not people.is_person(text, cues.language)
    )


def _may_name(text: str, cues: Cues) -> bool:
    """Whether a line may be an organisation's name."""
    return is_known(text) or cues.organisation_in(text) or bool(names.parse(text).abbreviation) or text.isupper()


def _title(document: Document, blocks: list[Block], apart: list[bool], cues: Cues) -> int | None:
    """Which block is the title: of the lines above the first paragraph that are written like headings and stand by
    themselves, the last; the first of those that follow each other."""
    has_gaps = sum(apart) > FEW_GAPS
    found: int | None = None
    previous = False
    for place, block in enumerate(blocks[:MOST_ABOVE]):
        text = document.of(block)
        is_furniture = cues.language.has(text, "furniture")
        if block.kind == "line" and not is_furniture and (len(text) > LONG or (len(text) > ENDED and text[-1] == ".")):
            break
        is_one = (
            block.kind == "line"
            and is_heading(block, text)
            and not is_furniture
            and not _TRAIL.search(text)
            and not is_an_authority(text, cues)
            and (not has_gaps or (apart[place] and apart[place + 1]))
        )
        if is_one and (found is None or not previous):
            found = place
        previous = is_one
    return found
