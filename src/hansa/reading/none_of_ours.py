"""Sections that say in few words that what their heading names is none of the authority's: “…, but we are not in it”,
“It is the university that is a member”, “Applied; decision expected in autumn”, “Wound up when the programme ended”."""

from __future__ import annotations

import re
from functools import cache

from hansa.reading.authority import called
from hansa.reading.besides import BESIDES
from hansa.reading.languages import Language
from hansa.reading.ties import names_others

LONGEST_CLAUSE = 12  # words
FEW_FIRST = 2  # words before what says that it is over
_WORD = re.compile(r"[^\W\d_]+")
_YEAR = re.compile(r"(?:19|20)\d\d")
_SENTENCE = re.compile(r"[.;:!?]+(?:\s|\Z)")
_CLAUSE = re.compile(r"[.,;:!?–—()]+(?:\s|\Z)|\s[–—-]\s")
_OURS = ("since", "fee_words", "represents", "delegates", "founders", "signing", "deputy_label")


def says_none(words: str, language: Language, authority: str | None) -> bool:
    """Whether the first paragraph below a name says that the authority is not in what it names, and nothing of how it
    would belong there."""
    begins = _at_first(words, language)
    if not (begins or language.has(words, "nay") or names_others(words, language) or language.has(words, "above_us")):
        return False
    if language.has(words, "left", "belonged", "until_words") and _YEAR.search(words):
        return False  # what was left on a day is kept
    clauses = [clause for clause in _CLAUSE.split(words) if clause and clause.strip()]
    if begins == "pending":
        return not any(_says_ours(clause, language) for clause in clauses[1:])
    if any(_says_ours(clause, language) for clause in clauses):
        return False
    if begins:
        return begins != "wound_up" or not _YEAR.search(words)
    told = [clause for clause in clauses if not language.has(clause, "only")]
    if any(_is_denied(part, language, authority) for clause in told for part in _but(language).split(clause)):
        return True
    return any(_is_anothers(part, language, authority) for part in (*_SENTENCE.split(words), *clauses) if part.strip())


def _at_first(words: str, language: Language) -> str | None:
    """How a section begins that says at once that it is none of ours: with an application, with an end, or a “no”."""
    for cue in ("pending", "no_matter"):
        if language.has(words, cue) and language.pattern(cue).match(words.lstrip()):
            return cue
    if language.has(words, "wound_up"):
        said = language.pattern("wound_up").search(words)
        if said and len(words[: said.start()].split()) <= FEW_FIRST and "." not in words[: said.start()]:
            return "wound_up"
    return None


def _says_ours(clause: str, language: Language) -> bool:
    """Whether a clause tells of a membership with what only members have: a time, a fee, somebody who is sent."""
    dated = language.has(clause, "enters", "fee_label") and any(map(str.isdigit, clause))
    return (dated or language.has(clause, *_OURS)) and not language.has(clause, "nay")


def _is_denied(part: str, language: Language, authority: str | None) -> bool:
    """Whether a clause is but “we”, “not” and words for being in something: “the council is not”, “no membership”."""
    if not language.has(part, "nay") or language.has(part, "only", "and"):
        return False
    words = [word.casefold() for word in _WORD.findall(part)]
    if not 1 < len(words) <= LONGEST_CLAUSE:
        return False
    own = _own(language) | _names(authority, language)
    return all(word in own for word in words)


def _is_anothers(part: str, language: Language, authority: str | None) -> bool:
    """Whether a clause is but that a body of another kind, or one above a town, is a member: “It is the university that
    is a member of it”."""
    if not language.has(part, "member_words") or language.has(part, "nay", "only", "and") or BESIDES.search(part):
        return False
    above = authority is not None and language.has(authority, "municipal") and language.has(part, "above_us")
    if not (above or names_others(part, language)):
        return False
    words = [word.casefold() for word in _WORD.findall(part)]
    if len(words) > LONGEST_CLAUSE or any(name in part for name in called(authority, language)):
        return False
    strange = [word for word in words if word not in _own(language)]
    return (above and not strange) or (len(strange) <= 1 and any(names_others(word, language) for word in words))


@cache
def _names(authority: str | None, language: Language) -> frozenset[str]:
    """The words of the names that the authority goes by."""
    every = called(authority, language) if authority else ()
    return frozenset(word.casefold() for name in every for word in _WORD.findall(name))


@cache
def _own(language: Language) -> frozenset[str]:
    """The words of which a clause is made that says no more than that somebody is in something, or not."""
    cues = "we_subject our is articles definite adverbs member_words the_membership nay in_it which".split()
    phrases = language.all_of(*cues) - {"formerly"}
    every = {word.casefold() for phrase in phrases for word in _WORD.findall(phrase)}
    return frozenset(every | language.function_words)


@cache
def _but(language: Language) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{language.any_of('but_rather', 'and_not')})(?!\w)", re.I)
