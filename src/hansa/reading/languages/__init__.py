"""One TOML file a language: cue words; number words, months and countries come from num2words and Babel."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import Any

from babel import Locale
from num2words import num2words

HIGHEST_NUMBER_WORD = 200


@dataclass(frozen=True, slots=True)
class Language:
    """A language as the reader needs it. All cue words are in small letters."""

    code: str
    function_words: frozenset[str]
    words: Mapping[str, tuple[str, ...]]
    numbers: Mapping[str, int]
    months: Mapping[str, int]
    countries: frozenset[str]

    def any_of(self, *cues: str) -> str:
        """A regular expression for any of the words under these cues, longest first."""
        words = sorted({word for cue in cues for word in self.words.get(cue, ())}, key=len, reverse=True)
        return "|".join(re.escape(word) for word in words) or r"(?!)"


@cache
def languages() -> Mapping[str, Language]:
    """Every language that has a file here, by its code."""
    found = {}
    for file in sorted(resources.files(__name__).iterdir(), key=lambda f: f.name):
        if file.name.endswith(".toml"):
            code = file.name.removesuffix(".toml")
            found[code] = _language(code, tomllib.loads(file.read_text("utf8")))
    return found


def _language(code: str, table: dict[str, Any]) -> Language:
    locale = Locale(code)
    numbers: dict[str, int] = {}
    for number in [*range(2, HIGHEST_NUMBER_WORD + 1), *range(300, 1001, 100)]:
        spelled = num2words(number, lang=code).lower()
        for form in {spelled, spelled.replace("-", " "), spelled.replace(" ", ""), spelled.replace(" and ", " ")}:
            numbers.setdefault(form, number)
    months = {name.lower(): month for month, name in locale.months["format"]["wide"].items()}
    countries = {
        str(name).lower() for territory, name in locale.territories.items() if len(territory) == 2 and territory.isalpha()
    }
    return Language(
        code,
        frozenset(table["function_words"]),
        {cue: tuple(words) for cue, words in table["cues"].items()},
        numbers,
        months,
        frozenset(countries | set(table.get("countries", []))),
    )


def detect(text: str, declared: str | None = None) -> str | None:
    """The language of a text, by its commonest words; what the page declares decides only where those do not."""
    found = re.findall(r"[^\W\d_]{1,12}", text[:50_000].lower())
    counts = {code: sum(word in language.function_words for word in found) for code, language in languages().items()}
    best = max(counts, key=lambda code: counts[code])
    others = max((count for code, count in counts.items() if code != best), default=0)
    if counts[best] >= 3 and counts[best] > 1.5 * others:
        return best
    return declared if declared in languages() else (best if counts[best] > others else None)
