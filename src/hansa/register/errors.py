"""Every error of the register: what happened, to what, and what to do."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from django.utils.translation import gettext as _

if TYPE_CHECKING:
    from hansa.register.models import Claim


class RegisterError(Exception):
    """A request that the register refuses; nothing was changed. `str()` is for people."""


class InvalidValueError(RegisterError):
    """A value that its property does not take."""

    def __init__(self, label: str, value: Any, why: str) -> None:
        self.label, self.value, self.why = label, value, why
        super().__init__(
            _("%(label)s: “%(value)s” was not taken. %(why)s") % {"label": label, "value": str(value)[:120], "why": why}
        )


class ConflictError(RegisterError):
    """Another value stands now than the one that was to be replaced: both are in the message."""

    def __init__(self, claim: Claim, standing: Claim | None, expected: Claim | None) -> None:
        self.claim, self.standing, self.expected = claim, standing, expected
        shown = _("nothing") if standing is None or standing.value is None else f"“{standing.value}”"
        super().__init__(
            _(
                "%(property)s was changed by somebody else: %(standing)s stands there now, and you were about "
                "to accept “%(value)s”. Look at both and decide again."
            )
            % {"property": claim.property, "standing": shown, "value": claim.value}
        )


class DecidedError(RegisterError):
    """The claims were decided on already, or are not there."""

    def __init__(self, ids: Sequence[object]) -> None:
        self.ids = list(ids)
        super().__init__(
            _("%(count)d of the claims were already decided, or are no longer there. Reload the page.")
            % {"count": len(self.ids)}
        )


class GoneError(RegisterError):
    """A claim on a thing that the register does not hold (any more)."""

    def __init__(self, claim: Claim, missing: str) -> None:
        self.claim, self.missing = claim, missing
        super().__init__(
            _(
                "“%(value)s” (%(property)s) speaks of something that is not in the register: %(missing)s. "
                "Accept that first, or reject this claim."
            )
            % {"value": claim.value, "property": claim.property, "missing": missing}
        )


class UndoError(RegisterError):
    """A decision that cannot be undone as asked."""


class UnknownThingError(RegisterError):
    """Something was asked for by a name or number that the register does not have."""
