"""Whether a sentence about people of the authority tells of their seats, and not but of what they did there once."""

from __future__ import annotations

import re

from hansa.reading.affiliation import is_titled
from hansa.reading.authority import called
from hansa.reading.facts import Facts
from hansa.reading.languages import Language
from hansa.reading.own_people import is_our_own
from hansa.reading.people import Somebody, each_with_words

FEW_WORDS = 4  # beside people who are but listed
NEAR = 60  # letters behind somebody
# Not but of what was done there: “presented our cycling plan at its conference”.
_SEATED = ("chair", "vice-chair", "sits", "elected", "fills", "sends", "one_of", "member_words")


def _names_a_stranger(sentence: str, named: list[Somebody], facts: Facts) -> bool:
    """Whether one of the people of a sentence has no party, and nothing says that it is the authority's."""
    each = each_with_words(sentence, named)
    return any(
        not (one.party or is_our_own(one, before, facts) or is_titled(before, after, facts))
        for one, before, after in each
    )


def speaks_of_seats(sentence: str, named: list[Somebody], facts: Facts) -> bool:
    """Whether a sentence says who sits there for the authority, or is but a list of its people."""
    cues = ("represents", "deputy_label", "delegates", "assemblies")
    if not facts.language.has(sentence, *cues):
        if facts.language.has(sentence, "board"):
            return False  # “The board meets here; Ann Ek (S) welcomes the guests”
        if facts.language.has(sentence, "chair", "vice-chair") and _names_a_stranger(sentence, named, facts):
            return False  # “Its president, Dario Neri, mayor of Florence, met Ann Ek (S) in May”
    if facts.language.has(without_honours(sentence, facts.language), *cues[:3], "prevented"):
        return True
    behind = sentence[named[0].end : named[0].end + NEAR]
    if facts.language.has(behind, "member_words") and behind[:1] != ",":
        return True  # “Councillor Ann Ek (S) has been a member since 2020”
    if facts.language.has(sentence, *_SEATED) and (
        facts.language.has(sentence, "bodies", "we", "our", "assemblies")
        or any(name in sentence for name in called(facts.authority, facts.language))
    ):
        return True
    around = f"{sentence[: named[0].start]} {sentence[named[-1].end :]}"
    return len(around.split()) <= FEW_WORDS


def without_honours(sentence: str, language: Language) -> str:
    """A sentence without what people are called at home, which is a label in a list of them as well: Spanish “la
    concejala Ana Robles (PSOE)”; not what also says that somebody stands in, or is sent."""
    kept = language.all_of("deputy_label", "delegates", "represents")

    def blank(honour: re.Match[str]) -> str:
        return honour.group() if honour.group().casefold() in kept else " "

    return language.pattern("titles", "honours").sub(blank, sentence)
