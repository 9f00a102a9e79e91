"""What the pages ask of the register, now or on a past day, in a number of queries that does not grow with the rows."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any
from uuid import UUID

from django.conf import settings
from django.db.models import Q

from hansa.register import clock
from hansa.register.asof import Register
from hansa.register.folding import folded, words
from hansa.register.models import (
    Appointment,
    Claim,
    Contact,
    Decision,
    Evidence,
    Membership,
    Organisation,
    Person,
    Unit,
)
from hansa.register.projection import chunks
from hansa.register.values import is_over
from hansa.register.vocabulary import BY_KIND, ROLES, SCOPES, TOPICS, Kind, Property

ROLE_ORDER = list(ROLES)


@dataclass(slots=True)
class Office:
    """An appointment with who holds it; `ended` tells whether it is over."""

    appointment: Appointment
    person: Person | None
    ended: bool
    organisation: Organisation | None = None
    held_on: datetime | None = None


@dataclass(slots=True)
class Asked:
    """A contact: whom to ask, a person, a unit, or a person in a unit."""

    contact: Contact
    person: Person | None
    unit: Unit | None
    organisation: Organisation | None = None

    @property
    def can_be_written_to(self) -> bool:
        return bool((self.person and self.person.email) or (self.unit and self.unit.email))


@dataclass(slots=True)
class Entry:
    """One organisation that the authority is in, with what the directory shows of it."""

    organisation: Any
    membership: Membership
    contacts: list[Asked] = field(default_factory=list)
    offices: list[Office] = field(default_factory=list)
    parts: list[Entry] = field(default_factory=list)

    def found_by(self) -> tuple[str, str]:
        """The abbreviation, folded, and all else that the entry is found by."""
        o = self.organisation
        names = [*o.name.values(), *(other["text"] for other in o.other_names)]
        labels = [str(TOPICS[topic]) for topic in o.topics] + [str(SCOPES[o.scope])] * bool(o.scope)
        people = [a.person.name for a in self.contacts if a.person]
        people += [f"{a.person.name} {a.person.party}" for a in self.offices if a.person]
        units = [name for a in self.contacts if a.unit for name in a.unit.name.values()]
        return folded(o.abbreviation), folded(" ".join([*names, *o.summary.values(), *labels, *people, *units]))


def authority(register: Register) -> Any | None:
    """The authority whose register is shown: the one that the settings name, else the first; None in an empty one."""
    if settings.HANSA_AUTHORITY:
        named = register.find(Organisation, slug=settings.HANSA_AUTHORITY)
        return named[0] if named else None
    found = register.find(Organisation, kind="authority")
    return found[0] if found else None


def directory(register: Register, whose: Any) -> list[Entry]:
    """Every organisation that the authority is in, by name within the reader's alphabet's order of the caller."""
    day = register.day or clock.today()
    memberships = [m for m in register.find(Membership, authority=whose.id) if not is_over(m.until, day)]
    organisations = {o.id: o for o in register.find(Organisation, ids=[m.organisation_id for m in memberships])}
    contacts = asked(register, memberships, day)
    offices = offices_of(register, whose.id, day)
    return [
        Entry(
            organisations[m.organisation_id],
            m,
            contacts.get(m.id, []),
            [o for o in offices.get(m.organisation_id, []) if not o.ended],
        )
        for m in memberships
        if m.organisation_id in organisations
    ]


def asked(register: Register, memberships: Iterable[Membership], day: date) -> dict[UUID, list[Asked]]:
    """The contacts of these memberships, by membership; those that are over are left out."""
    contacts = [c for c in register.find(Contact, membership=[m.id for m in memberships]) if not is_over(c.until, day)]
    people = {p.id: p for p in register.find(Person, ids=[c.person_id for c in contacts if c.person_id])}
    units = {u.id: u for u in register.find(Unit, ids=[c.unit_id for c in contacts if c.unit_id])}
    found: dict[UUID, list[Asked]] = defaultdict(list)
    for contact in contacts:
        who = Asked(contact, people.get(contact.person_id), units.get(contact.unit_id))  # type: ignore[arg-type]
        if who.person or who.unit:
            found[contact.membership_id].append(who)
    return dict(found)


def offices_of(register: Register, whose: UUID, day: date) -> dict[UUID, list[Office]]:
    """What the authority and its people hold, by organisation: chairs first."""
    held = register.find(Appointment, authority=whose)
    people = {p.id: p for p in register.find(Person, ids=[a.person_id for a in held if a.person_id])}
    found: dict[UUID, list[Office]] = defaultdict(list)
    for appointment in sorted(held, key=lambda a: (ROLE_ORDER.index(a.role), a.id)):
        person = people.get(appointment.person_id) if appointment.person_id else None
        found[appointment.organisation_id].append(Office(appointment, person, is_over(appointment.until, day)))
    return dict(found)


def matching(entries: Iterable[Entry], query: str) -> list[Entry]:
    """The entries in which every word of the query begins a word; those whose abbreviation it begins come first."""
    wanted = words(query[:200])
    if not wanted:
        return list(entries)
    whole, ranked = folded(query), []
    for position, entry in enumerate(entries):
        short, rest = entry.found_by()
        there = [*short.split(), *rest.split()]
        if all(any(word.startswith(term) for word in there) for term in wanted):
            ranked.append((short != whole, not short.startswith(whole), position, entry))
    return [entry for *_rank, entry in sorted(ranked, key=lambda r: r[:3])]


def nested(entries: list[Entry]) -> list[Entry]:
    """The entries with each part below its umbrella, where that is among them too."""
    by_id = {entry.organisation.id: entry for entry in entries}
    roots = []
    for entry in entries:
        entry.parts = []
    for entry in entries:
        above = by_id.get(entry.organisation.parent_id)
        (above.parts if above is not None and above is not entry else roots).append(entry)
    return roots


# One organisation.


@dataclass(slots=True)
class Fact:
    """One accepted claim as a page shows it: its value, where it comes from, and when it was last seen there."""

    claim: Claim
    property: Property
    evidence: list[Evidence]

    @property
    def checked(self) -> datetime | None:
        """When a source last said so."""
        return max((seen.source.last_read_at for seen in self.evidence), default=None)

    def is_old(self, day: date) -> bool:
        """Whether it was checked longer ago than its property stays fresh."""
        if self.property.fresh_for is None or self.checked is None:
            return False
        return (day - self.checked.date()).days > self.property.fresh_for


class Facts:
    """The accepted claims about some things, to be asked by thing, property and language."""

    def __init__(self, register: Register, subjects: Iterable[UUID]) -> None:
        self.day = register.day or clock.today()
        self.all = [
            Fact(claim, BY_KIND[Kind(claim.kind)][claim.property], list(claim.evidence.all()))
            for claim in register.claims(subjects)
            if claim.value is not None
        ]
        self._by: dict[tuple[UUID, str], list[Fact]] = defaultdict(list)
        for fact in self.all:
            self._by[fact.claim.subject, fact.property.name].append(fact)

    def of(self, subject: UUID, name: str, language: str | None = None) -> Fact | None:
        """The fact about one property, in the language shown where it has several."""
        facts = self._by.get((subject, name), [])
        return next((f for f in facts if f.claim.language == language), facts[0] if facts else None)

    def checked(self) -> datetime | None:
        """When the oldest of the facts that age was last checked: everything was checked no earlier."""
        dates = [f.checked for f in self.all if f.property.fresh_for and f.checked]
        return min(dates, default=None)


def last_checked(register: Register) -> datetime | None:
    """When any source was last read or heard, by the end of the register's day."""
    seen = Evidence.objects.filter(claim__in=register.standing()).exclude(source__kind="rule")
    newest = seen.order_by("-source__last_read_at").values_list("source__last_read_at", flat=True).first()
    return newest


def by_slug(register: Register, kind: type[Any], slug: str) -> Any | None:
    """The thing at an address of the website."""
    found = register.find(kind, slug=slug)
    return found[0] if found else None


def moved(kind: Kind, slug: str) -> str | None:
    """The present address of what had this one before; None where nothing had."""
    former = Claim.objects.filter(kind=kind, property="slug", value=slug).exclude(accepted_in=None)
    for subject in former.order_by("-id").values_list("subject", flat=True):
        now = Claim.objects.filter(subject=subject, property="slug", state=Claim.State.ACCEPTED).first()
        if now and now.value != slug:
            return str(now.value)
    return None


def related(register: Register, entries: list[Entry], one: Any) -> list[Any]:
    """Other organisations of the directory with the same umbrella or a topic in common, most in common first."""
    scored = []
    for entry in entries:
        other = entry.organisation
        if other.id in (one.id, one.parent_id) or other.parent_id == one.id:
            continue
        common = 2 * bool(one.parent_id and other.parent_id == one.parent_id) + len(set(one.topics) & set(other.topics))
        if common:
            scored.append((-common, other.slug or "", other))
    return [other for *_rank, other in sorted(scored, key=lambda s: s[:2])][:5]


@dataclass(slots=True)
class Change:
    """One accepted claim in a thing's history: what it says, what it took the place of, in which decision."""

    claim: Claim
    decision: Decision
    property: Property
    before: Claim | None


def history(register: Register, subjects: Iterable[UUID], limit: int = 100) -> list[Change]:
    """What was decided about some things, newest first; personal and technical claims are left out."""
    claims = [
        claim
        for part in chunks(set(subjects))
        for claim in Claim.objects.filter(subject__in=part, erased_in=None)
        .exclude(accepted_in=None)
        .filter(Q(accepted_in__lte=register.number) if register.number is not None else Q())
        .select_related("accepted_in")
        .order_by("-accepted_in_id", "id")
    ]
    ended = {(c.subject, c.property, c.slot, c.ended_in_id): c for c in claims if c.ended_in_id}
    changes = []
    for claim in claims:
        prop = BY_KIND[Kind(claim.kind)][claim.property]
        technical = prop.name == "slug" or (prop.required and prop.refers_to)
        if prop.personal or not prop.public or technical or claim.accepted_in is None:
            continue
        before = ended.get((claim.subject, claim.property, claim.slot, claim.accepted_in_id))
        changes.append(Change(claim, claim.accepted_in, prop, before))
    return changes[:limit]
