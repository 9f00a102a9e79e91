"""Boxes and lists of contacts: “Contact / Ann Ek / Adviser / 046 …”, “KIMO: Ann Ek; all others: Mayor's Office”."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise, takewhile

from hansa.reading import people
from hansa.reading.asking import asks, is_of_all, of_the_rest, says_of_all, where_nobody_else
from hansa.reading.cards import tells_who_holds
from hansa.reading.document import Block
from hansa.reading.languages import Language
from hansa.reading.outline import Field, Section
from hansa.reading.sentences import sentences
from hansa.reading.titles import MOST_WORDS_OF_A_TITLE, says_title
from hansa.reading.types import Span
from hansa.reading.whom import LONGEST_LINE, Known, Told, is_somebody

LONGEST_BOX = 700
MOST_LINES = 6
FEW_WORDS, MOST_WORDS_OF_A_HEADING = 4, 10
MANY = 2
LONGEST_LIST = 2000
MOST_PEOPLE = 6
_WORD = re.compile(r"\S+")
_LEAD = re.compile(r"\s{0,2}(?P<lead>[^:;\n]{2,120}?)(?:\s?:|\s[–—-])\s{1,2}")
_SIGN = re.compile(r":\s|\s[–—-]\s")
_PIECE_ENDS = re.compile(r";\s|\n")


def box(page: Known, section: Section) -> list[Told]:
    """A short section below a heading that is a contact, line by line: for those that its lines name, or for all, where
    it says so or stands for itself: “Contact / Ann Ek / Adviser / 046 … / Ask Ann about any of the networks.”"""
    heading = None if section.sure else _heading_of_contact(page, section)
    if heading is None:
        return []
    below = page.document.blocks_in(heading.start + 1, heading.end + LONGEST_BOX)
    lines = list(takewhile(lambda one: not _ends(page, heading, one), below))
    if several := listed(page, section, [(one.start, one.end) for one in lines], asked=True):
        return several
    of_some = [told for one in lines if (told := _of_some(page, one))]
    lines = [one for one in lines if not any(told.start == one.start for told in of_some)]
    return of_some + (_of_lines(page, section, heading, lines) if lines else [])


def _of_some(page: Known, line: Block) -> Told | None:
    """A line of a box that says of some networks whom to ask: “For questions on KIMO or CPMR: Ann Ek, ann@…”."""
    lead = _LEAD.match(page.document.text, line.start, line.end)
    whom = list(page.named_in(lead["lead"]).values()) if lead else []
    if lead is None or not whom or not _is_asked(page, page.document.text[lead.end() : line.end]):
        return None
    return Told(whom, line.start, line.end, lead.end(), of_all=False, sure=True)


def _of_lines(page: Known, section: Section, heading: Block, lines: list[Block]) -> list[Told]:
    """The one contact that the lines of a box tell of."""
    text, language = page.document.text, page.cues.language
    reached = [one.end for one in lines if page.is_reached((one.start, one.end))]
    is_name = people.is_person(page.document.of(heading), language)
    lines = [heading, *lines] if is_name and not _asks_for_more(page.document.of(heading), language) else lines
    first = next((one.start for one in lines if is_somebody(page.document.of(one), language)), None)
    if first is None and people.is_unit(page.document.of(heading), language):
        first = heading.start
    said = f"{page.document.of(heading)}:"
    if first is None and reached and is_of_all(said, page.cues, in_one=False) and asks(said[:-1], language):
        told = text[heading.end : reached[-1]]
        is_plain = not (page.named_people(told) or page.named_in(told) or language.has(told, "not_asked"))
        return [Told(page.every_one(), heading.start, reached[-1], heading.end, of_all=True)] if is_plain else []
    if first is None or not reached:
        return []
    near = [one for one in lines if one.start <= max(reached) + 1]
    headed = (one.end for one in near if tells_who_holds(page.document.of(one), language))
    end = max(first, *reached, *headed)
    spans = sentences(text, heading.end, lines[-1].end, language)
    every = [said, *(text[slice(*span)] for span in spans)]
    if any(of_the_rest(words, page.cues) or where_nobody_else(words, language) for words in every):
        return [Told(page.every_one(), heading.start, end, first, of_all=False)]
    if named := page.named_in(text[heading.start : lines[-1].end]):
        return [Told(list(named.values()), heading.start, end, first, of_all=False)]
    of_all = any(is_of_all(words, page.cues, in_one=False) for words in every)
    begins = next((one for one in lines if not _may_stand_first(page, page.document.of(one))), lines[0]).start
    if not of_all and not (begins == first and _is_of_the_page(page, section, heading, end)):
        return []
    return [Told(page.every_one(), heading.start, end, first, of_all=True)]


def _ends(page: Known, heading: Block, block: Block) -> bool:
    """Whether a box ends before a block: a heading, but for one that is a person's name, or a lower one of a unit."""
    words, language = page.document.of(block), page.cues.language
    if heading.kind == "line" == block.kind:  # in a text without mark-up
        return not (
            page.is_reached((block.start, block.end)) or is_somebody(words, language) or says_title(words, language)
        )
    if block.kind not in ("heading", heading.kind):
        return False
    is_lower = block.kind != heading.kind or block.level > heading.level
    return not (people.is_person(words, language) or (is_lower and is_somebody(words, language)))


def _may_stand_first(page: Known, words: str) -> bool:
    """Whether a line may stand in a box before who is asked, and tells nothing else: the post, or whose it is."""
    language = page.cues.language
    if is_somebody(words, language) or len(words.split()) > MOST_WORDS_OF_A_TITLE or words[-1:] in ":.?!":
        return False
    return says_title(words, language) or language.has(words, "authority_words")


def _heading_of_contact(page: Known, section: Section) -> Block | None:
    """The heading of a section that is a contact's, or within it that of a contact."""
    heading = section.heading
    language = page.cues.language
    words = page.document.of(heading) if heading else ""
    if heading is not None and (language.has(words, "contact") or _asks_for_more(words, language)):
        return heading
    if heading is not None and language.pattern("invites").match(words) and language.has(words, "whole_field", "our"):
        return heading  # “Ask us about international work”
    if heading is not None and people.is_unit(words, language) and says_of_all(section, page.document, page.cues):
        return heading  # “Europe Office”, above “The office answers questions on all these networks.”
    if heading is not None and words.endswith("?"):
        short = all(one.end - one.start <= LONGEST_LINE for one in section.paragraphs[:MOST_LINES])
        return heading if short else None
    if heading is not None and people.is_person(words, language):
        below = takewhile(lambda one: one.kind != "heading", section.paragraphs)
        return heading if any(_are_names(page, page.document.of(one)) for one in below) else None
    labels = [told for told in section.fields if told.name == "contact" and told.label]
    above = [(told.label, page.document.block_at(told.start - 1)) for told in labels]
    heads = (one for _label, one in above if one is not None and one.kind in ("heading", "bold"))
    lines = (one for label, one in above if one is not None and one.kind == "line" and page.document.of(one) == label)
    return next(heads, None) or next(lines, None)


def _asks_for_more(heading: str, language: Language) -> bool:
    """Whether a heading says but that there is more to know, by links or by whom to ask: “More information”."""
    return len(heading.split()) <= MOST_WORDS_OF_A_HEADING and language.pattern("read_more").match(heading) is not None


def _are_names(page: Known, line: str) -> bool:
    """Whether a line is but names of organisations: “CPMR, AER, Euromontana”."""
    parts = [people.bare(part.strip()) for part in line.split(",")] if len(line) <= LONGEST_LINE else []
    return 2 * sum(part in page.by_key for part in parts) > len(parts)


def on_a_line(page: Known, section: Section, field: Field, block: Block) -> list[Told]:
    """A line “Contact: Ann Ek, 046 …” behind the networks of a page, in no section of its own, for all of them."""
    of_page = section.heading is None or (section.level == 1 and section.heading.kind in ("heading", "line"))
    if section.sure or not of_page:
        return []
    start, end = _begin_of_asked(page, field), page.with_lines_below(block, block.start, block.end)
    if not _is_asked(page, page.document.text[start : field.end]) or not page.is_reached((field.start, end)):
        return []
    around = page.document.block_at(field.start) or block  # an item of a list may tell of its network before
    first = min(around.start, block.start)
    if page.named_in(page.document.text[first : max(around.end, block.end)]):
        return []
    if page.cues.language.has(page.document.text[first : field.start], "projects", "twin_towns"):
        return []  # “… in the project Green Harbours (contact: Ann Ek)”
    label = Block("label", block.start, block.start + len(field.label))
    behind_all = field.start > max(one.start for one in page.every_one())
    if not behind_all or not _is_of_the_page(page, section, label, end):
        return []
    return [Told(page.every_one(), block.start, end, start, of_all=True)]


def _begin_of_asked(page: Known, field: Field) -> int:
    """Where, in a label's value, whom to ask begins: behind lines that tell but whose it is, “City of Westsea”."""
    start = field.start
    for line in page.document.text[field.start : field.end].split("\n")[:MOST_LINES]:
        if line.strip() and not _may_stand_first(page, line.strip()):
            return start
        start += len(line) + 1
    return field.start


def _is_of_the_page(page: Known, section: Section, heading: Block, end: int) -> bool:
    """Whether what stands below a heading “Contact” is for the whole page: it is no part of what is told of one of the
    networks, stands behind the first of several, and is not for the press, or for whatever else one may ask."""
    language = page.cues.language
    standing = page.every_one()
    words = page.document.of(heading)
    is_plain = page.cues.labels.label(words) == "contact" or len(words.split()) <= FEW_WORDS
    is_plain = is_plain or language.has(words, "whole_field")
    if len(standing) < MANY or not is_plain or heading.start < min(one.start for one in standing):
        return False
    within = section.within
    while within is not None:
        if within.sure:
            return False
        within = within.within
    above, told = page.document.text[: heading.start], page.document.text[heading.start : end]
    named = people.everybody(told, language)
    is_card = len(named) == 1 and told.count("\n") >= MANY
    if not is_card and any(one.name in above for one in named):
        return False  # a list of how those are reached who are named above, each for a network
    return not language.has(told, "not_asked")


def listed(page: Known, section: Section, spans: list[Span], *, asked: bool = False) -> list[Told]:
    """A list that says of one or several networks each whom to ask: “Contacts: KIMO and CPMR: Ann Ek, adviser; Polis:
    Transport Team; all others: Mayor's Office”; `asked` where what stands above says that these are contacts."""
    text = page.document.text
    if not asked and _SIGN.search(text, spans[0][0], min(spans[0][1], spans[0][0] + LONGEST_LIST)) is None:
        return []
    found: list[Told] = []
    for place, span in enumerate(_pieces(page, spans)):
        lead = _LEAD.match(text, *span)
        words = lead["lead"] if lead else ""
        if lead and not place and page.cues.language.has(words, "contact") and not page.named_in(words):
            asked = True
            lead = _LEAD.match(text, lead.end(), span[1])
            words = lead["lead"] if lead else ""
        if lead is None:
            if found and found[-1].end < span[0] and not page.named_people(text[slice(*span)]):
                found[-1].end = span[1]  # “… Ann Ek. Phone 046 …”
                continue
            return []
        whom = list(page.named_in(words).values())
        is_rest = not whom and of_the_rest(words, page.cues, alone=True)
        value = text[lead.end() : span[1]]
        if not (whom or is_rest) or not _is_asked(page, value):
            return []
        asked = asked or page.is_reached((lead.end(), span[1]))
        found.append(Told(whom, lead.start("lead"), span[1], lead.end(), of_all=False, sure=True))
    if not asked or len({id(one) for told in found for one in told.whom} - {id(section)}) < 1 or len(found) < MANY:
        return []
    named = {id(one) for told in found for one in told.whom}
    for told in found:
        told.whom = told.whom or [one for one in page.every_one() if id(one) not in named]
    return found


def _is_asked(page: Known, value: str) -> bool:
    """Whether a value begins with a person of no party, or a unit."""
    if not is_somebody(value.strip(), page.cues.language):
        return False
    return not any(one.party for one in page.named_people(value))


def _pieces(page: Known, spans: list[Span]) -> Iterator[Span]:
    """The sentences of some lines, and their parts between semicolons."""
    text = page.document.text
    for start, end in spans:
        for span in sentences(text, start, end, page.cues.language):
            ends = [span[0], *(at.end() for at in _PIECE_ENDS.finditer(text, *span)), span[1]]
            yield from ((first, last) for first, last in pairwise(ends) if text[first:last].strip(" ;.\n"))


def each_its_own(page: Known, span: Span) -> list[Told]:
    """What a sentence says of several networks, and of as many people whom to ask about each, in turn: “The contact for
    KIMO is Ann Ek, and for Polis Bo Ek”, “Ann Ek is the contact for KIMO and Bo Ek for Polis”."""
    words = page.document.text[slice(*span)]
    if len(page.named_in(words)) < MANY or not page.cues.language.has(words, "contact", "looks_after"):
        return []
    every = page.named_people(words)
    if not MANY <= len(every) <= MOST_PEOPLE or any(one.party for one in every):
        return []
    ends = [0, *(one.end for one in every), len(words)]
    between = [words[ends[place] : one.start] for place, one in enumerate(every)]
    behind = [
        words[one.end : (every[place + 1].start if place + 1 < len(every) else len(words))]
        for place, one in enumerate(every)
    ]
    found: list[Told] = []
    for parts, is_before in ((between, True), (behind, False)):
        named = [page.named_in(part) for part in parts]
        if not all(named) or sum(map(len, named)) != len(page.named_in(words)):
            continue
        starts = [0, *(_from_the_name(page, words, one.end, after.start, is_before) for one, after in pairwise(every))]
        for place, (one, whom) in enumerate(zip(every, named, strict=True)):
            last = starts[place + 1] if place + 1 < len(starts) else len(words)
            found.append(
                Told(
                    list(whom.values()), span[0] + starts[place], span[0] + last, span[0] + one.start, False, sure=True
                )
            )
        return found
    return []


def _from_the_name(page: Known, words: str, start: int, end: int, is_before: bool) -> int:
    """Where, between two people, what is said of the second begins: with the little words before the network's name
    that stands before it, or with the person."""
    if not is_before:
        return end
    whole = page.named_in(words[start:end]).keys()
    places = [start + at.start() for at in _WORD.finditer(words[start:end])]
    begin = next((at for at in reversed(places) if page.named_in(words[at:end]).keys() == whole), start)
    for at in reversed([at for at in places if at < begin]):
        if words[at:begin].split()[0].strip(",").lower() not in page.cues.language.function_words:
            break
        begin = at
    return begin
