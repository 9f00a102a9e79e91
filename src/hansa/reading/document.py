"""A document as its format file made it: text in blocks, with offsets into the whole text."""

from __future__ import annotations

import hashlib
import re
from bisect import bisect_left, bisect_right
from dataclasses import dataclass, field

from hansa.reading.errors import EmptyDocument, NotText, TooLarge
from hansa.reading.types import Notice, Span

MAX_BYTES = 20_000_000


@dataclass(slots=True)
class Block:
    """One line or paragraph. `kind` is heading, paragraph, item, caption or related (a link of its own).

    `level` is the heading's level (1 to 6; 0 where the format has none). `label` is what stands before the value,
    where the format keeps them apart (a definition list, a table's row heading).
    """

    kind: str
    start: int
    end: int
    level: int = 0
    label: str = ""


@dataclass(slots=True)
class Anchor:
    """A link: the span of its text, and where it leads."""

    span: Span
    url: str


@dataclass(slots=True)
class Concealed:
    """Something that may hide e-mail addresses: the material as it stood, its scheme, and where."""

    material: str
    scheme: str
    span: Span


@dataclass(slots=True)
class Document:
    """A document: `text` (blocks joined by newlines), and what the format knows of it."""

    text: str
    blocks: list[Block]
    sha256: str
    media_type: str
    title: str | None = None
    language: str | None = None
    anchors: list[Anchor] = field(default_factory=list)
    concealed: list[Concealed] = field(default_factory=list)
    notices: list[Notice] = field(default_factory=list)

    def of(self, block: Block) -> str:
        """The text of a block."""
        return self.text[block.start : block.end]

    def anchors_in(self, start: int, end: int) -> list[Anchor]:
        """The links that begin within a part of the text, in its order."""
        first = bisect_left(self.anchors, start, key=_begin)
        return self.anchors[first : bisect_left(self.anchors, end, key=_begin)]

    def block_at(self, offset: int) -> Block | None:
        """The block that an offset lies in, or ends."""
        index = bisect_right(self.blocks, offset, key=_start) - 1
        return self.blocks[index] if index >= 0 and self.blocks[index].end >= offset else None


def _begin(anchor: Anchor) -> int:
    return anchor.span[0]


def _start(block: Block) -> int:
    return block.start


_SIGNATURES = (
    (b"%PDF", "a PDF file"),
    (b"PK\x03\x04", "a ZIP archive or an office document"),
    (b"\xd0\xcf\x11\xe0", "an old office document"),
    (b"\x89PNG", "a picture"),
    (b"\xff\xd8\xff", "a picture"),
    (b"GIF8", "a picture"),
    (b"\x1f\x8b", "a compressed file"),
    (b"SQLite format 3", "a database"),
)


def open_document(
    content: bytes, *, name: str | None = None, media_type: str | None = None, url: str | None = None
) -> Document:
    """The document in these bytes; its format is told by what they are, not by the name.

    Raises EmptyDocument, NotText or TooLarge.
    """
    from hansa.reading import formats  # the formats import this module

    called = name or url or "The document"
    if len(content) > MAX_BYTES:
        raise TooLarge(called, MAX_BYTES)
    for signature, what in _SIGNATURES:
        if content.startswith(signature):
            raise NotText(called, what)
    text, encoding, doubtful = decoded(content, media_type or "")
    if not text.strip("\ufeff \t\r\n\x0b\x0c"):
        raise EmptyDocument(called)
    unprintable = sum(text[:20_000].count(c) for c in _CONTROL)
    if unprintable > len(text[:20_000]) // 100:
        raise NotText(called, "not made of letters")
    document = formats.choose(text, media_type or "")(text)
    document.sha256 = hashlib.sha256(content).hexdigest()
    if doubtful:
        document.notices.append(
            Notice(
                "encoding-doubtful",
                f"Some characters could not be read with certainty (the encoding was taken to be {encoding}). "
                "Look for names with strange letters.",
            )
        )
    if not document.text.strip():
        raise EmptyDocument(called)
    return document


_CONTROL = [chr(c) for c in range(32) if chr(c) not in "\t\n\r\x0b\x0c\x1b"]
_DECLARED = re.compile(
    rb"""<meta[^>]{0,200}?charset\s{0,5}=\s{0,5}["']?\s{0,5}([\w.:-]{1,40})|encoding=["']([\w.:-]{1,40})""",
    re.I,
)


def decoded(content: bytes, media_type: str = "") -> tuple[str, str, bool]:
    """The text in some bytes, the encoding taken, and whether that is in doubt.

    A byte order mark decides; then valid UTF-8; then what the page or its server declares; then a look at the bytes.
    """
    for mark, encoding in ((b"\xef\xbb\xbf", "utf-8-sig"), (b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16")):
        if content.startswith(mark):
            text = content.decode(encoding, "replace")
            return text, encoding, "\ufffd" in text
    try:
        text = content.decode("utf-8")
        return text, "utf-8", "\ufffd" in text
    except UnicodeDecodeError:
        pass
    declared = _DECLARED.search(content[:4096])
    candidates = [(declared.group(1) or declared.group(2)).decode() if declared else ""]
    candidates.insert(0, media_type.partition("charset=")[2].strip(" \"'"))
    mixed = content.decode("utf-8", "replace")
    bad = mixed.count("\ufffd")
    if bad * 20 < sum(1 for c in mixed if ord(c) > 127):  # mostly UTF-8, with a few foreign bytes among it
        return _mended(content), "utf-8", True
    for encoding in [*candidates, "windows-1252"]:
        try:
            if encoding and encoding.lower() not in ("utf-8", "utf8"):
                return content.decode(encoding), encoding, encoding not in candidates
        except (UnicodeDecodeError, LookupError):
            continue
    return content.decode("latin-1"), "latin-1", True


def _mended(content: bytes) -> str:
    """UTF-8 in which a foreign byte is taken as what it is in Windows' western encoding."""
    return re.sub(
        "[\udc80-\udcff]",
        lambda m: bytes([ord(m.group()) - 0xDC00]).decode("cp1252", "replace"),
        content.decode("utf-8", "surrogateescape"),
    )
