"""Markdown is known by its marks, and becomes blocks as the same page in HTML does."""

from __future__ import annotations

import pytest

from hansa.reading import open_document, read
from hansa.reading.formats import markdown
from tests.reading.office import grid, shown
from tests.reading.pages import ENGLISH, SWEDISH

PAGE = """# Our networks

Region Västerhav belongs to these
networks.

## Eurocities

**Eurocities** is a network of 200 cities in 38 countries.
Website: <https://eurocities.eu>
Contact: [Ann Ek](mailto:ann.ek@example.org)
"""


def blocks(text: str) -> list[tuple[str, int, str]]:
    document = open_document(text.encode())
    assert document.media_type == "text/markdown"
    return shown(document)


@pytest.mark.parametrize(
    "text",
    [
        PAGE,
        PAGE.replace("\n", "\r\n"),
        "\ufeff" + PAGE,
        "# Networks\n\nText.",
        "| Network | Fee |\n|---|---|\n| Polis | 1 |\n\n[Polis](https://polis.eu)",
        "See [one](/one) and [two](two.html).",
        "**Eurocities** and **Polis**",
        "Networks\n========\n\nText with [a link](https://polis.eu).",
        "---\ntitle: Networks\nlang: en\n---\n\nText.",
        "# Networks\n\nOne<br>two, <details><summary>three</summary>four</details>",
    ],
)
def test_markdown_is_known_by_its_marks(text: str) -> None:
    assert open_document(text.encode(), name="page.txt").media_type == "text/markdown"


@pytest.mark.parametrize(
    "text",
    [
        SWEDISH,
        "Networks\n--------\n\nEurocities\n\n- Polis\n- Energy Cities\n",
        "From: Ann Ek\n\n> What are we in?\n> And why?\n\n-----\nEurocities [1] (see below)\n",
        "Fees: 2 * 3 ** 2 is 18 and 2 ** 3 is 8\n\n* Eurocities\n* Polis\n",
        "1. Eurocities\n2. Polis (member #3)\n#3 is the best\n",
        "---\nText between lines\n---\n\nMore text.\n",
        "[Region Västerhav](the western one) and [others] (elsewhere)",
        "_Eurocities_ and snake_case_names and C:\\path\\*.txt",
    ],
)
def test_a_plain_text_is_not_taken_for_markdown(text: str) -> None:
    assert open_document(text.encode(), name="page.md").media_type == "text/plain"


def test_a_page_of_html_is_not_taken_for_markdown_whatever_it_quotes() -> None:
    page = "<p>Text</p><pre># Heading\n**bold** [link](https://polis.eu)</pre>"
    assert open_document(page.encode()).media_type == "text/html"
    assert open_document(ENGLISH.encode()).media_type == "text/html"


def test_headings_paragraphs_and_items_keep_their_levels() -> None:
    text = "# One\n\nTwo\n---\n\nWrapped\nwords.\n\n- Item\n  - Within\n\n1. First\n"
    assert blocks(text) == [
        ("heading", 1, "One"),
        ("heading", 2, "Two"),
        ("paragraph", 0, "Wrapped words."),
        ("item", 1, "Item"),
        ("item", 2, "Within"),
        ("item", 1, "First"),
    ]


def test_a_paragraph_wholly_bold_is_bold_and_a_bold_beginning_is_counted() -> None:
    document = open_document(b"# One\n\n**Eurocities**\n\n__Polis__ is a network.")
    assert [(block.kind, block.lead) for block in document.blocks[1:]] == [("bold", 0), ("paragraph", len("Polis"))]


def test_lines_that_begin_with_a_label_stand_on_lines_of_their_own() -> None:
    text = "# One\n\nA network of\ncities: large ones.\nMembers: 57\n**Our contact:** Ann Ek\nand others\n"
    assert [said for _kind, _level, said in blocks(text)[1:]] == [
        "A network of cities: large ones.",
        "Members: 57",
        "Our contact: Ann Ek and others",
    ]


def test_definitions_bear_the_label_of_their_term() -> None:
    document = open_document(b"# One\n\nMembers\n: 57\n\nContact\n: **Ann Ek**\n: Bo Alm\n")
    assert [(block.kind, document.of(block), block.label) for block in document.blocks[1:]] == [
        ("label", "Members", ""),
        ("paragraph", "57", "Members"),
        ("label", "Contact", ""),
        ("bold", "Ann Ek", "Contact"),
        ("paragraph", "Bo Alm", "Contact"),
    ]


def test_a_table_is_a_grid_with_its_headings() -> None:
    document = open_document(b"# One\n\n| Network | Fee |\n|:--|--:|\n| [Polis](https://polis.eu) | 1 |\n| ICLEI | |\n")
    assert grid(document) == [["Network", "Fee"], ["Polis", "1"], ["ICLEI", ""]]
    assert [cell.heading for cell in document.tables[0].rows[0] if cell] == [True, True]


def test_links_cover_their_words_and_mail_addresses_are_concealed_as_in_a_page() -> None:
    text = "# One\n\n[Polis](https://polis.eu), <https://aer.eu>, [ICLEI][i], <ann.ek@example.org>\n\n[i]: https://iclei.org\n"
    document = open_document(text.encode())
    assert [(document.text[slice(*a.span)], a.url) for a in document.anchors] == [
        ("Polis", "https://polis.eu"),
        ("https://aer.eu", "https://aer.eu"),
        ("ICLEI", "https://iclei.org"),
        ("ann.ek@example.org", "mailto:ann.ek@example.org"),
    ]
    assert [(c.material, c.scheme) for c in document.concealed] == [("mailto:ann.ek@example.org", "mailto")]


def test_html_in_markdown_is_reduced_to_its_words() -> None:
    text = (
        "# One\n\nTwo <span class='x'>three</span><br>four <!-- never --> ![logo](logo.png)\n\n<script>x()</script>\n"
    )
    assert [said for _kind, _level, said in blocks(text)] == ["One", "Two three", "four"]


def test_indented_lines_are_text_and_headings_lose_their_attributes() -> None:
    assert blocks("# One {#first .x}\n\n    Indented\n") == [("heading", 1, "One"), ("paragraph", 0, "Indented")]


def test_front_matter_gives_the_title_and_the_language_and_is_no_text() -> None:
    document = open_document(b'---\ntitle: "Our networks"\ntags:\n  - a\nlang: sv-SE\n---\n\nText.\n')
    assert (document.title, document.language, document.text) == ("Our networks", "sv", "Text.\n")


def test_a_markdown_page_is_read_as_the_same_page_in_html_is() -> None:
    (found,) = read(open_document(PAGE.encode())).organisations
    assert (found.name.text, found.website) == ("Eurocities", "https://eurocities.eu")
    assert [contact.email for contact in found.contacts] == ["ann.ek@example.org"]


@pytest.mark.parametrize(
    "unit", ["> ", "- ", "[", "**a", "`", "| a ", "<b>", "](", "![", "&", "a\n: b\n", "*_", "\\", "#"]
)
def test_a_mark_repeated_without_end_is_read(unit: str) -> None:
    text = "# One\n\n**a** [b](/c)\n\n" + unit * (20_000 // len(unit)) + "\n\nLast words.\n"
    assert "Last words." in open_document(text.encode()).text


def test_more_than_anybody_reads_is_cut_with_a_notice(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(markdown, "MOST_CHARACTERS", 1000)
    document = open_document(b"# One\n\n" + b"More words. " * 1000)
    assert [notice.code for notice in document.notices] == ["rows-left-out"]
    assert len(document.text) <= 1000
