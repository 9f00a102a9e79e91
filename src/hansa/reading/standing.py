"""Boxes that stand by themselves on a page, beside or behind what is told of its networks, and tell whom to ask about
them: “Europe Office / Ann Ek / Adviser / 046 …” in a column of its own, below “Any questions?”, at a text's end."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import pairwise

from hansa.reading import people
from hansa.reading.addresses import EMAIL
from hansa.reading.asking import asks_of_others
from hansa.reading.cards import heads_cards, is_of_another, is_of_what_somebody_is, tells_of_somebody
from hansa.reading.document import Block
from hansa.reading.from_sentence import STREET_NUMBER, is_of_the_network
from hansa.reading.known import is_known
from hansa.reading.lines import is_imprint
from hansa.reading.outline import Asked, Section
from hansa.reading.titles import MOST_WORDS_OF_A_TITLE, says_title
from hansa.reading.types import Span
from hansa.reading.whom import Known

MANY = 2
LONGEST_BOX = 1500
LONGEST_RUN = 6000
LONGEST_LINE = 200
MOST_WORDS_OF_A_HEADING = 8
FEWEST_LINES = 3  # of a card below no heading
MOST_BETWEEN = 2  # lines of something else, such as a street
MOST_OF_ALL = 5
_HEADS = frozenset(("heading", "bold", "tag", "label"))
_OF_OTHERS = ("heads_network", "not_asked", "page_owner", "sign_up")
_OF_A_SEAT = ("represents", "delegates", "chair", "vice-chair", "board", "formerly")
_SENTENCE = re.compile(r"[.!?]\Z|[.!?]\s+[A-ZÀ-Þ]")
_BEFORE_A_NAME = " :–-,/"


@dataclass(slots=True)
class _Run:
    """Boxes one behind the other in which no network is told of: where they begin and end, what stands around them, and
    how many of the networks in that stand before them, and how many there are; which of the boxes hold others."""

    start: int
    end: int
    around: Span
    before: int
    inside: int
    nested: list[Span] = field(default_factory=list)


@dataclass(slots=True)
class _Card:
    """Somebody, or a unit, with the lines that tell of them."""

    start: int
    end: int
    lines: int = 1
    unit: Span | None = None
    is_of_else: bool = False  # a line says of it what it is for, and that is no network


@dataclass(slots=True)
class _Part:
    """What stands below a heading, or before the first, within a run."""

    heading: Block | None
    lines: list[Block] = field(default_factory=list)

    @property
    def span(self) -> Span:
        first = self.heading or self.lines[0]
        return first.start, (self.lines[-1] if self.lines else first).end


def tell_standing(page: Known, sections: list[Section], known: set[Span], *, several: bool = False) -> set[Span]:
    """Give the networks those whom boxes that stand by themselves tell to ask, about the networks that they name, or
    about all that stand where they do; what they tell is then none of the last network's own. Gives where that is.

    What is `known` to tell of somebody is left out; `several`: and what tells of but one.
    """
    starts = sorted(_start(one) for one in page.every_one())
    found: set[Span] = set()
    if len(starts) < MANY or not page.document.boxes:
        return found
    left = MOST_OF_ALL
    for run in list(_runs(page, starts)):
        if 0 < run.before < run.inside or run.inside < MANY:
            continue
        told_from = run.end
        for part in _parts(page, run):
            begin, end = part.span
            if any(start < end and begin < last for start, last in known):
                continue
            cards = _cards(page, part)
            if any(_is_named_before(page, one, starts[0], begin) for one in cards):
                cards = [one for one in cards if page.named_in(page.document.text[one.start : one.end])]
            if several and len(cards) < MANY:
                continue
            beside = [one for one in page.every_one() if run.around[0] <= _start(one) < run.around[1]]
            for card in cards[:left]:
                named = list(page.named_in(page.document.text[card.start : card.end]).values())
                asked = Asked(card.start, card.end, card.start, not named, bool(named), card.unit, card=True)
                for one in named or beside:
                    one.asked.append(asked)
            left -= len(cards[:left])
            if cards:
                told_from = min(told_from, begin)
                found.add(part.span)
        _without(sections, (told_from, run.end))
    return found


def _start(section: Section) -> int:
    return section.heading.start if section.heading else section.start


def _runs(page: Known, starts: list[int]) -> Iterator[_Run]:
    """The runs of boxes in which no network is told of."""
    whole = (0, len(page.document.text) + 1)
    last: _Run | None = None
    for box, around, holds in _free(page.document.boxes, starts, whole):
        first = bisect_left(starts, around[0])
        before = bisect_left(starts, box[0]) - first
        inside = bisect_left(starts, around[1]) - first
        if last is not None and (last.around, last.before) == (around, before) and box[1] - last.start <= LONGEST_RUN:
            last.end = box[1]
            last.nested += [box] if holds else []
            continue
        if last is not None:
            yield last
        last = _Run(box[0], box[1], around, before, inside, [box] if holds else [])
    if last is not None:
        yield last


def _free(boxes: list[Span], starts: list[int], whole: Span) -> Iterator[tuple[Span, Span, bool]]:
    """The largest boxes in which no network is told of, the smallest around each in which one is, and whether it holds
    others."""
    around: list[Span] = [whole]
    taken = -1
    for box, following in pairwise([*boxes, whole]):
        while len(around) > 1 and around[-1][1] <= box[0]:
            around.pop()
        if box[0] < taken:
            continue
        if bisect_left(starts, box[0]) < bisect_left(starts, box[1]):
            around.append(box)
        elif box[1] - box[0] <= LONGEST_BOX:
            taken = box[1]
            yield box, around[-1], box[0] <= following[0] < box[1]


def _parts(page: Known, run: _Run) -> list[_Part]:
    """What stands in a run, by its headings; one right before it is its first."""
    document = page.document
    blocks = document.blocks_in(run.start, run.end)
    parts = [_Part(None)]
    ahead = document.block_at(max(0, run.start - 2))
    if ahead is not None and ahead.end <= run.start and _is_heading(page, ahead, None):
        if any(_start(one) == ahead.start for one in page.every_one()):  # what is told of the last network
            alone = not any(one.of("contact") and _start(one) != ahead.start for one in page.every_one())
            boxes = run.nested if alone else []
            headed = next((one.start for one in blocks if one.kind == "heading"), run.end)
            boxes = [*boxes, (headed, run.end)]
            blocks = [one for one in blocks if any(start <= one.start < end for start, end in boxes)]
        else:
            parts = [_Part(ahead)]
    for block, following in pairwise([*blocks, None]):
        if block is None:
            break
        if _is_heading(page, block, following):
            parts.append(_Part(block))
        else:
            parts[-1].lines.append(block)
    return [part for part in parts if part.lines]


def _is_heading(page: Known, block: Block, following: Block | None) -> bool:
    """Whether a block heads what follows: a heading that names nobody, or in plain text a short line that does not."""
    words, language = page.document.of(block), page.cues.language
    if people.is_person(words, language) or len(words) > LONGEST_LINE:
        return False
    if block.kind != "heading" and says_title(words, language) and words[-1:] not in ":?":
        return False  # “Policy officer”
    if block.kind in _HEADS:
        return block.kind == "heading" or not people.is_unit(words, language)
    if len(words.split()) > MOST_WORDS_OF_A_HEADING or page.is_reached((block.start, block.end)):
        return False
    return block.kind == "line" and _is_of_contact(page, words)


def _cards(page: Known, part: _Part) -> list[_Card]:
    """Those of whom the lines of a part tell, where its heading is a contact's, or says nothing of anything else."""
    language = page.cues.language
    head = page.document.of(part.heading) if part.heading else ""
    if language.has(head, *_OF_OTHERS) or asks_of_others(f"{head}:", language, ()):
        return []
    is_headed = bool(head) and (_is_of_contact(page, head) or people.is_unit(head, language))
    if head and not is_headed:
        return []
    found, unit = _people(page, part)
    if unit is not None and (not found or page.is_reached((unit.start, found[0].start))):
        found = [unit, *found]
    ours, text = _own_hosts(page), page.document.text
    of_some = any(page.named_in(text[card.start : card.end]) for card in found)
    return [
        card
        for card in found
        if (card.lines >= FEWEST_LINES or (is_headed and (card is not unit or card.lines >= MANY)))
        and not (of_some and card.is_of_else)
        and _is_asked(page, text[card.start : card.end], card, ours)
    ]


def _is_of_contact(page: Known, heading: str) -> bool:
    """Whether a heading says that those stand below it whom one may ask."""
    language = page.cues.language
    if page.cues.labels.label(heading) == "contact" or heads_cards(heading, page.cues):
        return True
    return language.pattern("heads_people").fullmatch(heading.strip(" :")) is not None


def _people(page: Known, part: _Part) -> tuple[list[_Card], _Card | None]:
    """The people in some lines, each with those that tell of them, and the unit that stands before the first."""
    language = page.cues.language
    found: list[_Card] = []
    unit: _Card | None = None
    head = page.document.of(part.heading) if part.heading else ""
    if part.heading and people.is_unit(head, language) and not _is_of_contact(page, head):
        unit = _Card(part.heading.start, part.heading.end)
    above: Block | None = None  # a line that may be the next one's title
    between = 0
    is_open = True
    for line in part.lines:
        words = page.document.of(line)
        if page.cues.updated.match(words) or is_imprint(words, language):
            break  # of the page itself
        if language.has(words, *_OF_OTHERS) and not page.is_reached((line.start, line.end)):
            break  # “Press”, above those whom journalists ask
        if _names_somebody(page, words):
            begin = above.start if above and not found else line.start
            named = _first_line(page, unit) if unit else None
            found.append(_Card(begin, line.end, 1 + (begin < line.start), named))
            above, between, is_open = None, 0, True
            continue
        is_what = is_of_what_somebody_is(words, page.cues)
        tells = len(words) <= LONGEST_LINE and (is_what or tells_of_somebody(words, page.cues))
        tells = (
            tells and _SENTENCE.search(words.rstrip(" .") if page.is_reached((line.start, line.end)) else words) is None
        )
        is_else = is_of_another(words, page.cues)
        tells = (tells or _are_names(page, words)) and not is_else
        if found and not (tells or is_else) and between < MOST_BETWEEN and not any(map(str.isdigit, words)):
            found[-1].is_of_else = True
        if not (found or unit or tells or is_else or above) and _is_of_something(page, words):
            break  # “Newsroom”, above those whom one asks about that
        between = 0 if tells else between + 1
        is_open = is_open and between <= MOST_BETWEEN
        if not tells or not is_open:
            continue
        if found:
            found[-1].end, found[-1].lines = line.end, found[-1].lines + 1
        elif unit is not None:
            above = line if says_title(words, language) and not people.is_unit(words, language) else None
            if above is None:
                unit.end, unit.lines = line.end, unit.lines + 1
        elif people.is_unit(words, language) and is_what:
            unit = _Card(line.start, line.end)
        elif is_what:
            above = line
    return found, unit


def _is_named_before(page: Known, card: _Card, start: int, end: int) -> bool:
    """Whether whom a card tells of is named with a network before: that is a list of how people are reached."""
    words = page.document.text[card.start : card.end]
    return any(page.document.text.find(one.name, start, end) >= 0 for one in page.named_people(words))


def _is_of_something(page: Known, words: str) -> bool:
    """Whether a line says in a word or two what those below it are there for, and is no sentence, nor a street, nor the
    authority's name."""
    is_short = len(words.split()) <= MOST_WORDS_OF_A_TITLE and words[-1:] not in ".!?:"
    if not is_short or any(map(str.isdigit, words)) or _is_of_contact(page, words):
        return False
    return not page.cues.language.has(words, "authority_words")


def _first_line(page: Known, unit: _Card) -> Span:
    """Where the unit itself is named: on the first line of what tells of it."""
    return unit.start, unit.start + len(page.document.text[unit.start : unit.end].partition("\n")[0])


def _names_somebody(page: Known, words: str) -> bool:
    """Whether a line begins with a person, behind a title, a label or a unit, or not: “Head: Ann Ek”."""
    language = page.cues.language
    every = page.named_people(words) if len(words) <= LONGEST_LINE else []
    named = [one for one in every if not STREET_NUMBER.match(words, one.end)]
    if not named or language.has(words, *_OF_A_SEAT):
        return False
    before = words[: named[0].start].strip(_BEFORE_A_NAME)
    if not before:
        return True
    is_short = len(before.split()) <= MOST_WORDS_OF_A_TITLE
    return is_short and (
        says_title(before, language)
        or language.has(before, "contact", "honours")
        or page.cues.labels.label(before) in ("contact", "title_label")
        or people.is_unit(before, language)
    )


def _has_party(page: Known, one: people.Somebody) -> bool:
    """Whether somebody is of a party: what stands in brackets may be networks as well, “Ann Ek (KIMO, CPMR)”."""
    return bool(one.party) and not (page.named_in(one.party or "") or is_known(one.party or ""))


def _are_names(page: Known, words: str) -> bool:
    """Whether a line names but networks of the page: “CPMR, AER”."""
    return len(words) <= LONGEST_LINE and bool(page.named_in(words)) and _SENTENCE.search(words) is None


def _is_asked(page: Known, words: str, card: _Card, ours: frozenset[str]) -> bool:
    """Whether a card tells how somebody of the authority is reached, and who is no politician, nor is there for the
    press, the page or something else."""
    language = page.cues.language
    if not page.is_reached((card.start, card.end)) or any(_has_party(page, one) for one in page.named_people(words)):
        return False
    if language.has(words, *_OF_OTHERS) or asks_of_others(words, language, ()):
        return False
    if is_known(words) and not page.named_in(words):
        return False  # for a network of which the page tells nothing else
    hosts = {email.group().rpartition("@")[2].lower() for email in EMAIL.finditer(words)}
    if hosts and ours:
        return not hosts.isdisjoint(ours)
    return not is_of_the_network(words, language)


def _own_hosts(page: Known) -> frozenset[str]:
    """The hosts of the page's addresses that most of them have."""
    counted: dict[str, int] = {}
    for email in EMAIL.finditer(page.document.text):
        host = email.group().rpartition("@")[2].lower()
        counted[host] = counted.get(host, 0) + 1
    most = max(counted.values(), default=0)
    return frozenset(host for host, count in counted.items() if count == most)


def _without(sections: list[Section], span: Span) -> None:
    """Take out of the networks' sections what is told of them all."""
    for section in sections:
        if section.sure:
            section.paragraphs = [one for one in section.paragraphs if not span[0] <= one.start < span[1]]
            section.fields = [one for one in section.fields if not span[0] <= one.start < span[1]]
