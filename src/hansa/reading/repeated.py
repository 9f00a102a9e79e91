"""Contacts that a page does not tell again: “see above”, “as for the CPMR”."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache

from hansa.reading.document import Document
from hansa.reading.languages import Language
from hansa.reading.outline import Section
from hansa.reading.types import Contact, Organisation


def as_above(pairs: list[tuple[Section, Organisation]], document: Document, language: Language) -> None:
    """Where a contact is but “see above”, those of the organisation before."""
    latest: list[Contact] = []
    for section, organisation in pairs:
        above = next((f for f in section.of("contact") if _above(language).search(document.text, f.start, f.end)), None)
        if above is not None and not organisation.contacts:
            words = document.text[above.start : above.end]
            named = (one for _section, one in pairs if one.contacts and (one.abbreviation or one.name.text) in words)
            theirs = next(named, None)
            organisation.contacts = [replace(one) for one in (theirs.contacts if theirs else latest)]
            for place, one in enumerate(organisation.contacts):
                for part in ("person", "title", "unit", "phone"):
                    if getattr(one, part) is not None:
                        path = f"contacts.{place}.{part}"
                        organisation.evidence[path] = (above.start, above.end)
                        organisation.confidence[path], organisation.rules[path] = 0.8, "contact as above"
        latest = organisation.contacts or latest


@cache
def _above(language: Language) -> re.Pattern[str]:
    """“See above”, “see the CPMR above”."""
    every = (word.split() for word in language.words["see_above"])
    between = r"(?:\s\S{1,30}){0,4}?\s"
    return re.compile(rf"(?<!\w)(?:{'|'.join(between.join(map(re.escape, words)) for words in every)})(?!\w)", re.I)
