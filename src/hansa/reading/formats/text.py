"""Plain text: every line that is not empty is a block; the reader tells headings from paragraphs."""

from __future__ import annotations

import re

from hansa.reading.document import Block, Document

RANK = 99
_LINE = re.compile(r"[^\n]+")


def suits(text: str, media_type: str) -> bool:
    """Whatever no other format takes."""
    return True


def make(text: str) -> Document:
    """A document of lines. A line between others that could be a heading is one of level 0."""
    text = text.lstrip("\ufeff").replace("\r\n", "\n").replace("\r", "\n").replace("\x0c", "\n").replace("\x0b", "\n")
    blocks = []
    for line in _LINE.finditer(text):
        stripped = line.group().strip()
        if stripped:
            start = line.start() + line.group().index(stripped[0])
            blocks.append(Block("line", start, start + len(stripped)))
    return Document(text, blocks, "", "text/plain")
