"""Dates and phone numbers in words."""

from __future__ import annotations

import re
from datetime import date
from functools import cache

import phonenumbers

from hansa.reading.languages import Language, alternatives

_ISO = re.compile(r"\b(\d{4})-(\d{2})(?:-(\d{2}))?\b")
_YEAR = re.compile(r"\b(1[89]\d\d|20\d\d)\b")


def date_in(words: str, language: Language) -> tuple[str, int, int] | None:
    """The first date in some words as EDTF, as precise as written: (date, start, end); None where none exists."""
    words = words[:400]
    if match := _ISO.search(words):
        year, month, day = (int(g) if g else None for g in match.groups())
        return (match.group(), match.start(), match.end()) if _exists(year or 0, month or 0, day or 1) else None
    named = _named(language).search(words)
    if named:
        month, year = language.months[named[2].lower()], int(named[3])
        day = int(named[1]) if named[1] else None
        if not _exists(year, month, day or 1):
            return None
        shown = f"{year:04}-{month:02}" + (f"-{day:02}" if day else "")
        return shown, named.start(), named.end()
    match = _YEAR.search(words)
    return (match.group(), match.start(), match.end()) if match else None


@cache
def _named(language: Language) -> re.Pattern[str]:
    months = alternatives(language.months)
    return re.compile(rf"(?:(?<!\d)(\d{{1,2}})(?:st|nd|rd|th|\.|:e)?\s(?:of\s)?)?\b({months})\.?,?\s(\d{{4}})\b", re.I)


def span_in(words: str, language: Language) -> tuple[str | None, str | None]:
    """From and until in some words: “2025–2027”, “since 2025”, “until 2027”."""
    both = re.search(r"\b((?:19|20)\d\d)\s?[–—-]\s?((?:19|20)?\d\d)?(?!\d)", words[:400])
    if both:
        until = both[2]
        if until and len(until) == 2:
            until = both[1][:2] + until
        return both[1], until
    match = _YEAR.search(words[:400])
    if not match:
        return None, None
    before = words[max(0, match.start() - 12) : match.start()].lower()
    ends = re.search(r"(?:until|to|till|t\.o\.m\.|fram till)\s*$", before)
    return (None, match.group()) if ends else (match.group(), None)


def _exists(year: int, month: int, day: int) -> bool:
    try:
        date(year, month, day)
    except ValueError:
        return False
    return True


FEWEST_DIGITS = 5


def phone(words: str, language: Language) -> tuple[str, int, int] | None:
    """The first phone number in some words, in international form where that is sure: (number, start, end)."""
    if sum(letter.isdigit() for letter in words[:400]) < FEWEST_DIGITS:
        return None
    for match in phonenumbers.PhoneNumberMatcher(words[:400], language.phone_region):
        return (
            phonenumbers.format_number(match.number, phonenumbers.PhoneNumberFormat.E164),
            match.start,
            match.end,
        )
    return None
