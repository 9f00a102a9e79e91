"""Texts that are kept per language: the reader's, else the next best, with its language told."""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping
from typing import Any

from django.utils.translation import get_language

NEXT_BEST = ("sv", "en")


def best(texts: Mapping[str, str], language: str | None = None) -> tuple[str, str]:
    """The text to show and its language; both empty where there is none. "und" is an unknown language."""
    for code in (language or get_language() or "sv", *NEXT_BEST, *sorted(texts)):
        if code in texts:
            return texts[code], code
    return "", ""


def several(items: list[dict[str, Any]], language: str | None = None) -> list[dict[str, Any]]:
    """Of many values kept per language, those in the reader's language, else those in the next best that has any."""
    for code in (language or get_language() or "sv", *NEXT_BEST):
        if found := [item for item in items if item["language"] == code]:
            return found
    return items


_SWEDISH = {"å": "z\uf8f0a", "ä": "z\uf8f1a", "ö": "z\uf8f2a", "æ": "z\uf8f1a", "ø": "z\uf8f2a"}


def sort_key(text: str) -> tuple[str, str]:
    """The place of a text in the alphabet: å, ä, ö last in Swedish; accents set aside elsewhere."""
    low = text.casefold()
    swedish = (get_language() or "sv") == "sv"
    spread = "".join(_SWEDISH.get(c, c) for c in unicodedata.normalize("NFC", low)) if swedish else low
    bare = "".join(c for c in unicodedata.normalize("NFKD", spread) if not unicodedata.combining(c))
    return bare, low
