"""Whose page it is."""

from __future__ import annotations

import re
from collections import Counter
from functools import cache, lru_cache
from itertools import islice

from hansa.reading import names
from hansa.reading.known import is_known, known_in
from hansa.reading.languages import Language, all_languages, alternatives, languages
from hansa.reading.languages.standing import words_in
from hansa.reading.sentences import standing

ENOUGH = 20_000
LONG = 5
MOST_WORDS = 3
MOST_PARTS = 4
FEWEST_TIMES = 2
MOST_TRIED = 20
OFTEN = 4
MOST_PLACES = 400
LONG_INITIALS = 3
_ENDINGS = {"fylkeskommune": ("fylkes", "kommune"), "regionen": ("region",), "kommune": ("kommune",)}  # of compounds
NEAR = 30  # letters behind a name
# Finnish genitives whose stems change, with the nominatives: “Lahden”, “Lahti”.
_STEMS = (
    ("hden", "hti"), ("nnan", "nta"), ("rran", "rta"), ("gin", "ki"), ("oen", "oki"), ("reen", "re"), ("leen", "le"),
    ("pin", "ppi"), ("run", "rku"), ("nnen", "nsi"), ("den", "si"),
)  # fmt: skip
_SEAS = frozenset(
    "östersjön nordsjön østersøen nordsøen østersjøen nordsjøen itämeri itämeren ostsee nordsee noordzee oostzee "
    "bałtyk bałtyku baltic atlantic atlantique atlantico atlántico atlântico mediterranean méditerranée "
    "mediterráneo".split()
)
_PARTS = re.compile(r"\s[|–—·:•-]\s|:\s")
_DOMAIN = re.compile(r"\.[a-z]{2,4}\Z")
_CAPITAL = "A-ZÀ-ÖØ-ÞĄĆČĘĽŁŃŚŠŹŻŽ"
_WORD = rf"[{_CAPITAL}][\w'’-]{{1,30}}"
_WITHIN_A_SENTENCE = re.compile(rf"(?<=[a-zà-ÿ,]\s)(?P<name>{_WORD})(?=[\s.,;)])(?!\s{_WORD})")
_AT = r"(?:am|an der|im|in der|la|los|en|sur|sous|ob der|op|aan den)\s"  # within the names of places


def authority_of(introduction: str, text: str, language: Language, heading: str = "") -> str | None:
    """The authority whose page it is: who takes part, in the introduction; the name that comes most often there.

    Else the place in the title that is not all that the page's `heading` says.
    """
    told = _told(introduction, text, language, heading)
    if told is None:
        return None
    told = _in_full(told, text, language)
    title = introduction.partition("\n")[0]
    return _of_two_places(told, title if told in title else text, language)


def _in_full(place: str, text: str, language: Language) -> str:
    """A place as the authority is called there of which a text speaks most often: “Skåne”, of Region Skåne."""
    if " " in place or place.casefold() in language.words["authority_words"]:
        return place
    counted: Counter[str] = Counter()
    for match in islice(_names(language).finditer(text[:ENOUGH].replace("\n", "|")), MOST_PLACES):
        words = " ".join(match.group().split()).split()
        if words[-1][:-1] == place and words[-1][-1] == "s" and "s" in language.words["genitives"]:
            words[-1] = place
        others = [word for word in words if word != place]
        if place in words and len(words) == FEWEST_TIMES and others[0].casefold() in language.words["authority_words"]:
            counted[" ".join(words)] += 1
    (best, most), (_next, fewer) = [*counted.most_common(2), ("", 0), ("", 0)][:2]
    return best if most > fewer and most >= FEWEST_TIMES else place


def _of_two_places(name: str, text: str, language: Language) -> str:
    """The name with the place that “and” always joins to it: “Dale and Firth Council”, “Dal og Fjord fylkeskommune”."""
    if name.rpartition(" ")[2][:1].isupper() and name.split()[0].casefold() in language.words["authority_words"]:
        return name
    joined = rf"(?<![\w-])(?:({_WORD})\s(?:{language.any_of('and')})\s)?{re.escape(name)}(?!\w)"
    found = {at[1] for at in islice(re.finditer(joined, text[:ENOUGH]), MOST_PLACES)}
    (first,) = found if len(found) == 1 else (None,)
    if first is None or first.casefold() in language.countries or is_known(first) or names.is_abbreviation(first):
        return name
    at = text.index(f"{first} ")
    return text[at : text.index(name, at) + len(name)] if _is_place(first, language) else name


def _is_place(word: str, language: Language) -> bool:
    """Whether a word with a capital may be a place, and is no noun for something else."""
    return word.casefold() not in {*_generic(language), *_no_name(language), *language.words["topic_words"]}


def _told(introduction: str, text: str, language: Language, heading: str) -> str | None:
    """Who an introduction, the title, or else the text says takes part; see authority_of."""
    counted: Counter[str] = Counter()
    networks = list(known_in(introduction, 0, ENOUGH))
    for match in _names(language).finditer(introduction[:ENOUGH].replace("\n", "|")):
        if any(first <= match.start() and match.end() <= last for first, last in networks):
            continue  # “Conference of Peripheral Maritime Regions”
        found = _within(" ".join(match.group().split()), language)
        if found[0].isupper() and not found.isupper() and not _is_generic(found, language):
            counted[found] += 3 if _active(language).match(introduction, match.end()) else 1
    if not counted:
        title = introduction.partition("\n")[0]
        told = _place_in_title(title, heading, text, language) or _who_belongs(text, language)
        return told or _named_often(text, language) or _often(text, language) or _once_in_full(text, language)
    best, _count = counted.most_common(1)[0]
    best = re.sub(r"['’]s\Z", "", best)
    genitive = best[:-1] if best.endswith("s") and counted.get(best[:-1]) else best
    return genitive if genitive == best or any(standing(genitive, text, joining="_")) else best


def _place_in_title(title: str, heading: str, text: str, language: Language) -> str | None:
    """The place that a page's title ends or begins with and its text speaks of: “Networks – Berlin.de”."""
    for part in reversed(_PARTS.split(title.rstrip("."))[:MOST_PARTS]):
        of_network = any(span == (0, len(part)) for span in known_in(part, 0, len(part)))
        bare = "" if part == heading or of_network else _DOMAIN.sub("", part)
        words = [word for word in bare.split() if word.casefold() not in _generic(language)]
        for count in range(min(MOST_WORDS, len(words)), 0, -1):
            name = " ".join(words[-count:])
            name = name.title() if name.isupper() else name
            is_name = name != heading and all(word[0].isupper() and word.isalpha() for word in name.split())
            is_place = is_name and not is_known(name) and not language.has(name, "organisation_words", "contact")
            found = [at + len(name) for at in standing(name, text, ENOUGH)] if is_place else []
            belongs = any(language.has(text[end : end + NEAR], "takes_part", "member_words") for end in found)
            if belongs or len(found) >= (FEWEST_TIMES if count < len(words) else 1):
                return name
    return None


def _who_belongs(text: str, language: Language) -> str | None:
    """Who is said to belong somewhere: “Westsea County has belonged to it since …”, or is spoken of more than once."""
    for match in islice(_names(language).finditer(text[:ENOUGH].replace("\n", "|")), MOST_TRIED):
        name = " ".join(match.group().split())
        is_name = name.rpartition(" ")[2][0].isupper() or name[0].isupper()  # “gemeente Zandwijk”, “Sunde kommun”
        is_name = is_name and not name.isupper() and _belongs(language).match(text, match.end()) is not None
        if is_name and not _is_generic(name, language) and not is_known(name):
            return name
    for match in islice(_belonging(language).finditer(text[:ENOUGH].replace("\n", "|")), MOST_TRIED):
        within = next(_names(language).finditer(match["name"]), None)
        name = within.group() if within else match["name"]
        plain = {*_generic(language), *language.function_words, *language.words["subjects"]}
        is_name = not any(word.casefold() in plain for word in re.split(r"\s(?:\w{1,3}\s)?", name))
        of_others = ("organisation_words", "member_words", "topic_words", "titles", "honours")
        is_place = is_name and not is_known(name) and not language.has(name, *of_others)
        often = text.count(name, 0, ENOUGH) >= FEWEST_TIMES or _names(language).fullmatch(name) is not None
        if is_place and not names.is_abbreviation(name) and often:
            return name
    return None


def _within(name: str, language: Language) -> str:
    """An authority's name without what stands before it or is said twice: “Logo City of Westsea City of …”."""
    words = name.split()
    places = [place for place, word in enumerate(words) if word.casefold() in language.words["authority_words"]]
    if len(places) > 1 and places[0] + 1 < places[1] and words[places[0]] == words[places[1]]:
        return " ".join(words[places[0] : places[1]])
    return name


def _named_often(text: str, language: Language) -> str | None:
    """The authority that a text names twice or more, and more often than any other: on a page about one network."""
    named = (" ".join(match.group().split()) for match in islice(_names(language).finditer(text[:ENOUGH]), MOST_PLACES))
    plain = (name for name in named if name[0].isupper() and not name.isupper() and not _is_generic(name, language))
    counted = Counter(name for name in plain if not is_known(name))
    (best, most), (_next, fewer) = [*counted.most_common(2), ("", 0), ("", 0)][:2]
    return best if most >= FEWEST_TIMES and most > fewer else None


def _often(text: str, language: Language) -> str | None:
    """The place that a text names again and again within its sentences: “…, and Westsea has a seat on it”."""
    if language.capital_nouns:
        return None
    counted = Counter(match["name"] for match in islice(_WITHIN_A_SENTENCE.finditer(text[:ENOUGH]), MOST_PLACES))
    plain = {*_generic(language), *language.countries, *language.words["continents"], *language.words["subjects"]}
    plain |= _SEAS
    for name in [name for name in counted if name.casefold() in plain or names.is_abbreviation(name) or is_known(name)]:
        del counted[name]
    (best, most), (_next, fewer) = [*counted.most_common(2), ("", 0), ("", 0)][:2]
    is_one = (
        most >= OFTEN
        and most >= 2 * fewer
        and not any(one.has(best, "organisation_words", "titles") for one in (language, languages()["en"]))
    )
    return best if is_one else None


def _once_in_full(text: str, language: Language) -> str | None:
    """The authority that a text names in full, and by the place alone besides: “the city of Westsea”, “Westsea”."""
    counted: Counter[str] = Counter()
    for match in islice(_names(language).finditer(text[:ENOUGH]), MOST_PLACES):
        name = " ".join(match.group().split())
        if is_known(name) or name.isupper() or _is_generic(name, language) or name in counted:
            continue
        short = next((one for one in called(name, language)[1:2] if one in name and one[0].isupper()), "")
        if short and not is_known(short) and short.casefold() not in _SEAS and not names.is_abbreviation(short):
            counted[name] = sum(1 for _at in standing(short, text, ENOUGH))
    (best, most), (_next, fewer) = [*counted.most_common(2), ("", 0), ("", 0)][:2]
    return best if most > FEWEST_TIMES and most > fewer else None


@cache
def _belonging(language: Language) -> re.Pattern[str]:
    return re.compile(
        rf"(?<![\w-])(?P<name>{_WORD}(?:[ ](?:\w{{1,3}}[ ])?{_WORD}){{0,2}})(?:\s\([A-ZÀ-Þ]{{2,6}}\))?"
        + _belongs(language).pattern
    )


@cache
def _belongs(language: Language) -> re.Pattern[str]:
    """A verb behind a name that says that it belongs somewhere."""
    joined = (cue.partition(" ")[0] for cue in language.words["since"])
    verbs = alternatives(verb for verb in (*language.words["takes_part"], *joined) if len(verb) >= LONG)
    member = re.escape(next(iter(language.words["member_words"]), "-"))
    members = (
        rf"[a-zà-ÿ]{{2,9}}\s(?:(?!\d{{2,3}}\s)[\w.]{{1,12}}\s){{0,4}}(?i:{member})\w{{0,4}}"  # “became a member in”
    )
    return re.compile(rf"\s(?:(?i:{verbs})|{members})(?!\w)")


def _is_generic(found: str, language: Language) -> bool:
    """Whether the words are no authority's name: “our region”, “European regions”, “Baltic Sea Region”, in German “die
    Stadt Mitglied”."""
    words = [word.lower() for word in found.split()]
    last = found.rpartition(" ")[2]
    if not _SEAS.isdisjoint(words) or (len(last) >= LONG_INITIALS and last.isupper() and not found.isupper()):
        return True  # “the government of the AER”
    if words[0] in _posts(language) and len(words) > 1:
        return True  # Polish “Sekretarz Gminy”
    return any(word in _generic(language) for word in words[:-1]) or words[-1] in _no_name(language)


@cache
def _posts(language: Language) -> frozenset[str]:
    """What holders of a post are called, which no authority's name begins with: “Mayor”."""
    names = {word for name in language.words["authority_words"] for word in name.split()}
    return frozenset((*language.words["titles"], *language.words["honours"])) - names


@cache
def _generic(language: Language) -> frozenset[str]:
    """Words that no authority's name begins with: “our”, “European”."""
    particles = set(re.findall(r"\w+", _AT)) | {part for word in all_languages().words["of"] for part in word.split()}
    names = {word for name in language.words["authority_words"] for word in name.split()}
    return (frozenset(language.words["generic"]) | language.function_words) - particles - names


@cache
def _no_name(language: Language) -> frozenset[str]:
    """Nouns that may stand behind “the city” and are not its name, where nouns have capitals."""
    cues = ("member_words", "organisation_words", "chair", "vice-chair", "secretariat", "titles", "unit_words")
    return frozenset(word for cue in cues for word in language.words[cue]) - {
        word for name in language.words["authority_words"] for word in name.split()
    }


@cache
def _names(language: Language) -> re.Pattern[str]:
    """“Region Westsea”, “Westsea County Council”, “Comune di Marovest”, or, where a language builds them so, one
    compound word."""
    words, endings = language.any_of("authority_words"), language.any_of("authority_endings")
    no_name = alternatives({*language.function_words, *_posts(language)})  # “Marszałek (Województwa …)”
    first = rf"(?!(?i:{no_name})\s){_WORD}"
    of = all_languages().joining("of")
    return re.compile(
        rf"(?:(?:{first}\s){{0,3}}(?:{_WORD}(?:{endings})|[{_CAPITAL}]?(?:{endings}))(?=s?\b)"
        rf"|\b(?i:{words})\s(?:{of})?{_WORD}(?:\s(?:{_AT}|{of})?{_WORD}){{0,2}}(?:\s(?:{words})(?!\w))?"
        rf"|(?:{first}\s){{1,3}}(?i:{words})\b)"
    )


@cache
def _active(language: Language) -> re.Pattern[str]:
    return re.compile(rf",?\s(?:{language.any_of('takes_part')})\b", re.I)


@lru_cache(maxsize=256)  # one rule after another asks it of a sentence
def speaks_of_us(words: str, language: Language, authority: str | None) -> bool:
    """Whether words speak of the authority: by its name, as “the region”, or as “we”, be it a verb's ending."""
    if language.has(words, "we", "we_subject", "our"):
        return True
    if ends_in_we(words, language):
        return True
    return any(name in words for name in (*called(authority, language), *_places(authority, language)))


@cache
def _places(authority: str | None, language: Language) -> tuple[str, ...]:
    """The place in an authority's name where small words stand within it: “Santa Iria do Mar”, “Harsleben an der Ilm”;
    and what stands before them."""
    words = (authority or "").split()
    plain = {word for name in language.words["authority_words"] for word in name.split()}
    plain |= {*language.words["articles"], *language.function_words}
    while words and (words[0].casefold() in plain or not words[0][0].isupper()):
        words = words[1:]
    small = next((place for place, word in enumerate(words) if word[0].islower()), 0)
    before = " ".join(words[:small])
    full = (" ".join(words),) if small else ()
    return (*full, before) if len(before) > LONG else full


def is_us(words: str, language: Language, authority: str | None) -> bool:
    """Whether words are but the authority: its name, or “the region”."""
    return words in called(authority, language) or language.pattern("we_subject").fullmatch(words) is not None


def ends_in_we(words: str, language: Language) -> bool:
    """Whether a verb among the words ends as one of “we”: Italian “deteniamo la presidenza”."""
    endings = tuple(language.words["we_endings"])
    return bool(endings) and any(len(word) > LONG and word.endswith(endings) for word in words_in(words))


def names_another(words: str, language: Language, authority: str | None) -> bool:
    """Whether words name an authority that is not this one."""
    own = called(authority, language)
    every = (" ".join(match.group().split()) for match in _names(language).finditer(words))
    return any(
        name[0].isupper() and not _is_generic(name, language) and not any(one in name or name in one for one in own)
        for name in every
    )


@cache
def called(authority: str | None, language: Language) -> tuple[str, ...]:
    """What a page calls its authority: “Westsea County Council”, and by the place alone, “Westsea”."""
    if not authority:
        return ()
    plain = {word for name in language.words["authority_words"] for word in name.split()}
    plain |= {*language.words["articles"], *language.function_words}
    words = [word for word in authority.split() if word.casefold() not in plain]
    while words and not words[0][0].isupper():
        words = words[1:]
    short = " ".join(words)
    initials = _initials(authority, language)
    if len(short) <= 3 or short == authority:
        return (authority, *initials)
    if len(short) <= LONG:  # in a language without articles names have cases: “Oulun”, “Oulu”
        inflected = short.endswith("n") and len(short) == LONG and not language.words["articles"]
        return (authority, short, short[:-1], *initials) if inflected else (authority, short, *initials)
    other = (f"{short[:-2]}i",) if short.endswith("en") and len(short) > LONG + 2 else ()  # “Selkämeren”, “Selkämeri”
    stems = (short[: -len(case)] + end for case, end in _STEMS if short.endswith(case) and len(short) > len(case))
    other = (*other, *stems)
    return authority, short, short[:-1], *other, *initials  # “Rantalan”, “Rantala”


def _initials(authority: str, language: Language) -> tuple[str, ...]:
    """What an authority of a long name is called in short: “VTFK”, of “Vestfold og Telemark fylkeskommune”."""
    short = ""
    for word in authority.split():
        if word.casefold() in language.function_words:
            continue
        ending = next((end for end in _ENDINGS if word.casefold().endswith(end)), "")
        first = word[: len(word) - len(ending)]
        short += (first[:1] + "".join(part[0] for part in _ENDINGS.get(ending, ()))).upper()
    return (short,) if LONG_INITIALS <= len(short) <= LONG else ()


def is_place_of(name: str, own: str) -> bool:
    """Whether a name of one word is the authority's place in another case: “Hiekkasalmi”, of “Hiekkasalmen”."""
    stem = max(LONG, len(name) - 2)
    return " " not in name and len(name) > LONG and own[:stem] == name[:stem]
