"""What a page tells of an organisation twice: below its heading, and in a row of a table of all fees, or in a list."""

from __future__ import annotations

from hansa.reading import people
from hansa.reading.document import Block, Document
from hansa.reading.known import shorts_of
from hansa.reading.outline import Section
from hansa.reading.spoken import keys_of

SHORTEST_KEY = 3
TOLD_ONCE = frozenset("fee_label since_label kind_label members_label countries_label founded_label".split())


def as_one(sections: list[Section], document: Document) -> None:
    """What a row of a table, or an item of a list, says of an organisation that has a heading of its own on the page is
    told of that one: “Eurocities | 18,000 €” in a table of fees below what is said of each network."""
    sure = [one for one in sections if one.sure and one.called and one.heading]
    own: dict[str, Section] = {}
    for one in sure:
        if not _is_one_of_several(one):
            for key in _keys(one):
                own.setdefault(key, one)
    for again in sure if own else ():
        if not _is_one_of_several(again) or not (again.paragraphs or again.fields):
            continue
        first = _told_before(again, own)
        if first is None or first.heading is None or again.heading is None:
            continue
        if first.heading.kind == "lead" and again.start < first.start:
            first, again = again, first  # “Eurocities is a network of …”, below the table
        tell_of(first, again)
        if again.heading and document.anchors_in(again.heading.start, again.heading.end):
            first.paragraphs.append(Block("cell", again.heading.start, again.heading.end))


def tell_of(first: Section, again: Section) -> None:
    """What stands in a section that names an organisation again is told of the first, and that stands no longer."""
    if first.called and again.called and not first.called.abbreviation:
        first.called.abbreviation = again.called.abbreviation
    if first.called and again.called and not first.called.other_names:
        first.called.other_names = again.called.other_names
    first.paragraphs += again.paragraphs
    first.fields += [one for one in again.fields if one.name not in TOLD_ONCE or not first.of(one.name)]
    again.sure, again.paragraphs, again.fields = 0.0, [], []


def _is_one_of_several(section: Section) -> bool:
    """Whether a section is a row of a table or an item of a list."""
    return bool(section.listed) or (section.heading is not None and section.heading.kind in ("row", "item"))


def _keys(section: Section) -> set[str]:
    """What the organisation of a section is called, and its short name, if that is known."""
    if section.called is None:
        return set()
    short = map(people.bare, shorts_of(section.called.name.text))
    return {key for key in (*keys_of(section.called), *short) if len(key) >= SHORTEST_KEY}


def _told_before(again: Section, own: dict[str, Section]) -> Section | None:
    """The section that has a heading for the organisation that a row or an item names, by that name alone."""
    if again.called is None:
        return None
    by_name = own.get(people.bare(again.called.name.text))
    if by_name is not None:
        return by_name
    named = {id(one): one for key in _keys(again) if (one := own.get(key)) is not None}
    first = next(iter(named.values()), None)
    is_same = first is not None and first.called is not None and people.bare(first.called.name.text) in _keys(again)
    return first if len(named) == 1 and is_same else None
