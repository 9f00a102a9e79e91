"""The memory that reading documents of 50 MB takes, each read by a Python of its own."""

from __future__ import annotations

import io
import random
import subprocess
import sys
import tempfile
from base64 import b64encode
from collections.abc import Callable, Iterator
from itertools import islice
from pathlib import Path

from PIL import Image
from tests.reading import sheets
from tests.reading.office import changed, word
from tests.reading.printed import LOREM, Sheet, pdf

from hansa.reading.formats.bundle import Page, bundle

MOST = 300  # megabytes
SIZE = 48_000_000
# The peak is that of /proc, for getrusage counts what the process that started this one held when it did.
READ = """
import re, resource, sys, time
resource.setrlimit(resource.RLIMIT_AS, (4_000_000_000, 4_000_000_000))
from hansa.reading import open_document, read
content = open(sys.argv[1], "rb").read()
start = time.perf_counter()
document = open_document(content, name=sys.argv[1])
opened = time.perf_counter()
notices = [notice.code for notice in read(document).notices]
taken = f"{opened - start:.1f} {time.perf_counter() - opened:.1f}"
own = int(re.search(r"VmHWM:\\s+(\\d+)", open("/proc/self/status").read())[1]) / 1000
program = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1000
print(taken, f"{own + program:.0f} {len(document.blocks)}", *notices)
"""
PARAGRAPH = b"<w:p><w:r><w:rPr><w:b/></w:rPr><w:t>Contact: </w:t></w:r><w:r><w:t>Ann Ek, %d</w:t></w:r></w:p>"


def _filled(paragraphs: int, paragraph: bytes) -> Callable[[bytes], bytes]:
    def fill(xml: bytes) -> bytes:
        return xml.replace(b"<w:body>", b"<w:body>" + b"".join(paragraph % n for n in range(paragraphs)), 1)

    return fill


def _rows() -> Iterator[list[str]]:
    """Rows of a table of memberships, without end."""
    yield ["Network", "Member since", "Annual fee", "Contact", "Unit", "Website"]
    number = 0
    while number := number + 1:
        yield [
            f"Network of Regions {number} (NR{number})",
            f"{1990 + number % 30}",
            f"{1000 + number} EUR",
            f"Anna Ek {chr(65 + number % 26)}",
            "International Unit",
            f"https://nr{number}.eu",
        ]


def _as_long_as(pieces: Iterator[str], size: int = SIZE) -> str:
    """So many pieces that they are of a size."""
    every: list[str] = []
    length = 0
    for piece in pieces:
        length += len(piece)
        if length > size:
            break
        every.append(piece)
    return "".join(every)


def table(separator: str) -> Callable[[], bytes]:
    """A table as text of 50 MB."""
    return lambda: _as_long_as(separator.join(row) + "\n" for row in _rows()).encode()


def _card(name: str, since: str, _fee: str, person: str, unit: str, website: str) -> str:
    return (
        f"<article><h2>{name}</h2><p>The network brings together 200 regions from 38 countries since {since}.</p>"
        f"<p><b>Contact:</b> {person}, {unit}</p><p><a href='{website}'>{website}</a></p></article>\n"
    )


def page(size: int = SIZE) -> bytes:
    """A page of 50 MB of cards."""
    return b"<html lang=en><main><h1>Our networks</h1>" + _as_long_as((_card(*r) for r in _rows()), size).encode()


def page_with_pictures() -> bytes:
    """A page of 50 MB, most of which are pictures within it."""
    picture = b64encode(random.Random(1).randbytes(SIZE // 8))
    return page(200_000) + b"".join(b"<img src='data:image/png;base64,%s'>" % picture for _ in range(5)) + page(200_000)


def text() -> bytes:
    """A text of 50 MB."""
    return _as_long_as(
        f"{name}\n\nThe network has 200 members from 38 countries.\nContact: {person}, {unit}\nWebsite: {website}\n\n"
        for name, _since, _fee, person, unit, website in _rows()
    ).encode()


def running_text() -> bytes:
    """A text of 50 MB in paragraphs."""
    said = "The region is a member of Eurocities (EC), which brings together 200 cities. Ann Ek represents us there. "
    return b"Our networks\n\n" + (said * 6 + "\n\n").encode() * (SIZE // (6 * len(said)))


def pages() -> bytes:
    """A bundle of 400 pages, of 35 MB before they were encoded."""
    return bundle(Page(f"https://region.eu/{number}", page(SIZE // 600)) for number in range(400))


def pages_with_pictures() -> bytes:
    """A bundle of a page and its pictures."""
    pictures = [Page(f"{n}.png", random.Random(n).randbytes(SIZE // 12), "image/png") for n in range(8)]
    return bundle([Page("https://region.eu", page(200_000)), *pictures])


MOST_UNPACKED = 190_000_000


def workbook() -> bytes:
    """A workbook of as many rows as may be unpacked, of words that differ."""
    rows = ("<row>" + "".join(f'<c t="inlineStr"><is><t>{w}</t></is></c>' for w in row) + "</row>" for row in _rows())
    return sheets.with_shared_words("", _as_long_as(rows, MOST_UNPACKED))


def workbook_of_words() -> bytes:
    """A workbook of a million words that differ, and of a sheet of 100,000 cells."""
    words = _as_long_as((f"<si><t>Network of Regions {n}</t></si>" for n in range(10**7)), 39_000_000)
    rows = "".join(f'<row><c t="s"><v>{n}</v></c><c t="s"><v>{n + 1}</v></c></row>' for n in range(50_000))
    return sheets.with_shared_words(words, rows)


def workbook_with_pictures() -> bytes:
    """A workbook of 2,000 rows and of pictures."""
    rows = islice(_rows(), 2000)
    pictures = {f"xl/media/{n}.jpg": random.Random(n).randbytes(SIZE // 8) for n in range(8)}
    return changed(sheets.xlsx([[], *rows]), dict(pictures))


def spreadsheet() -> bytes:
    """A spreadsheet of LibreOffice of as many rows as may be unpacked."""
    rows = (f"<table:table-row>{''.join(map(sheets.cell, row))}</table:table-row>" for row in _rows())
    return sheets.ods(f'<table:table table:name="Networks">{_as_long_as(rows, MOST_UNPACKED)}</table:table>')


def word_with_pictures() -> bytes:
    """A Word document of 40,000 paragraphs and of pictures."""
    pictures = {f"word/media/{n}.jpg": random.Random(n).randbytes(SIZE // 8) for n in range(8)}
    return changed(word("Body."), {"word/document.xml": _filled(40_000, PARAGRAPH), **pictures})


def word_of_small_paragraphs() -> bytes:
    """A Word document of as many paragraphs as its markup may hold."""
    return changed(word("Body."), {"word/document.xml": _filled(290_000, b"<w:p><w:r><w:t>%d</w:t></w:r></w:p>")})


def pdf_with_pictures() -> bytes:
    """A PDF of eight pages with a large picture each."""

    def write(sheet: Sheet) -> None:
        for number in range(8):
            file = io.BytesIO()
            noise = random.Random(number).randbytes(SIZE // 8 // 3 * 3)
            Image.frombytes("RGB", (1000, len(noise) // 3000), noise[: len(noise) // 3000 * 3000]).save(file, "PNG")
            sheet.say(LOREM)
            sheet.image(file, 70, 300, 400, 400)
            sheet.add_page()

    return pdf(write)


def pdf_of_many_pages() -> bytes:
    """A PDF of 360 full pages."""

    def write(sheet: Sheet) -> None:
        for number in range(1500):
            sheet.say(f"Network {number}", 14)
            sheet.say(LOREM * 12)

    return pdf(write, running=("Region", "Page #"))


def markdown() -> bytes:
    """A Markdown text of 50 MB."""
    unit = "## Network {0} (N{0})\n\nA *network* of [regions](https://n{0}.eu).\n\n- **Contact:** Ann Ek\n\n"
    return ("# Networks\n\n" + "".join(unit.format(number) for number in range(SIZE // (len(unit) + 12)))).encode()


DOCUMENTS = {
    "long.html": page,
    "with-pictures.html": page_with_pictures,
    "long.txt": text,
    "running.txt": running_text,
    "long.csv": table(";"),
    "long.tsv": table("\t"),
    "long.xlsx": workbook,
    "of-words.xlsx": workbook_of_words,
    "with-pictures.xlsx": workbook_with_pictures,
    "long.ods": spreadsheet,
    "pages.mhtml": pages,
    "with-pictures.mhtml": pages_with_pictures,
    "with-pictures.docx": word_with_pictures,
    "small-paragraphs.docx": word_of_small_paragraphs,
    "with-pictures.pdf": pdf_with_pictures,
    "many-pages.pdf": pdf_of_many_pages,
    "long.md": markdown,
}


def run() -> None:
    """Print, for each document, how long it took and the most memory, that of programs it ran included."""
    with tempfile.TemporaryDirectory() as folder:
        for name, make in DOCUMENTS.items():
            path = Path(folder, name)
            path.write_bytes(make())
            done = subprocess.run(
                [sys.executable, "-c", READ, path], capture_output=True, text=True, timeout=600, check=False
            )
            if done.returncode:
                print(f"  {name}: {done.stderr[-200:]}")
                continue
            opening, reading, most, blocks, *notices = done.stdout.split()
            size = path.stat().st_size / 1e6
            print(
                f"  {name}: {size:.0f} MB, {blocks} blocks, opened in {opening} s, read in {reading} s, {most} MB"
                f" (at most {MOST}: {'yes' if int(most) < MOST else 'NO'}) {' '.join(sorted(set(notices)))}"
            )
