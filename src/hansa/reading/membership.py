"""The authority's membership in running text: since when, of which kind, at what fee, whose matter, until when."""

from __future__ import annotations

import re
from itertools import pairwise

from hansa.reading import committees, dates, money
from hansa.reading.anothers import is_of_somebody_else
from hansa.reading.belonging import is_former, is_planned, of_neighbours
from hansa.reading.ended import OF_OTHER_THINGS, ended, known_ended, when_left
from hansa.reading.facts import Facts, section_rule
from hansa.reading.known import is_institution, is_known, nominative
from hansa.reading.languages import Language
from hansa.reading.leaving import leaving
from hansa.reading.outline import Section
from hansa.reading.overseers import is_of_all
from hansa.reading.prose import is_ours, of_another, sentences_of, telling
from hansa.reading.rejoining import rejoined, without_resolution
from hansa.reading.since import (
    FEW_LETTERS,
    Told,
    end_of,
    in_brackets,
    in_effect,
    joined,
    only_date,
    plain_since,
    says_joined,
    without_breaks,
    without_founding,
    without_numbers,
    without_years_of_budgets,
)
from hansa.reading.told_aside import of_something_else
from hansa.reading.types import Fee, Span
from hansa.reading.whose_since import is_of_another_body, of_things_done, own_since

NEAR_DATE = 90  # letters in which a date stands
FEW_OF_EUROPE = 2  # words of “Comisión Europea”
FAR_BEFORE = 400  # letters before a sentence
FEW_WORDS, FEW_FIRST, FEW_AHEAD = 10, 3, 4
FEW_BEHIND = 6  # letters between a date and a name
NEAR_BEHIND = 20  # letters between “that was” and a date
SHORTEST_STEM = 4  # letters
_DIGIT = re.compile(r"\d")
_CLAUSE_END = re.compile(r"[,;:]|\.\s")
_OF_OTHERS = ("chair", "vice-chair", "represents", "delegates", "decided", "declined", "considers")
_MEMBERSHIPS = ("memberships", "the_membership", "kind_label")
_KINDS = ("full", "associate", "observer")
_OF_KINDS = tuple(f"kind_{kind}" for kind in _KINDS)
_TOLD_LAST = ("since", "enters", "member_words", "bears", "takes_part", "to_join", "gained")


@section_rule("membership")
def membership(facts: Facts, section: Section) -> None:
    """Since when the authority is a member, of which kind, and at what fee, where a sentence speaks of it."""
    document, language = facts.document, facts.language
    for span, sentence, _cues in telling(section, document, language, "fee_words", "yearly"):
        if _is_paid_to_others(sentence, facts):
            continue
        if language.has(sentence, "fee_words"):
            _fee(facts, sentence, span)
        elif is_ours(sentence, facts):
            _fee(facts, sentence, span, told=False)
    for span, sentence, _cues in telling(section, document, language, "answers_for", "the_membership"):
        _committee(facts, sentence, span)
    every = sentences_of(section, document, language)
    is_seat = is_institution(facts.organisation.name.text)  # a person sits there, and since when is the person's
    dated = [one for one in every if _may_be_dated(one.text, language)] if not is_seat else []
    for span, sentence, _cues in sorted(dated, key=lambda one: _is_later(one.text, language)):
        told = _plainly(sentence, span, facts)
        if language.has(sentence, "signing") and of_another(told, facts):
            continue  # “Apart from that, the city signed the Covenant of Mayors in 2011”
        if of_neighbours(sentence, language, facts.authority):
            continue  # “The neighbouring town of Eastsea joined in 2003”
        left = leaving(sentence, language)
        if left:  # “a member from 1986, and left it in 2013”, “since 2013 we are no longer members”
            told = told[: min(left.start(), when_left(sentence, left, language)[1])]
        date = joined(told, language, listed=section.listed > 0)
        own = own_since(sentence, language, facts.authority)
        effective = rejoined(told, language) or own or in_effect(told, language)
        date = effective or date
        if date and of_something_else(told, date[1], language, _called(facts)):
            continue  # “The agreement with our twin town was signed in 1972”
        if date and _is_what_it_does(told, date, facts):
            continue  # “Since 1973 Eurocities has worked for …”
        if date and own is None and _is_of_others(told, date, facts):
            continue  # “Since 2013 the town has welcomed five writers”, “The university has been a member since 2014”
        known = facts.organisation.membership and facts.organisation.membership.since
        alone = date and (date[3] <= FEW_LETTERS or sentence[: date[3]].rstrip()[-1:] in (";", ",", "–", "-", "(", ":"))
        alone = alone or own is not None or (effective is not None and language.has(sentence, "since", "member_words"))
        alone = alone or _is_signed_paper(sentence, language)
        if date is None and section.heading is not None and section.heading.kind in ("lead", "mention"):
            date, alone = in_brackets(sentence, language, listed=section.heading.kind == "lead"), True
        if (
            date
            and (not known or _is_finer(date[0], known))
            and (alone or is_ours(sentence, facts) or _is_signed(sentence, date, language))
        ):
            facts.membership.since = date[0]
            facts.note("membership.since", (span[0] + date[1], span[0] + date[2]), 0.9)
    for span, sentence, _cues in dated:
        if known_ended(facts):
            break
        ended(facts, sentence, span, listed=section.listed > 0)
    for span, sentence, _cues in telling(section, document, language, *_OF_KINDS):
        for kind in _KINDS if is_ours(sentence, facts) else ():
            said = language.find(sentence, f"kind_{kind}")
            if said and not (facts.organisation.membership and facts.organisation.membership.kind):
                facts.membership.kind = kind
                facts.note("membership.kind", (span[0] + said.start(), span[0] + said.end()), 0.85)


@section_rule("membership since, by the only date of the authority's", "since_words")
def since_by_itself(facts: Facts, section: Section) -> None:
    """“Westsea has been with them since 1995”: where nothing plainer is said, the first such sentence."""
    known = facts.organisation.membership and (
        facts.organisation.membership.since or facts.organisation.membership.until
    )
    for span, sentence, _cues in () if known else telling(section, facts.document, facts.language, "since_words"):
        if not is_ours(sentence, facts):
            continue
        if facts.language.has(sentence, *OF_OTHER_THINGS) or of_another(sentence, facts):
            continue
        if is_former(sentence, facts.language) or is_of_another_body(sentence, 0, facts.language, facts.authority):
            continue
        for match in plain_since(facts.language).finditer(sentence):
            last = end_of(match, facts.language)
            date = dates.date_in(sentence[last : last + NEAR_DATE], facts.language)
            breaks = [one.end() for one in facts.language.pattern("breakers").finditer(sentence, 0, match.start())]
            if breaks and not is_ours(sentence[breaks[-1] :], facts):
                continue  # “a member of the union, which has been there since 1990”
            if of_something_else(sentence, last, facts.language, _called(facts)):
                continue
            if date and of_things_done(sentence, last + date[1], last + date[2], facts.language):
                continue
            if date and date[1] <= FEW_LETTERS and not dates.date_in(sentence[last + date[2] :], facts.language):
                facts.membership.since = date[0]
                facts.note("membership.since", (span[0] + last + date[1], span[0] + last + date[2]), 0.9)
                return


def _is_paid_to_others(sentence: str, facts: Facts) -> bool:
    """Whether it may be another whom the authority pays: “Besides, the town pays €25,000 a year to the association”."""
    if any(name in sentence for name in _called(facts)) or facts.language.has(sentence, "member_words", "fee_label"):
        return False
    return facts.language.pattern("besides").match(sentence.lstrip()) is not None


def _called(facts: Facts) -> tuple[str, ...]:
    return tuple(filter(None, (facts.organisation.name.text, facts.organisation.abbreviation)))


def _is_what_it_does(told: str, date: Told, facts: Facts) -> bool:
    """Whether the organisation stands right behind a date, as that of which is told what it does since then."""
    behind = told[date[2] :]
    named = any(0 <= behind.find(name) <= FEW_BEHIND for name in _called(facts)) or _is_what_it_is(told, date, facts)
    if not named or is_ours(told[: date[1]], facts) or facts.language.has(told[: date[1]], "we", "we_subject"):
        return False  # “In 2019 we joined Eurocities, which …”
    return not facts.language.has(behind, "member_words", "we") and not is_ours(behind, facts)


def _is_of_others(told: str, date: Told, facts: Facts) -> bool:
    """Whether a date is of what was done since then, or of another body's membership."""
    language = facts.language
    return of_things_done(told, date[1], date[2], language) or is_of_another_body(
        told, date[1], language, facts.authority
    )


def _is_what_it_is(told: str, date: Told, facts: Facts) -> bool:
    """Whether the organisation is the subject of a date's clause: “Eurocities has been a voice since 1985”."""
    own, before = _called(facts), told[: date[1]]
    place, name = max(((before.rfind(one), one) for one in own), default=(-1, ""))
    if place < 0 or is_ours(told, facts) or len(before[:place].rsplit(",")[-1].strip()) > FEW_LETTERS:
        return False
    between, of_us = before[place + len(name) :], ("member_words", "we", "we_subject", "since", "enters")
    if _CLAUSE_END.search(between) or facts.language.has(between, *of_us):
        return False
    return facts.language.has(between, "is", "holds")


def _may_be_dated(sentence: str, language: Language) -> bool:
    return _DIGIT.search(sentence) is not None or language.has(sentence, "that_year", "next_year")


def _plainly(sentence: str, span: Span, facts: Facts) -> str:
    """A sentence, of one length, with years for “in the same year”, and without what tells no date of a membership."""
    language = facts.language
    before = facts.text[max(facts.text.rfind("\n", 0, span[0]), span[0] - FAR_BEFORE, 0) : span[0]]
    plain = without_years_of_budgets(without_breaks(without_numbers(sentence, language), language), language)
    dated = dates.with_years(plain, language, before)
    return without_founding(without_resolution(dated, language), language)


def _committee(facts: Facts, sentence: str, span: Span) -> None:
    """The committee that a sentence says answers for the membership, or that it names beside that and nobody else: “The
    Culture Committee is responsible”, “Our membership is anchored in the Culture Committee”; not “in 2009 the Culture
    Committee approved our membership”."""
    if facts.organisation.membership and facts.organisation.membership.committee:
        return
    if not facts.language.has(sentence, "answers_for") and (
        _DIGIT.search(sentence) or facts.language.has(sentence, *_OF_OTHERS)
    ):
        return
    found = committees.committee_in(sentence, facts.language)
    if found and committees.is_but_a_noun(sentence[slice(*found)], facts.language):
        begin = max(facts.text.rfind("\n", 0, span[0]) + 1, span[0] - FAR_BEFORE)
        if named := committees.committee_in(facts.text[begin : span[0]], facts.language):
            sentence, span, found = facts.text[begin : span[0]], (begin, span[0]), named  # what it is called
    if found and not _is_the_networks(sentence, found, facts):
        found = committees.without_council(sentence, found, facts.language, facts.authority)
        facts.membership.committee = nominative(sentence[slice(*found)], facts.language.code)
        facts.note("membership.committee", (span[0] + found[0], span[0] + found[1]), 0.85)


def _is_the_networks(sentence: str, committee: Span, facts: Facts) -> bool:
    """Whether a committee is one of the organisation, or of the Union: “the network's Culture Committee”."""
    language, name = facts.language, sentence[slice(*committee)]
    before = " ".join(sentence[: committee[0]].split()[-1:])
    behind = " ".join(sentence[committee[1] :].split()[:FEW_FIRST])
    own = filter(None, (facts.organisation.name.text, facts.organisation.abbreviation))
    if is_institution(name) or is_known(name) or any(one in f"{before} {behind}" for one in own):
        return True
    is_europes = len(name.split()) == FEW_OF_EUROPE and any(word.startswith("euro") for word in name.casefold().split())
    ahead_of_it = " ".join(sentence[: committee[0]].split()[-FEW_OF_EUROPE:])
    its = any(one.end() == len(ahead_of_it) for one in language.pattern("its").finditer(ahead_of_it))  # “the network's”
    if is_europes or its or language.has(name, "its") or name.casefold() in language.words["board"]:
        return True
    of = language.pattern("of", "of_the", "in").match(behind)  # “… of the network has …”
    noun = language.pattern("subjects").match(behind[of.end() :].lstrip()) if of else None
    if noun or language.pattern("its").match(behind):
        return True
    ahead = " ".join(sentence[: committee[0]].split()[-FEW_AHEAD:])
    ahead = _CLAUSE_END.split(ahead)[-1]  # “is a member of the Culture Committee, which …”
    is_a_member = language.has(ahead, "member_words", "sits") and not language.has(ahead, *_MEMBERSHIPS)
    if language.has(before, "its") or (is_a_member and not language.has(sentence[: committee[0]], "answers_for")):
        return True
    return language.has(behind, "subjects", "its") and not language.has(
        behind, "is", "holds", "breakers", "answers_for"
    )


def _fee(facts: Facts, sentence: str, span: Span, told: bool = True) -> None:
    """The fee that a sentence tells: the one amount in it, where it does not go by heads.

    Where the words do not say that it is a fee (`told`), nothing is said of what is none.
    """
    amounts = money.fees_in(sentence, facts.language)
    if len(amounts) > 1:
        amounts = _present(sentence, facts.language) or amounts
    if not amounts and money.goes_by_heads(sentence, facts.language):
        facts.doubt("fee-per-inhabitant", "The fee goes by inhabitants: {words}. It was kept as text only.", span)
    elif len(amounts) != 1 or _is_of_two_together(sentence, facts.language):
        facts.doubt("fee-not-understood", "No yearly amount was made of {words}.", span)
    elif not (facts.organisation.membership and facts.organisation.membership.fee):
        facts.membership.fee = amounts[0]
        facts.note("membership.fee", span, 0.93)


def _is_finer(date: str, known: str) -> bool:
    """Whether a date tells more of one that is known: March 2017, of 2017 in a table."""
    return len(date) > len(known) and date.startswith(known)


def _is_of_two_together(sentence: str, language: Language) -> bool:
    """Whether a sum is that of several memberships: “The fees for both networks are 11,800 euros in all”."""
    return (language.has(sentence, "in_all") and language.has(sentence, "both")) or is_of_all(sentence, language)


def _is_signed(sentence: str, date: Told, language: Language) -> bool:
    """Whether the clause of a date tells of somebody in office, and of no office in the organisation: “The mayor
    signed …”; not “our councillor chairs it; Oslo has been a member since 1995”."""
    sentence = sentence[max(0, sentence.rfind(";", 0, date[3])) :]
    if language.has(sentence, "chair", "vice-chair", "board", "bodies"):
        return False
    nouns = language.words["member_words"]
    said = (word.group().casefold() for word in language.pattern("honours").finditer(sentence))
    return any(len(word) > FEW_LETTERS and word not in nouns for word in said)


def _is_later(sentence: str, language: Language) -> bool:
    """Whether a sentence tells less plainly since when: by a decision, or by a paper that was signed."""
    return language.has(sentence, "decided") or _is_signed_paper(sentence, language)


def _is_signed_paper(sentence: str, language: Language) -> bool:
    """Whether a short sentence tells when a paper was signed, and not by whom: “The charter was signed in 2004”."""
    if len(sentence.split()) > FEW_WORDS or language.has(sentence, *OF_OTHER_THINGS):
        return False
    begins, rest = " ".join(sentence.split()[:FEW_FIRST]), sentence.split()[FEW_FIRST:]
    named = (word for word in rest if word[0].isupper() and word.casefold() not in language.months)
    if not language.capital_nouns and any(named):
        return False  # “The agreement was signed in Kiel in 1998”: that of the founders
    return language.has(begins, "documents") and language.has(sentence, "in_effect", "enters")


def _present(sentence: str, language: Language) -> list[Fee]:
    """The amount of the one clause that tells the fee of now: “It is 900 euros; in 2023 it was 800 (and once 700)”."""
    clauses = [clause for clause in re.split(r";|\([^()]*\)", sentence) if money.fees_in(clause, language)]
    telling = [one for one in clauses if language.has(one, "fee_words", "yearly") and not is_former(one, language)]
    told = [one for one in telling if language.has(one, "fee_words")] if len(telling) > 1 else telling
    return money.fees_in(told[0], language) if len(told) == 1 else []


@section_rule("membership since, where it is left open whose", *_TOLD_LAST)
def since_at_last(facts: Facts, section: Section) -> None:
    """“Joined in 2003”, “Kiel, in 2003, was admitted”: where nothing plainer is said, of a sentence of which somebody
    else is not the subject; and the one date of a sentence that says that the authority joined, or decided to."""
    membership, language = facts.organisation.membership, facts.language
    if (membership and (membership.since or membership.until)) or is_institution(facts.organisation.name.text):
        return
    every = telling(section, facts.document, language, *_TOLD_LAST)
    found = []
    for span, sentence, _cues in every:
        if not _may_be_dated(sentence, language) or of_another(sentence, facts):
            continue
        if of_neighbours(sentence, language, facts.authority):
            continue
        told = _plainly(sentence, span, facts)
        if is_former(told, language):
            continue
        ours = is_ours(sentence, facts)
        date = (joined(told, language, listed=section.listed > 0) if not ours else None) or (
            only_date(told, language) if ours else None
        )
        aside = date and of_something_else(told, date[1], language, _called(facts))
        aside = aside or (date and (_is_what_it_does(told, date, facts) or _is_of_others(told, date, facts)))
        if date and not (aside or _is_of_other_things(sentence, date, facts) or is_planned(sentence, language)):
            found.append((span[0] + date[1], span[0] + date[2], date[0]))
    if len({since for _start, _end, since in found}) == 1:
        start, end, facts.membership.since = found[0]
        facts.note("membership.since", (start, end), 0.85)


def _is_of_other_things(sentence: str, date: Told, facts: Facts) -> bool:
    """Whether a date in a sentence may be of something else than the membership: an office, somebody, the network."""
    language, own = facts.language, facts.organisation
    end = _CLAUSE_END.search(sentence, date[2])
    joint = language.pattern("and", "breakers").search(sentence, date[2])
    clause = sentence[: min(one.start() if one else len(sentence) for one in (end, joint))]
    others = {*OF_OTHER_THINGS, "documents", "groups", "projects", "left", "assemblies", "others"} - {"purpose"}
    if language.has(clause, "to_join"):
        others -= {"founded_verbs"}  # “our membership goes back to 1989”
    if language.has(clause, "decided"):
        others -= {"documents", "assemblies", *(("bodies",) if language.has(clause, "to_join") else ())}
    if leaving(clause, language) is None:
        others -= {"left"}
    if language.has(clause, *sorted(others)) or money.fees_in(clause, language):
        return True
    if is_ours(sentence, facts):
        return False
    if not language.has(clause, "since", "enters", "member_words", "bears", "takes_part"):
        return True  # “the budget for 2020 and the joining of new members”
    begins = " ".join(sentence.split()[:FEW_FIRST])
    if any(word.strip(",").casefold() in language.countries for word in begins.split()) or _names_whom(begins, facts):
        return True  # “Finland has been a member since 1995”
    names = own.name.text, own.abbreviation or own.name.text
    of_it = language.has(begins, "subjects") or any(sentence.lstrip().find(name) in range(5) for name in names)
    return bool(of_it and not language.has(clause, "member_words")) or is_of_somebody_else(
        sentence, language, facts.authority
    )


def _names_whom(begins: str, facts: Facts) -> bool:
    """Whether a sentence begins with a name that is not the authority's, be it in another case: “Riga is a member”."""
    language, authority = facts.language, facts.authority
    if authority is None or language.capital_nouns:
        return False
    words = [word.strip(",") for word in begins.split()]
    words = words[1:] if words[0].casefold() in (*language.words["articles"], *language.words["definite"]) else words
    name = next(iter(words), "")
    if not name[:1].isupper() or language.cues_in(name).perhaps or name.casefold() in language.function_words:
        return False
    return not any(one[:SHORTEST_STEM] == name[:SHORTEST_STEM] for one in authority.split())


@section_rule("membership since, told in the sentence behind", "that_was")
def since_told_behind(facts: Facts, section: Section) -> None:
    """“The city joined to learn from others. That was in 2008.”: where nothing plainer is said."""
    known, language = facts.organisation.membership, facts.language
    if (known and (known.since or known.until)) or not telling(section, facts.document, language, "that_was"):
        return
    for said, following in pairwise(sentences_of(section, facts.document, language)):
        behind = language.pattern("that_was").match(following.text.lstrip())
        if behind is None or _DIGIT.search(said.text) or not says_joined(said.text, language):
            continue
        begin = len(following.text) - len(following.text.lstrip()) + behind.end()
        date = dates.date_in(following.text[begin:], language)
        if date is None or date[1] > NEAR_BEHIND or len(following.text.split()) > FEW_WORDS:
            continue
        past = is_planned(said.text, language) or is_former(said.text, language) or leaving(said.text, language)
        of_a_body = language.has(said.text, "chair", "vice-chair", "board", "groups", "projects")
        if past or of_a_body or of_another(said.text, facts) or not is_ours(said.text, facts):
            continue
        facts.membership.since = date[0]
        start = following.span[0] + begin
        facts.note("membership.since", (start + date[1], start + date[2]), 0.85)
        return
