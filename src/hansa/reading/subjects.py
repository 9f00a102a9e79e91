"""What an organisation is about, and where: proposed from the words of its name and description.

One table for all languages (`subjects.toml`): a topic or a geography, and the beginnings of words that tell it.
"""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from functools import cache
from importlib import resources

from hansa.reading.types import Span

MOST_TOPICS = 3


@dataclass(frozen=True, slots=True)
class Subject:
    """A topic or geography by its code, the words that tell it (a span of the text searched), and how sure it is."""

    code: str
    span: Span
    confidence: float


@cache
def _patterns(table: str) -> dict[str, re.Pattern[str]]:
    known = tomllib.loads(resources.files(__package__).joinpath("subjects.toml").read_text("utf8"))[table]
    return {
        code: re.compile(rf"(?<!\w)(?:{'|'.join(re.escape(start) for start in starts)})\w{{0,20}}", re.I)
        for code, starts in known.items()
    }


def topics(text: str) -> list[Subject]:
    """The topics that a text tells of, those told most often first, at most three."""
    found = []
    for code, pattern in _patterns("topics").items():
        matches = list(pattern.finditer(text[:5000]))
        if matches:
            found.append((-len(matches), matches[0].start(), Subject(code, matches[0].span(), 0.85)))
    return [subject for *_rank, subject in sorted(found, key=lambda f: f[:2])[:MOST_TOPICS]]


def scope(text: str) -> Subject | None:
    """The geography that a text tells of: the first in the table's order (the nearest first)."""
    for code, pattern in _patterns("scopes").items():
        if match := pattern.search(text[:5000]):
            return Subject(code, match.span(), 0.8)
    return None
