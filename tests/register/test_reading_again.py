"""The same region's page three years on: another layout, another order, other sections; what changed, and only that."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from django.utils import translation

from hansa import reading
from hansa.register import changes, clock, intake, review
from hansa.register.models import Contact, Membership
from hansa.register.pages import Page
from tests.builders import KEEPER

PAGES = Path(__file__).parent / "again"
CPMR = "Conference of Peripheral Maritime Regions"
BSSSC = "Baltic Sea States Subregional Co-operation"
ERRIN = "European Regions Research and Innovation Network"
EUREGHA = "European Regional and Local Health Authorities"
NECSTOUR = "Network of European Regions for Sustainable and Competitive Tourism"


def taken_in(year: str) -> intake.Intake:
    content = (PAGES / f"{year}.html").read_bytes()
    seen = reading.read(reading.open_document(content))
    return intake.take_in(seen, Page("networks.html", content), authority="Region Västerstrand")


@pytest.fixture
def three_years_on(db: None) -> Iterator[intake.Intake]:
    """The first page accepted, the second read, on a day that stays."""
    with clock.at(datetime(2026, 11, 23, 12, tzinfo=UTC)):
        intake.accept_all(taken_in("2023"), KEEPER)
        yield taken_in("2026")


def told(made: intake.Intake) -> set[tuple[str, str, str, str, str, str]]:
    """What becomes of what: the change, the kind and name of the thing, the property, its new value and the old."""
    return {
        (group.change.value, group.kind.value, group.name, p.prop.name, p.value, p.now)
        for group in review.waiting(made.source)
        for p in group.proposals
    }


def test_the_diff_is_what_changed_and_nothing_else(three_years_on: intake.Intake) -> None:
    with translation.override("en"):
        found = told(three_years_on)
    unit = "enheten för internationella relationer"
    summaries = {name for _change, _kind, name, prop, value, _now in found if (prop, value) == ("summary", "–")}
    found = {line for line in found if line[3] not in ("summary", "scope", "topics")}
    assert summaries == {CPMR, ERRIN, EUREGHA}
    assert {line for line in found if line[0] != "new"} == {
        # changed
        ("changed", "organisation", ERRIN, "members", "130", "120"),
        ("changed", "organisation", EUREGHA, "members", "16", "18"),
        # gone: the network that was left, the seat on a board, a figure, an address
        ("gone", "organisation", CPMR, "countries", "–", "24"),
        ("gone", "membership", BSSSC, "until", "before 23 November 2026", ""),
        ("gone", "appointment", f"{ERRIN} · Cecilia Norrby", "until", "before 23 November 2026", ""),
        ("gone", "person", "Asta Lindqvist", "email", "–", "asta.lindqvist@vasterstrand.example.org"),
        # moved: one person now answers for another network, in whose place another has come
        ("moved", "contact", f"{CPMR} · Asta Lindqvist · {unit}", "person", "Frida Sandell", "Asta Lindqvist"),
        (
            "moved",
            "contact",
            f"{EUREGHA} · Eva Palmgren · avdelning folkhälsa",
            "person",
            "Asta Lindqvist",
            "Eva Palmgren",
        ),
    }
    new = {(kind, name) for change, kind, name, *_ in found if change == "new"}
    assert new == {
        ("organisation", NECSTOUR),
        ("membership", NECSTOUR),
        ("contact", f"{NECSTOUR} · Dag Ottosson · avdelning tillväxt"),
        ("organisation", "Euromontana"),
        ("membership", "Euromontana"),
        ("contact", f"Euromontana · Frida Sandell · {unit}"),
        ("person", "Frida Sandell"),
    }


def test_where_somebody_has_moved_is_told_at_both_ends(three_years_on: intake.Intake) -> None:
    moved = {group.name: group for group in review.waiting(three_years_on.source) if group.change == "moved"}
    before, now = sorted(moved.values(), key=lambda group: group.name)
    assert before.moved_to == now.name
    assert now.moved_from == before.name
    assert changes.counted(moved.values()) == {changes.Change.MOVED: 2}


def test_what_is_gone_is_proposed_as_ended_and_kept_until_a_person_says_so(three_years_on: intake.Intake) -> None:
    left = Membership.objects.get(organisation__abbreviation="BSSSC")
    assert left.until in (None, "")
    intake.accept_all(three_years_on, KEEPER)
    left.refresh_from_db()
    assert left.until == f"/{clock.today().isoformat()}"
    assert Membership.objects.count() == 6
    assert Contact.objects.filter(membership__organisation__abbreviation="CPMR").get().person.name == "Frida Sandell"


def test_reading_the_later_page_again_changes_nothing(three_years_on: intake.Intake) -> None:
    intake.accept_all(three_years_on, KEEPER)
    again = taken_in("2026")
    assert (again.new, again.reread) == ([], False)
