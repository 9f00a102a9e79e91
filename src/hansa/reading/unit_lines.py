"""Lines that begin with a unit and tell how it is reached: “Europe Office, Town Hall, 2nd floor. Tel. 046 …”."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from hansa.reading import people
from hansa.reading.languages import Language
from hansa.reading.outline import Sentence
from hansa.reading.types import Span

SOON = 40  # letters behind a full stop
OF_A_SEAT = ("represents", "delegates", "chair", "vice-chair", "board", "formerly")
SENTENCE = re.compile(r"[.!?]\Z|[.!?]\s+[A-ZÀ-Þ]")
_ENDS = re.compile(r"\s?[,;|·]\s|\s[–-]\s|\.\s(?=[A-ZÀ-Þ])")


def first_part(words: str) -> str:
    """What stands before the first comma, sign or full stop."""
    return _ENDS.split(words.strip(), maxsplit=1)[0]


def has_sentences(words: str, language: Language) -> bool:
    """Whether words are of more than one sentence: a way to reach somebody, “. Tel. 046 …”, is none."""
    every = SENTENCE.finditer(words.rstrip(" ."))
    return any(not language.has(words[one.end() - 1 :][:SOON], "phone", "email") for one in every)


def begins_with_a_unit(words: str, language: Language) -> bool:
    """Whether words name a unit first, and nobody, and are of one sentence."""
    first = first_part(words)
    if not people.is_unit(first, language) or language.has(words, *OF_A_SEAT):
        return False
    if language.has(first, "questions", "contact", "invites", "looks_after"):
        return False  # “Questions on invoices go to the Finance Office, …”
    return not (has_sentences(words, language) or people.everybody(words, language))


def units_first(every: Sequence[Sentence], text: str, language: Language) -> Iterator[tuple[Span, str]]:
    """The sentences that begin with a unit, with the next where that tells how it is reached."""
    for one, following in pairwise(every):
        if language.pattern("phone", "email").match(following.text.lstrip()):
            span = one.span[0], following.span[1]
            if begins_with_a_unit(words := text[slice(*span)].strip(), language):
                yield span, words
