"""The authority's committees: told by a word for one, whole or at the end of a compound."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from hansa.reading.authority import called
from hansa.reading.languages import Language, alternatives
from hansa.reading.types import Span

MOST_WORDS = 12
FEW_MATTERS = 5  # words
MOST_OF_GENITIVES = 5
LONGEST_ENDING = 3  # letters of a case or an article behind the noun: “udvalg-et”
SHORTEST_NOUN = 5
MOST_LETTERS = 80  # between “the committee” and the verb behind which it is named
LONGEST_ARTICLE = 5  # letters, with the spaces around it
_WORD = re.compile(r"[^\W\d_][\w’'/&-]*")
_NUMBER = re.compile(r"(?:\A|\s)(?P<number>\d{1,2}\.?[ªºa°]?)\s\Z")
_QUOTED = re.compile(r"\s?[«„“\"‚‘]\s?[^«»„“”\"]{3,90}?\s?[»“”\"]")
_FIRST_WORDS = 2
_COLON = re.compile(r"[^.;:()]{0,60}\s?:\s")
_ROMAN = re.compile(r"[IVX]{1,5}")
FEW_ADJECTIVES = 2
_AROUND = " ,.–:;)(\t\n"


@cache
def _nouns(language: Language) -> tuple[str, ...]:
    words = (*language.words["committee_label"], *language.words["committee_words"])
    return tuple(word for word in words if " " not in word and len(word) >= SHORTEST_NOUN)


def _is_noun(word: str, language: Language) -> bool:
    """Whether a word is one for a committee, in any case, or a compound of one."""
    lowered = word.casefold()
    return any(
        (at := lowered.rfind(noun)) >= 0 and len(lowered) - at - len(noun) <= LONGEST_ENDING
        for noun in _nouns(language)
    )


def names_a_committee(words: str, language: Language) -> bool:
    """Whether a few words begin, or end, with a word for a committee: “Klima- og Miljøudvalget”."""
    every = words.strip(_AROUND).split()
    return 0 < len(every) <= MOST_WORDS and (_is_noun(every[0], language) or _is_noun(every[-1], language))


def committee_in(words: str, language: Language) -> Span | None:
    """The committee that a sentence names: a noun with a capital, and the words of the name beside it."""
    every = list(_WORD.finditer(words))
    for place, word in enumerate(every):
        if _is_genitive(every, place, words, language):
            continue  # “(kommunstyrelsens) klimatutskott”
        begins = place == 1 and _is_adjective(every[0].group(), language) and _joins(words, every, 0)
        before = every[place - 2].group() if place > 1 else ""
        behind = every[place + 1].group() if place + 1 < len(every) and _joins(words, every, place) else ""
        for_matters = behind in language.firsts("for") and _matters(words, every, place, language) > place + 1
        joined = (
            begins
            or for_matters  # “utvalg for kultur og reiseliv”
            or behind[:1].isupper()
            or _is_of_a_council(every, place, language)
            or (before.endswith("-") and before[0].isupper())
            or _is_compound(word.group(), language)
        )
        if not _is_noun(word.group(), language):
            continue
        if quoted := _QUOTED.match(words, word.end()):
            return word.start(), quoted.end()  # “commission « Europe et coopération »”
        if not (word.group()[0].isupper() or joined):
            continue
        first, last = 0 if begins else _first(words, every, place, language), place
        first = _with_whose(words, every, first, language)
        of_council = _is_of_a_council(every, place, language)
        for number in range(place + 1, min(len(every), place + MOST_WORDS)):
            if not _joins(words, every, number - 1) and not _lists(words, every, number, language):
                break
            if every[number].group()[0].isupper():
                last = number
            elif number == place + 1 and (of_council or _is_amid_a_name(every, number, language)):
                continue  # “Commissione consiliare Turismo”, “commission municipale Culture”
            elif last > place and number == last + 1 and _is_an_adjective_of(words, every, number, language):
                last = number  # “Commission Développement économique et emploi”
            elif last > place and language.has(every[number - 1].group(), "and") and number == last + 2:
                last = _with_genitive(words, every, number, language)  # “Commission Tourisme et qualité de vie”
                break
            elif _ends_a_name(every[number].group(), language):
                break
        if last > place and (listed := _listed(language).match(words, every[last].end())):
            last = max(number for number, one in enumerate(every) if one.end() <= listed.end())
        if last + 2 == len(every) and _joins(words, every, last) and _is_plain(every[-1].group(), language):
            last += 1  # what stands before the full stop: “Commissione Pianificazione strategica”
        is_numbered = first < place and _ROMAN.fullmatch(every[first].group()) is not None
        is_numbered = is_numbered or (first == place - 1 and bool(language.words["articles"]) and "-" not in before)
        rest = list(_upto_a_sign(words, every, last, language))
        if (
            is_numbered
            and last == place
            and len(rest) <= FEW_ADJECTIVES
            and all(_is_plain(one, language) for one in rest)
        ):
            last += len(rest)  # “III Commissione consiliare permanente”
        last = max(last, _matters(words, every, place, language))
        if first == last and word.group().casefold() in language.words["groups"]:
            continue  # but “the committee”
        ordinal = _NUMBER.search(words[: every[first].start()])  # “4.ª Comissão”
        start, end = ordinal.start("number") if ordinal else every[first].start(), every[last].end()
        verb = language.pattern("is").search(words, start, end)
        if verb:
            return _committee_behind(words, verb.end(), language)
        verb = language.pattern("is").match(words, end + 1)  # “Ansvarig nämnd är …”
        verb = verb or _COLON.match(words, end)  # “Responsible committee for all memberships: …”
        if verb is None and first < _FIRST_WORDS and (named := _far_behind(words, end, language)):
            return named
        return (_committee_behind(words, verb.end(), language) if verb else None) or (start, end)
    return None


def _is_genitive(every: list[re.Match[str]], place: int, words: str, language: Language) -> bool:
    """Whether a noun for a committee only tells whose one of the next words is: “kommunstyrelsens klimatutskott”."""
    endings = language.words["genitives"]
    if not endings or not every[place].group().endswith(tuple(endings)):
        return False
    for number in range(place + 1, min(len(every), place + 1 + MOST_OF_GENITIVES)):
        if words[every[number - 1].end() : every[number].start()].strip():
            return False
        word = every[number].group()
        if _is_noun(word, language):
            return True
        if not (word.endswith("-") or language.has(word, "and")):
            return False
    return False


def _is_amid_a_name(every: list[re.Match[str]], number: int, language: Language) -> bool:
    """Whether a word in small letters is no verb, and a word with a capital follows."""
    follows = number + 1 < len(every) and every[number + 1].group()[0].isupper()
    return follows and not language.has(every[number].group(), "answers_for", "is", "holds")


def _with_whose(words: str, every: list[re.Match[str]], first: int, language: Language) -> int:
    """Where a committee's name begins, with the council whose it is: “(kaupunginhallituksen) elinvoimajaosto”."""
    before = every[first - 1].group() if first and _joins(words, every, first - 1) else ""
    is_whose = before.endswith(tuple(language.words["genitives"]) or ("\0",)) and any(
        whose in before.casefold() for whose in language.words["council_nouns"]
    )
    return first - 1 if is_whose else first


def _is_of_a_council(every: list[re.Match[str]], place: int, language: Language) -> bool:
    """Whether a noun and the word behind it are together a noun for a committee, and a name follows: “commission
    municipale Culture”."""
    two = " ".join(one.group().casefold() for one in every[place : place + 2])
    if two not in language.words["committee_label"] or " " not in two:
        return False
    behind = [one.group() for one in every[place + 2 : place + 4]]
    return any(word[0].isupper() for word in behind[: 1 + (behind[:1] != [] and language.has(behind[0], "of", "for"))])


def is_but_a_noun(name: str, language: Language) -> bool:
    """Whether a name is but “the committee”, which another sentence names."""
    if " " in name or name.casefold().startswith(language.words["sole_boards"]):
        return False
    return _is_noun(name, language) and not _is_compound(name, language)


def _ends_a_name(word: str, language: Language) -> bool:
    """Whether a word in small letters is none that may stand within a committee's name."""
    if language.capital_nouns:
        return not language.has(word, "for", "and", "of")
    return word.casefold() not in language.function_words and not language.has(word, "and")


def _with_genitive(words: str, every: list[re.Match[str]], last: int, language: Language) -> int:
    """The last word of a noun with those that belong to it by a little word: “qualité de vie”."""
    while last + 2 < len(every) and _joins(words, every, last) and _joins(words, every, last + 1):
        little = every[last + 1].group().casefold()
        if little not in language.firsts("of") or language.has(every[last + 2].group(), "is", "answers_for"):
            break
        last += 2
    return last


def _committee_behind(words: str, begin: int, language: Language) -> Span | None:
    """The committee behind a verb: “the body responsible is the Committee for …”."""
    found = committee_in(words[begin:], language)
    return (begin + found[0], begin + found[1]) if found else None


def _upto_a_sign(words: str, every: list[re.Match[str]], last: int, language: Language) -> Iterator[str]:
    """The words behind one, up to a sign or a verb."""
    for number in range(last + 1, min(len(every), last + MOST_OF_GENITIVES)):
        word = every[number].group()
        if not _joins(words, every, number - 1) or language.has(word, "answers_for", "is", "holds"):
            return
        yield word


def _far_behind(words: str, begin: int, language: Language) -> Span | None:
    """The committee that stands right behind the verb of a sentence whose first words but say which is meant: “The
    committee for all memberships is the Culture Committee”."""
    for verb in language.pattern("is").finditer(words, begin, begin + MOST_LETTERS):
        if re.search(r"[.;:,()]", words[begin : verb.start()]):
            return None
        found = _committee_behind(words, verb.end(), language)
        if found and found[0] - verb.end() <= LONGEST_ARTICLE:
            return found
    return None


def _is_compound(word: str, language: Language) -> bool:
    """“miljönämnden”: the name of a committee in one word, which some languages write in small letters."""
    lowered = word.casefold()
    return any(lowered.rfind(noun) > 2 for noun in _nouns(language))


def _matters(words: str, every: list[re.Match[str]], place: int, language: Language) -> int:
    """The last word of what a committee is for, up to the verb: “Hovedutvalg for næring, klima og miljø følger …”."""
    behind = every[place + 1 : place + 1 + MOST_WORDS]
    if not behind or behind[0].group().casefold() not in language.firsts("for"):
        return place
    if language.capital_nouns:
        return _nouns_behind(words, every, place, language)
    rest = words[behind[0].end() :].rstrip(" .")
    relative = language.find(rest, "breakers")  # “…, which also …”
    rest = rest[: relative.start()].rstrip(" ,") if relative else rest
    if not re.search(r"[.;:()]", rest) and not language.has(rest, "answers_for", "is", "holds", "breakers"):
        few = rest.count(" ") <= FEW_MATTERS and not re.search(r"\d", rest)
        ended = [number for number, word in enumerate(every) if word.end() <= behind[0].end() + len(rest)]
        return ended[-1] if few else place  # “Saker behandles i Utvalg for miljø og byutvikling.”
    verb = language.pattern("answers_for", "is", "holds").search(words, behind[0].end())
    upto = [number for number, word in enumerate(every) if verb and word.end() <= verb.start()]
    while upto and (every[upto[-1]].group().casefold() in language.function_words):
        upto.pop()  # “… næring og klima som har …”
    if (
        not upto
        or upto[-1] - place > MOST_WORDS
        or re.search(r"[.;:()]", words[every[place].end() : every[upto[-1]].end()])
    ):
        return place
    return upto[-1]


def _nouns_behind(words: str, every: list[re.Match[str]], place: int, language: Language) -> int:
    """The last of the nouns that tell what a committee is for, as a language has it that writes them with capitals:
    “Dem Ausschuss für Umwelt und Klima wird berichtet.”"""
    last = place
    for number in range(place + 2, min(len(every), place + MOST_WORDS)):
        word, before = every[number].group(), words[every[number - 1].end() : every[number].start()]
        if before.strip() not in ("", ","):
            break
        if word[0].isupper():
            last = number
        elif not language.has(word, "and", "of") and not (number == place + 2 and language.has(word, "definite")):
            break
    return last


def without_council(words: str, found: Span, language: Language, authority: str | None) -> Span:
    """A committee's name without that of the council that it is one of: “commission Culture (du conseil régional)”."""
    start, end = found
    own = alternatives(called(authority, language))
    organs = rf"(?:{language.any_of('councils')}|{language.joining('of', 'in')}(?-i:{own}))(?!\w)"
    behind = re.search(rf"\s{organs}", words[start:end], re.I)
    plain = words[start : start + behind.start()] if behind else ""
    is_told = " " in plain and plain.strip(" 0123456789.ªa").casefold() not in language.words["committee_label"]
    end = start + len(plain) if is_told else end  # but “Comissão Permanente da Assembleia”
    before = re.match(rf"(?:{language.any_of('councils')})\s(?=[A-ZÀ-ÖØ-ÞĄĆĘŁŃŚŹŻ])", words[start:end], re.I)
    return (start + before.end() if before else start), end


def _is_an_adjective_of(words: str, every: list[re.Match[str]], number: int, language: Language) -> bool:
    """Whether a word in small letters goes on with a committee's name: before a sign, or before “and” and a noun."""
    word = every[number].group()
    if not word.islower() or not _is_plain(word, language) or language.has(word, "and", "is", "holds"):
        return False
    if number + 1 == len(every):
        return True
    sign = words[every[number].end() : every[number + 1].start()].strip()
    return sign[:1] in (",", ".", ";", ")") if sign else language.has(every[number + 1].group(), "and")


def _is_adjective(word: str, language: Language) -> bool:
    """Whether a sentence's first word may belong to a name: “Regionala”, not “The”."""
    lowered = word.casefold()
    return word[0].isupper() and lowered not in language.function_words and lowered not in language.words["articles"]


def _is_plain(word: str, language: Language) -> bool:
    return word.casefold() not in language.function_words and not language.has(word, "answers_for")


def _first(words: str, every: list[re.Match[str]], place: int, language: Language) -> int:
    """Where a committee's name begins that ends with the noun: “Klima- og Miljøudvalget”."""
    first = place
    for number in range(max(0, place - MOST_OF_GENITIVES), place - 1):  # “elinvoima- ja asioiden jaosto”
        between = words[every[number].start() : every[place].start()]
        if every[number].group().endswith("-") and not re.search(r"[,;:.()]", between):
            return number
    while first > 0 and words[every[first - 1].end() : every[first].start()].strip() in ("", ","):
        before = every[first - 1].group()
        if before.endswith("-") or (before[0].isupper() and first > 1):
            first -= 1
        elif language.has(before, "and") and first > 1 and _goes_with(every[first - 2].group()):
            first -= 2
        else:
            break
    return first


@cache
def _listed(language: Language) -> re.Pattern[str]:
    """The other matters of a committee, in small letters: “Istruzione(, formazione e lavoro)”."""
    return re.compile(
        rf"(?:,\s[a-zà-ÿ]{{4,20}}){{1,3}}\s(?:{language.any_of('and')})\s[a-zà-ÿ]{{4,20}}"
        rf"(?=[.;:)]|\s?\Z|\s(?:[a-z]{{1,3}}\s)?(?:{language.any_of('answers_for', 'is', 'holds')})(?!\w))"
    )


def _goes_with(word: str) -> bool:
    return word.endswith("-") or word[0].isupper()


def _lists(words: str, every: list[re.Match[str]], number: int, language: Language) -> bool:
    """Whether a comma before a word only parts the matters in a committee's name: “Traffic, Housing and Energy”."""
    if words[every[number - 1].end() : every[number].start()] != ", " or not every[number].group()[0].isupper():
        return False
    for behind in range(number + 1, min(len(every) - 1, number + 4)):
        if language.has(every[behind].group(), "and"):
            return every[behind + 1].group()[0].isupper() or every[behind + 1].group().islower() is False
        if not every[behind].group()[0].isupper() and not every[behind].group().endswith("-"):
            return False
    return False


def _joins(words: str, every: list[re.Match[str]], number: int) -> bool:
    """Whether nothing but a space parts a word from the next."""
    return not words[every[number].end() : every[number + 1].start()].strip()
