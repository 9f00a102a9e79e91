"""Boxes that stand by themselves on a page, beside or behind what is told of its networks, and tell whom to ask about
them: “Europe Office / Ann Ek / Adviser / 046 …” in a column of its own, below “Any questions?”, at a text's end."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import pairwise

from hansa.reading import people
from hansa.reading.addresses import EMAIL
from hansa.reading.asking import asks_of_others, is_of_all, is_of_twin_towns
from hansa.reading.card_lines import (
    LONGEST_LINE,
    OF_OTHERS,
    Card,
    Lines,
    are_names,
    has_party,
    is_of_a_project,
    is_of_contact,
    lead_of,
    people_in,
)
from hansa.reading.cards import heads_cards
from hansa.reading.document import Block
from hansa.reading.from_sentence import is_of_the_network
from hansa.reading.known import is_known
from hansa.reading.outline import Asked, Section
from hansa.reading.titles import says_title
from hansa.reading.types import Span
from hansa.reading.units import unit_in
from hansa.reading.whom import Known

MANY = 2
MOST_WORDS_OF_A_UNIT = 8
LONGEST_BOX = 1500
LONGEST_RUN = 6000
MOST_WORDS_OF_A_HEADING = 8
FEWEST_LINES = 3  # of a card below no heading
MOST_OF_ALL = 5
LONG = 5  # letters
_ENDS = re.compile(r"[,;|·•(]|\s[–-]\s|\n")
_BRACKETS = re.compile(r"[(\[{](?:@|AT|[a-zà-ÿ-]{1,12})[)\]}]")
_NUMBER = re.compile(r"\d(?:[\s/().-]{0,3}\d){5}|@")
_HEADS = frozenset(("heading", "bold"))


@dataclass(slots=True)
class _Run:
    """Boxes one behind the other in which no network is told of: where they begin and end, what stands around them, and
    how many of the networks in that stand before them, and how many there are; which of the boxes hold others."""

    boxes: list[Span]
    around: Span
    before: int
    inside: int
    nested: list[Span] = field(default_factory=list)

    @property
    def start(self) -> int:
        return self.boxes[0][0]

    @property
    def end(self) -> int:
        return self.boxes[-1][1]

    def beyond(self, usual: int) -> int:
        """Where its boxes begin that are more than stand behind each other network."""
        own = usual if self.before else 0
        return self.boxes[own][0] if own < len(self.boxes) else self.end


def tell_standing(page: Known, sections: list[Section], known: set[Span], *, several: bool = False) -> set[Span]:
    """Give the networks those whom boxes that stand by themselves tell to ask, about the networks that they name, or
    about all that stand where they do; what they tell is then none of the last network's own. Gives where that is.

    What is `known` to tell of somebody is left out; `several`: and what tells of but one.
    """
    starts = sorted(start_of(one) for one in page.every_one())
    found: set[Span] = set()
    if len(starts) < MANY or not page.document.boxes:
        return found
    left = MOST_OF_ALL
    runs = list(_runs(page, starts))
    for run in runs:
        if 0 < run.before < run.inside or run.inside < MANY:
            continue
        between = (one for one in runs if one.around == run.around and 0 < one.before < run.inside)
        usual = max((len(one.boxes) for one in between), default=0)
        beyond = run.beyond(usual if _has_headings(page) else 0)
        told_from = run.start if not usual and _is_apart(page, run, starts) else run.end
        has_own = run.before > 0 and _have_their_own(page, starts)
        for part in _parts(page, run, beyond) if may_reach(page, (run.start, run.end)) else ():
            begin, end = part.span
            if not may_reach(page, part.span):
                continue
            if has_own and begin < beyond and not _stands_as_high(page, part, starts[-1]):
                has_own = not page.is_reached(part.span)
                continue  # the last network's, as the others have theirs
            if any(start < end and begin < last for start, last in known):
                continue
            cards = _cards(page, part, beyond)
            told_before = (_is_named_before(page, one, starts[0], min(begin, run.start)) for one in cards)
            if any(told_before) and not _says_of_all(page, part):
                cards = [one for one in cards if page.named_in(page.document.text[one.start : one.end])]
            if several and len(cards) < MANY:
                continue
            beside = [one for one in page.every_one() if run.around[0] <= start_of(one) < run.around[1]]
            _tell(page, part, cards[:left], beside)
            left -= len(cards[:left])
            if cards:
                told_from = min(told_from, begin)
                found.add(part.span)
        without(sections, (told_from, run.end))
    return found


def may_reach(page: Known, span: Span) -> bool:
    """Whether an e-mail address or what may be a phone number stands between two places: told soonest."""
    places = _places(page.document.text)
    first = bisect_left(places, span[0])
    if first < len(places) and places[first] < span[1]:
        return True
    return any(anchor.url.startswith("mailto:") for anchor in page.document.anchors_in(*span))


@lru_cache(maxsize=2)
def _places(text: str) -> list[int]:
    """Where what may be a phone number or an e-mail address stands in a text."""
    return sorted({found.start() for form in (_NUMBER, _BRACKETS) for found in form.finditer(text)})


def _have_their_own(page: Known, starts: list[int]) -> bool:
    """Whether most networks but the last have somebody told of them who can be reached."""
    reached = [may_reach(page, span) for span in pairwise(starts)]
    return 2 * sum(reached) > len(reached)


def _stands_as_high(page: Known, part: Lines, last: int) -> bool:
    """Whether a part's heading stands as high as that of the last network."""
    own = page.document.block_at(last)
    heading = part.heading
    if own is None or heading is None or heading.kind != "heading" or own.kind != "heading":
        return False
    return heading.level <= own.level


def _tell(page: Known, part: Lines, cards: list[Card], beside: list[Section]) -> None:
    """Tell of each card the networks that it, or the heading above it, names, or else all."""
    text = page.document.text
    above = list(page.named_in(page.document.of(part.heading)).values()) if part.heading else []
    named = [list(page.named_in(text[card.start : card.end]).values()) or above for card in cards]
    known = {id(one) for every in named for one in every}
    for card, every in zip(cards, named, strict=True):
        whom = every or beside
        if card.is_of_rest:
            every = whom = [one for one in beside if id(one) not in known]
        asked = Asked(card.start, card.end, card.start, not every, bool(every), card.unit, card=True)
        for one in whom:
            one.asked.append(asked)


def _is_apart(page: Known, run: _Run, starts: list[int]) -> bool:
    """Whether what is told of the last network before a run stands, with its heading, in an element that has ended."""
    if not run.before or page.document.media_type == "text/plain":
        return False
    last = starts[bisect_left(starts, run.start) - 1]
    around = [one for one in page.document.boxes if one[0] <= last < one[1] <= run.start]
    if not around or len(page.document.blocks_in(last, around[0][1])) < MANY:
        return False
    lines = map(page.document.of, page.document.blocks_in(run.start, run.end))
    return all(len(words) <= LONGEST_LINE and words[-1:] not in ".!" for words in lines)  # no text


def _has_headings(page: Known) -> bool:
    """Whether headings name the networks, rather than sentences or items."""
    kinds = [one.heading.kind for one in page.every_one() if one.heading is not None]
    return MANY * sum(kind in ("heading", "bold", "line") for kind in kinds) > len(kinds)


def start_of(section: Section) -> int:
    return section.heading.start if section.heading else section.start


def _runs(page: Known, starts: list[int]) -> Iterator[_Run]:
    """The runs of boxes in which no network is told of."""
    whole = (0, len(page.document.text) + 1)
    last: _Run | None = None
    for box, around, holds in _free(page.document.boxes, starts, whole):
        first = bisect_left(starts, around[0])
        before = bisect_left(starts, box[0]) - first
        inside = bisect_left(starts, around[1]) - first
        nested = [box] if holds else []
        if last is not None and (last.around, last.before) == (around, before) and box[1] - last.start <= LONGEST_RUN:
            last.boxes.append(box)
            last.nested += nested
            continue
        if last is not None:
            yield last
        last = _Run([box], around, before, inside, nested)
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


def _parts(page: Known, run: _Run, beyond: int) -> list[Lines]:
    """What stands in a run, by its headings; one right before it is its first."""
    document = page.document
    blocks = document.blocks_in(run.start, run.end)
    parts = [Lines(None)]
    ahead = document.block_at(max(0, run.start - 2))
    if ahead is not None and ahead.end <= run.start and _is_heading(page, ahead):
        if any(start_of(one) == ahead.start for one in page.every_one()):  # what is told of the last network
            alone = not any(one.of("contact") and start_of(one) != ahead.start for one in page.every_one())
            alone = alone and len(page.every_one()) > MANY
            boxes = [*run.nested, (beyond, run.end)] if alone else []
            headed = next((one.start for one in blocks if one.kind == "heading"), run.end)
            boxes = [*boxes, (headed, run.end)]
            blocks = [one for one in blocks if any(start <= one.start < end for start, end in boxes)]
        else:
            parts = [Lines(ahead, is_title=not run.before)]
    other: Block | None = None  # the last heading of something else
    for block in blocks:
        if not _is_heading(page, block):
            here = parts[-1]
            is_apart = here.lines and not here.heading and block.start > here.lines[-1].end + 1
            if is_apart and lead_of(page, document.of(block)):
                is_first = not any(lead_of(page, document.of(line)) for line in here.lines[-MOST_OF_ALL:])
                here = Lines(None) if is_first else here
                parts += [here] if is_first else []
            here.lines.append(block)
            continue
        words = document.of(block)
        asks = is_of_contact(page, words) or people.is_unit(words, page.cues.language)
        above = any(one.heading and is_of_contact(page, document.of(one.heading)) for one in parts)
        parts.append(Lines(block, below_contacts=above, is_title=block.level == 1 and not run.before))
        if not (asks or above):
            other = block
        elif other is not None and block.kind == other.kind == "heading" and block.level > other.level:
            parts[-1].is_of_else = all(start != block.start for start, _end in run.boxes)  # “Twin towns”, “Contact”
    return [part for part in parts if part.lines and not part.is_of_else]


def _is_heading(page: Known, block: Block) -> bool:
    """Whether a block heads what follows: a heading that names nobody, or in plain text a short line that does not."""
    words, language = page.document.of(block), page.cues.language
    if people.is_person(words, language) or len(words) > LONGEST_LINE:
        return False
    if block.kind != "heading" and says_title(words, language) and words[-1:] not in ":?":
        return False  # “Policy officer”
    if block.kind == "line" and block.level == 1:
        return True  # a text's title
    if block.kind in _HEADS:
        return block.kind == "heading" or not (
            people.is_unit(words, language) or page.is_reached((block.start, block.end))
        )
    if block.kind in ("label", "tag"):
        return page.cues.labels.exactly(words.rstrip(" :")) is None and not people.is_unit(words, language)
    if len(words.split()) > MOST_WORDS_OF_A_HEADING or page.is_reached((block.start, block.end)):
        return False
    is_unit = people.is_unit(words, language) and words[-1:] not in ":?"
    return block.kind == "line" and not is_unit and is_of_contact(page, words)


def _cards(page: Known, part: Lines, beyond: int) -> list[Card]:
    """Those of whom the lines of a part tell, where its heading is a contact's, or says nothing of anything else."""
    language = page.cues.language
    head = page.document.of(part.heading) if part.heading else ""
    if heads_something_else(page, head):
        return []
    asks = page.cues.labels.label(head) == "contact" or heads_cards(head, page.cues)
    is_headed = bool(head) and (is_of_contact(page, head) or people.is_unit(head, language))
    is_headed = is_headed or (part.below_contacts and are_names(page, head))
    found, unit = people_in(page, part)
    if head and not is_headed:
        found = [one for one in found if one.is_of_row or (one.is_labelled and part.is_title)]
        unit = None
    is_told = unit is not None and (not found or page.is_reached((unit.start, found[0].start)))
    if unit is not None and is_told and (asks or page.has_address((unit.start, unit.end))):
        found = [unit, *found]
    text = page.document.text
    ours = own_hosts(text) if found else frozenset()
    of_some = any(page.named_in(text[card.start : card.end]) for card in found)
    return [
        card
        for card in found
        if (
            card.lines >= FEWEST_LINES
            or (is_headed and (card is not unit or card.lines >= MANY))
            or (card.start >= beyond and _tells_all(page, card))
        )
        and not (of_some and card.is_of_else)
        and is_asked(page, text[card.start : card.end], card, ours)
    ]


def heads_something_else(page: Known, head: str) -> bool:
    """Whether a heading is of twin towns, a project, the press or a network's secretariat."""
    language = page.cues.language
    if language.has(head, *OF_OTHERS) or is_of_twin_towns(head, language) or is_of_a_project(head, language):
        return True
    of_secretariat = language.has(head, "secretariat") and _is_of_networks(page, head)
    return of_secretariat or asks_of_others(f"{head}:", language, ())


def _is_of_networks(page: Known, heading: str) -> bool:
    """Whether a heading names a network, or has a word for one in any case: “Nätverkets sekretariat”."""
    language = page.cues.language
    long = tuple(word for word in language.words["organisation_words"] if len(word) >= LONG)
    has_one = language.has(heading, "organisation_words")
    return has_one or bool(page.named_in(heading)) or any(one.startswith(long) for one in heading.casefold().split())


def _tells_all(page: Known, card: Card) -> bool:
    """Whether a line says that somebody is asked, or all of a person: “Ann Ek | Adviser | 046 … | ann@…”."""
    if card.is_labelled:
        return True
    words = page.document.text[card.start : card.end]
    if max(len(part.split()) for part in _ENDS.split(words)) > MOST_WORDS_OF_A_UNIT:
        return False  # “Ann Ek, adviser, follows the network's groups. She can be reached at …”
    return says_title(words, page.cues.language) and page.is_reached_in_full((card.start, card.end))


def _says_of_all(page: Known, part: Lines) -> bool:
    """Whether a line of a part says that it is for all networks: “Our team looks after all memberships.”"""
    return any(is_of_all(page.document.of(line), page.cues, in_one=False) for line in part.lines[:MOST_OF_ALL])


def _is_named_before(page: Known, card: Card, start: int, end: int) -> bool:
    """Whether whom a card tells of is named with a network before: that is a list of how people are reached."""
    words = page.document.text[card.start : card.end]
    return any(page.document.text.find(one.name, start, end) >= 0 for one in page.named_people(words))


def is_asked(page: Known, words: str, card: Card, ours: frozenset[str]) -> bool:
    """Whether a card tells how somebody of the authority is reached, and who is no politician, nor is there for the
    press, the page or something else."""
    language = page.cues.language
    if not page.is_reached((card.start, card.end)) or any(has_party(page, one) for one in page.named_people(words)):
        return False
    label = words.find(": ") + 1
    unit = unit_in(words[label:], language)  # not “Ufficio responsabile”
    besides = (
        f"{words[: label + unit[0]]}{words[label + unit[1] :]}" if unit else words
    )  # “Servicio de Proyectos Europeos”
    if language.has(words, *OF_OTHERS) or asks_of_others(besides, language, ()):
        return False
    if is_of_twin_towns(besides, language) and not page.named_in(words):
        return False
    if is_known(words) and not page.named_in(words):
        return False  # for a network of which the page tells nothing else
    hosts = {email.group().rpartition("@")[2].lower() for email in EMAIL.finditer(words)}
    if hosts and ours:
        return not hosts.isdisjoint(ours)
    return not is_of_the_network(words, language)


@lru_cache(maxsize=2)
def own_hosts(text: str) -> frozenset[str]:
    """The hosts of a page's addresses that most of them have."""
    counted: dict[str, int] = {}
    for email in EMAIL.finditer(text):
        host = email.group().rpartition("@")[2].lower()
        counted[host] = counted.get(host, 0) + 1
    most = max(counted.values(), default=0)
    return frozenset(host for host, count in counted.items() if count == most)


def without(sections: list[Section], span: Span) -> None:
    """Take out of the networks' sections what is told of them all."""
    for section in sections:
        if section.sure:
            section.paragraphs = [one for one in section.paragraphs if not span[0] <= one.start < span[1]]
            section.fields = [one for one in section.fields if not span[0] <= one.start < span[1]]
