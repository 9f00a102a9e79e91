"""Whom a text without mark-up, or one in Markdown, tells of at its end is asked about all its networks."""

from __future__ import annotations

from pathlib import Path

import pytest

from hansa.reading import open_document, read

_LINES = (Path(__file__).parent / "languages" / "page_end.tsv").read_text("utf8").splitlines()
ROWS = [line.split("\t") for line in _LINES if not line.startswith("#")]
ADDRESS = "sunde@example.org"
ENDS = {
    "lines": "{contact}\n{person}\n{address}",
    "more": "{more}: {person}, {address}",
    "post": "{post}: {person}\n{address}",
    "markdown": "## {contact}\n\n{person}\n{post}\n{address}",
}


def _asked(text: str) -> list[tuple[str | None, str | None]]:
    every = read(open_document(text.encode())).organisations
    assert [one.name.text for one in every] == ["Eurocities", "METREX", "Polis"]
    return [(contact.person, contact.email) for one in every for contact in one.contacts]


@pytest.mark.parametrize("form", ENDS)
@pytest.mark.parametrize("row", ROWS, ids=[row[0] for row in ROWS])
def test_who_is_told_at_the_end_of_a_text_is_asked_about_all_its_networks(row: list[str], form: str) -> None:
    _code, title, said, contact, more, post, person = row
    end = ENDS[form].format(contact=contact, more=more, post=post, person=person, address=ADDRESS)
    head = f"# {title}" if form == "markdown" else title.upper()
    assert _asked(f"{head}\n\n{said}\n\n{end}\n") == 3 * [(person, ADDRESS)]


def test_lines_of_markdown_that_are_no_address_are_one_paragraph() -> None:
    text = "# Networks\n\nSunde Council is a member of\nEurocities and has been\none since 2004.\n"
    assert [block.kind for block in open_document(text.encode()).blocks] == ["heading", "paragraph"]
