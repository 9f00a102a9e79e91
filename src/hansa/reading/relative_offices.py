"""Offices that a clause on a network gives to the authority of which the sentence tells: “The city takes part in the
network, of which it has held the vice-presidency since 2024”."""

from __future__ import annotations

import re
from functools import cache

from hansa.reading import dates, people
from hansa.reading.authority import called, names_another
from hansa.reading.belonging import is_former, is_planned, of_neighbours
from hansa.reading.delegates import hold
from hansa.reading.facts import Facts, section_rule
from hansa.reading.groups import of_a_part, of_group
from hansa.reading.languages import Language
from hansa.reading.offices import OFFICES
from hansa.reading.outline import Section
from hansa.reading.prose import of_another, telling
from hansa.reading.types import Office

FAR_FROM_START = 60  # letters before the authority
_SIGNS = re.compile(r"[,;:()]")


@section_rule("offices in a clause on the network", *OFFICES)
def in_clauses(facts: Facts, section: Section) -> None:
    """The offices of clauses that say nothing but that they are held, and since when."""
    language = facts.language
    for span, sentence, _cues in telling(section, facts.document, language, *OFFICES):
        joint = next(iter(list(language.pattern("which", "breakers").finditer(sentence))[-1:]), None)
        if joint is None or people.everybody(sentence, language) or not _is_ours(sentence[: joint.start()], facts):
            continue
        if of_another(sentence, facts) or of_a_part(sentence, facts) or of_group(sentence, facts):
            continue
        if of_neighbours(sentence, language, facts.authority) or is_planned(sentence, language):
            continue
        end = _SIGNS.search(sentence, joint.end())
        clause = sentence[joint.start() : end.start() if end else len(sentence)].rstrip(" .")
        office = next((one for one in OFFICES if language.has(clause, one)), None)
        if office is None or is_former(clause, language) or language.has(clause, "left", "formerly"):
            continue
        if language.has(clause, "holds") and not _others(language).search(_plain(clause, language)):
            since, until = dates.span_in(clause, language)
            at = span[0] + joint.start(), span[0] + joint.start() + len(clause)
            hold(facts, Office(office, None, None, since, until), at, 0.8)


def _is_ours(before: str, facts: Facts) -> bool:
    """Whether words begin with the authority as what they tell of, and name no other one."""
    language = facts.language
    begins = before[:FAR_FROM_START]
    is_told = language.has(begins, "we_subject") or any(one in begins for one in called(facts.authority, language))
    return is_told and not names_another(before, language, facts.authority)


def _plain(clause: str, language: Language) -> str:
    """A clause without the words that tell of an office, how it is held, and since when."""
    return _told(language).sub(" ", clause)


@cache
def _told(language: Language) -> re.Pattern[str]:
    cues = (
        *OFFICES,
        "holds",
        "the_post",
        "since_words",
        "until_words",
        "adverbs",
        "which",
        "breakers",
        "one_of",
        "its",
    )
    every = rf"{language.any_of(*cues, 'somebody', 'definite', 'seasons', 'of_years')}|{'|'.join(language.months)}"
    return re.compile(rf"(?<!\w)(?:{every})(?:(?<=['’])|(?!\w))", re.I)


@cache
def _others(language: Language) -> re.Pattern[str]:
    """A word that is no little one."""
    little = "|".join(map(re.escape, sorted(language.function_words, key=len, reverse=True)))
    return re.compile(rf"(?<![\w'’])(?!(?:{little})(?!\w))[^\W\d_]{{3,}}", re.I)
