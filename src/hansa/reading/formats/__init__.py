"""One file a format. A new format is one new file: of text with `suits` and `make`, of bytes with `suits_bytes` and
`make_from`; those of bytes are asked first."""

from __future__ import annotations

import pkgutil
from collections.abc import Callable
from importlib import import_module

from hansa.reading.document import Document

_MODULES = sorted(
    (import_module(f"{__name__}.{module.name}") for module in pkgutil.iter_modules(__path__)),
    key=lambda module: module.RANK,
)


def choose_by_bytes(content: bytes, media_type: str) -> Callable[[bytes, str], Document] | None:
    """The maker of the first format (by RANK) that is not text and suits the bytes."""
    for module in _MODULES:
        if hasattr(module, "suits_bytes") and module.suits_bytes(content, media_type):
            return module.make_from  # type: ignore[no-any-return]
    return None


def choose(text: str, media_type: str) -> Callable[[str], Document]:
    """The maker of the first format (by RANK) that suits the text."""
    for module in _MODULES:
        if hasattr(module, "suits") and module.suits(text, media_type):
            return module.make  # type: ignore[no-any-return]
    raise LookupError("plain text suits everything")
