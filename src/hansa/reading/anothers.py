"""Whether a sentence says that somebody else belongs somewhere, and not the authority."""

from __future__ import annotations

import re
from functools import cache

from hansa.reading import people
from hansa.reading.authority import called, names_another, speaks_of_us
from hansa.reading.known import is_known
from hansa.reading.languages import Language, first_word
from hansa.reading.on_our_behalf import is_on_our_behalf
from hansa.reading.ties import aside, member_of, names_others, takes_part

SUBJECT_TO_VERB, NEAR_VERB = 90, 12  # letters
NEAR = 40  # letters before the words for a member
_SUBJECT = re.compile(
    r"\s?(?:[A-ZÀ-Þ][a-zà-ÿ]{0,2}['’\s])?(?P<name>[A-ZÀ-ÖØ-ÞŁŚŻŹĆ][\w’'-]+"
    r"(?:\s(?:[a-zà-ÿ]{1,3}\s)?[A-ZÀ-ÖØ-ÞŁŚŻŹĆ][\w’'-]+)+|[A-ZÀ-Þ]{2,6})(?=,?\s(?![(A-Z]))"
)
_JOINT = re.compile(r"[\s'’]")
_CLAUSE = re.compile(r"[,;:()]")
_CLAUSE_ENDS = re.compile(r"[;:,]\s|\s:\s")
_NAMED = re.compile(r"[\s'’][A-ZÀ-ÖØ-ÞŁŚŻŹĆ]|\A[A-ZÀ-Þ]{2}")  # behind the first word


def is_of_somebody_else(sentence: str, language: Language, authority: str | None) -> bool:
    """Whether a sentence begins with a name that is neither a network's nor the authority's, and which it says belongs
    somewhere: “Danish Regions is a member of the CEMR”, “KS, which appoints us, is a member of …”."""
    if has_another_subject(sentence, language, authority):
        return True
    if language.capital_nouns or is_on_our_behalf(sentence, language):
        return False
    first = _SUBJECT.match(sentence)
    if first is None or any(one in first["name"] or first["name"] in one for one in called(authority, language)):
        return False
    if language.has(first["name"], "we_subject", "organisation_words", "honours", "titles") or is_known(first["name"]):
        return False
    begins = first["name"].split()[0].casefold()
    if begins in language.function_words or begins in language.firsts("through", "since_words"):
        return False  # “Through Brussels, …”
    of_many = language.has(first["name"], "member_nouns", "member_people", "authority_words")
    if people.somebody(first["name"], language) is not None and not of_many:
        return False
    behind = aside(language).sub(" ", sentence[first.end() - 1 :])[:SUBJECT_TO_VERB]
    member = member_of(language).search(behind) or language.find(behind, "member_words")
    return member is not None and not language.has(behind[: member.end() + NEAR_VERB], "we", "we_subject")


def has_another_subject(sentence: str, language: Language, authority: str | None) -> bool:
    """Whether who belongs somewhere is a body of another kind, or one above the authority: “The university is a member
    of …”, “The Euregio is itself a member of …”, “The county council is …”, on the page of a town, though a clause set
    in between names us: “The Euregio, to which the town belongs, …”."""
    if not language.may_have(sentence, "member_of", "takes_part", "member_words") or is_on_our_behalf(
        sentence, language
    ):
        return False
    if _is_what_we_are_in(sentence, language, authority):
        return True
    verbs = (member_of(language), takes_part(language), language.pattern("member_words"))
    said = min((match.start() for verb in verbs if (match := verb.search(sentence))), default=None)
    if said is None or said > SUBJECT_TO_VERB:
        return False
    ends = _CLAUSE_ENDS.search(sentence, said)
    clause, rest = (
        sentence[: ends.start() if ends else len(sentence)],
        sentence[ends.start() if ends else len(sentence) :],
    )
    joins_too = language.has(rest, "member_of", "takes_part", "member_words") and speaks_of_us(
        rest, language, authority
    )
    above = language.pattern("above_us").match(sentence.lstrip())
    if above and authority and language.has(authority, "municipal"):
        behind = clause.lstrip()[above.end() :]
        ours = language.has(behind, "we", "we_subject", "our") or any(n in behind for n in called(authority, language))
        return not (ours or joins_too)
    words = aside(language).sub(" ", sentence[:said])
    last = _CLAUSE_ENDS.split(words)[-1]
    if last is not words and speaks_of_us(last, language, authority):
        return False  # “The museum is one of its anchor points, and the town is itself a member of …”
    verb = next((one for one in language.pattern("is").finditer(words) if one.start()), None)
    subject = _trailing(language).sub("", words[: verb.start() if verb else len(words)].strip()).rstrip(" ,")
    first = first_word(subject)
    is_article = first in language.firsts("articles", "definite")
    if not subject[:1].isupper() or "," in subject or (first in language.function_words and not is_article):
        return False
    if language.has(subject, "we", "through", "since_words", "is", "member_words", "and"):
        return False
    if names_others(subject, language):
        return subject not in called(authority, language)  # “The university of our city”
    if language.has(subject, "our"):
        return False
    another = authority is not None and names_another(subject, language, authority)
    if another and not joins_too and not speaks_of_us(clause, language, authority):
        return True  # “Westshire County Council is a member of the CPMR, and the city is told of that”
    if speaks_of_us(sentence, language, authority):
        return False
    between = words[words.find(subject) + len(subject) :]
    if ":" in words or language.has(subject, "authority_words", "unit_words", "committee_words"):
        return False
    is_one = is_known(subject) or (authority is not None and language.has(subject, "subjects", "organisation_words"))
    return language.has(between, "in_turn") or (is_one and language.has(between, "is"))


def _is_what_we_are_in(sentence: str, language: Language, authority: str | None) -> bool:
    """Whether a clause set in between tells who belongs somewhere by our being a part of it: “The Euregio, to which the
    town belongs, is itself a member of …”; not where that is a network."""
    within = aside(language).search(sentence)
    if within is None or language.has(within.group(), "since"):
        return False
    who, behind = sentence[: within.start()], sentence[within.end() :]
    if language.has(who, "organisation_words", "subjects"):
        return False
    says = member_of(language).search(behind) is not None or takes_part(language).search(behind) is not None
    says = says or (language.has(behind, "in_turn") and language.has(behind, "member_words"))
    if not says or "," in who or not speaks_of_us(within.group(), language, authority) or is_known(who):
        return False
    ours = any(name in f"{who} {behind}" for name in called(authority, language))
    return not (ours or language.has(who, "we", "our") or language.has(behind, "we", "we_subject", "our"))


def is_told_of_another(sentence: str, language: Language, authority: str | None) -> bool:
    """Whether the words for belonging stand in a clause of their own, which tells of another."""
    if is_on_our_behalf(sentence, language):
        return False
    return _is_before(sentence, language, authority) or _is_behind(sentence, language, authority)


def _is_before(sentence: str, language: Language, authority: str | None) -> bool:
    """Whether the words for belonging stand in a clause that tells of another: “Through the LGA, which is a member of
    the CEMR, …”."""
    sure = member_of(language).search(sentence)
    said = sure or language.find(sentence, "member_words")
    if said is None:
        return False
    first = max(0, said.start() - NEAR)
    which = list(_relative(language).finditer(sentence, first, said.end()))[-1:]
    if not which or which[0].start() > said.start():
        return False
    whom = _CLAUSE.split(sentence[max(0, which[0].start() - SUBJECT_TO_VERB) : which[0].start()])[-1]
    within = sentence[which[0].end() : said.end()]
    is_told = sure or language.has(sentence[which[0].end() : said.end() + NEAR_VERB], "is")
    if speaks_of_us(within, language, authority) or not is_told:
        return False  # “…, which has many members”
    if language.has(whom, "we", "we_subject", "our") or any(name in whom for name in called(authority, language)):
        return False
    if not _NAMED.search(whom.strip()) and not language.has(whom, "through"):
        return False
    return _JOINT.split(whom)[-1].isupper() or not people.everybody(whom, language)


def _is_behind(sentence: str, language: Language, authority: str | None) -> bool:
    """Whether a clause behind a name says that somebody else is a member of what it names: “We are in touch with the
    CEMR, of which the association is a member”."""
    if not (language.may_have(sentence, "which") and language.may_have(sentence, "member_words")):
        return False
    for clause in _whose_member(language).finditer(sentence):
        who = clause["before"] or clause["behind"]
        is_body = who.isupper() or names_others(who, language)  # not “of which Westsea is a member”
        is_body = is_body or language.has(who, "organisation_words", "above_us")
        is_other = is_body and not speaks_of_us(who, language, authority) and not language.has(who, "is", "which")
        if is_other and people.somebody(who, language) is None:
            return True
    return False


@cache
def _whose_member(language: Language) -> re.Pattern[str]:
    """“…, of which the association is a member”; with the verb last, or the subject behind the word for a member."""
    which = rf"[\s,]\s?(?:[a-zà-ÿ]{{1,4}}\s){{0,2}}(?i:{language.any_of('which')})\s"
    article = rf"(?:(?i:{language.any_of('articles')})\s|[lL][’'])?"
    verb, member = rf"(?i:{language.any_of('is')})(?:\s\w{{1,12}}){{0,2}}?", rf"(?i:{language.any_of('member_words')})"
    subject = r"[\w’'-]+(?:\s[\w’'-]+){0,2}?"
    before = rf"(?P<before>{subject})\s(?:{verb}\s{member}|{member}\s{verb})"
    return re.compile(rf"{which}{article}(?:{before}|{member}\s{article}(?P<behind>{subject})\s{verb})(?!\w)")


@cache
def _relative(language: Language) -> re.Pattern[str]:
    return re.compile(rf",\s(?:{language.any_of('which')})(?=\s)", re.I)


@cache
def _trailing(language: Language) -> re.Pattern[str]:
    """What stands between who belongs somewhere and the words for it: “… is itself also a full”."""
    little = language.any_of("is", "adverbs", "in_turn", "articles")
    return re.compile(rf"(?:,?\s(?:{little}),?){{1,4}}\Z", re.I)
