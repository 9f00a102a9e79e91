"""Web addresses and plain e-mail addresses, and mending those that a page broke."""

from __future__ import annotations

import re
from urllib.parse import urlsplit

# Endings that an address of this genre may have; what ends otherwise was not understood.
ENDINGS = frozenset(
    "ac ad al am at az ba be bg by ch cy cz de dk ee es eu fi fo fr gb ge gi gl gr hr hu ie is it li lt lu lv mc md "
    "me mk mt nl no pl pt ro rs ru se si sk sm tr ua uk va ca us com org net int info gov edu eus cat gal bzh alsace "
    "brussels berlin wales scot hamburg bayern nrw ax example test".split()
)
EMAIL = re.compile(r"[A-Za-z0-9._%+'\u00c0-\u024f-]{1,64}@[A-Za-z0-9-]{1,63}(?:\.[A-Za-z0-9-]{1,63}){1,6}")
_WEB = re.compile(
    r"(?:https?\s{0,2}:\s{0,2}//\s{0,2}|www\s{0,2}\.\s{0,2})[^\s<>\"“”]{1,400}(?:\s{1,2}\.\s{0,2}[a-z]{2,10}\b)?"
    r"|\b[a-z0-9][a-z0-9-]{0,62}(?:\.[a-z0-9-]{1,63}){0,4}\.[a-z]{2,10}(?:/[^\s<>\"“”]{0,300})?",
    re.I,
)
_MAY_BE_WEB = re.compile(r"\.\S|//|www", re.I)  # without any of these no web address
_TRAILING = ".,;:!?)]}»”’'\""


def emails(text: str) -> list[tuple[str, int, int]]:
    """Plain addresses in a text: (address, start, end); only those whose ending is a known one."""
    if "@" not in text:
        return []
    found = []
    for match in EMAIL.finditer(text):
        address = match.group().strip(".'-%")
        if is_email(address):
            start = match.start() + match.group().index(address)
            found.append((address, start, start + len(address)))
    return found


_HOST = re.compile(r"(?<![\w@.-])(?:www\.)?([a-z0-9-]{1,63}(?:\.[a-z0-9-]{1,63}){1,4})(?![\w-])", re.I)
MOST_HOSTS = 500


def hosts(text: str) -> set[str]:
    """The hosts that a text names, in small letters and without www."""
    found: set[str] = set()
    for match in _HOST.finditer(text):
        host = match[1].lower()
        if is_host(host):
            found.add(host)
            if len(found) >= MOST_HOSTS:
                break
    return found


def is_email(address: str) -> bool:
    """Whether this may be an address: its parts are not empty, its ending is known."""
    local, _at, domain = address.partition("@")
    return bool(local and not local.startswith(".") and ".." not in address) and is_host(domain)


def is_host(host: str) -> bool:
    """Whether this may be a host's name."""
    dotted = f".{host.lower().rstrip('.')}."
    parts = dotted.split(".")[1:-1]
    return len(parts) > 1 and parts[-1] in ENDINGS and all(parts) and ".-" not in dotted and "-." not in dotted


def website(words: str) -> tuple[str, int, int, bool] | None:
    """The first web address in these words: (address, start, end, mended); None where there is none.

    An address without a scheme gets http://; spaces within it are taken out, and it is then `mended`.
    """
    if "." not in words or _MAY_BE_WEB.search(words) is None:
        return None
    for match in _WEB.finditer(words[:2000]):
        raw = match.group().rstrip(_TRAILING)
        if "@" in raw or (match.start() and words[match.start() - 1] == "@"):
            continue
        bare = "".join(raw.split())
        url = bare if bare[:8].lower().startswith(("http://", "https://")) else f"http://{bare}"
        try:
            host = urlsplit(url).hostname or ""
        except ValueError:
            continue
        if is_host(host):
            return url, match.start(), match.start() + len(raw), bare != raw
    return None


def same(url: str, other: str) -> bool:
    """Whether two web addresses are the same but for http or https, www and a closing slash."""
    return _without_trimmings(url) == _without_trimmings(other)


def _without_trimmings(url: str) -> str:
    return re.sub(r"\Ahttps?://(?:www\.)?", "", url.strip(), flags=re.I).rstrip("/").lower()


_PLATFORMS = re.compile(
    r"(?:^|\.)(?:facebook|fb|instagram|twitter|x|linkedin|youtube|youtu|tiktok|threads|bsky|mastodon|vimeo|flickr|t|wa"
    r"|whatsapp|telegram|google|goo|bit|issuu|addtoany|sharethis|addthis|pinterest|xing|reddit|eventbrite|teams\.microsoft|zoom)\.(?:com|net|org|be|me|app|gl|ly|us|social)$"
)


def is_platform(host: str) -> bool:
    """Whether a host is that of a social network or of a service to share by, where no organisation has its website."""
    return bool(_PLATFORMS.search(host.lower()))
