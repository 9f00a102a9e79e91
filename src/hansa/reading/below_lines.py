"""Who is named below a line that tells what they are: “Westsea's members of its board are”, and people on the next."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise, takewhile

from hansa.reading import dates, people
from hansa.reading.affiliation import speaks_for_others, stands_in
from hansa.reading.belonging import is_former, is_planned, of_neighbours
from hansa.reading.delegates import enter, hold
from hansa.reading.document import Block
from hansa.reading.facts import Facts, section_rule
from hansa.reading.groups import of_a_part, of_group
from hansa.reading.languages import Language
from hansa.reading.outline import Section
from hansa.reading.posts import is_anothers
from hansa.reading.prose import is_ours, of_another
from hansa.reading.types import Office, Representative

LONGEST_LEAD, LONGEST_LINE = 180, 200  # letters
MOST_LINES, MOST_PEOPLE = 8, 3  # people on a line
FEW_WORDS = 7  # beside somebody's name
_OPENS = re.compile(r":\s*\Z")


@section_rule("who is named below a line", "board", "represents", "sits")
def below_lines(facts: Facts, section: Section) -> None:
    """The people of the lines below one that ends in “are” or a colon, and says that they sit there for us."""
    language = facts.language
    blocks = [*([section.heading] if section.heading else []), *section.paragraphs]
    for place, (lead, _first) in enumerate(pairwise(blocks)):
        words = facts.document.of(lead)
        office = "board" if language.has(words, "board") else None
        if not (office or language.has(words, "represents", "sits")) or not _leads(words, facts):
            continue
        since, until = dates.span_in(words, language)
        for block in takewhile(lambda one: _is_people(one, facts), blocks[place + 1 : place + 1 + MOST_LINES]):
            for one, before, after in _people_of(block, facts):
                if speaks_for_others(after, facts):
                    continue
                deputy = one.deputy or stands_in(before, after, language)
                at = block.start + one.start, block.start + one.end
                if office is None:
                    enter(facts, Representative(one.name, one.party, deputy=deputy), at, 0.85)
                elif not deputy:
                    hold(facts, Office(office, one.name, one.party, since, until), at, 0.82)


def _leads(words: str, facts: Facts) -> bool:
    """Whether a line says that those on the next sit there for the authority, and names nobody itself."""
    language = facts.language
    if (
        len(words) > LONGEST_LEAD
        or not is_ours(words, facts)
        or not (_OPENS.search(words) or _ends_in_is(words, language))
    ):
        return False
    if language.has(words, "chair", "vice-chair", "left", "contact", "formerly") or people.everybody(words, language):
        return False
    if is_former(words, language) or is_planned(words, language) or of_neighbours(words, language, facts.authority):
        return False
    return not (
        of_another(words, facts) or of_a_part(words, facts) or of_group(words, facts) or is_anothers(words, language)
    )


def _ends_in_is(words: str, language: Language) -> bool:
    last = words.split()[-1].casefold() if words.split() else ""
    return last in language.words["is"]


def _is_people(block: Block, facts: Facts) -> bool:
    """Whether a line is nothing but people with what they are."""
    words = facts.document.of(block)
    if block.kind == "heading" or len(words) > LONGEST_LINE or facts.language.has(words, "is", "contact", "left"):
        return False
    named = people.everybody(words, facts.language)
    if not 0 < len(named) <= MOST_PEOPLE:
        return False
    gaps = [before for _one, before, _after in people.each_with_words(words, named)] + [words[named[-1].end :]]
    return all(len(gap.split()) <= FEW_WORDS for gap in gaps)


def _people_of(block: Block, facts: Facts) -> Iterator[tuple[people.Somebody, str, str]]:
    words = facts.document.of(block)
    yield from people.each_with_words(words, people.everybody(words, facts.language))
