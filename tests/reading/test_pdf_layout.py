"""Columns, tables, items and terms of a PDF are told by where their words stand."""

from __future__ import annotations

import pytest

from hansa.reading import open_document
from tests.reading.office import grid, shown
from tests.reading.printed import LOREM, Sheet, pdf

FEES = [
    ["Network", "Member since", "Fee"],
    ["Eurocities", "2003", "18 000 euro"],
    ["Polis", "2021", "9 000 euro"],
    ["Energy Cities", "2009", "4 500 euro"],
]


def kinds(content: bytes) -> list[tuple[str, str]]:
    return [(kind, text) for kind, _level, text in shown(content)]


def test_two_columns_are_read_one_after_the_other() -> None:
    def write(sheet: Sheet) -> None:
        sheet.say("Our networks", 18)
        top = sheet.get_y()
        for number, left in enumerate((70, 310)):
            sheet.set_font("Helvetica", size=10)
            sheet.set_xy(left, top + number * 3)
            sheet.multi_cell(215, 12, f"Column {number} begins. {LOREM * 4}Column {number} ends.", align="L")

    assert kinds(pdf(write)) == [
        ("heading", "Our networks"),
        ("paragraph", f"Column 0 begins. {LOREM * 4}Column 0 ends."),
        ("paragraph", f"Column 1 begins. {LOREM * 4}Column 1 ends."),
    ]


def test_a_ruled_table_stands_in_its_place_with_merged_cells_in_every_place() -> None:
    def write(sheet: Sheet) -> None:
        sheet.say("Before.")
        with sheet.table(first_row_as_headings=True) as table:
            head = table.row()
            head.cell("Network")
            head.cell("Whom the region sends", colspan=2)
            first = table.row()
            first.cell("Eurocities", rowspan=2)
            first.cell("Ann Ek")
            first.cell("Bo Alm")
            second = table.row()
            second.cell("Cia Berg")
            second.cell("Dan Dahl")
        sheet.say("After.")

    document = open_document(pdf(write))
    head = "Whom the region sends"
    assert grid(document) == [
        ["Network", head, head],
        ["Eurocities", "Ann Ek", "Bo Alm"],
        ["Eurocities", "Cia Berg", "Dan Dahl"],
    ]
    (table,) = document.tables
    assert table.rows[1][0] is table.rows[2][0]
    assert [cell.heading for cell in table.rows[0] if cell] == [True, True, True]
    assert [document.of(block) for block in document.blocks][::8] == ["Before.", "After."]


def test_the_lines_of_a_cell_are_joined_where_the_cell_was_too_narrow() -> None:
    def write(sheet: Sheet) -> None:
        with sheet.table() as table:
            table.row(["Network", "Representatives"])
            table.row(["Conference of Peripheral Maritime Regions of Europe", "Ann Ek (S)\nBo Alm (C)"])
            table.row(["Polis", "our inter-\nnational office"])

    assert grid(open_document(pdf(write)))[1:] == [
        ["Conference of Peripheral Maritime Regions of Europe", "Ann Ek (S)\nBo Alm (C)"],
        ["Polis", "our international office"],
    ]


def test_a_table_that_goes_on_over_a_page_is_one_and_its_headings_stand_once() -> None:
    def write(sheet: Sheet) -> None:
        with sheet.table() as table:
            table.row(["Network", "Fee"])
            for number in range(90):
                table.row([f"Network {number}", f"{number} euro"])

    document = open_document(pdf(write, running=("Appendix", "Page #")))
    (table,) = document.tables
    assert len(table.rows) == 91
    assert document.text.count("Fee") == 1


def test_two_tables_on_one_page_stay_two() -> None:
    def write(sheet: Sheet) -> None:
        for name in ("One", "Two"):
            with sheet.table() as table:
                table.row([name, "Fee"])
                table.row(["Eurocities", "1"])
            sheet.ln(30)

    assert [rows[0][0] for rows in (grid(open_document(pdf(write)), n) for n in (0, 1))] == ["One", "Two"]


def test_a_table_without_rules_is_one_where_its_columns_are_clear() -> None:
    def write(sheet: Sheet) -> None:
        sheet.say(LOREM)
        sheet.rows(FEES, (70, 250, 400), 200)
        sheet.set_y(300)
        sheet.say(LOREM)

    document = open_document(pdf(write))
    assert grid(document) == FEES
    assert [block.kind for block in document.blocks] == ["paragraph", *["cell"] * 12, "paragraph"]


def test_rules_between_its_rows_part_a_table_without_rules_between_its_columns() -> None:
    def write(sheet: Sheet) -> None:
        sheet.say(LOREM)
        lines = [
            ("Network", "Fee"),
            ("Conference of Peripheral", "18 000 euro a year,"),
            ("Maritime Regions", "since 2003"),
        ]
        for number, row in enumerate([*lines, ("Polis", "9 000 euro"), ("Energy Cities", "4 500 euro")]):
            sheet.rows([row], (70, 320), 200 + 14 * number)
        for number in (0, 1, 3, 4, 5):
            sheet.line(65, 189.5 + 14 * number, 500, 189.5 + 14 * number)

    assert grid(open_document(pdf(write))) == [
        ["Network", "Fee"],
        ["Conference of Peripheral Maritime Regions", "18 000 euro a year, since 2003"],
        ["Polis", "9 000 euro"],
        ["Energy Cities", "4 500 euro"],
    ]


def test_a_few_lines_with_wide_spaces_are_no_table() -> None:
    def write(sheet: Sheet) -> None:
        sheet.at(70, 100, "Region Vasterhav")
        sheet.at(400, 100, "1 October 2026")
        sheet.set_y(130)
        sheet.say(LOREM * 3)

    document = open_document(pdf(write))
    assert document.tables == []
    assert document.blocks[0].kind == "paragraph"


@pytest.mark.parametrize("square", [False, True])
def test_bullets_that_are_drawn_make_items_too(square: bool) -> None:
    def write(sheet: Sheet) -> None:
        for number, text in enumerate(("Eurocities, a network", "Polis", "Energy Cities")):
            sheet.at(90, 100 + 14 * number, text)
            if square:
                sheet.rect(76, 94 + 14 * number, 4, 4, style="F")
            else:
                sheet.circle(78, 96 + 14 * number, 2, style="F")

    assert kinds(pdf(write)) == [("item", "Eurocities, a network"), ("item", "Polis"), ("item", "Energy Cities")]


def test_short_lines_that_stand_out_to_the_left_of_what_is_said_below_are_set_apart() -> None:
    terms = (
        "Eurocities",
        "Polis",
        "European Association of Regional and Local Authorities for Lifelong Learning, EARLALL",
    )

    def write(sheet: Sheet) -> None:
        sheet.say(LOREM)
        for term in terms:
            sheet.say(term, after=0)
            sheet.set_left_margin(100)
            sheet.say(LOREM, after=0)
            sheet.set_left_margin(70)
            sheet.set_x(70)

    said = LOREM.strip()
    assert kinds(pdf(write)) == [
        ("paragraph", said),
        *(one for term in terms for one in (("bold", term), ("paragraph", said))),
    ]
