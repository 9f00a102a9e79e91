"""Since when, where a page tells it above or below its networks rather than with each: “We have been in Eurocities and
Polis since 2008”, “… joined Eurocities in 2004 and Polis in 2011”, “a member of all the networks below since 2008”.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from hansa.reading import dates, people
from hansa.reading.authority import speaks_of_us
from hansa.reading.belonging import is_former, is_planned
from hansa.reading.document import Document
from hansa.reading.known import known_in
from hansa.reading.languages import Language, alternatives
from hansa.reading.outline import Section
from hansa.reading.overseers import speaks_of_several
from hansa.reading.paired import MEMBER, MOST_IN_A_SENTENCE, OF_OTHERS, Named, pairs
from hansa.reading.sentences import sentences
from hansa.reading.since import joined, plain_since, without_founding
from hansa.reading.ties import takes_part
from hansa.reading.types import Membership, Organisation, Span

RULE, SURE = "since, told above", 0.84
PATH = "membership.since"
LONGEST_BLOCK = 2000
MOST_ORGANISATIONS = 200
SHORTEST_NAME = 3
_YEAR = re.compile(r"(?:19|20)\d\d")


def since_above(
    found: list[Organisation], sections: list[Section], document: Document, language: Language, authority: str | None
) -> None:
    """Give each organisation of which it is not told since when the date that stands with its name, or with “all”, in a
    sentence below no organisation's heading."""
    open_ones = [one for one in found if not (one.membership and (one.membership.since or one.membership.until))]
    if not open_ones or len(found) > MOST_ORGANISATIONS:
        return
    by_name = {name: one for one in found for name in _names(one)}
    named: re.Pattern[str] | None = None  # made where a sentence may tell
    for block in (block for section in sections if not section.sure for block in section.paragraphs):
        end = min(block.end, block.start + LONGEST_BLOCK)
        if not (
            _YEAR.search(document.text, block.start, end) and _may_tell(document.text[block.start : end], language)
        ):
            continue
        for first, last in sentences(document.text, block.start, end, language):
            words = document.text[first:last]
            if not (_YEAR.search(words) and _may_tell(words, language) and speaks_of_us(words, language, authority)):
                continue
            named = named or _named(by_name, language)
            here = [(by_name[at["name"]], at.span()) for at in named.finditer(words)]
            for one, date, (start, stop) in _told(words, here, found, language):
                if one in open_ones and not (one.membership and one.membership.since):
                    one.membership = one.membership or Membership()
                    one.membership.since = date
                    one.evidence[PATH] = (first + start, first + stop)
                    one.confidence[PATH], one.rules[PATH] = SURE, RULE


def _names(one: Organisation) -> Iterator[str]:
    every = [one.name.text, one.abbreviation or "", *(name.text for name in one.other_names)]
    return (name for name in every if len(name) >= SHORTEST_NAME)


def _named(by_name: dict[str, Organisation], language: Language) -> re.Pattern[str]:
    """The names of a page's organisations, in any case where the language puts names into cases."""
    case = r"(?::?-?[a-zäö]{1,9})?" if not language.words["articles"] else ""
    return re.compile(rf"(?<!\w)(?P<name>{alternatives(by_name)}){case}(?!\w)")


def _may_tell(words: str, language: Language) -> bool:
    return language.has(words, *MEMBER) or takes_part(language).search(words) is not None


def _told(
    words: str, here: list[Named], found: list[Organisation], language: Language
) -> Iterator[tuple[Organisation, str, Span]]:
    """Each organisation of which a sentence says since when the authority is in it."""
    if language.has(words, *OF_OTHERS) or people.everybody(words, language):
        return
    if is_former(words, language) or is_planned(words, language):
        return
    if len(here) > 1:
        if len(here) <= MOST_IN_A_SENTENCE:
            yield from ((one, date, span) for one, (date, span) in pairs(words, here, language))
        return
    if here and len(list(known_in(words, 0, len(words)))) > 1:
        return
    told = without_founding(dates.with_years(words, language), language)
    if len(dates.dates_in(told, language)) != 1:
        return
    date = joined(told, language, listed=False)
    if date is None or not (here or (_is_of_all(words, language) and plain_since(language).search(words))):
        return
    for one in [here[0][0]] if here else found:
        yield one, date[0], (date[1], date[2])


def _is_of_all(words: str, language: Language) -> bool:
    """Whether a sentence speaks of all the networks of the page, and of none by its name."""
    is_told = language.has(words, "all_of") and speaks_of_several(words, language)
    return is_told and not language.has(words, "except_for") and not any(known_in(words, 0, len(words)))
