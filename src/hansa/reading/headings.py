"""What the organisation is called whose section a heading begins: in a heading that is a name, or that says something
of one, and by what stands below it."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import islice, pairwise

from hansa.reading import names, people
from hansa.reading.document import Document
from hansa.reading.known import is_known, known_in, nominative
from hansa.reading.languages import Language
from hansa.reading.lists import is_expected
from hansa.reading.national import names_section
from hansa.reading.of_membership import behind_years, named_by
from hansa.reading.outline import Cues, Section
from hansa.reading.sentences import sentences
from hansa.reading.told_items import joins_two
from hansa.reading.types import Name, Span

LONGEST_HEADING = 140
LONGEST_BEGINNING = 500  # letters of what stands below
FEWEST_OF_A_SENTENCE = 4
MOST_IN_PASSING = 2
MOST_KNOWN = 4  # networks of a heading
MOST_OF_A_NOUN = 2  # words of “The Euregio’s delegation”
SHORT_HEADING = 4  # words
STEM = 3  # letters
SHORTEST = 3  # letters of an abbreviation
ALIKE = 6  # letters
_BOTH = re.compile(r"(?P<one>[A-ZÀ-Þ]{3,6})(?:\s/\s|[/-])(?P<other>[A-ZÀ-Þ]{3,6})")  # “CEMR-CCRE”, “AER / ARE”
_BODY = re.compile(r",\s[a-zà-ÿ][\w-]{2,30}(?:\s[a-zà-ÿ][\w-]{1,30}){0,2}")
_SLOGAN = re.compile(r"\s[–—-]\s[a-zà-ÿ]|\s?:\s")
_THEME = re.compile(r"[^:]{3,60}:\s(?=[A-ZÀ-ÖØ-ÞŁŚ])")
_IN_BRACKETS = re.compile(r"\s\((?P<short>[A-ZÀ-Þ][\w+-]{1,11})\)")
_ASIDE_BEGINS = re.compile(r"(?P<name>.{1,80}?)\s?[,(–-]\s?\Z")
_BEFORE_ASIDE = re.compile(r"(?P<name>[^,(–-]{1,80}?)(?:,|\s[(–-])")
_CAPITAL = re.compile(r"(?<![\w-])[A-ZÀ-ÖØ-ÞŁŚŻŹĆ]")
_ENDS = re.compile(r"(?:\s(?:m\.?\s?fl\.?|m\.?m\.?|etc\.?|o\.?a\.?|u\.?\s?a\.?|i in\.|e\.a\.|ym\.|[A-ZÆØÅ]{2,5}!))+\Z")


def named_in_heading(text: str, offset: int, cues: Cues) -> names.Heading | None:
    """The name that a heading is, or that stands in a heading that says something: “The CPMR speaks for the coasts”.

    None where it is a sentence that names no network that is known.
    """
    if both := _BOTH.fullmatch(text):
        called = names.parse(both["one"], offset)
        called.other_names.append((Name(both["other"]), (offset + both.start("other"), offset + both.end("other"))))
        return called
    if text[-1:] == ":":
        return named_in_heading(text[:-1].rstrip(), offset, cues)
    if text[-1:] == "?":
        return _asked_about(text.rstrip(" ?"), offset, cues)
    if (wider := cues.language.pattern("including").search(text)) and wider.start() >= SHORTEST:
        return named_in_heading(text[: wider.start()].rstrip(" (,–-"), offset, cues)  # “CPMR incl. its Islands …”
    if (through := cues.language.pattern("by_way_of").search(text)) and through.group().islower():
        is_last = not text[through.end() :].strip(" )")  # Finnish says it behind
        before = _BEFORE_ASIDE.match(text) if is_last else _ASIDE_BEGINS.match(text[: through.start()])
        if before and len(before["name"]) >= SHORTEST:  # “ERRIN, through the county's Brussels office”
            return named_in_heading(before["name"], offset, cues)
    if joins_two(text, cues.language):
        return None
    if names_section(text, cues.language):
        return names.Heading(Name(text), (offset, offset + len(text)))
    if at := named_by(text, cues):
        return parsed(text[slice(*at)], offset + at[0], cues)
    if begin := behind_years(text, cues.language):
        return named_in_heading(text[begin:].rstrip("."), offset + begin, cues)
    if ends := _ENDS.search(text):
        return named_in_heading(text[: ends.start()], offset, cues)
    theme = _THEME.match(text)
    behind_theme = next(known_in(text, theme.end(), len(text)), None) if theme else None
    if theme and behind_theme and behind_theme[0] == theme.end() and not is_known(theme.group()):
        return named_in_heading(text[theme.end() :], offset + theme.end(), cues)  # “Cycling: Cities & Regions for …”
    if _tells_of_an_election(text, cues.language):
        named = _named_in_news(text, offset, cues.language)
        return named and replace(named, name=Name(nominative(named.name.text, cues.language.code)))
    called = parsed(text, offset, cues)
    every = [_with_its_name(text, one, cues) for one in islice(known_in(text, 0, len(text)), MOST_KNOWN)]
    first = every[0] if every else None
    if first and _names_another(text[first[1] :], cues):
        return None  # “FEDARENE and CoM”, “the CPMR and its Islands Commission”
    for between in (text[one[1] : other[0]].strip() for one, other in pairwise(every)):
        if cues.language.pattern("and").match(between) and len(between.split()) <= len(("and", "the")):
            return None  # “CPMR and the North Sea Commission”
    if len(every) > 1 and every[0][0] == 0 and text[: every[0][1]].isupper() and not called.abbreviation:
        begin = every[1][0]  # “CPMR North Sea Commission” is called by the latter as well
        called.other_names += names.parse(text[begin:], offset + begin).names()
    if first and first[0] == 0 and _BODY.fullmatch(text, first[1]) and not cues.organisation_in(text[first[1] :]):
        return names.parse(text[: first[1]], offset)  # “Euromontana, general assembly”
    if first and first[0] == 0 and _SLOGAN.match(text, first[1]) and not cues.organisation_in(text[first[1] :]):
        return names.parse(text[: first[1]], offset)  # “ARGE Alp – the Alps move closer”
    name, comma, body = text.partition(", ")
    if comma and body.islower() and len(body.split()) < SHORT_HEADING and cues.organisation_in(name):
        return parsed(name, offset, cues) if cues.language.has(body, "bodies", "delegates") else called
    if first and not called.abbreviation and (bare := _known_alone(text, first, cues)):
        return names.parse(text[slice(*bare)], offset + bare[0])
    words = text.split()
    small = sum(word[:1].islower() for word in words)
    is_said = len(words) == FEWEST_OF_A_SENTENCE - 1 and small and cues.language.has(text, "is")
    if len(words) > FEWEST_OF_A_SENTENCE and _holds_a_verb(text, cues):
        return names.parse(text[slice(*first)], offset + first[0]) if first else None
    if called.abbreviation or (len(words) < FEWEST_OF_A_SENTENCE and not is_said) or 2 * small < len(words):
        return called
    if first is not None and first[1] - first[0] < len(text) - FEWEST_OF_A_SENTENCE:
        behind = text[first[1] :].split()[:1]
        is_told = bool(behind) and cues.language.has(behind[0], "is", "definition")
        goes_on = behind and not is_told and (behind[0] in cues.generic or text[first[1]] != " ")  # “…, the network”
        return called if first[0] == 0 and goes_on else names.parse(text[slice(*first)], offset + first[0])
    return None if cues.language.has(text, "holds", "is") and text[-1] not in ")”" else called


def _asked_about(text: str, offset: int, cues: Cues) -> names.Heading | None:
    """The network that a question names last: “What is Eurocities?”; None where it names none."""
    known = [*known_in(text, 0, len(text))]
    behind_first = [one.span("name") for one in names.NAMES.finditer(text, text.find(" ") + 1)]
    for start, end in known[-1:] or behind_first[-1:]:
        if known or cues.organisation_in(text[start:end]):
            return names.parse(text[start:end], offset + start)
    return None


def _tells_of_an_election(text: str, language: Language) -> bool:
    """Whether a heading is the headline of news on somebody who was given an office: “Ann Ek elected vice-president of
    the AER”, “Mayor Ann Ek chair of Polis”."""
    if not language.has(text, "elected", "chair", "vice-chair", "board") or len(text.split()) <= FEWEST_OF_A_SENTENCE:
        return False
    who = people.somebody(text, language)
    before = text[: who.start].split() if who else []
    return who is not None and len(before) < FEWEST_OF_A_SENTENCE and not is_known(text[: who.end], whole=True)


def _named_in_news(text: str, offset: int, language: Language) -> names.Heading | None:
    """The network that a headline names last: one with its abbreviation behind it, a known one, or the abbreviation."""
    runs = list(names.NAMES.finditer(text))
    for run in reversed(runs):
        short = _IN_BRACKETS.match(text, run.end())
        if short and " " in run["name"] and short["short"].casefold() not in language.words["parties"]:
            begin = _begin_of_name(text, run, language)
            return names.parse(text[begin : short.end()], offset + begin)
    known = max(known_in(text, 0, len(text)), key=lambda at: (" " in text[slice(*at)], at[1]), default=None)
    if known is not None:
        behind = _IN_BRACKETS.match(text, known[1])
        return names.parse(text[known[0] : behind.end() if behind else known[1]], offset + known[0])
    short = next((run for run in reversed(runs) if names.is_abbreviation(run["name"])), None)
    return names.parse(short["name"], offset + short.start("name")) if short else None


def _begin_of_name(text: str, run: re.Match[str], language: Language) -> int:
    """Where a network's name begins in a run of words with capitals: “Ann Ek zur Vizepräsidentin der Versammlung …”."""
    known = next((at for at in known_in(text, *run.span("name")) if at[1] == run.end("name")), None)
    if known is not None:
        return known[0]
    offices = list(language.pattern("elected", "chair", "vice-chair", "board").finditer(text, *run.span("name")))
    begin = offices[-1].end() if offices else run.start("name")
    return next((word.start() for word in _CAPITAL.finditer(text, begin, run.end("name"))), run.start("name"))


def _with_its_name(text: str, known: Span, cues: Cues) -> Span:
    """A noun that begins names of networks, with the name that follows: “Euregio Egrensis”."""
    noun = text[slice(*known)]
    run = names.NAMES.match(text, known[0]) if noun.casefold() in cues.language.all_of("organisation_words") else None
    return (known[0], max(known[1], run.end("name"))) if run else known


def _names_another(behind: str, cues: Cues) -> bool:
    """Whether what stands behind a network's name is “and” with an abbreviation or one of its parts."""
    joint = cues.language.pattern("and").match(behind.lstrip())
    rest = behind.lstrip()[joint.end() :].strip() if joint else ""
    its = cues.language.pattern("its").match(rest)
    return names.is_abbreviation(rest) or (its is not None and cues.language.has(rest, "groups", "commissions"))


def _holds_a_verb(text: str, cues: Cues) -> bool:
    """Whether a heading is a sentence with a verb in small letters behind its subject: “Westsea has the chair of …”."""
    verbs = ("is", "holds", "modals")
    if not cues.language.has(text, *verbs):
        return False
    verb = next((one for one in cues.language.pattern(*verbs).finditer(text) if one.start()), None)
    return verb is not None and verb.group().islower() and text[: verb.start()].rstrip()[-1:].isalpha()


def _known_alone(text: str, known: Span, cues: Cues) -> Span | None:
    """Where a known name stands in a heading that but says something of it: “Metropolis in short”."""
    before, behind = text[: known[0]].casefold().split(), text[known[1] :].split()
    of_member = cues.language.has(text[: known[0]], "member_words", "and")
    is_led = not before or (
        of_member and all(word in cues.passing or is_expected(word, cues.language) for word in before)
    )
    is_followed = all(word.islower() or word.isdigit() for word in behind)
    is_followed = is_followed and not cues.organisation_in(" ".join(behind))
    begins = behind and (behind[0] in cues.passing or behind[0].isdigit()) and text[known[1]] == " "
    return known if (before or behind) and is_led and is_followed and (not behind or begins) else None


def as_below(section: Section, text: str, document: Document, cues: Cues) -> None:
    """A heading that is more than the name, or a part of the organisation, is called as the text below calls it:
    “Euregio North: meetings”, “The Euregio’s delegation” above “The Euregio North is …”."""
    if section.called is None or section.called.abbreviation:
        return
    first = next((document.of(block) for block in section.paragraphs if block.kind != "item"), "")[:LONGEST_HEADING]
    name, colon, _rest = text.partition(": ")
    if " " in text and section.heading is not None and not is_known(text, whole=True):
        begin = section.paragraphs[0].start if section.paragraphs else 0
        every = known_in(document.text, begin, begin + LONGEST_HEADING)
        if longer := next((at for at in every if document.text[slice(*at)].startswith(f"{text} ")), None):
            section.called = names.parse(document.text[slice(*longer)], longer[0])  # “The Congress”, in full below
            return
    article = cues.article.match(first)
    if section.heading is not None and colon and first[article.end() if article else 0 :].startswith(name):
        section.called = names.parse(name, section.heading.start)
    if len(text.split()) > MOST_OF_A_NOUN or is_known(text):
        return
    defined = cues.defined.match(first)
    is_same = defined and defined["name"][:ALIKE] == text[:ALIKE] and cues.organisation_in(defined["name"])
    if defined and is_same and document.text.count(text) == 1:
        section.called = names.parse(defined["name"], section.paragraphs[0].start + defined.start("name"))


def as_joined(section: Section, document: Document, cues: Cues) -> None:
    """A heading that is but the theme of a network is called as the network that the first sentence says was joined:
    “UNESCO City of Film”, “… which made us a member of the UNESCO Creative Cities Network”."""
    first = next((block for block in section.paragraphs if block.kind != "item"), None)
    if first is None or section.called is None or section.called.abbreviation or section.listed:
        return
    own = _stems(section.called.name.text)
    if (
        len(own) < 2
        or next(known_in(document.text, first.start, min(first.end, first.start + LONGEST_BEGINNING)), None) is None
    ):
        return
    for start, end in islice(
        sentences(document.text, first.start, min(first.end, first.start + LONGEST_BEGINNING), cues.language), 2
    ):
        words = document.text[start:end]
        if not cues.language.has(words, "member_of", "member_words", "since"):
            continue
        for known in known_in(document.text, start, end):
            name = document.text[slice(*known)]
            is_fuller = len(name) > len(section.called.name.text) and section.called.name.text not in name
            if is_fuller and len(own & _stems(name)) > 1:
                section.called = names.parse(name, known[0])
                return


def _stems(words: str) -> set[str]:
    """How the longer words of a name begin."""
    return {word[:STEM].casefold() for word in words.replace("-", " ").split() if len(word) > STEM}


def without_place(section: Section, text: str, document: Document) -> None:
    """A heading of a network and a place is called by the network, where the text does so: “Cittaslow Westsea”."""
    known = next(known_in(text, 0, len(text)), None)
    if known is None or section.heading is None or known == (0, len(text)) or len(text.split()) > SHORT_HEADING - 1:
        return
    words = text[slice(*known)]
    if document.text.count(words) > MOST_IN_PASSING * (document.text.count(text) + 1):
        section.called = names.parse(words, section.heading.start + known[0])


def parsed(text: str, offset: int, cues: Cues) -> names.Heading:
    """The names in a heading, without an article before a word with a capital: “Die Arbeitsgemeinschaft …”."""
    if led := cues.membership.match(text):
        return parsed(text[led.end() :], offset + led.end(), cues)
    noun, _space, rest = text.partition(" ")
    of_networks = cues.language.all_of("organisation_words")
    if noun.islower() and rest[:1].isupper() and noun in of_networks:
        return parsed(rest, offset + len(noun) + 1, cues)  # “sieć Cities for Cyclists”
    is_plain = noun.istitle() and noun.casefold() in of_networks and not is_known(noun)
    if is_plain and len(rest) >= SHORTEST and names.stands_for_something(rest):
        return names.parse(rest, offset + len(noun) + 1)  # “Sieć ERRIN”
    short, _dash, noun = text.partition("-")
    if noun in of_networks and names.stands_for_something(short) and (is_known(short) or is_known(text)):
        return names.parse(short, offset)  # “ERRIN-nätverket”
    article = cues.article.match(text)
    bare = text[article.end() :] if article else text
    is_elided = text[1:2] in ("'", "’") and names.is_abbreviation(bare)  # “L’AFCCRE”
    if (" " not in bare and not is_elided) or not bare[:1].isupper():  # “Les Rencontres” is called so
        bare = text
    return names.parse(bare, offset + len(text) - len(bare))
