"""E-mail addresses that a page hides from harvesters: one function a scheme, each told where it is undone.

What is undone is believed only where it is an address: it begins with `mailto:`, or its domain is known to the page.
"""

from __future__ import annotations

import base64
import binascii
import codecs
import html
import re
from collections import Counter
from collections.abc import Callable, Collection, Iterator
from dataclasses import dataclass
from functools import cache
from itertools import islice
from urllib.parse import unquote

from hansa.reading.addresses import EMAIL, emails, is_email
from hansa.reading.document import Document
from hansa.reading.languages import alternatives, languages
from hansa.reading.types import Span

MOST_RUNS = 300  # a page has a handful
LONGEST_RUN = 200_000
MOST_HIDDEN = 20_000
MOST_IN_WORDS = 2000
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
    """Every address that the document hides, in its order; the same one may come several times.

    `domains` gives those that the page is known to speak of (small letters, without www), where they are needed.
    """
    undone: dict[tuple[str, str], list[str]] = {}
    found: list[Address] = []
    for hidden in document.concealed[:MOST_HIDDEN]:
        key = (hidden.scheme, hidden.material)
        if key not in undone:
            undone[key] = list(SCHEMES[hidden.scheme](hidden.material))
        found += [Address(email, hidden.span) for email in undone[key]]
    found += _in_words(document.text)
    found += _in_runs(document.text, domains)
    return found


# Schemes of markup and scripts.


def cloudflare(token: str) -> Iterator[str]:
    """Cloudflare: two hexadecimal digits a byte, the first byte the key, the rest XOR the key."""
    try:
        data = bytes.fromhex(token.strip()[:400])
    except ValueError:
        return
    if data:
        yield from _believed(bytes(byte ^ data[0] for byte in data[1:]).decode("utf-8", "replace"))


_TYPO3_RANGES = ((43, 58), (64, 90), (97, 122))
_TYPO3_CALL = re.compile(r"linkTo_UnCryptMailto\(\s{0,3}['\"](.{1,400}?)['\"]")


def typo3(material: str) -> Iterator[str]:
    """TYPO3: codes shifted within three wrapping ranges, by the vector given, or an unknown one (−10 to 10)."""
    called = _TYPO3_CALL.search(unquote(material))
    vector, _space, token = material.partition(" ")
    token = called.group(1) if called else token
    known = [-int(vector)] if re.fullmatch(r"-?\d{1,3}", vector) and not called else []
    for offset in [*known, *range(-10, 11)]:
        plain = "".join(_typo3_letter(letter, offset) for letter in token[:400])
        if plain.lower().startswith("mailto:"):
            yield from _believed(plain)
            return


def _typo3_letter(letter: str, offset: int) -> str:
    code = ord(letter)
    for low, high in _TYPO3_RANGES:
        if low <= code <= high:
            return chr(low + (code - low + offset) % (high - low + 1))
    return letter


def joomla(material: str) -> Iterator[str]:
    """Joomla 4: the part before and the part after the at sign, each in base64."""
    try:
        parts = [base64.b64decode(part, validate=True).decode("utf-8") for part in material.split()[:2]]
    except (binascii.Error, ValueError):
        return
    yield from _believed("@".join(parts))


def mailto(material: str) -> Iterator[str]:
    """A mailto link: percent-encoding and entities, in any mixture, perhaps twice (WordPress)."""
    yield from _believed(unquote(html.unescape(unquote(material))).partition("?")[0])


_GLUE = re.compile(r"['\"]\s{0,5}(?:;\s{0,5}\w{1,40}\s{0,3}=\s{0,3}\w{1,40}\s{0,3})?\+\s{0,5}['\"]")


def script(material: str) -> Iterator[str]:
    """An address put together by a script from quoted pieces, entities or percent-encoding among them (Joomla 3)."""
    if "linkTo_UnCryptMailto" in material:
        yield from typo3(material)
    joined = _GLUE.sub("", material)
    yield from _believed(html.unescape(unquote(joined)))
    if _ROT_MAILTO in joined:
        yield from _believed(codecs.decode(joined[joined.index(_ROT_MAILTO) :][:200], "rot13"))


SCHEMES: dict[str, Callable[[str], Iterator[str]]] = {
    "cloudflare": cloudflare,
    "typo3": typo3,
    "joomla": joomla,
    "mailto": mailto,
    "script": script,
}


def _believed(text: str) -> Iterator[str]:
    for email, _start, _end in emails(text.replace("mailto:", " ")):
        yield email


# Words in place of the signs.


@cache
def _word_patterns() -> tuple[re.Pattern[str], re.Pattern[str], re.Pattern[str], re.Pattern[str]]:
    """The at sign in brackets; what stands before it; what stands behind it; a dot."""
    at, dot = (
        alternatives(word for language in languages().values() for word in language.words.get(cue, ()))
        for cue in ("at", "dot")
    )
    dotted = rf"(?:\.|\s{{0,2}}[\[({{<]\s{{0,2}}(?:{dot}|\.)\s{{0,2}}[\])}}>]\s{{0,2}})"
    return (
        re.compile(rf"[\[({{<]\s{{0,2}}(?:{at}|@)\s{{0,2}}[\])}}>]\s{{0,2}}", re.I),
        re.compile(rf"(?<![\w+-])([\w+-]{{1,40}}(?:{dotted}[\w+-]{{1,40}}){{0,4}})\s{{0,2}}\Z", re.I),
        re.compile(rf"[\w-]{{1,63}}(?:{dotted}[\w-]{{1,63}}){{1,5}}", re.I),
        re.compile(dotted, re.I),
    )


def _in_words(text: str) -> Iterator[Address]:
    """Words in brackets in place of the signs: name (at) example (dot) org. Drupal's SpamSpan reads like this too."""
    at, before, behind, dot = _word_patterns()
    for match in islice(at.finditer(text), MOST_IN_WORDS):
        local = before.search(text, max(0, match.start() - 120), match.start())
        domain = behind.match(text, match.end())
        if local and domain:
            email = f"{dot.sub('.', local[1])}@{dot.sub('.', domain.group())}"
            if is_email(email):
                yield Address(email, (local.start(), domain.end()))


# Runs of letters that make no words.

KEYS = [key for key in range(-32, 33) if key]
_TABLES = {key: {code: code - key for code in range(max(33, 33 + key), 400) if code - key > 0} for key in KEYS}
_ROT_MAILTO = "znvygb:"
_HIGHEST_PLAIN = 125


def _hidden_mailto(key: int) -> str:
    return "".join(chr(ord(c) + key) if ord(c) + key <= _HIGHEST_PLAIN else f"%{c}" for c in "mailto:")


_HIDDEN_MAILTO = {key: _hidden_mailto(key) for key in KEYS}


def _in_runs(text: str, known: Callable[[], Collection[str]]) -> Iterator[Address]:
    """Runs that hold addresses shifted by some key, by rot13, turned round, as entities or percent-encoded."""
    runs = [match for match in _RUN.finditer(text) if not _WORDLIKE.fullmatch(match.group()[:400])][:MOST_RUNS]
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
    if _ROT_MAILTO in run:
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
