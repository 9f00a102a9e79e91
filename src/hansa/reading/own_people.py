"""Who of a text's people is known to be the authority's: by what was read before, by a surname, or by an honour."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import takewhile

from hansa.reading.affiliation import is_elsewhere
from hansa.reading.authority import called, is_place_of
from hansa.reading.facts import Facts
from hansa.reading.languages import Language
from hansa.reading.people import Somebody
from hansa.reading.sentences import standing
from hansa.reading.ties import names_others

MOST_KNOWN = 100
MOST_LOOKED_THROUGH = 50_000  # letters
SHORTEST_SURNAME = 4
FEW_WORDS = 4  # beside a person
LONGEST_HONOUR = 40  # letters
SHORTEST_HONOUR = 4  # letters; shorter ones (“Mr”, “Dr.”) are anybody's


def is_named_again(name: str, text: str) -> bool:
    """Whether a page names somebody more than once, who is no stranger then."""
    first = text.find(name, 0, MOST_LOOKED_THROUGH)
    return first >= 0 and text.find(name, first + 1, MOST_LOOKED_THROUGH) >= 0


def is_no_stranger(sentence: str, somebody: Somebody, facts: Facts) -> bool:
    """Whether a page names somebody again of whom a sentence tells, who is neither quoted there nor told to be of
    elsewhere: not “says Dario Neri, president of Polis”, “Dario Neri, mayor of Florence, …”."""
    aside = sentence[somebody.end :].partition(", ")
    of_elsewhere = not aside[0].strip() and facts.language.has(aside[2].partition(",")[0], "titles", "honours")
    is_quoted = facts.language.has(sentence, "says")
    return not (of_elsewhere or is_quoted) and is_named_again(somebody.name, facts.text)


def with_surnames(sentence: str, named: list[Somebody], facts: Facts) -> list[Somebody]:
    """The people of a sentence, with those of the authority's whom it names by the surname alone: “Mr Vik is …”."""
    found = list(named)
    for person, party in people_of(facts).items():
        surname = person[person.rfind(" ") + 1 :]
        if surname not in sentence or any(one.name == person for one in named) or len(surname) < SHORTEST_SURNAME:
            continue
        for words in (surname, f"{surname}s"):
            places = standing(words, sentence, joining="_")
            free = (at for at in places if not any(one.start <= at < one.end for one in named))
            if (at := next(free, None)) is not None:
                found.append(Somebody(person, party, at, at + len(words)))
                break
    return sorted(found, key=lambda one: one.start)


def people_of(facts: Facts) -> dict[str, str | None]:
    """The authority's people that are known so far in this organisation (of very many the first), with parties."""
    own, known = facts.organisation, dict(facts.sent)
    for contact in own.contacts[:MOST_KNOWN]:
        if contact.person:
            known[contact.person] = None
    for one in own.representatives[:MOST_KNOWN]:
        known[one.person] = one.party
    return known


def is_our_own(somebody: Somebody, before: str, facts: Facts) -> bool:
    """Whether a person is the authority's: sent there, its contact, or by “our” or an honour before the name."""
    words = before.rpartition(";")[2].split()[-FEW_WORDS:]
    said = facts.language.find(near_words := " ".join(words), "says")
    words = near_words[said.end() :].split() if said else words  # “of our network”, says …
    honours = list(takewhile(lambda word: word in facts.language.all_of("honours"), _folded(reversed(words))))
    honoured = any(len(word) >= SHORTEST_HONOUR for word in honours) and not is_elsewhere(before, len(honours), facts)
    near = before[-LONGEST_HONOUR:].rstrip(" ,")
    long = list(facts.language.pattern("honours").finditer(near))[-1:]  # “commissaris van de Koning”
    honoured = honoured or (bool(long) and " " in long[0].group() and long[0].end() == len(near))
    honoured = honoured or _has_our_place(somebody.name, facts)
    return somebody.name in people_of(facts) or honoured or facts.language.has(" ".join(words), "our")


def works_for_another(sentence: str, somebody: Somebody, language: Language) -> bool:
    """Whether somebody without a party is of another body that a sentence names: “the energy agency is a member; its
    director, Ann Ek, sits on the board”."""
    before = sentence[: somebody.start]
    whose = next(
        iter(list(language.pattern("its").finditer(before, max(0, somebody.start - LONGEST_HONOUR)))[-1:]), None
    )
    if somebody.party or whose is None or len(before[whose.end() :].split()) > FEW_WORDS:
        return False
    body = before[: whose.start()]
    return names_others(body, language)


def _has_our_place(name: str, facts: Facts) -> bool:
    """Whether the authority's place stands in the genitive before somebody's name and was read with it: “Ljungviks Eva
    Ek”, not “Ljungvik Harbour Trust”."""
    first, _space, rest = name.partition(" ")
    own = called(facts.authority, facts.language)
    if " " not in rest or (facts.language.words["articles"] and any(first in one.split() for one in own)):
        return False
    return any(is_place_of(first.removesuffix("'s").removesuffix("’s"), one) for one in own)


def _folded(words: Iterable[str]) -> Iterator[str]:
    return (word.casefold().strip(",") for word in words)
