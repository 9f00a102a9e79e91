"""Marking the words of evidence in a source's text."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from hansa.desk.highlight import Piece, highlighted
from hansa.register.models import Evidence, new_id


def seen(start: int, end: int) -> Evidence:
    return Evidence(claim_id=new_id(), start=start, end=end)


def test_words_within_words_are_both_marked_and_both_can_be_jumped_to() -> None:
    whole, part = seen(0, 12), seen(6, 8)
    assert highlighted("Det har 34 medlemmar", [part, whole]) == [
        Piece("Det ha", True, (str(whole.claim_id),)),
        Piece("r ", True, (str(part.claim_id),)),
        Piece("34 m", True),
        Piece("edlemmar"),
    ]


@given(st.text(max_size=40), st.lists(st.tuples(st.integers(0, 50), st.integers(0, 50)), max_size=6))
def test_the_pieces_are_the_text(text: str, spans: list[tuple[int, int]]) -> None:
    evidence = [seen(*span) for span in spans]
    pieces = highlighted(text, evidence)
    assert "".join(piece.text for piece in pieces) == text
    fitting = [str(one.claim_id) for one in evidence if one.start < one.end <= len(text)]  # type: ignore[operator]
    assert sorted(claim for piece in pieces for claim in piece.claims) == sorted(fitting)
