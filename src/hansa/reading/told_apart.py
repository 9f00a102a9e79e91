"""Numbers that stand apart from what they count: “small towns – nearly 300 in all, in 33 countries –”, “members in 38
countries, 140 in all”, “28 towns in as many countries”."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import pairwise

from hansa.reading.counted import MOST_WORDS_BETWEEN, nouns
from hansa.reading.languages import Language, alternatives
from hansa.reading.numbers import TOKEN, Number, numbers_in
from hansa.reading.types import Span

NEAR_NOUN = 110  # letters from what is counted to its number
NEAR_ALL = 30  # letters around a number, in which “in all” stands
NEAR_AS_MANY = 60
_SIGN = re.compile(r"[,(–—]|\s-\s")
_ENDS = re.compile(r"\s?(?:[,;:.)–—]|-\s|\Z)(?!\d)")


def in_all(sentence: str, number: Number, language: Language) -> bool:
    """Whether a number without a noun behind it is told to be that of all members, of which a sign parts it: “its
    members, 140 in all, come from …”."""
    if not language.has(sentence, "in_all"):
        return False
    near = sentence[max(0, number.start - NEAR_NOUN) : number.start]
    cue = _in_all(language).search(near) or _in_all_behind(language).match(sentence, number.end)
    if cue is None:
        return False
    end = number.end if cue.string is not sentence else cue.end()
    if not (_ENDS.match(sentence, end) or _in_countries(sentence, end, language)):
        return False
    sign = next(reversed(list(_SIGN.finditer(near))), None)
    before = near[: sign.start()] if sign else ""
    counted = [*_members(language).finditer(before)]
    if not counted or (cue.string is near and sign and sign.end() > cue.start()):
        return False
    own = before[max(0, counted[-1].start() - NEAR_ALL) :]
    return not language.has(own, "bodies", "board", "groups", "attendees", "partial", "we", "our")


@cache
def _in_all(language: Language) -> re.Pattern[str]:
    """“In all (nearly) ”, before a number."""
    return re.compile(rf"(?<!\w)(?:{language.any_of('in_all')})(?:\s[\w’'-]{{1,12}}){{0,2}}\s\Z", re.I)


@cache
def _in_all_behind(language: Language) -> re.Pattern[str]:
    """“ in all”, behind a number."""
    return re.compile(rf",?\s(?:{language.any_of('in_all')})(?!\w)", re.I)


@cache
def _members(language: Language) -> re.Pattern[str]:
    return re.compile(rf"(?<![\w-])(?:{language.any_of('member_nouns', 'member_people', 'members_alone')})(?!\w)", re.I)


def _in_countries(sentence: str, end: int, language: Language) -> bool:
    """Whether a number of countries follows directly: “(300) in 33 countries”."""
    tokens = list(TOKEN.finditer(sentence, end, end + NEAR_ALL))
    number = next(numbers_in(sentence, tokens, language), None)
    noun = nouns(language).match(sentence, number.end) if number else None
    between = sentence[end : number.start] if number else ""
    is_soon = len(between.split()) <= MOST_WORDS_BETWEEN - 2
    return bool(noun and noun.lastgroup == "countries" and is_soon)


def first_of_two(sentence: str, numbers: Sequence[Number], language: Language) -> Iterator[tuple[Number, Span, Number]]:
    """A number of towns and the like, and where it stands, to which a number of associations is joined: “188 towns (and
    23 associations)” are 188 members, and “towns of 35 countries (and 15 associations)” are not 15."""
    if len(numbers) < len(("first", "second")) or not language.has(sentence, "joint_bodies"):
        return
    for first, second in pairwise(numbers):
        noun = nouns(language).match(sentence, first.end)
        other = nouns(language).match(sentence, second.end)
        if noun is None or other is None or other.lastgroup == "countries":
            continue
        is_joined = _and_so_many(language).fullmatch(sentence, noun.end(), second.start)
        if is_joined and not language.has(noun.group(), "joint_bodies") and language.has(other.group(), "joint_bodies"):
            yield first, (first.start, 0 if noun.lastgroup == "countries" else noun.end()), second


@cache
def _and_so_many(language: Language) -> re.Pattern[str]:
    """“ and (some) ”, between two numbers with their nouns."""
    return re.compile(rf",?\s(?:{language.any_of('and')})(?:\s[\w’'-]{{1,12}}){{0,3}}\s?", re.I)


def in_as_many(sentence: str, members: Span, language: Language) -> Span | None:
    """Where it is told, behind a number of members, that they are in as many countries: “28 towns in as many lands”."""
    if not language.has(sentence, "as_many"):
        return None
    told = _as_many(language).search(sentence, members[1], members[1] + NEAR_AS_MANY)
    return told.span() if told else None


@cache
def _as_many(language: Language) -> re.Pattern[str]:
    lands = language.any_of("country_nouns")
    return re.compile(rf"(?<!\w)(?:{language.any_of('as_many')})\s(?:(?!\d)\w+\s)?(?:{lands})(?!\w)", re.I)


def is_whole(sentence: str, first: Span, second: Span, lands: Sequence[Span], language: Language) -> bool:
    """Whether the first of two counts, at these places, is the whole: “44 regions: 40 of the EU …”, “270 regions from
    34 countries and 16 organisations”, “140 towns from more than 30 regions”; `lands`: where countries are counted."""
    between = sentence[first[1] : second[0]]
    in_countries = any(first[1] <= land[0] < second[0] for land in lands)
    return between.lstrip().startswith(":") or in_countries or _from(language).fullmatch(between) is not None


@cache
def _from(language: Language) -> re.Pattern[str]:
    """“ (large) towns from (over) ”, between two numbers."""
    words = alternatives(set(language.words["from"]).difference(language.words["of"], language.words["for"]))
    return re.compile(rf"(?:\s[^\W\d]{{3,20}}){{0,3}}\s(?:{words})(?:\s[^\W\d]{{1,12}})?\s?", re.I)
