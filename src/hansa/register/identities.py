"""Who is who: which thing in the register a name on a page speaks of.

The matcher judges names; this module knows the register's things, and the answers that people gave. "Is X
another name of Y?" is itself a claim (Y's `other_names`): accepted, X is Y from then on; rejected, it is not.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from uuid import UUID

from hansa.register.folding import folded
from hansa.register.matching import Index, Known, Match, Verdict
from hansa.register.models import Claim, new_id
from hansa.register.vocabulary import Kind

State = Claim.State
NAMING = ("name", "other_names", "abbreviation", "website")


@dataclass(slots=True)
class Named:
    """The names that the register has for one thing, proposed, standing and former, and what it is not called."""

    names: list[str] = field(default_factory=list)
    abbreviations: list[str] = field(default_factory=list)
    websites: list[str] = field(default_factory=list)
    refused: set[str] = field(default_factory=set)
    by_language: dict[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Identity:
    """What a name was found to speak of. `question` holds the doubtful match that a person must judge."""

    subject: UUID
    is_new: bool = False
    question: Match | None = None


class Identities:
    """The register's things of one kind, to be found by name."""

    def __init__(self, kind: Kind, *, authority: UUID | None = None) -> None:
        self.kind = kind
        self.known: dict[UUID, Named] = defaultdict(Named)
        self.index = Index(kind.value)
        self._load(authority)

    def _load(self, authority: UUID | None) -> None:
        claims = Claim.objects.filter(kind=self.kind, property__in=NAMING, erased_in=None).exclude(value=None)
        mine: set[UUID] | None = None
        if authority is not None:
            of_authority = Claim.objects.filter(kind=self.kind, property="authority", reference=authority)
            mine = set(of_authority.values_list("subject", flat=True))
        for claim in claims.order_by("id").iterator():
            if mine is not None and claim.subject not in mine:
                continue
            named = self.known[claim.subject]
            if claim.asks and claim.state == State.PROPOSED:
                continue  # nobody has answered yet
            if claim.property == "other_names" and claim.state == State.REJECTED:
                named.refused.add(folded(claim.value))
            elif claim.property == "abbreviation":
                named.abbreviations.append(claim.value)
            elif claim.property == "website":
                named.websites.append(claim.value)
            else:
                named.names.append(claim.value)
                if claim.property == "name" and claim.state in (State.ACCEPTED, State.PROPOSED):
                    named.by_language[claim.language] = claim.value
        for subject, named in self.known.items():
            if named.names:
                self.index.add(self._as_known(subject))

    def _as_known(self, subject: UUID) -> Known:
        named = self.known[subject]
        return Known(subject, tuple(named.names), tuple(named.abbreviations), tuple(named.websites))

    def find(
        self,
        names: list[str],
        abbreviations: Iterable[str] = (),
        websites: Iterable[str] = (),
        taken: Iterable[UUID] = (),
    ) -> Identity:
        """The thing that these names speak of: one that is known, a question, or a new one (not yet `add`ed).

        `taken` are things that they cannot speak of, since something else does.
        """
        spoken = {folded(name) for name in names}
        refusing = {subject for subject, named in self.known.items() if named.refused & spoken} | set(taken)
        match = self.index.find(names, tuple(abbreviations), tuple(websites), excluding=refusing)
        if match.verdict is Verdict.CERTAIN and match.id:
            return Identity(match.id)
        if match.verdict is Verdict.DOUBTFUL and match.id:
            return Identity(match.id, question=match)
        return Identity(new_id(), is_new=True)

    def add(
        self,
        subject: UUID,
        names: Iterable[str],
        abbreviations: Iterable[str] = (),
        websites: Iterable[str] = (),
    ) -> None:
        """Let a thing be found by these names from now on."""
        named = self.known[subject]
        named.names += [name for name in names if name not in named.names]
        named.abbreviations += [short for short in abbreviations if short not in named.abbreviations]
        named.websites += [url for url in websites if url not in named.websites]
        self.index.add(self._as_known(subject))
