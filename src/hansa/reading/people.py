"""People in lists and lines: names, parties, roles, deputies, vacant seats; and telling a person from a unit."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache

from hansa.reading.languages import Language, alternatives
from hansa.reading.persons import NAME, NAME_PART, Person, persons, written
from hansa.reading.types import Span

__all__ = ["NAME", "PARTY_PLAIN", "Somebody", "bare", "everybody", "is_person", "is_unit", "somebody", "vacant_seats"]

PARTY_PLAIN = r"\(\s?[^\W\d_][\w .,&+'’/-]{0,40}\)"
LONGEST_LIST = 4000
LONGEST_ROLE = 80
_BRACKETS = re.compile(r"\s{0,2}[(\[]\s{0,2}([^()\[\]]{1,60}(?:\([^()]{1,30}\))?)\s{0,2}[)\]]")
_BEHIND_TITLE = re.compile(r",\s(?P<title>[^\W\d_][^,;:()\n]{3,70})\s\((?P<party>[^()]{1,30})\)")
_PARTY_ENDS = re.compile(r"\s{0,2}(?:[,;.()\n/|]|\Z|[–-]\s|&|(?:och|og|und|en|et|and|e|y|i|ja|a|oraz|samt)\s)")
_JOINT = re.compile(r"\s{0,2},\s{0,2}|\s{0,2}/\s{0,2}|\s{1,2}[–-]\s{1,2}")
_PIECES = re.compile(r"\s{0,2}[,;:–]\s{1,2}|,|\s-\s")
_BARE_PARTY = re.compile(r",\s(?P<title>[a-zà-ÿ-]{5,25})\s(?P<party>[A-Z]\w{0,8}[A-Z\d]\w{0,3})(?=\s?[(,;.]|\s?\Z)")
_SENTENCE_ENDS = re.compile(r"[;\n]|\.\s")
# A sentence before, or a quotation: ““Never …”, says Ann Ek”.
_SENTENCE_BEHIND = re.compile(r"[;\n]|(?<=[^\W\d_]{5})\.\s|[.,!?]?[”“\"»’][.,]?\s")
_ROLE_ENDS = re.compile(r"[;\n]|\.(?:\s|\Z)")
_SEGMENT_ENDS = re.compile(r"[;\n]|(?<=\)),")
_INVERTED = re.compile(
    rf"\s{{0,3}}(?P<last>(?:(?:van der|van den|van|von|de la|de|di|da|af|av|d['’])\s)?{NAME_PART}(?:\s{NAME_PART})?),\s"
    rf"(?P<first>(?:{NAME_PART}|[A-Z]\.)(?:\s?(?:{NAME_PART}|[A-Z])\.?){{0,2}})"
    r"(?P<particle>\s(?:van der|van den|van de|van|de|von))?"
    r"\s{0,2}(?=\(|\[|\Z)"
)


@dataclass(slots=True)
class Somebody:
    """A person as written: name, party, and where in the words (start, end of the name and party).

    `role` holds the words behind the name that say what the person is there; `deputy` tells a substitute.
    """

    name: str
    party: str | None
    start: int
    end: int
    role: str = ""
    deputy: bool = False


def bare(text: str) -> str:
    """Small letters without accents, for comparing."""
    if text.isascii():
        return text.lower()
    return _NOT_PLAIN.sub(_plain, text.casefold())


def _plain(letters: re.Match[str]) -> str:
    return "".join(map(_plain_letter, letters.group()))


@lru_cache(maxsize=2048)
def _plain_letter(letter: str) -> str:
    whole = _JOINED.get(letter) or unicodedata.normalize("NFKD", letter)
    return "".join(part for part in whole if not unicodedata.combining(part))


_JOINED = {"ø": "o", "æ": "ae", "ß": "ss", "ł": "l", "đ": "d"}
_NOT_PLAIN = re.compile(r"[^\x00-\x7f’‘‚“”„–—•«»€]+")


@lru_cache(maxsize=500)
def is_unit(text: str, language: Language) -> bool:
    """Whether these words name a unit: they hold a word for one, or end as one does."""
    lowered = text.casefold()
    endings = language.words.get("unit_endings", ())
    return language.has(text, "unit_words") or any(
        word.endswith(endings) for word in lowered.split() if endings and len(word) > 6
    )


def is_person(text: str, language: Language) -> bool:
    """Whether these words are a person's name, whole, and not a place's, a unit's or an organisation's."""
    words = text.strip()
    found = next(persons(words, language, 0, 200), None)
    if found is None or (found.start > 0 and not found.is_honoured) or len(words) > 200:
        return False
    return found.end == len(words) or _party(words, found.end, language)[1] == len(words)


def somebody(text: str, language: Language, start: int = 0) -> Somebody | None:
    """The first person named in a text from `start` on."""
    found = next(persons(text, language, start, start + 300), None)
    return _somebody(text, found, language) if found else None


def everybody(text: str, language: Language) -> list[Somebody]:
    """The people in a list such as “Asta Lind (M), Tor Vik (C), deputy, and Eva Ek”.

    What is no person is passed over, and so is whoever is named as one who sat there before, or in a vacant seat's
    note.
    """
    return list(_everybody(text, language))


@lru_cache(maxsize=512)  # several rules look at the same sentence
def _everybody(text: str, language: Language) -> list[Somebody]:
    named = sorted(
        [_somebody(text, one, language) for one in persons(text, language, 0, LONGEST_LIST)]
        + _inverted(text, language),
        key=lambda one: one.start,
    )
    if not named:
        return []
    seats = vacant_seats(text, language)
    found: list[Somebody] = []
    is_deputy = False
    position = 0
    for place, one in enumerate(named):
        if one.start < position:  # within what was taken for a party
            continue
        gap = text[position : one.start]
        position = one.end
        ours = gap[_parting(gap, language) if place else 0 :]
        is_deputy = _by_label(gap, is_deputy, language)
        if any(end <= one.start and not _SENTENCE_ENDS.search(text, end, one.start) for _start, end in seats):
            continue
        if _is_former(_SENTENCE_BEHIND.split(ours)[-1][-60:], language):
            continue
        end = named[place + 1].start if place + 1 < len(named) else len(text)
        one.role = _role(text[one.end : end], language, place + 1 < len(named)) or one.role
        one.deputy = is_deputy or _says_deputy(one.role, language) or _says_deputy(ours, language, not found)
        if found and one.deputy and _to_somebody(language).search(gap):
            one.deputy, found[-1].deputy = False, True  # “Bo Ek, substitute for Asta Lind”
        found.append(one)
    return found


def _is_former(before: str, language: Language) -> bool:
    """Whether words before a name say that somebody is one no more: “the then mayor”, “not”, but for “when she cannot
    come, …”."""
    before = language.pattern("since_then").sub(" ", before)  # “desde entonces”
    if language.has(before, "at_the_time"):
        return True
    return language.has(before, "formerly") and language.has(language.pattern("prevented").sub(" ", before), "formerly")


def _says_deputy(words: str, language: Language, is_first: bool = False) -> bool:
    """Whether words say that somebody stands in for another: not as the first of what one is at home, “Deputy Mayor”,
    “zastępca burmistrza”, nor by a verb, of the first: German “(die Stadt,) vertreten wird sie durch”."""
    if not language.has(words, "deputy_label"):
        return False
    honours = language.pattern("honours", "titles")
    for said in language.pattern("deputy_label").finditer(words):
        honour = honours.match(words, said.start())
        is_ours = is_first and " " in said.group() and language.has(said.group(), "represents")
        if not is_ours and (honour is None or honour.end() <= said.end()):
            return True
    return False


def each_with_words(text: str, named: Sequence[Somebody]) -> Iterator[tuple[Somebody, str, str]]:
    """Each of the people of a text with the words before them and behind, as far as the next person."""
    ends = [0, *(one.end for one in named)]
    starts = [*(one.start for one in named[1:]), len(text)]
    for one, end, start in zip(named, ends, starts, strict=False):
        yield one, text[end : one.start], text[one.end : start]


def vacant_seats(text: str, language: Language) -> list[Span]:
    """Where the words say that a seat is vacant: “vakant”, “N.N.”, “to be appointed”."""
    return [match.span() for match in _vacant(language).finditer(text[:LONGEST_LIST])]


@cache
def _vacant(language: Language) -> re.Pattern[str]:
    """Words for a vacant seat; the letters N.N. in capitals only."""
    spelled = [word for word in language.words["vacant"] if re.sub(r"\W", "", word) not in ("nn", "tbc", "tba")]
    return re.compile(rf"(?<!\w)(?:(?i:{alternatives(spelled)})|N\.\s?N\.|NN|N/N|TBC|TBA)(?!\w)")


def _somebody(text: str, person: Person, language: Language) -> Somebody:
    """A person with the party behind the name, which a language may put in another case."""
    found = _with_party(text, person, language)
    for ending, nominative in _CASES.get(language.code, ()):
        if found.name.endswith(ending):
            found.name = found.name.removesuffix(ending) + nominative  # “on nimennyt Anna Virtasen”
            break
    return found


# A vowel before tells these surnames from Scandinavian ones (Hansen); “tietoja saa Anna Virtaselta, Mia Lindholmilta”.
_CASES = {
    "fi": [
        *((f"{vowel}s{case}", f"{vowel}nen") for vowel in "aeiouyäö" for case in ("en", "elta", "eltä", "elle")),
        *((f"{letter}i{case}", letter) for letter in "bcdfghjklmnprstvz" for case in ("lta", "ltä")),
        ("lta", ""),
        ("ltä", ""),
    ]
}


def _with_party(text: str, person: Person, language: Language) -> Somebody:
    if person.party is not None:
        return Somebody(written(person), person.party.word, person.start, person.end)
    party, end, role = _party(text, person.end, language)
    return Somebody(written(person), party, person.start, end, role)


def _party(text: str, end: int, language: Language) -> tuple[str | None, int, str]:
    """The party behind a name that ends here, where the party ends, and the words in the same brackets."""
    if match := _BRACKETS.match(text, end) or _BRACKETS.match(text, _behind_degrees(text, end, language)):
        whole = " ".join(match[1].split())
        if whole.lower() in language.all_of("parties"):
            return whole, match.end(), ""
        first, *rest = [piece for piece in _PIECES.split(whole) if piece.strip()] or [""]
        party = first.strip() if _is_party(first.strip(), language) else None
        if party is None:
            return None, end, ""
        return party, match.end(), ", ".join(piece.strip() for piece in rest)
    if behind := _BEHIND_TITLE.match(text, end):
        party = behind["party"].strip()
        said = behind["title"]
        is_title = language.has(said, "titles", "honours") and next(persons(said, language, 0, len(said)), None) is None
        if is_title and party.lower() in language.all_of("parties"):
            return party, end, said  # “Ann Ek, councillor for Europe (S)”
    if bare := _BARE_PARTY.match(text, end):
        is_title = language.pattern("honours").fullmatch(bare["title"]) is not None
        if is_title and bare["party"].lower() in language.all_of("parties"):
            return bare["party"], bare.end(), bare["title"]  # “Ann Ek, raadslid CDA”
    if joint := _JOINT.match(text, _behind_degrees(text, end, language)):
        known = language.pattern("parties").match(text, joint.end())
        if known and _is_shown_as_party(known.group()) and _PARTY_ENDS.match(text, known.end()):
            return known.group(), known.end(), ""
    return None, end, ""


def _behind_degrees(text: str, end: int, language: Language) -> int:
    """Where a degree or a mandate behind a name ends, before the party: “, MdL, ÖVP”."""
    joint = re.compile(r",\s{1,2}").match(text, end)
    degree = language.pattern("honours").match(text, joint.end()) if joint else None
    return degree.end() if degree and degree.group()[:1].isupper() and len(degree.group()) < 6 else end


_OF_COUNTRIES = frozenset(
    "DK PL LT RU SE NO EE LV NL BE UK GB FR ES IT PT AT CH CZ IE".split()
)  # in brackets behind places


def _is_shown_as_party(word: str) -> bool:
    if word in _OF_COUNTRIES:
        return False
    return word[0].isupper() or any(letter.isupper() for letter in word) or word.endswith(".")


def _is_party(words: str, language: Language) -> bool:
    """Whether words in brackets behind a name are a party: a known one, or short, with a capital, and nothing else."""
    if words.lower() in language.all_of("parties"):
        return True
    if not words or any(letter.isdigit() for letter in words) or len(words.split()) > 6 or len(words) > 40:
        return False
    if not (words[0].isupper() or (len(words) <= 8 and any(letter.isupper() for letter in words))):
        return False
    is_other = language.has(words, *_NO_PARTY) or is_unit(words, language)
    return not is_other and words.lower() not in language.countries


_NO_PARTY = (
    "titles", "honours", "deputy_label", "chair", "vice-chair", "board", "observer_label",
    "authority_words", "contact", "since_words", "until_words", "vacant", "email", "phone",
)  # fmt: skip


def _by_label(gap: str, standing: bool, language: Language) -> bool:
    """Whether a label before a name (“Suplente:”) says that deputies follow, and stays so until another label."""
    last = None
    for match in _labels(language).finditer(gap):
        last = match
    return standing if last is None else last["deputy"] is not None


@cache
def _labels(language: Language) -> re.Pattern[str]:
    deputy, regular = (
        language.any_of("deputy_label"),
        language.any_of("representative_label", "chair_label", "board_label", "contact"),
    )
    # Words in brackets or behind a slash may stand between the word and its colon.
    return re.compile(rf"(?<!\w)(?:(?P<deputy>{deputy})|{regular})(?!\w)[^:;.\n()]{{0,20}}:", re.I)


def _parting(gap: str, language: Language) -> int:
    """Where in the words between two names those begin that belong to the second.

    What stands behind an “and” does whole, so that a deputy is the one who follows: “and, as deputy, Tor Vik”.
    """
    last = 0
    for match in _joints(language).finditer(gap):
        last = match.end()
        if match.group()[0].isalpha() and language.has(gap[last:], "deputy_label"):
            break
    return last


@cache
def _joints(language: Language) -> re.Pattern[str]:
    return re.compile(rf"[,;\n)\]/•]|(?<![^\w]\w)(?<![^\w]\w\w)\.\s|(?<!\w)(?:{language.any_of('and')}|&)(?!\w)", re.I)


def _role(behind: str, language: Language, is_followed: bool) -> str:
    """The words behind a name that say what the person is there: “, deputy chair until 2028”."""
    if is_followed:
        behind = behind[: _parting(behind, language)]
    end = _ROLE_ENDS.search(behind)
    words = behind[: end.start() if end else len(behind)][:LONGEST_ROLE]
    words = re.sub(rf"(?<!\w)(?:{language.any_of('and')})\s{{0,2}}\Z", "", words.strip(" ,–-/&"), flags=re.I)
    words = words.strip(" ,–-/&")
    inner = re.fullmatch(r"[(\[]([^()\[\]]*)[)\]]", words)
    return inner[1].strip() if inner else words


def _inverted(text: str, language: Language) -> list[Somebody]:
    """“Lind, Asta (M); Vik, Tor (C)”: surname first, each person in a part of its own, nothing else in it."""
    return list(_inverted_in(text[:LONGEST_LIST], language))


def _inverted_in(text: str, language: Language) -> Iterator[Somebody]:
    position = 0
    for end in [*(match.start() for match in _SEGMENT_ENDS.finditer(text)), len(text)]:
        segment = text[position:end].rstrip()
        match = _INVERTED.match(segment)
        if match and segment[match.end() :].count(" ") < 8:
            name = f"{match['first']}{match['particle'] or ''} {match['last']}".strip()
            person = next(persons(name, language, 0, len(name)), None)
            if person is not None and (person.start, person.end) == (0, len(name)) and not person.party:
                start = position + match.start("last")
                last = position + match.end("particle" if match["particle"] else "first")
                party, party_end, role = _party(text, last, language)
                yield Somebody(written(person), party, start, party_end, role)
        position = end + 1


@cache
def _to_somebody(language: Language) -> re.Pattern[str]:
    """“substitute for ”, behind a deputy."""
    return re.compile(rf"\s{language.joining('for', 'of')}\Z")
