"""What stands below a network's name says whether it is one of the authority's."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.reading.pages import reading_of
from tests.reading.test_wrong_organisations import OURS

_ROWS = [
    line.split("\t")
    for line in (Path(__file__).parent / "languages" / "none_of_ours.tsv").read_text("utf8").splitlines()
    if not line.startswith("#")
]


@pytest.mark.parametrize(("code", "whose", "told"), _ROWS)
def test_a_network_is_the_authoritys_unless_what_stands_below_its_name_says_in_few_words_that_it_is_not(
    code: str, whose: str, told: str
) -> None:
    title, ours = OURS[code]
    page = f"<html lang='{code}'><head><title>{title}</title></head><body><main><h1>{title}</h1>{ours}"
    reading = reading_of(f"{page}<h2>Cittaslow</h2><p>{told}</p></main></body></html>")
    expected = ["Eurocities", "Cittaslow"] if whose == "ours" else ["Eurocities"]
    assert [one.name.text for one in reading.organisations] == expected
