"""The offices that the authority holds in an organisation, itself or through a person.

An office is found only where a sentence says who holds it, and that is the authority: its name or “we” is the subject
of a holding verb, the office is said to be “hosted by us”, or a person of the authority is said to hold it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from hansa.reading import dates, people
from hansa.reading.facts import Facts, field_rule, section_rule
from hansa.reading.languages import Language
from hansa.reading.prose import is_ours, sentences_of
from hansa.reading.sections import Field, Section
from hansa.reading.types import Office

OFFICES = ("vice-chair", "chair", "secretariat", "board")
NEAR = 120  # characters between an office and the person through whom it is held
_PART = re.compile(r"[^;\n]+")


@section_rule("offices")
def offices(facts: Facts, section: Section) -> None:
    """The offices that sentences say the authority holds now; what it held once, or may hold, is a doubt."""
    for span in sentences_of(section, facts.document, facts.language):
        sentence = facts.text[span[0] : span[1]]
        if not facts.language.has(sentence, *OFFICES, "chair_verbs") or not is_ours(sentence, facts):
            continue
        found = list(_held(sentence, facts))
        if found and facts.language.has(sentence, "formerly"):
            facts.doubt("office-doubtful", "Is this office held now? {words}", span)
            continue
        for office, start, end in found:
            _take(facts, office, sentence, start, end, span[0], 0.93)


@field_rule("role_label")
def roles(facts: Facts, field: Field, value: str) -> None:
    """“Our role: chair through Asta Lind (C); secretariat”."""
    before = len(facts.organisation.offices)
    for part in _PART.finditer(value):
        for office in OFFICES:
            match = _office(facts.language, office).search(part.group())
            if match and not (office == "chair" and _office(facts.language, "vice-chair").search(part.group())):
                _take(facts, office, part.group(), match.start(), match.end(), field.start + part.start(), 0.95)
    kind = next((k for k in ("associate", "observer", "full") if facts.language.has(value, f"kind_{k}")), None)
    if kind is not None and facts.membership.kind is None:
        facts.membership.kind = kind
        facts.note("membership.kind", (field.start, field.end), 0.9)
    elif len(facts.organisation.offices) == before:
        facts.doubt("role-not-understood", "No office was made of {words}.", (field.start, field.end))


def _held(sentence: str, facts: Facts) -> Iterator[tuple[str, int, int]]:
    """The offices that a sentence says are the authority's: (office, start, end of its words)."""
    language = facts.language
    subject = _subject(language, facts.authority)
    taken: list[tuple[int, int]] = []
    for office in OFFICES:
        patterns = [
            rf"{subject}{_gap(language, 60)}{_holds(language)}{_between(language)}{{office}}",
            rf"{{office}}{_gap(language, 60)}(?i:{language.any_of('hosted_by')})\s{subject}",
            rf"{_who(language, facts.authority)}{_gap(language, 60)}(?i:{language.any_of('is')}){_between(language)}{{office}}",
        ]
        if taken:  # “… is chair, and holds the secretariat”: the same subject
            patterns.append(rf"(?i:{language.any_of('and')})\s{_holds(language)}{_between(language)}{{office}}")
        found = _first(patterns, office, sentence, language)
        if found is None and office == "chair":
            found = _first(
                [rf"{subject}{_gap(language, 20)}(?P<office>(?i:{language.any_of('chair_verbs')}))(?!\w)"],
                "",
                sentence,
                language,
            )
        if found and not any(start <= found[0] < end for start, end in taken):
            taken.append(found)
            yield office, *found


def _first(patterns: list[str], office: str, sentence: str, language: Language) -> tuple[int, int] | None:
    words = rf"(?<!\w)(?P<office>(?i:{language.any_of(office)}))(?!\w)" if office else ""
    for pattern in patterns:
        if match := _compiled(pattern.replace("{office}", words)).search(sentence):
            return match.span("office")
    return None


@cache
def _compiled(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern)


@cache
def _office(language: Language, office: str) -> re.Pattern[str]:
    return language.pattern(office)


def _subject(language: Language, authority: str | None) -> str:
    """“We”, “the region”, or the authority by its name."""
    ours = rf"(?i:{language.any_of('we_subject')})"
    return rf"(?<!\w)(?:{ours}|{re.escape(authority)})(?!\w)" if authority else rf"(?<!\w){ours}(?!\w)"


def _who(language: Language, authority: str | None) -> str:
    """A person of the authority: “our councillor Asta Lind (C)”, “Asta Lind (C) from Region Westsea”."""
    ours = rf"(?i:{language.any_of('our')})\s(?:[\w-]{{1,30}}\s){{0,2}}{people.NAME}(?:\s?{people.PARTY_PLAIN})?"
    if authority is None:
        return rf"(?<!\w){ours}"
    there = (
        rf"{people.NAME}(?:\s?{people.PARTY_PLAIN})?,?\s(?:(?i:{language.any_of('from')})\s)?{re.escape(authority)},?"
    )
    return rf"(?<!\w)(?:{ours}|{there})"


def _holds(language: Language) -> str:
    return rf"(?<!\w)(?i:{language.any_of('holds')})(?!\w)"


def _gap(language: Language, most: int) -> str:
    """Some words in which no new clause begins."""
    return rf"(?:(?!(?<!\w)(?i:{language.any_of('breakers')})(?!\w))[^;:.()]){{0,{most}}}?"


def _between(language: Language) -> str:
    """At most three words between a verb and the office, none of which parts the one from the other."""
    return rf"(?:\s(?!(?i:{language.any_of('parting', 'breakers')})(?!\w))[\w-]{{1,20}}){{0,3}}?\s"


def _take(facts: Facts, office: str, text: str, start: int, end: int, offset: int, confidence: float) -> None:
    """Note an office; a person stands behind “through”, or before “is”."""
    if any(held.office == office for held in facts.organisation.offices):
        return
    language, held = facts.language, Office(office)
    first, last = start, end
    if office != "secretariat":
        after = language.pattern("through").search(text, end, end + NEAR)
        person = people.somebody(text, language, after.end()) if after else None
        if person is not None and after is not None and person.start - after.end() < 30:
            held.person, held.party, last = person.name, person.party, person.end
        elif before := _holder_before(text, start, facts):
            held.person, held.party, first = before.name, before.party, before.start
    held.since, held.until = dates.span_in(text[last : last + 60].partition(".")[0], language)
    position = len(facts.organisation.offices)
    facts.organisation.offices.append(held)
    facts.note(f"offices.{position}", (offset + first, offset + last), confidence)


def _holder_before(text: str, start: int, facts: Facts) -> people.Somebody | None:
    """The person of “our councillor Asta Lind (C) is chair”."""
    pattern = _compiled(_who(facts.language, facts.authority))
    match = pattern.search(text, max(0, start - 160), start)
    return people.somebody(text, facts.language, match.start()) if match else None
