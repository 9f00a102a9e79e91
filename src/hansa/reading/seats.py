"""A network's groups in which somebody of the authority's has a seat: “In its Culture Forum Asta Lind speaks for us”,
and the item “Sustainable Cities Commission: Ann Ek is a member” of a list below the network."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from itertools import islice

from hansa.reading.belonging import is_denied, is_planned
from hansa.reading.document import Block, Document
from hansa.reading.group_nouns import names_groups
from hansa.reading.groups import (
    is_a_networks,
    is_an_authoritys,
    is_no_name,
    is_of,
    name_of_group,
    of_its_own,
    own_names,
    plain_group,
    small_name,
)
from hansa.reading.known import is_institution, is_known
from hansa.reading.languages import Language
from hansa.reading.outline import Section, Sentence
from hansa.reading.prose import sentences_of

MOST_GROUPS = 4  # of a sentence
NEAR = 30  # letters
FEW_WORDS = 4
_GOES_ON = re.compile(r"\s[A-ZÀ-ÖØ-ÞĄĆĘŁŃŚŹŻ]")
_SEATED = ("represents", "delegates", "sits", "attends", "takes_part", "member_words", "chair", "vice-chair", "holds")


def seated(section: Section, document: Document, language: Language, authority: str | None) -> Iterator[Section]:
    """Sections of the groups that a section's sentences name beside words for a seat or an office.

    Whether somebody sits there for the authority is for the rules on people and offices to tell.
    """
    own = own_names(section.called) if section.called else ()
    every = sentences_of(section, document, language)
    for place, (span, sentence, _cues) in enumerate(every):
        if not (names_groups(sentence, language) and language.has(sentence, *_SEATED)):
            continue
        if is_denied(sentence, language) or is_planned(sentence, language) or language.has(sentence, "left"):
            continue
        for found in islice(_groups(sentence, language), MOST_GROUPS):
            words = found["name"]
            if _GOES_ON.match(sentence, found.end("name")):
                continue  # “European Committee” of the Regions
            if is_no_name(words, language) or is_institution(words) or is_known(words, whole=True):
                continue
            if _is_whose(sentence[: found.start("name")], language):
                continue
            if is_an_authoritys(sentence[found.end("name") :], language, authority):
                continue
            if is_a_networks(sentence, found, language) or is_of(own, sentence, found, language):
                made = of_its_own(sentence, span, found.span("name"), language, own)
                made.paragraphs += _going_on(every[place + 1 :], language)
                yield made


def _is_whose(before: str, language: Language) -> bool:
    """Whether a group is whose chair or member somebody is who is told of: “the chair of the Environment Committee”."""
    last = " ".join(before.split()[-FEW_WORDS:])
    return language.has(last, "titles", "honours", "answers_for", "our", "chair", "vice-chair")


def _going_on(following: list[Sentence], language: Language) -> Iterator[Block]:
    """The sentences that go on about a group: “The group …”, “Its chair is …”."""
    for span, sentence, _cues in following[:1]:
        begins = sentence.lstrip()[:NEAR]
        its = language.pattern("its").match(begins)
        if its or plain_group(language).match(sentence):
            yield Block("clause", *span)


def _groups(sentence: str, language: Language) -> Iterator[re.Match[str]]:
    """The groups that a sentence names: by names with capitals, and by topics in small letters."""
    yield from _names(language).finditer(sentence)
    yield from _small(language).finditer(sentence)


@cache
def _names(language: Language) -> re.Pattern[str]:
    return re.compile(rf"(?<![\w-]){name_of_group(language, 'commissions')}")


@cache
def _small(language: Language) -> re.Pattern[str]:
    return re.compile(rf"(?<![\w-]){small_name(language, 'commissions')}")
