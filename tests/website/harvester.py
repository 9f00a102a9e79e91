"""A harvester of e-mail addresses: every known way of getting one out of a page's source."""

from __future__ import annotations

import base64
import binascii
import codecs
import html
import re
from collections.abc import Callable, Iterator
from itertools import pairwise
from urllib.parse import unquote

EMAIL = re.compile(r"[a-z0-9](?:[a-z0-9._%+-]*[a-z0-9])?@[a-z0-9-]+(?:\.[a-z0-9-]+)*\.[a-z]{2,24}", re.IGNORECASE)
Way = Callable[[str], str]


def plain(page: str) -> str:
    return page


def entities(page: str) -> str:
    """As a browser, and one that decodes twice."""
    return html.unescape(page) + "\n" + html.unescape(html.unescape(page))


def percent(page: str) -> str:
    return unquote(html.unescape(page))


def mailto(page: str) -> str:
    return "\n".join(re.findall(r"mailto:([^\"'?>\s]+)", unquote(html.unescape(page)), re.IGNORECASE))


def without_tags(page: str) -> str:
    """Parts that markup, comments, invisible characters or hidden children have put asunder."""
    text = re.sub(r"<!--.*?-->|<(style|script|title)[^>]*>.*?</\1>|<[^>]+>", "", page, flags=re.DOTALL)
    hidden = re.sub(r"<(\w+)[^>]*(?:hidden|display:\s*none)[^>]*>.*?</\1>", "", page, flags=re.DOTALL)
    bare = re.sub(r"<[^>]+>", "", hidden)
    return re.sub("[\u00ad\u200b-\u200f\u2060\ufeff]", "", html.unescape(text) + "\n" + html.unescape(bare))


def comments_and_styles(page: str) -> str:
    found = re.findall(r"<!--(.*?)-->|content:\s*[\"'](.*?)[\"']", page, re.DOTALL)
    return "\n".join("".join(parts) for parts in found)


def attributes_and_data(page: str) -> str:
    """Attributes joined two and two, and JSON with its escapes."""
    values = re.findall(r"[\w-]+=[\"']([^\"']*)[\"']", page)
    pairs = [f"{one}@{other}" for one, other in pairwise(values) if "." in other and len(one) < 65]
    unescaped = re.sub(r"\\u([0-9a-fA-F]{4})", lambda m: chr(int(m[1], 16)), page)
    hexes = re.sub(r"\\x([0-9a-fA-F]{2})", lambda m: chr(int(m[1], 16)), unescaped)
    own = [pair for pair in pairs if not re.search(r"[/ ]", pair)]
    return "\n".join([*values, hexes, *own])


def words_for_at(page: str) -> str:
    text = html.unescape(re.sub(r"<[^>]+>", " ", page))
    at = re.sub(
        r"\s*[(\[{<]\s*(?:at|a|snabel-?a|@)\s*[)\]}>]\s*|\s+(?:at|snabel-?a)\s+", "@", text, flags=re.IGNORECASE
    )
    return re.sub(r"\s*[(\[{<]\s*(?:dot|punkt)\s*[)\]}>]\s*|\s+(?:dot|punkt)\s+", ".", at, flags=re.IGNORECASE)


def joined_strings(page: str) -> str:
    """What a script would put together from strings and character codes."""
    text = re.sub(r"[\"']\s*\+\s*[\"']", "", html.unescape(page))
    codes = re.findall(r"fromCharCode\(([\d,\s]+)\)", page)
    return text + "\n" + "\n".join("".join(chr(int(code)) for code in run.split(",")) for run in codes)


def rot13(page: str) -> str:
    return codecs.encode(html.unescape(page), "rot13")


def reversed_text(page: str) -> str:
    return html.unescape(page)[::-1]


def base64_runs(page: str) -> str:
    return "\n".join(_decoded(run) for run in re.findall(r"[A-Za-z0-9+/_-]{12,}={0,2}", page))


def _decoded(run: str) -> str:
    try:
        padded = run.rstrip("=") + "=" * (-len(run.rstrip("=")) % 4)
        return base64.b64decode(padded, altchars=b"-_" if re.search("[-_]", run) else None).decode("utf-8", "ignore")
    except (binascii.Error, ValueError):
        return ""


def cloudflare(page: str) -> str:
    found = []
    for run in re.findall(r"(?:data-cfemail=[\"']|email-protection#)([0-9a-f]{8,})", page):
        code = bytes.fromhex(run[: len(run) // 2 * 2])
        found.append("".join(chr(byte ^ code[0]) for byte in code[1:]))
    return "\n".join(found)


def shifted(page: str) -> str:
    """Letters moved by a fixed number of places, as scripts of the nineties do."""
    runs = re.findall(r"[^\s<>\"']{12,}", html.unescape(page))
    return "\n".join(
        "".join(chr(ord(c) + by) if 32 < ord(c) + by < 127 else c for c in run)
        for run in runs
        for by in (*range(-10, 0), *range(1, 11))
    )


WAYS: tuple[Way, ...] = (
    plain,
    entities,
    percent,
    mailto,
    without_tags,
    comments_and_styles,
    attributes_and_data,
    words_for_at,
    joined_strings,
    rot13,
    reversed_text,
    base64_runs,
    cloudflare,
    shifted,
)


def harvested(page: str) -> Iterator[tuple[str, str]]:
    """Each address found in a page's source, with the name of the way that found it."""
    for way in WAYS:
        for address in EMAIL.findall(way(page)):
            yield way.__name__, address.lower()
