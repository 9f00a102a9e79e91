"""From blocks to sections: a heading with what stands below it, and which of them speak of an organisation."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import cache

from hansa.reading import names
from hansa.reading.addresses import EMAIL, website
from hansa.reading.document import Block, Document
from hansa.reading.labels import Labels, labels_of
from hansa.reading.languages import Language, languages
from hansa.reading.tables import arranged
from hansa.reading.types import Span

OF_ORGANISATION = frozenset("members_label countries_label founded_label parent_label summary_label".split())
OF_MEMBERSHIP = frozenset(
    "since_label until_label kind_label fee_label committee_label representative_label deputy_label observer_label "
    "role_label unit_label board_label".split()
)
LONGEST_HEADING = 140
LONGEST_LINE_OF_FIELDS = 2000
LONGEST_LINE_OF_A_FIELD = 100
ENOUGH_POINTS = 3
_LEVELS = {"bold": 7, "group": 7, "row": 8, "label": 8, "lead": 9}
_GROWING = frozenset("contact representative_label deputy_label observer_label board_label".split())
_LABELLED = re.compile(r"(?P<label>[^:\n]{2,60}?)\s{0,3}(?P<sign>:|\s[–-](?=\s))\s{0,5}")
_BEHIND_LEAD = re.compile(r"(?P<more>\s?\([^()]{2,20}\))?\s?(?:[–—:]|\s-)\s")


@dataclass(slots=True)
class Field:
    """A labelled value: which field, the span of the value (of the line, where it is empty), and the label's words.

    Values of one `row` of a table (0 where there is none) tell of the same person.
    """

    name: str
    start: int
    end: int
    label: str = ""
    row: int = 0


@dataclass(slots=True)
class Section:
    """A heading (None before the first) with the paragraphs and fields below it.

    `level` is 1 to 6 as in HTML, 7 for a heading that is but bold, 8 for a row of a table, 9 for the bold or linked
    beginning of a list's item, 0 in plain text.
    `sure` is how sure it is that the section speaks of one organisation: 0 (not at all) to 1; `named` how much the
    heading looks like the name of one, `called` the names in it; `sentences` are kept when first asked for.
    """

    heading: Block | None
    level: int = 0
    paragraphs: list[Block] = field(default_factory=list)
    fields: list[Field] = field(default_factory=list)
    within: Section | None = None
    sure: float = 0.0
    named: int = 0
    called: names.Heading | None = None
    sentences: list[Span] | None = None

    def of(self, name: str) -> list[Field]:
        """The fields of one kind."""
        return [f for f in self.fields if f.name == name]

    @property
    def start(self) -> int:
        """Where the section begins."""
        firsts = [self.heading, *self.paragraphs[:1], *self.fields[:1]]
        return min((first.start for first in firsts if first is not None), default=0)

    @property
    def end(self) -> int:
        """Where the section's last words end."""
        lasts = [self.heading, *self.paragraphs[-1:], *self.fields[-1:]]
        return max((last.end for last in lasts if last is not None), default=0)


class Cues:
    """The patterns of one language that sections are told by; one for each language is kept (`cues_of`)."""

    def __init__(self, language: Language) -> None:
        self.language = language
        self.labels = labels_of(language)
        self.defines = re.compile(
            rf"(?:(?:{language.any_of('definition')})\s|\A)(?:[\w’'-]{{1,25}}\s){{0,6}}?"
            rf"(?:{language.any_of('organisation_words')})(?!\w)",
            re.I,
        )
        self.read_more = re.compile(rf"(?:{language.any_of('read_more')})\b.{{0,40}}", re.I)
        self.navigation = re.compile(rf"(?:{language.any_of('navigation')})\b", re.I)
        every = languages()[language.code], *(one for code, one in languages().items() if code == "en")
        self.organisation = [one.pattern("organisation_words") for one in every]
        self.endings = tuple(word for word in language.words["organisation_words"] if len(word) > 5)
        self.subject = re.compile(rf"(?:the\s)?(?:{language.any_of('subjects')})\b", re.I)
        self.generic = {word for one in every for word in (*one.words["generic"], *one.function_words)}


@cache
def cues_of(language: Language) -> Cues:
    """The cues of a language."""
    return Cues(language)


def split(document: Document, cues: Cues) -> list[Section]:
    """The sections of a document, in its order, each with how sure it is that it speaks of an organisation.

    Captions of pictures are left out. A section of no organisation below one of an organisation is part of that.
    """
    sections = [Section(None)]
    open_field: Field | None = None
    for block in arranged(document, cues.labels):
        text = document.of(block)
        if block.kind == "caption" or (
            block.kind not in ("heading", "cell", "row") and is_caption(text, cues.language)
        ):
            continue
        if _has_ended(sections[-1], block, document):
            sections.append(Section(None))
        here = sections[-1]
        name = block.field or (cues.labels.label(block.label) if block.label else None)
        if name and block.kind not in ("row", "label"):
            open_field = None
            if name == "name_label":
                sections.append(_below(here, Section(block, _LEVELS["row"])))
            else:
                here.fields.append(Field(name, block.start, block.end, block.label, block.row))
        elif fields := _labelled(block, text, cues.labels):
            open_field = _take_fields(fields, sections, block)
        elif is_heading(block, text):
            name = cues.labels.label(text) if _is_below(block, here) else None
            open_field = Field(name, block.start, block.start, text) if name and name != "name_label" else None
            if block.kind == "label" and name:
                open_field = None  # the values bear the label themselves
            elif name is None:
                sections.append(_below(here, Section(block, _LEVELS.get(block.kind, block.level))))
        elif open_field is not None:
            open_field = _continue_field(open_field, here, block)
        elif block.lead and (lead := _lead(block, text)):
            sections.append(_below(here, lead))
        else:
            here.paragraphs.append(block)
    return _gathered(sections, document, cues)


def _has_ended(section: Section, block: Block, document: Document) -> bool:
    """Whether the row of a table, the term or the item that a section stands for has ended before a block."""
    if section.level < _LEVELS["row"] or section.heading is None:
        return False
    if section.heading.kind == "label":
        return not block.label or not document.of(section.heading).startswith(block.label)
    return block.kind not in ("row", "cell", "label")


def _labelled(block: Block, text: str, labels: Labels) -> list[Field]:
    """The labelled values of a line, in order; first, where words stand before the first label, those: a Field without
    a name. Empty where the line has no label."""
    first = _LABELLED.match(text)
    name = None
    if first is not None:
        name = labels.label(first["label"]) if first["sign"] == ":" else labels.exactly(first["label"])
    within = [
        (match.start(), match.end(), labels.exactly(match["label"]) or "", match["label"])
        for match in labels.inline.finditer(text, first.end() if first and name else 0, LONGEST_LINE_OF_FIELDS)
        if _begins_anew(text, match.start())
    ]
    if first is not None and name:
        within.insert(0, (0, first.end(), name, first["label"]))
    if not within or (within[0][0] and is_heading(block, text)):
        return []
    ends = [start for start, *_ in within[1:]] + [len(text)]
    fields = [Field("", block.start, block.start + within[0][0])] if within[0][0] else []
    for (_start, begin, name, label), end in zip(within, ends, strict=True):
        words = text[begin:end]
        end = begin + len(words.rstrip(" ,;|·•–-")) if end < len(text) else end
        fields.append(Field(name, block.start + min(begin, end), block.start + end, label))
    return fields


def _begins_anew(text: str, at: int) -> bool:
    """Whether a label within a line stands behind a sign, or with a capital: “…, tel: 1”, “… Website: x.org”."""
    before = text[max(0, at - 3) : at].rstrip()
    return not before or before[-1] in ".,;|·•–-)(/\n" or text[at].isupper()


def _take_fields(fields: list[Field], sections: list[Section], block: Block) -> Field | None:
    """Enter the fields of a line; a label without a value opens a field for what follows."""
    for told in fields:
        here = sections[-1]
        if not told.name:
            here.paragraphs.append(Block(block.kind, told.start, told.end))
        elif told.name == "name_label" and told.start < told.end <= told.start + LONGEST_HEADING:
            sections.append(Section(Block("line", told.start, told.end, field="name_label")))
        elif told.start < told.end:
            here.fields.append(told)
        else:
            return Field(told.name, block.end, block.end, told.label)
    return None


def _continue_field(opened: Field, section: Section, block: Block) -> Field | None:
    """Take a block as (more of) an open field's value; gives the field where still more may follow."""
    last = section.fields[-1] if section.fields else None
    short = block.end - block.start <= LONGEST_LINE_OF_A_FIELD
    if last is not None and opened.start < last.start and last.label == opened.label and block.kind != "item":
        if not short:
            section.paragraphs.append(block)
            return None
        last.end = block.end
        return opened
    section.fields.append(Field(opened.name, block.start, block.end, opened.label))
    return opened if block.kind == "item" or (short and opened.name in _GROWING) else None


def _is_below(block: Block, section: Section) -> bool:
    """Whether a heading may be but a label within a section: not one that stands as high as the section's own."""
    if section.heading is None or block.kind == "row":
        return False
    if block.kind == "label":
        return True
    return not block.level or block.level > section.level


def _lead(block: Block, text: str) -> Section | None:
    """A section of one item: “**Name (ABBR)** – what it is”."""
    behind = _BEHIND_LEAD.match(text, block.lead)
    if behind is None or block.lead > LONGEST_HEADING:
        return None
    end = block.start + (behind.end("more") if behind["more"] else block.lead)
    heading = Block("lead", block.start, end)
    rest = Block(block.kind, block.start + behind.end(), block.end)
    level = _LEVELS["lead"] if block.kind == "item" else _LEVELS["bold"]
    return Section(heading, level, paragraphs=[rest] if rest.start < rest.end else [])


def _below(above: Section, section: Section) -> Section:
    """Note the section that this one stands within, where the format has levels."""
    while section.level and above.level >= section.level and above.within is not None:
        above = above.within
    if section.level and above.heading is not None and above.level < section.level:
        section.within = above
    return section


def _gathered(sections: list[Section], document: Document, cues: Cues) -> list[Section]:
    """The sections, scored; what only continues an organisation's section is added to it."""
    kept: list[Section] = []
    for section in sections:
        section.sure = speaks_of_organisation(section, document, cues)
        if section.heading is not None and section.heading.kind == "lead" and not section.sure:
            _returned(section, kept)
            continue
        whole = _continued(section, kept[-1] if kept else None, document, cues)
        if whole is None:
            kept.append(section)
            continue
        if section.heading is not None and section.heading.kind in ("line", "bold"):
            whole.paragraphs.append(section.heading)
        whole.paragraphs += section.paragraphs
        whole.fields += section.fields
        whole.sure = speaks_of_organisation(whole, document, cues)
        section.within, section.sure = whole, 0.0
    return kept


def _returned(section: Section, kept: list[Section]) -> None:
    """What only looked like a section of its own is a paragraph of the one before."""
    if not kept:
        kept.append(Section(None))
    first = section.paragraphs[0] if section.paragraphs else section.heading
    if section.heading is not None and first is not None:
        kept[-1].paragraphs.append(Block(first.kind, section.heading.start, first.end))
    kept[-1].paragraphs += section.paragraphs[1:]
    kept[-1].fields += section.fields


def _continued(section: Section, before: Section | None, document: Document, cues: Cues) -> Section | None:
    """The section of an organisation that this one is but a part of: below it, or its description in plain text."""
    if section.heading is None:
        return None
    text = document.of(section.heading)
    if cues.read_more.fullmatch(text):
        return None
    if section.within is not None:
        above: Section | None = section.within
        while above is not None and not above.sure:
            above = above.within
        return above if above is before and not section.sure else None
    described = section.level == 0 and before is not None and before.heading is not None and not before.fields
    if described and before is not None and before.heading is not None and not before.paragraphs and section.fields:
        return before if section.named <= 0 < before.named else None
    return None


def is_heading(block: Block, text: str) -> bool:
    """A heading of the format's, or a line of plain text that is written like one."""
    if block.kind in ("heading", "row", "group", "label"):
        return True
    return (
        block.kind in ("line", "bold")
        and 2 < len(text) <= LONGEST_HEADING
        and (text[0].isupper() or text[0].isdigit())
        and text[-1] not in ".,;:!?…”"
        and len(text.split()) <= 16
        and not EMAIL.search(text)
        and not ("." in text and website(text))
        and not max((len(word) for word in text.split()), default=0) > 45
    )


def is_caption(text: str, language: Language) -> bool:
    """A picture's caption that was left over as a line of its own: “logo CPMR”."""
    if len(text) > LONGEST_HEADING:
        return False
    words = text.lower().split()
    if not 1 < len(words) <= 9 or text[-1] in ".:;!?":
        return False
    if not {words[0].strip(":"), words[-1]} & set(language.words["caption"]):
        return False
    return names.parse(text).abbreviation is None


def speaks_of_organisation(section: Section, document: Document, cues: Cues) -> float:
    """How sure it is that a section speaks of one organisation: 0 (not at all) to 1.

    Points are given to the heading (an abbreviation, a word for an organisation) and to what stands below it (a
    website, a contact, other facts, a sentence that says what it is): both must speak for it, or the latter amply.
    """
    if section.heading is None:
        return 0.0
    text = document.of(section.heading)
    told_so = section.heading.field == "name_label"
    if cues.read_more.fullmatch(text) or len(text) > LONGEST_HEADING + 60 * told_so:
        return 0.0
    if not told_so and cues.labels.label(text):
        return 0.0
    if section.called is None:
        section.called = names.parse(text, section.heading.start)
        section.named = _name_points(text, section.called, cues)
        section.named += 3 * told_so  # the label, or the column's heading, says what it is
    told = 2 * bool(section.of("website")) + 2 * bool(section.of("contact") or section.of("email"))
    told += 2 * any(f.name in OF_MEMBERSHIP for f in section.fields)
    told += min(2, sum(f.name in OF_ORGANISATION for f in section.fields))
    told += _told_points(section, document, cues) or int(section.named >= 2 and bool(section.paragraphs))
    told = told or int(told_so)
    points = section.named + told
    if not told or points < ENOUGH_POINTS + (section.named <= 0):
        return 0.0
    return min(1.0, points / 5 + 0.3)


def _name_points(text: str, called: names.Heading, cues: Cues) -> int:
    """How much a heading looks like an organisation's name; below 0 where it only says “Our networks”."""
    points = 2 * bool(called.abbreviation)
    words = text.lower().split()
    if not points and all(word.strip(",:&–-") in cues.generic for word in words):
        return -2
    if any(pattern.search(text) for pattern in cues.organisation) or any(
        len(word) > 8 and word.strip("(),").endswith(cues.endings) for word in words
    ):
        points += 1
    return points


def _told_points(section: Section, document: Document, cues: Cues) -> int:
    """How much the first paragraphs read like a description of what the heading names."""
    said = [document.text[block.start : min(block.end, block.start + 500)] for block in section.paragraphs[:2]]
    if not said or section.called is None:
        return 0
    points = int(any(cues.language.has(text, "definition", "consists") for text in said))
    abbreviation = section.called.abbreviation
    names_of_it = (section.called.name.text, *([abbreviation[0]] if abbreviation else []))
    begins = said[0].removeprefix("The ").removeprefix("the ")
    by_name = begins.startswith(names_of_it)
    is_lead = section.heading is not None and section.heading.kind == "lead"
    if (by_name or is_lead) and cues.defines.search(begins[:200] if by_name else said[0][:120]):
        points += 2 + 2 * is_lead  # “Eurocities is a network …”, “Eurocities – a network …”
    return points + bool(by_name or cues.subject.match(said[0]))
