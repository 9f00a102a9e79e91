"""What Word's markup says, by python-docx's elements: its styles, and the runs of its paragraphs."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from docx.oxml.ns import nsmap, qn

from hansa.reading.runs import Run

DEEPEST = 20  # styles that build upon one another
_HEADING = re.compile(
    r"\A(?:heading|[üu]?berschrift|rubrik|overskrift|kop|titre|titolo|t[ií]tulo|nag\w{1,3}wek|otsikko|cabe[cç]alho)"
    r"\s?([1-9])\Z",
    re.I,
)
_LIST = re.compile(r"\Alist (?:bullet|number)", re.I)
_CONTENTS = re.compile(r"\A(?:toc (?:\d|heading)|table of (?:figures|authorities)|index \d)", re.I)
_LINK = re.compile(r"""\A\s*HYPERLINK\s+(?:"([^"]{1,2000})"|((?:https?:|mailto:|www\.)\S{1,2000}))""", re.I)
_OFF = frozenset(("0", "false", "off", "none"))
_COMPATIBLE = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
ALTERNATIVES, FALLBACK = f"{_COMPATIBLE}AlternateContent", f"{_COMPATIBLE}Fallback"
# What stands around runs, paragraphs, rows or cells without a meaning of its own here; deletions are not among them.
AROUND = frozenset(qn(f"w:{name}") for name in "sdt sdtContent ins moveTo customXml smartTag dir bdo".split())
_SIGNS = {
    qn("w:tab"): "\t",
    qn("w:ptab"): "\t",
    qn("w:br"): "\n",
    qn("w:cr"): "\n",
    qn("w:noBreakHyphen"): "-",
}
_DRAWN = frozenset((qn("w:drawing"), qn("w:pict"), qn("w:object"), ALTERNATIVES))
BOX = qn("w:txbxContent")


@dataclass(slots=True)
class Style:
    """A style: what it builds upon, and what it says itself (None: nothing). `level` is 0 where it is no heading."""

    name: str
    based_on: str | None
    level: int | None
    listed: int | None
    bold: bool | None


class Styles:
    """The styles of a document, each with what it has from those that it builds upon."""

    def __init__(self, root: Any | None) -> None:
        self._styles: dict[str, Style] = {}
        for style in root.iterchildren(qn("w:style")) if root is not None else ():
            code = style.get(qn("w:styleId")) or ""
            name = value_of(style, "w:name") or code
            properties = style.find(qn("w:pPr"))
            self._styles[code] = Style(
                name,
                value_of(style, "w:basedOn"),
                _level(name, code, value_of(properties, "w:outlineLvl")),
                depth_in_lists(properties) if not _LIST.match(name) else depth_in_lists(properties) or 1,
                is_on(style.find(qn("w:rPr")), "w:b"),
            )

    def _chain(self, code: str | None) -> Iterator[Style]:
        for _ in range(DEEPEST):
            if code is None or code not in self._styles:
                return
            yield self._styles[code]
            code = self._styles[code].based_on

    def name(self, code: str | None) -> str:
        """The style's name, in English where it is one of Word's own."""
        return next((style.name for style in self._chain(code)), "")

    def level(self, code: str | None) -> int:
        """The heading's level, 0 for what is none."""
        return next((style.level for style in self._chain(code) if style.level is not None), 0)

    def depth(self, code: str | None) -> int:
        """How deep within lists, 0 for what is no item."""
        return next((style.listed for style in self._chain(code) if style.listed is not None), 0)

    def bold(self, code: str | None) -> bool:
        """Whether the words are bold."""
        return next((style.bold for style in self._chain(code) if style.bold is not None), False)

    def is_of_contents(self, code: str | None) -> bool:
        """Whether this is a line of a table of contents, which says again what the headings say."""
        return any(_CONTENTS.match(style.name) for style in self._chain(code))


def _level(name: str, code: str, outline: str | None) -> int | None:
    if outline is not None and outline.isdecimal():
        return int(outline) + 1 if int(outline) < 9 else 0
    named = _HEADING.match(name) or _HEADING.match(code)
    if named:
        return int(named[1])
    return 1 if name.lower() == "title" else None


def value_of(parent: Any | None, name: str) -> str | None:
    """What the `w:val` of a child says."""
    child = parent.find(qn(name)) if parent is not None else None
    said: str | None = child.get(qn("w:val")) if child is not None else None
    return said


def is_on(properties: Any | None, name: str) -> bool | None:
    """Whether a property that is on or off is on; None where it is not mentioned."""
    mark = properties.find(qn(name)) if properties is not None else None
    return None if mark is None else (mark.get(qn("w:val")) or "1") not in _OFF


def depth_in_lists(properties: Any | None) -> int | None:
    """How deep within lists a paragraph's properties put it: from 1; 0 outside, None where they do not say."""
    numbering = properties.find(qn("w:numPr")) if properties is not None else None
    number = value_of(numbering, "w:numId")
    if number is None or number == "0":
        return 0 if number else None
    level = value_of(numbering, "w:ilvl") or "0"
    return min(int(level), 8) + 1 if level.isdecimal() else 1


class Runs:
    """Takes the runs out of paragraphs, with what is drawn beside them."""

    def __init__(self, styles: Styles, targets: Mapping[str, str]) -> None:
        """`targets` are where a part's relationships lead, by their identifier."""
        self.styles, self.targets = styles, targets

    def of(self, paragraph: Any, boxes: list[Any]) -> Iterator[Run]:
        """The runs of a paragraph, hidden and deleted ones left out; text boxes in it are appended to `boxes`."""
        bold = self.styles.bold(value_of(paragraph.find(qn("w:pPr")), "w:pStyle"))
        fields: list[str] = []  # the instructions of the fields that are open, and where the last but one leads
        return self._within(paragraph, bold, "", fields, boxes)

    def _within(self, parent: Any, bold: bool, url: str, fields: list[str], boxes: list[Any]) -> Iterator[Run]:
        for child in parent:
            tag = child.tag
            if tag == qn("w:r"):
                yield from self._run(child, bold, url, fields, boxes)
            elif tag == qn("w:hyperlink"):
                target = self.targets.get(child.get(qn("r:id")) or "", "")
                yield from self._within(child, bold, target or url, fields, boxes)
            elif tag == qn("w:fldSimple"):
                target = _target(child.get(qn("w:instr")) or "")
                yield from self._within(child, bold, target or url, fields, boxes)
            elif tag in AROUND:
                yield from self._within(child, bold, url, fields, boxes)
            elif tag in _DRAWN:
                boxes += boxes_in(child)

    def _run(self, run: Any, bold: bool, url: str, fields: list[str], boxes: list[Any]) -> Iterator[Run]:
        properties = run.find(qn("w:rPr"))
        if is_on(properties, "w:vanish"):
            return
        said = is_on(properties, "w:b")
        if said is None:
            said = bold or self.styles.bold(value_of(properties, "w:rStyle"))
        pieces: list[str] = []
        for child in run:
            tag = child.tag
            if tag == qn("w:t"):
                pieces.append(child.text or "")
            elif tag in _SIGNS:
                pieces.append(_SIGNS[tag])
            elif tag == qn("w:instrText") and fields:
                fields[-1] += child.text or ""
            elif tag == qn("w:fldChar"):
                kind = child.get(qn("w:fldCharType"))
                if kind == "begin":
                    fields.append("")
                elif kind == "end" and fields:
                    if pieces:
                        yield Run("".join(pieces), said, url or _innermost(fields))
                        pieces = []
                    fields.pop()
            elif tag in _DRAWN:
                boxes += boxes_in(child)
        if pieces:
            yield Run("".join(pieces), said, url or _innermost(fields))


def _innermost(fields: list[str]) -> str:
    return next((target for field in reversed(fields) if (target := _target(field))), "")


def _target(instruction: str) -> str:
    """Where a field leads that is a link to somewhere else."""
    match = _LINK.match(instruction)
    return (match[1] or match[2]) if match else ""


def boxes_in(drawn: Any) -> list[Any]:
    """The outermost text boxes of a drawing; of a drawing that is written twice, for old programs too, once."""
    found: list[Any] = []
    waiting = [drawn]
    while waiting:
        element = waiting.pop()
        if element.tag == BOX:
            found.append(element)
            continue
        inside = list(element)
        if element.tag == ALTERNATIVES:
            chosen = [child for child in inside if child.tag != FALLBACK]
            inside = chosen if any(next(child.iter(BOX), None) is not None for child in chosen) else inside
        waiting += reversed(inside)
    return found


def in_usual_names(xml: bytes) -> bytes:
    """Markup of the format's strict form under the names of the usual one."""
    if b"http://purl.oclc.org/ooxml/" not in xml[:10_000]:
        return xml
    for prefix, part in (("w", b"wordprocessingml/main"), ("r", b"officeDocument/relationships")):
        xml = xml.replace(b"http://purl.oclc.org/ooxml/" + part, nsmap[prefix].encode())
    return xml
