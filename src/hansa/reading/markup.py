"""Markup kept within bounds: a parser takes time that grows as the square of nesting and of attributes."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import accumulate, islice

MOST_TAGS = 200_000
DEEPEST = 200  # real pages are some sixty deep
MOST_TAGS_UNCHECKED = 400
LONGEST_TAG = 8000
_LONG_TAG = re.compile(rf"(<[a-z][^<>]{{{LONGEST_TAG}}})[^<>]+", re.I)
_TAG = re.compile(r"<(/?)([A-Za-z][^\s/>]{0,40})")
_NAME = re.compile(r"<(/?[A-Za-z][^\s/>]{0,40})")
_REST = re.compile(r"[^<>]{0,20000}>?")
# These do not nest by themselves: they stand alone, or the next of their kind ends them.
_FLAT = frozenset(
    "area base br col embed hr img input link meta source track wbr p li dt dd option optgroup tr td th tbody thead "
    "tfoot colgroup caption html head body script style title textarea".split()
)
_BLOCKS = frozenset("div section article ul ol dl table main header blockquote form h1 h2 h3 h4 h5 h6".split())


def beginning(text: str) -> str:
    """As much of the markup as is read: up to so many tags, of which a parser keeps each."""
    if text.count("<") <= MOST_TAGS:
        return text
    return text[: next(islice(re.finditer("<", text), MOST_TAGS, None)).start()]


def within_bounds(text: str) -> tuple[str, bool]:
    """The markup with tags nested deeper than 200 taken out and endless tags cut; and whether any was."""
    bounded = _LONG_TAG.sub(r"\1", text) if len(text) > LONGEST_TAG else text
    if bounded.count("<") <= MOST_TAGS_UNCHECKED or not _is_too_deep(bounded):
        return bounded, bounded is not text and bounded != text
    whole = "".join(_pieces(bounded))
    return whole, whole != text


def _is_too_deep(markup: str) -> bool:
    """Whether tags may be nested too deep anywhere: in hardly any page. A tag that ends what never began lifts all
    behind it, so that the deepest place is told by the difference to the highest one."""
    names = _NAME.findall(markup)
    steps = {name: _step(name) for name in set(names)}
    depths = list(accumulate(map(steps.__getitem__, names), initial=0))
    return max(depths) - min(depths) > DEEPEST


def _step(name: str) -> int:
    """How much deeper the markup goes behind a tag: a name, behind a slash where the tag ends something."""
    if name.lstrip("/").lower() in _FLAT:
        return 0
    return -1 if name[0] == "/" else 1


def _pieces(markup: str) -> Iterator[str]:
    """The markup, without the tags that are nested too deep."""
    depth = position = 0
    for tag in _TAG.finditer(markup):
        name = tag[2].lower()
        if name in _FLAT:
            continue
        instead = None
        if tag[1]:
            instead = "" if depth > DEEPEST else None
            depth = max(0, depth - 1)
        else:
            depth += 1
            if depth > DEEPEST:
                instead = "<br>" if name in _BLOCKS else ""
        if instead is not None:
            yield markup[position : tag.start()]
            yield instead
            rest = _REST.match(markup, tag.end())
            position = rest.end() if rest else tag.end()
    yield markup[position:]
