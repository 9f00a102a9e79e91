"""The unit that running words name: where its name begins and ends, whether its letters are capital or small."""

from __future__ import annotations

import re
from functools import cache

from hansa.reading import people
from hansa.reading.contacts import LONGEST_UNIT
from hansa.reading.languages import Language
from hansa.reading.types import Span

MOST_WORDS_OF_A_UNIT = 9
SHORTEST_UNIT = 8
FEW_WORDS = 3
MOST_WORDS_BEFORE_A_VERB = 6
ENDS = re.compile(r"[,;:.()?!\n·•|]|\s[–—-]\s|\sv/")
_WORD = re.compile(r"[^\W\d_][\w’'/&-]*")


def unit_in(words: str, language: Language) -> Span | None:
    """The unit that some words name: a word for one, with the words that belong to it.

    Words in small letters end it where the language writes units' names with capitals there.
    """
    found = _unit_word(words, language)
    if found is None:
        return None
    noun, end = found
    start = _back(words, noun, language)
    limit = ENDS.search(words, end)
    last, until = end, limit.start() if limit else len(words)
    behind = words[end:until].split()
    most = MOST_WORDS_BEFORE_A_VERB if behind and behind[0] in language.firsts("of", "for") else FEW_WORDS
    few = len(behind) <= most and not language.has(words[end:until], "articles", "contact", "is", "looks_after")
    verb = language.pattern("looks_after", "is", "answers_for").search(words, end, until)
    if (
        verb
        and 0 < len(words[end : verb.start()].split()) <= MOST_WORDS_BEFORE_A_VERB
        and _is_of_a_unit(behind[0], language)
    ):
        return start, start + len(words[start : verb.start()].rstrip())  # “the office for foreign relations looks …”
    ends_with_noun = start < noun and words[noun].isupper() and bool(behind) and behind[0].islower()
    if ends_with_noun and behind[0] not in language.function_words:
        return start, end  # “the Ageing Well Team using our form”
    if few and behind:
        return start, start + len(words[start:until].rstrip())
    for count, word in enumerate(_WORD.finditer(words, end, until)):
        if count >= MOST_WORDS_OF_A_UNIT:
            break
        if word.group()[0].isupper():
            last = word.end()
        elif word.group().lower() not in language.function_words and not language.has(word.group(), "and", "from"):
            break
    if last == end and (of := _of_what(language).match(words, end, until)):
        last = of.end()  # “the secretariat of the mayor”
    if verb := language.pattern("is").search(words, start, last):
        start = verb.end() + 1  # “In charge is the Department of …”
    if (within := _within(language).search(words, end, last)) and people.is_unit(words[within.end() : last], language):
        last = within.start()  # “the international secretariat in the Mayor's Department”
    is_a_name = last > end or end - start > SHORTEST_UNIT
    return (start, last) if last - start <= LONGEST_UNIT and is_a_name else None


def _is_of_a_unit(word: str, language: Language) -> bool:
    """Whether a word behind one for a unit may belong to its name, be it in small letters: “for”, “Politiche”."""
    return word in language.firsts("of", "for") or word[0].isupper()


@cache
def _of_what(language: Language) -> re.Pattern[str]:
    return re.compile(rf"\s{language.joining('of')}[^\W\d_][\w’'-]{{2,40}}")


@cache
def _within(language: Language) -> re.Pattern[str]:
    return re.compile(rf"\s{language.joining('in')}")


def _back(words: str, start: int, language: Language) -> int:
    """Where a name begins that ends with the word for a unit: “Climate and Energy Office”."""
    before = list(_WORD.finditer(words, 0, start))
    for word in reversed(before):
        if not word.group()[0].isupper() or words[word.end() : start].strip():
            break
        if language.has(word.group(), "contact", "asking", "articles", "our"):
            break
        if word.start() == 0 and word.group().lower() in language.function_words:
            break
        start = word.start()
    return start


def _unit_word(words: str, language: Language) -> Span | None:
    found = language.pattern("unit_words").search(words)
    endings = language.words["unit_endings"]
    for word in _WORD.finditer(words):
        if found and word.start() >= found.start():
            break
        if endings and len(word.group()) > 6 and word.group().lower().endswith(endings):
            return word.span()
    return found.span() if found else None
