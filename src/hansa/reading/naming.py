"""The organisations that a sentence may name: linked, with an abbreviation, known, or told by the words of the name."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from urllib.parse import urlsplit

from hansa.reading import names, people
from hansa.reading.abbreviations import spelled
from hansa.reading.across import across_borders
from hansa.reading.addresses import is_platform
from hansa.reading.apposed import apposed
from hansa.reading.committees import names_a_committee
from hansa.reading.document import Document
from hansa.reading.known import finnish_names, is_known, is_short_of, known_in, nominative
from hansa.reading.languages import Language, all_languages, first_word, languages
from hansa.reading.lists import says_organisation
from hansa.reading.names import Heading
from hansa.reading.national import with_section
from hansa.reading.nouned import beside_their_nouns
from hansa.reading.plausible import (
    LONGEST_NAME,
    is_a_network,
    is_a_phrase,
    is_body_of_known,
    is_name,
    is_refused,
    is_somebody,
    is_told_behind,
    is_told_by_its_words,
    may_be_name,
    name_within,
    runs_of_names,
)
from hansa.reading.ties import member_of
from hansa.reading.told_items import since_behind
from hansa.reading.types import Span

NEAR = 30  # letters before a name in which what it is a part of stands
FEW_WORDS = 4
FINNISH_LEADS = frozenset("liitto liiton verkosto verkoston kaupunki kunta järjestö suomen euroopan tämä tässä".split())
MOST_SMALL = 6  # words of a name in small letters
_OF_COMMITTEES = ("answers_for", "chair", "vice-chair", "represents", "sits")
FEW_PLACES = 2  # single words side by side
_ASIDE = re.compile(
    r"\(([^(),;]{2,80}(?:[,;][^(),;]{1,60})?)\)|,\s(?:[a-zà-ÿ.]{1,14}\s){0,3}(?P<behind_comma>[A-ZÀ-ÖØ-ÞŁŚ][A-ZÀ-ÖØ-ÞŁŚ+]{2,8})"
    r"(?=[,.;)\s])"
    r"|[”“\"»«]?\s[–—-]\s(?P<behind_dash>[A-ZÀ-ÖØ-ÞŁŚ][A-ZÀ-ÖØ-ÞŁŚ+]{2,8})(?=[,.;)]|\s[–—-]\s|\s[a-zà-ÿ]|\Z)"
)
_QUOTED = re.compile(r"[“„«»”\"](?P<name>[A-ZÀ-ÖØ-ÞŁŚ][^“”„«»\"\n.;]{6,100})[”“»«\"]")
_PIECE_ENDS = re.compile(r",\s|;\s|:\s|\.\s|\s[–—]\s|\n|[()]")
_CAPITAL = re.compile(r"(?<![\w’'])(?:(?:[dl]|[adns][aeiou]l?l)[’'])?([A-ZÀ-ÖØ-ÞŁŚŻŹĆ][\w’'&/.-]{0,40})")
_CAPITALS_BEFORE = re.compile(r"(?:(?<![\w-])[A-ZÀ-ÖØ-ÞŁŚŻŹĆ][\w’'-]+\s)+\Z")
_APPOSED = re.compile(
    r"[A-ZÀ-Þ][\w’'-]*\)?(?:\s[a-zà-ÿ]{2,4})?,\s(?:[a-zà-ÿ]{1,5}\s)?(?:[a-zà-ÿ]{5,20}\s){0,2}\Z"
)  # “Euromontana, the European …”
_WORD = re.compile(r"[^\W\d_]+")
_ELIDED = re.compile(r"[^\W\d_]+[’']?")


def named_in(document: Document, span: Span, language: Language, belongs: bool) -> Iterator[tuple[Heading, int]]:
    """The organisations that a sentence may name, and how much each looks like one: linked, with an abbreviation, or
    with a word for one; in a sentence of belonging, also what stands in its list."""
    for heading, strength in _named_in(document, span, language, belongs):
        yield with_section(heading, document.text, language), strength


def _named_in(document: Document, span: Span, language: Language, belongs: bool) -> Iterator[tuple[Heading, int]]:
    text, (start, end) = document.text, span
    taken: list[Span] = []
    for anchor in document.anchors_in(start, end):
        words = text[slice(*anchor.span)]
        if re.match(r"https?://", anchor.url) and words[:1].isupper() and 1 < len(words) <= LONGEST_NAME:
            behind = _ASIDE.match(text, anchor.span[1] + 1) if anchor.span[1] + 1 < end else None
            if len(words.split()) > 3 and not words[1:].strip("() ").istitle() and is_a_phrase(words, language):
                continue
            last = behind.end() if behind and may_be_name(behind[1] or "", language) else anchor.span[1]
            taken.append((anchor.span[0], last))
            if not is_refused(words, language) and not is_platform(urlsplit(anchor.url).netloc):
                yield names.parse(text[anchor.span[0] : last], anchor.span[0]), 2
    finnish = {one.span[0]: one.span[1] for one in _in_finnish(text, span, language)} if language.code == "fi" else {}
    for aside in _ASIDE.finditer(text, start, end):
        apart = "behind_dash" if aside["behind_dash"] else "behind_comma" if aside["behind_comma"] else None
        words = aside[apart or 1]
        if any(map(str.isdigit, words)) or words.split(",")[0].casefold() in language.countries:
            continue
        if _overlaps(aside.span(), taken) or not may_be_name(words, language):
            continue
        first = next((one for one, last in finnish.items() if last == aside.start() - 1), None)
        first = first or _name_start(text, start, aside.start(), words, language, spelled_out=aside[1] is None)
        if first is None or _overlaps((first, aside.end()), taken):
            continue
        heading = names.parse(text[first : aside.start() if apart else aside.end()], first)
        if apart:  # “the »Union of the Baltic Cities« – UBC”, “…, known as UBC”
            heading.abbreviation = heading.abbreviation or (words, aside.span(apart))
        if is_somebody(heading, language):
            continue
        short = heading.abbreviation[0] if heading.abbreviation else ""
        every = " ".join(name.text for name, _span in heading.names())
        is_told = says_organisation(every, language) or says_organisation(every, languages()["en"]) or is_known(every)
        if not short and not is_told:
            continue  # “the Planning budget (Projects and Funding)”
        is_spelled = bool(short) and (first in finnish or spelled(heading.name.text, short, language))
        if not is_refused(heading.name.text, language, is_spelled=is_spelled):
            taken.append((first, aside.end()))
            yield heading, 2
    for quoted in _QUOTED.finditer(text, start, end):
        words = quoted["name"]
        told = says_organisation(words, language) or is_known(words, whole=True)
        if language.has(words, "we", "we_subject", "our", "since"):
            continue  # what somebody says
        if told and not _overlaps(quoted.span("name"), taken) and not is_refused(words, language):
            taken.append(quoted.span())
            yield names.parse(words, quoted.start("name")), 2
    beside = beside_their_nouns(text, span, language) if belongs else ()
    for heading in (*across_borders(text, span, language), *beside):
        if not _overlaps(heading.span, taken):
            taken.append(heading.span)
            yield heading, 2
    for known in known_in(text, start, end):
        known = _whole_name(text, known, language)
        if not _overlaps(known, taken) and not _of_a_whole().search(text, max(start, known[0] - NEAR), known[0]):
            heading = apposed(text, known, end, language)
            taken += [known, heading.span, *(other for _name, other in heading.other_names)]
            yield heading, 2
    if language.code == "fi":
        for heading in _in_finnish(text, span, language):
            if not _overlaps(heading.span, taken):
                taken.append(heading.span)
                yield heading, 1 + belongs
    of_home = language.has(text[start:end], *_OF_COMMITTEES)  # “…, chair of the Transport Committee, sits on its board”
    if belongs:
        begin = member_of(language).search(text, start, end)
        if begin and text[begin.end() : end].lstrip()[:1].isdigit():
            begin = None  # “(The forum), which we joined in 2012”
        next_words = " ".join(text[begin.end() if begin else start : end].split()[:FEW_WORDS])
        of_groups = begin is not None and language.has(next_words, "groups")  # “is in the working groups A and B”
        pieces = [] if of_groups else list(_pieces(text, begin.end() if begin else start, end, language))
        words_alone = [text[slice(*piece)] for piece in pieces if " " not in text[slice(*piece)]]
        sure = sum(names.is_abbreviation(word) or is_known(word) for word in words_alone)
        for begun, ended in pieces:
            first, last = name_within(text[begun:ended], language, begins=False)
            if not last:
                continue
            piece = begun + first, begun + last
            if text[slice(*piece)] in words_alone and FEW_PLACES < len(words_alone) > 2 * sure:
                continue  # “Vienna, Budapest, Kraków and Kyoto”
            is_first = (
                not text[start : piece[0]].strip() and " " not in text[slice(*piece)]
            )  # any word has a capital there
            if is_first and not names.is_abbreviation(text[slice(*piece)]):
                continue
            words = text[slice(*piece)]
            opened = text.rfind("(", start, piece[0]) > text.rfind(")", start, piece[0])
            in_brackets = opened and " " not in words and not names.is_abbreviation(words)
            if in_brackets or _overlaps(piece, taken):
                continue  # a party, or a place in another language
            if is_name(words, language) and not (of_home and names_a_committee(words, language)):
                taken.append(piece)
                yield names.parse(text[slice(*piece)], piece[0]), 1 + is_a_network(words, language)
    for first, last in runs_of_names(text, start, end, language):
        article = first_word(text, first)
        if article in language.words["articles"] or article in language.function_words:
            first = min(last, first + len(article) + 1)  # “La Comisión de las Islas”
            begins = _CAPITAL.search(text, first, last)
            first = begins.start(1) if begins else last
        verbs = list(member_of(language).finditer(text, first, last)) or list(
            language.pattern("is").finditer(text, first, last)
        )
        within = name_within(text[first:last], language, first == start)
        if within == (0, 0):
            continue
        if within != (0, last - first):
            first, last = first + within[0], first + within[1]
        elif verbs and (capital := _CAPITAL.search(text, verbs[-1].end(), last)):
            first = capital.start(1)  # “Towns and Counties are Members of the Association …”
        if _is_ours(text, first, last, language):
            continue
        before = text[start:first].split()[-1:]
        if before and before[0].casefold() in _indefinite(language):
            continue  # “una Agenzia della Democrazia Locale”
        line = text.find("\n", first, last)
        if line > 0 and text[line + 1].isupper() and first_word(text, line + 1) in language.function_words:
            last = line  # “… of the Atlantic Cities”, and below “This institution …”
        if " " not in text[first:last] and belongs:
            whole = _PIECE_ENDS.split(text[first:end])[0].rstrip(" .")
            last = first + len(whole) if _goes_on_small(whole, last - first, language) else last
        words = text[first:last]
        is_told = belongs and is_told_behind(text[last:end], language) and not is_refused(words, language)
        named = people.everybody(words, language) and not (is_told or is_a_network(words, language))
        if named or _APPOSED.search(text, start, first):
            continue
        if of_home and names_a_committee(words, language):
            continue
        if _overlaps((first, last), taken) or is_body_of_known(words, language):
            continue
        if is_told or is_told_by_its_words(words, language, first == start):
            taken.append((first, last))
            is_described = bool(before) and before[0] in language.words["generic"]  # “dem europäischen Netzwerk der …”
            yield names.parse(words, first), 1 + (is_told or (is_a_network(words, language) and not is_described))


@cache
def _indefinite(language: Language) -> frozenset[str]:
    return language.all_of("articles") - language.all_of("definite", "of")


@cache
def _of_a_whole() -> re.Pattern[str]:
    """“the Secretary General of ”, before the name of a whole."""
    return re.compile(rf"[A-ZÀ-Þ][\w’'-]+\s{all_languages().joining('of_the')}\Z")


def _is_ours(text: str, first: int, last: int, language: Language) -> bool:
    """Whether words begin with what a sentence calls an authority: “the Council in High Street”, not “the Council of
    European …”."""
    noun = language.pattern("we_subject").match(text, text.rfind(" ", 0, max(0, first - 1)) + 1, last)
    if noun is None or noun.end() <= first:
        noun = language.pattern("we_subject").match(text, first, last)
    if noun is None:
        return False
    behind = text[noun.end() : last].split()
    is_verb = bool(behind) and behind[0].islower() and behind[0] not in (names.WITHIN | language.function_words)
    return not behind or is_verb or behind[0] in language.words["in"] or any(word.isdigit() for word in behind)


def _in_finnish(text: str, span: Span, language: Language) -> Iterator[Heading]:
    """Names in Finnish, of which the last word, a noun for an organisation, has no capital: “Majakka-alueiden
    foorumissa”, called “Majakka-alueiden foorumi”."""
    for match in finnish_names().finditer(text, *span):
        words = match.group()
        first = words.split()[0].casefold()
        if (
            first in FINNISH_LEADS
            or first in language.words["organisation_words"]
            or first in language.words["generic"]
        ):
            continue  # “Kaupunkien verkosto”
        if people.everybody(words, language) or language.has(words, "authority_words", "unit_words", "bodies"):
            continue
        heading = names.parse(words, match.start())
        name = nominative(words, language.code)
        yield replace(heading, name=replace(heading.name, text=name))


def _whole_name(text: str, known: Span, language: Language) -> Span:
    """A known name with the words that go on with it: “KIMO Nederland en België”."""
    if not language.capital_nouns:
        known = _with_what_leads(text, known, language)
    noun = text[slice(*known)]
    if noun.isalpha() and noun.casefold() in language.words["organisation_words"]:
        before = _CAPITALS_BEFORE.search(text[_near(text, known[0]) : known[0]])
        known = known[0] - len(before.group() if before else ""), known[1]  # “Westsea-Eastsea Euregio”
    run = names.NAMES.match(text, known[0])
    more = text[known[1] : run.end()] if run else ""
    joint = language.pattern("and").search(more)
    if joint and (joint.start() < 2 or says_organisation(more[joint.end() :], language)):
        return known  # “Energy Cities and Polis”, “Energy Cities and the Association of …”
    if run is None or not more.startswith(" ") or people.everybody(more, language):
        return known
    if language.has(more.split()[0], "we_subject"):
        return known  # “W Eurocities Miasto reprezentuje …”
    small = [word for word in more.split() if word[0].islower()]
    if small and text[slice(*known)].isupper():
        return known  # “con la CRPM la Calabria …”
    never = {*language.words["in"], *language.words["is"], *(() if language.code == "en" else ("for",))}
    joined = all((word in names.WITHIN and word not in never) or word in language.words["and"] for word in small)
    if not joined or (language.capital_nouns and len(small) > 1):
        return known  # “Atlantic Cities since January”, “Eurocities für die Städte”
    return known[0], run.end()


def _with_what_leads(text: str, known: Span, language: Language) -> Span:
    """A known name with words for another organisation before it: “(Associazione nazionale) Città del Vino”."""
    first = _near(text, known[0])
    run = next((run for run in names.NAMES.finditer(text, first, known[1]) if run.end() >= known[1]), None)
    start = run.start("name") if run and run.start("name") < known[0] else _noun_before(text, first, known[0], language)
    leads = text[start : known[0]]
    noun, _space, rest = leads.partition(" ")
    of_towns = any(word[0].isupper() and word.casefold() in language.words["member_people"] for word in rest.split())
    articles = () if of_towns else ("articles",)  # “Conférence des Villes de l’(Arc Atlantique)”
    is_another = (
        rest.strip()
        and noun.casefold() in language.words["organisation_words"]
        and noun.casefold() not in language.words["authority_words"]  # “to represent the Council on (Eurocities)”
        and all(_may_lead(word, language) for word in rest.split())
        and not language.has(leads, "bodies", *articles)
    )
    return (start, known[1]) if is_another else known


def _near(text: str, place: int) -> int:
    """Where what stands near before a place begins, on the same line."""
    first = max(0, place - NEAR)
    return max(first, text.rfind("\n", first, place) + 1)


def _noun_before(text: str, first: int, known: int, language: Language) -> int:
    """Where the noun for an organisation stands behind which but adjectives and “of towns” stand before a name."""
    for word in reversed(list(_ELIDED.finditer(text, first, known))):
        if word.group().casefold() in language.words["organisation_words"] and word.group()[0].isupper():
            return word.start()
        if not _may_lead(word.group(), language):
            return known
    return known


def _may_lead(word: str, language: Language) -> bool:
    is_little = word[-1] in "’'" or (
        word in names.WITHIN and word not in language.words["is"]
    )  # Finnish “on” is a verb
    return word[:1].isupper() or is_little or word in language.words["generic"]


def _overlaps(span: Span, taken: list[Span]) -> bool:
    return any(a < span[1] and span[0] < b for a, b in taken)


def _name_start(text: str, start: int, end: int, aside: str, language: Language, *, spelled_out: bool) -> int | None:
    """Where the name before an aside begins: where its initials are the abbreviation's, else behind the last sign."""
    piece_start = max([start, *(m.end() for m in _PIECE_ENDS.finditer(text, start, end))])
    before = next((known[0] for known in known_in(text, piece_start, end) if not text[known[1] : end].strip()), None)
    if before is not None and (not spelled_out or is_short_of(aside, text[before:end])):
        return before  # “are in the Working Community of the Alps (ARGE ALP)”
    words = list(_WORD.finditer(text, max(piece_start, end - LONGEST_NAME), end))
    abbreviation = aside.split(",")[0].strip()
    if names.is_abbreviation(abbreviation):
        for word in reversed(words):
            if word.group()[0].isupper() and spelled(text[word.start() : end], abbreviation, language):
                return word.start()
        behind_dash = text[end] != "," and says_organisation(text[piece_start:end], language)
        if spelled_out and not (behind_dash and is_known(abbreviation, whole=True)):
            return None
    elif words and names.is_abbreviation(words[-1].group()):
        return words[-1].start()
    belongs = list(member_of(language).finditer(text, piece_start, end))
    verbs = list(language.pattern("is").finditer(text, piece_start, end))
    piece_start = max([piece_start, *(m.end() for m in (*belongs[-1:], *verbs[-1:]))])
    capitals = [m.start(1) for m in _CAPITAL.finditer(text, piece_start, end)]
    joints = [m.end() for m in language.pattern("and").finditer(text, piece_start, end)]
    behind = [c for c in capitals if joints and c == joints[-1] + 1 and says_organisation(text[c:end], language)]
    if language.capital_nouns and not behind:  # any noun may stand before the name
        behind = [c for c in capitals if says_organisation(text[c:end].split()[0], language)][-1:]
    if len(capitals) > 1 and text[capitals[0] :].split()[0].casefold() in language.function_words:
        capitals = capitals[1:]  # Polish “Z kolei Europejska Sieć …”
    if len(capitals) > 1 and not behind and not says_organisation(text[capitals[0] :].split()[0], language):
        nouns = [c for c in capitals if says_organisation(text[c:end], language)]
        last = nouns[-1] if nouns else end  # from there on, “Nettverk fjord- og kystkommunar”, and what leads to it
        behind = [c for c in capitals if all(_may_lead(word, language) for word in text[c:last].split())][:1]
    return next(iter(behind or capitals), None)


def _pieces(text: str, start: int, end: int, language: Language) -> Iterator[Span]:
    """What stands between the commas and the “and”s, from its first capital on."""
    position = start
    for match in [*_joint(language).finditer(text, start, end), None]:
        last = match.start() if match else end
        words = text[position:last].rstrip(" .;:")
        dated = since_behind(language).search(words)
        words = words[: dated.start()] if dated else words
        first = _CAPITAL.search(words)
        lead = words[: first.start(1)].split() if first else []
        if first and len(lead) <= 3 and all(_is_little(word, language) for word in lead):
            while (last_word := words.rpartition(" ")[2]) in language.function_words and len(words) > first.end():
                words = words[: -len(last_word) - 1]  # “the Euroregion West, which …”
            run = names.NAMES.match(words, first.start(1))
            length = run.end() - first.start(1) if run else 0
            rest = len(words) - first.start(1)
            named = words[first.start(1) :]
            if length and _goes_on_small(named, length, language):
                length = rest  # “Alliansen av hagebyar”
            yield (
                position + first.start(1),
                position + first.start(1) + (rest if rest < length + 12 else length or rest),
            )
        position = match.end() if match else end


def _goes_on_small(words: str, length: int, language: Language) -> bool:
    """Whether a name that begins with a noun for an organisation goes on in small letters, as in many languages."""
    noun, few = words[:length], len(words.split()) <= MOST_SMALL
    small = words[length:].split()
    if " " in noun or not few or len(small) < len(("of", "towns")) or not says_organisation(noun, language):
        return False
    leads = small[0] in names.WITHIN or small[0] in language.function_words
    return leads and not language.has(words, "is", "holds", "breakers", "since_words", "says")


@cache
def _joint(language: Language) -> re.Pattern[str]:
    return re.compile(rf"{_PIECE_ENDS.pattern}|\s(?:{language.any_of('and')})\s", re.I)


def _is_little(word: str, language: Language) -> bool:
    lowered = word.lower().strip("’'")
    little = (*language.words["articles"], *language.words["organisation_words"], *language.words["subjects"])
    return lowered in language.function_words or lowered in little or len(lowered) <= 2
