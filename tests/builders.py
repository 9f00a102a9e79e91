"""Builders: each makes one thing through claims, as a keeper's word, and says no more than it is asked to."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any
from uuid import UUID

from hansa.register import claims
from hansa.register.claims import Actor, Statement
from hansa.register.models import Source, new_id
from hansa.register.vocabulary import BY_KIND, Kind

KEEPER = Actor("Alva Sund")
MOMENT = datetime(2026, 10, 3, 9, 0, tzinfo=UTC)


def statements(kind: Kind, subject: UUID, /, **values: Any) -> list[Statement]:
    """Statements from keyword arguments: per-language values as {"sv": …}, many values as lists.

    A list of per-language values holds (language, value) pairs; references are UUIDs.
    """
    made: list[Statement] = []
    for name, value in values.items():
        prop = BY_KIND[kind][name]
        items: list[tuple[str, Any]]
        if prop.by_language and prop.many:
            items = value
        elif prop.by_language:
            items = list((value if isinstance(value, dict) else {"sv": value}).items())
        elif prop.many:
            items = [("", item) for item in value]
        else:
            items = [("", value)]
        for language, item in items:
            text = str(item) if isinstance(item, UUID) else item
            made.append(Statement(kind, subject, name, text, language=language, quote=f"{name}: {text}"))
    return made


def a_thing(kind: Kind, /, source: Source | None = None, **values: Any) -> UUID:
    """A thing of any kind that stands in the register with these values."""
    subject = new_id()
    claims.state(KEEPER, statements(kind, subject, **values), source=source)
    return subject


def an_authority(name: str = "Region Västerhav", **values: Any) -> UUID:
    return a_thing(Kind.ORGANISATION, name={"sv": name}, kind="authority", **values)


def an_organisation(name: str = "Nätverket för kustregioner", **values: Any) -> UUID:
    return a_thing(Kind.ORGANISATION, name={"sv": name}, **values)


def a_unit(authority: UUID, name: str = "Internationella enheten", **values: Any) -> UUID:
    return a_thing(Kind.UNIT, name={"sv": name}, authority=authority, **values)


def a_person(name: str = "Nils Åhav", **values: Any) -> UUID:
    return a_thing(Kind.PERSON, name=name, **values)


def a_membership(authority: UUID, organisation: UUID, /, **values: Any) -> UUID:
    return a_thing(Kind.MEMBERSHIP, authority=authority, organisation=organisation, **values)


def a_contact(membership: UUID, **values: Any) -> UUID:
    return a_thing(Kind.CONTACT, membership=membership, **values)


def an_appointment(authority: UUID, organisation: UUID, role: str = "chair", **values: Any) -> UUID:
    return a_thing(Kind.APPOINTMENT, authority=authority, organisation=organisation, role=role, **values)


def a_source(text: str = "", *, location: str = "sida.txt", kind: str = Source.Kind.FILE, **values: Any) -> Source:
    """A page as it was read."""
    return Source.objects.create(
        kind=kind,
        location=location,
        title=values.pop("title", location),
        language=values.pop("language", "sv"),
        text=text,
        content=text.encode(),
        first_read_at=values.pop("read_at", MOMENT),
        last_read_at=values.pop("last_read_at", MOMENT),
        **values,
    )


def propose(kind: Kind, subject: UUID, /, source: Source | None = None, **values: Any) -> list[Any]:
    """Proposed claims about a subject, in the order of the values."""
    made = claims.propose(source or a_source(), statements(kind, subject, **values))
    return [*made.new, *made.known]
