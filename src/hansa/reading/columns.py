"""What a table's column holds, by its cells: addresses, units, committees, where its heading does not say so."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from itertools import pairwise

from hansa.reading import people, phones
from hansa.reading.addresses import EMAIL, website
from hansa.reading.committees import names_a_committee
from hansa.reading.document import Cell
from hansa.reading.languages import Language

FEWEST = 2  # cells by which a column is told
LONGEST = 90  # letters of a cell that is looked at
_KINDS = ("kind_full", "kind_associate", "kind_observer")


def _is_phone(words: str, language: Language) -> bool:
    digits = sum(map(str.isdigit, words))
    return digits * 2 > len(words) and phones.phone(words, language) is not None


def _is_kind(words: str, language: Language) -> bool:
    return language.has(words, *_KINDS) and len(words.split()) <= FEWEST + 1


# Each with what its cells are alike in; the first of which most cells are is it.
_TOLD_BY: Mapping[str, Callable[[str, Language], bool]] = {
    "email": lambda words, _language: EMAIL.fullmatch(words) is not None,
    "phone": _is_phone,
    "website": lambda words, _language: " " not in words and website(words) is not None,
    "committee_label": names_a_committee,
    "unit_label": people.is_unit,
    "kind_label": _is_kind,
}


def held(cells: Iterable[str], language: Language) -> str | None:
    """The field that most of a column's different cells tell, two or more of them; None where no one is told."""
    different = {words for words in cells if words and len(words) <= LONGEST}
    for field, is_one in _TOLD_BY.items():
        told = sum(is_one(words, language) for words in different)
        if told >= FEWEST and told * 3 > len(different) * 2:
            return field
    return None


def covers(row: Sequence[Cell | None], cell: Cell) -> int:
    """How many of a row's places a cell stands in."""
    return sum(other is cell for other in row)


def spans(row: Sequence[Cell | None]) -> bool:
    """Whether a cell of a row stands in two places beside each other."""
    return any(a is b and a is not None for a, b in pairwise(row))
