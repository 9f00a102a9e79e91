"""Readable, lasting addresses on the website: given by rule when a thing first has a name, kept ever after.

A slug is a claim like any other, so a keeper may change it; the old one then leads on to the new.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from uuid import UUID

from django.conf import settings
from django.utils.translation import gettext as _

from hansa.register import clock
from hansa.register.errors import InvalidValueError
from hansa.register.folding import folded
from hansa.register.models import Claim, Decision, Evidence, Source, digest
from hansa.register.projection import chunks
from hansa.register.vocabulary import BY_KIND, Kind

RULE = "hansa:slug"
LONGEST = 60


def slug(text: str) -> str:
    """A text as part of an address: small letters, digits and single hyphens, at most 60 characters."""
    whole = "-".join("".join(c if c.isascii() and c.isalnum() else " " for c in folded(text)).split())
    if len(whole) <= LONGEST:
        return whole
    return whole[: LONGEST + 1].rpartition("-")[0] or whole[:LONGEST]


def give(decision: Decision, subjects: Mapping[UUID, Kind]) -> None:
    """Give each of these that has a name and no slug one of its own, as claims accepted in `decision`."""
    wanted = {subject: kind for subject, kind in subjects.items() if "slug" in BY_KIND[kind]}
    names: dict[UUID, dict[str, dict[str, str]]] = {}
    for part in chunks(wanted):
        standing = Claim.objects.filter(
            subject__in=part, state=Claim.State.ACCEPTED, property__in=["name", "abbreviation", "slug"]
        )
        for claim in standing.exclude(value=None):
            names.setdefault(claim.subject, {}).setdefault(claim.property, {})[claim.language] = claim.value
    without = {s: known for s, known in names.items() if "slug" not in known and "name" in known}
    if not without:
        return
    taken = _taken()
    own = {subject: value for (_kind, value), subject in taken.items()}
    moment = clock.now()
    source, _made = Source.objects.get_or_create(
        kind=Source.Kind.RULE,
        location=RULE,
        defaults={"title": "Hansa", "first_read_at": moment, "last_read_at": moment},
    )
    claims = []
    for subject in sorted(without):
        kind = wanted[subject]
        chosen = own.get(subject) or _free(_wish(without[subject]), kind, taken)
        taken[kind, chosen] = subject
        claims.append(
            Claim(
                kind=kind,
                subject=subject,
                property="slug",
                slot="",
                value=chosen,
                fingerprint=digest(subject, "slug", "", chosen),
                state=Claim.State.ACCEPTED,
                proposed_at=moment,
                accepted_in=decision,
            )
        )
    Claim.objects.bulk_create(claims, batch_size=2000)
    Evidence.objects.bulk_create(
        [Evidence(claim=claim, source=source, observed_at=moment) for claim in claims], batch_size=2000
    )


def check(accepted: Sequence[Claim]) -> None:
    """Refuse an address that another thing has or had. Raises InvalidValueError."""
    wanted = [claim for claim in accepted if claim.property == "slug" and claim.value]
    taken = _taken() if wanted else {}
    for claim in wanted:
        if taken.setdefault((claim.kind, claim.value), claim.subject) != claim.subject:
            label = str(BY_KIND[Kind(claim.kind)]["slug"].label)
            raise InvalidValueError(label, claim.value, _("Another page has, or had, that address."))


def _taken() -> dict[tuple[str, str], UUID]:
    """Every address that ever was in use, and what it leads to; of several of one thing, the newest last."""
    held = Claim.objects.filter(property="slug", accepted_in__isnull=False).exclude(value=None).order_by("id")
    return {(kind, value): subject for kind, value, subject in held.values_list("kind", "value", "subject")}


def _wish(known: Mapping[str, Mapping[str, str]]) -> str:
    if short := slug(known.get("abbreviation", {}).get("", "")):
        return short
    by_language = known["name"]
    for language in (settings.LANGUAGE_CODE, "en", *sorted(by_language)):
        if language in by_language and (wish := slug(by_language[language])):
            return wish
    return "namn"


def _free(wish: str, kind: Kind, taken: Mapping[tuple[str, str], UUID]) -> str:
    number, chosen = 1, wish
    while (kind, chosen) in taken:
        number += 1
        chosen = f"{wish}-{number}"
    return chosen
