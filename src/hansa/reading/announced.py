"""Names of which the words around tell that they are a network's, be they known or not: what says what they are behind
a comma, “X, a network of 60 towns”, what announces them, “through two networks: X and Y”, what counts them, “X is one
of the networks in which”, and a noun in themselves beside a network that is known, “in LUCI and the X Alliance”."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from hansa.reading import names, people
from hansa.reading.across import is_across_borders
from hansa.reading.known import known_in
from hansa.reading.languages import Language
from hansa.reading.lists import is_a_noun, is_in_another_form
from hansa.reading.names import Heading
from hansa.reading.nouned import beside_their_nouns, capitals, is_a_network_name
from hansa.reading.numbers import has_numbers
from hansa.reading.plausible import is_told_behind
from hansa.reading.saying import says_what_it_is
from hansa.reading.ties import member_of
from hansa.reading.types import Span

FEWEST_WORDS, MOST_WORDS = 2, 7
NEAR_COLON, NEAR_NAME = 3, 4  # words
LONGEST_LEAD = 120  # letters before a name
_COLON = re.compile(r":\s(?=[A-ZÀ-ÖØ-ÞŁŚŻŹĆ])")


def announced(text: str, span: Span, language: Language) -> Iterator[tuple[Heading, int]]:
    """The names of two words or more that a sentence tells to be networks', and how much each is one of those that it
    says the authority is in."""
    start, end = span
    if not _may_announce(text[start:end], language):
        return
    for run in _names(language).finditer(text, start, end):
        first, last = run.span()
        begin = text.find(" ", first, last)
        if language.has(text[first:begin], "the_membership", "member_words") and (
            name := _names(language).search(text, begin, last)
        ):
            first = name.start()  # Danish “Medlemskabet af Ring of Orchards”
        if is_announced(text, (first, last), span, language) and _is_one(text, first, last, language):
            is_listed = lists_networks(text[start:first], language) or _counted(language).match(text, last, end)
            yield names.parse(text[first:last], first), 2 + bool(is_listed)


def with_told(
    candidates: list[tuple[Heading, int]], text: str, span: Span, language: Language
) -> list[tuple[Heading, int]]:
    """The names that a sentence may hold, with those of which its words tell that they are networks'."""
    told = [(heading, 2) for heading in beside_their_nouns(text, span, language)]
    told += announced(text, span, language)
    whole = [heading.span for heading, _strength in candidates if is_across_borders(heading.name.text)]
    told = [one for one in told if not any(a < one[0].span[1] and one[0].span[0] < b for a, b in whole)]
    spans = [heading.span for heading, _strength in told]
    kept = [one for one in candidates if not any(a < one[0].span[1] and one[0].span[0] < b for a, b in spans)]
    return kept + told


def is_announced(text: str, name: Span, span: Span, language: Language) -> bool:
    """Whether a sentence tells that a name in it is a network's."""
    if is_across_borders(text[slice(*name)]):
        return True
    if not _names(language).fullmatch(text, *name):
        return False
    before, words, behind = text[span[0] : name[0]], text[slice(*name)], text[name[1] : span[1]]
    if is_told_behind(behind, language) or _counted(language).match(behind):
        return True
    if lists_networks(before, language):
        return True
    if not _ends_with_its_noun(words, language):
        return False
    said = list(member_of(language).finditer(before[-LONGEST_LEAD:]))
    if said and len(before[-LONGEST_LEAD:][said[-1].end() :].split()) < NEAR_NAME - 1:
        return True  # “as a member of the Green Quarters Network”
    return any(text[slice(*at)] not in words for at in known_in(text, *span))


def lists_networks(before: str, language: Language) -> bool:
    """Whether what stands before a name announces networks: “through two networks: Eurocities and ”."""
    sign = _COLON.search(f"{before}X")
    if sign is None or ";" in before[sign.end() :]:
        return False
    lead = before[: sign.start()].casefold().split()[-NEAR_COLON:]
    if language.has(" ".join(lead), "groups", "bodies", "committee_words", "board"):
        return False
    if any(is_in_another_form(word.strip(" (),"), language) for word in lead):
        return True
    return any(is_a_noun(word, language) for word in lead) and has_numbers(" ".join(lead), language)


def _may_announce(sentence: str, language: Language) -> bool:
    """Whether a sentence may hold such a name: most do not."""
    every = sentence.casefold().split()
    return ":" in sentence or any(is_a_noun(word.strip(".,;()"), language) for word in every) or "Network" in sentence


def _ends_with_its_noun(words: str, language: Language) -> bool:
    """Whether a name ends with a noun for what it names: “Harbour Towns Alliance”."""
    last = words.split()[-1]
    return len(words.split()) > FEWEST_WORDS and says_what_it_is(last, language)


def _is_one(text: str, first: int, last: int, language: Language) -> bool:
    """Whether a run of words is a name, and neither a person's, a place's nor a network's that is known."""
    words = text[first:last]
    if not is_a_network_name(words, language) or language.has(words, "is", "we", "projects", "groups"):
        return False
    return next(known_in(text, first, last), None) is None and not people.everybody(words, language)


@cache
def _names(language: Language) -> re.Pattern[str]:
    """Two words with capitals or more, with few little ones between."""
    return re.compile(rf"(?<![\w-]){capitals(language, 1)}(?![\w-])")


@cache
def _counted(language: Language) -> re.Pattern[str]:
    """“… is one of the networks in which”."""
    nouns = "|".join(
        re.escape(noun) for noun in sorted(language.words["organisation_words"], key=len, reverse=True) if len(noun) > 3
    )
    one, verb = language.any_of("one_of"), language.any_of("is")
    return re.compile(rf"\s(?:(?:{verb})\s)?(?:{one})\s(?:\w{{1,16}}\s){{0,2}}?(?:{nouns})\w{{0,5}}(?!\w)", re.I)
