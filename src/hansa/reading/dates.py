"""Dates in words, as precise as they are written, and terms such as “2022–26” and “until 2028”.

The day stands before the month everywhere in Europe, so 1/3/2019 is the first of March.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from functools import cache
from itertools import islice, pairwise

from hansa.reading.languages import Language, alternatives

LONGEST = 400
MOST_DATES = 12
NEAR = 40
_ISO = re.compile(r"(?<![\d./-])((?:1[5-9]|20)\d\d)([-./])(\d{1,2})(?:\2(\d{1,2}))?(?![\d])(?!-\d|/\d)")
_DAY_FIRST = re.compile(
    r"(?<![\d.,/-])(\d{1,2})(?:(\s?[./]\s?|-)(\d{1,2})\2|/(\d{1,2})[\s-]{1,2})((?:1[5-9]|20)\d\d|\d\d(?=\D|\Z))(?!\d)(?![./-]\d)"
)
_MONTH_FIRST = re.compile(r"(?<![\d.,/-])(\d{1,2})[./]((?:1[89]|20)\d\d)(?!\d)")
_ROMAN = re.compile(r"(?<![\d.,/-])(?:(\d{1,2})[.\s]\s?)(X?I{1,3}|I?[VX]|VI{1,3})[.\s]\s?((?:1[89]|20)\d\d)(?!\d)")
_ROMAN_MONTHS = {m: n for n, m in enumerate("I II III IV V VI VII VIII IX X XI XII".split(), 1)}
# A year; not a decade (1990s, 1990-talet), not the number of a law (19/2013), not an amount (2000,50).
_DIGIT = re.compile(r"\d")
_JOINED = re.compile(r"\d\s?[./-]\s?\d|\d[.\s]\s?[XVI]")  # as only dates of several numbers have it
_YEAR = re.compile(
    r"\b(?=[12])(?<![\d.,])(?<![A-Z]/)(?<!(?<!\d)\d/)(?<!(?<!\d)\d\d/)(?<!(?<!\d)\d\d\d/)(1[5-9]\d\d|20\d\d)\b(?![.,]\d)"
    r"(?!\s?[-–’'‘]?\s?(?:tal|luv|årene|ærne|s\b|jahre))(?![-–’'‘]?(?:er\b|erne|ern\b))(?!,-)",
    re.I,
)
_YEARS = re.compile(r"(?<![\d./-])((?:19|20)\d\d)\s?([–—/-])\s?((?:19|20)\d\d|\d\d)(?!\d)(?![-./]\d)")
_OPEN = re.compile(r"(?<![\d./-])((?:19|20)\d\d)\s?[–—-]\s{0,3}(?=\Z|[,;)\n])")
_ENDS_AT_DASH = re.compile(r"(?:\A|[\s(,])[–—-]\s?\Z")
_DASH = re.compile(r"\s{0,3}[–—/-]\s{0,3}")
# Words between an “until” and its date that change nothing: articles, and the end of the year.
_BETWEEN = 3
_BEFORE_OFFICE = 6  # words between a term and the office, or who holds it
_PARTED = re.compile(r"[;:,()]|\.\s")
JOINS_ONLY = frozenset(("a", "à", "au", "ao", "al", "e"))
# What tells a year by the one that was told last, and how many years behind it that is.
_RELATIVE = {"same_year": 0, "that_year": 0, "next_year": 1}
_WEAK = frozenset(("im jahr", "nel", "per", "le", "pr."))


def date_in(words: str, language: Language) -> tuple[str, int, int] | None:
    """The first date in some words as EDTF, as precise as written: (date, start, end).

    None where there is none, and where the first is one that does not exist (31 February).
    """
    edtf, start, end = next(_dates(words[:LONGEST], language), (None, 0, 0))
    return (edtf, start, end) if edtf else None


def dates_in(words: str, language: Language) -> list[tuple[str, int, int]]:
    """The first few dates in some words, each with its place."""
    found = ((edtf, start, end) for edtf, start, end in _dates(words[:LONGEST], language) if edtf)
    return list(islice(found, MOST_DATES))


def with_years(sentence: str, language: Language, before: str = "") -> str:
    """A sentence, of one length, with the year that was told last, there or in what stands `before`, for “(in May) of
    the same year” and “in that same year”, and the one behind it for “in the following year”."""
    if not language.has(sentence, *_RELATIVE):
        return sentence
    for cue, years_later in _RELATIVE.items():
        for match in _relative(language, cue).finditer(sentence):
            years = _YEAR.findall(sentence, 0, match.start()) or _YEAR.findall(before)
            if years and len(match[1]) >= len(years[-1]):
                year = str(int(years[-1]) + years_later).ljust(len(match[1]))
                sentence = sentence[: match.start(1)] + year + sentence[match.end(1) :]
    return sentence


def tells_a_day(words: str, language: Language) -> bool:
    """Whether words tell a day, and so speak of an event."""
    day = date_in(words, language)
    return day is not None and len(day[0]) > len("2025-01")


def span_in(words: str, language: Language) -> tuple[str | None, str | None]:
    """From and until in some words: “2025–27”, “since May 2025”, “until 2027”, “1.1.2026 – 31.12.2029”."""
    words = words[:LONGEST]
    found = dates_in(words, language)
    first = found[0][1] if found else len(words)
    years = next((match for match in _YEARS.finditer(words) if not _is_month(match)), None)
    if years and years.start() <= first:
        since, until = years[1], years[3]
        return since, until if len(until) == 4 else since[:2] + until
    if not found:
        return None, None
    opened = _OPEN.search(words)
    if opened and opened.start() == first:
        return opened[1], None
    if len(found) > 1 and _is_joint(words[found[0][2] : found[1][1]], language):
        return found[0][0], found[1][0]
    return _by_cues(words, found, language)


def joint_in(words: str, language: Language) -> tuple[str, str, int] | None:
    """From and until where two dates stand joined, “2005–2014”, “from 2005 to May 2014”, and where the latter ends."""
    found = dates_in(words, language)
    for (since, _start, end), (until, start, last) in pairwise(found):
        if _is_joint(words[end:start], language):
            return since, until, last
    years = next((match for match in _YEARS.finditer(words[:LONGEST]) if not _is_month(match)), None)
    if years is None:
        return None
    return years[1], years[3] if len(years[3]) == len(years[1]) else years[1][:2] + years[3], years.end()


def term_beside(before: str, after: str, language: Language) -> tuple[str | None, str | None]:
    """From and until in the words behind an office, or, where those tell none, since when in the words before it: as
    they say, or where they give a term (“For 2024–2026 the network has elected …”) or a year in which somebody was
    given it (“In 2024 Asta Lind took over …”)."""
    since, until = span_in(after, language)
    if since is not None:
        return since, until
    if until is None and (term := _term_right_before(before, language)):
        return term
    if language.has(before, "since_words"):
        since = span_in(before, language)[0]
    if since is None and until is None:  # “Until the end of 2026 the city holds …”
        begun, ending = span_in(before, language) if len(dates_in(before, language)) == 1 else (None, None)
        until = ending if begun is None else None
    if since is None and until is None and _is_elected(before, after, language):
        since, until = _term_first(before, language)
    return since, until


def _term_right_before(before: str, language: Language) -> tuple[str, str] | None:
    """The term that stands right before an office, or before who holds it: “is (for 2024–2026) chair”."""
    joint = joint_in(before, language)
    behind = before[joint[2] :] if joint else ""
    if joint is None or _PARTED.search(behind) or len(behind.split()) > _BEFORE_OFFICE or dates_in(behind, language):
        return None
    return joint[0], joint[1]


def is_to_come(edtf: str | None, updated: str | None) -> bool:
    """Whether a date is later than the page's own, where it tells one: an office that begins then is not held yet.

    No clock is asked: a page reads the same on every day.
    """
    return edtf is not None and updated is not None and edtf > updated


def _is_elected(before: str, after: str, language: Language) -> bool:
    """Whether words beside somebody say that an office was given; the verb may stand around: “tog Asta Lind över”."""
    if language.has(f"{before} {after[:NEAR]}", "elected"):
        return True
    last, behind = before.casefold().split()[-_BETWEEN:], after.casefold().lstrip()
    pairs = (verb.split(" ", 1) for verb in language.words["elected"] if " " in verb)
    return any(first in last and behind.startswith(f"{rest} ") for first, rest in pairs)


def _term_first(before: str, language: Language) -> tuple[str | None, str | None]:
    """The one term or year that some words tell: “At the assembly in 2024 …”."""
    if joint := joint_in(before, language):
        return (joint[0], joint[1]) if len(dates_in(before[joint[2] :], language)) == 0 else (None, None)
    found = dates_in(before, language)
    return (found[0][0], None) if len(found) == 1 else (None, None)


def _by_cues(words: str, found: list[tuple[str, int, int]], language: Language) -> tuple[str | None, str | None]:
    """From and until, each by the words around it; a date without any is when something began."""
    since = until = None
    position = 0
    for edtf, start, end in found:
        before = words[max(position, start - NEAR) : start]
        if _ends(before, words[end : end + NEAR], language):
            until = until or edtf
        elif until is None:  # a later one tells of something else
            since = since or edtf
        position = end
    return since, until


def _ends(before: str, after: str, language: Language) -> bool:
    """Whether the words around a date say that something ends then."""
    behind = language.pattern("until_behind").match(after.lstrip())
    if behind or _ENDS_AT_DASH.search(before):
        return True
    last = None
    for cue in language.pattern("until_words").finditer(before):
        if cue.group().lower() not in JOINS_ONLY:
            last = cue
    if last is None or len(before[last.end() :].split()) > _BETWEEN or re.search(r"[;.:]\s", before[last.end() :]):
        return False
    if language.has(before[last.end() :], "we", "we_subject"):
        return False  # Swedish “skälet till att kommunen 2016 gick med”
    return not any(
        cue.start() >= last.end() and len(cue.group()) > 2 and cue.group().lower() not in _WEAK
        for cue in language.pattern("since_words").finditer(before)
    )


def _is_joint(between: str, language: Language) -> bool:
    """Whether what stands between two dates makes them the ends of one span."""
    if _DASH.fullmatch(between):
        return True
    if len(between) > NEAR or re.search(r"[;:()]|\.\s", between):
        return False
    bare = between.strip(" ,").lower()
    return bare in language.words["and"] or bool(
        (cue := language.pattern("until_words").search(between))
        and len(between[: cue.start()].split()) <= 1
        and len(between[cue.end() :].split()) <= _BETWEEN
    )


def _is_month(years: re.Match[str]) -> bool:
    """Whether “2024-06” is a month of a year rather than two years, as “2011-12” is."""
    return years[2] == "-" and len(years[3]) == 2 and 1 <= int(years[3]) <= 12 and int(years[3]) <= int(years[1][2:])


def _dates(words: str, language: Language) -> Iterator[tuple[str | None, int, int]]:
    """The dates in some words, in their order, the longest where two overlap; None stands for one that never was."""
    found = sorted(_candidates(words, language), key=lambda one: (one[1], -one[2]))
    position = 0
    for edtf, start, end in found:
        if start >= position:
            yield edtf, start, end
            position = end


def _candidates(words: str, language: Language) -> Iterator[tuple[str | None, int, int]]:
    digit = _DIGIT.search(words)
    if digit is None:
        return
    first = digit.start()
    if not words.isdecimal():
        yield from _with_words(words, language)
    if _JOINED.search(words, first):
        yield from _in_digits(words, first)
    for match in _YEAR.finditer(words, first):
        yield match.group(), match.start(), match.end()


def _with_words(words: str, language: Language) -> Iterator[tuple[str | None, int, int]]:
    """The dates in which a month, a season or the turn of a year is named."""
    for match in _turn(language).finditer(words) if language.has(words, "turn_of_year") else ():
        yield match[1][: 4 - len(match[2])] + match[2], match.start(), match.end()
    named, month_first = _named(language)
    months = month_names(language)
    for match in named.finditer(words):
        day = int(match[1]) if match[1] else None
        yield _made(int(match[3]), months[match[2].lower()], day), match.start(), match.end()
    for match in month_first.finditer(words):
        yield _made(int(match[3]), months[match[1].lower()], int(match[2])), match.start(), match.end()
    for match in _season(language).finditer(words):
        yield match[1], match.start(), match.end()


def _in_digits(words: str, first: int) -> Iterator[tuple[str | None, int, int]]:
    """The dates in digits alone, from the first of these on: “2019-03-01”, “1/3/2019”, “1 III 2019”."""
    for match in _ISO.finditer(words, first):
        year, month, day = int(match[1]), int(match[3]), int(match[4]) if match[4] else None
        if day is not None or (match[2] == "-" and len(match[3]) == 2 and month <= 12):
            yield _made(year, month, day), match.start(), match.end()
    for match in _DAY_FIRST.finditer(words, first):
        if len(match[5]) == 4 or (match[2] in (".", "/") and len(match[1]) == len(match[3]) == 2):
            yield _made(_full(match[5]), int(match[3] or match[4]), int(match[1])), match.start(), match.end()
    for match in _MONTH_FIRST.finditer(words, first):
        if 1 <= int(match[1]) <= 12:
            yield _made(int(match[2]), int(match[1]), None), match.start(), match.end()
    for match in _ROMAN.finditer(words, first):
        if match[2] in _ROMAN_MONTHS:
            yield _made(int(match[3]), _ROMAN_MONTHS[match[2]], int(match[1])), match.start(), match.end()


def _full(year: str) -> int:
    """A year of two digits is one of the last or the next few decades."""
    return int(year) if len(year) == 4 else int(year) + (2000 if int(year) < 50 else 1900)


def _made(year: int, month: int, day: int | None) -> str | None:
    """A date as EDTF; None where it never was."""
    try:
        date(year, month, day or 1)
    except ValueError:
        return None
    return f"{year:04}-{month:02}" + (f"-{day:02}" if day else "")


@cache
def _turn(language: Language) -> re.Pattern[str]:
    """“The turn of the year 2021/2022”, which is the beginning of the later one."""
    turn = rf"(?:{language.any_of('turn_of_year')})(?:\s\w{{1,8}})?"
    joint = rf"\s?[/–-]\s?|\s(?:{language.any_of('and')})\s"
    return re.compile(rf"(?<!\w){turn}\s((?:19|20)\d\d)(?:{joint})(\d{{2}}|(?:19|20)\d\d)(?!\d)", re.I)


@cache
def _season(language: Language) -> re.Pattern[str]:
    """“Autumn 2022”, “the end of 2022”, of which but the year is kept."""
    season = rf"(?:{language.any_of('seasons')})(?:\s(?:{language.any_of('of', 'articles', 'of_years')}))?"
    return re.compile(rf"(?<!\w){season}\s{_YEAR.pattern}", re.I)


@cache
def _relative(language: Language, cue: str) -> re.Pattern[str]:
    """“(On 3 May) of the same year”, and “in that same year”, “the year after”, by itself."""
    month = rf"(?:{alternatives(month_names(language))})\.?,?\s{{1,2}}" if cue == "same_year" else ""
    return re.compile(rf"(?<!\w){month}({language.any_of(cue)})(?!\w)", re.I)


_FINNISH_CASES = ("ta", "ssa", "sta", "n", "hun", "lla", "lta", "lle")


@cache
def month_names(language: Language) -> dict[str, int]:
    """The names of months, in Finnish with their cases."""
    months = dict(language.months)
    for name, month in language.months.items():
        if name.endswith("kuu"):
            months |= {f"{name}{case}": month for case in _FINNISH_CASES}
    return months


@cache
def _named(language: Language) -> tuple[re.Pattern[str], re.Pattern[str]]:
    """“1 March 2019”, “1º de março de 2019”, “March 2019”; and “March 1, 2019”."""
    months = alternatives(month_names(language))
    day = r"(?<![\d.,])(\d{1,2})(?:st|nd|rd|th|er|ère|re|\.?\s?[ºª°]|:[ae]|\.)?\s{1,2}(?:(?:of|de|di|d['’]|do)\s{0,2})?"
    year = r"\.?,?\s{1,2}(?:(?:of|de|del|do|di|dell['’]anno|roku|année)\s{1,2})?((?:1[5-9]|20)\d\d)(?!\d)"
    return (
        re.compile(rf"(?:{day})?(?<!\w)({months}){year}", re.I),
        re.compile(rf"(?<!\w)({months})\.?\s(\d{{1,2}})(?:st|nd|rd|th)?,\s((?:1[5-9]|20)\d\d)(?!\d)", re.I),
    )
