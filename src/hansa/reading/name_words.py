"""Words that a person's name does not hold, as they are written."""

from __future__ import annotations

from collections.abc import Sequence

from hansa.reading.languages import Language

# With a capital they begin a surname: “Giulia Dal Farra”, “Enrico Dalla Pasa”.
_BEGIN_SURNAMES = frozenset("dal dalla dalle dall' dall’ dai del della dello di da de lo la le van von den der".split())


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
