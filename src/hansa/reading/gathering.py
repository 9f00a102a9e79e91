"""Which sections speak of an organisation, and what but continues one's section."""

from __future__ import annotations

from dataclasses import replace
from itertools import takewhile

from hansa.reading import names, people, records, twofold
from hansa.reading.abbreviations import spelled
from hansa.reading.addresses import EMAIL
from hansa.reading.asking import says_of_all
from hansa.reading.cards import heads_cards
from hansa.reading.document import Block, Document
from hansa.reading.known import is_known
from hansa.reading.outline import OF_MEMBERSHIP, Cues, Field, Section
from hansa.reading.scoring import like_a_name, liken, speaks_of_organisation

LONGEST_LINE_OF_A_FIELD = 100
FEWEST_FIELDS = 3
MOST_BELOW = 6  # headings below one
SURE_NAME = 3  # points of a name with its abbreviation
FIELDS_OF_HEADINGS = frozenset(
    "contact representative_label deputy_label observer_label board_label fee_label since_label committee_label "
    "unit_label members_label countries_label founded_label kind_label role_label term_label".split()
)
LEVELS = {"bold": 7, "group": 7, "row": 8, "label": 8, "lead": 9}
GROWING = frozenset("contact representative_label deputy_label observer_label board_label".split())


def gathered(sections: list[Section], document: Document, cues: Cues) -> list[Section]:
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
    for place, section in enumerate(sections):
        section.sure = speaks_of_organisation(section, document, cues) or _told_below(place, sections, document, cues)
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
        whole = None
        if not _is_for_others(section, kept, document, cues):
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


def _is_for_others(section: Section, kept: list[Section], document: Document, cues: Cues) -> bool:
    """Whether a heading says that those stand below it whom to ask about another organisation than the one before:
    “More information on the CPMR and KIMO”."""
    text = document.of(section.heading) if section.heading else ""
    asks = cues.read_more.match(text) is not None or cues.language.has(text, "contact", "questions")
    if not asks or not section.of("contact") or len(text) > LONGEST_LINE_OF_A_FIELD:
        return False
    above = kept[-1] if kept else None
    others = (one.called for one in kept if one.sure and one.called and one is not above)
    return any(
        name in text for one in others for name in (one.name.text, one.abbreviation and one.abbreviation[0]) if name
    )


def _told_below(place: int, sections: list[Section], document: Document, cues: Cues) -> float:
    """How sure it is that a heading is that of an organisation of which but the headings below it tell: “Eurocities”,
    “About the network”, “Our role”; 0 where one of these is an organisation's own."""
    whole = sections[place]
    if whole.heading is None or whole.heading.kind != "heading" or whole.level == 1 or whole.called is None:
        return 0.0
    if whole.named < 0 or (whole.within is not None and whole.within.sure):
        return 0.0  # “Our networks”; what goes on about the organisation above
    paragraphs, fields = [*whole.paragraphs], [*whole.fields]
    for below in sections[place + 1 : place + 1 + MOST_BELOW]:
        if below.heading is None or below.within is not whole:
            break
        if speaks_of_organisation(below, document, cues):
            return 0.0
        paragraphs += below.paragraphs
        fields += below.fields
    if len(paragraphs) == len(whole.paragraphs):
        return 0.0
    return speaks_of_organisation(replace(whole, paragraphs=paragraphs, fields=fields), document, cues)


def take_in(whole: Section, section: Section, document: Document, cues: Cues) -> None:
    """Add what stands in a section to that of the organisation which it goes on to speak of; what stands below a label
    as its heading is that label's value."""
    label = document.of(section.heading) if section.heading else ""
    name = cues.labels.label(label) if label else None
    if section.heading is not None and (
        section.heading.kind in ("line", "bold") or people.is_person(label, cues.language)
    ):
        whole.paragraphs.append(section.heading)
    if name in FIELDS_OF_HEADINGS and section.paragraphs and section.level < LEVELS["bold"]:
        first, *more = section.paragraphs
        told = list(takewhile(lambda b: _goes_on(document.of(b)), more)) if name in GROWING else []
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
        ("@" in (words := document.of(block)) and EMAIL.search(words))
        or any(anchor.url.startswith("mailto:") for anchor in document.anchors_in(block.start, block.end))
        for block in section.paragraphs
    )


def _continued(section: Section, before: Section | None, document: Document, cues: Cues) -> Section | None:
    """The section of an organisation that this one is but a part of: below it, or its description in plain text."""
    if section.heading is None:
        return section.within if section.within is before and before is not None and before.sure else None
    text = document.of(section.heading)
    if cues.read_more.fullmatch(text) and not (section.of("contact") or _has_address(section, document)):
        return None
    if section.within is not None:
        above: Section | None = section.within
        while above is not None and not above.sure:
            above = above.within
        if above is None or section.sure:
            return None
        if (people.is_unit(text, cues.language) or heads_cards(text, cues)) and says_of_all(section, document, cues):
            return None  # “Europe Office”, which answers questions on all networks
        return above if above is before or (above.called and above.called.name.text in text) else None
    described = section.level == 0 and before is not None and before.heading is not None and not before.fields
    if described and before is not None and before.heading is not None and not before.paragraphs and section.fields:
        return before if section.named == 0 < before.named else None
    return None
