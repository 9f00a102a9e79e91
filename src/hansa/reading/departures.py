"""Networks that were left, as a heading says, or the text about another one: “In 2019 we left Energy Cities”."""

from __future__ import annotations

from bisect import bisect_right

from hansa.reading.abbreviations import is_in_short
from hansa.reading.belonging import has_ended
from hansa.reading.document import Block, Document
from hansa.reading.known import is_known
from hansa.reading.languages import Language
from hansa.reading.naming import named_in
from hansa.reading.outline import Section
from hansa.reading.sentences import sentences
from hansa.reading.spoken import is_beginning, keys_of, without_case
from hansa.reading.types import Notice, Organisation

LONGEST_BLOCK = 20_000
SURE_OF_LEFT = 0.75


def left_elsewhere(sections: list[Section], document: Document, language: Language, known: set[str]) -> list[Section]:
    """Networks that the text about another one says were left on a day: “In 2019 we also left Energy Cities”."""
    made: list[Section] = []
    for section in sections:
        for block in section.paragraphs:
            if not language.has(document.of(block), "left", "ended", "belonged"):
                continue
            for start, end in sentences(
                document.text, block.start, min(block.end, block.start + LONGEST_BLOCK), language
            ):
                words = document.text[start:end]
                if not has_ended(words, language):
                    continue
                for heading, _points in named_in(document, (start, end), language, belongs=True):
                    heading = without_case(heading, language)
                    span, sure = heading.span, heading.abbreviation or is_known(heading.name.text)
                    own = keys_of(section.called) if section.called else set()
                    if any(is_beginning(own, key) for key in keys_of(heading)):
                        continue  # “Cittaslow International”, below “Cittaslow”
                    if sure and not keys_of(heading) & known and not is_in_short(heading, known):
                        known |= keys_of(heading)
                        told = [Block("paragraph", start, end)]
                        made.append(
                            Section(Block("mention", *span), 0, told, called=heading, named=1, sure=SURE_OF_LEFT)
                        )
    return made


def without_left(
    pairs: list[tuple[Section, Organisation]], notices: list[Notice], document: Document, language: Language
) -> list[tuple[Section, Organisation]]:
    """The organisations but those below a heading such as “Former memberships” of which no end is told, which a notice
    tells instead."""
    kept = []
    for section, own in pairs:
        if (own.membership and own.membership.until) or not _is_among_left(section, document, language):
            kept.append((section, own))
            continue
        message = f"“{own.name.text}” stands among what was left; until when the authority belonged to it is not told."
        notices.append(Notice("left-at-no-time", message, own.evidence["name"]))
    return kept


def _is_among_left(section: Section, document: Document, language: Language) -> bool:
    above = [one.heading for one in section.stands_below() if one.heading is not None]
    if section.heading is not None and section.heading.kind == "mention":  # named in a sentence there
        last = bisect_right(document.blocks, section.heading.start, key=lambda block: block.start)
        above += next(([one] for one in reversed(document.blocks[:last]) if one.kind == "heading"), [])
    return any(language.has(document.of(heading), "left_heading") for heading in above)
