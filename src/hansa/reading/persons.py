"""Names of persons in running words: where one begins and ends, and what is a title, a particle, a place or a unit."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from hansa.reading.known import is_known
from hansa.reading.languages import Language, all_languages, alternatives, first_word, languages
from hansa.reading.name_words import holds_others, is_but_an_authority, is_party

_CAPITALS = "A-Z" + "".join(chr(code) for code in range(0xC0, 0x250) if chr(code).isupper())
_PREFIX = r"(?:[dDlLO]['’]|(?:al|el|as|at|ad|ibn|t)-|['’]t\s)?"
NAME_PART = rf"{_PREFIX}[{_CAPITALS}][\w'’-]{{0,30}}"
PARTICLES = frozenset(
    "af av von vom van vander der den de del della dello dei degli di da do das dos du des d la le las los lo el al "
    "ben bin bint ibn abu ten ter te 't zu zum zur".split()
)
# These join two surnames in some languages, else two persons; “und” does in “von und zu”.
_JOINING = {"es": ("y", "i", "e"), "pt": ("e",)}
_PARTICLE = alternatives(sorted(PARTICLES | {"van der", "van den", "van de", "de la", "von und zu", "von der"}))
NAME = rf"{NAME_PART}(?:[ \u00a0](?:(?:{_PARTICLE})[ \u00a0]){{0,2}}{NAME_PART}){{1,4}}"
# A word that begins with a capital: a part of a name, initials (J.P.), or a title (Dipl.-Ing., D.ª, Sig.ra).
_WORD = rf"{_PREFIX}[{_CAPITALS}](?:[\w'’-]|\.(?=[\w-])){{0,40}}(?:\.?[ªº]|\.)?"
_BETWEEN = r"[ \u00a0]{1,2}"
_RUN = re.compile(
    rf"(?<![\w@.'’/-]){_WORD}"
    rf"(?:{_BETWEEN}(?:(?:{alternatives(PARTICLES)}|und zu|[yie]){_BETWEEN}){{0,3}}{_WORD}){{0,9}}"
)
_SPLIT = re.compile(r"[^ \u00a0]+")
_SEVERAL = re.compile(rf"[{_CAPITALS}]\.(?:[{_CAPITALS}]\.)+")
_INITIALS = re.compile(rf"[{_CAPITALS}](?:\.-?[{_CAPITALS}]){{0,4}}\.?")
_SHORTENED = re.compile(rf"[{_CAPITALS}][a-zà-ÿ]{{1,2}}\.")  # Chr., Th., Joh.
_ELIDED = re.compile(rf"\A[dl]['’](?=[{_CAPITALS}])")  # “par l’intermédiaire d’Asta Lind”
MOST_WORDS, LONG, SHORT, _OF_NOBODY = 7, 6, 3, ("unit_words", "organisation_words", "board")  # words, letters
MOST_OF_A_TITLE = 2  # words; of a longer one the last may have a capital
LONGEST_TITLE = 40  # letters of one before its last word


@dataclass(slots=True)
class Token:
    """A word of a run, and where it stands."""

    word: str
    start: int
    end: int

    @property
    def is_particle(self) -> bool:
        return self.word.lower() in PARTICLES or self.word in ("und", "y", "i", "e")

    @property
    def is_capitals(self) -> bool:
        letters = list(filter(str.isalpha, self.word))
        return len(letters) > 1 and all(map(str.isupper, letters)) and "." not in self.word


@dataclass(slots=True)
class Person:
    """A name as it stands, without titles; `is_honoured` where a title stands before it."""

    tokens: list[Token]
    party: Token | None = None
    is_honoured: bool = False

    @property
    def start(self) -> int:
        return self.tokens[0].start

    @property
    def end(self) -> int:
        return (self.party or self.tokens[-1]).end


_NUMERAL = re.compile(r"[IVX]{1,5}")
FEWEST_OF_A_UNIT = 2  # words of a name behind a unit's


def persons(text: str, language: Language, start: int, end: int) -> Iterator[Person]:
    """The names of persons in text[start:end]; what may be a place, a unit or an organisation is none."""
    for run in _RUN.finditer(text, start, end):
        if len(run.group().split()) > 1 and not _stands_for_a_place(text, run.start(), language):
            tokens = [Token(m.group(), m.start(), m.end()) for m in _SPLIT.finditer(text, *run.span())]
            yield from _in_run(text, tokens, language)


def _stands_for_a_place(text: str, start: int, language: Language) -> bool:
    """Whether words with capitals name a place, by what stands before them: “the city of (New Ross)”."""
    before = text[max(0, start - LONGEST_TITLE) : start]
    last = before.strip().rpartition(" ")[2].casefold()
    is_of = last in all_languages().words["of"] and last not in language.words["by"]  # “is represented by”
    return is_of and _authority_of(language).search(before) is not None


@cache
def _authority_of(language: Language) -> re.Pattern[str]:
    of = rf"\s{all_languages().joining('of')}|\s"  # the word may hold it: “city of”
    return re.compile(rf"(?<!\w)(?:{language.any_of('authority_words')})(?:{of})\Z", re.I)


def _in_run(text: str, tokens: list[Token], language: Language) -> Iterator[Person]:
    """The names in a run of words with capitals: “Bürgermeister Dr. Hans Meier SPD”."""
    for at, token in enumerate(tokens):
        if token.word in ("y", "i", "e") and _joins_two(tokens, at, language):
            for some in (tokens[:at], tokens[at + 1 :] if not _is_place_or_body(tokens[0].word, language) else []):
                yield from _in_run(text, some, language)  # not “Associação de Cidades e Vilas de Cerâmica”
            return
    if not tokens:
        return  # “Asta Lind i i Tor Vik”
    place, begins = 0, True
    honoured = _is_title(text[max(0, tokens[0].start - 24) : tokens[0].start].rstrip(), language)
    while place < len(tokens):
        skipped = _skipped(text, tokens, place, language, begins)
        if skipped:
            place, honoured = place + skipped, True
            if language.has(tokens[place - 1].word, "unit_words") and len(tokens) - place > FEWEST_OF_A_UNIT:
                place = len(tokens) - FEWEST_OF_A_UNIT  # “Dyrektor Wydziału Urbanistyki Anna Olszak”
            continue
        if honoured and place and _is_a_field(tokens[place : place + 2], language) and len(tokens) - place > 2 + 1:
            place += 2  # “Schepen van Klimaat Karin Holm”
            continue
        is_unit = honoured and not place and language.has(tokens[0].word, "unit_words", "committee_words")
        if is_unit and len(tokens) > FEWEST_OF_A_UNIT + 1:
            place = len(tokens) - FEWEST_OF_A_UNIT  # “dyrektor Wydziału Urbanistyki Anna Olszak”
        if not place and is_but_an_authority(text, tokens[0].word, tokens[-1].end, len(tokens), language):
            place = 1  # “representa al Ayuntamiento Asta Lind (PP)”
        if _is_place_or_body(tokens[place].word, language):
            return
        taken: list[Token] = []
        begins = False
        while place < len(tokens) and not _skipped(text, tokens, place, language):
            token = tokens[place]
            if len(taken) > 1 and _is_but_an_article(tokens[place : place + 2], taken[-1], language):
                break
            if not token.is_particle and taken and _is_place_or_body(token.word, language):
                if not taken[-1].is_particle:
                    return  # “Europeiska Nätverket”: the words before belong to it
                place = len(tokens)
                break
            if _SEVERAL.fullmatch(token.word) and taken and not _is_short(taken[-1].word):
                break  # “H. Wassink C.A.M. van der Tas”: two people
            taken.append(token)
            place += 1
            if place < len(tokens) and _is_whose_title(text, tokens, place, language):
                return  # “Welsh Language Officer”
            if token.word.endswith(".") and not _is_short(token.word):
                token.word, token.end = token.word[:-1], token.end - 1
                break
        found = _named(taken, honoured, language, text)
        if found and not is_known(text[found.start : found.end]):
            yield found
        honoured = False


def _is_but_an_article(words: list[Token], before: Token, language: Language) -> bool:
    """Whether a word behind a whole name is but the next noun's article, or that noun, as a language has it that writes
    all with capitals: “führt Eva Ek den Vorsitz”, “wird Eva Ek zur Präsidentin”, but for “Eva von der Heide”."""
    little = {*language.words["articles"], *language.firsts("represents", "sits")}
    is_one = words[0].word in little or words[0].word.casefold() in little or _is_long_title(words[-1].word, language)
    return language.capital_nouns and is_one and not before.is_particle


def _skipped(text: str, tokens: list[Token], place: int, language: Language, begins: bool = False) -> int:
    """How many words from here on are titles, or a unit that somebody chairs, and no part of a name; where it `begins`,
    nothing but such words stands before."""
    token = tokens[place]
    if token.is_particle:
        return 0
    match = _title_at(text, token.start, language)
    if match and not (place and len(token.word) == 1):
        inside = [one for one in tokens[place:] if one.end <= match.end()]
        if inside and (inside[-1].end == match.end() or text[match.end() : match.end() + 1] in " .,"):
            return len(inside)
    lowered = token.word.casefold()
    if not place and lowered in _last_words(language) and _ends_a_title(text, token, language):
        return 1
    endings = language.words["title_endings"]
    if lowered.endswith(endings) and any(
        lowered.endswith(end) and len(lowered) > max(5, len(end) + 2) for end in endings
    ):
        return _unless_name(tokens, place)
    if _is_compound_unit(lowered, language) and place + 2 < len(tokens):
        return 1
    elided = _ELIDED.sub("", token.word).casefold()
    if begins and (lowered in _topics(language) or elided in language.words["whole_field"]):
        return 1  # “l'ufficio per l'Europa| Asta Lindi”
    following = tokens[place + 1 : place + 3]
    if (begins or not place) and len(following) == 2 and not any(one.is_capitals for one in following):
        short = token.is_capitals and (len(token.word) <= 3 or is_known(token.word))
        if lowered in language.function_words or short:
            return 1  # “Den Asta Lind”, “KTA Bernd Kuhlmann”, “for KIMO Asta Lind”
        if lowered in language.words["invites"]:
            return 1  # “Ask Asta Lind”
        if re.fullmatch(r"\w{3,6}\.", token.word):
            return 1  # “Cons. Marta Iacovelli”
    return 0


def _is_a_field(words: list[Token], language: Language) -> bool:
    """Whether two words tell what a title before them is for: “van Klimaat”."""
    return len(words) > 1 and words[0].is_particle and words[1].word.casefold() in _topics(language)


def _is_whose_title(text: str, tokens: list[Token], place: int, language: Language) -> bool:
    """Whether a word of a run is a title that the words before it are of, as English and its kin put them."""
    title = _title_at(text, tokens[place].start, language)
    return title is not None and title.end() == tokens[-1].end and text[title.end() : title.end() + 1] not in (" ",)


def _unless_name(tokens: list[Token], place: int) -> int:
    """A word that ends as a title does is one before a whole name; behind a first name it is the surname."""
    rest = [one for one in tokens[place + 1 :] if not one.is_particle]
    return 1 if not place and len(rest) > 1 else 0


@cache
def _titles(language: Language) -> re.Pattern[str]:
    return re.compile(rf"(?:[dl]['’])?(?:{language.any_of('honours', 'titles', 'vacant', 'formerly')})(?![\w-])", re.I)


def _title_at(text: str, position: int, language: Language) -> re.Match[str] | None:
    if first_word(text, position) not in language.firsts("honours", "titles", "vacant", "formerly"):
        return None
    return _titles(language).match(text, position)


@cache
def _last_words(language: Language) -> frozenset[str]:
    """The last words of titles of several words: “commissaris van de Koning”."""
    every = (title.split() for cue in ("honours", "titles") for title in language.words[cue])
    return frozenset(words[-1] for words in every if len(words) > MOST_OF_A_TITLE)


def _ends_a_title(text: str, token: Token, language: Language) -> bool:
    """Whether a title begins in the words before a word, and ends with it."""
    begin = max(0, token.start - LONGEST_TITLE)
    found = (_title_at(text, begin + word.start(), language) for word in _SPLIT.finditer(text[begin : token.start]))
    return any(title is not None and title.end() == token.end for title in found)


def _is_title(before: str, language: Language) -> bool:
    """Whether words end in a title."""
    last = before.split()[-1:] if before else []
    title = _title_at(last[0], 0, language) if last else None
    return title is not None and _titles(language).fullmatch(last[0]) is not None


def _is_short(word: str) -> bool:
    return bool(_INITIALS.fullmatch(word) or _SHORTENED.fullmatch(word))


def _is_compound_unit(lowered: str, language: Language) -> bool:
    """“Kulturudvalget”: one word that names a unit, longer than the bare word for one."""
    return len(lowered) > 8 and lowered.endswith(language.words["unit_endings"] or ("\0",))


def _is_place_or_body(word: str, language: Language) -> bool:
    """Whether one word of a run makes it the name of a unit, an organisation, an authority or a country."""
    lowered = word.casefold().rstrip(".")
    return (
        lowered in _bodies(language)
        or lowered in _topics(language)
        or lowered in language.countries
        or (len(lowered) > 6 and lowered.endswith(language.words["unit_endings"] or ("\0",)))
        or (len(lowered) > 6 and lowered.endswith(language.words["authority_endings"] or ("\0",)))
        or (len(lowered) > 2 * LONG and lowered.endswith(_compounds(language)))
    )


@cache
def _compounds(language: Language) -> tuple[str, ...]:
    """Words for organisations with which a longer one may end: “Kommunförbundet”."""
    return tuple(word for word in language.words["organisation_words"] if len(word) >= LONG and " " not in word) or (
        "\0",
    )


@cache
def _topics(language: Language) -> frozenset[str]:
    """Words of titles and of organisations' names, which no person has: “Kultur”, “External”, “Europeiska”.

    The English ones count everywhere: networks have English names.
    """
    own = {word for cue in ("topic_words", "generic", "name_words") for word in language.words[cue]}
    own |= set(language.words["deputy_label"] if language.capital_nouns else ())  # “Ihr Ersatz”
    english = {word for cue in ("topic_words", "name_words") for word in languages()["en"].words[cue]}
    return frozenset(word for word in own | english if len(word) > 2) - PARTICLES


@cache
def _bodies(language: Language) -> frozenset[str]:
    """Words that a person's name does not hold: those for units, organisations and authorities that are one word."""
    cues = ("unit_words", "organisation_words", "authority_words")
    english = [word for word in languages()["en"].words["organisation_words"] if len(word) > LONG]
    english += [word for word in languages()["en"].words["unit_words"] if len(word) >= LONG]
    return frozenset([*english, *(word for cue in cues for word in language.words[cue] if " " not in word)])


def _named(tokens: list[Token], honoured: bool, language: Language, text: str) -> Person | None:
    """The person whom some words name; None where they name none."""
    party = None
    while tokens and tokens[-1].is_particle and tokens[-1].word.islower():
        tokens = tokens[:-1]
    if tokens and tokens[-1].word.endswith(".") and not _INITIALS.fullmatch(tokens[-1].word):
        tokens[-1].word, tokens[-1].end = tokens[-1].word[:-1], tokens[-1].end - 1
    own = _own(tokens)
    if len(own) > 2 and is_party(tokens[-1].word, language):
        party, tokens, own = tokens[-1], tokens[:-1], own[:-1]
    if not 2 <= len(own) <= MOST_WORDS or tokens[0].word.islower():
        return None
    first, last = own[0], own[-1]
    if (_INITIALS.fullmatch(last.word) and len(last.word) < 3) or not any(len(one.word.strip(".")) > 1 for one in own):
        return None
    if any(re.search(r"\d", one.word) or ("." in one.word and not _is_short(one.word)) for one in own):
        return None
    if all(one.is_capitals for one in own) and not (
        honoured or party or text[last.end : last.end + 2].strip()[:1] == "("
    ):
        return None
    if first.is_capitals and last.is_capitals and len(first.word) > 2 and not all(one.is_capitals for one in own):
        return None  # “POR Calabria FESR FSE”: a surname in capitals stands at one end
    if len(own) > 2 and any(len(one.word) > 1 and _NUMERAL.fullmatch(one.word) for one in own[1:-1]):
        return None  # “Interreg VI Deutschland-Nederland”
    words = [one.word.casefold().strip(".") for one in own]
    if not first.is_capitals and (words[0] in language.words["place_words"] or words[0] in _no_first(language)):
        return None
    before_last = tokens[-2] if len(tokens) > 1 else None
    ends_as_place = any(words[-1].endswith(end) for end in language.words["place_endings"])
    if ends_as_place and not (honoured or (before_last and before_last.is_particle)):
        return None
    if holds_others([one.word for one in own], language) or all(word in language.months for word in words):
        return None
    shown = text[tokens[0].start : tokens[-1].end]
    if shown.lower() in language.countries or (words[0] in language.words["continents"] and len(tokens) > len(own)):
        return None  # “América del Sur”
    every = (shown, *map(shown.removesuffix, language.words["genitives"]))  # “Västhavs Stads (växel)”
    if any(language.has(one, "authority_words") for one in every) or language.has(shown, *_OF_NOBODY):
        return None
    if language.capital_nouns and (_is_long_title(last.word, language) or _is_genitive(own, tokens)):
        return None
    return Person(tokens, party, honoured)


@cache
def _no_first(language: Language) -> frozenset[str]:
    """Words with which no name begins, though a sentence does: “Since November …”."""
    said = language.firsts("since_words", "until_words")
    behalf = {word for word in language.firsts("behalf") if len(word) > SHORT}  # not of Per Lind on an Italian page
    verbs = language.firsts("represents")  # “Rappresenta l'Ente Asta Lindi”
    return language.function_words | {word for word in said if len(word) >= SHORT} | behalf | verbs


def _is_long_title(word: str, language: Language) -> bool:
    """“Planungsdirektorin”, “Präsidentin”: what in a language that writes nouns with capitals is no surname."""
    lowered, ends = word.casefold(), language.words["title_endings"]
    is_title = any(lowered.endswith(end) and len(lowered) > len(end) + LONG for end in ends)
    return is_title or (len(lowered) >= 2 * LONG and lowered in language.all_of("chair", "vice-chair"))


def _is_genitive(own: list[Token], tokens: list[Token]) -> bool:
    """“Haus der Kantone”, “Vorschlag des Landkreistags”: a noun with what belongs to it, not “von der …”."""
    inner = [token.word for token in tokens[1:-1] if token.is_particle]
    return len(own) > 1 and ("des" in inner or inner[:1] == ["der"])


def _own(tokens: list[Token]) -> list[Token]:
    """The words of a name without its particles; the last is none where it begins with a capital (Bo Al)."""
    return [
        token
        for token in tokens
        if not token.is_particle or (token is tokens[-1] and token.word[0].isupper() and len(tokens) < 3)
    ]


def _joins_two(tokens: list[Token], at: int, language: Language) -> bool:
    """Whether “y”, “i” or “e” joins two persons, or two things, rather than the last surname to the first."""
    behind = [token for token in tokens[at + 1 :] if not token.is_particle]
    return tokens[at].word not in _JOINING.get(language.code, ()) or at < 2 or len(behind) != 1


def written(person: Person) -> str:
    """A name in its usual order and letters: “DUPONT Marie” is Marie Dupont."""
    own = person.tokens
    capitals = [token for token in own if token.is_capitals and len(token.word) > 2]
    if capitals and len(capitals) < len([token for token in own if not token.is_particle]) and own[0] is capitals[0]:
        count = next((place for place, token in enumerate(own) if not token.is_capitals), len(own))
        own = own[count:] + own[:count]
    name = " ".join(_cased(token.word) if capitals and token.is_capitals else token.word for token in own)
    return _ELIDED.sub("", name)


def _cased(word: str) -> str:
    """A surname in capitals as it is else written: Dupont-Martin, D’Alema, McDonald."""
    cased = re.sub(r"[^\W\d_]+", lambda part: part.group().capitalize(), word)
    return re.sub(r"\bMc([a-z])", lambda part: f"Mc{part[1].upper()}", cased)
