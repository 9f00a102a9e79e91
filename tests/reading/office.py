"""Word documents for the tests: made by python-docx, with markup that it has no words for put in by hand."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Callable
from typing import Any

import docx
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml.ns import nsdecls
from docx.oxml.parser import parse_xml

from hansa.reading import Document, open_document

BOX = (
    '<mc:AlternateContent xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006">'
    '<mc:Choice Requires="wps"><w:drawing><w:txbxContent>{0}</w:txbxContent></w:drawing></mc:Choice>'
    "<mc:Fallback><w:pict><w:txbxContent>{0}</w:txbxContent></w:pict></mc:Fallback></mc:AlternateContent>"
)


def saved(document: Any) -> bytes:
    """The bytes of a document of python-docx."""
    file = io.BytesIO()
    document.save(file)
    return file.getvalue()


def word(*paragraphs: str | tuple[str, str], make: Callable[[Any], object] | None = None) -> bytes:
    """A Word document of paragraphs, each bare or with the name of its style; `make` puts in more."""
    document = docx.Document()
    for paragraph in paragraphs:
        text, style = paragraph if isinstance(paragraph, tuple) else (paragraph, None)
        document.add_paragraph(text, style)
    if make:
        make(document)
    return saved(document)


def markup(xml: str) -> Any:
    """Elements of Word's markup, by its usual prefixes."""
    return parse_xml(re.sub(r"\A<w:\w+", rf"\g<0> {nsdecls('w', 'r')}", xml))


def put(document: Any, xml: str) -> None:
    """Put elements at the end of a document's body."""
    document.element.body.insert(len(document.element.body) - 1, markup(xml))


def linked(document: Any, paragraph: Any, words: str, url: str) -> None:
    """Add a link to a paragraph."""
    target = document.part.relate_to(url, RELATIONSHIP_TYPE.HYPERLINK, is_external=True)
    paragraph._p.append(markup(f'<w:hyperlink r:id="{target}"><w:r><w:t>{words}</w:t></w:r></w:hyperlink>'))


def changed(content: bytes, parts: dict[str, Callable[[bytes], bytes] | bytes | None]) -> bytes:
    """An archive with members replaced (or changed by a function), added, or (None) taken out."""
    file = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as old, zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as new:
        for name in dict.fromkeys([*old.namelist(), *parts]):
            how = parts[name] if name in parts else old.read(name)
            if how is not None:
                new.writestr(name, how if isinstance(how, bytes) else how(old.read(name)))
    return file.getvalue()


def shown(content: bytes | Document) -> list[tuple[str, int, str]]:
    """A document's blocks: kind, level and words."""
    document = content if isinstance(content, Document) else open_document(content)
    return [(block.kind, block.level, document.of(block)) for block in document.blocks]


def grid(document: Document, number: int = 0) -> list[list[str | None]]:
    """The words of a table's cells, place by place."""
    rows = document.tables[number].rows
    return [[document.text[slice(*cell.span)] if cell else None for cell in row] for row in rows]
