"""Amounts of money in words."""

from __future__ import annotations

import re

from hansa.reading.types import Fee

_CURRENCIES = {
    "kr": "SEK", "kronor": "SEK", "sek": "SEK", "€": "EUR", "eur": "EUR", "euro": "EUR", "euros": "EUR",
    "£": "GBP", "gbp": "GBP", "dkk": "DKK", "nok": "NOK", "chf": "CHF", "pln": "PLN", "usd": "USD",
}  # fmt: skip
_AMOUNT = r"\d{1,3}(?:[ \u00a0\u202f.,]\d{3}){1,3}(?:[.,]\d{1,2})?|\d{1,9}(?:[.,]\d{1,2})?"
_FEE = re.compile(rf"(?P<before>€|£|EUR|SEK|GBP)?\s?(?P<amount>{_AMOUNT})(?!\d)\s?(?P<after>[a-z€£]{{1,6}})?", re.I)
_PER_HEAD = re.compile(r"per (?:invånare|inhabitant|capita|head)|/\s?(?:invånare|inhabitant)", re.I)


def fee_in(words: str) -> Fee | None:
    """The first amount and its currency in some words; None where either is missing, or it goes by heads."""
    return next(iter(fees_in(words)), None)


def fees_in(words: str) -> list[Fee]:
    """The amounts with a currency in some words; none where they go by heads (“2 kronor per inhabitant”)."""
    words = words[:LONGEST]
    if _PER_HEAD.search(words):
        return []
    return [
        Fee(_number(match["amount"]), currency)
        for match in _FEE.finditer(words)
        if (currency := _CURRENCIES.get((match["before"] or match["after"] or "").lower()))
    ]


LONGEST = 600


def _number(words: str) -> float:
    bare = re.sub(r"[ \u00a0\u202f]", "", words)
    decimals = re.search(r"[.,](\d{1,2})$", bare)
    whole = re.sub(r"[.,]", "", bare[: decimals.start()] if decimals else bare)
    return float(f"{whole}.{decimals[1]}" if decimals else whole)
