"""Who is meant where a text calls somebody by a title alone: “The Mayor has been on its board since 2021.”"""

from __future__ import annotations

import re
from functools import cache, lru_cache
from itertools import islice

from hansa.reading import people
from hansa.reading.authority import called
from hansa.reading.facts import Facts
from hansa.reading.languages import Language, alternatives
from hansa.reading.people import Somebody

LONGEST_TEXT = 50_000
MOST_TITLES = 100  # of a page
NEAR = 60  # letters between a title and the name that it is of
MOST_WORDS = 6  # there
LONG_STEM = 4  # letters of a name by which it is told in any case
FEW_LETTERS = 24  # before a title, in which “the former” stands
_NAME_SOON = re.compile(r":?[^\n;:()]{0,60}?\s[A-ZÀ-ÖØ-ÞĄĆĘŁŃŚŹŻ]")
_NAME_NEXT = re.compile(r"\A,?\s[A-ZÀ-ÖØ-ÞĄĆĘŁŃŚŹŻ]")
_LAST_WORD = re.compile(r"([^\W\d_]+['’]?)\s?\Z")


def by_title(words: str, facts: Facts) -> Somebody | None:
    """The one whom words call by a title that one person of the page has, and that stands there without a name."""
    language = facts.language
    if not language.has(words, "heads") and not _may_inflect(language):
        return None
    for title in _titles(language).finditer(words):
        if not _stands_alone(words, title, facts):
            continue
        every = _bearers(facts.text, language, facts.authority)
        bearers = {(name, party) for of, name, party in every if _is_one(of, title, language)}
        names = {name for name, _party in bearers}
        if len(names) == 1:
            party = next((party for _name, party in bearers if party), None)
            return Somebody(names.pop(), party, *title.span())
    return None


def everybody(words: str, facts: Facts) -> list[Somebody]:
    """The people of some words; where these name none, whoever they call by a title."""
    named = people.everybody(words, facts.language)
    return named or [one for one in (by_title(words, facts),) if one]


def _may_inflect(language: Language) -> bool:
    """Whether a title may have an ending: an article in Scandinavia, a case in Finland and Poland."""
    return bool(language.words["head_endings"])


@cache
def _titles(language: Language) -> re.Pattern[str]:
    ending = f"(?:{language.any_of('head_endings')})?"
    return re.compile(rf"(?<![\w-])(?P<title>{language.any_of('heads')})(?P<end>{ending})(?![\w-])", re.I)


def _stands_alone(words: str, title: re.Match[str], facts: Facts) -> bool:
    """Whether a title stands for who has it: definite, without a name behind it, and of no other authority."""
    language, behind = facts.language, words[title.end() :]
    if _NAME_NEXT.match(behind) or not _is_definite(words, title, language):
        return False
    if _behind(words, title, language) or _before(words, title, language):
        return False
    of = _place(language).match(behind)
    if of and _is_elsewhere(of.group(), language, facts.authority):
        return False
    near = words[: title.start()][-FEW_LETTERS:]
    of_whom = near.split()[-1:] if not language.words["articles"] else []  # “Firenzen pormestari”
    if of_whom and of_whom[0][0].isupper() and _is_genitive(of_whom[0], facts):
        return False
    return not (
        language.has(near, "formerly", "at_the_time") or language.has(near + behind[:FEW_LETTERS], "neighbours")
    )


def _is_genitive(word: str, facts: Facts) -> bool:
    """Whether a word before a title, in a language that puts it there, tells of another place."""
    own = called(facts.authority, facts.language)
    endings = facts.language.words["genitives"] or ("\0",)
    return word.endswith(endings) and not any(
        one[:LONG_STEM] == word[:LONG_STEM] for name in own for one in name.split()
    )


def _is_definite(words: str, title: re.Match[str], language: Language) -> bool:
    if not language.words["articles"]:
        return True
    if _has_article_behind(language):
        return bool(title["end"]) or " " in title["title"] or title["title"].casefold().endswith(("en", "et"))
    last = _LAST_WORD.search(words[: title.start()])
    return last is not None and last[1].casefold() in _definite(language)


def _has_article_behind(language: Language) -> bool:
    """Whether nouns end in their article, as in Scandinavia, rather than in cases."""
    return _may_inflect(language) and bool(language.words["articles"]) and not language.capital_nouns


@cache
def _definite(language: Language) -> frozenset[str]:
    """The words before a title that make it definite: “the”, “our”, and in French “par le”, “au”."""
    indefinite = set(language.words["articles"]) - set(language.words["definite"])
    every = (word for cue in ("definite", "our", "of", "of_the", "by", "to") for word in language.words[cue])
    return frozenset(word.split()[-1] for word in every) - indefinite


@cache
def _place(language: Language) -> re.Pattern[str]:
    """What tells that a title is of some place: “of Florence”, “of the neighbouring …”."""
    never = language.words["definite"] if language.capital_nouns else ()  # “der Versammlung”
    little = {word for cue in ("of", "in", "from") for word in language.words[cue]} - set(never)
    return re.compile(rf"\s(?:{alternatives(little)})(?:(?<=['’])|\s)(?P<place>[A-ZÀ-ÖØ-ÞĄĆĘŁŃŚŹŻ]\w+)")


def _is_elsewhere(words: str, language: Language, authority: str | None) -> bool:
    """Whether words behind a title tell that it is of another place: “the Mayor of Florence, …”, “… from Riga”."""
    own = called(authority, language)
    return any(not any(of["place"] in name for name in own) for of in _place(language).finditer(words))


def _is_one(of: str, title: re.Match[str], language: Language) -> bool:
    """Whether a title is another one, in any case: “ordföraren”, “ordførar”."""
    one, other = sorted((of, title["title"].casefold()), key=len)
    return one == other or (
        _has_article_behind(language)
        and other.removeprefix(one) in language.words["head_endings"]
        and other.startswith(one)
    )


@lru_cache(maxsize=32)
def _bearers(text: str, language: Language, authority: str | None) -> tuple[tuple[str, str, str | None], ...]:
    """Whom a page names with a title, before the name or behind it: the title, the name and the party."""
    found = []
    words = text[:LONGEST_TEXT]
    for title in islice(_titles(language).finditer(words), MOST_TITLES):
        if language.has(words[max(0, title.start() - FEW_LETTERS) : title.start()], "formerly", "at_the_time"):
            continue
        one = _behind(words, title, language) or _before(words, title, language)
        between = words[title.end() : max(one.end, title.end()) + FEW_LETTERS] if one else ""
        if one is not None and not _is_elsewhere(between, language, authority):
            found.append((title["title"].casefold(), one.name, one.party))
    return tuple(found)


def _behind(words: str, title: re.Match[str], language: Language) -> Somebody | None:
    """“Mayor Ann Ek”, “Mayor: Ann Ek”, “the Mayor is Ann Ek”, “the Mayor of Westsea, Ann Ek”."""
    if not _NAME_SOON.match(words, title.end()):
        return None
    one = people.somebody(words[: title.end() + 2 * NEAR], language, title.end())
    if one is None or one.start > title.end() + NEAR:
        return None
    gap = words[title.end() : one.start].rstrip(" ")
    if re.search(r"[\n.;:()]", gap.replace(". ", " ", 1).removeprefix(":")) or len(gap.split()) > MOST_WORDS:
        return None
    said = gap.strip(" ,:").casefold()
    is_next = said == "" or language.pattern("is").fullmatch(said) or _are_honours(said, language)
    is_of = gap.endswith(",") and gap.count(",") == 1 and not language.has(gap, "is", "and", "holds", "represents")
    return one if is_next or is_of else None


def _are_honours(words: str, language: Language) -> bool:
    return all(word in language.words["honours"] for word in words.split())


def _before(words: str, title: re.Match[str], language: Language) -> Somebody | None:
    """“Ann Ek (S), mayor, …”."""
    ahead = words[max(0, title.start() - NEAR) : title.start()]
    ahead = ahead.rpartition("\n")[2]
    if "," not in ahead:
        return None
    named = people.everybody(ahead, language)
    gap = ahead[named[-1].end :] if named else ""
    behind = words[title.end() :][:FEW_LETTERS]
    is_aside = gap.startswith(",") and len(gap.split()) <= 2 and gap.count(",") == 1
    return named[-1] if is_aside and _place(language).match(behind) is None else None
