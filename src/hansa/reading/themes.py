"""Headings that read like a name and are the theme of what stands below: “Climate”, “Our county and the world”.

What stands below tells: it says of several networks that are known by other names that the authority belongs to them.
Then each of these is told of by itself.
"""

from __future__ import annotations

from itertools import islice

from hansa.reading import mentions, names, people
from hansa.reading.document import Document
from hansa.reading.known import is_known, known_in
from hansa.reading.languages import Language
from hansa.reading.lists import says_organisation
from hansa.reading.outline import Section

SEVERAL = 2
MOST_KNOWN = 40  # names of networks below a heading
SURE = 0.6  # of what is named below
_HEADINGS = frozenset(("heading", "bold", "line"))


def set_aside(sections: list[Section], document: Document, language: Language, authority: str | None) -> None:
    """Take what is but the theme of several networks below it for no organisation."""
    for section in sections:
        if section.sure and _may_be_a_theme(section, document, language):
            told = mentions.sections_of([section], document, language, authority, set(), [])
            if sum(bool(one.called and one.sure >= SURE and is_known(one.called.name.text)) for one in told) >= SEVERAL:
                section.sure = 0.0


def _may_be_a_theme(section: Section, document: Document, language: Language) -> bool:
    """Whether a heading names nothing that is known nor, below the page's title, says that it is an organisation, and
    what is told below names something that is known."""
    if section.heading is None or section.heading.kind not in _HEADINGS or section.listed or section.called is None:
        return False
    words = document.of(section.heading)
    if section.called.abbreviation or section.called.other_names or section.fields or is_known(words):
        return False
    is_title = section.heading.kind == "heading" and section.level == 1
    if names.is_abbreviation(words.replace(".", "")) or (says_organisation(words, language) and not is_title):
        return False
    own = people.bare(words)
    below = (at for block in section.paragraphs for at in known_in(document.text, block.start, block.end))
    return any(people.bare(document.text[slice(*at)]) not in own for at in islice(below, MOST_KNOWN))
