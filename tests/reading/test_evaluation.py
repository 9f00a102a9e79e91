"""How good the reader is, and how a reading came about, are told truly."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from hansa.reading import evaluation, open_document, read
from hansa.reading.explanation import explained, nothing_made_of
from tests.reading.pages import SWEDISH, only, section

GOLD: dict[str, Any] = {
    "name": "Hamnregionernas förbund",
    "abbreviation": "HRF",
    "website": "http://www.hamnar.se",
    "figures": {"members": {"value": 120}},
    "contacts": [{"person": "Asta Lindqvist"}],
}
TOLD = ("1", "sv", "headings", "txt")


def outcomes(read: dict[str, Any]) -> dict[str, str]:
    return {one.kind: one.outcome for one in evaluation.judge([GOLD], [read], TOLD)}


def test_the_same_findings_are_right_whatever_their_spelling() -> None:
    read = GOLD | {"name": "HAMNREGIONERNAS förbund", "website": "https://hamnar.se/"}
    assert set(outcomes(read).values()) == {"right"}


def test_another_value_is_wrong_and_what_should_have_been_found_is_missed() -> None:
    judged = list(evaluation.judge([GOLD], [GOLD | {"website": "http://other.se"}], TOLD))
    assert sorted(one.outcome for one in judged if one.kind == "website") == ["missed", "wrong"]


def test_a_kind_that_the_gold_file_has_nowhere_is_not_judged() -> None:
    assert "parent" not in outcomes(GOLD | {"parent": "Something"})


def test_an_organisation_that_is_not_there_is_wrong_and_one_not_found_is_missed() -> None:
    judged = list(evaluation.judge([GOLD], [{"name": "Opening hours"}], TOLD))
    assert [(one.organisation, one.outcome) for one in judged if one.kind == "organisation"] == [
        ("Hamnregionernas förbund", "missed"),
        ("Opening hours", "wrong"),
    ]


def test_calibration_sets_what_was_said_beside_what_is_right() -> None:
    sure = {"name": 0.99, "abbreviation": 0.92, "website": 0.92, "figures.members": 0.55, "contacts.0.person": 0.97}
    judged = evaluation.judge([GOLD], [GOLD | {"abbreviation": "HF", "confidence": sure}], TOLD)
    assert evaluation.calibration(judged) == [(0.55, 1.0, 1), (0.92, 0.5, 2), (0.98, 1.0, 2)]


def test_pages_are_read_and_judged_with_the_gold_files_beside_them(tmp_path: Path) -> None:
    (tmp_path / "sv").mkdir()
    (tmp_path / "sv" / "1.txt").write_text(section("HRF är ett förbund. HRF har 120 medlemmar."), "utf8")
    gold = {"document": {"language": "sv", "shape": "headings"}, "organisations": [GOLD]}
    (tmp_path / "sv" / "1.gold.json").write_text(json.dumps(gold), "utf8")
    ((page, judged),) = evaluation.evaluate(tmp_path)
    assert page == tmp_path / "sv" / "1.txt"
    assert isinstance(judged, list)
    assert {one.kind: one.outcome for one in judged} == {
        "organisation": "right",
        "abbreviation": "right",
        "members": "right",
        "website": "missed",
        "contact person": "missed",
    }
    assert {(one.language, one.shape, one.format) for one in judged} == {("sv", "headings", "txt")}


def test_a_folder_without_gold_files_is_told_of(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError, match="gold file"):
        list(evaluation.evaluate(tmp_path))


@pytest.mark.parametrize("gold", ["{", "[]", "{}", '{"organisations": [{}]}', '{"organisations": [1]}', "null"])
def test_a_gold_file_that_is_none_is_told_of_and_the_other_pages_are_judged(tmp_path: Path, gold: str) -> None:
    for number, told in enumerate((gold, '{"organisations": [{"name": "Eurocities"}]}')):
        (tmp_path / f"{number}.txt").write_text(SWEDISH)
        (tmp_path / f"{number}.gold.json").write_text(told)
    (_page, refused), (_other, judged) = evaluation.evaluate(tmp_path)
    assert "0.gold.json is no gold file" in str(refused)
    assert isinstance(judged, list)
    assert judged


def test_every_finding_is_explained_by_a_rule_and_by_words_of_the_page() -> None:
    document = open_document(SWEDISH.encode())
    for organisation in read(document).organisations:
        told = {one.path: one for one in explained(organisation, document)}
        assert told.keys() == organisation.confidence.keys()
        assert all(one.rule and one.words and one.value for one in told.values())
        assert told["name"].value == organisation.name.text


def test_what_nothing_was_made_of_is_shown() -> None:
    document = open_document(section("HRF är ett förbund.", "Vädret var vackert.", "Kontakt: Asta Ek").encode())
    reading = read(document)
    left = [document.text[start:end] for start, end in nothing_made_of(reading, document)]
    assert left == ["Våra nätverk", "Vädret var vackert."]
    assert only(section("HRF är ett förbund.", "Kontakt: Asta Ek")).contacts[0].person == "Asta Ek"
