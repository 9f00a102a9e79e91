"""What stands around a number that counts an organisation's members or countries, in every language."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from hansa.reading.languages import Language, alternatives
from hansa.reading.numbers import TOKEN, Number, numbers_in
from hansa.reading.types import Span

FEW_WORDS = 6
MOST_WORDS_BETWEEN = 5
NEAR_ONE = 40  # letters
SHORT = 4  # letters, of “in”
STEM, LONGEST_CASE = 4, 4  # letters
NEAR_VERB = 60  # letters
_CAPITAL = "A-ZÀ-ÖØ-ÞĄĆČĘĽŁŃŚŠŹŻŽ"
NAMED = re.compile(rf"[{_CAPITAL}][\w'’-]{{2,30}}(?:\s[{_CAPITAL}][\w'’-]{{2,30}}){{0,2}}")
_MORE_LANDS = re.compile(rf",?\s(?:[^\W\d]{{1,5}}\s){{0,2}}[{_CAPITAL}]")  # “(in Sweden), Norway and”
_EACH = re.compile(r"\w+")
_NOTHING_BEHIND = re.compile(r"\s?(?:[.;,)]|\Z)(?!\d)")
_ELIDED = re.compile(r"\A\s?[^\W\d]{1,3}['’]")  # “L'Italia”
_TWINS = r"partner|v[äe]n|zuster|ystävyys"  # towns twinned with the authority's own


@cache
def nouns(language: Language) -> re.Pattern[str]:
    """A noun that tells what is counted, after at most a few words; it may be a compound (“kustgemeenten”)."""
    between = rf"(?P<between>(?:\s{{1,2}}(?:[\w’'-]{{1,30}},?|bzw\.)){{0,{MOST_WORDS_BETWEEN}}}?)"
    return re.compile(
        rf"{between}\s{{1,2}}(?:(?P<countries>{language.any_of('country_nouns')})"
        rf"|(?P<members>{language.any_of('member_nouns')})"
        rf"|(?P<people>(?!{_TWINS})(?:\w{{1,15}}-?)?(?:{language.any_of('member_people')})))(?!\w)",
        re.I,
    )


@cache
def apart(language: Language) -> re.Pattern[str]:
    """A verb and its particle with the subject between, at the end of some words: Danish “består C40 af”."""
    pairs = (cue.split() for cue in language.words["consists"] if len(cue.split()) == len(("verb", "particle")))
    parted = "|".join(rf"{re.escape(verb)}(?:\s[\w’'-]+){{1,4}}?\s{re.escape(particle)}" for verb, particle in pairs)
    return re.compile(rf"(?<!\w)(?:{parted or '(?!)'})\s*\Z", re.I)


@cache
def behind(language: Language, cue: str) -> re.Pattern[str]:
    """A verb behind a noun, and behind what is counted together with it: “(1,500 cities) and towns of Europe form”."""
    word = r"[\w’'-]{3,30}"
    joined = rf"(?:,\s{word}){{0,2}}(?:,?\s(?:{language.any_of('and', 'or')}|&)\s(?:{word}\s)??{word})?"
    return re.compile(rf"{joined}(?:\s\w{{2,4}}\s{word})?{language.adverb}\s(?:{language.any_of(cue)})(?!\w)", re.I)


@cache
def plus(language: Language) -> re.Pattern[str]:
    """What more countries are named after: “…, plus Norway”."""
    return re.compile(rf",?\s{{1,2}}(?:{language.any_of('plus')})(?!\w)", re.I)


@cache
def network_of(language: Language) -> re.Pattern[str]:
    """“A transfrontier association of” at the end of a text."""
    words = language.any_of("organisation_words", "subjects")
    of = "of|for|de|di|do|da|von|van|av|af|mit|met|med|with|con|com|avec|z"
    between = "between|mellan|mellem|mellom|zwischen|tussen|entre|tra|fra|między"
    between = rf"(?:{between})(?:\s(?:{language.any_of('definite')}))?"
    word = r"(?:[^\W\d]{1,2}['’])?\w+"
    return re.compile(rf"(?<!\w)(?:{words})(?!\w)(?:,?\s{word}){{0,9}}?,?\s(?:{of}|{between})\s*\Z", re.I)


@cache
def announcing(language: Language, kind: str) -> re.Pattern[str]:
    """The words for a number of something at the end of a text, with a verb and a word or two behind them."""
    counted = {*language.words["member_nouns"], *language.words["member_people"], *language.words["country_nouns"]}
    words = alternatives(word for word in language.words[f"{kind}_label"] if word not in counted)
    told = rf"(?:{words})(?!\w)(?:\s[^\W\d]['’\w]{{0,12}}){{1,4}}"
    # “Mitglieder des Netzes sind derzeit …”, not “of the members …”
    bare = rf"(?:{language.any_of('member_nouns')})(?:\s\w+){{0,2}}\s(?:{language.any_of('is')})(?:\s\w+)?"
    told += rf"|(?:(?<=[,;:–]\s)|(?<!\S)(?<!\S\s)){bare}" if kind == "members" else ""
    if kind == "members":  # Finnish “jäseniä on nykyisin (70)”, French “en regroupe aujourd'hui (140)”
        reached = rf"(?:{language.any_of('reaches')})(?:\s[^\W\d]{{1,6}}){{0,2}}"  # “… in the world has so exceeded”
        told += rf"|(?:{words})(?!\w)(?:\s[^\W\d]['’\w]{{0,12}}){{1,8}}?\s{reached}"
        told += rf"|(?:{language.any_of('members_first')})(?:\s[^\W\d]['’\w]{{0,15}}){{0,5}}"
        verbs = language.any_of("consists", "gathered_in")
        told += rf"|(?:{language.any_of('of_them')})\s(?:{verbs})(?:\s[^\W\d]['’\w]{{0,15}}){{0,4}}"
    return re.compile(rf"(?<!\w)(?:{told})\s\Z", re.I)


def is_among_them(before: str, between: str, language: Language) -> bool:
    """Whether what is counted is that which the speaker is one of, by the words before the number and those between it
    and the noun: “we are one of 120 towns in …”, “together with 120 other towns we …”."""
    if not between.strip() and language.has(before[-NEAR_ONE:], "one_of"):
        return _one_of(language).search(before) is not None
    if not language.has(before[-NEAR_ONE:], "together_with"):
        return False
    other = _together_with(language).search(before)
    return other is not None and (other["other"] is not None or language.has(between, "other"))


@cache
def _one_of(language: Language) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{language.any_of('one_of')})(?:\s\w{{1,12}})??\s*\Z", re.I)


@cache
def _together_with(language: Language) -> re.Pattern[str]:
    together, other = language.any_of("together_with"), language.any_of("other")
    return re.compile(rf"(?<!\w)(?:{together})(?:\s(?P<other>{other}))?\s*\Z", re.I)


@cache
def selected(language: Language) -> re.Pattern[str]:
    """“(130) of the largest”, “(270) of Europe's”, behind a number: the members are some of all."""
    the = rf"(?:{language.any_of('definite')})\s"
    return re.compile(rf"\s{language.joining('out_of')}(?:{the})?(?:{language.any_of('largest')})(?=\s)", re.I)


@cache
def section_of(language: Language) -> re.Pattern[str]:
    """“The German section of …”, with which a sentence begins."""
    nouns = language.any_of("section_words")
    return re.compile(rf"\s{{0,3}}(?:[\w’']{{1,12}}\s){{0,2}}(?:{nouns})\w{{0,3}}\s(?=[a-z])", re.I)


@cache
def with_others(language: Language) -> re.Pattern[str]:
    """“Our cooperation with”, before a number."""
    return re.compile(rf"(?:{language.any_of('cooperation')})\w*\s{language.joining('with')}\Z", re.I)


@cache
def sent_by(language: Language) -> re.Pattern[str]:
    """“Delegates of some” at the end of a text: it is their towns that are counted, of those who came."""
    who = language.any_of("attendees", "delegates")
    of = language.joining("of", "from", "for", "in")
    return re.compile(rf"(?<!\w)(?:{who})\s(?:{of})?(?:[^\W\d]{{1,12}}\s)?\Z", re.I)


@cache
def of_what(language: Language) -> re.Pattern[str]:
    """“(a score) of”, behind a number or a noun."""
    return re.compile(rf"\s{{1,2}}{language.joining('of')}")


@cache
def of_some(language: Language) -> re.Pattern[str]:
    """“(two) of the”, before a number."""
    several = alternatives(words for words in language.words["of"] if " " in words)
    return re.compile(rf"(?<!\w)(?:{several})\s?\Z", re.I)


def counts_founders(sentence: str, number: Number, language: Language) -> bool:
    """Whether a number is of those by whom, or with whom, something was founded: “founded by four towns”, “began with
    six cities”; not “founded in 1990, with 200 towns the largest”."""
    founding = [one.end() for one in language.pattern("founded_verbs", "began").finditer(sentence, 0, number.start)]
    founders = _by_whom(language).search(sentence, max(0, number.start - NEAR_ONE), number.start)
    if not founding or founders is None:
        return False
    between = sentence[founding[-1] : number.start]
    is_made_of = language.has(sentence[max(0, number.start - NEAR_ONE) : founders.start()], "consists")
    return not is_made_of and not language.has(between, "and") and not (founders["with"] and "," in between)


@cache
def _by_whom(language: Language) -> re.Pattern[str]:
    """“(founded) by”, “(began) with”, before a number."""
    return re.compile(
        rf"\s(?:{language.joining('by')}|(?P<with>{language.joining('with')}))(?:(?<=\s)\w{{1,12}}\s)?\Z", re.I
    )


def counts_members(words: str, language: Language) -> bool:
    """Whether the first number in some words counts members, or towns and the like."""
    number = next(numbers_in(words, list(TOKEN.finditer(words)), language), None)
    noun = nouns(language).match(words, number.end) if number else None
    return noun is not None and noun.lastgroup != "countries" and not language.has(noun["between"], "parting", "bodies")


def beside_its_noun(sentence: str, number: Number, language: Language) -> bool:
    """Whether a number stands alone in brackets behind a noun for members: “the member towns (over 100 to date)”."""
    first, last = sentence.rfind("(", 0, number.start), sentence.find(")", number.end)
    if first < 0 or last < 0 or last - first > NEAR_ONE or ")" in sentence[first : number.start]:
        return False
    beside = f"{sentence[first + 1 : number.start]} {sentence[number.end : last]}"
    if language.pattern("nowadays").sub(" ", beside).strip(" .,"):
        return False
    head = sentence[max(0, first - NEAR_ONE) : first].rstrip()
    return _members(language).search(head) is not None


@cache
def _members(language: Language) -> re.Pattern[str]:
    """A noun for members at the end of some words, be it in a compound: “Medlemskommunerna”."""
    stems = alternatives(word for word in language.words["member_words"] if len(word) > SHORT)
    compound = rf"(?:{stems})\w{{3,20}}"
    return re.compile(rf"(?<!\w)(?:{language.any_of('member_nouns', 'members_label')}|{compound})\Z", re.I)


def goes_on(sentence: str, number: Number, earlier: Sequence[Number], language: Language) -> bool:
    """Whether a number without a noun counts what one before it counted: “began with six cities and now has 200”."""
    behind = _NOTHING_BEHIND.match(sentence, number.end)
    near = sentence[max(0, number.start - NEAR_ONE) : number.start]
    verb = next(reversed(list(language.pattern("consists").finditer(near))), None) if behind else None
    between = near[verb.end() :] if verb else ""
    if verb is None or len(between.split()) > MOST_WORDS_BETWEEN or any(map(str.isdigit, between)):
        return False
    if not language.has(sentence[earlier[-1].end if earlier else 0 : number.end + NEAR_ONE], "nowadays"):
        return False
    told = (nouns(language).match(sentence, one.end) for one in earlier)
    return any(noun is not None and noun.lastgroup != "countries" for noun in told)


def has_grown(sentence: str, first: int, later: Span, language: Language) -> bool:
    """Whether a number that ends at a place is of the past, and the later one of now: “began thanks to six towns, and
    today it has 200”."""
    now = language.has(sentence[first : later[1] + NEAR_ONE], "nowadays")
    return now and language.has(sentence[:first], "began", "founded_verbs", "growing")


def clause_before(before: str) -> str:
    """What stands between a number and the last sign that parts it from an earlier clause; “the board, 12 members”."""
    if not any(sign in before for sign in ",;:"):
        return before[-160:]
    pieces = re.split(r"[;:()]|,\s", before[-160:])
    return pieces[-1] if pieces[-1].strip() else " ".join(pieces[-2:])


def last_conjunct(before: str, language: Language) -> str:
    """What stands behind the last “and” where something else was counted before it: “five groups and 24 regions”."""
    joints = list(language.pattern("and").finditer(before))
    if not joints:
        return before
    tokens = list(TOKEN.finditer(before[: joints[-1].start()]))
    counted = next(numbers_in(before[: joints[-1].start()], tokens, language), None)
    last, body = before[joints[-1].end() :], language.find(before[: joints[-1].start()], "bodies")
    if body and language.has(before[: body.start()], "consists", "holds") and language.has(last, "consists"):
        return last  # “has its secretariat in Rennes and represents 150 regions”
    return last if counted and language.has(before[counted.end :], "bodies") else before


def is_part(before: str, after: str, language: Language) -> bool:
    """“some ten of these members”, “of which 12 are towns”: a part, not the whole."""
    return language.has(before, "partial") or language.pattern("partial").match(after.lstrip()) is not None


def two_kinds(between: str, language: Language) -> bool:
    """Whether what stands between a number and its noun is but two adjectives: “129 (German and Dutch) towns”."""
    kinds = _two_kinds(language).fullmatch(between)
    return kinds is not None and kinds[1][-1] == kinds[2][-1]


@cache
def _two_kinds(language: Language) -> re.Pattern[str]:
    return re.compile(rf"\s([^\W\d]{{4,24}})\s(?:{language.any_of('and')})\s([^\W\d]{{4,24}})", re.I)


@cache
def lands_and_others(language: Language) -> re.Pattern[str]:
    """What stands behind a noun for countries that are but regions: “(ten Länder), Provinzen und Kantone”."""
    others = rf"(?:{language.any_of('member_people')})(?!\w)"
    return re.compile(rf"(?:,\s[^\W\d]{{4,24}}){{1,3}}\s(?:{language.any_of('and')})\s{others}", re.I)


def ends_definite(before: str, language: Language) -> bool:
    """Whether words end with an article that points at what was told of before: “the (three regions)”."""
    last = before.split()[-1:]
    return bool(last) and last[0].casefold() in language.words["definite"]


def come_together(before: str, language: Language) -> bool:
    """Whether it is those who come to a meeting that are told of: “600 delegates from”, not “150 million people in”."""
    return language.has(before, "attendees") and not language.has(before, "million_words")


def governs(before: str, between: str, after: str, language: Language) -> bool:
    """Whether what is counted governs the organisation: “led by 12 (elected) cities”, “12 members elected for three
    years”; `before` is its clause, `between` stands before the noun."""
    if language.has(f"{between} {after.partition(' ')[0]}", "voted_in"):
        return True
    for verb in language.pattern("led_by").finditer(before) if language.has(before, "led_by") else ():
        words = before[verb.end() :]
        plain = language.capital_nouns or not any(word[0].isupper() for word in words.split())
        if len(words.split()) <= MOST_WORDS_BETWEEN and plain and not language.has(words, "and", "consists"):
            return True
    return False


def is_of_one_country(sentence: str, before: str, language: Language) -> bool:
    """Whether what is counted is that of a country alone: “Ireland has nine members”, “In Germany, it has 800”, “In our
    country, it has 14”, “all of Finland's six member regions”."""
    first, second = (*_ELIDED.sub("", sentence).casefold().split()[:2], "", "")[:2]
    within = len(first) < SHORT and second.strip(",") in language.countries
    within = within or language.pattern("at_home").match(sentence.lstrip()) is not None
    folded = _ELIDED.sub("", before).casefold().split()
    country, joint = (*folded[:2], "", "")[:2]
    within = within or (country in language.countries and joint not in language.words["and"])
    within = within or (";" in sentence and len(country) < SHORT and joint.strip(",") in language.countries)
    last = folded[-1] if folded else ""
    return within or last in language.countries or last.removesuffix("s").rstrip("’'") in language.countries


def in_one_country(sentence: str, end: int, language: Language, called: Sequence[str]) -> bool:
    """Whether what was counted is told, right behind, to be in a country, and in no other: “15 members in the UK”; not
    of an organisation that is `called` by that country."""
    within = _within(language).match(sentence, end)
    if within is None or _MORE_LANDS.match(sentence, within.end()):
        return False
    land = within["land"].casefold()
    stem = land if language.words["articles"] else land[: max(STEM, len(land) - LONGEST_CASE)]  # “Suomesta”
    if any(one.startswith(stem[:STEM]) for one in language.words["continents"]):
        return False
    known = land in language.countries or (stem != land and any(one.startswith(stem) for one in language.countries))
    return known and not any(stem in name.casefold() for name in called)


def is_of_a_nation(sentence: str, start: int, end: int, language: Language, called: Sequence[str]) -> bool:
    """Whether what is counted is said to be of one nation, before its noun or right behind it: “twelve Swedish
    regions”, “douze régions françaises”; not of an organisation that is `called` so, or is made of them alone."""
    near = f"{sentence[start:end]} {' '.join(sentence[end:].split()[:1])}"
    nation = language.find(near, "nationalities")
    if nation is None or any(nation.group()[:STEM].casefold() in name.casefold() for name in called):
        return False
    before = sentence[:start]
    return not (language.has(before, "consists", "gathered_in") or network_of(language).search(before))


@cache
def _within(language: Language) -> re.Pattern[str]:
    """“ in the UK”, “ dans toute la France”."""
    little = language.any_of("articles", "definite", "all_of")
    within = language.joining("in") if language.words["in"] else ""  # in Finnish, a case
    return re.compile(rf"\s(?:{within})(?:(?i:{little})(?:(?<=['’])|\s))?(?P<land>[{_CAPITAL}][\w-]{{1,20}})(?!\w)")


def more_countries(sentence: str, end: int, language: Language) -> tuple[int, int]:
    """How many countries are named after “plus”, and where the last of them ends."""
    added = plus(language).match(sentence, end)
    if not added:
        return 0, end
    joints = {"", *language.words["plus"], *language.words["and"]}
    count, position = 0, added.end()
    for name in NAMED.finditer(sentence, position, position + 200):
        words = _EACH.findall(sentence[position : name.start()].lower())
        between = " ".join(words)
        bare = " ".join(word for word in words if word not in language.function_words)
        of_little = bare in joints and len(words) < 5
        if not (between in joints or of_little) or name.group().lower() not in language.countries:
            break
        count, position = count + 1, name.end()
    return (count, position) if count else (0, end)


def attended(sentence: str, number: Number, end: int, language: Language) -> bool:
    """Whether it is told of towns that they came to something once: “300 cities attended the last conference”."""
    near = sentence[max(0, number.start - NEAR_VERB) : end + NEAR_VERB]
    return language.has(near, "attended") and not language.has(near, "nowadays", "member_nouns")


def is_bare(sentence: str, before: str, end: int) -> bool:
    """Whether a number and its noun are all that is said: “Some 190 towns, founded in 1980”."""
    few = len(sentence.split()) <= FEW_WORDS
    return len(before.split()) <= 1 and (few or bool(re.match(r"\s*(?:[,;(–]|\.?\s*\Z)", sentence[end:])))


def in_countries(sentence: str, end: int, language: Language) -> bool:
    """Whether it is said soon that what was counted is in several countries: “301 towns in 33 countries”."""
    near = re.split(r"[;:()]|\.\s", sentence[end : end + 100])[0]
    tokens = list(TOKEN.finditer(near))
    number = next(numbers_in(near, tokens, language), None)
    noun = nouns(language).match(near, number.end) if number else None
    return bool(noun and noun.lastgroup == "countries" and not language.has(noun["between"], "parting"))
