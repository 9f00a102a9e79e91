"""From blocks to sections: a heading with what stands below it, and which of them speak of an organisation."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import cache

from hansa.reading import names
from hansa.reading.addresses import EMAIL, website
from hansa.reading.document import Block, Document
from hansa.reading.languages import Language, languages
from hansa.reading.types import Span

FIELDS = (
    "contact website email phone members_label countries_label founded_label since_label kind_label fee_label "
    "committee_label representative_label deputy_label role_label parent_label summary_label"
).split()
OF_ORGANISATION = frozenset("members_label countries_label founded_label parent_label summary_label".split())
OF_MEMBERSHIP = frozenset(
    "since_label kind_label fee_label committee_label representative_label deputy_label role_label".split()
)
LONGEST_HEADING = 140
LONGEST_LABEL = 40
ENOUGH_POINTS = 3
_LEVELS = {"bold": 7, "row": 8, "lead": 9}
_BEHIND_LEAD = re.compile(r"(?P<more>\s?\([^()]{2,20}\))?\s?(?:[–—:]|\s-)\s")


@dataclass(slots=True)
class Field:
    """A labelled value: which field, and the span of the value (of the line, where it is empty)."""

    name: str
    start: int
    end: int


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
        label = "|".join(f"(?P<{name}>{language.any_of(name)})" for name in FIELDS)
        self.field = re.compile(rf"(?:{label})\s{{0,3}}(?::|\s[–-]\s)\s{{0,5}}", re.I)
        self.label = re.compile(rf"(?:{label})(?:\s\d{{4}})?\s{{0,3}}[:?]?", re.I)
        self.name = re.compile(rf"(?:{language.any_of('name_label')})\s{{0,3}}(?P<colon>:\s{{0,5}})?", re.I)
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

    def field_named(self, label: str) -> str | None:
        """The field that a label stands for."""
        match = self.label.fullmatch(label.strip()[:LONGEST_LABEL])
        return match.lastgroup if match else None


@cache
def cues_of(language: Language) -> Cues:
    """The cues of a language."""
    return Cues(language)


def split(document: Document, cues: Cues) -> list[Section]:
    """The sections of a document, in its order, each with how sure it is that it speaks of an organisation.

    Captions of pictures are left out. A section of no organisation below one of an organisation is part of that.
    """
    sections = [Section(None)]
    open_field: str | None = None
    for block in document.blocks:
        text = document.of(block)
        if block.kind in ("caption", "label") or (block.kind != "heading" and is_caption(text, cues.language)):
            continue
        if sections[-1].level >= _LEVELS["row"] and block.kind not in ("row", "cell"):
            sections.append(Section(None))  # the table, or the item, has ended
        here = sections[-1]
        named = cues.name.match(text[:LONGEST_LABEL])
        if block.label and (name := cues.field_named(block.label)):
            here.fields.append(Field(name, block.start, block.end))
        elif named and named["colon"] and named.end() < len(text) <= LONGEST_HEADING:
            sections.append(Section(Block("line", block.start + named.end(), block.end)))
        elif match := cues.field.match(text[:400]):
            open_field = str(match.lastgroup) if match.end() >= len(text.rstrip()) else None
            if open_field is None:
                here.fields.append(Field(str(match.lastgroup), block.start + match.end(), block.end))
        elif is_heading(block, text):
            open_field = cues.field_named(text) if _is_below(block, here) else None
            if open_field is None:
                sections.append(_below(here, Section(block, _LEVELS.get(block.kind, block.level))))
        elif open_field is not None:
            here.fields.append(Field(open_field, block.start, block.end))
            open_field = open_field if block.kind == "item" else None
        elif block.lead and (lead := _lead(block, text)):
            sections.append(_below(here, lead))
        else:
            here.paragraphs.append(block)
    return _gathered(sections, document, cues)


def _is_below(block: Block, section: Section) -> bool:
    """Whether a heading may be but a label within a section: not one that stands as high as the section's own."""
    if section.heading is None or block.kind == "row":
        return False
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
    if block.kind in ("heading", "row"):
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
    if cues.read_more.fullmatch(text) or cues.field_named(text) or len(text) > LONGEST_HEADING:
        return 0.0
    if section.called is None:
        section.called = names.parse(text, section.heading.start)
        section.named = _name_points(text, section.called, cues)
        if section.heading.kind == "row" and cues.name.fullmatch(section.heading.label):
            section.named += 3  # the column's heading says what its rows are
    told = 2 * bool(section.of("website")) + 2 * bool(section.of("contact") or section.of("email"))
    told += 2 * any(f.name in OF_MEMBERSHIP for f in section.fields)
    told += min(2, sum(f.name in OF_ORGANISATION for f in section.fields))
    told += _told_points(section, document, cues) or int(section.named >= 2 and bool(section.paragraphs))
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
