"""Headings of decisions on a membership, and of pages on it, in which the network's name stands: “Membership of the
network Cities of Wind, Chief Executive's Office”, “Nordic Safe Cities network membership”."""

from __future__ import annotations

import re
from functools import cache

from hansa.reading import people
from hansa.reading.languages import Language
from hansa.reading.lists import is_a_noun
from hansa.reading.outline import Cues, cues_of
from hansa.reading.types import Span

MOST_LITTLE = 3  # words between “membership” and the name
FEW_BEHIND = 4  # words of a unit
SHORTEST = 3  # letters
_WORD = re.compile(r"\S+")
_ELIDED = re.compile(r"(?:\w{1,4}['’])(?=\w)")


def named_by(text: str, cues: Cues) -> Span | None:
    """Where the name stands in a heading that says that it is on the membership of a network, else None."""
    language = cues.language
    if not language.has(text, "membership_nouns"):
        return None
    end = _without_unit(text, language)
    start = _behind_membership(text[:end], language)
    if start is not None:
        return (start, end) if end - start >= SHORTEST else None
    behind = _membership_behind(language).search(text, 0, end)
    if behind is None or behind.start() < SHORTEST or not text[0].isupper():
        return None
    name = text[: behind.start()]
    is_none = language.has(name, "our", "we", "member_words") or cues_of(language).is_plain(name)
    return None if is_none else (0, len(name))


def _without_unit(text: str, language: Language) -> int:
    """Where a heading ends but for the authority's unit behind a comma: “…, kaupunginkanslia”."""
    before, comma, unit = text.rpartition(", ")
    if not comma or len(unit.split()) > FEW_BEHIND or not language.has(before, "membership_nouns"):
        return len(text)
    is_unit = unit.islower() or people.is_unit(unit, language)
    return len(before) if is_unit else len(text)


def _behind_membership(text: str, language: Language) -> int | None:
    """Where what follows “membership of the network” begins, with a capital; a noun for networks, or a little word,
    must stand between."""
    words = list(_WORD.finditer(text))
    if len(words) < MOST_LITTLE or words[0].group().casefold() not in language.words["membership_nouns"]:
        return None
    little = {*language.function_words, *language.words["articles"], *language.words["of"], *language.words["of_the"]}
    little |= {*language.words["in"], *language.words["to"]}
    noun = False
    for word in words[1 : 2 + MOST_LITTLE]:
        start = word.start()
        if elided := _ELIDED.match(word.group()):
            start += elided.end()
        rest = text[start:]
        if rest[0].isupper() and not (language.capital_nouns and is_a_noun(rest.split()[0].casefold(), language)):
            return start if word is not words[1] or noun or elided else None
        folded = rest.split()[0].casefold()
        if not (folded in little or is_a_noun(folded, language)):
            return None
        noun = noun or is_a_noun(folded, language)
        if language.capital_nouns and noun and rest[0].isupper():
            return start  # “Netzwerk Windstädte Europas”
    return None


def behind_years(text: str, language: Language) -> int:
    """Where what a heading calls so many years old begins: “50 years of the Coastlands Association”; else 0."""
    years = _years_of(language).match(text)
    return years.end() if years else 0


@cache
def _years_of(language: Language) -> re.Pattern[str]:
    the = rf"(?:(?:{language.any_of('definite', 'articles')})\s)?" if language.words["articles"] else ""
    return re.compile(rf"{the}[1-9]\d{{1,2}}\s{language.joining('years_of')}{the}(?-i:(?=[A-ZÀ-ÖØ-ÞŁŚ]))", re.I)


@cache
def _membership_behind(language: Language) -> re.Pattern[str]:
    """“(Nordic Safe Cities) network membership”, “(…) -verkoston jäsenyys”, “(…), medlemskap”."""
    network = rf"(?:(?:\s|\s-|-)(?:{language.any_of('organisation_words')})\w{{0,4}})?"
    return re.compile(rf"{network}(?:,\s|\s-|\s|-)(?:{language.any_of('membership_nouns')})\Z", re.I)
