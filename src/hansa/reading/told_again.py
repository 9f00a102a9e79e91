"""What a page tells of a contact in another place: a list of people at its end, “Ann Ek, adviser, 046 123 45”."""

from __future__ import annotations

from collections.abc import Iterator

from hansa.reading import people, phones
from hansa.reading.document import Block, Document
from hansa.reading.languages import Language
from hansa.reading.outline import Section
from hansa.reading.titles import MOST_WORDS_OF_A_TITLE, says_title
from hansa.reading.types import Organisation, Span
from hansa.reading.whom import LONGEST_LINE

MOST_PEOPLE = 100
MOST_PLACES = 8  # where a name stands
MOST_LOOKED_THROUGH = 200_000  # letters
MOST_LINES = 5
LONGEST_BELOW = 400  # letters
_AROUND = " ,.–:|·\n"


def completed(pairs: list[tuple[Section, Organisation]], document: Document, language: Language) -> None:
    """Give the contacts of whom no phone number is told the one that stands behind the name in no organisation's
    section, where the name opens a line: in a list of people, or in a box of one."""
    told = {block.start for section, _own in pairs for block in section.paragraphs}
    told |= {field.start for section, _own in pairs for field in section.fields}
    known: dict[str, tuple[str, Span] | None] = {}
    for _section, own in pairs:
        for place, one in enumerate(own.contacts):
            if one.person is None or one.phone is not None:
                continue
            if one.person not in known and len(known) < MOST_PEOPLE:
                known[one.person] = _number_of(one.person, told, document, language)
            if found := known.get(one.person):
                path = f"contacts.{place}.phone"
                one.phone, own.evidence[path] = found
                own.confidence[path] = 0.85


def _number_of(name: str, told: set[int], document: Document, language: Language) -> tuple[str, Span] | None:
    """The number that stands behind a person's name where it opens a line that tells of no organisation."""
    at = -1
    for _time in range(MOST_PLACES):
        at = document.text.find(name, at + 1, MOST_LOOKED_THROUGH)
        block = document.block_at(at) if at >= 0 else None
        if at < 0:
            return None
        if block is None or not _opens(document.text[block.start : at], language):
            continue
        if any(start in told for start in range(block.start, at + 1)):
            continue
        for start, end in _behind(block, at + len(name), document, language):
            words = document.text[start:end]
            if (found := phones.phone(words, language)) and not language.has(words, "not_asked"):
                return found[0], (start + found[1], start + found[2])
    return None


def _opens(before: str, language: Language) -> bool:
    """Whether nothing stands on a line before a name, or but what the person is: “EU adviser Ann Ek”."""
    words = before.strip(_AROUND)
    return not words or (len(words.split()) <= MOST_WORDS_OF_A_TITLE and says_title(words, language))


def _behind(block: Block, start: int, document: Document, language: Language) -> Iterator[Span]:
    """What stands behind a name: the rest of its line, and the lines below, up to somebody else's name."""
    rest = document.text[start : min(block.end, start + LONGEST_BELOW)]
    other = people.somebody(rest, language)
    yield start, start + (other.start if other else len(rest))
    if other is None and len(rest) <= LONGEST_LINE:
        for line in document.blocks_in(block.end, block.end + LONGEST_BELOW)[:MOST_LINES]:
            words = document.of(line)
            if line.kind in ("heading", "bold") or len(words) > LONGEST_LINE or people.somebody(words, language):
                return
            if line.start >= block.end:
                yield line.start, line.end
