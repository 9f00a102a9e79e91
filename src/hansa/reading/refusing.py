"""Headings that are no organisation's: authorities, units, persons, events, programmes, twin towns, labels."""

from __future__ import annotations

import re
from functools import cache, lru_cache

from hansa.reading import names, people
from hansa.reading.known import is_known, is_programme, known_in
from hansa.reading.languages import Language, all_languages
from hansa.reading.lists import is_expected
from hansa.reading.outline import Cues
from hansa.reading.plausible import is_of_paper
from hansa.reading.saying import is_of_several
from hansa.reading.told_aside import twin_towns

MOST_NAMES = 4  # of a person
_YEAR = re.compile(r"(?:19|20)\d\d")
_DASH = re.compile(r"\s[–—-]\s")


@lru_cache(maxsize=1024)  # headings such as “Contact” come again and again
def is_none(text: str, cues: Cues, *, of_membership: bool) -> bool:
    """Whether a heading names no organisation, whatever stands below it; where that tells of a membership
    (`of_membership`), authorities and units may be organisations, too."""
    return bool(
        cues.labels.label(text)
        or (not of_membership and (is_an_authority(text, cues) or _is_a_unit(text, cues)))
        or _begins_with_little(text, cues)
        or _is_an_event(text, cues)
        or (not of_membership and _is_an_office(text))
        or (twin_towns(cues.language).search(text) and not is_known(text))
        or _is_a_person(text, cues)
        or _speaks_of_membership(text, cues)
        or _speaks_of_us(text, cues)
        or _is_a_body(text, cues)
        or is_programme(text)
        or _are_countries(text, cues)
        or _are_of_states(text, cues)
        or _is_of_money(text, cues)
        or _is_with_others(text)
        or (not of_membership and is_of_paper(text, cues.language))
        or (is_of_several(text.rpartition(" ")[2], cues.language) and not is_known(text))
    )


def _are_countries(text: str, cues: Cues) -> bool:
    countries = cues.language.countries
    return all(part.strip() in countries for part in cues.language.pattern("and").split(text.casefold()))


def _are_of_states(text: str, cues: Cues) -> bool:
    """Whether a heading joins but common nouns and bodies of states: “Networks and the EU”."""
    parts = [part.strip(" ,") for part in cues.language.pattern("and").split(text)]
    if len(parts) == 1:
        return False
    bare = [part[article.end() if (article := cues.article.match(part)) else 0 :] for part in parts]
    return all(names.is_of_states(part) or cues.is_plain(part) for part in bare)


def is_an_authority(text: str, cues: Cues) -> bool:
    """Whether a heading names an authority: “Region Westsea”, “Westsea County Council”, without an abbreviation."""
    words = text.casefold().split()
    ends = {words[0], words[-1]}
    is_one = not ends.isdisjoint(cues.language.words["authority_words"])
    return is_one and not names.parse(text).abbreviation and not is_known(text)


def _begins_with_little(text: str, cues: Cues) -> bool:
    """Whether a heading begins with a little word that is no article, as no name does: “At the General Assembly”."""
    first, _space, rest = text.casefold().partition(" ")
    article = cues.article.match(text)
    is_little = first in cues.language.function_words and not (article and article.end())
    if is_little and first in cues.language.words["definite"] and cues.organisation_in(rest):
        behind = rest.partition(" ")[0]  # “Det europæiske netværk for levende kyster”
        is_little = behind not in cues.language.words["generic"] and not text[len(first) + 1].isupper()
    return is_little and bool(rest) and not is_known(text)


# An office that authorities keep in Brussels, in every language: “Brusselkontoret”, “Eurooppa-toimisto”.
_OFFICE = re.compile(
    r"(?<![^\W\d_])(?:eu|euro\w{2,6}|br[uyü](?:ss|x|ks|s)el\w{0,4})['’]?s?[\s-]{0,3}"
    r"(?:\w{1,12}[\s-]){0,2}?(?:kontor\w{0,3}|toimisto|büro|bureau|office|kantoor|vertretung|repræsentation)(?!\w)"
    r"|(?:kontor\w{0,3}|büro|bureau|office|oficina|ufficio|escritório|biuro|delega\w{3,6}|vertretung|antenne|casa|house|"
    r"huis|représentation)\s(?:\w{1,12}\s){0,4}?(?:br[uyü](?:ss|x|ks|s)el\w{0,4}|brukseli|bryssel\w{0,3})",
    re.I,
)


def _is_an_office(text: str) -> bool:
    """Whether a heading names an authority's or several authorities' office in Brussels, which is no network."""
    return _OFFICE.search(text) is not None and not is_known(text)


def _is_a_person(text: str, cues: Cues) -> bool:
    """Whether a heading is a person, or a unit's short name and one: “IRU, Asta Lind”."""
    last = text.rpartition(", ")[2]
    is_one = len(last.split()) <= MOST_NAMES and people.is_person(last, cues.language)
    return is_one and not cues.organisation_in(text) and not is_known(text)


def _speaks_of_us(text: str, cues: Cues) -> bool:
    """Whether a heading of small letters speaks of “us”: “What the networks give us”."""
    is_said = sum(word.islower() for word in text.split()) > 1
    return is_said and cues.language.has(text, "we", "our") and not is_known(text)


def _speaks_of_membership(text: str, cues: Cues) -> bool:
    """Whether a heading says who is a member rather than of what: “Westsea as a member of European networks”."""
    said = cues.language.find(text, "member_words")
    return (
        said is not None and said.start() > 0 and is_expected(text[said.end() :], cues.language) and not is_known(text)
    )


def _is_a_unit(text: str, cues: Cues) -> bool:
    """Whether a heading names a part of an authority, by no word that organisations have too: “Health Department”."""
    is_network = cues.organisation_in(text) or text.casefold().endswith(cues.endings) or names.parse(text).abbreviation
    return people.is_unit(text, cues.language) and not is_network and not is_known(text)


def _is_a_body(text: str, cues: Cues) -> bool:
    """Whether a heading names the body of a network that is known: “The board of Eurocities”."""
    known = next(known_in(text, 0, len(text)), None)
    body = cues.language.pattern("board", "bodies").match(text) if known else None
    between = text[body.end() : known[0]].casefold().split() if body and known else []
    return bool(between) and all(word in cues.language.function_words for word in between)


def _is_of_money(text: str, cues: Cues) -> bool:
    """Whether a heading names funds of the EU or projects, or holds a programme's name beside other words: “EU-midler”,
    “PROGETTI”, “EFRO Oost en Interreg”."""
    if is_known(text) or cues.organisation_in(text) or names.parse(text).abbreviation:
        return False
    parts = cues.language.pattern("and").split(text)
    if any(is_programme(part.strip(" ,")) for part in parts) or _is_of_projects(text, cues.language):
        return True
    return _OF_THE_EU.fullmatch(text) is not None


def _is_of_projects(text: str, language: Language) -> bool:
    """Whether a heading is but a word for projects, with few others that are no name: “Current projects”."""
    words = text.rstrip(" :").split()
    project = language.pattern("projects")
    if not words or len(words) > MOST_NAMES or not (project.fullmatch(words[0]) or project.fullmatch(words[-1])):
        return False
    return len(words) == 1 or language.capital_nouns or not any(word[0].isupper() for word in words[1:])


# A compound that begins with the EU's name, or one with few small words behind: “EU-Förderprogramme”, “EU-medel 2024”.
_OF_THE_EU = re.compile(
    r"(?:EU|UE)(?:[:’']\w{1,2})?(?:[-\s][a-zà-ÿ]|-[A-ZÄÖÜ])\w{2,30}(?:\s[a-zà-ÿ]{1,20}){0,3}(?:\s20\d\d)?"
)


@cache
def _with() -> re.Pattern[str]:
    return re.compile(rf"\w\s{all_languages().joining('with')}[A-ZÀ-ÖØ-ÞŁŚ]\w+\Z|\w\skanssa\Z")


def _is_with_others(text: str) -> bool:
    """Whether a heading is of work with a country or a place: “Cooperation with Germany”, “Samarbete med Island”."""
    return _with().search(text) is not None and not is_known(text)


def _is_an_event(text: str, cues: Cues) -> bool:
    """Whether a heading ends with a month and a year, as events do, “Spring conference in Milan, May 2015”, or with a
    year, as papers do: “Foreign policy report 2023”, “Annual report 2023 – Westsea”."""
    before, _space, year = _DASH.split(text)[0].rpartition(" ")
    if _YEAR.fullmatch(year) is None:
        return False
    is_a_paper = not is_known(text) and not before.endswith("Agenda") and not cues.organisation_in(text)
    return is_a_paper or before.rpartition(" ")[2].casefold() in cues.language.months
