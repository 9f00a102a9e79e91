"""The one clock. Tests and imports of old records set it with `at`."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from datetime import UTC, date, datetime

from django.utils import timezone

_set: ContextVar[datetime | None] = ContextVar("hansa_clock", default=None)


def now() -> datetime:
    """The present moment in UTC."""
    return _set.get() or datetime.now(UTC)


def today() -> date:
    """The present day where the authority is."""
    return timezone.localtime(now()).date()


@contextmanager
def at(moment: datetime) -> Iterator[None]:
    """Let it be `moment` (aware) within the block."""
    token = _set.set(moment)
    try:
        yield
    finally:
        _set.reset(token)
