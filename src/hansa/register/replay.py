"""Replay: folding the accepted claims in the order of decisions must give the typed tables exactly."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from hansa.register.claims import Place, place
from hansa.register.models import Claim
from hansa.register.projection import grouped, rows, tables, without_defaults
from hansa.register.vocabulary import Kind

Tables = dict[Kind, dict[UUID, dict[str, Any]]]


@dataclass(frozen=True, slots=True)
class Fault:
    """Something in the history of claims that cannot have come about by decisions."""

    claim: Claim
    code: str


def fold(claims: Iterable[Claim], upto: int | None = None) -> tuple[dict[Place, Claim], list[Fault]]:
    """What stands after the decisions up to number `upto` (None: all), made one by one, and what is wrong there."""
    begins: dict[int, list[Claim]] = defaultdict(list)
    ends: dict[int, list[Claim]] = defaultdict(list)
    for claim in claims:
        if claim.accepted_in_id is not None:
            begins[claim.accepted_in_id].append(claim)
            if claim.ended_in_id is not None:
                ends[claim.ended_in_id].append(claim)
    stands: dict[Place, Claim] = {}
    faults: list[Fault] = []
    for number in sorted({*begins, *ends}):
        if upto is not None and number > upto:
            break
        for claim in ends[number]:
            if stands.get(place(claim)) is not claim:
                faults.append(Fault(claim, "ends-without-standing"))
            else:
                del stands[place(claim)]
        for claim in begins[number]:
            if place(claim) in stands:
                faults.append(Fault(claim, "two-in-one-place"))
            stands[place(claim)] = claim
    return stands, faults


def replayed(upto: int | None = None) -> tuple[Tables, list[Fault]]:
    """The typed tables as the claims make them, after decision `upto` (None: all), and faults in the history."""
    history = Claim.objects.exclude(accepted_in=None).order_by("id")
    stands, faults = fold(history.iterator(chunk_size=5000), upto)
    return without_defaults(rows(grouped(stands.values()))), faults


def differences(made: Tables, held: Tables) -> list[tuple[Kind, UUID, dict[str, Any] | None, dict[str, Any] | None]]:
    """Where two sets of tables differ: kind, subject, the row in the one and in the other (None: no row)."""
    return [
        (kind, subject, made[kind].get(subject), held[kind].get(subject))
        for kind in Kind
        for subject in sorted({*made[kind], *held[kind]})
        if made[kind].get(subject) != held[kind].get(subject)
    ]


def check() -> tuple[list[tuple[Kind, UUID, dict[str, Any] | None, dict[str, Any] | None]], list[Fault]]:
    """Compare the live tables with the replay of all claims: differences (none, in a sound register) and faults."""
    made, faults = replayed()
    return differences(made, tables()), faults
