"""The text of a source with the words of its evidence marked, safely escaped."""

from __future__ import annotations

import itertools
from collections.abc import Iterable
from dataclasses import dataclass

from hansa.register.models import Evidence

LONGEST = 200_000


@dataclass(frozen=True, slots=True)
class Piece:
    """A run of text; `claims` are those whose evidence begins with it, `marked` whether it is part of any."""

    text: str
    marked: bool = False
    claims: tuple[str, ...] = ()


def highlighted(text: str, evidence: Iterable[Evidence]) -> list[Piece]:
    """`text` in pieces, in order, cut wherever the evidence of a claim begins or ends; evidence may overlap."""
    text = text[:LONGEST]
    begins: dict[int, list[str]] = {}
    change = {0: 0, len(text): 0}
    for seen in evidence:
        if seen.start is not None and seen.end is not None and seen.start < seen.end <= len(text):
            begins.setdefault(seen.start, []).append(str(seen.claim_id))
            change[seen.start] = change.get(seen.start, 0) + 1
            change[seen.end] = change.get(seen.end, 0) - 1
    pieces, depth, cuts = [], 0, sorted(change)
    for start, end in itertools.pairwise(cuts):
        depth += change[start]
        pieces.append(Piece(text[start:end], depth > 0, tuple(begins.get(start, ()))))
    return pieces
