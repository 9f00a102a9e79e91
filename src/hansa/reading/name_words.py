"""Words that a person's name does not hold, as they are written."""

from __future__ import annotations

from collections.abc import Sequence

from hansa.reading.languages import Language

# With a capital they begin a surname: “Giulia Dal Farra”, “Enrico Dalla Pasa”.
_BEGIN_SURNAMES = frozenset("dal dalla dalle dall' dall’ dai del della dello di da de lo la le van von den der".split())

FEWEST_WORDS = 3


def holds_others(words: Sequence[str], language: Language) -> bool:
    """Whether one of a name's words is none of a person's: a little word behind the first, but for one that begins a
    surname, or a genitive before another: “the Convention's Brussels (office)”."""
    genitives = tuple(ending for ending in language.words["genitives"] if not ending.isalpha())
    if genitives and any(word.endswith(genitives) for word in words[:-1]):
        return True
    return any(
        word.casefold().strip(".") in language.function_words
        and not (word[0].isupper() and word.casefold() in _BEGIN_SURNAMES and place < len(words) - 1)
        for place, word in enumerate(words)
        if place
    )


def is_party(word: str, language: Language) -> bool:
    """Whether the last word of a run is the abbreviation of a party rather than a surname: SPD, PiS, S."""
    capitals = sum(letter.isupper() for letter in word)
    return word.lower() in language.all_of("parties") and (capitals > 1 or len(word) == 1)


def is_but_an_authority(text: str, first: str, end: int, count: int, language: Language) -> bool:
    """Whether the first of three words or more with capitals, behind which a known party stands, is but what somebody
    speaks for: “representa al Ayuntamiento Asta Lind (PP)”."""
    if count < FEWEST_WORDS or text[end : end + 2] != " (" or first.casefold() not in language.words["authority_words"]:
        return False
    return text[end + 2 :].partition(")")[0].casefold() in language.all_of("parties")
