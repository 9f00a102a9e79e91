"""The text of a source with the words of its evidence marked, safely escaped."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from hansa.register.models import Evidence

LONGEST = 200_000


@dataclass(frozen=True, slots=True)
class Piece:
    """A run of text; `claim` is the claim whose evidence it is, or None."""

    text: str
    claim: str | None = None


def highlighted(text: str, evidence: Iterable[Evidence]) -> list[Piece]:
    """`text` in pieces, in order; where spans overlap, the one that begins first (then the shorter) is marked."""
    text = text[:LONGEST]
    spans = sorted(
        (seen.start, seen.end, str(seen.claim_id))
        for seen in evidence
        if seen.start is not None and seen.end is not None and seen.start < seen.end <= len(text)
    )
    pieces: list[Piece] = []
    position = 0
    for start, end, claim in spans:
        if start < position:
            continue
        if start > position:
            pieces.append(Piece(text[position:start]))
        pieces.append(Piece(text[start:end], claim))
        position = end
    if position < len(text):
        pieces.append(Piece(text[position:]))
    return pieces
