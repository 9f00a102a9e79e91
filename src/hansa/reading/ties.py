"""The words for belonging somewhere, and the clauses that stand apart from them."""

from __future__ import annotations

import re
from functools import cache

from hansa.reading.languages import Language, alternatives

SHORTEST_VERB, SHORTEST_NOUN = 6, 6  # letters


@cache
def member_of(language: Language) -> re.Pattern[str]:
    """“We belong to”, an adverb within it or not: “we also belong to”."""
    return re.compile(rf"(?<!\w)(?:{language.loosely('member_of')})(?:(?<=['’])|(?!\w))", re.I)


@cache
def takes_part(language: Language) -> re.Pattern[str]:
    """“Takes part in”, “arbeitet … in”: not “is” nor “has”, which say nothing of a membership."""
    verbs = alternatives(verb for verb in language.words["takes_part"] if len(verb) >= SHORTEST_VERB)
    return re.compile(rf"(?<!\w)(?:{verbs})(?!\w)", re.I)


@cache
def aside(language: Language) -> re.Pattern[str]:
    """A clause set between commas: “…, which has 200 members, …”, “…, to which the town belongs, …”."""
    return re.compile(rf",\s(?:[a-zà-ÿ]{{1,3}}\s){{0,2}}(?:{language.any_of('which')})\s[^,;.]{{3,80}},")


@cache
def ends_of_others(language: Language) -> tuple[str, ...]:
    """The longer nouns for bodies that are no authority, with which a compound may end: “hamnbolaget”."""
    return tuple(noun for noun in language.words["others"] if len(noun) >= SHORTEST_NOUN and " " not in noun)


def names_others(words: str, language: Language) -> bool:
    """Whether a word for a body that is no authority stands among some words, or ends one of them."""
    ends = ends_of_others(language)
    return language.has(words, "others") or any(one.strip(";,.").casefold().endswith(ends) for one in words.split())
