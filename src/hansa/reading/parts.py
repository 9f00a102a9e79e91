"""The parts of a contact's value, “Ann Ek, adviser, Europe Office”, and the person that one of them names."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache, lru_cache

from hansa.reading import people
from hansa.reading.languages import Language
from hansa.reading.titles import MOST_WORDS_OF_A_TITLE, says_title

MOST_WORDS_OF_A_UNIT = 12
FEW_WORDS = 4
PHONE_LIKE = re.compile(r"[+\d(][\d\s()/.-]{4,24}")
_PART_ENDS = re.compile(
    r"(?=[,.;\s(])(?:"
    r",|(?<=\w\w\w\w)\.\s|(?<=,)\.\s|(?<=\d)\.\s(?=[A-ZÀ-Þ])|\s[–|·•-]\s|\n|;|\s/\s|\sv/\s?|(?<=\w)\s{0,3}\((?=[^)]{3,80}\)))"
)
_LITTLE = re.compile(r"\s?([^\W\d_]{1,8})[\s'’]")
AROUND = " ,.–:)(\t"


@dataclass(slots=True)
class Part:
    """What stands between two separators, and where in the value."""

    words: str
    start: int
    end: int
    opens_sentence: bool = False


def is_bare_phone(value: str) -> bool:
    """Whether a value is but a phone number."""
    return bool(PHONE_LIKE.fullmatch(value.strip()))


def parts_of(value: str, language: Language) -> list[Part]:
    """The parts of a value; two people joined by “and” are two parts."""
    found: list[Part] = []
    position = 0
    opens = False
    read = _and_parts if _joints(language).search(value) else _part
    for first, last in [*(m.span() for m in _PART_ENDS.finditer(value)), (len(value), len(value))]:
        if parts := read(value, position, first, language):
            parts[0].opens_sentence, opens = opens, False
            found += parts
        position, opens = last, opens or value[first : first + 1] == "."
    return found


def _and_parts(value: str, start: int, end: int, language: Language) -> list[Part]:
    words = value[start:end]
    for joint in _joints(language).finditer(words):
        if people.is_person(words[: joint.start()].strip(AROUND), language):
            first = _part(value, start, start + joint.start(), language)
            return first + _and_parts(value, start + joint.end(), end, language)
    return _part(value, start, end, language)


@cache
def _joints(language: Language) -> re.Pattern[str]:
    return re.compile(rf"\s(?:{language.any_of('and')}|&)\s", re.I)


def _part(value: str, start: int, end: int, language: Language) -> list[Part]:
    """The words of a part without labels and signs around them, parted where a unit follows a name; none where no
    letters are left."""
    begins = end - len(value[start:end].lstrip(AROUND))
    if begins == end:
        return []
    if label := language.pattern("phone", "email").match(value[start:end], begins - start):
        start += label.end()
    words = value[start:end].strip(AROUND)
    if words.count("(") > words.count(")") and f"{words})" in value[start:end]:
        words += ")"  # “Asta Lind (S)”
    # What is left of “dott. Ivan Rossi”, parted at its dot.
    is_title = len(words) < 6 and f"{words.lower()}." in language.words["honours"]
    if is_title or not any(map(str.isalpha, words)) or PHONE_LIKE.fullmatch(words):
        return []
    begin = value.index(words, start)
    if unit := _unit_behind_a_name(words, language):
        name_ends, first, last = unit
        return [
            Part(words[:name_ends], begin, begin + name_ends),
            Part(words[first:last], begin + first, begin + last),
        ]
    return [Part(words, begin, begin + len(words))]


@lru_cache(maxsize=500)
def _unit_behind_a_name(words: str, language: Language) -> tuple[int, int, int] | None:
    """Where a person's name ends, and the unit behind it begins and ends: “Ann Ek of the Europe Office”."""
    found = people.somebody(words, language) if people.is_unit(words, language) else None
    if found is None or person_in(words[: found.end], language) is None:
        return None
    start = found.end
    while (little := _LITTLE.match(words, start)) and little[1] in language.function_words:
        start = little.end()
    rest, _space, last = words.rpartition(" ")
    end = len(rest) if last in language.function_words else len(words)  # German “ruf Ann Ek … an”
    return (found.end, start, end) if start > found.end and people.is_unit(words[start:end], language) else None


@lru_cache(maxsize=500)  # one and the same contact stands at many organisations
def person_in(words: str, language: Language) -> tuple[str, str | None] | None:
    """The person of a part, and the title that stands with the name; None where it names no person."""
    found = people.somebody(words, language)
    if found is None:
        return None
    before, behind = words[: found.start], words[found.end :].strip(AROUND)
    around = f"{before} {behind}".strip(AROUND)
    if not around or (not behind and _is_an_invitation(before, language)):
        return found.name, None
    is_said = behind.islower() and len(behind.split()) <= FEW_WORDS and not people.is_unit(behind, language)
    if is_said and not (before.strip() or says_title(behind, language) or language.has(behind, "honours")):
        return found.name, None  # “Ann Ek can help”, “Ann Ek on 046 …”
    is_title, is_short = says_title(around, language), len(around.split()) <= MOST_WORDS_OF_A_TITLE
    is_his = is_short and (is_title or language.has(around, "honours"))
    return (found.name, around if is_title else None) if is_his else None


def _is_an_invitation(words: str, language: Language) -> bool:
    """Whether the words before a name only invite to ask: “Call or write to Ann Ek”."""
    every = words.split()
    little = language.function_words - set(language.words["articles"])  # “Rufen Sie”, but not “Les Amis”
    small = sum(word.islower() or word.lower() in little for word in every) >= len(every) - 1
    return 0 < len(every) <= FEW_WORDS and small and not people.is_unit(words, language)
