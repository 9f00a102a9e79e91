"""What in a page's markup may hide an e-mail address: handed on with its scheme, to be undone by `hidden`."""

from __future__ import annotations

import re
from collections.abc import Iterator

from selectolax.lexbor import LexborNode

from hansa.reading.languages import languages

LONGEST_SCRIPT = 20_000
LONGEST_UNMARKED_SCRIPT = 5_000
LONGEST_TEXT = 400
MOST_FIELDS = 10
_SCRIPTED = (
    "mail document.write znvygb &#64; &#x40; addy fromcharcode atob( \\x40 \\u0040 uncrypt".split()
)  # in small letters: what scripts that put an address together have
_FIELD = re.compile(
    r"mail|user|domain|host|name|addr|enc|crypt|rot|obf|local|contact|part|before|after|tld|first|last|eml|content|at$",
    re.I,
)
_ADDRESSED = re.compile(r"@|[(\[{]\s?(?:at|a|snabel|arroba)|%40|&#64", re.I)
_TURNED = re.compile(r"direction\s{0,3}:\s{0,3}rtl|bidi-override", re.I)
_TURNED_CLASS = re.compile(
    r"(?:^|[\s_-])(?:rtl|revers(?:e|ed)|backwards?|bidi|spamrev|codedirection)(?:$|[\s_-])", re.I
)
_UNSEEN = re.compile(
    r"display\s{0,3}:\s{0,3}none|visibility\s{0,3}:\s{0,3}hidden|font-size\s{0,3}:\s{0,3}0|left\s{0,3}:\s{0,3}-\d{3}",
    re.I,
)
_UNSEEN_CLASS = re.compile(
    r"(?:^|\s)(?:hide|hidden|d-none|displaynone|display-none|nospam|no-spam|spamtrap|spam-trap|honeypot|invisible|dont-show)"
    r"(?:$|\s)",
    re.I,
)
_OF_A_LINK = frozenset(("href", "class"))
_SCHEMED = ("javascript:", "&#", "%6d")
_MAIL = re.compile("mail|znvygb|otliam")  # also in rot13, and turned round
INLINE = frozenset("span b i em strong font small a del s u sub sup bdo code tt ins mark".split())
_MAIL_PICTURE = re.compile(
    r"(?:^|[/_.\s-])(?:e-?mail|e-?post|mejl|courriel|mel|correo|posta|correio|s(?:ä|ae?)hk(?:ö|oe?)posti|adres|adresse|"
    r"adress|address|epost|mailto|mailadresse)",
    re.I,
)
_ICON = re.compile(r"icon|ikon|svg|sprite|symbol|envelope|kuvert|brief", re.I)


def left_out(node: LexborNode, tag: str) -> Iterator[tuple[str, str]]:
    """What hides in a part that is left out of the text: (material, scheme)."""
    if tag == "script":
        code = node.text() or ""
        if ("@" in code and len(code) <= LONGEST_UNMARKED_SCRIPT) or _is_of_addresses(code):
            yield code[:LONGEST_SCRIPT], "script"
        return
    if tag == "style":
        sheet = node.text() or ""
        if "content" in sheet and ("@" in sheet or "\\" in sheet or ":after" in sheet):
            yield sheet[:LONGEST_SCRIPT], "style"
        return
    if tag in ("noscript", "svg"):
        said = node.text(separator=" ")[:LONGEST_TEXT]
        if said.strip():
            yield said, "words"
    for link in node.css("a, [data-cfemail], joomla-hidden-mail"):
        yield from in_element(link, link.tag or "", link.attributes)


def _is_of_addresses(code: str) -> bool:
    """Whether a script may put an e-mail address together: by its words, one by one, as a script may be long."""
    small = code.lower()
    return any(word in small for word in _SCRIPTED)


def in_element(node: LexborNode, tag: str, attributes: dict[str, str | None]) -> Iterator[tuple[str, str]]:
    """What an element's attributes, or the way in which it is shown, may hide: (material, scheme)."""
    if tag == "a" and attributes.keys() <= _OF_A_LINK:
        yield from _in_link(attributes.get("href") or "")
        return
    if token := attributes.get("data-cfemail"):
        yield token, "cloudflare"
    if token := attributes.get("data-mailto-token"):
        yield f"{attributes.get('data-mailto-vector') or ''} {token}", "typo3"
    if (first := attributes.get("first")) and (last := attributes.get("last")):
        yield f"{first} {last}", "joomla"
    if href := attributes.get("href"):
        yield from _in_link(href)
    for event in ("onclick", "onmouseover", "onfocus"):
        if (code := attributes.get(event)) and ("@" in code or _is_of_addresses(code)):
            yield code[:LONGEST_SCRIPT], "script"
    if tag == "img":
        yield from _in_picture(attributes)
    elif fields := _fields(attributes):
        yield "\n".join(f"{name}={value}" for name, value in fields.items()), "data"
    style, called = ((attributes.get(name) or "")[:300] for name in ("style", "class"))
    if _TURNED.search(style) or attributes.get("dir") == "rtl" or (tag in INLINE and _TURNED_CLASS.search(called)):
        yield _shown(node), "turned"
    elif tag in INLINE and (_UNSEEN.search(style) or _UNSEEN_CLASS.search(called)) and node.text().strip():
        above = node.parent
        if above is not None and len(said := _shown(above)) < LONGEST_TEXT:
            yield said, "decoyed"


def _in_link(href: str) -> Iterator[tuple[str, str]]:
    small = href[:300].lower()
    if href == "javascript:void(0)" or not (small.startswith(_SCHEMED) or _MAIL.search(small)):
        return
    if "linkTo_UnCryptMailto" in href:
        yield href, "typo3"
    elif "mailto" in small[:200] or small.startswith(("&#", "%6d")):
        yield href, "mailto"
    elif "/cdn-cgi/l/email-protection#" in href:
        yield href.rpartition("#")[2], "cloudflare"
    elif small.startswith("javascript:"):
        yield href[:LONGEST_SCRIPT], "script"
    elif not href.startswith(("http", "#")):
        yield f"encoded={href.rpartition('/')[2][:300]}", "data"


def _fields(attributes: dict[str, str | None]) -> dict[str, str]:
    """The attributes of an element that may hold an address or a part of one."""
    found = {}
    for name, value in attributes.items():
        if not value or len(value) > LONGEST_TEXT or "\n" in value or name in ("data-cfemail", "data-mailto-token"):
            continue
        if (name.startswith("data-") and (_FIELD.search(name) or _ADDRESSED.search(value) or len(name) == 6)) or (
            name in ("title", "aria-label", "rel", "name", "user", "domain") and _ADDRESSED.search(value)
        ):
            found[name] = value
            if len(found) >= MOST_FIELDS:
                break
    return found


def _in_picture(attributes: dict[str, str | None]) -> Iterator[tuple[str, str]]:
    """A picture in place of the at sign, or of the whole address."""
    alt, title, source = (attributes.get(name) or "" for name in ("alt", "title", "src"))
    said = alt.strip(" ()[]{}").lower()
    named = source.rpartition("/")[2].partition("?")[0]
    if (
        said == "@"
        or said in languages()["en"].words["at"]
        or any(said in one.words["at"] for one in languages().values())
    ):
        yield alt, "sign"
    elif _ADDRESSED.search(f"{alt} {title}"):
        yield f"{alt} {title}"[:LONGEST_TEXT], "picture"
    elif not _ICON.search(source) and (_MAIL_PICTURE.search(alt[:60]) or _MAIL_PICTURE.search(named[:60])):
        yield alt[:60] or named[:60], "picture"


def _shown(node: LexborNode) -> str:
    """The text of an element without the parts that nobody sees."""
    pieces: list[str] = []
    _gather(node, pieces, 0)
    return "".join(pieces)[:LONGEST_TEXT]


def _gather(node: LexborNode, pieces: list[str], depth: int) -> None:
    child = node.child
    count = 0
    while child is not None and count < 200:
        tag = child.tag or ""
        if tag == "-text":
            pieces.append(child.text_content or "")
        elif tag[:1] not in ("-", "!") and depth < 6 and tag not in ("script", "style"):
            attributes = child.attributes
            style, called = ((attributes.get(name) or "")[:300] for name in ("style", "class"))
            if not (_UNSEEN.search(style) or _UNSEEN_CLASS.search(called) or "hidden" in attributes):
                _gather(child, pieces, depth + 1)
        child = child.next
        count += 1
