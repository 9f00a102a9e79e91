"""Who is meant where a sentence goes on about somebody: “Cllr Asta Lind represents us. She is also its vice-chair.”"""

from __future__ import annotations

from dataclasses import replace
from itertools import accumulate

from hansa.reading import people
from hansa.reading.callings import by_title
from hansa.reading.facts import Facts
from hansa.reading.people import Somebody
from hansa.reading.sentences import sentences
from hansa.reading.types import Span

NEAR_CLAUSE = 30  # letters in which a clause says that it goes on
NEAR_START = 60  # letters in which a sentence says that it goes on: “Since March 2021 she …”
MOST_BACK = 3  # sentences
LONGEST_BACK = 1500  # letters


def meant(span: Span, sentence: str, facts: Facts, *cues: str) -> Somebody | None:
    """Somebody whom a sentence speaks of as “he” or “she”, or as a language does that leaves that out, if need be by
    words of further cues: the one person of the sentence before, deputies set aside, where that pronoun stands in this
    one; or whom it calls by a title."""
    said = facts.language.find(sentence, "somebody", *cues)
    if said is None or said.start() > NEAR_START:
        return by_title(sentence, facts)
    first = next(iter(people.everybody(sentence, facts.language)), None)
    if first is not None and first.start < said.start():
        return None
    deputies: list[Somebody] = []
    for words in reversed(_before(span, facts)[-MOST_BACK:]):
        every = people.everybody(words, facts.language)
        regular = [one for one in every if not one.deputy]
        if not regular and _is_labelled(words, facts):
            deputies = every
            continue
        if every:
            (whom,) = regular if len(regular) == 1 else every if len(every) == 1 else (None,)
            return replace(whom, start=said.start(), end=said.end(), deputy=False, role="") if whom else None
        if facts.language.find(words, "somebody") is None:
            break
    (whom,) = deputies if len(deputies) == 1 else (None,)
    return replace(whom, start=said.start(), end=said.end(), deputy=False, role="") if whom else None


def going_on(sentence: str, named: list[Somebody], facts: Facts) -> Somebody | None:
    """Somebody whom a clause behind a semicolon speaks of as “he” or “she”: the one person of the clause before it,
    deputies set aside: “Cllr Asta Lind is our member; she is also vice-chair”."""
    if ";" not in sentence:
        return None
    begins, *clauses = accumulate(sentence.split(";"), lambda before, clause: f"{before};{clause}")
    for whole in clauses:
        clause = whole[len(begins) + 1 :]
        said = facts.language.find(clause, "somebody")
        if said is not None and said.start() <= NEAR_CLAUSE:
            at = len(begins) + 1
            first = begins.rfind(";") + 1
            regular = [one for one in named if first <= one.start < at and not one.deputy]
            if len(regular) != 1 or any(at <= one.start < at + said.start() for one in named):
                return None
            return replace(regular[0], start=at + said.start(), end=at + said.end(), role="")
        begins = whole
    return None


def _is_labelled(line: str, facts: Facts) -> bool:
    """Whether a line is a label for a deputy with its value: “Deputy: Bo Ek”."""
    label, colon, _value = line.partition(":")
    return bool(colon) and facts.language.has(label, "deputy_label")


def _before(span: Span, facts: Facts) -> list[str]:
    """The sentences of the same block before one, and of the one block before where that begins its own."""
    block = facts.document.block_at(span[0])
    if block is not None and block.start == span[0]:
        above = facts.document.block_at(span[0] - 2) if span[0] > 1 else None
        block = above if above is not None and above.kind not in ("heading", "bold") else None
    if block is None:
        return []
    above = facts.document.block_at(block.start - 2) if block.start > 1 else None
    if above is not None and above.kind == block.kind and _is_labelled(facts.document.of(block), facts):
        block = replace(block, start=above.start)  # a line for the deputy, below one for whom that one stands in
    start = max(block.start, span[0] - LONGEST_BACK)
    spans = sentences(facts.text, start, min(block.end, span[0]), facts.language)
    return [words for one in spans if (words := facts.text[slice(*one)]).strip()]
