"""The offices that the authority holds in an organisation, itself or through a person.

An office is found only where a sentence says who holds it, and that is the authority: its name or “we” is the subject
of a holding verb, the office is said to be “hosted by us”, or a person of the authority is said to hold it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

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
            match = facts.language.pattern(office).search(part.group())
            if match and not (office == "chair" and facts.language.pattern("vice-chair").search(part.group())):
                _take(facts, office, part.group(), match.start(), match.end(), field.start + part.start(), 0.95)
    kind = next((k for k in ("associate", "observer", "full") if facts.language.has(value, f"kind_{k}")), None)
    if kind is not None and facts.membership.kind is None:
        facts.membership.kind = kind
        facts.note("membership.kind", (field.start, field.end), 0.9)
    elif len(facts.organisation.offices) == before:
        facts.doubt("role-not-understood", "No office was made of {words}.", (field.start, field.end))


def _held(sentence: str, facts: Facts) -> Iterator[tuple[str, int, int]]:
    """The offices that a sentence says are the authority's: (office, start, end of its words)."""
    taken: list[tuple[int, int]] = []
    for office, (alone, after_another) in _patterns(facts.language, facts.authority).items():
        for pattern in [*alone, *(after_another if taken else [])]:
            if match := pattern.search(sentence):
                start, end = match.span("office")
                if not any(a <= start < b for a, b in taken):
                    taken.append((start, end))
                    yield office, start, end
                break


@lru_cache(maxsize=64)
def _patterns(
    language: Language, authority: str | None
) -> dict[str, tuple[list[re.Pattern[str]], list[re.Pattern[str]]]]:
    """For each office: how a sentence says that the authority holds it, and how where it said so of another before."""
    subject, who, holds = _subject(language, authority), _who(language, authority), _holds(language)
    between, gap = _between(language), _gap(language, 60)
    hosted, be, joint = (language.any_of(cue) for cue in ("hosted_by", "is", "and"))
    made = {}
    for office in OFFICES:
        words = rf"(?<!\w)(?P<office>(?i:{language.any_of(office)}))(?!\w)"
        alone = [
            rf"{subject}{gap}{holds}{between}{words}",
            rf"{words}{gap}(?i:{hosted})\s{subject}",
            rf"{who}{gap}(?i:{be}){between}{words}",
        ]
        if office == "chair":
            verbs = language.any_of("chair_verbs")
            alone.append(rf"{subject}{_gap(language, 20)}(?P<office>(?i:{verbs}))(?!\w)")
        # “… is chair, and holds the secretariat”: the same subject
        after_another = [rf"(?i:{joint})\s{holds}{between}{words}"]
        made[office] = ([re.compile(p) for p in alone], [re.compile(p) for p in after_another])
    return made


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
    """A holding verb; an adverb may stand within it or behind it: “is now”, “is also host of”."""
    adverb = rf"(?:\s(?:{language.any_of('adverbs')}))?"
    verbs = "|".join(
        rf"{adverb}\s".join(re.escape(part) for part in verb.split())
        for verb in sorted(language.words["holds"], key=len, reverse=True)
    )
    return rf"(?<!\w)(?i:(?:{verbs}){adverb})(?!\w)"


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
    match = _holder(facts.language, facts.authority).search(text, max(0, start - 160), start)
    return people.somebody(text, facts.language, match.start()) if match else None


@lru_cache(maxsize=64)
def _holder(language: Language, authority: str | None) -> re.Pattern[str]:
    return re.compile(_who(language, authority))
