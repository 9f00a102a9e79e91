"""Who goes where somebody else cannot, told in a sentence of its own, or on a line before a deputy's."""

from __future__ import annotations

from hansa.reading import people
from hansa.reading.affiliation import CLOSE, first_clause, stands_in
from hansa.reading.belonging import is_former
from hansa.reading.delegates import enter
from hansa.reading.facts import Facts, section_rule
from hansa.reading.groups import of_group
from hansa.reading.languages import Language
from hansa.reading.outline import Section
from hansa.reading.people import Somebody
from hansa.reading.prose import of_another, telling
from hansa.reading.types import Representative

FEW_WORDS = 4
LONGEST_BACK = 600  # letters to whom the deputy stands in for
MOST_DEPUTIES = 3  # told in one sentence


@section_rule("who stands in for somebody named before", "deputy_label", "prevented")
def deputies(facts: Facts, section: Section) -> None:
    """“… is represented by Cllr Asta Lind. Her substitute is Bo Ek.” “If she cannot attend, Bo Ek takes her place.”"""
    language = facts.language
    for span, sentence, _cues in telling(section, facts.document, language, "deputy_label", "prevented"):
        if of_another(sentence, facts) or of_group(sentence, facts):
            continue
        said = language.pattern("deputy_label", "prevented").sub(" ", sentence)
        if language.has(said, "chair", "vice-chair", "board", "left") or is_former(said, language):
            continue
        known = {people.bare(one.person) for one in facts.organisation.representatives}
        named = people.everybody(sentence, language)
        others = [one for one in named if people.bare(one.name) not in known]
        for one, before, after in people.each_with_words(sentence, named):
            at = span[0] + one.start, span[0] + one.end
            if one not in others or len(others) > MOST_DEPUTIES or not _goes_on(at[0], facts):
                continue
            if _is_deputy(one, before, after, language):
                enter(facts, Representative(one.name, one.party, deputy=True), at, 0.82)


def _goes_on(position: int, facts: Facts) -> bool:
    """Whether somebody was named soon before a place in the text as one who is there for the authority."""
    told = facts.organisation
    places = [f"representatives.{place}" for place in range(len(told.representatives))]
    places += [f"offices.{place}" for place, office in enumerate(told.offices) if office.person]
    ends = (told.evidence[place][1] for place in places if place in told.evidence)
    return any(0 <= position - end < LONGEST_BACK for end in ends)


def _is_deputy(one: Somebody, before: str, after: str, language: Language) -> bool:
    """Whether words beside somebody make a deputy: not a title that begins so, as that of a deputy mayor."""
    if language.has(before, "prevented") or language.has(first_clause(after), "prevented"):
        return True
    said = language.find(before[-CLOSE:], "deputy_label")
    if said is None:
        return stands_in(before, after, language)
    between = before[-CLOSE:][said.end() :]
    is_said = language.has(f"{said.group()}{between}", "is")
    if said.group().split()[-1].casefold() in language.function_words and not is_said:
        return False  # “substitute for Eva Ek”
    is_aside = not between.strip() and before[-CLOSE:][: said.start()].rstrip()[-1:] in (",", ";", "(")
    return is_said or is_aside or between.strip() == ":" or (one.deputy and ":" in between)


@section_rule("who stands before a deputy")
def before_deputies(facts: Facts, section: Section) -> None:
    """Whoever stands alone on the line before “Deputy: …” is who that one is deputy to."""
    for label in section.of("deputy_label"):
        above = facts.document.block_at(facts.text.rfind("\n", 0, label.start) - 1)
        words = facts.document.of(above) if above else ""
        named = people.somebody(words, facts.language) if above in section.paragraphs else None
        if above and named and people.is_person(words, facts.language):
            at = above.start + named.start, above.start + named.end
            enter(facts, Representative(named.name, named.party, deputy=False), at, 0.85)


def told_as_deputies(clause: str, everybody: list[Somebody], language: Language) -> list[Somebody]:
    """Those of a clause's people whom it tells apart from the others as deputies: “Asta Lind, with deputy Bo Ek”."""
    if not everybody or language.has(clause[: everybody[0].start], "deputy_label"):
        return []  # all of them, it may be
    told: list[Somebody] = []
    joined = False  # “Asta Lind and Bo Ek are the alternates”
    for one, before, after in reversed(list(people.each_with_words(clause, everybody))):
        if one.deputy or stands_in(before, after, language) or joined:
            told.insert(0, one)
        is_bare = len(before.split()) < FEW_WORDS and not language.has(before, "is", "deputy_label", "prevented")
        is_one_more = is_bare and (before.startswith(",") or language.has(before, "and"))
        joined = one in told and is_one_more and (joined or language.has(after, "is"))
    are_all = len(told) == len(everybody) > 1 and speaks_of_regulars(clause, language)
    return told[1:] if are_all else told  # “the delegate is Asta Lind, deputy Bo Ek”


def speaks_of_regulars(clause: str, language: Language) -> bool:
    """Whether a clause tells of others than deputies: a word for those who sit there stands in it by itself."""
    deputies = language.words["deputy_label"]
    return any(found.group().casefold() not in deputies for found in language.pattern("delegates").finditer(clause))
