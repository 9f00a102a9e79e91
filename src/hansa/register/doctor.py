"""Is the register sound? Each finding says what is wrong, with what, and what to do."""

from __future__ import annotations

import hashlib
import itertools
from collections.abc import Iterator
from dataclasses import dataclass
from uuid import UUID

from django.db import connection
from django.db.models import F
from django.utils.translation import gettext as _

from hansa.register import replay, search
from hansa.register.models import TABLES, Claim, Decision, SearchEntry, Source, digest
from hansa.register.projection import columns, grouped
from hansa.register.vocabulary import BY_KIND, Kind


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that is wrong: `code` is stable, `what` and `do` are for people."""

    code: str
    what: str
    do: str


def examine() -> Iterator[Finding]:
    """Everything that is wrong with the register; nothing, where it is sound."""
    yield from _database()
    yield from _replay()
    yield from _claims()
    yield from _sources()
    yield from _search()


def _database() -> Iterator[Finding]:
    if connection.vendor != "sqlite":
        return
    with connection.cursor() as cursor:
        cursor.execute("PRAGMA integrity_check")
        answers = [row[0] for row in cursor.fetchall()]
        cursor.execute("PRAGMA foreign_key_check")
        broken = cursor.fetchall()
    if answers != ["ok"]:
        yield Finding(
            "database-damaged",
            _("The database file is damaged: %s") % "; ".join(answers[:3]),
            _("Restore the newest backup: hansa restore FILE --replace"),
        )
    if broken:
        yield Finding(
            "reference-broken",
            _("%(count)d rows refer to rows that are not there (first: table %(table)s).")
            % {"count": len(broken), "table": broken[0][0]},
            _("Build the tables anew: hansa doctor --rebuild"),
        )


def _replay() -> Iterator[Finding]:
    differing, faults = replay.check()
    for fault in faults[:20]:
        yield Finding(
            fault.code,
            _("The history of claim %(id)s (%(property)s) does not hold together.")
            % {"id": fault.claim.id, "property": fault.claim.property},
            _("Restore the newest backup: hansa restore FILE --replace"),
        )
    for kind, subject, made, held in differing[:20]:
        names = sorted({*(made or {}), *(held or {})})
        columns_ = [name for name in names if (made or {}).get(name) != (held or {}).get(name)]
        yield Finding(
            "table-differs",
            _("The row of %(kind)s %(id)s is not what the accepted claims say: %(columns)s.")
            % {"kind": kind.value, "id": subject, "columns": ", ".join(columns_)},
            _("Build the tables anew: hansa doctor --rebuild"),
        )
    if len(differing) > 20:
        yield Finding(
            "table-differs",
            _("%d more rows are not what the accepted claims say.") % (len(differing) - 20),
            _("Build the tables anew: hansa doctor --rebuild"),
        )


def _claims() -> Iterator[Finding]:
    restore = _("Restore the newest backup: hansa restore FILE --replace")
    unknown = [
        claim
        for claim in Claim.objects.values("id", "kind", "property").distinct().iterator()
        if claim["property"] not in BY_KIND.get(Kind(claim["kind"]), {})
    ]
    if unknown:
        yield Finding(
            "property-unknown",
            _("%(count)d claims have a property that this Hansa does not know (first: %(property)s).")
            % {"count": len(unknown), "property": unknown[0]["property"]},
            _("Use the version of Hansa that wrote them, or a newer one."),
        )
    bare = Claim.objects.filter(evidence=None, erased_in=None).count()
    if bare:
        yield Finding("claim-without-source", _("%d claims have no source.") % bare, restore)
    altered = [
        claim
        for claim in Claim.objects.filter(erased_in=None).iterator()
        if claim.fingerprint
        != digest(claim.subject, claim.property, claim.language, claim.slot if claim.value is None else claim.value)
    ]
    if altered:
        yield Finding(
            "claim-altered",
            _("%(count)d claims were altered outside Hansa (first: %(id)s).")
            % {"count": len(altered), "id": altered[0].id},
            restore,
        )
    numbers = list(Decision.objects.order_by("number").values_list("number", "made_at"))
    if [number for number, _made in numbers] != list(range(1, len(numbers) + 1)):
        yield Finding("decision-missing", _("Decisions are missing from the sequence."), restore)
    if any(later[1] < earlier[1] for earlier, later in itertools.pairwise(numbers)):
        yield Finding("decision-order", _("A decision is dated before the one that came before it."), restore)
    erased = Claim.objects.filter(erased_in__isnull=False).exclude(value=None).count()
    if erased:
        yield Finding("erased-value", _("%d claims that were erased still have their value.") % erased, restore)
    open_ = Claim.objects.filter(state="proposed", replaces__isnull=False).exclude(replaces__subject=F("subject"))
    if open_.exists():
        yield Finding("replaces-another", _("A proposal names a claim about another thing."), restore)


def _sources() -> Iterator[Finding]:
    for source in Source.objects.exclude(content=None).exclude(sha256="").iterator(chunk_size=20):
        if hashlib.sha256(bytes(source.content or b"")).hexdigest() != source.sha256:
            yield Finding(
                "source-altered",
                _("The kept document of “%(title)s” (%(id)s) is not what was read.")
                % {"title": source.title, "id": source.id},
                _("Restore the newest backup, or import the page again."),
            )


def _search() -> Iterator[Finding]:
    wanted: dict[UUID, tuple[str, str, str]] = {}
    for kind in search.FOUND_BY:
        there = set(TABLES[kind]._default_manager.values_list("pk", flat=True))
        standing = Claim.objects.filter(kind=kind, state="accepted")
        for subject, claims in grouped(standing.iterator(chunk_size=5000)).items():
            row = columns(kind, claims)
            if subject in there and row is not None:
                entry = search.entry(kind, subject, row)
                wanted[subject] = (entry.short, entry.title, entry.body)
    held = {
        subject: (short, title, body)
        for subject, short, title, body in SearchEntry.objects.values_list("subject", "short", "title", "body")
    }
    if held != wanted:
        yield Finding(
            "search-differs",
            _("%d things are not found as they should be.")
            % len({s for s in {*held, *wanted} if held.get(s) != wanted.get(s)}),
            _("Build the tables anew: hansa doctor --rebuild"),
        )
