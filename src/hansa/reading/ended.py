"""Memberships that have ended, and when: “We left in 2019”, “was a member from 2002 to 2019”, “(until 2015)”."""

from __future__ import annotations

import re

from hansa.reading import dates, people
from hansa.reading.facts import Facts
from hansa.reading.languages import Language
from hansa.reading.leaving import leaving
from hansa.reading.prose import is_ours, of_another, without_own_name
from hansa.reading.since import BEHIND_SIGN, plain_since, until
from hansa.reading.types import Span

FEW_TOLD = 8  # words
NEAR_CUE = 6  # letters between it and the date
LONGEST_TEXT = 50_000  # letters
NEAR_BEHIND = 30  # letters
FEW_WORDS, FEW_ALONE = 12, 5
YEAR = 4  # digits
_OF_PEOPLE = ("chair", "vice-chair", "board", "secretariat", "represents", "deputy_label")  # their terms end
NEAR_NAME = 12  # letters of it
_YEAR = re.compile(r"(?<!\d)20\d\d(?!\d)")
_END = re.compile(r"\s?[^\W\d]{0,4}\.?\s?(?:[);,.]|\Z)")
# What a date in a sentence may be of, when it is not of the membership.
OF_OTHER_THINGS = (
    "chair", "vice-chair", "board", "secretariat", "chair_verbs", "represents", "fee_words", "yearly", "bodies",
    "founded_verbs", "contact", "left", "answers_for", "deputy_label", "purpose",
)  # fmt: skip


def known_ended(facts: Facts) -> bool:
    """Whether it is known already until when the authority was a member."""
    return facts.organisation.membership is not None and facts.organisation.membership.until is not None


def ended(facts: Facts, sentence: str, span: Span, *, listed: bool) -> None:
    """Until when the authority was a member, where a sentence says so, and since when."""
    language = facts.language
    left = leaving(sentence, language)
    since, last = None, _left(sentence, left, facts) if left else None
    if left and last:
        since = _begun(sentence, left, language)
    if last is None:
        since, last = _was(sentence, facts)
    if last is None and listed and not language.has(sentence, *_OF_PEOPLE):
        since, last = _in_brackets(sentence, language)
    last = last or _told_until(sentence, facts)
    if last is None or of_another(sentence, facts):
        return
    facts.membership.until = last
    facts.note("membership.until", span, 0.85)
    if since and not facts.membership.since:
        facts.membership.since = since
        facts.note("membership.since", span, 0.8)


def when_left(sentence: str, left: re.Match[str], language: Language) -> tuple[str | None, int]:
    """When a sentence says that something was left: the date, behind the words or else before them, and its place."""
    within = dates.date_in(left.group(), language)
    if within:
        return within[0], left.start()
    breakers = language.pattern("breakers")
    gap = breakers.search(sentence, left.end())
    behind = sentence[left.end() : gap.start() if gap else len(sentence)]
    date = dates.date_in(behind, language)
    if date and not ("," in behind[: date[1]] and plain_since(language).search(behind, 0, date[1])):
        return date[0], left.end() + date[1]
    found = dates.dates_in(sentence[: left.start()], language)
    if not found or breakers.search(sentence, found[-1][2], left.start()):
        return None, len(sentence)
    return found[-1][0], found[-1][1]


def _left(sentence: str, left: re.Match[str], facts: Facts) -> str | None:
    """When the authority left, not when somebody left an office: by the words for it."""
    language = facts.language
    near = sentence[left.end() : left.end() + NEAR_BEHIND]
    own = facts.organisation.name.text, facts.organisation.abbreviation or facts.organisation.name.text
    if not is_ours(sentence, facts) and not any(name[:NEAR_NAME] in near for name in own):
        told = language.has(sentence, "member_words", "since") or len(sentence.split()) <= FEW_WORDS
        if not told or language.has(sentence, "somebody"):
            return None
    return when_left(sentence, left, language)[0]


def _told_until(sentence: str, facts: Facts) -> str | None:
    """Until when a membership was, where a few words say but that, and it is past: “Membership until 2021”."""
    language = facts.language
    cue = until(language).search(sentence) if len(sentence.split()) <= FEW_TOLD else None
    if cue is None or not language.has(sentence[: cue.start()], "memberships", "the_membership", "member_words"):
        return None
    date = dates.date_in(sentence[cue.end() :], language)
    if date is None or date[1] > NEAR_CUE or language.has(sentence, "enters", *_OF_PEOPLE):
        return None  # Polish “przystąpiło do związku w 1991 r.”
    is_past = date[0] < facts.updated if facts.updated else _is_before_others(date[0], facts)
    return date[0] if is_past else None


def _is_before_others(date: str, facts: Facts) -> bool:
    """Whether the page tells of a later year."""
    return any(year.group() > date[:YEAR] for year in _YEAR.finditer(facts.text, 0, LONGEST_TEXT))


def _begun(sentence: str, left: re.Match[str], language: Language) -> str | None:
    """Since when the authority was a member, where the sentence that says when it left tells it: “belonged to it from
    1986 and left it in 2013”, “was a member between 1992 and 2020, but we left”."""
    if found := dates.joint_in(sentence, language):
        return found[0] if found[2] <= left.start() or language.has(sentence, "belonged") else None
    before = sentence[: left.start()]
    if begun := _begun_behind(sentence[left.end() :], language):
        return begun
    if not language.has(before, "belonged") or language.has(before, "founded_verbs"):
        return None
    since = plain_since(language).search(before)
    date = dates.date_in(before[since.end() :], language) if since else None
    return date[0] if date and date[1] <= FEW_WORDS else None


def _begun_behind(behind: str, language: Language) -> str | None:
    """Since when it had been a member, told behind the leaving: “(left Polis in 2018), of which it was a member since
    2010”."""
    since = next((one for one in plain_since(language).finditer(behind) if "," in behind[: one.start()]), None)
    date = dates.date_in(behind[since.end() :], language) if since else None
    if since is None or date is None or date[1] > FEW_ALONE:
        return None
    clause = behind[behind.rfind(",", 0, since.start()) :]
    return date[0] if language.has(clause, "member_words", "belonged", "since", "part_of", "takes_part") else None


def _was(sentence: str, facts: Facts) -> tuple[str | None, str | None]:
    """From when until when the authority was a member, by words for a member and a span or an end."""
    language = facts.language
    belongs = language.has(sentence, "member_words", "since", "member_of", "part_of", "belonged", "bears")
    belongs = belongs or (language.has(sentence, "formerly") and facts.organisation.name.text in sentence)
    ours = is_ours(sentence, facts) and language.has(sentence, "belonged")
    passed = ("purpose", "left") if ours else ("purpose",)  # English “from 2004 to 2011”
    others = (cue for cue in OF_OTHER_THINGS if cue not in passed)
    if not belongs or language.has(sentence, "groups", "planned", *others):
        return None, None
    if people.everybody(without_own_name(sentence, facts), language):
        return None, None  # the years are somebody's in office
    found = dates.joint_in(sentence, language)
    past = language.has(sentence, "formerly", "belonged") or len(sentence.split()) <= FEW_WORDS
    if found and not past and not is_ours(sentence, facts):
        return None, None  # “for the period 2014–2020”
    if found and not language.has(sentence, "formerly", "belonged") and _is_of_more(sentence, found[1], language):
        return None, None  # “a founding member, is named in the programme for 2014–2020”
    if found:
        since, last, end = found
        goes_on = dates.date_in(sentence[end:], language) or language.has(sentence[end:], "through")
        goes_on = goes_on or all(language.has(words, "member_words") for words in (sentence[:end], sentence[end:]))
        return (None, None) if goes_on else (since, last)
    was = language.has(sentence, "formerly") and language.has(sentence, "member_words")
    if not (was or language.has(sentence, "belonged")):
        return None, None
    begun, ends = dates.span_in(sentence, language)
    dated = dates.dates_in(sentence, language)
    if ends and language.has(sentence[dated[-1][2] : dated[-1][2] + NEAR_BEHIND], "through"):
        return None, None  # “till 2018 through the old county council”
    return begun, ends


def _is_of_more(sentence: str, last: str, language: Language) -> bool:
    """Whether a span of years, which ends with a date, stands in a clause that says more than the years: not “a member
    of Polis, 2008–2016”."""
    _before, comma, clause = sentence[: max(0, sentence.find(last[:YEAR]))].rpartition(",")
    words = clause.split()
    telling = [word for word in words if word.isalpha() and word.casefold() not in language.function_words]
    return bool(comma) and (len(words) > len(("w", "latach")) or len(telling) > 1)


def _in_brackets(sentence: str, language: Language) -> tuple[str | None, str | None]:
    """“Energy Cities (until 2015)”, and “Polis, 2008–2016”, in a list."""
    for start in (0, *(sign.end() for sign in BEHIND_SIGN.finditer(sentence))):
        cue = until(language).match(sentence, start)
        date = dates.date_in(sentence[cue.end() : cue.end() + NEAR_BEHIND], language) if cue else None
        if cue and date and not date[1] and _END.match(sentence, cue.end() + date[2]):
            return None, date[0]
    found = dates.joint_in(sentence, language) if len(sentence.split()) <= FEW_ALONE else None
    return (found[0], found[1]) if found else (None, None)
