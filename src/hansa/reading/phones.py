"""Phone numbers in words, in national and international form, with their extensions."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

import phonenumbers
from phonenumbers import Leniency, PhoneNumberFormat, PhoneNumberMatch

from hansa.reading.dates import date_in
from hansa.reading.languages import Language

LONGEST = 400
MANY_DIGITS = 8
FAR = 70  # letters between a word for phoning and the number
# Where else a language's numbers may belong, beside its own region.
_REGIONS = {
    "sv": ("FI",),
    "en": ("IE", "MT"),
    "da": ("GL", "FO"),
    "fi": ("AX",),
    "de": ("AT", "CH", "IT", "LU", "BE"),
    "nl": ("BE",),
    "fr": ("BE", "CH", "LU"),
    "it": ("CH", "SM"),
    "es": ("AD",),
}
_DIGITS = re.compile(r"\d(?:[^\w,;:]{0,20}x?\d){4}")  # what a number has, at least
_EXTENSION = re.compile(
    r"[\s,;/(–-]{0,4}(?:ext|extn|extension|anknytning|ankn|anknytn|durchwahl|dw|klappe|kl|wew|wewn|wewnętrzny|poste|post|"
    r"alanumero|alanro|lokal|lokalnr|lokalnummer|toestel|tst|extensión|extensão|interno|int|x)[.:]{0,2}\s{0,2}-?"
    r"(\d{1,6})(?!\d|\s?\d{2})",
    re.I,
)
_DIALLED = re.compile(r"(?<![\w.,/-])(?:\+|\(?0)\d[\d\s()/–-]{6,20}\d(?![\w-])")  # not “01.02.2030”
_NEAR_LABEL = re.compile(r"(?<![\w.,/-])\d[\d\s/-]{6,18}\d(?![\w-])")
_DATE = re.compile(r"[0-3]?\d[./-][01]?\d[./-](?:19|20)\d\d|(?:19|20)\d\d-[01]\d-[0-3]\d")
_BARE = re.compile(r"[+\d(][\d\s()/.–-]{5,24}")


def phone(words: str, language: Language) -> tuple[str, int, int] | None:
    """The first phone number in some words, in international form (with “;ext=”): (number, start, end)."""
    return next(phones(words, language), None)


def phones(words: str, language: Language) -> Iterator[tuple[str, int, int]]:
    """The phone numbers in some words, in their order."""
    words = words[:LONGEST]
    yield from _phones(words, language) if _DIGITS.search(words) else ()


@lru_cache(maxsize=256)
def _phones(words: str, language: Language) -> tuple[tuple[str, int, int], ...]:
    """The same, once for all rules that ask."""
    found = []
    for match in _matches(words, language):
        number, end = match.number, match.end
        if _DATE.fullmatch(match.raw_string):
            continue
        extension = None if number.extension else _EXTENSION.match(words, end)
        if extension:
            number.extension, end = extension[1], extension.end()
        wanted = PhoneNumberFormat.RFC3966 if number.extension else PhoneNumberFormat.E164
        shown = phonenumbers.format_number(number, wanted).removeprefix("tel:")
        found.append((shown.replace("-", "") if number.extension else shown, match.start, end))
    return tuple(found)


def _matches(words: str, language: Language) -> list[PhoneNumberMatch]:
    """The numbers that exist in the language's region; else, where the words say that a number stands there, those
    that exist in another region of the language, and at last those that are as long as a number is.
    """
    found = list(phonenumbers.PhoneNumberMatcher(words, language.phone_region))
    if found:
        return found
    if not _says_so(words, language):
        for region in _REGIONS.get(language.code, ()):
            found = list(phonenumbers.PhoneNumberMatcher(words, region))
            if found and all(one.raw_string.startswith("0") and _is_whole(words, one) for one in found):
                return found  # as one dials there
        return _by_themselves(words, language) or _far_from_label(words, language)
    for region in _REGIONS.get(language.code, ()):
        if found := list(phonenumbers.PhoneNumberMatcher(words, region)):
            return found
    return list(phonenumbers.PhoneNumberMatcher(words, language.phone_region, leniency=Leniency.POSSIBLE))


def _is_whole(words: str, number: PhoneNumberMatch) -> bool:
    """Whether no digits stand right behind a number, of which it would be but a part."""
    return not words[number.end :].lstrip(" -/")[:1].isdigit()


def _by_themselves(words: str, language: Language) -> list[PhoneNumberMatch]:
    """What is as long as a number and begins with a nought or a plus: “…, 01632 960 123, …”, “on 01632 960 123”."""
    for found in _DIALLED.finditer(words):
        if sum(map(str.isdigit, found.group())) >= MANY_DIGITS:
            return _as_it_stands(words, found, language)
    return []


def _as_it_stands(words: str, found: re.Match[str], language: Language) -> list[PhoneNumberMatch]:
    """A number that no region may have, where it stands in some words."""
    alone = " " * found.start() + words[found.start() : found.end()]
    every = phonenumbers.PhoneNumberMatcher(alone, language.phone_region, leniency=Leniency.POSSIBLE)
    return [one for one in every if (one.start, one.end) == found.span()]


def _far_from_label(words: str, language: Language) -> list[PhoneNumberMatch]:
    """A number that stands with the person behind a word for phoning: “ring Ann Ek on 87 00 21 36”."""
    label = language.find(words, "phone")
    found = _NEAR_LABEL.search(words, label.end(), label.end() + FAR) if label else None
    if found is None or sum(map(str.isdigit, found.group())) < MANY_DIGITS or _DATE.search(found.group()):
        return []
    return _as_it_stands(words, found, language)


def _says_so(words: str, language: Language) -> bool:
    """Whether a label for phones stands in some words, or they are nothing but a number, and no date."""
    if _BARE.fullmatch(words.strip()):
        return date_in(words, language) is None
    return any(
        re.match(r"[.:\s]{0,4}(?:\w{1,8}[.:]{0,2}\s)?[+(\d]", words[label.end() : label.end() + 16])
        for label in language.pattern("phone").finditer(words)
    )
