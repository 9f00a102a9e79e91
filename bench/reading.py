"""Pages read per second beside trafilatura extracting the text of the same pages, in one run."""

from __future__ import annotations

import time
from collections.abc import Callable
from importlib import resources

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
        page.replace(b"<main>", menu + b"<main>"),
    ]


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


def run() -> None:
    """Print both, and their ratio."""
    all_pages = pages()
    ours = per_second(lambda page: reading.read(reading.open_document(page)), all_pages)
    theirs = per_second(lambda page: trafilatura.extract(page.decode()), all_pages)
    print(f"  Hansa reads {ours:.1f} pages/s, trafilatura extracts {theirs:.1f} pages/s: ratio {ours / theirs:.2f}")
