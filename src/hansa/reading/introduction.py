"""What the authority says of its own taking part, before the first organisation, and the purposes it lists there."""

from __future__ import annotations

import re
from functools import cache

from hansa.reading.document import Block, Document
from hansa.reading.languages import Language, alternatives
from hansa.reading.outline import Section, cues_of
from hansa.reading.sentences import sentences
from hansa.reading.types import Reading, Span

LONGEST_BLOCK = 20_000
SHORTEST_PARAGRAPH = 40
MOST_PURPOSES = 20


def introduce(found: Reading, before: list[Section], document: Document, language: Language) -> None:
    """Set the title, introduction and purposes of a reading from the sections before the first organisation."""
    cues = cues_of(language)
    said: list[Block] = []
    for section in before:
        heading = document.of(section.heading) if section.heading else ""
        if heading and found.title is None:
            found.title = heading
        if heading and cues.read_more.fullmatch(heading):
            continue
        for block in section.paragraphs:
            if block.kind == "item" or block.end - block.start > SHORTEST_PARAGRAPH:
                said.append(block)
    said = [block for block in said if not cues.navigation.match(document.of(block)[:200])]
    whole = [block for block in said if block.kind != "item"]
    if not whole:
        return
    found.introduction = "\n\n".join(document.of(block)[:LONGEST_BLOCK] for block in whole)
    found.introduction_span = (whole[0].start, whole[-1].end)
    items = [b for b in said if b.kind == "item" and whole[0].start < b.start]
    if len(items) >= 2:
        found.purposes = [
            (text, (b.start, b.start + len(text)))
            for b in items[:MOST_PURPOSES]
            if (text := document.of(b).strip(" .;,"))
        ]
        return
    for block in whole:
        for span in sentences(document.text, block.start, min(block.end, block.start + LONGEST_BLOCK), language):
            if purposes := _purposes(document.text, span, language):
                found.purposes = purposes
                return


def _purposes(text: str, span: Span, language: Language) -> list[tuple[str, Span]]:
    """The list that follows “in order to” in a sentence: at least three things, commas and an “and” between them."""
    sentence = text[span[0] : span[1]]
    begin = next((m.end() for m in _purpose(language).finditer(sentence) if sentence.count(",", m.end()) >= 1), None)
    if begin is None:
        return []
    pieces = _pieces(sentence, begin, language)
    if len(pieces) < 3:
        return []
    purposes = []
    for start, end in pieces[:MOST_PURPOSES]:
        lead = _lead(language).match(sentence, start, end)
        words = sentence[lead.end() if lead else start : end]
        bare = words.strip(" .;,")
        if bare:
            at = span[0] + end - len(words) + words.index(bare)
            purposes.append((bare, (at, at + len(bare))))
    return purposes


def _pieces(sentence: str, begin: int, language: Language) -> list[Span]:
    """What stands between the commas; the last piece is parted by its last “and”, as the word that weighs more."""
    ends = [*(m.start() for m in re.finditer(",", sentence[begin:])), len(sentence) - begin]
    starts = [0, *(end + 1 for end in ends[:-1])]
    pieces = [(begin + a, begin + b) for a, b in zip(starts, ends, strict=True)]
    first, last = pieces[-1]
    if language.pattern("and").match(sentence[first:last].lstrip()):
        return pieces  # “…, and make the region known”
    for word in language.words["and"]:
        at = sentence.rfind(f" {word} ", first, last)
        if at >= 0:
            return [*pieces[:-1], (first, at), (at + len(word) + 2, last)]
    return pieces


@cache
def _purpose(language: Language) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{language.any_of('purpose')})(?:\s|(?<=['’]))", re.I)


@cache
def _lead(language: Language) -> re.Pattern[str]:
    """What introduces one purpose of several: “and in order to”; in French but “et de”, “d'”."""
    words = language.words["purpose"]
    repeated = alternatives((*words, *(word.split()[-1] for word in words if " " in word)))
    return re.compile(rf"\s*(?:(?:{language.any_of('and')})\s+)?(?:(?:{repeated})(?:\s+|(?<=['’])))?(?<=[\s'’])", re.I)
