"""A network's sections in countries, by their names: “British Section of the Council of European Municipalities …”."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache

from hansa.reading import names
from hansa.reading.known import is_known, known_in
from hansa.reading.languages import Language, languages
from hansa.reading.lists import says_organisation
from hansa.reading.names import Heading
from hansa.reading.types import Span

LONGEST_LEAD = 60  # letters before the name of the whole


def whole_in(name: str, language: Language) -> Span | None:
    """Where a section in a country names in its own name what it is a section of: “British Section of the CEMR”,
    “Associazione italiana per il Consiglio dei Comuni …”."""
    if lead := _section_of(language).match(name):
        return (lead.end(), len(name)) if is_known(without_genitive(name[lead.end() :])) else None
    for first, last in known_in(name, name.find(" ") + 1, len(name)) if " " in name else ():
        is_for = _for(language).search(name[:first]) is not None and says_organisation(name[:first], language)
        is_one = says_organisation(name[first:last], language)  # not “Associazione … delle Città Educative”
        if last == len(name) and is_for and is_one and name.count(" ", first, last) > 1:
            return first, last
    return None


def names_section(name: str, language: Language) -> Span | None:
    """Where a name that is but words for a section in a country, and an abbreviation, has that: “Svenska sektionen av
    CEMR”, “Deutsche Sektion des RGRE”."""
    start = name.rpartition(" ")[2]
    if not names.is_abbreviation(start) or _section_alone(language).fullmatch(name[: len(name) - len(start)]) is None:
        return None
    return len(name) - len(start), len(name)


def without_genitive(name: str) -> str:
    """A known name as it is called, where it stands in the genitive: “Rates der Gemeinden …”."""
    first, _space, rest = name.partition(" ")
    every = (f"{first[:-cut]} {rest}" for cut in (2, 1) if rest and first[-1:] == "s")
    return next(filter(is_known, every), name)


def with_section(heading: Heading, text: str, language: Language) -> Heading:
    """A name with the section of it that stands before: “(the) British Section of the (CEMR)”."""
    start = heading.span[0]
    begin = max(0, start - LONGEST_LEAD)
    lead = next((one for one in _section_of(language).finditer(text, begin, start) if one.end() == start), None)
    if lead is None or not lead["first"][:1].isupper():
        return heading
    adjective, _space, rest = text[lead.start("first") : start].partition(" ")
    if language.capital_nouns:
        adjective = re.sub(r"(?<=sche)[nr]\Z", "", adjective)  # “der Deutschen Sektion”
    words = f"{adjective} {rest}{heading.name.text}"
    return replace(heading, name=replace(heading.name, text=words), span=(lead.start("first"), heading.span[1]))


@cache
def _section_of(language: Language) -> re.Pattern[str]:
    """“(the) British Section of the ”, “Deutsche Sektion des ”."""
    both = (language, languages()["en"])
    nouns = "|".join(one.any_of("section_words", "branch_words") for one in both)
    of = "|".join(one.joining("of", "of_the") for one in both)
    the = rf"(?:(?i:{language.any_of('definite')})\s)?"
    word = r"[\w-]{2,20}"
    first = rf"[A-ZÀ-Þ]{word}\s(?i:{nouns})|(?i:{nouns})\s{word}"  # “British Section”, “Sezione italiana”
    return re.compile(rf"(?<![\w-])(?P<first>{first})\s(?:{of}){the}")


@cache
def _section_alone(language: Language) -> re.Pattern[str]:
    """“(the) British Section of the ”, “Den danske sektion af ”, “Polska sekcja ”, and nothing else."""
    nouns = language.any_of("section_words", "branch_words")
    of = rf"{language.joining('of', 'of_the')}" if language.words["of"] else ""
    the = rf"(?:(?:{language.any_of('definite', 'articles')})\s)?" if language.words["articles"] else ""
    word = r"[\w-]{4,20}"
    return re.compile(rf"{the}(?:{word}\s(?:{nouns})\w{{0,3}}|(?:{nouns})\s{word})\s{of}{the}", re.I)


@cache
def _for(language: Language) -> re.Pattern[str]:
    """“for the ”, “du ”, at the end of some words."""
    return re.compile(rf"\s{language.joining('of', 'of_the', 'for')}(?:(?:{language.any_of('definite')})\s)?\Z", re.I)
