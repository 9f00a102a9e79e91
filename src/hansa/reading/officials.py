"""The authority's own people, as the page tells of them: “Region Westsea's chair Asta Lind”, “the Mayor of Westsea, Tor
Vik”, “Ann Ek, Director of Planning of Region Westsea”."""

from __future__ import annotations

import re
from itertools import islice

from hansa.reading import people
from hansa.reading.authority import called, names_another
from hansa.reading.languages import Language
from hansa.reading.types import Span

LONGEST_TEXT = 50_000
MOST_TIMES = 60  # that somebody is looked for beside the authority's name, or before a party
NEAR = 70  # letters between its name and a person's
NEAR_TITLE = 40
MOST_WORDS = 7
NEAR_FROM = 12
_ENDS = re.compile(r"[;:()\n•]|(?<=\w{3})\.\s|\s[–—]\s")
_TWO_NAMES = re.compile(r"[A-ZÀ-ÖØ-ÞĄĆĘŁŃŚŹŻ][\w.’'-]*\s(?:[a-zà-ÿ']{1,4}\s){0,2}[A-ZÀ-ÖØ-ÞĄĆĘŁŃŚŹŻ]")
_PARTY = re.compile(r"\([A-ZÀ-ÖØ-Þ][\w. -]{0,30}\)")
_GENITIVE = re.compile(r"(?:['’]?s|:[sn])?(?!\w)")
_TITLES = ("honours", "titles", "chair", "vice-chair")


def officials(text: str, language: Language, authority: str | None) -> dict[str, str | None]:
    """The people of whom a page says that they are the authority's, with their parties."""
    words = text[:LONGEST_TEXT]
    found: dict[str, str | None] = {}
    if not language.has(words, "chair", "vice-chair", "board", "chair_verbs"):
        return found
    places = _own(words, language, authority)
    for party in islice(_PARTY.finditer(words), MOST_TIMES):
        near = max(0, party.start() - NEAR)
        places += [
            (near + us.start(), near + us.end())
            for us in language.pattern("we_subject").finditer(words[near : party.start()])
        ]
    for place in places:
        for one in (_behind(words, place, language, authority), _before(words, place, language)):
            if one is not None and not people.is_unit(one.name, language):
                found.setdefault(one.name, one.party)
    return found


def _own(text: str, language: Language, authority: str | None) -> list[Span]:
    """Where a text names the authority, in a genitive or not."""
    found: list[Span] = []
    for name in called(authority, language):
        start = text.find(name)
        while start >= 0 and len(found) < MOST_TIMES:
            end = _GENITIVE.match(text, start + len(name))
            if end and not text[start - 1 : start].isalnum():
                found.append((start, end.end()))
            start = text.find(name, start + 1)
    found.sort()
    return [span for place, span in enumerate(found) if not place or span[0] >= found[place - 1][1]]


def _behind(text: str, own: Span, language: Language, authority: str | None) -> people.Somebody | None:
    """“The Mayor of Westsea, Tor Vik”, “Region Westsea's chair Asta Lind”: a title on either side of the name."""
    after = _ENDS.split(text[own[1] : own[1] + NEAR])[0]
    if _TWO_NAMES.search(after) is None:
        return None
    one = people.somebody(text[: own[1] + NEAR], language, own[1])
    if one is None or one.start >= own[1] + len(after):
        return None
    gap = text[own[1] : one.start]
    title = _ENDS.split(text[max(0, own[0] - NEAR_TITLE) : own[0]])[-1].rpartition(",")[2]
    is_one = (
        len(gap.split()) <= MOST_WORDS
        and not any(map(str.isdigit, gap))
        and gap.count(",") <= 1
        and not language.has(gap, "is", "holds", "and")
    )
    if not is_one or names_another(gap, language, authority):
        return None
    is_titled = language.has(title, *_TITLES) and gap.strip() in ("", ",")
    return one if is_titled or one.party or language.has(gap, *_TITLES) else None


def _before(text: str, own: Span, language: Language) -> people.Somebody | None:
    """“Ann Ek, Director of Planning of Region Westsea”, “Asta Lind (S) from Westsea”."""
    before = _ENDS_BUT_PARTY.split(text[max(0, own[0] - NEAR) : own[0]])[-1]
    from_us = language.pattern("from").search(before, max(0, len(before) - NEAR_FROM))
    named = people.everybody(before, language) if "," in before or from_us else []
    if not named:
        return None
    gap = before[named[-1].end :]
    is_from = language.pattern("from").fullmatch(gap.strip(" ,"))
    is_titled = gap.startswith(",") and gap.count(",") == 1 and language.has(gap, *_TITLES)
    return named[-1] if is_from or is_titled else None


_ENDS_BUT_PARTY = re.compile(r"[;:\n•]|(?<=\w{3})\.\s|\s[–—]\s")
