"""Contacts line by line below a heading that says so, each with what the lines behind the name tell: “Contact / Ann
Ek / Adviser / Phone: 046 … / Bo Ek / …”."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from hansa.reading import people, phones
from hansa.reading.document import Block, Document
from hansa.reading.from_sentence import is_of_the_network
from hansa.reading.languages import Language
from hansa.reading.outline import Cues, Field
from hansa.reading.titles import MOST_WORDS_OF_A_TITLE, says_title

LONGEST_LINE = 100  # letters
LONGEST_OF_ALL = 240  # letters of a line that tells all of somebody
MOST_LINES = 40
MOST_BETWEEN = 2  # lines of something else, such as a street
MOST_WORDS_OF_A_HEADING = 8
MANY = 2
_HEADINGS = frozenset(("heading", "bold", "label", "lead", "line"))
_OF_TABLES = frozenset(("row", "cell", "group", "caption"))
_OF_CONTACTS = frozenset("contact phone email website title_label unit_label other_label".split())
_OF_OTHERS = ("heads_network", "not_asked", "page_owner", "sign_up")
_ENDS_OF_A_NAME = re.compile(r",|\s[–-]\s|\s\(|\n")
_ADDRESS = re.compile(r"\w@\w|\w\s?[(\[{](?:@|at|AT|[\w-]{1,12})[)\]}]\s?\w|https?://|\bwww\.")


@dataclass(slots=True)
class Card:
    """Somebody with what is told of them: where it begins and ends, how many lines it has, and whether it is one of the
    authority, not of the network."""

    start: int
    end: int
    lines: int = 1
    is_ours: bool = True


def heads_cards(text: str, cues: Cues) -> bool:
    """Whether a heading says that those are told below whom one may ask: “Contact us”, “Any questions?”."""
    if len(text.split()) > MOST_WORDS_OF_A_HEADING:
        return False
    return _is_of_contact(text, cues) or text.endswith("?") or cues.read_more.match(text) is not None


def values_of(cards: list[Card], label: str) -> list[Field]:
    """The values of a contact that some cards are, each by itself."""
    return [Field("contact", card.start, card.end, label, row=-card.start) for card in cards if card.is_ours]


def cards_below(heading: Block, blocks: Sequence[Block], document: Document, cues: Cues) -> list[Card]:
    """The people in the blocks behind a heading that tells whom to ask, as far as nothing else is told; a unit, where
    no person is named.

    A line with a title or a unit before the first name is the first one's; where each name has one before it, its own.
    """
    found: list[Card] = []
    unit: Card | None = None
    above: Block | None = None  # a title that may be the next one's
    between = 0
    titled_before = False
    asks = _is_of_contact(document.of(heading), cues)
    for block, is_name in _lines(heading, blocks, document, cues):
        text = document.of(block)
        if found and not is_name and is_of_another(text, cues):
            break
        tells = is_name or tells_of_somebody(text, cues)
        between = 0 if tells else between + 1
        if between > MOST_BETWEEN or (not tells and text[-1:] in ".!?:"):
            break
        if is_name:
            begin = above.start if above is not None and (titled_before or not found) else block.start
            titled_before = titled_before or begin < block.start
            if above is not None and begin < block.start and found:
                found[-1].end, found[-1].lines = min(found[-1].end, above.start), found[-1].lines - 1
            found.append(Card(begin, block.end, 1 + (begin < block.start)))
            above = None
        elif found:
            above = block if says_title(text, cues.language) else None
            if tells:
                found[-1].end, found[-1].lines = block.end, found[-1].lines + 1
        elif unit is not None:
            unit = Card(unit.start, block.end if tells else unit.end, MANY)
        elif above is None and not is_of_what_somebody_is(text, cues):
            if not asks:
                break  # “Read more / Website: …”
        else:
            above = above or block
            unit = Card(block.start, block.end) if people.is_unit(text, cues.language) else None
    every = found or ([unit] if unit is not None else [])
    for card in every:
        card.is_ours = not cues.language.has(document.text[card.start : card.end], *_OF_OTHERS)
    return every if any(card.lines >= MANY or not card.is_ours for card in every) else []


def _is_of_contact(text: str, cues: Cues) -> bool:
    return cues.language.has(text, "contact")


def _lines(heading: Block, blocks: Sequence[Block], document: Document, cues: Cues) -> Iterator[tuple[Block, bool]]:
    """The short lines below a heading, as far as no other heading or label stands there, and whether each names
    somebody."""
    asks = _is_of_contact(document.of(heading), cues)
    for block in blocks[:MOST_LINES]:
        text = document.of(block)
        is_name = _names_somebody(text, cues, labelled=asks)
        if block.kind in _OF_TABLES or (len(text) > LONGEST_LINE and not is_name):
            return
        is_as_high = block.kind == "heading" or (block.kind == heading.kind and block.level <= heading.level)
        if block.kind in _HEADINGS and is_as_high and not is_name:
            return
        if not is_name and (cues.labels.label(text) or "contact") not in _OF_CONTACTS:
            return  # “Committee”
        if not is_name and is_of_the_network(text.partition(":")[0], cues.language) and ":" in text:
            return  # “Secretariat of the network: …”
        yield block, is_name


def _names_somebody(text: str, cues: Cues, *, labelled: bool) -> bool:
    """Whether a line begins with a person's name, `labelled` behind a title as well: “Adviser: Ann Ek, 046 …”."""
    if len(text) > LONGEST_OF_ALL:
        return False
    first = _ENDS_OF_A_NAME.split(text.strip(), maxsplit=1)[0]
    if people.is_person(first, cues.language):
        return True
    lead = first.partition(":")[0]
    if cues.language.has(lead, "chair", "vice-chair") and not people.is_unit(lead, cues.language):
        return False  # “Chair of the network: …”
    return labelled and tells_who_holds(first, cues.language)


def tells_who_holds(line: str, language: Language) -> bool:
    """Whether a line is a post and who holds it: “Head of the office: Ann Ek”."""
    post, colon, name = line.partition(":")
    return bool(colon) and says_title(post, language) and people.is_person(name.strip(), language)


def is_of_another(line: str, cues: Cues) -> bool:
    """Whether a line says of something else how that is reached: “Communications: 046 …”, “Front desk: info@…”."""
    lead, colon, rest = line.partition(":")
    if not (colon and lead[:1].isupper() and rest[:1].isspace()) or len(lead.split()) > MOST_WORDS_OF_A_TITLE:
        return False
    if cues.language.has(lead, "phone", "email", "contact", "fax") or says_title(lead, cues.language):
        return False
    if cues.labels.label(lead) in _OF_CONTACTS - {"other_label"} or any(map(str.isdigit, lead)):
        return False
    return "@" in rest or phones.phone(rest, cues.language) is not None


def is_of_what_somebody_is(text: str, cues: Cues) -> bool:
    """Whether a line is a title or a unit."""
    short = len(text.split()) <= MOST_WORDS_OF_A_TITLE and text[-1:] not in ".!?:"
    is_one = short and (says_title(text, cues.language) or people.is_unit(text, cues.language))
    return is_one and _ADDRESS.search(text) is None


def tells_of_somebody(text: str, cues: Cues) -> bool:
    """Whether a line is how somebody is reached, or what the person does."""
    language = cues.language
    if language.has(text, "phone", "email") or _ADDRESS.search(text) or phones.phone(text, language):
        return True
    return is_of_what_somebody_is(text, cues)
