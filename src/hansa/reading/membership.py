"""The authority's membership in running text: since when, of which kind, at what fee, whose matter, until when."""

from __future__ import annotations

import re
from functools import cache

from hansa.reading import committees, dates, money
from hansa.reading.belonging import is_former, takes_part
from hansa.reading.facts import Facts, section_rule
from hansa.reading.languages import Language, alternatives
from hansa.reading.outline import Section
from hansa.reading.prose import is_ours, of_another, sentences_of, telling
from hansa.reading.types import Fee, Span

NEAR_DATE, MOST_BEFORE_DATE = 90, 70  # letters in which a date stands, and before it
NEAR_MEMBER = 90
NEAR_FOUNDED, NEAR_BEHIND = 40, 30
NEXT_WORDS = 4
MOST_DATES = 5  # of a sentence
_BRACKET = re.compile(r"\(")
_ABOARD = re.compile(r"on\sboard", re.I)
_DIGIT = re.compile(r"\d")
_BEHIND_SIGN = re.compile(r"\(|,\s|\s[–-]\s")
FEW_LETTERS = 4  # before “member since”, where nobody is named


# What a date in a sentence may be of, when it is not of the membership.
_KINDS = ("full", "associate", "observer")
_OF_OTHER_THINGS = (
    "chair", "vice-chair", "board", "secretariat", "chair_verbs", "represents", "fee_words", "yearly", "bodies",
    "founded_verbs", "contact", "left", "answers_for", "deputy_label", "purpose",
)  # fmt: skip


@cache
def _from(language: Language) -> re.Pattern[str]:
    """“Since”: not the words that also stand before what happened once, such as “in”."""
    words = [word for word in language.words["since_words"] if word not in _ONCE]
    return re.compile(rf"(?<!\w)(?:{alternatives(words)})(?!\w)\s?", re.I)


_OF_YEARS = frozenset(("roku", "r"))  # behind a year, in Polish
# “In”, as what happened once.
_ONCE = frozenset("en em in w le nel vuonna per pr. dès".split()) | {"im jahr", "w roku", "en el año", "no ano"}


@section_rule("membership")
def membership(facts: Facts, section: Section) -> None:
    """Since when the authority is a member, of which kind, and at what fee, where a sentence speaks of it."""
    document, language = facts.document, facts.language
    for span, sentence, _cues in telling(section, document, language, "fee_words", "yearly"):
        if language.has(sentence, "fee_words"):
            _fee(facts, sentence, span)
        elif is_ours(sentence, facts):
            _fee(facts, sentence, span, told=False)
    for span, sentence, _cues in telling(section, document, language, "answers_for"):
        _committee(facts, sentence, span)
    every = sentences_of(section, document, language)
    dated = [one for one in every if _DIGIT.search(one.text)]
    for span, sentence, _cues in sorted(dated, key=lambda one: language.has(one.text, "decided")):
        told = _without_founding(sentence, language)
        has_left = language.has(sentence, "left")
        date = _joined(told, language, listed=section.listed > 0) if not has_left else None
        in_effect = _in_effect(told, language) if not has_left else None
        date = in_effect or date
        known = facts.organisation.membership and facts.organisation.membership.since
        alone = date and (date[3] <= FEW_LETTERS or sentence[: date[3]].rstrip()[-1:] in (";", ",", "–", "-", "(", ":"))
        alone = alone or (in_effect is not None and language.has(sentence, "since", "member_words"))
        if date is None and section.heading is not None and section.heading.kind in ("lead", "mention"):
            date, alone = _in_brackets(sentence, language, listed=section.heading.kind == "lead"), True
        if date and not known and (alone or is_ours(sentence, facts) or _is_signed(sentence, language)):
            facts.membership.since = date[0]
            facts.note("membership.since", (span[0] + date[1], span[0] + date[2]), 0.9)
    for span, sentence, _cues in telling(section, document, language, "left", "formerly", "member_words", "since"):
        _left(facts, sentence, span)
    for span, sentence, _cues in telling(section, document, language, *(f"kind_{kind}" for kind in _KINDS)):
        for kind in _KINDS if is_ours(sentence, facts) else ():
            said = language.find(sentence, f"kind_{kind}")
            if said and not (facts.organisation.membership and facts.organisation.membership.kind):
                facts.membership.kind = kind
                facts.note("membership.kind", (span[0] + said.start(), span[0] + said.end()), 0.85)


@section_rule("membership since, by the only date of the authority's")
def since_by_itself(facts: Facts, section: Section) -> None:
    """“Westsea has been with them since 1995”: where nothing plainer is said, the first such sentence."""
    known = facts.organisation.membership and (
        facts.organisation.membership.since or facts.organisation.membership.until
    )
    for span, sentence, _cues in () if known else telling(section, facts.document, facts.language, "since_words"):
        if not is_ours(sentence, facts):
            continue
        if facts.language.has(sentence, *_OF_OTHER_THINGS) or of_another(sentence, facts):
            continue
        if is_former(sentence, facts.language):
            continue
        for match in _from(facts.language).finditer(sentence):
            date = dates.date_in(sentence[match.end() : match.end() + NEAR_DATE], facts.language)
            breaks = [one.end() for one in facts.language.pattern("breakers").finditer(sentence, 0, match.start())]
            if breaks and not is_ours(sentence[breaks[-1] :], facts):
                continue  # “a member of the union, which has been there since 1990”
            if date and date[1] <= FEW_LETTERS and not dates.date_in(sentence[match.end() + date[2] :], facts.language):
                facts.membership.since = date[0]
                facts.note("membership.since", (span[0] + match.end() + date[1], span[0] + match.end() + date[2]), 0.75)
                return


def _left(facts: Facts, sentence: str, span: Span) -> None:
    """Until when the authority was a member: “We left in 2019”, “was a member from 2002 to 2019”."""
    language = facts.language
    left = language.find(sentence, "left")
    was = language.has(sentence, "formerly") and language.has(sentence, "member_words")
    since, until = dates.span_in(sentence, language)
    for_a_time = since and until and not language.has(sentence, *_OF_OTHER_THINGS)
    for_a_time = for_a_time and language.has(sentence, "member_words", "since", "member_of")
    if not (left or was or for_a_time) or of_another(sentence, facts):
        return
    last = None if left else _last_date(sentence, language)
    if last and language.has(sentence[last[2] : last[2] + NEAR_BEHIND], "through"):
        return  # “till 2018 through the old county council”
    if left:
        told = dates.date_in(sentence[left.end() :], language) or _last_date(sentence[: left.start()], language)
        since, until = None, told[0] if told else None
    if until and not (facts.organisation.membership and facts.organisation.membership.until):
        facts.membership.until = until
        facts.note("membership.until", span, 0.85)
        if since and not facts.membership.since:
            facts.membership.since = since
            facts.note("membership.since", span, 0.8)


def _last_date(words: str, language: Language) -> tuple[str, int, int] | None:
    found = _dates(words, language)
    return found[-1] if found else None


def _dates(words: str, language: Language) -> list[tuple[str, int, int]]:
    """The first few dates in some words, each with its place."""
    found: list[tuple[str, int, int]] = []
    position = 0
    while (date := dates.date_in(words[position:], language)) and len(found) < MOST_DATES:
        found.append((date[0], position + date[1], position + date[2]))
        position = found[-1][2]
    return found


def _committee(facts: Facts, sentence: str, span: Span) -> None:
    """The committee that a sentence says answers for the membership: “The Culture Committee is responsible.”"""
    if facts.organisation.membership and facts.organisation.membership.committee:
        return
    if found := committees.committee_in(sentence, facts.language):
        facts.membership.committee = sentence[slice(*found)]
        facts.note("membership.committee", (span[0] + found[0], span[0] + found[1]), 0.85)


def _fee(facts: Facts, sentence: str, span: Span, told: bool = True) -> None:
    """The fee that a sentence tells: the one amount in it, where it does not go by heads.

    Where the words do not say that it is a fee (`told`), nothing is said of what is none.
    """
    amounts = money.fees_in(sentence, facts.language)
    if len(amounts) > 1:
        amounts = _present(sentence, facts.language) or amounts
    if not amounts and money.goes_by_heads(sentence, facts.language):
        facts.doubt("fee-per-inhabitant", "The fee goes by inhabitants: {words}. It was kept as text only.", span)
    elif len(amounts) != 1:
        facts.doubt("fee-not-understood", "No yearly amount was made of {words}.", span)
    elif not (facts.organisation.membership and facts.organisation.membership.fee):
        facts.membership.fee = amounts[0]
        facts.note("membership.fee", span, 0.85)


# Not a colon within a word (“ESN:n”), nor an abbreviation in brackets.
_BREAK = r"[;]|:(?!\w)|\((?![A-ZÀ-Þ]{2,8}\))|(?<![A-ZÀ-Þ]{2})\)"
_BREAKS, _BREAKS_OF_NUMBERS = re.compile(rf"{_BREAK}|\."), re.compile(rf"{_BREAK}|(?<!\d)\.")
_GOES_ON = re.compile(r",|\s?[a-z]{0,2}\.?:")


def _without_founding(sentence: str, language: Language) -> str:
    """A sentence, of one length, without the digits of when the organisation was founded: “founded in 1992”."""
    for verb in language.pattern("founded_verbs").finditer(sentence):
        if language.has(sentence[max(0, verb.start() - NEAR_BEHIND) : verb.start()], "since_words"):
            continue  # “a member since it began in 1989”
        date = dates.date_in(
            _clause(sentence[verb.end() : verb.end() + NEAR_FOUNDED], language, numbers=True), language
        )
        if date and not language.has(sentence[verb.end() : verb.end() + date[1]], "since", "member_words"):
            first, last = verb.end() + date[1], verb.end() + date[2]
            sentence = sentence[:first] + _DIGIT.sub(" ", sentence[first:last]) + sentence[last:]
    return sentence


def _is_signed(sentence: str, language: Language) -> bool:
    """Whether a sentence tells of somebody in office, and of no office in the organisation: “The mayor signed …”."""
    if language.has(sentence, "chair", "vice-chair", "board", "bodies"):
        return False
    nouns = language.words["member_words"]
    said = (word.group().casefold() for word in language.pattern("honours").finditer(sentence))
    return any(len(word) > FEW_LETTERS and word not in nouns for word in said)


def _joined(sentence: str, language: Language, *, listed: bool) -> tuple[str, int, int, int] | None:
    """Since when a sentence says that somebody is a member: the date, its place, and where the words for it begin.

    “Joined in 2009”, “member of the network since 2009”, “since 2009 we have been a member”.
    """
    if not _DIGIT.search(sentence):
        return None
    if match := _since(language).search(sentence):
        behind = _clause(sentence[match.end() : match.end() + NEAR_DATE], language, numbers=True)
        date = dates.date_in(behind, language)
        aside = match.group().rstrip().endswith(",")  # “joined, in July 2017, the network”
        rest = language.pattern("and").split(behind[date[2] if date else 0 :])[0]
        next_words = " ".join(rest.split()[:NEXT_WORDS])
        told = _ABOARD.sub("", match.group())
        if language.has(next_words, "groups") or language.has(told, "board", "chair", "vice-chair", "groups"):
            date = None  # “a member of the board since 2020”, “takes part since 2015 in the working group”
        if date and date[1] <= MOST_BEFORE_DATE and not (aside and sentence[match.end() + date[2] :][:1] != ","):
            return date[0], match.end() + date[1], match.end() + date[2], match.start()
    if alone := language.pattern("since_words").match(sentence.lstrip(" ,(")):
        begin = len(sentence) - len(sentence.lstrip(" ,(")) + alone.end()
        date = dates.date_in(_clause(sentence[begin : begin + NEAR_DATE], language, numbers=True), language)
        rest = re.split(r"[;):,]", sentence[begin + date[2] :])[0].strip(" .,") if date else "?"
        rest = "" if rest in _OF_YEARS else rest
        goes_on = date and not listed and _GOES_ON.match(sentence, begin + date[2])  # “Since 1990, it is …”, “In 2017:”
        if date and len(rest) < 2 and date[1] <= FEW_LETTERS and not goes_on:
            return date[0], begin + date[1], begin + date[2], 0  # “Energy Cities, since 2009”
    for behind_it in language.pattern("since_behind").finditer(sentence):
        near = max(0, behind_it.start() - NEAR_BEHIND)
        date = dates.date_in(sentence[near : behind_it.start()], language)
        if date and not sentence[near + date[2] : behind_it.start()].strip() and language.has(sentence, "member_words"):
            return date[0], near + date[1], near + date[2], near + date[1]
    for match in language.pattern("since_words").finditer(sentence):
        date = dates.date_in(sentence[match.end() : match.end() + NEAR_DATE], language)
        if date is None or date[1] > MOST_BEFORE_DATE:
            continue
        end = match.end() + date[2]
        behind = _clause(sentence[end : end + NEAR_MEMBER], language)
        of_body = language.has(behind, "board", "groups")
        counted = [one.start() for one in language.pattern("member_words").finditer(behind)]
        of_members = any(not any(map(str.isdigit, behind[max(0, at - FEW_LETTERS) : at])) for at in counted)
        belongs = _member_of(language).search(behind) or takes_part(language).search(behind)
        are_part = language.has(behind, "part_of") and language.has(behind, "we", "we_subject")
        if not of_body and (of_members or belongs or are_part):
            return date[0], match.end() + date[1], end, match.start()
    return _before_joining(sentence, language)


def _in_effect(sentence: str, language: Language) -> tuple[str, int, int, int] | None:
    """Of a sentence that tells when the membership was decided as well, since when it stands: “… decided in June 1998;
    membership began on 1 January 1999”."""
    if not language.has(sentence, "decided"):
        return None
    found = _dates(sentence, language)
    if len(found) < len(("decided", "in effect")):
        return None
    edtf, start, end = found[-1]
    around = f"{sentence[found[-2][2] : start]} {sentence[end : end + NEAR_BEHIND]}"
    return (edtf, start, end, start) if language.has(around, "in_effect", "since_words", "since") else None


def _in_brackets(sentence: str, language: Language, *, listed: bool) -> tuple[str, int, int, int] | None:
    """“Mayors for Peace (since 2009)”, “…, in the class of crafts, since 31 October 2023”."""
    for match in (_BEHIND_SIGN if listed else _BRACKET).finditer(sentence):
        if since := language.pattern("since_words").match(sentence, match.end()):
            date = dates.date_in(sentence[since.end() : since.end() + NEAR_DATE], language)
            ends = date and re.match(r"\s?[^\W\d]{0,2}\.?\s?(?:[);,.:]|\Z)", sentence[since.end() + date[2] :])
            if date and date[1] <= FEW_LETTERS and ends:
                return date[0], since.end() + date[1], since.end() + date[2], since.start()
    return None


def _before_joining(sentence: str, language: Language) -> tuple[str, int, int, int] | None:
    """“In 2016, the county joined …”: the one date before the verb."""
    if parted := _parted(language).search(sentence):
        within = dates.date_in(parted.group(), language)
        if within:  # “The city became in 2016 a member of”, in the order of Danish
            return within[0], parted.start() + within[1], parted.start() + within[2], parted.start()
    verb = language.find(sentence, "since") or parted
    if verb is None:
        return None
    near = max(0, verb.start() - NEAR_DATE)
    date = dates.date_in(sentence[near : verb.start()], language)
    if date is None or dates.date_in(sentence[verb.end() :], language):
        return None
    return date[0], near + date[1], near + date[2], near + date[1]


def _clause(words: str, language: Language, numbers: bool = False) -> str:
    """Words up to where another clause begins; with `numbers`, a dot behind a digit (“1. März”) ends none."""
    breaks = [m.start() for m in (_BREAKS_OF_NUMBERS if numbers else _BREAKS).finditer(words)]
    breaks += [m.start() for m in language.pattern("breakers").finditer(words)]
    return words[: min(breaks, default=len(words))]


def _present(sentence: str, language: Language) -> list[Fee]:
    """The amount of the one clause that tells the fee of now: “It is 900 euros; in 2023 it was 800 (and once 700)”."""
    clauses = [clause for clause in re.split(r";|\([^()]*\)", sentence) if money.fees_in(clause, language)]
    telling = [one for one in clauses if language.has(one, "fee_words", "yearly") and not is_former(one, language)]
    told = [one for one in telling if language.has(one, "fee_words")] if len(telling) > 1 else telling
    return money.fees_in(told[0], language) if len(told) == 1 else []


@cache
def _member_of(language: Language) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{language.any_of('member_of')})(?:(?<=['’])|(?!\w))", re.I)


@cache
def _parted(language: Language) -> re.Pattern[str]:
    """“Became … member”, with the subject between, as where a date begins the sentence: “I 2003 ble byen medlem av”."""
    pairs = [cue.split() for cue in language.words["since"] if cue.count(" ") == 1]
    nouns, particles = language.words["member_words"], language.words["particles"]
    between = r"\s(?:[^\s,;:.()]+\s){1,8}?"
    parted = [rf"{verb}{between}{noun}" for verb, noun in pairs if noun in nouns]
    parted += [rf"{verb}{between}med\si" for verb, word in pairs if word == "med"]  # “2015 kom kommunen med i”
    parted += [rf"{verb}{between}{word}" for verb, word in pairs if word in particles]  # “trad in 2011 toe”
    return re.compile(rf"(?<!\w)(?:{'|'.join(parted) or '(?!)'})(?!\w)", re.I)


@cache
def _since(language: Language) -> re.Pattern[str]:
    """“Joined in”, or “member of the network since”, with no clause between."""
    short = r"\([A-ZÀ-Þ]{2,8}\)|:(?=\w)"
    within = rf"(?:(?!(?<!\w)(?:{language.any_of('breakers')})(?!\w))(?:[^,;:.()]|{short})){{0,60}}?"
    member = rf"(?:{language.any_of('member_words')})(?!\w){within}\s(?:{language.any_of('since_words')})"
    belongs = rf"{takes_part(language).pattern}(?:\s[\w’'-]+){{0,4}}?\s(?:{language.any_of('since_words')})"
    nouns = language.words["member_words"]
    pairs = [cue.rpartition(" ") for cue in language.words["since"] if cue.rpartition(" ")[2] in nouns]
    became = "|".join(
        rf"{re.escape(verb)}(?:\s[\w-]+){{1,3}}?\s{re.escape(noun)}" for verb, _space, noun in pairs if verb
    )
    return re.compile(
        rf"(?<!\w)(?:(?:{language.any_of('since')})|{member}|{belongs}|{became or '(?!)'})(?:(?<=['’])|,?\s)", re.I
    )
