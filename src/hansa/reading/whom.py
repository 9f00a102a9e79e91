"""What says whom to ask about some of a page's organisations, and what there is on the page to tell it by."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import takewhile

from hansa.reading import people, phones
from hansa.reading.addresses import EMAIL
from hansa.reading.document import Block, Document
from hansa.reading.languages import Language
from hansa.reading.outline import Cues, Section
from hansa.reading.pronouns import NEAR_START
from hansa.reading.types import Span
from hansa.reading.units import unit_in

SHORTEST_NAME = 3  # letters
LONGEST_LINE = 90  # letters, of a box
MOST_WORDS_OF_A_SUBJECT = 2
LONGEST_BELOW = 160  # letters between what tells of somebody, and lines below it
_BEHIND = re.compile(r",|\s[–-]\s")
_CLAUSE = re.compile(r"[,;.:?!]|\s(?=[a-zà-ÿ]{2,6}\s[a-zà-ÿ])")  # “KIMO| that brings”
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

    def lies_in(self, spans: Iterable[Span]) -> bool:
        """Whether any of it stands in one of some parts of the text."""
        return any(start < self.end and self.start < end for start, end in spans)


@dataclass(slots=True)
class Known:
    """A page with the organisations that it tells of, and how they are called."""

    document: Document
    cues: Cues
    by_key: dict[str, Section]
    named_in: Callable[[str], dict[int, Section]]
    _every: list[Section] = field(init=False)

    def __post_init__(self) -> None:
        self._every = list({id(one): one for one in self.by_key.values()}.values())

    def every_one(self) -> list[Section]:
        """The sections of all organisations."""
        return [*self._every]

    def named_people(self, words: str) -> list[people.Somebody]:
        """The people whom some words name."""
        return [one for one in people.everybody(words, self.cues.language) if not self.is_called(one)]

    def is_called(self, one: people.Somebody) -> bool:
        """Whether what reads as a person's name is an organisation's of the page: “Terra Raetica”."""
        return people.bare(one.name) in self.by_key

    def is_reached(self, span: Span) -> bool:
        """Whether an e-mail address or a phone number stands between two places."""
        return self.has_address(span) or self._has_phone(span)

    def is_reached_in_full(self, span: Span) -> bool:
        """Whether an e-mail address as well as a phone number stand between two places."""
        return self.has_address(span) and self._has_phone(span)

    def _has_phone(self, span: Span) -> bool:
        return phones.phone(self.document.text[slice(*span)], self.cues.language) is not None

    def has_address(self, span: Span) -> bool:
        """Whether an e-mail address stands between two places."""
        words = self.document.text[slice(*span)]
        return (
            EMAIL.search(words) is not None
            or _REACHED.search(words) is not None
            or any(anchor.url.startswith("mailto:") for anchor in self.document.anchors_in(*span))
        )

    def with_lines_below(self, block: Block, start: int, last: int) -> int:
        """Where what a block tells of somebody ends, with the lines right below that give but a number or address."""
        text = self.document.text
        below = self.document.blocks_in(block.end, block.end + LONGEST_BELOW)
        for line in takewhile(
            lambda one: one.kind not in ("heading", "bold") and one.end - one.start <= LONGEST_LINE, below
        ):
            if text[last : max(last, line.start)].strip(" .\n") or self.is_reached_in_full((start, last)):
                break
            words = self.document.of(line)
            if line.start < block.end or not self.is_reached((line.start, line.end)):
                continue
            if self.cues.language.has(words, "not_asked"):
                break  # “Media enquiries: 046 …”
            if self.named_in(words) or self.named_people(words):
                break
            last = line.end
        return last

    def named_for_themselves(self, words: str) -> dict[int, Section]:
        """The organisations that a sentence names, but for those of which it says that another is a part: “the Climate
        Network, the section of KIMO”."""
        told = self.named_in(words)
        whole = self.cues.language.find(words, "part_of") if len(told) > 1 else None
        if whole is None:
            return told
        end = _CLAUSE.search(words, whole.end() + SHORTEST_NAME)
        besides = self.named_in(f"{words[: whole.end()]} {words[end.start() :] if end else ''}")
        return {key: one for key, one in told.items() if key in besides} or told

    def has_but_an_address(self, words: str, end: int, span: Span) -> bool:
        """Whether a sentence names nobody, and gives the address to which to write: “Queries on our networks: …”."""
        language = self.cues.language
        plain = not self.named_people(words) and unit_in(words, language) is None
        return plain and self.has_address((span[0], end)) and language.has(words, "contact", "invites", "questions")

    def goes_on_of_somebody(self, words: str) -> bool:
        """Whether a sentence that names nobody goes on about somebody, or a unit: “She is the contact for all these
        networks”, “Coordina tutte le adesioni”, “The team can tell you more”."""
        language = self.cues.language
        said = language.find(words, "somebody")
        goes_on = said is not None and said.start() <= NEAR_START
        goes_on = goes_on or language.pattern("looks_after").match(words.lstrip()) is not None
        goes_on = goes_on or people.is_unit(" ".join(words.split()[:MOST_WORDS_OF_A_SUBJECT]), language)
        return goes_on and not self.named_people(words)

    def first_alone(self, start: int, end: int) -> int:
        """Where the words about the first of several people end: “… Ann Ek, while Bo Ek answers for …”."""
        words = self.document.text[start:end]
        second = self.named_people(words)[1:2]
        return start + words.rfind(",", 0, second[0].start) if second else end


@lru_cache(maxsize=512)
def is_somebody(line: str, language: Language) -> bool:
    """Whether a line begins with a person or a unit: “Ann Ek, adviser”, “Ann Ek – adviser”."""
    first = _BEHIND.split(line, maxsplit=1)[0].rpartition(":")[2].strip()  # “Att.: Ann Ek”
    return people.is_person(first, language) or people.is_unit(first, language)
