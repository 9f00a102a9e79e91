"""Markdown (CommonMark with tables), by markdown-it: made into HTML, and read as that."""

from __future__ import annotations

import re
from functools import cache

from markdown_it import MarkdownIt
from markdown_it.renderer import RendererHTML
from markdown_it.rules_core import StateCore

from hansa.reading.document import Document
from hansa.reading.formats import html
from hansa.reading.types import Notice

RANK = 9  # before HTML, for Markdown may hold some of that
FEWEST_MARKS = 2
LOOKED_AT = 50_000  # characters by which the format is told
MOST_CHARACTERS = 1_000_000
LONGEST_OF_AN_ADDRESS = 60  # letters of its lines
DEEPEST = 40  # quotations and lists within one another
_FRONT = re.compile(r"\A---[ \t]*\n((?:(?:[\w-]{1,40}:|[ \t]|- |#).{0,1000}\n){1,100})(?:---|\.\.\.)[ \t]*\n")
_FRONT_LINE = re.compile(r"^(title|lang|language)\s*:\s*[\"']?(.+?)[\"']?\s*$", re.M | re.I)
_PAGE = re.compile(r"\A\s*<|<(?:!doctype|html|head|body)\b", re.I)
_HEADING = re.compile(r"\A\s*#{1,6}[ \t]+\S")
_MARKS = re.compile(
    r"^#{1,6}[ \t]+\S"  # a heading
    r"|\]\((?:https?://|mailto:|[#/.]|www\.|[\w/-]+\.\w)"  # a link
    r"|^[ \t]{0,3}\|?[ \t]*:?-{3,}:?[ \t]*\|[ \t:|-]*$"  # the rule below a table's headings
    r"|(?<![\w*])\*\*(?=\S)[^*\n]{1,200}(?<=\S)\*\*(?![\w*])"  # bold
    r"|^(?:[^\s=].{2,100})\n={3,}[ \t]*$",  # a heading with a line below
    re.M,
)
_DEFINED = re.compile(r"^(?![ \t]|[#>|:*+-]|\d+[.)])(\S.{0,200})\n((?::[ \t]+\S.*(?:\n|\Z))+)", re.M)
_ATTRIBUTES = re.compile(r"^(#{1,6}[ \t].{0,300}?)[ \t]*\{[#.][^{}\n]{0,100}\}[ \t]*$", re.M)
_REACHED = re.compile(r"\A[^.]{0,20}\S{1,60}@|\A\D{0,20}(?:\d[ ()/+-]{0,3}){6}")
_LABEL = re.compile(r"(?:[^\W\d_][\w’'./()-]{0,30} ){0,4}[^\W\d_][\w’'./()-]{0,30} ?(?::|\Z)")


def suits(text: str, media_type: str) -> bool:
    """Marks that plain text has not: headings, links, bold words, tables, front matter. HTML begins with a tag."""
    if _PAGE.search(text, 0, 5000):
        return False
    text = _plain(text[:LOOKED_AT])
    if media_type.startswith("text/markdown") or _FRONT.match(text) or _HEADING.match(text):
        return True
    return len(_MARKS.findall(text)) >= FEWEST_MARKS


def make(text: str) -> Document:
    """A document as of HTML; the front matter gives its title and language."""
    whole = _plain(text)
    text = whole[:MOST_CHARACTERS]
    front = _FRONT.match(text)
    body = _ATTRIBUTES.sub(r"\1", text[front.end() :] if front else text)
    body = _DEFINED.sub(_defined, body)
    document = html.make(f"<body>{_parser().render(body)}</body>")
    document.media_type = "text/markdown"
    if len(whole) > MOST_CHARACTERS:
        message = f"Only the first {MOST_CHARACTERS} characters were read."
        document.notices.append(Notice("rows-left-out", f"{message} Read the rest in a file of its own."))
    if front:
        for name, value in _FRONT_LINE.findall(front[1]):
            if name.lower() == "title":
                document.title = value[:300]
            else:
                document.language = value[:2].lower()
    return document


def _plain(text: str) -> str:
    return text.lstrip("\ufeff").replace("\r\n", "\n").replace("\r", "\n")


@cache
def _parser() -> MarkdownIt:
    parser = MarkdownIt("commonmark", {"html": True, "maxNesting": DEEPEST}, renderer_cls=RendererHTML)
    parser.enable(["table", "strikethrough"]).disable("code")
    parser.core.ruler.push("labelled_lines", _part_labelled_lines)
    return parser


def _part_labelled_lines(state: StateCore) -> None:
    """Make a line of its own of each that begins with a label: “Members: 57”, which authors write below one another;
    and of each of the short lines of an address: “Ann Ek”, “Adviser”, “ann.ek@…”."""
    for token in state.tokens:
        children = token.children or []
        lines = token.content.split("\n")
        of_somebody = max(map(len, lines)) <= LONGEST_OF_AN_ADDRESS and any(map(_REACHED.search, lines[1:]))
        for number, child in enumerate(children):
            if child.type == "softbreak" and of_somebody:
                child.type, child.tag = "hardbreak", "br"
            elif child.type == "softbreak":
                following = "".join(one.content for one in children[number + 1 : number + 5] if one.type == "text")
                label = _LABEL.match(following)
                if label and following[0].isupper() and following[label.end() - 1] == ":":
                    child.type, child.tag = "hardbreak", "br"


def _defined(match: re.Match[str]) -> str:
    """A term with its definitions on lines that begin with a colon, as a definition list of HTML."""
    parser = _parser()
    values = "".join(
        f"<dd>{parser.renderInline(line[1:].strip())}</dd>" for line in match[2].splitlines() if line.strip()
    )
    return f"\n<dl><dt>{parser.renderInline(match[1])}</dt>{values}</dl>\n\n"
