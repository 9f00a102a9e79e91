"""Politicians in a list below a network's name, of whom nothing else is told than what they are at home: “Ms Ann Ek,
alderwoman”, “Bo Al, councillor (substitute)”. They are whom the authority sends there."""

from __future__ import annotations

import re

from hansa.reading import people
from hansa.reading.document import Block, Document
from hansa.reading.languages import Language
from hansa.reading.outline import Field, Section
from hansa.reading.unit_lines import has_sentences

MOST_ITEMS, LONGEST_ITEM = 10, 160
SHORTEST_HONOUR = 5  # letters; shorter ones (“Mr”, “Dr.”) are anybody's
MOST_WORDS_BEFORE = 3  # of somebody's courtesies
FEW_WORDS = 3  # in which a title begins
_REACHED = re.compile(r"@|https?:|www\.|\d{3}[\s-]?\d\d")


def as_representatives(sections: list[Section], document: Document, language: Language) -> None:
    """Make of each such list below a network's name the values of a label for those who are sent."""
    for section in sections:
        is_told = not section.sure or section.of("representative_label")
        if not is_told and (sent := those_sent(section, document, language)):
            section.paragraphs = [block for block in section.paragraphs if block not in sent]
            section.fields += [Field("representative_label", block.start, block.end) for block in sent]
            section.sentences = section.cues = None


def those_sent(section: Section, document: Document, language: Language) -> list[Block]:
    """The items below a name, or its lines, where it has nothing else, that are all of politicians."""
    items = [block for block in section.paragraphs if block.kind == "item"] or section.paragraphs
    is_short = 0 < len(items) <= MOST_ITEMS
    return items if is_short and all(is_a_politician(block, document, language) for block in items) else []


def is_a_politician(block: Block, document: Document, language: Language) -> bool:
    """Whether an item is somebody with what politicians are called, and no address nor number to reach them at."""
    text = document.of(block)
    if len(text) > LONGEST_ITEM or _REACHED.search(text) or language.has(text, "contact", "formerly"):
        return False
    one = people.somebody(text, language)
    before = text[: one.start].split() if one else []
    if one is None or len(before) > MOST_WORDS_BEFORE or any(w.lower() in language.function_words for w in before):
        return False  # “It is Cllr Ann Ek (Lab) who opens the conference.”
    if (one.party is not None or one.deputy) and not has_sentences(text, language):
        return not language.has(text, "is")
    aside = text[one.start + len(one.name) :]
    if text[one.start : one.start + len(one.name)] != one.name or not aside.startswith(", "):
        return False
    first = " ".join(aside[2:].split()[:FEW_WORDS])
    titles = (match for match in language.pattern("honours").finditer(first))
    return any(match.start() == 0 and len(match.group()) >= SHORTEST_HONOUR for match in titles)
