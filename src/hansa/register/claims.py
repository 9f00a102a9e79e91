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


def standing_of(subjects: Iterable[UUID]) -> dict[Place, Claim]:
    """What stands about these things, by place."""
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
    standing = standing_of(subjects)
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
    standing = {w: c for w, c in standing_of(claim.subject for claim in accepted).items() if w not in ended}
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
    mark(rejected, state=State.REJECTED, ended_in=decision)
    mark(withdrawn, state=State.WITHDRAWN, ended_in=decision)
    mark(superseded, state=State.SUPERSEDED, ended_in=decision)
    mark(expected, state=State.ACCEPTED, accepted_in=decision)
    settle(decision, [*accepted, *standing_down])
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
        stands = standing_of(claim.subject for claim in open_claims)
        if not open_claims:
            return None
        accept = []
        for claim in open_claims:
            now = stands.get(place(claim))
            key = (claim.subject, claim.fingerprint)
            accept.append(Accept(claim.id, saw.get(key, now.id if now else None)))
        return decide(actor, accept=accept, note=note)


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


def mark(ids: Iterable[UUID], **changes: Any) -> None:
    """Change the state of claims, under `lock`, as part of a decision."""
    for part in chunks(ids):
        Claim.objects.filter(id__in=part).update(**changes)


def settle(decision: Decision, touched: Sequence[Claim]) -> None:
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
