"""The one place that sets case, accents and punctuation aside."""

from __future__ import annotations

import re
import unicodedata

_LETTERS = str.maketrans({"ø": "o", "ł": "l", "đ": "d", "æ": "ae", "œ": "oe", "þ": "th", "ð": "d", "ı": "i"})
_WORD = re.compile(r"[^\W_]+")


def folded(text: str) -> str:
    """`text` without case, accents and punctuation, single spaces between its words."""
    return " ".join(words(text))


def words(text: str) -> list[str]:
    """The words of `text`, folded, in their order."""
    bare = unicodedata.normalize("NFKD", text.casefold()).translate(_LETTERS)
    return _WORD.findall("".join(c for c in bare if not unicodedata.combining(c)))
