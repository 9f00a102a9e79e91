"""The corpus of pages with gold files: whole, and read no worse than it has been."""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from hansa.reading.evaluation import Judged, evaluate, totals
from hansa.reading.languages import languages

PAGES = Path(__file__).parents[1] / "pages"
GOLD = sorted(PAGES.rglob("*.gold.json"))
KEYS = {
    "": frozenset(
        "name other_names abbreviation parent website figures contacts representatives offices membership".split()
    ),
    "contacts": frozenset("person title unit email phone".split()),
    "representatives": frozenset("person party role deputy".split()),
    "offices": frozenset("office person party since until".split()),
    "membership": frozenset("kind since until fee committee".split()),
    "figures": frozenset("members countries founded".split()),
}


@cache
def judged(folder: str) -> tuple[Judged, ...]:
    """Every finding on the pages of a folder."""
    found: list[Judged] = []
    for page, outcome in evaluate(PAGES / folder):
        assert isinstance(outcome, list), f"{page.name}: {outcome}"
        found += outcome
    return tuple(found)


@pytest.mark.parametrize("gold", GOLD, ids=lambda gold: str(gold.relative_to(PAGES)))
def test_a_gold_file_has_its_page_and_known_keys(gold: Path) -> None:
    told = json.loads(gold.read_text("utf-8"))
    page = [file for file in gold.parent.glob(f"{gold.name.removesuffix('.gold.json')}.*") if file != gold]
    assert len(page) == 1
    assert told["document"]["language"] in languages()
    assert told["document"]["authority"]
    for organisation in told["organisations"]:
        assert organisation["name"]
        assert not organisation.keys() - KEYS[""]
        for part, keys in KEYS.items():
            said: Any = organisation.get(part, []) if part else []
            assert not any(one.keys() - keys for one in (said if isinstance(said, list) else [said]))


@pytest.mark.parametrize("gold", GOLD, ids=lambda gold: str(gold.relative_to(PAGES)))
def test_no_address_of_the_corpus_belongs_to_anybody(gold: Path) -> None:
    told = json.loads(gold.read_text("utf-8"))
    emails = [c["email"] for o in told["organisations"] for c in o.get("contacts", []) if "email" in c]
    assert [email for email in emails if not email.endswith("example.org")] == []


def test_the_pages_that_were_looked_at_are_read_as_well_as_they_have_been() -> None:
    score = totals(judged("seen"), lambda one: "all")["all"]
    assert score.precision >= 0.97
    assert score.f1 >= 0.94


@pytest.mark.parametrize("kind", ["website", "email"])
def test_no_address_that_is_found_on_them_is_wrong(kind: str) -> None:
    assert [one for one in judged("seen") if one.kind == kind and one.outcome == "wrong"] == []
