"""Whom the authority sends, where a sentence says but that, by names without a title or a party: “The delegate to
Eurocities is Ann Ek”, “Delegate to the General Assembly – Ann Ek”, “We have two delegates in it: Ann Ek, Bo Al”."""

from __future__ import annotations

import re
from functools import cache
from itertools import pairwise

from hansa.reading import people
from hansa.reading.authority import called
from hansa.reading.delegates import enter
from hansa.reading.deputies import speaks_of_regulars
from hansa.reading.facts import Facts, section_rule
from hansa.reading.languages import Language
from hansa.reading.outline import Section
from hansa.reading.prose import of_another, telling
from hansa.reading.types import Representative

LONGEST = 240  # letters of a sentence
LONGEST_BEFORE = 110  # letters before the first name
MOST_NAMED = 6
STEM, SHORTEST = 4, 3  # letters
_WORD = re.compile(r"[^\W_][\w’'&.-]*")
_IN_CAPITALS = re.compile(r"[A-ZÀ-Þ]")
_SIGN = re.compile(r"\s?(?::|[–—-]|,)\s{1,2}\Z")
# What may stand before the word for those who are sent, and behind it.
_BEFORE = ("articles", "definite", "our", "we", "we_subject", "holds", "sits", "adverbs", "in", "to", "of")
_BEHIND = ("articles", "definite", "our", "we_subject", "in", "to", "of", "for", "lies_with", "delegates", "assemblies")
_TO = ("in", "to", "lies_with")
_OF_IT = ("subjects", "organisation_words", "assemblies")
_ELSE = ("left", "formerly", "planned", "board", "chair", "vice-chair", "groups", "projects", "contact")


@section_rule("who the delegates are, by their names alone", "delegates")
def merely_named(facts: Facts, section: Section) -> None:
    """“The delegate to Eurocities is Ann Ek”: of those who are sent, nothing but their names."""
    language = facts.language
    for span, sentence, _cues in telling(section, facts.document, language, "delegates"):
        if len(sentence) > LONGEST or language.has(sentence, *_ELSE) or of_another(sentence, facts):
            continue
        said = language.find(sentence, "delegates")
        named = people.everybody(sentence, language) if said else []
        if said is None or not 0 < len(named) <= MOST_NAMED or not said.end() < named[0].start <= LONGEST_BEFORE:
            continue
        before, behind = sentence[: said.start()], sentence[said.end() : named[0].start]
        ends = _SIGN.search(behind) or _is(language).search(behind)
        if ends is None or not _is_of_ours(before, facts) or not _is_to_it(behind[: ends.start()], facts):
            continue
        gaps = [sentence[one.end : after.start] for one, after in pairwise(named)]
        if any(map(str.isalpha, language.pattern("and").sub(" ", " ".join([*gaps, sentence[named[-1].end :]])))):
            continue  # “…, who is with the network's secretariat”
        deputies = not speaks_of_regulars(sentence, language)
        for one in named:
            made = Representative(one.name, one.party, deputy=one.deputy or deputies)
            enter(facts, made, (span[0] + one.start, span[0] + one.end), 0.85)


def _is_of_ours(before: str, facts: Facts) -> bool:
    """Whether the words before “delegate” say but whose it is, and that is ours or left open: “our”, “the council has
    three”."""
    return not any(map(str.isalpha, _without(before, _BEFORE, facts)))


def _is_to_it(behind: str, facts: Facts) -> bool:
    """Whether the words behind “delegate” say but where to: “to the General Assembly of Eurocities”; not whose that one
    is (“the representative of the network”), nor once at a meeting (“delegates at the meeting of 2019”)."""
    language, words = facts.language, behind.strip()
    if not words:
        return True
    to, of = language.pattern(*_TO).match(words), language.pattern("of", "for").match(words)
    leads = to is not None or words.split()[0].casefold() in language.function_words
    is_whose = not leads or (of and of.end() > (to.end() if to else 0))
    if any(map(str.isdigit, words)) or (language.words["in"] and is_whose):
        return False
    stems = _stems(language) | {word[:STEM] for word in _words_of_its_names(facts)}
    left = (word.group() for word in _WORD.finditer(_without(words, _BEHIND, facts)))
    return all(word.casefold()[:STEM] in stems or _is_in_short(word, facts) for word in left if word[0].isalpha())


def _without(words: str, cues: tuple[str, ...], facts: Facts) -> str:
    """Some words without what is the authority's name, in the cues given, a number, or small."""
    for name in sorted(called(facts.authority, facts.language), key=len, reverse=True):
        words = words.replace(name, " ") if name else words
    language = facts.language
    words = language.pattern(*cues).sub(" ", words)
    words = " ".join(one for one in words.split() if one.casefold().strip(",.") not in language.function_words)
    return " ".join(one for one in words.split() if one.casefold() not in language.numbers)


def _words_of_its_names(facts: Facts) -> set[str]:
    own = facts.organisation
    every = (own.name.text, *(name.text for name in own.other_names), own.abbreviation or "")
    return {word.group().casefold() for name in every for word in _WORD.finditer(name)}


def _is_in_short(word: str, facts: Facts) -> bool:
    """Whether a word is of the capitals of the organisation's name: “ZMiGM”, of “Związek Miast i Gmin Morskich”."""
    capitals = "".join(_IN_CAPITALS.findall(facts.organisation.name.text))
    return len(capitals) > len("EU") and "".join(_IN_CAPITALS.findall(word)) == capitals


@cache
def _stems(language: Language) -> frozenset[str]:
    return frozenset(cue.casefold()[:STEM] for name in _OF_IT for cue in language.words[name] if len(cue) >= SHORTEST)


@cache
def _is(language: Language) -> re.Pattern[str]:
    return re.compile(rf"(?:^|\s)(?:{language.any_of('is')})\s{{1,2}}\Z", re.I)
