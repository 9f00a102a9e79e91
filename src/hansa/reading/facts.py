"""The findings about one organisation as they are gathered, and the register of the rules that make them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import NamedTuple

from hansa.reading.document import Document
from hansa.reading.figures import Count
from hansa.reading.hidden import Address
from hansa.reading.languages import Language
from hansa.reading.outline import Field, Section
from hansa.reading.types import Figure, Membership, Notice, Organisation, Span

SHOWN = 80  # characters of the page's words in a notice


@dataclass(slots=True)
class Facts:
    """Gathers the findings about one organisation, each with its evidence and confidence, and the doubts."""

    organisation: Organisation
    document: Document
    language: Language
    notices: list[Notice]
    authority: str | None = None
    addresses_in: Callable[[int, int], list[Address]] = field(default=lambda _start, _end: [])
    own_hosts: frozenset[str] = frozenset()  # of the authority's mailboxes
    sent: dict[str, str | None] = field(default_factory=dict)  # whom the page names as sent elsewhere, with parties
    updated: str | None = None  # the page's own date
    rule: str = "heading"
    people_of: dict[int, list[int]] = field(default_factory=dict)  # representatives by the row that names them
    contact_of: dict[int, int] = field(default_factory=dict)  # the latest contact by its row
    unit_of: dict[int, int] = field(default_factory=dict)  # of them, those that a unit's own label made

    @property
    def text(self) -> str:
        """The document's text, into which all spans point."""
        return self.document.text

    @property
    def membership(self) -> Membership:
        """The authority's membership, made when first something is said of it."""
        if self.organisation.membership is None:
            self.organisation.membership = Membership()
        return self.organisation.membership

    def note(self, path: str, span: Span, confidence: float) -> None:
        """Keep where a finding stands, and how sure it is."""
        own = self.organisation
        own.evidence[path] = span
        own.confidence[path] = round(confidence, 3)
        own.rules[path] = self.rule

    def doubt(self, code: str, message: str, span: Span) -> None:
        """Tell a person of what looks like a fact and was not understood; `{words}` stands for the page's words."""
        words = " ".join(self.text[span[0] : span[1]].split())
        shown = words if len(words) <= SHOWN else words[:SHOWN].rsplit(" ", 1)[0] + " …"
        self.notices.append(Notice(code, message.replace("{words}", f"“{shown}”"), span))

    def count(self, count: Count) -> None:
        """Take a figure; a doubtful one, or one that contradicts what was read before, becomes a notice."""
        standing = self.organisation.figures.get(count.kind)
        if count.confidence <= 0:
            self.doubt(
                "figure-doubtful",
                "{words} may tell the number of " + count.kind + "; it was left out.",
                count.span,
            )
        elif standing is None:
            self.organisation.figures[count.kind] = Figure(count.value, count.approximate)
            self.note(f"figures.{count.kind}", count.span, count.confidence)
        elif standing.value != count.value:
            message = f"{{words}} contradicts the number of {count.kind} read before, {standing.value}."
            self.doubt("figure-contradicts", message, count.span)


SectionRule = Callable[[Facts, Section], None]
FieldRule = Callable[[Facts, Field, str], None]


class Entered(NamedTuple):
    """A rule for sections, and the cues of which one must stand in a section that it has anything to say of."""

    rule: SectionRule
    cues: tuple[str, ...]


SECTION_RULES: dict[str, Entered] = {}
FIELD_RULES: dict[str, FieldRule] = {}


def section_rule(name: str, *cues: str) -> Callable[[SectionRule], SectionRule]:
    """Enter a rule that reads a whole section, where a word under one of these `cues` may stand in its sentences; one
    that is entered with none reads every section. The rules run in the order in which they were entered."""

    def enter(rule: SectionRule) -> SectionRule:
        SECTION_RULES[name] = Entered(rule, cues)
        return rule

    return enter


def field_rule(*names: str) -> Callable[[FieldRule], FieldRule]:
    """Enter a rule that reads the value behind a label; the names are those of `labels.FIELDS`."""

    def enter(rule: FieldRule) -> FieldRule:
        for name in names:
            FIELD_RULES[name] = rule
        return rule

    return enter
