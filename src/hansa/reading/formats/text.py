"""Plain text: every line that is not empty is a block; the reader tells headings from paragraphs."""

from __future__ import annotations

import re
from itertools import pairwise

from hansa.reading.document import Block, Document

RANK = 99
FEWEST_LINES = 6
NARROWEST, WIDEST = 50, 120  # letters in a line of wrapped text
NEARLY_FULL = 0.8
_LINE = re.compile(r"[^\n]+")
_BULLET = re.compile(r"\s{0,20}[-–—•*·▪◦‣]\s{1,8}(?=\S)")


def suits(text: str, media_type: str) -> bool:
    """Whatever no other format takes."""
    return True


def make(text: str) -> Document:
    """A document of lines. One that begins with a bullet is an item of a list."""
    text = text.lstrip("\ufeff").replace("\r\n", "\n").replace("\r", "\n").replace("\x0c", "\n").replace("\x0b", "\n")
    text = _unwrapped(text)
    blocks = []
    for line in _LINE.finditer(text):
        bullet = _BULLET.match(line.group())
        stripped = line.group()[bullet.end() if bullet else 0 :].strip()
        if stripped:
            start = line.start() + line.group().index(stripped, bullet.end() if bullet else 0)
            blocks.append(Block("item" if bullet else "line", start, start + len(stripped)))
    return Document(text, blocks, "", "text/plain")


def _unwrapped(text: str) -> str:
    """The text with the lines of its paragraphs joined, where it was wrapped at a fixed width; of the same length."""
    lines = text.split("\n")
    lengths = sorted(len(line.rstrip()) for line in lines if line.strip())
    if len(lengths) < FEWEST_LINES:
        return text
    width = lengths[-max(1, len(lengths) // 8)]
    near = sum(length >= NEARLY_FULL * width for length in lengths)
    if not NARROWEST <= width <= WIDEST or near * 3 < len(lengths):
        return text
    joined = [lines[0]]
    for number, (before, line) in enumerate(pairwise(lines)):
        is_within = line[:1].islower() or (number > 0 and bool(lines[number - 1].strip()))
        in_sentence = is_within and before.rstrip()[-1:] not in ".:;!?" and 2 * len(before.rstrip()) >= width
        is_full = len(before.rstrip()) >= NEARLY_FULL * width or in_sentence
        goes_on = is_full and line.strip() and not _BULLET.match(line)
        joined += [" " if goes_on else "\n", line]
    return "".join(joined)
