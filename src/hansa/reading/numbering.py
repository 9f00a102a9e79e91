"""What stands before names in headings: the numbers with which a document counts these, “III. ERRIN”, “3.1 Polis”,
“§ 2 KIMO”, and the noun for a network: “Netzwerk ERRIN”."""

from __future__ import annotations

import re
from functools import cache

from hansa.reading.document import Block, Document
from hansa.reading.known import is_known
from hansa.reading.languages import Language
from hansa.reading.lines import is_heading
from hansa.reading.names import is_abbreviation

FEWEST = 2  # headings that are counted in one way
LONGEST_MARK = 12
LONGEST_SHORT, SHORTEST_SHORT = 40, 3
_MARKS = {
    "numbers": re.compile(
        r"\(?(?P<mark>\d{1,2}(?:\.\d{1,2}){0,3})(?:(?<=\.\d)|(?<=\.\d\d)|[.)°])[.)]?\s{1,3}(?=[^\W\d_]{2})"
    ),
    "roman": re.compile(r"\(?(?P<mark>[IVX]{1,5}(?:\.\d{1,2}){0,2})(?:(?<=\.\d)|[.):]|\s[–—-])\s{1,3}(?=[^\W\d_]{2})"),
    "letters": re.compile(r"\(?(?P<mark>[A-K](?:\.\d{1,2})?|[a-k])[.)]\s{1,3}(?=[^\W\d_]{2})"),
    "paragraphs": re.compile(r"§\s?(?P<mark>\d{1,3})[.:]?\s{1,3}(?=[^\W\d_]{2})"),
}
_FIRST = ("I", "A", "a")  # with what letters begin to count
_DATE = re.compile(r"[^\W\d_]{3,12}\.?\s\d{4}")


def without_numbers(blocks: list[Block], document: Document) -> None:
    """Headings begin behind the numbers with which they are counted, where several are: not “8. Network Conference”."""
    found: dict[str, dict[str, list[tuple[Block, int]]]] = {}
    for block in blocks:
        if not (block.lead or is_heading(block, document.of(block))):
            continue
        words = document.text[block.start : block.end][: LONGEST_MARK + LONGEST_MARK]
        for way, mark in _MARKS.items():
            counted = mark.match(words)
            if counted and not _DATE.match(words, counted.end()) and (not block.lead or counted.end() < block.lead):
                found.setdefault(way, {}).setdefault(counted["mark"], []).append((block, counted.end()))
                break
    for way, marked in found.items():
        begins = way not in ("roman", "letters") or any(mark.startswith(_FIRST) for mark in marked)
        for block, length in (one for every in marked.values() for one in every) if begins else ():
            if len(marked) >= FEWEST:
                block.start += length
                block.lead = max(0, block.lead - length)


def without_noun(blocks: list[Block], document: Document, language: Language) -> None:
    """A heading that is but the noun for a network and the short name of one, “Réseau ERRIN”, “The Polis network”, is
    that name."""
    for block in blocks:
        words = document.of(block)
        if len(words) > LONGEST_SHORT or not (is_heading(block, words) and language.has(words, "network_words")):
            continue
        named = next(filter(None, (form.fullmatch(words) for form in _nouned(language))), None)
        if named is None or not (is_known(named["name"], whole=True) or _is_short(words, named["name"])):
            continue
        block.start, block.end = block.start + named.start("name"), block.start + named.end("name")


def _is_short(words: str, name: str) -> bool:
    """Whether a name is an abbreviation, and not but a word of a line in capitals."""
    return not words.isupper() and len(name) >= SHORTEST_SHORT and is_abbreviation(name)


@cache
def _nouned(language: Language) -> tuple[re.Pattern[str], ...]:
    noun, name = language.any_of("network_words"), r"(?P<name>[^\W\d_][\w.]{2,20})"
    article = rf"(?:{language.joining('articles', 'definite')})?"
    return (
        re.compile(rf"{article}(?:{noun})\s{name}", re.I),
        re.compile(rf"{article}{name}[\s-](?:{noun})", re.I),
    )
