"""Organisations of the authority's that are named where the page tells of another: an umbrella's commissions, and
those to which the authority is said to belong besides."""

from __future__ import annotations

import re
from collections.abc import Iterator

from hansa.reading import names, people
from hansa.reading.abbreviations import is_in_short
from hansa.reading.authority import speaks_of_us
from hansa.reading.belonging import ENOUGH, belonging
from hansa.reading.document import Block, Document
from hansa.reading.known import has_parts, known_in, whole_of
from hansa.reading.languages import Language
from hansa.reading.naming import named_in
from hansa.reading.outline import Section, cues_of
from hansa.reading.sentences import sentences
from hansa.reading.spoken import NEAR, keys_of, may_be_called, unfolded, without_case, word_at
from hansa.reading.ties import member_of, takes_part
from hansa.reading.types import Span

LONGEST_BLOCK = 20_000
SHORTEST_BLOCK = 20  # letters
MOST_NAMES = 80
SURE_BESIDE = 0.7
FEW_PARTS = 3
FEW_FIRST = 4  # words
NEAR_BRANCH = 40  # letters
_SAME = re.compile(r"\s?(?:[–—(/-]|\s)\s?")  # “Östersjökommissionen – Baltic Sea Commission”
BESIDES = re.compile(
    r"(?<!\w)(?:also|besides|in addition|också|även|dessutom|også|desuden|dessuten|òg|myös|lisäksi|auch|außerdem|ook"
    r"|daarnaast|aussi|également|anche|inoltre|también|además|também|ainda|również|także|ponadto)(?!\w)",
    re.I,
)


def beside(
    sure: list[Section], document: Document, language: Language, authority: str | None, known: set[str]
) -> Iterator[Section]:
    """Sections of the organisations of which what is told of another says that the authority belongs to them.

    “The CPMR has six commissions; we are members of the North Sea Commission”; “we are also active in the UBC”.
    """
    taken = set(known)
    for section in sure:
        if section.called is None:
            continue
        own = [section.called.name.text, section.called.abbreviation[0] if section.called.abbreviation else ""]
        is_whole = any(map(has_parts, own)) and not any(
            whole_of(own[0][slice(*span)]) for span in known_in(own[0], 0, len(own[0]))
        )  # a part itself: “CPMR North Sea Commission”
        own_keys: set[str] = set()
        for block in section.paragraphs[:MOST_NAMES]:
            if block.kind == "elsewhere" or block.end - block.start < SHORTEST_BLOCK:
                continue
            yield from _second(block, section, document, language, authority, taken)
            named = (document.text[slice(*at)] for at in known_in(document.text, block.start, block.end))
            if all(name in own or name in own[0] for name in named):
                continue
            if not is_whole and BESIDES.search(document.text, block.start, block.end) is None:
                continue
            own_keys = own_keys or keys_of(section.called)
            for span in sentences(document.text, block.start, min(block.end, block.start + LONGEST_BLOCK), language):
                for first, behind in _parts_of_ours(document.text, span, language, authority):
                    heading = names.parse(document.text[first:behind], first)
                    keys, whole = keys_of(heading), whole_of(heading.name.text)
                    if keys & taken or keys & own_keys:
                        continue
                    if whole is None or not is_whole or not any(map(whole.match, own)):
                        if not _is_plainly_ours(document.text, span, (first, behind), language, authority):
                            continue
                        heading = without_case(heading, language)
                        keys |= keys_of(heading)
                        if any(may_be_called(key, taken) or is_in_short(heading, taken) for key in keys):
                            continue
                    taken |= keys
                    made = Section(Block("mention", first, behind), called=heading, named=1, sure=SURE_BESIDE)
                    made.paragraphs = [
                        Block("clause", first, span[1]),
                        *_told_of(keys, section, document, language, span),
                    ]
                    yield made


def _second(
    block: Block, section: Section, document: Document, language: Language, authority: str | None, taken: set[str]
) -> Iterator[Section]:
    """Sections of the networks, known or not, with their abbreviation in brackets, to which a paragraph on another says
    that the authority belongs, too: “It is also a member of the French Forum … (FFSU), the national section”."""
    text = document.text
    if text.find(" (", block.start, block.end) < 0 or BESIDES.search(text, block.start, block.end) is None:
        return
    of_us = False
    for span in sentences(text, block.start, min(block.end, block.start + LONGEST_BLOCK), language):
        sentence, of_us_before = text[slice(*span)], of_us
        of_us = language.has(" ".join(sentence.split()[:FEW_FIRST]), "we", "we_subject", "our")
        said = member_of(language).search(text, *span) if "(" in sentence else None
        if said is None or BESIDES.search(sentence) is None or not (of_us or of_us_before):
            continue
        begins_with_it = section.called is not None and sentence.startswith(section.called.name.text)
        subject = cues_of(language).subject.match(sentence.lstrip())
        if begins_with_it or (subject and (not of_us_before or language.has(subject.group(), "organisation_words"))):
            continue  # “The network is also a member of …”
        if language.has(sentence, "planned", "left", "formerly", "others", "not", "projects"):
            continue
        for heading, _strength in named_in(document, span, language, belongs=True):
            between = text[said.end() : heading.span[0]]
            heading = without_case(heading, language)
            keys = keys_of(heading)
            words = f"{between}…{text[heading.span[1] : span[1]][:NEAR_BRANCH]}"
            is_branch = language.has(words, "branch_words", "section_words")  # “its French branch, the …”
            most = FEW_FIRST + 2 if is_branch else FEW_PARTS
            is_next = said.end() <= heading.span[0] and len(between.split()) <= most
            is_next = is_next and ("," not in between or is_branch)
            if heading.abbreviation is None or not is_next or keys & taken:
                continue
            if section.called is not None and keys & keys_of(section.called):
                continue
            taken |= keys
            block_of_it = Block("mention", *heading.span)
            told = [Block("clause", heading.span[0], span[1])]
            made = Section(block_of_it, called=heading, named=1, sure=SURE_BESIDE, paragraphs=told)
            made.within = section if is_branch else None
            yield made


def _told_of(keys: set[str], section: Section, document: Document, language: Language, known: Span) -> Iterator[Block]:
    """What the other sentences of a section say of its part, where they do not speak of the whole first."""
    own = keys_of(section.called) if section.called else set()
    for block in section.paragraphs[:MOST_NAMES]:
        for span in sentences(document.text, block.start, min(block.end, block.start + LONGEST_BLOCK), language):
            folded = people.bare(document.text[slice(*span)])
            here = min((at for key in keys if (at := word_at(key, folded)) >= 0), default=-1)
            there = min((at for key in own if (at := word_at(key, folded)) >= 0), default=len(folded))
            if span != known and 0 <= here < there:  # up to where the whole is named
                yield Block("clause", span[0], span[0] + unfolded(document.text[slice(*span)], folded, there))


def _parts_of_ours(text: str, span: Span, language: Language, authority: str | None) -> Iterator[Span]:
    """The known names in a sentence of belonging: of many only those beside the words for it; not a name once more in
    another language."""
    start, end = span
    every = list(known_in(text, start, end))
    if not every:
        return
    points, ours = belonging(text[start:end], language, authority, after_one=False)
    said = member_of(language).search(text, start, end) or takes_part(language).search(text, start, end)
    if said is None and (points < ENOUGH - 1 or not ours):
        return
    last = start
    for first, behind in every:
        is_near = said is not None and first - NEAR < said.end() and said.start() < behind + NEAR
        if not _SAME.fullmatch(text, last, first) and (is_near or (ours and len(every) <= FEW_PARTS)):
            yield first, behind
        last = behind


def _is_plainly_ours(text: str, span: Span, name: Span, language: Language, authority: str | None) -> bool:
    """Whether a sentence says right beside a name that the authority belongs to it too: “We are also active in …”."""
    start, end = span
    if BESIDES.search(text, start, end) is None:
        return False
    points, _ours = belonging(text[start:end], language, authority, after_one=False)
    said = member_of(language).search(text, start, end) or takes_part(language).search(text, start, end)
    is_near = said is not None and name[0] - NEAR < said.end() and said.start() < name[1] + NEAR
    return is_near and points > 1 and speaks_of_us(text[start:end], language, authority)
