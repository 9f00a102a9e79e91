"""What several sections are together: rows about one organisation, a page about one."""

from __future__ import annotations

import re
from functools import cache
from itertools import pairwise, takewhile

from hansa.reading import people
from hansa.reading.authority import called
from hansa.reading.document import Document
from hansa.reading.known import is_known
from hansa.reading.languages import Language, all_languages
from hansa.reading.lists import is_a_noun
from hansa.reading.outline import Cues, Field, Section, cues_of
from hansa.reading.scoring import names_what_follows
from hansa.reading.spoken import keys_of
from hansa.reading.told_twice import as_one, tell_of

SURE_OF_ONE = 0.8
HEADLINES = frozenset(("heading", "bold", "line"))
FEW_WORDS = 3
OFTEN = 2  # times
SHORTEST_PLACE = 5  # letters of a place that is one word of the authority's name
LONGEST_TEXT = 20_000
LONGEST_LINE = 90  # letters, of a box


def joined(sections: list[Section], document: Document) -> list[Section]:
    """The sections, where rows of a table that name one organisation are one: a row for each person sent there."""
    first: dict[str, Section] = {}
    kept: list[Section] = []
    for section in sections:
        is_row = section.sure and section.heading is not None and section.heading.kind == "row"
        name = people.bare(document.of(section.heading)) if is_row and section.heading else ""
        standing = first.setdefault(name, section) if name else section
        if standing is section:
            kept.append(section)
        else:
            standing.paragraphs += section.paragraphs
            standing.fields += section.fields
    _without_half(kept, document)
    as_one(kept, document)
    return _without_overview(kept)


def _without_half(sections: list[Section], document: Document) -> None:
    """Of a heading that names two networks, the half of which another heading below tells by itself is left to that:
    “CPMR and Baltic Sea Commission” above “Baltic Sea Commission”."""
    told = [one for one in sections if one.sure and one.called and not one.listed and one.heading]
    for half, other in pairwise(told):
        if half.heading is None or other.heading is None or half.level != other.level:
            continue
        if "\n" in document.text[half.heading.start : other.heading.end]:
            continue
        for one in (half, other):
            keys = keys_of(one.called) if one.called else set()
            if any(below.level > one.level and below.called and keys & keys_of(below.called) for below in told):
                one.sure = 0.0


def _without_overview(sections: list[Section]) -> list[Section]:
    """The sections without the items of a list that only name what a heading further down tells of."""
    told = {key for one in sections if one.sure and one.called and not one.listed for key in keys_of(one.called)}
    for section in sections:
        bare = section.listed and not section.paragraphs and not section.fields
        if bare and section.called and keys_of(section.called) & told:
            section.sure = 0.0
        if _is_but_a_topic(section, sections):
            section.sure = 0.0
    return _of_one_name(sections)


def _is_but_a_topic(section: Section, sections: list[Section]) -> bool:
    """Whether nothing stands below a heading but another that says it in full: “KIMO”, “KIMO International”."""
    if not section.sure or section.called is None or section.paragraphs or section.fields or section.listed:
        return False
    name = section.called.name.text
    below = (one for one in sections if one.sure and one.called and one.within is section)
    return any(one.called is not None and one.called.name.text.startswith(f"{name} ") for one in below)


def _of_one_name(sections: list[Section]) -> list[Section]:
    """The sections, where the one organisation of a page has two headings, of different ranks: what stands below the
    second is told of the first."""
    sure = [section for section in sections if section.sure and section.called]
    begun: dict[str, Section] = {}
    for one in sure:
        name = one.called.name.text if one.called else ""
        standing = begun.setdefault(name, one)
        if standing is not one and one.heading is not None and one.heading.kind == "lead" and not one.listed:
            tell_of(standing, one)  # “The network is …”, “The network wants …”
    sure = [section for section in sure if section.sure]
    first = sure[0] if len(sure) > 1 else None
    if first is None or first.called is None or first.listed:
        return sections
    same = all(one.called and one.called.name.text == first.called.name.text for one in sure)
    if not same or any(one.level == first.level for one in sure[1:]):
        return sections
    for one in sure[1:]:
        tell_of(first, one)
    return sections


def without_headlines(sections: list[Section], document: Document, language: Language, authority: str | None) -> None:
    """A heading that begins with the authority's own name and goes on is a headline: “Westsea joins a network”, “The
    Union in Europe”, of the Union of the Hill Villages."""
    own = called(authority, language)
    if not own:
        return
    place = own[:2][-1].split()[0]
    every = tuple({*own, *(word for word in (place, own[0].split()[0]) if len(word) >= SHORTEST_PLACE)})
    article, goes_on = cues_of(language).article, _goes_on()
    for section in sections:
        if section.heading is None or section.heading.kind not in HEADLINES or section.listed:
            continue
        words = document.of(section.heading)
        before = article.match(words)
        words = words[before.end() :] if before else words
        begins = words.startswith(every) and any(
            words.startswith(name) and goes_on.match(words, len(name)) for name in every
        )
        if begins and not is_known(document.of(section.heading), whole=True):
            section.sure = 0.0


@cache
def _goes_on() -> re.Pattern[str]:
    """What stands behind a name with which a sentence begins: a word in small letters but “of”, or a number."""
    return re.compile(rf"\s(?!{all_languages().joining('of')})(?:[a-zß-ÿ]|\d)")


def contact_of_one(sections: list[Section], document: Document, cues: Cues) -> None:
    """On a page about one organisation the person in a box headed “Contact”, or “More information”, is whom to ask."""
    own = _the_one(sections, document)
    if own is None:
        return
    _website_of_one(own, sections, cues)
    if own.of("contact"):
        return
    for section in sections:
        if not section.sure and (told := section.of("contact")):
            own.fields += told
            return
        heading = document.of(section.heading) if section.heading and not section.sure else ""
        asks = len(heading.split()) <= FEW_WORDS and cues.language.has(heading, "contact", "read_more")
        lines = list(takewhile(lambda block: _may_tell_of_somebody(document.of(block)), section.paragraphs))
        if not asks or not lines or lines[0] in own.paragraphs:
            continue
        if people.is_person(document.of(lines[0]).partition(",")[0].strip(), cues.language):
            own.fields.append(Field("contact", lines[0].start, lines[-1].end, heading))
            return


def _the_one(sections: list[Section], document: Document) -> Section | None:
    """The one organisation that a page is about, if it is about one."""
    sure = [section for section in sections if section.sure]
    first = next((document.of(b) for b in document.blocks if b.kind in ("heading", "line") and b.level == 1), "")
    own = next((section for section in sure if section.level == 1), sure[0] if len(sure) == 1 else None)
    if own is None or own.called is None:
        return None
    keys = keys_of(own.called)
    text = people.bare(document.text[:LONGEST_TEXT])
    is_told = own.heading is not None and own.heading.kind == "mention" and max(map(text.count, keys)) >= OFTEN
    if first and not any(key in people.bare(first) for key in keys) and not is_told:
        return None
    return own


def _website_of_one(own: Section, sections: list[Section], cues: Cues) -> None:
    """On a page about one organisation “Website of the network: …” is its own, wherever that stands."""
    if own.of("website"):
        return
    told = (field for section in sections if not section.sure for field in section.of("website"))
    own.fields += [one for one in told if any(is_a_noun(word, cues.language) for word in one.label.lower().split())][:1]


def _may_tell_of_somebody(line: str) -> bool:
    """Whether a line may be of a box that tells whom to ask, rather than begin something else: “Share this:”."""
    return len(line) <= LONGEST_LINE and not line.endswith(":")


def about_one(sections: list[Section], document: Document, cues: Cues, authority: str | None) -> None:
    """Make a page on which no section speaks of an organisation that of the one that its first heading names.

    “Westsea in the Climate Alliance”: a name in the heading that the text goes on speaking of.
    """
    first = next((s for s in sections if s.heading is not None and s.level == 1), None)
    if first is None or first.heading is None or any(section.sure for section in sections):
        return
    named = names_what_follows(document.of(first.heading), first.heading.start, document, cues, authority)
    if named is None:
        return
    first.called, first.named = named, 1
    for section in sections[sections.index(first) + 1 :]:
        above = section.within
        while above is not None and above is not first:
            above = above.within
        if above is not None:
            if section.heading is not None and section.heading.kind in ("line", "bold"):
                first.paragraphs.append(section.heading)
            first.paragraphs += section.paragraphs
            first.fields += section.fields
    first.sure = SURE_OF_ONE
