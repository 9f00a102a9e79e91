"""Fees, where one sentence tells those of several organisations: “Polis (€ 9,870) and Energy Cities (€ 4,400)”, “We pay
5,700 euros to Polis and 2,250 euros to ICLEI, 7,950 euros in all”.

Names and sums that take turns are a pair each; which comes first is told by what stands first.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from hansa.reading.document import Document
from hansa.reading.languages import Language, alternatives
from hansa.reading.money import Told, sums_in
from hansa.reading.outline import Section
from hansa.reading.sentences import sentences
from hansa.reading.types import Membership, Organisation, Span

RULE, SURE = "fees of several in one sentence", 0.88
PATH = "membership.fee"
LONGEST_BLOCK = 3000
SHORTEST_NAME = 3
FEWEST = 2
MOST_ORGANISATIONS = 200
NEAR_TOTAL = 25  # letters between a word for a sum of sums and the sum
_TAIL = re.compile(r"[A-ZÀ-Þ][\w’'-]{3,}\s[A-ZÀ-Þ][\w’'-]{3,}\Z")
_DIGIT = re.compile(r"\d[\d.,\s]{2,}")


def fees_of_several(found: list[Organisation], sections: list[Section], document: Document, language: Language) -> None:
    """Give each organisation of a sentence that tells what is paid to several the sum that stands with its name."""
    if not FEWEST <= len(found) <= MOST_ORGANISATIONS or not language.has(document.text, "fee_words", "fee_label"):
        return
    by_name = _by_name(found)
    named = re.compile(rf"(?<!\w){alternatives(by_name)}(?::?[a-zäö]{{1,4}})?(?!\w)")
    seen: set[int] = set()
    for block in (block for section in sections for block in section.paragraphs):
        end = min(block.end, block.start + LONGEST_BLOCK)
        if block.start in seen or len(_DIGIT.findall(document.text[block.start : end])) < FEWEST:
            continue
        seen.add(block.start)
        for first, last in sentences(document.text, block.start, end, language):
            words = document.text[first:last]
            for one, fee in _pairs(words, named, by_name, language):
                told = one.evidence.get(PATH)
                membership = one.membership = one.membership or Membership()
                if membership.fee and not (told and first <= told[0] < last):
                    continue  # another sentence tells it of this one alone
                if not membership.until:
                    membership.fee, one.evidence[PATH] = fee.fee, (first + fee.start, first + fee.end)
                    one.confidence[PATH], one.rules[PATH] = SURE, RULE


def _by_name(found: list[Organisation]) -> dict[str, Organisation]:
    """The organisations by their names, and by the last words of long ones that are no other's: “Arco Atlántico”."""
    by_name: dict[str, Organisation] = {}
    for one in found:
        every = [one.name.text, one.abbreviation or "", *(name.text for name in one.other_names)]
        by_name |= {name: one for name in every if len(name) >= SHORTEST_NAME}
    tails = [(tail.group(), one) for one in found if (tail := _TAIL.search(one.name.text))]
    every = [tail for tail, _one in tails]
    return {tail: one for tail, one in tails if every.count(tail) == 1} | by_name


def _pairs(
    words: str, named: re.Pattern[str], by_name: dict[str, Organisation], language: Language
) -> Iterator[tuple[Organisation, Told]]:
    """Each organisation that a sentence names with the sum beside it; none where they do not take turns."""
    sums = [one for one in sums_in(words, language) if not _is_a_total(words, one, language)]
    if len(sums) < FEWEST:
        return
    here = [(at.span(), own) for at in named.finditer(words) if (own := _called(at.group(), by_name))]
    turns: list[tuple[Span, Organisation | Told]] = [*here, *(((one.start, one.end), one) for one in sums)]
    turns.sort(key=lambda turn: turn[0])
    kinds = [isinstance(turn, Organisation) for _span, turn in turns]
    if len(here) != len(sums) or any(one == other for one, other in pairwise(kinds)):
        return
    if len({id(one) for _span, one in here}) < len(here) or not _speaks_of_fees(words, here, sums, language):
        return
    for (_first, one), (_second, other) in zip(turns[::2], turns[1::2], strict=True):
        if isinstance(one, Organisation) and isinstance(other, Told):
            yield one, other
        elif isinstance(one, Told) and isinstance(other, Organisation):
            yield other, one


def _called(words: str, by_name: dict[str, Organisation]) -> Organisation | None:
    """The organisation of a name, in whatever case it stands."""
    name = next((name for name in sorted(by_name, key=len, reverse=True) if words.startswith(name)), None)
    return by_name[name] if name else None


def _is_a_total(words: str, one: Told, language: Language) -> bool:
    """Whether a sum is that of others: “24,350 euros in all”, “in total 24,350 euros”."""
    before, behind = words[max(0, one.start - NEAR_TOTAL) : one.start], words[one.end : one.end + NEAR_TOTAL]
    clause = re.split(r"[,;]\s", before)[-1]
    return language.has(clause, "total") or language.has(re.split(r"[,;.]\s", behind)[0], "total")


def _speaks_of_fees(words: str, here: list[tuple[Span, Organisation]], sums: list[Told], language: Language) -> bool:
    """Whether a sentence speaks of fees, or each sum stands in brackets right behind a name."""
    if language.has(words, "fee_words", "fee_label"):
        return True
    return all(words[span[1] : one.start].strip() in ("(", "(€") for (span, _one), one in zip(here, sums, strict=True))
