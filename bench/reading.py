"""Pages read per second beside trafilatura extracting the text of the same pages, in one run."""

from __future__ import annotations

import time
from collections.abc import Callable
from importlib import resources
from pathlib import Path

import trafilatura

from hansa import reading

ROUNDS = 3
SECONDS = 3.0


def pages() -> list[bytes]:
    """The sample page in HTML, as it is, twice and ten times as long, and within a site's menus."""
    page = resources.files("hansa.sample").joinpath("networks.html").read_bytes()
    start, end = page.index(b"<article"), page.rindex(b"</article>") + 10
    cards = page[start:end]
    menu = b"<nav><ul>" + b"<li><a href='/x'>Something else</a></li>" * 200 + b"</ul></nav>"
    return [
        page,
        page.replace(cards, cards * 2),
        page.replace(cards, cards * 10),
        page.replace(b"<main", menu + b"<main", 1),
    ]


def corpus() -> list[bytes]:
    """The HTML pages of the corpus: short ones, no two alike, with little around their content."""
    folder = Path(__file__).parent.parent / "tests" / "pages" / "seen"
    return [page.read_bytes() for page in sorted(folder.rglob("*.html"))]


def framed(page: bytes) -> bytes:
    """A page within as much around its content as sites put there: menus of 420 links, and scripts (90 kB)."""
    links = b"".join(b"<li><a class='link' href='/section/%d'>Section number %d</a></li>" % (n, n) for n in range(420))
    around = (
        b"<nav><ul>" + links + b"</ul></nav><script>" + b"var a = function (b) { return b + 1 };" * 1600 + b"</script>"
    )
    start = page.find(b"<body")
    start = page.find(b">", start) + 1 if start >= 0 else 0
    return page[:start] + around + page[start:]


def per_second(work: Callable[[bytes], object], all_pages: list[bytes]) -> float:
    """Pages per second: the best of some rounds."""
    best = 0.0
    for _round in range(ROUNDS):
        count, start = 0, time.perf_counter()
        while time.perf_counter() - start < SECONDS:
            for page in all_pages:
                work(page)
                count += 1
        best = max(best, count / (time.perf_counter() - start))
    return best


# What a page may repeat without end; reading it must take time in proportion to its length.
REPEATED = (
    "Kontakt: Asta Lindqvist, enheten för omvärld\n",
    "Nätverk Alfa (NA)\nNätverket har 12 medlemmar från sex länder.\nHemsida: www.alfa.eu\n",
    "12 medlemmar från tretton länder plus Norge, ",
    "Region Västerhav är ordförande genom Tora Ek (C), och ",
    "asta (at) example (dot) org ",
    "uiqt|wBasta@b-se ",
    "a.",
    "((((",
    "<b><p>",
    "<ul><li>",
    "Member since\n2004\n",
    "Alfa\t1994\t12 EUR\n",
)


def growth(unit: str) -> float:
    """How many times longer a page of 800 kB takes than one of 200 kB: 4 where the time is in proportion.

    Of each the better of two: what the first of its kind needs is made once, and memory is cleared now and then.
    """

    def seconds(size: int) -> float:
        page = ("Våra nätverk\n\nNätverket Beta (NB)\n\n" + unit * (size // len(unit))).encode()
        start = time.process_time()
        reading.read(reading.open_document(page))
        return time.process_time() - start

    short, long = (min(seconds(size), seconds(size)) for size in (200_000, 800_000))
    return long / short


def run() -> None:
    """Print both, their ratio, and how the time grows with the page."""
    bare = corpus()
    for called, all_pages in (("sample", pages()), ("framed", [framed(page) for page in bare]), ("bare", bare)):
        ours = per_second(lambda page: reading.read(reading.open_document(page)), all_pages)
        theirs = per_second(lambda page: trafilatura.extract(page.decode()), all_pages)
        print(
            f"  {called} pages: Hansa reads {ours:.1f} pages/s, trafilatura extracts {theirs:.1f} pages/s: "
            f"ratio {ours / theirs:.2f}"
        )
    print(f"  four times the page takes at most {max(map(growth, REPEATED)):.1f} times as long")
