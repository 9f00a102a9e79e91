"""The picture of the network: the authority in the middle, its organisations on both sides, parts beside their whole.

Deterministic: the same register gives the same picture. Every label has a row of its own, so none covers another.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from math import sqrt
from typing import Any

from hansa.register.queries import Entry
from hansa.website.texts import best

WIDTH, ROW, MARGIN = 720, 36, 26
CENTRE = WIDTH / 2
LONGEST_LABEL = 22
MOST = 60


@dataclass(slots=True)
class Node:
    """A circle with its label: the label stands to the left or right of it (`anchor` start or end)."""

    x: float
    y: float
    r: float
    label: str
    title: str
    anchor: str
    text_x: float
    ours: bool = False


@dataclass(slots=True)
class Picture:
    """Circles, lines (as SVG paths) and the size of the whole; `more` organisations found no room."""

    width: int
    height: int
    nodes: list[Node] = field(default_factory=list)
    paths: list[str] = field(default_factory=list)
    more: int = 0


def picture(authority: Any, roots: list[Entry]) -> Picture:
    """The picture of an authority's organisations (nested: parts below their umbrella)."""
    shown = roots[:MOST]
    families = sorted(shown, key=lambda e: -len(e.parts))
    sides: tuple[list[Entry], list[Entry]] = ([], [])
    lengths = [0, 0]
    for entry in families:
        side = 0 if lengths[0] <= lengths[1] else 1
        sides[side].append(entry)
        lengths[side] += 1 + len(entry.parts)
    height = max(max(lengths) * ROW + 2 * MARGIN, 120)
    drawn = Picture(WIDTH, height, more=len(roots) - len(shown))
    middle = height / 2
    for side, entries in enumerate(sides):
        sign = 1 if side == 0 else -1
        y = middle - lengths[side] * ROW / 2 + ROW / 2
        for entry in entries:
            x = CENTRE + sign * 104
            drawn.paths.append(_curve(CENTRE, middle, x, y))
            drawn.nodes.append(_node(entry, x, y, sign))
            top, y = y, y + ROW
            for part in entry.parts:
                inner = CENTRE + sign * 132
                drawn.paths.append(_curve(x, top, inner, y))
                drawn.nodes.append(_node(part, inner, y, sign))
                y += ROW
    name = authority.abbreviation or best(authority.name)[0]
    drawn.nodes.append(Node(CENTRE, middle, 13, name, name, "middle", CENTRE, ours=True))
    return drawn


def _curve(x: float, y: float, to_x: float, to_y: float) -> str:
    half = (x + to_x) / 2
    return f"M{x:.0f} {y:.0f}C{half:.0f} {y:.0f} {half:.0f} {to_y:.0f} {to_x:.0f} {to_y:.0f}"


def _node(entry: Entry, x: float, y: float, sign: int) -> Node:
    organisation = entry.organisation
    figure = organisation.numbers.get("members")
    radius = min(13.0, 4 + sqrt(figure.value) / 2) if figure else 5.0
    name = best(organisation.name)[0]
    label = organisation.abbreviation or name
    if len(label) > LONGEST_LABEL:
        label = label[: LONGEST_LABEL - 1].rstrip() + "…"
    return Node(x, y, round(radius, 1), label, name, "start" if sign > 0 else "end", x + sign * (radius + 7))
