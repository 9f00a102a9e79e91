"""The one place that sets case, accents and punctuation aside."""

from __future__ import annotations

import re
import unicodedata

_LETTERS = str.maketrans({"ø": "o", "ł": "l", "đ": "d", "æ": "ae", "œ": "oe", "þ": "th", "ð": "d", "ı": "i"})
_GREEK = ("αβγδεζηθικλμνξοπρσςτυφχψω", "a v g d e z i th i k l m n x o p r s s t y f ch ps o")
_CYRILLIC = (
    "абвгдежзийклмнопрстуфхцчшщыэюяіїєґ",
    "a b v g d e zh z i i k l m n o p r s t u f kh ts ch sh shch y e iu ia i i ie g",
)
for _letters, _latin in (_GREEK, _CYRILLIC):  # as ELOT 743 and ICAO 9303 write them, simplified
    _LETTERS |= str.maketrans(dict(zip(_letters, _latin.split(), strict=True)))
_LETTERS |= {ord("ъ"): "", ord("ь"): ""}
_WORD = re.compile(r"[^\W_]+")


def folded(text: str) -> str:
    """`text` without case, accents and punctuation, single spaces between its words."""
    return " ".join(words(text))


def words(text: str) -> list[str]:
    """The words of `text`, folded, in their order."""
    bare = "".join(
        c
        for c in unicodedata.normalize("NFKD", unicodedata.normalize("NFKD", text).casefold())
        if not unicodedata.combining(c)
    )
    return _WORD.findall(bare.translate(_LETTERS))
