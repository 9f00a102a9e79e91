"""Since when, where a membership was taken up again, was decided before, or somebody is but sent since, by language."""

from __future__ import annotations

from pathlib import Path

import pytest

from hansa.reading.types import Membership
from tests.reading.pages import reading_of
from tests.reading.test_below_headings_in_languages import PAGES

_ROWS = [
    line.split("\t")
    for line in (Path(__file__).parent / "languages" / "rejoined.tsv").read_text("utf8").splitlines()
    if not line.startswith("#")
]


@pytest.mark.parametrize(("code", "since", "words"), _ROWS)
def test_since_when_is_told_by_the_date_that_is_the_memberships(code: str, since: str, words: str) -> None:
    title, introduction, is_what = PAGES[code]
    networks = f"<h2>Eurocities</h2><p>{is_what}</p><h2>Polis</h2><p>{words}</p>"
    page = f'<html lang="{code}"><body><main><h1>{title}</h1><p>{introduction}</p>{networks}</main></body></html>'
    found = {one.name.text: one.membership or Membership() for one in reading_of(page).organisations}
    assert (found["Polis"].since or "", found["Polis"].until) == (since, None)
