"""Seats that several people have together: “Asta Lind (S) and Bo Vik (M) sit on its board”, of whom one was read."""

from __future__ import annotations

import re
from itertools import pairwise

from hansa.reading import people
from hansa.reading.affiliation import first_clause, is_titled, speaks_for_others, stands_in
from hansa.reading.belonging import is_former, is_planned
from hansa.reading.delegates import hold
from hansa.reading.facts import Facts, section_rule
from hansa.reading.groups import of_a_part, of_group
from hansa.reading.languages import Language
from hansa.reading.outline import Section
from hansa.reading.own_people import is_our_own
from hansa.reading.people import Somebody
from hansa.reading.posts import post_of
from hansa.reading.prose import of_another, telling
from hansa.reading.types import Office
from hansa.reading.unheld import is_unheld

MOST_PEOPLE = 8
FEW_WORDS = 3
_OTHER = re.compile(r"[;:.–—]|,\s\w")


@section_rule("who shares a seat on its board", "board")
def shared_seats(facts: Facts, section: Section) -> None:
    """Whoever is but joined by “and” to one who is known to sit on the board, in the sentence that tells it."""
    language = facts.language
    for span, sentence, _cues in telling(section, facts.document, language, "board"):
        seated = _seated(span, facts) or _honoured_together(span, sentence, facts)
        named = people.everybody(sentence, language) if seated else []
        if not 1 < len(named) <= MOST_PEOPLE or language.has(sentence, "chair", "vice-chair", "left", "formerly"):
            continue
        every = list(people.each_with_words(sentence, named))
        for (one, before, _after), (other, between, after) in [*pairwise(every), *reversed(list(pairwise(every)))]:
            if not _are_joined(sentence[one.end : other.start], language):
                continue
            has, lacks = (one, other) if one.name in seated else (other, one)
            if has.name not in seated or lacks.name in seated or lacks.deputy:
                continue
            words, behind = (before, "") if lacks is one else (between, first_clause(after))
            ours = lacks.party or is_our_own(lacks, words, facts) or is_titled(words, behind, facts)
            if not (ours or _are_of_one_kind(has, lacks, every[0][1], facts)) or speaks_for_others(behind, facts):
                continue
            if stands_in("", behind, language):
                continue
            told = next(held for held in facts.organisation.offices if held.person == has.name)
            made = Office("board", lacks.name, lacks.party, told.since, told.until)
            hold(facts, made, (span[0] + lacks.start, span[0] + lacks.end), 0.8)
            seated.add(lacks.name)


def _seated(span: tuple[int, int], facts: Facts) -> set[str]:
    """Those who are known to sit on the board by a sentence."""
    own = facts.organisation
    at = ((own.evidence.get(f"offices.{place}"), held) for place, held in enumerate(own.offices))
    return {
        one.person
        for where, one in at
        if where and one.person and one.office == "board" and span[0] <= where[0] < span[1]
    }


def _honoured_together(span: tuple[int, int], sentence: str, facts: Facts) -> set[str]:
    """The first of two people behind an honour for several, of both of whom a seat is told: “Councillors Ann Ek and Bo
    Vik sit on its board”; the seat is entered."""
    language = facts.language
    named = people.everybody(sentence, language)
    if len(named) != 2 or not _are_joined(sentence[named[0].end : named[1].start], language):
        return set()
    before, after = sentence[: named[0].start], sentence[named[1].end :]
    if not (_are_of_one_kind(named[0], named[1], before, facts) and is_our_own(named[0], before, facts)):
        return set()
    if of_another(sentence, facts) or of_a_part(sentence, facts) or of_group(sentence, facts):
        return set()
    if is_former(sentence, language) or is_planned(sentence, language) or speaks_for_others(after, facts):
        return set()
    if is_unheld(before, after, sentence, language) or post_of(before, after, facts, ours=True) != "board":
        return set()
    hold(facts, Office("board", named[0].name), (span[0] + named[0].start, span[0] + named[0].end), 0.8)
    return {named[0].name}


def _are_joined(between: str, language: Language) -> bool:
    """Whether words between two people are but “and”, with an honour of the second."""
    words = between.split()
    return bool(words) and len(words) <= FEW_WORDS and words[0] in language.words["and"] and not _OTHER.search(between)


def _are_of_one_kind(has: Somebody, lacks: Somebody, before: str, facts: Facts) -> bool:
    """Whether an honour for several stands before two people: “Councillors Ann Ek and Bo Vik”."""
    last = before.split()[-1:]
    return bool(last) and has.party is None and lacks.party is None and facts.language.has(last[0], "honours")
