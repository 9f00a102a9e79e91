"""Who comes after whom in a seat: “Cllr Asta Lind (S) replaces Cllr Bo Ek (M) on its board” gives it to her alone."""

from __future__ import annotations

import re
from collections.abc import Iterator

from hansa.reading import dates, people
from hansa.reading.affiliation import first_clause, is_titled, speaks_for_others
from hansa.reading.belonging import is_planned, of_neighbours
from hansa.reading.delegates import enter, hold
from hansa.reading.facts import Facts, section_rule
from hansa.reading.groups import names_a_group, of_a_part, of_group
from hansa.reading.holding import is_parted, parted
from hansa.reading.languages import Language
from hansa.reading.outline import Section
from hansa.reading.own_people import is_our_own
from hansa.reading.people import Somebody
from hansa.reading.posts import is_anothers
from hansa.reading.prose import is_ours, of_another, sentences_of
from hansa.reading.types import Office, Representative
from hansa.reading.unheld import is_but_sought

NEAR = 110  # letters between a person and an office
FEW_WORDS = 6  # between the two
MOST_PEOPLE = 4
OFFICES = ("vice-chair", "chair", "board")
_SEATS = (*OFFICES, "represents", "delegates")
_IN_BRACKETS = re.compile(r"\s\([^()]{1,30}\)")


@section_rule("who comes after whom", "succeeds")
def succeeding(facts: Facts, section: Section) -> None:
    """The office, or the seat, of somebody who is told to come after another in it."""
    language = facts.language
    for span, sentence, cues in sentences_of(section, facts.document, language):
        if (
            "succeeds" not in cues
            or not tells_of_succession(sentence, language)
            or of_another(sentence, facts)
            or of_a_part(sentence, facts)
        ):
            continue
        if of_group(sentence, facts) or of_neighbours(sentence, language, facts.authority):
            continue
        if is_planned(sentence, language) or is_but_sought(sentence, language):
            continue
        for one, before, between, after in _successors(sentence, language):
            ours = one.party or is_our_own(one, before, facts) or is_titled(before, between, facts)
            if not (ours or is_ours(sentence, facts)) or speaks_for_others(after, facts):
                continue
            behind = first_clause(_IN_BRACKETS.sub("", after))[:NEAR].partition(",")[0]
            words = behind if language.has(behind, *_SEATS) else before[-NEAR:]
            at = span[0] + one.start, span[0] + one.end
            if names_a_group(words, facts) or is_anothers(words, language):
                continue
            office = next((office for office in OFFICES if language.has(words, office)), None)
            if office is not None:
                since, until = dates.term_beside(before[-NEAR:], behind, language)
                hold(facts, Office(office, one.name, one.party, since, until), at, 0.8)
            elif language.has(words, "represents", "delegates"):
                enter(facts, Representative(one.name, one.party), at, 0.78)


def tells_of_succession(sentence: str, language: Language) -> bool:
    """Whether a sentence tells that one of its people comes after another in a seat, and does so for good."""
    if not language.has(sentence, *_SEATS) or language.has(sentence, "prevented", "deputy_label"):
        return False
    return next(_successors(sentence, language), None) is not None


def _successors(sentence: str, language: Language) -> Iterator[tuple[Somebody, str, str, str]]:
    """Who is told to come after another, with the words before, between the two and behind the other, who may be no
    more than one who was there: “(Cllr Ek) succeeds (the former member Bo Vik)”."""
    named = people.everybody(sentence, language)
    if not 0 < len(named) <= MOST_PEOPLE:
        return
    every = list(people.each_with_words(sentence, named))
    for place, (one, before, after) in enumerate(every):
        behind = every[place + 1][2] if place + 1 < len(every) else None
        verb = language.find(after, "succeeds")
        if behind is not None and _succeeds(after, behind, language):
            yield one, before, after, behind
        elif (
            behind is None
            and verb
            and len(after[: verb.start()].split()) < FEW_WORDS
            and "," not in after[: verb.end()]
        ):
            yield one, before, after[: verb.end()], after[verb.end() :]


def _succeeds(between: str, after: str, language: Language) -> bool:
    """Whether the words between two people tell that the first comes after the second, in a verb of two parts as well:
    German “Ann Ek (löst) Bo Ek (im Vorstand ab)”."""
    words = between.rpartition(")")[2] if len(between.split()) > FEW_WORDS else between
    if len(words.split()) > FEW_WORDS or language.has(words, *OFFICES):
        return False
    if language.has(words, "succeeds"):
        return True
    begins, _ends = parted(language, "succeeds")
    first = next(iter(list(begins.finditer(words))[-1:]), None)
    clause = first_clause(after).rstrip(" .")
    for place in [at for at, sign in enumerate(clause) if sign == " "] if first else ():
        rest = _ends.match(clause, place)
        if rest and first and is_parted(first, rest, language, "succeeds"):
            return True
    return False
