"""From standing claims to rows of the typed tables: one pure function, used by writing, replay and as-of alike."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
from itertools import islice
from typing import Any, TypeVar
from uuid import UUID

from django.db.models import Q

from hansa.register import search
from hansa.register.models import TABLES, Claim, Figure, Thing
from hansa.register.vocabulary import BY_KIND, FIGURES, Kind

T = TypeVar("T")
CHUNK = 900  # ids in one query; SQLite and PostgreSQL both take it with room to spare

# subject → the claims about it that stand, in the order of their making
Standing = Mapping[UUID, list[Claim]]


def chunks(things: Iterable[T], size: int = CHUNK) -> Iterator[list[T]]:
    """`things` in lists of at most `size`."""
    rest = iter(things)
    while part := list(islice(rest, size)):
        yield part


def grouped(claims: Iterable[Claim]) -> dict[UUID, list[Claim]]:
    """Claims by subject, each list in the order in which the claims were made."""
    by_subject: dict[UUID, list[Claim]] = defaultdict(list)
    for claim in claims:
        by_subject[claim.subject].append(claim)
    for same in by_subject.values():
        same.sort(key=lambda claim: claim.id)
    return dict(by_subject)


def columns(kind: Kind, claims: Iterable[Claim]) -> dict[str, Any] | None:
    """The row of one thing as column → value (references as UUID under `…_id`), or None where it does not exist.

    Whether the things referred to exist is for the caller to know.
    """
    known = BY_KIND[kind]
    row: dict[str, Any] = {}
    for claim in claims:
        prop = known.get(claim.property)
        if prop is None or claim.value is None or claim.erased_in_id is not None:
            continue
        if prop.refers_to:
            row[f"{prop.name}_id"] = claim.reference
        elif prop.many and prop.by_language:
            item = claim.value if isinstance(claim.value, dict) else {"text": claim.value}
            row.setdefault(prop.name, []).append({**item, "language": claim.language})
        elif prop.many:
            row.setdefault(prop.name, []).append(claim.value)
        elif prop.by_language:
            row.setdefault(prop.name, {})[claim.language] = claim.value
        else:
            row[prop.name] = claim.value
    for prop in known.values():
        if prop.required and not row.get(f"{prop.name}_id" if prop.refers_to else prop.name):
            return None
    return row


def instance(kind: Kind, subject: UUID, row: Mapping[str, Any]) -> Thing:
    """A row of the typed table (not saved) from `columns`; figures are set aside (see `figures`)."""
    return TABLES[kind](id=subject, **{name: value for name, value in row.items() if name not in FIGURES})


def figures(subject: UUID, row: Mapping[str, Any]) -> list[Figure]:
    """The figures in an organisation's `columns`."""
    return [
        Figure(id=f"{subject}-{name}", organisation_id=subject, kind=name, **row[name])
        for name in FIGURES
        if name in row
    ]


def rows(standing: Standing) -> dict[Kind, dict[UUID, dict[str, Any]]]:
    """All rows that the standing claims make, each referring only to things that exist."""
    made: dict[Kind, dict[UUID, dict[str, Any]]] = {kind: {} for kind in Kind}
    kinds = {subject: Kind(claims[0].kind) for subject, claims in standing.items()}
    for kind in Kind:
        for subject, claims in standing.items():
            if kinds[subject] is kind and (row := columns(kind, claims)) is not None:
                made[kind][subject] = row
        for subject, row in list(made[kind].items()):
            done = settled(kind, row, made)
            if done is None:
                del made[kind][subject]
            else:
                made[kind][subject] = done
    return made


def settled(kind: Kind, row: dict[str, Any], exists: Mapping[Kind, Collection[UUID]]) -> dict[str, Any] | None:
    """The row without references to what does not exist; None where one that it needs is missing."""
    for prop in BY_KIND[kind].values():
        column = f"{prop.name}_id"
        if prop.refers_to and column in row and row[column] not in exists[prop.refers_to]:
            if prop.required:
                return None
            row = {name: value for name, value in row.items() if name != column}
    return row


def project(subjects: Mapping[UUID, Kind]) -> None:
    """Write the rows of these subjects, and of all that refers to one that came or went. Within a transaction."""
    pending: dict[Kind, set[UUID]] = {kind: set() for kind in Kind}
    for subject, kind in subjects.items():
        pending[kind].add(subject)
    for kind in Kind:
        changed = _write(kind, pending[kind])
        if not changed:
            continue
        same_kind: set[UUID] = set()
        for part in chunks(changed):
            referring = Claim.objects.filter(state=Claim.State.ACCEPTED, reference__in=part)
            for other, subject in referring.values_list("kind", "subject"):
                (same_kind if other == kind else pending[Kind(other)]).add(subject)
        _write(kind, same_kind)  # a parent came or went: the parts exist all the same


def _write(kind: Kind, subjects: Collection[UUID]) -> set[UUID]:
    """Write the rows of one kind; the subjects that came into being or ceased to be."""
    table = TABLES[kind]
    changed: set[UUID] = set()
    for part in chunks(sorted(subjects)):
        before = set(table._default_manager.filter(pk__in=part).values_list("pk", flat=True))
        standing = grouped(Claim.objects.filter(subject__in=part, state=Claim.State.ACCEPTED))
        wanted = {s: row for s, claims in standing.items() if (row := columns(kind, claims)) is not None}
        present = _present(kind, wanted)
        if kind is Kind.ORGANISATION:
            present[kind] = present[kind] | set(wanted)
        whole = {s: done for s, row in wanted.items() if (done := settled(kind, row, present)) is not None}
        _delete(table, before - set(whole))
        _save(table, [instance(kind, s, row) for s, row in whole.items()])
        if kind is Kind.ORGANISATION:
            Figure.objects.filter(organisation_id__in=part)._raw_delete(Figure.objects.db)
            Figure.objects.bulk_create([f for s, row in whole.items() for f in figures(s, row)])
        search.write(kind, part, whole)
        changed |= before ^ set(whole)
    return changed


def _present(kind: Kind, wanted: Mapping[UUID, dict[str, Any]]) -> dict[Kind, set[UUID]]:
    """Which of the things that the rows refer to exist."""
    asked = {**{other: set[UUID]() for other in Kind}, **referred(kind, wanted.values())}
    return {
        other: {
            pk
            for part in chunks(sorted(ids))
            for pk in TABLES[other]._default_manager.filter(pk__in=part).values_list("pk", flat=True)
        }
        for other, ids in asked.items()
    }


def referred(kind: Kind, made: Iterable[dict[str, Any]]) -> dict[Kind, set[UUID]]:
    """What rows of one kind refer to, by kind."""
    asked: dict[Kind, set[UUID]] = {prop.refers_to: set() for prop in BY_KIND[kind].values() if prop.refers_to}
    for row in made:
        for prop in BY_KIND[kind].values():
            if prop.refers_to and (column := f"{prop.name}_id") in row:
                asked[prop.refers_to].add(row[column])
    return asked


def _delete(table: type[Thing], ids: Collection[UUID]) -> None:
    if ids:
        gone = table._default_manager.filter(Q(pk__in=ids))
        gone._raw_delete(gone.db)


def _save(table: type[Thing], things: list[Thing]) -> None:
    names = [field.name for field in table._meta.concrete_fields if not field.primary_key]
    table._default_manager.bulk_create(things, update_conflicts=True, unique_fields=["id"], update_fields=names)


def erase_tables() -> None:
    """Empty the typed tables, before they are built anew."""
    Figure.objects.all()._raw_delete(Figure.objects.db)
    for kind in reversed(Kind):
        everything = TABLES[kind]._default_manager.all()
        everything._raw_delete(everything.db)
    search.clear()


def rebuild() -> None:
    """Build the typed tables anew from the accepted claims. Within a transaction."""
    erase_tables()
    subjects = Claim.objects.filter(state=Claim.State.ACCEPTED).values_list("subject", "kind").distinct()
    project({subject: Kind(kind) for subject, kind in subjects})


def tables() -> dict[Kind, dict[UUID, dict[str, Any]]]:
    """What the typed tables hold, in the shape of `rows`, defaults left out: for comparing the two."""
    held: dict[Kind, dict[UUID, dict[str, Any]]] = {}
    for kind, table in TABLES.items():
        rows_of: list[dict[str, Any]] = [dict(values) for values in table._default_manager.values()]
        held[kind] = {
            values["id"]: {n: v for n, v in values.items() if n != "id" and v not in (None, "", [], {}, False)}
            for values in rows_of
        }
    for figure in Figure.objects.all():
        held[Kind.ORGANISATION].setdefault(figure.organisation_id, {})[figure.kind] = {
            "value": figure.value,
            "approximate": figure.approximate,
        }
    return held


def without_defaults(made: dict[Kind, dict[UUID, dict[str, Any]]]) -> dict[Kind, dict[UUID, dict[str, Any]]]:
    """`rows` in the form of `tables`: a flag that is off is as if it were not there."""
    return {
        kind: {s: {n: v for n, v in row.items() if v is not False} for s, row in by_subject.items()}
        for kind, by_subject in made.items()
    }
