"""Where a sentence says that an organisation was left."""

from __future__ import annotations

import re
from functools import cache

from hansa.reading.languages import Language

_CLAUSE = re.compile(r"[,;]\s")


def leaving(sentence: str, language: Language) -> re.Match[str] | None:
    """Where a sentence says that an organisation was left, be it in a verb of two parts (“trat 2011 aus”), or, of a
    membership, that it “expired”."""
    if not language.may_have(sentence, "left", "parting_verbs", "ended") or again_from(sentence, language):
        return None
    found = _left(language).search(sentence) if language.may_have(sentence, "left") else None
    parted = _parted(language).search(sentence) if language.may_have(sentence, "parting_verbs") else None
    if (
        found
        and not parted
        and any(
            one.start() <= found.start() and found.end() < one.end()
            for one in language.pattern("since", "enters").finditer(sentence)
        )
    ):
        found = None  # Finnish “lähti mukaan”, which is joining
    if found := found or parted:
        return found
    return language.find(sentence, "ended") if language.has(sentence, "member_words", "kind_label") else None


def again_from(sentence: str, language: Language) -> int | None:
    """Where in a sentence that tells of leaving the clause begins that tells of joining again."""
    said = language.find(sentence, "rejoins") if language.may_have(sentence, "rejoins") else None
    before = sentence[: said.start()] if said else ""
    if not (language.has(before, "left", "ended", "belonged") or _parted(language).search(before)):
        return None
    joints = [one.end() for one in language.pattern("and", "but_rather").finditer(before)]
    joints += [one.end() for one in _CLAUSE.finditer(before)]
    cut = max(joints, default=0)
    left = language.find(before[cut:], "left", "ended") is not None
    return None if not cut or left else cut


@cache
def _left(language: Language) -> re.Pattern[str]:
    """“Left”, an adverb within it or not: “ha invece lasciato”."""
    return re.compile(rf"(?<!\w)(?:{language.loosely('left')})(?:(?<=['’])|(?!\w))", re.I)


@cache
def _parted(language: Language) -> re.Pattern[str]:
    pairs = [cue.split() for cue in language.words["parting_verbs"]]
    verbs = (rf"{verb}\s(?:[^\s,;:()]+\s){{1,9}}?{particle}" for verb, particle in pairs)
    return re.compile(
        rf"(?<!\w)(?:{'|'.join(verbs) or '(?!)'})(?=\s?[.,;:)]|\s?\Z|\s(?:{language.any_of('and')})(?!\w))", re.I
    )
