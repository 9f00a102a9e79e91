"""When an organisation was founded, as a sentence tells it."""

from __future__ import annotations

import re
from functools import cache

from hansa.reading.languages import Language
from hansa.reading.types import Span

NEAR_KIND = 40  # letters between “one of” and “commissions”
_CLAUSE = re.compile(r"[;:.,(]")


def founded(sentence: str, language: Language, others: tuple[str, ...] = ()) -> tuple[int, Span] | None:
    """The year in which a sentence says that the organisation was founded, and where it says so; not where one of the
    `others` is said to have been in it since."""
    for pattern in _founding(language):
        for match in pattern.finditer(sentence):
            part = part_of_a_whole(sentence[: match.start()], language)
            between = sentence[part : match.start()] if part else ""
            if "," in between and language.has(between, "breakers"):
                continue  # “part of the CPMR, which was founded in 1973”
            if any(name in match.group() for name in others):
                continue
            before = _CLAUSE.split(sentence[: match.start()])[-1]
            if language.has(before, "our", "we_subject") and language.has(before, "member_words"):
                continue  # “our membership began in 2007”
            if language.has(match.group(), "groups") and not language.has(match.group(), "through", "from"):
                continue  # “the network set up a working group in 2012”
            if not language.has(match.group(), "we", "we_subject", "member_words"):
                return int(match["year"]), match.span()
    return None


def part_of_a_whole(words: str, language: Language) -> int | None:
    """Where the words end that say that what is spoken of is a part: “part of”, “one of the six commissions”."""
    part = language.pattern("part_of").search(words)
    if part and not language.has(words[: part.start()], "we", "we_subject"):
        return part.end()
    one = language.pattern("one_of").search(words)
    kind = language.pattern("umbrella").search(words, one.end(), one.end() + NEAR_KIND) if one else None
    return kind.end() if kind else None


@cache
def _founding(language: Language) -> tuple[re.Pattern[str], ...]:
    """“Founded in May 1989”; and with the year first, “wurde 1989 in Kiel gegründet”, where nothing else is founded."""
    verbs, article = language.any_of("founded_verbs"), language.any_of("articles", "our")
    other = rf"\s(?:{article})\s(?!(?:{language.any_of('subjects')})(?!\w))"  # “founded an office”
    exists, since = language.any_of("exists"), language.any_of("since_words")
    year, word = r"(?P<year>1[89]\d\d|20\d\d)\b", r",?\s{1,2}(?:\(?[^\W\d_][\w'’-]{0,24}\)?|\d{1,2}(?:\.|er|º)?)"
    return (
        re.compile(rf"(?<!\w)(?:{verbs})(?:{word}){{0,8}}?,?\s{{1,2}}{year}", re.I),
        re.compile(rf"\b{year}\.?(?:{word}){{0,18}}?\s{{1,2}}(?:{verbs})(?!\w)(?!{other})", re.I),
        re.compile(rf"(?<!\w)(?:{exists})(?:{word}){{0,4}}?\s(?:{since})\s{year}", re.I),
        re.compile(rf"(?<!\w)(?:{since})\s{year}\s(?:{exists})(?!\w)", re.I),
    )
