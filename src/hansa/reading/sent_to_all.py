"""Whom the authority sends to all of its networks, told once: “In all networks Ann Ek (S) represents the council, with
Bo Al (M) as her deputy”. The sentence is read as if it stood with each network."""

from __future__ import annotations

import re

from hansa.reading import people
from hansa.reading.asking import are_several
from hansa.reading.document import Block, Document
from hansa.reading.known import known_in
from hansa.reading.outline import Cues, Section
from hansa.reading.overseers import is_of_all, speaks_of_several
from hansa.reading.sentences import sentences

MANY = 2
LONGEST_BLOCK = 2000
MOST_SENTENCES = 3
_SENDS = ("represents", "delegates", "representative_label", "deputy_label")
_LABELS = ("representative_label", "deputy_label")
_LEAD = re.compile(r"[^:]{8,80}:\s")
_OF_SOME = ("some_of", "except_for", "both", "remaining", "formerly", "contact", "projects")
_OF_ELSE = ("chair", "vice-chair", "board", "since", "founded_verbs")  # what would be told of each as well


def tell_sent(sections: list[Section], document: Document, cues: Cues) -> None:
    """Give each network of which it is not told whom the authority sends there what a page says of all of them."""
    language = cues.language
    networks = [one for one in sections if one.sure]
    open_ones = [one for one in networks if not any(one.of(label) for label in _LABELS)]
    if len(networks) < MANY or not open_ones:
        return
    left = MOST_SENTENCES
    for section in sections:
        for block in section.paragraphs if left else ():
            end = min(block.end, block.start + LONGEST_BLOCK)
            if block.kind == "elsewhere" or not language.has(document.text[block.start : end], *_SENDS):
                continue
            for span in sentences(document.text, block.start, end, language):
                if left and _is_sent_to_all(document.text[slice(*span)], cues):
                    left -= 1
                    for one in open_ones:
                        if one is not section:
                            one.paragraphs.append(Block("elsewhere", *span))
                            one.sentences = one.cues = None


def _is_sent_to_all(words: str, cues: Cues) -> bool:
    """Whether a sentence says whom the authority sends to all of several networks, and names none."""
    language = cues.language
    if (
        not language.has(words, *_SENDS)
        or language.has(words, *_OF_SOME, *_OF_ELSE)
        or any(known_in(words, 0, len(words)))
    ):
        return False
    named = people.everybody(words, language)
    if not named:
        return False
    besides = words
    for one in reversed(named):
        besides = besides[: one.start] + besides[one.end :]
    lead = _LEAD.match(words, 0, named[0].start)
    return _says_all(besides, cues) or (lead is not None and _is_of_several(lead.group(), cues))


def _is_of_several(label: str, cues: Cues) -> bool:
    """Whether a label is that of several networks: “Our representatives in the networks”."""
    return speaks_of_several(label, cues.language) or are_several(label, cues.language)


def _says_all(words: str, cues: Cues) -> bool:
    """Whether words speak of all of several networks."""
    language = cues.language
    return is_of_all(words, language) or (language.has(words, "every_one") and are_several(words, language))
