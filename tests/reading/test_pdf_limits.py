"""No PDF takes all memory or all time: what can be read of it within limits is read, with a notice."""

from __future__ import annotations

import zlib

import pytest

from hansa.reading import ReadingError, open_document
from hansa.reading.formats import pdf as format_pdf
from tests.reading.printed import pages

ONE_LINE = b"BT /F 12 Tf 70 700 Td (Eurocities) Tj ET"


def test_of_more_pages_than_anybody_reads_the_first_are_read_with_a_notice() -> None:
    document = open_document(pages(320, ONE_LINE))
    assert document.text.count("Eurocities") == 300
    (notice,) = document.notices
    assert (notice.code, "first 300 of 320 pages" in notice.message) == ("rows-left-out", True)


def unpacking_without_end() -> bytes:
    """A page whose stream would unpack to three gigabytes."""
    packer = zlib.compressobj(9)
    beginning = packer.compress(b" " * 10_000_000) + packer.flush(zlib.Z_FULL_FLUSH)
    block = packer.compress(b" " * 10_000_000) + packer.flush(zlib.Z_FULL_FLUSH)
    packed = beginning + block * 300
    content = pages(1, packed)
    return content.replace(b"<</Length %d>>" % len(packed), b"<</Length %d/Filter/FlateDecode>>" % len(packed))


def forms(leading: list[int]) -> bytes:
    """A page that shows a form, each of which shows others: `leading` are the numbers of those that each shows."""
    written = b""
    for number, one in enumerate(leading, start=6):
        resources = b"/Resources<</XObject<</X %d 0 R>>>>" % one
        stream = b"/X Do " * 10
        written += b"%d 0 obj\n<</Subtype/Form/BBox[0 0 9 9]%s/Length %d>>stream\n%s\nendstream\nendobj\n" % (
            number,
            resources,
            len(stream),
            stream,
        )
    page = pages(1, b"/X Do", b"/XObject<</X 6 0 R>>")
    return page.replace(b"xref\n", written + b"xref\n", 1)


def in_a_circle() -> bytes:
    """A file whose catalogue is an object that is itself."""
    content = pages(1, ONE_LINE)
    return content.replace(b"1 0 obj\n", b"1 0 obj\n1 0 R\nendobj\n99 0 obj\n", 1)


@pytest.mark.parametrize(
    "content",
    [unpacking_without_end(), forms([6]), forms([*range(7, 30)]), in_a_circle()],
    ids=["unpacks without end", "shows itself", "shows ten that show ten", "is itself"],
)
def test_a_file_made_to_take_all_memory_or_never_to_end_is_refused(
    content: bytes, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(format_pdf, "MOST_SECONDS", 3)
    with pytest.raises(ReadingError):
        open_document(content, name="list.pdf")
