"""What a page tells of a contact in another place: a list of people at its end, “Ann Ek, adviser, 046 123 45”."""

from __future__ import annotations

from collections.abc import Iterator

from hansa.reading import people, phones
from hansa.reading.document import Block, Document
from hansa.reading.known import nominative
from hansa.reading.languages import Language
from hansa.reading.outline import Section
from hansa.reading.parts import parts_of
from hansa.reading.titles import MOST_WORDS_OF_A_TITLE, says_title, unit_of_title
from hansa.reading.types import Organisation, Span
from hansa.reading.whom import LONGEST_LINE

MOST_PEOPLE = 100
MOST_PLACES = 8  # where a name stands
MOST_LOOKED_THROUGH = 200_000  # letters
MOST_LINES = 5
LONGEST_BELOW = 400  # letters
_AROUND = " ,.–:|·\n"


def completed(pairs: list[tuple[Section, Organisation]], document: Document, language: Language) -> None:
    """Give the contacts of whom no phone number, or no unit, is told the one that stands behind the name in no
    organisation's section, where the name opens a line: in a list of people, or in a box of one."""
    told = {block.start for section, _own in pairs for block in section.paragraphs}
    told |= {field.start for section, _own in pairs for field in section.fields}
    known: dict[str, dict[str, tuple[str, Span]]] = {}
    for _section, own in pairs:
        for place, one in enumerate(own.contacts):
            if one.person is None or (one.phone is not None and one.unit is not None):
                continue
            if one.person not in known and len(known) < MOST_PEOPLE:
                known[one.person] = _told_of(one.person, told, document, language)
            for part, found in known.get(one.person, {}).items():
                if getattr(one, part) is None:
                    setattr(one, part, found[0])
                    own.evidence[f"contacts.{place}.{part}"] = found[1]
                    own.confidence[f"contacts.{place}.{part}"] = 0.85


def _told_of(name: str, told: set[int], document: Document, language: Language) -> dict[str, tuple[str, Span]]:
    """The number and the unit that stand behind a person's name where it opens a line that tells of no organisation."""
    found: dict[str, tuple[str, Span]] = {}
    at = -1
    for _time in range(MOST_PLACES):
        at = document.text.find(name, at + 1, MOST_LOOKED_THROUGH)
        block = document.block_at(at) if at >= 0 else None
        if at < 0:
            break
        if block is None or not _opens(document.text[block.start : at], language):
            continue
        if any(start in told for start in range(block.start, at + 1)):
            continue
        for start, end in _behind(block, at + len(name), document, language):
            words = document.text[start:end]
            if language.has(words, "not_asked"):
                continue
            if "phone" not in found and (phone := phones.phone(words, language)):
                found["phone"] = phone[0], (start + phone[1], start + phone[2])
            if "unit" not in found and (unit := _unit_of(words, language)):
                found["unit"] = nominative(words[slice(*unit)], language.code), (start + unit[0], start + unit[1])
    return found


def _unit_of(words: str, language: Language) -> Span | None:
    """The unit among the parts of what is told of somebody: “, adviser, Europe Office: ann@…”."""
    for part in parts_of(words, language)[:MOST_LINES]:
        name = part.words.partition(":")[0].rstrip()
        unit = (0, len(name)) if people.is_unit(name, language) else None
        if unit and says_title(name, language):
            unit = unit_of_title(name, language)  # “is an adviser in the Europe Office”
        if unit:
            return part.start + unit[0], part.start + unit[1]
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
