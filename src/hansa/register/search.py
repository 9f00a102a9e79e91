"""Finding things by words: accents and case set aside, word beginnings count, abbreviations first.

One plain table (`SearchEntry`) holds what each thing is found by; SQLite keeps an FTS5 index of it by
triggers, PostgreSQL a GIN index. Migration 0002 makes both.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.conf import settings
from django.db import connection
from django.utils import translation

from hansa.register.folding import folded, words
from hansa.register.models import SearchEntry
from hansa.register.vocabulary import SCOPES, TOPICS, Kind, Label

FOUND_BY = (Kind.ORGANISATION, Kind.UNIT, Kind.PERSON)
LONGEST_QUERY = 200


@dataclass(frozen=True, slots=True)
class Hit:
    """One thing found."""

    kind: Kind
    id: UUID


def write(kind: Kind, subjects: Collection[UUID], rows: Mapping[UUID, Mapping[str, Any]]) -> None:
    """Keep the entries of these subjects in step with their rows; those without a row lose theirs."""
    if kind not in FOUND_BY:
        return
    gone = SearchEntry.objects.filter(subject__in=list(subjects))
    gone._raw_delete(gone.db)
    SearchEntry.objects.bulk_create([entry(kind, subject, row) for subject, row in rows.items()])


def clear() -> None:
    """Take every entry out."""
    everything = SearchEntry.objects.all()
    everything._raw_delete(everything.db)


def entry(kind: Kind, subject: UUID, row: Mapping[str, Any]) -> SearchEntry:
    """What a thing is found by, from its row (`projection.columns`)."""
    name = row["name"]
    titles = [name] if isinstance(name, str) else list(name.values())
    others = [other if isinstance(other, str) else other["text"] for other in row.get("other_names", [])]
    body = [*row.get("summary", {}).values(), *row.get("seat", {}).values()]
    labels = [in_every_language(TOPICS[topic]) for topic in row.get("topics", [])]
    if row.get("scope"):
        labels.append(in_every_language(SCOPES[row["scope"]]))
    return SearchEntry(
        subject=subject,
        kind=kind,
        short=folded(row.get("abbreviation", ""))[:500],
        title=folded(" ".join([*titles, *others])),
        body=folded(" ".join([*body, *labels])),
    )


def in_every_language(label: Label) -> str:
    """A label in each of the site's languages: what is found does not depend on who looks."""
    texts = []
    for code, _name in settings.LANGUAGES:
        with translation.override(code):
            texts.append(str(label))
    return " ".join(texts)


def find(query: str, *, kinds: Collection[Kind] = FOUND_BY, limit: int = 20) -> list[Hit]:
    """Things in which every word of `query` begins some word; best first, at most `limit`."""
    terms = list(dict.fromkeys(words(query[:LONGEST_QUERY])))[:12]
    if not terms:
        return []
    sql, parameters = (_sqlite if connection.vendor == "sqlite" else _postgresql)(terms)
    marks = ", ".join(["%s"] * len(kinds))
    with connection.cursor() as cursor:
        cursor.execute(sql.format(kinds=marks), [*parameters, *kinds, folded(query)[:500], f"{terms[0]}%", limit])
        return [Hit(Kind(kind), UUID(str(subject))) for kind, subject in cursor.fetchall()]


_ORDER = "ORDER BY e.short = %s DESC, e.short LIKE %s DESC"


def _sqlite(terms: list[str]) -> tuple[str, list[Any]]:
    match = " ".join(f'"{re.sub(chr(34), "", term)}"*' for term in terms)
    return (
        "SELECT e.kind, e.subject FROM register_search s JOIN register_searchentry e ON e.id = s.rowid "
        f"WHERE register_search MATCH %s AND e.kind IN ({{kinds}}) {_ORDER}, "
        "bm25(register_search, 10, 5, 1), e.title LIMIT %s",
        [match],
    )


def _postgresql(terms: list[str]) -> tuple[str, list[Any]]:
    match = " & ".join(f"'{term.replace(chr(39), '')}':*" for term in terms)
    return (
        "SELECT e.kind, e.subject FROM register_searchentry e, to_tsquery('simple', %s) q "
        f"WHERE hansa_search(e.short, e.title, e.body) @@ q AND e.kind IN ({{kinds}}) {_ORDER}, "
        "ts_rank(hansa_search(e.short, e.title, e.body), q) DESC, e.title LIMIT %s",
        [match],
    )
