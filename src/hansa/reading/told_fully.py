"""Where a page tells twice whom to ask about all its networks, which tells more: a sentence or a box at its end."""

from __future__ import annotations

from hansa.reading import people, phones
from hansa.reading.facts import Facts
from hansa.reading.outline import Asked


def fullest_first(facts: Facts, every: list[Asked]) -> list[Asked]:
    """What tells whom to ask, what is told of all and names but a unit behind what says more."""
    bare = [told for told in every if told.of_all and names_but_a_unit(facts, told)] if len(every) > 1 else []
    return [told for told in every if told not in bare] + bare


def names_but_a_unit(facts: Facts, told: Asked) -> bool:
    """Whether words tell of nobody, and not how one is reached."""
    words = facts.text[told.start : told.end]
    is_reached = facts.addresses_in(told.start, told.end) or phones.phone(words, facts.language)
    return not is_reached and not people.everybody(words, facts.language)


def is_told_more_fully(facts: Facts, told: Asked) -> bool:
    """Whether what names but a unit says no more than is known: “The Europe Office coordinates all of them”, above a
    box “Europe Office / Ann Ek / 046 …”."""
    units = [people.bare(one.unit) for one in facts.organisation.contacts if one.unit]
    folded = people.bare(facts.text[told.start : told.end]) if units else ""
    return any(unit in folded for unit in units) and names_but_a_unit(facts, told)
