"""Whether words that stand where a name may stand in running text are an organisation's name."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from itertools import takewhile

from hansa.reading import names, people
from hansa.reading.abbreviations import spelled
from hansa.reading.known import is_known, is_programme, known_in
from hansa.reading.languages import Language, all_languages, alternatives, first_word, languages
from hansa.reading.lists import says_organisation
from hansa.reading.names import Heading
from hansa.reading.outline import cues_of
from hansa.reading.persons import persons
from hansa.reading.saying import says_what_it_is
from hansa.reading.types import Span

LONGEST_HONOUR = 14  # letters
FEW_BEHIND = 3  # words, behind an article
SHORTEST_NOUN = 4  # that may end a longer word
_SMALL = re.compile(r"(?<=\s)[a-zà-ÿ]+(?=\s)")
_CAPITAL = re.compile(r"(?<![\w’'])[A-ZÀ-ÖØ-ÞŁŚŻŹĆ]")
_CLAUSE_ENDS = re.compile(r"[,;:.()]")
_BRUSSELS = re.compile(r"br[uüy](?:ss|x|ks|s)el\w{0,3}")  # in every language
LONGEST_NAME = 120


def is_name(words: str, language: Language) -> bool:
    """Whether a piece of a list is an organisation's name: short, without a verb, and no place or person."""
    first, _space, rest = words.partition(" ")
    if rest[:1].isupper() and first.casefold() in language.function_words:
        words = rest  # “Im Mai”
    if not 2 < len(words) <= LONGEST_NAME or words[-1] in "?!" or is_refused(words, language):
        return False
    if names.is_abbreviation(words):
        return True
    count = len(words.split())
    if count > 1 and language.has(words, "is"):
        return False
    if count > 12 or language.has(words, "we", "left", "since", "belonged") or words.casefold() in language.months:
        return False
    if count == 1 and language.capital_nouns and not words.isupper():
        return False  # any noun
    if says_organisation(words, language) or (count > 1 and says_organisation(words, languages()["en"])):
        return not (count == 1 and words[-1] == "s" and not is_known(words))
    if count == 1:
        return is_known(words)  # else a place, most often
    return count <= 3 and all(word[:1].isupper() for word in words.split()) and not people.is_person(words, language)


def is_told_by_its_words(words: str, language: Language, begins: bool) -> bool:
    """Whether words with capitals are a name by a word in them: “Rainbow Cities Network”, “Mayors for Peace”."""
    count = len(words.split())
    if count < 2 or count > 12 or is_refused(words, language) or (begins and count < 3):
        return False
    every = words.split()
    capitals = sum(word[0].isupper() for word in every[1:])
    if not capitals and any(map(str.isdigit, words)):
        return False  # “Netzwerk 2004”
    if begins and not language.capital_nouns and capitals > 1 and _is_a_noun(every[0], language):
        return True  # “Związek Regionów Północy …”
    telling = _telling(language)
    told = [word for word in words.split()[begins:] if word.casefold() in telling]
    return len(told) > 1 or any(says_what_it_is(word, language) for word in told)


def is_a_network(words: str, language: Language) -> bool:
    """Whether words with capitals begin, or end, with the noun for a network: “Rete dei Porti Verdi”."""
    every = words.casefold().split()
    nouns = (*language.words["network_words"], *languages()["en"].words["network_words"])
    return len(every) > 2 and (every[0] in nouns or every[-1] in nouns)


def runs_of_names(text: str, start: int, end: int, language: Language) -> Iterator[Span]:
    """The runs of words with capitals in a part of a text; two where “and” stands between two that say each what they
    are: “the Harbours Network and the Coast Alliance”."""
    for run in names.NAMES.finditer(text, start, end):
        first, last = run.span("name")
        for joint in language.pattern("and").finditer(text, first, last) if language.has(run["name"], "and") else ():
            behind = _CAPITAL.search(text, joint.end(), last)
            if (
                behind
                and _says_itself(text[first : joint.start()], language)
                and _says_itself(text[behind.start() : last], language)
            ):
                yield first, joint.start() - 1
                first = behind.start()
        yield first, last


def _says_itself(words: str, language: Language) -> bool:
    """Whether a name of two words or more begins or ends with a noun for an organisation."""
    every = words.split()
    return len(every) > 1 and any(says_what_it_is(word, language) for word in (every[0], every[-1]))


def name_within(words: str, language: Language, begins: bool) -> Span:
    """Where in words with capitals a name stands that a verb or another little word parts from the rest: “(Healthy
    Harbours Network) is a European”, “Vik alla (Rete dei Porti Verdi)”; the whole, where none does, and nothing where
    but an article does."""
    line, _newline, below = words.partition("\n")
    if below[:1].isupper() and first_word(below) in language.function_words:
        words = line  # “… of the Atlantic Cities”, and below “This institution …”
    joining = language.all_of("articles", "of", "in", "and", "for", "with", "concerning")
    apart = language.all_of("definite") - language.all_of("of_the")  # “fördert das Netzwerk den Austausch”
    parting = [
        small
        for small in _SMALL.finditer(words)
        if language.has(small.group(), "is")
        or not (small.group() in names.WITHIN or small.group() in joining)
        or (small.group() in apart and words[: small.start()].split()[-1][0].isupper())
    ]
    first = 0
    for last, behind in [*((small.start() - 1, small.end() + 1) for small in parting), (len(words), len(words))]:
        if parting and last > first and is_told_by_its_words(words[first:last], language, begins and not first):
            return first + lead_of(words[first:last], language), last
        capital = _CAPITAL.search(words, behind)
        first = capital.start() if capital else len(words)
    if any(small.group() in apart for small in parting):
        return 0, 0
    return lead_of(words, language), len(words)


def lead_of(words: str, language: Language) -> int:
    """How many letters of words with capitals stand before the name in them: “(Italia in) Rete delle Città”, in German
    also “(Gründer von) …”, “(Dank) …”."""
    joint = _before_a_name(language).match(words)
    if joint is None or not is_told_by_its_words(words[joint.end() :], language, begins=False):
        return 0
    telling = _telling(language)
    leads = words[: joint.end()].split()
    return 0 if any(word.casefold() in telling or says_organisation(word, language) for word in leads) else joint.end()


@cache
def _before_a_name(language: Language) -> re.Pattern[str]:
    of = {*language.words["of"]} - {*language.words["articles"]} if language.capital_nouns else set()
    noun = rf"(?:[^\W\d_][\w-]*\s){{1,3}}?(?i:{alternatives({*language.words['in'], *of})})"
    of_membership = rf"(?i:{language.any_of('the_membership')})\s(?i:{language.any_of('of', 'in')})"
    little = r"(?:[a-zà-ÿ]{1,4}\s|[dl][’'])?(?=[A-ZÀ-ÖØ-ÞŁŚŻŹĆ])"
    return re.compile(rf"(?:{noun}|{of_membership}|(?i:{language.any_of('through')}))\s{little}")


def _is_a_noun(word: str, language: Language) -> bool:
    return word.casefold() in language.words["organisation_words"]


@cache
def _telling(language: Language) -> frozenset[str]:
    """Words of networks' names, in the page's language and in English."""
    every = (language, languages()["en"])
    long = (word for one in every for word in one.all_of("organisation_words", "name_words") if len(word) > 3)
    little = frozenset(word for one in every for word in one.function_words)
    return frozenset(long) - little | language.all_of("network_words")


def is_told_behind(words: str, language: Language) -> bool:
    """Whether what follows a name says that it is an organisation: “…, an association that …”."""
    comma, _space, behind = words.partition(" ")
    words_behind = [*_CLAUSE_ENDS.split(behind)[0].split(), ""]
    article = words_behind[0]
    if comma != "," or article not in all_languages().words["articles"]:
        return False
    told = takewhile(lambda word: word not in language.function_words, words_behind[1 : FEW_BEHIND + 1])
    return any(says_organisation(word, language) for word in told if word.islower() or language.capital_nouns)


def is_a_phrase(words: str, language: Language) -> bool:
    """Whether words of a link are no name: one capital, and no word for an organisation."""
    capitals = sum(word[:1].isupper() for word in words.split())
    return capitals < 2 and not says_organisation(words, language)


def may_be_name(words: str, language: Language) -> bool:
    """Whether what stands in brackets behind a name may be one, too, and is no sentence: “(Vik is a member)”."""
    if " " in words and language.has(words, "is"):
        return False
    short = words.split(",")[0].strip()
    return names.is_abbreviation(short) or (words[:1].isupper() and " " in words) or is_known(short, whole=True)


def is_body_of_known(words: str, language: Language) -> bool:
    """Whether words name a body of a network that is known: “Assembleia Intermunicipal da Rede …”."""
    first = words.split(maxsplit=1)[0] if words.strip() else ""
    known = next(known_in(words, len(first), len(words)), None)
    return known is not None and first.casefold() in language.firsts("bodies") and not is_known(first)


def is_somebody(heading: Heading, language: Language) -> bool:
    """Whether what looks like a name with an abbreviation is a person with a party: “Asta Lind (SPD)”."""
    short = heading.abbreviation[0] if heading.abbreviation else ""
    if short.casefold() in language.words["parties"]:
        return True
    words = heading.name.text
    person = next(persons(words, language, 0, len(words)), None)
    if person is None or (short and spelled(words, short, language)):
        return False
    return language.has(words[: person.start][-LONGEST_HONOUR:], "honours") or not says_organisation(words, language)


def is_refused(words: str, language: Language, *, is_spelled: bool = False) -> bool:
    """Whether words are a place, a part of the authority, or a programme of money rather than an organisation; those
    that an abbreviation spells are more than common nouns."""
    folded = words.casefold()
    return bool(
        folded in language.countries
        or folded in language.words["continents"]
        or folded in language.words["parties"]
        or _BRUSSELS.fullmatch(folded)
        or is_programme(words)
        or language.pattern("board", "bodies").fullmatch(words)
        or any(" " in body and body in folded for body in language.words["bodies"])
        or (not is_spelled and _is_common(words, language))
        or is_of_paper(words, language)
        or language.pattern("vice-chair", "chair").match(words) is not None
        or _is_an_office(words, language)
        or names.is_of_states(words)
        or (language.has(words, "authority_words") and language.has(words, "chair", "vice-chair", "secretariat"))
        or (language.has(words, "authority_words", "unit_words") and not says_organisation(words, language))
    )


def _is_an_office(words: str, language: Language) -> bool:
    """Whether words are but a title and a noun for an organisation: “Wiceprezydentem Federacji”."""
    title, _space, rest = words.casefold().partition(" ")
    return rest in language.words["organisation_words"] and language.has(title, "titles", "honours")


def is_of_paper(words: str, language: Language) -> bool:
    """Whether words name an agreement, a fund or an organisation's secretariat: “Memorandum of Understanding”."""
    every = words.casefold().split()
    papers = language.words["documents"]
    ends = tuple(paper for paper in papers if len(paper) >= SHORTEST_NOUN)
    is_one = every[0] in papers or every[-1].endswith(ends) or every[0] in language.words["secretariat"]
    return is_one and not is_known(words)


def _is_common(words: str, language: Language) -> bool:
    """Whether words are but nouns for a network, or an event in a place: “Städtenetzwerk Europas”, “Konferenz in …”."""
    every = [word.casefold() for word in words.split()]
    if len(every) == len("abc") and every[1] == "in" and says_organisation(words.split()[0], language):
        return True
    if len(every) == 1 and words[:1].isupper() and not language.capital_nouns:
        return every[0] in cues_of(language).generic or every[0] in language.words["organisation_words"]
    nouns = tuple(noun for noun in language.words["organisation_words"] if len(noun) > SHORTEST_NOUN)
    if cues_of(language).is_plain(words):
        return True
    plain = {*cues_of(language).generic, *language.words["continents"], *language.words["organisation_words"]}
    if len(every) > 1 and every[1] in language.firsts("of") and every[-2].isdecimal():
        return not is_known(words)  # “Netzwerk von 200 Städten”
    return not is_known(words) and all(word in plain or word.endswith(nouns) or word[:-1] in plain for word in every)
