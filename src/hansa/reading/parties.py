"""The parties of people that a page tells beside their names in another place: “Asta Lind (C) is vice-chair of …”, and
of another network “we are represented by Asta Lind”."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import islice

from hansa.reading import people
from hansa.reading.document import Document
from hansa.reading.languages import Language
from hansa.reading.types import Office, Organisation, Representative

MOST_PEOPLE = 100
MOST_TIMES = 6  # that somebody is looked for
MOST_LOOKED_THROUGH = 100_000  # letters
BEHIND = 60  # letters


def with_parties(organisations: Iterable[Organisation], document: Document, language: Language) -> None:
    """Gives those who are told of without a party the one that stands behind their names elsewhere."""
    every: list[Representative | Office] = []
    for own in organisations:
        every += [*own.representatives, *own.offices]
    known = {one.person: one.party for one in every if one.person and one.party}
    for name in list(islice(dict.fromkeys(one.person for one in every if one.person and not one.party), MOST_PEOPLE)):
        if name and name not in known and (party := _party_of(name, document.text, language)):
            known[name] = party
    for one in every:
        if one.party is None and one.person:
            one.party = known.get(one.person)


def _party_of(name: str, text: str, language: Language) -> str | None:
    """The party behind somebody's name, where it stands on the page with one."""
    at = -1
    for _time in range(MOST_TIMES):
        at = text.find(name, at + 1, MOST_LOOKED_THROUGH)
        if at < 0:
            return None
        behind = text[at : at + len(name) + BEHIND]
        if behind[len(name) :].lstrip()[:1] in ("(", "[", ",", "/"):
            found = people.somebody(behind, language)
            if found is not None and found.name == name and found.party:
                return found.party
    return None
