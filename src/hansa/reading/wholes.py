"""What several sections are together: rows about one organisation, a page about one."""

from __future__ import annotations

from hansa.reading import people
from hansa.reading.document import Document
from hansa.reading.outline import Cues, Section
from hansa.reading.scoring import names_what_follows

SURE_OF_ONE = 0.8


def joined(sections: list[Section], document: Document) -> list[Section]:
    """The sections, where rows of a table that name one organisation are one: a row for each person sent there."""
    first: dict[str, Section] = {}
    kept: list[Section] = []
    for section in sections:
        is_row = section.sure and section.heading is not None and section.heading.kind == "row"
        name = people.bare(document.of(section.heading)) if is_row and section.heading else ""
        standing = first.setdefault(name, section) if name else section
        if standing is section:
            kept.append(section)
        else:
            standing.paragraphs += section.paragraphs
            standing.fields += section.fields
    return kept


def about_one(sections: list[Section], document: Document, cues: Cues, authority: str | None) -> None:
    """Make a page on which no section speaks of an organisation that of the one that its first heading names.

    “Westsea in the Climate Alliance”: a name in the heading that the text goes on speaking of.
    """
    first = next((s for s in sections if s.heading is not None and s.level == 1), None)
    if first is None or first.heading is None or any(section.sure for section in sections):
        return
    named = names_what_follows(document.of(first.heading), first.heading.start, document, cues, authority)
    if named is None:
        return
    first.called, first.named = named, 1
    for section in sections[sections.index(first) + 1 :]:
        above = section.within
        while above is not None and above is not first:
            above = above.within
        if above is not None:
            if section.heading is not None and section.heading.kind in ("line", "bold"):
                first.paragraphs.append(section.heading)
            first.paragraphs += section.paragraphs
            first.fields += section.fields
    first.sure = SURE_OF_ONE
