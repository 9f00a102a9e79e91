"""A document as it came: what the register keeps of a page that was read."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Page:
    """Where a document comes from (`location`: the same page has the same one), and its bytes, kept whole.

    `kind` is "page" (the web) or "file".
    """

    location: str
    content: bytes
    kind: str = "file"
    media_type: str = ""
