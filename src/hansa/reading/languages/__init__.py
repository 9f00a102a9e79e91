"""One TOML file a language: cue words; number words, months and countries come from num2words and Babel."""

from __future__ import annotations

import re
import tomllib
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, cached_property, lru_cache
from importlib import resources
from typing import Any

from babel import Locale
from num2words import num2words

from hansa.reading.languages.standing import ANY_WORD, Standing, Standings

HIGHEST_NUMBER_WORD = 200
LONGEST_KEPT = 2000


@dataclass(frozen=True, eq=False)
class Language:
    """A language as the reader needs it. All cue words are in small letters.

    `numbers` holds number words, those of several words joined by single spaces; `number_starts` the first word of
    each: both are worked out when they are asked for, which they are for a page's own language only. `countries` holds
    the names of countries, `phone_region` where a phone number without a country's code belongs, `letters` those that
    English has not, `capital_nouns` whether all nouns have capitals, `about` words that are a number and say that it is
    approximate (“une trentaine”).
    """

    code: str
    function_words: frozenset[str]
    words: Mapping[str, tuple[str, ...]]
    months: Mapping[str, int]
    countries: frozenset[str]
    phone_region: str
    letters: frozenset[str]
    capital_nouns: bool
    about: Mapping[str, int]
    number_words: Mapping[str, int]
    number_variants: tuple[dict[str, str], ...]
    blended: tuple[Language, ...] = ()

    @cached_property
    def numbers(self) -> Mapping[str, int]:
        if self.blended:
            return {word: number for one in reversed(self.blended) for word, number in one.numbers.items()}
        return {**_number_words(self.code, self.number_variants), **self.number_words}

    @cached_property
    def number_starts(self) -> frozenset[str]:
        return frozenset(re.split(r"[ -]", word, maxsplit=1)[0] for word in [*self.numbers, *self.about])

    @cache  # noqa: B019 - there is one Language a file, kept for good
    def any_of(self, *cues: str) -> str:
        """A regular expression for any of the words under these cues, longest first."""
        return alternatives(word for cue in cues for word in self.words.get(cue, ()))

    @cache  # noqa: B019
    def pattern(self, *cues: str) -> re.Pattern[str]:
        """Finds any of the words under these cues, as whole words, whatever their case; a word that an apostrophe ends
        (French “d'”) is joined to the next."""
        return re.compile(rf"(?<!\w)(?:{self.any_of(*cues)})(?:(?<=['’])|(?!\w))", re.I)

    @cached_property
    def adverb(self) -> str:
        """A regular expression for an adverb with the space before it, or for nothing."""
        return rf"(?:\s(?:{self.any_of('adverbs')}))?"

    def loosely(self, cue: str) -> str:
        """A regular expression for any of the words under a cue; an adverb may stand within one of several words."""
        return self.any_of(cue).replace(re.escape(" "), rf"{self.adverb}\s")

    def joining(self, *cues: str) -> str:
        """A regular expression for a little word under these cues with the space behind it; one that an apostrophe
        ends has none: “of ”, “de l'”."""
        return rf"(?:{self.any_of(*cues)})(?:(?<=['’])|\s)"

    def has(self, text: str, *cues: str) -> bool:
        """Whether a word under one of these cues stands in the text as a word."""
        if len(text) <= LONGEST_KEPT:
            surely, perhaps = self._standing[text]
            if perhaps.isdisjoint(cues):
                return False
            if not surely.isdisjoint(cues):
                return True
        return self.pattern(*cues).search(text) is not None

    def may_have(self, text: str, *cues: str) -> bool:
        """Whether the words under one of these cues may stand in the text, be it with others between: told soonest."""
        return len(text) > LONGEST_KEPT or not self._standing[text].perhaps.isdisjoint(cues)

    def find(self, text: str, *cues: str) -> re.Match[str] | None:
        """The first word under one of these cues that stands in the text as a word."""
        return self.pattern(*cues).search(text) if self.may_have(text, *cues) else None

    def cues_in(self, text: str) -> Standing:
        """The cues of which a word stands in a text, by its words alone."""
        return self._standing[text]

    @cached_property
    def _standing(self) -> Standings:
        return Standings(self.words, self.function_words)

    @cache  # noqa: B019
    def all_of(self, *cues: str) -> frozenset[str]:
        """The words under these cues."""
        return frozenset(word for cue in cues for word in self.words.get(cue, ()))

    @cache  # noqa: B019
    def firsts(self, *cues: str) -> frozenset[str]:
        """The first words of these cues."""
        return frozenset(first_word(word) for cue in cues for word in self.words.get(cue, ()))


def first_word(text: str, position: int = 0) -> str:
    """The word that begins at a position of a text, in small letters; an empty text where none does."""
    found = ANY_WORD.match(text, position)
    return found.group().lower() if found else ""


def alternatives(words: Iterable[Sequence[str]]) -> str:
    """A regular expression for any of some words, longest first; one that never matches where there are none.

    Words that begin alike are looked for together, letter by letter: of a hundred words few are tried at any place. A
    letter that may be one of several is written as these: "Rr".
    """
    tree: dict[str, Any] = {}
    for word in words:
        node = tree
        for letter in word:
            node = node.setdefault(letter, {})
        node[_END] = {}
    return _branches(tree) if tree else r"(?!)"


_END = ""


def _branches(tree: Mapping[str, Any]) -> str:
    """A regular expression for what a tree of letters holds; it may end here, but rather goes on, and rather by one of
    several letters."""
    alone: list[str] = []  # letters with nothing beside them: a name may be longer than Python calls itself
    while len(tree) == 1 and _END not in tree:
        letter, tree = next(iter(tree.items()))
        alone.append(_letter(letter))
    letters = sorted((letter for letter in tree if letter != _END), key=len, reverse=True)
    branches = [_letter(letter) + _branches(tree[letter]) for letter in letters]
    several = f"(?:{'|'.join(branches)}){'?' if _END in tree else ''}" if branches else ""
    return "".join(alone) + several


def _letter(letter: str) -> str:
    return re.escape(letter) if len(letter) == 1 else f"[{letter}]"


@cache
def languages() -> Mapping[str, Language]:
    """Every language that has a file here, by its code."""
    found = {}
    for file in sorted(resources.files(__name__).iterdir(), key=lambda f: f.name):
        if file.name.endswith(".toml"):
            code = file.name.removesuffix(".toml")
            found[code] = _language(code, tomllib.loads(file.read_text("utf8")))
    return found


@cache
def blend(codes: tuple[str, ...]) -> Language:
    """One language of several, for a page written in more than one: the cues of all; the first tells the rest."""
    every = [languages()[code] for code in dict.fromkeys(codes)]
    first = every[0]
    if len(every) == 1:
        return first
    cues = {cue for one in every for cue in one.words}
    return Language(
        first.code,
        frozenset().union(*(one.function_words for one in every)),
        {cue: tuple(dict.fromkeys(word for one in every for word in one.words.get(cue, ()))) for cue in cues},
        {month: number for one in reversed(every) for month, number in one.months.items()},
        frozenset().union(*(one.countries for one in every)),
        first.phone_region,
        frozenset().union(*(one.letters for one in every)),
        first.capital_nouns,
        {word: number for one in reversed(every) for word, number in one.about.items()},
        {},
        (),
        tuple(every),
    )


def all_languages() -> Language:
    """All languages as one: a page names networks, places and people of others than its own."""
    return blend(tuple(languages()))


def _language(code: str, table: dict[str, Any]) -> Language:
    locale = Locale.parse(_LOCALES.get(code, code))
    months = {
        name.lower().rstrip("."): month
        for context in ("format", "stand-alone")
        for width in ("abbreviated", "wide")
        for month, name in locale.months[context][width].items()
    } | table["months"]
    countries = {
        str(name).lower()
        for territory, name in locale.territories.items()
        if len(territory) == 2 and territory.isalpha()
    }
    larger = [str(name).lower() for territory, name in locale.territories.items() if territory.isdecimal()]
    return Language(
        code,
        frozenset(table["function_words"]),
        {cue: tuple(_either_way(words)) for cue, words in table["cues"].items()} | {"continents": tuple(larger)},
        months,
        frozenset(countries | set(table["countries"])),
        table["phone_region"],
        frozenset(table["letters"]),
        table["capital_nouns"],
        table["about"],
        table["number_words"],
        tuple(table["number_variants"]),
    )


def _either_way(words: Iterable[str]) -> Iterator[str]:
    """The words, those with an apostrophe as typewriters write it and as printers do."""
    for word in words:
        yield word
        if "'" in word:
            yield word.replace("'", "’")


_LOCALES = {"pt": "pt_PT"}  # where a code alone means another country's language than the one here
_NUMBERS_OF = {"nb": "no", "nn": "no"}
_CASES = {"fi": ("genitive", "partitive", "inessive", "elative", "illative", "adessive", "allative", "ablative")}


def _number_words(code: str, variants: Iterable[dict[str, str]]) -> dict[str, int]:
    """Number words with the ways in which people space, hyphenate and inflect them.

    Each of the variants is a way of writing all numbers: it replaces parts of the words, longer parts first.
    """
    numbers: dict[str, int] = {}
    ways = [(re.compile(alternatives(variant)), variant) for variant in variants]
    for number in [*range(2, HIGHEST_NUMBER_WORD + 1), *range(300, 1001, 100)]:
        plain = num2words(number, lang=_NUMBERS_OF.get(code, code)).lower()
        cases = [num2words(number, lang=code, case=case) for case in _CASES.get(code, ())]
        inflected = [_replaced(plain, part, variant) for part, variant in ways]
        for spelled in (plain, *cases, *inflected):
            spaced = spelled.replace("-", " ")
            for form in (spelled, spaced, spelled.replace(" ", ""), spaced.replace(" and ", " ")):
                numbers.setdefault(form, number)
    return numbers


def _replaced(spelled: str, part: re.Pattern[str], variant: Mapping[str, str]) -> str:
    return part.sub(lambda match: variant[match.group()], spelled)


_WORD = re.compile(r"[^\W\d_]{1,24}")
_ENGLISH_LETTERS = frozenset("abcdefghijklmnopqrstuvwxyz")
ENOUGH_TO_TELL = 8_000
MOST_OF_A_WORD = 4  # times that a word counts
FEWEST_POINTS = 1.0
ENOUGH_ALONE = 2.0
NEARLY, MOST_LIKELY = 0.9, 3


def detect(text: str, declared: str | None = None) -> str | None:
    """The language of a text, by its words; what the page declares decides only where those do not.

    Gives an ISO 639-1 code, None where nothing tells.
    """
    points = _points(text)
    best, second = _two_best(points)
    if points[best] >= FEWEST_POINTS and _is_clear(text, best, second):
        return best
    declared = _known(declared)
    return declared or (best if points[best] >= FEWEST_POINTS and points[best] > points[second] else None)


def likely(text: str) -> tuple[str, ...]:
    """The languages that a text's words speak for as much as for any, where they do not tell one: bokmål and Danish of
    some sentences. The likeliest first; none where hardly a word speaks for any."""
    points = _points(text)
    most = max(points.values())
    return tuple(code for code in points if points[code] >= max(FEWEST_POINTS, most * NEARLY))[:MOST_LIKELY]


def detect_part(text: str) -> str | None:
    """The language of a part of a page, of some twenty words or more; None where its words do not tell it clearly."""
    points = _points(text)
    best, second = _two_best(points)
    return best if points[best] >= FEWEST_POINTS and _is_clear(text, best, second) else None


def _known(declared: str | None) -> str | None:
    """The code of a language that is declared, “de-AT” too; Norwegian alone is bokmål."""
    code = (declared or "").lower().replace("_", "-").partition("-")[0]
    code = {"no": "nb"}.get(code, code)
    return code if code in languages() else None


@cache
def _weights() -> Mapping[str, Mapping[str, float]]:
    """How much each word speaks for each language that has it: 1 for a function word, half as much for one of the cues,
    a quarter for one of a single letter."""
    weights: dict[str, dict[str, float]] = {}
    for code, language in languages().items():
        cues = {word for words in language.words.values() for cue in words for word in _WORD.findall(cue)}
        for word in cues | language.function_words:
            full = 0.25 if len(word) == 1 else 1.0 if word in language.function_words else 0.5
            weights.setdefault(word, {})[code] = full
    return weights


@lru_cache(maxsize=4)
def _words(text: str) -> Mapping[str, int]:
    """The words that speak for or against a language, each with how often it counts."""
    telling = _weights()
    found = Counter(_WORD.findall(text[:ENOUGH_TO_TELL].lower()))
    return {word: min(count, MOST_OF_A_WORD) for word, count in found.items() if word in telling or not word.isascii()}


def _points(text: str) -> dict[str, float]:
    """How much a text's words speak for each language, less where several have a word.

    A word with letters that a language has not speaks against it.
    """
    points = dict.fromkeys(languages(), 0.0)
    for word, count in _words(text).items():
        for code, weight in _speaks_for(word):
            points[code] += weight * count
    return points


@lru_cache(maxsize=8192)
def _speaks_for(word: str) -> tuple[tuple[str, float], ...]:
    """How much a word speaks for each language."""
    every = _weights().get(word, {})
    told = [(code, weight / len(every)) for code, weight in every.items()]
    if not word.isascii():
        told += [(code, 0.1 if has_all else -0.2) for code, has_all in _spelled_in(frozenset(word) - _ENGLISH_LETTERS)]
    return tuple(told)


@lru_cache(maxsize=512)
def _spelled_in(letters: frozenset[str]) -> tuple[tuple[str, bool], ...]:
    """The languages, each with whether it has all of these letters."""
    return tuple((code, letters <= language.letters) for code, language in languages().items())


def _two_best(points: Mapping[str, float]) -> tuple[str, str]:
    best, second = sorted(points, key=lambda code: -points[code])[:2]
    return best, second


def _is_clear(text: str, best: str, second: str) -> bool:
    """Whether the words that the first of two languages has alone weigh clearly more than those that the other has."""
    weights, ours, theirs = _weights(), 0.0, 0.0
    for word, count in _words(text).items():
        having = weights.get(word, {})
        if best in having and second not in having:
            ours += having[best] * count
        elif second in having and best not in having:
            theirs += having[second] * count
    return ours >= ENOUGH_ALONE and ours > 1.5 * theirs
