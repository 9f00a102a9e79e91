"""Whether a sentence says that the authority belongs to an organisation, has left it, or is no member."""

from __future__ import annotations

import re
from functools import cache

from hansa.reading import dates, people
from hansa.reading.anothers import has_another_subject, is_of_somebody_else, is_told_of_another
from hansa.reading.authority import called, names_another, speaks_of_us
from hansa.reading.known import known_in, without_known
from hansa.reading.languages import Language, alternatives
from hansa.reading.leaving import leaving
from hansa.reading.of_others import is_of_others
from hansa.reading.on_our_behalf import is_on_our_behalf
from hansa.reading.one_of_many import is_one_of_many
from hansa.reading.ties import member_of, takes_part

ENOUGH = 4  # points that make an organisation one of the authority's
FEW_LETTERS = 12
FEW_FIRST = 2  # words
FEW_BETWEEN = 4  # words
_TITLED = re.compile(r"[“„«»”\"‘]\s?[A-ZÀ-ÖØ-ÞŁŚ][^\s“”„«»\"]{1,25}(?:\s[^\s“”„«»\"]{1,25}){0,4}\s?[”“»«\"’]")
_CLAUSE = re.compile(r"[,;:()]")
NEAR = 40  # letters between “not” and the words for a member
NEAR_FOUNDED = 25  # … and for the founding


def belonging(sentence: str, language: Language, authority: str | None, after_one: bool) -> tuple[int, bool]:
    """How much a sentence says that the authority belongs to what it names, below 0 where it does not (any more), and
    whether it speaks of the authority."""
    ours = speaks_of_us(sentence, language, authority) or is_on_our_behalf(sentence, language)
    member = bool(member_of(language).search(sentence)) or language.has(sentence, "since", "founders")
    denied = is_denied(sentence, language) or is_declined(sentence, language)
    if has_ended(sentence, language):
        return ENOUGH, ours  # what was left on a day is kept, with that day
    if denied or leaving(sentence, language):
        return -1, ours
    if is_planned(sentence, language) or is_beside_us(sentence, language, authority):
        return 0, ours
    if not member and language.has(sentence, "projects"):
        return 0, ours  # “was a partner in the project … with ICLEI”
    if has_another_subject(sentence, language, authority) or is_told_of_another(sentence, language, authority):
        return 0, False
    if language.may_have(sentence, "member_words") and _are_members(language, authority).search(sentence):
        return 3, True
    if is_of_somebody_else(sentence, language, authority):
        return 0, False
    if (member and (ours or after_one)) or appoints_somebody(sentence, language, authority):
        return 3, True
    if ours and (language.has(sentence, "among_its_members") or is_one_of_many(sentence, language, authority)):
        return 3, True
    of_members = speaks_of_a_member(sentence, language)
    if ours and (of_members or _forms_with_others(sentence, language)):
        return 2, True
    if ours and language.has(sentence, "decided") and language.has(sentence, "accession"):
        return 2, True  # “The council decided on Monday that the city is to join”
    past = _is_past(sentence, language)
    if ours and takes_part(language).search(sentence) and not (past or language.has(sentence, "projects")):
        return 2, True
    asks = language.has(sentence, "contact") and any(map(str.isdigit, sentence.replace("@", "0")))
    if asks or language.has(sentence, "fee_words", "represents", "chair", "vice-chair", "board"):
        begins = " ".join(sentence.split()[:FEW_FIRST])
        costs = language.has(sentence, "yearly") and language.has(begins, "the_membership")
        return (2 if ours or after_one or costs else 1), ours or costs  # “Membership of X costs …”
    return int((ours or (after_one and of_members)) and not past), ours


def _forms_with_others(sentence: str, language: Language) -> bool:
    """Whether a sentence of ours says that with others we make up what it names: “With nine councils we form the …”."""
    if not language.may_have(sentence, "forming", "forming_with"):
        return False
    with_others = language.has(sentence, "together_with", "with")
    return with_others and language.has(sentence, "forming", "forming_with") and not language.has(sentence, "projects")


def _is_past(sentence: str, language: Language) -> bool:
    """Whether a sentence speaks of what was or is not, but for when the organisation “was founded”."""
    every = language.pattern("formerly").finditer(sentence) if language.has(sentence, "formerly") else ()
    return any(not language.has(sentence[one.end() : one.end() + NEAR_FOUNDED], "founded_verbs") for one in every)


def speaks_of_a_member(sentence: str, language: Language) -> bool:
    """Whether a word for a member stands in a sentence that is not counted: “as a member”, not “200 members”."""
    return any(
        not any(map(str.isdigit, sentence[max(0, word.start() - FEW_LETTERS) : word.start()]))
        for word in language.pattern("member_words").finditer(sentence)
    )


def sends_somebody(sentence: str, language: Language) -> bool:
    """Whether a sentence names a politician, by a party, or by an honour beside words for a member or a delegate."""
    named = people.everybody(sentence, language) if "(" in sentence or language.has(sentence, "honours") else []
    if any(one.party for one in named):
        return True
    sent = language.has(sentence, "member_words", "delegates", "represents", "sits", "deputy_label")
    return bool(named) and sent and language.has(sentence, "honours")


def appoints_somebody(sentence: str, language: Language, authority: str | None) -> bool:
    """Whether a sentence sends a politician somewhere: “that Cllr Ann Ek be appointed to …, with Bo Al as substitute”;
    not one who is elected to an office there, nor whom the network or another authority sends."""
    said = language.find(sentence, "appoints")
    if said is None or not language.has(sentence, "delegates", "deputy_label", "represents"):
        return False
    before = sentence[: said.start()]
    subject = next(known_in(before, 0, len(before)), None)
    first = before[: subject[0]].strip().casefold() if subject else "-"
    if subject and first in ("", *language.words["articles"]) and len(before[subject[1] :].split()) < FEW_FIRST:
        return False  # “Eurocities has appointed …”
    if names_another(before, language, authority):
        return False
    if language.has(sentence, "chair", "vice-chair", "board") or is_former(sentence, language):
        return False
    return sends_somebody(sentence, language)


def says_membership(sentence: str, language: Language) -> bool:
    """Whether a sentence says that somebody belongs to something, since when, what it costs or who is sent there."""
    if language.has(sentence, "since", "fee_words", "represents", "delegates", "chair", "vice-chair", "board"):
        return True
    return member_of(language).search(sentence) is not None


def has_ended(sentence: str, language: Language) -> bool:
    """Whether a membership is said to have ended at a time: “left in 2019”, “was a member up to 2019”."""
    if leaving(sentence, language):
        return dates.date_in(sentence, language) is not None
    if not language.has(sentence, "belonged") and not is_denied(sentence, language):
        return False
    return not language.has(sentence, "projects") and dates.span_in(sentence, language)[1] is not None


@cache
def _are_members(language: Language, authority: str | None) -> re.Pattern[str]:
    """“We are members”, “Westsea has been a full member”, and the other way round, as where a name stands first."""
    own = [re.escape(name) for name in called(authority, language)]
    subject = "|".join([*own, rf"(?i:{language.any_of('we_subject')})"])
    verb = rf"(?i:{language.any_of('is')})"
    member = rf"(?:\w{{1,12}}\s){{0,3}}(?i:{language.any_of('member_words')})(?!\w)"
    short = r"(?:\s\([A-ZÀ-Þ]{2,6}\))?"
    return re.compile(rf"(?<!\w)(?:(?:{subject}){short}\s{verb}|{verb}\s(?:{subject}){short})\s{member}")


def is_planned(sentence: str, language: Language) -> bool:
    """Whether a sentence speaks of what the authority may belong to once: “applied for”, “is looking into joining”."""
    if not language.may_have(sentence, "planned", "considers"):
        return False
    if ";" in sentence:  # “a member since 1999; the conference was postponed”
        clauses = [one for one in sentence.split(";") if language.has(one, "accession", "member_words", "since")]
        return any(is_planned(clause, language) for clause in clauses)
    begins = " ".join(sentence.split()[:FEW_BETWEEN])  # “A membership of Polis is on the agenda”
    joining = language.has(sentence, "accession") or language.has(begins, "the_membership", "kind_label")
    if language.has(sentence, "fee_words") and language.has(sentence, "not", "formerly"):
        joining = False  # “no fee is planned for joining”
    if not (language.has(sentence, "planned") or (joining and language.has(sentence, "considers"))):
        return False
    others = language.pattern("planned", "accession").sub(" ", sentence)  # “joining it was examined in 2021”
    # Not of “accession to … is prepared”; but “applied in May and was admitted in July”.
    return not (language.has(others, "since", "enters") and any(map(str.isdigit, others)))


def is_declined(sentence: str, language: Language) -> bool:
    """Whether a sentence says that the authority did not want to belong: “decided against joining”."""
    return language.has(sentence, "declined") and language.has(sentence, "accession", "member_words", "since")


def is_beside_us(sentence: str, language: Language, authority: str | None) -> bool:
    """Whether a sentence tells of what others are in: “the neighbouring town is a member of”, “met its president”."""
    if language.has(sentence, "beside_us"):  # its own words aside: “without joining”
        return not language.has(language.pattern("beside_us").sub(" ", sentence), "since")
    if _only_through(sentence, language) and speaks_of_us(sentence, language, authority):
        return True
    if is_of_others(sentence, language, authority):
        return True
    return of_neighbours(sentence, language, authority) or is_not_us(sentence, language, authority)


def of_neighbours(sentence: str, language: Language, authority: str | None) -> bool:
    """Whether a sentence tells of a neighbour of the authority, or of a town in it, and not of itself."""
    if not language.has(sentence, "neighbours") or language.has(sentence, "succeeds"):
        return False  # “was elected to its board, where she succeeded Ann Ek of the neighbouring town”
    others = without_known(_neighbours(language).sub(" ", sentence))  # “the Council of European Municipalities”
    announced = (
        language.has(sentence.partition(": ")[0], "neighbours") and ": " in sentence
    )  # “…: the County of X is …”
    subjects = ("we",) if announced else ("we", "we_subject")
    return not (language.has(others, *subjects) or any(name in others for name in called(authority, language)))


def _only_through(sentence: str, language: Language) -> bool:
    """Whether there is but a way to a network: “we have contact with it through the county only”."""
    only = language.find(sentence, "only") if language.has(sentence, "through") else None
    if only is None or language.has(sentence, "since") or member_of(language).search(sentence):
        return False
    behind = sentence[only.end() :]
    way = language.find(behind, "through")
    is_near = way is not None and len(behind[: way.start()].split()) < FEW_BETWEEN
    return is_near or not behind.strip(" .")


def is_not_us(sentence: str, language: Language, authority: str | None) -> bool:
    """Whether a sentence sets whom it tells of against the authority: “the county is a member, not the town itself”,
    “…, the town is not”."""
    if not language.has(sentence, "not"):
        return False
    return any(
        not language.has(sentence[: found.start()] + sentence[found.end() :], "we")
        for found in _not_us(language, authority).finditer(sentence)
    )


@cache
def _not_us(language: Language, authority: str | None) -> re.Pattern[str]:
    own = [re.escape(name) for name in called(authority, language)]
    us = "|".join([*own, rf"(?i:{alternatives(set(language.words['we_subject']) - set(language.words['we']))})"])
    itself = rf"(?:\s(?:{language.any_of('in_turn')}))?"
    ends = r"(?=\s?[,.;:)]|\s?\Z)"
    little = rf"(?:(?i:{language.any_of('articles')})\s)?"
    nay = rf"(?i:{language.any_of('not')})(?:\s(?i:{language.any_of('is')}))?"
    ends = rf"(?:{ends}|(?=,?\s(?i:{language.any_of('but_rather')})(?!\w)))"
    return re.compile(rf"(?<!\w)(?:{nay}\s{little}(?:{us}){itself}|(?:{us}){itself}\s{nay}){ends}")


@cache
def _neighbours(language: Language) -> re.Pattern[str]:
    """Those that are not the authority, be they called ours: “our neighbouring town”."""
    our = rf"(?:{language.any_of('our')})"
    return re.compile(rf"(?<!\w)(?:{our}\s)?(?:{language.any_of('neighbours')})(?:\s{our})?(?!\w)", re.I)


def is_denied(sentence: str, language: Language) -> bool:
    """Whether a sentence says that the authority is no member, or was one: “not” soon before, or behind, the words."""
    if not language.may_have(sentence, "stays_out", "formerly"):
        return False
    if language.has(sentence, "stays_out"):
        return not language.has(sentence, "groups", "projects")
    if not language.has(sentence, "formerly") or language.has(sentence, "chair", "vice-chair", "board"):
        return False  # the latter is of an office
    sentence = _TITLED.sub("…", sentence)  # “in the network »Towns without Walls«”
    joined = [match.span() for match in language.pattern("since").finditer(sentence)]
    belongs = member_of(language).search(sentence)
    for denial in language.pattern("formerly").finditer(sentence):
        behind = sentence[denial.end() : denial.end() + NEAR]
        if language.pattern("only", "one_of").match(behind.lstrip()) or language.has(behind, "founders"):
            continue  # “not only a member of …”, “was one of the founders”, “was among the founding members of”
        if any(start <= denial.start() < end for start, end in joined):
            continue  # “was admitted”
        if language.has(" ".join(sentence[: denial.start()].split()[-1:]), "superlative"):
            continue  # “la plus ancienne de nos adhésions”
        if language.has(behind[:NEAR_FOUNDED], "founded_verbs"):
            continue  # “…, which was founded in 1994 and has 30 members”
        if (said := language.find(behind, "since")) and language.has(behind[: said.start()], "we", "we_subject"):
            continue  # “that was the reason why the city joined”
        if belongs and belongs.end() + NEAR < denial.start():
            continue  # “belongs to …, an observer – not, as is said, a member”
        if language.pattern("belonged").match(behind.lstrip()):
            return True  # “has never belonged to”
        if language.has(behind, "member_words", "since") or member_of(language).search(behind):
            return True
        if member_of(language).search(sentence[max(0, denial.start() - NEAR) : denial.start()]):
            return True
    return False


def is_former(sentence: str, language: Language) -> bool:
    """Whether a sentence speaks of what was once, or is not: by “was”, but for “was elected” and “was admitted”, and
    where what is held is told with since when: “has held the presidency since 2023”."""
    if not language.may_have(sentence, "held_once", "formerly"):
        return False
    offices = ("chair", "vice-chair", "board", "secretariat")
    of_an_office = language.has(sentence, "held_once") and language.has(sentence, *offices)
    if of_an_office and any(_was_held(clause, language) for clause in _CLAUSE.split(sentence)):
        return True
    if not language.has(sentence, "formerly"):
        return False
    sentence = language.pattern("prevented").sub(" ", sentence)  # “if she cannot attend, …”
    held = [match.span() for match in language.pattern("holds", "since").finditer(sentence)]
    lasts = language.has(sentence, "since_words") and not language.has(sentence, "until_words")
    return any(
        not any(
            start <= match.start() and (match.end() <= end or (lasts and start < match.start() < end))
            for start, end in held
        )
        for match in language.pattern("formerly").finditer(sentence)
    )


def _was_held(clause: str, language: Language) -> bool:
    """Whether a clause tells of a term that is over: “belonged to the board from 2001 to 2007”, not “was elected to the
    board for 2024–2026”."""
    verbs = [verb.span() for verb in language.pattern("held_once").finditer(clause)]
    if not verbs or dates.span_in(clause, language)[1] is None:
        return False
    given = [match.span() for match in language.pattern("holds", "since", "elected").finditer(clause)]
    return any(not any(start <= verb[0] and verb[1] < end for start, end in given) for verb in verbs)
