"""Contacts that a page does not tell again: “see above”, “as for the CPMR”."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import cache

from hansa.reading.document import Document
from hansa.reading.languages import Language
from hansa.reading.outline import Section
from hansa.reading.prose import sentences_of
from hansa.reading.types import Contact, Organisation, Span


@dataclass(slots=True)
class Again:
    """A contact of an organisation that is one told before, and where the page says so."""

    organisation: Organisation
    place: int
    told: Contact
    at: Span


def as_above(pairs: list[tuple[Section, Organisation]], document: Document, language: Language) -> list[Again]:
    """Where a contact is but “see above”, or a sentence says but that it is the “same contact as for the CPMR”, those
    of the organisation before, or of the one named; their addresses are not known yet."""
    every: list[Again] = []
    latest: list[Contact] = []
    for section, organisation in pairs:
        at = None if organisation.contacts else _said_above(section, document, language)
        at = at or _pointed_at(section, pairs, document, language)
        if at is not None:
            words = document.text[slice(*at)]
            named = (one for _section, one in pairs if one.contacts and any(name in words for name in _names(one)))
            theirs = next(named, None)
            again = [
                Again(organisation, place, told, at) for place, told in enumerate(theirs.contacts if theirs else latest)
            ]
            organisation.contacts = [replace(one.told) for one in again]
            for one in again:
                for part in ("person", "title", "unit", "phone"):
                    _note(one, part)
            every += again
        latest = organisation.contacts or latest
    return every


def with_addresses(every: list[Again]) -> None:
    """Give the contacts that were told before the addresses that these have by now."""
    for one in every:
        own = one.organisation.contacts[one.place]
        if own.person == one.told.person and own.email is None:
            own.email = one.told.email
            _note(one, "email")


def _note(one: Again, part: str) -> None:
    if getattr(one.organisation.contacts[one.place], part) is not None:
        path = f"contacts.{one.place}.{part}"
        one.organisation.evidence[path] = one.at
        one.organisation.confidence[path], one.organisation.rules[path] = 0.8, "contact as above"


def _names(one: Organisation) -> list[str]:
    """What an organisation is called."""
    return [*filter(None, (one.name.text, one.abbreviation)), *(name.text for name in one.other_names)]


def _pointed_at(
    section: Section, pairs: list[tuple[Section, Organisation]], document: Document, language: Language
) -> Span | None:
    """Where a contact is but “see” and another organisation's name: “Contact: see Eurocities”."""
    for told in section.of("contact"):
        first, _space, name = document.text[told.start : told.end].strip(" .").partition(" ")
        names = (named for _section, one in pairs for named in _names(one))
        if first.lower() in _see(language) and any(named.startswith(name) for named in names if name):
            return told.start, told.end
    return None


@cache
def _see(language: Language) -> frozenset[str]:
    """The words with which “see above” begins."""
    return frozenset(words[0] for words in map(str.split, language.words["see_above"]) if len(words) > 1)


def _said_above(section: Section, document: Document, language: Language) -> Span | None:
    """Where a section says that its contact is told above: in the value of its label, or in a sentence on it."""
    text = document.text
    for told in section.of("contact"):
        if _above(language).search(text, told.start, told.end):
            return told.start, told.end
    for span, sentence, cues in sentences_of(section, document, language):
        if "contact" in cues and language.may_have(sentence, "see_above") and _above(language).search(sentence):
            return span
    return None


@cache
def _above(language: Language) -> re.Pattern[str]:
    """“See above”, “see the CPMR above”."""
    every = (word.split() for word in language.words["see_above"])
    between = r"(?:\s\S{1,30}){0,4}?\s"
    return re.compile(rf"(?<!\w)(?:{'|'.join(between.join(map(re.escape, words)) for words in every)})(?!\w)", re.I)
