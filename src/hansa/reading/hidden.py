"""E-mail addresses that a page hides from harvesters: one function a scheme, all tried on what may hide one.

How each is made is described where it is undone. What is undone is believed only where it is an address.
"""

from __future__ import annotations

import base64
import binascii
import codecs
import html
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from urllib.parse import unquote

from hansa.reading.addresses import EMAIL, is_email
from hansa.reading.document import Document
from hansa.reading.languages import languages
from hansa.reading.types import Span

MOST_RUNS = 300  # a page has a handful
LONGEST_RUN = 200_000
_RUN = re.compile(r"\S{16,}")
_ADDRESS_WITH_DASHES = re.compile(r"[a-z0-9._+-]{1,64}@[a-z0-9.-]{3,200}", re.I)


@dataclass(slots=True)
class Address:
    """An address, where it stood, and whether its dots and dashes could not be told apart (`merged`)."""

    email: str
    span: Span
    merged: bool = False
    certain: bool = True


def reveal(document: Document) -> list[Address]:
    """Every address that the document hides, in its order; the same one may come several times."""
    found: list[Address] = []
    for hidden in document.concealed:
        for address in SCHEMES[hidden.scheme](hidden.material):
            found.append(Address(address, hidden.span))
    found += _in_words(document.text)
    found += _in_runs(document.text)
    return found


def cloudflare(token: str) -> Iterator[str]:
    """Cloudflare: two hexadecimal digits a byte, the first byte the key, the rest XOR the key."""
    try:
        data = bytes.fromhex(token.strip()[:400])
    except ValueError:
        return
    if data:
        yield from _believed(bytes(byte ^ data[0] for byte in data[1:]).decode("utf-8", "replace"))


_TYPO3_RANGES = ((43, 58), (64, 90), (97, 122))


def typo3(material: str) -> Iterator[str]:
    """TYPO3: codes shifted within three wrapping ranges, by the vector given, or an unknown one (−10 to 10)."""
    called = re.search(r"linkTo_UnCryptMailto\(\s{0,3}['\"](.{1,400}?)['\"]", unquote(material))
    vector, _space, token = material.partition(" ")
    token = called.group(1) if called else token
    offsets = [-int(vector)] if vector.lstrip("-").isdigit() and len(vector) < 4 and not called else []
    for offset in [*offsets, *range(-10, 11)]:
        plain = "".join(_typo3_letter(c, offset) for c in token[:400])
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
    except (binascii.Error, ValueError, UnicodeDecodeError):
        return
    yield from _believed("@".join(parts))


def mailto(material: str) -> Iterator[str]:
    """A mailto link: percent-encoding and entities, in any mixture, perhaps twice."""
    yield from _believed(unquote(html.unescape(unquote(material))).partition("?")[0])


def script(material: str) -> Iterator[str]:
    """An address put together by a script from quoted pieces, entities or percent-encoding among them."""
    if "linkTo_UnCryptMailto" in material:
        yield from typo3(material)
    joined = re.sub(r"['\"]\s{0,5}\+\s{0,5}['\"]", "", material)
    yield from _believed(html.unescape(unquote(joined)))


SCHEMES: dict[str, Callable[[str], Iterator[str]]] = {
    "cloudflare": cloudflare,
    "typo3": typo3,
    "joomla": joomla,
    "mailto": mailto,
    "script": script,
}


def _believed(text: str) -> Iterator[str]:
    for match in EMAIL.finditer(text.replace("mailto:", " ")):
        if is_email(match.group()):
            yield match.group()


def _words(cue: str) -> str:
    known = {word for language in languages().values() for word in language.words.get(cue, ())}
    return "|".join(re.escape(word) for word in sorted(known, key=len, reverse=True))


def _in_words(text: str) -> Iterator[Address]:
    """Words in brackets in place of the signs: name (at) example (dot) org."""
    dot = rf"(?:\.|\s{{0,2}}[\[({{<]\s{{0,2}}(?:{_words('dot')}|\.)\s{{0,2}}[\])}}>]\s{{0,2}})"
    pattern = (
        rf"([\w+-]{{1,40}}(?:{dot}[\w+-]{{1,40}}){{0,4}})\s{{0,2}}[\[({{<]\s{{0,2}}(?:{_words('at')}|@)\s{{0,2}}[\])}}>]"
        rf"\s{{0,2}}([\w-]{{1,63}}(?:{dot}[\w-]{{1,63}}){{1,5}})"
    )
    for match in re.finditer(pattern, text, re.I):
        local, domain = (re.sub(dot, ".", part, flags=re.I) for part in match.groups())
        if is_email(f"{local}@{domain}"):
            yield Address(f"{local}@{domain}", match.span())


def _in_runs(text: str) -> Iterator[Address]:
    """Runs of letters that make no words: shifted, turned round, or rot13."""
    tried = 0
    for match in _RUN.finditer(text):
        run = match.group()
        if "://" in run or run.startswith("www.") or (len(run) < 40 and EMAIL.search(run)):
            continue
        tried += 1
        if tried > MOST_RUNS:
            return
        for plain in _undone(run[:LONGEST_RUN]):
            if found := list(_split(plain, match.span())):
                yield from found
                break


def _undone(run: str) -> Iterator[str]:
    head = run[:400]
    for key in range(-32, 33):
        if key and _telling(_shifted(head, key)):
            yield _shifted(run, key)
    if _telling(codecs.decode(head, "rot13")):
        yield codecs.decode(run, "rot13")
    if "mailto:" in run[::-1] or (EMAIL.fullmatch(run) and not is_email(run) and is_email(run[::-1])):
        yield run[::-1]


def _telling(plain: str) -> bool:
    return "mailto:" in plain or any(is_email(m.group()) for m in EMAIL.finditer(plain) if m.end() == len(plain))


def _shifted(run: str, key: int) -> str:
    """Every code moved by `key`; a letter after `%` stands for itself, one after `&` for its capital."""
    letters: list[str] = []
    escape = ""
    for letter in run:
        if escape:
            letters.append(letter.upper() if escape == "&" else letter)
            escape = ""
        elif letter in "%&":
            escape = letter
        else:
            letters.append(chr(max(0, ord(letter) - key)))
    return "".join(letters)


def _split(plain: str, span: Span) -> Iterator[Address]:
    """The addresses in an undone run, where they stand one upon the other: mailto:ADDRESS, perhaps ADDRESS again."""
    pieces = [piece for piece in plain.split("mailto:") if "@" in piece]
    domains = [piece.rpartition("@")[2] for piece in pieces if piece.count("@") == 1]
    usual = max(domains, key=domains.count) if domains else ""
    for piece in pieces:
        half = piece[: len(piece) // 2]
        if piece.count("@") > 1:
            if half + half == piece:
                piece = half
            elif usual and (end := piece.find(f"@{usual}")) > 0:
                piece = piece[: end + 1 + len(usual)]
        match = _ADDRESS_WITH_DASHES.match(piece.partition("?")[0])
        if match:
            address = match.group().rstrip(".-")
            domain = address.partition("@")[2]
            if is_email(address):
                yield Address(address, span)
            elif "." not in domain and is_email(f"{address.partition('@')[0]}@{_dotted(domain)}"):
                local = address.partition("@")[0]
                yield Address(
                    f"{local}@{_dotted(domain)}", span, merged=True, certain="-" not in local and domain.count("-") == 1
                )


def _dotted(domain: str) -> str:
    """A domain whose dots became dashes: the last one stands before its ending; the others are left, in doubt."""
    name, _dash, ending = domain.rpartition("-")
    return f"{name}.{ending}"
