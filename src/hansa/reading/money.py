"""Amounts of money in words, as the countries write them: “12 000 kr”, “€ 12.500,-”, “£3,500 p.a.”, “12 tys. zł”."""

from __future__ import annotations

import re
from functools import cache

from hansa.reading.languages import Language
from hansa.reading.types import Fee

LONGEST = 600
_CROWNS = {"SE": "SEK", "DK": "DKK", "NO": "NOK"}
_CURRENCIES = {
    "kronor": "SEK", "sek": "SEK", "tkr": "SEK", "kroner": "", "kr": "", "kr.": "", "tkr.": "", "mkr": "", "mnkr": "",
    "€": "EUR", "eur": "EUR", "euro": "EUR", "euros": "EUR", "euroa": "EUR", "eura": "EUR", "k€": "EUR", "teur": "EUR",
    "£": "GBP", "gbp": "GBP", "pounds": "GBP", "£k": "GBP", "dkk": "DKK", "nok": "NOK", "chf": "CHF", "fr.": "CHF",
    "pln": "PLN", "zł": "PLN", "złotych": "PLN", "złote": "PLN", "zl": "PLN", "usd": "USD", "$": "USD", "us$": "USD",
}  # fmt: skip
_THOUSANDS = ("tkr", "tkr.", "k€", "teur", "£k")
_MILLIONS = ("mkr", "mnkr")
_SIGN = "|".join(re.escape(sign) for sign in sorted(_CURRENCIES, key=len, reverse=True))
_NUMBER = r"\d{1,3}(?:[ \u00a0\u202f.,'’]\d{3}){1,3}(?!\d)(?:[.,]\d{1,2}(?!\d))?|\d{1,9}(?:[.,]\d{1,2}(?!\d))?"
_TIMES = r"tusen|tusind|tuhatta|tys\.?|tsd\.?|mille|mila|mil|miles|thousand|k|milj\.?|mio\.?|mill\.?|mln\.?|mn|million(?:er|s|en)?|m"
_AMOUNT = re.compile(
    rf"(?:(?<![^\W\d_])(?P<before>{_SIGN})\s?)?(?<![\d.,])(?P<number>{_NUMBER})(?![\d%])(?:,-{{1,2}}|,–|,—|:-)?"
    rf"(?:\s?(?P<times>{_TIMES})(?![^\W_]))?(?:\s?(?P<after>{_SIGN})(?![^\W\d_]))?",
    re.I,
)
_YEAR = re.compile(r"(?:19|20)\d\d")


def fee_in(words: str, language: Language, hint: str = "") -> Fee | None:
    """The first amount and its currency in some words; None where either is missing, or it goes by heads.

    `hint` is the label or the column's heading, which may name the currency: “Fee 2025 (EUR)”.
    """
    return next(iter(fees_in(words, language, hint)), None)


def fees_in(words: str, language: Language, hint: str = "") -> list[Fee]:
    """The amounts with a currency in some words; none where they go by heads (“2 kronor per inhabitant”)."""
    words = words[:LONGEST]
    if goes_by_heads(words, language) or goes_by_heads(hint, language):
        return []
    named = _named_in(hint, language)
    found = []
    for match in _AMOUNT.finditer(words):
        sign = (match["before"] or match["after"] or "").lower()
        if match["before"] and match["after"] and _YEAR.fullmatch(match["number"]):
            continue
        if not sign and (named is None or _YEAR.fullmatch(match["number"])):
            continue
        currency, factor = _currency(sign, language) if sign else named or ("", 1)
        amount = _value(match["number"]) * factor * _factor((match["times"] or "").lower().rstrip("."))
        if currency and amount:
            found.append(Fee(int(amount) if amount == int(amount) else round(amount, 2), currency))
    return found


def goes_by_heads(words: str, language: Language) -> bool:
    """Whether an amount is one for each inhabitant."""
    return language.has(words, "per_head")


def _currency(sign: str, language: Language) -> tuple[str, int]:
    """The currency of a sign, a bare “kr” being that of the language's country, and what the sign multiplies by."""
    currency = _CURRENCIES[sign] or _CROWNS.get(language.phone_region, "SEK")
    if sign in ("tkr", "tkr."):
        currency = _CROWNS.get(language.phone_region, "SEK")
    return currency, 1000 if sign in _THOUSANDS else 1_000_000 if sign in _MILLIONS else 1


@cache
def _signs() -> re.Pattern[str]:
    return re.compile(rf"(?<![^\W\d_])({_SIGN})(?![^\W\d_])", re.I)


def _named_in(hint: str, language: Language) -> tuple[str, int] | None:
    match = _signs().search(hint[:LONGEST])
    if match is None:
        return None
    currency, factor = _currency(match[1].lower(), language)
    thousands = re.search(
        r"(?:tusen|tusind|tys|tsd|thousand|miles de|milliers|migliaia|1\s?000)\W", hint[:LONGEST], re.I
    )
    return currency, 1000 if thousands else factor


def _factor(times: str) -> int:
    if not times:
        return 1
    return 1_000_000 if times[0] == "m" and times not in ("mille", "mila", "mil", "miles") else 1000


def _value(number: str) -> float:
    bare = re.sub(r"[ \u00a0\u202f'’]", "", number)
    decimals = re.search(r"[.,](\d{1,2})$", bare)
    whole = re.sub(r"[.,]", "", bare[: decimals.start()] if decimals else bare)
    return float(f"{whole}.{decimals[1]}" if decimals else whole)
