"""The authority's own people, as the page tells of them: “Region Westsea's chair Asta Lind”, “the Mayor of Westsea, Tor
Vik”, “Ann Ek, Director of Planning of Region Westsea”."""

from __future__ import annotations

import re
from itertools import islice

from hansa.reading import people
from hansa.reading.authority import called, names_another
from hansa.reading.languages import Language

LONGEST_TEXT = 50_000
MOST_TIMES = 60  # that the authority's name is looked beside
NEAR = 70  # letters between its name and a person's
NEAR_TITLE = 40
MOST_WORDS = 7
_ENDS = re.compile(r"[;:()\n•]|(?<=\w{3})\.\s|\s[–—]\s")
_TITLES = ("honours", "titles", "chair", "vice-chair")


def officials(text: str, language: Language, authority: str | None) -> dict[str, str | None]:
    """The people of whom a page says that they are the authority's, with their parties."""
    words = text[:LONGEST_TEXT]
    found: dict[str, str | None] = {}
    names = called(authority, language) or ("\n",)
    if not language.has(words, "chair", "vice-chair", "board", "chair_verbs"):
        return found
    ours = language.any_of("we_subject")
    own = re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, names))}|(?i:{ours}))(?:['’]?s|:[sn])?(?!\w)")
    for match in islice(own.finditer(words), MOST_TIMES):
        for one in (_behind(words, match, language, authority), _before(words, match, language)):
            if one is not None and not people.is_unit(one.name, language):
                found.setdefault(one.name, one.party)
    return found


def _behind(text: str, own: re.Match[str], language: Language, authority: str | None) -> people.Somebody | None:
    """“The Mayor of Westsea, Tor Vik”, “Region Westsea's chair Asta Lind”: a title on either side of the name."""
    after = _ENDS.split(text[own.end() : own.end() + NEAR])[0]
    one = people.somebody(text[: own.end() + NEAR], language, own.end())
    if one is None or one.start >= own.end() + len(after):
        return None
    gap = text[own.end() : one.start]
    title = _ENDS.split(text[max(0, own.start() - NEAR_TITLE) : own.start()])[-1].rpartition(",")[2]
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


def _before(text: str, own: re.Match[str], language: Language) -> people.Somebody | None:
    """“Ann Ek, Director of Planning of Region Westsea”, “Asta Lind (S) from Westsea”."""
    before = _ENDS_BUT_PARTY.split(text[max(0, own.start() - NEAR) : own.start()])[-1]
    named = people.everybody(before, language)
    if not named:
        return None
    gap = before[named[-1].end :]
    is_from = language.pattern("from").fullmatch(gap.strip(" ,"))
    is_titled = gap.startswith(",") and gap.count(",") == 1 and language.has(gap, *_TITLES)
    return named[-1] if is_from or is_titled else None


_ENDS_BUT_PARTY = re.compile(r"[;:\n•]|(?<=\w{3})\.\s|\s[–—]\s")
