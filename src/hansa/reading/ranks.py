"""The rank of a heading: one in a column beside what the page tells heads no part of it, whatever its rank."""

from __future__ import annotations

from selectolax.lexbor import LexborNode

HEADINGS = {f"h{level}": level for level in range(1, 7)} | {"summary": 6}
BESIDE = 2  # the rank of the headings of such a column, at the lowest
DEEPEST = 20
_TOLD = frozenset(("main", "article", "section"))


def rank(heading: LexborNode, tag: str) -> int:
    """The level of a heading: of “Contact” as h4 in an aside, behind networks in h3, 2."""
    above, beside = heading.parent, False
    for _step in range(DEEPEST):
        if above is None:
            break
        if above.tag in _TOLD:
            return HEADINGS[tag]
        beside = beside or above.tag == "aside"
        above = above.parent
    return min(HEADINGS[tag], BESIDE) if beside else HEADINGS[tag]
