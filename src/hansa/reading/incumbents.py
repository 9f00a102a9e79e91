"""Since when somebody holds an office, told in the sentence behind: “Cllr Asta Lind is its vice-president. She has held
the post since 2021.”"""

from __future__ import annotations

from hansa.reading import dates, people
from hansa.reading.affiliation import OF_AN_OFFICE
from hansa.reading.belonging import is_former, is_planned
from hansa.reading.facts import Facts, section_rule
from hansa.reading.outline import Section
from hansa.reading.prose import sentences_of, telling
from hansa.reading.types import Office

LONGEST = 140  # letters


@section_rule("since when an office told before is held", "the_post")
def incumbents(facts: Facts, section: Section) -> None:
    """The term that a sentence gives to “the post”, which the one before told of, and it alone."""
    language = facts.language
    every = sentences_of(section, facts.document, language)
    spans = {one.span: number for number, one in enumerate(every)}
    for span, sentence, _cues in telling(section, facts.document, language, "the_post"):
        number = spans.get(span, 0)
        if not number or len(sentence) > LONGEST or people.everybody(sentence, language):
            continue
        if language.has(sentence, *OF_AN_OFFICE, "left") or is_former(sentence, language):
            continue
        told = _told_in(every[number - 1].span, facts)
        since, until = dates.span_in(sentence, language)
        if is_planned(sentence, language) or len(told) != 1 or told[0].since or told[0].until:
            continue
        told[0].since, told[0].until = since, until


def _told_in(sentence: tuple[int, int], facts: Facts) -> list[Office]:
    """The offices of which a sentence tells who holds them."""
    own = facts.organisation
    at = ((facts.organisation.evidence.get(f"offices.{place}"), one) for place, one in enumerate(own.offices))
    return [one for span, one in at if span is not None and sentence[0] <= span[0] < sentence[1]]
