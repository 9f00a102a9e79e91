"""The related pages: links and lines of their own below “Read more”."""

from __future__ import annotations

import re

from hansa.reading.document import Anchor, Block, Document
from hansa.reading.languages import Language
from hansa.reading.outline import Section, cues_of
from hansa.reading.types import Link

MOST_LINKS = 200


def links(others: list[Section], document: Document, language: Language) -> list[Link]:
    """The related pages, in the page's order; `others` are the sections that speak of no organisation."""
    read_more = cues_of(language).read_more
    found: list[Link] = []
    within = False
    for section in others:
        heading = document.of(section.heading) if section.heading else ""
        if read_more.fullmatch(heading):
            within = True
        elif section.heading is not None and within and section.heading.kind == "line":
            if language.pattern("updated").match(heading):
                continue  # the page's own date
            found.append(_line(section.heading, document))
        elif section.heading is not None:
            within = False
        if within:
            for block in section.paragraphs:
                found += [_link(a, document) for a in document.anchors_in(block.start, block.end)]
    return [link for link in found if link.text][:MOST_LINKS]


def _line(block: Block, document: Document) -> Link:
    anchors = document.anchors_in(block.start, block.end)
    return Link(document.of(block), _absolute(anchors[0].url) if anchors else None, (block.start, block.end))


def _link(anchor: Anchor, document: Document) -> Link:
    return Link(document.text[slice(*anchor.span)].strip(), _absolute(anchor.url), anchor.span)


def _absolute(url: str) -> str | None:
    return url if re.match(r"https?://\S+\Z", url) else None
