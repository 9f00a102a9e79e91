"""One file a format: text in, Document out. A new format is one new file with `suits` and `make`."""

from __future__ import annotations

import pkgutil
from collections.abc import Callable
from importlib import import_module

from hansa.reading.document import Document

_MODULES = sorted(
    (import_module(f"{__name__}.{module.name}") for module in pkgutil.iter_modules(__path__)),
    key=lambda module: module.RANK,
)


def choose(text: str, media_type: str) -> Callable[[str], Document]:
    """The maker of the first format (by RANK) that suits the text."""
    for module in _MODULES:
        if module.suits(text, media_type):
            return module.make  # type: ignore[no-any-return]
    raise LookupError("plain text suits everything")
