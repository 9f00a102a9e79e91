"""PDF files for the tests, made by fpdf2."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from fpdf import FPDF
from fpdf.enums import XPos, YPos

PLAIN = 10.0
LOREM = (
    "The network brings regions together that want to follow what the European Union does, to develop projects with "
    "others and to make themselves known, and it meets twice a year in one of its members' towns for that purpose. "
)


class Sheet(FPDF):
    """A document that is written from the top of a page down."""

    def __init__(self, **settings: object) -> None:
        super().__init__(unit="pt", format="A4")
        self.set_margin(70)
        self.set_auto_page_break(True, 70)
        self.running: tuple[str, str] = ("", "")
        for name, value in settings.items():
            setattr(self, name, value)
        self.add_page()
        self.set_font("Helvetica", size=PLAIN)

    def header(self) -> None:
        """Write what stands at the top of each page."""
        self._edge(30, self.running[0])

    def footer(self) -> None:
        """Write what stands at the bottom of each page, `#` being its number."""
        self._edge(-40, self.running[1].replace("#", str(self.page_no())))

    def _edge(self, y: float, text: str) -> None:
        if text:
            self.set_font("Helvetica", size=8)
            self.set_y(y)
            self.cell(0, 10, text, new_x=XPos.LMARGIN, new_y=YPos.NEXT)
            self.set_y(max(y, 70) if y > 0 else y)

    def say(self, text: str, size: float = PLAIN, style: str = "", after: float = 8, width: float = 0) -> None:
        """Write a paragraph."""
        self.set_font("Helvetica", style, size)
        self.multi_cell(width, size * 1.2, text, align="L", new_x=XPos.LMARGIN, new_y=YPos.NEXT)
        self.ln(after)

    def at(self, x: float, y: float, text: str, size: float = PLAIN, style: str = "") -> None:
        """Write words at a place of the page, points from its left and top."""
        self.set_font("Helvetica", style, size)
        self.text(x, y, text)

    def rows(self, rows: Sequence[Sequence[str]], lefts: Sequence[float], y: float, height: float = 20) -> None:
        """Write rows of words below one another, without rules."""
        for number, row in enumerate(rows):
            for x, text in zip(lefts, row, strict=True):
                self.at(x, y + number * height, text)

    def bytes(self) -> bytes:
        """The file."""
        return bytes(self.output())


def pdf(write: Callable[[Sheet], object], **settings: object) -> bytes:
    """A PDF of what a function writes."""
    sheet = Sheet(**settings)
    write(sheet)
    return sheet.bytes()


def pages(count: int, stream: bytes, resources: bytes = b"") -> bytes:
    """A PDF written by hand, of pages that all show the same stream."""
    kids = b" ".join(b"%d 0 R" % (number + 5) for number in range(count))
    objects = [
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Count %d/Kids[%s]>>" % (count, kids),
        b"<</Length %d>>stream\n%s\nendstream" % (len(stream), stream),
        b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>",
        *[
            b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 3 0 R/Resources<</Font<</F 4 0 R>>%s>>>>"
            % resources
        ]
        * count,
    ]
    written, places = b"%PDF-1.4\n", []
    for number, one in enumerate(objects, start=1):
        places.append(len(written))
        written += b"%d 0 obj\n%s\nendobj\n" % (number, one)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    size = len(objects) + 1
    return written + b"xref\n0 %d\n0000000000 65535 f \n%strailer\n<</Size %d/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF" % (
        size,
        table,
        size,
        len(written),
    )
