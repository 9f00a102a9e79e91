"""The authority's committee that answers for all its memberships: “The Culture Committee oversees these networks.”"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import pairwise

from hansa.reading.committees import committee_in, is_but_a_noun, names_a_committee, without_council
from hansa.reading.document import Block, Document
from hansa.reading.known import is_institution, known_in, nominative
from hansa.reading.languages import Language, first_word
from hansa.reading.languages.standing import words_in
from hansa.reading.outline import Section
from hansa.reading.sentences import sentences
from hansa.reading.types import Membership, Organisation, Span

LONGEST_BLOCK = 2000
LONGEST_LINE = 200
FEWEST_ABOVE = 3  # networks
MOST_OF_A_LABEL = 6  # words
BEGINNING = 4  # letters of a word, whatever case ends it
_PLAIN = ("paragraph", "line")
_OF_ONE = ("the_membership", "membership_nouns", "subjects", "remaining")  # that a committee is one network's
_CLAUSES = re.compile(r"[,;]\s")
RULE, SURE = "committee of all", 0.82


def with_overseer(
    organisations: Iterable[Organisation],
    sections: list[Section],
    document: Document,
    language: Language,
    authority: str | None,
) -> None:
    """Give each organisation of which no committee is told, and which was not left, the one that answers for it, or
    for all, or for the others: “The Traffic Committee oversees Polis, while the Culture Committee answers for the
    rest.”"""
    every = list(organisations)
    by_beginning: dict[str, list[Organisation]] = {}  # of the first word of each of their names
    for own in every:
        for name in _names(own):
            by_beginning.setdefault(first_word(name)[:BEGINNING], []).append(own)
    of_all: Span | None = _below_a_title(sections, document, language)
    for part, block in _blocks(sections):
        end = min(block.end, block.start + LONGEST_BLOCK)
        if not language.has(document.text[block.start : end], "oversees", "rules_on", "answers_for"):
            continue
        told_above = False  # whether the sentence before speaks of several networks
        for first, last in sentences(document.text, block.start, end, language):
            words = document.text[first:last]
            begun = {word[:BEGINNING] for word in words_in(words)}
            may_be = {id(one): one for beginning in begun for one in by_beginning.get(beginning, ())}
            for one, at in _in_turn(words, may_be.values(), language):
                told = one.evidence.get("membership.committee")
                if one.membership and told and first <= told[0] < last:
                    one.membership.committee = None  # the other's
                _give([one], (first + at[0], first + at[1]), document, language)
            if of_all is None and (its := _of_all(words, language, told_above)):
                of_all = (first + its[0], first + its[1])
                _take_back(every, part, (first, last))
            told_above = not part.sure and speaks_of_several(words, language)
            for whom, at in _by_name(words, every, language):
                _give([*whom], (first + at[0], first + at[1]), document, language)
    if of_all is None:
        of_all = _at_the_end(every, sections, document, language)
    if of_all is not None:
        start, end = of_all
        at = without_council(document.text[start:end], (0, end - start), language, authority)
        of_all = (start + at[0], start + at[1])
        _give(every, of_all, document, language)


def _blocks(sections: list[Section]) -> Iterator[tuple[Section, Block]]:
    yield from ((section, block) for section in sections for block in section.paragraphs)


def _give(whom: list[Organisation], found: Span, document: Document, language: Language) -> None:
    for own in whom:
        membership = own.membership = own.membership or Membership()
        if not (membership.committee or membership.until):
            membership.committee = nominative(document.text[slice(*found)], language.code)
            own.evidence["membership.committee"] = found
            own.confidence["membership.committee"], own.rules["membership.committee"] = SURE, RULE


def _of_all(words: str, language: Language, told_above: bool) -> Span | None:
    """Where a sentence names a committee that it says answers for several memberships, for “the matter” or for all
    where nothing else is said, and names no network; not but for “both” of which was spoken before.

    Where the sentence before speaks of several (`told_above`), what answers for “them” is told of these.
    """
    if not language.has(words, "oversees", "rules_on", "answers_for"):
        return None
    if language.has(words, "both", "some_of") or any(known_in(words, 0, len(words))):
        return None
    at = committee_in(words, language)
    if at is None or is_but_a_noun(words[slice(*at)], language):
        return None
    around = f"{words[: at[0]]} {words[at[1] :]}"
    if speaks_of_several(around, language):
        return at if language.has(around, "oversees", "rules_on") and _may_be_its(words, at, language) else None
    is_of_all = told_above or language.has(around, "unless_told", "them_all", "in_the_matter", "whole_field")
    return at if is_of_all and language.has(around, "oversees", "answers_for") else None


def _below_a_title(sections: list[Section], document: Document, language: Language) -> Span | None:
    """The committee that a line tells between no network's words, below the page's title: “Responsible: Committee for
    Culture” above or below a list; “Political responsibility lies with the Committee for Culture”."""
    for section in sections:
        is_the_pages = (
            section.heading is None or section.level == 1 or speaks_of_several(document.of(section.heading), language)
        )
        if section.sure or not is_the_pages:
            continue
        for field in section.of("committee_label"):
            if at := committee_in(document.text[field.start : field.end], language):
                return field.start + at[0], field.start + at[1]
        for block in section.paragraphs:
            if at := _in_a_line(document.text[block.start : min(block.end, block.start + LONGEST_LINE)], language):
                return block.start + at[0], block.start + at[1]
    return None


def _in_a_line(words: str, language: Language) -> Span | None:
    """The committee that a line tells behind a label, or one that bears the political responsibility."""
    at = committee_in(words, language)
    if at is None or is_but_a_noun(words[slice(*at)], language) or any(known_in(words, 0, len(words))):
        return None
    label, sign, _value = words[: at[0]].rpartition(":")
    if sign and not label.count(".") and len(label.split()) <= MOST_OF_A_LABEL:
        if language.has(label, *_OF_ONE):
            return None
        is_label = names_a_committee(label, language) or language.has(label, "oversees", "answers_for")
        return at if is_label and not words[at[1] :].strip(" .") else None
    around = f"{words[: at[0]]} {words[at[1] :]}"
    return at if language.has(around, "political_duty") and not language.has(around, *_OF_ONE) else None


def _at_the_end(
    every: list[Organisation], sections: list[Section], document: Document, language: Language
) -> Span | None:
    """The only committee of a page, told in its last paragraph, and not the first below the last network's name: it is
    that of all, where the words do not say that it is of one."""
    told = [one for one in every if one.membership and one.membership.committee]
    last = max((one for one in sections if one.sure), key=lambda one: one.start, default=None)
    if len(told) != 1 or len(every) < FEWEST_ABOVE or last is None or len(last.paragraphs) < len(("its", "all's")):
        return None
    at, block = told[0].evidence["membership.committee"], last.paragraphs[-1]
    if told[0].evidence["name"][0] < last.start or not block.start <= at[0] < block.end or block.kind not in _PLAIN:
        return None
    words = f"{document.text[block.start : at[0]]} {document.text[at[1] : block.end]}"
    if language.has(words, *_OF_ONE) or any(known_in(words, 0, len(words))):
        return None
    told[0].membership = replace(told[0].membership, committee=None) if told[0].membership else None
    return at


def _take_back(every: list[Organisation], section: Section, sentence: Span) -> None:
    """What was read in a sentence of all networks as but the last one's committee is told again with the others'."""
    for own in every if section.sure else ():
        told = own.evidence.get("membership.committee")
        if own.membership and told and sentence[0] <= told[0] < sentence[1]:
            own.membership.committee = None


def _by_name(
    words: str, every: list[Organisation], language: Language
) -> Iterator[tuple[Iterable[Organisation], Span]]:
    """The committees of a sentence of which each is told in a clause, with those that the clause names, the others for
    one that answers for “the rest”."""
    if not language.has(words, "remaining") or not language.has(words, "oversees"):
        return
    ends = [0, *(part.end() for part in _CLAUSES.finditer(words)), len(words)]
    told = []
    for start, end in pairwise(ends):
        clause = words[start:end]
        at = committee_in(clause, language)
        if at is None or is_but_a_noun(clause[slice(*at)], language):
            return
        named = [one for one in every if any(name in clause for name in _names(one))]
        told.append((named, (start + at[0], start + at[1]), language.has(clause, "remaining")))
    apart = [one for named, _at, _rest in told for one in named]
    if len(told) < len(("some", "the rest")) or any(bool(named) == rest for named, _at, rest in told):
        return
    for named, at, rest in told:
        yield [one for one in every if one not in apart] if rest else named, at


def _in_turn(words: str, every: Iterable[Organisation], language: Language) -> Iterator[tuple[Organisation, Span]]:
    """The committees of a sentence that names two networks, and for each the committee that answers for it: “The
    Health Committee is responsible for EUREGHA, and the Culture Committee for Les Rencontres.”"""
    if not language.has(words, "oversees", "answers_for"):
        return
    named = [(at, one) for one in every if (at := _place_of(one, words)) is not None]
    named.sort(key=lambda pair: pair[0])
    if len(named) != len(("one", "other")):
        return
    (first, one), (second, other) = named
    parts = ((0, first[0]), (first[1], second[0]), (second[1], len(words)))
    before, between, behind = (_whole_committee(words[start:end], start, language) for start, end in parts)
    if between is None or (before is None) == (behind is None):
        return
    for whom, at in ((one, before or between), (other, between if before else behind)):
        if at is not None:
            yield whom, at


def _place_of(one: Organisation, words: str) -> Span | None:
    """Where a sentence names an organisation, by the longest of its names."""
    name = next((name for name in sorted(_names(one), key=len, reverse=True) if name in words), None)
    return (words.index(name), words.index(name) + len(name)) if name else None


def _whole_committee(words: str, begin: int, language: Language) -> Span | None:
    """The committee that a part of a sentence names, without the little words before the network's name: “the Culture
    Committee for that of”."""
    at = committee_in(words, language)
    if at is None or is_but_a_noun(words[slice(*at)], language) or is_institution(words[slice(*at)]):
        return None
    little = {*language.function_words, *language.all_of("the_membership", "for")}
    name = words[slice(*at)].split()
    while len(name) > 1 and name[-1].casefold() in little:
        name.pop()
    return begin + at[0], begin + at[0] + len(" ".join(name))


def _names(one: Organisation) -> Iterator[str]:
    yield one.name.text
    yield from filter(None, [one.abbreviation])
    yield from (name.text for name in one.other_names)


def _may_be_its(words: str, committee: Span, language: Language) -> bool:
    """Whether who decides on memberships is a committee, rather than the council's board, which decides on much."""
    name = words[slice(*committee)].casefold()
    nouns = (noun for noun in language.words["committee_label"] if " " not in noun)
    return language.has(words, "oversees") or any(noun in name for noun in nouns)


def speaks_of_several(words: str, language: Language) -> bool:
    """Whether words speak of memberships or networks in the plural, or, where that is as the singular, of “all”."""
    every = {match.group().casefold() for match in language.pattern("memberships").finditer(words)}
    may_be_one = {
        word
        for word in every
        if any(other.startswith(word) and other != word for other in language.words["memberships"])
    }
    return bool(every - may_be_one) or (bool(every) and language.has(words, "every_one"))


def is_of_all(words: str, language: Language) -> bool:
    """Whether words tell something of all of several networks together: “The fees for all networks come to …”."""
    return language.has(words, "all_of", "every_one", "total") and speaks_of_several(words, language)
