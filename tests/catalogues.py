"""The message catalogues against the code. `python -m tests.catalogues` brings both catalogues up to date with it.

Babel extracts the messages, so no machine needs gettext's programs: from Python by itself, and from templates through
Django's own translation of a template into Python.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path
from typing import IO, Any

from babel.messages import Catalog
from babel.messages.catalog import Message
from babel.messages.extract import extract_from_dir, extract_python
from babel.messages.frontend import parse_keywords, parse_mapping_cfg
from babel.messages.pofile import read_po, write_po
from django.utils.translation.template import templatize

ROOT = Path(__file__).resolve().parent.parent
LOCALE = ROOT / "src/hansa/locale"
LANGUAGES = ("sv", "en")
KEYWORDS = parse_keywords(
    "gettext gettext_lazy gettext_noop ngettext:1,2 ngettext_lazy:1,2 pgettext:1c,2 pgettext_lazy:1c,2 "
    "npgettext:1c,2,3 npgettext_lazy:1c,2,3 _".split()
)


def from_template(file: IO[bytes], keywords: Any, comment_tags: Any, options: Any) -> Iterator[Any]:
    """Babel's extraction from a Django template: rows of line, function, message and comments."""
    translated = templatize(file.read().decode(), origin=getattr(file, "name", None))
    # What is left of the HTML is Xs and spaces; without indentation each line is a row of names to Python.
    code = re.sub(r"(?m)^[ \t]+", "", translated)
    return extract_python(BytesIO(code.encode()), keywords, comment_tags, options)


def extracted() -> Catalog:
    """Every message that the code holds now."""
    found = Catalog(project="Hansa", charset="utf-8")
    with (ROOT / "babel.cfg").open() as file:
        methods, options = parse_mapping_cfg(file)
    for _name, _line, message, _comments, context in extract_from_dir(
        ROOT, methods, options, keywords=KEYWORDS, strip_comment_tags=True
    ):
        found.add(message, context=context)
    return found


def catalogue(language: str) -> Catalog:
    """The catalogue of a language as it is kept."""
    with (LOCALE / language / "LC_MESSAGES/django.po").open("rb") as file:
        return read_po(file, locale=language)


def keys(messages: Catalog) -> set[tuple[str | None, str]]:
    """What each message is known by: its context and its (singular) words."""
    return {(m.context, m.id if isinstance(m.id, str) else m.id[0]) for m in messages if m.id}


def forms(message: Message) -> list[str]:
    """A message's translation: one text, or one for each plural form; empty where there is none."""
    strings = message.string if isinstance(message.string, list | tuple) else [message.string]
    return [string or "" for string in strings]


def main() -> None:
    """Add new messages, take away those no longer used, and say how many are left to translate.

    Messages are written in English, so the English catalogue says the same until somebody words it otherwise.
    """
    template = extracted()
    for language in LANGUAGES:
        kept = catalogue(language)
        kept.update(template, no_fuzzy_matching=True)
        kept.obsolete.clear()
        for message in kept:
            if language == "en" and message.id and not any(forms(message)):
                message.string = message.id
        with (LOCALE / language / "LC_MESSAGES/django.po").open("wb") as file:
            write_po(file, kept, width=110, no_location=True, sort_output=True)
        missing = sum(1 for message in kept if message.id and not all(forms(message)))
        print(f"{language}: {len(kept)} messages, {missing} to translate")


if __name__ == "__main__":
    main()
