"""Names that stand beside the noun for what they name: “the network Cities of Bridges”, “Cities of Bridges -verkosto”.

That the noun stands there tells that they are a network's, be they known or not, and whatever words they are made of.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from hansa.reading import names
from hansa.reading.known import is_programme, known_in
from hansa.reading.languages import Language, alternatives
from hansa.reading.names import Heading
from hansa.reading.plausible import is_refused
from hansa.reading.types import Span

SHORTEST_NOUN = 4
NEAR = 40  # letters
LONGEST_ENDING = 3
FEWEST_WORDS = 2
_JOINING = frozenset(("on", "without", "against", "by", "to"))  # of English names, besides those of every name
_QUOTED = r"[“„«»”\"‘][\s\u00a0]?(?P<quoted>[^“”„«»\"’‘\n.;]{6,60}?)[\s\u00a0]?[”“»«\"’]"


def beside_their_nouns(text: str, span: Span, language: Language) -> Iterator[Heading]:
    """The names of two words or more, or between quotation marks, that stand right beside a noun for a network."""
    for found in _nouned(language).finditer(text, *span):
        first, last = found.span("quoted") if found["quoted"] else found.span("name")
        words = text[first:last]
        if not words[:1].isupper() or len(words.split()) < FEWEST_WORDS or is_programme(words):
            continue
        is_one = bool(found["quoted"]) or (_is_a_name(words, language) and not is_refused(words, language))
        if is_one and not language.has(words, "is", "we") and next(known_in(text, first, last), None) is None:
            yield names.parse(words, first)


def is_beside_its_noun(text: str, span: Span, language: Language) -> bool:
    """Whether a noun for a network stands right beside a name."""
    start, end = max(0, span[0] - NEAR), min(len(text), span[1] + NEAR)
    return any(
        span[0] in (one.start("name"), one.start("quoted")) for one in _nouned(language).finditer(text, start, end)
    )


def is_a_network_name(words: str, language: Language) -> bool:
    """Whether words may be the name of what they are said to be."""
    return _is_a_name(words, language) and not is_refused(words, language) and not is_programme(words)


@cache
def capitals(language: Language, more: int) -> str:
    """A regular expression for a word with a capital and as many `more`, up to six, with few little ones between."""
    little = {*language.words["and"], *language.words["is"], *language.words["which"]}
    small = alternatives(({*names.WITHIN} - {*language.words["in"], "in", "i"} | _JOINING) - little)
    word = r"[A-ZÀ-ÖØ-ÞŁŚŻŹĆ][\w’'&-]{1,30}"
    return rf"{word}(?:\s(?:(?:{small})\s){{0,2}}{word}){{{more},6}}"


def _is_a_name(words: str, language: Language) -> bool:
    """Whether a name is none of an authority's, and no adjective of the noun's: “Netzwerk Deutscher Städte”."""
    first = words.split()[0].casefold()
    plain = first in language.words["generic"] or language.has(words, "authority_words", "we_subject", "is")
    return not plain and not (language.capital_nouns and first.endswith(("er", "en", "es")) and not words.isascii())


def _is_definite(noun: str, language: Language) -> bool:
    """Whether a noun is definite by its ending, as the one of a name is not: “Nätverket Cities of Bridges”."""
    every = language.words["organisation_words"]
    return any(noun != one and noun.startswith(one) and len(noun) - len(one) <= LONGEST_ENDING for one in every)


@cache
def _nouned(language: Language) -> re.Pattern[str]:
    every = {*language.words["organisation_words"], *language.words["subjects"]}
    every = {noun for noun in every if len(noun) >= SHORTEST_NOUN and " " not in noun}
    begins = {noun.capitalize() for noun in every & {*language.words["subjects"]} if _is_definite(noun, language)}
    nouns = alternatives({*(noun.capitalize() if language.capital_nouns else noun for noun in every), *begins})
    name = capitals(language, 0)
    if language.code == "fi":
        return re.compile(rf"(?<![\w-])(?P<name>{name})\s-(?:{nouns})(?P<quoted>(?!))?")
    return re.compile(rf"(?<![\w-])(?:{nouns})\s(?:{_QUOTED}|(?P<name>{name}))")
