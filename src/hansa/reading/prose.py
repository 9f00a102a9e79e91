"""Running text: the sentences of a section, and what they say of the organisation itself."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from hansa.reading import figures
from hansa.reading.abbreviations import spelled
from hansa.reading.authority import speaks_of_us
from hansa.reading.document import Document
from hansa.reading.facts import Facts, section_rule
from hansa.reading.known import is_institution, known_in
from hansa.reading.languages import Language, languages
from hansa.reading.lines import is_credit
from hansa.reading.numbers import has_numbers
from hansa.reading.outline import Section, Sentence
from hansa.reading.sentences import sentences
from hansa.reading.told_aside import of_something_else
from hansa.reading.types import Organisation, Span

_INTRODUCED = re.compile(
    r"\s*(?:[A-Za-zÀ-ÿ]{1,4}['’\s])?(?P<name>[A-ZÀ-ÞŁŚŻ][^.,;:()]{6,100})"
    r"\s\((?P<all>(?P<short>[A-Z][A-Za-z+]{1,9})(?:[,;][^()]{0,60})?)\)\s"
)
_CLAUSES = re.compile(r"[,;:](?!\d)")
LONGEST_SUMMARY = 4000
LONGEST_PARAGRAPH = 20_000
SHORTEST_PARAGRAPH = 15
STEM, LONGEST_CASE = 4, 3  # letters
BEGINNING = 30  # letters of a sentence
FEWEST_OF_AN_INSTITUTION = 100  # members: fewer are a country's
FEWEST_SPACES = 1  # in a labelled value that is told in words
OF_OFFICES = frozenset("board_label role_label term_label".split())
_TOLD = frozenset(
    "contact unit_label website fee_label since_label summary_label board_label role_label term_label other_label "
    "kind_label members_label unknown_label".split()
)


def sentences_of(section: Section, document: Document, language: Language) -> list[Sentence]:
    """The sentences of a section's paragraphs, and of labelled values that are told in words, once it is complete."""
    if section.sentences is None:
        told = [f for f in section.fields if f.name in _TOLD]
        spans = [(block.start, block.end) for block in section.paragraphs]
        spans += [(f.start, f.end) for f in told if document.text.count(" ", f.start, f.end) >= FEWEST_SPACES]
        section.sentences = [
            Sentence(span, words := document.text[slice(*span)], language.cues_in(words).perhaps)
            for start, end in spans
            for span in sentences(document.text, start, min(end, start + LONGEST_PARAGRAPH), language)
            if not is_credit(document.text[slice(*span)], language)
        ]
    return section.sentences


def cues_standing(section: Section, document: Document, language: Language) -> frozenset[str]:
    """The cues that may stand in a section's sentences."""
    if section.cues is None:
        section.cues = frozenset().union(*(one.cues for one in sentences_of(section, document, language)))
    return section.cues


def telling(section: Section, document: Document, language: Language, *cues: str) -> list[Sentence]:
    """The sentences of a section in which a word under one of these cues stands; that there is none is told soonest."""
    if cues_standing(section, document, language).isdisjoint(cues):
        return []
    every = sentences_of(section, document, language)
    return [one for one in every if not one.cues.isdisjoint(cues) and language.has(one.text, *cues)]


def clauses_telling(span: Span, sentence: str, language: Language, *cues: str) -> Iterator[tuple[Span, str]]:
    """A sentence; where more than one of its clauses, parted by semicolons, hold a word under these cues, each of them:
    “The mayor sits on its board; Cllr Ek represents us in the assembly”."""
    parts = sentence.split(";")
    if sum(language.has(part, *cues) for part in parts) < len(parts) or len(parts) == 1:
        yield span, sentence
        return
    begin = span[0]
    for part in parts:
        yield (begin, begin + len(part)), part
        begin += len(part) + 1


@section_rule("summary")
def summary(facts: Facts, section: Section) -> None:
    """The first paragraph says what the organisation is."""
    if facts.organisation.summary is not None:
        return
    for block in section.paragraphs:
        if block.end - block.start > SHORTEST_PARAGRAPH and block.kind != "item":
            facts.organisation.summary = facts.document.of(block)[:LONGEST_SUMMARY]
            facts.note("summary", (block.start, min(block.end, block.start + LONGEST_SUMMARY)), 0.9)
            return


@section_rule("figures")
def counted(facts: Facts, section: Section) -> None:
    """How many members and countries, and since when the organisation exists."""
    own = facts.organisation
    called = [name for name in (own.name.text, own.abbreviation) if name]
    of_offices = [
        (f.start, f.end)
        for f in section.fields
        if f.name in OF_OFFICES and (f.name != "role_label" or facts.language.has(facts.text[f.start : f.end], "board"))
    ]
    every = sentences_of(section, facts.document, facts.language)
    is_named = any(name in sentence for _span, sentence, _cues in every for name in called)
    is_headed = section.heading is not None and section.heading.kind not in ("mention", "lead")
    by_themselves: list[figures.Count] = []
    few: list[figures.Count] = []
    of_towns: list[figures.Count] = []  # of which it is made: members, where none are told of
    told: set[str] = set()
    for place, (span, sentence, _cues) in enumerate(every):
        if not has_numbers(sentence, facts.language):
            continue
        if any(start <= span[0] < end for start, end in of_offices):
            continue  # so many sit on the board
        if introduces_another(sentence, own) or (is_named and _begins_with_another(sentence, facts)):
            continue
        first = is_headed and not place
        for count in figures.in_sentence(sentence, span[0], facts.language, facts.authority, called, is_first=first):
            if of_something_else(sentence, count.span[0] - span[0], facts.language, called):
                continue  # “The working group was set up in 2015”
            if count.kind == "members" and count.value < FEWEST_OF_AN_INSTITUTION and is_institution(own.name.text):
                continue  # “of the 21 members from our country, one is …”
            if count.kind == "members" and count.confidence and count.value < figures.FEWEST_BY_THEMSELVES:
                few.append(count)  # “the council appoints three members”
            elif count.kind == "members" and figures.BY_THEMSELVES < count.confidence < figures.OF_MEMBERS:
                of_towns.append(count)  # “it covers 157 towns. It has 14 members”
            elif count.confidence != figures.BY_THEMSELVES:
                told.add(count.kind)
                facts.count(count)
            elif not is_ours(sentence, facts) or _is_in_its_clause(sentence, count.span[0] - span[0], facts):
                by_themselves.append(count)
    for count in [*of_towns, *(one for one in few if one.confidence != figures.BY_THEMSELVES)]:
        told.add(count.kind)
        facts.count(count)
    for count in by_themselves[:1] if "members" not in {*told, *own.figures} else ():
        facts.count(count)
    own.figures = dict(sorted(own.figures.items(), key=lambda told: own.evidence[f"figures.{told[0]}"]))


def _is_in_its_clause(sentence: str, place: int, facts: Facts) -> bool:
    """Whether a place in a sentence on the authority is in a clause of the organisation's: “(the city is in the OWHC),
    which has 250 towns”, “(…), a network of 120 towns”."""
    language = facts.language
    joints = list(language.pattern("breakers").finditer(sentence))
    breaks = sorted([m.start() for m in joints] + [m.end() for m in _CLAUSES.finditer(sentence)])
    first = max((at for at in breaks if at <= place), default=0)
    clause = sentence[first : min((at for at in breaks if at > place), default=len(sentence))]
    common = " ".join(word for word in clause.split() if language.capital_nouns or not word[0].isupper())
    its = any(m.start() == first for m in joints) or language.has(common, "subjects")
    return bool(first) and its and not is_ours(clause, facts)


def introduces_another(sentence: str, own: Organisation) -> bool:
    """Whether a sentence begins with another organisation's name and abbreviation: “The Conference of … (CPMR) …”."""
    begins = _INTRODUCED.match(sentence)
    if begins is None:
        return False
    names = {own.name.text, own.abbreviation, *(name.text for name in own.other_names)}
    short, name = begins["short"], begins["name"]
    alike = any(one and (one in name or name in one or one in begins["all"]) for one in names)
    return not alike and not spelled(own.name.text, short, languages()["en"])


def _begins_with_another(sentence: str, facts: Facts) -> bool:
    """Whether a sentence begins with a network that is known, and is not this one: “In the CEMR, 60 …”."""
    return of_another(sentence[:BEGINNING], facts) and of_another(sentence, facts)


@lru_cache(maxsize=128)  # several rules look at the same sentence
def known_names(sentence: str) -> tuple[str, ...]:
    """The names of networks that are known, as a sentence has them."""
    return tuple(sentence[slice(*at)] for at in known_in(sentence, 0, len(sentence)))


def of_another(sentence: str, facts: Facts) -> bool:
    """Whether a sentence names a known network, and not the organisation: “Vik is vice-chair of the …”."""
    named = known_names(sentence)
    if not named or facts.language.has(sentence, "part_of", "umbrella"):
        return False
    it = facts.organisation
    every = it.name.text, *(name.text for name in it.other_names), it.abbreviation or "", it.parent or ""
    own = [name.replace(".", "").casefold() for name in every]
    folded = [*map(str.casefold, named)]
    if any(name in one or one in name for name in own if name for one in folded):
        return False
    return bool(facts.language.words["articles"]) or not any(_is_in_a_case(one, own) for one in folded)


def _is_in_a_case(name: str, own: list[str]) -> bool:
    """Whether a name is one of these in another case: “zgromadzenia regionów europy”."""
    words = [word[: max(STEM, len(word) - LONGEST_CASE)] for word in name.split()]
    return any(
        len(words) == len(one.split()) > 1
        and all(word.startswith(stem) for word, stem in zip(one.split(), words, strict=True))
        for one in own
    )


def without_own_name(words: str, facts: Facts) -> str:
    """Words, of one length, without the organisation's own name, which may hold the noun for a committee or a board:
    “the Sea Commission”, “est membre du Comité européen …”."""
    for name in sorted(filter(None, (facts.organisation.name.text, facts.organisation.abbreviation)), key=len):
        words = _own_name(name).sub("…" * len(name), words) if name in words else words
    return words


@lru_cache(maxsize=256)
def _own_name(name: str) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w){re.escape(name)}(?=\w{{0,2}}(?!\w))")


def is_ours(sentence: str, facts: Facts) -> bool:
    """Whether a sentence speaks of the authority: by its name, or as “we”."""
    return speaks_of_us(sentence, facts.language, facts.authority)
