"""The first real page, scored against what a careful person found on it."""

from __future__ import annotations

import importlib.util
import json
import os
from pathlib import Path
from typing import Any

import pytest

from hansa.reading import Reading, open_document, read

SHARED = Path(__file__).parents[3] / "shared"
PAGE = SHARED / "seed" / "organisationer-och-natverk.txt"
GOLD = SHARED / "evaluation" / "organisationer-och-natverk.gold.json"

pytestmark = pytest.mark.skipif(
    not PAGE.exists() and os.environ.get("CI") != "true",
    reason="the real page is kept beside the repository, not in it",
)


@pytest.fixture(scope="module")
def reading() -> Reading:
    return read(open_document(PAGE.read_bytes(), name=PAGE.name))


@pytest.fixture(scope="module")
def gold() -> dict[str, Any]:
    return json.loads(GOLD.read_text("utf8"))  # type: ignore[no-any-return]


def test_every_row_of_the_score_is_whole(reading: Reading, gold: dict[str, Any]) -> None:
    spec = importlib.util.spec_from_file_location("score", SHARED / "evaluation" / "score.py")
    assert spec
    assert spec.loader
    score = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(score)
    read_here = reading.as_json()["organisations"]
    judged = {kind for organisation in gold["organisations"] for kind in score.findings(organisation)}
    assert len(read_here) == len(gold["organisations"])
    for expected, got in score.pairs(gold["organisations"], read_here):
        assert expected is not None
        assert got is not None
        want, have = score.findings(expected), score.findings(got)
        assert {kind: want.get(kind, set()) for kind in judged} == {kind: have.get(kind, set()) for kind in judged}


def test_the_organisations_are_those_of_the_gold_file_but_for_capitals(reading: Reading, gold: dict[str, Any]) -> None:
    left_out = ("summary", "evidence", "confidence")
    found = [
        {kind: value for kind, value in organisation.items() if kind not in left_out}
        for organisation in reading.as_json()["organisations"]
    ]
    for organisation in gold["organisations"]:
        for figure in organisation.get("figures", {}).values():
            figure.setdefault("approximate", False)
    assert json.dumps(found).casefold() == json.dumps(gold["organisations"]).casefold()


def test_links_addresses_of_nobody_language_and_authority_are_those_of_the_gold_file(
    reading: Reading, gold: dict[str, Any]
) -> None:
    assert [link.text for link in reading.links] == gold["links"]
    assert reading.unassigned_emails == gold["unassigned_emails"]
    assert reading.language == gold["document"]["language"]
    assert reading.authority == gold["document"]["authority"]


def test_the_introduction_lists_five_purposes(reading: Reading) -> None:
    assert reading.introduction
    assert len(reading.purposes) == 5


def test_every_finding_shows_its_words(reading: Reading) -> None:
    for organisation in reading.organisations:
        assert organisation.evidence.keys() == organisation.confidence.keys()
        for start, end in organisation.evidence.values():
            assert reading.text[start:end].strip()


def test_notices_tell_of_the_broken_address_and_of_what_the_hiding_merged(reading: Reading) -> None:
    assert sorted(notice.code for notice in reading.notices) == ["address-mended", "dot-or-dash", "dot-or-dash"]
