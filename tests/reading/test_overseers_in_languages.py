"""The committee that a page says answers for all of its networks, in each language, above or below them."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.reading.pages import reading_of
from tests.reading.test_below_headings_in_languages import PAGES

_ROWS = [
    line.split("\t")
    for line in (Path(__file__).parent / "languages" / "overseers.tsv").read_text("utf8").splitlines()
    if not line.startswith("#")
]
NAMES = ("Eurocities", "Energy Cities", "POLIS")


def _committees(code: str, words: str, place: str) -> list[str | None]:
    title, introduction, is_what = PAGES[code]
    networks = "".join(f"<h2>{name}</h2><p>{is_what}</p>" for name in NAMES)
    told = {"above": f"{words}</p>{networks}", "below": f"</p>{networks}<p>{words}</p>"}[place]
    body = f"<h1>{title}</h1><p>{introduction} {told}"
    found = reading_of(f'<html lang="{code}"><body><main>{body}</main></body></html>').organisations
    return [one.membership.committee if one.membership else None for one in found]


@pytest.mark.parametrize("place", ["above", "below"])
@pytest.mark.parametrize(("code", "committee", "words"), [row for row in _ROWS if row[1]])
def test_a_committee_told_once_for_all_networks_is_that_of_each(
    code: str, committee: str, words: str, place: str
) -> None:
    assert _committees(code, words, place) == [committee] * len(NAMES)


@pytest.mark.parametrize("place", ["above", "below"])
@pytest.mark.parametrize(("code", "_none", "words"), [row for row in _ROWS if not row[1]])
def test_a_committee_that_does_something_else_answers_for_no_network(
    code: str, _none: str, words: str, place: str
) -> None:
    assert _committees(code, words, place) == [None] * len(NAMES)
