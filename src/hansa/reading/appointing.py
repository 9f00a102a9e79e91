"""Sentences of minutes and decisions that send people to a network: “Cllr Ann Ek (Lab) was appointed to Polis, with
Cllr Bo Al (Con) as substitute”."""

from __future__ import annotations

from hansa.reading import people
from hansa.reading.affiliation import CLOSE, stands_in
from hansa.reading.belonging import appoints_somebody
from hansa.reading.delegates import enter
from hansa.reading.facts import Facts, section_rule
from hansa.reading.groups import of_a_group_joined, of_a_part, of_group
from hansa.reading.languages import Language
from hansa.reading.outline import Section
from hansa.reading.prose import of_another, telling
from hansa.reading.types import Representative

MOST_SENT = 4
FEW_WORDS = 3


@section_rule("who is appointed", "appoints")
def appointed(facts: Facts, section: Section) -> None:
    """Politicians whom a sentence appoints: deputies where the words beside them say so, representatives else."""
    language = facts.language
    for span, sentence, _cues in telling(section, facts.document, language, "appoints"):
        if not appoints_somebody(sentence, language, facts.authority) or of_another(sentence, facts):
            continue
        if of_group(sentence, facts) or of_a_part(sentence, facts) or of_a_group_joined(sentence, facts):
            continue
        named = people.everybody(sentence, language)
        if len(named) > MOST_SENT or not all(one.party for one in named):
            continue
        for one, before, after in people.each_with_words(sentence, named):
            at = span[0] + one.start, span[0] + one.end
            deputy = is_told_as_deputy(before, after, language, is_last=one is named[-1])
            enter(facts, Representative(one.name, one.party, deputy=deputy), at, 0.85)


def is_told_as_deputy(before: str, after: str, language: Language, *, is_last: bool) -> bool:
    """Whether words beside somebody make a deputy of them: “, with Bo Al (Con) as substitute”, “and as deputy Bo Al”;
    those behind may be of the next one: “(Ann Ek (Lab) is sent,) and as substitute: Bo Al”."""
    label = language.pattern("deputy_label")
    ahead = [*label.finditer(before[-CLOSE:])]
    if ahead and len(before[-CLOSE:][ahead[-1].end() :].split()) <= FEW_WORDS:
        return True
    behind = label.search(after[:CLOSE])
    if behind is None or len(after[: behind.start()].split()) > FEW_WORDS:
        return False
    is_next = language.has(after[: behind.end()], "and") or after[behind.end() :].lstrip()[:1] == ":"
    return is_last or (stands_in(before, after, language) and not is_next)
