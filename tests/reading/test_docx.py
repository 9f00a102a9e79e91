"""Word documents become blocks, tables and links as a person sees them."""

from __future__ import annotations

import random
import re
from typing import Any

import docx
import pytest
from docx.enum.style import WD_STYLE_TYPE

from hansa.reading import ReadingError, building, open_document, read
from hansa.reading.errors import Damaged, EmptyDocument, EntityBomb, PasswordProtected, ZipBomb
from tests.reading.office import BOX, changed, grid, linked, markup, put, saved, shown, word

DOCUMENT = "word/document.xml"
PICTURE = b"\x89PNG" + random.Random(1).randbytes(50)
ENTITIES = b"<!DOCTYPE a [<!ENTITY b 'c'>]><a>&b;</a>"


def test_a_word_document_is_known_by_its_content_whatever_its_name_says() -> None:
    document = open_document(word("Our networks"), name="list.html")
    assert document.media_type.endswith("wordprocessingml.document")
    assert document.text == "Our networks\n"


def test_headings_keep_their_levels_and_paragraphs_their_order() -> None:
    content = word(("Networks", "Heading 1"), "Text.", ("Eurocities", "Heading 2"), "More.", ("Deep", "Heading 9"))
    assert shown(content) == [
        ("heading", 1, "Networks"),
        ("paragraph", 0, "Text."),
        ("heading", 2, "Eurocities"),
        ("paragraph", 0, "More."),
        ("heading", 6, "Deep"),
    ]


def test_below_a_title_the_first_headings_stand_one_level_deeper() -> None:
    content = word(("Report", "Title"), ("of 2025", "Subtitle"), ("Eurocities", "Heading 1"))
    assert shown(content) == [("heading", 1, "Report"), ("paragraph", 0, "of 2025"), ("heading", 2, "Eurocities")]


@pytest.mark.parametrize("code", ["Rubrik1", "berschrift1", "Überschrift1", "Kop1", "Titre1", "Otsikko1", "Ttulo1"])
def test_headings_are_known_in_a_word_of_any_language(code: str) -> None:
    """Word in another language translates the identifiers of its styles, but neither their names nor their levels."""
    styles = word(("Eurocities", "Heading 1"))

    def translated(xml: bytes) -> bytes:
        return xml.replace(b'"Heading1"', f'"{code}"'.encode())

    content = changed(styles, {"word/styles.xml": translated, DOCUMENT: translated})
    assert shown(content) == [("heading", 1, "Eurocities")]


def test_a_style_is_a_heading_by_the_one_it_builds_upon_or_by_its_outline_level() -> None:
    def make(document: Any) -> None:
        own = document.styles.add_style("Network", WD_STYLE_TYPE.PARAGRAPH)
        own.base_style = document.styles["Heading 3"]
        document.add_paragraph("Eurocities", own)
        paragraph = document.add_paragraph("Polis")
        paragraph._p.get_or_add_pPr().append(markup('<w:outlineLvl w:val="1"/>'))
        not_any_more = document.add_paragraph("Just large", "Heading 1")
        not_any_more._p.get_or_add_pPr().append(markup('<w:outlineLvl w:val="9"/>'))

    assert shown(word(make=make)) == [("heading", 3, "Eurocities"), ("heading", 2, "Polis"), ("bold", 0, "Just large")]


def test_a_heading_over_two_lines_is_one() -> None:
    def make(document: Any) -> None:
        document.add_heading("Nordic Network", 2).add_run("\n(NN)")

    assert shown(word(make=make)) == [("heading", 2, "Nordic Network (NN)")]


def test_a_paragraph_wholly_bold_is_bold_and_a_bold_beginning_is_counted() -> None:
    def make(document: Any) -> None:
        document.add_paragraph().add_run("Eurocities").bold = True
        mixed = document.add_paragraph()
        mixed.add_run("Contact:").bold = True
        mixed.add_run(" Ann Ek")
        strong = document.add_paragraph()
        strong.add_run("Polis", document.styles["Strong"])
        off = document.add_paragraph(style="Intense Quote")
        off.add_run("not").bold = False
        off.add_run(" bold")

    content = word(make=make)
    assert [kind for kind, _level, _text in shown(content)] == ["bold", "paragraph", "bold", "paragraph"]
    assert [block.lead for block in open_document(content).blocks] == [0, len("Contact:"), 0, 0]


def test_a_bold_paragraph_too_long_for_a_heading_stays_a_paragraph() -> None:
    def make(document: Any) -> None:
        document.add_paragraph().add_run("These words are bold. " * 10).bold = True

    assert [kind for kind, _level, _text in shown(word(make=make))] == ["paragraph"]


def test_items_of_lists_are_items_as_deep_as_they_stand() -> None:
    def make(document: Any) -> None:
        deep = document.add_paragraph("Deep", "List Bullet")
        deep._p.get_or_add_pPr().append(markup('<w:numPr><w:ilvl w:val="2"/><w:numId w:val="1"/></w:numPr>'))
        none = document.add_paragraph("No item", "List Bullet")
        none._p.get_or_add_pPr().append(markup('<w:numPr><w:numId w:val="0"/></w:numPr>'))
        document.add_paragraph("Indented", "List Paragraph")

    assert shown(word(("Eurocities", "List Bullet"), ("Polis", "List Number"), "•\tTyped by hand", make=make)) == [
        ("item", 1, "Eurocities"),
        ("item", 1, "Polis"),
        ("item", 1, "Typed by hand"),
        ("item", 3, "Deep"),
        ("paragraph", 0, "No item"),
        ("paragraph", 0, "Indented"),
    ]


def test_the_further_lines_of_an_item_belong_to_it() -> None:
    assert shown(word(("Eurocities\nContact: Ann Ek", "List Bullet"))) == [
        ("item", 1, "Eurocities"),
        ("paragraph", 1, "Contact: Ann Ek"),
    ]


def test_line_breaks_part_lines_and_runs_of_space_are_folded() -> None:
    assert shown(word("Members:\t 57 \xa0 cities\nFounded  1986")) == [
        ("paragraph", 0, "Members: 57 cities"),
        ("paragraph", 0, "Founded 1986"),
    ]


def test_a_table_stands_in_its_place_with_merged_cells_in_every_place_that_they_cover() -> None:
    def make(document: Any) -> None:
        table = document.add_table(3, 3)
        for row, words in enumerate(("Network Fee Fee", "League 1 2", "League 3 4")):
            for column, text in enumerate(words.split()):
                table.cell(row, column).text = text
        table.cell(0, 1).merge(table.cell(0, 2)).text = "Fee"
        table.cell(1, 0).merge(table.cell(2, 0)).text = "League"
        document.add_paragraph("After.")

    document = open_document(word("Before.", make=make))
    assert [document.of(block) for block in document.blocks] == "Before. Network Fee League 1 2 3 4 After.".split()
    assert grid(document) == [["Network", "Fee", "Fee"], ["League", "1", "2"], ["League", "3", "4"]]
    (table,) = document.tables
    assert table.rows[1][0] is table.rows[2][0]
    assert table.rows[0][1] is table.rows[0][2]


def test_bold_cells_and_rows_that_repeat_as_headings_are_headings() -> None:
    def make(document: Any) -> None:
        table = document.add_table(2, 2)
        for cell, text in zip(table.rows[0].cells, ("Name", "Fee"), strict=True):
            cell.text = text
        table.rows[0]._tr.get_or_add_trPr().append(markup("<w:tblHeader/>"))
        table.cell(1, 0).paragraphs[0].add_run("League").bold = True
        table.cell(1, 1).text = "1"

    (table,) = open_document(word(make=make)).tables
    assert [[cell.heading for cell in row if cell] for row in table.rows] == [[True, True], [True, False]]


def test_the_paragraphs_of_a_cell_are_blocks_of_one_cell() -> None:
    def make(document: Any) -> None:
        table = document.add_table(1, 2)
        table.cell(0, 0).text = "Eurocities\na network"
        linked(document, table.cell(0, 1).add_paragraph("See "), "the site", "https://eurocities.eu")

    document = open_document(word(make=make))
    assert shown(document) == [("cell", 0, "Eurocities"), ("cell", 0, "a network"), ("cell", 0, "See the site")]
    assert grid(document) == [["Eurocities\na network", "See the site"]]
    assert [document.text[slice(*anchor.span)] for anchor in document.anchors] == ["the site"]


def test_a_table_that_only_sets_text_in_a_frame_is_text() -> None:
    def make(document: Any) -> None:
        frame = document.add_table(1, 1).cell(0, 0)
        frame.text = "Framed."
        side = document.add_table(1, 2)
        side.cell(0, 0).add_paragraph("Eurocities", "Heading 2")
        inner = side.cell(0, 1).add_table(2, 2)
        inner.cell(0, 0).text, inner.cell(1, 1).text = "Members", "57"

    document = open_document(word(make=make))
    assert shown(document)[:2] == [("paragraph", 0, "Framed."), ("heading", 2, "Eurocities")]
    assert grid(document) == [["Members", None], [None, "57"]]


def test_a_deleted_row_is_left_out_and_an_inserted_one_kept() -> None:
    def make(document: Any) -> None:
        table = document.add_table(3, 2)
        for row, text in zip(table.rows, ("Kept", "Deleted", "Inserted"), strict=True):
            row.cells[0].text = row.cells[1].text = text
        table.rows[1]._tr.get_or_add_trPr().append(markup("<w:del/>"))
        table.rows[2]._tr.get_or_add_trPr().append(markup("<w:ins/>"))

    assert grid(open_document(word(make=make))) == [["Kept", "Kept"], ["Inserted", "Inserted"]]


def test_links_cover_their_words_and_mail_addresses_are_concealed_as_in_a_page() -> None:
    def make(document: Any) -> None:
        paragraph = document.add_paragraph("See  ")
        linked(document, paragraph, "the site", "https://eurocities.eu/")
        paragraph.add_run(" or ")
        linked(document, paragraph, "Ann Ek", "mailto:ann.ek@example.org")

    document = open_document(word(make=make))
    assert [(document.text[slice(*a.span)], a.url) for a in document.anchors] == [
        ("the site", "https://eurocities.eu/"),
        ("Ann Ek", "mailto:ann.ek@example.org"),
    ]
    assert [(c.material, c.scheme) for c in document.concealed] == [("mailto:ann.ek@example.org", "mailto")]


def test_links_made_by_fields_lead_somewhere_and_those_within_the_document_do_not() -> None:
    run = '<w:r><w:fldChar w:fldCharType="{}"/></w:r>'
    text = "<w:r><w:t>{}</w:t></w:r>"
    asked = "<w:r><w:instrText>{}</w:instrText></w:r>"

    def field(instruction: str, words: str) -> str:
        return "".join(
            (run.format("begin"), asked.format(instruction), run.format("separate"), text.format(words))
        ) + run.format("end")

    def make(document: Any) -> None:
        one = field(' HYPERLINK "https://polis.eu" ', "Polis") + text.format(" is ")
        within = field(' HYPERLINK \\l "below" ', "below")
        put(document, f"<w:p>{one}{within}{field(' PAGE ', '7')}</w:p>")
        simple = (
            '<w:fldSimple w:instr=" HYPERLINK &quot;https://aer.eu&quot; ">' + text.format("AER") + "</w:fldSimple>"
        )
        put(document, f"<w:p>{simple}</w:p>")

    document = open_document(word(make=make))
    assert document.text == "Polis is below7\nAER\n"
    assert [(document.text[slice(*a.span)], a.url) for a in document.anchors] == [
        ("Polis", "https://polis.eu"),
        ("AER", "https://aer.eu"),
    ]


def test_text_in_content_controls_boxes_and_insertions_is_kept_and_what_is_deleted_or_hidden_left_out() -> None:
    run = "<w:r><w:t>{}</w:t></w:r>"

    def make(document: Any) -> None:
        put(document, f"<w:sdt><w:sdtContent><w:p>{run.format('Controlled')}</w:p></w:sdtContent></w:sdt>")
        inserted = f'<w:ins w:id="1" w:author="a">{run.format("inserted")}</w:ins>'
        deleted = '<w:del w:id="2" w:author="a"><w:r><w:delText>deleted</w:delText></w:r></w:del>'
        moved = f'<w:moveFrom w:id="3" w:author="a">{run.format("moved")}</w:moveFrom>'
        hidden = "<w:r><w:rPr><w:vanish/></w:rPr><w:t>hidden</w:t></w:r>"
        put(document, f"<w:p>{inserted}{deleted}{moved}{hidden}</w:p>")
        box = BOX.format(f"<w:p>{run.format('Boxed')}</w:p>")
        put(document, f"<w:p>{run.format('Before a box')}<w:r>{box}</w:r></w:p>")

    assert open_document(word(make=make)).text.splitlines() == ["Controlled", "inserted", "Before a box", "Boxed"]


def test_a_text_box_in_a_cell_is_read_once() -> None:
    def make(document: Any) -> None:
        table = document.add_table(1, 2)
        table.cell(0, 0).text = "Name"
        box = BOX.format("<w:p><w:r><w:t>Boxed</w:t></w:r></w:p>")
        table.cell(0, 1).paragraphs[0]._p.append(markup(f"<w:r>{box}</w:r>"))

    assert grid(open_document(word(make=make))) == [["Name", "Boxed"]]


def test_headers_footers_comments_and_the_table_of_contents_are_left_out() -> None:
    def make(document: Any) -> None:
        document.sections[0].header.paragraphs[0].text = "Region Västerhav"
        document.sections[0].footer.paragraphs[0].text = "Page 1"
        document.styles.add_style("toc 1", WD_STYLE_TYPE.PARAGRAPH)
        document.add_paragraph("Eurocities ..... 7", "toc 1")
        document.add_comment(document.paragraphs[0].runs[0], "Is that so?", "a", "a")

    assert open_document(word("Body.", make=make)).text == "Body.\n"


def test_footnotes_stand_at_the_end_without_the_lines_that_part_them() -> None:
    notes = (
        '<w:footnotes xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">'
        '<w:footnote w:type="separator" w:id="0"><w:p><w:r><w:t>-----</w:t></w:r></w:p></w:footnote>'
        '<w:footnote w:id="1"><w:p><w:r><w:t>Since 2009.</w:t></w:r></w:p></w:footnote></w:footnotes>'
    )
    content = changed(word("Body."), {"word/footnotes.xml": notes.encode()})
    assert shown(content) == [("paragraph", 0, "Body."), ("paragraph", 0, "Since 2009.")]


def test_a_picture_and_what_is_embedded_have_no_words_and_are_never_unpacked() -> None:
    content = changed(word("Body."), {"word/media/a.png": PICTURE, "word/embeddings/b.bin": b"\xd0\xcf"})
    damaged = content.replace(PICTURE, bytes(len(PICTURE)))
    assert damaged != content
    assert open_document(damaged).text == "Body.\n"


def test_a_document_with_macros_is_read_without_them_and_says_so() -> None:
    content = changed(word("Body."), {"word/vbaProject.bin": b"macro"})
    assert open_document(content).text == "Body.\n"
    (notice,) = open_document(content, name="list.docm").notices
    assert (notice.code, "list.docm holds macros" in notice.message) == ("macros-not-run", True)


def test_the_strict_form_of_the_format_is_read_as_the_usual_one() -> None:
    def strict(xml: bytes) -> bytes:
        usual = b"http://schemas.openxmlformats.org/wordprocessingml/2006/main"
        return xml.replace(usual, b"http://purl.oclc.org/ooxml/wordprocessingml/main")

    content = changed(word(("Eurocities", "Heading 1")), {DOCUMENT: strict, "word/styles.xml": strict})
    assert shown(content) == [("heading", 1, "Eurocities")]


def test_the_title_that_the_document_is_given_is_known() -> None:
    document = docx.Document()
    document.core_properties.title = "Our  networks"
    document.add_paragraph("Text.")
    assert open_document(saved(document)).title == "Our networks"


@pytest.mark.parametrize("missing", ["word/styles.xml", "word/_rels/document.xml.rels", "docProps/core.xml"])
def test_a_document_without_one_of_its_lesser_parts_is_read(missing: str) -> None:
    assert open_document(changed(word("Body."), {missing: None})).text == "Body.\n"


def test_a_document_of_nothing_but_empty_paragraphs_is_empty() -> None:
    with pytest.raises(EmptyDocument):
        open_document(word("", " "), name="list.docx")


@pytest.mark.parametrize(
    ("content", "error"),
    [
        (word("Body.")[:2000] + word("Body.")[-600:], Damaged),
        (changed(word("Body."), {DOCUMENT: b"<w:document"}), Damaged),
        (changed(word("Body."), {DOCUMENT: ENTITIES}), EntityBomb),
        (
            changed(word("Body."), {DOCUMENT: b"<!--" + b"x" * 5000 + b"-->" + ENTITIES}),
            EntityBomb,
        ),
        (changed(word("Body."), {DOCUMENT: b"<a>" + b" " * 30_000_000 + b"</a>"}), ZipBomb),
    ],
    ids=["cut", "no XML", "entities", "entities far in", "bomb"],
)
def test_what_cannot_be_read_safely_is_refused_by_name(content: bytes, error: type[ReadingError]) -> None:
    with pytest.raises(error, match=r"list\.docx"):
        open_document(content, name="list.docx")


def test_a_document_behind_a_password_is_refused_with_what_to_do() -> None:
    content = b"\xd0\xcf\x11\xe0" + "EncryptedPackage".encode("utf-16-le")
    with pytest.raises(PasswordProtected, match=r"list\.docx is protected by a password"):
        open_document(content, name="list.docx")


def test_content_controls_nested_without_end_are_read_or_refused() -> None:
    nested = b"<w:sdt><w:sdtContent>" * 3000 + b"<w:p/>" + b"</w:sdtContent></w:sdt>" * 3000

    def deep(xml: bytes) -> bytes:
        return re.sub(rb"<w:body>", b"<w:body>" + nested, xml)

    with pytest.raises(Damaged):
        open_document(changed(word("Body."), {DOCUMENT: deep}))


def test_more_paragraphs_than_anybody_reads_are_cut_with_a_notice(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(building, "MOST_BLOCKS", 10)
    document = open_document(word(*(f"Paragraph {n}" for n in range(40))))
    assert [notice.code for notice in document.notices] == ["rows-left-out"]
    assert len(document.blocks) < 15


def test_a_word_document_is_read_as_the_same_page_in_html_is() -> None:
    content = word(
        ("Our networks", "Heading 1"),
        "Region Västerhav belongs to these international networks.",
        ("Eurocities", "Heading 2"),
        "Eurocities is a network of 200 cities in 38 countries.",
        "Website: https://eurocities.eu",
    )
    (found,) = read(open_document(content)).organisations
    assert (found.name.text, found.website) == ("Eurocities", "https://eurocities.eu")
    assert found.figures["countries"].value == 38
