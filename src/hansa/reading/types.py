"""What a reader hands on: a `Reading` of one document, in DESIGN's reading format.

Everything here is plain data. A span is a pair of character offsets (start, end) into
`Reading.text`, the document's text as the format file made it.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

Span = tuple[int, int]


@dataclass(slots=True)
class Name:
    """A name as the page has it; language is an ISO 639-1 code, None where the name does not tell."""

    text: str
    language: str | None = None


@dataclass(slots=True)
class Figure:
    """A number about an organisation; approximate where the page says "about", "some", "more than"."""

    value: int
    approximate: bool = False


@dataclass(slots=True)
class Contact:
    """Whom to ask: a person, a unit, or a person in a unit."""

    person: str | None = None
    title: str | None = None
    unit: str | None = None
    email: str | None = None
    phone: str | None = None


@dataclass(slots=True)
class Representative:
    """Who speaks for the authority in an organisation."""

    person: str
    party: str | None = None
    role: str | None = None
    deputy: bool = False


@dataclass(slots=True)
class Office:
    """An office that the authority holds, itself or through a person.

    `office` is one of chair, vice-chair, secretariat, board. `since` and `until` are EDTF level 0
    dates: a day, a month or a year.
    """

    office: str
    person: str | None = None
    party: str | None = None
    since: str | None = None
    until: str | None = None


@dataclass(slots=True)
class Fee:
    """A yearly fee; amount in units of the currency (ISO 4217)."""

    amount: float
    currency: str


@dataclass(slots=True)
class Membership:
    """What the page says of the authority's own membership. `kind` is one of full, associate, observer, partner."""

    kind: str | None = None
    since: str | None = None
    until: str | None = None
    fee: Fee | None = None
    committee: str | None = None


@dataclass(slots=True)
class Organisation:
    """One organisation as one document tells of it.

    `evidence` and `confidence` are keyed by the finding's path in the reading format:
    "name", "abbreviation", "website", "summary", "parent", "figures.members", "other_names.0",
    "contacts.0.person", "contacts.0.email", "offices.0", "representatives.0", "membership.since" …
    Every finding has an entry in both; confidence is a probability between 0 and 1. `rules` tells which of the
    reader's rules made it.
    """

    name: Name
    other_names: list[Name] = field(default_factory=list)
    abbreviation: str | None = None
    parent: str | None = None
    website: str | None = None
    summary: str | None = None
    figures: dict[str, Figure] = field(default_factory=dict)
    contacts: list[Contact] = field(default_factory=list)
    representatives: list[Representative] = field(default_factory=list)
    offices: list[Office] = field(default_factory=list)
    membership: Membership | None = None
    evidence: dict[str, Span] = field(default_factory=dict)
    confidence: dict[str, float] = field(default_factory=dict)
    rules: dict[str, str] = field(default_factory=dict)


@dataclass(slots=True)
class Link:
    """A related page that the document points to; url None where the text has lost it."""

    text: str
    url: str | None = None
    span: Span | None = None


@dataclass(slots=True)
class Notice:
    """Something a person should look at: `code` is stable, `message` is for people (English msgid of the catalogue)."""

    code: str
    message: str
    span: Span | None = None


@dataclass(slots=True)
class Reading:
    """What was seen in one document.

    `introduction` is what the authority says of its own taking part, with the span of those words;
    `purposes` are the purposes it lists there (each with its span), in the page's words.
    `updated` is the date (ISO 8601) that the page gives for itself.
    """

    text: str
    language: str | None
    sha256: str
    title: str | None = None
    authority: str | None = None
    updated: str | None = None
    introduction: str | None = None
    introduction_span: Span | None = None
    purposes: list[tuple[str, Span]] = field(default_factory=list)
    organisations: list[Organisation] = field(default_factory=list)
    links: list[Link] = field(default_factory=list)
    unassigned_emails: list[str] = field(default_factory=list)
    notices: list[Notice] = field(default_factory=list)

    def as_json(self) -> dict[str, Any]:
        """The reading as DESIGN's reading format: a JSON-ready object, absent findings left out."""
        return {
            "document": _present(
                {
                    "title": self.title,
                    "language": self.language,
                    "sha256": self.sha256,
                    "updated": self.updated,
                    "authority": self.authority,
                    "introduction": self.introduction,
                    "purposes": [text for text, _ in self.purposes],
                }
            ),
            "organisations": [_organisation(organisation) for organisation in self.organisations],
            "links": [_present({"text": link.text, "url": link.url}) for link in self.links],
            "unassigned_emails": list(self.unassigned_emails),
            "notices": [
                _present({"code": n.code, "message": n.message, "span": list(n.span) if n.span else None})
                for n in self.notices
            ],
        }


def _organisation(found: Organisation) -> dict[str, Any]:
    membership = found.membership
    return _present(
        {
            "name": found.name.text,
            "other_names": [name.text for name in found.other_names],
            "abbreviation": found.abbreviation,
            "parent": found.parent,
            "website": found.website,
            "summary": found.summary,
            "figures": {
                kind: {"value": figure.value, "approximate": figure.approximate}
                for kind, figure in found.figures.items()
            },
            "contacts": [_fields(contact) for contact in found.contacts],
            "representatives": [_fields(person) for person in found.representatives],
            "offices": [_fields(office) for office in found.offices],
            "membership": _present(
                {
                    **_fields(membership),
                    "fee": _fields(membership.fee) if membership.fee else None,
                }
            )
            if membership
            else None,
            "evidence": {path: list(span) for path, span in found.evidence.items()},
            "confidence": dict(found.confidence),
        }
    )


def _fields(thing: Any) -> dict[str, Any]:
    return _present({name: getattr(thing, name) for name in thing.__slots__})


def _present(fields: dict[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in fields.items() if value or (value == 0 and value is not False)}
