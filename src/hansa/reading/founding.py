"""When an organisation was founded, as a sentence tells it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from hansa.reading.languages import Language, alternatives
from hansa.reading.types import Span

NEAR_KIND = 40  # letters between “one of” and “commissions”
NEAR_SUBJECT = 60  # letters between the organisation and what it did
FEW_LETTERS = 12  # of an article and a noun
LONGEST_PRONOUN = 5  # letters before the verb: “it”, “elle”, “this”
_OF_OTHERS = ("chair", "vice-chair", "board", "secretariat", "represents", "fee_words", "contact", "bodies")
_CLAUSE = re.compile(r"[;:.,(]")
_DIGIT = re.compile(r"\d")
_YEAR_AT_FIRST = re.compile(
    r"(?:\d{1,2}+(?!\d)[.º°ª]?|[^\W\d]{1,12}+[.º°]?|[\s./]){0,9}?(?<!\d)(?P<year>1[89]\d\d|20\d\d)(?!\d)"
)
# “In 1994, two years after the Rio conference of 1992, (the network was founded)”
_YEAR_FIRST = re.compile(
    r"\s?(?:[^\W\d]{1,8}\s){0,2}(?P<year>1[89]\d\d|20\d\d)(?:\sr\.)?,"
    r"\s[^,;:]{4,90}?(?<!\d)(?:1[89]|20)\d\d(?!\d)[^,;:]{0,20},\s"
)


def founded(
    sentence: str, language: Language, others: tuple[str, ...] = (), called: Sequence[str] = ()
) -> tuple[int, Span] | None:
    """The year in which a sentence says that the organisation was founded, and where it says so; not where one of the
    `others` is said to have been in it since."""
    if not language.has(sentence, "founded_verbs", "exists", "founders_verbs"):
        return None
    if (first := _YEAR_FIRST.match(sentence)) and not _DIGIT.search(rest := sentence[first.end() :]):
        verb = language.find(rest[:NEAR_SUBJECT], "founded_verbs")
        if verb and not language.has(rest[: verb.end()], "we", "we_subject", "member_words", "groups", *_OF_OTHERS):
            return int(first["year"]), (first.start("year"), first.end() + verb.end())
    if many := _by_many(sentence, language, others, called):
        return many
    for pattern in _founding(language):
        for match in pattern.finditer(sentence):
            part = part_of_a_whole(sentence[: match.start()], language, called)
            between = sentence[part : match.start()] if part else ""
            if "," in between and language.has(between, "breakers", "which"):
                continue  # “part of the CPMR, which was founded in 1973”
            if any(name in match.group() for name in others):
                continue
            before = _CLAUSE.split(sentence[: match.start()])[-1]
            if language.has(before, "our", "we_subject") and language.has(before, "member_words"):
                continue  # “our membership began in 2007”
            if language.has(before, "to_join", "term_label") or _is_of_a_body(before, language):
                continue  # “the accession was formalised in”, “its secretariat has existed since”
            if language.has(match.group(), "groups") and not language.has(match.group(), "through", "from"):
                continue  # “the network set up a working group in 2012”
            if _is_of_a_branch(before + match.group() * match.group()[0].isdigit(), language, called):
                continue
            if not language.has(match.group(), "we", "we_subject", "member_words"):
                return int(match["year"]), match.span()
    return None


def _by_many(
    sentence: str, language: Language, others: Sequence[str], called: Sequence[str]
) -> tuple[int, Span] | None:
    """“On 15 June 1985, 47 towns founded Eurocities”: the year with which a sentence begins that has the organisation
    as its object."""
    year = _YEAR_AT_FIRST.match(sentence)
    verb = language.pattern("founders_verbs").search(sentence, year.end()) if year else None
    if year is None or verb is None or any(name in sentence for name in others):
        return None
    place = max((sentence.find(name, verb.end()) for name in called), default=-1)
    many = _many(language).search(sentence, year.end(), place) if place > 0 else None
    if many is None or language.has(sentence[:place], "we", "we_subject", "groups", "projects"):
        return None
    return int(year["year"]), (year.start("year"), verb.end())


@cache
def _many(language: Language) -> re.Pattern[str]:
    return re.compile(rf"\d\s(?:[^\W\d]{{3,16}}\s)?(?:{language.any_of('member_people', 'member_nouns')})(?!\w)", re.I)


def _is_of_a_body(before: str, language: Language) -> bool:
    """Whether words before a verb are of a body of the organisation, and not of itself."""
    return language.has(before, "secretariat", "bodies") and not language.has(before, "subjects")


def _is_of_a_branch(words: str, language: Language, called: Sequence[str]) -> bool:
    """Whether it is the organisation's branch in a country that was founded: “its British section has existed since”,
    “1955 wurde die deutsche Sektion gegründet”; not where it is one itself: “it is the British section of …”."""
    branch = language.find(words, "branch_words") or _section(language).search(words)
    if branch is None or language.has(words[: branch.start()], "is"):
        return False
    return not any(language.has(name, "branch_words") or _section(language).search(name) for name in called)


@cache
def _section(language: Language) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{language.any_of('section_words')})", re.I)


def began(sentence: str, language: Language, called: tuple[str, ...], ours: tuple[str, ...]) -> tuple[int, Span] | None:
    """The year in which a sentence says that the organisation began, by words that are also said of other things, where
    it is named before them or is all that is spoken of: “EWT goes back to 1989”, “It started in 1973”, “The network
    has brought together regions since 1997”."""
    for match in _beginning(language).finditer(sentence) if language.has(sentence, "began", "at_work") else ():
        before = sentence[: match.start()]
        near = before[-NEAR_SUBJECT:]
        it = len(before.strip()) <= LONGEST_PRONOUN and not before.rstrip().endswith((",", ":"))
        is_named = any(name[-NEAR_KIND:] in near for name in called) or language.has(near, "subjects")
        is_named = is_named or (language.has(near, "origins") and language.has(near, "its"))  # “its roots”
        said = sentence[: match.end()]
        if not (it or is_named) or language.has(said, "we", "we_subject", "member_words", "projects", "groups", "our"):
            continue
        part = part_of_a_whole(before, language, called)
        if part and "," in before[part:] and language.has(before[part:], "breakers", "which"):
            continue  # “it belongs to the CEMR, which goes back to 1951”
        if language.has(said, *_OF_OTHERS) or any(name in said for name in ours):
            continue
        return int(match["year"] or match["behind"] or match["before"]), match.span()
    described = _described(language).match(sentence) if language.has(sentence, "organisation_words") else None
    is_its = described is not None and not _is_of_a_branch(described.group(), language, called)
    of_us = ("we", "we_subject", "member_words", "our", "projects")
    is_its = is_its and described is not None and not any(name in described.group() for name in ours)
    if described and is_its and not language.has(described.group(), *of_us):
        return int(described["year"]), described.span()
    own = _of_their_own(language).search(sentence) if language.may_have(sentence, "of_its_own") else None
    is_its = own is not None and not _is_of_a_branch(own.group(), language, called)
    if own and is_its and not language.has(sentence[: own.end()], *of_us):
        return int(own["year"] or own["before"]), own.span()
    for name in called:
        place = sentence.find(name)
        named = _from_year(language).match(sentence, place + len(name)) if place >= 0 else None
        begins = len(sentence[: max(place, 0)].strip()) <= LONGEST_PRONOUN or (named and named["short"])
        if named and begins and not language.has(sentence, "we", "we_subject", "member_words", "our", *_OF_OTHERS):
            return int(named["year"] or named["short"]), (place, named.end())
    return None


def part_of_a_whole(words: str, language: Language, called: Sequence[str] = ()) -> int | None:
    """Where the words end that say that what is spoken of is a part: “part of”, “one of the six commissions”; not of
    what it is `called` itself: “Westsea is part of Eurocities, which …”."""
    part = language.pattern("part_of").search(words)
    if part and not language.has(words[: part.start()], "we", "we_subject"):
        is_it = any(name in words[part.end() : part.end() + len(name) + FEW_LETTERS] for name in called)
        return None if is_it else part.end()
    one = language.pattern("one_of").search(words)
    kind = language.pattern("umbrella").search(words, one.end(), one.end() + NEAR_KIND) if one else None
    return kind.end() if kind else None


@cache
def _founding(language: Language) -> tuple[re.Pattern[str], ...]:
    """“Founded in May 1989”; and with the year first, “wurde 1989 in Kiel gegründet”, where nothing else is founded."""
    verbs, article = language.any_of("founded_verbs"), language.any_of("articles", "our")
    other = rf"\s(?:{article})\s(?!(?:{language.any_of('subjects')})(?!\w))"  # “founded an office”
    exists, since = language.any_of("exists"), language.any_of("since_words")
    little, numbers = r"(?:\s[^\W\d]{2,4})?", r"(?:\d{1,2}[./]\s?\d{1,2}[./]\s?)?"
    day_and_month = rf"{little}(?:\s\d{{1,2}}\.?[º°]?(?:er)?)?{little}\s[^\W\d_]{{3,12}}{little}"
    year = r"(?P<year>1[89]\d\d|20\d\d)\b(?!\s?[–-]\s?\d)"  # not “in the programme for 2014-2020”
    word = r",?\s{1,2}(?:\(?[^\W\d_][\w'’-]{0,24}[).]?|\d{1,2}(?:\.|er|º)?)"
    elided = r"(?:(?<=['’])[^\W\d_][\w'’-]{0,24})?"  # “promosso dall’Area …”
    near = r"(?:\s[^\W\d_][\w'’-]{0,24}){0,2}?\s"
    return (
        re.compile(rf"\b{year}{near}(?:{verbs})(?!\w)(?!{other})(?!\s\w{{1,4}}\s(?:1[89]|20)\d\d)", re.I),
        re.compile(rf"(?<!\w)(?:{verbs}){elided}(?:{word}){{0,10}}?,?\s{{1,2}}{numbers}{year}", re.I),
        re.compile(rf"\b{year}\.?(?:{word}){{0,18}}?\s{{1,2}}(?:{verbs})(?!\w)(?!{other})", re.I),
        re.compile(rf"(?<!\w)(?:{exists})(?:{word}){{0,4}}?\s(?:{since})(?:{day_and_month})?\s{year}", re.I),
        re.compile(rf"(?<!\w)(?:{since})\s{year}\s(?:{exists})(?!\w)", re.I),
    )


@cache
def _beginning(language: Language) -> re.Pattern[str]:
    """“Began in 1977”, “has worked since 1990”, “since 1990 it has worked”."""
    year = r"1[89]\d\d|20\d\d"
    word = r",?\s{1,2}(?:\(?[^\W\d_][\w'’-]{0,24}\)?|\d{1,2}(?:\.|er|º)?)"
    since, work = _since(language), language.any_of("at_work")
    return re.compile(
        rf"(?<!\w)(?:(?:{language.any_of('began')})(?:{word}){{0,6}}?\s{{1,2}}(?P<year>{year})"
        rf"|(?:{work})(?:{word}){{0,2}}?,?\s(?:{since})\s(?P<behind>{year})"
        rf"|(?:{since})\s(?P<before>{year}),?(?:{word}){{0,2}}?\s(?:{work}))(?!\w|\s?[–-]\s?\d)",
        re.I,
    )


def _since(language: Language) -> str:
    """Words for “since”, but for those that also stand before what happened once."""
    return alternatives(set(language.words["since_words"]).difference(language.words["once"]))


@cache
def _described(language: Language) -> re.Pattern[str]:
    """“A political network from 1985”, with which a sentence begins."""
    noun, since = language.any_of("organisation_words"), language.any_of("from_year")
    counted = language.any_of("member_people", "member_nouns", "country_nouns")
    year = rf"(?P<year>1[89]\d\d|20\d\d)(?!\w|\s?[–/-]\s?\d|(?:\s[\w-]{{5,20}})?\s(?:{counted})(?!\w))"
    word = r"(?:\s[a-zà-ÿ-]{4,20})?" if language.words["in"] else ""  # Finnish “has led the network's group since”
    return re.compile(rf"\s?(?:[\w-]{{1,24}}\s){{0,4}}?(?:{noun}){word}\s(?:{since})\s{year}", re.I)


@cache
def _of_their_own(language: Language) -> re.Pattern[str]:
    """“(The mountain regions of Europe have) their own organisation since 1996”, be the year before it or behind."""
    noun, since, its = language.any_of("organisation_words"), _since(language), language.any_of("of_its_own")
    year = r"1[89]\d\d|20\d\d"
    own = rf"(?:{its})(?:\s[a-zà-ÿ-]{{4,20}})?\s(?:{noun})|(?:{noun})\s(?:{its})"
    return re.compile(
        rf"(?<!\w)(?:(?:{own})(?:\s[\w-]{{2,20}}){{0,2}}?,?\s(?:{since})\s(?P<year>{year})"
        rf"|(?:{since})\s(?P<before>{year})\s(?:[\w-]{{2,20}}\s){{0,2}}?(?:{own}))(?!\w|\s?[–-]\s?\d)",
        re.I,
    )


@cache
def _from_year(language: Language) -> re.Pattern[str]:
    """“(B7) from 1989”, “(CPMR, 1973)”, behind a name."""
    since = _since(language)
    short = r"(?:\s?\([A-ZÀ-Þ][\w-]{1,9}\))?"
    year = r"1[89]\d\d|20\d\d"
    return re.compile(
        rf"{short}\s(?:{since})\s(?P<year>{year})(?!\w|\s?[–-])|\s?(?:\([A-ZÀ-Þ][\w-]{{1,9}})?,\s(?P<short>{year})\)",
        re.I,
    )
