"""One TOML file a language: cue words; number words, months and countries come from num2words and Babel."""

from __future__ import annotations

import re
import tomllib
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import Any

from babel import Locale
from num2words import num2words

HIGHEST_NUMBER_WORD = 200


@dataclass(frozen=True, slots=True, eq=False)
class Language:
    """A language as the reader needs it. All cue words are in small letters.

    `numbers` holds number words, those of several words joined by single spaces; `number_starts` the first word of
    each; `countries` the names of countries, `phone_region` where a phone number without a
    country's code belongs, `letters` those that English has not.
    """

    code: str
    function_words: frozenset[str]
    words: Mapping[str, tuple[str, ...]]
    numbers: Mapping[str, int]
    number_starts: frozenset[str]
    months: Mapping[str, int]
    countries: frozenset[str]
    phone_region: str
    letters: frozenset[str]

    def any_of(self, *cues: str) -> str:
        """A regular expression for any of the words under these cues, longest first."""
        return alternatives(word for cue in cues for word in self.words.get(cue, ()))

    @cache  # noqa: B019 - there is one Language a file, kept for good
    def pattern(self, *cues: str) -> re.Pattern[str]:
        """Finds any of the words under these cues, as whole words, whatever their case."""
        return re.compile(rf"(?<!\w)(?:{self.any_of(*cues)})(?!\w)", re.I)

    def has(self, text: str, *cues: str) -> bool:
        """Whether a word under one of these cues stands in the text as a word."""
        return self.pattern(*cues).search(text) is not None


def alternatives(words: Iterable[str]) -> str:
    """A regular expression for any of some words, longest first; one that never matches where there are none."""
    return "|".join(re.escape(word) for word in sorted(set(words), key=len, reverse=True)) or r"(?!)"


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
    numbers = _number_words(code) | table["number_words"]
    wide, short = (locale.months["format"][width] for width in ("wide", "abbreviated"))
    months = {name.lower().rstrip("."): month for names in (short, wide) for month, name in names.items()}
    countries = {
        str(name).lower()
        for territory, name in locale.territories.items()
        if len(territory) == 2 and territory.isalpha()
    }
    return Language(
        code,
        frozenset(table["function_words"]),
        {cue: tuple(words) for cue, words in table["cues"].items()},
        numbers,
        frozenset(re.split(r"[ -]", word, maxsplit=1)[0] for word in numbers),
        months,
        frozenset(countries | set(table.get("countries", []))),
        table["phone_region"],
        frozenset(table["letters"]),
    )


def _number_words(code: str) -> dict[str, int]:
    """Number words with the ways in which people space and hyphenate them."""
    numbers: dict[str, int] = {}
    for number in [*range(2, HIGHEST_NUMBER_WORD + 1), *range(300, 1001, 100)]:
        spelled = num2words(number, lang=code).lower()
        spaced = spelled.replace("-", " ")
        for form in (spelled, spaced, spelled.replace(" ", ""), spaced.replace(" and ", " ")):
            numbers.setdefault(form, number)
    return numbers


_WORD = re.compile(r"[^\W\d_]{1,12}")
ENOUGH_TO_TELL = 8_000


def detect(text: str, declared: str | None = None) -> str | None:
    """The language of a text, by its commonest words; what the page declares decides only where those do not.

    Gives an ISO 639-1 code, None where nothing tells.
    """
    known = languages()
    found = Counter(_WORD.findall(text[:ENOUGH_TO_TELL].lower()))
    counts = {code: sum(found[word] for word in language.function_words) for code, language in known.items()}
    best = max(counts, key=lambda code: counts[code])
    others = max((count for code, count in counts.items() if code != best), default=0)
    if counts[best] >= 3 and counts[best] > 1.5 * others:
        return best
    return declared if declared in known else (best if counts[best] > others else None)
