"""The organisations that a sentence may name: linked, with an abbreviation, known, or told by the words of the name."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from itertools import takewhile
from urllib.parse import urlsplit

from hansa.reading import names, people
from hansa.reading.abbreviations import spelled
from hansa.reading.addresses import is_platform
from hansa.reading.belonging import member_of
from hansa.reading.committees import names_a_committee
from hansa.reading.document import Document
from hansa.reading.known import is_known, is_programme, known_in
from hansa.reading.languages import Language, languages
from hansa.reading.lists import says_organisation
from hansa.reading.names import Heading
from hansa.reading.outline import cues_of
from hansa.reading.persons import persons
from hansa.reading.types import Span

LONGEST_HONOUR = 14  # letters
NEAR = 30  # letters before a name in which what it is a part of stands
LONGEST_NAME = 120
FEW_BEHIND = 3  # words, behind an article
FEW_PLACES = 2  # single words side by side
SHORTEST_NOUN = 4  # that may end a longer word
_ASIDE = re.compile(
    r"\(([^(),;]{2,80}(?:[,;][^(),;]{1,60})?)\)|,\s([A-ZÀ-ÖØ-ÞŁŚ][A-ZÀ-ÖØ-ÞŁŚ+]{2,8})(?=[,.;)\s])"
    r"|[”“\"»«]?\s[–—-]\s(?P<behind_dash>[A-ZÀ-ÖØ-ÞŁŚ][A-ZÀ-ÖØ-ÞŁŚ+]{2,8})(?=[,.;)]|\s[–—-]\s|\s[a-zà-ÿ]|\Z)"
)
_QUOTED = re.compile(r"[“„«»”\"](?P<name>[A-ZÀ-ÖØ-ÞŁŚ][^“”„«»\"\n.;]{6,100})[”“»«\"]")
_PIECE_ENDS = re.compile(r",\s|;\s|:\s|\.\s|\s[–—]\s|\n|[()]")
_CAPITAL = re.compile(r"(?<![\w’'])(?:(?:[dl]|[adns][aeiou]l?l)[’'])?([A-ZÀ-ÖØ-ÞŁŚŻŹĆ][\w’'&/.-]{0,40})")
_OF_A_WHOLE = re.compile(
    r"[A-ZÀ-Þ][\w’'-]+\s(?:de(?:s|r|l)?|de la|della|dell['’]|van(?: de| het)?|of(?: the)?|av|af|do|da|du)\s?\Z"
)
_CAPITALS_BEFORE = re.compile(r"(?:(?<![\w-])[A-ZÀ-ÖØ-ÞŁŚŻŹĆ][\w’'-]+\s)+\Z")
_BEHIND_DASH = re.compile(r"\s[–—-]\s")
_BEHIND_COMMA = re.compile(r",\s(?=[\w’'])")
_APPOSED = re.compile(
    r"[A-ZÀ-Þ][\w’'-]*\)?,\s(?:[a-zà-ÿ]{1,5}\s)?(?:[a-zà-ÿ]{5,20}\s){0,2}\Z"
)  # “Euromontana, the European …”
_WORD = re.compile(r"[^\W\d_]+")
_CLAUSE_ENDS = re.compile(r"[,;:.()]")
# “…, usually called ERRIN”
_CALLED = re.compile(r",\s(?:[a-zà-ÿ.]{1,14}\s){0,4}([A-ZÀ-ÖØ-ÞŁŚ][A-Za-zÀ-ÖØ-ÞŁŚ+]{2,9})(?![\w-])")


def named_in(document: Document, span: Span, language: Language, belongs: bool) -> Iterator[tuple[Heading, int]]:
    """The organisations that a sentence may name, and how much each looks like one.

    Linked, with an abbreviation, or with a word for one; in a sentence of belonging, also what stands in its list.
    """
    text, (start, end) = document.text, span
    taken: list[Span] = []
    for anchor in document.anchors_in(start, end):
        words = text[slice(*anchor.span)]
        if re.match(r"https?://", anchor.url) and words[:1].isupper() and 1 < len(words) <= LONGEST_NAME:
            behind = _ASIDE.match(text, anchor.span[1] + 1) if anchor.span[1] + 1 < end else None
            if len(words.split()) > 3 and not words[1:].strip("() ").istitle() and _is_a_phrase(words, language):
                continue
            last = behind.end() if behind and _may_be_name(behind[1] or "") else anchor.span[1]
            taken.append((anchor.span[0], last))
            if not _is_refused(words, language) and not is_platform(urlsplit(anchor.url).netloc):
                yield names.parse(text[anchor.span[0] : last], anchor.span[0]), 2
    for aside in _ASIDE.finditer(text, start, end):
        words = aside[1] or aside[2] or aside["behind_dash"]
        if any(map(str.isdigit, words)) or words.split(",")[0].casefold() in language.countries:
            continue
        if _overlaps(aside.span(), taken) or not _may_be_name(words):
            continue
        first = _name_start(text, start, aside.start(), words, language, spelled_out=aside[1] is None)
        if first is None or _overlaps((first, aside.end()), taken):
            continue
        heading = names.parse(text[first : aside.start() if aside["behind_dash"] else aside.end()], first)
        if aside["behind_dash"]:  # “the »Union of the Baltic Cities« – UBC”
            heading.abbreviation = heading.abbreviation or (words, aside.span("behind_dash"))
        if _is_somebody(heading, language):
            continue
        short = heading.abbreviation[0] if heading.abbreviation else ""
        every = " ".join(name.text for name, _span in heading.names())
        is_told = says_organisation(every, language) or says_organisation(every, languages()["en"]) or is_known(every)
        if not short and not is_told:
            continue  # “the Planning budget (Projects and Funding)”
        is_spelled = bool(short) and spelled(heading.name.text, short, language)
        if not _is_refused(heading.name.text, language, is_spelled=is_spelled):
            taken.append((first, aside.end()))
            yield heading, 2
    for quoted in _QUOTED.finditer(text, start, end):
        words = quoted["name"]
        told = says_organisation(words, language) or is_known(words, whole=True)
        if told and not _overlaps(quoted.span("name"), taken) and not _is_refused(words, language):
            taken.append(quoted.span())
            yield names.parse(words, quoted.start("name")), 2
    for known in known_in(text, start, end):
        known = _whole_name(text, known, language)
        if not _overlaps(known, taken) and not _OF_A_WHOLE.search(text, max(start, known[0] - NEAR), known[0]):
            heading = _apposed(text, known, end, language)
            taken += [known, heading.span]
            yield heading, 2
    if belongs:
        begin = member_of(language).search(text, start, end)
        pieces = list(_pieces(text, begin.end() if begin else start, end, language))
        words_alone = [text[slice(*piece)] for piece in pieces if " " not in text[slice(*piece)]]
        sure = sum(names.is_abbreviation(word) or is_known(word) for word in words_alone)
        for piece in pieces:
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
            if _is_name(words, language):
                taken.append(piece)
                yield names.parse(text[slice(*piece)], piece[0]), 1
    for run in names.NAMES.finditer(text, start, end):
        first, last = run.span("name")
        article = run["name"].split()[0].casefold()
        if article in language.words["articles"] or article in language.function_words:
            first = min(last, first + len(article) + 1)  # “La Comisión de las Islas”
            begins = _CAPITAL.search(text, first, last)
            first = begins.start(1) if begins else last
        verbs = list(member_of(language).finditer(text, first, last)) or list(
            language.pattern("is").finditer(text, first, last)
        )
        if verbs and (capital := _CAPITAL.search(text, verbs[-1].end(), last)):
            first = capital.start(1)  # “Towns and Counties are Members of the Association …”
        before = text[start:first].split()[-1:]
        if before and before[0].casefold() in _INDEFINITE and before[0].casefold() in language.words["articles"]:
            continue  # “una Agenzia della Democrazia Locale”
        words = text[first:last]
        is_told = belongs and _is_told_behind(text[last:end], language) and not _is_refused(words, language)
        if (people.everybody(words, language) and not is_told) or _APPOSED.search(text, start, first):
            continue
        if names_a_committee(words, language) and language.has(text[start:end], "answers_for"):
            continue
        if _overlaps((first, last), taken) or _is_body_of_known(words, language):
            continue
        if is_told or _is_told_by_its_words(words, language, first == start):
            taken.append((first, last))
            yield names.parse(words, first), 1 + is_told


def _is_body_of_known(words: str, language: Language) -> bool:
    """Whether words name a body of a network that is known: “Assembleia Intermunicipal da Rede …”."""
    first = words.split(maxsplit=1)[0] if words.strip() else ""
    known = next(known_in(words, len(first), len(words)), None)
    return known is not None and first.casefold() in language.firsts("bodies") and not is_known(first)


def _is_told_behind(words: str, language: Language) -> bool:
    """Whether what follows a name says that it is an organisation: “…, an association that …”."""
    comma, _space, behind = words.partition(" ")
    words_behind = [*_CLAUSE_ENDS.split(behind)[0].split(), ""]
    article = words_behind[0]
    if comma != "," or not (article in _INDEFINITE or article in language.words["articles"]):
        return False
    told = takewhile(lambda word: word not in language.function_words, words_behind[1 : FEW_BEHIND + 1])
    return any(says_organisation(word, language) for word in told if word.islower() or language.capital_nouns)


def _whole_name(text: str, known: Span, language: Language) -> Span:
    """A known name with the words that go on with it: “KIMO Nederland en België”."""
    if not language.capital_nouns:
        known = _with_what_leads(text, known, language)
    noun = text[slice(*known)]
    if noun.isalpha() and noun.casefold() in language.words["organisation_words"]:
        before = _CAPITALS_BEFORE.search(text[max(0, known[0] - NEAR) : known[0]])
        known = known[0] - len(before.group() if before else ""), known[1]  # “Westsea-Eastsea Euregio”
    run = names.NAMES.match(text, known[0])
    more = text[known[1] : run.end()] if run else ""
    joint = language.pattern("and").search(more)
    if joint and (joint.start() < 2 or says_organisation(more[joint.end() :], language)):
        return known  # “Energy Cities and Polis”, “Energy Cities and the Association of …”
    if run is None or not more.startswith(" ") or people.everybody(more, language):
        return known
    small = [word for word in more.split() if word[0].islower()]
    if small and text[slice(*known)].isupper():
        return known  # “con la CRPM la Calabria …”
    never = {*_AT_A_PLACE, *language.words["is"], *(() if language.code == "en" else ("for",))}
    joined = all((word in names.WITHIN and word not in never) or word in language.words["and"] for word in small)
    if not joined or (language.capital_nouns and len(small) > 1):
        return known  # “Atlantic Cities since January”, “Eurocities für die Städte”
    return known[0], run.end()


def _with_what_leads(text: str, known: Span, language: Language) -> Span:
    """A known name with words for another organisation before it: “(Rete Italiana) Città Sane”."""
    first = max(0, known[0] - NEAR)
    run = next((run for run in names.NAMES.finditer(text, first, known[1]) if run.end() >= known[1]), None)
    leads = text[run.start("name") : known[0]] if run else ""
    noun, _space, rest = leads.partition(" ")
    is_another = (
        rest[:1].isupper()
        and noun.casefold() in language.words["organisation_words"]
        and all(word[:1].isupper() or word in names.WITHIN for word in rest.split())
        and not language.has(leads, "bodies", "articles")
    )
    return (run.start("name"), known[1]) if run and is_another else known


def _apposed(text: str, span: Span, end: int, language: Language) -> Heading:
    """A name with what it stands for, or its abbreviation, behind a comma: “METREX, the Network of …”."""
    words = text[slice(*span)]
    heading = names.parse(words, span[0])
    dash = _BEHIND_DASH.match(text, span[1], end)
    run = names.NAMES.match(text, dash.end(), end) if dash and names.is_abbreviation(words) else None
    if run and (says_organisation(run["name"], language) or is_known(run["name"])):
        return names.parse(text[span[0] : run.end()], span[0])  # “ICLEI - Local Governments for Sustainability”
    behind = _BEHIND_COMMA.match(text, span[1], end)
    if heading.abbreviation or behind is None:
        return heading
    article = cues_of(language).article.match(text, behind.end())
    begin = article.end() if article else behind.end()
    if names.is_abbreviation(words):
        run = names.NAMES.match(text, begin, end)
        is_one = (
            run and " " in run["name"] and not names.is_abbreviation(run["name"].split()[0])
        )  # not “AER, CPMR and …”
        is_other = begin == behind.end() and run and is_known(run["name"], whole=True)
        is_other = is_other and run and not names.may_stand_for(words, run["name"])  # “ICLEI, Covenant of Mayors”
        if run and is_one and not is_other and (says_organisation(run["name"], language) or is_known(run["name"])):
            heading = names.parse(run["name"], run.start("name"))
            heading.abbreviation = (words, span)
    elif (short := _CALLED.match(text, span[1], end)) and spelled(words, short[1], language):
        heading.abbreviation = (short[1], short.span(1))
    return heading


def _is_a_phrase(words: str, language: Language) -> bool:
    """Whether words of a link are no name: one capital, and no word for an organisation."""
    capitals = sum(word[:1].isupper() for word in words.split())
    return capitals < 2 and not says_organisation(words, language)


def _overlaps(span: Span, taken: list[Span]) -> bool:
    return any(a < span[1] and span[0] < b for a, b in taken)


def _may_be_name(words: str) -> bool:
    short = words.split(",")[0].strip()
    return names.is_abbreviation(short) or (words[:1].isupper() and " " in words) or is_known(short, whole=True)


def _is_somebody(heading: Heading, language: Language) -> bool:
    """Whether what looks like a name with an abbreviation is a person with a party: “Asta Lind (SPD)”."""
    short = heading.abbreviation[0] if heading.abbreviation else ""
    if short.casefold() in language.words["parties"]:
        return True
    words = heading.name.text
    person = next(persons(words, language, 0, len(words)), None)
    if person is None or (short and spelled(words, short, language)):
        return False
    return language.has(words[: person.start][-LONGEST_HONOUR:], "honours") or not says_organisation(words, language)


def _is_refused(words: str, language: Language, *, is_spelled: bool = False) -> bool:
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
        or _is_of_paper(words, language)
        or language.pattern("vice-chair", "chair").match(words) is not None
        or names.is_of_states(words)
        or (language.has(words, "authority_words", "unit_words") and not says_organisation(words, language))
    )


def _is_of_paper(words: str, language: Language) -> bool:
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
    plain = {*cues_of(language).generic, *language.words["continents"], *language.words["organisation_words"]}
    return not is_known(words) and all(word in plain or word.endswith(nouns) or word[:-1] in plain for word in every)


_AT_A_PLACE = frozenset("in i en em".split())  # “Cittaslow Belgium in Westsea”
_INDEFINITE = frozenset("an un una une uno ein eine einer einem einen ett eit een um uma".split())
_BRUSSELS = re.compile(r"br[uüy](?:ss|x|ks|s)el\w{0,3}")  # in every language


def _name_start(text: str, start: int, end: int, aside: str, language: Language, *, spelled_out: bool) -> int | None:
    """Where the name before an aside begins: where its initials are the abbreviation's, else behind the last sign."""
    piece_start = max([start, *(m.end() for m in _PIECE_ENDS.finditer(text, start, end))])
    before = next((known[0] for known in known_in(text, piece_start, end) if not text[known[1] : end].strip()), None)
    if before is not None and not spelled_out:
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
    return next(iter(behind or capitals), None)


def _pieces(text: str, start: int, end: int, language: Language) -> Iterator[Span]:
    """What stands between the commas and the “and”s, from its first capital on."""
    joint = re.compile(rf"{_PIECE_ENDS.pattern}|\s(?:{language.any_of('and')})\s", re.I)
    position = start
    for match in [*joint.finditer(text, start, end), None]:
        last = match.start() if match else end
        words = text[position:last].rstrip(" .;:")
        first = _CAPITAL.search(words)
        lead = words[: first.start(1)].split() if first else []
        if first and len(lead) <= 3 and all(_is_little(word, language) for word in lead):
            while (last_word := words.rpartition(" ")[2]) in language.function_words and len(words) > first.end():
                words = words[: -len(last_word) - 1]  # “the Euroregion West, which …”
            run = names.NAMES.match(words, first.start(1))
            length = run.end() - first.start(1) if run else 0
            rest = len(words) - first.start(1)
            yield (
                position + first.start(1),
                position + first.start(1) + (rest if rest < length + 12 else length or rest),
            )
        position = match.end() if match else end


def _is_little(word: str, language: Language) -> bool:
    lowered = word.lower().strip("’'")
    little = (*language.words["articles"], *language.words["organisation_words"], *language.words["subjects"])
    return lowered in language.function_words or lowered in little or len(lowered) <= 2


def _is_name(words: str, language: Language) -> bool:
    """Whether a piece of a list is an organisation's name: short, without a verb, and no place or person."""
    first, _space, rest = words.partition(" ")
    if rest[:1].isupper() and first.casefold() in language.function_words:
        words = rest  # “Im Mai”
    if not 2 < len(words) <= LONGEST_NAME or words[-1] in "?!" or _is_refused(words, language):
        return False
    if names.is_abbreviation(words):
        return True
    count = len(words.split())
    if count > 1 and language.has(words, "is"):
        return False
    if count > 12 or language.has(words, "we") or words.casefold() in language.months:
        return False
    if count == 1 and language.capital_nouns and not words.isupper():
        return False  # any noun
    if count == 1 and words[-1] == "s" and not is_known(words):
        return False  # a place in the genitive
    if says_organisation(words, language):
        return True
    return count <= 3 and all(word[:1].isupper() for word in words.split()) and not people.is_person(words, language)


def _is_told_by_its_words(words: str, language: Language, begins: bool) -> bool:
    """Whether words with capitals are a name by a word in them: “Rainbow Cities Network”, “Mayors for Peace”."""
    count = len(words.split())
    if count < 2 or count > 12 or _is_refused(words, language) or (begins and count < 3):
        return False
    telling = _telling(language)
    told = [word for word in words.split()[begins:] if len(word) > 3 and word.casefold() in telling]
    return len(told) > 1 or any(says_organisation(word, one) for word in told for one in (language, languages()["en"]))


@cache
def _telling(language: Language) -> frozenset[str]:
    """Words of networks' names, in the page's language and in English."""
    every = (language, languages()["en"])
    return frozenset(
        word
        for one in every
        for cue in ("organisation_words", "name_words")
        for word in one.words[cue]
        if len(word) > 3
    ) - frozenset(word for one in every for word in one.function_words)
