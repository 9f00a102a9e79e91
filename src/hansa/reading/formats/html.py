"""HTML, by the Lexbor parser: blocks of text, headings, labelled values, links; menus and scripts are left out."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable
from dataclasses import dataclass, field

from selectolax.lexbor import LexborHTMLParser, LexborNode

from hansa.reading import concealing
from hansa.reading.building import UNSEEN, link_note
from hansa.reading.document import Anchor, Block, Concealed, Document, Table
from hansa.reading.furniture import is_furniture, is_note, without_contents
from hansa.reading.grid import Grid, covers, holds_data
from hansa.reading.markup import beginning, within_bounds
from hansa.reading.panels import labels_of_panels, opens_panel
from hansa.reading.ranks import HEADINGS, rank
from hansa.reading.types import Notice, Span

RANK = 10
LONGEST_LABEL = 80
LONGEST_BOLD_HEADING = 140
_MARKUP = re.compile(r"<(?:!doctype html|html|head|body|div|p|h[1-6]|table|ul|ol|dl|article|section|main|br|a)\b", re.I)
_BREAKING = frozenset(
    "address article aside blockquote body br caption dd details div dl dt fieldset figcaption figure footer form "
    "h1 h2 h3 h4 h5 h6 header hr html li main nav ol option p pre section summary table tbody td tfoot th thead tr "
    "ul".split()
)
_LEFT_OUT = frozenset("script style template noscript svg canvas iframe object nav footer select head".split())
_LISTS = frozenset(("ul", "ol"))
_BOXES = frozenset(
    "address article aside blockquote details div dl fieldset form li main ol p section table ul".split()
)
_ENDING_A_LABEL = HEADINGS.keys() | {"dt", "dl"}
_BOLD = frozenset(("b", "strong", "u"))
_TITLED = frozenset("div p span a button".split())
_BOLD_STYLE = re.compile(r"font-weight:\s?(?:bold|[6-9]00)", re.I)
_TITLE = re.compile(
    r"(?:^|[\s_-])(?:title|heading|headline|header|rubrik|overskrift|titre|titel|titolo|titulo|toggler?|trigger)"
    r"(?:$|[\s_])",
    re.I,
)
_LABEL = re.compile(r"(?:^|[\s_-])(?:label|etikett|beschriftung|libelle|etiqueta|etichetta)(?:$|\s)", re.I)
_BUTTON = re.compile(r"\b(?:btn|button|knapp|knop|boton|bouton|bottone)\b", re.I)
_TELLING_NOTHING = frozenset(("class", "id", "role", "lang", "colspan", "rowspan", "scope"))
_SPACE = re.compile(r"\s+")


def suits(text: str, media_type: str) -> bool:
    """Markup near the beginning, or the server's word for it."""
    return bool(_MARKUP.search(text, 0, 20_000)) or media_type.startswith(("text/html", "application/xhtml"))


@dataclass(slots=True)
class _Builder:
    """Collects text into blocks; one block ends where the next begins."""

    parts: list[str] = field(default_factory=list)
    length: int = 0
    blocks: list[Block] = field(default_factory=list)
    anchors: list[Anchor] = field(default_factory=list)
    concealed: list[Concealed] = field(default_factory=list)
    kind: str = "paragraph"
    level: int = 0
    label: str = ""
    start: int | None = None
    first_part: int = 0
    space: bool = False
    links: list[tuple[str, int, bool]] = field(default_factory=list)  # where to, where it began, whether a button
    lists: int = 0
    items: list[int] = field(default_factory=list)  # how many blocks stand before each open item of a list
    opens_item: bool = False
    titled: bool = False
    bold: int = 0
    bold_letters: int = 0
    bold_start: int = 0
    lead: int = 0
    all_bold: bool = False
    grids: list[Grid] = field(default_factory=list)
    tables: list[Table] = field(default_factory=list)
    open_boxes: list[int] = field(default_factory=list)  # where those that are open begin
    boxes: list[Span] = field(default_factory=list)
    panels: dict[str, str] = field(default_factory=dict)  # what they are called, by their names

    def write(self, text: str) -> None:
        """Add text to the open block, its runs of space folded."""
        if not text.isascii():
            text = UNSEEN.sub("", text)
        if not text or text.isspace():
            self.space = self.space or text != ""
            return
        words = " ".join(text.split())
        if link_note().fullmatch(words):
            return
        if self.start is None:
            self.start, self.first_part, self.bold_letters, self.lead = self.length, len(self.parts), 0, 0
            self.opens_item = False
        elif self.space or text[0] != words[0]:
            words = f" {words}"
        self.parts.append(words)
        self.length += len(words)
        if self.bold:
            self.bold_letters += len(words)
        self.space = text[-1] != words[-1]

    def close(self) -> None:
        """End the open block, if any."""
        self.space = False
        if self.start is None:
            return
        start, self.start = self.start, None
        kind = self.kind
        self.all_bold = self.bold_letters >= self.length - start <= LONGEST_BOLD_HEADING
        if kind in ("paragraph", "item") and self.all_bold:
            kind = "bold"
        lead = self.lead if self.lead < self.length - start else 0
        self.blocks.append(Block(kind, start, self.length, self.level, self.label, lead))
        self.parts.append("\n")
        self.length += 1

    def label_text(self) -> str:
        """The beginning of the block that was closed last, for a label."""
        return "".join(self.parts[self.first_part : self.first_part + LONGEST_LABEL])[:LONGEST_LABEL].strip()


def make(text: str) -> Document:
    """A document of the page's content, its links with where they lead, and what may hide e-mail addresses."""
    begun = beginning(text)
    bounded, cut = within_bounds(begun)
    tree = LexborHTMLParser(bounded)
    built = _Builder(panels=labels_of_panels(tree, bounded))
    root = tree.root
    title_node = tree.css_first("title")
    title = _SPACE.sub(" ", title_node.text()).strip() if title_node else ""
    language = (root.attributes.get("lang") or "")[:2].lower() if root else ""
    if root is not None:
        _walk(root, built)
    built.close()
    whole = "".join(built.parts)
    notices = []
    if cut:
        message = "The page's markup goes on deeper than any page should; its words were kept."
        notices.append(Notice("markup-cut", message))
    if len(begun) < len(text):
        message = f"Only the first {len(begun)} of {len(text)} characters of the page's markup were read."
        notices.append(Notice("rows-left-out", f"{message} Read the rest in a file of its own."))
    return Document(
        whole,
        without_contents(built.blocks, built.anchors),
        "",
        "text/html",
        title=title[:300] or None,
        language=language or None,
        anchors=sorted((_trimmed(anchor, whole) for anchor in built.anchors), key=lambda a: a.span),
        concealed=built.concealed,
        tables=[table for table in built.tables if table.rows],
        boxes=sorted(set(built.boxes), key=lambda box: (box[0], -box[1])),
        notices=notices,
    )


def _trimmed(anchor: Anchor, text: str) -> Anchor:
    """A link without the line breaks of the blocks that it holds."""
    start, end = anchor.span
    if start < end and not (text[start].isspace() or text[end - 1].isspace()):
        return anchor
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return Anchor((start, end), anchor.url)


def _walk(root: LexborNode, built: _Builder) -> None:
    """Visit the tree in document order, without recursion: pages may be nested as deep as they like."""
    path: list[tuple[LexborNode, str, bool]] = []  # with its tag, and whether it is a heading in all but that
    node: LexborNode | None = root
    while node is not None:
        tag = node.tag or ""
        below = None
        if tag == "-text":
            built.write(node.text_content or "")
            if path and (following := node.next) is not None:
                node = following
                continue
        elif _enter(node, tag, built):
            titled, built.titled = built.titled, False
            below = node.child
            if below is not None:
                path.append((node, tag, titled))
            else:
                _leave(tag, titled, built)
        node = below if below is not None else _next(node, path, built)


def _next(node: LexborNode, path: list[tuple[LexborNode, str, bool]], built: _Builder) -> LexborNode | None:
    """The node that follows, leaving those that end here."""
    following: LexborNode | None = node.next if path else None
    while following is None and path:
        above, tag, titled = path.pop()
        _leave(tag, titled, built)
        following = above.next if path else None
    return following


def _enter(node: LexborNode, tag: str, built: _Builder) -> bool:
    """Begin a node; False where it and what it holds are left out."""
    if not tag or tag[0] in "-!":
        return tag not in ("-comment", "!--", "-doctype", "")
    attributes = node.attributes
    if tag == "joomla-hidden-mail" or (attributes and (attributes.get("id") or "").startswith("cloak")):
        _conceal_attributes(node, tag, attributes, built)
        return False  # its words are for those without JavaScript
    if tag == "button":
        if not opens_panel(attributes):
            return False
        if built.kind != "heading":
            built.close()
            built.kind, built.level = "heading", 6
    if tag in _LEFT_OUT or (attributes and is_furniture(node, tag, attributes)) or is_note(node, tag):
        _conceal(node, tag, built)
        return False
    if built.panels and (label := built.panels.pop(attributes.get("id") or "", "")):
        built.close()
        built.kind, built.level = "heading", 6
        built.write(label)
        built.close()
    if tag in _BREAKING:
        _begin_block(node, tag, attributes, built)
    if tag == "span" and _stands_apart(node, built):
        built.close()
        built.kind, built.level = ("cell" if built.kind == "cell" else "paragraph"), built.lists
    if tag in _BOLD or (tag in _TITLED and attributes and _is_title(tag, attributes)):
        built.bold += 1
        built.bold_start = built.length + bool(built.space) if built.bold == 1 else built.bold_start
        built.titled = tag in _TITLED
    if tag == "a":
        is_button = bool(_BUTTON.search((attributes.get("class") or "")[:200]))
        if is_button:
            built.close()
        built.links.append((attributes.get("href") or "", built.length + bool(built.space), is_button))
    if attributes and (tag in concealing.INLINE or not attributes.keys() <= _TELLING_NOTHING):
        _conceal_attributes(node, tag, attributes, built)
    return True


def _begin_block(node: LexborNode, tag: str, attributes: dict[str, str | None], built: _Builder) -> None:
    built.close()
    if tag in _BOXES:
        built.open_boxes.append(built.length)
    built.lists += tag in _LISTS
    if tag in HEADINGS:
        built.kind, built.level = "heading", rank(node, tag)
    elif tag != "li" and built.opens_item:
        built.kind, built.level = "item", built.lists
    elif tag in ("figcaption", "caption"):  # a table's may name that of which it tells
        built.kind, built.level = ("bold" if tag == "caption" else "caption"), 0
    elif tag in ("div", "p") and attributes and _LABEL.search((attributes.get("class") or "")[:200]):
        built.kind, built.level = "tag", 0
    else:
        built.kind, built.level = ("item" if tag == "li" else "paragraph"), built.lists
    if tag == "li":
        built.items.append(len(built.blocks))
    built.opens_item = tag == "li" or (built.opens_item and tag in ("p", "div", "a"))
    if tag in _ENDING_A_LABEL:
        built.label = ""
    if tag == "table":
        built.grids.append(Grid(holds_data(node, attributes)))
    grid = built.grids[-1] if built.grids else None
    if grid is not None and grid.is_data:
        if tag == "tr":
            grid.begin_row()
        elif tag in ("td", "th"):
            columns, rows = (covers(node, name) for name in ("colspan", "rowspan"))
            grid.begin_cell(built.length, tag == "th", columns, rows)
        if grid.cell is not None and tag not in ("table", "tr", "caption"):
            built.kind, built.level = "cell", 0


def _stands_apart(node: LexborNode, built: _Builder) -> bool:
    """Whether a span is set apart from the one before it by style alone: “Contact” and “Ann Ek” side by side."""
    before = node.prev
    if before is None or before.tag != "span" or built.start is None or built.space or not built.parts:
        return False
    last, first = built.parts[-1][-1:], (node.text() or "")[:1]
    is_link = node.child is not None and node.child.tag == "a"
    return (last.isalpha() or last in "+)") and (is_link or first.isupper() or first.isdigit() or first == "+")


def _is_title(tag: str, attributes: dict[str, str | None]) -> bool:
    """Whether a node is a heading in all but its tag: a card's title, what opens a panel."""
    if attributes.get("role") == "heading":
        return True
    is_bold = "style" in attributes and _BOLD_STYLE.search((attributes["style"] or "")[:200])
    return tag != "button" and bool(is_bold or _TITLE.search((attributes.get("class") or "")[:200]))


def _leave(tag: str, titled: bool, built: _Builder) -> None:
    if titled:
        if tag in _BREAKING:
            built.close()
        built.bold = max(0, built.bold - 1)
        if not built.bold:
            _lead(built.bold_start, built)
    if tag == "a" and built.links:
        url, start, is_button = built.links.pop()
        if built.length > start and url:
            built.anchors.append(Anchor((start, built.length), url))
            _lead(start, built)
        if is_button:
            built.close()
    elif tag in _BOLD:
        built.bold = max(0, built.bold - 1)
        if not built.bold:
            _lead(built.bold_start, built)
    elif tag == "dt":
        _leave_label(built)
    elif tag == "button" and built.level == 6:
        built.close()
        built.kind, built.level = "paragraph", 0
    elif tag in _BREAKING:
        built.close()
        if tag in _BOXES and built.open_boxes and (start := built.open_boxes.pop()) < built.length:
            built.boxes.append((start, built.length))
        grid = built.grids[-1] if built.grids else None
        if tag in ("td", "th") and grid is not None:
            _leave_cell(grid, built)
        if tag == "li" and built.items and built.blocks[built.items.pop() :] == built.blocks[-1:] and built.all_bold:
            built.blocks[-1].kind = "item"  # a bold line that heads nothing
        if tag == "table" and built.grids:
            built.grids.pop()
            if grid is not None and grid.is_data:
                built.tables.append(grid.table)
        elif tag == "dl":
            built.label = ""
        within = grid is not None and grid.cell is not None and tag not in ("td", "th", "table")
        built.lists -= tag in _LISTS and built.lists > 0
        built.kind, built.level = ("cell" if within else "paragraph"), built.lists


def _leave_cell(grid: Grid, built: _Builder) -> None:
    """A cell ends where its last words end; one that is all bold is a heading too."""
    cell, grid.cell = grid.cell, None
    if cell is None:
        return
    start = cell.span[0]
    first = bisect_left(built.blocks, start, key=_start)
    if first < len(built.blocks):
        cell.span = (built.blocks[first].start, built.blocks[-1].end)
        cell.heading = cell.heading or built.all_bold


def _start(block: Block) -> int:
    return block.start


def _lead(begun: int, built: _Builder) -> None:
    """Note a bold or linked beginning of the open block."""
    if built.start is not None and begun <= built.start and not built.lead:
        built.lead = built.length - built.start


def _leave_label(built: _Builder) -> None:
    """What a definition list's term says is the label of what follows."""
    before = len(built.blocks)
    if built.start is not None:
        built.kind = "label"
    built.close()
    built.kind = "paragraph"
    built.label = built.label_text() if len(built.blocks) > before else ""


def _conceal(node: LexborNode, tag: str, built: _Builder) -> None:
    """What is left out of the text may still hold addresses in a hidden form."""
    _hand_on(concealing.left_out(node, tag), built)


def _conceal_attributes(node: LexborNode, tag: str, attributes: dict[str, str | None], built: _Builder) -> None:
    """What an element may hide is handed on, with where it stands."""
    _hand_on(concealing.in_element(node, tag, attributes), built)


def _hand_on(found: Iterable[tuple[str, str]], built: _Builder) -> None:
    here = (built.length, built.length)
    built.concealed += [Concealed(material, scheme, here) for material, scheme in found]
