"""Whether a sentence says of others, by who they are to the authority, that they belong to what it names: the level
above it, an association that speaks for the country's towns or has the authority's interests in hand, a body to which
it belongs; and whether what is named but gives its name to a paper."""

from __future__ import annotations

import re
from functools import cache

from hansa.reading.authority import called, ends_in_we
from hansa.reading.known import known_in
from hansa.reading.languages import Language
from hansa.reading.ties import member_of, names_others, takes_part

FEW_FIRST = 4  # words
NEAR = 60  # letters
_CAPITAL = re.compile(r"\s[A-ZÀ-ÖØ-ÞŁŚŻŹĆ]")


def is_of_others(sentence: str, language: Language, authority: str | None) -> bool:
    """Whether a sentence speaks of others than the authority where it says who belongs somewhere."""
    return (
        _is_above_us(sentence, language, authority)
        or _speaks_for_all(sentence, language, authority)
        or _has_our_interests(sentence, language, authority)
        or _is_a_member_in_turn(sentence, language, authority)
    )


def _is_above_us(sentence: str, language: Language, authority: str | None) -> bool:
    """Whether it is the level above a municipality, and not that, which belongs somewhere: “In METREX it is the county
    council that is a member”, “The county and the state take part in …”."""
    if authority is None or not language.may_have(sentence, "above_us") or not language.has(authority, "municipal"):
        return False
    rest = language.pattern("above_us").sub("…", sentence)
    return rest != sentence and _says_belonging(sentence, language) and not _names_us(rest, language, authority)


def _says_belonging(words: str, language: Language) -> bool:
    if language.has(words, "member_words", "since"):
        return True
    return any(pattern.search(words) is not None for pattern in (member_of(language), takes_part(language)))


def _names_us(words: str, language: Language, authority: str | None) -> bool:
    """Whether words name the authority, or speak of “us”."""
    if language.has(words, "we", "we_subject", "our") or ends_in_we(words, language):
        return True
    return any(name in words for name in called(authority, language))


def _speaks_for_all(sentence: str, language: Language, authority: str | None) -> bool:
    """Whether somebody represents towns in general: “The association represents the municipalities in the CEMR”."""
    if not language.may_have(sentence, "represents") or _names_us(sentence, language, authority):
        return False
    said = _represents_all(language).search(sentence)
    return said is not None and next(known_in(sentence, 0, said.start()), None) is None  # “ICLEI represents towns …”


@cache
def _represents_all(language: Language) -> re.Pattern[str]:
    little = r"(?:[\w’'-]{1,14}\s){0,2}?(?:[ldLD][’'])?"
    return re.compile(
        rf"(?<!\w)(?:{language.any_of('represents')})\s{little}(?:{language.any_of('member_people')})\w{{0,3}}(?!\w)",
        re.I,
    )


def _has_our_interests(sentence: str, language: Language, authority: str | None) -> bool:
    """Whether another has the authority's interests in hand: “The association looks after our interests in the
    CEMR”."""
    ours = language.find(sentence, "our_interests") if language.may_have(sentence, "our_interests") else None
    return ours is not None and not _names_us(sentence[: ours.start()], language, authority)


def _is_a_member_in_turn(sentence: str, language: Language, authority: str | None) -> bool:
    """Whether what belongs somewhere is a body of which but the noun is said, which does so in its turn: “The
    association, of which we are a member, is in turn a member of the CEMR”."""
    turn = language.find(sentence, "in_turn") if language.may_have(sentence, "in_turn") else None
    if turn is None or not _says_belonging(sentence[max(0, turn.start() - NEAR) :], language):
        return False
    first = " ".join(sentence.split()[:FEW_FIRST])
    which = language.find(first, "which")
    who = _BREAKS.split(first[: which.start() if which else len(first)])[0]
    if _CAPITAL.search(who) and not language.capital_nouns:
        return False
    is_a_body = language.has(who, "subjects", "organisation_words") or names_others(who, language)
    is_named = next(known_in(sentence, 0, turn.start()), None) is not None
    return is_a_body and not is_named and not _names_us(who, language, authority)


_BREAKS = re.compile(r"[,;:]")


def is_of_its_paper(before: str, behind: str, language: Language) -> bool:
    """Whether what is named but gives its name to a paper: “the CEMR's charter for equality”, “la charte du CCRE”."""
    if language.has(behind[:NEAR], "documents") and _its_paper(language).match(behind):
        return True
    return _paper_of(language).search(before[-NEAR:]) is not None


@cache
def _its_paper(language: Language) -> re.Pattern[str]:
    genitive = r"(?:[’':]?s|[’']|:n|:s|n)?"
    return re.compile(
        rf"{genitive}[\s-](?:[\w-]{{2,20}}\s)?[\w-]{{0,18}}?(?:{language.any_of('documents')})(?!\w)", re.I
    )


@cache
def _paper_of(language: Language) -> re.Pattern[str]:
    paper = rf"(?<![^\W_])[\w-]{{0,18}}(?:{language.any_of('documents')})"
    return re.compile(
        rf"{paper}\s(?:{language.any_of('of', 'of_the', 'from')})\s?(?:(?:{language.any_of('articles')})\s)?\Z", re.I
    )
