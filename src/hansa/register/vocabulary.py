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
from django.utils.translation import gettext_lazy

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
    Kind.ORGANISATION: gettext_lazy("organisation"),
    Kind.UNIT: gettext_lazy("unit"),
    Kind.PERSON: gettext_lazy("person"),
    Kind.MEMBERSHIP: gettext_lazy("membership"),
    Kind.APPOINTMENT: gettext_lazy("appointment"),
    Kind.CONTACT: gettext_lazy("contact"),
}

ORGANISATION_KINDS: Mapping[str, Label] = {
    "authority": gettext_lazy("Authority"),
    "network": gettext_lazy("Network"),
    "commission": gettext_lazy("Commission"),
    "association": gettext_lazy("Association"),
    "office": gettext_lazy("Office"),
    "other": gettext_lazy("Other"),
}
SCOPES: Mapping[str, Label] = {
    "european": gettext_lazy("European"),
    "nordic": gettext_lazy("Nordic"),
    "neighbourhood": gettext_lazy("Neighbourhood"),
    "national": gettext_lazy("National"),
    "global": gettext_lazy("Global"),
}
TOPICS: Mapping[str, Label] = {
    "regional-policy": gettext_lazy("Regional policy"),
    "sea-and-coast": gettext_lazy("Sea and coast"),
    "education": gettext_lazy("Education and skills"),
    "health": gettext_lazy("Health and care"),
    "environment": gettext_lazy("Environment and climate"),
    "energy": gettext_lazy("Energy"),
    "transport": gettext_lazy("Transport"),
    "research": gettext_lazy("Research and innovation"),
    "business": gettext_lazy("Business and trade"),
    "social-economy": gettext_lazy("Social economy"),
    "culture": gettext_lazy("Culture"),
    "youth": gettext_lazy("Young people"),
    "democracy": gettext_lazy("Democracy and human rights"),
    "digital": gettext_lazy("Digital development"),
    "rural": gettext_lazy("Rural areas and food"),
    "urban": gettext_lazy("Towns and cities"),
}
MEMBERSHIP_KINDS: Mapping[str, Label] = {
    "full": gettext_lazy("Full member"),
    "associate": gettext_lazy("Associate member"),
    "observer": gettext_lazy("Observer"),
    "partner": gettext_lazy("Partner"),
    "parent": gettext_lazy("Member through the parent organisation"),
}
ROLES: Mapping[str, Label] = {
    "chair": gettext_lazy("Chair"),
    "vice-chair": gettext_lazy("Vice chair"),
    "board": gettext_lazy("Board member"),
    "secretariat": gettext_lazy("Secretariat"),
    "representative": gettext_lazy("Representative"),
    "deputy": gettext_lazy("Deputy"),
    "observer": gettext_lazy("Observer"),
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
        Property(o, "name", gettext_lazy("Name"), line, "skos:prefLabel", by_language=True, required=True),
        Property(o, "other_names", gettext_lazy("Other names"), line, "skos:altLabel", many=True, by_language=True),
        Property(o, "abbreviation", gettext_lazy("Abbreviation"), line, "schema:alternateName"),
        Property(o, "slug", gettext_lazy("Address on the website"), Type.SLUG, "dct:identifier"),
        Property(o, "kind", gettext_lazy("Kind"), Type.CHOICE, "org:classification", choices=ORGANISATION_KINDS),
        Property(
            o, "parent", gettext_lazy("Part of"), Type.REFERENCE, "org:subOrganizationOf", refers_to=Kind.ORGANISATION
        ),
        Property(o, "website", gettext_lazy("Website"), Type.URL, "foaf:homepage", fresh_for=365),
        Property(o, "summary", gettext_lazy("What it does"), text, "dct:description", by_language=True, fresh_for=1095),
        Property(o, "scope", gettext_lazy("Geography"), Type.CHOICE, "dct:spatial", choices=SCOPES),
        Property(o, "topics", gettext_lazy("Topics"), Type.CHOICE, "dct:subject", many=True, choices=TOPICS),
        Property(o, "founded", gettext_lazy("Founded"), Type.DATE, "schema:foundingDate"),
        Property(o, "seat", gettext_lazy("Seat"), line, "org:hasPrimarySite", by_language=True),
        Property(o, "members", gettext_lazy("Members"), Type.FIGURE, "hansa:members", fresh_for=365),
        Property(o, "countries", gettext_lazy("Countries"), Type.FIGURE, "hansa:countries", fresh_for=365),
        Property(o, "introduction", gettext_lazy("Introduction"), text, "dct:abstract", by_language=True),
        Property(o, "purposes", gettext_lazy("Purposes"), line, "org:purpose", many=True, by_language=True),
        Property(o, "links", gettext_lazy("Related pages"), Type.LINK, "dct:relation", many=True, by_language=True),
        Property(o, "mailbox", gettext_lazy("Mailbox"), email, "schema:email", public=False, fresh_for=365),
        Property(u, "name", gettext_lazy("Name"), line, "skos:prefLabel", by_language=True, required=True),
        Property(u, "other_names", gettext_lazy("Other names"), line, "skos:altLabel", many=True, by_language=True),
        Property(u, "slug", gettext_lazy("Address on the website"), Type.SLUG, "dct:identifier"),
        Property(
            u,
            "authority",
            gettext_lazy("Authority"),
            Type.REFERENCE,
            "org:unitOf",
            required=True,
            refers_to=Kind.ORGANISATION,
        ),
        Property(u, "email", gettext_lazy("E-mail"), email, "schema:email", public=False, fresh_for=365),
        Property(u, "email_is_shown", gettext_lazy("Show the e-mail address on the website"), Type.FLAG, "hansa:shown"),
        Property(u, "phone", gettext_lazy("Phone"), phone, "schema:telephone", fresh_for=365),
        Property(p, "name", gettext_lazy("Name"), line, "foaf:name", required=True, personal=True),
        Property(
            p,
            "other_names",
            gettext_lazy("Other names"),
            line,
            "skos:altLabel",
            many=True,
            personal=True,
            public=False,
        ),
        Property(p, "title", gettext_lazy("Title"), line, "schema:jobTitle", personal=True, fresh_for=365),
        Property(p, "party", gettext_lazy("Party"), line, "schema:affiliation", personal=True),
        Property(p, "email", gettext_lazy("E-mail"), email, "schema:email", personal=True, public=False, fresh_for=365),
        Property(
            p, "phone", gettext_lazy("Phone"), phone, "schema:telephone", personal=True, public=False, fresh_for=365
        ),
        Property(
            m,
            "authority",
            gettext_lazy("Authority"),
            Type.REFERENCE,
            "org:member",
            required=True,
            refers_to=Kind.ORGANISATION,
        ),
        Property(
            m,
            "organisation",
            gettext_lazy("Organisation"),
            Type.REFERENCE,
            "org:organization",
            required=True,
            refers_to=Kind.ORGANISATION,
            fresh_for=365,
        ),
        Property(m, "kind", gettext_lazy("Kind of membership"), Type.CHOICE, "org:role", choices=MEMBERSHIP_KINDS),
        Property(m, "since", gettext_lazy("Member since"), Type.DATE, "schema:startDate"),
        Property(m, "until", gettext_lazy("Member until"), Type.DATE, "schema:endDate"),
        Property(m, "fee", gettext_lazy("Yearly fee"), Type.MONEY, "hansa:fee", fresh_for=365),
        Property(m, "decision", gettext_lazy("Decision"), line, "hansa:decision"),
        Property(m, "notice", gettext_lazy("Period of notice"), line, "hansa:notice"),
        Property(
            m,
            "committee",
            gettext_lazy("Responsible committee"),
            Type.REFERENCE,
            "hansa:committee",
            refers_to=Kind.UNIT,
        ),
        Property(m, "purpose", gettext_lazy("Why we are members"), text, "org:purpose", by_language=True),
        Property(
            a,
            "authority",
            gettext_lazy("Authority"),
            Type.REFERENCE,
            "hansa:onBehalfOf",
            required=True,
            refers_to=Kind.ORGANISATION,
        ),
        Property(
            a,
            "organisation",
            gettext_lazy("Organisation"),
            Type.REFERENCE,
            "org:organization",
            required=True,
            refers_to=Kind.ORGANISATION,
        ),
        Property(a, "role", gettext_lazy("Role"), Type.CHOICE, "org:role", required=True, choices=ROLES, fresh_for=365),
        Property(
            a,
            "person",
            gettext_lazy("Person"),
            Type.REFERENCE,
            "org:member",
            personal=True,
            refers_to=Kind.PERSON,
        ),
        Property(a, "body", gettext_lazy("Body"), line, "org:headOf", by_language=True),
        Property(a, "since", gettext_lazy("From"), Type.DATE, "schema:startDate"),
        Property(a, "until", gettext_lazy("Until"), Type.DATE, "schema:endDate"),
        Property(
            c,
            "membership",
            gettext_lazy("Membership"),
            Type.REFERENCE,
            "hansa:contactFor",
            required=True,
            refers_to=Kind.MEMBERSHIP,
        ),
        Property(
            c,
            "person",
            gettext_lazy("Person"),
            Type.REFERENCE,
            "schema:contactPoint",
            personal=True,
            refers_to=Kind.PERSON,
            fresh_for=180,
        ),
        Property(
            c, "unit", gettext_lazy("Unit"), Type.REFERENCE, "schema:department", refers_to=Kind.UNIT, fresh_for=365
        ),
        Property(c, "until", gettext_lazy("Until"), Type.DATE, "schema:endDate"),
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
