"""Whether the authority is said to be one of those that a network is made of: “Vik is one of its 45 towns”."""

from __future__ import annotations

import re
from functools import cache

from hansa.reading.authority import called
from hansa.reading.languages import Language


def is_one_of_many(sentence: str, language: Language, authority: str | None) -> bool:
    """Whether a sentence says that the authority is one of those that something is made of: “Vik is one of the 45 towns
    of the network”, not “one of the largest”."""
    if not language.may_have(sentence, "one_of") or language.has(sentence, "superlative"):
        return False
    return _one_of_many(language, authority).search(sentence) is not None


@cache
def _one_of_many(language: Language, authority: str | None) -> re.Pattern[str]:
    own = [re.escape(name) for name in called(authority, language)]
    subject = "|".join([*own, rf"(?i:{language.any_of('we_subject')})"])
    many = rf"(?:[\w.]{{1,12}}\s){{0,2}}\w{{0,12}}(?i:{language.any_of('member_people', 'member_nouns')})\w{{0,3}}"
    return re.compile(
        rf"(?<!\w)(?:{subject})\s(?i:{language.any_of('is')})\s(?i:{language.any_of('one_of')})\s{many}(?!\w)"
    )
