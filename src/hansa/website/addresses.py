"""No e-mail address stands in a public page: the one filter that every page passes.

Addresses are never put into a page on purpose, but a text that was read may hold one, plain or half hidden.
"""

from __future__ import annotations

import re

from django.utils.translation import gettext as _

_LOCAL = r"[\w.+%~-]{1,64}"
_AT = r"(?:@|%40|&amp;(?:\#0*64|\#x0*40|commat);|\s?[(\[{]\s?(?:at|a|@|snabel-?a|kukac)\s?[)\]}]\s?|\s+snabel-?a\s+)"
_DOT = r"(?:\.|\s?[(\[{]\s?(?:dot|punkt|\.)\s?[)\]}]\s?)"
_DOMAIN = rf"[\w-]{{1,63}}(?:{_DOT}[\w-]{{1,63}}){{1,6}}"
_SPOKEN = r"[\w.-]{1,64}\s+at\s+[\w-]{1,63}(?:\s+(?:dot|punkt)\s+[\w-]{1,63}){1,6}"
_ADDRESS = re.compile(rf"(?<![\w.+%~-])(?:{_LOCAL}{_AT}{_DOMAIN}|{_SPOKEN})", re.IGNORECASE)
_SHOWN = '<bdi class="mailbox">'  # a unit's address, which the authority has chosen to show
_SHOWN_OR_NOT = re.compile(rf"{_SHOWN}[^<]*</bdi>|{_ADDRESS.pattern}", re.IGNORECASE)
_LONG_RUN = re.compile(r"\S{60,}")


def without_addresses(words: str) -> str:
    """A source's words without e-mail addresses and without long runs that may hide them."""
    return _LONG_RUN.sub("…", _ADDRESS.sub(_("[address]"), words))


def concealed(html: str) -> str:
    """A page without e-mail addresses, save those of units that are shown."""
    return _SHOWN_OR_NOT.sub(lambda found: found[0] if found[0].startswith(_SHOWN) else _("[address]"), html)
