"""The register as it stands, or as it stood: the same questions, the same answers' shape.

`Register()` answers from the typed tables, `Register(day)` from the claims that stood at the end of
that day; both give instances of the same models, the latter not saved and never to be saved.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC, date, datetime, time, timedelta
from typing import Any, TypeVar
from uuid import UUID

from django.db.models import Prefetch, Q, QuerySet
from django.utils import timezone

from hansa.register.models import TABLES, Claim, Decision, Evidence, Thing
from hansa.register.projection import chunks, columns, figures, grouped, instance, referred, settled
from hansa.register.vocabulary import BY_KIND, Kind

Row = TypeVar("Row", bound=Thing)
_KINDS: dict[type[Thing], Kind] = {table: kind for kind, table in TABLES.items()}


def end_of(day: date) -> datetime:
    """The first moment after `day`, where the authority is."""
    return timezone.make_aware(datetime.combine(day + timedelta(days=1), time.min)).astimezone(UTC)


class Register:
    """What the register says: now, or at the end of a past `day`."""

    def __init__(self, day: date | None = None) -> None:
        self.day = day
        self.number: int | None = None
        if day is not None:
            last = Decision.objects.filter(made_at__lt=end_of(day)).order_by("-number").first()
            self.number = last.number if last else 0

    def standing(self) -> QuerySet[Claim]:
        """The claims that stand (or stood) here; erased ones and those that say "nothing" among them."""
        if self.number is None:
            return Claim.objects.filter(state=Claim.State.ACCEPTED)
        return Claim.objects.filter(accepted_in__lte=self.number).filter(Q(ended_in=None) | Q(ended_in__gt=self.number))

    def find(self, table: type[Row], *, ids: Iterable[UUID] | None = None, **values: Any) -> list[Row]:
        """All rows of `table` among `ids`, or whose columns have these values.

        `values` is at most one property of the vocabulary: a literal (`slug="aer"`), a thing's id
        (`authority=some_id`), or a collection of ids (`membership=[…]`). With neither, every row. Rows are in
        order of their id. References are set as ids only (`row.organisation_id`); use `find` again to
        follow them. Organisations carry their figures in `row.numbers`, a dict of kind → Figure.
        """
        kind = _KINDS[table]
        found = self._now(table, ids, values) if self.number is None else self._then(kind, ids, values)
        return sorted(found, key=lambda thing: thing.id)  # type: ignore[arg-type]

    def _now(self, table: type[Thing], ids: Iterable[UUID] | None, values: dict[str, Any]) -> list[Thing]:
        rows = table._default_manager.all()
        for name, value in values.items():
            many = isinstance(value, (list, set, tuple, frozenset))
            if many:
                return [
                    row for part in chunks(value) for row in self._with_figures(rows.filter(**{f"{name}__in": part}))
                ]
            rows = rows.filter(**{name: value})
        if ids is None:
            return self._with_figures(rows)
        return [row for part in chunks(set(ids)) for row in self._with_figures(rows.filter(pk__in=part))]

    def _with_figures(self, rows: QuerySet[Any]) -> list[Thing]:
        if _KINDS[rows.model] is Kind.ORGANISATION:
            rows = rows.prefetch_related("figures")
        found: list[Any] = list(rows)
        for row in found:
            if _KINDS[type(row)] is Kind.ORGANISATION:
                row.numbers = {figure.kind: figure for figure in row.figures.all()}
        return found

    def _then(self, kind: Kind, ids: Iterable[UUID] | None, values: dict[str, Any]) -> list[Thing]:
        if ids is None:
            ids = self._subjects(kind, values)
        found: list[Thing] = []
        for subject, row in self._rows(kind, ids).items():
            thing: Any = instance(kind, subject, row)
            if kind is Kind.ORGANISATION:
                thing.numbers = {figure.kind: figure for figure in figures(subject, row)}
            found.append(thing)
        return found

    def _rows(self, kind: Kind, ids: Iterable[UUID]) -> dict[UUID, dict[str, Any]]:
        """The rows of these things, each referring only to what existed then."""
        rows = {
            subject: row
            for part in chunks(set(ids))
            for subject, claims in grouped(self.standing().filter(kind=kind, subject__in=part)).items()
            if (row := columns(kind, claims)) is not None
        }
        there = {other: self._there(other, wanted) for other, wanted in referred(kind, rows.values()).items()}
        return {subject: done for subject, row in rows.items() if (done := settled(kind, row, there)) is not None}

    def _there(self, kind: Kind, ids: Iterable[UUID]) -> set[UUID]:
        """Which of these things existed then."""
        needed = [prop.name for prop in BY_KIND[kind].values() if prop.required]
        if any(BY_KIND[kind][name].refers_to for name in needed):
            return set(self._rows(kind, ids))
        return {
            subject
            for part in chunks(set(ids))
            for subject, claims in grouped(
                self.standing().filter(kind=kind, subject__in=part, property__in=needed)
            ).items()
            if columns(kind, claims) is not None
        }

    def _subjects(self, kind: Kind, values: dict[str, Any]) -> set[UUID]:
        claims = self.standing().filter(kind=kind)
        if not values:
            return set(claims.values_list("subject", flat=True).distinct())
        ((name, value),) = values.items()
        claims = claims.filter(property=name)
        if not BY_KIND[kind][name].refers_to:
            return set(claims.filter(value=value).values_list("subject", flat=True))
        wanted = value if isinstance(value, (list, set, tuple, frozenset)) else [value]
        return {
            subject
            for part in chunks(wanted)
            for subject in claims.filter(reference__in=part).values_list("subject", flat=True)
        }

    def claims(self, subjects: Iterable[UUID]) -> list[Claim]:
        """The claims that stand about these things, with `claim.evidence.all()` and each one's source fetched."""
        evidence = Evidence.objects.select_related("source").defer("source__content", "source__text")
        return [
            claim
            for part in chunks(set(subjects))
            for claim in self.standing()
            .filter(subject__in=part, erased_in=None)
            .select_related("accepted_in")
            .prefetch_related(Prefetch("evidence", evidence.order_by("observed_at")))
            .order_by("id")
        ]


def version() -> int:
    """The number of the newest decision: as long as it is the same, so is all that is accepted."""
    return Decision.objects.order_by("-number").values_list("number", flat=True).first() or 0
