"""E-mail addresses that a page hides from harvesters: in its markup (`schemes`), in words (`spelled`), in its letters.

Letters are undone here, and believed only where they make an address: it begins with `mailto:`, or its domain is known
to the page.
"""

from __future__ import annotations

import codecs
import html
import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Callable, Collection, Iterator
from dataclasses import dataclass
from urllib.parse import unquote

from hansa.reading.addresses import EMAIL, emails, is_email
from hansa.reading.document import Document
from hansa.reading.schemes import ROT_MAILTO, SCHEMES
from hansa.reading.spelled import around, in_words, without_trap
from hansa.reading.types import Span

MOST_RUNS = 300  # a page has a handful
LONGEST_RUN = 200_000
MOST_HIDDEN = 20_000
_RUN = re.compile(r"\S{16,}")
_WORDLIKE = re.compile(r"[(\"“”'’]{0,2}[\w-]+[)\"“”'’.,:;!?]{0,3}|(?:https?://|www\.)\S+", re.I)
_ADDRESS_WITH_DASHES = re.compile(r"[a-z0-9._+-]{1,64}@[a-z0-9.-]{3,200}", re.I)


@dataclass(slots=True)
class Address:
    """An address, where it stood, and whether its dots and dashes could not be told apart (`merged`).

    Where they could not, `email` has every dash as it stood, but for the dots of the domain; `certain` says that
    these are beyond doubt, and that no dash is left before the at sign.
    """

    email: str
    span: Span
    merged: bool = False
    certain: bool = True


def reveal(document: Document, domains: Callable[[], Collection[str]]) -> list[Address]:
    """Every address that the document hides; the same one may come several times.

    `domains` gives those that the page is known to speak of (small letters, without www), where they are needed.
    """
    undone: dict[tuple[str, str], list[str]] = {}
    found: list[Address] = []
    for hidden in document.concealed[:MOST_HIDDEN]:
        if hidden.scheme == "sign":
            found += [Address(email, span) for email, span in around(document.text, hidden.span[0])]
            continue
        key = (hidden.scheme, hidden.material)
        if key not in undone:
            undone[key] = list(SCHEMES[hidden.scheme](hidden.material))
        found += [Address(email, hidden.span) for email in undone[key]]
    found += [Address(email, span) for email, span in in_words(document.text)]
    for email, start, end in emails(document.text):
        if (plain := without_trap(email)) is not None:
            found.append(Address(plain, (start, end)))
    found += _in_runs(document, domains)
    return found


def disguised(document: Document) -> list[int]:
    """Where parts that nobody sees, or text that is turned round, stand: no address is read across these."""
    return sorted({hidden.span[0] for hidden in document.concealed if hidden.scheme in ("decoyed", "turned")})


# Runs of letters that make no words.

KEYS = [key for key in range(-32, 33) if key]
_TABLES = {key: {code: code - key for code in range(max(33, 33 + key), 400) if code - key > 0} for key in KEYS}
_HIGHEST_PLAIN = 125


def _hidden_mailto(key: int) -> str:
    return "".join(chr(ord(c) + key) if ord(c) + key <= _HIGHEST_PLAIN else f"%{c}" for c in "mailto:")


_HIDDEN_MAILTO = {key: _hidden_mailto(key) for key in KEYS}


def _in_runs(document: Document, known: Callable[[], Collection[str]]) -> Iterator[Address]:
    """Runs that hold addresses shifted by some key, by rot13, turned round, as entities or percent-encoded."""
    text, places = document.text, disguised(document)
    runs = [
        match
        for match in _RUN.finditer(text)
        if not _WORDLIKE.fullmatch(match.group()[:400])
        and bisect_left(places, match.start()) == bisect_left(places, match.end())
    ][:MOST_RUNS]
    if not runs:
        return
    keys = [key for key, shown in _HIDDEN_MAILTO.items() if shown in text]
    domains = known()
    for match in runs:
        for plain in _undone(match.group()[:LONGEST_RUN], keys, domains):
            if found := list(_split(plain, match.span(), domains)):
                yield from found
                break


def _undone(run: str, keys: list[int], domains: Collection[str]) -> Iterator[str]:
    """What a run may be, undone; most runs are nothing of the kind."""
    for key in keys:
        if _HIDDEN_MAILTO[key] in run:
            yield _shifted(run, key)
    if "&#" in run or "%40" in run:
        yield html.unescape(unquote(run))
    if ROT_MAILTO in run:
        yield codecs.decode(run, "rot13")
    if "mailto:" in run[::-1]:
        yield run[::-1]
    if len(run) > 100 or ("@" in run and _domain(run) in domains):
        return
    if "@" in run:
        if is_email(run[::-1]) and EMAIL.fullmatch(run[::-1]) and not is_email(run):
            yield run[::-1]
        rot = codecs.decode(run, "rot13")
        if _domain(rot) in domains and _domain(run) not in domains:
            yield rot
    if domains:
        for key in KEYS:
            plain = _shifted(run, key)
            if "@" in plain and _domain(plain) in domains:
                yield plain


def _domain(address: str) -> str:
    return address.rpartition("@")[2].lower().rstrip(".,;:)")


def _shifted(run: str, key: int) -> str:
    """Every code moved by `key`; with a key that lifts them, a letter after `%` stands for itself, one after `&` for
    its capital.
    """
    table = _TABLES[key]
    if key < 0 or ("%" not in run and "&" not in run):
        return run.translate(table)
    pieces = re.split(r"([%&].)", run)
    pieces[::2] = [piece.translate(table) for piece in pieces[::2]]
    pieces[1::2] = [piece[1].upper() if piece[0] == "&" else piece[1] for piece in pieces[1::2]]
    return "".join(pieces)


def _split(plain: str, span: Span, domains: Collection[str]) -> Iterator[Address]:
    """The addresses in an undone run, where they stand one upon the other: mailto:ADDRESS, perhaps ADDRESS again."""
    pieces = [piece for piece in plain.split("mailto:") if "@" in piece]
    usual = Counter(piece.rpartition("@")[2] for piece in pieces if piece.count("@") == 1).most_common(1)
    for piece in pieces:
        if piece.count("@") > 1:
            half = piece[: len(piece) // 2]
            if half + half == piece:
                piece = half
            elif usual and (end := piece.find(f"@{usual[0][0]}")) > 0:
                piece = piece[: end + 1 + len(usual[0][0])]
        match = _ADDRESS_WITH_DASHES.match(piece.partition("?")[0])
        if match:
            yield from _settled(match.group().rstrip(".-"), span, domains)


def _settled(address: str, span: Span, domains: Collection[str]) -> Iterator[Address]:
    """An address; where its domain has no dot, dots became dashes: a known domain or the ending settles which."""
    local, _at, domain = address.partition("@")
    if is_email(address):
        yield Address(address, span)
    if "." in domain:
        return
    known = next((d for d in domains if d.replace(".", "-") == domain.lower()), None)
    name, _dash, ending = domain.rpartition("-")
    dotted = known or f"{name}.{ending}"
    if is_email(f"{local}@{dotted}"):
        certain = "-" not in local and (known is not None or "-" not in name)
        yield Address(f"{local}@{dotted}", span, merged=True, certain=certain)
