"""Memberships that were given up and taken up again: “left in 2019 and rejoined on 1 September 2024”."""

from __future__ import annotations

from hansa.reading import dates
from hansa.reading.languages import Language
from hansa.reading.leaving import again_from

NEAR = 40  # letters between a word for a resolution and its day
Told = tuple[str, int, int, int]  # a date, where it stands, and where what tells it begins


def rejoined(sentence: str, language: Language) -> Told | None:
    """The one date at which a sentence says that the authority joined again."""
    cut = again_from(sentence, language)
    found = dates.dates_in(sentence[cut:], language) if cut is not None else []
    if cut is None or len(found) != 1:
        return None
    date, start, end = found[0]
    return date, cut + start, cut + end, cut


def without_resolution(sentence: str, language: Language) -> str:
    """A sentence, of one length, without the day of a resolution where it tells another date as well: “joined in 1993
    by a resolution of 17 December 1992”."""
    if not language.has(sentence, "decided"):
        return sentence
    found = dates.dates_in(sentence, language)
    if len(found) != len(("joined", "resolved")):
        return sentence
    (first, _start, end), (second, start, last) = found
    said = language.find(sentence[end:start], "decided")
    is_later = said is not None and second < first and start - end - said.end() <= NEAR
    return f"{sentence[:start]}{' ' * (last - start)}{sentence[last:]}" if is_later else sentence
