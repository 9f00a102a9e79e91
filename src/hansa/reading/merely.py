"""Where networks are but named: beside whom something was arranged, who paid for it, who is quoted, and below a heading
that says that the authority belongs to none of what stands there."""

from __future__ import annotations

import re
from functools import cache

from hansa.reading.belonging import member_of, takes_part
from hansa.reading.document import Document
from hansa.reading.known import is_institution
from hansa.reading.languages import Language
from hansa.reading.lists import is_expected, is_in_another_form
from hansa.reading.outline import Section
from hansa.reading.spoken import Named

MOST_ABOVE = 4  # headings
FEWEST_POINTS = 2
_QUOTES = re.compile(r"[“”„«»\"‘’]")


def is_unjoined(section: Section, document: Document, language: Language) -> bool:
    """Whether a section's heading, or one above it, says that the authority is no member of what stands below:
    “Under consideration”, “Not a member: KIMO”."""
    here: Section | None = section
    for _ in range(MOST_ABOVE):
        if here is None:
            return False
        heading = here.heading  # the page's title is on all that it tells
        if heading and heading.level != 1 and language.has(document.of(heading), "unjoined_heading"):
            return True
        here = here.within
    return False


def but_names(sentence: str, language: Language) -> bool:
    """Whether a sentence but names networks, as those who pay for something or whose people are quoted: “Supported by
    …”, “…, says Ann Ek, director of Polis”, “joins us from METREX”, “according to a survey by Energy Cities”."""
    if not language.has(sentence, "supported_by", "says", "in_passing"):
        return False
    if member_of(language).search(sentence) or language.has(sentence, "since", "member_words", "fee_words"):
        return False
    return language.has(sentence, "supported_by", "in_passing") or _QUOTES.search(sentence) is not None


def is_with_us(before: str, sentence: str, language: Language) -> bool:
    """Whether a name stands behind “with”, as of one with whom something is done: “arranged a day with Polis”; what
    stands `before` it tells, unless the sentence speaks of belonging."""
    if (
        not language.has(before, "arm_in_arm")
        or language.has(sentence, "left", "ended")
        or _arm_in_arm(language).search(before) is None
    ):
        return False
    return not (
        member_of(language).search(sentence)
        or takes_part(language).search(sentence)
        or language.has(sentence, "since", "member_words", "fee_words", "represents")
    )


@cache
def _arm_in_arm(language: Language) -> re.Pattern[str]:
    beside = rf"(?<!\w)(?:{language.any_of('arm_in_arm')})(?:(?<=['’])|\s)"
    little = r"(?:[a-zà-ÿ’']{1,4}\s)?"
    joint = rf"(?:,\s|\s(?:{language.any_of('and')})\s)"
    another = rf"(?-i:[A-ZÀ-ÖØ-ÞŁŚŻ])[\w’'-]{{1,30}}(?:\s\w[\w’'-]{{1,30}}){{0,2}}?{joint}"  # “with METREX and ”
    return re.compile(rf"{beside}{little}(?:{another}{little}){{0,2}}\Z", re.I)


def is_told_of(named: Named, of_networks: bool) -> bool:
    """Whether anything was said of a network that speaks for belonging to it, but on a page `of_networks`, or of one;
    of a body of the EU, that somebody sits there for the authority."""
    if is_an_institution(named):
        return named.seated
    return of_networks or not named.known or named.points - named.known > FEWEST_POINTS


def is_on_one(every: list[Named], known: set[str], bare: list[Section]) -> bool:
    """Whether a page tells of one network, in several sentences."""
    return len(every) == 1 and not (known or bare) and len(every[0].sentences) > 1


def says_seat(sentence: str, language: Language) -> bool:
    """Whether a sentence says that somebody sits, or the authority belongs, in what it names."""
    return language.has(sentence, "sits") or member_of(language).search(sentence) is not None


def is_an_institution(named: Named) -> bool:
    """Whether what is named is a body of the EU, of which many pages tell what it does."""
    return named.section.called is not None and is_institution(named.section.called.name.text)


def is_of_networks(title: str, language: Language) -> bool:
    """Whether a page's title speaks of networks: in the plural, or, as that is as the singular in Nordic languages, of
    the authority's: “Våra nätverk”."""
    if is_expected(title, language) and language.has(title, "our"):
        return True
    return any(is_in_another_form(word, language) for word in title.casefold().split())
