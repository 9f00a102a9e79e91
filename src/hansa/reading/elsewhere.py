"""What is told of organisations elsewhere on the page than where they are: offices, and whom to ask about several.

“For all the networks above: Ann Ek, 046 …”, “Both memberships are looked after by …”, “Questions? Write to …”.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise, takewhile

from hansa.reading import people
from hansa.reading.asking import (
    LEAD,
    STOPS,
    are_several,
    asks,
    asks_of_others,
    is_of_all,
    of_the_rest,
    pointed_at,
    says_but_networks,
)
from hansa.reading.boxes import LONGEST_BOX, box, each_its_own, listed, on_a_line
from hansa.reading.closing import tell_closing
from hansa.reading.committees import names_a_committee
from hansa.reading.document import Block, Document
from hansa.reading.handled import in_hand
from hansa.reading.lists import is_a_noun, is_expected
from hansa.reading.names import is_abbreviation
from hansa.reading.outline import Asked, Cues, Field, Section
from hansa.reading.sentences import sentences
from hansa.reading.spoken import finder, keys_of
from hansa.reading.standing import tell_standing
from hansa.reading.types import Span
from hansa.reading.units import unit_in
from hansa.reading.whom import LONGEST_LINE, Known, Told, is_somebody

SHORTEST_KEY = 3
MOST_OF_ALL = 5  # contacts for all the networks of a page
NEAR_LABEL = 5  # letters between a label and its value
NEAR = 1500  # letters between the names of two networks and “both”
LONGEST_BLOCK = 5000
LONGEST_LEAD = 160  # letters of a line that says whom the next tell of
MOST_LINES = 6
MOST_FURTHER = 2  # sentences
OFFICES = ("chair", "vice-chair", "board", "chair_verbs")
_OF_SEVERAL = tuple("every_one both above memberships them them_all unless_told without_contact whole_field".split())
_OPENS = re.compile(r"[:?]\s{0,2}\Z")
_SEMICOLON = re.compile(r";\s")
_IN_SHORT = re.compile(r"[\s–-]{0,3}\(([^\W\d_]{3,10})[,;]")  # “… (SERG, in English AEBR)”
_DIGITS = re.compile(r"(?:\D*+\d){6}")  # as many as a phone number has, at least


def told_elsewhere(sections: list[Section], document: Document, cues: Cues) -> None:
    """Give each organisation the sentences elsewhere that name it: those below no organisation's heading that name it
    alone and tell of an office, and those that say whom to ask about it, be it with others."""
    by_key: dict[str, Section] = {}
    for section in sections:
        if section.sure and section.called:
            by_key |= {key: section for key in keys_of(section.called) if len(key) >= SHORTEST_KEY}
            if (short := _IN_SHORT.match(document.text, section.called.span[1])) and is_abbreviation(short[1]):
                by_key.setdefault(people.bare(short[1]), section)
    if not by_key:
        return
    page = _Page(document, cues, by_key, finder(by_key))
    left = MOST_OF_ALL
    taken = tell_standing(page, sections, set(), several=True)
    known: set[Span] = {*taken}  # a block may stand in two sections
    for section in sections:
        blocks = list(_blocks(section, document))
        boxes = box(page, section)
        others = [block for block in blocks if not page.is_told_by(boxes, block)]
        every = [*boxes, *(told for block in others for told in page.asked(section, block))]
        for field, block in () if section.sure else _labelled(section, document):
            if not any(told.start < block.end and block.start < told.end for told in every):
                every += on_a_line(page, section, field, block)
        for told in [*every, *(page.labelled(section) if section.sure else ())]:
            if (told.of_all and (told.start, told.end) in known) or told.lies_in(taken):
                continue
            known.add((told.start, told.end))
            if told.of_all:
                left -= 1
            if section.sure and (told.of_all or told.sure or section not in told.whom):
                section.apart.append((told.start, told.end))
            for one in told.whom if left >= 0 or not told.of_all else ():
                if one is not section or told.of_all or told.sure:
                    unless = cues.language.has(document.text[told.start : told.end], "unless_told")
                    one.asked.append(Asked(told.start, told.end, told.value, told.of_all and not unless, told.sure))
        listed_below = [at for told in section.of("representative_label") for at in _lines_of(told, document)]
        for block in [*listed_below, *(() if section.sure else blocks)]:
            page.offices(block)
    tell_standing(page, sections, known)
    tell_closing(page, sections)


def _blocks(section: Section, document: Document) -> Iterator[Block]:
    """The blocks of a section; of one of no organisation the heading as well, and labels that may tell whom to ask."""
    if section.heading is not None and not section.sure:
        yield section.heading
    yield from (block for block in section.paragraphs if block.kind != "elsewhere")
    if not section.sure:
        yield from (block for _told, block in _labelled(section, document))


def _labelled(section: Section, document: Document) -> Iterator[tuple[Field, Block]]:
    """The labels of a section that may tell whom to ask, and where each stands with its value."""
    for told in section.fields:
        if told.name == "contact" and told.label:
            at = document.text.rfind(told.label, max(0, told.start - len(told.label) - NEAR_LABEL), told.start)
            own = document.block_at(told.start)
            if own and own.start <= at < own.start + LONGEST_LEAD:
                at = own.start  # “Questions about these networks? Contact: …”
            yield told, Block("paragraph", at if at >= 0 else told.start, told.end)


def _lines_of(told: Field, document: Document) -> list[Block]:
    """The items below a label for those whom the authority sends."""
    lines = document.blocks_in(told.start, min(told.end, told.start + LONGEST_BLOCK))
    return [line for line in lines if line.kind == "item"]


@dataclass(slots=True)
class _Page(Known):
    """A page with the organisations that it tells of, and what its sentences say of whom to ask about them."""

    def labelled(self, section: Section) -> list[Told]:
        """What the labels of an organisation's section say on whom to ask about others: what is told of these alone is
        none of its own, as the last section of a page may hold what is of all."""
        found: list[Told] = []
        for field, block in list(_labelled(section, self.document)):
            words = self.document.of(block)
            if not (self.cues.language.has(words, *_OF_SEVERAL) or self._names_others(words, section)):
                continue
            first = next(iter(self.named_people(words)), None)
            if first is not None and not self.named_in(words[: first.start]):
                continue  # “Ann Ek, secretariat of the North Sea Commission”
            if told := list(self.asked(section, block)):
                found += told
                if not any(section in one.whom for one in told):
                    section.fields.remove(field)
        return found

    def is_told_by(self, boxes: list[Told], block: Block) -> bool:
        """Whether a block stands in a box, or says but for whom that is: “The office answers questions on all.”"""
        if any(one.start <= block.start < one.end for one in boxes):
            return True
        words = self.document.of(block) if boxes and block.end - block.start <= LONGEST_LEAD else ""
        return bool(words) and is_of_all(words, self.cues, in_one=False) and not self.named_people(words)

    def asked(self, section: Section, block: Block) -> Iterator[Told]:
        """What a block says on whom to ask about several organisations, or about one of another section."""
        text = self.document.text
        end = min(block.end, block.start + LONGEST_BLOCK)
        whole = text[block.start : end]
        if not (self._may_tell(block, whole) and (self._may_be_of_all(whole) or self._names_others(whole, section))):
            return
        if several := listed(self, section, [(block.start, end)]):
            yield from several
            return
        every = [part for span in sentences(text, block.start, end, self.cues.language) for part in self._parts(span)]
        told_to = 0
        for place, span in enumerate(every):
            words = text[slice(*span)]
            if several := each_its_own(self, span):
                yield from several
                told_to = span[1]
                continue
            whom, of_all = self._whom(span, section) if span[0] >= told_to else ([], False)
            if not whom or (not of_all and whom == [section]):
                continue
            last = every[place + self._going_on(every[place:])][1]
            following = every[place + 1] if place + 1 < len(every) else None
            if (
                place
                and last == span[1]
                and self.goes_on_of_somebody(words)
                and (value := self._begin_before(every[place - 1], span)) is not None
            ):
                yield Told(whom, every[place - 1][0], last, value, of_all)
                continue
            asks_first = words.rstrip().endswith("?") and following is not None and self._tells(following, last)
            is_rest = of_the_rest(words, self.cues)
            if not asks_first and (self._tells(span, last) or (of_all and self.has_but_an_address(words, last, span))):
                rest = text[last : block.end]
                last = block.end if len(rest) < LONGEST_LINE and self._goes_on_there(words, rest) else last
                value = self._behind_lead(span)
                told_to = last = last if of_all else self.first_alone(value, last)
                last = self.with_lines_below(block, span[0], last)
                yield Told(whom, span[0], last, value, of_all, sure=is_rest and not of_all)
            elif following and last > span[1] and (asks_first or self._asks_before(words, following, last)):
                told_to = last
                yield Told(whom, span[0], last, following[0], of_all)
            elif following is None and len(words) <= LONGEST_LEAD and (last := self._lines(block, words)):
                yield Told(whom, span[0], last, block.end, of_all)

    def _goes_on_there(self, words: str, rest: str) -> bool:
        """Whether the rest of a block goes on telling of the one whom some words name, and of nobody else."""
        others = bool(self.named_people(words)) and bool(self.named_people(rest))
        return not (others or self.named_in(rest) or asks_of_others(rest, self.cues.language, ()))

    def _asks_before(self, words: str, following: Span, end: int) -> bool:
        """Whether words ask, and the sentence behind them tells whom."""
        return asks(words, self.cues.language) and self._tells(following, end)

    def _begin_before(self, before: Span, span: Span) -> int | None:
        """Where the sentence before one that goes on of somebody tells who that is: one that tells whom to ask, or
        names one person, who is reached as the next says: ““…”, says Ann Ek. She coordinates them, on 046 …”."""
        if self._tells(before, span[0]):
            return self._behind_lead(before)
        named = self.named_people(self.document.text[slice(*before)]) if self.is_reached(span) else []
        return before[0] + named[0].start if len(named) == 1 and not named[0].party else None

    def _parts(self, span: Span) -> list[Span]:
        """A sentence, or its parts where each tells whom to ask about others: “for KIMO Ann Ek, 046 …; for …”."""
        text = self.document.text
        ends = [span[0], *(at.end() for at in _SEMICOLON.finditer(text, *span)), span[1]]
        parts = [(start, end) for start, end in pairwise(ends) if start < end]
        return parts if len(parts) > 1 and all(self.named_in(text[slice(*part)]) for part in parts) else [span]

    def _going_on(self, every: list[Span]) -> int:
        """How many sentences behind the first go on telling of the same contact, until an address or a number is told:
        “Ann Ek answers questions on all networks. She is in the office on weekdays. Ring her on 046 …”."""
        text = self.document.text
        named: list[people.Somebody] = []
        for further, span in enumerate(every[: MOST_FURTHER + 1]):
            words = text[slice(*span)]
            if further and (self.named_in(words) or (named and self.named_people(words))):
                return further - 1
            if self.is_reached(span):
                return further
            if not words.rstrip().endswith("?"):
                named = named or self.named_people(words)
        return 0

    def _behind_lead(self, span: Span) -> int:
        """Where a sentence tells of the contact: behind “Questions about our networks:” and “contact”."""
        text = self.document.text
        lead = LEAD.match(text, *span)
        if lead is None:
            called = [
                one.end for one in people.everybody(text[slice(*span)], self.cues.language) if self.is_called(one)
            ]
            return span[0] + max(called, default=0)
        said = self.cues.language.pattern("contact").match(text, lead.end(), span[1])
        begin = said.end() if said else lead.end()
        return begin + len(text[begin : span[1]]) - len(text[begin : span[1]].lstrip(" :"))

    def offices(self, block: Block) -> None:
        """Give an organisation the sentences that name it alone and tell of an office, or whom the authority sends to
        its assembly, be it with others: “Ann Ek (S) is our delegate to the assemblies of KIMO and the CPMR”."""
        text, language = self.document.text, self.cues.language
        end = min(block.end, block.start + LONGEST_BLOCK)
        if not self.named_in(text[block.start : end]):
            return
        for span in sentences(text, block.start, end, language):
            words = text[slice(*span)]
            told = self.named_in(words)
            sent = "(" in words and language.has(words, "assemblies") and language.has(words, "delegates", "represents")
            if sent or (len(told) == 1 and language.has(words, *OFFICES)):
                for one in told.values() if not self._tells(span, span[1]) else ():
                    one.paragraphs.append(Block("elsewhere", *span))

    def _whom(self, span: Span, section: Section) -> tuple[list[Section], bool]:
        """The organisations that a sentence speaks of, and whether as of all or both, rather than by their names."""
        words, language = self.document.text[slice(*span)], self.cues.language
        standing = self.every_one()
        if told := self.named_for_themselves(words):
            before = self._both_before(words, span)
            if before:
                return [*before, *(one for one in told.values() if one not in before)], True
            besides = language.find(words, "except_for")
            if besides is None or not language.has(words[: besides.start()], "every_one", "both"):
                return list(told.values()), False
            but = self.named_in(words[besides.end() :]) or told  # “for all networks except KIMO”
            return [one for one in standing if id(one) not in but], True
        if of_the_rest(words, self.cues):
            block = self.document.block_at(span[0])
            beside = self.named_in(self.document.of(block)) if block else {}
            return [one for one in standing if id(one) not in beside], False
        number, or_more = pointed_at(words, self.cues.language)
        if number and number <= len(before := self._named_before(span, number)):
            return before if or_more else before[-number:], True
        if number and not or_more and (section.sure or not language.has(words, "both")):
            return self._last_before(span, number, words), True
        in_one = section.sure > 0 and not (section.heading and section.heading.kind == "mention")
        is_told = is_of_all(words, self.cues, in_one=in_one) or (not in_one and self._means_all(span, words))
        if is_told or (in_one and self._stands_last(span, section, words)):
            above = [one for one in standing if one.start < span[0]] if language.has(words, "above") else []
            return (above if len(above) > 1 else standing), True
        if not section.sure and language.has(words, "both") and self._may_be_of_both(words):
            begin = 0 if self._is_of_contact(section.heading) else section.start
            before = sorted((one for one in standing if begin <= one.start < span[0]), key=lambda one: one.start)[-2:]
            near = [one for one in before if span[0] - one.start < NEAR]
            return (near if len(near) > 1 else []), True
        return [], False

    def _both_before(self, words: str, span: Span) -> list[Section]:
        """The two before that a sentence speaks of beside others: “Both are looked after by Ann Ek, who is the contact
        for KIMO as well.”"""
        first = next(iter(self.named_people(words)), None)
        if first is None or not self.cues.language.has(words[: first.start], "both"):
            return []
        number, or_more = pointed_at(words[: first.start], self.cues.language)
        before = self._named_before(span, number) if number and not self.named_in(words[: first.start]) else []
        return (before if or_more else before[-number:]) if len(before) >= number > 0 else []

    def _stands_last(self, span: Span, section: Section, words: str) -> bool:
        """Whether a sentence on all networks is a paragraph behind what is told of the page's last: “For queries on EU
        networks …”."""
        block = self.document.block_at(span[0])
        begins = block is not None and block.kind == "paragraph" and block.start == span[0]
        has_more = begins and any(one.start < span[0] for one in section.paragraphs)
        says_so = has_more and says_but_networks(words, self.cues, plainly=True)
        return says_so and section.start == max(one.start for one in self.every_one())

    def _last_before(self, span: Span, number: int, words: str) -> list[Section]:
        """So many organisations as a sentence speaks of that are told of last before it: “both memberships are …”."""
        if not (self.cues.language.has(words, "memberships") or are_several(words, self.cues.language)):
            return []
        every = sorted((one for one in self.every_one() if one.start < span[0]), key=lambda one: one.start)[-number:]
        return every if len(every) == number and span[0] - every[0].start < NEAR else []

    def _may_be_of_both(self, words: str) -> bool:
        return is_expected(words, self.cues.language) or self.cues.language.has(words, "contact")

    def _is_of_contact(self, heading: Block | None) -> bool:
        """Whether a heading tells whom to ask, or asks itself: “Contact”, “Any questions?”."""
        return heading is None or asks(self.document.of(heading), self.cues.language)

    def _means_all(self, span: Span, words: str) -> bool:
        """Whether a sentence asks about “them” behind one on networks that names none: “We are in the following
        networks. Do you have questions on them?”"""
        language = self.cues.language
        if not (language.has(words, "them") and asks(words, language)):
            return False
        block = self.document.block_at(span[0])
        before = self.document.text[max(block.start, span[0] - LONGEST_LEAD) : span[0]] if block else ""
        return are_several(before, language) and not self._named_before(span, 1)

    def _named_before(self, span: Span, number: int) -> list[Section]:
        """The organisations that the sentences last before one name in its block, in their order: so many at least,
        and not more than some."""
        block = self.document.block_at(span[0])
        begin = max(block.start, span[0] - NEAR) if block else span[0]
        found: dict[int, Section] = {}
        for start, end in reversed(list(sentences(self.document.text, begin, span[0], self.cues.language))):
            found |= self.named_in(self.document.text[start:end])
            if len(found) >= number:
                break
        return sorted(found.values(), key=lambda one: one.start)

    def _may_tell(self, block: Block, words: str) -> bool:
        """Whether anything in a block may say whom to ask, or be a line above those that do: most say nothing of it."""
        return (
            words[-1:] in (":", "?")
            or "@" in words
            or self.cues.language.has(words, "contact", "looks_after", "in_hand")
            or _DIGITS.match(words) is not None
            or any(anchor.url.startswith("mailto:") for anchor in self.document.anchors_in(block.start, block.end))
        )

    def _names_others(self, words: str, section: Section) -> bool:
        return bool(self.named_in(words).keys() - {id(section)})

    def _may_be_of_all(self, words: str) -> bool:
        return self.cues.language.has(words, *_OF_SEVERAL) or any(
            is_a_noun(word, self.cues.language) for word in words[:LONGEST_LEAD].lower().split()
        )

    def _tells(self, span: Span, end: int) -> bool:
        """Whether a sentence names somebody, or a unit, who is asked: a word says so, or an address, before `end`."""
        words, language = self.document.text[slice(*span)], self.cues.language
        is_reached = self.is_reached((span[0], end))
        is_asked = is_reached and language.has(words, "invites")  # “contact the director, Ann Ek”
        unit = unit_in(words, language)
        besides = words[: unit[0]] + words[unit[1] :] if unit else words  # “Gabinete da Presidência”
        if not is_asked and language.has(besides, "represents", "delegates", *OFFICES):
            return False
        if not (is_reached or language.has(words, "contact") or in_hand(words, language, tuple(self.by_key))):
            return False
        if unit and not names_a_committee(words[slice(*unit)], language):
            return True
        if unit and not is_reached and language.has(words, "oversees"):
            words = words[unit[1] :]  # “The Culture Committee oversees all memberships”
        return bool(self.named_people(words)) or people.is_unit(words, language)

    def _lines(self, block: Block, words: str) -> int:
        """Where the lines end that follow one such as “For all networks:” and tell of somebody; 0 where none do."""
        asks = self.cues.language.has(words, "contact")
        if words.rstrip()[-1:] in STOPS or not (_OPENS.search(words) or asks):
            return 0  # “Our networks”
        others = ("heading", "bold") if asks else ("heading", "bold", "item")  # “These are not funds:”, above a list
        below = self.document.blocks_in(block.start + 1, block.end + LONGEST_BOX)[:MOST_LINES]
        lines = list(takewhile(lambda one: one.kind not in others and one.end - one.start <= LONGEST_LEAD, below))
        if not lines:
            return 0
        tells = any(is_somebody(self.document.of(line), self.cues.language) for line in lines[:2])
        return lines[-1].end if tells and self.is_reached((block.end, lines[-1].end)) else 0
