"""Headings in capitals are themes where all are, and abbreviations where the text has them again."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.reading.pages import reading_of

_ROWS = (Path(__file__).parent / "languages" / "in_capitals.tsv").read_text("utf8").splitlines()


@pytest.mark.parametrize(("code", "themes", "told"), [row.split("\t") for row in _ROWS if row[0] != "#"])
def test_where_all_headings_are_words_in_capitals_they_are_themes(code: str, themes: str, told: str) -> None:
    texts = [told, "2019.", "1998.", "2004."]
    body = "".join(f"<h2>{theme}</h2><p>{text}</p>" for theme, text in zip(themes.split(), texts, strict=True))
    page = f"<html lang='{code}'><body><main><h1>2025</h1>{body}</main></body></html>"
    assert [one.name.text for one in reading_of(page).organisations] == ["Eurocities"]


def test_where_headings_in_capitals_stand_again_in_the_text_they_are_abbreviations() -> None:
    shorts = ("ABCDE", "FGHIJ", "KLMNO", "PQRSTUVWXYZ")
    body = "".join(f"<h2>{one}</h2><p>{one} has 120 members. We have been a member since 2009.</p>" for one in shorts)
    page = f"<html lang='en'><body><main><h1>Our networks</h1>{body}</main></body></html>"
    assert [one.name.text for one in reading_of(page).organisations] == [*shorts]
