"""A heading that names two networks, “Climate Alliance and Covenant of Mayors”: each has what the text below says of
it, and both have what it says of neither alone.
"""

from __future__ import annotations

from dataclasses import replace

from hansa.reading import names
from hansa.reading.document import Block, Document
from hansa.reading.known import known_in
from hansa.reading.languages import Language, languages
from hansa.reading.lists import says_organisation
from hansa.reading.outline import Section
from hansa.reading.sentences import sentences
from hansa.reading.spoken import Named, keys_of, pointers, share, spoken_of
from hansa.reading.types import Span

NEAR_START = 4  # letters of an article before the first name
LONGEST_HEADING = 160
SHORTEST_NAME = 8  # letters of a name of one word
_SIGN = " & "
_OF_ONE = frozenset("members_label countries_label founded_label website abbreviation_label name_label".split())


def parted(section: Section, document: Document, language: Language) -> list[Section]:
    """The section itself, or one for each of the two networks that its heading names."""
    two = _two(section, document, language)
    return _of_each(section, two, document, language) if two else [section]


def _two(section: Section, document: Document, language: Language) -> list[Block]:
    """Where a heading names two networks, joined by “and”; nothing where it names one, or more."""
    if section.heading is None or section.heading.end - section.heading.start > LONGEST_HEADING:
        return []
    if section.listed and not section.paragraphs:
        return []
    text = document.of(section.heading).rstrip(" :.")
    if not (language.has(text, "and") or _SIGN in text) or language.has(text, "its"):
        return []
    known = list(known_in(text, 0, len(text)))
    joints: list[Span] = [match.span() for match in language.pattern("and").finditer(text)]
    joints += [(text.find(_SIGN), text.find(_SIGN) + len(_SIGN))] if _SIGN in text else []
    start, end = section.heading.start, section.heading.start + len(text)
    for first, last in joints:
        if any(begin < first and last < behind for begin, behind in known):
            continue  # “Council of European Municipalities and Regions”
        halves = (start, start + len(text[:first].rstrip())), (end - len(text[last:].lstrip()), end)
        words = [document.text[slice(*half)] for half in halves]
        are = [_is_one(one, half[0] - start, known, language) for one, half in zip(words, halves, strict=True)]
        if all(are) or (any(are) and _is_beside_one(words[are.index(False)], section, document, language)):
            return [Block(section.heading.kind, *half, section.heading.level) for half in halves]
    return []


def _is_beside_one(half: str, section: Section, document: Document, language: Language) -> bool:
    """Whether the other half of a heading is a name, too, as it says itself or the text below, which has it alone:
    “AREPO and the European Network of Culinary Heritage”."""
    if not half[:1].isupper() and not any(word[:1].isupper() for word in half.split()[1:]):
        return False
    says = says_organisation(half, language) or says_organisation(half, languages()["en"])
    if says and len(half.split()) > 1 and not names.is_of_states(half):
        return True
    below = (document.text[block.start : block.end] for block in section.paragraphs)
    is_plain = " " not in half and (len(half) < SHORTEST_NAME or language.capital_nouns)
    return half[:1].isupper() and not is_plain and any(half in words for words in below)


def _is_one(half: str, at: int, known: list[Span], language: Language) -> bool:
    """Whether half of a heading is but the name of a network: one that is known, or one with its abbreviation."""
    called = names.parse(half, at)
    if called.abbreviation is not None and says_organisation(called.name.text, language):
        return True
    first, last = called.span
    within = [span for span in known if first <= span[0] and span[1] <= last]
    return len(within) == 1 and within[0][0] - first <= NEAR_START and within[0][1] >= last - NEAR_START


def _of_each(section: Section, two: list[Block], document: Document, language: Language) -> list[Section]:
    """The section of each of two networks, with its own part of the text."""
    fields = [field for field in section.fields if field.name not in _OF_ONE]
    both = [Named(replace(section, heading=one, paragraphs=[], fields=[*fields])) for one in two]
    found = {key: one for one, block in zip(both, two, strict=True) for key in keys_of(names.parse(document.of(block)))}
    for block in section.paragraphs:
        latest: list[Named] = both
        for span in sentences(document.text, block.start, block.end, language):
            sentence = document.text[slice(*span)]
            by_name = spoken_of(sentence, found)
            pointed = pointers(sentence, by_name, both, language)
            here = list({id(one): one for one in [*by_name, *(one for _at, one in pointed)]}.values())
            if len(here) > 1:
                latest = share(sentence, span, by_name, language, pointed)
                latest = latest if len(latest) == 1 else []  # the next sentence may be of either
                continue
            of_both = not here and language.has(sentence, "both")
            latest = both if of_both else here or latest
            if len(latest) > 1 and not of_both and language.has(sentence, "founded_verbs", "consists"):
                continue  # of one of them, and not plain of which
            for one in latest:
                one.section.paragraphs.append(Block(block.kind, *span))
    for one in both:
        one.section.paragraphs = sorted([*one.section.paragraphs, *one.sentences], key=lambda told: told.start)
    return [one.section for one in both]
