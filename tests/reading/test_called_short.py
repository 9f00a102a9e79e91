"""What an organisation is called in short, as its text tells."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.reading.pages import reading_of

_FOLDER = Path(__file__).parent / "languages"
ROWS, HEADLINED = (
    [line.split("\t") for line in (_FOLDER / name).read_text("utf8").splitlines() if not line.startswith("#")]
    for name in ("in_short.tsv", "headlined.tsv")
)


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


@pytest.mark.parametrize(("code", "heading", "told"), HEADLINED, ids=[f"{code}-{head}" for code, head, _ in HEADLINED])
def test_a_heading_that_says_half_of_a_name_or_something_else_is_called_by_the_whole_name(
    code: str, heading: str, told: str
) -> None:
    page = (
        f"<html lang='{code}'><body><h1>Euromontana, Energy Cities, METREX</h1><h2>{heading}</h2><p>{told}</p>"
        "<p>Website: <a href='https://network.example.org'>network.example.org</a></p>"
        "<p>E-mail: asta.lind@westsea.example.org</p>"
        f"<h2>Energy Cities</h2><p>{told.split('. ')[1]}</p></body></html>"
    )
    found = {one.name.text: one.abbreviation for one in reading_of(page).organisations}
    refuge, creative = "International Cities of Refuge Network", "UNESCO Creative Cities Network"
    name, short = (refuge, "ICORN") if "ICORN" in heading else (creative, "UCCN")
    assert found.get(name) == short
    assert heading not in found
