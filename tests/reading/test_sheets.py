"""Spreadsheets and tables as text: read as a person sees them, and refused where they are no such thing."""

from __future__ import annotations

import io
import zipfile

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hansa.reading import ReadingError, open_document, read
from hansa.reading.errors import Damaged, EntityBomb, OldFormat, PasswordProtected, ZipBomb
from hansa.reading.types import Reading
from tests.reading.office import changed
from tests.reading.pages import codes, named
from tests.reading.sheets import ODS, ROWS, added, cell, ods, sheet, with_shared_words, xlsx


def of(content: bytes | str) -> Reading:
    return read(open_document(content.encode() if isinstance(content, str) else content, name="list"))


@pytest.mark.parametrize("content", [xlsx(), ODS], ids=["xlsx", "ods"])
def test_a_spreadsheet_is_read_row_by_row(content: bytes) -> None:
    reading = of(content)
    assert [o.name.text for o in reading.organisations] == ["Eurocities", "Polis"]
    membership = named(reading, "Eurocities").membership
    assert membership is not None
    assert membership.fee is not None
    assert (membership.since, membership.fee.amount, membership.fee.currency) == ("2009-03-01", 12500, "EUR")
    assert named(reading, "Eurocities").website == "https://eurocities.eu"


def test_whole_numbers_stand_without_decimals_and_contacts_are_told_apart() -> None:
    reading = of(xlsx())
    assert "12500 EUR" in reading.text
    assert "2016" in reading.text.split("\n")
    assert (named(reading, "Eurocities").contacts[0].person, named(reading, "Polis").contacts[0].unit) == (
        "Ann Ek",
        "Climate Office",
    )


def test_a_formula_whose_value_is_unknown_and_macros_are_told_of() -> None:
    reading = of(xlsx([*ROWS, ["ERRIN", 2020, "=SUM(C4:C5)", "Ann Ek"]], macros=True))
    assert {"formula-without-value", "macros-not-run"} <= codes(reading)
    errin = named(reading, "ERRIN")
    assert errin.membership is not None
    assert errin.membership.fee is None


def test_words_that_cells_share_are_read() -> None:
    words = "".join(f"<si><t>{said}</t></si>" for said in ("Network", "Fee", "Eurocities"))
    shared = '<row><c t="s"><v>0</v></c><c t="s"><v>1</v></c></row><row r="5"><c t="s"><v>2</v></c>{}</row>'
    reading = of(with_shared_words(words, shared.format('<c t="str"><f>A1</f><v>5 000 EUR</v></c>')))
    membership = named(reading, "Eurocities").membership
    assert membership is not None
    assert membership.fee is not None
    assert membership.fee.amount == 5000


def test_several_sheets_are_headed_by_their_names() -> None:
    content = ods(
        sheet(cell("Network") + cell("Fee"), cell("Eurocities") + cell("5 000 EUR"), name="Networks")
        + sheet(cell("Notes"), cell("None"), name="Notes")
    )
    document = open_document(content)
    assert [document.of(block) for block in document.blocks if block.kind == "heading"] == ["Networks", "Notes"]


def test_merged_cells_of_a_sheet_stand_in_every_row_they_cover() -> None:
    merged = cell("Climate Office", 'table:number-rows-spanned="2"')
    content = ods(
        sheet(
            cell("Network") + cell("Department"),
            cell("Eurocities") + merged,
            cell("Polis") + "<table:covered-table-cell/>",
        )
    )
    assert [o.contacts[0].unit for o in of(content).organisations] == ["Climate Office", "Climate Office"]


@pytest.mark.parametrize("separator", [",", ";", "\t", "|"])
def test_a_table_as_text_is_told_by_its_separator(separator: str) -> None:
    lines = [
        ["Network", "Annual fee (EUR)", "Contact"],
        ["Eurocities", "12500", "Ann Ek"],
        ["Polis", '"4800"', '"International Unit"'],
    ]
    reading = of("\r\n".join(separator.join(line) for line in lines))
    polis = named(reading, "Polis")
    assert polis.membership is not None
    assert polis.membership.fee is not None
    assert (polis.membership.fee.amount, polis.contacts[0].unit) == (4800, "International Unit")


def test_a_table_as_text_may_say_its_separator_and_be_in_an_old_encoding() -> None:
    reading = of(
        "sep=;\r\nNätverk;Årsavgift (kr)\r\nÖstersjöns råd (ÖR);12 000,50\r\nKustförbundet;9000\r\n".encode("cp1252")
    )
    council = named(reading, "ÖR")
    assert council.membership is not None
    assert council.membership.fee is not None
    assert (council.membership.fee.amount, council.membership.fee.currency) == (12000.5, "SEK")


@pytest.mark.parametrize(
    "prose",
    [
        "Dear all, we met in Riga, as said.\nWe were three, four, or five, of us.\nIt rained, it poured, it hailed.\n",
        "Hemsida; se nedan\nEn enda rad till\n",
        "a,b\n",
    ],
)
def test_prose_with_commas_is_no_table(prose: str) -> None:
    assert open_document(prose.encode()).media_type == "text/plain"


@given(st.lists(st.lists(st.text(max_size=12), min_size=2, max_size=5), min_size=2, max_size=8))
@settings(max_examples=60, deadline=None)
def test_whatever_a_sheet_holds_its_blocks_follow_each_other(rows: list[list[str]]) -> None:
    clean = [["".join(c for c in words if c.isprintable()) for words in row] for row in rows]
    try:
        document = open_document(xlsx([[], [], [], *clean]))
    except ReadingError:
        return
    assert all(a.end <= b.start for a, b in zip(document.blocks, document.blocks[1:], strict=False))
    for table in document.tables:
        assert all(0 <= c.span[0] <= c.span[1] <= len(document.text) for row in table.rows for c in row if c)


def zipped(**members: bytes) -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in members.items():
            archive.writestr(name.replace("__", "/").replace("_xml", ".xml"), content)
    return file.getvalue()


BOMB = b'<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;">]><x>&b;</x>'


@pytest.mark.parametrize(
    ("content", "error", "says"),
    [
        (xlsx()[:-200], Damaged, "damaged"),
        (zipped(xl__workbook_xml=b"<not-xml"), Damaged, "damaged"),
        (zipped(xl__workbook_xml=BOMB), EntityBomb, "entities"),
        (
            changed(xlsx(), {"xl/styles.xml": lambda xml: xml.replace(b'numFmtId="0"', b'numFmtId="9999999999"')}),
            Damaged,
            "damaged",
        ),
        (added(xlsx(), "xl/media/image1.bmp", bytes(60_000_000)), ZipBomb, "unpack"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(2000), OldFormat, "before 2007"),
        (
            b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600) + "EncryptedPackage".encode("utf-16-le") + bytes(600),
            PasswordProtected,
            "password",
        ),
    ],
    ids=["cut", "no workbook", "entities", "style", "bomb", "old", "password"],
)
def test_a_file_that_is_not_safe_or_whole_is_refused_with_what_to_do(
    content: bytes, error: type[ReadingError], says: str
) -> None:
    with pytest.raises(error, match=says) as refused:
        open_document(content, name="memberships.xlsx")
    assert "memberships.xlsx" in str(refused.value)
