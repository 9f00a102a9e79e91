"""Whose a number is where the organisation is told to be a branch of another: that other's."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from hansa.reading.languages import Language

FEW_WORDS = 6


def is_the_mothers(before: str, language: Language, called: Sequence[str]) -> bool:
    """Whether the words before a number begin with the organisation of which this is a part: “The umbrella body to
    which it belongs has (60 members)”; not where that is what it calls it itself."""
    if _is_of_the_whole(before, language, called):
        return True
    mother = language.find(before, "mother_words", "umbrellas")
    if mother is None or len(before[: mother.start()].split()) > 1:
        return False
    return language.has(before[mother.end() :], "breakers", "which") and not any(name in before for name in called)


def _is_of_the_whole(before: str, language: Language, called: Sequence[str]) -> bool:
    """Whether the words before a number tell of what the organisation is a branch of, as who has so many: “the umbrella
    body, whose national branch it is, unites (2,000)”, “it is the national branch of the alliance that has (2,000)”."""
    if not language.has(before, "branch_words"):
        return False
    branch = language.find(before, "branch_words")
    if branch is None or any(branch.group().casefold() in name.casefold() for name in called):
        return False  # “the Spanish Network of Cities, which unites 525”, called so itself
    which = list(_relative(language).finditer(before))
    ahead = next((one for one in which if one.end() <= branch.start()), None)
    if ahead and "," in before[branch.end() :] and not any(name in before[: ahead.start()] for name in called):
        return len(before[ahead.end() : branch.start()].split()) <= FEW_WORDS
    behind = next((one for one in reversed(which) if one.start() >= branch.end()), None)
    if behind is None or "," in before[behind.end() :]:
        return False
    return language.has(before[branch.end() : behind.start()], "of", "of_the")


@cache
def _relative(language: Language) -> re.Pattern[str]:
    sign = r",\s" if language.capital_nouns else r"(?<!\w)"  # German “der” is an article as well
    return re.compile(rf"{sign}(?:{language.any_of('which', 'breakers')})(?!\w)", re.I)
