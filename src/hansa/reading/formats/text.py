"""Plain text: every line that is not empty is a block; the reader tells headings from paragraphs."""

from __future__ import annotations

import re

from hansa.reading.document import Block, Document

RANK = 99
_LINE = re.compile(r"[^\n]+")
_BULLET = re.compile(r"\s{0,20}[-–—•*·▪◦‣]\s{1,8}(?=\S)")


def suits(text: str, media_type: str) -> bool:
    """Whatever no other format takes."""
    return True


def make(text: str) -> Document:
    """A document of lines. One that begins with a bullet is an item of a list."""
    text = text.lstrip("\ufeff").replace("\r\n", "\n").replace("\r", "\n").replace("\x0c", "\n").replace("\x0b", "\n")
    blocks = []
    for line in _LINE.finditer(text):
        bullet = _BULLET.match(line.group())
        stripped = line.group()[bullet.end() if bullet else 0 :].strip()
        if stripped:
            start = line.start() + line.group().index(stripped, bullet.end() if bullet else 0)
            blocks.append(Block("item" if bullet else "line", start, start + len(stripped)))
    return Document(text, blocks, "", "text/plain")
