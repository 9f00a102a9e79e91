"""A section of a page, its labelled values, and the cues of a language that sections are told by."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache
from typing import NamedTuple

from hansa.reading import names
from hansa.reading.document import Block
from hansa.reading.labels import labels_of
from hansa.reading.languages import Language, alternatives, languages
from hansa.reading.types import Span

LONG_STEM = 5  # letters


SURE_NAMED = 3  # points of a name that is plainly one
MOST_ABOVE = 4  # headings
OF_MEMBERSHIP = frozenset(
    "since_label until_label kind_label fee_label committee_label representative_label deputy_label observer_label "
    "role_label unit_label board_label".split()
)


@dataclass(slots=True)
class Field:
    """A labelled value: which field, the span of the value (of the line, where it is empty), and the label's words.

    Values of one `row` of a table (0 where there is none) tell of the same person.
    """

    name: str
    start: int
    end: int
    label: str = ""
    row: int = 0


class Asked(NamedTuple):
    """Where the page says whom to ask about an organisation elsewhere than below its heading; the contact's own words
    begin at `value`; `sure` where they stand in a list of contacts; `card` where they are the lines of one, for which
    a `unit` may be named above."""

    start: int
    end: int
    value: int
    of_all: bool
    sure: bool = False
    unit: Span | None = None
    card: bool = False


class Sentence(NamedTuple):
    """A sentence, where it stands, and the cues that may stand in it."""

    span: Span
    text: str
    cues: frozenset[str]


@dataclass(slots=True)
class Section:
    """A heading (None before the first) with the paragraphs and fields below it.

    `level` is 1 to 6 as in HTML, 7 for a heading that is but bold, 8 for a row of a table, 9 for the bold or linked
    beginning of a list's item, 0 in plain text.
    `sure` is how sure it is that the section speaks of one organisation: 0 (not at all) to 1; `named` how much the
    heading looks like the name of one, `told` how much is said below it, `called` the names in it; `sentences`, and
    the `cues` that may stand in them, are kept when first asked for; `listed` how sure a list of organisations
    makes it that its item is one; `asked` what says elsewhere whom to ask about it,
    `apart` what stands here and says it of each of several; `told_below` whether a bold line
    below it stands above labelled values of a membership.
    """

    heading: Block | None
    level: int = 0
    paragraphs: list[Block] = field(default_factory=list)
    fields: list[Field] = field(default_factory=list)
    asked: list[Asked] = field(default_factory=list)
    apart: list[Span] = field(default_factory=list)
    within: Section | None = None
    sure: float = 0.0
    named: int = 0
    told: int = 0
    called: names.Heading | None = None
    sentences: list[Sentence] | None = None
    cues: frozenset[str] | None = None
    listed: float = 0.0
    told_below: bool = False

    def stands_below(self) -> Iterator[Section]:
        """The sections that this one stands within, from the nearest on; of many levels the first."""
        here = self.within
        for _ in range(MOST_ABOVE):
            if here is None:
                return
            yield here
            here = here.within

    def of(self, name: str) -> list[Field]:
        """The fields of one kind."""
        return [f for f in self.fields if f.name == name]

    @property
    def start(self) -> int:
        """Where the section begins."""
        firsts = [self.heading, *self.paragraphs[:1], *self.fields[:1]]
        return min((first.start for first in firsts if first is not None), default=0)

    @property
    def end(self) -> int:
        """Where the section's last words end; what is told of it elsewhere on the page set aside."""
        own = [block for block in self.paragraphs if block.kind != "elsewhere"]
        lasts = [self.heading, *own[-1:], *self.fields[-1:]]
        return max((last.end for last in lasts if last is not None), default=0)


class Cues:
    """The patterns of one language that sections are told by; one for each language is kept (`cues_of`)."""

    def __init__(self, language: Language) -> None:
        self.language = language
        self.labels = labels_of(language)
        self.defines = re.compile(
            rf"(?:(?<!\w)(?:{language.any_of('definition')})\s|\A)(?:[\w-]{{1,25}}(?:\s|[’'])){{0,6}}?"
            rf"(?:{language.any_of('organisation_words')})(?!\w)",
            re.I,
        )
        self.defined = re.compile(
            rf"(?:(?i:the|{language.any_of('articles')})\s|[DL]['’])?(?P<name>[A-ZÀ-ÞŁŚ][^.,;:()\n]{{1,90}}?(?:,\s[A-Z]\w{{2,9}})?(?:\s\([^()\n]{{2,90}}\))?)"
            rf"(?:\sof\sthe\s[A-Z]{{3,8}})?\s(?=(?i:{language.any_of('definition')})(?!\w))"
        )
        self.spelled_out = re.compile(
            rf"(?:(?i:the|{language.any_of('articles')})\s|[DL]['’])?"
            r"(?P<name>[A-ZÀ-ÞŁŚ][^.,;:()\n]{1,110}\s\([^()\n]{2,90}\)),?\s(?=[a-zà-ÿ])"
        )  # “ERIAFF (European Regions for …) connects regions”
        stem = re.escape(next(iter(language.words["member_words"]), "-")[:LONG_STEM])
        little = alternatives(language.function_words | set(language.words["articles"]))
        # “Member of the …”, “Membership in …”
        self.membership = re.compile(rf"(?i:{stem}\w*\s(?:(?:{little})\s){{1,3}})(?=[A-ZÀ-ÞŁŚ])")
        self.read_more = re.compile(rf"(?:{language.any_of('read_more')})\b.{{0,40}}", re.I)
        self.navigation = re.compile(rf"(?:{language.any_of('navigation')})\b", re.I)
        self.updated = re.compile(rf"(?<!\w)(?:[\w’'-]{{1,12}}\s){{0,3}}(?:{language.any_of('updated')})(?!\w)", re.I)
        every = languages()[language.code], *(one for code, one in languages().items() if code == "en")
        self.every = every
        self.endings = tuple(word for word in language.words["organisation_words"] if len(word) > 5)
        articles = rf"(?:(?:{language.any_of('articles')})\s|[dl][’'])?"
        self.subject = re.compile(rf"(?:the\s)?{articles}(?:{language.any_of('subjects')})\b", re.I)
        self.article = re.compile(rf"(?:the\s|{articles})", re.I)
        self.generic = {word for one in every for word in (*one.words["generic"], *one.function_words)}
        self.passing = {*self.generic, *language.words["member_words"], *language.words["is"]}

    def is_plain(self, words: str) -> bool:
        """Whether words are but adjectives and nouns that make no name: “our European networks”."""
        return all(word.strip(",:&–-") in self.generic for word in words.casefold().split())

    def organisation_in(self, words: str) -> bool:
        """Whether a word for an organisation stands in some words, of the page's language or in English."""
        return any(one.has(words, "organisation_words") for one in self.every)


@cache
def cues_of(language: Language) -> Cues:
    """The cues of a language."""
    return Cues(language)
