"""Amounts of money in words, as the countries write them: “12 000 kr”, “€ 12.500,-”, “£3,500 p.a.”, “12 tys. zł”."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from babel.numbers import get_currency_name

from hansa.reading.languages import Language, alternatives
from hansa.reading.types import Fee

LONGEST = 600
NEAR = 40
NEAR_MOST = 25  # letters between “at most” and an amount
_COUNTS = (1, 2, 5, 1.5)  # numbers that are followed by other forms of a noun, in one language or another
_CROWNS = {"SE": "SEK", "DK": "DKK", "NO": "NOK"}  # what “kr” is, by the country of the language
_CURRENCIES = {
    "SEK": "sek|kronor|svenska kronor|swedish kronor|swedish crowns|svenske kroner",
    "DKK": "dkk|danska kronor|danske kroner|danish kroner|danish crowns|d.kr.",
    "NOK": "nok|norska kronor|norske kroner|norwegian kroner|norwegian crowns|n.kr.",
    "ISK": "isk",
    "EUR": "€|eur|euro|euros|euroa|eurot|eura|euron|€uro|e",
    "GBP": "£|£gb|gbp|pounds|pound|pounds sterling|pund",
    "PLN": "pln|zł|zł.|zl|złotych|złote|złoty",
    "CHF": "chf|sfr|sfr.|fr.|francs suisses|schweizer franken|franken|franchi svizzeri|franchi|francs",
    "CZK": "czk|kč|korun",
    "HUF": "huf|ft",
    "USD": "usd|us$|$us|$|dollars|dollar",
}
_SIGNS = {sign: currency for currency, signs in _CURRENCIES.items() for sign in signs.split("|")}
_SIGNS |= dict.fromkeys(("kr", "kr.", "krona", "kroner", "crowns"), "")
# A currency and a thousand or a million in one word.
_JOINED = {
    **dict.fromkeys(("tkr", "tkr.", "t.kr.", "t.kr", "kkr"), ("", 1000)),
    **dict.fromkeys(("mkr", "mkr.", "mnkr", "mnkr.", "mio.kr.", "mill.kr."), ("", 1_000_000)),
    "tsek": ("SEK", 1000), "ksek": ("SEK", 1000), "msek": ("SEK", 1_000_000), "tdkk": ("DKK", 1000),
    "mdkk": ("DKK", 1_000_000), "tnok": ("NOK", 1000), "mnok": ("NOK", 1_000_000), "t€": ("EUR", 1000),
    "k€": ("EUR", 1000), "€k": ("EUR", 1000), "teur": ("EUR", 1000), "keur": ("EUR", 1000), "te": ("EUR", 1000),
    "m€": ("EUR", 1_000_000), "€m": ("EUR", 1_000_000), "meur": ("EUR", 1_000_000), "£k": ("GBP", 1000),
    "£m": ("GBP", 1_000_000), "tchf": ("CHF", 1000), "kchf": ("CHF", 1000),
}  # fmt: skip
_SIGN = alternatives([*_SIGNS, *_JOINED])
_BEFORE = alternatives([sign for sign in _SIGNS if sign not in ("e", "ft", "fr.", "franken", "francs")])
_SPACE = r"[ \u00a0\u202f\u2009]"
_NUMBER = (
    rf"\d{{1,3}}(?:(?:{_SPACE}|[.,'’])\d{{3}}){{1,3}}(?!\d)(?:[.,]\d{{1,2}}(?!\d))?|\d{{1,9}}(?:[.,]\d{{1,2}}(?!\d))?"
)
_ENDING = r"(?:[,.]-{1,2}|[,.][–—]|:-|\.--)?"
_RANGE = re.compile(rf"\d{_SPACE}?(?:{_SIGN})?{_SPACE}?[–—-]{_SPACE}?(?:{_SIGN})?{_SPACE}?\Z", re.I)
_RANGE_BEHIND = re.compile(rf"{_SPACE}?[–—-]{_SPACE}?(?:{_SIGN})?{_SPACE}?\d", re.I)
_YEAR = re.compile(r"(?:19|20)\d\d")
_PARTS = re.compile(r"[\d;:?!]")
_THOUSAND = re.compile(rf"(?<!\d)1{_SPACE}?\.?000(?!\d)")


@dataclass(slots=True)
class _Amount:
    """An amount as written; `currency` is "" where none stands with it."""

    value: float
    currency: str
    start: int
    end: int
    is_year: bool = False


def is_sign(words: str) -> bool:
    """Whether words are but a currency: “EUR”, “zł”."""
    return words.lower() in _SIGNS and words.lower() != "e"


def fee_in(words: str, language: Language, hint: str = "") -> Fee | None:
    """The first amount and its currency in some words; None where either is missing, or it goes by heads.

    `hint` is the label or the column's heading, which may name the currency: “Fee 2025 (EUR)”.
    """
    return next(iter(fees_in(words, language, hint)), None)


def fees_in(words: str, language: Language, hint: str = "") -> list[Fee]:
    """The amounts with a currency in some words; none of those that go by heads (“2 kronor per inhabitant”).

    The same sum in another currency, in brackets or right behind, is no second one: “75,000 DKK, about 10,000 euros”.
    """
    words = words[:LONGEST]
    if goes_by_heads(hint, language):
        return []
    amounts = list(_amounts(words, language))
    heads = [match.span() for match in _heads(language).finditer(words)]
    named = _named_in(hint, language)
    found: list[_Amount] = []
    for place, amount in enumerate(amounts):
        following = amounts[place + 1].start if place + 1 < len(amounts) else len(words)
        previous = amounts[place - 1].end if place else 0
        if not amount.currency and named and not found and not amount.is_year and _begins(words, amount):
            amount.currency, amount.value = named[0], amount.value * named[1]
        if not amount.currency or _is_range(words, amount) or _is_the_most(words, amount, language):
            continue
        if any(
            (amount.start < start < min(following, amount.end + NEAR) and end > amount.end)
            or max(previous, amount.start - 3) <= end <= amount.start
            for start, end in heads
        ):
            continue
        between = words[found[-1].end : amount.start] if found else ""
        if found and found[-1].currency != amount.currency and _is_the_same(between, language):
            continue
        found.append(amount)
    return [_fee_of(one) for one in found]


def _is_the_same(between: str, language: Language) -> bool:
    """Whether what stands between two sums says that the second is but the first in another currency."""
    beside = len(between) <= NEAR and not _PARTS.search(between) and not language.has(between, "and")
    return "(" in between or beside


@dataclass(frozen=True)
class Told:
    """A sum with a currency, and where it stands."""

    fee: Fee
    start: int
    end: int


def sums_in(words: str, language: Language) -> list[Told]:
    """Every sum of some words, with where it stands; none where one goes by heads."""
    words = words[:LONGEST]
    if goes_by_heads(words, language):
        return []
    every = (one for one in _amounts(words, language) if one.currency and not _is_range(words, one))
    return [Told(_fee_of(one), one.start, one.end) for one in every]


def _fee_of(one: _Amount) -> Fee:
    return Fee(int(one.value) if one.value == int(one.value) else round(one.value, 2), one.currency)


def sum_at_end(words: str, language: Language) -> int | None:
    """Where the sum begins with which some words end, but for how often it is paid: “Polis, 5 700 € a year”."""
    words = words[:LONGEST].rstrip(" .;,)")
    last = next(reversed(list(_amounts(words, language))), None)
    if last is None or not last.currency or not last.value:
        return None
    behind = words[last.end :].strip(" /(,")
    return None if language.pattern("yearly", "for_the_year").sub("", behind).strip() else last.start


def goes_by_heads(words: str, language: Language) -> bool:
    """Whether an amount is one for each inhabitant."""
    return _heads(language).search(words[:LONGEST]) is not None


def _amounts(words: str, language: Language) -> Iterator[_Amount]:
    """Every number that may be an amount, with the currency that stands with it."""
    position = 0
    while match := _amount(language).search(words, position):
        position = match.end()
        before, after, times = ((match[group] or "").lower() for group in ("before", "after", "times"))
        if not before and words[: match.start("number")][-1:].isalpha():
            continue  # “see B1”
        is_year = bool(_YEAR.fullmatch(match["number"])) and not times
        if after and not before and is_year and re.match(rf"{_SPACE}?\d", words[match.end() : match.end() + 2]):
            position, after = match.start("after"), ""  # “in 2026 € 11.480”: the sign is the next number's
        if after in language.words["and"]:
            position, after = match.start("after"), ""  # “dal 1979 e versa”: “e” is no euro there
        currency, factor = _currency(before or after, language)
        if times:
            factor = 1_000_000 if times in _times(language)[1] else 1000
        yield _Amount(_value(match["number"]) * factor, currency, match.start(), position, is_year and not currency)


def _currency(sign: str, language: Language) -> tuple[str, int]:
    """The currency of a sign, "" where it is none or nobody can know; and what the sign multiplies by."""
    currency, factor = _JOINED.get(sign) or (_SIGNS.get(sign) or _names(language).get(sign, ""), 1)
    if not currency and (sign in _SIGNS or sign in _JOINED):
        currency = _CROWNS.get(language.phone_region, "")
    return currency, factor


@cache
def _names(language: Language) -> dict[str, str]:
    """What the currencies are called in a language, and in which cases: “couronnes danoises”, “US-Dollar”."""
    found = dict.fromkeys(language.words["dollars"], "USD")
    for code in (one.code for one in language.blended or (language,)):
        for currency in _CURRENCIES:
            every = {get_currency_name(currency, count, code).lower() for count in _COUNTS}
            every |= {name.replace("e ", "en ") for name in every} | {f"{name}n" for name in every}
            found |= dict.fromkeys(every, currency)
    return found


@cache
def _times(language: Language) -> tuple[frozenset[str], frozenset[str]]:
    """The words for a thousand and for a million that may stand between a number and its currency."""
    thousands, millions = (
        frozenset(word for word in language.words[cue] if word not in _JOINED and word not in _SIGNS)
        for cue in ("thousand_words", "million_words")
    )
    return thousands, millions | {"mio", "mio.", "mln", "mln."}


@cache
def _amount(language: Language) -> re.Pattern[str]:
    times = alternatives(frozenset().union(*_times(language)))
    sign = alternatives({*_SIGNS, *_JOINED, *_names(language)})
    return re.compile(
        rf"(?:(?<![^\W\d_])(?P<before>{_BEFORE}){_SPACE}?)?(?<![\d.,])(?P<number>{_NUMBER})(?![\d%]){_ENDING}"
        rf"(?:{_SPACE}?(?P<times>{times})(?![^\W_]))?(?:{_SPACE}?(?P<after>{sign})(?![^\W\d_]))?",
        re.I,
    )


@cache
def _heads(language: Language) -> re.Pattern[str]:
    """“Per inhabitant”, “€/inhabitant”, “for each 1,000 inhabitants”."""
    cues = language.words["per_head"]
    whole, attached = ([cue for cue in cues if cue.startswith("/") is slash] for slash in (False, True))
    nouns = alternatives({cue.split()[-1].lstrip("/").rstrip(".") for cue in cues if len(cue) > 5})
    per = r"per|pr\.?|je|pro|par|por|na|od|för varje|for hver|for each|for every|voor elke|kutakin|ad|/"
    return re.compile(
        rf"(?<!\w)(?:{alternatives(whole)})(?!\w)|(?:{alternatives(attached)})(?!\w)"
        rf"|(?<!\w)(?:{per})\s{{0,2}}(?:\w{{1,12}}\s)?\d[\d.,\s]{{0,8}}\s?(?:{nouns})",
        re.I,
    )


def _named_in(hint: str, language: Language) -> tuple[str, int] | None:
    """The currency that a label names, and what its numbers are multiplied by: “Beitrag in T€”, “Avgift (1 000 kr)”."""
    hint = hint[:LONGEST].lower()
    for match in _signs().finditer(hint):
        currency, factor = _currency(match[1], language)
        if currency:
            before = hint[: match.start()]
            if _THOUSAND.search(hint) or language.has(before, "thousand_words"):
                factor = 1000
            elif language.has(before, "million_words"):
                factor = 1_000_000
            return currency, factor
    return None


@cache
def _signs() -> re.Pattern[str]:
    signs = alternatives(sign for sign in [*_SIGNS, *_JOINED] if sign not in ("e", "te", "ft"))
    return re.compile(rf"(?<![^\W\d_])({signs})(?![^\W\d_])", re.I)


def _begins(words: str, amount: _Amount) -> bool:
    """Whether an amount without a currency is what a value is about: nothing but a word or two stands before it."""
    return len(words[: amount.start].split()) <= 2


def _is_range(words: str, amount: _Amount) -> bool:
    """Whether an amount is one end of a range."""
    before = words[max(0, amount.start - 12) : amount.start]
    return bool(_RANGE.search(before) or _RANGE_BEHIND.match(words, amount.end))


def _is_the_most(words: str, amount: _Amount, language: Language) -> bool:
    """Whether an amount is but what a fee may be at most: “0.02 euros per inhabitant, but at most 5,000 euros”."""
    return language.has(words[max(0, amount.start - NEAR_MOST) : amount.start], "at_most")


def _value(number: str) -> float:
    bare = re.sub(rf"{_SPACE}|['’]", "", number)
    decimals = re.search(r"[.,](\d{1,2})$", bare)
    whole = re.sub(r"[.,]", "", bare[: decimals.start()] if decimals else bare)
    return float(f"{whole}.{decimals[1]}" if decimals else whole)
