"""A document as its format file made it: text in blocks, with offsets into the whole text."""

from __future__ import annotations

import hashlib
import re
from bisect import bisect_left, bisect_right
from dataclasses import dataclass, field
from operator import attrgetter

from charset_normalizer import from_bytes

from hansa.reading.errors import Damaged, EmptyDocument, NotText, OldFormat, PasswordProtected, TooLarge
from hansa.reading.types import Notice, Span

MAX_BYTES = 50_000_000
# How much of a document is read, so that it takes neither the memory nor hours.
MOST_CHARACTERS = 2_600_000
MOST_BLOCKS = 95_000


@dataclass(slots=True)
class Block:
    """One line or paragraph. `kind` is heading, paragraph, item, bold, line, label, tag, cell or caption.

    A `label` is the term of a definition list, which its values bear as well; a `tag` labels what follows it.

    `level` is the heading's level (1 to 6; 0 where the format has none), or how deep within lists other blocks stand
    (0 outside). `label` is what stands before the value,
    where the format keeps them apart (a definition list's term); `lead` how many characters at its beginning are bold
    or a link, where not all of it is. A table's blocks are given a meaning later (`tables`): kind row (names an
    organisation), group (heads some rows) or cell, the `field` that their column stands for, and the number of their
    `row`, from 1.
    """

    kind: str
    start: int
    end: int
    level: int = 0
    label: str = ""
    lead: int = 0
    field: str = ""
    row: int = 0


@dataclass(slots=True)
class Cell:
    """A cell of a table: the span of its words; `heading` where the format sets it apart as one (`<th>`)."""

    span: Span
    heading: bool = False


@dataclass(slots=True)
class Table:
    """A table's grid: a merged cell stands in every place that it covers, None in an empty place.

    `name` is what the format calls the table (a spreadsheet's sheet); what the columns mean is told in `tables`.
    """

    rows: list[list[Cell | None]]
    caption: Span | None = None
    name: str = ""


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
class Part:
    """A page of a document that is several: where it was found, where its text begins in the whole, and itself."""

    location: str
    offset: int
    document: Document


@dataclass(slots=True)
class Document:
    """A document: `text` (blocks joined by newlines), and what the format knows of it.

    `boxes` are where its elements, or a text's parts between empty lines, begin and end, those around others first.
    One that is several pages has them as its `parts`; `called` is what another of them calls this one.
    """

    text: str
    blocks: list[Block]
    sha256: str
    media_type: str
    title: str | None = None
    language: str | None = None
    anchors: list[Anchor] = field(default_factory=list)
    concealed: list[Concealed] = field(default_factory=list)
    notices: list[Notice] = field(default_factory=list)
    tables: list[Table] = field(default_factory=list)
    boxes: list[Span] = field(default_factory=list)
    parts: list[Part] = field(default_factory=list)
    called: str | None = None

    def of(self, block: Block) -> str:
        """The text of a block."""
        return self.text[block.start : block.end]

    def anchors_in(self, start: int, end: int) -> list[Anchor]:
        """The links that begin within a part of the text, in its order."""
        first = bisect_left(self.anchors, (start, 0), key=_span)
        return self.anchors[first : bisect_left(self.anchors, (end, 0), lo=first, key=_span)]

    def blocks_in(self, start: int, end: int) -> list[Block]:
        """The blocks that begin within a part of the text, in its order."""
        first = bisect_left(self.blocks, start, key=_start)
        return self.blocks[first : bisect_left(self.blocks, end, lo=first, key=_start)]

    def block_at(self, offset: int) -> Block | None:
        """The block that an offset lies in, or ends."""
        index = bisect_right(self.blocks, offset, key=_start) - 1
        return self.blocks[index] if index >= 0 and self.blocks[index].end >= offset else None


_start, _span = attrgetter("start"), attrgetter("span")


_OLE = b"\xd0\xcf\x11\xe0"
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")  # how office programs keep a document behind a password
_SIGNATURES = (
    (b"PK\x03\x04", "a ZIP archive"),
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
    from hansa.reading import archive, formats  # the formats import this module

    called = name or url or "The document"
    if len(content) > MAX_BYTES:
        raise TooLarge(called, MAX_BYTES)
    if content.startswith(_OLE):
        raise PasswordProtected(called) if _ENCRYPTED in content else OldFormat(called)
    if archive.is_zip(content) and not archive.members(content):
        raise Damaged(called)
    make_from = formats.choose_by_bytes(content, media_type or "")
    if make_from is not None:
        document = make_from(content, called)
        document.sha256 = hashlib.sha256(content).hexdigest()
        if not document.text.strip():
            raise EmptyDocument(called)
        return document
    for signature, what in _SIGNATURES:
        if content.startswith(signature):
            raise NotText(called, what)
    beginning, whole = _beginning(content)
    text, encoding, doubtful = decoded(beginning, media_type or "")
    if not text.strip("\ufeff \t\r\n\x0b\x0c"):
        raise EmptyDocument(called)
    if "\x00" in text or len(_CONTROL.findall(text)) > len(text) // 100:
        raise NotText(called, "not made of letters")
    document = formats.choose(text, media_type or "")(text)
    document.sha256 = hashlib.sha256(content).hexdigest()
    if len(beginning) < whole and not any(notice.code == "rows-left-out" for notice in document.notices):
        message = f"Only the first {len(beginning) / 1e6:.1f} of {whole / 1e6:.1f} MB were read."
        document.notices.append(Notice("rows-left-out", f"{message} Read the rest in a file of its own."))
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


_EMBEDDED = re.compile(rb"(data:[\w/+.;=-]{1,100};base64,)[A-Za-z0-9+/=\s]{1000,}")


def _beginning(content: bytes) -> tuple[bytes, int]:
    """As much of a text as is read, up to the end of a word, and how long it is without the pictures in it."""
    if len(content) <= MOST_CHARACTERS:
        return content, len(content)
    bare = _EMBEDDED.sub(rb"\1", content)
    if len(bare) <= MOST_CHARACTERS:
        return bare, len(bare)
    wide = any(bare.startswith(mark) for mark, _encoding in _MARKS[1:])
    end = max(bare.rfind(sign, MOST_CHARACTERS - 1000, MOST_CHARACTERS) for sign in (b" ", b"\n"))
    return bare[: MOST_CHARACTERS if wide or end < 0 else end], len(bare)


_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1a\x1c-\x1f]")
_DECLARED = re.compile(
    rb"""<meta[^>]{0,200}?charset\s{0,5}=\s{0,5}["']?\s{0,5}([\w.:-]{1,40})|encoding=["']([\w.:-]{1,40})""",
    re.I,
)


def decoded(content: bytes, media_type: str = "") -> tuple[str, str, bool]:
    """The text in some bytes, the encoding taken, and whether that is in doubt.

    A byte order mark decides; then valid UTF-8; then what the server or the page declares; then, where nearly all is
    UTF-8, that with its few foreign bytes mended; then what the bytes look like.
    """
    for mark, encoding in _MARKS:
        if content.startswith(mark):
            text = content.decode(encoding, "replace")
            return text, encoding, "\ufffd" in text
    try:
        text = content.decode("utf-8")
        return text, "utf-8", "\ufffd" in text
    except UnicodeDecodeError:
        pass
    declared = _DECLARED.search(content[:4096])
    said = [
        media_type.partition("charset=")[2].strip(" \"';"),
        (declared.group(1) or declared.group(2)).decode("ascii", "replace") if declared else "",
    ]
    for encoding in said:
        if (text_or_none := _as(content, encoding)) is not None:
            return text_or_none, encoding, False
    foreign = content.decode("utf-8", "surrogateescape")
    wrong = len(_FOREIGN.findall(foreign))
    if wrong * 4 < len(_BEYOND_ASCII.findall(foreign)):  # mostly UTF-8, with a few foreign bytes among it
        return _FOREIGN.sub(_western, foreign), "utf-8", True
    guess = from_bytes(content[:200_000], cp_isolation=_LIKELY).best()
    guessed = guess.encoding if guess else ""
    if guessed in _CENTRAL and not _is_central(content):
        guessed = "cp1252"
    for encoding in [guessed, "cp1252"]:
        if (text_or_none := _as(content, encoding)) is not None:
            return text_or_none, encoding, encoding != "cp1252"
    return content.decode("latin-1"), "latin-1", True


_MARKS = ((b"\xef\xbb\xbf", "utf-8-sig"), (b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16"))
_CHARACTER_SET = re.compile(r"iso-?8859|windows-12|cp\d|koi8|mac|utf-?16|latin|gb|big5|euc|shift|us-ascii", re.I)
_LIKELY = ["cp1252", "iso8859_15", "cp1250", "iso8859_2", "mac_roman", "cp850"]
_CENTRAL = ("cp1250", "iso8859_2")
_CENTRAL_LETTERS = frozenset("ąćęłńśźżĄĆĘŁŃŚŹŻčďěňřšťůžČĎŘŠŽ")
_WESTERN_LETTERS = frozenset("åäöæøéèêüßñçãõàâîôûëïáíóúÅÄÖÆØÉÜÑÇÁÍÓÚ")
_FOREIGN = re.compile("[\udc80-\udcff]")
_BEYOND_ASCII = re.compile(r"[^\x00-\x7f]")


def _is_central(content: bytes) -> bool:
    """Whether bytes make more letters of Central Europe's languages than of Western Europe's."""
    central = sum(letter in _CENTRAL_LETTERS for letter in content.decode("cp1250", "replace"))
    return central > sum(letter in _WESTERN_LETTERS for letter in content.decode("cp1252", "replace"))


def _as(content: bytes, encoding: str) -> str | None:
    """The text in a declared encoding; None where that is unknown, or is not what the bytes are."""
    if not _CHARACTER_SET.match(encoding):
        return None
    if encoding.lower() in ("iso-8859-1", "latin-1", "latin1"):
        encoding = "cp1252"  # what browsers take it for
    try:
        text = content.decode(encoding)
    except (UnicodeDecodeError, LookupError, ValueError):
        return None
    return text


def _western(foreign: re.Match[str]) -> str:
    """A foreign byte as what it is in Windows' western encoding."""
    return bytes([ord(foreign.group()) - 0xDC00]).decode("cp1252", "replace")
