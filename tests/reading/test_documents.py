"""Bytes become a document: the format is told by the content, and what cannot be read says why."""

from __future__ import annotations

import pytest

from hansa.reading import MAX_BYTES, Document, ReadingError, open_document, read
from hansa.reading.errors import EmptyDocument, NotText, TooLarge
from tests.reading.pages import ENGLISH, SWEDISH, codes, reading_of


def lines(document: Document) -> list[str]:
    return [document.of(block) for block in document.blocks]


def test_a_page_is_html_by_its_content_whatever_its_name_says() -> None:
    assert open_document(ENGLISH.encode(), name="page.txt").media_type == "text/html"


def test_a_text_is_plain_by_its_content_whatever_its_name_says() -> None:
    assert open_document(SWEDISH.encode(), name="page.html").media_type == "text/plain"


@pytest.mark.parametrize("content", [b"", b"  \r\n\t\n", b"\xef\xbb\xbf", b"<html><body></body></html>"])
def test_an_empty_document_is_refused_by_name(content: bytes) -> None:
    with pytest.raises(EmptyDocument, match=r"list\.html is empty"):
        open_document(content, name="list.html")


@pytest.mark.parametrize(
    "content",
    [
        b"\x89PNG\r\n\x1a\n",
        bytes(range(256)) * 8,
        b"text with \x00 some \x00 binary \x00 in it",
    ],
)
def test_a_file_that_is_not_text_is_refused_with_what_to_do(content: bytes) -> None:
    with pytest.raises(NotText, match="Save the page as HTML or as text"):
        open_document(content, name="list")


def test_binary_content_far_into_a_file_is_found_too() -> None:
    with pytest.raises(NotText):
        open_document(SWEDISH.encode() * 30 + b"\x00\x01\x02" * 5000)


def test_a_file_of_fifty_megabytes_is_refused_rather_than_read_in_part() -> None:
    with pytest.raises(TooLarge, match="larger than 50 MB"):
        open_document(b"a" * 50_000_001, name="archive.txt")
    assert MAX_BYTES == 50_000_000


def test_every_refusal_is_a_reading_error() -> None:
    assert all(issubclass(error, ReadingError) for error in (EmptyDocument, NotText, TooLarge))


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "windows-1252", "iso-8859-1"])
def test_swedish_letters_are_read_in_every_common_encoding(encoding: str) -> None:
    document = open_document(SWEDISH.encode(encoding))
    assert "Våra internationella nätverk" in document.text
    assert "Bo-Erik Åkesson" in document.text


def test_the_encoding_that_a_page_declares_is_used() -> None:
    page = '<html><head><meta charset="iso-8859-15"></head><body><p>Avgift: 5 000 €</p></body></html>'
    assert "5 000 €" in open_document(page.encode("iso-8859-15")).text


def test_the_encoding_that_the_server_declares_is_used() -> None:
    content = "<p>Kraków i Łódź</p>".encode("iso-8859-2")
    assert "Kraków i Łódź" in open_document(content, media_type="text/html; charset=ISO-8859-2").text


def test_mixed_encodings_are_mended_and_noted() -> None:
    content = SWEDISH.encode() + "Smörgåsbord\n".encode("windows-1252")
    reading = read(open_document(content))
    assert "Våra internationella nätverk" in reading.text
    assert "Smörgåsbord" in reading.text
    assert "encoding-doubtful" in codes(reading)


def test_characters_lost_before_the_page_came_here_are_noted() -> None:
    assert "encoding-doubtful" in codes(reading_of("V\ufffdra n\ufffdtverk\n\nText."))


def test_block_elements_stand_on_lines_of_their_own() -> None:
    document = open_document(b"<div>One<p>Two <b>bold</b> words<br>Three</p><ul><li>Four</li></ul>Five</div>")
    assert document.text.splitlines() == ["One", "Two bold words", "Three", "Four", "Five"]


def test_every_block_points_at_its_own_words() -> None:
    document = open_document(ENGLISH.encode())
    assert "\n".join(lines(document)) == document.text.rstrip("\n")


def test_navigation_footer_scripts_and_styles_are_left_out_of_the_text() -> None:
    text = open_document(ENGLISH.encode()).text
    for left_out in ("Home", "About", "1 Quay", "color: red", "League of Scripts"):
        assert left_out not in text


def test_a_cookie_banner_is_left_out_of_the_text() -> None:
    page = '<body><div class="cookie-banner"><h2>We use cookies</h2></div><p>Our networks are these.</p></body>'
    assert open_document(page.encode()).text.strip() == "Our networks are these."


@pytest.mark.parametrize(
    "named",
    [
        'id="header"', 'id="nav"', 'class="nav nav--primary"', 'class="menu"', 'class="crumbs"', 'class="kruimelpad"',
        'id="portal-footer"', 'class="c-footer"', 'class="footer-inner"', 'id="pied"', 'id="rodape"', 'id="stopka"',
        'class="fil-ariane"', 'class="language-switcher"', 'id="masthead"', 'class="elementor-location-footer"',
    ],
)  # fmt: skip
def test_what_a_site_calls_its_header_menu_or_footer_is_left_out(named: str) -> None:
    page = f"<body><div {named}><p>Westsea Council, Quay 1</p></div><h1>Our networks</h1><p>They are these.</p></body>"
    assert open_document(page.encode()).text == "Our networks\nThey are these.\n"


@pytest.mark.parametrize(
    "named", ['class="card-footer"', 'class="header"', 'class="entry-footer"', 'class="nav-open page"', 'class="piece"']
)
def test_the_header_or_footer_of_a_part_of_the_page_is_read(named: str) -> None:
    page = f"<body><h1>Our networks</h1><div {named}><p>Contact: Ann Ek</p></div></body>"
    assert "Contact: Ann Ek" in open_document(page.encode()).text


@pytest.mark.parametrize("name", ["has-menu", "cookie-page", "social-economy", "menu-open wrapper"])
def test_a_part_that_holds_the_pages_heading_is_kept_whatever_it_is_called(name: str) -> None:
    page = f'<body><div class="{name}"><h1>Our networks</h1><p>These are they.</p></div></body>'
    assert open_document(page.encode()).text.split("\n")[:2] == ["Our networks", "These are they."]


def test_a_line_of_links_to_the_pages_own_parts_is_left_out() -> None:
    page = (
        '<body><h1>Networks</h1><p><a href="#cpmr">CPMR</a> | <a href="#kimo">KIMO</a></p>'
        '<h2 id="kimo">KIMO</h2><p>A network. <a href="#top">Back to the top</a></p></body>'
    )
    document = open_document(page.encode())
    assert [document.of(block) for block in document.blocks] == ["Networks", "KIMO", "A network. Back to the top"]


def test_a_section_on_the_social_economy_is_no_row_of_share_buttons() -> None:
    page = (
        '<body><p>Networks</p><div id="social-economy"><p>Kept</p></div><div class="social-links">Left out</div></body>'
    )
    text = open_document(page.encode()).text
    assert "Kept" in text
    assert "Left out" not in text


def test_headings_keep_their_level_and_links_where_they_lead() -> None:
    document = open_document(ENGLISH.encode())
    levels = {document.of(block): block.level for block in document.blocks if block.kind == "heading"}
    assert levels["Our networks"] == 1
    assert levels["Forum of Tidal Towns"] == 2
    assert "https://tidal.example.org" in [anchor.url for anchor in document.anchors]


def test_a_link_covers_the_words_of_the_link() -> None:
    document = open_document(b'<p>See the <a href="/x">list of all</a> here</p>')
    (anchor,) = document.anchors
    assert document.text[slice(*anchor.span)] == "list of all"


def test_values_of_definition_lists_keep_their_labels() -> None:
    document = open_document(b"<dl><dt>Members</dt><dd>57</dd></dl>")
    assert [(document.of(b), b.kind, b.label) for b in document.blocks] == [
        ("Members", "label", ""),
        ("57", "paragraph", "Members"),
    ]


def test_a_merged_cell_of_a_table_stands_in_every_place_that_it_covers() -> None:
    page = (
        "<table><tr><th>Network</th><th colspan=2>Fee</th></tr>"
        "<tr><td rowspan=2>League</td><td>1</td><td>2</td></tr><tr><td>3</td></tr></table>"
    )
    document = open_document(page.encode())
    (table,) = document.tables
    shown = [[document.text[slice(*cell.span)] for cell in row if cell] for row in table.rows]
    assert shown == [["Network", "Fee", "Fee"], ["League", "1", "2"], ["League", "3"]]
    assert table.rows[1][0] is table.rows[2][0]
    assert [cell.heading for cell in table.rows[0] if cell] == [True, True, True]


def test_html_nested_a_hundred_thousand_deep_is_read() -> None:
    page = "<div>" * 100_000 + "<p>Deep down</p>" + "</div>" * 100_000
    assert "Deep down" in open_document(page.encode()).text


def test_the_title_and_language_of_a_page_are_known() -> None:
    document = open_document(ENGLISH.encode())
    assert (document.title, document.language) == ("Our networks", "en")


def test_reading_is_the_same_with_any_line_ending() -> None:
    unix, dos = reading_of(SWEDISH), reading_of(SWEDISH.replace("\n", "\r\n"))
    assert [o.name for o in unix.organisations] == [o.name for o in dos.organisations]
