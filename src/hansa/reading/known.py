"""Networks that are known by name: that some words are an organisation's name, and nothing else about it."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from functools import cache
from importlib import resources
from typing import Any

from hansa.reading.languages import alternatives
from hansa.reading.types import Span

FEW_WORDS = 3
CASES = r"['’]?s|:?(?:n|in|en|iin|hin|ssa|ssä|sta|stä|lle|lta|ltä|ta|tä|na|nä|ksi)"  # Germanic genitives, Finnish cases


@cache
def _known() -> dict[str, Any]:
    return tomllib.loads(resources.files(__package__).joinpath("networks.toml").read_text("utf8"))


@cache
def _names() -> re.Pattern[str]:
    return re.compile(rf"(?<![\w-])(?:{alternatives(_known()['names'])})(?![\w+]|-[A-Z0-9])")


@cache
def _wholes() -> tuple[tuple[re.Pattern[str], re.Pattern[str]], ...]:
    """For each organisation that is known to have parts how it begins to be called, and how they do."""
    every = _known()["wholes"].values()
    return tuple(
        (re.compile(rf"(?<!\w)(?:{alternatives(one['names'])})"), re.compile(alternatives(one["parts"])))
        for one in every
    )


def has_parts(name: str) -> bool:
    """Whether an organisation of this name is known to have parts."""
    return any(whole.match(name) for whole, _parts in _wholes())


def whole_of(name: str) -> re.Pattern[str] | None:
    """How the organisation begins to be called that one of this name is known to be a part of."""
    return next((whole for whole, parts in _wholes() if parts.match(name)), None)


def known_in(text: str, start: int, end: int) -> Iterator[Span]:
    """Where a text names networks that are known, a Nordic or Dutch genitive among them (“Euromontanas”)."""
    for match in _genitives().finditer(text, start, end):
        yield match.start(), match.end("name")


@cache
def _genitives() -> re.Pattern[str]:
    return re.compile(_names().pattern.replace("(?:", "(?P<name>", 1).replace("(?![", f"(?:{CASES})?(?![", 1))


def is_word(words: str) -> bool:
    """Whether a name in capitals is known as a word: “EUROCITIES” is Eurocities, and stands for nothing."""
    return words.isupper() and _names().fullmatch(words.capitalize()) is not None


def is_known(words: str, *, whole: bool = False) -> bool:
    """Whether words hold, or begin with, the name of a network that is known; `whole`: have few others beside."""
    found = _names().match(words) if whole else _names().search(words)
    return found is not None and (not whole or len(words[found.end() :].split()) <= FEW_WORDS)
