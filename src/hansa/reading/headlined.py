"""Who is told of in a headline: “Mayor Asta Lind elected to the board of Polis”, above news that say no more of it."""

from __future__ import annotations

from itertools import islice

from hansa.reading.affiliation import OF_AN_OFFICE, own_names
from hansa.reading.authority import called
from hansa.reading.document import Block
from hansa.reading.facts import Facts, section_rule
from hansa.reading.outline import Section
from hansa.reading.politicians import politicians

LONGEST = 200  # letters
FEWEST_WORDS = 4
MOST_BEFORE = 100  # blocks before a page's first heading


@section_rule("who is told of in a headline")
def headlined(facts: Facts, section: Section) -> None:
    """The offices that the page's headline, or the one that the network is named in, gives to somebody."""
    for block in _headlines(facts, section):
        words = facts.document.of(block)
        if len(words) > LONGEST or len(words.split()) < FEWEST_WORDS or not facts.language.has(words, *OF_AN_OFFICE):
            continue
        ours = called(facts.authority, facts.language)
        if any(name in words for name in own_names(facts) if name and name not in ours):
            politicians(facts, Section(section.heading, section.level, [block], called=section.called))


def _headlines(facts: Facts, section: Section) -> list[Block]:
    """The heading in which an organisation is named, and the page's first."""
    beginning = islice(facts.document.blocks, MOST_BEFORE)
    first = next((block for block in beginning if block.kind == "heading"), None)
    own = facts.document.block_at(section.heading.start) if section.heading else None
    every = [own, *([first] if first != own else [])]
    return [block for block in every if block is not None and block.kind == "heading"]
