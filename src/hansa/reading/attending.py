"""Who goes to an organisation's meetings for the authority: “Its meetings are attended by the head of Environment”."""

from __future__ import annotations

from hansa.reading import dates, people
from hansa.reading.affiliation import (
    OF_AN_OFFICE,
    is_titled,
    speaks_for_others,
    speaks_up,
    stands_in,
)
from hansa.reading.belonging import is_former
from hansa.reading.delegates import enter
from hansa.reading.facts import Facts, section_rule
from hansa.reading.outline import Section
from hansa.reading.politicians import is_our_own
from hansa.reading.prose import of_another, telling
from hansa.reading.types import Representative

MOST_SENT = 4  # people in one sentence
LONG_DATE = len("2025-01")


@section_rule("who goes to its meetings")
def attending(facts: Facts, section: Section) -> None:
    """“Head of unit Ann Ek attends its meetings”, now and always: not on a day, which is of an event."""
    language = facts.language
    for span, sentence, _cues in telling(section, facts.document, language, "attends"):
        if not language.has(sentence, "assemblies") or language.has(sentence, *OF_AN_OFFICE, "left", "groups"):
            continue
        said = language.pattern("prevented").sub(" ", sentence)
        day = dates.date_in(sentence, language)
        if of_another(sentence, facts) or is_former(said, language) or (day and len(day[0]) > LONG_DATE):
            continue
        named = people.everybody(sentence, language)
        if not 0 < len(named) <= MOST_SENT:
            continue
        for one, before, after in people.each_with_words(sentence, named):
            deputy = one.deputy or (one is not named[0] and stands_in(before, after, language))
            ours = one.party or is_titled(before, after, facts) or is_our_own(one, before, facts)
            if not (ours or deputy) or speaks_up(sentence, one, language) or speaks_for_others(after, facts):
                break
            at = span[0] + one.start, span[0] + one.end
            enter(facts, Representative(one.name, one.party, deputy=deputy), at, 0.8)
