"""What an organisation is called in short, as its text tells."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.reading.pages import reading_of

_TABLE = Path(__file__).parent / "languages" / "in_short.tsv"
ROWS = [line.split("\t") for line in _TABLE.read_text("utf8").splitlines() if not line.startswith("#")]


@pytest.mark.parametrize(
    ("code", "heading", "short", "told"), ROWS, ids=[f"{code}-{said[:40]}" for code, _, _, said in ROWS]
)
def test_a_network_is_called_in_short_as_its_own_text_says_and_not_as_others_are(
    code: str, heading: str, short: str, told: str
) -> None:
    member = told.rpartition(". ")[2]
    page = (
        f"<html lang='{code}'><body><h1>Euromontana, Energy Cities, METREX</h1><h2>{heading}</h2><p>{told}</p>"
        f"<h2>Energy Cities</h2><p>{member}</p><h2>METREX</h2><p>{member}</p></body></html>"
    )
    found = {one.name.text: one.abbreviation for one in reading_of(page).organisations}
    assert found[heading] == (None if short == "-" else short)
