"""The words of a source that are kept with a claim."""

from __future__ import annotations

from hansa.reading.types import Span

LONGEST_QUOTE = 300


def quote(text: str, span: Span | None, *, whole: bool = True) -> str:
    """The words at `span`; with `whole`, the line around them, at most 300 characters."""
    if span is None:
        return ""
    start, end = span
    if whole:
        begin = max(text.rfind("\n", 0, start) + 1, start - LONGEST_QUOTE // 2)
        stop = text.find("\n", end)
        start, end = begin, min(len(text) if stop < 0 else stop, max(end, begin + LONGEST_QUOTE))
    return " ".join(text[start:end].split())[: LONGEST_QUOTE + 100]
