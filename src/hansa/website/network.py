"""The picture of the network: the authority in the middle, its organisations around it, parts beside their whole.

Deterministic: the same register gives the same picture. Every label has a row of its own and is cut to the room that
it has, so that none covers another. Drawn twice: for wide screens on both sides of the middle, for narrow ones on one.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from math import sqrt
from typing import Any
from uuid import UUID

from hansa.register.queries import Entry
from hansa.website.texts import best

ROW = 30
MARGIN = 12
MOST = 26  # organisations; more are in the list only
SMALLEST, LARGEST = 4.5, 11.0
GAP = 8  # between a circle and its label
Families = list[tuple[Entry, list[Entry]]]


@dataclass(frozen=True, slots=True)
class Layout:
    """Where things stand, in the units of the SVG: `ring` and `inner` are the distances of wholes and parts."""

    name: str
    width: int
    middle: int
    ring: int
    inner: int
    sides: tuple[int, ...]


WIDE = Layout("wide", 530, 265, 60, 76, (-1, 1))
NARROW = Layout("narrow", 290, 14, 60, 78, (1,))


@dataclass(slots=True)
class Node:
    """A circle, and its label to the left or right of it; `held` where the authority has an office there."""

    x: int
    y: int
    r: float
    label: str
    anchor: str
    text_x: int
    held: bool


@dataclass(slots=True)
class Picture:
    """Circles, lines (as SVG paths), the authority's place, and the size of the whole."""

    name: str
    width: int
    height: int
    middle: tuple[int, int]
    nodes: list[Node] = field(default_factory=list)
    paths: list[str] = field(default_factory=list)


def pictures(families: Families) -> dict[str, Any]:
    """Both drawings, the same in words (`families`), and how many found no room (`more`)."""
    shown = _foremost(families)
    more = sum(1 + len(parts) for _whole, parts in families) - sum(1 + len(parts) for _whole, parts in shown)
    return {"drawings": [_drawn(shown, layout) for layout in (WIDE, NARROW)], "families": families, "more": more}


def _foremost(families: Families) -> Families:
    """As many as there is room for, in their order: those where we hold an office first, then the largest."""

    def weight(family: tuple[Entry, list[Entry]]) -> tuple[bool, int]:
        members = family[0].organisation.numbers.get("members")
        return any(entry.offices for entry in (family[0], *family[1])), members.value if members else 0

    room = MOST
    chosen: set[UUID] = set()
    for family in sorted(families, key=weight, reverse=True):
        room -= 1 + len(family[1])
        if room < 0 and chosen:
            break
        chosen.add(family[0].organisation.id)
    return [(whole, parts[: MOST - 1]) for whole, parts in families if whole.organisation.id in chosen]


def _drawn(families: Families, layout: Layout) -> Picture:
    sides = _columns(families, len(layout.sides))
    rows = [sum(1 + len(parts) for _whole, parts in side) for side in sides]
    height = max(rows) * ROW + 2 * MARGIN
    drawn = Picture(layout.name, layout.width, height, (layout.middle, height // 2))
    for sign, side, count in zip(layout.sides, sides, rows, strict=True):
        y = (height - (count - 1) * ROW) // 2
        for whole, parts in side:
            x = layout.middle + sign * layout.ring
            drawn.paths.append(_curve(*drawn.middle, x, y))
            drawn.nodes.append(_node(whole, x, y, sign, layout))
            top, y = y, y + ROW
            for part in parts:
                inner = layout.middle + sign * layout.inner
                drawn.paths.append(_elbow(x, top, inner, y))
                drawn.nodes.append(_node(part, inner, y, sign, layout))
                y += ROW
    return drawn


def _columns(families: Families, count: int) -> list[Families]:
    """The families in columns about equally long, in their order down the first column and then the next."""
    whole = sum(1 + len(parts) for _whole, parts in families)
    columns: list[Families] = [[] for _column in range(count)]
    rows = 0
    for family in families:
        columns[min(rows * count // whole, count - 1)].append(family)
        rows += 1 + len(family[1])
    return columns


def _curve(x: int, y: int, to_x: int, to_y: int) -> str:
    half = (x + to_x) // 2
    return f"M{x} {y}C{half} {y} {half} {to_y} {to_x} {to_y}"


def _elbow(x: int, y: int, to_x: int, to_y: int) -> str:
    return f"M{x} {y}Q{x} {to_y} {to_x} {to_y}"


def _node(entry: Entry, x: int, y: int, sign: int, layout: Layout) -> Node:
    organisation = entry.organisation
    figure = organisation.numbers.get("members")
    radius = min(LARGEST, SMALLEST + sqrt(figure.value) / 2.2) if figure else SMALLEST
    text_x = round(x + sign * (radius + GAP))
    room = layout.width - text_x if sign > 0 else text_x
    label = _cut(organisation.abbreviation or best(organisation.name)[0], room)
    return Node(x, y, round(radius, 1), label, "start" if sign > 0 else "end", text_x, bool(entry.offices))


def _cut(label: str, room: float) -> str:
    """As much of the label as the room holds, by a guess of how wide its letters are."""
    width = 0.0
    for at, letter in enumerate(label):
        width += _width(letter)
        if width > room:
            return label[: max(at - 1, 1)].rstrip(" -/") + "…"
    return label


def _width(letter: str) -> float:
    if letter in "fijlrtI.,'()|/ -":
        return 5.2
    if letter in "mwMW":
        return 14.0
    if letter in "aceskvxyzåäJ":
        return 7.8
    return 11.4 if letter.isupper() else 8.7
