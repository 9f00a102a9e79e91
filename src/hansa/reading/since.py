"""Since when a sentence says that the authority is a member: “joined in 2009”, “a member of the network since 2009”."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from hansa.reading import dates
from hansa.reading.languages import Language, alternatives
from hansa.reading.ties import takes_part

_OF_A_PART = ("groups", "board", "chair", "vice-chair", "projects")  # somebody may be in without a membership
_JOINED = ("organisation_words", "subjects", "documents", "decided")  # what may be joined, or tells who resolved it
NEAR_DATE, MOST_BEFORE_DATE = 90, 70  # letters in which a date stands, and before it
NEAR_MEMBER = 90
NEAR_FOUNDED, NEAR_BEHIND = 40, 30
NEXT_WORDS = 4
FEW_FIRST = 6  # words
SHORTEST_ASIDE = 12
FEW_LETTERS = 4  # before “member since”, where nobody is named
Told = tuple[str, int, int, int]  # the date, its place, and where the words for it begin
_KINDS = ("kind_full", "kind_associate", "kind_observer", "kind_partner")
_BRACKET = re.compile(r"\(")
_ABOARD = re.compile(r"on\sboard", re.I)
_ENDS = re.compile(r"\s?(?:[.,;:)]|\Z)")
_DIGIT = re.compile(r"\d")
_COUNTED = re.compile(r"\d\s[^\W\d]{2,20}\s?\Z")
_SIGNS = re.compile(r"[,;:(]")  # “member since 2009, vice-chair Asta Lind (S)”
BEHIND_SIGN = re.compile(r"\(|,\s|\s[–-]\s")
# Not a colon within a word (“ESN:n”), nor an abbreviation in brackets.
_BREAK = r"[;]|:(?!\w)|\((?![A-ZÀ-Þ]{2,8}\))|(?<![A-ZÀ-Þ]{2})\)"
_BREAKS, _BREAKS_OF_NUMBERS = (
    re.compile(rf"{_BREAK}|\."),
    re.compile(rf"{_BREAK}|(?<!\d)(?<!\b[A-Z][a-z])\.(?!\s?[\dº°])"),
)
# The number of a resolution, up to its year: “n. 118/2016”.
_NUMBER = re.compile(r"(?<!\w)(?P<sign>n[.°ºr]{0,2}\s?|no\.?\s|nro\s)?\d{1,4}/(?=(?:19|20)\d\d(?![\d/]))", re.I)
_RANGE = re.compile(r"\s?[–—-]\s?\d")
_ASIDE = re.compile(
    r"(?<=\w\s)(?:[–—-]\s(?:[^–—()-]|(?<=[\w])[–—-](?=\w)){4,100}?\s[–—-](?=\s\w)|\([^()]{4,100}\)(?=\s\w))"
)
_CLAUSE_BEFORE = re.compile(r",\s[^,.;]{4,90},\s\Z")
_GOES_ON = re.compile(r",|\s?[a-z]{0,2}\.?:")


def joined(sentence: str, language: Language, *, listed: bool) -> Told | None:
    """Since when a sentence says that somebody is a member: the date, its place, and where the words for it begin.

    “Joined in 2009”, “member of the network since 2009”, “since 2009 we have been a member”.
    """
    if not _DIGIT.search(sentence):
        return None
    for match in _since(language).finditer(sentence):
        last = end_of(match, language)
        behind = _clause(sentence[last : last + NEAR_DATE], language, numbers=True)
        date = dates.date_in(behind, language)
        if date is None or date[1] > MOST_BEFORE_DATE:
            continue
        aside = match.group().rstrip().endswith(",")  # “joined, in July 2017, the network”
        rest = _SIGNS.split(sentence[last + date[2] :].removeprefix(" r."))[0].partition(". ")[0]
        rest = language.pattern("and").split(rest)[0]
        next_words = " ".join(rest.split()[:NEXT_WORDS])
        told = _ABOARD.sub("", match.group())
        of_a_part = language.has(next_words, *_OF_A_PART) or language.has(told, *_OF_A_PART)
        if of_a_part or language.has(behind[: date[1]], "projects") or _into_a_board(behind[: date[1]], language):
            continue  # “a member of the board since 2020”, “takes part since 2015 in the working group”
        if language.has(sentence[max(0, match.start() - NEAR_BEHIND) : match.start()], "deputy_label"):
            continue  # “has been a substitute member since 2021”, of somebody
        if is_term(behind, date, language):
            return None
        if not (aside and sentence[last + date[2] :][:1] != ","):
            return date[0], last + date[1], last + date[2], match.start()
    if alone := language.pattern("since_words").match(sentence.lstrip(" ,(")):
        begin = len(sentence) - len(sentence.lstrip(" ,(")) + end_of(alone, language)
        date = dates.date_in(_clause(sentence[begin : begin + NEAR_DATE], language, numbers=True), language)
        rest = re.split(r"[;):,]", sentence[begin + date[2] :])[0].strip(" .,") if date else "?"
        rest = "" if rest in (*language.words["of_years"], *language.words["since_behind"]) else rest
        goes_on = bool(date and _GOES_ON.match(sentence, begin + date[2]))  # “Since 1990, it is …”, “In 2017:”
        goes_on = goes_on and not (listed and plain_since(language).fullmatch(alone.group()))  # “since 1990, by a vote”
        if date and len(rest) < 2 and date[1] <= FEW_LETTERS and not goes_on:
            return date[0], begin + date[1], begin + date[2], 0  # “Energy Cities, since 2009”
    said_behind = language.pattern("since_behind") if language.may_have(sentence, "since_behind") else None
    for behind_it in said_behind.finditer(sentence) if said_behind else ():
        near = max(0, behind_it.start() - NEAR_BEHIND)
        date = dates.date_in(sentence[near : behind_it.start()], language)
        if date and not sentence[near + date[2] : behind_it.start()].strip() and language.has(sentence, "member_words"):
            return date[0], near + date[1], near + date[2], near + date[1]
    said = language.pattern("since_words") if language.may_have(sentence, "since_words") else None
    for match in said.finditer(sentence) if said else ():
        last = end_of(match, language)
        date = dates.date_in(sentence[last : last + NEAR_DATE], language)
        if date is None or date[1] > MOST_BEFORE_DATE:
            continue
        verb = language.find(sentence[last + date[2] :], "since", "enters")
        if verb and _of_office(sentence[last + date[2] + verb.end() :], language):
            continue  # “in 2021 the city joined the project”
        near = len(sentence[last : last + date[1]].split()) <= NEXT_WORDS
        end = last + date[2]
        if _ends_behind(sentence[end:], language):
            continue  # “was on its board from 2009 to 2017, and is now a member”
        behind = _clause(sentence[end : end + NEAR_MEMBER], language)
        of_body = language.has(behind, "board", "groups")
        counted = [one.start() for one in language.pattern("member_words").finditer(behind)]
        of_members = any(not any(map(str.isdigit, behind[max(0, at - FEW_LETTERS) : at])) for at in counted)
        belongs = _member_of(language).search(behind) or (near and takes_part(language).search(behind))
        are_part = language.has(behind, "part_of", "one_of", "bears") and language.has(behind, "we", "we_subject")
        if not of_body and (of_members or belongs or are_part):
            return date[0], last + date[1], end, match.start()
    return _before_joining(sentence, language)


def _ends_behind(behind: str, language: Language) -> bool:
    """Whether right behind a date it is told until when: “(from 2009) to 2017”."""
    ends = language.pattern("until_words").match(behind.lstrip())
    return ends is not None and _DIGIT.match(behind.lstrip()[ends.end() :].lstrip()) is not None


def end_of(match: re.Match[str], language: Language) -> int:
    """Where the words for “since” end: before a month that a case makes “since” of, Finnish “toukokuusta 2014”."""
    words = match.group().rstrip()
    *_others, last = words.rsplit(None, 1) or [""]
    return match.start() + len(words) - len(last) if last.casefold() in dates.month_names(language) else match.end()


def in_effect(sentence: str, language: Language) -> Told | None:
    """Of a sentence that tells when the membership was decided as well, since when it stands: “… decided in June 1998;
    membership began on 1 January 1999”."""
    if not language.has(sentence, "decided"):
        return None
    found = dates.dates_in(sentence, language)
    if len(found) < len(("decided", "in effect")):
        return None
    edtf, start, end = found[-1]
    between = sentence[found[-2][2] : start]
    resolved = language.find(between, "decided")
    around = f"{between[resolved.end() if resolved else 0 :]} {sentence[end:].lstrip()[:NEAR_FOUNDED]}"
    if language.has(_clause(sentence[end : end + NEAR_DATE], language), *_OF_A_PART):
        return None  # “by resolution of 3 May 1994, and since 2023 the mayor has sat on the board”
    if resolved and not language.has(around, "in_effect", "since"):
        return None  # “a member since 1995, by resolution of 3 May 1994”
    return (edtf, start, end, start) if language.has(around, "in_effect", "since_words", "since") else None


def in_brackets(sentence: str, language: Language, *, listed: bool) -> Told | None:
    """“Mayors for Peace (since 2009)”, “…, in the class of crafts, since 31 October 2023”."""
    for match in (BEHIND_SIGN if listed else _BRACKET).finditer(sentence):
        if _COUNTED.search(sentence, 0, match.start()):
            continue  # “with 61 towns (as of April 2021)”
        if since := language.pattern("since_words").match(sentence, match.end()):
            date = dates.date_in(sentence[since.end() : since.end() + NEAR_DATE], language)
            ends = date and re.match(r"\s?[^\W\d]{0,2}\.?\s?(?:[);,.:]|\Z)", sentence[since.end() + date[2] :])
            if date and date[1] <= FEW_LETTERS and ends:
                return date[0], since.end() + date[1], since.end() + date[2], since.start()
    return None


def _before_joining(sentence: str, language: Language) -> Told | None:
    """“In 2016, the county joined …”: the one date before the verb."""
    if not language.may_have(sentence, "since", "enters"):
        return None
    if parted := _parted(language).search(sentence):
        within = dates.date_in(parted.group(), language)
        office = _of_office(sentence[parted.end() :], language) or language.has(parted.group(), "board", "chair")
        office = office or language.has(parted.group(), "projects")
        if within and not office:  # “The city became in 2016 a member of”, in the order of Danish
            return within[0], parted.start() + within[1], parted.start() + within[2], parted.start()
    verb = language.find(sentence, "since", "enters") or parted
    if verb is None or language.has(verb.group(), "board", "chair"):
        return None
    near = max(0, verb.start() - NEAR_DATE)
    found = dates.dates_in(sentence[near : verb.start()], language)
    if not found or dates.date_in(sentence[verb.end() :], language) or _of_office(sentence[verb.end() :], language):
        return None
    resolved = len(found) > 1 and language.has(sentence[near : near + found[-1][1]], "decided", "to_join", "applied")
    date = found[-1 if resolved else 0]  # “decided in April to join, and in May was admitted”
    if is_term(sentence[near:], date, language):
        return None
    return date[0], near + date[1], near + date[2], near + date[1]


def only_date(sentence: str, language: Language) -> Told | None:
    """The one date of a sentence that says that somebody joined, in the clause that says so: “2007, in the year of the
    award, we were admitted”; that it was decided, of a membership; or what status it has, “obtained in 2021”."""
    found = dates.dates_in(sentence, language)
    if len(found) != 1 or is_term(sentence, found[0], language):
        return None
    edtf, start, end = found[0]
    breaks = sorted(m.start() for m in (*_BREAKS_OF_NUMBERS.finditer(sentence), *breaking(sentence, language)))
    first = max((at for at in breaks if at < start), default=0)
    last = min((at for at in breaks if at >= end), default=len(sentence))
    if not first and len(sentence[:last].split()) <= FEW_FIRST:
        last = min((at for at in breaks if at > last), default=len(sentence))  # “It was in 2008 that we joined”
    clause = sentence[first:last]
    before = sentence[first:start]
    if "," in before and language.has(before, "since", "enters") and not _ENDS.match(sentence, end):
        return None  # “was admitted, in September 2011 it received its deed”
    said = says_joined(clause, language) and not _into_a_board(clause, language)
    decided = language.has(clause, "decided", "documents") and language.has(clause, "member_words", "since", "to_join")
    is_status = language.has(clause, "gained") and language.has(sentence, *_KINDS)
    is_status = is_status or _is_approved(clause, language)
    return (edtf, start, end, start) if said or decided or is_status else None


def _is_approved(clause: str, language: Language) -> bool:
    """Whether it is told that somebody was approved as a member: “received its formal approval as a Cittaslow”."""
    gained = language.find(clause, "gained")
    approved = language.find(clause[gained.end() :], "approval") if gained else None
    behind = clause[gained.end() :][approved.end() :] if gained and approved else ""
    return language.has(behind, "member_words", "bears", "subjects")


def says_joined(words: str, language: Language) -> bool:
    """Whether words say that somebody joined, be the verb in two parts: “sloot zich bij het netwerk aan”."""
    return language.has(words, "since", "enters") or _parted(language).search(words) is not None


def _of_office(behind: str, language: Language) -> bool:
    """Whether the words behind a verb say that it was a body of the organisation that somebody came into."""
    words = behind.split()[:NEXT_WORDS]
    if not language.capital_nouns:
        words = [word for word in words if not word[0].isupper()]  # not of its name
    return language.has(" ".join(words), "board", "chair", "groups", "projects")


def _into_a_board(words: str, language: Language) -> bool:
    """Whether it was a board that somebody came into, rather than a network: “entered the executive board in 2019”."""
    words = language.pattern("and").split(words)[0]
    board = language.find(words, "board")
    return board is not None and not language.has(words[: board.start()], *_JOINED)


def is_term(words: str, date: tuple[str, int, int], language: Language) -> bool:
    """Whether a date in some words is the end of something, or but its beginning: “until 2015”, “in 2010–2012”."""
    before = max(0, date[1] - NEAR_BEHIND)
    ends = any(cue.end() == date[1] for cue in until(language).finditer(words, before, date[1]))
    return bool(ends or _RANGE.match(words, date[2]))


@cache
def until(language: Language) -> re.Pattern[str]:
    """“Until ”, right before a date: not the words that also stand for “at” (French “au 1er janvier”)."""
    words = set(language.words["until_words"]).difference(dates.JOINS_ONLY)
    return re.compile(rf"(?<!\w)(?:{alternatives(words)})\s", re.I)


def _clause(words: str, language: Language, numbers: bool = False) -> str:
    """Words up to where another clause begins; with `numbers`, a dot behind a digit (“1. März”) ends none."""
    breaks = [m.start() for m in (_BREAKS_OF_NUMBERS if numbers else _BREAKS).finditer(words)]
    breaks += [m.start() for m in breaking(words, language)]
    return words[: min(breaks, default=len(words))]


def breaking(words: str, language: Language) -> Iterator[re.Match[str]]:
    """The words with which another clause begins; none before a member: Danish “kom ind som medlem”, “optaget
    som en af de første”."""
    for found in language.pattern("breakers").finditer(words):
        if not language.pattern("member_words", "one_of", *_KINDS).match(words, found.end() + 1):
            yield found


def without_founding(sentence: str, language: Language) -> str:
    """A sentence, of one length, without the digits of when the organisation was founded: “founded in 1992”."""
    for verb in language.pattern("founded_verbs").finditer(sentence):
        if language.has(sentence[max(0, verb.start() - NEAR_BEHIND) : verb.start()], "since_words", "to_join"):
            continue  # “a member since it began in 1989”, “our membership goes back to 1989”
        date = dates.date_in(
            _clause(sentence[verb.end() : verb.end() + NEAR_FOUNDED], language, numbers=True), language
        )
        if date and not language.has(sentence[verb.end() : verb.end() + date[1]], "since", "member_words"):
            first, last = verb.end() + date[1], verb.end() + date[2]
            sentence = sentence[:first] + _DIGIT.sub(" ", sentence[first:last]) + sentence[last:]
    return sentence


def without_breaks(sentence: str, language: Language) -> str:
    """A sentence, of one length, without what is set between dashes or in brackets and tells from when until when:
    “a member – with a break from 2009 to 2012 – since 1998”; nor what only tells a name: “(the Mayors' Covenant)”."""
    for found in _ASIDE.finditer(sentence):
        if dates.joint_in(found.group(), language) or _only_calls(found.group(), language):
            sentence = sentence[: found.start()] + " " * len(found.group()) + sentence[found.end() :]
    for since in plain_since(language).finditer(sentence) if "," in sentence else ():
        before = _CLAUSE_BEFORE.search(sentence, max(0, since.start() - NEAR_DATE), since.start())
        if before and _only_calls(before.group(), language):
            sentence = sentence[: before.start()] + " " * len(before.group()) + sentence[before.end() :]
    return sentence


def _only_calls(aside: str, language: Language) -> bool:
    """Whether what is set apart only tells what something is or was called: “, formerly the Conference of Cities, ”."""
    if _DIGIT.search(aside) or len(aside) < SHORTEST_ASIDE:
        return False
    return not language.has(aside, *_OF_A_PART, "represents", "member_words", "deputy_label", "since", "enters", "left")


def without_numbers(sentence: str, language: Language) -> str:
    """A sentence, of one length, without the numbers of resolutions before their year: “by resolution 118/2016”; and
    those that count what is no year: “1900 municipalities have joined”."""
    for number in _counting(language).finditer(sentence):
        before = sentence[max(0, number.start() - NEAR_BEHIND) : number.start()].rstrip()
        if any(cue.end() == len(before) for cue in language.pattern("since_words").finditer(before)):
            continue  # Finnish “vuonna 2012 maan viidenneksi”
        sentence = sentence[: number.start()] + " " * len(number.group()) + sentence[number.end() :]
    for number in _NUMBER.finditer(sentence):
        before = sentence[max(0, number.start() - NEAR_BEHIND) : number.start()]
        if number["sign"] or language.has(before, "decided", "documents"):
            sentence = sentence[: number.start()] + " " * len(number.group()) + sentence[number.end() :]
    return sentence


def without_years_of_budgets(sentence: str, language: Language) -> str:
    """A sentence, of one length, without the years for which something is but decided: “confirmed its membership for
    2022 too”."""
    for year in _for_the_year(language).finditer(sentence) if language.has(sentence, "for_the_year") else ():
        sentence = sentence[: year.start("year")] + _DIGIT.sub(" ", year["year"]) + sentence[year.end("year") :]
    return sentence


@cache
def _for_the_year(language: Language) -> re.Pattern[str]:
    year = r"(?:19|20)\d\d(?:\s?[–—-]\s?(?:\d\d){1,2})?"  # “2022”, “2021–2027”
    return re.compile(rf"(?<!\w)(?:{language.any_of('for_the_year')})\s(?P<year>{year})(?!\d)", re.I)


@cache
def _counting(language: Language) -> re.Pattern[str]:
    return re.compile(
        rf"(?<![\w.])(?:1[5-9]|20)\d\d(?=\s(?:{language.any_of('member_people', 'country_nouns')})(?!\w))", re.I
    )


@cache
def plain_since(language: Language) -> re.Pattern[str]:
    """“Since”: not the words that also stand before what happened once, such as “in”."""
    words = set(language.words["since_words"]).difference(language.words["once"])
    return re.compile(rf"(?<!\w)(?:{alternatives(words)})(?:(?<=['’])|(?!\w))\s?", re.I)


@cache
def _member_of(language: Language) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{language.any_of('member_of')})(?:(?<=['’])|(?!\w))", re.I)


@cache
def _parted(language: Language) -> re.Pattern[str]:
    """“Became … member”, with the subject between, as where a date begins the sentence: “I 2003 ble byen medlem av”."""
    cues = (*language.words["since"], *language.words["enters"])
    pairs = [(re.escape(verb), word) for verb, _space, word in (cue.rpartition(" ") for cue in cues) if verb]
    nouns, particles = language.words["member_words"], language.words["particles"]
    between = r"\s(?:(?:[^\s,;:.()]+|\d{1,2}\.)\s){1,8}?"
    parted = [rf"{verb}{between}{noun}" for verb, noun in pairs if noun in nouns and " " not in verb]
    parted += [rf"{verb}{between}med\si" for verb, word in pairs if word == "med"]  # “2015 kom kommunen med i”
    parted += [rf"{verb}{between}{word}" for verb, word in pairs if word in particles]  # “trad in 2011 toe”
    return re.compile(rf"(?<!\w)(?:{'|'.join((*parted, _with_subject(language)))})(?!\w)", re.I)


@cache
def _since(language: Language) -> re.Pattern[str]:
    """“Joined in”, or “member of the network since”, with no clause between."""
    short = r"\([A-ZÀ-Þ]{2,8}\)|:(?=\w)"
    if not language.capital_nouns:  # “… of towns, Healthy Cities, since 2009”
        short += rf"|,(?=\s(?:[A-ZÀ-Þ]|(?:{language.any_of('since_words')})(?!\w)))"
    within = rf"(?:(?!(?<!\w)(?:{language.any_of('breakers')})(?!\w))(?:\s{{2,99}}+|[^,;:.()]|{short})){{0,60}}?"
    member = rf"(?:{language.any_of('member_words')})(?!\w){within}\s(?:{language.any_of('since_words')})"
    belongs = rf"{takes_part(language).pattern}(?:\s[\w’'-]+){{0,4}}?\s{{1,99}}(?:{language.any_of('since_words')})"
    plain = set(language.words["since_words"]).difference(language.words["once"])
    bears = rf"(?:{language.any_of('bears')})(?!\w){within}\s(?:{alternatives(plain)})"
    told = "|".join((language.any_of("since", "enters"), member, bears, belongs, _with_subject(language)))
    return re.compile(rf"(?<!\w)(?:{told})(?:(?<=['’])|,?\s)", re.I)


def _with_subject(language: Language) -> str:
    """The words for joining with a word or three behind the verb, the subject or an adverb: “meldte byen sig ind”, “a
    par ailleurs rejoint”."""
    no_verbs = ("since_words", "member_words", "of", "for", "in", "by", "with", "and", "articles", "our", "its")
    little = {word for cue in no_verbs for word in language.words.get(cue, ())}
    rests: dict[str, set[str]] = {}
    for cue in (*language.words["since"], *language.words["enters"]):
        verb, _space, rest = cue.partition(" ")
        begin, joined_to, last = rest.rpartition(" ")  # “slutta (Vik) seg til”
        plain = last not in little - set(language.words["member_words"]) or (joined_to and begin not in little)
        if rest and verb not in little and plain:
            rests.setdefault(verb, set()).add(rest)
    told = (rf"{re.escape(verb)}(?:\s[\w’'-]+){{1,3}}?\s(?:{alternatives(rest)})" for verb, rest in rests.items())
    return "|".join(told) or "(?!)"
