"""Offices that a sentence tells of and that nobody of the authority's holds: the chair who is but met or thanked, the
board for which somebody is a candidate."""

from __future__ import annotations

import re

from hansa.reading.affiliation import OF_AN_OFFICE, first_clause
from hansa.reading.languages import Language

NEAR = 110  # letters between a person and an office
FEW_WORDS = 3
_COMMA = re.compile(r",\s")


def is_but_met(before: str, after: str, language: Language) -> bool:
    """Whether words beside somebody tell that those who hold an office are met, visited or thanked: “Mayor Ann Ek met
    its board”, “its president was received by Mayor Ann Ek”; not “Ann Ek, its president, met the minister”."""
    behind = first_clause(after)
    office = language.find(behind[:NEAR], *OF_AN_OFFICE)
    if office is not None:
        is_aside = behind.lstrip().startswith(",")
        end = _COMMA.search(behind, office.end())
        clause = behind[: end.start()] if end else behind
        last = " ".join(clause[office.end() :].split()[-FEW_WORDS:])
        if language.has(behind[: office.start()], "quits"):
            return True  # “Cllr Ek is leaving its board”
        first = " ".join(before.split()[-FEW_WORDS:])  # “in Brüssel traf Oberbürgermeisterin Ann Ek den Präsidenten”
        is_around = not is_aside and language.has(f"{first} … {last}", "meets")
        return is_around or language.has(behind[: office.start()], "meets")
    ahead = before[-NEAR:]
    said = next(iter(list(language.pattern(*OF_AN_OFFICE).finditer(ahead))[-1:]), None)
    gap = ahead[said.end() :] if said else ""
    soon = " ".join(behind.split()[:FEW_WORDS])
    return language.has(gap, "meets") or (len(gap.split()) > FEW_WORDS and language.has(soon, "meets"))


def is_but_sought(sentence: str, language: Language) -> bool:
    """Whether a sentence tells of a candidate for an office, and of nobody who was elected."""
    return language.has(sentence, "stands") and not language.has(sentence, "elected", "sits")


def is_unheld(before: str, after: str, sentence: str, language: Language) -> bool:
    """Whether a sentence gives nobody the office that words beside somebody tell of."""
    if language.may_have(sentence, "meets", "quits") and is_but_met(before, after, language):
        return True
    return language.may_have(sentence, "stands") and is_but_sought(sentence, language)


def is_chair_at_home(behind: str, language: Language) -> bool:
    """Whether words behind somebody tell of a chair in the authority itself: “… has been elected chair of the council”,
    and not that somebody represents it."""
    if not (language.has(behind, "elected") and language.has(behind, "chair", "vice-chair")):
        return False
    rest = language.pattern("elected").sub(" ", behind)
    return not language.has(rest, "represents", "delegates", "representative_label", "deputy_label")
