"""Documents longer than any page: their beginning is read, within bounds, and a notice says how much that was."""

from __future__ import annotations

import io
from typing import Any

import pytest
from openpyxl import Workbook

from hansa.reading import Document, building, document, markup, open_document, read
from hansa.reading.errors import ZipBomb
from hansa.reading.formats import bundle, xlsx
from hansa.reading.formats.bundle import Page
from tests.reading.pages import codes, named
from tests.reading.sheets import added, cell, ods, sheet
from tests.reading.sheets import xlsx as workbook

CARD = "<h2>League of Tides {0} (LT{0})</h2><p>The network has {0} members.</p>"


def left_out(found: Document) -> str:
    (message,) = (notice.message for notice in found.notices if notice.code == "rows-left-out")
    assert message.endswith("file of its own.")
    return message


def sheets(*every: list[list[str]]) -> bytes:
    book: Any = Workbook()
    book.remove(book.active)
    for number, rows in enumerate(every):
        one = book.create_sheet(f"Sheet {number}")
        for row in rows:
            one.append(row)
    file = io.BytesIO()
    book.save(file)
    return file.getvalue()


ROWS = [["Network", "Fee"], *([f"League of Tides {n}", "5 EUR"] for n in range(40))]


def test_of_a_text_the_beginning_is_read_up_to_the_end_of_a_word(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(document, "MOST_CHARACTERS", 100_001)
    found = open_document(("Östersjöns råd\n" * 10_000).encode())
    assert left_out(found).startswith("Only the first 0.1 of 0.2 MB were read.")
    assert [notice.code for notice in found.notices] == ["rows-left-out"]
    assert 99_000 < len(found.text.encode()) < 100_001


def test_pictures_within_a_page_do_not_count(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(document, "MOST_CHARACTERS", 5000)
    picture = f"<img src='data:image/png;base64,{'iVBOR' * 2000}'>"
    found = open_document(f"<h1>Memberships</h1>{picture}{CARD.format(7)}".encode())
    assert not found.notices
    assert named(read(found), "LT7").figures["members"].value == 7


def test_of_a_page_of_more_tags_than_are_read_the_first_are(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(markup, "MOST_TAGS", 50)
    found = open_document(("<h1>Memberships</h1>" + "".join(CARD.format(n) for n in range(100, 140))).encode())
    assert "characters of the page's markup were read" in left_out(found)
    assert named(read(found), "LT100").figures["members"].value == 100
    assert len(read(found).organisations) == 12


@pytest.mark.parametrize(
    "content",
    [
        sheets(ROWS),
        ods(sheet(*("".join(map(cell, row)) for row in ROWS))),
        "\n".join(";".join(row) for row in ROWS).encode(),
    ],
    ids=["xlsx", "ods", "csv"],
)
def test_of_a_table_the_first_rows_are_read(content: bytes, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(building, "MOST_BLOCKS", 20)
    found = open_document(content)
    assert "10 rows of the" in left_out(found)
    assert len(read(found).organisations) == 9


def test_of_many_sheets_the_first_are_read(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(building, "MOST_BLOCKS", 82)
    content = sheets(ROWS[:20], ROWS[:20], ROWS[:20])
    assert "Only the first 2 of 3 sheets" in left_out(open_document(content))


def test_a_sheets_rows_may_be_too_many_to_be_read(monkeypatch: pytest.MonkeyPatch) -> None:
    for module in (building, xlsx):
        monkeypatch.setattr(module, "MOST_ROWS", 10)
    assert "Only the first 10 rows of the sheet Sheet 0" in left_out(open_document(sheets(ROWS)))


def test_links_and_merged_cells_of_a_workbook_are_read_within_bounds() -> None:
    book: Any = Workbook()
    page: Any = book.active
    for row in ROWS[:4]:
        page.append(row)
    page["C1"], page["C2"] = "Contact", "Ann Ek"
    page.merge_cells("C2:C60000")
    page["A2"].hyperlink = "https://n0.eu"
    file = io.BytesIO()
    book.save(file)
    reading = read(open_document(file.getvalue()))
    assert [o.contacts[0].person for o in reading.organisations] == ["Ann Ek"] * 3
    assert named(reading, "League of Tides 0").website == "https://n0.eu"


def test_formulas_without_a_value_are_counted_piece_by_piece(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(xlsx, "CHUNK", 50)
    found = open_document(workbook([["Network", "Fee"], *([f"Network {n}", f"=SUM(C{n}:D{n})"] for n in range(9))]))
    assert [notice.message[:8] for notice in found.notices] == ["9 cells "]


def test_a_workbook_with_more_words_than_a_list_has_is_not_opened(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(xlsx, "LARGEST", {"xl/styles.xml": 20})
    with pytest.raises(ZipBomb, match=r"Save the list alone"):
        open_document(added(workbook(), "xl/other.xml", b"<x/>"))


def test_merged_cells_of_a_sheet_may_cover_any_number_of_places() -> None:
    wide = 'table:number-rows-spanned="500" table:number-columns-spanned="100"'
    content = ods(sheet(cell("Network") + cell("Fee"), *[cell("Eurocities") + cell("5 EUR", wide)] * 2000))
    table = open_document(content).tables[0]
    assert table.rows[1][1] is not None
    assert table.rows[1][1] is table.rows[500][1]
    assert table.rows[501][1] is not table.rows[1][1]


def test_of_a_bundle_the_first_pages_are_read(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(bundle, "MOST_BLOCKS", 5)
    pages = [Page(f"https://w.eu/{n}", f"<h1>Memberships</h1>{CARD.format(n)}".encode()) for n in range(9)]
    found = open_document(bundle.bundle(pages))
    assert "Only the first 2 pages were read" in found.notices[0].message
    assert len(read(found).organisations) == 2


def test_a_bundle_within_a_bundle_is_told_of() -> None:
    page = Page("https://w.eu/a", f"<h1>Memberships</h1>{CARD.format(7)}".encode())
    within = Page("https://w.eu/b", bundle.bundle([page]))
    reading = read(open_document(bundle.bundle([page, within])))
    assert "page-not-read" in codes(reading)
    assert named(reading, "LT7").figures["members"].value == 7


@pytest.mark.parametrize(
    ("body", "encoding"),
    [(b"Our networks of", "base64"), (b"Our networks=\r\n, all=3D of them", "quoted-printable")],
)
def test_a_page_that_is_not_encoded_as_it_says_is_read_as_it_is(body: bytes, encoding: str) -> None:
    head = b'MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary="M"\r\n\r\n--M\r\n'
    part = f"Content-Type: text/html\r\nContent-Transfer-Encoding: {encoding}\r\n\r\n".encode()
    assert "etworks" in open_document(head + part + body).text
