"""What the first lines below a heading say: since when the authority belongs to it, to which networks it belongs."""

from __future__ import annotations

import re
from functools import cache

from hansa.reading.document import Document
from hansa.reading.known import is_known
from hansa.reading.languages import Language
from hansa.reading.lists import is_expected
from hansa.reading.outline import Cues, Section
from hansa.reading.sentences import sentences

LONGEST_SAID = 500
_US = ("we", "we_subject", "authority_words")


def announces_several(section: Section, heading: str, document: Document, cues: Cues) -> bool:
    """Whether the first paragraph below a heading that holds no name says to which networks the authority belongs:
    “The city is a member of the following networks”."""
    first = section.paragraphs[0] if section.paragraphs else None
    if first is None or not cues.language.has(document.of(first)[:LONGEST_SAID], "the_following"):
        return False
    for start, end in sentences(document.text, first.start, min(first.end, first.start + LONGEST_SAID), cues.language):
        words = document.text[start:end]
        member = cues.language.find(words, "member_of", "member_words")
        if member and cues.language.has(words, "the_following") and cues.language.has(words, *_US):
            return is_expected(words[member.end() :], cues.language) and _is_of_small_letters(heading, cues)
    return False


def says_since_when(section: Section, document: Document, language: Language) -> bool:
    """Whether a sentence of the first paragraphs says since when somebody belongs, and no more: “Member since 2004.”"""
    return any(
        _since_when(language).match(document.text, start, end) is not None
        for block in section.paragraphs[:2]
        if language.has(document.text[block.start : min(block.end, block.start + LONGEST_SAID)], "since_label")
        for start, end in sentences(document.text, block.start, min(block.end, block.start + LONGEST_SAID), language)
    )


@cache
def _since_when(language: Language) -> re.Pattern[str]:
    return re.compile(rf"\s?(?:{language.any_of('since_label')})\s(?:[\w./]{{1,12}}\s){{0,3}}(?:19|20)\d\d(?!\d)", re.I)


def _is_of_small_letters(text: str, cues: Cues) -> bool:
    """Whether but adjectives and the authority have a capital in a heading: “The Council's European networks”."""
    behind = [word.strip(",:&–-") for word in text.split()[1:]]
    others = [word for word in behind if word[:1].isupper() and word.casefold() not in cues.generic]
    return not is_known(text) and all(cues.language.has(word, "authority_words") for word in others)
