"""From blocks to sections: a heading with what stands below it, and which of them speak of an organisation."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import chain, pairwise

from hansa.reading import bare, defining, lists, names, people, priced
from hansa.reading.appointed import appointed
from hansa.reading.cards import MOST_LINES, cards_below, heads_cards, values_of
from hansa.reading.document import Block, Document
from hansa.reading.gathering import GROWING, LEVELS, LONGEST_LINE_OF_A_FIELD, gathered
from hansa.reading.known import is_known
from hansa.reading.labelled import each_named, fields_of, with_others
from hansa.reading.labels import Labels
from hansa.reading.lines import LONGEST_HEADING, ends_like_a_sentence, is_caption, is_heading, is_imprint
from hansa.reading.numbering import without_noun, without_numbers
from hansa.reading.outline import Cues, Field, Section
from hansa.reading.tables import arranged
from hansa.reading.titles import says_title
from hansa.reading.told_items import since_behind
from hansa.reading.typed import without_marks
from hansa.reading.unheaded import as_headings
from hansa.reading.valued import as_rows

LONGEST_BARE_LABEL = 40
LONGEST_PAGE_DATE = 90
FEW_BLOCKS = 4
ENOUGH = 3
FEW_SMALL = 2  # words of a headline that are no function words
_TOLD_BY_A_LABEL = frozenset(("role_label", "kind_label"))  # “Our role”, above “Vice-chair”
_ASKED = {"representative_label": "contact", "role_label": "title_label"}  # in a table of those whom one may ask
_DATED = ("since_label", "until_label")
_YEAR = re.compile(r"(?<!\d)20\d\d(?!\d)|\d\d?\.\d\d?\.\d\d(?!\d)")
_ADDRESS = re.compile(r"https?://|\bwww\.|@")
_PART = re.compile(r",|\s[–-]\s|:")
_BEHIND_LEAD = re.compile(r"(?P<more>\s?\([^()]{2,60}\))?(?:\s?(?:[–—:]|\s-)\s|(?<=\))\s{0,3}\Z)")


def split(document: Document, cues: Cues) -> list[Section]:
    """The sections of a document, in its order, each with how sure it is that it speaks of an organisation.

    Captions of pictures and the authority's postal address are left out. A section of no organisation
    below one of an organisation is part of that.
    """
    sections = [Section(None)]
    open_field: Field | None = None
    announced: Field | None = None  # the latest that only items go on with
    blocks = arranged(document, cues.labels)
    without_marks(blocks, document, cues.labels)
    blocks = as_rows(blocks, document, cues.labels)
    for block in blocks:
        block.end -= ends_like_a_sentence(block, document.of(block))
    bare.shape(document, blocks, cues)
    without_numbers(blocks, document)
    without_noun(blocks, document, cues.language)
    as_headings(blocks, document, cues)
    blocks = priced.parted(blocks, document, cues.labels)
    listed = lists.names_in(blocks, document, cues.labels)
    sent, sent_ends = appointed(blocks, document, cues.labels)
    listed = sent | listed
    defined_by = defining.defining(blocks, document, cues)
    count = defining.count_names(defined_by, document)
    last = {id(block) for block in blocks[-FEW_BLOCKS:]}
    lists_people = {
        id(block) for block, following in pairwise(blocks) if _lists_people(block, following, document, cues)
    }
    is_of_contacts = False  # what stands below the latest heading
    told_of = 0  # where what is told of the people below “Contact” ends
    for place, block in enumerate(blocks):
        if block.start < told_of:
            continue
        text, opened = document.of(block), open_field
        if block.kind == "caption" or (
            block.kind not in ("heading", "cell", "row") and is_caption(text, cues.language)
        ):
            continue
        if block.kind in ("paragraph", "line") and is_imprint(text, cues.language):
            continue
        is_late = id(block) in last
        if _has_ended(sections[-1], block, document) or _ends_the_page(block, text, cues, anywhere=is_late):
            ended = sections[-1]
            stays = (
                ended.heading is not None
                and (ended.heading.kind == "label" or (bool(ended.listed) and block.kind == "item"))
                and not _ends_the_page(block, text, cues, anywhere=is_late)
            )
            sections.append(Section(None, within=ended.within if stays else None))  # in what the term stands below
        if block.start in sent_ends:
            sections.append(Section(None, within=sections[-1].within))
        here = sections[-1]
        name = block.field or (cues.labels.label(block.label) if block.label else None)
        name = _ASKED.get(name, name) if name and block.row and is_of_contacts else name
        if name and block.kind not in ("row", "label"):
            open_field = None
            if name == "name_label":
                sections.append(_below(here, Section(block, block.level or LEVELS["row"])))
            else:
                here.fields += with_others(
                    Field(name, block.start, block.end, block.label, block.row), text, cues.labels
                )
        elif block.kind == "tag" or (
            _is_bare_label(block, text, cues.labels)
            and not _leads_away(block, document)
            and not _is_a_post(blocks[place - 1 : place + 2], document, cues)
            and (open_field is None or open_field.name not in _TOLD_BY_A_LABEL)
        ):
            name = cues.labels.label(text) or "unknown_label"
            open_field = Field(name, block.start, block.start, text) if name != "name_label" else None
        elif item := listed.get(block.start):
            sections.append(_below(here, _listed(item)))
            open_field = _take_rest(item, text, sections, cues.labels)
        elif fields := fields_of(block, text, cues.labels):
            open_field = _take_fields(fields, sections, block, text, cues.labels, open_field)
        elif is_heading(block, text):
            headed = _headed(block, text, cues)
            is_label = not headed.paragraphs and _is_below(block, here)
            name = block.field or cues.labels.label(text) if is_label else None
            if name == "until_label" and cues.language.has(text, "left_heading"):
                name = None  # “Memberships that have ended”
            open_field = Field(name, block.start, block.start, text) if name and name != "name_label" else None
            if block.kind == "label" and name:
                open_field = None  # the values bear the label themselves
            elif name is None:
                sections.append(_below(here, headed))
        elif open_field is not None and (
            block.kind == "item" or open_field is not announced or _is_of_somebody(block, text, cues)
        ):
            open_field = _continue_field(open_field, here, block, text)
        elif id(block) in lists_people and here.heading and (name := cues.labels.announces(text)):
            here.paragraphs.append(block)
            open_field = announced = Field(name, block.start, block.start, text)
        elif block.lead and (lead := _lead(block, text)):
            if not _is_a_headline(block, document, cues):
                sections.append(_below(here, lead))
        elif (defined := defined_by.get(block.start)) and defining.may_define(here, defined, document, cues, count):
            sections.append(_below(here, defined))
        elif block.kind == "paragraph" and defining.speaks_of_others(block, here, document):
            sections.append(Section(None, within=here.within, paragraphs=[block]))
        else:
            here.paragraphs.append(block)
        begins = sections[-1].heading is block
        asks = (begins or block.kind == "heading") and heads_cards(text, cues)
        is_of_contacts = asks if block.kind == "heading" else is_of_contacts
        is_opened = open_field is not None and open_field is not opened and open_field.name == "contact"
        if is_opened or (begins and asks):
            cards = cards_below(block, blocks[place + 1 : place + 1 + MOST_LINES], document, cues)
            sections[-1].fields += values_of(cards, text)
            told_of, open_field = (cards[-1].end, None) if cards else (told_of, open_field)
    return gathered(sections, document, cues)


def _lists_people(block: Block, following: Block, document: Document, cues: Cues) -> bool:
    """Whether a list follows: items, or, below what ends with a colon, short lines that each begin with somebody."""
    if following.kind == "item":
        return True
    return document.text[block.end - 1 : block.end] == ":" and _is_of_somebody(following, document.of(following), cues)


def _is_of_somebody(block: Block, text: str, cues: Cues) -> bool:
    """Whether a short line begins with somebody: “- Ann Ek (S), councillor”."""
    if block.kind not in ("paragraph", "line") or len(text) > LONGEST_LINE_OF_A_FIELD:
        return False
    return people.is_person(_PART.split(text.lstrip("-–•* "))[0], cues.language)


def _is_bare_label(block: Block, text: str, labels: Labels) -> bool:
    """Whether a short paragraph is but a label for the next: not “Member since 2009”, which says it itself."""
    found = labels.exactly(text) if block.kind == "paragraph" and len(text) <= LONGEST_BARE_LABEL else None
    return found is not None and not (found in _DATED and any(map(str.isdigit, text)))


def _is_a_post(blocks: list[Block], document: Document, cues: Cues) -> bool:
    """Whether the second of three lines is but the post of whom the first names, “Ann Ek”, “Policy officer”, and none
    of the third."""
    words = [document.of(block) for block in blocks]
    if len(words) < ENOUGH or not says_title(words[1], cues.language):
        return False
    return people.is_person(words[0], cues.language) and not people.is_person(words[2], cues.language)


def _leads_away(block: Block, document: Document) -> bool:
    """Whether a block is a link off the site, “To the website”, and so no label of what follows."""
    return any(a.url[:4].lower() == "http" for a in document.anchors_in(block.start, block.end))


def _is_a_headline(block: Block, document: Document, cues: Cues) -> bool:
    """Whether a paragraph begins with a link to another page of the site that reads as news: “Mayor opens lane”."""
    anchor = next(iter(document.anchors_in(block.start, block.start + 1)), None)
    if block.kind == "item" or anchor is None or anchor.url[:4].lower() == "http":
        return False
    words = document.text[block.start : block.start + block.lead]
    small = sum(word.islower() and word not in cues.language.function_words for word in words.split())
    return small >= FEW_SMALL and not is_known(words, whole=True) and not names.parse(words).abbreviation


def _has_ended(section: Section, block: Block, document: Document) -> bool:
    """Whether the row of a table, the term or the item that a section stands for has ended before a block."""
    if section.level < LEVELS["row"] or section.heading is None:
        return False
    if section.heading.kind == "label":
        return not block.label or not document.of(section.heading).startswith(block.label)
    if section.listed and block.level and block.kind != "heading":
        return block.kind == "item" and block.level <= section.heading.level  # else it stands within the item
    return block.kind not in ("row", "cell", "label")


def _ends_the_page(block: Block, text: str, cues: Cues, *, anywhere: bool) -> bool:
    """Whether a block is the page's own date, behind which nothing more is said of what stood above."""
    if block.kind not in ("paragraph", "line") or not 10 < len(text) <= LONGEST_PAGE_DATE:
        return False
    said = cues.updated.search(text) if anywhere else cues.updated.match(text)
    return said is not None and _YEAR.search(text, said.end()) is not None


def _take_fields(
    fields: list[Field], sections: list[Section], block: Block, text: str, labels: Labels, opened: Field | None = None
) -> Field | None:
    """Enter the fields of a line; a label without a value opens a field for what follows.

    Words before the first label of an item are of the list that is `opened`.
    """
    opened = opened if block.kind == "item" else None
    for told in chain.from_iterable(each_named(one, block, text, labels) for one in fields):
        here = sections[-1]
        if not told.name and opened:
            here.fields.append(Field(opened.name, told.start, told.end, opened.label))
        elif not told.name:
            here.paragraphs.append(Block(block.kind, told.start, told.end))
        elif _names_one(told, here) and told.start < told.end <= told.start + LONGEST_HEADING:
            sections.append(Section(Block("line", told.start, told.end, label=told.label, field="name_label")))
        elif told.start < told.end:
            here.fields.append(told)
        elif told is fields[-1]:
            return Field(told.name, block.end, block.end, told.label)
    return opened


def _names_one(told: Field, here: Section) -> bool:
    """Whether a value is an organisation's name; what reads as a person's is one below the label of the record above,
    where no contact is told."""
    above = here.heading
    again = above is not None and above.field == "name_label" and above.label == told.label != ""
    return told.name == "name_label" or (
        again and not {"contact", "phone", "email"} & {one.name for one in here.fields}
    )


def _continue_field(opened: Field, section: Section, block: Block, text: str) -> Field | None:
    """Take a block as (more of) an open field's value; gives the field where still more may follow."""
    last = section.fields[-1] if section.fields else None
    short = block.end - block.start <= LONGEST_LINE_OF_A_FIELD
    if last is not None and opened.start < last.start and last.label == opened.label and block.kind != "item":
        if not short or (opened.name != "contact" and _ADDRESS.search(text)):
            section.paragraphs.append(block)
            return None  # “More information: http://…”, below who represents the authority
        last.end = block.end
        return opened
    section.fields.append(Field(opened.name, block.start, block.end, opened.label))
    return opened if block.kind == "item" or (short and opened.name in GROWING) else None


def _is_below(block: Block, section: Section) -> bool:
    """Whether a heading may be but a label within a section: not one that stands as high as the section's own."""
    if block.kind == "label":
        return section.heading is not None or section.within is not None
    if section.heading is None or block.kind == "row":
        return False
    return block.kind == "line" or not block.level or block.level > section.level


def _headed(block: Block, text: str, cues: Cues) -> Section:
    """A section of a heading, with since when the authority is a member where the heading says it behind the name:
    “METREX (member since 2010)”."""
    level = LEVELS.get(block.kind, block.level)
    told = since_behind(cues.language).search(text) if any(map(str.isdigit, text)) else None
    name = text[: told.start()].rstrip(" ,;:–—-(") if told else ""
    is_one = bool(name) and (text[len(name) :].lstrip()[:1] == "(" or cues.labels.names_one(name))
    if told is None or not is_one or text[told.end() :].strip(" )."):
        return Section(block, level)
    heading = replace(block, end=block.start + len(name))
    begin = block.start + told.start() + len(told.group()) - len(told.group().lstrip(" –—-("))
    return Section(heading, level, paragraphs=[Block("paragraph", begin, block.start + told.end())])


def _listed(item: lists.Item) -> Section:
    """A section of one item of a list of organisations."""
    kind, level = ("bold", LEVELS["bold"]) if item.alone else ("lead", LEVELS["lead"])
    heading = Block(kind, *item.span, item.block.level)
    return Section(heading, level, listed=min(0.95, 0.6 + 0.1 * item.points))


def _take_rest(item: lists.Item, text: str, sections: list[Section], labels: Labels) -> Field | None:
    """What an item says behind the name; of a sentence, the whole."""
    if item.paid:
        paid = text[item.paid :].lstrip(" –—-:,.;|(")
        sections[-1].fields.append(Field("fee_label", item.block.end - len(paid), item.block.end))
        text = text[: item.paid]
        rest = text[item.at + len(item.words) :].strip(" –—-:,.;|")
        end = item.block.start + len(text.rstrip(" –—-:,.;|"))
        if rest:
            sections[-1].paragraphs.append(Block("paragraph", end - len(rest), end, item.block.level))
        return None
    rest = text if item.at else text[len(item.words) :].lstrip(" –—-:,.;|")
    if not rest.strip(" )."):
        return None
    end = item.block.end
    if rest[0] == "(" and rest.rstrip(" .").endswith(")") and rest.count("(") == 1:
        rest, end = rest[1:].rstrip(" .)"), end - len(rest) + len(rest.rstrip(" .)"))
    block = Block("paragraph", end - len(rest), end, item.block.level)
    if item.sent:
        sections[-1].fields.append(Field("representative_label", block.start, block.end))
        return None
    if not item.at and (fields := fields_of(block, rest, labels)):
        return _take_fields(fields, sections, block, rest, labels)
    sections[-1].paragraphs.append(block)
    return None


def _lead(block: Block, text: str) -> Section | None:
    """A section of one item: “**Name (ABBR)** – what it is”."""
    behind = _BEHIND_LEAD.match(text, block.lead)
    if behind is None or block.lead > LONGEST_HEADING:
        return None
    end = block.start + (behind.end("more") if behind["more"] else block.lead)
    whole = bool(behind["more"]) and behind.end() >= len(text) and block.kind != "item"
    heading = Block("bold" if whole else "lead", block.start, end)
    rest = Block(block.kind, block.start + behind.end(), block.end)
    level = LEVELS["lead"] if block.kind == "item" else LEVELS["bold"]
    return Section(heading, level, paragraphs=[rest] if rest.start < rest.end else [])


def _below(above: Section, section: Section) -> Section:
    """Note the section that this one stands within, where the format has levels."""
    if above.heading is None and above.within is not None:
        above = above.within
    while section.level and above.level >= section.level and above.within is not None:
        above = above.within
    if section.level and above.heading is not None and above.level < section.level:
        section.within = above
    return section
