"""Undoing a decision by a new one. Together with claims.py and erasure.py this is all that writes the register."""

from __future__ import annotations

from collections.abc import Iterable
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _

from hansa.register import claims
from hansa.register.errors import UndoError, UnknownThingError
from hansa.register.models import Claim, Decision, Evidence, Source
from hansa.register.projection import chunks

State = Claim.State


def undo(number: int, actor: claims.Actor, note: str = "") -> Decision:
    """Take a decision back by a new one: what it accepted is withdrawn, what it ended stands (or waits) again.

    Raises UndoError where it was an erasure, is undone already, or later decisions built on it.
    """
    with transaction.atomic():
        claims.lock()
        undone = Decision.objects.filter(pk=number).first()
        if undone is None:
            raise UnknownThingError(_("There is no decision %d.") % number)
        if undone.kind == Decision.Kind.ERASE:
            raise UndoError(_("Decision %d erased personal data for good. It cannot be undone.") % number)
        if undone.undone_by.exists():
            raise UndoError(_("Decision %d is undone already.") % number)
        accepted = list(Claim.objects.filter(accepted_in=undone, erased_in=None))
        later = [claim for claim in accepted if claim.state != State.ACCEPTED]
        restored = list(Claim.objects.filter(ended_in=undone, erased_in=None))
        standing = claims.standing_of(claim.subject for claim in restored)
        mine = {claim.id for claim in accepted}
        for claim in restored:
            now = standing.get(claims.place(claim))
            if claim.accepted_in_id and now and now.id not in mine:
                later.append(claim)
        if later:
            raise UndoError(
                _(
                    "Decision %(number)d cannot be undone as a whole: %(count)d of its claims were changed "
                    "again later (the first: %(first)s). Undo the later decision first, or edit the value."
                )
                % {"number": number, "count": len(later), "first": f"{later[0].property}: {later[0].value}"}
            )
        decision = claims.new_decision(actor, note, kind=Decision.Kind.UNDO, undoes=undone)
        claims.mark(mine, state=State.WITHDRAWN, ended_in=decision)
        waiting = _read_from_pages(accepted)
        again = [_copy(claim, None) for claim in accepted if claim.id in waiting]
        _restate(again)
        _restate(
            [_copy(claim, decision if claim.accepted_in_id else None) for claim in restored],
            decision,
        )
        claims.settle(decision, [*accepted, *restored])
        return decision


def _copy(claim: Claim, accepted_in: Decision | None) -> tuple[Claim, Claim]:
    """A claim that says the same, standing (or waiting) anew, beside the one it is taken from."""
    copy = Claim(
        kind=claim.kind,
        subject=claim.subject,
        property=claim.property,
        language=claim.language,
        slot=claim.slot,
        value=claim.value,
        reference=claim.reference,
        fingerprint=claim.fingerprint,
        asks=claim.asks,
        state=State.ACCEPTED if accepted_in else State.PROPOSED,
        accepted_in=accepted_in,
        proposed_at=claim.proposed_at,
    )
    return copy, claim


def _restate(copies: list[tuple[Claim, Claim]], decision: Decision | None = None) -> None:
    """Save copies with their originals' evidence; where the same claim waits already, that one serves."""
    waiting = {
        (claim.subject, claim.fingerprint): claim
        for part in chunks({copy.subject for copy, _original in copies})
        for claim in Claim.objects.filter(subject__in=part, state=State.PROPOSED)
    }
    new: list[Claim] = []
    becomes: dict[UUID, Claim] = {}
    for copy, original in copies:
        twin = waiting.get((copy.subject, copy.fingerprint))
        if twin is None:
            new.append(copy)
            becomes[original.id] = copy
            if copy.state == State.PROPOSED:
                waiting[copy.subject, copy.fingerprint] = copy
        elif copy.state == State.ACCEPTED:
            claims.mark([twin.id], state=State.ACCEPTED, accepted_in=decision)
    Claim.objects.bulk_create(new, batch_size=2000)
    evidence = [
        Evidence(
            claim=becomes[seen.claim_id],
            source_id=seen.source_id,
            observed_at=seen.observed_at,
            quote=seen.quote,
            start=seen.start,
            end=seen.end,
            confidence=seen.confidence,
        )
        for part in chunks(becomes)
        for seen in Evidence.objects.filter(claim__in=part)
    ]
    Evidence.objects.bulk_create(evidence, batch_size=2000)


def _read_from_pages(claims: Iterable[Claim]) -> set[UUID]:
    """Those that a page, a file or a visitor says: undone, they wait for a decision again."""
    said = [Source.Kind.PAGE, Source.Kind.FILE, Source.Kind.SUGGESTION]
    return {
        claim
        for part in chunks(claim.id for claim in claims)
        for claim in Evidence.objects.filter(claim__in=part, source__kind__in=said).values_list("claim", flat=True)
    }
