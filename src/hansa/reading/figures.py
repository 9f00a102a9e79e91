"""Numbers about an organisation in running text: members, countries, year founded.

A number counts only where the words around it say what it counts, and whose. A part of the members, another body's
members, the authority's own towns and numbers of the past are passed over; what cannot be told becomes a doubt.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from hansa.reading.languages import Language, alternatives
from hansa.reading.types import Span

LONGEST_SENTENCE = 1500
MOST_WORDS_BETWEEN = 5
_TOKEN = re.compile(r"\d{1,3}(?:[ \u00a0\u202f.,]\d{3}){1,2}(?![\d.,]\d)|\d+|[^\W\d_][\w’'-]*|%")
_SENTENCE_END = re.compile(r"[.!?…](?=\s{1,3}[A-ZÅÄÖÀ-Þ0-9”\"“])|\n")
_LAST_WORD = re.compile(r"[\w.]{1,20}\Z")
_YEAR = re.compile(r"(?:1[89]|20)\d\d")
_NAMED = re.compile(r"[A-ZÅÄÖ][\w'’-]{2,30}(?:\s[A-ZÅÄÖ][\w'’-]{2,30}){0,2}")


@dataclass(slots=True)
class Count:
    """A figure found: its kind, value, whether approximate, the words that say so, and how sure the rule is.

    A confidence of 0 is a doubt: it looks like a figure, and a person must tell.
    """

    kind: str
    value: int
    approximate: bool
    span: Span
    confidence: float


@dataclass(slots=True)
class _Whose:
    """Whose numbers a sentence may tell: the names of the organisation, and that of the authority, whose are others."""

    language: Language
    authority: str | None
    called: tuple[str, ...]

    def is_subject(self, words: str) -> bool:
        """Whether the organisation is named in some words, by its name or as “the network”."""
        return self.language.has(words, "subjects") or any(name in words for name in self.called)


@dataclass(slots=True)
class _Number:
    """A number in a sentence: its place among the tokens (first, and the one after its last) and in the text."""

    value: int
    first: int
    after: int
    approximate: bool
    start: int
    end: int


def sentences(text: str, start: int, end: int, language: Language) -> Iterator[Span]:
    """The sentences of text[start:end], as spans; one without an end is cut at 1,500 characters."""
    position = start
    for match in _SENTENCE_END.finditer(text, start, end):
        last = _LAST_WORD.search(text, max(start, match.start() - 20), match.start())
        word = last.group().lower() if last and match.group() == "." else ""
        if word and (len(word) == 1 or f"{word}." in language.words["abbreviations"]):
            continue
        if match.end() > position:
            yield from _cut(position, match.end())
        position = match.end()
    if position < end:
        yield from _cut(position, end)


def _cut(start: int, end: int) -> Iterator[Span]:
    for position in range(start, end, LONGEST_SENTENCE):
        yield position, min(end, position + LONGEST_SENTENCE)


def in_sentence(
    text: str, span: Span, language: Language, authority: str | None = None, called: Sequence[str] = ()
) -> Iterator[Count]:
    """The figures that one sentence states of the organisation that it speaks of; `called` are that one's names."""
    sentence = text[span[0] : span[1]]
    if not _may_count(language).search(sentence):
        return
    whose = _Whose(language, authority, tuple(called))
    tokens = list(_TOKEN.finditer(sentence))
    numbers = list(_numbers(sentence, tokens, language))
    told: list[Count] = []
    for position, number in enumerate(numbers):
        follower = numbers[position + 1].first if position + 1 < len(numbers) else len(tokens)
        count = _counted(sentence, tokens, number, follower, whose)
        if count is not None:
            told.append(count)
    yield from _settled(told, span[0])
    yield from _founded(sentence, span[0], language)


@cache
def _may_count(language: Language) -> re.Pattern[str]:
    """Digits, or a word that a number word may begin with: most sentences have none."""
    return re.compile(rf"\d|(?<!\w)(?:{alternatives(language.number_starts)})", re.I)


def _settled(told: list[Count], offset: int) -> Iterator[Count]:
    """One count a kind; “12 regions and 30 towns” are two parts of a whole that nobody has added up."""
    for kind in ("members", "countries"):
        same = [count for count in told if count.kind == kind]
        if not same:
            continue
        first = same[0]
        plain = [count for count in same if count.confidence >= 0.95]
        chosen = plain[0] if plain else first
        if len(same) > 1 and not plain:
            chosen = Count(kind, first.value, first.approximate, (first.span[0], same[-1].span[1]), 0.0)
        chosen.span = (offset + chosen.span[0], offset + chosen.span[1])
        yield chosen


def _numbers(sentence: str, tokens: list[re.Match[str]], language: Language) -> Iterator[_Number]:
    index = 0
    while index < len(tokens):
        value, after, rough = _number_at(tokens, index, language)
        if value is None:
            index += 1
            continue
        start = tokens[index].start()
        if about := _about(language).search(sentence, max(0, start - 30), start):
            rough, start = True, about.start("about")
        yield _Number(value, index, after, rough, start, tokens[after - 1].end())
        index = after


@cache
def _about(language: Language) -> re.Pattern[str]:
    return re.compile(
        rf"(?<!\w)(?P<about>{language.any_of('approximately')})\s{{1,2}}(?:{language.any_of('articles')})?\s?\Z",
        re.I,
    )


def _number_at(tokens: list[re.Match[str]], index: int, language: Language) -> tuple[int | None, int, bool]:
    """The number that begins with this token, the index after it, and whether its very word is approximate."""
    word = tokens[index].group().lower()
    if word[0].isdecimal():
        digits = re.sub(r"\D", "", word)
        return (int(digits) if len(digits) < 8 else None), index + 1, False
    for ending in language.words.get("approximate_endings", ()):
        if word.endswith(ending) and (rough := language.numbers.get(word.removesuffix(ending))):
            return rough, index + 1, True
    if word.partition("-")[0] not in language.number_starts:
        return None, index + 1, False
    for size in range(min(5, len(tokens) - index), 0, -1):
        joined = " ".join(token.group().lower() for token in tokens[index : index + size])
        if (value := language.numbers.get(joined)) is not None:
            return value, index + size, False
    return None, index + 1, False


def _counted(
    sentence: str,
    tokens: list[re.Match[str]],
    number: _Number,
    follower: int,
    whose: _Whose,
) -> Count | None:
    """What a number counts, by the noun that follows it within a few words, none of which parts it from the noun."""
    language = whose.language
    rest = sentence[
        number.end : tokens[min(follower, len(tokens)) - 1].end() if follower > number.after else number.end
    ]
    noun = _nouns(language).match(rest)
    if noun is None:
        return None
    parting = language.pattern("parting").search(noun["between"])
    if parting or "%" in noun["between"]:
        return None
    before = _clause_before(sentence[: number.start])
    if number.value < 2 or _is_part(before, rest[noun.end() :], language):
        return None
    kind, end = str(noun.lastgroup), number.end + noun.end()
    if kind == "countries":
        if language.has(before, "bodies"):
            return None
        more, end = _more_countries(sentence, end, language)
        return Count(kind, number.value + more, number.approximate, (number.start, end), 0.95)
    return _members(sentence, number, end, before, kind, whose)


def _members(
    sentence: str,
    number: _Number,
    end: int,
    before: str,
    kind: str,
    whose: _Whose,
) -> Count | None:
    language, authority = whose.language, whose.authority
    if _YEAR.fullmatch(sentence[number.start : number.end]) and not number.approximate:
        return None
    if language.has(before, "bodies") or (authority and authority.lower() in before.lower()):
        return None
    confidence = 0.95
    if kind == "people":  # regions, towns: members only where the organisation is said to be made of them
        gathered = language.has(before, "gathered_in") and whose.is_subject(before)
        joined = language.pattern("joined_in").match(sentence, end + 1) and not _NAMED.search(sentence, number.end, end)
        if language.has(before, "we") or not (gathered or joined or language.has(before, "consists")):
            return None
        confidence = 0.85 if gathered else 0.92
    elif language.has(before[-12:], "we"):
        return None
    clause = language.pattern("and").split(before)[-1]
    if language.has(clause, "formerly") or language.has(before[-8:], "growing"):
        confidence = 0.0
    return Count("members", number.value, number.approximate, (number.start, end), confidence)


def _clause_before(before: str) -> str:
    """What stands between a number and the last sign that parts it from an earlier clause."""
    return re.split(r"[;:()]|,\s", before[-160:])[-1] if "," in before or ";" in before else before[-160:]


def _is_part(before: str, after: str, language: Language) -> bool:
    """“some ten of these members”, “of which 12 are towns”: a part, not the whole."""
    return language.has(before, "partial") or bool(
        re.match(rf"\s{{1,2}}(?:{language.any_of('partial')})(?!\w)", after, re.I)
    )


@cache
def _nouns(language: Language) -> re.Pattern[str]:
    """A noun that tells what is counted, after at most a few words."""
    between = rf"(?P<between>(?:\s{{1,2}}[\w’'-]{{1,30}},?){{0,{MOST_WORDS_BETWEEN}}}?)"
    return re.compile(
        rf"{between}\s{{1,2}}(?:(?P<countries>{language.any_of('country_nouns')})"
        rf"|(?P<members>{language.any_of('member_nouns')})|(?P<people>{language.any_of('member_people')}))(?!\w)",
        re.I,
    )


def _more_countries(sentence: str, end: int, language: Language) -> tuple[int, int]:
    """How many countries are named after “plus”, and where the last of them ends."""
    plus = re.compile(rf"\s{{1,2}}(?:{language.any_of('plus')})\s", re.I).match(sentence, end)
    if not plus:
        return 0, end
    joints = {"", *language.words["plus"], *language.words["and"]}
    count, position = 0, plus.end()
    for name in _NAMED.finditer(sentence, position, position + 200):
        between = sentence[position : name.start()].strip(" ,").lower()
        if between not in joints or name.group().lower() not in language.countries:
            break
        count, position = count + 1, name.end()
    return (count, position) if count else (0, end)


def _founded(sentence: str, offset: int, language: Language) -> Iterator[Count]:
    for match in _founding(language).finditer(sentence):
        yield Count("founded", int(match["year"]), False, (offset + match.start(), offset + match.end()), 0.93)
        return


@cache
def _founding(language: Language) -> re.Pattern[str]:
    return re.compile(
        rf"(?<!\w)(?:{language.any_of('founded_verbs')})(?:\s{{1,2}}[^\W\d]{{1,10}}){{0,3}}\s{{1,2}}(?P<year>1[89]\d\d|20\d\d)\b",
        re.I,
    )


def labelled(value: str, offset: int, kind: str, language: Language) -> Count | None:
    """A figure that stands behind its label: “Members: about 90”. None where there is no one number."""
    value = value[:200]
    if kind == "founded":
        year = re.search(r"\b(1[89]\d\d|20\d\d)\b", value)
        return (
            Count(kind, int(year.group()), False, (offset + year.start(), offset + year.end()), 0.97) if year else None
        )
    tokens = list(_TOKEN.finditer(value))
    number = next(_numbers(value, tokens, language), None)
    if number is None or number.value < 1 or "%" in value[number.end : number.end + 2]:
        return None
    return Count(kind, number.value, number.approximate, (offset + number.start, offset + number.end), 0.97)
