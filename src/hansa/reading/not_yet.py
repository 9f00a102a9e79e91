"""Offices that a page says somebody is to hold later: “From January 2027 Cllr Ek takes over the chair”."""

from __future__ import annotations

import re
from datetime import UTC, datetime
from typing import TypeVar

from hansa.reading.document import Document
from hansa.reading.types import Organisation

Value = TypeVar("Value")
FAR = 400  # letters of a sentence before what tells of an office
PATH = "offices."
_BEGINS = re.compile(r"\W{0,3}[^\W\d_]{1,7}(?:\s[^\W\d_]{1,10}){0,3}\s(20\d\d)(?!\d)")
_ENDS = re.compile(r"(?<=[^\W\d_]{3})[.;!?]\s|\n")


def without_later(own: Organisation, document: Document, updated: str | None) -> None:
    """Leave out the offices that begin after the day of the page, or after today where it tells none."""
    today = updated or datetime.now(UTC).date().isoformat()
    kept = [place for place, one in enumerate(own.offices) if not _is_later(own, place, one.since, document, today)]
    if len(kept) == len(own.offices):
        return
    own.offices[:] = [own.offices[place] for place in kept]
    paths = {f"{PATH}{place}": f"{PATH}{new}" for new, place in enumerate(kept)}
    _rename(own.evidence, paths)
    _rename(own.confidence, paths)
    _rename(own.rules, paths)


def _rename(told: dict[str, Value], paths: dict[str, str]) -> None:
    """Give what is told of offices the paths that these have now; what is told of others of them goes."""
    offices = {path: told.pop(path) for path in list(told) if path.startswith(PATH)}
    for path, value in offices.items():
        first = ".".join(path.split(".")[:2])
        if first in paths:
            told[paths[first] + path[len(first) :]] = value


def _is_later(own: Organisation, place: int, since: str | None, document: Document, today: str) -> bool:
    """Whether an office begins later, by its date or by that with which its sentence begins."""
    if since is not None:
        return since > today[: len(since)]
    at = own.evidence.get(f"{PATH}{place}")
    if at is None or own.offices[place].until:
        return False
    before = document.text[max(0, at[0] - FAR) : at[0]]
    start = max((end.end() for end in _ENDS.finditer(before)), default=0)
    said = _BEGINS.match(before[start:] + document.text[at[0] : at[1]])
    return said is not None and said[1] > today[:4]
