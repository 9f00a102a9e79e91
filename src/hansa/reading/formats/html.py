"""HTML, by the Lexbor parser: blocks of text, headings, labelled values, links; menus and scripts are left out."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from selectolax.lexbor import LexborHTMLParser, LexborNode

from hansa.reading.document import Anchor, Block, Concealed, Document

RANK = 10
_MARKUP = re.compile(
    r"<(?:!doctype html|html|head|body|div|p|h[1-6]|table|ul|ol|dl|article|section|main|br|a)\b", re.I
)
_BREAKING = frozenset(
    "address article aside blockquote body br caption dd details div dl dt fieldset figcaption figure footer form "
    "h1 h2 h3 h4 h5 h6 header hr html li main nav ol option p pre section summary table tbody td tfoot th thead tr ul".split()
)
_LEFT_OUT = frozenset(
    "script style template noscript svg canvas iframe object nav footer select button head".split()
)
_HEADINGS = {f"h{n}": n for n in range(1, 7)}
_CHROME = re.compile(
    r"\b(?:cookie|breadcrumb|brodsmul|share|social|skip|menu|meny|navbar|sidfot|site-footer)", re.I
)
_HIDERS = ("data-cfemail", "data-mailto-token", "data-mailto-vector")
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
    space: bool = False
    links: list[tuple[str, int]] = field(default_factory=list)

    def write(self, text: str) -> None:
        folded = _SPACE.sub(" ", text)
        if folded.startswith(" "):
            self.space = True
        words = folded.strip(" ")
        if not words:
            return
        if self.start is None:
            self.start = self.length
        elif self.space:
            self._add(" ")
        self._add(words)
        self.space = folded.endswith(" ")

    def _add(self, text: str) -> None:
        self.parts.append(text)
        self.length += len(text)

    def close(self) -> str:
        """End the block; its text (cheap: only labels are asked for)."""
        self.space = False
        if self.start is None:
            return ""
        start, self.start = self.start, None
        self.blocks.append(Block(self.kind, start, self.length, self.level, self.label))
        self._add("\n")
        return ""

    def last_text(self) -> str:
        """The text of the block that was closed last."""
        if not self.blocks:
            return ""
        last = self.blocks[-1]
        wanted, found = last.end - last.start, ""
        for part in reversed(self.parts[:-1]):
            found = part + found
            if len(found) >= wanted:
                break
        return found[-wanted:] if wanted else ""


def make(text: str) -> Document:
    """A document of the page's content, its links with where they lead, and what may hide e-mail addresses."""
    tree = LexborHTMLParser(text)
    built = _Builder()
    root = tree.root
    title_node = tree.css_first("title")
    title = _SPACE.sub(" ", title_node.text()).strip() if title_node else ""
    language = (root.attributes.get("lang") or "")[:2].lower() if root else ""
    if root is not None:
        _walk(root, built)
    built.close()
    return Document(
        "".join(built.parts),
        built.blocks,
        "",
        "text/html",
        title=title[:300] or None,
        language=language or None,
        anchors=built.anchors,
        concealed=built.concealed,
    )


def _walk(root: LexborNode, built: _Builder) -> None:
    """Visit the tree in document order, without recursion: pages may be nested as deep as they like."""
    node: LexborNode | None = root
    while node is not None:
        entered = _enter(node, built)
        below = node.child if entered else None
        if below is not None:
            node = below
            continue
        if entered:
            _leave(node, built)
        while node is not None and node.next is None:
            node = node.parent
            if node is None or node.mem_id == root.mem_id:
                return
            _leave(node, built)
        node = node.next if node is not None else None


def _enter(node: LexborNode, built: _Builder) -> bool:
    """Begin a node; False where it and what it holds are left out."""
    tag = node.tag
    if tag == "-text":
        built.write(node.text_content or "")
        return False
    if tag is None or tag.startswith(("-", "!")):
        return tag not in ("-comment", "!--")
    attributes = node.attributes
    if tag in _LEFT_OUT or _is_chrome(tag, attributes):
        _conceal(node, tag, built)
        return False
    if tag in _BREAKING:
        _begin_block(tag, built)
    if tag == "a":
        built.links.append((attributes.get("href") or "", built.length + (1 if built.space else 0)))
        _conceal_attributes(attributes, built)
    elif any(name in attributes for name in _HIDERS) or tag == "joomla-hidden-mail":
        _conceal_attributes(attributes, built)
    return True


def _begin_block(tag: str, built: _Builder) -> None:
    built.close()
    if tag in _HEADINGS:
        built.kind, built.level = "heading", _HEADINGS[tag]
    elif tag in ("figcaption", "caption"):
        built.kind, built.level = "caption", 0
    else:
        built.kind, built.level = ("item" if tag == "li" else "paragraph"), 0
    if tag in ("dt", "th", "tr", "dl", *_HEADINGS):
        built.label = ""


def _leave(node: LexborNode, built: _Builder) -> None:
    tag = node.tag
    if tag == "a" and built.links:
        url, start = built.links.pop()
        if built.length > start and url:
            built.anchors.append(Anchor((start, built.length), url))
    elif tag in ("dt", "th"):
        built.close()
        if built.blocks:
            built.kind = "label"
            built.blocks[-1].kind = "label"
            built.label = built.last_text()[:80]
        built.kind = "paragraph"
    elif tag in _BREAKING:
        built.close()
        built.kind, built.level = "paragraph", 0
        if tag in ("dl", "tr"):
            built.label = ""


def _is_chrome(tag: str, attributes: dict[str, str | None]) -> bool:
    if (attributes.get("role") or "") in ("navigation", "contentinfo", "search", "banner"):
        return True
    if "hidden" in attributes or attributes.get("aria-hidden") == "true":
        return True
    if tag in ("body", "html", "main", "article"):
        return False
    named = f"{attributes.get('class') or ''} {attributes.get('id') or ''}"
    return len(named) > 1 and bool(_CHROME.search(named[:300]))


def _conceal(node: LexborNode, tag: str, built: _Builder) -> None:
    """What is left out of the text may still hold addresses in a hidden form."""
    if tag == "script":
        code = node.text() or ""
        if "mail" in code.lower() or "document.write" in code:
            built.concealed.append(Concealed(code[:20_000], "script", (built.length, built.length)))
    elif tag in ("footer", "nav"):
        for link in node.css("a"):
            _conceal_attributes(link.attributes, built)


def _conceal_attributes(attributes: dict[str, str | None], built: _Builder) -> None:
    here = (built.length, built.length)
    if token := attributes.get("data-cfemail"):
        built.concealed.append(Concealed(token, "cloudflare", here))
    if token := attributes.get("data-mailto-token"):
        built.concealed.append(
            Concealed(f"{attributes.get('data-mailto-vector') or ''} {token}", "typo3", here)
        )
    if attributes.get("first") and attributes.get("last"):
        parts = [attributes["first"] or "", attributes["last"] or ""]
        built.concealed.append(Concealed(" ".join(parts), "joomla", here))
    href = attributes.get("href") or ""
    if href.lower().startswith("mailto:"):
        built.concealed.append(Concealed(href, "mailto", here))
    elif "linkTo_UnCryptMailto" in href:
        built.concealed.append(Concealed(href, "typo3", here))
    elif "/cdn-cgi/l/email-protection#" in href:
        built.concealed.append(Concealed(href.rpartition("#")[2], "cloudflare", here))
