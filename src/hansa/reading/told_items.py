"""Items of a list that are sentences: “In 2012 the city joined Energy Cities. The fee …”, between items that begin with
a name."""

from __future__ import annotations

import re
from functools import cache

from hansa.reading import names
from hansa.reading.belonging import is_denied, is_planned
from hansa.reading.document import Block, Document
from hansa.reading.known import is_known, known_in
from hansa.reading.languages import Language
from hansa.reading.outline import cues_of
from hansa.reading.types import Span

_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
FEWEST_WORDS = 4  # of a sentence
FEW_SMALL = 2  # words
MOST_BEFORE = 90  # letters
SOON_BEHIND = 60
_NO_SENTENCE = re.compile(r"[:;|()]|\s[–—-]\s")
_STOPS = (".", "!")
_ENDS = re.compile(r"[.!?]\s")
_TELLING = ("member_of", "member_words", "takes_part", "the_membership", "we", "we_subject", "since")


def is_of_a_menu(block: Block, document: Document) -> bool:
    """Whether an item is but a link to another page of the site, and no network that is known."""
    anchors = document.anchors_in(block.start, block.start + 1)
    text = document.of(block)
    return bool(anchors) and anchors[0].url[:4].lower() != "http" and not is_known(text, whole=True)


def joins_two(words: str, language: Language) -> bool:
    """Whether words are two networks with “and” between them: “AER and CPMR”."""
    one, _space, rest = words.partition(" ")
    joint, _space, other = rest.partition(" ")
    if joint not in language.words["and"] or " " in other:
        return False
    return all(names.is_abbreviation(each) or is_known(each, whole=True) for each in (one, other))


def is_a_sentence(text: str, language: Language) -> bool:
    """Whether an item begins with “the organisation” and a verb: “The organisation was set up in Gdańsk in 1991.”"""
    subject = cues_of(language).subject.match(text)
    first, _space, rest = text[subject.end() :].lstrip().partition(" ") if subject else ("", "", "")
    if not first.islower() or first in names.WITHIN or language.has(first, "of", "of_the", "for", "in", "with"):
        return False
    verbs = language.pattern("is", "holds", "founded_verbs", "consists", "gathered_in")
    return verbs.match(f"{first} {rest}") is not None or (
        first in language.function_words and language.has(rest, "founded_verbs", "consists")
    )


def named_in(text: str, language: Language) -> Span | None:
    """Where an item that is a sentence names the one network that it is about; None where it begins with the name, is
    no sentence, names several, or tells that the authority is no member."""
    ends = _ENDS.search(text)
    end = ends.start() if ends else len(text.rstrip())
    if ends is None and text.rstrip()[-1:] not in _STOPS:
        return None
    known = list(known_in(text, 0, end))
    if len({text[slice(*span)] for span in known}) != 1:
        return None
    first, last = known[0]
    before = text[:first].strip()
    if (
        not before
        or len(before) > MOST_BEFORE
        or _NO_SENTENCE.search(before)
        or text[:end].count(" ") < FEWEST_WORDS - 1
    ):
        return None
    if is_denied(text[:end], language) or is_planned(text[:end], language) or language.has(text[:end], "left"):
        return None
    begins = before.split()[0].casefold()
    is_led = begins in language.function_words and begins not in language.firsts("articles", "definite")
    return (first, last) if is_led or language.has(before, *_TELLING) else None


def may_be_a_name(words: str, language: Language) -> bool:
    """Whether words may be a name that says nothing of what it names: not “International delegation”."""
    return is_named(words, language) and not language.has(words, "delegation", "delegates")


def is_named(words: str, language: Language) -> bool:
    """Whether but one of the words, and little ones, have small letters: not “Planners from Oslo met”."""
    small = [word for word in words.split() if word.islower() and word not in names.WITHIN]
    return language.capital_nouns or len([word for word in small if word not in language.function_words]) < FEW_SMALL


@cache
def since_behind(language: Language) -> re.Pattern[str]:
    """Since when the authority is a member, said behind a name: “Eurocities since 2012”."""
    cues = language.any_of("since_label", "since_words")
    return re.compile(rf"\s(?:[–—-]\s)?\(?(?:{cues})\s[^,;()]{{0,20}}{_YEAR.pattern}", re.I)


def says_since_when(behind: str, language: Language) -> bool:
    """Whether the words behind a name say since when the authority belongs to it: “Ruralitas, member since 2015”."""
    dated = since_behind(language).search(behind[:SOON_BEHIND])
    return dated is not None and language.has(dated.group(), "since", "member_words", "enters")
