"""Running text cut into sentences: where one ends, and where a full stop ends but an abbreviation or a day."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from hansa.reading.languages import Language
from hansa.reading.types import Span

FEWEST_WORDS = 4
SHORT = 6  # letters of a word that a full stop cuts short, behind a bracket
LONGEST_SENTENCE = 1500
_CAPITAL = "A-ZÀ-ÖØ-ÞĄĆČĘĽŁŃŚŠŹŻŽ"
_SENTENCE_END = re.compile(rf"[.!?…\n](?:(?<=\n)|(?=\s{{1,3}}[{_CAPITAL}0-9”\"“„«¿¡]))")
_LAST_WORD = re.compile(r"[\w.'’]{1,20}\Z")
_NEXT_WORD = re.compile(r"\s*([^\W\d_]+)")
_DIGIT_AND_LETTER = re.compile(r"\d\s?[^\W\d_]\Z")


def sentences(text: str, start: int, end: int, language: Language) -> Iterator[Span]:
    """The sentences of text[start:end], as spans; one without an end is cut at 1,500 characters."""
    position = start
    for match in _SENTENCE_END.finditer(text, start, end):
        if match.group() == "." and _is_within(text, position, match, language):
            continue
        for begin in range(position, match.end(), LONGEST_SENTENCE):
            yield begin, min(match.end(), begin + LONGEST_SENTENCE)
        position = match.end()
    for begin in range(position, end, LONGEST_SENTENCE):
        yield begin, min(end, begin + LONGEST_SENTENCE)


def _is_within(text: str, start: int, stop: re.Match[str], language: Language) -> bool:
    """Whether a full stop ends but an abbreviation, or the day of a date: “ca. 30”, “am 3. Mai”."""
    last = _LAST_WORD.search(text, max(start, stop.start() - 20), stop.start())
    word = last.group().lower() if last else ""
    if word.isdecimal() and len(word) <= 2:
        following = _NEXT_WORD.match(text, stop.end())
        return following is not None and following[1].lower() in language.months
    if len(word) == 1:  # an initial, but in Polish “1990 r.” may end a sentence of more words than “Od 1990 r.”
        few = len(text[start : stop.start()].split()) <= FEWEST_WORDS
        if last and last.group() == word and word in language.function_words and not few:
            following = _NEXT_WORD.match(text, stop.end())
            return following is not None and len(following[1]) == 1  # not “… nätverk vi är med i. Fler …”
        return few or not _DIGIT_AND_LETTER.search(text, max(start, stop.start() - 4), stop.start())
    if last and text[last.start() - 1 : last.start()] == "(" and len(word) <= SHORT:
        return True  # “(engl. Assembly of European Regions)”
    return f"{word}." in _shortened(language)


@cache
def _shortened(language: Language) -> frozenset[str]:
    """Words with a full stop that ends no sentence."""
    return frozenset((*language.words["abbreviations"], *language.words["honours"]))


def standing(name: str, text: str, end: int | None = None, *, joining: str = "_-") -> Iterator[int]:
    """Where a name stands in a text on its own: neither within a word nor joined to another by one of these signs."""
    start = text.find(name, 0, end)
    while start >= 0:
        last = start + len(name)
        before, behind = text[start - 1 : start] if start else "", text[last : last + 1]
        if not (
            before.isalnum() or behind.isalnum() or (before and before in joining) or (behind and behind in joining)
        ):
            yield start
        start = text.find(name, last, end)
