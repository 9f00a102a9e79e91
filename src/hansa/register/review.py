"""What waits for a decision: by page and by thing, each proposal beside the value that stands, doubt first."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from uuid import UUID

from django.db.models import Count, Prefetch, Q

from hansa.register.changes import CHANGE_LABELS, Change, tell
from hansa.register.labels import Names, claim_in_words
from hansa.register.models import Claim, Evidence, Source
from hansa.register.projection import chunks
from hansa.register.vocabulary import BY_KIND, KIND_LABELS, Kind, Label, Property

State = Claim.State
SURE = 0.9  # below this a finding is shown as doubtful


@dataclass(slots=True)
class Proposal:
    """One proposed claim as a person judges it."""

    claim: Claim
    prop: Property
    value: str
    standing: Claim | None
    now: str
    evidence: Evidence | None

    @property
    def confidence(self) -> float:
        """The reader's probability; 1 where a person said so."""
        return self.evidence.confidence if self.evidence and self.evidence.confidence is not None else 1.0

    @property
    def percent(self) -> int:
        """The confidence in percent."""
        return round(100 * self.confidence)

    @property
    def doubtful(self) -> bool:
        return self.confidence < SURE

    @property
    def is_question(self) -> bool:
        """Asks whether a name is another name of a thing that is known."""
        return self.claim.asks


@dataclass(slots=True)
class Group:
    """The proposals about one thing."""

    subject: UUID
    kind: Kind
    name: str
    is_new: bool
    change: Change = Change.CHANGED
    moved_from: str = ""
    moved_to: str = ""
    proposals: list[Proposal] = field(default_factory=list)

    @property
    def label(self) -> Label:
        return KIND_LABELS[self.kind]

    @property
    def change_label(self) -> str:
        return str(CHANGE_LABELS[self.change])

    @property
    def confidence(self) -> float:
        return min(proposal.confidence for proposal in self.proposals)


def waiting_sources() -> list[Source]:
    """The sources of which something waits, newest first, each with `waiting`, the number of claims."""
    return list(
        Source.objects.annotate(
            waiting=Count("evidence", filter=Q(evidence__claim__state=State.PROPOSED), distinct=True)
        )
        .filter(waiting__gt=0)
        .defer("content", "text")
        .order_by("-last_read_at")
    )


def waiting(source: Source) -> list[Group]:
    """What waits of one source, by thing: questions first, then by doubt, then in the order of the page."""
    claims = list(
        Claim.objects.filter(evidence__source=source, state=State.PROPOSED)
        .prefetch_related(Prefetch("evidence", Evidence.objects.filter(source=source)))
        .order_by("id")
    )
    standing = {
        (claim.subject, claim.property, claim.slot): claim
        for part in chunks({claim.subject for claim in claims})
        for claim in Claim.objects.filter(subject__in=part, state=State.ACCEPTED)
    }
    exists = {subject for subject, _property, _slot in standing}
    references = [claim.reference for claim in [*claims, *standing.values()] if claim.reference]
    names = Names([*(claim.subject for claim in claims), *references])
    groups: dict[UUID, Group] = {}
    order: dict[UUID, int] = defaultdict(int)
    for position, claim in enumerate(claims):
        group = groups.setdefault(
            claim.subject,
            Group(claim.subject, Kind(claim.kind), names.of(claim.subject), claim.subject not in exists),
        )
        order.setdefault(claim.subject, position)
        stands = standing.get((claim.subject, claim.property, claim.slot))
        group.proposals.append(
            Proposal(
                claim=claim,
                prop=BY_KIND[group.kind][claim.property],
                value=claim_in_words(claim, names),
                standing=stands,
                now=claim_in_words(stands, names) if stands else "",
                evidence=next(iter(claim.evidence.all()), None),
            )
        )
    tell(groups.values())
    return sorted(
        groups.values(),
        key=lambda g: (not any(p.is_question for p in g.proposals), round(g.confidence, 2), order[g.subject]),
    )


def needed_with(claims: list[Claim]) -> list[Claim]:
    """Further proposals without which these cannot be accepted: what their things, and what they refer to, need."""
    chosen = {claim.id: claim for claim in claims}
    looked_at: set[UUID] = set()
    while True:
        subjects = {c.subject for c in chosen.values()} | {c.reference for c in chosen.values() if c.reference}
        if not (left := subjects - looked_at):
            return [claim for id_, claim in chosen.items() if id_ not in {c.id for c in claims}]
        looked_at |= left
        for part in chunks(left):
            known = list(Claim.objects.filter(subject__in=part, state__in=[State.ACCEPTED, State.PROPOSED]))
            filled = {
                (c.subject, c.property)
                for c in [*known, *chosen.values()]
                if c.value is not None and (c.state == State.ACCEPTED or c.id in chosen)
            }
            for claim in sorted(known, key=lambda c: c.id):
                required = BY_KIND[Kind(claim.kind)][claim.property].required
                if required and claim.state == State.PROPOSED and (claim.subject, claim.property) not in filled:
                    chosen[claim.id] = claim
                    filled.add((claim.subject, claim.property))
