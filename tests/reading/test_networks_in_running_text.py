"""Networks that are named in running text only, and are not known by name: which of them are the authority's."""

from __future__ import annotations

from pathlib import Path

import pytest

from hansa.reading.languages import languages
from tests.reading.pages import reading_of

_LINES = (Path(__file__).parent / "languages" / "running_text.tsv").read_text("utf8").splitlines()
_TOLD = [line.split("\t") for line in _LINES if not line.startswith("#")]
HEADS = {code: words.split(" | ") for code, kind, words in _TOLD if kind == "head"}
TWO = {code: words for code, kind, words in _TOLD if kind == "two"}
OURS = [one for one in _TOLD if one[1] not in ("head", "two", "-")]
OTHERS = [one for one in _TOLD if one[1] == "-"]


def _named(code: str, title: str, *paragraphs: str) -> set[str]:
    told = "".join(f"<p>{one}</p>" for one in paragraphs)
    html = f'<!DOCTYPE html><html lang="{code}"><body><main><h1>{title}</h1>{told}</main></body></html>'
    return {one.name.text for one in reading_of(html).organisations}


@pytest.mark.parametrize(("code", "called", "words"), OURS, ids=[f"{one[0]}-{one[2][:60]}" for one in OURS])
def test_what_a_sentence_says_that_the_authority_belongs_to_is_found(code: str, called: str, words: str) -> None:
    assert _named(code, *HEADS[code], words) == set(called.split(" | "))


@pytest.mark.parametrize(("code", "_kind", "words"), OTHERS, ids=[f"{one[0]}-{one[2][:60]}" for one in OTHERS])
def test_what_is_only_named_beside_our_networks_is_none_of_them(code: str, _kind: str, words: str) -> None:
    assert _named(code, HEADS[code][0], TWO[code], words) == {"Eurocities", "METREX"}


def test_every_language_has_its_sentences() -> None:
    assert {one[0] for one in OURS} == {one[0] for one in OTHERS} == set(languages())
