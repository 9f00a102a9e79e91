"""Markup kept within bounds: a parser takes time that grows as the square of nesting and of attributes."""

from __future__ import annotations

import re

DEEPEST = 200  # real pages are some sixty deep
MOST_TAGS_UNCHECKED = 400
LONGEST_TAG = 8000
_LONG_TAG = re.compile(rf"(<[a-z][^<>]{{{LONGEST_TAG}}})[^<>]+", re.I)
_TAG = re.compile(r"<(/?)([a-z][^\s/>]{0,40})[^<>]{0,20000}>?", re.I)
# These do not nest by themselves: they stand alone, or the next of their kind ends them.
_FLAT = frozenset(
    "area base br col embed hr img input link meta source track wbr p li dt dd option optgroup tr td th tbody thead "
    "tfoot colgroup caption html head body script style title textarea".split()
)
_BLOCKS = frozenset("div section article ul ol dl table main header blockquote form h1 h2 h3 h4 h5 h6".split())


def within_bounds(text: str) -> tuple[str, bool]:
    """The markup with tags nested deeper than 200 taken out and endless tags cut; and whether any was."""
    bounded = _LONG_TAG.sub(r"\1", text) if len(text) > LONGEST_TAG else text
    if bounded.count("<") <= MOST_TAGS_UNCHECKED:
        return bounded, bounded is not text and bounded != text
    depth = 0
    cuts: list[tuple[int, int, str]] = []
    for tag in _TAG.finditer(bounded):
        name = tag[2].lower()
        if name in _FLAT:
            continue
        if tag[1]:
            if depth > DEEPEST:
                cuts.append((tag.start(), tag.end(), ""))
            depth = max(0, depth - 1)
        else:
            depth += 1
            if depth > DEEPEST:
                cuts.append((tag.start(), tag.end(), "<br>" if name in _BLOCKS else ""))
    if not cuts:
        return bounded, bounded != text
    pieces, position = [], 0
    for start, end, instead in cuts:
        pieces += [bounded[position:start], instead]
        position = end
    return "".join([*pieces, bounded[position:]]), True
