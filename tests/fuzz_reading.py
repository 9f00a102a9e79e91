"""Reads a great many damaged and invented pages: `python -m tests.fuzz_reading --inputs 100000 --seed 1`.

`--of docx` damages only the samples of that name, those in archives within their members too.

Every input must give a reading whose spans lie within its text, or a ReadingError. Prints how many did, the errors by
kind, and the slowest input; ends with 1 where anything else happened, after saving that input.
"""

from __future__ import annotations

import argparse
import io
import random
import re
import sys
import time
import zipfile
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from xml.sax.saxutils import escape

from hansa.reading import Reading, ReadingError, open_document, read
from tests.reading import samples
from tests.reading.pages import ENGLISH, SWEDISH, english, section
from tests.reading.test_hidden import HIDDEN_IN_HTML, shifted

SAMPLES = [
    SWEDISH.encode(),
    ENGLISH.encode(),
    SWEDISH.encode("utf-16"),
    SWEDISH.encode("cp1252"),
    *(
        english("The LLR is a network.", f"Contact: Asta Lindqvist, {hidden}").encode()
        for hidden in HIDDEN_IN_HTML.values()
    ),
    section("HRF är en del av HRF.", "Medlem sedan: 31 februari 2004", shifted("mailto:a.b@vasterhav.se", 8)).encode(),
]
PIECES = [
    *"\x00\x01\t\n\r\x0c\x1b \u00a0\u200b\u2028\ufeff\ufffd(){}[]<>&%@:;,.-–—/\\\"'#=0159azAZåÄöØßıİ\u0301🙂",
    *"mailto: www. http:// (at) [dot] &#64; &#x110000; %40 %zz <b> </b> <h2> <table><tr><th> <dl><dt> <!-- ]]>".split(),
    *"Kontakt: Hemsida: Medlemmar: Website: Contact: (S) genom through ordförande chair paraply umbrella".split(),
    *(
        "\n\nLäs mer\n\n",
        "tio medlemmar från tretton länder plus Norge ",
        "99999999999999999999 members ",
        "2004-02-31",
    ),
]
# What attributes of spreadsheets and documents may say, and should not.
VALUES = (
    "0 -1 1 2 9 1e9 0.5 nan 99999999999 1048577 A1:XFD1048576 A1:C3 B2 false true n s str inlineStr e d rId1".split()
)
_VALUE = re.compile(rb'(?<=>)[^<>]+(?=<)|(?<==")(?!http|urn:)[^"<>]*(?=")')
TOO_SLOW = 0.5  # seconds of the processor, for inputs of some kilobytes: worth a look
FORMATS: dict[str, list[bytes]] = {"page": SAMPLES, **samples.of_formats()}
MOST_IN_A_MEMBER = 20_000  # bytes: to damage larger ones takes long
Mutation = Callable[[random.Random, bytearray], None]


def cut(chance: random.Random, page: bytearray) -> None:
    """Take a part out."""
    start = chance.randrange(len(page) + 1)
    del page[start : start + chance.randrange(1, 200)]


def double(chance: random.Random, page: bytearray) -> None:
    """Write a part again, elsewhere, up to fifty times."""
    start = chance.randrange(len(page) + 1)
    part = bytes(page[start : start + chance.randrange(1, 120)])
    at = chance.randrange(len(page) + 1)
    page[at:at] = part * chance.randrange(1, 50)


def insert(chance: random.Random, page: bytearray) -> None:
    """Put in something that means something to some rule."""
    at = chance.randrange(len(page) + 1)
    page[at:at] = (chance.choice(PIECES) * chance.choice((1, 1, 1, 2, 30))).encode("utf-8", "surrogatepass")


def flip(chance: random.Random, page: bytearray) -> None:
    """Change some bytes."""
    for _ in range(chance.randrange(1, 8)):
        if page:
            page[chance.randrange(len(page))] = chance.randrange(256)


def swap(chance: random.Random, page: bytearray) -> None:
    """Put one line in the place of another."""
    lines = bytes(page).split(b"\n")
    a, b = chance.randrange(len(lines)), chance.randrange(len(lines))
    lines[a], lines[b] = lines[b], lines[a]
    page[:] = b"\n".join(lines)


MUTATIONS: list[Mutation] = [cut, double, insert, insert, flip, swap]


def damaged(chance: random.Random, sample: bytes) -> bytes:
    """A sample that was damaged; of an archive, most often what is in it."""
    page = bytearray(sample)
    if sample.startswith(b"PK") and chance.random() < 0.9:
        return _damaged_within(chance, sample)
    for _ in range(chance.randrange(1, 12)):
        chance.choice(MUTATIONS)(chance, page)
    return bytes(page)


def reworded(chance: random.Random, xml: bytes) -> bytes:
    """XML with other words and attributes here and there: still well-formed, so that more than its parser is tried."""
    spans = [match.span() for match in _VALUE.finditer(xml)]
    for start, end in sorted(set(chance.choices(spans, k=chance.randrange(1, 8) if spans else 0)), reverse=True):
        other = xml[slice(*chance.choice(spans))]
        new = chance.choice([chance.choice(PIECES), chance.choice(PIECES) * 30, chance.choice(VALUES), ""])
        said = escape("".join(filter(str.isprintable, new)), {'"': "&quot;"}).encode("utf-8", "replace")
        xml = xml[:start] + chance.choice([said, said, other, xml[start:end] + said]) + xml[end:]
    return xml


def _damaged_within(chance: random.Random, sample: bytes) -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(sample)) as old, zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as new:
        small = [member for member in old.infolist() if 100 < member.file_size < MOST_IN_A_MEMBER]
        chosen = chance.choice(small)
        for member in old.infolist():
            content = old.read(member)
            if member is chosen:
                content = chance.choice([damaged, reworded, reworded])(chance, content)
            new.writestr(member.filename, content)
    return file.getvalue()


def invented(chance: random.Random, of: str | None = None) -> bytes:
    """An input: one in ten of random bytes or pieces, the others samples (of one format) that were damaged."""
    kind = chance.random() if of is None else 1.0
    if kind < 0.05:
        return chance.randbytes(chance.randrange(600))
    if kind < 0.1:
        return "".join(chance.choices(PIECES, k=chance.randrange(1, 300))).encode("utf-8", "surrogatepass")
    return damaged(chance, chance.choice(FORMATS[of or chance.choice(["page", "page", *FORMATS])]))


def check(reading: Reading) -> None:
    """Raise AssertionError where a reading breaks its own law: evidence and confidence for each finding, in bounds."""
    length = len(reading.text)
    for found in reading.organisations:
        assert found.evidence.keys() == found.confidence.keys(), found
        assert all(0 <= start <= end <= length for start, end in found.evidence.values()), found
        assert all(0 < sure <= 1 for sure in found.confidence.values()), found
        for kind in found.figures:
            assert f"figures.{kind}" in found.evidence, found
    for notice in reading.notices:
        assert notice.span is None or 0 <= notice.span[0] <= notice.span[1] <= length, notice
    reading.as_json()


def main() -> int:
    """Read the inputs, and report."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--inputs", type=int, default=100_000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--of", choices=sorted(FORMATS))
    asked = parser.parse_args()
    chance = random.Random(asked.seed)
    outcomes: Counter[str] = Counter()
    slowest, slowest_size, wrong = 0.0, 0, 0
    began = time.perf_counter()
    for number in range(asked.inputs):
        content = invented(chance, asked.of)
        started = time.process_time()
        try:
            check(read(open_document(content)))
            outcomes["read"] += 1
        except ReadingError as error:
            outcomes[type(error).__name__] += 1
        except Exception as error:  # whatever else happens is what we are looking for
            wrong += 1
            outcomes[f"WRONG: {type(error).__name__}"] += 1
            saved = Path(f"fuzz-{asked.seed}-{number}.bin")
            saved.write_bytes(content)
            print(f"{saved}: {error!r:.300}", flush=True)
        took = time.process_time() - started
        if took > slowest:
            slowest, slowest_size = took, len(content)
            if took > TOO_SLOW:
                Path(f"fuzz-{asked.seed}-{number}-slow.bin").write_bytes(content)
    print(f"{asked.inputs} inputs, seed {asked.seed}, {time.perf_counter() - began:.0f} s")
    for outcome, count in outcomes.most_common():
        print(f"{count:8} {outcome}")
    print(f"slowest: {slowest * 1000:.0f} ms, an input of {slowest_size} bytes")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
