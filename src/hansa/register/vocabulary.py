"""Every property that the register knows, declared once.

Forms, the review screen, freshness, exports, the API and the reference page are made from these
declarations. RDF terms are CURIEs: org (W3C Organization Ontology), skos, foaf, dct, schema, hansa.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as lazy

from hansa.register.errors import InvalidValueError
from hansa.register.values import CLEAN, NotTakenError, Type

Label = Promise | str


class Kind(StrEnum):
    """The kinds of thing, in the order in which one may refer to another."""

    ORGANISATION = "organisation"
    UNIT = "unit"
    PERSON = "person"
    MEMBERSHIP = "membership"
    APPOINTMENT = "appointment"
    CONTACT = "contact"


KIND_LABELS: Mapping[Kind, Label] = {
    Kind.ORGANISATION: lazy("organisation"),
    Kind.UNIT: lazy("unit"),
    Kind.PERSON: lazy("person"),
    Kind.MEMBERSHIP: lazy("membership"),
    Kind.APPOINTMENT: lazy("appointment"),
    Kind.CONTACT: lazy("contact"),
}

ORGANISATION_KINDS: Mapping[str, Label] = {
    "authority": lazy("Authority"),
    "network": lazy("Network"),
    "commission": lazy("Commission"),
    "association": lazy("Association"),
    "office": lazy("Office"),
    "other": lazy("Other"),
}
SCOPES: Mapping[str, Label] = {
    "european": lazy("European"),
    "nordic": lazy("Nordic"),
    "neighbourhood": lazy("Neighbourhood"),
    "national": lazy("National"),
    "global": lazy("Global"),
}
TOPICS: Mapping[str, Label] = {
    "regional-policy": lazy("Regional policy"),
    "sea-and-coast": lazy("Sea and coast"),
    "education": lazy("Education and skills"),
    "health": lazy("Health and care"),
    "environment": lazy("Environment and climate"),
    "energy": lazy("Energy"),
    "transport": lazy("Transport"),
    "research": lazy("Research and innovation"),
    "business": lazy("Business and trade"),
    "social-economy": lazy("Social economy"),
    "culture": lazy("Culture"),
    "youth": lazy("Young people"),
    "democracy": lazy("Democracy and human rights"),
    "digital": lazy("Digital development"),
    "rural": lazy("Rural areas and food"),
    "urban": lazy("Towns and cities"),
}
MEMBERSHIP_KINDS: Mapping[str, Label] = {
    "full": lazy("Full member"),
    "associate": lazy("Associate member"),
    "observer": lazy("Observer"),
    "partner": lazy("Partner"),
    "parent": lazy("Member through the parent organisation"),
}
ROLES: Mapping[str, Label] = {
    "chair": lazy("Chair"),
    "vice-chair": lazy("Vice chair"),
    "board": lazy("Board member"),
    "secretariat": lazy("Secretariat"),
    "representative": lazy("Representative"),
    "deputy": lazy("Deputy"),
    "observer": lazy("Observer"),
}


@dataclass(frozen=True, slots=True)
class Property:
    """One property of one kind of thing.

    `fresh_for` is in days: how long a value counts as checked; None: it does not age.
    `by_language` values are kept per language; `many` values stand side by side.
    A thing exists when all its `required` properties stand.
    """

    kind: Kind
    name: str
    label: Label
    type: Type
    term: str
    many: bool = False
    by_language: bool = False
    required: bool = False
    fresh_for: int | None = None
    personal: bool = False
    public: bool = True
    choices: Mapping[str, Label] | None = None
    refers_to: Kind | None = None

    def clean(self, value: Any) -> Any:
        """The value in its one JSON form. Raises InvalidValueError."""
        try:
            clean = CLEAN[self.type](value)
        except NotTakenError as error:
            raise InvalidValueError(str(self.label), value, str(error)) from error
        if self.choices is not None and clean not in self.choices:
            raise InvalidValueError(str(self.label), value, _("One of these is wanted: %s.") % ", ".join(self.choices))
        return clean


def _declared() -> tuple[Property, ...]:
    o, u, p, m, a, c = Kind
    line, text, email, phone = Type.LINE, Type.TEXT, Type.EMAIL, Type.PHONE
    return (
        Property(o, "name", lazy("Name"), line, "skos:prefLabel", by_language=True, required=True),
        Property(o, "other_names", lazy("Other names"), line, "skos:altLabel", many=True, by_language=True),
        Property(o, "abbreviation", lazy("Abbreviation"), line, "schema:alternateName"),
        Property(o, "slug", lazy("Address on the website"), Type.SLUG, "dct:identifier"),
        Property(o, "kind", lazy("Kind"), Type.CHOICE, "org:classification", choices=ORGANISATION_KINDS),
        Property(o, "parent", lazy("Part of"), Type.REFERENCE, "org:subOrganizationOf", refers_to=Kind.ORGANISATION),
        Property(o, "website", lazy("Website"), Type.URL, "foaf:homepage", fresh_for=365),
        Property(o, "summary", lazy("What it does"), text, "dct:description", by_language=True, fresh_for=1095),
        Property(o, "scope", lazy("Geography"), Type.CHOICE, "dct:spatial", choices=SCOPES),
        Property(o, "topics", lazy("Topics"), Type.CHOICE, "dct:subject", many=True, choices=TOPICS),
        Property(o, "founded", lazy("Founded"), Type.DATE, "schema:foundingDate"),
        Property(o, "seat", lazy("Seat"), line, "org:hasPrimarySite", by_language=True),
        Property(o, "members", lazy("Members"), Type.FIGURE, "hansa:members", fresh_for=365),
        Property(o, "countries", lazy("Countries"), Type.FIGURE, "hansa:countries", fresh_for=365),
        Property(o, "introduction", lazy("Introduction"), text, "dct:abstract", by_language=True),
        Property(o, "purposes", lazy("Purposes"), line, "org:purpose", many=True, by_language=True),
        Property(o, "links", lazy("Related pages"), Type.LINK, "dct:relation", many=True, by_language=True),
        Property(o, "mailbox", lazy("Mailbox"), email, "schema:email", public=False, fresh_for=365),
        Property(u, "name", lazy("Name"), line, "skos:prefLabel", by_language=True, required=True),
        Property(u, "other_names", lazy("Other names"), line, "skos:altLabel", many=True, by_language=True),
        Property(u, "slug", lazy("Address on the website"), Type.SLUG, "dct:identifier"),
        Property(
            u,
            "authority",
            lazy("Authority"),
            Type.REFERENCE,
            "org:unitOf",
            required=True,
            refers_to=Kind.ORGANISATION,
        ),
        Property(u, "email", lazy("E-mail"), email, "schema:email", public=False, fresh_for=365),
        Property(u, "email_is_shown", lazy("Show the e-mail address on the website"), Type.FLAG, "hansa:shown"),
        Property(u, "phone", lazy("Phone"), phone, "schema:telephone", fresh_for=365),
        Property(p, "name", lazy("Name"), line, "foaf:name", required=True, personal=True),
        Property(
            p,
            "other_names",
            lazy("Other names"),
            line,
            "skos:altLabel",
            many=True,
            personal=True,
            public=False,
        ),
        Property(p, "title", lazy("Title"), line, "schema:jobTitle", personal=True, fresh_for=365),
        Property(p, "party", lazy("Party"), line, "schema:affiliation", personal=True),
        Property(p, "email", lazy("E-mail"), email, "schema:email", personal=True, public=False, fresh_for=365),
        Property(p, "phone", lazy("Phone"), phone, "schema:telephone", personal=True, public=False, fresh_for=365),
        Property(
            m,
            "authority",
            lazy("Authority"),
            Type.REFERENCE,
            "org:member",
            required=True,
            refers_to=Kind.ORGANISATION,
        ),
        Property(
            m,
            "organisation",
            lazy("Organisation"),
            Type.REFERENCE,
            "org:organization",
            required=True,
            refers_to=Kind.ORGANISATION,
            fresh_for=365,
        ),
        Property(m, "kind", lazy("Kind of membership"), Type.CHOICE, "org:role", choices=MEMBERSHIP_KINDS),
        Property(m, "since", lazy("Member since"), Type.DATE, "schema:startDate"),
        Property(m, "until", lazy("Member until"), Type.DATE, "schema:endDate"),
        Property(m, "fee", lazy("Yearly fee"), Type.MONEY, "hansa:fee", fresh_for=365),
        Property(m, "decision", lazy("Decision"), line, "hansa:decision"),
        Property(m, "notice", lazy("Period of notice"), line, "hansa:notice"),
        Property(
            m,
            "committee",
            lazy("Responsible committee"),
            Type.REFERENCE,
            "hansa:committee",
            refers_to=Kind.UNIT,
        ),
        Property(m, "purpose", lazy("Why we are members"), text, "org:purpose", by_language=True),
        Property(
            a,
            "authority",
            lazy("Authority"),
            Type.REFERENCE,
            "hansa:onBehalfOf",
            required=True,
            refers_to=Kind.ORGANISATION,
        ),
        Property(
            a,
            "organisation",
            lazy("Organisation"),
            Type.REFERENCE,
            "org:organization",
            required=True,
            refers_to=Kind.ORGANISATION,
        ),
        Property(a, "role", lazy("Role"), Type.CHOICE, "org:role", required=True, choices=ROLES, fresh_for=365),
        Property(
            a,
            "person",
            lazy("Person"),
            Type.REFERENCE,
            "org:member",
            personal=True,
            refers_to=Kind.PERSON,
        ),
        Property(a, "body", lazy("Body"), line, "org:headOf", by_language=True),
        Property(a, "since", lazy("From"), Type.DATE, "schema:startDate"),
        Property(a, "until", lazy("Until"), Type.DATE, "schema:endDate"),
        Property(
            c,
            "membership",
            lazy("Membership"),
            Type.REFERENCE,
            "hansa:contactFor",
            required=True,
            refers_to=Kind.MEMBERSHIP,
        ),
        Property(
            c,
            "person",
            lazy("Person"),
            Type.REFERENCE,
            "schema:contactPoint",
            personal=True,
            refers_to=Kind.PERSON,
            fresh_for=180,
        ),
        Property(c, "unit", lazy("Unit"), Type.REFERENCE, "schema:department", refers_to=Kind.UNIT, fresh_for=365),
        Property(c, "until", lazy("Until"), Type.DATE, "schema:endDate"),
    )


PROPERTIES: tuple[Property, ...] = _declared()
BY_KIND: Mapping[Kind, Mapping[str, Property]] = {
    kind: {p.name: p for p in PROPERTIES if p.kind is kind} for kind in Kind
}
FIGURES: tuple[str, ...] = tuple(p.name for p in PROPERTIES if p.type is Type.FIGURE)


def property_of(kind: str, name: str) -> Property:
    """The declaration of a property. Raises InvalidValueError where there is none."""
    try:
        return BY_KIND[Kind(kind)][name]
    except (KeyError, ValueError) as error:
        raise InvalidValueError(name, kind, _("The register knows no such property.")) from error
