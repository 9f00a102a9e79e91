"""Markdown (CommonMark with tables), by markdown-it: made into HTML, and read as that."""

from __future__ import annotations

import re

from markdown_it import MarkdownIt

from hansa.reading.document import Document
from hansa.reading.formats import html

RANK = 20
FEWEST_MARKS = 2
_FRONT = re.compile(r"\A\ufeff?---\s*\n(.{0,4000}?)\n---\s*\n", re.S)
_FRONT_LINE = re.compile(r"^(title|lang|language)\s*:\s*[\"']?(.+?)[\"']?\s*$", re.M | re.I)
_MARKS = re.compile(
    r"^#{1,6}\s\S|^\|.{0,400}\|\s*$|\]\((?:https?://|mailto:|/|\.)|^\s{0,3}(?:[-*+]|\d{1,2}\.)\s+(?:\*\*|\[)|\*\*[^*\n]{1,120}\*\*"
    r"|^(?:=|-){3,}\s*$|^>\s",
    re.M,
)


def suits(text: str, media_type: str) -> bool:
    """Marks that plain text has not: headings, links, bold words, tables, front matter."""
    if media_type.startswith("text/markdown") or _FRONT.match(text):
        return True
    return len(_MARKS.findall(text[:50_000])) >= FEWEST_MARKS


def make(text: str) -> Document:
    """A document as of HTML; the front matter gives its title and language."""
    front = _FRONT.match(text)
    body = text[front.end() :] if front else text
    parser = MarkdownIt("commonmark", {"html": True, "maxNesting": 40}).enable("table")
    document = html.make(f"<body>{parser.render(body)}</body>")
    document.media_type = "text/markdown"
    if front:
        for name, value in _FRONT_LINE.findall(front[1]):
            if name.lower() == "title":
                document.title = value[:300]
            else:
                document.language = value[:2].lower()
    return document
