"""Networks that a page lists with what is paid for each: “- Polis: 5 700 €”, “Subscriptions: Polis €5,700; KIMO £900.”

Such lines, two or more below each other, or parts of a sentence behind a colon, are a list by their shape, where what
stands above speaks of fees or of memberships.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import groupby

from hansa.reading.document import Block, Document
from hansa.reading.known import is_known
from hansa.reading.labels import Labels
from hansa.reading.languages import Language, languages
from hansa.reading.money import sum_at_end
from hansa.reading.types import Span

FEWEST = 2
LONGEST_LINE, LONGEST_NAME = 200, 140
LONGEST_LEAD = 400
MOST_ABOVE = 3  # blocks
OF_FEES = ("fee_words", "fee_label", "the_membership", "member_words", "memberships")
_KINDS = ("paragraph", "line", "item")
_COLON = re.compile(r":\s(?=[^\W\d_]|[£€$])")
_PARTS = re.compile(r"[^;]+")
_DIGIT = re.compile(r"\d")
NEAR_END = 60  # letters in which the sum stands
_NUMBER = re.compile(r"\s{0,3}(?:\d{1,2}[.)]|[a-z]\))\s{1,3}")
_BEYOND = re.compile(r"(?<!\w)(?:euro|inter)[^\W\d_]{3}|(?<!\w)Eur|WHO|UNESCO", re.I)
_CLOSING = " .,:;–—-(|\u00a0"


def parted(blocks: list[Block], document: Document, labels: Labels) -> list[Block]:
    """The blocks, with what a sentence lists with its sums behind a colon as items of their own."""
    made: list[Block] = []
    for block in blocks:
        parts = list(_parts_of(block, document, labels.language)) if block.kind in _KINDS else []
        if len(parts) < FEWEST:
            made.append(block)
            continue
        made.append(Block(block.kind, block.start, parts[0][0], block.level, lead=block.lead))
        made[-1].end -= len(document.of(made[-1])) - len(document.of(made[-1]).rstrip())
        made += [Block("item", *part, 1) for part in parts]
        rest = document.text[parts[-1][1] : block.end].lstrip()
        if rest:
            made.append(Block("paragraph", block.end - len(rest), block.end))  # “…; Polis €5,700. The fee for …”
    return made


def _parts_of(block: Block, document: Document, language: Language) -> Iterator[Span]:
    """What stands between the semicolons behind a colon, where each, the last apart, ends with a sum."""
    text = document.of(block)
    if ";" not in text or not any(map(str.isdigit, text)):
        return
    colon = next((sign for sign in _COLON.finditer(text, 0, LONGEST_LEAD) if ";" not in text[: sign.start()]), None)
    if colon is None or not _speaks_of_fees(text[: colon.start()], language):
        return
    parts = [part.span() for part in _PARTS.finditer(text, colon.end())]
    stop = text.find(". ", *parts[-1])
    parts[-1] = parts[-1][0], stop + 1 if stop > 0 else parts[-1][1]
    stripped = [(first + len(text[first:last]) - len(text[first:last].lstrip()), last) for first, last in parts]
    if all(_named_until(text[first:last], language) for first, last in stripped):
        yield from ((block.start + first, block.start + last) for first, last in stripped)


def _named_until(words: str, language: Language) -> int:
    """Where the name ends in a line that is but a name and a sum; 0 in another."""
    if len(words) > LONGEST_LINE or not _DIGIT.search(words, max(0, len(words) - NEAR_END)):
        return 0
    begin = sum_at_end(words, language)
    number = _NUMBER.match(words)
    name = words[number.end() if number else 0 : begin].rstrip(_CLOSING) if begin else ""
    return 0 if not 2 < len(name) <= LONGEST_NAME or not any(map(str.isupper, name)) else words.find(name) + len(name)


def runs(blocks: list[Block], document: Document, labels: Labels) -> Iterator[tuple[str, list[tuple[Block, int, int]]]]:
    """Blocks below each other that are but a name and a sum, below words for fees or memberships: each with where its
    name begins and ends; and those words."""
    language = labels.language
    told = [_named_until(document.of(block), language) if block.kind in _KINDS else 0 for block in blocks]
    places = groupby(range(len(blocks)), key=lambda place: told[place] > 0)
    for is_priced, together in places:
        run = list(together)
        if not is_priced or len(run) < FEWEST:
            continue
        above = [document.of(block)[-LONGEST_LEAD:] for block in blocks[max(0, run[0] - MOST_ABOVE) : run[0]]]
        if any(_speaks_of_fees(words, language) for words in above):
            yield " ".join(above), [(blocks[at], _begin(document.of(blocks[at])), told[at]) for at in run]


def is_from_abroad(name: str, above: str, language: Language) -> bool:
    """Whether a name in a list of all that an authority pays for is a network's beyond its country: one that is known,
    or, by itself or the words `above` the list, European or international; not “National Association of Councils”."""
    if is_known(name, whole=True):
        return True
    if any(one.has(name, "beyond") for one in (language, languages()["en"])) or _BEYOND.search(name):
        return True
    return language.has(above, "beyond") and not language.has(name, "countrywide")


def _begin(text: str) -> int:
    number = _NUMBER.match(text)
    return number.end() if number else 0


def _speaks_of_fees(words: str, language: Language) -> bool:
    return language.has(words, *OF_FEES)
