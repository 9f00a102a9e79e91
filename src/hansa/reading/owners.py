"""Whose an e-mail address is, by the parts of a person's name."""

from __future__ import annotations

import re
from functools import lru_cache

from hansa.reading.people import bare
from hansa.reading.persons import PARTICLES

# Letters that addresses write as two, or as another one.
_SPELLED = str.maketrans({"ø": "oe", "ö": "oe", "ä": "ae", "æ": "ae", "ü": "ue", "å": "aa", "ð": "d", "þ": "th"})

_SHORTER = str.maketrans({"æ": "a", "ø": "o", "å": "a"})
_SIGNS, _BETWEEN = re.compile(r"[._-]"), re.compile(r"[\s'’.-]+")
_SECOND_HALF = re.compile(r"(?<=\w\w)-\w+\Z")


@lru_cache(maxsize=512)  # each is compared with many names
def local_parts(email: str) -> list[str]:
    """The parts of an address before the at sign, folded."""
    return [part for part in _SIGNS.split(bare(email.partition("@")[0])) if part]


def name_parts(name: str) -> list[str]:
    """The parts of a person's name, folded; both halves of a double name."""
    return [part for part in _BETWEEN.split(bare(name)) if part]


@lru_cache(maxsize=512)  # each is compared with many addresses
def spellings(name: str) -> list[list[str]]:
    """The parts of a name in the ways in which addresses spell them: å as a or aa, ø as o or oe, æ as ae or a; a double
    name whole, in one word, or but its first half: “lind-berg”, “lindberg”, “lind”."""
    ways = [name, name.lower().translate(_SPELLED), name.lower().translate(_SHORTER)]
    if "-" in name:
        ways += [name.replace("-", ""), _SECOND_HALF.sub("", name)]
    return [list(one) for one in dict.fromkeys(tuple(name_parts(way)) for way in ways)]


@lru_cache(maxsize=512)
def endings(name: str) -> frozenset[str]:
    """What the last part of an address may be where it is this person's."""
    found: set[str] = set()
    for parts in spellings(name):
        if len(parts) > 1:
            last = _last(parts)
            found |= {parts[-1], parts[-2], last, parts[0]}
            found.add("".join(part[0] for part in parts))
            found |= {f"{first}{name}" for first in (parts[0], parts[0][0]) for name in (last, parts[-1], parts[-2])}
    return frozenset(found)


def belongs_to(email: str, name: str) -> bool:
    """Whether an address is made of a person's name: first and last name, those between perhaps left out."""
    local = local_parts(email)
    return any(made_of(local, parts) for parts in spellings(name))


def made_of(local: list[str], parts: list[str]) -> bool:
    """Whether the parts of an address are those of a name, or the initials of some; the last name whole.

    Particles may be left out or joined to the surname (l.deruig), names may be run together (mariasilva, msilva) or
    turned round (lind.asta).
    """
    if len(parts) < 2:
        return False
    last = _last(parts)
    # The first of two surnames stands alone too, as in Spain.
    surnames = {last, parts[-1]} | ({parts[-2]} - PARTICLES if len(parts) > 2 else set())
    if len(local) == 1:
        joined = {f"{first}{surname}" for surname in surnames if len(surname) > 3 for first in (parts[0], parts[0][0])}
        initials = "".join(part[0] for part in parts)
        return local[0] in joined | {f"{parts[0]}{last}"} or (len(initials) > 2 and local[0] == initials)
    if local[0] == parts[-1] and local[1:] == parts[:1]:
        return True
    initials = "".join(part[0] for part in parts[:-1])  # “ym.nilsen”, Yves-Marie Nilsen
    first = local[0] in (parts[0], "".join(parts[:2]), initials) or (
        len(local[0]) == 1 and parts[0].startswith(local[0])
    )
    if not first:
        return False
    if len(local) == 2 and local[1] in surnames and (len(local[0]) > 1 or local[1] != parts[-2]):
        return True
    if local[-1] != parts[-1]:
        return False
    rest = iter(parts[:-1])
    return all(any(_same(part, other) for other in rest) for part in local[:-1])


def _last(parts: list[str]) -> str:
    """The surname in one word, with the particles before it."""
    start = len(parts) - 1
    while start > 1 and parts[start - 1] in PARTICLES:
        start -= 1
    return "".join(parts[start:])


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
