"""Who goes to an organisation's meetings for the authority, or is a member of it: “Head of unit Ann Ek attends its
meetings”, “Mayor Ann Ek is a full member”."""

from __future__ import annotations

from hansa.reading import dates, people
from hansa.reading.affiliation import (
    OF_AN_OFFICE,
    PROPER_OFFICES,
    first_clause,
    is_titled,
    speaks_for_others,
    speaks_up,
    stands_in,
)
from hansa.reading.belonging import is_former, is_planned
from hansa.reading.delegates import enter
from hansa.reading.facts import Facts, section_rule
from hansa.reading.groups import names_a_group
from hansa.reading.languages import Language
from hansa.reading.outline import Section
from hansa.reading.own_people import is_our_own, works_for_another
from hansa.reading.people import Somebody
from hansa.reading.posts import heads_the_authority, is_anothers
from hansa.reading.prose import of_another, telling
from hansa.reading.types import Representative

MOST_SENT = 4  # people in one sentence
NEAR, CLOSE = 60, 25  # letters
FEW_WORDS = 4


@section_rule("who goes to its meetings", "attends")
def attending(facts: Facts, section: Section) -> None:
    """“Head of unit Ann Ek attends its meetings”, now and always: not on a day, which is of an event."""
    language = facts.language
    for span, sentence, _cues in telling(section, facts.document, language, "attends"):
        if not language.has(sentence, "assemblies") or language.has(sentence, *PROPER_OFFICES, "left"):
            continue
        if names_a_group(sentence, facts):
            continue
        if _is_of_now(sentence, facts):
            _enter(sentence, span[0], people.everybody(sentence, language), facts)


@section_rule("who is named for its assembly", "assemblies")
def assembled(facts: Facts, section: Section) -> None:
    """“In the assembly: Mayor Ann Ek; deputy Bo Ek (S)”: nothing but people behind a few words and a colon."""
    language = facts.language
    for span, sentence, _cues in telling(section, facts.document, language, "assemblies"):
        lead, colon, behind = sentence.partition(":")
        if not colon or not 0 < len(lead.split()) <= FEW_WORDS or not language.has(lead, "assemblies"):
            continue
        named = people.everybody(behind, language)
        begins = behind[: named[0].start] if named else ""
        if not named or len(begins.split()) > FEW_WORDS or not lead.lstrip()[:1].isupper():
            continue
        if not language.has(sentence, *PROPER_OFFICES, "left", "contact") and _is_of_now(sentence, facts):
            offset = span[0] + len(lead) + 1
            for one, before, after in people.each_with_words(behind, named[:MOST_SENT]):
                deputy = one.deputy or (one is not named[0] and _is_deputy(before, after, language))
                at = offset + one.start, offset + one.end
                enter(facts, Representative(one.name, one.party, deputy=deputy), at, 0.8)


@section_rule("who is a member of it", "member_words")
def members(facts: Facts, section: Section) -> None:
    """“Mayor Ann Ek is a full member, Cllr Bo Ek an alternate member”: of the organisation, not of a part of it."""
    language = facts.language
    for span, sentence, _cues in telling(section, facts.document, language, "member_words"):
        if names_a_group(sentence, facts) or language.has(sentence, "left") or not _is_of_now(sentence, facts):
            continue
        named = people.everybody(sentence, language)
        told = [
            one
            for place, (one, before, after) in enumerate(people.each_with_words(sentence, named))
            if _is_a_member(before if place == 0 else "", after, facts)
        ]
        if told and named[0] is told[0] and not works_for_another(sentence, told[0], language):
            _enter(sentence, span[0], named, facts, elected=True)


def _is_of_now(sentence: str, facts: Facts) -> bool:
    language = facts.language
    is_an_event = dates.tells_a_day(sentence, language)
    return not (
        is_an_event or of_another(sentence, facts) or is_former(sentence, language) or is_planned(sentence, language)
    )


def _is_a_member(before: str, after: str, facts: Facts) -> bool:
    """Whether words beside somebody make a member of the organisation: behind the name, or before it, with a verb."""
    language = facts.language
    behind = first_clause(after)
    verb = language.find(behind[:NEAR], "is")
    said = language.find(behind[verb.end() : verb.end() + NEAR], "member_words") if verb else None
    if verb and said and said.start() <= CLOSE:
        of = behind[verb.end() :][: said.end() + NEAR]
        return not (is_anothers(of, language) or language.has(of, "authority_words", *OF_AN_OFFICE))
    said = language.find(before, "member_words") if len(before) < NEAR else None
    if said is None or is_anothers(before, language) or language.has(before[said.end() :], *PROPER_OFFICES):
        return False  # “Our members on its board are …”
    return language.has(before[said.end() :], "is")


def _enter(sentence: str, offset: int, named: list[Somebody], facts: Facts, *, elected: bool = False) -> None:
    """Enter the people of a sentence, up to one who is not the authority's, or not one of its `elected` people."""
    if len(named) > MOST_SENT:
        return
    for one, before, after in people.each_with_words(sentence, named):
        deputy = one.deputy or (one is not named[0] and _is_deputy(before, after, facts.language))
        ours = one.party or is_our_own(one, before, facts) or heads_the_authority(before, after, facts.language)
        ours = ours or (not elected and is_titled(before, after, facts))
        if not (ours or deputy) or speaks_up(sentence, one, facts.language) or speaks_for_others(after, facts):
            return
        at = offset + one.start, offset + one.end
        enter(facts, Representative(one.name, one.party, deputy=deputy), at, 0.8)


def _is_deputy(before: str, after: str, language: Language) -> bool:
    return stands_in(before, after, language) or language.has(first_clause(after)[:NEAR], "deputy_label")
