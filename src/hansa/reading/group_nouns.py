"""The nouns for a network's groups and commissions: whether some words hold one, in one word or at a compound's end."""

from __future__ import annotations

import re
from functools import cache, lru_cache

from hansa.reading.languages import Language, alternatives, languages
from hansa.reading.languages.standing import words_in

LONG_ENOUGH = 3  # letters of a compound before the noun for a group


@lru_cache(maxsize=1000)  # one rule after another asks it of a sentence
def names_groups(words: str, language: Language) -> bool:
    """Whether a noun for a group or a commission stands in some words, of the page's language or in English."""
    if language.has(words, "groups", "commissions") or _holds_a_compound(words, language):
        return True
    return not _english_groups().isdisjoint(words_in(words)) and languages()["en"].has(words, "groups", "commissions")


def _holds_a_compound(words: str, language: Language) -> bool:
    """Whether a word of several ends with a noun for a group; that none does is told soonest by how the words end."""
    ends = _ends(language)
    return any(word.endswith(ends) for word in words_in(words)) and compound(language).search(words) is not None


@cache
def _ends(language: Language) -> tuple[str, ...]:
    return tuple({noun.rpartition("-")[2] for noun in language.words["groups"] if " " not in noun})


@cache
def _english_groups() -> frozenset[str]:
    """The last words of the English nouns for groups: “group”, “party”, “force”."""
    english = languages()["en"].words
    return frozenset(noun.replace("-", " ").split()[-1] for cue in ("groups", "commissions") for noun in english[cue])


@cache
def compound(language: Language, *cues: str) -> re.Pattern[str]:
    """A word of several, the last of which is a noun for a group: “kulturkommittén”."""
    nouns = alternatives(noun for cue in ("groups", *cues) for noun in language.words[cue] if " " not in noun)
    return re.compile(rf"[^\W\d_]{{{LONG_ENOUGH},20}}(?:{nouns})(?!\w)", re.I)
