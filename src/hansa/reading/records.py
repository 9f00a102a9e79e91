"""Organisations told of one after another without headings: each in some paragraphs, with contact and website below.

So a page stands whose headings were pictures, or were lost: “The Committee of the Straits has looked after … / Contact:
Asta Lind / Website: www.straits.example”, and again for the next.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from hansa.reading import names
from hansa.reading.document import Block, Document
from hansa.reading.known import is_known, known_in
from hansa.reading.outline import Cues, Field, Section
from hansa.reading.types import Span

LEVEL = 7  # of a heading that is but bold
FEWEST = 2  # records, and labels of a kind
NEAR = 90  # letters in which a name ends
MOST_WORDS = 7
SHORTEST = 30  # letters of a paragraph that tells something
ENDS = ("website", "contact")
_GLUED = re.compile(
    r"[a-zà-ÿąćęłńóśźż][^A-ZÀ-ÞĄĆĘŁŃŚŹŻ.\n]{3,80}?(?=[A-ZÀ-ÞĄĆĘŁŃŚŹŻ][a-zà-ÿąćęłńóśźż])"
)  # “logo ueberUeber …”
_SAID = ("is", "holds", "definition", "consists", "founded_verbs", "formerly", "part_of", "gathered_in")


def parted(section: Section, document: Document, cues: Cues) -> list[Section]:
    """The section, or, where organisations are told of one after another in it, what stands before them and those."""
    if section.listed or len(section.fields) < FEWEST or not any(len(section.of(label)) >= FEWEST for label in ENDS):
        return [section]
    if section.heading is not None and _names_one(document.of(section.heading), cues):
        return [section]
    groups = list(_groups(section))
    made: list[Section] = []
    rest = Section(section.heading, section.level, within=section.within)
    for number, (paragraphs, fields) in enumerate(groups):
        named = [(block, _leading_name(document, block, cues)) for block in paragraphs]
        begins = [(block, *told) for block, told in named if told is not None]
        if not begins:  # somebody's, and nobody knows whose
            whose = Section(None) if made else rest
            whose.paragraphs, whose.fields = whose.paragraphs + paragraphs, whose.fields + fields
            made += [whose] if made else []
            continue
        sure = [one for one in begins if one[2]]
        first, at, _sure = next(iter(sure), begins[0] if number else begins[-1])
        place = paragraphs.index(first)
        (made[-1] if made else rest).paragraphs += paragraphs[:place]
        record = Section(Block("bold", *at), LEVEL, paragraphs[place:], fields)
        record.within = section if section.heading else section.within
        made.append(record)
    if sum(record.heading is not None for record in made) < FEWEST:
        return [section]
    section.paragraphs, section.fields = rest.paragraphs, rest.fields
    return [section, *made]


def _names_one(heading: str, cues: Cues) -> bool:
    """Whether a heading is itself an organisation's name, so that all below is told of that."""
    return (
        bool(names.parse(heading).abbreviation)
        or is_known(heading, whole=True)
        or cues.language.has(heading, "contact")
    )


def _groups(section: Section) -> Iterator[tuple[list[Block], list[Field]]]:
    """The paragraphs of a section with the labelled values below them, up to the next that tells something."""
    every: list[Block | Field] = sorted([*section.paragraphs, *section.fields], key=lambda one: one.start)
    paragraphs: list[Block] = []
    fields: list[Field] = []
    for one, following in pairwise([*every, None]):
        if isinstance(one, Field):
            fields.append(one)
        elif one is not None:
            paragraphs.append(one)
        ended = any(field.name in ENDS for field in fields)
        tells = isinstance(following, Block) and following.end - following.start > SHORTEST
        if following is None or (ended and tells):
            yield paragraphs, fields
            paragraphs, fields = [], []


def _leading_name(document: Document, block: Block, cues: Cues) -> tuple[Span, bool] | None:
    """Where the name stands that a paragraph begins with, and whether it is surely one; None where there is none."""
    if block.end - block.start < SHORTEST:
        return None
    glued = _GLUED.match(document.text, block.start, block.end)
    start = glued.end() if glued else block.start
    text = document.text[start : min(block.end, start + 2 * NEAR)]
    for form in (cues.spelled_out, cues.defined):
        found = form.match(text)
        if found and not _is_a_lone_word(found["name"], cues):
            return (start + found.start("name"), start + found.end("name")), True
    known = next(known_in(text, 0, NEAR), None)
    if known and not known[0]:
        return (start, start + known[1]), True
    article = cues.article.match(text)
    verb = min(
        (found.start() for found in cues.language.pattern(*_SAID).finditer(text[:NEAR]) if found.start()), default=0
    )
    words = text[article.end() if article else 0 : verb].split()
    name = " ".join(words)
    if not 0 < len(words) <= MOST_WORDS or not name[:1].isupper() or "," in text[:verb]:
        return None
    if words[0].casefold() in cues.language.function_words and not article:
        return None
    if cues.is_plain(name) or _is_a_lone_word(name, cues):
        return None
    begin = article.end() if article and words[0] not in text[: article.end()] else 0
    return (start + begin, start + len(text[:verb].rstrip())), cues.organisation_in(name)


def _is_a_lone_word(words: str, cues: Cues) -> bool:
    """Whether a name would be one word that is no organisation's: “Dette er …”, “Westport is …”."""
    is_one = names.is_abbreviation(words) or is_known(words, whole=True) or bool(cues.organisation_in(words))
    return " " not in words.strip() and not is_one
