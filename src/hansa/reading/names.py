"""What a heading says: an organisation's name, its abbreviation, its name in another language."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from functools import cache, lru_cache

from hansa.reading.known import is_known, is_word, whole_of
from hansa.reading.languages import Language, all_languages, alternatives, languages
from hansa.reading.types import Name, Span

_ABBREVIATION = r"[A-ZÀ-ÖØ-ÞĄĆČĘĽŁŃŚŠŹŻŽ][A-Za-z0-9À-ÖØ-öø-ÿĄąĆćČčĘęŁłŃńŚśŠšŹźŻżŽž&/+-]{1,14}"
_BRACKETS = re.compile(r"^(.{2,200}?)\s{0,3}\(([^()]{2,160})\)\s{0,3}(.{0,60})$")
_DASHED = re.compile(rf"^({_ABBREVIATION})\s{{0,3}}(?:(?:[–—:,]|(?<=[\s\w])-)\s{{1,3}}|\s-(?=[A-ZÀ-Þ]))(.{{3,200}})$")
_BEHIND = re.compile(rf"^(.{{3,200}}?)(?:\s{{1,3}}[–—-]|,)\s{{1,3}}({_ABBREVIATION})$")
# A short name, and behind a dash what it stands for or is called elsewhere: “Polis – Cities and Regions for …”.
_SPELLED_OUT = re.compile(r"^([A-ZÀ-ÖØ-Þ][\w+]{2,19})\s{0,3}[–—]\s{1,3}([A-ZÀ-ÖØ-Þ][^()]{8,160})$")
_GLUED = re.compile(r"^([A-ZÀ-ÖØ-Þ]{3,10})-([A-ZÀ-ÖØ-Þ][a-zà-ÿ].{8,160})$")  # “ECCAR-European Coalition of …”
_EITHER = re.compile(
    r"^([^–—()/]{4,120}?)(?:\s[–—/-]\s|(?<=[a-zà-ÿ]{3})/(?=[A-ZÀ-Þ][a-zà-ÿ]{2}))([^–—()/]{4,120})$"
)  # “Baltic Sea Commission – Östersjökommissionen”
_WHOLE_ABBREVIATION = re.compile(_ABBREVIATION)
_LONGEST_ABBREVIATION, _LONGEST_DOTTED = 15, 20
_DOTTED = re.compile(r"(?:[A-ZÀ-ÖØ-Þ]\.){2,9}[A-ZÀ-ÖØ-Þ]?")  # “A.I.M.F.”, “C.G.L.U”
_NUMBERED = re.compile(r"[A-Z]{1,3}\d{1,3}")  # C40, R20
_SHORT_FIRST = re.compile(r"(?P<short>[A-ZÀ-ÖØ-Þ]{3,12})\s(?P<name>.{8,200})\Z")  # “ERRIN European Regions …”
_SHORT_LAST = re.compile(r"(?P<name>.{8,200}?)\s(?P<short>[A-ZÀ-ÖØ-Þ]{3,12}(?:\s[A-ZÀ-ÖØ-Þ]{2,8})?)\Z")  # “… ARGE ALP”
_DOTTED_FIRST = re.compile(r"(?P<short>(?:[A-ZÀ-ÖØ-Þ]\.){2,8}[A-ZÀ-ÖØ-Þ]?)\s(?:[–—-]\s)?(?P<name>[^\s–—-].{7,200})\Z")
_BEGINNINGS = re.compile(r"[A-ZÀ-ÖØ-Þ][a-zß-öø-ÿ]+")
SHORTEST_NAME = 4
_NUMBER = re.compile(r"(?:\d{1,3}(?:\.\d{1,3}){0,3}[.)]?|[a-zA-Z]\)|[a-z]\.)\s{1,3}(?=[^\W\d_]{2})")
_QUOTES = '"“”„«»‘‚'
_FOOTNOTE = re.compile(r"(?<=\w)\s?(?:[¹²³⁴⁵⁶⁷⁸⁹]+|\*+)\s?\Z|(?<=[a-zà-ÿ])\s[1-9]\)?\Z")
# Organisations of states, beside which a network's name may stand.
_OF_STATES = (
    "UN|FN|ONU|UNO|VN|YK|ONZ|EU|UE|WHO|OMS|UNESCO|Unesco|UN-Habitat|UNEP|OECD|OCDE|Council of Europe|Europarådet|"
    "Europarat|Conseil de l[’']Europe|Consiglio d[’']Europa|Consejo de Europa|Conselho da Europa|Raad van Europa|"
    "Rada Europy|Euroopan neuvosto"
)
_OF_A_BODY = re.compile(rf"(?P<name>.{{6,160}}?)(?:\s[–—-]\s|\s?\()(?P<body>{_OF_STATES})\)?")
_SIGNS = frozenset("–—-:,(/")  # that part names
_LONGEST_NOTE = 12
_ENDS_OF_NOTES = frozenset("¹²³⁴⁵⁶⁷⁸⁹*)123456789")
_PARTS = re.compile(r"(?:(?!\s[–—-]\s)[^,;])+")
_WORDS = re.compile(r"[\w-]+")
_LETTER, _DIGIT = re.compile(r"[^\W\d_]"), re.compile(r"\d")


# Words with capitals, and the little ones between them: “Network of European Regions”.
NAMES = re.compile(
    r"(?<![\w’'.@/-])(?:(?:[dlDL]|[adnsADNS][aeiou]l?l)[’'])?(?P<name>[A-ZÀ-ÖØ-ÞŁŚŻŹĆ][\w’'&/-]{1,40}"
    r"(?:(?:\s(?:21|2030)(?=\s[A-ZÀ-ÖØ-Þ]))?"
    r"\s(?:[a-zà-ÿ]{1,5}\s){0,2}(?:(?:[dl]|dell)[’'])?[A-ZÀ-ÖØ-ÞŁŚŻŹĆ][\w’'&/-]{1,40}){0,9}(?:\se\.\s?V\.)?)"
)


LONGEST_LINE = 120  # letters
# Little words between those of a name.
WITHIN = frozenset(
    "of for the in on de du des la le les l d di del della dei e und für der die das von en van voor het och för i og "
    "af av til y el los las do da dos das degli delle na rzecz z ja".split()
)


@dataclass(slots=True)
class Heading:
    """An organisation's names as a heading has them, each with its span."""

    name: Name
    span: Span
    abbreviation: tuple[str, Span] | None = None
    other_names: list[tuple[Name, Span]] = field(default_factory=list)

    def names(self) -> list[tuple[Name, Span]]:
        """All names, that of the heading first."""
        return [(self.name, self.span), *self.other_names]


def parse(text: str, offset: int = 0) -> Heading:
    """The names in a heading that begins at `offset`: “Name (ABBR)”, “ABBR – Name”, “Name (Name)”, “ABBR, Name”.

    Their languages are not told yet: see `language_of`. A number before the name is no part of it.
    """
    if seated := _seated().search(text):
        return parse(text[: seated.start()], offset)
    if text.rstrip()[-1:] in _ENDS_OF_NOTES and (noted := _FOOTNOTE.search(text, max(0, len(text) - _LONGEST_NOTE))):
        return parse(text[: noted.start()], offset)
    if numbered := _NUMBER.match(text) or led().match(text):
        return parse(text[numbered.end() :], offset + numbered.end())
    if not _SIGNS.isdisjoint(text) and (called := _with_another(text, offset)):
        return called
    for match in (form.match(text) for form in (_SHORT_FIRST, _SHORT_LAST, _DOTTED_FIRST)):
        if match and _may_be_short(match["short"]) and _stands_for(match["short"], match["name"], match.re):
            inner = parse(match["name"], offset + match.start("name"))
            inner.abbreviation = inner.abbreviation or (match["short"], _span(match, "short", offset))
            return inner
    return _plain(text, offset)


def _with_another(text: str, offset: int) -> Heading | None:
    """The names in a heading in which a sign parts a name from an abbreviation or another name."""
    if (
        (match := _DASHED.match(text))
        and is_abbreviation(match[1])
        and not is_abbreviation(match[2])
        and _LETTER.search(match[2])
        and not text.isupper()
        and not _lists_two(match)
    ):
        if text[len(match[1]) :].lstrip()[:1] in "–—-" and is_said_of(match[2], match[1]):
            return _plain(match[1], offset)
        inner = parse(match[2], offset + match.start(2))
        inner.abbreviation = (match[1], _span(match, 1, offset))
        return inner
    if (match := _GLUED.match(text)) and may_stand_for(match[1], match[2]):
        inner = parse(match[2], offset + match.start(2))
        inner.abbreviation = (match[1], _span(match, 1, offset))
        return inner
    if match := _SPELLED_OUT.match(text):
        inner = Heading(Name(match[1]), _span(match, 1, offset))
        if _initials(match[2]) == match[1].upper():
            inner = Heading(Name(match[2]), _span(match, 2, offset), (match[1], _span(match, 1, offset)))
        else:
            inner.other_names.append((Name(match[2]), _span(match, 2, offset)))
        return inner
    if (match := _OF_A_BODY.fullmatch(text)) and _initials(match["name"]) != match["body"]:
        return parse(match["name"], offset)  # “Intercultural Cities (Council of Europe)”
    if "(" in text and (match := _BRACKETS.match(text)):
        if is_abbreviation(match[1]) and not is_abbreviation(match[2]) and _may_be_long(match[2], match[1]):
            heading = Heading(Name(match[2].strip()), _span(match, 2, offset))
            heading.abbreviation = (match[1], _span(match, 1, offset))
            return heading
        heading = _plain(match[1], offset + match.start(1))
        _aside(heading, match[2], _span(match, 2, offset))
        return heading
    if (match := _BEHIND.match(text)) and (
        (is_abbreviation(match[2]) and not is_word(match[2]))
        or _initials(match[1]) == match[2].upper()
        or (is_known(match[2].upper(), whole=True) and match[1].count(" ") > len("of"))  # “Network of …, Metrex”
    ):
        heading = Heading(Name(match[1].strip()), _span(match, 1, offset))
        heading.abbreviation = (match[2], _span(match, 2, offset))
        return heading
    if (match := _EITHER.match(text)) and any(is_known(match[side], whole=True) for side in (1, 2)):
        heading = Heading(Name(match[1]), _span(match, 1, offset))
        heading.other_names.append((Name(match[2]), _span(match, 2, offset)))
        return heading
    return None


def _may_be_long(words: str, short: str) -> bool:
    """Whether words in brackets behind an abbreviation may be what it stands for: not “member since 2010”."""
    return " " in words and (words[0].isupper() or not _DIGIT.search(words) or stands_in(short, words))


def _may_be_short(words: str) -> bool:
    """Whether words may be an abbreviation: one, or two in capitals of a network that is known (“ARGE ALP”)."""
    return (is_abbreviation(words) and not is_word(words)) or (" " in words and is_known(words, whole=True))


def _lists_two(match: re.Match[str]) -> bool:
    """Whether a comma parts two names that are known rather than one from its abbreviation: “ICLEI, Covenant of …”."""
    is_comma = match.string[match.end(1) :].lstrip()[:1] == ","
    return is_comma and is_known(match[2], whole=True) and not may_stand_for(match[1], match[2])


@cache
def led() -> re.Pattern[str]:
    """A little word that leads to a name at the start of an item, which goes on with a sentence: “(La Ville est
    adhérente) de l'AIVP”, “dem Klima-Bündnis”."""
    return re.compile(rf"{all_languages().joining('of', 'of_the', 'to')}(?=[A-ZÀ-ÖØ-Þ])")


@cache
def _seated() -> re.Pattern[str]:
    """Where an organisation has its seat, said behind its name in any language: “…, based in Brussels”."""
    words = alternatives(words for language in languages().values() for words in language.words["seated"])
    return re.compile(rf",?\s(?:{words})\s.*\Z", re.I)


def is_said_of(words: str, short: str) -> bool:
    """Whether words behind an abbreviation say something of it rather than what it stands for: “EUREGIO – no more
    borders”, or a sentence: with no word for an organisation in any language, and not spelled by the abbreviation; or
    that it is “the network”."""
    if all(word in _nouns() or word in _articles() for word in words.lower().split()):
        return True
    if may_stand_for(short, words) or not is_known(short, whole=True) or is_known(words, whole=True):
        return False
    is_a_sentence = words.rstrip()[-1:] == "." or ". " in words  # “METREX – the network brings …”
    return is_a_sentence or not (is_known(words) or _has_noun(words))


def _has_noun(words: str) -> bool:
    """Whether a word for an organisation, in any language, stands among the words or in one of them."""
    lowered = words.lower()
    return not _nouns().isdisjoint(lowered.split()) or any(
        noun in lowered for noun in _nouns() if len(noun) > SHORTEST_NAME
    )


@cache
def _nouns() -> frozenset[str]:
    return frozenset(noun for language in languages().values() for noun in language.words["organisation_words"])


@cache
def _articles() -> frozenset[str]:
    return frozenset(word for language in languages().values() for word in language.words["articles"]) | {"the"}


def is_of_states(words: str) -> bool:
    """Whether words name an organisation of states: “Council of Europe”."""
    return re.fullmatch(_OF_STATES, words) is not None


def _plain(text: str, offset: int) -> Heading:
    """A name alone, without the quotation marks that it stands in or beside."""
    words = text.strip().strip(_QUOTES).strip()
    words = words or text
    start = offset + text.index(words)
    return Heading(Name(words), (start, start + len(words)))


def _stands_for(short: str, name: str, form: re.Pattern[str]) -> bool:
    """Whether an abbreviation beside a name is that name's: by its letters, or a known one behind a name in another
    language: “Euroopan raja-alueiden liitto AEBR”."""
    if may_stand_for(short.replace(".", ""), name):
        return True
    if " " in short:  # of each word the first letter begins one of the name's
        words = iter(_WORDS.findall(name.upper()))
        return all(any(word[0] == part[0] for word in words) for part in short.split())
    behind = form is _SHORT_LAST and len(name.split()) > len(("one", "other")) and _has_noun(name)
    behind = behind and (is_known(name, whole=True) or not is_known(name))
    return behind and is_known(short, whole=True) and whole_of(name) is None


def may_stand_for(short: str, name: str) -> bool:
    """Whether an abbreviation's letters stand in a name in this order, the first and the last of them its words'."""
    if name.isupper() or not stands_in(short, name):
        return False
    words = _WORDS.findall(name)
    return any(word.upper()[0] == short[-1] for word in words[1:])


def stands_in(short: str, name: str) -> bool:
    """Whether an abbreviation’s letters stand in a name in this order, and both begin alike: “RECEVIN”, in “Rete
    europea delle città del vino”."""
    letters = iter(name.upper())
    in_order = all(letter in letters for letter in short.upper())  # each takes up where the one before was found
    return in_order and name[:1].upper() == short[:1].upper()


def _initials(words: str) -> str:
    """The first letters of the words with capitals."""
    return "".join(word[0] for word in _WORDS.findall(words) if word[0].isupper())


def _span(match: re.Match[str], group: int | str, offset: int) -> Span:
    return offset + match.start(group), offset + match.end(group)


def _is_short_for(words: str, name: str) -> bool:
    """Whether words in brackets are an abbreviation, by themselves (“ARGE ALP”, “Efus”) or as those of a name."""
    return (
        is_abbreviation(words)
        or (words.isupper() and len(words) <= _LONGEST_ABBREVIATION and 0 < words.count(" ") < 3)
        or (len(words) <= SHORTEST_NAME and is_known(words, whole=True))
        or (2 < len(words) <= _LONGEST_ABBREVIATION and " " not in words and _initials(name) == words.upper())
        or _is_made_of_beginnings(words, name)
    )


def _aside(heading: Heading, text: str, span: Span) -> None:
    """What stands in brackets: an abbreviation, another name, or both (“North Sea Commission, NSC”)."""
    for part in _PARTS.finditer(text):
        words = part.group().strip().removeprefix("– ").removeprefix("- ")
        start = span[0] + part.start() + part.group().index(words)
        at = (start, start + len(words))
        if heading.abbreviation is None and _is_short_for(words, heading.name.text):
            heading.abbreviation = (words, at)
        elif words[:1].isupper() or (len(words) > 3 and " " in words and not _DIGIT.search(words)):
            heading.other_names.append((Name(words), at))


def _is_made_of_beginnings(short: str, name: str) -> bool:
    """Whether each part of a short name begins a word of the long one: “BaltMet”, of “Baltic Metropoles Network”."""
    parts = _BEGINNINGS.findall(short)
    if len(parts) < len("AB") or "".join(parts) != short:
        return False
    words = iter(_WORDS.findall(name))
    return all(any(word.startswith(part) for word in words) for part in parts)


def first_of_two(short: str, span: Span) -> tuple[str, Span]:
    """The first of two abbreviations with a slash between them: “RGRE/CEMR”, “AER/ARE”."""
    first, slash, other = short.partition("/")
    if not slash or not (is_abbreviation(first) and is_abbreviation(other)) or min(len(first), len(other)) < len("AER"):
        return short, span
    return first, (span[0], span[0] + len(first))


def is_abbreviation(text: str) -> bool:
    """Whether this may be an abbreviation: one short word, mostly of capitals."""
    if len(text) > _LONGEST_DOTTED or " " in text:
        return False
    if ("." in text and _DOTTED.fullmatch(text)) or (text[-1:].isdecimal() and _NUMBERED.fullmatch(text)):
        return True
    if len(text) > _LONGEST_ABBREVIATION or _WHOLE_ABBREVIATION.fullmatch(text) is None:
        return False
    if any(len(part) > 1 and part[1:].islower() for part in text.split("-")[1:]):
        return False  # “EUREGIO-Rat”
    capitals = sum(map(str.isupper, text))
    return capitals >= 2 and capitals * 2 >= sum(map(str.isalpha, text))


def stands_for_something(name: str) -> bool:
    """Whether a name of one word is an abbreviation: ERRIN, not EUROCITIES, which is a word, nor UK100."""
    letters = name.replace(".", "")
    return is_abbreviation(name) and name.isupper() and not is_word(name) and letters.isalpha()


def whole_line(heading: Heading, text: str) -> Heading:
    """A heading whose name is all of its line in a text, where a dash parts what belongs together."""
    first = heading.span[0]
    line = text[first : first + LONGEST_LINE].partition("\n")[0].rstrip(" ;,.")
    return replace(heading, name=Name(line, None), span=(first, first + len(line)), other_names=[])


def language_of(name: str, page: Language) -> str | None:
    """The language that a name is in, by its words and letters; the page's own where nothing speaks against it."""
    words = _WORDS.findall(name.lower())
    scores = dict.fromkeys(languages(), 0)
    for word in words:
        for code, points in _points(word):
            scores[code] += points
    best = max(scores.values())
    return page.code if scores.get(page.code, 0) == best else max(scores, key=lambda code: scores[code])


@lru_cache(maxsize=4096)
def _points(word: str) -> tuple[tuple[str, int], ...]:
    """How much a word speaks for each of the languages that it speaks for."""
    told = []
    for code, language in languages().items():
        telling, endings = _telling(language)
        points = (word in telling) + (len(word) > 6 and word.endswith(endings))
        told.append((code, points + 2 * (not language.letters.isdisjoint(word))))
    return tuple((code, points) for code, points in told if points)


@cache
def _telling(language: Language) -> tuple[frozenset[str], tuple[str, ...]]:
    """Words that tell a name's language, and endings of compounds that do."""
    nouns = language.words["organisation_words"]
    return frozenset((*nouns, *language.words["name_words"])), tuple(noun for noun in nouns if len(noun) > 2)
