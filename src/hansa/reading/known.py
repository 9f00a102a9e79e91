"""Networks that are known by name: that some words are an organisation's name, and nothing else about it."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator, Sequence
from functools import cache, lru_cache
from importlib import resources
from itertools import pairwise
from typing import Any

from hansa.reading.languages import alternatives, languages
from hansa.reading.types import Span

FEW_WORDS = 3
FEWEST_SPACES = 2
_STARTS = " '’"  # what stands before a word
_WITHIN = re.compile(r"[a-zà-ÿ,]\s|[a-zà-ÿ]['’]")
_OF_STATES = re.compile(r"(?:the\s|The\s)?(?:EU|WHO|UNESCO|Unesco|UN|OECD|European)\s(?=[A-Z])")
LONG, SHORTEST_PART = 5, 3  # letters
# Germanic genitives, Finnish cases
CASES = r"['’]?s|:?(?:[aeiouyäö]n|iin|hin|ia|iä|i?(?:n|ssa|ssä|sta|stä|lla|llä|lle|lta|ltä|ta|tä|na|nä|ksi))"


@cache
def _known() -> dict[str, Any]:
    return tomllib.loads(resources.files(__package__).joinpath("networks.toml").read_text("utf8"))


@cache
def _names() -> re.Pattern[str]:
    names = _known()["names"]
    every = [*names, *(case for name in names for case in (*_in_cases(name), *_in_letters(name)))]
    # All begin with letters, and nothing else: a place where none does is left soonest.
    return re.compile(rf"(?:{alternatives([*map(_as_written, every), *_second_small()])})(?![\w+]|-[A-Z0-9])")


@cache
def _second_small() -> frozenset[str]:
    """Names of two words as pages have some of them within a sentence, where a capital tells that they are names:
    “in Energy cities”, most often those in English; at the beginning of one they may be common nouns."""
    parts = (name.partition(" ") for name in _known()["names"] if name.count(" ") == 1 and not name.isupper())
    nouns = languages()["en"].all_of("organisation_words", "name_words", "member_people")
    return frozenset(
        f"{first} {last.lower()}" for first, _space, last in parts if last.istitle() and last.lower() in nouns
    )


def _as_written(name: str) -> Sequence[str]:
    """The letters of a name: in one of several words each but the first may begin with a capital or not, as pages have
    it either way: “Conférence des Régions Périphériques …”, “Conférence des régions …”."""
    if name.count(" ") < FEWEST_SPACES or name.isupper():
        return name
    others = [_either(letter) if before in _STARTS else letter for before, letter in pairwise(name)]
    return [name[0], *others]


def _either(letter: str) -> str:
    """A letter, small or a capital."""
    return "".join(sorted({letter.lower(), letter.upper()}))


def _in_letters(name: str) -> Iterator[str]:
    """A name in capitals, as headings have it, and one in capitals as a word: “LES RENCONTRES”, “Metrex”."""
    if len(name) >= LONG:
        yield name.upper()
        if name.isupper() and name.isalpha():
            yield name.capitalize()


def _in_cases(name: str) -> Iterator[str]:
    """A name in the cases of Polish, where its first word has some, and of Finnish, where its last one has."""
    first, space, rest = name.partition(" ")
    yield from (f"{case}{space}{rest}" for case in _known()["cases"]["pl"].get(first, ()) if rest)
    before, space, last = name.rpartition(" ")
    yield from (f"{before}{space}{case}" for case in _known()["cases"]["fi"].get(last, ()) if before)


@cache
def _of_cases(code: str) -> dict[str, str]:
    """The nouns of names in a language by their cases."""
    return {case: noun for noun, cases in _known()["cases"].get(code, {}).items() for case in cases}


@cache
def finnish_names() -> re.Pattern[str]:
    """A word with a capital in the genitive plural, a few more, and a noun for an organisation in any case."""
    nouns = {form for noun, forms in _known()["cases"]["fi"].items() for form in (noun, *forms) if noun[0].islower()}
    return re.compile(
        rf"(?<![\w-])[A-ZÅÄÖ][\w-]{{3,30}}(?:en|in|jen|ten)(?:\s[a-zåäö-]{{4,30}}){{0,2}}?\s(?:{alternatives(nouns)})(?!\w)"
    )


_EUROREGION = re.compile(r"(?<=\b[Ee]uroregion)(?:u|owi|em|ie)(?=\s)")  # “Euroregionu Bałtyk”


def nominative(name: str, code: str) -> str:
    """A name, or a unit, of several words as a list has it, without the case that it has in a sentence."""
    before, _, last = name.rpartition(" ")
    small = last[:1].lower() + last[1:]
    unit = _of_cases("fi-units").get(small) or _compound(small, "fi-units") if code == "fi" else small
    if unit != small:
        return f"{before} {last[:1]}{unit[1:]}".strip()
    if code == "pl" and before:
        return _polish(_EUROREGION.sub("", name))
    if code == "de" and before:
        return _german(name)
    if code == "fi" and not before:
        return _compound(name, code)
    if code != "fi":
        return name
    known = _of_cases(code).get(last, last)
    return f"{before} {known if known != last else _compound(last, code)}"  # “ilmasto- ja ympäristölautakunnalle”


def _compound(word: str, code: str) -> str:
    """A word of several, of which the last is a noun in a case, in the nominative: “ympäristöfoorumissa”, and behind a
    dash “Vanguard-aloitteessa”."""
    before, dash, last = word.rpartition("-")
    if dash and last in _of_cases(code):
        return f"{before}-{_of_cases(code)[last]}"
    ends = (word[at:] for at in range(SHORTEST_PART, len(word) - SHORTEST_PART))
    noun = next(((end, _of_cases(code)[end]) for end in ends if end in _of_cases(code)), None)
    return word.removesuffix(noun[0]) + noun[1] if noun and word.islower() else word


_GERMAN = re.compile(
    r"(?P<before>(?:[A-ZÄÖÜ][\w-]{2,30}?(?=en\s)en\s){0,2})(?P<noun>[A-ZÄÖÜ][\w-]{1,40})(?P<behind>(?:\s.{1,160})?)"
)


def _german(name: str) -> str:
    """A German name in the nominative: the noun that it begins with, or before which an adjective or two stand: “(im)
    Europäischen Forum”."""
    parts = _GERMAN.fullmatch(name)
    if parts is None:
        return name
    noun = parts["noun"]
    for ending in ("er", "es", "e"):
        forms = _of_cases(f"de-{ending}")
        form = next((noun.lower()[at:] for at in range(len(noun)) if noun.lower()[at:] in forms), None)
        if form:
            kept = noun[: len(noun) - len(form)]
            plain = forms[form].capitalize() if noun[len(kept)].isupper() else forms[form]
            before = re.sub(r"en\s", f"{ending} ", parts["before"])
            return f"{before}{kept}{plain}{parts['behind']}"
    return name


FEW_LETTERS = 2
# How adjectives end in the cases of Polish, and in the nominative before nouns of each gender.
_ADJECTIVE = re.compile(r"(?P<stem>[A-ZŁŚŻŹĆ][\w-]{2,30}?)(?P<i>i?)(?P<end>ego|emu|ej|ym|im|ą)\Z")


def _polish(name: str) -> str:
    """A Polish name in the nominative: the noun that it begins with, or before which an adjective or two stand."""
    words = name.split()
    nouns = _of_cases("pl")
    place = next((place for place, word in enumerate(words[:FEW_WORDS]) if word in nouns), None)
    if place is None:
        return name
    noun = nouns[words[place]]
    before = [_agreeing(word, noun) for word in words[:place]]
    if not all(before):
        return name  # no adjective: another noun
    behind = words[place + 1 :]
    is_last = len(behind) == 1 or (len(behind) > 1 and behind[1].islower() and len(behind[1]) <= FEW_LETTERS)
    if is_last and (agreeing := _agreeing(behind[0], noun)):
        behind[0] = agreeing  # “Komisji Bałtyckiej”, “Biura Regionalnego w Brukseli”
    return " ".join([*filter(None, before), noun, *behind])


def _agreeing(word: str, noun: str) -> str | None:
    """A Polish adjective in the nominative beside a noun; None where a word is no adjective in a case."""
    case = _ADJECTIVE.match(word)
    if case is None:
        return None
    soft = case["i"] or ("i" if case["end"] == "im" else "")
    stem = case["stem"]
    if noun.endswith(("a", "ć", "ja")):
        return f"{stem}{'' if stem.endswith(('k', 'g')) else soft}a"
    if noun.endswith(("e", "o", "um")):
        return f"{stem}{'i' if stem.endswith(('k', 'g')) else soft}e"
    return f"{stem}{'i' if soft or stem.endswith(('k', 'g')) else 'y'}"


@cache
def _wholes() -> tuple[tuple[re.Pattern[str], re.Pattern[str]], ...]:
    """For each organisation that is known to have parts how it begins to be called, and how they do."""
    every = _known()["wholes"].values()
    return tuple(
        (re.compile(rf"(?<!\w)(?:{alternatives(one['names'])})"), re.compile(alternatives(one["parts"])))
        for one in every
    )


def is_short_of(short: str, name: str) -> bool:
    """Whether an abbreviation is known to be that of a name in another language: NSC, of “Nordsjökommissionen”."""
    return name.casefold().endswith(_shorts().get(short, ()))


@lru_cache(maxsize=1000)
def shorts_of(name: str) -> tuple[str, ...]:
    """The abbreviations that are known to be those of a name: CPMR, of “Konferansen for perifere maritime regioner”."""
    folded = name.casefold()
    return tuple(short for short, every in _shorts().items() if folded in every)


@cache
def _shorts() -> dict[str, tuple[str, ...]]:
    return {short: tuple(map(str.casefold, names)) for short, names in _known()["shorts"].items()}


def whole_of(name: str) -> re.Pattern[str] | None:
    """How the organisation begins to be called that one of this name is known to be a part of."""
    return next((whole for whole, parts in _wholes() if parts.match(name)), None)


@lru_cache(maxsize=1000)  # asked of an organisation's name for each of its sentences
def has_parts(name: str) -> bool:
    """Whether parts of the organisation that begins to be called so are known."""
    return any(whole.match(name) for whole, _parts in _wholes())


def known_in(text: str, start: int, end: int) -> Iterator[Span]:
    """Where a text names networks that are known, a Nordic or Dutch genitive among them (“Euromontanas”)."""
    while match := _genitives().search(text, start, end):
        if _begins_a_word(text, match.start()) and _may_stand(match["name"], text, match.start()):
            yield match.start(), match.end("name")
            start = match.end()
        else:
            start = match.start() + 1


def without_known(text: str) -> str:
    """A text without the names of networks that are known."""
    for start, end in reversed(list(known_in(text, 0, len(text)))):
        text = f"{text[:start]} {text[end:]}"
    return text


def _begins_a_word(text: str, position: int) -> bool:
    """Whether no letter, digit or dash stands before a position; a pattern that begins with letters is found sooner
    than one that first looks behind."""
    before = text[position - 1 : position] if position else ""
    return not (before.isalnum() or before in ("_", "-"))


def _may_stand(name: str, text: str, start: int) -> bool:
    """Whether a name may stand at a place of a text: one of which but the first word has a capital, only within a
    sentence: “in Energy cities”."""
    return name not in _second_small() or _WITHIN.fullmatch(text, max(0, start - 2), start) is not None


@cache
def _genitives() -> re.Pattern[str]:
    return re.compile(_names().pattern.replace("(?:", "(?P<name>", 1).replace("(?![", f"(?:{CASES})?(?![", 1))


def is_programme(words: str) -> bool:
    """Whether words begin with a programme of money, a fund or an address, which are no organisations: “Interreg”."""
    return words.casefold().startswith(_programmes())


@cache
def _programmes() -> tuple[str, ...]:
    return tuple(_known()["programmes"])


@lru_cache(maxsize=1000)  # one rule after another asks it of a name
def is_institution(words: str) -> bool:
    """Whether words name a body of the EU or of the Council of Europe, to which authorities send delegates, if they do:
    “Committee of the Regions”."""
    return any(words.startswith(begin) or f" {begin}" in words for begin in _known()["institutions"])


def is_word(words: str) -> bool:
    """Whether a name in capitals is known as a word: “EUROCITIES” is Eurocities, and stands for nothing."""
    return words.isupper() and words.casefold() in _words()


@cache
def _words() -> frozenset[str]:
    every = _known()
    return frozenset(name.casefold() for name in every["names"] if not name.isupper()) - {*every["acronyms"]}


def is_known(words: str, *, whole: bool = False) -> bool:
    """Whether words hold, or begin with, the name of a network that is known; `whole`: have few others beside."""
    if not whole:
        return next(known_in(words, 0, len(words)), None) is not None
    if words in _second_small():
        return True
    of_states = _OF_STATES.match(words)
    found = _names().match(words, of_states.end() if of_states else 0)
    if found is None or not _may_stand(found.group(), words, found.start()):
        return False
    return len(words[found.end() :].split()) <= FEW_WORDS
