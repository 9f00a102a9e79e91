"""What the pages ask of the register, now or on a past day, in a number of queries that does not grow with the rows."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any
from uuid import UUID

from django.conf import settings
from django.db import connection
from django.db.models import Case, Max, Q, When
from django.utils.translation import get_language

from hansa.register import clock
from hansa.register.asof import Register, end_of
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
    Source,
    Unit,
)
from hansa.register.projection import chunks
from hansa.register.values import is_over
from hansa.register.vocabulary import BY_KIND, FIGURES, ROLES, SCOPES, TOPICS, Kind, Property

ROLE_ORDER = list(ROLES)


@dataclass(slots=True)
class Office:
    """An appointment with who holds it; `ended` tells whether it is over.

    `person` is None for an office of the authority itself, and where the person is no longer named (`unnamed`).
    """

    appointment: Appointment
    person: Person | None
    ended: bool
    unnamed: bool = False
    organisation: Organisation | None = None
    held_on: datetime | None = None


@dataclass(slots=True)
class Whom:
    """A contact: whom to ask, a person, a unit, or a person in a unit; `open` is one who can be written to today."""

    contact: Contact
    person: Person | None
    unit: Unit | None
    organisation: Organisation | None = None
    open: bool = True


@dataclass(slots=True)
class Entry:
    """One organisation that the authority is in, with what the directory shows of it."""

    organisation: Any
    membership: Membership
    contacts: list[Whom] = field(default_factory=list)
    offices: list[Office] = field(default_factory=list)
    old: set[str] = field(default_factory=set)
    _found_by: dict[str, tuple[str, list[str]]] = field(default_factory=dict, repr=False)

    def found_by(self, language: str) -> tuple[str, list[str]]:
        """The abbreviation, folded, and every word that the entry is found by in a language."""
        if language not in self._found_by:
            self._found_by[language] = self._words()
        return self._found_by[language]

    def _words(self) -> tuple[str, list[str]]:
        o = self.organisation
        names = [*o.name.values(), *(other["text"] for other in o.other_names)]
        labels = [str(TOPICS[topic]) for topic in o.topics] + ([str(SCOPES[o.scope])] if o.scope else [])
        people = [a.person.name for a in self.contacts if a.person]
        people += [f"{a.person.name} {a.person.party}" for a in self.offices if a.person]
        units = [name for a in self.contacts if a.unit for name in a.unit.name.values()]
        short = folded(o.abbreviation)
        everything = words(" ".join([*names, *o.summary.values(), *labels, *people, *units]))
        return short, list(dict.fromkeys([*short.split(), *everything]))


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
    contacts = contacts_of(register, memberships, day)
    offices = offices_of(register, whose.id, day)
    old = old_figures(register, organisations, day)
    return [
        Entry(
            organisations[m.organisation_id],
            m,
            contacts.get(m.id, []),
            [o for o in offices.get(m.organisation_id, []) if not o.ended],
            old=old.get(m.organisation_id, set()),
        )
        for m in memberships
        if m.organisation_id in organisations
    ]


def contacts_of(register: Register, memberships: Iterable[Membership], day: date) -> dict[UUID, list[Whom]]:
    """The contacts of these memberships, by membership; those that are over are left out."""
    contacts = [c for c in register.find(Contact, membership=[m.id for m in memberships]) if not is_over(c.until, day)]
    still = _still_named(register, contacts)
    people = {p.id: p for p in register.find(Person, ids=[c.person_id for c in contacts if c.person_id])}
    units = {u.id: u for u in register.find(Unit, ids=[c.unit_id for c in contacts if c.unit_id])}
    found: dict[UUID, list[Whom]] = defaultdict(list)
    for contact in contacts:
        named = contact.id in still
        person = people.get(contact.person_id) if named and contact.person_id else None
        who = Whom(contact, person, units.get(contact.unit_id) if contact.unit_id else None, open=named)
        if who.person or who.unit:
            found[contact.membership_id].append(who)
    return dict(found)


def offices_of(register: Register, whose: UUID, day: date) -> dict[UUID, list[Office]]:
    """What the authority and its people hold, by organisation: chairs first."""
    held = register.find(Appointment, authority=whose)
    still, personal = _still_named(register, held), _personal(held)
    people = {p.id: p for p in register.find(Person, ids=[a.person_id for a in held if a.person_id])}
    found: dict[UUID, list[Office]] = defaultdict(list)
    for appointment in sorted(held, key=lambda a: (ROLE_ORDER.index(a.role), a.id)):
        ended = is_over(appointment.until, day)
        named = appointment.person_id is not None and appointment.id in still and not ended
        person = people.get(appointment.person_id) if named and appointment.person_id else None
        unnamed = person is None and appointment.id in personal
        found[appointment.organisation_id].append(Office(appointment, person, ended, unnamed))
    return dict(found)


def _personal(appointments: Iterable[Appointment]) -> set[UUID]:
    """Those that a person holds, or held before the name was withdrawn or erased; the others are the authority's."""
    return {
        subject
        for part in chunks(appointment.id for appointment in appointments)
        for subject in Claim.objects.filter(kind=Kind.APPOINTMENT, subject__in=part, property="person")
        .exclude(accepted_in=None)
        .values_list("subject", flat=True)
    }


def _still_named(register: Register, things: Sequence[Appointment] | Sequence[Contact]) -> set[UUID]:
    """Those of some appointments or contacts that hold today with the same person.

    On a past day's page too, a name is shown only as long as the person has the office.
    """
    if register.day is None or not things:
        return {thing.id for thing in things}
    table, today = type(things[0]), clock.today()
    now = {
        row["id"]: row["person_id"]
        for part in chunks(thing.id for thing in things)
        for row in table._default_manager.filter(pk__in=part).values("id", "person_id", "until")
        if not is_over(row["until"], today)
    }
    return {thing.id for thing in things if thing.id in now and now[thing.id] == thing.person_id}


def old_figures(register: Register, organisations: Iterable[UUID], day: date) -> dict[UUID, set[str]]:
    """Which figures of some organisations were checked longer ago than they stay fresh, by organisation."""
    checked: dict[tuple[UUID, str], datetime] = {}
    for part in chunks(organisations):
        claims = register.standing().filter(kind=Kind.ORGANISATION, subject__in=part, property__in=FIGURES)
        for subject, name, first, last in Evidence.objects.filter(claim__in=claims).values_list(
            "claim__subject", "claim__property", "observed_at", "source__last_read_at"
        ):
            seen = checked_by(register, first, last)
            checked[subject, name] = max(checked.get((subject, name), seen), seen)
    old: dict[UUID, set[str]] = defaultdict(set)
    for (subject, name), seen in checked.items():
        if _is_old(BY_KIND[Kind.ORGANISATION][name], seen, day):
            old[subject].add(name)
    return old


def checked_by(register: Register, first: datetime, last: datetime) -> datetime:
    """When a source was last read by the end of the register's day: not later than the register itself."""
    return first if register.day is not None and last >= end_of(register.day) else last


def _is_old(prop: Property, checked: datetime | None, day: date) -> bool:
    return prop.fresh_for is not None and checked is not None and (day - checked.date()).days > prop.fresh_for


def matching(entries: Iterable[Entry], query: str) -> list[Entry]:
    """The entries in which every word of the query begins a word; those whose abbreviation it begins come first."""
    wanted = words(query[:200])
    if not wanted:
        return list(entries)
    language = get_language() or ""
    whole, ranked = folded(query), []
    for position, entry in enumerate(entries):
        short, there = entry.found_by(language)
        if all(any(word.startswith(term) for word in there) for term in wanted):
            ranked.append((short != whole, not short.startswith(whole), position, entry))
    return [entry for *_rank, entry in sorted(ranked, key=lambda r: r[:3])]


def families(entries: list[Entry]) -> list[tuple[Entry, list[Entry]]]:
    """The entries in their order, each part beside the umbrella that is among them, however deep below it."""
    by_id = {entry.organisation.id: entry for entry in entries}
    parts: dict[UUID, list[Entry]] = {}
    for entry in entries:
        parts.setdefault(_umbrella(entry, by_id), [])
    for entry in entries:
        above = _umbrella(entry, by_id)
        if above != entry.organisation.id:
            parts[above].append(entry)
    return [(entry, parts[entry.organisation.id]) for entry in entries if entry.organisation.id in parts]


def _umbrella(entry: Entry, by_id: dict[UUID, Entry]) -> UUID:
    """The topmost organisation above an entry among these: itself where there is none, or they go in a circle."""
    above: UUID = entry.organisation.id
    seen: list[UUID] = []
    while (parent := by_id[above].organisation.parent_id) in by_id:
        seen.append(above)
        if parent in seen:
            return min(seen[seen.index(parent) :])  # a circle: one of them, the same for all
        above = parent
    return above


# One organisation.


@dataclass(slots=True)
class Fact:
    """One accepted claim as a page shows it: its value, where it comes from, and when it was last seen there."""

    claim: Claim
    property: Property
    evidence: list[Evidence]
    checked: datetime | None

    def is_old(self, day: date) -> bool:
        """Whether it was checked longer ago than its property stays fresh."""
        return _is_old(self.property, self.checked, day)


class Facts:
    """The accepted claims about some things, to be asked by thing, property and language."""

    def __init__(self, register: Register, subjects: Iterable[UUID]) -> None:
        self.all = [_fact(register, claim) for claim in register.claims(subjects) if claim.value is not None]
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


def _fact(register: Register, claim: Claim) -> Fact:
    evidence = list(claim.evidence.all())
    if register.day is not None:
        evidence = [seen for seen in evidence if seen.observed_at < end_of(register.day)] or evidence
    for seen in evidence:
        seen.checked = checked_by(register, seen.observed_at, seen.source.last_read_at)  # type: ignore[attr-defined]
    checked = max((seen.checked for seen in evidence), default=None)  # type: ignore[attr-defined]
    return Fact(claim, BY_KIND[Kind(claim.kind)][claim.property], evidence, checked)


def last_checked(register: Register) -> datetime | None:
    """When a page was last read, or a keeper last stated something, by the end of the register's day."""
    heard = Source.objects.exclude(kind__in=[Source.Kind.RULE, Source.Kind.SUGGESTION])
    newest: datetime | None
    if register.day is None:
        newest = heard.aggregate(newest=Max("last_read_at"))["newest"]
        return newest
    end = end_of(register.day)
    by_then = Case(When(last_read_at__lt=end, then="last_read_at"), default="first_read_at")
    newest = heard.filter(first_read_at__lt=end).aggregate(newest=Max(by_then))["newest"]
    return newest


def edition() -> tuple[int | None, str | None]:
    """The newest decision's number and the newest reading: as long as they are the same, so is every public page."""
    newest = "SELECT (SELECT max(number) FROM register_decision), (SELECT max(last_read_at) FROM register_source)"
    with connection.cursor() as cursor:
        cursor.execute(newest)
        number, read = cursor.fetchone()
    return number, read and str(read)


def at_address(register: Register, slug: str) -> Organisation | None:
    """The organisation that is at an address of the website today, as the register has (or had) it."""
    if register.day is None:
        found = register.find(Organisation, slug=slug)
    else:
        found = register.find(Organisation, ids=Organisation.objects.filter(slug=slug).values_list("id", flat=True))
    return found[0] if found else None


def moved(kind: Kind, slug: str) -> str | None:
    """The present address of what had this one before; None where nothing had."""
    former = Claim.objects.filter(kind=kind, property="slug", value=slug).exclude(accepted_in=None)
    for subject in former.order_by("-id").values_list("subject", flat=True):
        now = Claim.objects.filter(subject=subject, property="slug", state=Claim.State.ACCEPTED).first()
        if now and now.value != slug:
            return str(now.value)
    return None


def related(entries: list[Entry], one: Any) -> list[Any]:
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
        before = ended.get((claim.subject, claim.property, claim.slot, claim.accepted_in.number))
        changes.append(Change(claim, claim.accepted_in, prop, before))
    return changes[:limit]
