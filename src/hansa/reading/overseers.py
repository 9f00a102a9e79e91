"""The authority's committee that answers for all its memberships: “The Culture Committee oversees these networks.”"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from hansa.reading.committees import committee_in, is_but_a_noun
from hansa.reading.document import Document
from hansa.reading.known import known_in, nominative
from hansa.reading.languages import Language
from hansa.reading.outline import Section
from hansa.reading.sentences import sentences
from hansa.reading.types import Membership, Organisation, Span

LONGEST_BLOCK = 2000
RULE, SURE = "committee of all", 0.82


def with_overseer(
    organisations: Iterable[Organisation], sections: list[Section], document: Document, language: Language
) -> None:
    """Give each organisation of which no committee is told, and which was not left, the one that answers for all."""
    found = next(_told(sections, document, language), None)
    if found is None:
        return
    for own in organisations:
        membership = own.membership = own.membership or Membership()
        if not (membership.committee or membership.until):
            membership.committee = nominative(document.text[slice(*found)], language.code)
            own.evidence["membership.committee"] = found
            own.confidence["membership.committee"], own.rules["membership.committee"] = SURE, RULE


def _told(sections: list[Section], document: Document, language: Language) -> Iterator[Span]:
    """Where sentences name a committee that they say answers for several memberships, and name no network."""
    for block in (block for section in sections for block in section.paragraphs):
        end = min(block.end, block.start + LONGEST_BLOCK)
        if not _may_tell(document.text[block.start : end], language):
            continue
        for first, last in sentences(document.text, block.start, end, language):
            words = document.text[first:last]
            if not _may_tell(words, language) or any(known_in(words, 0, len(words))):
                continue
            at = committee_in(words, language) if _speaks_of_several(words, language) else None
            if at and not is_but_a_noun(words[slice(*at)], language) and _may_be_its(words, at, language):
                yield first + at[0], first + at[1]


def _may_tell(words: str, language: Language) -> bool:
    return language.has(words, "memberships") and language.has(words, "oversees", "rules_on")


def _may_be_its(words: str, committee: Span, language: Language) -> bool:
    """Whether who decides on memberships is a committee, rather than the council's board, which decides on much."""
    name = words[slice(*committee)].casefold()
    nouns = (noun for noun in language.words["committee_label"] if " " not in noun)
    return language.has(words, "oversees") or any(noun in name for noun in nouns)


def _speaks_of_several(words: str, language: Language) -> bool:
    """Whether words speak of memberships or networks in the plural, or, where that is as the singular, of “all”."""
    every = {match.group().casefold() for match in language.pattern("memberships").finditer(words)}
    may_be_one = {
        word
        for word in every
        if any(other.startswith(word) and other != word for other in language.words["memberships"])
    }
    return bool(every - may_be_one) or (bool(every) and language.has(words, "every_one"))
