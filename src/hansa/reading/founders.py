"""The authority as a member from the beginning, which tells since when it is one and when the organisation began:
“one of the founders (2008)”, “a founding member”, “has been in it since the start in 1991”."""

from __future__ import annotations

import re
from functools import cache

from hansa.reading import dates
from hansa.reading.facts import Facts, section_rule
from hansa.reading.figures import Count
from hansa.reading.languages import Language
from hansa.reading.outline import Section
from hansa.reading.prose import is_ours, of_another, telling
from hansa.reading.since import is_term
from hansa.reading.ties import takes_part
from hansa.reading.types import Span

NEAR_FOUNDED = 90  # letters from “was there when” to the verb
NEAR_BEFORE, NEAR_BEHIND = 60, 70  # letters between the words and a date
FEW_LETTERS = 4
YEAR = 4  # digits
SURE, SURE_OF_FOUNDING = 0.9, 0.85
_BREAKS = re.compile(r"[;:]|(?<!\d\sr)\.\s")  # Polish “w 2004 r. jednym”
_OF_OTHERS = ("chair", "vice-chair", "board", "secretariat", "represents", "fee_words", "groups")
_DIGIT_BEFORE = re.compile(r"(?<!\d)\d{1,3}\s\Z")


@section_rule("membership since the beginning", "founders", "from_the_start", "there_when", "one_of")
def since_the_beginning(facts: Facts, section: Section) -> None:
    """Since when the authority is a member that was there from the beginning: by the date that stands with it, or by
    that of the founding."""
    if facts.organisation.membership and facts.organisation.membership.since:
        return
    undated: Span | None = None
    for span, sentence, _cues in telling(
        section, facts.document, facts.language, "founders", "from_the_start", "there_when", "one_of"
    ):
        said = _said(sentence, facts)
        if said is None or of_another(sentence, facts):
            continue
        if date := _beside(sentence, said, facts.language):
            _note(facts, date[0], (span[0] + date[1], span[0] + date[2]), SURE)
            if "founded" not in facts.organisation.figures:
                place = (span[0] + min(said[0], date[1]), span[0] + max(said[1], date[2]))
                facts.count(Count("founded", int(date[0][:YEAR]), False, place, SURE_OF_FOUNDING))
            return
        undated = undated or (span[0] + said[0], span[0] + said[1])
    if undated and "founded" in facts.organisation.figures:
        told = facts.text[slice(*facts.organisation.evidence["figures.founded"])]
        date = dates.date_in(told, facts.language)
        year = str(facts.organisation.figures["founded"].value)
        _note(facts, date[0] if date and date[0][:YEAR] == year else year, undated, SURE_OF_FOUNDING)


def _note(facts: Facts, since: str, span: Span, sure: float) -> None:
    facts.membership.since = since
    facts.note("membership.since", span, sure)


def _said(sentence: str, facts: Facts) -> Span | None:
    """Where a sentence says that the authority was there from the beginning; a line that begins so says it of it."""
    language = facts.language
    if found := language.find(sentence, "founders"):
        before = sentence[: found.start()].strip(" ,;:–—-(")
        if _DIGIT_BEFORE.search(sentence[: found.start()]):
            return None  # “has 12 founding members”
        if language.has(sentence[found.end() :][:NEAR_BEFORE], "projects"):
            return None  # “one of the initiators of the project”
        own = (facts.organisation.name.text, facts.organisation.abbreviation)
        return found.span() if not before or before in own or _is_ours(sentence, found.start(), facts) else None
    if there := _at_founding(sentence, facts):
        return there
    found = language.find(sentence, "from_the_start")
    belongs = language.has(sentence, "member_words", "since", "member_of", "part_of")
    if found and _of_a_year(language).match(sentence, found.end()):
        return None  # “since the beginning of 2022”
    if found is None or not (belongs or takes_part(language).search(sentence)):
        return None
    return found.span() if _is_ours(sentence, found.start(), facts) else None


@cache
def _of_a_year(language: Language) -> re.Pattern[str]:
    """“(The beginning) of the year 2022”, behind words for the beginning."""
    of = rf"(?:{language.joining('of', 'of_years')})" + ("" if language.words["articles"] else "?")
    return re.compile(rf"\s{of}(?:[^\W\d]{{1,3}}['’])?(?:[^\W\d]{{2,9}}\s)?(?:19|20)\d\d(?!\d)", re.I)


def _at_founding(sentence: str, facts: Facts) -> Span | None:
    """Where a sentence says that the authority was there when the organisation was founded, or one of those who did so:
    “The city was one of the five that set up the network in 2003.”"""
    language = facts.language
    for cue in ("there_when", "one_of"):
        there = language.find(sentence, cue)
        behind = sentence[there.end() : there.end() + NEAR_FOUNDED] if there else ""
        verb = language.find(behind, "founded_verbs", "founders_verbs") if behind else None
        if there is None or verb is None or _BREAKS.search(behind[: verb.start()]):
            continue
        if cue == "one_of" and not language.has(behind[: verb.start()], "which", "breakers", "founders_that"):
            continue  # “one of the networks founded in 1991”
        if language.has(behind, "groups", "projects"):
            continue
        if is_ours(sentence[: there.start()], facts):
            return there.start(), there.end() + verb.end()
    return None


def _is_ours(sentence: str, place: int, facts: Facts) -> bool:
    """Whether the clause around a place speaks of the authority: not “Kiel, which is one of the founders, and we”."""
    breaks = [one.end() for one in facts.language.pattern("breakers").finditer(sentence, 0, place)]
    breaks = [end for end in breaks if sentence[end:place].strip()]  # not Danish “(trådte ind) som stiftende medlem”
    clause = breaks[-1] if breaks else 0
    if is_ours(sentence[clause:].partition(";")[0], facts):
        return True
    before = sentence[:clause]
    one = facts.language.find(before[-NEAR_BEFORE:], "one_of")  # “we were one of the towns that …”
    return one is not None and is_ours(before, facts)


def _beside(sentence: str, said: Span, language: Language) -> tuple[str, int, int] | None:
    """The date that stands beside the words, behind them or else before, and what it is of in between is not told."""
    first, last = said
    if (within := dates.date_in(sentence[first:last], language)) and not is_term(
        sentence[first:last], within, language
    ):
        return within[0], first + within[1], first + within[2]  # “one of the five that in 2003 set it up”
    behind = sentence[last : last + NEAR_BEHIND]
    date = dates.date_in(behind, language)
    beside = date and not _BREAKS.search(behind[: date[1]]) and not is_term(behind, date, language)
    if date and beside and not language.has(behind[: date[1]], "and", *_OF_OTHERS):
        return date[0], last + date[1], last + date[2]
    start = max(0, first - NEAR_BEFORE)
    before = sentence[start:first]
    found = dates.dates_in(before, language)
    if not found or is_term(before, found[-1], language):
        return None
    if _BREAKS.search(before[found[-1][2] :]) or language.has(before[found[-1][2] :], *_OF_OTHERS):
        return None
    return found[-1][0], start + found[-1][1], start + found[-1][2]
