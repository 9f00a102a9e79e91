"""Several pages in one file: MHTML (RFC 2557), as browsers save a page and as `hansa read --follow` keeps a section."""

from __future__ import annotations

import binascii
import re
from collections.abc import Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from email import message_from_bytes
from email.message import EmailMessage, Message
from email.policy import SMTP
from urllib.parse import urldefrag, urljoin

from hansa.reading.document import (
    MOST_BLOCKS,
    MOST_CHARACTERS,
    Anchor,
    Block,
    Cell,
    Concealed,
    Document,
    Part,
    Table,
    open_document,
)
from hansa.reading.errors import EmptyDocument, ReadingError, TooManyPages
from hansa.reading.types import Notice, Span

RANK = 5
MOST_PAGES = 500
DEEPEST = 10  # parts within parts
LONGEST_HEADERS = 10_000
_BEGINNING = re.compile(rb"\A\s{0,10}(?:[\w-]{1,40}:[^\r\n]{0,998}(?:\r?\n[ \t][^\r\n]{0,998}){0,20}\r?\n){1,30}", re.S)
_RELATED = re.compile(rb"content-type:\s{0,10}multipart/related", re.I)
_BLANK_LINE = re.compile(rb"(?:\A|\n)\r?\n")
_READABLE = re.compile(r"text/|application/(?:xhtml|pdf|vnd\.|octet-stream)")


@dataclass(frozen=True, slots=True)
class Page:
    """One page of a bundle: where it was found, its bytes and its media type."""

    location: str
    content: bytes
    media_type: str = "text/html"


def bundle(pages: Iterable[Page]) -> bytes:
    """The pages as one MHTML file; the same pages make the same bytes."""
    message = EmailMessage(policy=SMTP)
    message["MIME-Version"] = "1.0"
    message["Content-Type"] = 'multipart/related; type="text/html"; boundary="hansa-page-by-page"'
    for page in pages:
        part = EmailMessage(policy=SMTP)
        kind, _, subtype = page.media_type.partition(";")[0].strip().partition("/")
        part.set_content(page.content, maintype=kind or "text", subtype=subtype or "html", cte="base64")
        if "charset=" in page.media_type:
            part.set_param("charset", page.media_type.partition("charset=")[2].split(";")[0].strip(" \"'"))
        part["Content-Location"] = page.location
        del part["MIME-Version"]
        message.attach(part)
    return message.as_bytes()


def suits_bytes(content: bytes, media_type: str) -> bool:
    """Headers at the beginning that say `multipart/related`."""
    head = _BEGINNING.match(content[:8000])
    return bool(head and _RELATED.search(head.group()))


def make_from(content: bytes, called: str) -> Document:
    """The pages one after the other in one document, each a part of it; a page that cannot be read becomes a notice.

    Raises EmptyDocument where none can be read, TooManyPages.
    """
    parts: list[tuple[str, Document]] = []
    notices: list[Notice] = []
    characters = blocks = 0
    for number, page in enumerate(pages_of(content, called)):
        if characters > MOST_CHARACTERS or blocks > MOST_BLOCKS:
            message = f"Only the first {number} pages were read. Read the others in a file of their own."
            notices.append(Notice("rows-left-out", message))
            break
        if suits_bytes(page.content, page.media_type):
            message = f"{page.location} holds pages itself, which were not read. Read them in a file of their own."
            notices.append(Notice("page-not-read", message))
            continue
        try:
            parts.append((page.location, open_document(page.content, name=page.location, media_type=page.media_type)))
            characters += len(parts[-1][1].text)
            blocks += len(parts[-1][1].blocks)
        except ReadingError as error:
            notices.append(Notice("page-not-read", str(error)))
    if not parts:
        raise EmptyDocument(called)
    joined = _joined(parts)
    joined.notices += notices
    return joined


def pages_of(content: bytes, called: str) -> Iterator[Page]:
    """The pages of a bundle: its parts that may hold text, pictures and styles left out. Raises TooManyPages."""
    number = 0
    for headers, body in _parts(memoryview(content)):
        kind = headers.get_content_type()
        if not _READABLE.match(kind) or kind in ("text/css", "text/javascript"):
            continue
        number += 1
        if number > MOST_PAGES:
            raise TooManyPages(called, MOST_PAGES)
        charset = headers.get_content_charset()
        location = str(headers.get("Content-Location") or called)
        encoding = str(headers.get("Content-Transfer-Encoding", "")).strip().lower()
        yield Page(location, _plain(body, encoding), f"{kind}; charset={charset}" if charset else kind)


def _parts(content: memoryview, depth: int = 0) -> Iterator[tuple[Message, memoryview]]:
    """The headers and the body of each part that has no parts itself; nothing is copied, for most are pictures."""
    blank = _BLANK_LINE.search(content, 0, LONGEST_HEADERS)
    head = bytes(content[: blank.end() if blank else LONGEST_HEADERS])
    headers = message_from_bytes(head)
    behind = headers.get_payload()  # where a line that is no header ended them
    body = content[len(head) - (len(behind) if isinstance(behind, str) else 0) :]
    if headers.get_content_maintype() != "multipart":
        yield headers, body
        return
    boundary = headers.get_boundary()
    if not boundary or depth == DEEPEST:
        return
    sign = re.escape(boundary.encode("utf-8", "replace"))
    begin = None
    for mark in re.finditer(rb"(?:\r?\n|\A)--" + sign + rb"(--)?[ \t]*(?=(\r?\n|\Z))", body):
        if begin is not None:
            yield from _parts(body[begin : mark.start()], depth + 1)
        begin = None if mark[1] else mark.end(2)
        if begin is None:
            return
    if begin is not None:  # the file was cut off
        yield from _parts(body[begin:], depth + 1)


def _plain(body: memoryview, encoding: str) -> bytes:
    """The bytes that a body stands for; as it is, where it is not what it says."""
    if encoding == "quoted-printable":
        return binascii.a2b_qp(body)
    if encoding == "base64":
        for padding in (b"", b"=="):
            with suppress(binascii.Error):
                return binascii.a2b_base64(bytes(body) + padding if padding else body)
    return bytes(body)


def _joined(parts: list[tuple[str, Document]]) -> Document:
    """One document of several, with every offset moved to where its text has come to stand."""
    whole = Document("", [], "", "multipart/related", title=parts[0][1].title, language=parts[0][1].language)
    links = {
        urldefrag(urljoin(location, anchor.url))[0]: made.text[slice(*anchor.span)].strip()
        for location, made in reversed(parts)
        for anchor in made.anchors
    }
    pieces: list[str] = []
    offset = 0
    for location, made in parts:
        made.called = links.get(location)
        pieces.append(made.text.rstrip("\n") + "\n\n")
        whole.blocks += [_moved_block(block, offset) for block in made.blocks]
        whole.anchors += [Anchor(_moved(a.span, offset), a.url) for a in made.anchors]
        whole.concealed += [Concealed(c.material, c.scheme, _moved(c.span, offset)) for c in made.concealed]
        whole.tables += [_moved_table(table, offset) for table in made.tables]
        whole.parts.append(Part(location, offset, made))
        offset += len(pieces[-1])
    whole.text = "".join(pieces)
    return whole


def _moved(span: Span, offset: int) -> Span:
    return span[0] + offset, span[1] + offset


def _moved_block(block: Block, offset: int) -> Block:
    return Block(block.kind, block.start + offset, block.end + offset, block.level, block.label, block.lead)


def _moved_table(table: Table, offset: int) -> Table:
    moved = {id(c): Cell(_moved(c.span, offset), c.heading) for row in table.rows for c in row if c}
    rows = [[moved[id(cell)] if cell else None for cell in row] for row in table.rows]
    return Table(rows, _moved(table.caption, offset) if table.caption else None, table.name)
