"""Whose a date is in a sentence on joining: another body's, “The university has been a member since 2014”; the
authority's own behind it, “the port since 2010, and the town itself since 2017”; or of what was done since then."""

from __future__ import annotations

import re
from collections.abc import Sequence

from hansa.reading import dates
from hansa.reading.authority import called, speaks_of_us
from hansa.reading.languages import Language
from hansa.reading.numbers import TOKEN, has_numbers, numbers_in
from hansa.reading.since import Told, plain_since
from hansa.reading.ties import ends_of_others, member_of, takes_part

FEW_WORDS, FEW_BEHIND = 4, 13
YEARS = range(1800, 2100)
_JOINT = re.compile(r"[,;]\s")
_CLAUSE = re.compile(r"[;:]\s|,\s|\.\s")
_OF_US = ("member_words", "part_of", "one_of", "bears", "kind_observer", "kind_partner", "kind_associate")


def own_since(sentence: str, language: Language, authority: str | None) -> Told | None:
    """Since when the authority is a member, told behind since when another is: “The port company has been part of it
    since 2010, and the council itself since 1 January 2017”."""
    found = dates.dates_in(sentence, language)
    if len(found) != len(("another's", "ours")):
        return None
    (_edtf, _start, end), (edtf, start, last) = found
    joints = [*_JOINT.finditer(sentence, end, start), *language.pattern("and").finditer(sentence, end, start)]
    joint = min((one.start() for one in joints), default=None)
    if joint is None or len(sentence[joint:].split()) > FEW_BEHIND:
        return None
    theirs, ours = sentence[:joint], sentence[joint:]
    if not all(language.has(part, "since_words", "since_behind") for part in (theirs, ours)):
        return None
    if not _belongs(theirs, language) or language.has(ours, "chair", "vice-chair", "board", "groups", "projects"):
        return None
    is_anothers = not speaks_of_us(theirs, language, authority) or is_of_another_body(theirs, 0, language, authority)
    return (edtf, start, last, joint) if is_anothers and speaks_of_us(ours, language, authority) else None


def _belongs(words: str, language: Language) -> bool:
    said = language.has(words, *_OF_US, "enters", "since") or member_of(language).search(words)
    return bool(said or takes_part(language).search(words))


def is_of_another_body(sentence: str, place: int, language: Language, authority: str | None) -> bool:
    """Whether the clause around a place begins with a body that is no authority: “The university of our town has been a
    member since 2014”; not “Our school authority …”, nor “Through its university, the town …”."""
    begin = max((one.end() for one in _CLAUSE.finditer(sentence, 0, place)), default=0)
    words = sentence[begin:].split()[:FEW_WORDS]
    begins = " ".join(words)
    if any(begins.startswith(one) or one.startswith(begins) for one in called(authority, language)):
        return False  # “Port Westsea joined …”
    if language.has(" ".join(words[:2]), "through", "we", "with", "together_with", "since_words", "in"):
        return False
    said = language.find(begins, "others")
    if said is None and not any(word.strip(",").casefold().endswith(ends_of_others(language)) for word in words):
        return False
    ahead = begins[: said.start()] if said else " ".join(words[:1])
    return not language.has(ahead, "we_subject", "authority_words", "member_words", "and")


def of_things_done(sentence: str, start: int, end: int, language: Language) -> bool:
    """Whether a sentence tells how much was done since a date, and nothing of belonging: “Since 2013 the town has
    welcomed five writers”."""
    clause = _CLAUSE.split(sentence[end:].removeprefix(","))[0]
    if not has_numbers(clause, language) or language.has(sentence, *_OF_US):
        return False
    tokens: Sequence[re.Match[str]] = list(TOKEN.finditer(clause))
    counted = (one for one in numbers_in(clause, list(tokens), language) if one.value > 1)
    first = next((one.start for one in counted if one.value not in YEARS), None)
    if first is None:
        return False
    since = any(one.end() >= start - 1 for one in plain_since(language).finditer(sentence, 0, start))
    said = sentence[: start if since else end + first]  # Italian “dal 2013 ha accolto”
    return not (language.has(said, "since", "enters") or member_of(language).search(said))
