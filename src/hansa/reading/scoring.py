"""How sure it is that a section speaks of one organisation."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable
from functools import cache
from itertools import islice
from urllib.parse import urlsplit

from hansa.reading import names
from hansa.reading.abbreviations import expansion, spelled
from hansa.reading.addresses import is_platform, website
from hansa.reading.authority import called, is_place_of
from hansa.reading.belonging import (
    says_membership,
    sends_somebody,
)
from hansa.reading.document import Document
from hansa.reading.first_lines import announces_several, says_since_when
from hansa.reading.headings import as_below, as_joined, named_in_heading, parsed, without_place
from hansa.reading.known import is_institution, is_known, known_in
from hansa.reading.languages import Language
from hansa.reading.listed_people import those_sent
from hansa.reading.lists import DATE, is_expected
from hansa.reading.merely import is_no_member, is_unjoined
from hansa.reading.national import names_section
from hansa.reading.outline import OF_MEMBERSHIP, SURE_NAMED, Cues, Section
from hansa.reading.persons import persons
from hansa.reading.refusing import is_none
from hansa.reading.sentences import sentences
from hansa.reading.spoken import without_case

OF_ORGANISATION = frozenset("members_label countries_label founded_label parent_label summary_label".split())
LONGEST_HEADING = 140
ENOUGH_POINTS = 3
REFUSED, PLAIN = -9, -2  # no name; but words for networks: “Our networks”
FEWEST_BESIDE = 2
ENOUGH_TOLD_BESIDE = 2
SURE_BESIDE, SURE_ALIKE = 0.5, 0.8  # of one that bears the labels of those beside it
MOST_PARAGRAPHS = 20
_SHORT = re.compile(r"[A-ZÀ-ÖØ-Þ]{3,10}(?!\w)")
_WRITTEN_TO = re.compile(r"\w@\w|\w\s?[(\[{][\w@-]{1,12}[)\]}]\s?[\w-]{2,40}(?:\.|\s?[(\[{])")
_CAPITAL = re.compile(r"(?<!\w)[A-ZÀ-ÖØ-ÞĄĆČĘĽŁŃŚŠŹŻŽ]")
_OF_BODIES = ("delegates", "board", "assemblies", "bodies", "committee_words", "representative_label")
MOST_IN_PASSING = 2
FEW_PARAGRAPHS = 4
ENOUGH_SAID, FEW_SAID = 4, 2  # kinds of things, of what is known to be an organisation fewer
SHORTEST_NAME = 3
MOST_SHORT = 5  # abbreviations in a paragraph
SHORT_HEADING = 4  # words
LONGEST_BEGINNING = 1500
SHORTEST_TOLD = 60  # letters
_OF_SOMEBODY = frozenset("contact email phone title_label unit_label representative_label unknown_label".split())
_SAID = (
    ("founded_verbs",), ("since", "left"), ("fee_words",), ("chair", "vice-chair", "board"), ("secretariat",),
    ("represents",), ("answers_for", "contact"), ("members_label", "member_words"), ("phone", "email"),
)  # fmt: skip


def speaks_of_organisation(section: Section, document: Document, cues: Cues) -> float:
    """How sure it is that a section speaks of one organisation: 0 (not at all) to 1.

    Points are given to the heading (an abbreviation, a word for an organisation) and to what stands below it (a
    website, a contact, other facts, a sentence that says what it is): both must speak for it, or the latter amply.
    """
    if section.heading is None:
        return 0.0
    text = document.of(section.heading)
    if not any(map(str.isalpha, text)):
        return 0.0  # “…”
    if is_unjoined(section, document, cues.language) or is_no_member(section, document, cues):
        section.named = REFUSED
        return 0.0
    if section.listed:
        section.called = section.called or without_case(parsed(text, section.heading.start, cues), cues.language)
        section.named = 2
        return section.listed
    told_so = section.heading.field == "name_label"
    if cues.language.has(text, "left_heading"):
        section.named = REFUSED
        return 0.0
    if cues.read_more.fullmatch(text) or len(text) > LONGEST_HEADING + 60 * told_so:
        section.named = REFUSED
        return 0.0
    fields = {f.name for f in section.fields}
    of_membership = section.told_below or not OF_MEMBERSHIP.isdisjoint(fields)
    if not told_so and is_none(text, cues, of_membership=of_membership):
        section.named = REFUSED
        return 0.0
    if section.called is None:
        section.called = named_in_heading(text, section.heading.start, cues)
        if section.called is None or "?" in section.called.name.text:
            section.named = REFUSED
            return 0.0  # “Eurotowns? No, but others”
        if section.heading.kind == "lead":
            section.called = without_case(section.called, cues.language)
        without_place(section, text, document)
        as_joined(section, document, cues)
        as_below(section, text, document, cues)
        above = section.within
        whole = above.called if above is not None and above.sure else None
        if whole and _is_a_group_of(whole, section.called, cues.language):
            section.called.abbreviation = None  # “Sustainable Cities Commission (UBC)”, below the UBC
        elif whole and _says_again(whole, section.called, text):
            section.named = REFUSED  # “What does the UBC do?”, on the page of the UBC
            return 0.0
        section.named = _name_points(text, section.called, cues)
        section.named += 3 * told_so  # the label, or the column's heading, says what it is
    if 0 <= section.named < SURE_NAMED and announces_several(section, text, document, cues):
        section.named = PLAIN  # “Networks on the climate”
    if section.named == PLAIN and "name_label" not in fields:
        return 0.0
    if is_institution(text):
        if _tells_of_a_seat(section, document, cues):
            section.named = max(section.named, SURE_NAMED)
        elif not of_membership and not _may_tell_of_a_seat(section, document, cues):
            section.named = REFUSED
            return 0.0  # “There are nine seats for our country”
    told = 2 * ("website" in fields or _web_addresses(section, document))
    told += 2 * ("contact" in fields or "email" in fields)
    if section.named > 0 and not cues.language.has(text, *_OF_BODIES):
        of_membership = of_membership or bool(those_sent(section, document, cues.language))
    told += 2 * (of_membership or (section.named >= 0 and says_since_when(section, document, cues.language)))
    told += min(2, sum(f.name in OF_ORGANISATION for f in section.fields))
    described = _told_points(section, document, cues)
    told += described or int(section.named >= 2 and bool(section.paragraphs))
    if section.paragraphs and (described or section.named > 0):
        told += ENOUGH_TOLD_BESIDE * _is_among_networks(section, document, cues)
    told += 2 * (section.level == 1 and section.named > 0 and _is_the_page_about(section.called, document))
    told += 2 * _is_spoken_of(section, text, document, cues)
    if section.level == 1 and section.named <= 0:
        if not _is_the_topic(text, document, cues):
            return 0.0  # “Our work in Brussels”
        told += 3
    told += bool(told and section.named >= 0 and _is_below_plain(section, document, cues))
    if section.named <= 0 and not told_so and not like_a_name(section) and _is_of_topics(text, cues):
        return 0.0  # “The international level”
    if (
        section.named <= 0
        and not (told_so or described > 1 or is_known(text))
        and _says_nothing(section, document, cues)
    ):
        return 0.0  # “Risks”, above the contact at the page's end
    section.told = told = told or int(told_so)
    points = section.named + told
    if not told or points < ENOUGH_POINTS + (section.named <= 0):
        return 0.0
    return min(1.0, points / 5 + 0.3)


def _is_below_plain(section: Section, document: Document, cues: Cues) -> bool:
    """Whether the heading above is no name: “Our networks”; above what looks like one, “Membership” too."""
    above = section.within
    if above is None or above.heading is None or above.named != REFUSED:
        return above is not None and above.named == PLAIN
    return section.named > 0 and cues.is_plain(document.of(above.heading))


def _says_nothing(section: Section, document: Document, cues: Cues) -> bool:
    """Whether paragraphs stand below a heading that say nothing as of an organisation or a membership."""
    if any(field.name not in _OF_SOMEBODY for field in section.fields) or _web_addresses(section, document):
        return False
    return any(block.kind == "paragraph" for block in section.paragraphs) and not _said(section, document, cues, 1)


def _is_the_topic(text: str, document: Document, cues: Cues) -> bool:
    """Whether a page's first heading is what its title begins with, and its text speaks of belonging to it."""
    is_title = (document.title or "").startswith(text) and " " in text
    beginning = document.text[:LONGEST_BEGINNING]
    often = document.text.count(text) > MOST_IN_PASSING + 1
    told = cues.language.has(beginning, "member_words", "member_of", "since", "organisation_words")
    return is_title and often and told


def _is_spoken_of(section: Section, text: str, document: Document, cues: Cues) -> bool:
    """Whether a heading is but the name of a network that is known, and a paragraph stands below it, or one that tells
    of a membership: “Member from 1996 to 2012”."""
    is_name = is_known(text, whole=True) and len(text.split()) <= SHORT_HEADING
    if not is_name:
        return False
    if any(block.end - block.start > SHORTEST_TOLD for block in section.paragraphs[:MOST_PARAGRAPHS]):
        return True
    said = [document.of(block) for block in section.paragraphs[:FEW_PARAGRAPHS] if block.kind != "item"]
    return any(cues.language.has(words, "since", "member_words", "left", "belonged", "represents") for words in said)


def _is_a_group_of(above: names.Heading, here: names.Heading, language: Language) -> bool:
    """Whether a heading names a group, with the abbreviation of the network above it in brackets."""
    is_its = here.abbreviation is not None and here.abbreviation[0] in (
        above.name.text,
        above.abbreviation[0] if above.abbreviation else "",
    )
    return is_its and here.name.text != above.name.text and language.has(here.name.text, "groups", "commissions")


def _says_again(above: names.Heading, here: names.Heading, text: str) -> bool:
    """Whether a heading names the organisation of the one above once more: “Aims of the UBC”."""
    every, own = ({h.name.text, *([h.abbreviation[0]] if h.abbreviation else [])} for h in (above, here))
    return bool(every & own) or any(text[slice(*at)] in every for at in known_in(text, 0, len(text)))


def _tells_of_a_seat(section: Section, document: Document, cues: Cues) -> bool:
    """Whether the first paragraphs below the name of a European body say who sits there for the authority."""
    if section.of("representative_label") or section.of("deputy_label"):
        return True
    return any(
        sends_somebody(document.text[start:end], cues.language)
        for block in section.paragraphs[:2]
        for start, end in sentences(document.text, block.start, min(block.end, block.start + 500), cues.language)
    )


def _may_tell_of_a_seat(section: Section, document: Document, cues: Cues) -> bool:
    """Whether the first paragraphs of a section, or a field of it, name somebody or speak of a membership at all; where
    every noun has a capital, they may."""
    if cues.language.capital_nouns:
        return True
    told = [(block.start, block.end) for block in section.paragraphs[:FEW_PARAGRAPHS]]
    told += [(field.start, field.end) for field in section.fields[:FEW_PARAGRAPHS]]
    for first, last in ((start, min(end, start + 500)) for start, end in told):
        words = document.text[first:last]
        if says_membership(words, cues.language) or cues.language.has(words, "secretariat"):
            return True
        if next(persons(document.text, cues.language, first, last), None) is not None:
            return True
    return False


def _is_among_networks(section: Section, document: Document, cues: Cues) -> bool:
    """Whether the heading above says that networks stand below it: “Networks of cities”, not “Member of Eurocities”."""
    above = section.within
    if above is None or above.heading is None or above.named > 0 or above.sure:
        return False
    text = document.of(above.heading)
    if not is_expected(text, cues.language) or is_known(text):
        return False
    heading = document.of(section.heading) if section.heading else ""
    said = [document.text[slice(*at)] for b in section.paragraphs[:2] for at in known_in(document.text, b.start, b.end)]
    others = {name for name in said if name not in heading}
    return section.named > 0 or len(others) < MOST_IN_PASSING  # not “Cities by the coast”, which tells of several


def liken(sections: list[Section], document: Document, cues: Cues) -> None:
    """Headings that stand beside those of organisations, of one rank with them, head organisations too.

    Not those that only say “Our networks”, “Read more”, nor those below which nothing is said as of a membership.
    """
    ranks: defaultdict[tuple[int, str], list[Section]] = defaultdict(list)
    for section in sections:
        if section.heading is not None:
            ranks[section.level, section.heading.kind].append(section)
    for alike in ranks.values():
        sure = sum(section.sure > 0 for section in alike)
        if sure < FEWEST_BESIDE:
            continue
        labels = _labels_of(section for section in alike if section.sure)
        bear = [any(field.label.casefold() in labels for field in s.fields if not field.row) for s in alike]
        may_be = [
            (s, SURE_ALIKE if bears else SURE_BESIDE)
            for s, bears in zip(alike, bear, strict=True)
            if not s.sure and s.called and _may_be_beside(s, document, cues, bears=bears)
        ]
        if 3 * sure >= len(may_be) and 10 * (sure + len(may_be)) >= 6 * len(alike):
            for section, likely in may_be:
                section.sure = likely


def _is_of_topics(text: str, cues: Cues) -> bool:
    """Whether a heading holds an adjective or a topic that no name need be made of: “The international level”."""
    return not _topics(cues).isdisjoint(word.strip(",:&–-") for word in text.casefold().split())


@cache
def _topics(cues: Cues) -> frozenset[str]:
    return frozenset({*cues.generic, *cues.language.words["topic_words"]}) - cues.language.function_words


def like_a_name(section: Section) -> bool:
    """Whether a heading is written like a name: one word, several capitals, or words that names are made of."""
    name = section.called.name.text if section.called else ""
    return section.named > 0 or len(name.split()) == 1 or len(_CAPITAL.findall(name)) > 1


def _labels_of(sections: Iterable[Section]) -> set[str]:
    """The labels of what two or more of some sections tell of an organisation or a membership: “Founded”, “Fee”."""
    every = Counter(
        label for one in sections for label in {f.label.casefold() for f in one.fields if f.name not in _OF_SOMEBODY}
    )
    return {label for label, count in every.items() if label and count >= FEWEST_BESIDE}


def _may_be_beside(section: Section, document: Document, cues: Cues, *, bears: bool) -> bool:
    """Whether a heading may be a name: “Euromontana”, not “Other kinds of work”; with facts below it."""
    items = [document.of(block) for block in section.paragraphs if block.kind == "item"]
    of_news = 2 * sum(DATE.search(item) is not None for item in items) >= len(items) > 0
    if section.named < 0 or not like_a_name(section) or of_news:
        return False
    if section.told >= ENOUGH_TOLD_BESIDE or bears:
        return True
    said = _said(section, document, cues)
    return section.told + said >= ENOUGH_TOLD_BESIDE - (section.named > 0 and said > 0)


def _said(section: Section, document: Document, cues: Cues, most: int = FEW_PARAGRAPHS) -> int:
    """How many kinds of things the first paragraphs say that are said of organisations and memberships."""
    blocks = section.paragraphs[:most]
    text = "\n".join(document.text[block.start : min(block.end, block.start + 500)] for block in blocks)
    return sum(cues.language.has(text, *kind) for kind in _SAID) + bool(_WRITTEN_TO.search(text))


def _is_the_page_about(called: names.Heading, document: Document) -> bool:
    """Whether a page's first heading names what its text goes on speaking of."""
    words = called.abbreviation[0] if called.abbreviation else called.name.text
    return document.text.count(words) > MOST_IN_PASSING


def names_what_follows(
    text: str, offset: int, document: Document, cues: Cues, authority: str | None
) -> names.Heading | None:
    """The name in a heading, no place's and not the authority's, of which the text below says much."""
    own = called(authority, cues.language)
    begins = [at.start() for run in names.NAMES.finditer(text) for at in _CAPITAL.finditer(text, *run.span("name"))]
    for begin in begins:
        run = names.NAMES.match(text, begin)
        words = run["name"] if run else ""
        if (
            cues.is_plain(words)
            or len(words) < SHORTEST_NAME
            or words.casefold() in cues.language.countries
            or any(words in name for name in own)
        ):
            continue
        nouns = (*cues.language.words["organisation_words"], *cues.language.words["documents"])
        is_noun = words.casefold() in nouns and not is_known(words)
        if is_noun or any(is_place_of(words, name) for name in own):
            continue
        below = Section(None, paragraphs=[b for b in document.blocks if b.start > offset + len(text)][:MOST_PARAGRAPHS])
        enough = MOST_IN_PASSING - (is_known(words) or cues.language.has(words, "organisation_words"))
        said = _said(below, document, cues, MOST_PARAGRAPHS)
        if document.text.count(words) > enough and said >= (ENOUGH_SAID if enough == MOST_IN_PASSING else FEW_SAID):
            return names.parse(words, offset + begin)
    return None


def _web_addresses(section: Section, document: Document) -> bool:
    """Whether a web address stands in a section: written out, or behind a link that leads off the site."""
    for block in section.paragraphs[:MOST_PARAGRAPHS]:
        anchors = document.anchors_in(block.start, block.end)
        if any(a.url[:4].lower() == "http" and not is_platform(urlsplit(a.url).netloc) for a in anchors):
            return True
        if website(document.text[block.start : min(block.end, block.start + 500)]):
            return True
    return False


def _name_points(text: str, called: names.Heading, cues: Cues) -> int:
    """How much a heading looks like an organisation's name; below 0 where it only says “Our networks”."""
    is_short = names.is_abbreviation(text) and text.isupper() and sum(map(str.isalpha, text)) >= SHORTEST_NAME
    is_told = called.abbreviation or names_section(text, cues.language)
    points = 2 * bool(is_told) or int(is_known(text, whole=True) or is_short)
    words = text.lower().split()
    if not points and cues.is_plain(text):
        return PLAIN
    if cues.organisation_in(text) or any(len(word) > 8 and word.strip("(),").endswith(cues.endings) for word in words):
        points += 1
    return points


def _told_points(section: Section, document: Document, cues: Cues) -> int:
    """How much the first paragraphs read like a description of what the heading names."""
    said = [document.text[block.start : min(block.end, block.start + 500)] for block in section.paragraphs[:2]]
    if not said or section.called is None:
        return 0
    points = int(any(cues.language.has(text, "definition", "consists") for text in said))
    if section.heading is not None and names.is_abbreviation(section.called.name.text):
        first = section.paragraphs[0]
        end = min(first.end, first.start + 500)
        points += 2 * bool(expansion(document.text, first.start, end, section.called.name.text, cues.language))
    abbreviation = section.called.abbreviation
    names_of_it = (section.called.name.text, *([abbreviation[0]] if abbreviation else []))
    article = cues.article.match(said[0])
    begins = said[0][article.end() :] if article else said[0]
    points += any(name in said[0] or name.replace(".", "") in " ".join(said) for name in names_of_it) or any(
        spelled(names_of_it[0], short.group(), cues.language) for short in islice(_SHORT.finditer(said[0]), MOST_SHORT)
    )
    short = _SHORT.match(begins)
    by_name = begins.startswith(names_of_it) or bool(short and spelled(names_of_it[0], short.group(), cues.language))
    is_lead = section.heading is not None and section.heading.kind == "lead"
    if (by_name or is_lead) and cues.defines.search(begins[:200] if by_name else said[0][:120]):
        points += 2 + 2 * is_lead  # “Eurocities is a network …”, “Eurocities – a network …”
    return points + bool(by_name or cues.subject.match(said[0]))
