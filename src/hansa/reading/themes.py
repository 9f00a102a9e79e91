"""Headings that read like a name and are the theme of what stands below: “Climate”, “Our county and the world”.

What stands below tells: it says of several networks that are known by other names that the authority belongs to them.
Then each of these is told of by itself. Where it says so of one alone, and does not name what the heading says, the
section is that one's. What is but called a member of nothing is none of the authority's either.
"""

from __future__ import annotations

from itertools import islice

from hansa.reading import mentions, names, people
from hansa.reading.denied import is_not_ours
from hansa.reading.document import Document
from hansa.reading.known import is_known, known_in
from hansa.reading.languages import Language
from hansa.reading.listing import top_of
from hansa.reading.lists import is_a_noun, says_organisation
from hansa.reading.outline import Section
from hansa.reading.saying import says_what_it_is
from hansa.reading.sentences import sentences

SEVERAL = 2
MOST_KNOWN = 40  # names of networks below a heading
SURE = 0.6  # of what is named below
PLAINLY = 0.9
ENOUGH_HEADINGS = 4  # of a page that has them in capitals
LONGEST_SHORT = 10  # letters of an abbreviation
_HEADINGS = frozenset(("heading", "bold", "line"))


def set_aside(sections: list[Section], document: Document, language: Language, authority: str | None) -> None:
    """Take what is but the theme of several networks below it for no organisation, and call the theme of one by that;
    set aside, too, of what the first sentence says that the authority is no member."""
    top = top_of(document.blocks)
    shouted = _shouted(sections, document)
    for section in sections:
        if section.sure and id(section) in shouted:
            section.sure = 0.0
        if section.sure and _is_of_the_site(section, top):
            section.sure = 0.0  # “LP – the county's magazine”, above the page's title
        if section.sure and is_not_ours(section, document, language, authority):
            section.sure, section.paragraphs = 0.0, section.paragraphs[1:]
        is_through = section.heading is not None and _is_through(document.of(section.heading), language)
        if not section.sure or not (is_through or _may_be_a_theme(section, document, language)):
            continue
        told = mentions.sections_of([section], document, language, authority, set(), [])
        if sum(_is_named(one, language) for one in told) >= (1 if is_through else SEVERAL) and not section.fields:
            section.sure = 0.0
        elif (
            len(told) == 1
            and _is_the_one(told[0], section, language)
            and _leads_to(told[0], section, document, language)
        ):
            section.called, section.named = told[0].called, 1


def _shouted(sections: list[Section], document: Document) -> set[int]:
    """The sections of a page all of whose headings are words in capitals, “SPAS”, “CERAMICS”, “PEACE”: not one of them
    is a network that is known, nor stands again, as an abbreviation would, in the text below."""
    headed = [one for one in sections if one.heading and one.heading.kind in _HEADINGS and one.level != 1]
    words = [document.of(one.heading) for one in headed if one.heading]
    if len(words) < ENOUGH_HEADINGS or not all(map(str.isupper, words[:-1])) or any(map(is_known, words)):
        return set()
    if max(map(len, words)) < LONGEST_SHORT:
        return set()
    alone = [one for one, word in zip(headed, words, strict=True) if word.isupper() and " " not in word]
    return {id(one) for one in alone if one.heading and document.text.count(document.of(one.heading)) == 1}


def _is_of_the_site(section: Section, top: int) -> bool:
    """Whether a line that reads like a heading stands above the page's title, and is no network that is known."""
    if section.heading is None or section.heading.kind not in ("bold", "line") or section.called is None:
        return False
    return section.end <= top and not section.listed and not is_known(section.called.name.text, whole=True)


def _is_the_one(told: Section, section: Section, language: Language) -> bool:
    """Whether what the text names is plainly an organisation, or so much is told of it below a mere theme."""
    return _is_named(told, language) or (told.called is not None and told.sure >= PLAINLY and section.named <= 0)


def _is_named(told: Section, language: Language) -> bool:
    """Whether what the text names is plainly an organisation: known, shortened, or told by a word for one."""
    called = told.called
    if called is None or told.sure < SURE:
        return False
    name = called.name.text
    return is_known(name) or called.abbreviation is not None or says_what_it_is(name, language)


def _leads_to(told: Section, section: Section, document: Document, language: Language) -> bool:
    """Whether what stands below a heading does not name what that says, nor speaks of a membership before it names
    what it tells of."""
    name = people.bare(section.called.name.text) if section.called else ""
    if any(name in people.bare(document.of(block)) for block in section.paragraphs):
        return False
    begins = told.heading.start if told.heading else 0
    block = next((one for one in section.paragraphs[:SEVERAL] if one.start <= begins < one.end), None)
    if block is None:
        return False
    first = section.paragraphs[0].start
    before = next((s for s, end in sentences(document.text, block.start, block.end, language) if s <= begins < end), 0)
    return not language.has(document.text[first:before], "member_words", "takes_part", "since")


def _is_through(words: str, language: Language) -> bool:
    """Whether a heading says by way of whom the networks below are told of: “Through the Association of Counties”."""
    way = language.find(words, "by_way_of")
    return way is not None and (not words[: way.start()].strip() or not words[way.end() :].strip())


def _is_of_a_field(words: str, language: Language) -> bool:
    """Whether a heading is but common words, among them one for networks: “Networks in culture and schools”."""
    every = words.lstrip("0123456789. ").split()
    plain = language.all_of("generic", "network_words")
    nouns = [word for word in every if is_a_noun(word.casefold(), language)]
    if not nouns or any(word.casefold() not in plain for word in nouns):
        return False  # “European forum for safe towns”
    common = language.all_of("generic", "topic_words", "function_words") if language.capital_nouns else ()
    return all(word.islower() or word.casefold() in common for word in every[1:])


def _may_be_a_theme(section: Section, document: Document, language: Language) -> bool:
    """Whether a heading names nothing that is known nor, below the page's title, says that it is an organisation, and
    what is told below names something that is known."""
    if section.heading is None or section.heading.kind not in _HEADINGS or section.listed or section.called is None:
        return False
    words = document.of(section.heading)
    if section.called.abbreviation or section.called.other_names or is_known(words):
        return False
    is_title = section.heading.kind == "heading" and section.level == 1
    if names.is_abbreviation(words.replace(".", "")):
        return False
    if says_organisation(words, language) and not is_title and not _is_of_a_field(words, language):
        return False
    own = people.bare(words)
    below = (at for block in section.paragraphs for at in known_in(document.text, block.start, block.end))
    is_one = any(people.bare(document.text[slice(*at)]) not in own for at in islice(below, MOST_KNOWN))
    return is_one or (
        section.named <= 0 and own not in people.bare(document.text[section.start : section.end])[len(own) :]
    )
