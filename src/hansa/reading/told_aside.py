"""What a sentence tells of something beside the organisation: of a group within it, or of twin towns."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from hansa.reading.languages import Language, alternatives

NEAR_BEGINNING = 60  # letters
NEAR_START = 12  # letters before a date that begins a sentence
STEM, LONGEST_ENDING = 5, 3  # letters
SHORTEST_NOUN = 7  # letters: shorter words for what is spoken of may be pronouns


@cache
def twin_towns(language: Language) -> re.Pattern[str]:
    """How words for twin towns begin, whatever case ends them or noun goes on: “vänortssamarbete”."""
    return re.compile(rf"(?<!\w)(?:{language.any_of('twin_towns')})", re.I)


def of_something_else(sentence: str, place: int, language: Language, called: Sequence[str]) -> bool:
    """Whether a sentence begins with a group of the organisation, or with twin towns, and has not come back to the
    organisation, `called` so, before a place: “The working group on culture was set up in 2015 and has 25 members”,
    “Our twin town has 14 villages, and the partnership has existed since 1972”."""
    behind = sentence[place : place + NEAR_BEGINNING]
    begins = place <= NEAR_START and language.has(sentence[:place], "since_words")
    if begins and language.has(behind, "represented") and not language.has(sentence, "member_words"):
        return True  # “Since 2020 we have been represented by Ann Ek”
    if any(name in sentence[:place] for name in called):
        return False
    if twin_towns(language).search(sentence, 0, min(place, NEAR_BEGINNING)):
        return not any(name in sentence for name in called)  # “Twinned since 1962, the town joined the CEMR in 1963”
    first = _group(language).match(sentence)
    if first is None:
        return False
    noun = first.group().casefold().split()[-1]
    if any(noun[: max(STEM, len(noun) - LONGEST_ENDING)] in name.casefold() for name in called):
        return False  # “The committee has 329 members”, of the Committee of the Regions
    nouns = language.pattern("subjects", "organisation_words").finditer(sentence, first.end(), place)
    return not any(len(noun.group()) >= SHORTEST_NOUN for noun in nouns)


@cache
def _group(language: Language) -> re.Pattern[str]:
    """A group with which a sentence begins, be it in a compound: “Die Arbeitsgruppe”, “Kulturarbetsgruppen”."""
    others = language.all_of("subjects", "organisation_words")
    groups = alternatives(word for word in language.words["groups"] if word not in others)
    little = language.any_of("articles", "definite", "its", "our")
    return re.compile(rf"\s?(?:(?:{little})(?:(?<=['’])|\s))?(?:[^\W\d]{{3,16}}-?)?(?:{groups})(?!\w)", re.I)
