"""Schemes by which markup hides e-mail addresses: one function each, which undoes what `concealing` collected.

What is undone is believed only where it is an address: all of it, with an ending that exists.
"""

from __future__ import annotations

import codecs
import html
import re
from collections.abc import Callable, Iterator
from urllib.parse import unquote

from hansa.reading.addresses import EMAIL, emails, is_email, is_host
from hansa.reading.scripts import from_base64, written
from hansa.reading.spelled import in_words

ROT_MAILTO = "znvygb:"
_TYPO3_RANGES = ((43, 58), (64, 90), (97, 122))
_TYPO3_CALL = re.compile(r"linkTo_UnCryptMailto\(\s{0,3}['\"](.{1,400}?)['\"]")
_LOCAL = re.compile(r"[\w.+-]{2,64}")
_USER = re.compile(
    r"user|name|local|mailbox|account|login|first|part-?1|before|left|prefix|lhs|alias|(?:^|-)[ua]$|mail"
)
_DOMAIN = re.compile(r"domain|host|server|site|last|part-?2|after|right|suffix|rhs|provider|(?:^|-)(?:d|dom|b)$")
_ENDING = re.compile(r"tld|ext|zone|toplevel|top-level|(?:^|-)[tc]$")
_CODED = re.compile(r"rot|enc|crypt|cipher|obf|coded|scrambl")


def cloudflare(token: str) -> Iterator[str]:
    """Cloudflare: two hexadecimal digits a byte, the first byte the key, the rest XOR the key."""
    try:
        data = bytes.fromhex(token.strip()[:400])
    except ValueError:
        return
    if data:
        yield from believed(bytes(byte ^ data[0] for byte in data[1:]).decode("utf-8", "replace"))


def typo3(material: str) -> Iterator[str]:
    """TYPO3: codes shifted within three wrapping ranges, by the vector given, or an unknown one (−25 to 25)."""
    called = _TYPO3_CALL.search(unquote(material))
    vector, _space, token = material.partition(" ")
    token = called.group(1) if called else token
    known = [-int(vector)] if re.fullmatch(r"-?\d{1,3}", vector) and not called else []
    for offset in [*known, *sorted(range(-25, 26), key=abs)]:
        plain = "".join(_typo3_letter(letter, offset) for letter in token[:400])
        if plain.lower().startswith("mailto:"):
            yield from believed(plain)
            return


def _typo3_letter(letter: str, offset: int) -> str:
    code = ord(letter)
    for low, high in _TYPO3_RANGES:
        if low <= code <= high:
            return chr(low + (code - low + offset) % (high - low + 1))
    return letter


def joomla(material: str) -> Iterator[str]:
    """Joomla 4: the part before and the part after the at sign, each in base64."""
    parts = [from_base64(part) for part in material.split()[:2]]
    if len(parts) == 2 and all(parts):
        yield from believed("@".join(parts))


def mailto(material: str) -> Iterator[str]:
    """A mailto link: percent-encoding and entities, in any mixture, perhaps twice (WordPress); or words for signs."""
    plain = unquote(html.unescape(unquote(material))).partition("?")[0]
    found = list(believed(plain))
    yield from found or (email for email, _span in in_words(plain.replace("mailto:", " ")))


def script(material: str) -> Iterator[str]:
    """An address that a script puts together from quoted pieces, codes, arrays or variables (Joomla 3 and others)."""
    if "linkTo_UnCryptMailto" in material:
        yield from typo3(material)
    seen: set[str] = set()
    for piece in [*written(material), material]:
        plain = html.unescape(unquote(piece)) if "&" in piece or "%" in piece else piece
        rotated = [codecs.decode(plain[plain.index(ROT_MAILTO) :][:200], "rot13")] if ROT_MAILTO in plain else []
        turned = [plain[::-1]] if "otliam" in plain else []
        for text in [*rotated, *turned] or [plain]:
            for email in believed(text):
                if email.lower() not in seen:
                    seen.add(email.lower())
                    yield email


def data(material: str) -> Iterator[str]:
    """Attributes of one element, a line each: an address in one of them, or its parts in several."""
    fields = dict(line.partition("=")[::2] for line in material.split("\n"))
    for name, value in fields.items():
        if found := _in_value(value, bool(_CODED.search(name))):
            yield found
            return
    yield from _in_parts(fields)


def _in_value(value: str, is_coded: bool) -> str | None:
    """The address in one attribute: plain, turned round, rotated, in base64 or hexadecimal, with words for signs."""
    for undo in sorted(_UNDOINGS, key=lambda undo: undo is _plain) if is_coded else _UNDOINGS:
        plain = re.sub(r"\Amailto:", "", undo(value.strip()[:400]).strip(), flags=re.I).partition("?")[0]
        if EMAIL.fullmatch(plain) and is_email(plain):
            return plain
        if worded := next((email for email, span in in_words(plain) if span == (0, len(plain))), None):
            return worded
    return None


def _plain(value: str) -> str:
    return unquote(html.unescape(value))


def _rotated(value: str) -> str:
    """Rot13; where the digits are moved as well, rot18 reads the same but for them."""
    marked = re.sub(r"\[at\]|\(at\)", "@", value)
    return codecs.decode(re.sub(r"\[dot\]|\(dot\)", ".", marked), "rot13")


def _rotated_too(value: str) -> str:
    return re.sub(r"\d", lambda digit: str((int(digit.group()) + 5) % 10), _rotated(value))


def _from_hex(value: str) -> str:
    if not re.fullmatch(r"(?:[\da-fA-F]{2}){6,200}", value):
        return ""
    plain = bytes.fromhex(value).decode("utf-8", "replace")
    return plain if "@" in plain else next(cloudflare(value), "")


_UNDOINGS: tuple[Callable[[str], str], ...] = (
    _plain,
    lambda value: value[::-1],
    from_base64,
    lambda value: from_base64(value)[::-1],
    lambda value: from_base64(value[::-1]),
    _from_hex,
    _rotated,
    lambda value: _rotated(value)[::-1],
)


def _in_parts(fields: dict[str, str]) -> Iterator[str]:
    """The address whose parts stand in attributes that are called so: data-user, data-domain, perhaps data-tld."""
    of = {role: [v for k, v in fields.items() if role.search(k)] for role in (_ENDING, _DOMAIN, _USER)}
    for domain in of[_DOMAIN]:
        for local in of[_USER]:
            for undo in (_plain, lambda value: value[::-1], from_base64, _rotated):
                user, host = undo(local).strip("@ "), undo(domain).strip("@ .")
                hosts = [*(f"{host}.{undo(ending).strip('. ')}" for ending in of[_ENDING]), host]
                whole = next((one for one in hosts if is_host(one)), None)
                if whole and local != domain and _LOCAL.fullmatch(user) and not user.isdecimal() and "/" not in host:
                    yield f"{user}@{whole}"
                    return


def turned(material: str) -> Iterator[str]:
    """Text that the page turns round as it shows it."""
    found = list(believed(material[::-1]))
    yield from found or (email for email, _span in in_words(material[::-1]))


def words(material: str) -> Iterator[str]:
    """Text that stands in no block of the document: what a picture says, what is for those without scripts."""
    yield from believed(html.unescape(material))
    yield from (email for email, _span in in_words(material))


_RULE = re.compile(
    r"([^{}]{1,200}?)::?(before|after)\s{0,5}\{[^{}]{0,300}?content\s{0,3}:\s{0,3}[\"']([^\"'{}]{1,200})[\"']", re.I
)


def style(material: str) -> Iterator[str]:
    """A style sheet that writes the parts of an address before and behind an element."""
    before: dict[str, str] = {}
    behind: dict[str, str] = {}
    for rule in _RULE.finditer(material):
        content = re.sub(r"\\0{0,4}40\s?", "@", rule[3])
        (before if rule[2].lower() == "before" else behind)[rule[1].strip()] = content
    for selector in dict.fromkeys([*before, *behind]):
        pieces = (before.get(selector, ""), behind.get(selector, ""))
        yield from list(believed("".join(pieces))) or list(believed("@".join(pieces)))


SCHEMES: dict[str, Callable[[str], Iterator[str]]] = {
    "cloudflare": cloudflare,
    "typo3": typo3,
    "joomla": joomla,
    "mailto": mailto,
    "script": script,
    "data": data,
    "turned": turned,
    "decoyed": words,
    "picture": words,
    "words": words,
    "style": style,
}


def believed(text: str) -> Iterator[str]:
    """The addresses in what was undone."""
    for email, _start, _end in emails(text.replace("mailto:", " ")):
        yield email
