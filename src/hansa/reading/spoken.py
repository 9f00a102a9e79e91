"""Of which of the organisations that a text has named so far a sentence speaks: by their names, by what they are called
in short (“the Commission”), or by pointing at them (“the first has …”, “both are …”)."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from functools import cache
from itertools import accumulate, chain, pairwise

from hansa.reading import names, people
from hansa.reading.abbreviations import spelled
from hansa.reading.document import Block
from hansa.reading.known import CASES, is_short_of, known_in, nominative, whole_of
from hansa.reading.languages import Language, first_word, languages
from hansa.reading.languages.standing import ANY_WORD, words_in
from hansa.reading.lists import says_organisation
from hansa.reading.names import Heading
from hansa.reading.outline import Section
from hansa.reading.types import Span

SHORTEST_BEGINNING = 3
LONG_NAME = 3  # words, at least
NEAR_START = 6
LONG_KEY = 8  # letters
LONG_STEM = 4  # letters
NEAR, APART = 30, 6  # letters
_BOTH = ("one", "other")
_POINTING = {"the_first": 0, "the_former": 0, "the_second": 1, "the_latter": -1}
_COMPOUND = re.compile(r"(?::?[a-zä]{1,3})?\s?-[a-zà-ÿ]{4,20}")  # “the ICLEI network”, as Finnish and Swedish put it
_NOUN = re.compile(r"(?<![\w-])[A-ZÀ-ÖØ-ÞŁŚŻŹĆ][\w-]{2,30}(?![\w-])")


@dataclass(slots=True)
class Named:
    """An organisation that the text names: its section, and what speaks for its being one of the authority's; whether
    that `stands` already, for its name stands in a list; how many of the points it has for being `known`."""

    section: Section
    points: int = 0
    stands: bool = False
    seated: bool = False  # the authority has a seat there
    refused: bool = False
    known: int = 0
    defined: int = 0  # points for sentences within a paragraph that say what it is
    said: int = 0  # the most that one sentence says of belonging to it
    sentences: list[Block] = field(default_factory=list)


def finder(by_key: dict[str, Section]) -> Callable[[str], dict[int, Section]]:
    """What gives the sections of the organisations that some words name."""
    by_letters: dict[str, dict[str, list[tuple[int, str]]]] = {}  # of the first word and the last, in whatever case
    for place, key in enumerate(by_key):
        last = next(reversed(ANY_WORD.findall(key)), "")[:SHORTEST_BEGINNING]
        by_letters.setdefault(first_word(key)[:SHORTEST_BEGINNING], {}).setdefault(last, []).append((place, key))

    def named_in(words: str) -> dict[int, Section]:
        folded = people.bare(words)
        begun = sorted({word[:SHORTEST_BEGINNING] for word in words_in(folded)})
        keys = []
        for letters in begun:
            if ends := by_letters.get(letters):
                keys += sorted(chain.from_iterable(ends[last] for last in ("", *begun) if last in ends))
        return {id(by_key[key]): by_key[key] for _place, key in keys if word_at(key, folded) >= 0}

    return named_in


def keys_of(heading: Heading) -> set[str]:
    every = [heading.name.text, *(name.text for name, _ in heading.other_names)]
    return {people.bare(name) for name in [*every, heading.abbreviation[0] if heading.abbreviation else ""] if name}


def spoken_of(sentence: str, found: dict[str, Named]) -> list[Named]:
    """The organisations that a sentence names, in its order."""
    folded = people.bare(sentence)
    places = []
    for name, named in found.items():
        if name in folded and (at := word_at(name, folded)) >= 0:
            places.append((at, named))
    return list({id(named): named for _place, named in sorted(places, key=lambda p: p[0])}.values())


def by_its_noun(sentence: str, found: dict[str, Named], language: Language) -> list[Named]:
    """The one organisation that a sentence calls by the noun in its name: “the Commission”."""
    by_noun: dict[str, dict[int, Named]] = {}
    for named in found.values():
        for word in named.section.called.name.text.split() if named.section.called else ():
            if says_organisation(word, language):
                by_noun.setdefault(people.bare(word), {})[id(named)] = named
    folded = people.bare(sentence)
    begun = {id(named): named for key, named in found.items() if (begin := _begin(key)) and begin in folded}
    if len(begun) == 1:
        return list(begun.values())
    for noun in _NOUN.finditer(sentence):
        alike = by_noun.get(people.bare(noun.group()), {})
        if len(alike) == 1 and not sentence[noun.end() :].lstrip()[:1].isupper():
            before = sentence[: noun.start()].split()[-1:]
            if language.capital_nouns and before and before[0].islower() and before[0] not in language.function_words:
                little = before[0] in language.all_of(
                    "articles", "definite", "of_the", "its", "our", "in", "with", "to"
                )
                if not little:
                    continue  # “der bayerischen Arbeitsgemeinschaft”
            return list(alike.values())
    return []


def _begin(key: str) -> str | None:
    """The first two words of a long name, by which it is called in short: “Eixo Atlântico”."""
    words = key.split()
    return (
        " ".join(words[:2])
        if len(words) > LONG_NAME and min(len(word) for word in words[:2]) > SHORTEST_BEGINNING
        else None
    )


def pointing(sentence: str, language: Language) -> list[tuple[Span, int]]:
    """Where a sentence points at the first (0), second (1) or last (-1) of what was named before: “the former has …,
    while the latter …”; by a word that may count other things only where it begins so, or points at two."""
    if not language.has(sentence, *_POINTING):
        return []
    told = sorted(
        (match.span(), place)
        for cue, place in _POINTING.items()
        for match in language.pattern(cue).finditer(sentence)
        if not (language.capital_nouns and sentence[match.end() :].lstrip()[:1].isupper())
    )
    if len({place for _span, place in told}) > 1:
        return told
    begins = len(sentence) - len(sentence.lstrip()) + NEAR
    return [
        (span, place)
        for span, place in told
        if span[1] <= begins or language.has(sentence[slice(*span)], "the_former", "the_latter")
    ]


def pointed_at(sentence: str, listing: list[Named], language: Language) -> list[Named]:
    """Those of the latest list of which all of a sentence speaks: “The first has …”, “Both are …”."""
    places = {place for _span, place in pointing(sentence, language)} if len(listing) > 1 else set()
    if places:
        return [listing[place] for place in places] if len(places) == 1 else []
    both = language.pattern("both").search(sentence) if len(listing) == len(_BOTH) else None
    is_of_them = both and (both.end() <= NEAR or sentence[both.end() :][:1] in (".", ",", ";"))
    return listing if is_of_them else []


def in_short(heading: Heading, found: dict[str, Named], language: Language) -> Named | None:
    """What was read before by the abbreviation of this name alone: “ICORN”, of “International Cities of Refuge …”."""
    if heading.abbreviation or " " not in heading.name.text:
        return None
    for named in {id(one): one for one in found.values()}.values():
        called = named.section.called
        short = called.name.text if called and called.abbreviation is None else ""
        is_its = spelled(heading.name.text, short, language) or is_short_of(short, heading.name.text)
        if called and 0 < heading.span[0] - called.span[1] <= APART:  # “RECEVIN, la Rete europea …”
            is_its = is_its or names.stands_in(short, heading.name.text)
        if called and names.is_abbreviation(short) and is_its:
            heading.abbreviation = (short, called.span)
            return named
    return None


def in_full(heading: Heading, found: dict[str, Named]) -> Named | None:
    """What was named in full before this abbreviation of it: “European Regions Research …”, of “ERRIN”."""
    short = heading.name.text
    if not names.is_abbreviation(short):
        return None
    for named in {id(one): one for one in found.values()}.values():
        called = named.section.called
        if called is None or called.abbreviation is not None:
            continue
        every = [name.text for name, _span in called.names()]
        if any(is_short_of(short, name) or spelled(name, short, languages()["en"]) for name in every):
            called.abbreviation = (short, heading.span)
            return named
    return None


def is_beginning(keys: set[str], longer: str) -> bool:
    """Whether a name is the beginning of one that was read before: “Rainbow Cities”, of “Rainbow Cities Network”."""
    begins = (key for key in keys if longer.startswith(f"{key} "))
    return any(len(key) > SHORTEST_BEGINNING or any(map(str.isdigit, key)) for key in begins)


def is_within(keys: set[str], longer: str) -> bool:
    """Whether a name is the end of one that was read before: “Healthy Cities”, of “… Network of Healthy Cities”."""
    ends = (key for key in keys if longer.endswith(f" {key}"))
    return (
        any(len(key) >= LONG_KEY and " " in key.replace("-", " ") for key in ends) and whole_of(longer.title()) is None
    )


def in_longer(heading: Heading, found: dict[str, Named], language: Language) -> Named | None:
    """What was named before by the end of this longer name, by which it is called from now on."""
    longer = (one for key, one in found.items() if not one.stands and is_longer(heading.name.text, key, language))
    if standing := next(longer, None):
        standing.section.called, standing.section.heading = heading, Block("mention", *heading.span)
    return standing


def is_longer(name: str, end: str, language: Language) -> bool:
    """Whether a name says what it is, and of whom, before another name with which it ends: “Conférence des Villes de
    l’Arc Atlantique”."""
    before = name[: -len(end)]
    if len(end) < LONG_KEY or before[-1:].isalpha() or not people.bare(name).endswith(end):
        return False
    of_towns = any(word.casefold() in language.words["member_people"] for word in before.split())
    return of_towns and says_organisation(before, language) > 0


def is_alike(keys: set[str], other: str) -> bool:
    """Whether a name of several words is one that was read before, spelled in another way or language: “Sunne
    kommunar”, “Sunne kommuner”."""
    return any(key[:SHORTEST_BEGINNING] == other[:SHORTEST_BEGINNING] and _alike(key, other) for key in keys)


def _alike(one: str, other: str) -> bool:
    """Whether the words of two names are the same but for the last letters, two at most, behind four alike."""
    words, others = one.split(), other.split()
    if len(words) < len(_BOTH) or len(words) != len(others):
        return False
    for word, like in zip(words, others, strict=True):
        stem = max(LONG_STEM, max(len(word), len(like)) - len("er"))
        if word != like and word[:stem] != like[:stem]:
            return False
    return True


_CASE_ENDS = re.compile(rf"(?:{CASES})?(?!\w)")


def word_at(name: str, folded: str) -> int:
    """Where a folded name stands in a folded text as a word, whatever case ends it; below 0 where it does not."""
    at = folded.find(name)
    while at >= 0:
        begins = at == 0 or not (folded[at - 1].isalnum() or folded[at - 1] == "_")
        if begins and _CASE_ENDS.match(folded, at + len(name)):
            return at
        at = folded.find(name, at + 1)
    return -1


def pointers(sentence: str, here: list[Named], listing: list[Named], language: Language) -> list[tuple[int, Named]]:
    """Where a sentence points at one of the two that it names, else of the two of the latest list, and at which."""
    two = here if len(here) > 1 else listing
    return [(span[0], two[place]) for span, place in pointing(sentence, language)] if len(two) == len(_BOTH) else []


def share(
    sentence: str, span: Span, here: list[Named], language: Language, pointed: list[tuple[int, Named]]
) -> list[Named]:
    """Of a sentence that names several, or points at them, each has the words about its name, up to where those about
    the next begin.

    One that begins with a part of another is the part's. Gives those of which the next sentence may speak.
    """
    folded = people.bare(sentence)
    starts = []
    for named in here:
        called = named.section.called
        if called is not None:
            at = min((at for key in keys_of(called) if (at := word_at(key, folded)) >= 0), default=-1)
            starts.append((unfolded(sentence, folded, at), named))
    starts = [(at, named) for at, named in starts if at >= 0 or not pointed] + pointed
    starts.sort(key=lambda pair: pair[0])
    if len(starts) < len(_BOTH):
        for named in here:
            named.sentences.append(Block("paragraph", *span))
        return here
    (first, own), (second, _other) = starts[0], starts[1]
    part = language.pattern("part_of").search(sentence, max(0, first), max(0, second))
    if 0 <= first <= NEAR_START and part and second - part.end() <= NEAR:
        own.sentences.append(Block("paragraph", *span))
        return [own]
    places = [start for start, _named in starts]
    begins = [0, *(_parted(sentence, one, other, language) for one, other in pairwise(places))]
    for (start, named), begin, end in zip(starts, begins, [*begins[1:], len(sentence)], strict=True):
        if 0 <= start < end:
            named.sentences.append(Block("clause", span[0] + begin, span[0] + end))
    return here


def unfolded(sentence: str, folded: str, at: int) -> int:
    """Where in a sentence that stands which has a position in its folded form, where an “æ” takes two places."""
    if at < 0 or len(folded) == len(sentence):
        return at
    ends = accumulate(len(people.bare(letter)) for letter in sentence)
    return next((place for place, end in enumerate(ends) if end > at), len(sentence))


def _parted(sentence: str, one: int, other: int, language: Language) -> int:
    """Where between two names the words about the second begin: behind the last comma, “and” or semicolon."""
    last = 0
    for last_one in _joints(language).finditer(sentence, max(0, one), max(0, other)):
        last = last_one.end()
    return last or max(0, other)


@cache
def _joints(language: Language) -> re.Pattern[str]:
    return re.compile(rf"[,;](?=\s)|(?<!\w)(?:{language.any_of('and')})(?!\w)", re.I)


def may_be_called(name: str, keys: set[str]) -> bool:
    """Whether a name may be another form of one of these: “Healthy Cities Network”, “WHO Healthy Cities”."""
    words = set(name.split())
    return any(name in key or key in name or len(words & set(key.split())) > 1 for key in keys)


def without_case(heading: Heading, language: Language) -> Heading:
    """A name without the ending of a genitive or a case: “Eurocitiesin”, “Sieci Miast”; with the quote that ends it."""
    words, (start, end) = heading.name.text, heading.span
    first, behind = next(known_in(words, 0, len(words)), (0, len(words)))
    if (
        not first
        and behind < len(words)
        and (words[behind:].lstrip("'’:").isalpha() or _COMPOUND.fullmatch(words, behind))
    ):
        words, end = words[:behind], start + behind
    if words.count("„") > sum(map(words.count, "”“")):
        words += "”"
    name = nominative(words, language.code)
    return (
        heading
        if name == heading.name.text
        else replace(heading, name=replace(heading.name, text=name), span=(start, end))
    )
