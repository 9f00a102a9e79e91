"""The one organisation that a page is about, which no heading need name: a news item, “Westsea in Europe”.

It is the one that the page's text names more often than any other network, in its title too or from its first words
on, and of which it says what is said of a membership. All that stands below the page's first heading is told of it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from itertools import islice

from hansa.reading import names, people
from hansa.reading.abbreviations import spelled
from hansa.reading.authority import called, is_place_of
from hansa.reading.belonging import belonging
from hansa.reading.committees import names_a_committee
from hansa.reading.document import Block, Document
from hansa.reading.gathering import take_in
from hansa.reading.known import is_known, is_programme, is_short_of, known_in
from hansa.reading.languages import Language, languages
from hansa.reading.lists import says_organisation
from hansa.reading.names import Heading
from hansa.reading.naming import named_in
from hansa.reading.national import names_section
from hansa.reading.outline import Cues, Section
from hansa.reading.sentences import sentences
from hansa.reading.spoken import keys_of, may_be_called, without_case, word_at

SURE_OF_TOPIC = 0.75
SURE_OF_KNOWN = 0.5
SEVERAL, MANY = 2, 4
LONGEST_PAGE = 12_000  # letters of what may be about one
MOST_SECTIONS = 3  # of organisations that the page seemed to tell of
MOST_SENTENCES = 120
FIRST_PARAGRAPHS = 8
MOST_NAMES = 12  # of a sentence
FEWEST_TIMES = 3  # points
AHEAD, FAR_AHEAD = 1.5, 3  # times as often as the next
SURE_NAME = 2  # how much a name looks like one
FEW_WORDS = 3
_APPOSED = re.compile(r"\s?[,–—(-]")
IN_TITLE, AT_FIRST = 3, 1  # points
OF_BELONGING = 2  # points of a sentence
LONG_WORD, LONG_STEM = 7, 6  # letters


@dataclass(slots=True)
class Named:
    """An organisation that the text names: the headings that it is called by, and in how many sentences it is."""

    headings: list[Heading] = field(default_factory=list)
    keys: set[str] = field(default_factory=set)
    points: float = 0.0
    is_titled: bool = False
    belonging: int = 0  # the most that a sentence which names it says that the authority belongs to something


def about_a_topic(
    sections: list[Section], mentioned: list[Section], document: Document, cues: Cues, authority: str | None
) -> bool:
    """Make all that stands below the first heading the section of the one organisation that the page is about.

    Not where another network is `mentioned` of which enough is said, too. Gives whether it was done.
    """
    language = cues.language
    heads = [place for place, one in enumerate(sections) if _is_first(one)]
    bold = [place for place, one in enumerate(sections) if one.heading and one.heading.kind == "bold"]
    first = next((place for place in heads or bold if _is_title(sections[place], document)), next(iter(heads), None))
    sure = [section for section in sections if section.sure]
    if first is None or len(document.text) > LONGEST_PAGE or len(sure) > MOST_SECTIONS:
        return False
    if any(_stands_by_itself(one, document, cues, authority) for one in sure):
        return False
    article = list(_article(sections[first:], document))
    told = [block for one in article for block in _blocks(one) if not _is_but_a_link(block, document)]
    own = sections[first]
    title = document.of(own.heading) if own.heading else ""
    topic = _topic(told, title, document, language, authority) or _only(mentioned, sure, told)
    if topic is None or (own.sure and own.called and _are_same(own.called, topic)):
        return False
    others = [one for one in mentioned if _is_another(one, topic)]
    if len(others) >= (MANY if topic.is_titled else SEVERAL) or (
        not topic.is_titled and any(_has_address(one, document) for one in others)
    ):
        return False
    heading = _best(topic, language)
    same = [one for one in mentioned if one.called and _are_same(one.called, topic)]
    told_of, named = max((one.sure for one in same), default=0), max((one.named for one in same), default=1)
    own.called, own.named, own.sure, own.listed = heading, named, max(SURE_OF_TOPIC, told_of), 0.0
    for section in sure:
        if section is not own:
            section.sure = 0.0
    for section in article[1:]:
        take_in(own, section, document, cues)
        section.paragraphs, section.fields, section.within = [], [], own
    own.sentences = own.cues = None
    return True


def _only(mentioned: list[Section], sure: list[Section], told: list[Block]) -> Named | None:
    """The one organisation that is named on the page, among the first paragraphs below its heading."""
    if sure or len(mentioned) != 1 or mentioned[0].called is None or mentioned[0].sure <= SURE_OF_KNOWN:
        return None
    heading = mentioned[0].called
    beginning = told[:FIRST_PARAGRAPHS]
    if not beginning or not beginning[0].start <= heading.span[0] < beginning[-1].end:
        return None
    return Named([heading], keys_of(heading))


def _are_same(heading: Heading, topic: Named) -> bool:
    """Whether a heading names the topic."""
    return bool(keys_of(heading) & topic.keys)


def _is_first(section: Section) -> bool:
    """Whether a section is that of the page's first heading."""
    return section.heading is not None and section.heading.kind in ("heading", "line") and not section.listed


def _is_title(section: Section, document: Document) -> bool:
    """Whether most of a heading's words stand in the page's title."""
    words = set(re.findall(r"\w{3,}", people.bare(document.of(section.heading)))) if section.heading else set()
    title = set(re.findall(r"\w{3,}", people.bare(document.title or "")))
    return 2 * len(words & title) > len(words)


def _stands_by_itself(section: Section, document: Document, cues: Cues, authority: str | None) -> bool:
    """Whether a section that tells of an organisation does so for good: by a known name, one that says what it is, a
    list's or a label's."""
    if section.heading is None or section.called is None:
        return True
    words = document.of(section.heading)
    if any(own in words for own in called(authority, cues.language)):
        return False
    if names_section(words, cues.language):
        return True
    article = cues.article.match(words)
    bare = words[article.end() :] if article else words
    is_whole = section.called.name.text in (words, bare) or section.called.abbreviation is not None
    if is_whole and not section.listed and section.named > 0 and not _says_something(words, cues):
        return True
    is_short = section.called.abbreviation is not None or words == section.called.name.text
    is_named = section.heading.field == "name_label" or section.heading.kind in ("row", "label")
    return (
        is_named
        or (is_short and is_known(section.called.name.text, whole=True))
        or bool(section.called.abbreviation and is_known(section.called.abbreviation[0], whole=True))
    )


def _says_something(words: str, cues: Cues) -> bool:
    """Whether a heading is a sentence or speaks of a network but is not its name: “Westsea hosts the assembly of …”."""
    known = next(known_in(words, 0, len(words)), None)
    if cues.language.has(words, "we_subject", "we", "our") or (known and len(words[: known[0]].split()) > 1):
        return True
    small = sum(word.islower() and word not in cues.language.function_words for word in words.split())
    return small >= FEW_WORDS or cues.language.has(words, "is", "holds", "takes_part", "website")


def _is_another(section: Section, topic: Named) -> bool:
    """Whether a network is mentioned, known by its name or not, that is not the topic."""
    if section.called is None or _are_one(topic.headings, section.called):
        return False
    is_it = any(may_be_called(key, topic.keys) for key in keys_of(section.called))
    is_sure = is_known(section.called.name.text) or section.called.abbreviation is not None
    return not is_it and is_sure and section.sure > SURE_OF_KNOWN


def _has_address(section: Section, document: Document) -> bool:
    """Whether what is said of a network leads to its own site."""
    return any(
        anchor.url.startswith("http") for b in section.paragraphs for anchor in document.anchors_in(b.start, b.end)
    )


def _article(sections: list[Section], document: Document) -> Iterator[Section]:
    """The sections from the first heading on, up to the next that has but links to the site's other pages."""
    for section in sections:
        is_told = section is sections[0] or section.heading is None or not section.paragraphs or bool(section.fields)
        if not is_told and all(_is_but_a_link(block, document) for block in section.paragraphs):
            return
        yield section


def _blocks(section: Section) -> list[Block]:
    told = [Block("paragraph", f.start, f.end) for f in section.fields]
    heading = [section.heading] if section.heading is not None else []
    return sorted([*heading, *section.paragraphs, *told], key=lambda block: block.start)


def _is_but_a_link(block: Block, document: Document) -> bool:
    """Whether a block is but a link to another page of the site."""
    words = document.of(block)
    return any(
        not re.match(r"https?://|mailto:|tel:|javascript:", anchor.url, re.I)
        and document.text[slice(*anchor.span)] == words
        for anchor in document.anchors_in(block.start, block.end)
    )


def _topic(
    blocks: list[Block], title: str, document: Document, language: Language, authority: str | None
) -> Named | None:
    """The organisation that the text names more often than any other, if it says that the authority is in it."""
    every: list[Named] = []
    spans = [span for block in blocks for span in sentences(document.text, block.start, block.end, language)][
        :MOST_SENTENCES
    ]
    own = called(authority, language)
    said = 0
    for span in spans:
        points, _ours = belonging(document.text[slice(*span)], language, authority, after_one=True)
        said = max(said, points)
        before: Heading | None = None
        for heading, strength in islice(named_in(document, span, language, points > OF_BELONGING), MOST_NAMES):
            if strength < SURE_NAME or _is_no_network(heading, own, language):
                continue
            named = _enter(
                heading, every, language, before if _is_apposed(before, heading, document, language) else None
            )
            named.belonging = max(named.belonging, points)
            before = heading
    if said < OF_BELONGING or not every:
        return None
    folded = [people.bare(document.text[slice(*span)]) for span in spans]
    for named in every:
        named.points = sum(_names_it(words, named) for words in folded)
        named.points += AT_FIRST * _names_it(" ".join(folded[:3]), named)
        named.is_titled = _is_in(title, named, language)
        named.points += IN_TITLE * named.is_titled
        named.points *= 1 if _is_plainly_one(named, language) else 0.5
    best, *others = sorted(every, key=lambda one: -one.points)
    if best.points < FEWEST_TIMES or not _is_plainly_one(best, language):
        return None
    if any(
        one.belonging > OF_BELONGING
        and _is_plainly_one(one, language)
        and not (best.is_titled and best.points > FAR_AHEAD * one.points)
        for one in others
    ):
        return None  # of which the page says so, too
    second = max((one.points for one in others if not _is_of(one, best)), default=0)
    return best if best.points > AHEAD * second else None


def _is_of(one: Named, best: Named) -> bool:
    """Whether a name holds another's, or is held by it: “the assembly of the network”."""
    return any(key in longer or longer in key for key in best.keys for longer in one.keys)


def _is_no_network(heading: Heading, own: tuple[str, ...], language: Language) -> bool:
    """Whether a name is the authority's, a programme's, or that of a committee or an assembly."""
    name = heading.name.text
    if any(name.startswith(one) or is_place_of(name, one) for one in own) or is_programme(name):
        return True
    return not is_known(name, whole=True) and (
        language.pattern("bodies").match(name) is not None or names_a_committee(name, language)
    )


def _is_apposed(before: Heading | None, heading: Heading, document: Document, language: Language) -> bool:
    """Whether of two names side by side one is but what the other is called besides: “METREX, the »Network of …«”,
    “KIMO is short for …”."""
    if before is None:
        return False
    between = document.text[before.span[1] : heading.span[0]]
    words = re.findall(r"[\w’']+", between)
    little = {*language.words["articles"], *language.function_words} - {*language.words["and"]}
    if (
        _APPOSED.match(between)
        and all(word.casefold() in little for word in words[:FEW_WORDS])
        and len(words) < FEW_WORDS
    ):
        return True
    said = list(language.pattern("abbreviation_label").finditer(between))
    return bool(said) and names.is_abbreviation(before.name.text) and not between[said[-1].end() :].strip(' :„“”«»"')


def _enter(heading: Heading, every: list[Named], language: Language, beside: Heading | None) -> Named:
    """Note a name: as one more of an organisation that is known by it, by its abbreviation or as what that stands
    for, or that is called so `beside`."""
    heading = without_case(heading, language)
    keys = keys_of(heading)
    beside_it = keys_of(beside) if beside else set()
    standing = next((one for one in every if one.keys & (keys | beside_it) or _are_one(one.headings, heading)), None)
    if standing is None:
        standing = Named()
        every.append(standing)
    standing.headings.append(heading)
    standing.keys |= keys
    return standing


def _are_one(headings: list[Heading], other: Heading) -> bool:
    """Whether of two names one is the other's abbreviation."""
    return any(_is_short(a, b) or _is_short(b, a) for one in headings for a in _names(one) for b in _names(other))


def _is_short(short: str, name: str) -> bool:
    if not names.is_abbreviation(short) or " " not in name:
        return False
    return is_short_of(short, name) or spelled(name, short, languages()["en"]) or names.may_stand_for(short, name)


def _names(heading: Heading) -> list[str]:
    return [name.text for name, _span in heading.names()] + ([heading.abbreviation[0]] if heading.abbreviation else [])


def _names_it(folded: str, named: Named) -> bool:
    return any(word_at(key, folded) >= 0 for key in named.keys)


def _is_in(title: str, named: Named, language: Language) -> bool:
    """Whether a title names an organisation, be it within a longer word, or by a long word of its name in any case."""
    folded = people.bare(title)
    if _names_it(folded, named):
        return True
    if any(names.is_abbreviation(name) and f"{name}-" in title for one in named.headings for name in _names(one)):
        return True  # “KIMO-kommune”
    words = {people.bare(word) for one in named.headings for word in one.name.text.split() if len(word) >= LONG_WORD}
    telling = {word[:LONG_STEM] for word in words if not says_organisation(word, language)}
    return any(word[:LONG_STEM] in telling for word in folded.split())


def _is_plainly_one(named: Named, language: Language) -> bool:
    """Whether one of the names is a network's that is known, or tells by a word that it is one's."""
    return any(
        is_known(name) or says_organisation(name, language) or says_organisation(name, languages()["en"])
        for one in named.headings
        for name in _names(one)
    ) or any(one.abbreviation for one in named.headings)


def _best(topic: Named, language: Language) -> Heading:
    """The heading by which an organisation is called best: with its abbreviation, by its longest name; the others
    beside."""
    whole = [one for one in topic.headings if one.abbreviation and not names.is_abbreviation(one.name.text)]
    long = [one for one in topic.headings if not names.is_abbreviation(one.name.text)]
    short = [one for one in topic.headings if names.is_abbreviation(one.name.text)]
    best = next(iter(whole or long or short))
    if best.abbreviation is None and short and best not in short:
        best = replace(best, abbreviation=(short[0].name.text, short[0].span))
    return best
