"""What says whom to ask about some of a page's organisations, and what there is on the page to tell it by."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache

from hansa.reading import people, phones
from hansa.reading.addresses import EMAIL
from hansa.reading.document import Document
from hansa.reading.languages import Language
from hansa.reading.outline import Cues, Section
from hansa.reading.types import Span

# “ann (at) example.org”
_REACHED = re.compile(r"\w\s?[(\[{](?:@|AT|[a-zà-ÿ-]{1,12})[)\]}]\s?[\w-]{2,40}\s?(?:\.\s?\w|[(\[{])")


@dataclass(slots=True)
class Told:
    """What says whom to ask about some organisations: where it begins and ends, and where the contact itself does;
    `sure` where it is plain that it is a contact: in a list of them."""

    whom: list[Section]
    start: int
    end: int
    value: int
    of_all: bool
    sure: bool = False


@dataclass(slots=True)
class Known:
    """A page with the organisations that it tells of, and how they are called."""

    document: Document
    cues: Cues
    by_key: dict[str, Section]
    named_in: Callable[[str], dict[int, Section]]

    def every_one(self) -> list[Section]:
        """The sections of all organisations."""
        return list({id(one): one for one in self.by_key.values()}.values())

    def named_people(self, words: str) -> list[people.Somebody]:
        """The people whom some words name."""
        return [one for one in people.everybody(words, self.cues.language) if not self.is_called(one)]

    def is_called(self, one: people.Somebody) -> bool:
        """Whether what reads as a person's name is an organisation's of the page: “Terra Raetica”."""
        return people.bare(one.name) in self.by_key

    def is_reached(self, span: Span) -> bool:
        """Whether an e-mail address or a phone number stands between two places."""
        words = self.document.text[slice(*span)]
        return (
            EMAIL.search(words) is not None
            or _REACHED.search(words) is not None
            or any(anchor.url.startswith("mailto:") for anchor in self.document.anchors_in(*span))
            or phones.phone(words, self.cues.language) is not None
        )


@lru_cache(maxsize=512)
def is_somebody(line: str, language: Language) -> bool:
    """Whether a line begins with a person or a unit: “Ann Ek, adviser”."""
    first = line.partition(",")[0].rpartition(":")[2].strip()  # “Att.: Ann Ek”
    return people.is_person(first, language) or people.is_unit(first, language)
