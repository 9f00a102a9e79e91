"""What an official is called: “strateg”, and the unit that this may name: “responsable du service Europe”."""

from __future__ import annotations

from functools import cache, lru_cache

from hansa.reading.languages import Language, languages
from hansa.reading.types import Span
from hansa.reading.units import unit_in

MOST_WORDS_OF_A_TITLE = 6
SHORTEST_ENDING = 4
_BEHIND = ",;:.)"


@cache
def _title_endings(language: Language) -> tuple[str, ...]:
    return tuple(title for title in language.words["titles"] if len(title) >= SHORTEST_ENDING)


@lru_cache(maxsize=500)
def says_title(words: str, language: Language) -> bool:
    """Whether words hold a title, or a compound of one: “strateg”, “folkhälsostrateg”."""
    endings = _title_endings(language)
    return any(one.has(words, "titles") for one in (language, languages()["en"])) or any(
        word.rstrip(_BEHIND).endswith(endings) for word in words.casefold().split() if len(word) > SHORTEST_ENDING + 2
    )


def unit_of_title(title: str, language: Language) -> Span | None:
    """The unit that a title names, “responsable du service Europe”: behind the title and “of”; or that the title ends
    with, “utredare Enheten för planering”."""
    unit = unit_in(title, language)
    if unit is None and (post := language.pattern("titles").match(title)):
        within = unit_in(title[post.end() :], language)  # “chargée de mission au Service de la culture”
        unit = (post.end() + within[0], post.end() + within[1]) if within else None
    if unit is None or not unit[0]:
        return None
    before, words = title[: unit[0]].split(), title[slice(*unit)]
    of = language.firsts("of", "of_the", "in", "definite", "articles")
    named = any(word[0].isupper() for word in words.split()) or words.lower().endswith(
        language.words["unit_endings"] or ("\n",)
    )
    posts = (post.span() for post in language.pattern("titles").finditer(title))
    is_post = words[0].islower() and any(start < unit[0] < end for start, end in posts)
    if is_post or not says_title(title[: unit[0]], language):
        return None  # “chargée de mission Europe”
    if len(before) > 1 and before[-1].lower().rstrip("'’") in of and named:
        return unit
    return unit if unit[1] == len(title.rstrip()) and words[0].isupper() and title[unit[0] - 1] == " " else None
