"""A site's furniture around the content of its pages: menus, the way here, cookie texts, headers and footers."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable
from functools import lru_cache

from selectolax.lexbor import LexborNode

from hansa.reading.document import Anchor, Block

_PANEL = re.compile(r"panel|accordion|collaps|tab-?(?:content|pane)|expand", re.I)  # shown at a click
_ROLES = frozenset(("navigation", "contentinfo", "search", "banner"))
_THE_PAGE = frozenset(("body", "html", "main", "article"))
_PAGE = "h1, main, article"
_ANYWHERE = (
    r"\b(?:cookie|gdpr-|consent-|breadcrumb|brodsmul|(?:social|share|sharing)[-_]?(?:links?|icons?|media|buttons?|bar)\b"
    r"|skip[-_]?(?:link|to|nav)|menu\b|meny\b|navbar|sidfot|site-footer)"
)
# What sites call their parts, in the languages of those who made them; whole names only, but for what systems set
# before them (“portal-footer”) and behind (“footer-inner”).
_BEFORE = r"(?:(?:site|page|portal|region|global|main|layout|block|mod|elementor-location|[a-z])[-_]+)*"
_BEHIND = r"(?:[-_]+(?:wrapper|wrap|container|content|inner|area|main|box|\d))*"
_CALLED = (
    "crumbs?|crumbtrail|brodkrum\\w*|broedkrum\\w*|kruimelpad|murupolku|(?:fil-?(?:d-?)?)?ariane|briciole|migas?"
    "|miga-?de-?pan|okruszki|brotkrumen|pathway|you-?are-?here"
    "|nav|navi|navigation|(?:main|top|sub|side|left|quick|meta|global|page|primary|secondary)-?nav(?:igation)?|menue"
    "|hauptmenue?|hovedmenu|valikko|menuprincipal"
    "|footer|sidfod|bunntekst|bunnfelt|fusszeile|voettekst|pied|pied-?de-?page|pie|pie-?de-?pagina|rodape|stopka"
    "|alatunniste|colophon"
    "|lang(?:uage)?-?(?:switch(?:er)?|select(?:or)?|choice)|languages"
)
_IDENTIFIED = (
    "header|masthead|top-?bar|banner|kopf|kopfzeile|sidhuvud|sidehoved|topp|entete|encabezado|cabecalho|naglowek"
)
_CLASSES = re.compile(rf"{_ANYWHERE}|(?:^|\s){_BEFORE}(?:{_CALLED}){_BEHIND}(?:$|\s)", re.I)
_IDS = re.compile(rf"{_ANYWHERE}|^{_BEFORE}(?:{_CALLED}|{_IDENTIFIED}){_BEHIND}$", re.I)
LONGEST_NAME = 300
SEVERAL = 2
MOST_OF_A_LINE = 0.7
_NOTE = re.compile(r"\s?[\[(]?(?:\d{1,2}|[*†‡]{1,3})[\])]?\s?")


def is_furniture(node: LexborNode, tag: str, attributes: dict[str, str | None]) -> bool:
    """Whether a node is the site's furniture rather than the page's content: menus, banners, what is hidden."""
    called, identified = (attributes.get("class") or "")[:LONGEST_NAME], (attributes.get("id") or "")[:LONGEST_NAME]
    if "hidden" in attributes or attributes.get("aria-hidden") == "true":
        return not (attributes.get("role") in ("region", "tabpanel") or _PANEL.search(f"{called} {identified}"))
    if attributes.get("role") in _ROLES:
        return True
    if tag in _THE_PAGE:
        return False
    # A wrapper may be called after the menu that it also holds: what holds the page's heading is the page.
    is_called = (called and _is_called_so(called)) or (identified and _IDS.search(identified))
    return bool(is_called) and node.css_first(_PAGE) is None


def is_note(node: LexborNode, tag: str) -> bool:
    """Whether a node is but the mark of a footnote: “£1,950<sup>1</sup>”."""
    return tag == "sup" and _NOTE.fullmatch(node.text()) is not None


@lru_cache(maxsize=1024)  # the many elements of a page have few classes
def _is_called_so(classes: str) -> bool:
    """Whether classes are such as sites give to their furniture."""
    return _CLASSES.search(classes) is not None


def without_contents(blocks: list[Block], anchors: Iterable[Anchor]) -> list[Block]:
    """The blocks without lines of links to the page's own parts: “CPMR | KIMO | Euromontana”."""
    starts = [block.start for block in blocks]
    links, letters = Counter[int](), Counter[int]()
    for anchor in anchors:
        if anchor.url.startswith("#") and (place := bisect_right(starts, anchor.span[0]) - 1) >= 0:
            links[place] += 1
            letters[place] += anchor.span[1] - anchor.span[0]
    contents = {
        place
        for place, count in links.items()
        if count >= SEVERAL and letters[place] >= MOST_OF_A_LINE * (blocks[place].end - blocks[place].start)
    }
    return [block for place, block in enumerate(blocks) if place not in contents]
