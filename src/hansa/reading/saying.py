"""Whether words say by a noun in them that they name an organisation, be it in the page's language or in English."""

from __future__ import annotations

from hansa.reading.languages import Language, languages
from hansa.reading.lists import says_organisation


def says_what_it_is(words: str, language: Language) -> bool:
    """Whether a word for an organisation is among the words: many networks have their names in English only."""
    return any(says_organisation(words, one) for one in (language, languages()["en"]))
