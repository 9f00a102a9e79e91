"""Numbers in running text: in digits and in words, about and exactly."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from hansa.reading.languages import Language
from hansa.reading.languages.standing import words_in

TOKEN = re.compile(r"\d{1,3}(?:[ \u00a0\u202f.,]\d{3}){1,2}(?!\d)(?![.,]\d)|\d+|[^\W\d_][\w’'-]*|%")
_DIGIT = re.compile(r"\d")
THOUSAND = 1000
LONGEST_BEFORE = 30  # letters in which “about” stands before a number


@dataclass(slots=True)
class Number:
    """A number in a sentence: its place among the tokens (first, and the one after its last) and in the text.

    `is_noun` where it is one (“une trentaine”), of which what it counts is a part of speech: “de membres”.
    """

    value: int
    first: int
    after: int
    approximate: bool
    start: int
    end: int
    is_noun: bool = False


def has_numbers(sentence: str, language: Language) -> bool:
    """Whether a sentence may hold numbers, in digits or in words."""
    if _DIGIT.search(sentence):
        return True
    words, endings = words_in(sentence), language.words["approximate_endings"]
    return not words.isdisjoint(language.number_starts) or (
        bool(endings) and any(word.endswith(endings) for word in words)
    )


def numbers_in(sentence: str, tokens: list[re.Match[str]], language: Language) -> Iterator[Number]:
    """The numbers of a sentence, cut into `tokens`, in its order."""
    index = 0
    endings, starts = language.words["approximate_endings"], language.number_starts
    words = [token.group().lower() for token in tokens]
    while index < len(words):
        word = words[index]
        if not (word[0].isdecimal() or word in starts or word.partition("-")[0] in starts or word.endswith(endings)):
            index += 1
            continue
        value, after, rough = _number_at(tokens, index, language)
        if value is None:
            index += 1
            continue
        start = tokens[index].start()
        if roughly := _about(language).search(sentence, max(0, start - LONGEST_BEFORE), start):
            rough, start = True, roughly.start("about")
        is_noun = word in language.about
        end = tokens[after - 1].end()
        if behind := _or_so(language).match(sentence, end):
            rough, end = True, behind.end()
            after = next((place for place in range(after, len(tokens)) if tokens[place].start() >= end), len(tokens))
        yield Number(value, index, after, rough or is_noun, start, end, is_noun)
        index = after


@cache
def _about(language: Language) -> re.Pattern[str]:
    return re.compile(
        rf"(?<!\w)(?P<about>{language.any_of('approximately')})\s{{1,2}}(?:{language.any_of('articles')})?\s?\Z",
        re.I,
    )


@cache
def _or_so(language: Language) -> re.Pattern[str]:
    """“20 or so cities”."""
    return re.compile(rf"\s{{1,2}}(?:{language.any_of('approximately_behind')})(?!\w)", re.I)


def _number_at(tokens: list[re.Match[str]], index: int, language: Language) -> tuple[int | None, int, bool]:
    """The number that begins with this token, the index after it, and whether its very word is approximate."""
    word = tokens[index].group().lower()
    if word[0].isdecimal():
        digits = "".join(filter(str.isdecimal, word))
        value = int(digits) if len(digits) < 8 else None
        behind = tokens[index + 1] if index + 1 < len(tokens) else None
        endings = language.words["approximate_endings"]
        hyphen = behind is not None and behind.string[tokens[index].end() : behind.start()] == "-"
        if behind is not None and hyphen and behind.group().lower() in endings:
            return value, index + 2, True  # Swedish “ett 60-tal”
        if behind is not None and value and language.numbers.get(behind.group().lower()) == THOUSAND > value:
            return value * THOUSAND, index + 2, False  # Spanish “10 mil ciudades”
        return value, index + 1, False
    if (about := language.about.get(word)) is not None:
        return about, index + 1, True
    for ending in language.words["approximate_endings"]:
        if word.endswith(ending) and (rough := language.numbers.get(word.removesuffix(ending))):
            return rough, index + 1, True
    if word.partition("-")[0] not in language.number_starts:
        return None, index + 1, False
    for size in range(min(5, len(tokens) - index), 0, -1):
        joined = " ".join(token.group().lower() for token in tokens[index : index + size])
        if (value := language.numbers.get(joined)) is not None:
            return value, index + size, False
    return None, index + 1, False
