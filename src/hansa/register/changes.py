"""What a page's proposals change in the register, as a person follows it: changed, gone, new, moved."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable
from enum import StrEnum
from typing import TYPE_CHECKING
from uuid import UUID

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy

from hansa.register.models import Claim
from hansa.register.projection import chunks
from hansa.register.vocabulary import Kind

if TYPE_CHECKING:
    from hansa.register.review import Group


class Change(StrEnum):
    """What becomes of a thing; a person who has moved is gone from one task and has come to another."""

    CHANGED = "changed"
    GONE = "gone"
    NEW = "new"
    MOVED = "moved"


CHANGE_LABELS: dict[Change, Promise] = {
    Change.CHANGED: gettext_lazy("changed"),
    Change.GONE: gettext_lazy("gone from the page"),
    Change.NEW: gettext_lazy("new"),
    Change.MOVED: gettext_lazy("moved"),
}
_Goings = dict[tuple[Kind, UUID], list["Group"]]
_OF_PEOPLE = frozenset((Kind.CONTACT, Kind.APPOINTMENT))


def tell(groups: Iterable[Group]) -> None:
    """Say of each thing what becomes of it, and of what has moved, where it was and where it is now."""
    groups = list(groups)
    for group in groups:
        group.change = Change.NEW if group.is_new else Change.GONE if _is_gone(group) else Change.CHANGED
    left, come = _goings([group for group in groups if group.kind in _OF_PEOPLE])
    for (kind, person), places in left.items():
        for before, now in zip(places, come.get((kind, person), []), strict=False):
            before.change = now.change = Change.MOVED
            before.moved_to, now.moved_from = now.name, before.name


def counted(groups: Iterable[Group]) -> dict[Change, int]:
    """How many things are changed, gone, new and moved."""
    found = Counter(group.change for group in groups)
    return {change: found[change] for change in Change if found[change]}


def _is_gone(group: Group) -> bool:
    """Whether all that is proposed of a thing is that it has ended, or that the page says no more of it."""
    return all(
        proposal.claim.value is None
        or (proposal.claim.property == "until" and (proposal.evidence is None or proposal.evidence.start is None))
        for proposal in group.proposals
    )


def _goings(groups: list[Group]) -> tuple[_Goings, _Goings]:
    """Who leaves a task, and who comes to one: by the kind of task and the person."""
    holders = _people([group for group in groups if group.change == Change.GONE])
    left: _Goings = defaultdict(list)
    come: _Goings = defaultdict(list)
    for group in groups:
        if group.subject in holders:
            left[group.kind, holders[group.subject]].append(group)
        for proposal in group.proposals:
            if proposal.claim.property == "person" and proposal.claim.reference:
                come[group.kind, proposal.claim.reference].append(group)
                if proposal.standing and proposal.standing.reference:
                    left[group.kind, proposal.standing.reference].append(group)
    return left, come


def _people(groups: list[Group]) -> dict[UUID, UUID]:
    """The person of each contact and appointment, as accepted."""
    return {
        claim.subject: claim.reference
        for part in chunks([group.subject for group in groups])
        for claim in Claim.objects.filter(subject__in=part, property="person", state=Claim.State.ACCEPTED)
        if claim.reference
    }
