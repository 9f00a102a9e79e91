"""From blocks to sections: a heading with what stands below it, and which of them speak of an organisation."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from hansa.reading import names
from hansa.reading.addresses import EMAIL, website
from hansa.reading.document import Block, Document
from hansa.reading.languages import Language

FIELDS = (
    "contact website email phone members_label countries_label founded_label since_label kind_label fee_label "
    "committee_label representative_label deputy_label role_label parent_label summary_label"
).split()
LONGEST_HEADING = 140
LONGEST_LABEL = 40


@dataclass(slots=True)
class Field:
    """A labelled value: which field, and the span of the value (of the line, where it is empty)."""

    name: str
    start: int
    end: int


@dataclass(slots=True)
class Section:
    """A heading (None before the first) with the paragraphs and fields below it; `level` 1 to 6, 0 in plain text."""

    heading: Block | None
    level: int = 0
    paragraphs: list[Block] = field(default_factory=list)
    fields: list[Field] = field(default_factory=list)
    within: Section | None = None

    def of(self, name: str) -> list[Field]:
        """The fields of one kind."""
        return [f for f in self.fields if f.name == name]

    @property
    def start(self) -> int:
        first = [b.start for b in ([self.heading] if self.heading else []) + self.paragraphs]
        return min([*first, *(f.start for f in self.fields)], default=0)

    @property
    def end(self) -> int:
        ends = [b.end for b in self.paragraphs] + [f.end for f in self.fields]
        return max([*ends, self.heading.end if self.heading else 0])


class Cues:
    """The patterns of one language that sections are told by."""

    def __init__(self, language: Language) -> None:
        self.language = language
        label = "|".join(f"(?P<{name}>{language.any_of(name)})" for name in FIELDS)
        self.field = re.compile(rf"(?:{label})\s{{0,3}}(?::|\s[–-]\s)\s{{0,5}}", re.I)
        self.label = re.compile(rf"(?:{label})\s{{0,3}}[:?]?", re.I)
        self.read_more = re.compile(rf"(?:{language.any_of('read_more')})\b.{{0,40}}", re.I)
        self.navigation = re.compile(rf"(?:{language.any_of('navigation')})\b", re.I)
        self.definition = re.compile(rf"(?<!\w)(?:{language.any_of('definition')})(?!\w)", re.I)

    def field_named(self, label: str) -> str | None:
        """The field that a label stands for."""
        match = self.label.fullmatch(label.strip()[:LONGEST_LABEL])
        return match.lastgroup if match else None


def split(document: Document, cues: Cues) -> list[Section]:
    """The sections of a document, in its order; captions of pictures are left out."""
    sections = [Section(None)]
    open_field: Field | None = None
    for block in document.blocks:
        text = document.of(block)
        here = sections[-1]
        if block.kind in ("caption", "label") or is_caption(text, cues.language):
            continue
        if block.label and (name := cues.field_named(block.label)):
            here.fields.append(Field(name, block.start, block.end))
            continue
        if match := cues.field.match(text[:400]):
            open_field = Field(str(match.lastgroup), block.start + match.end(), block.end)
            if match.end() < len(text):
                here.fields.append(open_field)
                open_field = None
            continue
        if is_heading(block, text):
            if block.kind == "heading" and (name := cues.field_named(text)) and here.heading is not None:
                open_field = Field(name, block.end, block.end)  # a heading that is but a label
                continue
            open_field = None
            sections.append(_below(sections, Section(block, block.level)))
        elif open_field is not None:
            here.fields.append(Field(open_field.name, block.start, block.end))
            if block.kind != "item":
                open_field = None
        else:
            here.paragraphs.append(block)
    return sections


def _below(sections: list[Section], section: Section) -> Section:
    """Note the section that this one stands within, where the format has levels."""
    above = sections[-1]
    while section.level and above.level >= section.level and above.within is not None:
        above = above.within
    if section.level and above.heading is not None and above.level < section.level:
        section.within = above
    return section


def is_heading(block: Block, text: str) -> bool:
    """A heading of the format's, or a line of plain text that is written like one."""
    if block.kind == "heading":
        return True
    return (
        block.kind == "line"
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
    words = text.split()
    if not 1 < len(words) <= 9 or text[-1] in ".:;!?" or names.parse(text, 0, language).abbreviation:
        return False
    edges = {words[0].lower().strip(":"), words[-1].lower()}
    return bool(edges & set(language.words["caption"]))


def speaks_of_organisation(section: Section, document: Document, cues: Cues) -> float:
    """How sure it is that a section speaks of one organisation: 0 (not at all) to 1."""
    if section.heading is None:
        return 0.0
    text = document.of(section.heading)
    language = cues.language
    if cues.read_more.fullmatch(text) or cues.field_named(text) or len(text) > LONGEST_HEADING:
        return 0.0
    points = 2.0 * bool(section.of("website")) + 2.0 * bool(section.of("contact") or section.of("email"))
    points += bool([f for f in section.fields if f.name.endswith("_label")])
    if names.parse(text, 0, language).abbreviation:
        points += 2
    if any(other.has(text, "organisation_words") for other in _both(language)) or _ends_like_one(
        text, language
    ):
        points += 1
    said = " ".join(document.of(block)[:500] for block in section.paragraphs[:2])
    points += bool(said and cues.definition.search(said))
    return min(1.0, points / 5 + 0.3) if points >= 3 else 0.0


def _both(language: Language) -> Iterator[Language]:
    from hansa.reading.languages import languages

    yield from {language.code: language, "en": languages()["en"]}.values()


def _ends_like_one(text: str, language: Language) -> bool:
    """A compound that ends in a word for an organisation: Nordsjökommissionen."""
    endings = tuple(word for word in language.words["organisation_words"] if len(word) > 5)
    return any(word.lower().endswith(endings) for word in text.split() if len(word) > 8)
