"""The authority's own in a list of all who sit on a board, each with a town: “the new board: Dario Neri, Florence
(president), Ann Ek, Westsea (vice-president), …”; and the authority itself as “one of the cities on its board”."""

from __future__ import annotations

import re

from hansa.reading import dates, people
from hansa.reading.authority import called, is_place_of, names_another
from hansa.reading.belonging import is_former, is_planned, of_neighbours
from hansa.reading.delegates import hold
from hansa.reading.facts import Facts, section_rule
from hansa.reading.groups import of_a_part, of_group
from hansa.reading.outline import Section
from hansa.reading.prose import is_ours, of_another, telling
from hansa.reading.types import Office
from hansa.reading.unheld import is_but_sought

_MEMBERS = ("member_nouns", "member_people", "members_alone", "member_words")
MOST_BETWEEN = 9  # words between “one of” and the board
_TOWN = re.compile(
    r"(?:,\s|\s\()(?P<place>[A-ZÀ-ÖØ-ÞŁŚŻŹĆ][\w’'-]+(?:[\s-][A-ZÀ-ÖØ-ÞŁŚŻŹĆ]\w+)?)\)?(?:\s?\((?P<office>[^()]{3,40})\))?"
)


@section_rule("who of a board's members is of the authority", "board")
def board_lists(facts: Facts, section: Section) -> None:
    """Whoever of several people in a sentence on the board stands with the authority's own town."""
    language = facts.language
    for span, sentence, _cues in telling(section, facts.document, language, "board"):
        if not _may_tell(sentence, facts):
            continue
        named = people.everybody(sentence, language)
        towns = [_TOWN.match(after) for _one, _before, after in people.each_with_words(sentence, named)]
        if sum(town is not None for town in towns) < 2:
            continue
        for one, town in zip(named, towns, strict=True):
            own = called(facts.authority, language)
            place = town["place"] if town else ""
            if not place or not any(is_place_of(place, name) or f" {name}".endswith(f" {place}") for name in own):
                continue
            said = (town and town["office"]) or ""
            office = next((office for office in ("vice-chair", "chair") if language.has(said, office)), "board")
            hold(facts, Office(office, one.name, one.party), (span[0] + one.start, span[0] + one.end), 0.82)


@section_rule("who is one of those on a board", "one_of")
def among_others(facts: Facts, section: Section) -> None:
    """“Westsea is one of the twelve cities on its executive committee”."""
    language = facts.language
    for span, sentence, _cues in telling(section, facts.document, language, "one_of"):
        said = language.find(sentence, "one_of")
        board = language.pattern("board").search(sentence, said.end()) if said else None
        if (
            said is None
            or board is None
            or not _may_tell(sentence, facts)
            or language.has(sentence, "chair", "vice-chair")
        ):
            continue
        before, between = sentence[: said.start()], sentence[said.end() : board.start()]
        if not is_ours(before, facts) or names_another(before, language, facts.authority):
            continue
        if len(between.split()) > MOST_BETWEEN or not language.has(between, *_MEMBERS):
            continue
        if language.has(before, "is", "holds") and not people.everybody(sentence, language):
            since, until = dates.span_in(sentence, language)
            at = span[0] + said.start(), span[0] + board.end()
            hold(facts, Office("board", None, None, since, until), at, 0.8)


def _may_tell(sentence: str, facts: Facts) -> bool:
    """Whether a sentence tells of this network, and of now."""
    language = facts.language
    if language.has(sentence, "left", "contact") or is_former(sentence, language) or is_planned(sentence, language):
        return False
    if of_another(sentence, facts) or of_a_part(sentence, facts) or of_group(sentence, facts):
        return False
    return not (is_but_sought(sentence, language) or of_neighbours(sentence, language, facts.authority))
