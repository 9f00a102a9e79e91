"""What a reading says, as statements about the register's things: each finding finds its subject here."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any
from uuid import UUID

from hansa.reading import Reading, subjects
from hansa.reading.types import Contact, Office, Organisation, Representative, Span
from hansa.register.claims import Statement
from hansa.register.folding import folded
from hansa.register.identities import Identities, Identity
from hansa.register.models import Claim, new_id
from hansa.register.quotes import quote
from hansa.register.relations import Relation, existing, relations
from hansa.register.vocabulary import FIGURES, Kind

State = Claim.State
# Local parts of addresses that are an authority's own mailbox, not somebody's.
MAILBOXES = ("info", "post", "kontakt", "contact", "registrator", "office", "mail", "region", "kommun")


@dataclass(slots=True)
class Statements:
    """Makes the statements of one reading. After `make`: `made`, `questions`, and `held_back` (in question)."""

    reading: Reading
    authority: UUID
    organisations: Identities
    made: list[Statement] = field(default_factory=list)
    questions: list[Statement] = field(default_factory=list)
    held_back: set[UUID] = field(default_factory=set)
    people: Identities = field(init=False)
    units: Identities = field(init=False)
    _subjects: dict[int, Identity] = field(init=False, default_factory=dict)

    def __post_init__(self) -> None:
        self.people = Identities(Kind.PERSON)
        self.units = Identities(Kind.UNIT, authority=self.authority)

    @property
    def language(self) -> str:
        return self.reading.language or "und"

    def new_authority(self, name: str) -> None:
        """The page's authority is not in the register yet: state it too."""
        self.organisations.add(self.authority, [name])
        self._say(Kind.ORGANISATION, self.authority, "name", name, language=self.language)

    def make(self) -> None:
        """State everything that the reading found."""
        self._authority()
        self._identify_all()
        for position, found in enumerate(self.reading.organisations):
            identity = self._subjects[position]
            if identity.question is None:
                self._organisation(identity, found)
                self._membership(identity.subject, found)

    # What the authority says of itself.

    def _authority(self) -> None:
        reading = self.reading
        about = (Kind.ORGANISATION, self.authority)
        self._say(*about, "kind", "authority")
        if reading.introduction:
            self._say(*about, "introduction", reading.introduction, self.language, span=reading.introduction_span)
        for purpose, span in reading.purposes:
            self._say(*about, "purposes", purpose, self.language, span=span)
        for link in reading.links:
            value = {"text": link.text, **({"url": link.url} if link.url else {})}
            self._say(*about, "links", value, self.language, span=link.span)
        for address in reading.unassigned_emails:
            if address.partition("@")[0].casefold() in MAILBOXES:
                self._say(*about, "mailbox", address, confidence=0.6)
                break

    # Organisations.

    def _identify_all(self) -> None:
        """Find each organisation's identity: the certain first, since two on one page are not the same."""
        found = list(enumerate(self.reading.organisations))
        for position, one in found:
            identity = self._found(one, taken=())
            if not (identity.is_new or identity.question):
                self._settle(position, identity)
        for position, one in found:
            if position not in self._subjects:
                taken = [other.subject for other in self._subjects.values()]
                identity = self._found(one, taken)
                if identity.question:
                    self._ask(Kind.ORGANISATION, identity, one.name.text, self._name_language(one), one)
                self._settle(position, identity)

    def _found(self, found: Organisation, taken: Iterable[UUID]) -> Identity:
        return self.organisations.find(*_named(found), taken=[self.authority, *taken])

    def _settle(self, position: int, identity: Identity) -> None:
        self._subjects[position] = identity
        if not identity.question:
            self.organisations.add(identity.subject, *_named(self.reading.organisations[position]))

    def _name_language(self, found: Organisation) -> str:
        return found.name.language or self.language

    def _organisation(self, identity: Identity, found: Organisation) -> None:
        about = (Kind.ORGANISATION, identity.subject)
        names = [(found.name, "name"), *((o, f"other_names.{i}") for i, o in enumerate(found.other_names))]
        for name, path in names:
            self._name(Kind.ORGANISATION, identity.subject, name.text, name.language or self.language, found, path)
        for prop in ("abbreviation", "website"):
            if value := getattr(found, prop):
                self._say(*about, prop, value, found=found, path=prop)
        if found.summary:
            self._say(*about, "summary", found.summary, self.language, found=found, path="summary")
        for kind, figure in found.figures.items():
            path = f"figures.{kind}"
            if kind in FIGURES:
                value = {"value": figure.value, "approximate": figure.approximate}
                self._say(*about, kind, value, found=found, path=path)
            elif kind == "founded":
                self._say(*about, kind, str(figure.value), found=found, path=path)
        self._subjects_of(identity.subject, found)
        if found.parent:
            parent = self.organisations.find([found.parent])
            if parent.question is None and not parent.is_new and parent.subject != identity.subject:
                self._say(*about, "parent", str(parent.subject), found=found, path="parent")

    def _subjects_of(self, subject: UUID, found: Organisation) -> None:
        """Topics and geography, from the words of the name and the description."""
        start, end = found.evidence.get("name", (0, 0))
        last = found.evidence.get("summary", (start, end))[1]
        words = self.reading.text[start : min(max(end, last), start + 3000)]
        told = [("topics", one) for one in subjects.topics(words)]
        if where := subjects.scope(words):
            told.append(("scope", where))
        for prop, one in told:
            span = (start + one.span[0], start + one.span[1])
            self._say(Kind.ORGANISATION, subject, prop, one.code, span=span, confidence=one.confidence)

    def _name(self, kind: Kind, subject: UUID, name: str, language: str, found: Organisation | None, path: str) -> None:
        """A name becomes the name in its language, or, where another stands there from elsewhere, another name."""
        identities = {Kind.ORGANISATION: self.organisations, Kind.UNIT: self.units, Kind.PERSON: self.people}[kind]
        named = identities.known[subject]
        standing = named.by_language.get(language)
        if standing is None:
            named.by_language[language] = name
        if standing is None or folded(standing) == folded(name):
            self._say(kind, subject, "name", standing or name, language, found=found, path=path)
        else:
            self._say(kind, subject, "other_names", name, language, found=found, path=path)

    # Memberships, with their contacts and offices.

    def _membership(self, organisation: UUID, found: Organisation) -> None:
        membership = existing(Kind.MEMBERSHIP, "organisation", organisation, "authority", self.authority)
        about = (Kind.MEMBERSHIP, membership or new_id())
        self._say(*about, "authority", str(self.authority), found=found, path="name")
        self._say(*about, "organisation", str(organisation), found=found, path="name")
        if said := found.membership:
            for prop in ("kind", "since", "until"):
                if value := getattr(said, prop):
                    self._say(*about, prop, value, found=found, path=f"membership.{prop}")
            if said.fee:
                fee = {"amount": said.fee.amount, "currency": said.fee.currency}
                self._say(*about, "fee", fee, found=found, path="membership.fee")
            if said.committee:
                unit = self._unit(said.committee, found, "membership.committee")
                if unit:
                    self._say(*about, "committee", str(unit), found=found, path="membership.committee")
        self._contacts(about[1], found)
        self._appointments(organisation, found)

    def _contacts(self, membership: UUID, found: Organisation) -> None:
        known = relations(Kind.CONTACT, "membership", membership)
        who = [
            (position, contact, self._person(contact, found, position))
            for position, contact in enumerate(found.contacts)
        ]
        chosen: dict[int, Relation] = {}
        for position, contact, person in who:
            for relation in known:
                same_person = person is not None and relation.refers.get("person") == person
                same_unit = person is None and not contact.person and relation.refers.get("person") is None
                if not relation.taken and (same_person or same_unit):
                    relation.taken, chosen[position] = True, relation
                    break
        left = [relation for relation in known if relation.current and not relation.taken]
        unmatched = [position for position, _contact, _person in who if position not in chosen]
        if len(left) == len(unmatched) == 1:  # one contact in place of another
            chosen[unmatched[0]] = left[0]
        for position, contact, person in who:
            self._contact(membership, found, position, contact, person, chosen.get(position))

    def _contact(
        self,
        membership: UUID,
        found: Organisation,
        position: int,
        contact: Contact,
        person: UUID | None,
        relation: Relation | None,
    ) -> None:
        path = f"contacts.{position}"
        unit = self._unit(contact.unit, found, f"{path}.unit", beside=relation) if contact.unit else None
        if person is None and unit is None:
            return
        about = (Kind.CONTACT, relation.subject if relation else new_id())
        self._say(
            *about,
            "membership",
            str(membership),
            found=found,
            path=f"{path}.{'person' if person else 'unit'}",
        )
        if person:
            self._say(*about, "person", str(person), found=found, path=f"{path}.person")
        if unit:
            self._say(*about, "unit", str(unit), found=found, path=f"{path}.unit")
            if not person:
                self._say_each(Kind.UNIT, unit, contact, ("email", "phone"), found, path)

    def _appointments(self, organisation: UUID, found: Organisation) -> None:
        known = [
            relation
            for relation in relations(Kind.APPOINTMENT, "organisation", organisation)
            if relation.refers.get("authority") == self.authority
        ]
        for position, office in enumerate(found.offices):
            self._appointment(organisation, found, known, office, office.office, f"offices.{position}")
        for position, person in enumerate(found.representatives):
            role = "deputy" if person.deputy else (person.role or "representative")
            self._appointment(organisation, found, known, person, role, f"representatives.{position}")

    def _appointment(
        self,
        organisation: UUID,
        found: Organisation,
        known: list[Relation],
        holder: Office | Representative,
        role: str,
        path: str,
    ) -> None:
        person = None
        if holder.person:
            person = self._somebody(holder.person, found, path)
            if person is None:
                return
            if holder.party:
                self._say(Kind.PERSON, person, "party", holder.party, found=found, path=path)
        relation = next(
            (r for r in known if not r.taken and r.role == role and r.refers.get("person") == person),
            None,
        )
        if relation:
            relation.taken = True
        about = (Kind.APPOINTMENT, relation.subject if relation else new_id())
        self._say(*about, "authority", str(self.authority), found=found, path=path)
        self._say(*about, "organisation", str(organisation), found=found, path=path)
        self._say(*about, "role", role, found=found, path=path)
        if person:
            self._say(*about, "person", str(person), found=found, path=path)
        for prop in ("since", "until"):
            if value := getattr(holder, prop, None):
                self._say(*about, prop, value, found=found, path=path)

    # People and units.

    def _person(self, contact: Contact, found: Organisation, position: int) -> UUID | None:
        if not contact.person:
            return None
        path = f"contacts.{position}"
        person = self._somebody(contact.person, found, f"{path}.person")
        if person:
            self._say_each(Kind.PERSON, person, contact, ("title", "email", "phone"), found, path)
        return person

    def _somebody(self, name: str, found: Organisation, path: str) -> UUID | None:
        identity = self.people.find([name])
        if identity.question:
            self._ask(Kind.PERSON, identity, name, "", found, path)
            return None
        self.people.add(identity.subject, [name])
        named = self.people.known[identity.subject]
        spelled = next((n for n in named.names if folded(n) == folded(name)), None)
        if identity.is_new or (spelled and spelled == named.names[0]):
            self._say(Kind.PERSON, identity.subject, "name", spelled or name, found=found, path=path)
        return identity.subject

    def _unit(self, name: str, found: Organisation, path: str, beside: Relation | None = None) -> UUID | None:
        identity = self.units.find([name])
        same = beside.refers.get("unit") if beside else None
        if (identity.is_new or identity.question) and same and self.language not in self.units.known[same].by_language:
            # The same contact's unit, which has no name in this language yet: this is it.
            identity = Identity(same)
        if identity.question:
            self._ask(Kind.UNIT, identity, name, self.language, found, path)
            return None
        self.units.add(identity.subject, [name])
        self._say(Kind.UNIT, identity.subject, "authority", str(self.authority), found=found, path=path)
        self._name(Kind.UNIT, identity.subject, name, self.language, found, path)
        return identity.subject

    # Saying and asking.

    def _ask(
        self,
        kind: Kind,
        identity: Identity,
        name: str,
        language: str,
        found: Organisation,
        path: str = "name",
    ) -> None:
        self.held_back.add(identity.subject)
        if identity.question:
            self._say(
                kind,
                identity.subject,
                "other_names",
                name,
                language,
                found=found,
                path=path,
                confidence=identity.question.score,
                into=self.questions,
                asks=True,
            )

    def _say_each(
        self,
        kind: Kind,
        subject: UUID,
        contact: Contact,
        props: Iterable[str],
        found: Organisation,
        path: str,
    ) -> None:
        for prop in props:
            if value := getattr(contact, prop):
                self._say(kind, subject, prop, value, found=found, path=f"{path}.{prop}")

    def _say(
        self,
        kind: Kind,
        subject: UUID,
        prop: str,
        value: Any,
        language: str = "",
        *,
        found: Organisation | None = None,
        path: str = "",
        span: Span | None = None,
        confidence: float | None = None,
        into: list[Statement] | None = None,
        asks: bool = False,
    ) -> None:
        if found is not None:
            span = _evidence(found.evidence, path)
            confidence = confidence if confidence is not None else _evidence(found.confidence, path)
        start, end = span or (None, None)
        (self.made if into is None else into).append(
            Statement(
                kind,
                subject,
                prop,
                value,
                language=language,
                quote=quote(self.reading.text, span, whole=prop not in ("email", "phone", "mailbox")),
                start=start,
                end=end,
                confidence=confidence,
                asks=asks,
            )
        )


def _named(found: Organisation) -> tuple[list[str], list[str], list[str]]:
    """The names, abbreviations and websites that an organisation is found by."""
    return (
        [found.name.text, *(other.text for other in found.other_names)],
        [found.abbreviation] if found.abbreviation else [],
        [found.website] if found.website else [],
    )


def _evidence(known: dict[str, Any], path: str) -> Any:
    """What is kept under a path, else under the path above it: "contacts.0.person", "contacts.0", "contacts"."""
    while path and path not in known:
        path = path.rpartition(".")[0]
    return known.get(path)
