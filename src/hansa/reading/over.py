"""What is told to have been until a date: “Until 2022 the membership was handled by the Planning Department”."""

from __future__ import annotations

import re

from hansa.reading import dates
from hansa.reading.facts import Facts
from hansa.reading.since import until

NEAR = 40  # letters
FEW_BEFORE = 2  # words: “Up and until …”
_CLAUSE = re.compile(r"[;:]\s")


def is_over(sentence: str, facts: Facts, place: int = 0) -> bool:
    """Whether the clause at a place begins with until when something was so: not with a date later than the page's."""
    begin = max((one.end() for one in _CLAUSE.finditer(sentence, 0, place)), default=0)
    if not facts.language.has(sentence[begin : begin + NEAR], "until_words"):
        return False
    for said in until(facts.language).finditer(sentence, begin, begin + NEAR):
        date = dates.date_in(sentence[said.end() : said.end() + NEAR], facts.language)
        if date and not sentence[said.end() : said.end() + date[1]].strip():
            before = sentence[begin : said.start()].split()
            return len(before) <= FEW_BEFORE and not dates.is_to_come(date[0], facts.updated)
    return False


def is_past(words: str, facts: Facts) -> bool:
    """Whether words say that something is no more, but for “if nothing else is said”."""
    language = facts.language
    if language.has(words, "formerly") and language.has(language.pattern("unless_told").sub(" ", words), "formerly"):
        return True
    return is_over(words, facts)
