"""How a reading came about: which rule found what, in which words, and of which parts of the page nothing was made."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from hansa.reading.document import Document
from hansa.reading.types import Organisation, Reading, Span


@dataclass(frozen=True, slots=True)
class Explained:
    """One finding: its path in the reading format, its value, the rule that made it, how sure it is, and the words."""

    path: str
    value: str
    rule: str
    confidence: float
    words: str


def explained(organisation: Organisation, document: Document) -> Iterator[Explained]:
    """The findings about one organisation, in the order in which they were made."""
    for path, (start, end) in organisation.evidence.items():
        words = " ".join(document.text[start:end].split())
        rule, confidence = organisation.rules.get(path, ""), organisation.confidence.get(path, 0.0)
        yield Explained(path, _value(organisation, path), rule, confidence, words)


def _value(organisation: Organisation, path: str) -> str:
    thing: Any = organisation
    for step in path.split("."):
        if step.isdecimal() and isinstance(thing, list):
            thing = thing[int(step)] if int(step) < len(thing) else None
        else:
            thing = thing.get(step) if isinstance(thing, dict) else getattr(thing, step, None)
    if thing is None or isinstance(thing, str):
        return thing or ""
    if hasattr(thing, "text"):
        return str(thing.text)
    told = ((name, getattr(thing, name)) for name in thing.__slots__)
    return ", ".join(str(value) if value is not True else name for name, value in told if value not in (None, False))


def nothing_made_of(reading: Reading, document: Document) -> list[Span]:
    """The blocks of the document that no finding, notice, link or introduction was made of, neighbours joined."""
    used = sorted(_used(reading))
    starts = [start for start, _end in used]
    reach: list[int] = []  # the furthest end so far
    for _start, end in used:
        reach.append(max(end, reach[-1] if reach else 0))
    left: list[Span] = []
    previous = -1
    for number, block in enumerate(document.blocks):
        before = bisect_left(starts, block.end)
        if before and reach[before - 1] > block.start:
            continue
        if left and previous == number - 1:
            left[-1] = (left[-1][0], block.end)
        else:
            left.append((block.start, block.end))
        previous = number
    return left


def _used(reading: Reading) -> Iterator[Span]:
    for organisation in reading.organisations:
        yield from organisation.evidence.values()
    yield from (link.span for link in reading.links if link.span)
    yield from (notice.span for notice in reading.notices if notice.span)
    yield from (span for _text, span in reading.purposes)
    if reading.introduction_span:
        yield reading.introduction_span
