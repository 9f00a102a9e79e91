"""Whom the last lines of a page tell to ask, where they tell of nothing else: “Europe Office, Town Hall. Tel. 046 …”,
“Any questions? Call Ann Ek, 046 …”, “Policy officer Ann Ek, ann@…”."""

from __future__ import annotations

import re
from bisect import bisect_right
from itertools import pairwise

from hansa.reading import people
from hansa.reading.asking import says_but_asking
from hansa.reading.belonging import is_denied
from hansa.reading.card_lines import OF_OTHERS, Card, is_of_a_project, is_of_contact, is_of_else_named
from hansa.reading.cards import heads_cards
from hansa.reading.document import Block
from hansa.reading.leaving import leaving
from hansa.reading.lines import is_imprint
from hansa.reading.outline import Asked, Section
from hansa.reading.sentences import sentences
from hansa.reading.standing import heads_something_else, is_asked, may_reach, own_hosts, start_of, without
from hansa.reading.titles import MOST_WORDS_OF_A_TITLE, says_title
from hansa.reading.types import Span
from hansa.reading.unit_lines import OF_A_SEAT
from hansa.reading.whom import LONGEST_LINE, Known

MANY = 2
MOST_SKIPPED = 6  # lines below: “Last updated …”, “Share”
MOST_LINES = 6
LONGEST = 240  # letters
LONGEST_PARAGRAPH = 1000
MOST_BEFORE = 4  # paragraphs before the first network
MOST_PARTS = 8
MOST_WORDS_OF_A_LEAD = 8
MOST_WORDS_OF_A_PART, MOST_WORDS_OF_A_PLACE = 9, 4
_KINDS = frozenset(("paragraph", "line", "bold", "lead", "label", "tag"))
_LEAD = re.compile(r"(?P<lead>[^:?\n]{2,80}[^\s:?]\s?[:?])\s{1,3}")
_PART_ENDS = re.compile(r"\s?[,;|·•()\n/]\s?|\s[–—-]\s|\.\s(?=\S)")
_VALUE = re.compile(r"\d(?:[\s/().+-]{0,3}\d){4}|\w@\w|\w\s?[(\[{](?:@|AT|at|[a-zà-ÿ-]{1,12})[)\]}]|https?://|\bwww\.")


def tell_closing(page: Known, sections: list[Section]) -> None:
    """Give all networks of a page those whom its last lines tell to ask, and who are told of nowhere else on it: what
    stands behind all networks, and says nothing but who somebody is and how to reach that one, is for them all. So is
    what ends the last paragraph, or one of those before the networks: “Here are our networks. Contact: Ann Ek, 046 …”.
    """
    starts = sorted(start_of(one) for one in page.every_one())
    if len(starts) < MANY:
        return
    told = _in_last_lines(page, starts) or _at_an_end(page, starts)
    if told is None:
        return
    span, lead = told
    for one in page.every_one():
        if not _is_over(page, one):
            one.asked.append(Asked(span[0], span[1], span[0] + lead, of_all=True, card=True))
    without(sections, span)


def _in_last_lines(page: Known, starts: list[int]) -> tuple[Span, int] | None:
    """The last lines of a page, where they tell of nobody else, and how long what stands before whom to ask is."""
    lines = _last_lines(page, starts[-1])
    span = (lines[0].start, lines[-1].end) if lines else None
    lead = _tells(page, span) if span else None
    if span is None or lead is None:
        return None
    said = page.document.text[span[0] : span[0] + lead].strip()
    return None if _is_of_the_last(page, lines[0], starts, asks=said.endswith("?")) else (span, lead)


def _at_an_end(page: Known, starts: list[int]) -> tuple[Span, int] | None:
    """What ends a paragraph before the networks, or the page's last, in a sentence that says whom to ask."""
    if any(asked.of_all for one in page.every_one() for asked in one.asked):
        return None
    document, language = page.document, page.cues.language
    before = [block for block in document.blocks_in(0, starts[0]) if block.end <= starts[0]][-MOST_BEFORE:]
    behind = document.blocks_in(starts[-1] + 1, len(document.text))[-1:]
    for block in [*behind, *before]:
        reached = block.kind in ("paragraph", "lead") and may_reach(page, (block.start, block.end))
        if not reached or block.end - block.start > LONGEST_PARAGRAPH or page.named_in(document.of(block)):
            continue
        for start, _end in [*sentences(document.text, block.start, block.end, language)][1:]:
            span = start, block.end
            lead = _tells(page, span)
            if not lead or heads_something_else(page, document.text[block.start : start]):
                continue
            if block.start < starts[0] or not _is_of_the_last(page, block, starts, asks=False):
                return span, lead
    return None


def _tells(page: Known, span: Span) -> int | None:
    """How long what stands before whom to ask is, where a part of the text says nothing else and is for all."""
    if any(asked.start < span[1] and span[0] < asked.end for one in page.every_one() for asked in one.asked):
        return None
    lead = _lead(page, span)
    if lead is None or not _tells_but_somebody(page, (span[0] + lead, span[1])):
        return None
    return lead if _is_for_all(page, span, lead) else None


def _is_over(page: Known, section: Section) -> bool:
    """Whether what is told of a network says that it was left, or that the authority is no member (any more)."""
    language = page.cues.language
    start = start_of(section)
    block = page.document.block_at(start)
    begin = min(start, max(block.start, start - LONGEST)) if block else start
    told = page.document.text[begin : min(max(section.end, block.end if block else start), start + LONGEST)]
    return leaving(told, language) is not None or is_denied(told, language)


def _last_lines(page: Known, last: int) -> list[Block]:
    """The last lines of a page behind its last network that tell of anything, with those right above that may be of
    the same one."""
    blocks = page.document.blocks_in(last + 1, len(page.document.text))
    for _ in range(MOST_SKIPPED):
        if blocks and _says_nothing(page, blocks[-1]):
            blocks.pop()
    found: list[Block] = []
    for block in reversed(blocks):
        words = page.document.of(block)
        goes_on = not found or (len(words) <= LONGEST_LINE and _goes_on(page, block, found[0]))
        if not goes_on:
            break
        if block.kind not in _KINDS or len(words) > LONGEST or len(found) == MOST_LINES:
            return []
        found.insert(0, block)
        if len(found) > 1 and heads_cards(words, page.cues) and not says_title(words, page.cues.language):
            break  # “Contact”
    return found


def _goes_on(page: Known, block: Block, following: Block) -> bool:
    """Whether the line above another may be of the same one: in one element, and no text."""
    boxes = page.document.boxes
    within = boxes[: bisect_right(boxes, (block.start, len(page.document.text)))]
    in_one = any(one[0] <= block.start and following.start < one[1] <= one[0] + LONGEST for one in within[::-1][:4])
    return in_one and page.document.of(block)[-1:] not in ".!"


def _names_one(page: Known, words: str) -> bool:
    return bool(page.named_people(words)) or people.is_unit(words, page.cues.language)


def _says_nothing(page: Known, block: Block) -> bool:
    """Whether a line at a page's end says nothing of whom to ask: when it was changed, whose it is, a word or link."""
    words, language = page.document.of(block), page.cues.language
    if page.cues.updated.match(words) or is_imprint(words, language):
        return True
    if _VALUE.search(words) or _names_one(page, words):
        return False
    return len(words.split()) <= MOST_WORDS_OF_A_TITLE


def _lead(page: Known, span: Span) -> int | None:
    """How long what stands before whom to ask is: “Questions:”, “Want to know more?”, a line “Contact”; none where it
    says that those are for something else."""
    text, language = page.document.text, page.cues.language
    words = text[slice(*span)]
    lead = _LEAD.match(words)
    length = lead.end() if lead else 0
    first, line_end, _behind = words.partition("\n")
    if lead is None and line_end and not (_names_one(page, first) or _VALUE.search(first)):
        is_post = says_title(first, language) and page.cues.labels.label(first) != "contact"
        length = 0 if is_post else len(first) + 1
    if not length:
        return 0
    said = words[:length].strip()
    if len(said.split()) > MOST_WORDS_OF_A_LEAD or language.has(said, *OF_A_SEAT) or language.has(said, "phone"):
        return None
    plain = said.rstrip(" :?")
    if people.is_person(plain, language) or people.is_unit(plain, language):
        return 0
    label = page.cues.labels.label(plain)
    if label == "contact" or says_title(plain, language) or language.has(plain, "in_hand"):
        return length
    if says_but_asking(plain.lstrip("¿"), page.cues):
        return length
    asks = said[-1:] == "?" or language.has(said, "questions")  # “Questions about planning permission? Call …”
    return length if not asks and is_of_contact(page, plain) else None


def _tells_but_somebody(page: Known, span: Span) -> bool:
    """Whether words name one person, or a unit, and say nothing but who that is and how one is reached."""
    language = page.cues.language
    words = page.document.text[slice(*span)]
    parts = [part.strip(" .:") for part in _PART_ENDS.split(words)]
    parts = [part for part in parts if part]
    if len(parts) < MANY or len(words) > LONGEST or len(parts) > MOST_PARTS or len(page.named_people(words)) > 1:
        return False
    if not _is_somebody(page, parts[0]) and not (_is_what(page, parts[0]) and _is_somebody(page, parts[1])):
        return False  # “Adviser / Ann Ek”
    for part in parts[1:]:
        number = len(part.split())
        is_reached = _VALUE.search(part) or language.has(part, "phone", "email")
        if is_reached and number <= MOST_WORDS_OF_A_PART:
            continue
        if number <= MOST_WORDS_OF_A_PLACE or _is_somebody(page, part) or _is_what(page, part):
            continue
        return False
    return True


def _is_what(page: Known, part: str) -> bool:
    return len(part.split()) <= MOST_WORDS_OF_A_PART and says_title(part, page.cues.language)


def _is_somebody(page: Known, part: str) -> bool:
    """Whether a part of a line is a person, behind a post, an honour or “call”, or a unit."""
    language = page.cues.language
    if len(part.split()) > MOST_WORDS_OF_A_PART:
        return False
    named = page.named_people(part)
    if not named:  # “Stadtverwaltung Westsee” is the authority as such
        if language.has(part, "contact", "invites", "looks_after", "in_hand"):
            return False  # “The contacts are kept by the Climate Unit”
        is_imprint_of = part.casefold().startswith(tuple(language.words["authority_words"]))
        return people.is_unit(part, language) and not (is_imprint_of or is_of_a_project(part, language))
    before, behind = part[: named[0].start].strip(" ."), part[named[0].end :].strip(" .")
    is_plain = not before or says_title(before, language) or language.has(before, "honours", "invites", "contact")
    is_plain = is_plain or people.is_unit(before, language)
    rest = language.find(behind, "phone", "email") if behind else None
    return is_plain and (not behind or _VALUE.match(behind) is not None or (rest is not None and rest.start() <= 1))


def _is_for_all(page: Known, span: Span, lead: int) -> bool:
    """Whether whom some lines tell of is there for the authority's networks, and not for something else."""
    text, language = page.document.text, page.cues.language
    words, said = text[slice(*span)], text[span[0] : span[0] + lead]
    if page.named_in(words) or language.has(words, *OF_OTHERS) or is_of_a_project(said, language):
        return False
    if not is_asked(page, words, Card(span[0], span[1]), own_hosts(text)):
        return False
    asks = said.rstrip().endswith("?") or language.has(said, "questions")
    above = text[: span[0]]
    return asks or not any(one.name in above for one in page.named_people(words))


def _is_of_the_last(page: Known, line: Block, starts: list[int], *, asks: bool) -> bool:
    """Whether lines are of the last network alone, or of what else stands below its own heading at a page's end."""
    document = page.document
    last = starts[-1]
    around = [one for one in document.boxes if one[0] <= last < one[1] and one[0] <= line.start < one[1]]
    if any(not one[0] <= starts[-2] < one[1] for one in around):
        return True  # within the last network's card
    between = document.blocks_in(last + 1, line.start)
    heading = next((block for block in reversed(between) if block.kind == "heading"), None)
    above = document.of(between[-1]) if between else ""
    if is_of_else_named(page, above) or (len(above) <= LONGEST_LINE and heads_something_else(page, above)):
        return True  # below “Project Green Harbours”
    if heading is None:
        own = document.block_at(last)
        is_headed = own is not None and own.kind in ("heading", "line") and own.end < line.start
        return (is_headed and not between) or (
            not asks and any(may_reach(page, span) and page.is_reached(span) for span in pairwise(starts))
        )
    head = document.of(heading)
    if page.cues.language.has(head, "projects", "twin_towns") or heads_something_else(page, head):
        return True
    return not any(one[0] <= line.start < one[1] and not one[0] <= heading.start < one[1] for one in document.boxes)
