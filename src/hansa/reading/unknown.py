"""Labels that nobody knows: what stands behind them is told by other words in them, or by the value itself."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator

from hansa.reading import dates, money, people
from hansa.reading.committees import names_a_committee
from hansa.reading.facts import FIELD_RULES, Facts, section_rule
from hansa.reading.labels import labels_of
from hansa.reading.lines import labels_a_picture
from hansa.reading.outline import Field, Section
from hansa.reading.prose import OF_OFFICES
from hansa.reading.sentences import sentences
from hansa.reading.types import Span

LONGEST_BLOCK = 3000
LONGEST_LABELLED = 400
LONGEST_VALUE = 200
MOST_WORDS_OF_A_COMMITTEE = 8
FEW_LETTERS = 24  # before a person: titles
LESS_SURE = 0.9
_OF_ONE = ("chair_label", "vice-chair_label", "board_label")
_TERM = re.compile(r"\s\(?(?:19|20)\d\d\s?[–—-]\s?(?:(?:19|20)?\d\d)?\)?\Z")
_SIGN = re.compile(r"[:?]\s")
_LABELLED = re.compile(r"(?P<label>[^:\n]{2,40}?)\s?[:?]{1,2}\s{1,3}(?=\S)")


@section_rule("values behind labels that nobody knows")
def guessed(facts: Facts, section: Section) -> None:
    """“Anchored in: Committee for Growth”, “Westsea came aboard: 2 May 2012”."""
    before = set(facts.organisation.evidence)
    for label, start, end in unknown_labels(facts, section):
        end = next((last for _first, last in sentences(facts.text, start, end, facts.language)), end)
        value = facts.text[start : min(end, start + LONGEST_VALUE)]
        if name := _field_of(label, value, facts):
            FIELD_RULES[name](facts, Field(name, start, end, label), value)
        elif term := _TERM.search(label):
            _of_a_term(facts, label, term, (start, end))
    for path in set(facts.organisation.evidence) - before:
        facts.organisation.confidence[path] = min(LESS_SURE, facts.organisation.confidence[path])


def _of_a_term(facts: Facts, label: str, term: re.Match[str], at: Span) -> None:
    """“Chair 2024–2026: Asta Lind (S)”: an office, with since and until of whoever the label's years are told of."""
    name = labels_of(facts.language).exactly(label[: term.start()])
    if name not in _OF_ONE or facts.language.has(label, "formerly", "left"):
        return
    before = len(facts.organisation.offices)
    value = facts.text[at[0] : min(at[1], at[0] + LONGEST_VALUE)]
    FIELD_RULES[name](facts, Field(name, *at, label[: term.start()].strip()), value)
    for one in facts.organisation.offices[before:]:
        if one.since is None and one.until is None:
            one.since, one.until = dates.span_in(term.group(), facts.language)


def _field_of(label: str, value: str, facts: Facts) -> str | None:
    """The field that a label's words, or the value behind it, tell; None where neither does."""
    language, own = facts.language, facts.organisation
    if language.has(label, "formerly", "left", "other_label", "chair", "vice-chair", "board"):
        return None
    known = own.membership
    if language.has(label, "fee_words", "yearly") and money.fees_in(value, language):
        return None if known and known.fee else "fee_label"
    date = dates.date_in(value, language)
    is_bare = date is not None and not value[date[2] :].strip(" .") and date[1] <= FEW_LETTERS
    if date and (language.has(label, "since") or (is_bare and language.has(label, "since_words", "member_words"))):
        return None if known and known.since else "since_label"
    if names_a_committee(value, language) and "," not in value and len(value.split()) <= MOST_WORDS_OF_A_COMMITTEE:
        return None if known and known.committee else "committee_label"
    named = people.somebody(value, language)
    if named and named.party and (office := language.pattern("vice-chair", "chair", "board").match(value)):
        return "role_label" if value[office.end() : named.start] == " (" else None  # “vice-chair (Asta Lind, S)”
    if named and named.party and named.start <= FEW_LETTERS and not language.has(value, *OF_OFFICES, "board", "chair"):
        return "deputy_label" if language.has(label, "deputy_label") else "representative_label"
    return None


def unknown_labels(facts: Facts, section: Section) -> Iterator[tuple[str, int, int]]:
    """Labels that nobody knows, each with where its value begins and ends."""
    for field in section.of("unknown_label"):
        if not labels_a_picture(field.label, facts.language):
            yield field.label, field.start, field.end
    for start, end in _beginnings(facts, section):
        match = _LABELLED.match(facts.text, start, min(end, start + LONGEST_LABELLED))
        if match and not labels_a_picture(match["label"], facts.language):
            yield match["label"], match.end(), end


def _beginnings(facts: Facts, section: Section) -> Iterator[Span]:
    """Where a label may stand: at the beginning of a block, or of a sentence within it."""
    for block in section.paragraphs:
        yield block.start, block.end
        if not _SIGN.search(facts.text, block.start, block.end):
            continue
        for start, end in sentences(
            facts.text, block.start, min(block.end, block.start + LONGEST_BLOCK), facts.language
        ):
            if start > block.start:
                yield start + (len(facts.text[start:end]) - len(facts.text[start:end].lstrip())), end


def of_others(section: Section) -> list[Span]:
    """The values of labels that are no contact's, in their order: “Page editor: …”."""
    return sorted((field.start, field.end) for field in section.of("other_label"))


def lies_in(span: Span, others: list[Span]) -> bool:
    """Whether a sentence begins in one of some spans."""
    place = bisect_right(others, (span[0], span[1])) - 1
    return place >= 0 and span[0] < others[place][1]
