"""The picture of the network: deterministic, nothing on top of anything else, for one organisation and for hundreds."""

from __future__ import annotations

from itertools import combinations
from types import SimpleNamespace
from typing import Any
from uuid import UUID

from hypothesis import given
from hypothesis import strategies as st

from hansa.register.queries import Entry, families
from hansa.website.network import MOST, NARROW, WIDE, Picture, pictures

NAMES = st.text(alphabet="AMWmwilåöÅ -/", min_size=1, max_size=60)


def entry(number: int, name: str, parent: int | None = None, members: int | None = None) -> Entry:
    figure = SimpleNamespace(value=members)
    organisation: Any = SimpleNamespace(
        id=UUID(int=number),
        parent_id=UUID(int=parent) if parent else None,
        name={"sv": name},
        abbreviation="",
        numbers={"members": figure} if members is not None else {},
    )
    return Entry(organisation, SimpleNamespace())  # type: ignore[arg-type]


ENTRIES = st.lists(
    st.tuples(NAMES, st.none() | st.integers(1, 8), st.none() | st.integers(0, 10**6)), min_size=1, max_size=90
)


def entries(made: list[tuple[str, int | None, int | None]]) -> list[Entry]:
    return [
        entry(number, name, parent if parent != number else None, members)
        for number, (name, parent, members) in enumerate(made, 1)
    ]


def boxes(picture: Picture) -> list[tuple[float, float, float, float]]:
    """The box of each label, by how wide its letters are at most."""
    found = []
    for node in picture.nodes:
        width = sum(5.2 if c in "il -/" else 14 if c in "mwMW" else 11.4 if c.isupper() else 8.7 for c in node.label)
        left = node.text_x if node.anchor == "start" else node.text_x - width
        found.append((left, node.y - 9, left + width, node.y + 9))
    return found


@given(ENTRIES)
def test_no_label_covers_another_or_leaves_the_picture(made: list[tuple[str, int | None, int | None]]) -> None:
    for picture in pictures(families(entries(made)))["drawings"]:
        labels = boxes(picture)
        for one, other in combinations(labels, 2):
            apart = one[2] <= other[0] or other[2] <= one[0] or one[3] <= other[1] or other[3] <= one[1]
            assert apart
        for left, top, right, bottom in labels:
            assert left >= -14, "the ellipsis may stand a letter outside"
            assert right <= picture.width + 14
            assert 0 <= top <= bottom <= picture.height


@given(ENTRIES)
def test_no_circle_covers_another(made: list[tuple[str, int | None, int | None]]) -> None:
    for picture in pictures(families(entries(made)))["drawings"]:
        for one, other in combinations(picture.nodes, 2):
            assert (one.x - other.x) ** 2 + (one.y - other.y) ** 2 >= (one.r + other.r) ** 2


@given(ENTRIES)
def test_the_same_register_gives_the_same_picture(made: list[tuple[str, int | None, int | None]]) -> None:
    assert pictures(families(entries(made)))["drawings"] == pictures(families(entries(made)))["drawings"]


@given(ENTRIES)
def test_every_organisation_is_in_one_family_even_where_parents_go_in_a_circle(
    made: list[tuple[str, int | None, int | None]],
) -> None:
    given_entries = entries(made)
    found = [e for whole, parts in families(given_entries) for e in (whole, *parts)]
    assert sorted(id(e) for e in found) == sorted(id(e) for e in given_entries)


def test_one_organisation_and_hundreds_both_have_a_picture() -> None:
    one = pictures(families([entry(1, "Ett")]))
    assert [len(drawing.nodes) for drawing in one["drawings"]] == [1, 1]
    many = pictures(families([entry(n, f"Nätverk {n}") for n in range(1, 301)]))
    assert [len(drawing.nodes) for drawing in many["drawings"]] == [MOST, MOST]
    umbrella = pictures(families([entry(n, f"Del {n}", 1 if n > 1 else None) for n in range(1, 101)]))
    assert [len(drawing.nodes) for drawing in umbrella["drawings"]] == [MOST, MOST]
    assert umbrella["more"] == 100 - MOST
    assert many["more"] == 300 - MOST
    assert len(many["families"]) == 300


def test_where_there_is_no_room_for_all_the_largest_are_drawn_in_their_order() -> None:
    large = [entry(n, f"Nätverk {n}", members=n) for n in range(1, 101)]
    (wide, _narrow) = pictures(families(large))["drawings"]
    assert [node.label for node in wide.nodes] == [f"Nätverk {n}" for n in range(101 - MOST, 101)]


def test_the_narrow_picture_fits_a_screen_of_320_pixels_at_its_full_size() -> None:
    assert NARROW.width <= 320 - 2 * 16 + 2
    assert WIDE.width <= 560
