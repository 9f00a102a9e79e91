"""The directory: what we take part in and why, searched, filtered, as a list, a table and a picture."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any

from django.http import HttpRequest, HttpResponse, QueryDict
from django.utils.translation import gettext as _

from hansa.register import queries
from hansa.register.queries import Entry
from hansa.register.vocabulary import ROLES, SCOPES, TOPICS
from hansa.website import caching, page
from hansa.website.caching import kept
from hansa.website.network import pictures
from hansa.website.texts import best, sort_key


@dataclass(frozen=True, slots=True)
class Filter:
    """A filter: the name in the address, the label, and which values an entry has."""

    name: str
    label: str
    of: Callable[[Entry], Iterable[str]]
    labels: Callable[[str], str]


@dataclass(slots=True)
class Choice:
    """One value of a filter, with how many entries the page would show with it."""

    value: str
    label: str
    count: int
    chosen: bool


def filters(entries: Iterable[Entry]) -> list[Filter]:
    """The filters of the directory."""
    units = {a.unit.slug or "": best(a.unit.name)[0] for e in entries for a in e.contacts if a.unit}
    return [
        Filter(
            "scope",
            _("Geography"),
            lambda e: [e.organisation.scope] if e.organisation.scope else [],
            _of(SCOPES),
        ),
        Filter("topic", _("Topic"), lambda e: e.organisation.topics, _of(TOPICS)),
        Filter("role", _("Our role"), lambda e: dict.fromkeys(o.appointment.role for o in e.offices), _of(ROLES)),
        Filter(
            "unit",
            _("Unit"),
            lambda e: dict.fromkeys(a.unit.slug or "" for a in e.contacts if a.unit),
            lambda value: units.get(value, value),
        ),
    ]


def _of(labels: Any) -> Callable[[str], str]:
    return lambda value: str(labels.get(value, value))


@kept
def directory(request: HttpRequest) -> HttpResponse:
    asked = page.asked_register(request)
    whose = queries.authority(asked.register)
    everything = caching.directory(asked.register, whose) if whose else []
    everything.sort(key=lambda entry: sort_key(best(entry.organisation.name)[0]))
    query = request.GET.get("q", "").replace("\x00", "").strip()[:200]
    searched = queries.matching(everything, query)
    known = filters(everything)
    chosen = {f.name: request.GET.get(f.name, "") for f in known}
    found = [entry for entry in searched if _passes(entry, known, chosen)]
    as_table = request.GET.get("view") == "table"
    context: dict[str, Any] = {
        "authority": whose,
        "entries": [(entry, []) for entry in found] if query or as_table else queries.families(found),
        "count": len(found),
        "total": len(everything),
        "query": query,
        "filters": [
            {"name": f.name, "label": f.label, "choices": _choices(f, searched, known, chosen)}
            for f in known
            if chosen[f.name] or any(f.of(entry) for entry in everything)
        ],
        "filtered": bool(query or any(chosen.values())),
        "as_table": as_table,
        "list_url": _with(request.GET, view=None),
        "table_url": _with(request.GET, view="table"),
        "clear_url": _with(request.GET, q=None, view=request.GET.get("view"), **dict.fromkeys(chosen)),
    }
    htmx = request.htmx  # type: ignore[attr-defined]
    if htmx and not htmx.history_restore_request:
        return page.shown(request, "website/_found.html", asked, context)
    if whose and everything and not context["filtered"]:
        context["pictures"] = pictures(queries.families(everything))
    return page.shown(request, "website/directory.html", asked, context)


def _passes(entry: Entry, known: list[Filter], chosen: dict[str, str], but: str = "") -> bool:
    return all(not chosen[f.name] or f.name == but or chosen[f.name] in f.of(entry) for f in known)


def _choices(one: Filter, searched: list[Entry], known: list[Filter], chosen: dict[str, str]) -> list[Choice]:
    """The values that entries have, with the other filters as they are chosen."""
    passing = [entry for entry in searched if _passes(entry, known, chosen, but=one.name)]
    counts = Counter(value for entry in passing for value in one.of(entry))
    if chosen[one.name] and chosen[one.name] not in counts:
        counts[chosen[one.name]] = 0
    return sorted(
        (Choice(value, one.labels(value), count, chosen[one.name] == value) for value, count in counts.items()),
        key=lambda choice: sort_key(choice.label),
    )


def _with(query: QueryDict, **changes: str | None) -> str:
    """The address of this page with some parameters changed (None: taken out)."""
    changed = query.copy()
    for name, value in changes.items():
        if value is None:
            changed.pop(name, None)
        else:
            changed[name] = value
    return f"?{changed.urlencode()}" if changed else "."
