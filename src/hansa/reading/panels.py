"""What opens parts of a page: the buttons of accordions, and tabs, whose labels are the headings of their panels."""

from __future__ import annotations

import re

from selectolax.lexbor import LexborHTMLParser

MOST = 200  # tabs
LONGEST_LABEL = 120
_OPENS = re.compile(r"accordion|collaps|toggle|expand|trigger|disclosure", re.I)
_TABS = ", ".join(
    ('[role="tab"]', '[role="tablist"] a', '[data-toggle="tab"]', '[data-bs-toggle="tab"]', ".nav-tabs a", ".tabs a")
)
_TARGETS = ("aria-controls", "data-bs-target", "data-target", "href")


def opens_panel(attributes: dict[str, str | None]) -> bool:
    """Whether a button opens a panel of the page's own, rather than a menu, or does something."""
    named = f"{attributes.get('class') or ''} {attributes.get('data-bs-toggle') or ''}"
    return "aria-expanded" in attributes or "aria-controls" in attributes or bool(_OPENS.search(named[:300]))


def labels_of_panels(tree: LexborHTMLParser, text: str) -> dict[str, str]:
    """The labels of a page's tabs by the names (`id`) of the panels that they open."""
    if "tab" not in text:
        return {}
    found: dict[str, str] = {}
    for tab in tree.css(_TABS)[:MOST]:
        label = " ".join(tab.text().split())
        targets = (tab.attributes.get(name) or "" for name in _TARGETS)
        target = next((one for one in targets if one[:1] == "#" or (one and "/" not in one)), "").lstrip("#")
        if target and 0 < len(label) <= LONGEST_LABEL:
            found[target] = label
    return found
