"""From blocks to sections: a heading with what stands below it, and which of them speak of an organisation."""

from __future__ import annotations

import re
from itertools import pairwise, takewhile

from hansa.reading import bare, defining, lists, names, people, records, twofold
from hansa.reading.abbreviations import spelled
from hansa.reading.addresses import EMAIL
from hansa.reading.document import Block, Document
from hansa.reading.known import is_known
from hansa.reading.labelled import fields_of
from hansa.reading.labels import Labels
from hansa.reading.lines import LONGEST_HEADING, is_caption, is_heading, is_imprint
from hansa.reading.outline import Cues, Field, Section
from hansa.reading.scoring import OF_MEMBERSHIP, like_a_name, liken, speaks_of_organisation
from hansa.reading.tables import arranged

LONGEST_BARE_LABEL = 40
LONGEST_LINE_OF_A_FIELD = 100
LONGEST_PAGE_DATE = 90
FEW_BLOCKS = 4
FEWEST_FIELDS = 3
SURE_NAME = 3  # points of a name with its abbreviation
FIELDS_OF_HEADINGS = frozenset(
    "contact representative_label deputy_label observer_label board_label fee_label since_label committee_label "
    "unit_label members_label countries_label founded_label kind_label role_label term_label".split()
)
_LEVELS = {"bold": 7, "group": 7, "row": 8, "label": 8, "lead": 9}
_GROWING = frozenset("contact representative_label deputy_label observer_label board_label".split())
_TOLD_BY_A_LABEL = frozenset(("role_label", "kind_label"))  # “Our role”, above “Vice-chair”
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
    bare.shape(document, blocks, cues)
    listed = lists.names_in(blocks, document, cues.labels)
    defined_by = defining.defining(blocks, document, cues)
    count = defining.count_names(defined_by, document)
    last = {id(block) for block in blocks[-FEW_BLOCKS:]}
    lists_people = {
        id(block) for block, following in pairwise(blocks) if _lists_people(block, following, document, cues)
    }
    for block in blocks:
        text = document.of(block)
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
        here = sections[-1]
        name = block.field or (cues.labels.label(block.label) if block.label else None)
        if name and block.kind not in ("row", "label"):
            open_field = None
            if name == "name_label":
                sections.append(_below(here, Section(block, block.level or _LEVELS["row"])))
            else:
                here.fields.append(Field(name, block.start, block.end, block.label, block.row))
        elif block.kind == "tag" or (
            _is_bare_label(block, text, cues.labels)
            and not _leads_away(block, document)
            and (open_field is None or open_field.name not in _TOLD_BY_A_LABEL)
        ):
            name = cues.labels.label(text) or "unknown_label"
            open_field = Field(name, block.start, block.start, text) if name != "name_label" else None
        elif item := listed.get(block.start):
            sections.append(_below(here, _listed(item)))
            open_field = _take_rest(item, text, sections, cues.labels)
        elif fields := fields_of(block, text, cues.labels):
            open_field = _take_fields(fields, sections, block, open_field)
        elif is_heading(block, text):
            name = block.field or cues.labels.label(text) if _is_below(block, here) else None
            open_field = Field(name, block.start, block.start, text) if name and name != "name_label" else None
            if block.kind == "label" and name:
                open_field = None  # the values bear the label themselves
            elif name is None:
                sections.append(_below(here, Section(block, _LEVELS.get(block.kind, block.level))))
        elif open_field is not None and (
            block.kind == "item" or open_field is not announced or _is_of_somebody(block, text, cues)
        ):
            open_field = _continue_field(open_field, here, block, text)
        elif id(block) in lists_people and here.heading and (name := cues.labels.announces(text)):
            here.paragraphs.append(block)
            open_field = announced = Field(name, block.start, block.start, text)
        elif block.lead and (lead := _lead(block, text)):
            sections.append(_below(here, lead))
        elif (defined := defined_by.get(block.start)) and defining.may_define(here, document, cues, count):
            sections.append(_below(here, defined))
        elif block.kind == "paragraph" and defining.speaks_of_others(block, here, document):
            sections.append(Section(None, within=here.within, paragraphs=[block]))
        else:
            here.paragraphs.append(block)
    return _gathered(sections, document, cues)


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
    return found is not None and not (found == "since_label" and any(map(str.isdigit, text)))


def _leads_away(block: Block, document: Document) -> bool:
    """Whether a block is a link off the site, “To the website”, and so no label of what follows."""
    return any(a.url[:4].lower() == "http" for a in document.anchors_in(block.start, block.end))


def _has_ended(section: Section, block: Block, document: Document) -> bool:
    """Whether the row of a table, the term or the item that a section stands for has ended before a block."""
    if section.level < _LEVELS["row"] or section.heading is None:
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
    fields: list[Field], sections: list[Section], block: Block, opened: Field | None = None
) -> Field | None:
    """Enter the fields of a line; a label without a value opens a field for what follows.

    Words before the first label of an item are of the list that is `opened`.
    """
    opened = opened if block.kind == "item" else None
    for told in fields:
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
    return opened if block.kind == "item" or (short and opened.name in _GROWING) else None


def _is_below(block: Block, section: Section) -> bool:
    """Whether a heading may be but a label within a section: not one that stands as high as the section's own."""
    if block.kind == "label":
        return section.heading is not None or section.within is not None
    if section.heading is None or block.kind == "row":
        return False
    return block.kind == "line" or not block.level or block.level > section.level


def _listed(item: lists.Item) -> Section:
    """A section of one item of a list of organisations."""
    kind, level = ("bold", _LEVELS["bold"]) if item.alone else ("lead", _LEVELS["lead"])
    heading = Block(kind, *item.span, item.block.level)
    return Section(heading, level, listed=min(0.95, 0.6 + 0.1 * item.points))


def _take_rest(item: lists.Item, text: str, sections: list[Section], labels: Labels) -> Field | None:
    """What an item says behind the name; of a sentence, the whole."""
    rest = text if item.at else text[len(item.words) :].lstrip(" –—-:,.;|")
    if not rest.strip(" )."):
        return None
    end = item.block.end
    if rest[0] == "(" and rest.rstrip(" .").endswith(")") and rest.count("(") == 1:
        rest, end = rest[1:].rstrip(" .)"), end - len(rest) + len(rest.rstrip(" .)"))
    block = Block("paragraph", end - len(rest), end, item.block.level)
    if not item.at and (fields := fields_of(block, rest, labels)):
        return _take_fields(fields, sections, block)
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
    level = _LEVELS["lead"] if block.kind == "item" else _LEVELS["bold"]
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


def _gathered(sections: list[Section], document: Document, cues: Cues) -> list[Section]:
    """The sections, scored; what only continues an organisation's section is added to it."""
    kept: list[Section] = []
    sections = _spelled_out(sections, document, cues)
    sections = [part for section in sections for part in records.parted(section, document, cues)]
    sections = [part for section in sections for part in twofold.parted(section, document, cues.language)]
    for section in sections:
        above = section.within
        if above is not None and section.heading is not None and section.heading.kind == "bold":
            of_membership = sum(field.name in OF_MEMBERSHIP for field in section.fields)
            above.told_below = above.told_below or of_membership >= FEWEST_FIELDS
    after_items = False
    for section in sections:
        section.sure = speaks_of_organisation(section, document, cues)
        is_list = bool(section.listed and (section.paragraphs or section.fields))
        is_below = section.within is not None and section.within.sure and not is_list
        if is_below and section.called and not _is_another(section, cues):
            section.sure = 0.0  # “Whom to ask”, below an organisation
        is_lead = section.heading is not None and section.heading.kind == "lead"
        goes_on = section.heading is None and after_items  # what follows items that were no sections
        after_items = (is_lead and not section.sure) or goes_on
        if after_items:
            _returned(section, kept)
            continue
        whole = _continued(section, kept[-1] if kept else None, document, cues)
        if whole is None:
            kept.append(section)
            continue
        if whole is not kept[-1]:  # another organisation's section stands between
            whole.paragraphs += [Block("elsewhere", block.start, block.end) for block in section.paragraphs]
            section.within, section.sure = whole, 0.0
            continue
        take_in(whole, section, document, cues)
        whole.sure = speaks_of_organisation(whole, document, cues)
        section.within, section.sure = whole, 0.0
    liken(kept, document, cues)
    return kept


def take_in(whole: Section, section: Section, document: Document, cues: Cues) -> None:
    """Add what stands in a section to that of the organisation which it goes on to speak of; what stands below a label
    as its heading is that label's value."""
    label = document.of(section.heading) if section.heading else ""
    name = cues.labels.label(label) if label else None
    if section.heading is not None and (
        section.heading.kind in ("line", "bold") or people.is_person(label, cues.language)
    ):
        whole.paragraphs.append(section.heading)
    if name in FIELDS_OF_HEADINGS and section.paragraphs and section.level < _LEVELS["bold"]:
        first, *more = section.paragraphs
        told = list(takewhile(lambda b: _goes_on(document.of(b)), more)) if name in _GROWING else []
        whole.fields.append(Field(name, first.start, [first, *told][-1].end, label))  # “Our representatives”
        whole.paragraphs += more[len(told) :]
    else:
        whole.paragraphs += section.paragraphs
    if name is None and section.heading is not None and section.heading.kind == "label" and section.paragraphs:
        first, last = section.paragraphs[0], section.paragraphs[-1]
        whole.fields.append(Field("unknown_label", first.start, last.end, label))
    whole.fields += section.fields


def _spelled_out(sections: list[Section], document: Document, cues: Cues) -> list[Section]:
    """The sections without headings that are but the abbreviation of the next: “PURPLE”, “Peri-Urban Regions …”."""
    kept: list[Section] = []
    for section in sections:
        above = kept[-1] if kept else None
        if section.heading and above and above.heading and not (above.paragraphs or above.fields):
            short, name = document.of(above.heading), document.of(section.heading)
            is_its = names.is_abbreviation(short) and (
                spelled(name, short, cues.language) or names.may_stand_for(short, name)
            )
            if is_its and above.level == section.level and not names.parse(name).abbreviation:
                section.called = names.parse(name, section.heading.start)
                section.called.abbreviation = (short, (above.heading.start, above.heading.end))
                section.named = SURE_NAME
                kept.pop()
        kept.append(section)
    return kept


def _is_another(section: Section, cues: Cues) -> bool:
    """Whether a heading below an organisation's names another one: on a page about one, only by a name that is sure."""
    if section.within is not None and section.within.level == 1 and section.called:
        return section.called.abbreviation is not None or is_known(section.called.name.text, whole=True)
    name = section.called.name.text if section.called else ""
    is_label = cues.language.has(name, "representative_label", "contact") and not is_known(name)
    return like_a_name(section) and not is_label  # “Organisation and representatives”


def _goes_on(text: str) -> bool:
    """Whether a line may go on with the people named above it."""
    return len(text) <= LONGEST_LINE_OF_A_FIELD and not text.endswith(":")


def _returned(section: Section, kept: list[Section]) -> None:
    """What only looked like a section of its own is a paragraph of the one before."""
    if not kept:
        kept.append(Section(None))
    if section.heading is None:
        kept[-1].paragraphs += section.paragraphs
        kept[-1].fields += section.fields
        return
    first = section.paragraphs[0] if section.paragraphs else section.heading
    kept[-1].paragraphs.append(Block(first.kind, section.heading.start, first.end))
    kept[-1].paragraphs += section.paragraphs[1:]
    kept[-1].fields += section.fields


def _has_address(section: Section, document: Document) -> bool:
    """Whether somebody can be written to: “For more information: Ann Ek, ann.ek@…”."""
    return any(
        EMAIL.search(document.of(block))
        or any(anchor.url.startswith("mailto:") for anchor in document.anchors_in(block.start, block.end))
        for block in section.paragraphs
    )


def _continued(section: Section, before: Section | None, document: Document, cues: Cues) -> Section | None:
    """The section of an organisation that this one is but a part of: below it, or its description in plain text."""
    if section.heading is None:
        return section.within if section.within is before and before is not None and before.sure else None
    text = document.of(section.heading)
    if cues.read_more.fullmatch(text) and not _has_address(section, document):
        return None
    if section.within is not None:
        above: Section | None = section.within
        while above is not None and not above.sure:
            above = above.within
        if above is None or section.sure:
            return None
        return above if above is before or (above.called and above.called.name.text in text) else None
    described = section.level == 0 and before is not None and before.heading is not None and not before.fields
    if described and before is not None and before.heading is not None and not before.paragraphs and section.fields:
        return before if section.named == 0 < before.named else None
    return None
