"""People and units: telling the one from the other, parties behind names, and whose an e-mail address is."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass

from hansa.reading.languages import Language

_NAME_PART = r"[A-ZÀ-ÖØ-ÞĀ-Ž][\w'’.-]{0,30}"
_PARTICLE = r"(?:af|av|von|van|van der|de|de la|del|di|da|der|den|zu|la|le)"
NAME = rf"{_NAME_PART}(?:[ \u00a0](?:{_PARTICLE}[ \u00a0])?{_NAME_PART}){{1,4}}"
PARTY = r"\(\s?([A-ZÅÄÖ][A-Za-zÅÄÖåäö-]{0,7})\s?\)"
PARTY_PLAIN = r"\(\s?[A-ZÅÄÖ][A-Za-zÅÄÖåäö-]{0,7}\s?\)"
_PERSON = re.compile(rf"({NAME})(?:\s{{0,2}}{PARTY})?")
_WHOLE = re.compile(rf"{NAME}(?:\s{{0,2}}{PARTY})?\Z")


LONGEST_LIST = 4000


@dataclass(slots=True)
class Somebody:
    """A person as written: name, party, and where in the words (start, end of the name and party)."""

    name: str
    party: str | None
    start: int
    end: int


def bare(text: str) -> str:
    """Small letters without accents, for comparing."""
    if text.isascii():
        return text.lower()
    plain = unicodedata.normalize("NFKD", text.casefold().replace("ø", "o").replace("æ", "ae").replace("ß", "ss"))
    return "".join(c for c in plain if not unicodedata.combining(c))


def is_unit(text: str, language: Language) -> bool:
    """Whether these words name a unit: they hold a word for one, or end as one does."""
    lowered = text.casefold()
    endings = language.words.get("unit_endings", ())
    return language.has(text, "unit_words") or any(
        word.endswith(endings) for word in lowered.split() if endings and len(word) > 6
    )


def is_person(text: str, language: Language) -> bool:
    """Whether these words are a person's name, whole, and not a unit's or an organisation's."""
    return (
        bool(_WHOLE.match(text.strip()))
        and not is_unit(text, language)
        and not language.has(text, "organisation_words")
        and not language.has(text, "authority_words")
    )


def somebody(text: str, language: Language, start: int = 0) -> Somebody | None:
    """The first person named in a text from `start` on."""
    return next(_named(text, language, start, start + 300), None)


def everybody(text: str, language: Language) -> list[Somebody]:
    """The people in a list such as “Asta Lind (M), Tor Vik (C) and Eva Ek”; what is no person is passed over."""
    return list(_named(text, language, 0, LONGEST_LIST))


def _named(text: str, language: Language, start: int, end: int) -> Iterator[Somebody]:
    """The people named in text[start:end], without what honours them or only begins the sentence."""
    for match in _PERSON.finditer(text, start, end):
        words, at = match[1].split(), match.start()
        while len(words) > 2 and (
            words[0].lower() in language.words["honours"] or words[0].lower() in language.function_words
        ):
            at = text.index(words[1], at + len(words[0]))
            words = words[1:]
        name = " ".join(words)
        if len(words) > 1 and is_person(name, language):
            yield Somebody(name, match[2], at, match.end())


def local_parts(email: str) -> list[str]:
    """The parts of an address before the at sign, folded."""
    return [part for part in re.split(r"[._-]", bare(email.partition("@")[0])) if part]


def name_parts(name: str) -> list[str]:
    """The parts of a person's name, folded; both halves of a double name."""
    return [part for part in re.split(r"[\s'’.-]+", bare(name)) if part]


def belongs_to(email: str, name: str) -> bool:
    """Whether an address is made of a person's name: first and last name, those between perhaps left out."""
    return made_of(local_parts(email), name_parts(name))


def made_of(local: list[str], parts: list[str]) -> bool:
    """Whether the parts of an address are those of a name, or the initials of some; the last name whole."""
    if len(local) < 2 or len(parts) < 2 or local[-1] != parts[-1]:
        return False
    rest = iter(parts[:-1])
    first = local[0] == parts[0] or (len(local[0]) == 1 and parts[0].startswith(local[0]))
    return first and all(any(_same(part, other) for other in rest) for part in local[:-1])


def _same(part: str, other: str) -> bool:
    return part == other or (len(part) == 1 and other.startswith(part))


def with_separators(email: str, name: str) -> str:
    """An address whose dots and dashes were merged, as the person's name has it: dashes only where the name does."""
    local, _at, domain = email.partition("@")
    parts = local.split("-")
    dashed = {tuple(bare(word).split("-")) for word in name.split() if "-" in word}
    joined, position = [], 0
    while position < len(parts):
        size = next((len(d) for d in dashed if tuple(bare(p) for p in parts[position : position + len(d)]) == d), 1)
        joined.append("-".join(parts[position : position + size]))
        position += size
    return f"{'.'.join(joined)}@{domain}"
