"""Where somebody works, told behind the name and the post, is no second person, be it two words with capitals."""

from __future__ import annotations

from pathlib import Path

import pytest

from hansa.reading import open_document, read

_LINES = (Path(__file__).parent / "languages" / "workplaces.tsv").read_text("utf8").splitlines()
ROWS = [line.split("\t") for line in _LINES if not line.startswith("#")]


def _asked(code: str, line: str) -> list[tuple[str | None, str | None]]:
    page = f"<html lang={code}><h1>Eurocities</h1><h2>Eurocities</h2><p>{line}</p></html>"
    every = read(open_document(page.encode())).organisations
    return [(one.person, one.unit) for own in every for one in own.contacts]


@pytest.mark.parametrize("place", ["Greater Stavanger", "Business Tampere", "Visit Dalarna"])
@pytest.mark.parametrize(("code", "label", "post"), ROWS, ids=[row[0] for row in ROWS])
def test_what_stands_behind_a_post_is_where_one_works(code: str, label: str, post: str, place: str) -> None:
    assert _asked(code, f"{label}: Siv Langedal, {post}, {place}") == [("Siv Langedal", place)]


@pytest.mark.parametrize(("code", "label", "post"), ROWS, ids=[row[0] for row in ROWS])
def test_who_has_a_post_or_an_address_behind_it_is_a_second_person(code: str, label: str, post: str) -> None:
    two = [("Siv Langedal", None), ("Ola Berge", None)]
    assert _asked(code, f"{label}: Siv Langedal, {post}, Ola Berge, {post}") == two
    assert _asked(code, f"{label}: Siv Langedal, {post}, Ola Berge, ola.berge@westsea.example.org") == two
    assert _asked(code, f"{label}: Siv Langedal, {post}; Ola Berge") == two
