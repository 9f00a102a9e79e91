"""Whose matter a membership is at home: the committee that a sentence names, in every language."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest

from hansa.reading.languages import languages
from tests.reading.pages import named, reading_of, text_of

_FOLDER = Path(__file__).parent / "languages"


def _lines(name: str) -> list[list[str]]:
    every = (_FOLDER / name).read_text("utf8").splitlines()
    return [line.split("\t") for line in every if not line.startswith("#")]


MEMBER = {code: sentence for code, read, sentence in _lines("people.tsv") if read == "member"}
SAID = _lines("committees.tsv")


@pytest.mark.parametrize(("code", "committee", "sentence"), SAID, ids=[f"{line[0]}-{line[2][:60]}" for line in SAID])
def test_the_committee_is_the_one_that_the_sentence_says(code: str, committee: str, sentence: str) -> None:
    (eurocities, *_groups) = text_of("Eurocities", MEMBER[code], sentence).organisations
    found = eurocities.membership.committee if eurocities.membership else None
    assert (found or "-") == committee


def test_every_language_has_its_sentences() -> None:
    assert {line[0] for line in SAID} == set(languages())


TWO = list(csv.DictReader((Path(__file__).parent / "languages" / "two_committees.tsv").open(), delimiter="\t"))


@pytest.mark.parametrize("row", TWO, ids=[row["code"] for row in TWO])
def test_of_two_committees_in_a_sentence_each_answers_for_its_own_network(row: dict[str, str]) -> None:
    polis, eurocities = (row["member"].replace("CPMR", name) for name in ("Polis", "Eurocities"))
    reading = reading_of(
        f"<html lang='{row['code']}'><body><h1>CPMR, Polis</h1><p>{polis}</p><h2>CPMR</h2><p>{row['member']}</p>"
        f"<p>{row['told']}</p><h2>Eurocities</h2><p>{eurocities}</p></body></html>"
    )
    first, second = (named(reading, name).membership for name in ("CPMR", "Eurocities"))
    assert first is not None
    assert second is not None
    assert (first.committee, second.committee) == (row["first"], row["second"])
