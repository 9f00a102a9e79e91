"""Importing, replaying, searching and looking back at real memberships at scale, on SQLite.

Loads ../shared/data/etmun (58 networks, 17,333 memberships of cities and regions) and ../shared/data/igo (534
organisations, 18,927 memberships with dates) as claims, each accepted in decisions over several days.
"""

from __future__ import annotations

import csv
import random
import statistics
import time
from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from uuid import UUID

from django.test import Client
from rich.progress import Progress

from hansa.register import claims, clock, projection, replay, search
from hansa.register.claims import Accept, Actor, Statement
from hansa.register.models import Claim, Organisation, Source, new_id
from hansa.register.vocabulary import Kind

SHARED = Path(__file__).resolve().parents[2] / "shared" / "data"
LOADER = Actor("Benchmark")
FIRST = datetime(2026, 1, 1, 12, tzinfo=UTC)
A_DECISION = 2500  # memberships accepted in one decision, on one day
PAST = date(2026, 1, 4)


def rows(folder: str, name: str) -> list[dict[str, str]]:
    """The rows of a data file."""
    with (SHARED / folder / name).open(encoding="utf8") as file:
        return list(csv.DictReader(file))


def percentile(seconds: list[float], share: float = 0.95) -> float:
    """The given percentile, in milliseconds."""
    return statistics.quantiles(seconds, n=100)[round(share * 100) - 1] * 1000


def timed(work: Callable[[], object]) -> float:
    """How long it takes, in seconds."""
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


def load(title: str, source: Source, organisations: Iterator[Statement], memberships: list[list[Statement]]) -> float:
    """Propose and accept: first the organisations, then the memberships in parts, a day each; seconds."""
    start = time.perf_counter()
    with Progress() as progress:
        task = progress.add_task(title, total=len(memberships) + 2000)
        with clock.at(FIRST):
            accept(source, list(organisations))
        progress.advance(task, 2000)
        for part in range(0, len(memberships), A_DECISION):
            with clock.at(FIRST + timedelta(days=1 + part // A_DECISION)):
                accept(source, [s for one in memberships[part : part + A_DECISION] for s in one])
            progress.advance(task, min(A_DECISION, len(memberships) - part))
    return time.perf_counter() - start


def accept(source: Source, statements: list[Statement]) -> None:
    made = claims.propose(source, statements)
    claims.decide(LOADER, accept=[Accept(claim.id) for claim in made.new])


def a_source(location: str) -> Source:
    return Source.objects.create(
        kind=Source.Kind.FILE, location=location, title=location, first_read_at=FIRST, last_read_at=FIRST
    )


def etmun() -> tuple[float, int]:
    """Load the cities and regions in European networks: seconds, memberships."""
    networks: dict[str, UUID] = {}
    members: dict[tuple[str, str], UUID] = {}
    organisations: list[Statement] = []
    for network in rows("etmun", "networks.csv"):
        subject = networks[network["code"]] = new_id()
        organisations.append(Statement(Kind.ORGANISATION, subject, "name", network["name"], language="en"))
        organisations.append(Statement(Kind.ORGANISATION, subject, "kind", "network"))
        if network["acronym"]:
            organisations.append(Statement(Kind.ORGANISATION, subject, "abbreviation", network["acronym"]))
    memberships = []
    for row in rows("etmun", "memberships.csv"):
        if not row["member_name"].strip():
            continue
        network = networks.get(row["network_code"])
        if network is None:
            network = networks[row["network_code"]] = new_id()
            organisations.append(Statement(Kind.ORGANISATION, network, "name", row["network"], language="en"))
        key = (row["member_name"].strip(), row["country"])
        if key not in members:
            members[key] = new_id()
            organisations.append(Statement(Kind.ORGANISATION, members[key], "name", key[0], language="en"))
            organisations.append(Statement(Kind.ORGANISATION, members[key], "kind", "authority"))
        memberships.append(a_membership(members[key], network))
    return load("etmun", a_source("etmun"), iter(organisations), memberships), len(memberships)


def igo() -> tuple[float, int]:
    """Load the states in intergovernmental organisations, with dates: seconds, memberships."""
    organisations, known, states = [], {}, {}
    for row in rows("igo", "organisations.csv"):
        subject = known[row["id"]] = new_id()
        organisations.append(Statement(Kind.ORGANISATION, subject, "name", row["name"], language="en"))
        organisations.append(Statement(Kind.ORGANISATION, subject, "abbreviation", row["acronym"] or row["id"]))
        if row["founded"]:
            organisations.append(Statement(Kind.ORGANISATION, subject, "founded", row["founded"]))
    memberships = []
    for row in rows("igo", "memberships.csv"):
        if row["organisation_id"] not in known:
            continue
        if row["member_code"] not in states:
            states[row["member_code"]] = new_id()
            organisations.append(
                Statement(Kind.ORGANISATION, states[row["member_code"]], "name", row["member_name"], language="en")
            )
            organisations.append(Statement(Kind.ORGANISATION, states[row["member_code"]], "kind", "authority"))
        made = a_membership(states[row["member_code"]], known[row["organisation_id"]], row["type"])
        made += [
            Statement(Kind.MEMBERSHIP, made[0].subject, name, row[column])
            for name, column in (("since", "first_year"), ("until", "last_year"))
            if row[column]
        ]
        memberships.append(made)
    return load("igo", a_source("igo"), iter(organisations), memberships), len(memberships)


def a_membership(authority: UUID, organisation: UUID, kind: str = "") -> list[Statement]:
    subject = new_id()
    made = [
        Statement(Kind.MEMBERSHIP, subject, "authority", str(authority)),
        Statement(Kind.MEMBERSHIP, subject, "organisation", str(organisation)),
    ]
    return [*made, Statement(Kind.MEMBERSHIP, subject, "kind", kind)] if kind else made


def searching() -> list[float]:
    """How long searches take: the first letters of real names, and whole ones; seconds."""
    draw = random.Random(1)
    names = [next(iter(o.name.values())) for o in Organisation.objects.order_by("?")[:150]]
    queries = [name[: draw.randint(1, 6)] for name in names] + names
    return [timed(lambda query=query: search.find(query)) for query in queries]  # type: ignore[misc]


def looking_back(slugs: list[str]) -> list[float]:
    """How long the directory of a past day takes, for these authorities, nothing kept; seconds."""
    from django.conf import settings

    from hansa.website import caching

    client, taken = Client(), []
    for slug in slugs:
        settings.HANSA_AUTHORITY = slug
        caching.forget()
        taken.append(timed(lambda: client.get(f"/?datum={PAST.isoformat()}")))
    settings.HANSA_AUTHORITY = ""
    return taken


def run() -> None:
    """Load both, and print what was measured."""
    for load_one in (etmun, igo):
        seconds, count = load_one()
        print(f"  import of {load_one.__name__}: {count} memberships in {seconds:.1f} s")
    total = Claim.objects.count()
    seconds = timed(lambda: print(f"  replay agrees with the tables: {replay.check() == ([], [])}"))
    print(f"  replay of {total} claims (compared with the tables): {seconds:.1f} s")
    print(f"  building the tables anew: {timed(projection.rebuild):.1f} s")
    found = searching()
    print(f"  search: p50 {percentile(found, 0.5):.1f} ms, p95 {percentile(found):.1f} ms")
    authorities = Organisation.objects.filter(kind="authority")
    many = [o.slug or "" for o in authorities if o.memberships.count() >= 40][:40]  # type: ignore[attr-defined]
    few = [o.slug or "" for o in authorities.order_by("?")[:60]]
    for title, slugs in (("any authority's", few), ("directory of 40 memberships or more,", many)):
        back = looking_back(slugs)
        print(f"  a past day, {title} ({len(back)}): p50 {percentile(back, 0.5):.0f} ms, p95 {percentile(back):.0f} ms")
