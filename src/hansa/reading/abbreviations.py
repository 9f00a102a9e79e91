"""What an abbreviation stands for, where the page says so only further down, or in its text."""

from __future__ import annotations

import re
from itertools import islice

from hansa.reading import names, people
from hansa.reading.facts import Facts, section_rule
from hansa.reading.known import is_known, is_short_of, known_in
from hansa.reading.languages import Language, languages
from hansa.reading.lists import says_organisation
from hansa.reading.outline import Section
from hansa.reading.saying import says_what_it_is
from hansa.reading.sentences import standing
from hansa.reading.types import Name, Span

LONGEST_TEXT = 4000
MOST_WORDS_A_LETTER = 3
FEWEST_LETTERS = 3
LONGEST_ACRONYM = 10
LONGEST_PAGE, LONGEST_NAME, MOST_ASIDES = 50_000, 160, 5
_HEADLINES = frozenset(("heading", "bold", "line"))
_WORD = re.compile(r"[^\W\d_](?:[\w&-]|(?<=\w\w)[’'](?=\w{1,2}(?!\w)))*")  # “d’Europe”, “nell’Unione” are two
_ASIDE = re.compile(r"\s\((?:[a-zà-ÿ]{2,12}[.:]?\s){0,3}(?P<name>[A-ZÀ-ÖØ-ÞŁŚŻŹĆ][^()\d,;:]{4,100})\)")
_OR = re.compile(
    r"(?:,?\s(?:eller|or|oder|eli|tai|of|ou|o|oppure|lub|czyli)\s|\s[–-]\s)(?:the\s)?"
    r"(?P<name>[A-ZÀ-ÖØ-ÞŁŚŻŹĆ][^()\d,;:.]{4,80}?)(?:\s\(|,\s)(?P<short>[A-Z][A-Za-z]{1,9})(?![\w-])"
)  # “…, or Baltic Sea Commission (BSC)”
_BEHIND = re.compile(
    r"(?:\se\.\s?V\.)?[”“»\"’]?\s\(([^()\s,;]{2,15})(?:\)|[,;]\s)"
)  # “… (BSC)”, “… (BSC, once known as …)”
_APART = re.compile(r"[.;:()!?\n]")
_SHORT = re.compile(r"(?<![\w-])[A-ZÀ-ÖØ-ÞŁŚŻ][A-Za-zÀ-ÿŁŚŻ+]{1,9}(?![\w-])")


@section_rule("abbreviation")
def explained(facts: Facts, section: Section) -> None:
    """A heading that is but an abbreviation is called by what that stands for; a name finds its abbreviation."""
    own = facts.organisation
    for block in section.paragraphs:
        start, end = block.start, min(block.end, block.start + LONGEST_TEXT)
        _other_name(facts, start, end)
        letters = own.name.text.replace(".", "")
        one_word = own.abbreviation is None and letters.isalpha() and len(letters) <= LONGEST_ACRONYM
        if own.abbreviation == own.name.text or one_word:
            if span := in_full(facts.text, start, end, own.name.text, facts.language):
                if own.abbreviation is None:
                    own.abbreviation = own.name.text
                    facts.note("abbreviation", facts.organisation.evidence["name"], 0.9)
                own.name = Name(facts.text[slice(*span)], names.language_of(facts.text[slice(*span)], facts.language))
                facts.note("name", span, 0.93)
                return
        elif own.abbreviation is None:
            if behind := _in_brackets(facts.text, start, end, own.name.text):
                own.abbreviation = facts.text[slice(*behind)]
                facts.note("abbreviation", behind, 0.93)
                return
            for match in _SHORT.finditer(facts.text, start, end):
                if names.is_abbreviation(match.group()) and (
                    spelled(own.name.text, match.group(), facts.language)
                    or any(is_short_of(match.group(), name.text) for name in (own.name, *own.other_names))
                ):
                    own.abbreviation = match.group()
                    facts.note("abbreviation", match.span(), 0.93)
                    return

    says_something = section.heading is not None and section.heading.kind in _HEADLINES and own.abbreviation is not None
    if says_something and own.abbreviation and _is_of_something_else(own.name.text, own.abbreviation, facts.language):
        span = beside(facts.text, own.abbreviation, facts.language)  # “Take part in the beach lottery (KIMO)”
        if span and spelled(facts.text[slice(*span)], own.abbreviation, facts.language):
            own.name = Name(facts.text[slice(*span)], names.language_of(facts.text[slice(*span)], facts.language))
            facts.note("name", span, 0.9)
    if own.abbreviation == own.name.text and (span := beside(facts.text, own.name.text, facts.language)):
        own.name = Name(facts.text[slice(*span)], names.language_of(facts.text[slice(*span)], facts.language))
        facts.note("name", span, 0.9)


def _is_of_something_else(name: str, short: str, language: Language) -> bool:
    """Whether a heading's words before an abbreviation are not what that stands for, nor the name of anything."""
    stands = names.may_stand_for(short, name) or names.stands_in(short, name) or spelled(name, short, language)
    return name != short and not (stands or is_known(name) or says_organisation(name, language))


def beside(text: str, short: str, language: Language) -> Span | None:
    """What stands anywhere on a page right before an abbreviation in brackets, if that is its name: “… (CPMR)”."""
    bracket = f"({short}"
    places = (at for at in standing(bracket, text, LONGEST_PAGE) if text[at - 1 : at].isspace())
    asides = (at - 1 for at in places if text[at + len(bracket) : at + len(bracket) + 1] in (")", ",", ";"))
    for aside in islice(asides, MOST_ASIDES):
        begin = max(text.rfind("\n", 0, aside) + 1, aside - LONGEST_NAME)
        known = (at for at in known_in(text, begin, aside) if at[1] >= aside - len("’s"))
        if span := next(known, None) or expansion(text, begin, aside, short, language):
            return span
    return None


def _in_brackets(text: str, start: int, end: int, name: str) -> Span | None:
    """The abbreviation that stands in brackets right behind a name."""
    at = text.find(name, start, end)
    behind = _BEHIND.match(text, at + len(name), end) if at >= 0 else None
    return behind.span(1) if behind and names.is_abbreviation(behind[1]) else None


def _other_name(facts: Facts, start: int, end: int) -> None:
    """A name in another language behind the organisation's own: “Klima-Bündnis (englisch Climate …)”, “…, or …”."""
    own = facts.organisation
    at = -1 if own.other_names else facts.text.find(own.name.text, start, end)
    either = _OR.match(facts.text, at + len(own.name.text), end) if at >= 0 else None
    if either and is_known(either["name"]) and names.is_abbreviation(either["short"]):
        own.other_names.append(Name(either["name"], names.language_of(either["name"], facts.language)))
        facts.note("other_names.0", either.span("name"), 0.85)
        if own.abbreviation is None:
            own.abbreviation = either["short"]
            facts.note("abbreviation", either.span("short"), 0.9)
        return
    aside = _ASIDE.match(facts.text, at + len(own.name.text), end) if at >= 0 else None
    if aside is None or names.is_abbreviation(aside["name"]) or " " not in aside["name"]:
        return
    if not people.is_person(aside["name"], facts.language):
        own.other_names.append(Name(aside["name"], names.language_of(aside["name"], facts.language)))
        facts.note("other_names.0", aside.span("name"), 0.85)


def in_full(text: str, start: int, end: int, abbreviation: str, language: Language) -> Span | None:
    """What an abbreviation stands for, by its letters or because it is known to."""
    known = (at for at in known_in(text, start, end) if is_short_of(abbreviation, text[slice(*at)]))
    at = text.find(f"{abbreviation} (", start, end)
    aside = _ASIDE.match(text, at + len(abbreviation), end) if at >= 0 and names.is_abbreviation(abbreviation) else None
    says_it = aside and says_what_it_is(aside["name"], language)
    if aside and says_it and names.may_stand_for(abbreviation, aside["name"]):
        return aside.span("name")  # “NEEBOR (Network of …)”
    return expansion(text, start, end, abbreviation, language) or next(known, None)


def expansion(text: str, start: int, end: int, abbreviation: str, language: Language) -> Span | None:
    """Words whose initials are the abbreviation's letters, little words between them left out."""
    letters = _letters(abbreviation)
    if len(letters) < FEWEST_LETTERS:
        return None
    words = list(_WORD.finditer(text, start, end))
    for first, word in enumerate(words):
        if not word.group()[0].isupper() or people.bare(word.group()[0]) != letters[0]:
            continue
        if names.is_abbreviation(word.group()):
            continue
        place, last = 1, first
        for number in range(first + 1, min(len(words), first + MOST_WORDS_A_LETTER * len(letters))):
            if place == len(letters) or _APART.search(text, words[number - 1].end(), words[number].start()):
                break
            if people.bare(words[number].group())[0] == letters[place]:
                place, last = place + 1, number
            elif not _is_little(words[number].group(), language):
                break
        span = word.start(), words[last].end()
        if place == len(letters) and _is_a_name(text[slice(*span)], language):
            return span
    return None


def spelled(name: str, abbreviation: str, language: Language) -> bool:
    """Whether an abbreviation is made of a name's initials, little words left out or in."""
    folded = people.bare(name)
    return _spelled(folded, abbreviation, language) or (
        "-" in folded and _spelled(folded.replace("-", " "), abbreviation, language)
    )


def is_in_short(heading: names.Heading, taken: set[str]) -> bool:
    """Whether a name is that of an abbreviation among these folded names."""
    name = heading.name.text
    shorts = (one.upper() for one in taken if " " not in one)
    return any(is_short_of(short, name) or spelled(name, short, languages()["en"]) for short in shorts)


def _spelled(folded: str, abbreviation: str, language: Language) -> bool:
    letters = _letters(abbreviation)
    words = _WORD.findall(folded)
    if len(letters) < FEWEST_LETTERS or not words or words[0][0] != letters[0]:
        return False
    places = {0}  # how many letters the words so far may have spelled: a little word spells one, or none
    for word in words:
        on = {place + 1 for place in places if place < len(letters) and word[0] == letters[place]}
        places = on | places if _is_little(word, language) else on
    return len(letters) in places


def _letters(abbreviation: str) -> str:
    return people.bare("".join(letter for letter in abbreviation if letter.isalpha()))


def _is_little(word: str, language: Language) -> bool:
    return word.lower() in language.function_words or len(word) <= 3


def _is_a_name(words: str, language: Language) -> bool:
    """Whether the words are a name: with a word for an organisation, or most of them with capitals."""
    every = words.split()
    return language.has(words, "organisation_words") or 2 * sum(word[0].isupper() for word in every) > len(every)
