"""Whose page it is."""

from __future__ import annotations

import re
from collections import Counter
from functools import cache

from hansa.reading.languages import Language

ENOUGH = 20_000
_WORD = r"[A-ZÅÄÖÀ-Þ][\w'’-]{1,30}"


def authority_of(introduction: str, text: str, language: Language) -> str | None:
    """The authority whose page it is: who takes part, in the introduction; the name that comes most often there."""
    counted: Counter[str] = Counter()
    for match in _names(language).finditer(introduction[:ENOUGH]):
        found = " ".join(match.group().split())
        named = [word.lower() for word in found.split()]
        if found[0].isupper() and not found.isupper() and not any(word in _generic(language) for word in named[:-1]):
            counted[found] += 3 if _active(language).match(introduction, match.end()) else 1
    if not counted:
        return None
    best, _count = counted.most_common(1)[0]
    genitive = best[:-1] if best.endswith("s") and counted.get(best[:-1]) else best
    return genitive if re.search(rf"(?<!\w){re.escape(genitive)}(?!\w)", text) else best


@cache
def _generic(language: Language) -> frozenset[str]:
    """Words that no authority's name begins with: “our”, “European”."""
    return (frozenset(language.words["generic"]) | language.function_words) - {"of"}


@cache
def _names(language: Language) -> re.Pattern[str]:
    """“Region Westsea”, “Westsea County Council”, or, where a language builds them so, one compound word."""
    words, endings = language.any_of("authority_words"), language.any_of("authority_endings")
    return re.compile(
        rf"(?:(?:{_WORD}\s){{0,3}}(?:{_WORD}(?:{endings})|[A-ZÅÄÖ]?(?:{endings}))(?=s?\b)"
        rf"|\b(?i:{words})\s(?:of\s)?{_WORD}(?:\s{_WORD}){{0,2}}|(?:{_WORD}\s){{1,3}}(?i:{words})\b)"
    )


@cache
def _active(language: Language) -> re.Pattern[str]:
    return re.compile(rf"\s(?:{language.any_of('takes_part')})\b", re.I)
