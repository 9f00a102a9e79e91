"""The memory that reading documents of 50 MB takes, each read by a Python of its own."""

from __future__ import annotations

import io
import random
import subprocess
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

from PIL import Image
from tests.reading.office import changed, word
from tests.reading.printed import LOREM, Sheet, pdf

MOST = 300  # megabytes
SIZE = 48_000_000
# The peak is that of /proc, for getrusage counts what the process that started this one held when it did.
READ = """
import re, resource, sys, time
from hansa.reading import open_document
content = open(sys.argv[1], "rb").read()
start = time.perf_counter()
document = open_document(content, name=sys.argv[1])
taken = time.perf_counter() - start
own = int(re.search(r"VmHWM:\\s+(\\d+)", open("/proc/self/status").read())[1]) / 1000
program = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1000
print(f"{taken:.1f} {own + program:.0f} {len(document.blocks)}", *(notice.code for notice in document.notices))
"""
PARAGRAPH = b"<w:p><w:r><w:rPr><w:b/></w:rPr><w:t>Contact: </w:t></w:r><w:r><w:t>Ann Ek, %d</w:t></w:r></w:p>"


def _filled(paragraphs: int, paragraph: bytes) -> Callable[[bytes], bytes]:
    def fill(xml: bytes) -> bytes:
        return xml.replace(b"<w:body>", b"<w:body>" + b"".join(paragraph % n for n in range(paragraphs)), 1)

    return fill


def word_with_pictures() -> bytes:
    """A Word document of 40,000 paragraphs and of pictures."""
    pictures = {f"word/media/{n}.jpg": random.Random(n).randbytes(SIZE // 8) for n in range(8)}
    return changed(word("Body."), {"word/document.xml": _filled(40_000, PARAGRAPH), **pictures})


def word_of_small_paragraphs() -> bytes:
    """A Word document of as many paragraphs as its markup may hold."""
    return changed(word("Body."), {"word/document.xml": _filled(390_000, b"<w:p><w:r><w:t>%d</w:t></w:r></w:p>")})


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
            done = subprocess.run([sys.executable, "-c", READ, path], capture_output=True, text=True, check=True)
            taken, most, blocks, *notices = done.stdout.split()
            size = path.stat().st_size / 1e6
            print(
                f"  {name}: {size:.0f} MB, {blocks} blocks in {taken} s, {most} MB of memory"
                f" (at most {MOST}: {'yes' if int(most) < MOST else 'NO'}) {' '.join(notices)}"
            )
