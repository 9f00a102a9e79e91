"""Whether words say by a noun in them that they name an organisation, be it in the page's language or in English."""

from __future__ import annotations

from functools import cache
from itertools import takewhile

from hansa.reading.languages import Language, languages
from hansa.reading.lists import says_organisation


def says_what_it_is(words: str, language: Language) -> bool:
    """Whether a word for an organisation is among the words: many networks have their names in English only."""
    return any(says_organisation(words, one) for one in (language, languages()["en"]))


LONG_STEM, LONGEST_ENDING = 6, 4  # letters


def is_of_several(word: str, language: Language) -> bool:
    """Whether a word is a compound for several networks, as a heading over what is told of each: “Fagnetværkene”,
    “Asiantuntijaverkostot”, not “Kystnettverket”."""
    stem, singular = _stem_of_networks(language)
    folded = word.casefold()
    at = folded.rfind(stem) if stem else -1
    return at > 0 and len(folded) - at - len(stem) <= LONGEST_ENDING and folded[at:] not in singular


@cache
def _stem_of_networks(language: Language) -> tuple[str, frozenset[str]]:
    """How the noun for a network begins in every form, where that is long enough, and its forms for one."""
    letters = takewhile(lambda alike: len(set(alike)) == 1, zip(*language.words["network_words"], strict=False))
    stem = "".join(alike[0] for alike in letters)
    singular = {word for word in language.all_of("subjects", "organisation_words") if word.startswith(stem)}
    return (stem, frozenset({stem, *(singular - {f"{stem}e"})})) if len(stem) >= LONG_STEM else ("", frozenset())
