"""The unit that has a membership in hand: “The Climate Unit coordinates the work”, “It sits in the Culture Unit”."""

from __future__ import annotations

import re
from functools import lru_cache

from hansa.reading import people
from hansa.reading.committees import names_a_committee
from hansa.reading.languages import Language
from hansa.reading.types import Span
from hansa.reading.units import unit_in

CUES = ("in_hand", "the_matter")
MOST_OTHERS = 2  # words besides those with which one says so: “the practical work”
LONGEST = 300
FEW_LETTERS = 2
_CLAUSE_ENDS = re.compile(r"[,;:(.]")
_WORD = re.compile(r"[^\W\d_][\w-]*")
_PLAIN = (
    "in_hand",
    "our", "we", "is", "articles", "generic", "authority_words", "organisation_words", "member_words", "memberships",
    "both", "every_one", "above", "the_matter", "its", "definite", "from", "in", "for", "of", "of_the", "subjects",
)  # fmt: skip
_OF_ELSE = ("projects", "groups", "formerly", "planned", "left")


@lru_cache(maxsize=256)
def in_hand(sentence: str, language: Language, names: tuple[str, ...]) -> Span | None:
    """The unit of which a sentence says that it has a membership in hand, and nothing else; `names` are those of the
    network and of the authority."""
    if len(sentence) > LONGEST or not all(language.has(sentence, cue) for cue in CUES):
        return None
    verb = language.find(sentence, "in_hand")
    if verb is None or people.everybody(sentence, language):
        return None
    unit = _unit(sentence, verb.end(), len(sentence), language) or _unit(sentence, 0, verb.start(), language)
    if unit is None or names_a_committee(sentence[slice(*unit)], language):
        return None
    gap = " " * (unit[1] - unit[0])
    besides = sentence[: unit[0]] + gap + sentence[unit[1] :]
    matter = language.find(besides, "the_matter")
    if matter is None:
        return None
    until = max(unit[1], verb.end(), matter.end())
    ends = _CLAUSE_ENDS.search(besides, until)
    clause = besides[: ends.start() if ends else len(besides)]
    if language.has(clause, *_OF_ELSE):
        return None
    rest = language.pattern("in_hand").sub(" ", clause).casefold()
    plain = _words_of(language)
    own = {word for name in (*names, *language.words["authority_words"]) for word in _WORD.findall(name.casefold())}
    others = [
        word
        for word in _WORD.findall(rest)
        if word not in plain and not any(word.startswith(one) for one in own if len(one) > FEW_LETTERS)
    ]
    return unit if len(others) <= MOST_OTHERS else None


def _unit(sentence: str, start: int, end: int, language: Language) -> Span | None:
    found = unit_in(sentence[start:end], language)
    return (start + found[0], start + found[1]) if found else None


@lru_cache(maxsize=32)
def _words_of(language: Language) -> frozenset[str]:
    words = {part for cue in _PLAIN for word in language.words[cue] for part in _WORD.findall(word)}
    return frozenset(words) | language.function_words
