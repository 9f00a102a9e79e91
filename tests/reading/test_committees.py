"""Whose matter a membership is at home: the committee that a sentence names, in every language."""

from __future__ import annotations

from pathlib import Path

import pytest

from hansa.reading.languages import languages
from tests.reading.pages import text_of

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
