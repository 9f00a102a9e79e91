"""Lines of minutes and decisions that send people to a network: “Eurocities: Cllr Ann Ek (Lab), substitute Cllr Bo Al”,
“APPOINTS to Polis:” above who is sent."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import groupby, islice

from hansa.reading import people
from hansa.reading.document import Block, Document
from hansa.reading.known import is_known, known_in
from hansa.reading.labelled import fields_of
from hansa.reading.labels import Labels
from hansa.reading.languages import Language
from hansa.reading.listed_people import is_a_politician
from hansa.reading.listing import heads
from hansa.reading.lists import Item
from hansa.reading.outline import Field
from hansa.reading.types import Span

POINTS = 4  # of a network that is known
MOST_WORDS = 9  # of a name
MOST_BELOW = 10  # lines of those that are sent
LONGEST_LINE = 300
FEWEST_KNOWN = 2  # networks, in whose list others may stand
FEW_LETTERS = 12  # before somebody's name: a bullet, “Cllr”
_NAMED = re.compile(r"(?:(?:\d{1,2}|[a-z])[.)]\s{1,4})?(?P<name>[^\W\d_][^:;\n]{2,90}?)\s?(?::|\s[–-])\s")
_SHORT = re.compile(r"\s?\([A-ZÀ-Þ][\w-]{1,11}\)")
_LISTED = re.compile(r"\s{0,8}(?:(?:[a-zA-Z]|[ivx]{1,4}|\d{1,2})[.)]|[-–•*])\s{1,6}")
_IN_BRACKETS = re.compile(
    r"(?:[a-zà-ÿ’']{1,6}\s){0,2}(?P<name>[A-ZÀ-Þ][^,;:()]{3,90}\s\((?P<short>[A-ZÀ-Þ][\w-]{1,11})\))"
)
_PLAIN = ("paragraph", "line", "heading")


def appointed(blocks: list[Block], document: Document, labels: Labels) -> tuple[dict[int, Item], set[int]]:
    """The lines that name a network that is known and whom it is sent, or stand above these, by where they begin; and
    where what stands below the latter has ended."""
    found: dict[int, Item] = {}
    ends: set[int] = set()
    listed = 0  # lines that may still follow one that appoints and ends with a colon
    for place, block in enumerate(blocks):
        if not _may_send(block):
            continue
        text = document.of(block)
        listed -= 1
        if listed > 0 and (name := _listed(text, labels)):
            block.start += name[0]
            found[block.start] = Item(block, text[slice(*name)], POINTS, sent=True)
            continue
        if text.endswith(":") and labels.language.has(text, "appoints"):
            listed = MOST_BELOW
        if _take_named(block, document, labels, found) or block.kind == "item":
            continue
        if text.endswith(":") and (name := _sent_to(text, labels)):
            below = list(islice(_below(blocks, place + 1, document, labels), MOST_BELOW))
            if below:
                found[block.start] = Item(block, text[slice(*name)], POINTS, alone=True, at=name[0])
                ends |= {blocks[below[-1] + 1].start} if below[-1] + 1 < len(blocks) else set()
    for block in blocks if len(found) >= FEWEST_KNOWN else ():
        if block.kind == "item" and block.start not in found and _may_send(block):
            _take_named(block, document, labels, found, is_alike=True)
    for place, block in _over_politicians(blocks, document, labels):
        start = begins.end() if (begins := _LISTED.match(document.of(block))) else 0
        found[block.start] = Item(block, document.of(block)[start:], POINTS, alone=True, at=start)
        ends |= {blocks[place].start} if place < len(blocks) else set()
    return found, ends


def _over_politicians(blocks: list[Block], document: Document, labels: Labels) -> Iterator[tuple[int, Block]]:
    """The items of a list that name a network, each above those of who is sent there, with the place behind these."""
    place = 0
    for is_item, items in groupby(blocks, lambda block: block.kind == "item"):
        run = list(items)
        place += len(run)
        if not is_item or len(run) < 2 * FEWEST_KNOWN:
            continue
        sent = [is_a_politician(block, document, labels.language) for block in run]
        names = [number for number, is_sent in enumerate(sent) if not is_sent]
        behind = [*names[1:], len(run)]
        if (
            len(names) < FEWEST_KNOWN
            or names[0]
            or any(end - start < 2 for start, end in zip(names, behind, strict=True))
        ):
            continue
        known = [_is_one(_LISTED.sub("", document.of(run[number])), labels, is_alike=False) for number in names]
        if 2 * sum(known) >= len(known):
            yield from ((place - len(run) + end, run[start]) for start, end in zip(names, behind, strict=True))


def _may_send(block: Block) -> bool:
    is_short = block.kind in (*_PLAIN, "item") and block.end - block.start <= LONGEST_LINE
    return is_short and not (block.level == 1 and heads(block))


def _take_named(
    block: Block, document: Document, labels: Labels, found: dict[int, Item], *, is_alike: bool = False
) -> bool:
    """Enter a line that names a network and whom it is sent; one that is but like others in a list (`is_alike`) need
    not be known."""
    text = document.of(block)
    named = _NAMED.match(text) if ":" in text or "–" in text or "-" in text else None
    if named is None or not _sends(text, named, labels, is_alike=is_alike):
        return False
    if block.kind == "item" and _tells_more(text[named.end() :], labels.language):
        return False
    block.start += named.start("name")
    found[block.start] = Item(block, named["name"], POINTS, sent=True)
    return True


def _tells_more(words: str, language: Language) -> bool:
    """Whether words behind a network's name tell of more than people: a sum, a year, a unit, a committee."""
    return any(map(str.isdigit, words)) or language.has(words, "contact", "fee_words", "unit_words", "committee_words")


def _listed(text: str, labels: Labels) -> Span | None:
    """Where an item of those that a line above appoints names the one network that somebody is sent to: “ii) na
    Polis, o Vereador Rui Sá;”."""
    begins = _LISTED.match(text)
    told_fully = _IN_BRACKETS.match(text, begins.end()) if begins else None
    every = list(known_in(text, 0, len(text))) if begins else []
    if told_fully and len(every) == 1 and told_fully.start("short") <= every[0][0] < told_fully.end():
        every = [told_fully.span("name")]  # “no Fórum Europeu para a Segurança Urbana (EFUS), …”
    if begins is None or len(every) != 1 or every[0][0] > begins.end() + FEW_LETTERS:
        return None
    start, end = every[0]
    short = _SHORT.match(text, end)
    end = short.end() if short else end
    if labels.language.has(text[:start], "appoints") or text[end : end + 1] not in (",", ":", " "):
        return None
    sent = people.everybody(text[end:], labels.language)
    return (start, end) if sent else None


def _sends(text: str, named: re.Match[str], labels: Labels, *, is_alike: bool) -> bool:
    """Whether a line names a network and whom it is sent: politicians with a party, or one with a deputy."""
    name = named["name"]
    if labels.label(name) or not _is_one(_SHORT.sub("", name), labels, is_alike=is_alike):
        return False
    sent = people.everybody(text[named.end() :], labels.language)
    begins = bool(sent) and sent[0].start <= FEW_LETTERS
    return begins and any(one.party or one.deputy for one in sent)


def _is_one(name: str, labels: Labels, *, is_alike: bool) -> bool:
    """Whether words are the name of a network that is known or, in a list of such, look like one."""
    if is_known(name, whole=True):
        return True
    return is_alike and len(name.split()) <= MOST_WORDS and not is_known(name) and labels.names_one(name)


def _sent_to(text: str, labels: Labels) -> Span | None:
    """The one network that a line above those who are sent names: “DÉSIGNE pour représenter la Ville à Polis :”."""
    if not labels.language.has(text, "appoints"):
        return None
    every = list(known_in(text, 0, len(text)))
    if len(every) != 1:
        return None
    start, end = every[0]
    short = _SHORT.match(text, end)
    return start, short.end() if short else end


def _below(blocks: list[Block], first: int, document: Document, labels: Labels) -> Iterator[int]:
    """The places of the lines from one on that each tell of somebody who is sent."""
    for place in range(first, len(blocks)):
        block = blocks[place]
        text = document.of(block)
        if block.end - block.start > LONGEST_LINE:
            return
        is_told = any(
            field.name in ("representative_label", "deputy_label") for field in fields_of(block, text, labels)
        )
        if not is_told:
            one = people.somebody(text, labels.language)
            if one is None or one.start > FEW_LETTERS:
                return
        yield place


def says_of_networks(f: Field, document: Document, language: Language) -> bool:
    """Whether a value is told in words, or tells of a decision whom it sends: “Vedtak: Som representant … velges …”."""
    is_decided = f.name == "other_label" and language.has(document.text[f.start : f.end], "appoints")
    return f.name in ("unknown_label", "summary_label") or is_decided
