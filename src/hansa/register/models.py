"""The tables: claims with their sources and decisions, and the typed tables that hold the accepted present.

Only `register/claims.py` and `register/projection.py` write here.
"""

from __future__ import annotations

import hashlib
import json
import uuid
from typing import Any

import uuid_utils.compat
from django.conf import settings
from django.db import models
from django.db.models import CheckConstraint, F, Q, UniqueConstraint

from hansa.register.vocabulary import BY_KIND, Kind


def new_id() -> uuid.UUID:
    """A UUID version 7 (RFC 9562): made anywhere, in order of time."""
    return uuid_utils.compat.uuid7()


def digest(*parts: Any) -> str:
    """A short digest (32 hex digits of SHA-256) of JSON-ready parts: the same parts, the same digest."""
    text = json.dumps(parts, ensure_ascii=False, sort_keys=True, separators=(",", ":"), default=str)
    return hashlib.sha256(text.encode()).hexdigest()[:32]


class Source(models.Model):
    """Where claims come from: a page or file as it was read (kept whole), a person's word, another register."""

    class Kind(models.TextChoices):
        PAGE = "page"
        FILE = "file"
        WORD = "word"  # a keeper's own
        SUGGESTION = "suggestion"  # a visitor's
        RULE = "rule"

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    kind = models.CharField(max_length=12, choices=Kind)
    location = models.CharField(max_length=2000, help_text="Address or file name: the same page has the same one.")
    authority = models.UUIDField(null=True, help_text="For which authority it was read.")
    title = models.CharField(max_length=500, blank=True)
    language = models.CharField(max_length=8, blank=True)
    media_type = models.CharField(max_length=100, blank=True)
    sha256 = models.CharField(max_length=64, blank=True, db_index=True)
    content = models.BinaryField(null=True)
    text = models.TextField(blank=True, help_text="The text that the spans of evidence count in.")
    notices = models.JSONField(default=list, help_text="What the reader asks a person to look at.")
    first_read_at = models.DateTimeField()
    last_read_at = models.DateTimeField()
    redacted = models.BooleanField(default=False, help_text="Personal data was erased from the text.")

    class Meta:
        indexes = [models.Index(fields=["location", "last_read_at"])]

    def __str__(self) -> str:
        return self.title or self.location


class Decision(models.Model):
    """One person (or rule), one moment, one note, one or many claims, all or nothing."""

    class Kind(models.TextChoices):
        DECIDE = "decide"
        UNDO = "undo"
        ERASE = "erase"

    number = models.PositiveBigIntegerField(primary_key=True, help_text="1, 2, 3 … in the order they were made.")
    kind = models.CharField(max_length=8, choices=Kind, default=Kind.DECIDE)
    made_at = models.DateTimeField(db_index=True)
    actor = models.CharField(max_length=200, help_text="The name of the person or rule that decided.")
    user = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="decisions")
    note = models.TextField(blank=True)
    undoes = models.ForeignKey("self", null=True, on_delete=models.PROTECT, related_name="undone_by")

    class Meta:
        ordering = ["number"]

    def __str__(self) -> str:
        return f"{self.number}: {self.actor}"


class Claim(models.Model):
    """One statement about one thing. A value of None says that there is nothing (any more)."""

    class State(models.TextChoices):
        PROPOSED = "proposed"
        ACCEPTED = "accepted"
        REJECTED = "rejected"
        SUPERSEDED = "superseded"
        WITHDRAWN = "withdrawn"

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    kind = models.CharField(max_length=12, choices=[(kind.value, kind.value) for kind in Kind])
    subject = models.UUIDField(help_text="The thing that it speaks of.")
    property = models.CharField(max_length=32)
    language = models.CharField(max_length=8, blank=True)
    slot = models.CharField(
        max_length=48,
        help_text="The place that it takes: the language, or for one of many a digest of the value.",
    )
    value: models.Field[Any, Any] = models.JSONField(null=True)
    reference = models.UUIDField(null=True, help_text="The thing that the value refers to.")
    fingerprint = models.CharField(max_length=32, help_text="Digest of subject, property, language and value.")
    asks = models.BooleanField(
        default=False, help_text="Asks whether a name is another name of the thing: only a person can answer."
    )
    state = models.CharField(max_length=10, choices=State, default=State.PROPOSED)
    proposed_at = models.DateTimeField()
    replaces = models.ForeignKey("self", null=True, on_delete=models.PROTECT, related_name="+", db_index=False)
    accepted_in = models.ForeignKey(
        Decision, null=True, on_delete=models.PROTECT, related_name="accepted", db_index=False
    )
    ended_in = models.ForeignKey(Decision, null=True, on_delete=models.PROTECT, related_name="ended", db_index=False)
    erased_in = models.ForeignKey(Decision, null=True, on_delete=models.PROTECT, related_name="erased", db_index=False)

    class Meta:
        constraints = [
            UniqueConstraint(
                fields=["subject", "property", "slot"],
                condition=Q(state="accepted"),
                name="one_standing_claim_a_slot",
            ),
            UniqueConstraint(
                fields=["subject", "fingerprint"],
                condition=Q(state="proposed"),
                name="proposed_once",
            ),
            CheckConstraint(
                name="state_agrees_with_decisions",
                condition=Q(state="proposed", accepted_in=None, ended_in=None)
                | Q(state="accepted", accepted_in__isnull=False, ended_in=None)
                | Q(state="rejected", accepted_in=None, ended_in__isnull=False)
                | Q(state__in=["superseded", "withdrawn"], accepted_in__isnull=False, ended_in__isnull=False),
            ),
            CheckConstraint(
                name="ends_after_it_began",
                condition=Q(ended_in=None) | Q(accepted_in=None) | Q(ended_in__gt=F("accepted_in")),
            ),
        ]
        indexes = [
            models.Index(fields=["subject", "property", "slot"]),
            models.Index(fields=["reference", "property"], condition=Q(reference__isnull=False), name="claim_ref"),
            models.Index(fields=["accepted_in"]),
            models.Index(fields=["ended_in"], condition=Q(ended_in__isnull=False), name="claim_ended"),
            models.Index(fields=["state", "kind"], name="claim_state"),
        ]

    def __str__(self) -> str:
        return f"{self.kind}.{self.property} = {self.value!r} ({self.state})"


class Evidence(models.Model):
    """Where a claim was seen: the source and the words in it that say so."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    claim = models.ForeignKey(Claim, on_delete=models.PROTECT, related_name="evidence", db_index=False)
    source = models.ForeignKey(Source, on_delete=models.PROTECT, related_name="evidence")
    observed_at = models.DateTimeField()
    quote = models.TextField(blank=True)
    start = models.PositiveIntegerField(null=True)
    end = models.PositiveIntegerField(null=True)
    confidence = models.FloatField(null=True, help_text="The reader's probability that it is right.")

    class Meta:
        constraints = [UniqueConstraint(fields=["claim", "source"], name="evidence_once_a_source")]

    def __str__(self) -> str:
        return self.quote


class Thing(models.Model):
    """A row of a typed table: what the accepted claims about one subject say now."""

    id = models.UUIDField(primary_key=True, editable=False)

    class Meta:
        abstract = True


def _reference(to: str, **options: Any) -> models.ForeignKey[Any, Any]:
    # Rows come and go by projection alone, which knows what refers to what.
    return models.ForeignKey(to, on_delete=models.DO_NOTHING, **options)


class Organisation(Thing):
    """Any organisation: the authority, a network, an umbrella, a commission of one, another member."""

    slug = models.CharField(max_length=80, unique=True, null=True)
    kind = models.CharField(max_length=16, blank=True)
    name = models.JSONField(default=dict)
    other_names = models.JSONField(default=list)
    abbreviation = models.CharField(max_length=500, blank=True)
    parent = _reference("self", null=True, related_name="parts")
    website = models.CharField(max_length=500, blank=True)
    summary = models.JSONField(default=dict)
    scope = models.CharField(max_length=16, blank=True)
    topics = models.JSONField(default=list)
    founded = models.CharField(max_length=24, blank=True)
    seat = models.JSONField(default=dict)
    introduction = models.JSONField(default=dict)
    purposes = models.JSONField(default=list)
    links = models.JSONField(default=list)
    mailbox = models.CharField(max_length=320, blank=True)

    def __str__(self) -> str:
        return self.abbreviation or next(iter(self.name.values()), str(self.id))


class Figure(models.Model):
    """A number about an organisation, by kind (members, countries)."""

    id = models.CharField(primary_key=True, max_length=64)
    organisation = _reference("Organisation", related_name="figures")
    kind = models.CharField(max_length=32)
    value = models.PositiveBigIntegerField()
    approximate = models.BooleanField()

    def __str__(self) -> str:
        return f"{self.kind}: {self.value}"


class Unit(Thing):
    """A part of an authority: office, department, committee."""

    slug = models.CharField(max_length=80, unique=True, null=True)
    name = models.JSONField(default=dict)
    other_names = models.JSONField(default=list)
    authority = _reference("Organisation", related_name="units")
    email = models.CharField(max_length=320, blank=True)
    email_is_shown = models.BooleanField(default=False)
    phone = models.CharField(max_length=64, blank=True)

    def __str__(self) -> str:
        return next(iter(self.name.values()), str(self.id))


class Person(Thing):
    """An official or a politician, here because of an office."""

    name = models.CharField(max_length=500)
    other_names = models.JSONField(default=list)
    title = models.CharField(max_length=500, blank=True)
    party = models.CharField(max_length=500, blank=True)
    email = models.CharField(max_length=320, blank=True)
    phone = models.CharField(max_length=64, blank=True)

    def __str__(self) -> str:
        return self.name


class Membership(Thing):
    """An authority in an organisation."""

    authority = _reference("Organisation", related_name="memberships")
    organisation = _reference("Organisation", related_name="members_here")
    kind = models.CharField(max_length=16, blank=True)
    since = models.CharField(max_length=24, blank=True)
    until = models.CharField(max_length=24, blank=True)
    fee = models.JSONField(null=True)
    decision = models.CharField(max_length=500, blank=True)
    notice = models.CharField(max_length=500, blank=True)
    committee = _reference("Unit", null=True, related_name="memberships")
    purpose = models.JSONField(default=dict)

    def __str__(self) -> str:
        return str(self.id)


class Appointment(Thing):
    """Who holds what in an organisation, for whom; without a person: an office of the authority itself."""

    authority = _reference("Organisation", related_name="appointments")
    organisation = _reference("Organisation", related_name="appointments_here")
    role = models.CharField(max_length=16)
    person = _reference("Person", null=True, related_name="appointments")
    body = models.JSONField(default=dict)
    since = models.CharField(max_length=24, blank=True)
    until = models.CharField(max_length=24, blank=True)

    def __str__(self) -> str:
        return self.role


class Contact(Thing):
    """Whom to ask about a membership: a person, a unit, or a person in a unit."""

    membership = _reference("Membership", related_name="contacts")
    person = _reference("Person", null=True, related_name="contacts")
    unit = _reference("Unit", null=True, related_name="contacts")
    until = models.CharField(max_length=24, blank=True)

    def __str__(self) -> str:
        return str(self.id)


class SearchEntry(models.Model):
    """What a thing is found by; the database keeps a full-text index of it."""

    id = models.BigAutoField(primary_key=True)
    subject = models.UUIDField(unique=True)
    kind = models.CharField(max_length=12)
    short = models.CharField(max_length=500, blank=True, help_text="Abbreviation, folded.")
    title = models.TextField(help_text="Names, folded.")
    body = models.TextField(blank=True, help_text="The rest, folded.")

    def __str__(self) -> str:
        return self.title


TABLES: dict[Kind, type[Thing]] = {
    Kind.ORGANISATION: Organisation,
    Kind.UNIT: Unit,
    Kind.PERSON: Person,
    Kind.MEMBERSHIP: Membership,
    Kind.APPOINTMENT: Appointment,
    Kind.CONTACT: Contact,
}

assert set(TABLES) == set(BY_KIND)  # noqa: S101 - the vocabulary and the tables name the same kinds
