"""Memberships, contacts and appointments that the register has, had, or was proposed to have, by what they relate."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from hansa.register import clock
from hansa.register.models import Claim
from hansa.register.values import is_over
from hansa.register.vocabulary import Kind

State = Claim.State
_NEAREST = [State.ACCEPTED, State.PROPOSED, State.REJECTED, State.SUPERSEDED, State.WITHDRAWN]


@dataclass(slots=True)
class Relation:
    """A contact or appointment that the register has, had, or was proposed to have: its references, as ids.

    `current`: it stands or waits.
    """

    subject: UUID
    refers: dict[str, UUID | None]
    role: str = ""
    taken: bool = False
    current: bool = False


def existing(kind: Kind, first: str, a: UUID, second: str, b: UUID) -> UUID | None:
    """The subject of this kind that refers to `a` and to `b`, standing, proposed or decided on before."""
    of_a = set(referring(kind, first, a))
    of_both = [s for s in referring(kind, second, b) if s in of_a]
    return of_both[0] if of_both else None


def referring(kind: Kind, prop: str, to: UUID) -> list[UUID]:
    claims = Claim.objects.filter(kind=kind, property=prop, reference=to).order_by("-accepted_in_id", "id")
    return list(dict.fromkeys(claims.values_list("subject", flat=True)))


def relations(kind: Kind, prop: str, to: UUID) -> list[Relation]:
    subjects = referring(kind, prop, to)
    relations = {subject: Relation(subject, {}) for subject in subjects}
    said = Claim.objects.filter(kind=kind, subject__in=subjects, erased_in=None).exclude(value=None)
    today = clock.today()
    for claim in sorted(said, key=lambda c: (_NEAREST.index(State(c.state)), c.id)):
        if claim.property == "until" and claim.state == State.ACCEPTED and is_over(claim.value, today):
            relations.pop(claim.subject, None)
        elif (relation := relations.get(claim.subject)) is None:
            continue
        elif claim.property == "role":
            relation.role = relation.role or claim.value
        elif claim.property in ("person", "unit", "authority"):
            relation.refers.setdefault(claim.property, claim.reference)
            relation.current |= claim.state in (State.ACCEPTED, State.PROPOSED)
    return [relation for relation in relations.values() if relation.refers]
