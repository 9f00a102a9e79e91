"""Numbers about an organisation in running text: members, countries, year founded.

A number counts only where the words around it say what it counts, and whose. A part of the members, another body's
members, the authority's own towns and numbers of the past are passed over; what cannot be told becomes a doubt.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from hansa.reading.authority import called as names_of
from hansa.reading.counted import (
    NAMED,
    announcing,
    apart,
    attended,
    behind,
    beside_its_noun,
    clause_before,
    come_together,
    counts_founders,
    counts_members,
    ends_definite,
    goes_on,
    governs,
    has_grown,
    in_countries,
    in_one_country,
    is_among_them,
    is_bare,
    is_of_a_nation,
    is_of_one_country,
    is_part,
    lands_and_others,
    last_conjunct,
    more_countries,
    network_of,
    nouns,
    of_some,
    of_what,
    section_of,
    selected,
    sent_by,
    two_kinds,
    with_others,
)
from hansa.reading.founding import NEAR_KIND, began, founded, part_of_a_whole
from hansa.reading.languages import Language
from hansa.reading.numbers import TOKEN, Number, has_numbers, numbers_in
from hansa.reading.of_the_whole import is_the_mothers
from hansa.reading.told_apart import first_of_two, in_all, in_as_many, is_whole
from hansa.reading.types import Span

NEXT_WORDS = 4
LONG_STEM = 5  # letters
LONGEST_ADJECTIVE = 16  # letters, with the space before it
_YEAR = re.compile(r"(?:1[89]|20)\d\d")


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


OF_MEMBERS = 0.95  # rather than of towns
BY_THEMSELVES = 0.7  # how sure a number of towns is that nothing says the organisation is made of
FEWEST_BY_THEMSELVES = 12
SURE_OF_BEGINNING = 0.85


@dataclass(slots=True)
class _Whose:
    """Whose numbers a sentence may tell: the names of the organisation, and that of the authority, whose are others."""

    language: Language
    authority: str | None
    called: tuple[str, ...]
    is_first: bool = False

    def is_named_in(self, words: str) -> bool:
        """Whether a few words name the organisation: “In Eurocities (130 cities …)”."""
        return len(words.split()) <= NEXT_WORDS and any(name in words for name in self.called)

    def has_body(self, words: str) -> bool:
        """Whether words name a body, and not by a noun that the organisation is called by: “the Committee”, of one."""
        every = self.language.pattern("bodies").finditer(words) if self.language.has(words, "bodies") else ()
        own = " ".join(self.called).casefold()
        return any(one.group()[:LONG_STEM].casefold() not in own for one in every)

    def is_subject(self, words: str) -> bool:
        """Whether the organisation is named in some words, by its name or as “the network”."""
        return self.language.has(words, "subjects") or any(name in words for name in self.called)


def in_sentence(
    sentence: str,
    offset: int,
    language: Language,
    authority: str | None = None,
    called: Sequence[str] = (),
    *,
    is_first: bool = False,
) -> Iterator[Count]:
    """The figures that one sentence states of the organisation that it speaks of; `called` are that one's names.

    `is_first`: it is the first that is said below the organisation's heading.
    """
    whose = _Whose(language, authority, tuple(called), is_first)
    tokens = list(TOKEN.finditer(sentence))
    numbers = list(numbers_in(sentence, tokens, language))
    if not numbers:
        return
    told: list[Count] = []
    for position, number in enumerate(numbers):
        follower = numbers[position + 1].first if position + 1 < len(numbers) else len(tokens)
        count = _counted(sentence, tokens, number, follower, whose) or _announced(sentence, number, whose)
        if count is None and _alone(sentence, number, numbers[:position], language):
            count = Count("members", number.value, number.approximate, (number.start, number.end), 0.9)
        if count is not None:
            told.append(count)
    for first, span, second in first_of_two(sentence, numbers, language):
        beside = next((count for count in told if count.span[0] == second.start), None)
        if span[1] and beside is not None and all(count.span[0] != first.start for count in told):
            told.append(Count("members", first.value, first.approximate, span, beside.confidence))
        told = [count for count in told if count is not beside]
    if told:
        one = told[0]
        if len(told) == 1 and one.kind == "members" and (lands := in_as_many(sentence, one.span, language)):
            told.append(Count("countries", one.value, one.approximate, lands, 0.9))
        yield from _settled(told, sentence, offset, language)
    ours = names_of(authority, language)
    sure = 0.93
    year = founded(sentence, language, ours, whose.called)
    if year is None and (year := began(sentence, language, whose.called, ours)):
        sure = SURE_OF_BEGINNING
    if year:
        yield Count("founded", year[0], False, (offset + year[1][0], offset + year[1][1]), sure)


def _alone(sentence: str, number: Number, earlier: Sequence[Number], language: Language) -> bool:
    """Whether a number without a noun counts members: “and now has 200”, “140 in all”."""
    in_total = number.value > 1 and not _is_a_year(sentence, number) and in_all(sentence, number, language)
    return in_total or goes_on(sentence, number, earlier, language)


def _settled(told: list[Count], sentence: str, offset: int, language: Language) -> Iterator[Count]:
    """One count a kind; “12 regions and 30 towns” are two parts of a whole that nobody has added up."""
    lands = [count for count in told if count.kind == "countries"]
    if len(lands) == len(("one", "other")) and not any(count.kind == "members" for count in told):
        between = sentence[lands[0].span[1] : lands[1].span[0]]
        if re.fullmatch(rf"\s{language.joining('from', 'in', 'of')}", between):
            lands[0].kind = "members"  # “ten member countries from four states”, as Germans call their regions
    of_lands = [one.span for one in lands]
    for kind in ("members", "countries"):
        same = [count for count in told if count.kind == kind]
        if not same:
            continue
        first = same[0]
        plain = [count for count in same if count.confidence >= OF_MEMBERS]
        chosen = plain[0] if plain else first
        if len(same) > 1 and has_grown(sentence, same[0].span[1], same[1].span, language):
            chosen = same[1]
        elif len(same) > 1 and not plain and not is_whole(sentence, first.span, same[1].span, of_lands, language):
            chosen = Count(kind, first.value, first.approximate, (first.span[0], same[-1].span[1]), 0.0)
        chosen.span = (offset + chosen.span[0], offset + chosen.span[1])
        yield chosen


def _counted(
    sentence: str,
    tokens: list[re.Match[str]],
    number: Number,
    follower: int,
    whose: _Whose,
) -> Count | None:
    """What a number counts, by the noun that follows it within a few words, none of which parts it from the noun."""
    language = whose.language
    begin = number.end
    if some := selected(language).match(sentence, begin):
        begin = some.end()
    if number.is_noun and (of := of_what(language).match(sentence, begin)):
        begin = of.end()
    if sentence[begin : begin + 1] == "+":
        begin += 1  # “100+ countries”
    rest = sentence[begin : tokens[min(follower, len(tokens)) - 1].end() if follower > number.after else begin]
    if begin > number.end and rest[:1].isalpha():
        begin, rest = begin - 1, " " + rest  # “d’organisations”
    noun = nouns(language).match(rest)
    if noun is None:
        return None
    kind, end = str(noun.lastgroup), begin + noun.end()
    if kind == "countries" and lands_and_others(language).match(sentence, end):
        kind = "people"  # “ten Länder, provinces and cantons”
    if of_what(language).match(sentence, end) and language.has(sentence[end : end + NEAR_KIND], "bodies", "board"):
        return None  # “15 members of the network's executive committee”
    among = kind != "countries" and is_among_them(sentence[: number.start], noun["between"], language)
    if among and NAMED.search(noun["between"]):
        return None  # “together with 120 other German towns”
    if among and language.has(sentence, "founded_verbs", "founders_verbs", "founders"):
        return None  # “founded it together with 31 other towns”
    if among and (count := _with_us(sentence, number, end, whose)):
        return count
    if kind != "countries" and language.has(rest[: noun.end() + LONGEST_ADJECTIVE], "kind_associate"):
        return None  # “alongside some thirty associate members”
    before = clause_before(sentence[: number.start])
    if kind != "countries" and governs(before, noun["between"], rest[noun.end() :].lstrip(), language):
        return None  # “led by 12 elected cities”
    parting = language.pattern("parting", "breakers").search(noun["between"])
    parting = None if parting and two_kinds(noun["between"], language) else parting
    if parting or "%" in noun["between"]:
        return None
    is_some = is_part(before, rest[noun.end() :], language) and not _of_which(sentence, number, end, before, language)
    if number.value < 2 or is_some:
        return None
    if (
        kind == "people"
        and (noun[kind] or "").casefold()[:1] == "r"
        and language.pattern("of_the_world").match(sentence, end + 1)
    ):
        return None  # “in the eight regions of the world”
    before = last_conjunct(before, language)
    if kind == "countries":
        apart_from_it = language.has(before, "bodies", "mother_words") or come_together(before, language)
        if apart_from_it or is_the_mothers(sentence[: number.start], language, whose.called):
            return None  # “600 delegates from 30 countries”
        if _is_the_wholes(sentence, number, whose) or _is_a_year(sentence, number):
            return None
        more, end = more_countries(sentence, end, language)
        return Count(kind, number.value + more, number.approximate, (number.start, end), 0.95)
    some = of_some(language).search(before) if kind == "people" else None
    if some and has_numbers(before[: some.start()][-NEAR_KIND:], language):
        return None  # “two of the four counties”
    named = NAMED.search(sentence, number.end, begin + noun.start(str(noun.lastgroup))) is not None
    return _members(sentence, number, end, before, kind, whose, named=named)


def _of_which(sentence: str, number: Number, end: int, before: str, language: Language) -> bool:
    """Whether “of which” is said of the organisation itself, and not of a number: “a network of which more than 160
    cities are now part”."""
    if has_numbers(sentence[: number.start], language):
        return False
    return behind(language, "joined_in").match(sentence, end) is not None or apart(language).search(before) is not None


def _is_a_year(sentence: str, number: Number) -> bool:
    return _YEAR.fullmatch(sentence[number.start : number.end]) is not None and not number.approximate


def _with_us(sentence: str, number: Number, end: int, whose: _Whose) -> Count | None:
    """The members that the authority is one of: “we are one of 120 towns in the network”."""
    language, ours = whose.language, names_of(whose.authority, whose.language)
    if not (language.has(sentence, "we", "we_subject") or any(name in sentence for name in ours)):
        return None
    named = whose.is_subject(sentence[max(0, number.start - NEAR_KIND) : number.start] + sentence[end:])
    if not named or number.value < FEWEST_BY_THEMSELVES:
        return None
    return Count("members", number.value, number.approximate, (number.start, end), SURE_OF_BEGINNING)


def _members(
    sentence: str,
    number: Number,
    end: int,
    before: str,
    kind: str,
    whose: _Whose,
    *,
    named: bool,
) -> Count | None:
    """A number of members, or of towns and the like; those that a name tells more of (“12 Baltic towns”) are some."""
    language, authority = whose.language, whose.authority
    if _is_a_year(sentence, number):
        return None
    if whose.has_body(before) or (authority and authority.lower() in before.lower()):
        return None
    ahead = sentence[: max(0, number.start - len(before))].rstrip(" ,")
    every = language.pattern("bodies", "board").finditer(ahead[-NEAR_KIND:])
    if language.pattern("consists").match(before.lstrip()) and any(
        body.end() == len(ahead[-NEAR_KIND:]) for body in every
    ):
        return None  # “the executive committee, made up of 12 members”
    if section_of(language).match(sentence) and not any(
        section_of(language).search(f"{name} of") for name in whose.called
    ):
        return None  # “the German section of the CEMR”
    if language.pattern("founded_verbs").match(sentence, end + 1) and not network_of(language).search(before):
        return None  # “six mayors founded …”
    if is_of_one_country(sentence, before, language) or in_one_country(sentence, end, language, whose.called):
        return None
    if is_of_a_nation(sentence, number.start, end, language, whose.called):
        return None  # “Twelve Swedish regions are members”
    if counts_founders(sentence, number, language):
        return None
    confidence = OF_MEMBERS
    if kind == "people":  # regions, towns: members only where the organisation is said to be made of them
        gathered = language.has(before, "gathered_in") and whose.is_subject(before)
        joined = behind(language, "joined_in").match(sentence, end) and not named
        forms = behind(language, "forming").match(sentence, end)
        forms = forms if forms and whose.is_subject(sentence[forms.end() :]) else None
        of = of_what(language).match(sentence, number.start - 1)  # “composée (de plus de 30)”
        told = before + (of.group().strip() if of else "")
        consists = language.has(told, "consists") or apart(language).search(before)
        if number.value < FEWEST_BY_THEMSELVES and ends_definite(before, language) and not whose.is_subject(before):
            consists = None  # “Here the three regions have …”
        made_of = joined or forms or consists or network_of(language).search(before)
        if language.has(before, "we", "we_subject") or attended(sentence, number, end, language):
            return None
        begins = not named and (whose.is_named_in(before) or (whose.is_first and not sentence[: number.start].strip()))
        if not (
            gathered or made_of or begins or is_bare(sentence, before, end) or in_countries(sentence, end, language)
        ):
            if (
                named
                or number.value < FEWEST_BY_THEMSELVES
                or language.has(sentence[end : end + NEAR_KIND], "gained", "prized")  # “25 towns have won its award”
                or has_numbers(sentence[end:], language)
                or part_of_a_whole(sentence[: number.start], language)
            ):
                return None
            confidence = BY_THEMSELVES
        else:
            confidence = 0.85 if gathered or not made_of else 0.92
    elif language.has(before[-12:], "we") or sent_by(language).search(before):
        return None  # “400 delegates of 35 member towns”
    if with_others(language).search(before):
        return None  # “our cooperation with four towns”
    if language.has(before, "mother_words") or is_the_mothers(sentence[: number.start], language, whose.called):
        return None  # “the parent organisation has 150 members”
    clause = language.pattern("and").split(before)[-1]
    if language.has(clause, "formerly") or language.has(before[-8:], "growing"):
        confidence = 0.0
    elif _is_the_wholes(sentence, number, whose):
        confidence = 0.0  # “part of the CPMR, which has 150 members”
    return Count("members", number.value, number.approximate, (number.start, end), confidence)


def _is_the_wholes(sentence: str, number: Number, whose: _Whose) -> bool:
    """Whether a number is the whole's of which the organisation is a part: “part of the CPMR, which has 150 …”."""
    language = whose.language
    part = part_of_a_whole(sentence[: number.start], language, whose.called)
    between = sentence[part : number.start] if part else ""
    if counts_members(between.partition(",")[0], language):
        return False  # Finnish “(to it) belong 140 cities, which …”
    return "," in between and language.has(between, "breakers", "subjects", "which")


def _announced(sentence: str, number: Number, whose: _Whose) -> Count | None:
    """A number behind the words that announce it: “the number of members is 120”."""
    language, before = whose.language, sentence[max(0, number.start - 80) : number.start]
    plain = not number.approximate and _YEAR.fullmatch(sentence[number.start : number.end])
    if number.value < 2 or plain or re.match(r"\s?%", sentence[number.end :]):
        return None
    if number.value >= FEWEST_BY_THEMSELVES and beside_its_noun(sentence, number, language):
        return Count("members", number.value, number.approximate, (number.start, number.end), 0.9)
    for kind in ("members", "countries"):
        match = announcing(language, kind).search(before)
        told = match.group() if match else ""
        told = told[2:] if told[:2].lower() in language.words["of_them"] else told  # French “en” is “in”, too
        is_sure = language.has(told, "reaches") or not language.has(told, "since_words", "partial")
        if match and is_sure and not language.has(told, "formerly"):
            ours = language.has(sentence[: number.start], "we", "bodies") or is_of_one_country(sentence, "", language)
            return None if ours else Count(kind, number.value, number.approximate, (number.start, number.end), 0.9)
    return None


def labelled(value: str, offset: int, kind: str, language: Language) -> Count | None:
    """A figure that stands behind its label: “Members: about 90”. None where there is no one number."""
    value = value[:200]
    if kind == "founded":
        year = re.search(r"\b(1[89]\d\d|20\d\d)\b", value)
        return (
            Count(kind, int(year.group()), False, (offset + year.start(), offset + year.end()), 0.97) if year else None
        )
    tokens = list(TOKEN.finditer(value))
    number = next(numbers_in(value, tokens, language), None)
    if number is None or number.value < 1 or "%" in value[number.end : number.end + 2]:
        return None
    return Count(kind, number.value, number.approximate, (offset + number.start, offset + number.end), 0.97)
