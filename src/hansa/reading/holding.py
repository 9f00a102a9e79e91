"""The verbs and nouns by which an office is held: “holds”, “looks after”, “a seat on the …”, “since 2022”."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from hansa.reading.authority import called, names_another, speaks_of_us
from hansa.reading.languages import Language, alternatives
from hansa.reading.people import is_unit

MOST_OF_A_UNIT, FEW_WORDS = 14, 4  # words
FAR_BOARD = 110  # letters between a board and who sits on it
_CLAUSE_ENDS = re.compile(r"[;,:()]|\.(?:\s|\Z)")


def without_seat(before: str, language: Language) -> str:
    """The words before a board without those for a seat on it: “the city has had (a seat on the) …”."""
    seat = _seats(language).search(before)
    return before[: seat.start()] if seat else before


@cache
def _seats(language: Language) -> re.Pattern[str]:
    """What the words for a seat on a board begin with, before any board at the end of some words: “seat on the ”."""
    boards = set(language.words["board"])
    every = (long.split(" ") for long in boards)
    seats = {" ".join(one[:at]) for one in every for at in range(1, len(one)) if " ".join(one[at:]) in boards}
    return re.compile(rf"(?<!\w)(?:{alternatives(sorted(one for one in seats if ' ' in one))})\s?\Z", re.I)


def leads_a_delegation(words: str, office: str, language: Language) -> bool:
    """Whether somebody leads but those whom a country sends: “chair of the Danish delegation to the Congress”."""
    if office not in ("chair", "vice-chair") or not language.has(words, "delegation"):
        return False
    for one in language.pattern(office).finditer(words):
        around = [*words[: one.start()].split()[-1:], *words[one.end() :].split()[:FEW_WORDS]]
        if language.has(" ".join(around), "delegation"):
            return True
    return False


@cache
def parted(language: Language, cue: str) -> tuple[re.Pattern[str], re.Pattern[str]]:
    """The first words of the verbs of two or more under a cue, and what stands behind them, with an adverb before it:
    “(svarar) kommunen (även för)”."""
    pairs = [verb.split(" ", 1) for verb in language.words[cue] if " " in verb]
    first, second = alternatives(one for one, _rest in pairs), alternatives(rest for _one, rest in pairs)
    return (
        re.compile(rf"(?<!\w)(?:{first})(?!\w)", re.I),
        re.compile(rf"{language.adverb}\s(?P<rest>{second})(?!\w)", re.I),
    )


def hosted(before: str, after: str, language: Language) -> Iterator[tuple[str, str]]:
    """What stands between an office and words by which somebody has it, and what stands behind these: “the secretariat
    (now) is run by (us)”, and as Scandinavians put it, “sköts sekretariatet av (oss)”."""
    for host in language.pattern("hosted_by").finditer(after):
        yield after[: host.start()], after[host.end() :]
    begins, ends = parted(language, "hosted_by")
    first = next(iter(list(begins.finditer(before))[-1:]), None)
    rest = ends.match(after) if first and len(before[first.end() :].split()) <= 1 else None
    if first and rest and is_parted(first, rest, language, "hosted_by"):
        yield "", after[rest.end() :]


def gives(between: str, behind: str, language: Language) -> re.Match[str] | None:
    """A verb between an office and somebody that gives it to that one, be it in two parts around the name: Danish “som
    næstformand (blev) Ann Ek (valgt)”."""
    if verb := language.find(between, "is", "through", "holds", "sits", "fills", "elected"):
        return verb
    begins, ends = parted(language, "elected")
    first = next(iter(list(begins.finditer(between))[-1:]), None)
    rest = ends.match(behind) if first else None
    return first if first and rest and is_parted(first, rest, language, "elected") else None


def by_our_unit(words: str, language: Language, authority: str | None) -> bool:
    """Whether words begin with a unit of the authority: “(run by) the city's International Office”."""
    begins = " ".join(_CLAUSE_ENDS.split(words)[0].split()[:MOST_OF_A_UNIT])
    ours = any(speaks_of_us(one, language, authority) for one in (begins, _genitive(language).sub("", begins)))
    own = called(authority, language)
    for noun in language.pattern("we_subject", "authority_words").finditer(begins):
        place = _place(language).match(begins, noun.end())
        if place and not any(place["place"] in name for name in own):
            return False  # “the office of the city of Ghent”
    return ours and is_unit(begins, language) and not names_another(begins, language, authority)


@cache
def _genitive(language: Language) -> re.Pattern[str]:
    """How a genitive ends: “kommunen(s)”."""
    return re.compile(rf"(?:{language.any_of('genitives')})(?!\w)")


@cache
def _place(language: Language) -> re.Pattern[str]:
    """Of where an authority is: “of Ghent”, “Gent”."""
    return re.compile(rf"\s(?:{language.joining('of')})?(?P<place>[A-ZÀ-ÖØ-ÞĄĆĘŁŃŚŹŻ]\w+)")


def is_parted(first: re.Match[str], rest: re.Match[str], language: Language, cue: str) -> bool:
    """Whether the two parts that were found are those of one verb."""
    return f"{first.group()} {rest['rest']}".casefold() in language.words[cue]


@cache
def holds(language: Language) -> re.Pattern[str]:
    """A holding verb; an adverb may stand within it or behind it: “is now”, “is also host of”."""
    return re.compile(rf"(?<!\w)(?:{language.loosely('holds')}){language.adverb}(?!\w)", re.I)


@cache
def when(language: Language) -> re.Pattern[str]:
    """A year with since or until before it: “since 2022”, “bis Ende 2026”; or a term: “von 2024 bis 2026”."""
    to = language.any_of("until_words", "to", "and")
    years = rf"(?:19|20)\d\d(?:\s?[–-]\s?|\s(?:{to})\s)(?:(?:19|20)\d\d|\d\d)"
    return re.compile(
        rf"(?<!\w)(?:(?:(?:{language.any_of('for_years')})\s)?{years}(?!\w)"
        rf"|(?:{language.any_of('since_words', 'until_words')})\s(?:[^\W\d_]+\s){{0,3}}?(?:19|20)\d\d)"
        rf"(?:\s(?:{language.any_of('of_years')})(?!\w))?",
        re.I,
    )


def sits_on_its_board(ahead: str, told: bool, language: Language) -> bool:
    """Whether the verb stands first: “Im Vorstand des Netzwerks sitzt (Ann Ek)”, on a board that is told to be the
    network's, or where that is named (`told`)."""
    near = ahead[-FAR_BOARD:]
    board = language.find(near, "board")
    verb = language.pattern("sits").search(near, board.end()) if board else None
    if board is None or verb is None or _CLAUSE_ENDS.search(near, board.end()):
        return False
    titles = language.pattern("titles", "honours", "articles", "our").sub(" ", near[verb.end() :])
    words, between = near[: verb.start()], near[board.end() : verb.start()]
    plain = titles.strip() in ("", *language.words["articles"]) and not language.has(
        between, "and", "which", "breakers", "formerly"
    )
    return plain and (told or language.has(words, "its")) and not language.has(words, "groups", "formerly")
