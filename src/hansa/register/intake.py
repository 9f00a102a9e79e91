"""From a reading to proposed claims: what is new, what changed, what is gone, and what must be asked.

Reading again is a diff: what the same page (the same `location`) said before is not proposed again, whatever was
decided on it; what stands already is only seen once more.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, field
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _

from hansa.reading import Reading, open_document, read
from hansa.register import clock
from hansa.register.claims import Accept, Actor, Statement, claim_from, decide, lock, place, propose
from hansa.register.errors import RegisterError
from hansa.register.identities import Identities
from hansa.register.models import Claim, Decision, Evidence, Source, new_id
from hansa.register.pages import Page
from hansa.register.projection import chunks
from hansa.register.statements import Statements
from hansa.register.vocabulary import BY_KIND, Kind

State = Claim.State


@dataclass(slots=True)
class Intake:
    """What came of taking a reading in; `reread` where an earlier version of the page was read before."""

    source: Source
    authority: UUID
    unchanged: bool = False
    reread: bool = False
    new: list[Claim] = field(default_factory=list)
    known: list[Claim] = field(default_factory=list)
    questions: list[Claim] = field(default_factory=list)

    @property
    def to_decide(self) -> list[Claim]:
        """Every claim that waits for a decision because of this page: questions last."""
        return [claim for claim in [*self.new, *self.known, *self.questions] if claim.state == State.PROPOSED]


@transaction.atomic
def take_in(reading: Reading, page: Page, *, authority: str | None = None) -> Intake:
    """Propose what `reading` says. `authority` is whose page it is; left out, the reading must tell.

    Raises RegisterError where nobody knows whose page it is.
    """
    lock()
    name = authority or reading.authority
    if not name:
        raise RegisterError(_("The page does not say whose memberships it lists. Name the authority."))
    authorities = Identities(Kind.ORGANISATION)
    whose = authorities.find([name])
    subject = new_id() if whose.question else whose.subject  # an authority is never taken for another by likeness
    source, before = _source(reading, page, subject)
    statements = Statements(reading, subject, organisations=authorities)
    if whose.is_new or whose.question:
        statements.new_authority(name)
    statements.make()
    seen = _seen(before)
    made = propose(source, statements.made, seen_before=seen)
    asked = propose(source, statements.questions, seen_before=seen)
    intake = Intake(
        source=source,
        authority=subject,
        reread=bool(before) and before[0].sha256 != source.sha256,
        unchanged=bool(before) and before[0].sha256 == source.sha256,
        new=made.new,
        known=made.known,
        questions=[*asked.new, *(claim for claim in asked.known if claim.state == State.PROPOSED)],
    )
    if before and not intake.unchanged:
        gone = propose(source, _gone(before[-1], statements), seen_before=seen)
        intake.new += gone.new
        intake.known += gone.known
    return intake


def _source(reading: Reading, page: Page, authority: UUID) -> tuple[Source, list[Source]]:
    """The source of this reading, and those whose evidence was judged before: itself, or the earlier version."""
    sha256 = hashlib.sha256(page.content).hexdigest()
    moment = clock.now()
    last = (
        Source.objects.filter(
            location=page.location, authority=authority, kind__in=[Source.Kind.PAGE, Source.Kind.FILE]
        )
        .order_by("-last_read_at", "-id")
        .first()
    )
    if last and last.sha256 == sha256:
        last.last_read_at = moment
        last.save(update_fields=["last_read_at"])
        return last, [last]
    source = Source.objects.create(
        kind=page.kind,
        location=page.location,
        authority=authority,
        title=(reading.title or page.location)[:500],
        language=reading.language or "",
        media_type=page.media_type,
        sha256=sha256,
        content=page.content,
        text=reading.text.replace("\x00", " "),
        notices=[{"code": notice.code, "message": notice.message, "span": notice.span} for notice in reading.notices],
        first_read_at=moment,
        last_read_at=moment,
    )
    return source, [last] if last else []


def _seen(sources: list[Source]) -> set[tuple[UUID, str]]:
    """What these sources said, as (subject, fingerprint)."""
    return set(Claim.objects.filter(evidence__source__in=sources, erased_in=None).values_list("subject", "fingerprint"))


def _gone(before: Source, statements: Statements) -> list[Statement]:
    """Proposals to end what the page's earlier version said, it says no longer, and no other page says."""
    said = list(Claim.objects.filter(evidence__source=before, state=State.ACCEPTED, erased_in=None).exclude(value=None))
    still = {place(claim_from(statement, clock.now())) for statement in statements.made}
    spoken_of = {subject for subject, _property, _slot in still} | statements.held_back
    elsewhere = _said_elsewhere(said, before)
    gone = [claim for claim in said if place(claim) not in still and claim.id not in elsewhere]
    ended = _ended_things(gone, spoken_of, statements)
    proposals = [Statement(kind, subject, "until", f"/{clock.today().isoformat()}") for subject, kind in ended.items()]
    for claim in gone:
        prop = BY_KIND[Kind(claim.kind)][claim.property]
        if claim.subject in spoken_of - statements.held_back and not prop.required and claim.property != "until":
            proposals.append(
                Statement(
                    Kind(claim.kind),
                    claim.subject,
                    claim.property,
                    None,
                    language=claim.language,
                    slot=claim.slot,
                )
            )
    return proposals


def _said_elsewhere(claims: list[Claim], before: Source) -> set[UUID]:
    """Those that some other place than this page says too."""
    return {
        claim
        for part in chunks(claim.id for claim in claims)
        for claim in Evidence.objects.filter(claim__in=part)
        .exclude(source__location=before.location, source__authority=before.authority)
        .values_list("claim", flat=True)
    }


def _ended_things(gone: list[Claim], spoken_of: set[UUID], statements: Statements) -> dict[UUID, Kind]:
    """The memberships, contacts and appointments of which the page says nothing more.

    Where a membership is gone, so are its contacts: they need no proposal of their own.
    """
    ending = {
        claim.subject: Kind(claim.kind)
        for claim in gone
        if "until" in BY_KIND[Kind(claim.kind)] and claim.subject not in spoken_of
    }
    of_ended = Claim.objects.filter(
        kind=Kind.CONTACT, property="membership", state=State.ACCEPTED, reference__in=list(ending)
    ).values_list("subject", flat=True)
    for contact in of_ended:
        ending.pop(contact, None)
    return {s: kind for s, kind in ending.items() if s not in statements.held_back}


def accept_all(intake: Intake, actor: Actor, note: str = "") -> Decision | None:
    """Accept everything that the intake proposed, but for its questions; None where there is nothing to accept."""
    chosen = [Accept(claim.id, claim.replaces_id) for claim in intake.to_decide if not claim.asks]
    return decide(actor, accept=chosen, note=note) if chosen else None


def read_again(source: Source) -> Intake | None:
    """Take a kept page in once more, after a question about it was answered; None where its bytes were erased."""
    if source.content is None:
        source = Source.objects.get(pk=source.pk)
    if source.content is None or source.kind not in (Source.Kind.PAGE, Source.Kind.FILE):
        return None
    content = bytes(source.content)
    document = open_document(content, name=source.location, media_type=source.media_type or None)
    page = Page(source.location, content, kind=source.kind, media_type=source.media_type)
    names = Claim.objects.filter(subject=source.authority or source.pk, property="name")
    name = names.order_by("state", "id").first()
    return take_in(read(document), page, authority=name.value if name else None)
