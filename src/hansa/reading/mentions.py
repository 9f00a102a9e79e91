"""Organisations named in running text: “We are members of Eurocities, of the CPMR and of …”.

A sentence counts where it says that the authority belongs to what it names. What else the page says of each is found in
the sentences that name it alone, or that follow one of these and speak of “the network”.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from itertools import islice

from hansa.reading import figures, names, people
from hansa.reading.document import Block, Document
from hansa.reading.languages import Language
from hansa.reading.lists import says_organisation
from hansa.reading.names import Heading
from hansa.reading.outline import Section, cues_of
from hansa.reading.types import Span

LONGEST_BLOCK = 20_000
LONGEST_NAME = 120
MOST_NAMES = 60
SURE = 0.8
_ASIDE = re.compile(r"\(([^()]{2,80})\)")
_PIECE_ENDS = re.compile(r",\s|;\s|:\s|\.\s|\s[–—]\s|\n")
_CAPITAL = re.compile(r"(?<![\w’'])(?:[dl][’'])?([A-ZÀ-ÖØ-ÞŁŚŻŹĆ][\w’'&/.-]{0,40})")
_LOWER = re.compile(r"[^\W\d_]+")


def sections_of(
    others: list[Section], document: Document, language: Language, authority: str | None, known: set[str]
) -> list[Section]:
    """Sections of the organisations that the text of `others` names; `known` are the folded names that have one."""
    found: dict[str, Section] = {}
    for section in others:
        if section.heading is not None and cues_of(language).read_more.fullmatch(document.of(section.heading)):
            continue
        for block in section.paragraphs:
            _read_block(block, document, language, authority, known, found)
    return list({id(section): section for section in found.values()}.values())


def _read_block(
    block: Block,
    document: Document,
    language: Language,
    authority: str | None,
    known: set[str],
    found: dict[str, Section],
) -> None:
    """The organisations that a paragraph says the authority belongs to, and what its sentences say of each."""
    latest: Section | None = None
    ours = False
    for span in figures.sentences(document.text, block.start, min(block.end, block.start + LONGEST_BLOCK), language):
        sentence = document.text[span[0] : span[1]]
        belongs = _belongs(sentence, language, authority, after_one=ours)
        if belongs is not None:
            ours = True
            for heading in islice(_named(document, span, belongs, language), MOST_NAMES):
                if len(found) < MOST_NAMES and not _keys(heading) & known and not _keys(heading) & found.keys():
                    made = Section(Block("mention", *heading.span), called=heading, sure=SURE, named=1)
                    found |= dict.fromkeys(_keys(heading), made)
        here = _spoken_of(sentence, found)
        if len(here) == 1:
            latest = here[0]
        elif here or not cues_of(language).subject.match(sentence.lstrip()):
            latest = None
        if latest is not None:
            latest.paragraphs.append(Block("paragraph", *span))
        elif len(here) > 1:
            _share(sentence, span, here, document)


def _belongs(sentence: str, language: Language, authority: str | None, *, after_one: bool) -> int | None:
    """Where in a sentence what the authority belongs to may begin; None where it does not say that it does."""
    match = _member_of(language).search(sentence)
    if match is None or language.has(sentence[: match.start()], "formerly", "left"):
        return None
    before = sentence[: match.end()]
    ours = language.has(before, "we", "we_subject") or bool(authority and authority in before)
    if ours or (after_one and language.has(before, "adverbs")) or not re.search(r"\w", sentence[: match.start()]):
        return match.end()
    return None


@cache
def _member_of(language: Language) -> re.Pattern[str]:
    """“We belong to”, an adverb within it or not: “we also belong to”."""
    adverb = rf"(?:\s(?:{language.any_of('adverbs')}))?"
    cues = (
        rf"{adverb}\s".join(re.escape(word) for word in cue.split())
        for cue in sorted(language.words["member_of"], key=len, reverse=True)
    )
    return re.compile(rf"(?<!\w)(?:{'|'.join(cues)})(?!\w)", re.I)


def _named(document: Document, span: Span, begin: int, language: Language) -> Iterator[Heading]:
    """The organisations that a sentence names from an offset on: linked, with an abbreviation, or in its list."""
    text = document.text
    start, end = span[0] + begin, span[1]
    taken: list[Span] = []
    for anchor in document.anchors_in(start, end):
        words = text[slice(*anchor.span)]
        if re.match(r"https?://", anchor.url) and words[:1].isupper() and len(words) <= LONGEST_NAME:
            behind = _ASIDE.match(text, anchor.span[1] + 1) if anchor.span[1] + 1 < end else None
            last = behind.end() if behind and names.is_abbreviation(behind[1]) else anchor.span[1]
            taken.append((anchor.span[0], last))
            yield names.parse(text[anchor.span[0] : last], anchor.span[0])
    for aside in _ASIDE.finditer(text, start, end):
        if any(a <= aside.start() < b for a, b in taken) or not _may_be_name(aside[1]):
            continue
        first = _name_start(text, start, aside.start(), aside[1], language)
        if first is not None and not any(a < aside.start() and first < b for a, b in taken):
            taken.append((first, aside.end()))
            yield names.parse(text[first : aside.end()], first)
    for piece in _pieces(text, start, end, language):
        if not any(a < piece[1] and piece[0] < b for a, b in taken) and _is_name(text[slice(*piece)], language):
            yield names.parse(text[slice(*piece)], piece[0])


def _may_be_name(words: str) -> bool:
    return names.is_abbreviation(words.split(",")[0].strip()) or (words[:1].isupper() and " " in words)


def _name_start(text: str, start: int, end: int, aside: str, language: Language) -> int | None:
    """Where the name before an aside begins: where its initials are the abbreviation's, else behind the last sign."""
    piece_start = max([start, *(m.end() for m in _PIECE_ENDS.finditer(text, start, end))])
    words = list(_LOWER.finditer(text, max(piece_start, end - LONGEST_NAME), end))
    abbreviation = aside.split(",")[0].strip()
    if names.is_abbreviation(abbreviation):
        letters = people.bare("".join(c for c in abbreviation if c.isalpha()))
        for first in range(len(words) - 1, -1, -1):
            if _spells([people.bare(word.group()) for word in words[first:]], letters):
                return words[first].start()
    capitals = [m.start(1) for m in _CAPITAL.finditer(text, piece_start, end)]
    joints = [m.end() for m in language.pattern("and").finditer(text, piece_start, end)]
    behind = [c for c in capitals if joints and c == joints[-1] + 1 and says_organisation(text[c:end], language)]
    return next(iter(behind or capitals), None)


def _spells(words: list[str], letters: str) -> bool:
    """Whether an abbreviation is made of the words' first letters in order, little words left out or in."""
    if not words or not letters or words[0][0] != letters[0] or len(words) > 3 * len(letters):
        return False
    place = 0
    for word in words:
        if place < len(letters) and word[0] == letters[place]:
            place += 1
    return place == len(letters)


def _pieces(text: str, start: int, end: int, language: Language) -> Iterator[Span]:
    """What stands between the commas and the “and”s, from its first capital on."""
    joint = re.compile(rf"{_PIECE_ENDS.pattern}|\s(?:{language.any_of('and')})\s", re.I)
    position = start
    for match in [*joint.finditer(text, start, end), None]:
        last = match.start() if match else end
        words = text[position:last].rstrip(" .;:")
        first = _CAPITAL.search(words)
        lead = words[: first.start(1)].split() if first else []
        if first and len(lead) <= 3 and all(_is_little(word, language) for word in lead):
            yield position + first.start(1), position + len(words)
        position = match.end() if match else end


def _is_little(word: str, language: Language) -> bool:
    lowered = word.lower().strip("’'")
    little = (*language.words["articles"], *language.words["organisation_words"], *language.words["subjects"])
    return lowered in language.function_words or lowered in little or len(lowered) <= 2


def _is_name(words: str, language: Language) -> bool:
    """Whether a piece of a list is an organisation's name: short, without a verb, and no place or person."""
    if not 2 < len(words) <= LONGEST_NAME or words.lower() in language.countries or words[-1] in "?!":
        return False
    if names.is_abbreviation(words):
        return True
    count = len(words.split())
    if count > 12 or language.has(words, "authority_words", "we", "unit_words"):
        return False
    if says_organisation(words, language):
        return True
    return count <= 3 and all(word[:1].isupper() for word in words.split()) and not people.is_person(words, language)


def _keys(heading: Heading) -> set[str]:
    every = [heading.name.text, *(name.text for name, _ in heading.other_names)]
    return {people.bare(name) for name in [*every, heading.abbreviation[0] if heading.abbreviation else ""] if name}


def _spoken_of(sentence: str, found: dict[str, Section]) -> list[Section]:
    """The organisations that a sentence names, in its order."""
    folded = people.bare(sentence)
    places = []
    for name, section in found.items():
        match = _whole(name).search(folded)
        if match:
            places.append((match.start(), section))
    return list({id(section): section for _place, section in sorted(places, key=lambda p: p[0])}.values())


@cache
def _whole(name: str) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w){re.escape(name)}(?!\w)")


def _share(sentence: str, span: Span, here: list[Section], document: Document) -> None:
    """Of a sentence that names several, each has the words from its name to the next one's."""
    folded = people.bare(sentence)
    if len(folded) != len(sentence):
        return
    starts = []
    for section in here:
        if section.called is not None:
            at = min((m.start() for key in _keys(section.called) if (m := _whole(key).search(folded))), default=-1)
            starts.append((at, section))
    starts.sort(key=lambda pair: pair[0])
    for (start, section), following in zip(starts, [*(s for s, _ in starts[1:]), len(sentence)], strict=True):
        if 0 <= start < following:
            section.paragraphs.append(Block("clause", span[0] + start, span[0] + following))
