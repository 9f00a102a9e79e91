"""An organisation of which a page tells twice: below its own heading, and in a table that sums all of them up."""

from __future__ import annotations

from hansa.reading import addresses, joining, people
from hansa.reading.known import shorts_of
from hansa.reading.languages import Language, languages
from hansa.reading.outline import Section
from hansa.reading.types import Organisation

MOST = 200  # organisations of a page
BEGINNING = 3  # letters
LITTLE = 0.15  # by which “over 200” and 220 differ, and may be one figure


def put_together(pairs: list[tuple[Section, Organisation]], language: Language) -> list[Organisation]:
    """The organisations of a page, in its order, each once: what is told of one in two places is put together where
    the two do not contradict each other, and are not two rows of a table."""
    kept: list[tuple[Section, Organisation]] = []
    by_beginning: dict[str, set[int]] = {}  # of what those kept are called
    for section, one in pairs:
        begun = _beginnings(one)
        near = sorted(set().union(*(by_beginning.get(key, ()) for key in begun))) if len(pairs) <= MOST else []
        place = next((at for at in near if _are_one(kept[at][1], one, language)), None)
        if place is None or _contradict(kept[place][1], one) or (_is_a_row(section) and _is_a_row(kept[place][0])):
            place = len(kept)
            kept.append((section, one))
        else:
            kept[place] = kept[place][0], _as_one(kept[place][1], one)
        for key in begun:
            by_beginning.setdefault(key, set()).add(place)
    return [one for _section, one in kept]


def _beginnings(one: Organisation) -> set[str]:
    """How what an organisation is called begins, also in short: two that may be one have one of these in common."""
    every = [one.name.text, *(name.text for name in one.other_names), one.abbreviation or "", *shorts_of(one.name.text)]
    return {people.bare(name)[:BEGINNING] for name in every if name}


def _is_a_row(section: Section) -> bool:
    return section.heading is not None and section.heading.kind == "row"


def _as_one(first: Organisation, second: Organisation) -> Organisation:
    fuller, other = sorted((first, second), key=lambda one: -len(one.evidence))
    own, others = fuller.membership, other.membership
    if own and others and own.since and others.since and len(others.since) > len(own.since):
        own.since = others.since  # “March 2017”, and 2017 in the table
        fuller.evidence["membership.since"] = other.evidence["membership.since"]
    is_short = other.abbreviation == other.name.text and fuller.name.text.startswith(f"{other.name.text} ")
    if is_short:
        other.abbreviation = None  # “LUCI”, of “LUCI Association”
    joining.add(fuller, other)
    return fuller


def _are_one(first: Organisation, second: Organisation, language: Language) -> bool:
    """Whether two go by one name, one's is the other's abbreviation, or but says what it is behind the other's: “LUCI”,
    “LUCI Association”. What is a part of the other is not it."""
    ours, theirs = _names(first), _names(second)
    for part, names in ((first, theirs), (second, ours)):
        if part.parent and people.bare(part.parent) in names:
            return False
    if people.bare(first.name.text) in theirs or people.bare(second.name.text) in ours:
        return True
    shorts = [people.bare(one.abbreviation) if one.abbreviation else None for one in (first, second)]
    if shorts[0] in theirs or shorts[1] in ours:
        return True
    name, other = first.name.text, second.name.text
    if name in shorts_of(other) or other in shorts_of(name):
        return True
    begins = people.bare(other).startswith(people.bare(name)) or people.bare(name).startswith(people.bare(other))
    if shorts[0] is not None and shorts[0] == shorts[1]:
        return begins
    shorter, longer = sorted((name, other), key=len)
    return begins and _but_says_what_it_is(shorter, longer, language)


def _but_says_what_it_is(name: str, longer: str, language: Language) -> bool:
    """Whether the longer of two names has only nouns for an organisation behind the other: “Network”."""
    behind = longer[len(name) :]
    nouns = (*language.words["organisation_words"], *languages()["en"].words["organisation_words"])
    return behind.startswith(" ") and all(word.casefold() in nouns for word in behind.split())


def _names(one: Organisation) -> set[str]:
    return {people.bare(name.text) for name in (one.name, *one.other_names)}


def _contradict(first: Organisation, second: Organisation) -> bool:
    """Whether two places say of one thing two things: two numbers of members, years, fees or websites; and whether one
    alone says that the membership has ended."""
    for kind in first.figures.keys() & second.figures.keys():
        one, other = first.figures[kind], second.figures[kind]
        is_near = abs(one.value - other.value) <= LITTLE * max(one.value, other.value)
        if one.value != other.value and not (is_near and (one.approximate or other.approximate)):
            return True
    if first.website and second.website and not addresses.same(first.website, second.website):
        return True
    own, others = first.membership, second.membership
    if (own.until if own else None) != (others.until if others else None):
        return True
    if own is None or others is None:
        return False
    if own.since and others.since and not (own.since.startswith(others.since) or others.since.startswith(own.since)):
        return True
    return any(one and other and one != other for one, other in ((own.kind, others.kind), (own.fee, others.fee)))
