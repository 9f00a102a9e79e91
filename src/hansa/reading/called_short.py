"""What an organisation is called in short, where the text says it in words or in brackets behind more than the name:
“The network, known as ENLC, …”, “the alliance (ECHAlliance)”, “… (in English European Network for …, ENLC)”."""

from __future__ import annotations

import re
from functools import cache

from hansa.reading import names
from hansa.reading.abbreviations import spelled
from hansa.reading.facts import Facts, section_rule
from hansa.reading.known import is_short_of
from hansa.reading.languages import Language, languages
from hansa.reading.lists import says_organisation
from hansa.reading.outline import Section
from hansa.reading.prose import sentences_of
from hansa.reading.types import Name, Span

MOST_SENTENCES = 6
FEW_BEFORE = 4  # words of a sentence before the noun for a network
_CAPITAL = "A-ZÀ-ÖØ-ÞŁŚŻŹĆ"
_TOKEN = rf"(?P<short>[{_CAPITAL}][A-Za-zÀ-ÿŁłŚśŻż+]{{1,14}})(?![\w-])(?!\s[{_CAPITAL}])"
_QUOTES = r"[“„«\"‘’']?"
_BESIDES = re.compile(
    r"(?:[^\W\d_]{1,5})?\s\((?:[A-Za-zà-ÿ]{2,12}[.:,]{0,2}\s){0,3}?(?P<name>[A-ZÀ-ÖØ-ÞŁŚ][^(),;:]{8,100}),\s"
    rf"(?:[a-zà-ÿ]{{2,14}}\s){{0,2}}{_TOKEN}[),;]"
)
LONG = 40  # letters
_LONGER = re.compile(rf"(?P<more>(?:\s(?:of\s)?[{_CAPITAL}][\w-]+){{0,4}})(?:\s\(|,\s){_TOKEN}[),;]")
_CAPITALS_BEFORE = re.compile(rf"(?<![\w-])(?:[{_CAPITAL}][\w-]+\s){{1,3}}\Z")
_OPENED = re.compile(r"\s\((?P<words>[^()]{2,40})\)")
_LITTLE = re.compile(r"[\s,:]*(?:(?:[a-zà-ÿ]{1,10}|[dl])[\s’'])*\Z")


@section_rule("called in short")
def called_in_short(facts: Facts, section: Section) -> None:
    """An organisation of some words of which no abbreviation is told yet has that by which its text calls it."""
    own = facts.organisation
    if own.abbreviation is not None or " " not in own.name.text:
        return
    if longer := _within_a_longer(facts, section):
        name, short = longer
        own.name = Name(facts.text[slice(*name)], names.language_of(facts.text[slice(*name)], facts.language))
        own.abbreviation = facts.text[slice(*short)]
        facts.note("name", name, 0.9)
        facts.note("abbreviation", short, 0.9)
    elif span := _told(facts, section):
        own.abbreviation = facts.text[slice(*span)]
        facts.note("abbreviation", span, 0.88)


def _within_a_longer(facts: Facts, section: Section) -> tuple[Span, Span] | None:
    """The longer name, and its abbreviation, of which a heading has but some words: “Creative Cities”, and below it
    “(UNESCO Creative Cities Network, UCCN)”."""
    own, text = facts.organisation.name.text, facts.text
    for (start, end), sentence, _cues in sentences_of(section, facts.document, facts.language)[:2]:
        if (at := sentence.find(own)) < 0:
            continue
        behind = _LONGER.match(text, start + at + len(own), end)
        begins = _CAPITALS_BEFORE.search(text, max(start, start + at - LONG), start + at)
        if behind is None or not (begins or behind["more"]):
            continue
        first = begins.start() if begins else start + at
        name = text[first : behind.end("more")]
        if _is_short_of(behind["short"], name, facts.language) and says_organisation(name, languages()["en"]):
            return (first, behind.end("more")), behind.span("short")
    return None


def _told(facts: Facts, section: Section) -> Span | None:
    """Where the text of an organisation tells what that is called in short; another name beside it is kept."""
    own, language = facts.organisation, facts.language
    for span, sentence, _cues in sentences_of(section, facts.document, language)[:MOST_SENTENCES]:
        called = own.name.text.partition(" ")[2] or own.name.text  # “des Europäischen Netzwerks …”: in any case
        if "(" in sentence and (at := sentence.find(called)) >= 0:
            besides = _BESIDES.match(sentence, at + len(called))
            if besides and _is_short_of(besides["short"], besides["name"], language):
                first, last = besides.span("name")
                if not own.other_names:
                    own.other_names.append(Name(besides["name"], names.language_of(besides["name"], language)))
                    facts.note("other_names.0", (span[0] + first, span[0] + last), 0.85)
                return span[0] + besides.start("short"), span[0] + besides.end("short")
        if found := _behind_the_noun(sentence, language) or _in_words(sentence, facts):
            return span[0] + found[0], span[0] + found[1]
    return None


def _is_short_of(short: str, name: str, language: Language) -> bool:
    if not names.is_abbreviation(short):
        return False
    by_its_letters = any(spelled(name, short, one) for one in languages().values())
    return by_its_letters or is_short_of(short, name) or names.may_stand_for(short, name)


def _behind_the_noun(sentence: str, language: Language) -> Span | None:
    """“(Through the) alliance (ECHAlliance)”: brackets behind a noun for a network that names no other one."""
    for opened in _OPENED.finditer(sentence):
        noun = _last_noun(sentence[: opened.start()], language)
        if noun is None:
            continue
        words = opened["words"].removesuffix(" e.V.")
        cue = language.find(words, "in_short") or (words[:1].islower() and _leads(words, language))
        tokens = list(re.finditer(_TOKEN, words))
        if len(tokens) != 1 or not (cue or tokens[0].group() == words):
            continue
        short = tokens[0]["short"]
        in_capitals = names.is_abbreviation(short) or short[:2].isupper()  # “ECHAlliance”
        if in_capitals or (cue and _may_be(short, language)):
            return opened.start("words") + tokens[0].start(), opened.start("words") + tokens[0].end()
    return None


def _may_be(short: str, language: Language) -> bool:
    """Whether a word with a capital may be a short name: no noun with which a longer name begins."""
    nouns = (*language.words["organisation_words"], *languages()["en"].words["organisation_words"])
    return names.is_abbreviation(short) or short.casefold() not in nouns


def _leads(words: str, language: Language) -> bool:
    """Whether words begin with “or”: “(or Efus)”."""
    return words.split()[0] in language.words["or"]


def _last_noun(before: str, language: Language) -> re.Match[str] | None:
    """The noun for a network that some words of a sentence end with, where they name nothing else."""
    noun = _noun_last(language).search(before)
    leads = before[: noun.start()].split() if noun else []
    is_plain = len(leads) <= FEW_BEFORE and not any(word[0].isupper() for word in leads[1:])
    return noun if noun and is_plain and (noun.group()[0].islower() or language.capital_nouns or not leads) else None


def _in_words(sentence: str, facts: Facts) -> Span | None:
    """“(The network,) known as ENLC, …”, “Conhecido pela sigla Efus, …”, “ECCAR, so die englische Abkürzung, …”."""
    language, own = facts.language, facts.organisation.name.text
    if not language.has(sentence, "in_short"):
        return None
    for said in language.pattern("in_short").finditer(sentence):
        behind = _said_before(language).match(sentence, said.start())
        if behind and _may_be(behind["short"], language) and _is_told_of(sentence[: said.start()], own, language):
            return behind.span("short")
    behind = _said_behind(language).match(sentence)  # at a sentence's beginning
    return behind.span("short") if behind and names.is_abbreviation(behind["short"]) else None


def _is_told_of(before: str, own: str, language: Language) -> bool:
    """Whether words before “known as” are the organisation's name, a noun for it, or few little ones."""
    at = before.rfind(own)
    if at >= 0:
        return _LITTLE.match(before[at + len(own) :]) is not None and len(before[at + len(own) :].split()) <= FEW_BEFORE
    words = before.split()
    if len(words) <= 1:
        return True
    nouns = list(_nouns(language).finditer(before))
    if not nouns or len(before[: nouns[0].start()].split()) > 1:
        return False
    rest = before[nouns[0].end() :]
    return _LITTLE.match(rest) is not None and len(rest.split()) <= FEW_BEFORE


@cache
def _said_before(language: Language) -> re.Pattern[str]:
    between = r"(?:\s[a-zà-ÿ.]{1,10}){0,4}?(?:\s(?:[dl][’'])?)"
    return re.compile(rf"(?i:{language.any_of('in_short')}):?{between}{_QUOTES}{_TOKEN}")


@cache
def _said_behind(language: Language) -> re.Pattern[str]:
    between = r"(?:,\s)(?:[a-zà-ÿ]{1,12}\s){0,4}?"
    return re.compile(rf"(?:[A-Z][a-z]{{1,2}}\s)?{_TOKEN}{between}(?i:{language.any_of('in_short')})(?!\w)")


@cache
def _nouns(language: Language) -> re.Pattern[str]:
    """A noun for a network, in Finnish in any case."""
    case = r"\w{0,5}" if language.code == "fi" else ""
    return re.compile(rf"(?<![\w-])(?i:{language.any_of('organisation_words', 'subjects')}){case}(?!\w)")


@cache
def _noun_last(language: Language) -> re.Pattern[str]:
    """A noun for a network at the end of some words."""
    return re.compile(rf"(?<![\w-])(?i:{language.any_of('organisation_words', 'subjects')})\Z")
