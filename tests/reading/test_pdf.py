"""PDFs become paragraphs, headings, items, tables and links in the order in which a person reads them."""

from __future__ import annotations

import io

import pytest
from PIL import Image

from hansa.reading import ReadingError, open_document, read
from hansa.reading.errors import Damaged, EmptyDocument, NoText, PasswordProtected
from tests.reading.office import shown
from tests.reading.printed import LOREM, Sheet, pages, pdf


def kinds(content: bytes) -> list[tuple[str, str]]:
    return [(kind, text) for kind, _level, text in shown(content)]


def test_a_pdf_is_known_by_its_content_whatever_its_name_says() -> None:
    assert open_document(pdf(lambda sheet: sheet.say("Body.")), name="list.html").media_type == "application/pdf"


def test_the_lines_of_a_paragraph_are_joined_and_paragraphs_kept_apart() -> None:
    def write(sheet: Sheet) -> None:
        sheet.say(LOREM * 2)
        sheet.say("Contact: Ann Ek", after=0)
        sheet.say("Website: www.polis.eu", after=0)
        sheet.say(LOREM)

    said = LOREM.strip()
    assert kinds(pdf(write)) == [
        ("paragraph", f"{said} {said}"),
        ("paragraph", "Contact: Ann Ek"),
        ("paragraph", "Website: www.polis.eu"),
        ("paragraph", said),
    ]


def test_short_lines_are_not_taken_for_a_paragraph_though_the_longest_is_as_wide_as_any() -> None:
    names = ["Eurocities", "Conference of Peripheral Maritime Regions", "Polis", "Energy Cities"]

    def write(sheet: Sheet) -> None:
        for name in names:
            sheet.say(name, after=0)

    assert [text for _kind, text in kinds(pdf(write))] == names


def test_headings_are_told_by_their_size_and_their_level_by_its_rank() -> None:
    def write(sheet: Sheet) -> None:
        sheet.say("Our networks", 20)
        sheet.say(LOREM)
        sheet.say("European networks that the region has been a member of since it was founded", 14)
        sheet.say("Eurocities", style="B", after=2)
        sheet.say(LOREM)

    said = LOREM.strip()
    assert shown(pdf(write)) == [
        ("heading", 1, "Our networks"),
        ("paragraph", 0, said),
        ("heading", 2, "European networks that the region has been a member of since it was founded"),
        ("bold", 0, "Eurocities"),
        ("paragraph", 0, said),
    ]


def test_a_heading_of_two_lines_is_one_also_where_it_is_centred() -> None:
    def write(sheet: Sheet) -> None:
        sheet.set_font("Helvetica", size=18)
        words = "Appointments to European and international organisations and networks"
        sheet.multi_cell(0, 22, words, align="C", new_x="LMARGIN", new_y="NEXT")
        sheet.say(LOREM * 2)

    assert shown(pdf(write))[0] == (
        "heading",
        1,
        "Appointments to European and international organisations and networks",
    )


def test_a_bold_beginning_of_a_line_is_counted() -> None:
    def write(sheet: Sheet) -> None:
        sheet.set_font("Helvetica", "B", 10)
        sheet.cell(text="Contact:")
        sheet.set_font("Helvetica", "", 10)
        sheet.cell(text=" Ann Ek")

    (block,) = open_document(pdf(write)).blocks
    assert (block.kind, block.lead) == ("paragraph", len("Contact:"))


@pytest.mark.parametrize(
    ("lines", "joined"),
    [
        (("the inter-", "national office"), "the international office"),
        (("die Kultur-", "und Sportverwaltung"), "die Kultur- und Sportverwaltung"),
        (("in Baden-", "Württemberg and"), "in Baden-Württemberg and"),
        (("a cross-border body and a cross-", "border project"), "a cross-border body and a cross-border project"),
        (("see https://example.org/a-", "page for more"), "see https://example.org/a-page for more"),
    ],
)
def test_a_word_parted_at_the_end_of_a_line_is_whole_again(lines: tuple[str, str], joined: str) -> None:
    def write(sheet: Sheet) -> None:
        first = "x " * 60
        sheet.set_font("Helvetica", size=10)
        while sheet.get_string_width(first + lines[0]) > 440:
            first = first[2:]
        for number, text in enumerate((first + lines[0], lines[1], "", "", LOREM[:80], LOREM[:80])):
            sheet.at(70, 100 + 12 * number, text)

    assert kinds(pdf(write))[0][1].endswith(joined)


def test_lines_that_begin_with_a_bullet_are_items_with_what_they_go_on_with() -> None:
    def write(sheet: Sheet) -> None:
        for text in ("Eurocities", "Polis, " + LOREM):
            sheet.set_font("Helvetica", size=10)
            top = sheet.get_y()
            sheet.cell(15, 12, "\xb7")
            sheet.set_xy(90, top)
            sheet.multi_cell(0, 12, text, align="L", new_x="LMARGIN", new_y="NEXT")
        sheet.say("After.")

    assert kinds(pdf(write)) == [("item", "Eurocities"), ("item", ("Polis, " + LOREM).strip()), ("paragraph", "After.")]


def test_headers_footers_and_page_numbers_that_pages_repeat_are_left_out() -> None:
    def write(sheet: Sheet) -> None:
        for number in range(60):
            sheet.say(f"Paragraph {number}. {LOREM}")

    content = pdf(write, running=("Region Vasterhav, appendix 2", "Page # of 6"))
    text = open_document(content).text
    assert ("appendix" in text, "Page " in text) == (False, False)
    assert [f"Paragraph {n}. " in text for n in range(60)] == [True] * 60


def test_a_paragraph_that_goes_on_over_a_page_is_one() -> None:
    def write(sheet: Sheet) -> None:
        sheet.set_y(735)
        sheet.say(LOREM * 2)

    assert kinds(pdf(write)) == [("paragraph", f"{LOREM}{LOREM}".strip())]


def test_links_cover_their_words_and_mail_addresses_are_concealed_as_in_a_page() -> None:
    def write(sheet: Sheet) -> None:
        sheet.set_font("Helvetica", size=10)
        sheet.cell(text="See ")
        sheet.cell(text="the site", link="https://polis.eu/")
        sheet.cell(text=" or ask ")
        sheet.cell(text="Ann Ek", link="mailto:ann.ek@example.org")

    document = open_document(pdf(write))
    assert [(document.text[slice(*a.span)], a.url) for a in document.anchors] == [
        ("the site", "https://polis.eu/"),
        ("Ann Ek", "mailto:ann.ek@example.org"),
    ]
    assert [(c.material, c.scheme) for c in document.concealed] == [("mailto:ann.ek@example.org", "mailto")]


def test_the_title_and_the_language_that_the_file_declares_are_known() -> None:
    def write(sheet: Sheet) -> None:
        sheet.set_title("Våra nätverk")
        sheet.set_lang("sv-SE")
        sheet.say("Text.")

    document = open_document(pdf(write))
    assert (document.title, document.language) == ("Våra nätverk", "sv")


def picture() -> io.BytesIO:
    file = io.BytesIO()
    Image.new("L", (40, 40), 128).save(file, "PNG")
    return file


def test_a_scanned_document_is_refused_with_what_to_do() -> None:
    content = pdf(lambda sheet: sheet.image(picture(), 0, 0, 595, 842))
    with pytest.raises(NoText, match=r"list\.pdf holds pictures of pages and no text.*OCR"):
        open_document(content, name="list.pdf")


def test_a_scanned_page_among_others_is_named_in_a_notice() -> None:
    def write(sheet: Sheet) -> None:
        sheet.say("Text.")
        sheet.add_page()
        sheet.image(picture(), 0, 0, 595, 842)

    (notice,) = open_document(pdf(write)).notices
    assert notice.code == "page-not-read"
    assert "page 2" in notice.message


def test_letters_printed_twice_to_look_bold_are_read_once() -> None:
    def write(sheet: Sheet) -> None:
        sheet.at(70, 100, "Polis will tell all")
        sheet.at(70.4, 100, "Polis will tell all")

    assert open_document(pdf(write)).text == "Polis will tell all\n"


def test_words_printed_across_the_page_are_left_out() -> None:
    def write(sheet: Sheet) -> None:
        sheet.say("Text.")
        with sheet.rotation(45, 300, 400):
            sheet.at(200, 400, "DRAFT", 60)

    assert open_document(pdf(write)).text == "Text.\n"


def test_a_document_of_empty_pages_is_empty() -> None:
    with pytest.raises(EmptyDocument):
        open_document(pdf(lambda sheet: sheet.add_page()), name="list.pdf")


def test_a_document_behind_a_password_is_refused_and_one_that_only_forbids_copying_is_read() -> None:
    def locked(password: str) -> bytes:
        def write(sheet: Sheet) -> None:
            sheet.set_encryption(owner_password="owner", user_password=password)
            sheet.say("Text.")

        return pdf(write)

    with pytest.raises(PasswordProtected, match=r"list\.pdf is protected by a password"):
        open_document(locked("secret"), name="list.pdf")
    assert open_document(locked("")).text == "Text.\n"


@pytest.mark.parametrize(
    "content", [b"%PDF-1.7\n", b"%PDF-1.7\n%%EOF", b"%PDF-1.4\n1 0 obj\n<</Type/Catalog>>\nendobj"]
)
def test_a_damaged_file_is_refused_by_name(content: bytes) -> None:
    with pytest.raises(Damaged, match=r"list\.pdf is damaged"):
        open_document(content, name="list.pdf")


def test_a_file_without_its_last_part_is_read_as_far_as_it_goes_or_refused() -> None:
    content = pages(3, b"BT /F 12 Tf 70 700 Td (Eurocities) Tj ET")
    for length in range(100, len(content), 97):
        try:
            assert "Eurocities" in open_document(content[:length]).text
        except ReadingError:
            continue


def test_a_pdf_is_read_as_the_same_page_in_html_is() -> None:
    def write(sheet: Sheet) -> None:
        sheet.say("Our networks", 20)
        sheet.say("Region Vasterhav belongs to these international networks.")
        sheet.say("Eurocities", 14)
        sheet.say("Eurocities is a network of 200 cities in 38 countries.")
        sheet.say("Website: https://eurocities.eu")

    (found,) = read(open_document(pdf(write))).organisations
    assert (found.name.text, found.website) == ("Eurocities", "https://eurocities.eu")
    assert found.figures["countries"].value == 38
