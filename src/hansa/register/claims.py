"""The one place that writes the register: claims are proposed, and decided on, here.

A decision is all or nothing. Decisions are made one after the other, on every database, so that the
fold of the accepted claims in the order of decisions is well defined.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db import connection, transaction
from django.utils.translation import gettext as _

from hansa.register import clock, slugs
from hansa.register.errors import (
    ConflictError,
    DecidedError,
    GoneError,
    InvalidValueError,
    RegisterError,
    UndoError,
    UnknownThingError,
)
from hansa.register.models import TABLES, Claim, Decision, Evidence, Source, digest
from hansa.register.projection import chunks, project
from hansa.register.values import Type
from hansa.register.vocabulary import BY_KIND, KIND_LABELS, Kind, property_of

LOCK = 0x48414E5341  # "HANSA": the advisory lock under which PostgreSQL makes decisions
State = Claim.State


@dataclass(frozen=True, slots=True)
class Actor:
    """Who decides: a person (with the account, where there is one) or a rule that a person set."""

    name: str
    user_id: int | None = None


@dataclass(frozen=True, slots=True)
class Statement:
    """What a source says of one thing: the material of a claim.

    `value` None says that there is nothing any more; for one of many values `slot` tells which.
    `quote`, `start`, `end` show the words in the source's text; `confidence` is the reader's probability.
    """

    kind: Kind
    subject: UUID
    property: str
    value: Any
    language: str = ""
    slot: str | None = None
    quote: str = ""
    start: int | None = None
    end: int | None = None
    confidence: float | None = None
    asks: bool = False


@dataclass(frozen=True, slots=True)
class Accept:
    """Accept `claim`, where `replaces` (a claim's id, or None for an empty place) is what stands now."""

    claim: UUID
    replaces: UUID | None = None


@dataclass(slots=True)
class Proposed:
    """What came of proposing: claims made now, and claims that were there already and were seen again."""

    new: list[Claim] = field(default_factory=list)
    known: list[Claim] = field(default_factory=list)


Place = tuple[UUID, str, str]  # subject, property, slot


def place(claim: Claim) -> Place:
    """Where a claim stands: at most one accepted claim stands in a place."""
    return claim.subject, claim.property, claim.slot


def slot_of(kind: Kind, name: str, value: Any, language: str = "") -> str:
    """The slot that a clean value takes."""
    if not BY_KIND[kind][name].many:
        return language
    return f"{language}:{digest(value)}" if language else digest(value)


def claim_from(statement: Statement, moment: datetime) -> Claim:
    """The claim (not saved) that a statement makes. Raises InvalidValueError."""
    prop = property_of(statement.kind, statement.property)
    language = (statement.language or "und") if prop.by_language else ""
    if statement.value is None and prop.type is Type.SLUG:
        raise InvalidValueError(str(prop.label), "", _("A page must have an address. Give it another one instead."))
    value = None if statement.value is None else prop.clean(statement.value)
    slot = statement.slot if statement.slot is not None else slot_of(statement.kind, prop.name, value, language)
    return Claim(
        kind=statement.kind,
        subject=statement.subject,
        property=prop.name,
        language=language,
        slot=slot,
        value=value,
        reference=UUID(value) if prop.refers_to and value else None,
        fingerprint=digest(statement.subject, prop.name, language, slot if value is None else value),
        proposed_at=moment,
        asks=statement.asks,
    )


def lock() -> None:
    """Hold every other writer of claims off until the transaction ends."""
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("SELECT pg_advisory_xact_lock(%s)", [LOCK])
    # SQLite: every transaction of ours begins IMMEDIATE (settings), which is that lock.


def _standing(subjects: Iterable[UUID]) -> dict[Place, Claim]:
    return {
        place(claim): claim
        for part in chunks(set(subjects))
        for claim in Claim.objects.filter(subject__in=part, state=State.ACCEPTED)
    }


@transaction.atomic
def propose(
    source: Source, statements: Sequence[Statement], *, seen_before: Collection[tuple[UUID, str]] = ()
) -> Proposed:
    """Turn what `source` says into proposed claims, each with its evidence.

    A statement that is proposed or stands already gives evidence and no claim. One that was rejected
    or replaced earlier is proposed anew, unless its (subject, fingerprint) is in `seen_before`: the same
    source said so before, and it was decided then. Raises InvalidValueError, with nothing proposed.
    """
    lock()
    moment = clock.now()
    wanted: dict[tuple[UUID, str], tuple[Claim, Statement]] = {}
    for statement in statements:
        claim = claim_from(statement, moment)
        wanted.setdefault((claim.subject, claim.fingerprint), (claim, statement))
    subjects = {subject for subject, _fingerprint in wanted}
    standing = _standing(subjects)
    known: dict[tuple[UUID, str], Claim] = {}
    for part in chunks(subjects):
        for claim in Claim.objects.filter(subject__in=part).order_by("id"):
            key = (claim.subject, claim.fingerprint)
            if key in wanted and (key not in known or known[key].state not in (State.ACCEPTED, State.PROPOSED)):
                known[key] = claim
    made = Proposed()
    evidence: list[Evidence] = []
    for key, (claim, statement) in wanted.items():
        there = known.get(key)
        stands = standing.get(place(claim))
        if claim.value is None and (stands is None or stands.value is None):
            continue
        if there is None or (there.state not in (State.ACCEPTED, State.PROPOSED) and key not in seen_before):
            claim.replaces = stands
            made.new.append(claim)
            there = claim
        else:
            made.known.append(there)
        evidence.append(
            Evidence(
                claim=there,
                source=source,
                observed_at=moment,
                quote=statement.quote,
                start=statement.start,
                end=statement.end,
                confidence=statement.confidence,
            )
        )
    Claim.objects.bulk_create(made.new, batch_size=2000)
    Evidence.objects.bulk_create(evidence, batch_size=2000, ignore_conflicts=True)
    return made


@transaction.atomic
def decide(
    actor: Actor,
    *,
    accept: Iterable[Accept] = (),
    reject: Iterable[UUID] = (),
    withdraw: Iterable[UUID] = (),
    note: str = "",
) -> Decision:
    """Decide on claims, all or nothing.

    Raises ConflictError where another claim stands than the one that an accept names, DecidedError where a
    claim was decided on before, GoneError where an accepted claim speaks of what is not in the register.
    """
    lock()
    expected = {accepting.claim: accepting.replaces for accepting in accept}
    rejected, withdrawn = set(reject), set(withdraw)
    proposed = _in_state(State.PROPOSED, [*expected, *rejected])
    standing_down = _in_state(State.ACCEPTED, withdrawn)
    accepted = [claim for claim in proposed if claim.id in expected]
    if not (expected or rejected or withdrawn):
        raise RegisterError(_("Nothing was chosen to decide on."))
    decision = new_decision(actor, note)
    ended = {place(claim) for claim in standing_down}
    standing = {w: c for w, c in _standing(claim.subject for claim in accepted).items() if w not in ended}
    slugs.check(accepted)
    superseded: list[UUID] = []
    taken: set[Place] = set()
    for claim in accepted:
        stands = standing.get(place(claim))
        if place(claim) in taken:
            raise ConflictError(claim, next(c for c in accepted if place(c) == place(claim)), None)
        if (stands.id if stands else None) != expected[claim.id]:
            raise ConflictError(claim, stands, None)
        taken.add(place(claim))
        if stands:
            superseded.append(stands.id)
    _mark(rejected, state=State.REJECTED, ended_in=decision)
    _mark(withdrawn, state=State.WITHDRAWN, ended_in=decision)
    _mark(superseded, state=State.SUPERSEDED, ended_in=decision)
    _mark(expected, state=State.ACCEPTED, accepted_in=decision)
    _settle(decision, [*accepted, *standing_down])
    _check_that_all_exist(accepted)
    return decision


def state(
    actor: Actor,
    statements: Sequence[Statement],
    *,
    source: Source | None = None,
    seen: Sequence[UUID | None] | None = None,
    note: str = "",
) -> Decision | None:
    """Propose and accept in one go: a keeper's own word. None where all of it stands already.

    `seen` holds, beside each statement, the claim that the keeper saw standing; left out, whatever stands
    is replaced.
    """
    with transaction.atomic():
        source = source or word_of(actor)
        made = propose(source, statements)
        moment = clock.now()
        saw = (
            {
                (c.subject, c.fingerprint): id_
                for c, id_ in zip((claim_from(s, moment) for s in statements), seen, strict=True)
            }
            if seen is not None
            else {}
        )
        open_claims = [*made.new, *(claim for claim in made.known if claim.state == State.PROPOSED)]
        stands = _standing(claim.subject for claim in open_claims)
        if not open_claims:
            return None
        accept = []
        for claim in open_claims:
            now = stands.get(place(claim))
            key = (claim.subject, claim.fingerprint)
            accept.append(Accept(claim.id, saw.get(key, now.id if now else None)))
        return decide(actor, accept=accept, note=note)


def undo(number: int, actor: Actor, note: str = "") -> Decision:
    """Take a decision back by a new one: what it accepted is withdrawn, what it ended stands (or waits) again.

    Raises UndoError where it was an erasure, is undone already, or later decisions built on it.
    """
    with transaction.atomic():
        lock()
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
        standing = _standing(claim.subject for claim in restored)
        mine = {claim.id for claim in accepted}
        for claim in restored:
            now = standing.get(place(claim))
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
        decision = new_decision(actor, note, kind=Decision.Kind.UNDO, undoes=undone)
        _mark(mine, state=State.WITHDRAWN, ended_in=decision)
        waiting = _read_from_pages(accepted)
        again = [_copy(claim, None) for claim in accepted if claim.id in waiting]
        _restate(again)
        _restate(
            [_copy(claim, decision if claim.accepted_in_id else None) for claim in restored],
            decision,
        )
        _settle(decision, [*accepted, *restored])
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
            _mark([twin.id], state=State.ACCEPTED, accepted_in=decision)
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


def word_of(actor: Actor) -> Source:
    """The source of what a keeper says in person: one a day and keeper."""
    day = clock.today().isoformat()
    location = f"{actor.user_id or ''}:{actor.name}:{day}"
    source, _made = Source.objects.get_or_create(
        kind=Source.Kind.WORD,
        location=location,
        defaults={"title": actor.name, "first_read_at": clock.now(), "last_read_at": clock.now()},
    )
    if not _made:
        Source.objects.filter(pk=source.pk).update(last_read_at=clock.now())
    return source


def _in_state(state: str, ids: Iterable[UUID]) -> list[Claim]:
    wanted = list(ids)
    found = {claim.id: claim for part in chunks(wanted) for claim in Claim.objects.filter(id__in=part, state=state)}
    if missing := [id_ for id_ in wanted if id_ not in found]:
        raise DecidedError(missing)
    return [found[id_] for id_ in dict.fromkeys(wanted)]


def new_decision(actor: Actor, note: str, kind: str = Decision.Kind.DECIDE, undoes: Decision | None = None) -> Decision:
    """The next decision, under `lock`."""
    last = Decision.objects.order_by("-number").first()
    return Decision.objects.create(
        number=last.number + 1 if last else 1,
        kind=kind,
        made_at=max(clock.now(), last.made_at) if last else clock.now(),
        actor=actor.name,
        user_id=actor.user_id,
        note=note,
        undoes=undoes,
    )


def _mark(ids: Iterable[UUID], **changes: Any) -> None:
    for part in chunks(ids):
        Claim.objects.filter(id__in=part).update(**changes)


def _settle(decision: Decision, touched: Sequence[Claim]) -> None:
    """Bring the typed tables in step, and give what is new an address on the website."""
    subjects = {claim.subject: Kind(claim.kind) for claim in touched}
    slugs.give(decision, subjects)
    project(subjects)


def _check_that_all_exist(accepted: Sequence[Claim]) -> None:
    speaking = [claim for claim in accepted if claim.value is not None]
    for kind in Kind:
        of_kind = [claim for claim in speaking if claim.kind == kind]
        _check(of_kind, kind, [claim.subject for claim in of_kind])
        referring = [claim for claim in speaking if BY_KIND[Kind(claim.kind)][claim.property].refers_to is kind]
        _check(referring, kind, [claim.reference for claim in referring if claim.reference])


def _check(claims: Sequence[Claim], kind: Kind, ids: Sequence[UUID]) -> None:
    there = {
        pk
        for part in chunks(set(ids))
        for pk in TABLES[kind]._default_manager.filter(pk__in=part).values_list("pk", flat=True)
    }
    for claim, id_ in zip(claims, ids, strict=True):
        if id_ not in there:
            raise GoneError(claim, str(KIND_LABELS[kind]))
