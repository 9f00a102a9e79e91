"""Numbers about an organisation in running text: members, countries, year founded."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from hansa.reading.languages import Language, languages
from hansa.reading.types import Span

LONGEST_SENTENCE = 1500
_DIGITS = r"\d{1,3}(?:[ \u00a0\u202f.,]\d{3}){1,2}(?!\d)|\d{1,7}"


@dataclass(slots=True)
class Count:
    """A figure found: its kind, value, whether approximate, the words that say so, and how sure the rule is."""

    kind: str
    value: int
    approximate: bool
    span: Span
    confidence: float


def sentences(text: str, start: int, end: int) -> Iterator[Span]:
    """The sentences of text[start:end], as spans; one without an end is cut at 1,500 characters."""
    position = start
    for match in re.finditer(r"[.!?…](?=\s{1,3}[A-ZÅÄÖÀ-Þ0-9”\"“])|\n", text[start:end]):
        stop = start + match.end()
        if stop > position:
            yield from _cut(position, stop)
        position = stop
    if position < end:
        yield from _cut(position, end)


def _cut(start: int, end: int) -> Iterator[Span]:
    for position in range(start, end, LONGEST_SENTENCE):
        yield position, min(end, position + LONGEST_SENTENCE)


@cache
def _patterns(code: str) -> dict[str, re.Pattern[str]]:

    language = languages()[code]
    spelled = "|".join(re.escape(word) for word in sorted(language.numbers, key=len, reverse=True))
    number = rf"(?P<number>{_DIGITS}|(?<!\w)(?:{spelled})(?!\w))"
    about = rf"(?:(?P<about>(?<!\w)(?:{language.any_of('approximately')}))\s{{1,2}})?"
    between = r"(?:\s{1,2}[\w-]{2,30},?){0,4}?\s{1,2}"
    return {
        "members": re.compile(rf"{about}{number}{between}(?P<noun>{language.any_of('member_nouns')})(?!\w)", re.I),
        "people": re.compile(rf"{about}{number}{between}(?P<noun>{language.any_of('member_people')})(?!\w)", re.I),
        "countries": re.compile(
            rf"{about}{number}(?:\s{{1,2}}[\w-]{{2,20}}){{0,2}}?\s{{1,2}}(?P<noun>{language.any_of('country_nouns')})(?!\w)",
            re.I,
        ),
        "founded": re.compile(
            rf"(?:{language.any_of('founded_verbs')})(?:\s{{1,2}}[a-zåäö]{{1,10}}){{0,3}}\s{{1,2}}(?P<number>1[89]\d\d|20\d\d)\b",
            re.I,
        ),
        "consists": re.compile(rf"(?<!\w)(?:{language.any_of('consists')})(?!\w)", re.I),
        "partial": re.compile(rf"(?<!\w)(?:{language.any_of('partial')})(?!\w)", re.I),
        "ours": re.compile(rf"(?<!\w)(?:{language.any_of('we')})(?!\w)", re.I),
        "plus": re.compile(rf"\s{{1,2}}(?:{language.any_of('plus')})\s", re.I),
        "plain": re.compile(rf"{about}{number}(?!\w)", re.I),
    }


def number_in(words: str, language: Language) -> int | None:
    """The value of digits or of a number word."""
    bare = re.sub(r"[\s.,\u00a0\u202f]", "", words)
    if bare.isascii() and bare.isdigit():
        return int(bare)
    return language.numbers.get(" ".join(words.lower().split()))


def in_sentence(text: str, span: Span, language: Language) -> Iterator[Count]:
    """The figures that one sentence states of the organisation that it speaks of."""
    sentence = text[span[0] : span[1]]
    patterns = _patterns(language.code)
    if patterns["partial"].search(sentence):
        return  # "some ten of these members": a part, not the whole
    yield from _members(sentence, span[0], language, patterns)
    for match in patterns["countries"].finditer(sentence):
        value = number_in(match["number"], language)
        if value:
            more, end = _more_countries(sentence, match.end(), language, patterns["plus"])
            yield Count(
                "countries", value + more, bool(match["about"]), (span[0] + match.start(), span[0] + end), 0.95
            )
            break
    if founded := patterns["founded"].search(sentence):
        at = (span[0] + founded.start(), span[0] + founded.end())
        yield Count("founded", int(founded["number"]), False, at, 0.93)


def _members(
    sentence: str, offset: int, language: Language, patterns: dict[str, re.Pattern[str]]
) -> Iterator[Count]:
    for kind, confidence in (("members", 0.95), ("people", 0.92)):
        for match in patterns[kind].finditer(sentence):
            before = sentence[max(0, match.start() - 60) : match.start()]
            value = number_in(match["number"], language)
            governed = patterns["consists"].search(before) if kind == "people" else True
            if value and governed and not patterns["ours"].search(match.group()):
                at = (offset + match.start(), offset + match.end())
                yield Count("members", value, bool(match["about"]), at, confidence)
                return


def _more_countries(sentence: str, end: int, language: Language, plus: re.Pattern[str]) -> tuple[int, int]:
    """How many countries are named after “plus”, and where the last of them ends."""
    match = plus.match(sentence, end)
    if not match:
        return 0, end
    count, position = 0, match.end()
    for name in re.finditer(r"[A-ZÅÄÖ][\w'’-]{2,30}(?:\s[A-ZÅÄÖ][\w'’-]{2,30}){0,2}", sentence[position : position + 200]):
        between = sentence[position : match.end() + name.start()].strip(" ,").lower()
        if between not in ("", *language.words["plus"], *language.words["and"]):
            break
        if name.group().lower() not in language.countries:
            break
        count, position = count + 1, match.end() + name.end()
    return (count, position) if count else (0, end)


def labelled(value: str, offset: int, kind: str, language: Language) -> Count | None:
    """A figure that stands behind its label: “Members: about 90”."""
    if kind == "founded":
        year = re.search(r"\b(1[89]\d\d|20\d\d)\b", value[:100])
        return Count(kind, int(year.group()), False, (offset + year.start(), offset + year.end()), 0.97) if year else None
    match = _patterns(language.code)["plain"].search(value[:200])
    number = number_in(match["number"], language) if match else None
    if match is None or not number:
        return None
    return Count(kind, number, bool(match["about"]), (offset + match.start(), offset + match.end()), 0.97)
