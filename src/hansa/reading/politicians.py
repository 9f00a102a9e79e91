"""Politicians in running text: a person with a party behind the name is the authority's, and sits there for it.

“Alderman Iris Berg (SPD) is on its board”, “Tor Vik (C) attends the assembly, with Eva Ek (M) as deputy”.
"""

from __future__ import annotations

import re
from functools import cache
from itertools import chain, pairwise

from hansa.reading import dates, people
from hansa.reading.affiliation import (
    OF_AN_OFFICE,
    PROPER_OFFICES,
    are_titled,
    first_clause,
    is_an_envoy,
    is_of_a_unit,
    is_stood_in_for,
    is_titled,
    is_titled_elsewhere,
    is_told_apart,
    own_names,
    speaks_for_others,
    speaks_up,
    stands_in,
)
from hansa.reading.asking import asking_clause
from hansa.reading.authority import names_another, speaks_of_us
from hansa.reading.belonging import is_former, of_neighbours
from hansa.reading.delegates import enter, hold
from hansa.reading.deputies import speaks_of_regulars, told_as_deputies
from hansa.reading.facts import Facts, section_rule
from hansa.reading.groups import of_a_group_joined, of_a_part, of_group
from hansa.reading.holding import leads_a_delegation
from hansa.reading.ingroups import leads_a_part, names_a_commission
from hansa.reading.languages import Language, all_languages
from hansa.reading.languages.standing import words_in
from hansa.reading.leaving import leaving
from hansa.reading.outline import Section
from hansa.reading.own_people import is_no_stranger, is_our_own, people_of, with_surnames, works_for_another
from hansa.reading.people import Somebody
from hansa.reading.posts import (
    chairs_around,
    heads_the_authority,
    is_anothers,
    is_told_of_an_office,
    leads_at_home,
    post_of,
    sits_as_well,
    without_next_title,
    without_titles,
)
from hansa.reading.pronouns import going_on, meant
from hansa.reading.prose import OF_OFFICES, clauses_telling, is_ours, of_another, sentences_of, telling
from hansa.reading.represented import holds_through
from hansa.reading.seated import speaks_of_seats, without_honours
from hansa.reading.succeeding import tells_of_succession
from hansa.reading.ties import aside
from hansa.reading.types import Office, Representative, Span
from hansa.reading.unheld import is_chair_at_home, is_unheld

NEAR = 110  # letters between a person and an office
SOON = 50  # letters behind a person
FEW_WORDS = 4  # beside a person on a line of their own
MOST_PEOPLE = 12
MOST_SENT_TOGETHER = 4
_SEMICOLON = re.compile(r";")


@cache
def _section() -> re.Pattern[str]:
    """Of a country: “vice-chair of the German section”, in any language."""
    return re.compile(rf"\b(?:{all_languages().any_of('section_words')})", re.I)


@section_rule("representatives", "represents")
def representatives(facts: Facts, section: Section) -> None:
    """“Councillor Asta Lind (C) represents Region Westsea.”"""
    told = telling(section, facts.document, facts.language, "represents")
    for span, sentence in chain.from_iterable(
        clauses_telling(one.span, one.text, facts.language, "represents") for one in told
    ):
        verb = facts.language.find(sentence, "represents")
        if (
            verb is None
            or of_another(sentence, facts)
            or of_a_part(sentence, facts)
            or of_a_group_joined(_clause(sentence, verb.start(), facts.language), facts)
            or is_former(_about(sentence, verb), facts.language)
            or is_on_a_board(sentence, verb, facts.language)
            or not (is_ours(sentence, facts) or are_titled(sentence, facts))
        ):
            continue
        whom = meant(span, sentence, facts)
        named = sorted([*people.everybody(sentence, facts.language), *filter(None, [whom])], key=lambda one: one.start)
        named = _beside(verb, named, sentence, facts.language)
        before = [somebody for somebody in named if somebody.start < verb.start()]
        leads = bool(before) and heads_the_authority(sentence[: before[-1].start], "", facts.language)
        if before and not (leads or is_ours(sentence[verb.end() :], facts) or are_titled(sentence, facts)):
            continue
        for somebody, ahead, behind in people.each_with_words(sentence, named):
            deputy = somebody.deputy or (
                (somebody is not named[0] or facts.language.has(ahead, "prevented"))
                and stands_in(ahead, behind, facts.language)
            )
            if (before and somebody not in before and not deputy) or chairs_around(ahead, behind, facts.language):
                continue  # “for us sit in the assembly …” all of them
            if _sits_there(sentence, verb, somebody, facts) or holds_through(sentence, somebody, facts.language):
                continue
            made = Representative(somebody.name, somebody.party, deputy=deputy)
            enter(facts, made, (span[0] + somebody.start, span[0] + somebody.end), 0.85)


def _sits_there(sentence: str, verb: re.Match[str], somebody: Somebody, facts: Facts) -> bool:
    """Whether a sentence tells of a seat where somebody, of whom that is known, represents us: “…, on the board, where
    Ann Ek represents it”."""
    board = facts.language.find(sentence[: min(verb.start(), somebody.start)], "board")
    there = facts.language.has(sentence[board.end() : verb.start()], "breakers") if board else False
    held = any(one.person == somebody.name for one in facts.organisation.offices)
    return there and held and not facts.language.has(sentence, "assemblies")


def _clause(sentence: str, place: int, language: Language) -> str:
    """What stands between the semicolons around a place in a sentence, or before another clause: “…, and we …”."""
    ends = [0, *(at.end() for at in _SEMICOLON.finditer(sentence)), len(sentence)]
    joint = next(
        (at for at in language.pattern("and").finditer(sentence, place) if sentence[at.start() - 2] == ","), None
    )
    ends = sorted({*ends, *([joint.start()] if joint else [])})
    return next(sentence[start:end] for start, end in pairwise(ends) if place < end)


def _about(sentence: str, verb: re.Match[str]) -> str:
    """The words about a verb, in which it is told whether that was once."""
    return sentence[max(0, verb.start() - SOON) : verb.end() + SOON]


def is_on_a_board(sentence: str, verb: re.Match[str], language: Language) -> bool:
    """Whether a verb is of a board: “represents us on the board”, not “Ann Ek, member of the board, represents us”."""
    for board in language.pattern("board").finditer(sentence):
        between = aside(language).sub(
            " ", sentence[min(board.end(), verb.end()) : max(board.start(), verb.start())] + " …"
        )
        begins = language.has(" ".join(sentence[: board.start()].split()[:2]), "in")  # “On the board, …, the city is …”
        is_aside = begins and between.count(",") == 2 and not people.everybody(between, language)
        meets = language.has(sentence[verb.end() : board.start()] or sentence[verb.end() :], "assemblies")
        if meets and language.has(between, "and"):
            continue  # “represents us at the meetings and sits on the board”
        if ("," not in between or is_aside) and ";" not in between and not language.has(between, "breakers"):
            return True
    return False


def _beside(verb: re.Match[str], named: list[Somebody], sentence: str, language: Language) -> list[Somebody]:
    """The people of a sentence that stand beside a verb, with nothing between them that tells of something else."""
    if not named:
        return []
    ends = [*(one.start for one in named[1:]), len(sentence)]
    sentence = without_titles(sentence, language)
    parted = [
        language.has(sentence[one.end : end], "board", "chair", "vice-chair", "is", "sits", "formerly")
        and not (language.has(sentence[one.end : end], "deputy_label", "prevented") or one.end <= verb.start() < end)
        for one, end in zip(named, ends, strict=True)
    ]
    before = sum(one.start < verb.start() for one in named)
    first = max((place + 1 for place in range(before - 1) if parted[place]), default=0)
    last = next((place + 1 for place in range(before, len(named) - 1) if parted[place]), len(named))
    return named[first:last]


@section_rule("who is there for the authority", "behalf")
def on_behalf(facts: Facts, section: Section) -> None:
    """“In the assembly sits Ann Ek (S) for the city, with Bo Ek as deputy”: nothing but that is told of them."""
    language = facts.language
    for span, sentence, _cues in telling(section, facts.document, language, "behalf"):
        meets = language.has(sentence, "assemblies") and not dates.tells_a_day(sentence, language)
        if not (meets or "(" in sentence or language.has(sentence, "honours", "titles")):
            continue
        if language.has(sentence, *PROPER_OFFICES, "contact", "left", "founded_verbs") or of_another(sentence, facts):
            continue
        named = people.everybody(sentence, language)
        if not 0 < len(named) <= MOST_SENT_TOGETHER or facts.addresses_in(*span):
            continue
        if is_former(sentence, language) or of_group(sentence, facts) or of_a_group_joined(sentence, facts):
            continue
        if of_a_part(sentence, facts) or not (meets or are_titled(sentence, facts)):
            continue
        for said in language.pattern("behalf").finditer(sentence):
            whose = " ".join(sentence[said.end() :].split()[:FEW_WORDS])
            if not language.words["articles"]:
                whose = " ".join([*sentence[: said.start()].split()[-1:], whose])  # “kaupungin puolesta”
            if not speaks_of_us(whose, language, facts.authority):
                continue
            for one, before, after in people.each_with_words(sentence, named):
                if one.start >= said.end() and not sentence[said.end() : one.start].strip() and not one.party:
                    continue  # “on behalf of Provincial States”
                if chairs_around(before, after, language):
                    continue
                deputy = one.deputy or (one is not named[0] and stands_in(before, after, language))
                at = span[0] + one.start, span[0] + one.end
                enter(facts, Representative(one.name, one.party, deputy=deputy), at, 0.78)
            break


@section_rule("who the representatives are", "delegates")
def delegates(facts: Facts, section: Section) -> None:
    """“The region's representatives are Cllr Ann Ek and Cllr Tor Vik; Cllr Eva Ek is the alternate.”"""
    language = facts.language
    of_offices = [(f.start, f.end) for f in section.fields if f.name in OF_OFFICES]
    for span, sentence, _cues in telling(section, facts.document, language, "delegates"):
        if (
            any(start <= span[0] < end for start, end in of_offices)
            or language.has(sentence, "represents", "left")
            or language.has(without_titles(sentence, language), "board")
            or not (language.has(sentence, "honours") or "(" in sentence)
            or not (is_ours(sentence, facts) or are_titled(sentence, facts))
            or of_another(sentence, facts)
            or of_a_part(sentence, facts)
        ):
            continue
        position = 0
        for clause in _SEMICOLON.split(sentence):
            told_now = language.has(without_honours(clause, language), "delegates") and not is_former(clause, language)
            asked = asking_clause(clause, language) if told_now else (0, 0)
            everybody = people.everybody(clause, language) if told_now else []
            if asked != (0, len(clause)):  # “…, contact Tor Vik”
                everybody = [one for one in everybody if not asked[0] <= one.start < asked[1]]
            if any(speaks_up(clause, one, language) for one in everybody) or is_an_envoy(clause, span, facts):
                everybody = []
            told = told_as_deputies(clause, everybody, language)
            for one, before, after in people.each_with_words(clause, everybody):
                deputy = one in told if told else one.deputy or not speaks_of_regulars(clause, language)
                if is_stood_in_for(before, language):
                    deputy = False  # “Bo Ek is the substitute for Ann Ek”, who may be another authority's
                    if not (one.party or is_our_own(one, before, facts) or is_titled(before, after, facts)):
                        continue
                at = span[0] + position + one.start, span[0] + position + one.end
                role = "observer" if language.has(clause[: one.start], "observer_label") else None
                enter(facts, Representative(one.name, one.party, role, deputy), at, 0.82)
            position += len(clause) + 1


@section_rule("politicians in running text")
def politicians(facts: Facts, section: Section) -> None:
    """The offices and seats that sentences give to people with a party, now."""
    of_offices = [(f.start, f.end) for f in section.fields if f.name in OF_OFFICES]
    for span, sentence, cues in sentences_of(section, facts.document, facts.language):
        may_tell = _may_tell(sentence, facts)
        if (
            (not may_tell and cues.isdisjoint(OF_AN_OFFICE))
            or of_another(sentence, facts)
            or of_a_part(sentence, facts)
            or of_neighbours(sentence, facts.language, facts.authority)
            or ("succeeds" in cues and tells_of_succession(sentence, facts.language))
        ):
            continue
        named = with_surnames(sentence, people.everybody(sentence, facts.language), facts)
        is_new = facts.language.has(sentence, "appoints") and any(one.party for one in named)
        whom = None if is_new else meant(span, sentence, facts) or going_on(sentence, named, facts)
        named = sorted([*named, whom], key=lambda one: one.start) if whom else named
        if cues.isdisjoint(OF_AN_OFFICE) and not any(one.party for one in named):
            continue  # neither an office nor a seat
        named = [one for one in named if not speaks_up(sentence, one, facts.language)]
        named = [one for one in named if not works_for_another(sentence, one, facts.language)]
        if not 0 < len(named) <= MOST_PEOPLE or of_group(sentence, facts):
            continue
        once = leaving(sentence, facts.language) is not None or is_former(sentence, facts.language)
        now = [one for one in named if is_told_apart(sentence, one, facts.language)] if once else named
        if once and len(now) < len(named) and any(one.party for one in named):
            facts.doubt("office-doubtful", "Is this office held now? {words}", span)
        if not now:
            continue
        is_told = any(start <= span[0] < end for start, end in of_offices)  # of offices alone
        speaks = not is_told and speaks_of_seats(sentence, named, facts)
        ours, deputies = is_ours(sentence, facts), False
        for somebody, before, after in people.each_with_words(sentence, named):
            if somebody not in now:
                continue
            after = after.partition(",")[0] if somebody is whom else after
            after = without_next_title(after, facts.language) if somebody is not named[-1] else after
            at = (span[0] + somebody.start, span[0] + somebody.end)
            known = somebody is whom or is_our_own(somebody, before, facts) or is_titled(before, after, facts)
            theirs = somebody.party or known or (may_tell and is_no_stranger(sentence, somebody, facts))
            of_it = somebody.party is not None and any(name in before for name in own_names(facts) if name)
            stands = ours or known or of_it or heads_the_authority(before, after, facts.language)
            office = post_of(before, after, facts, stands) if theirs else None
            if office and leads_a_delegation(before + after, office, facts.language):
                office = None
            if office and is_unheld(before, after, sentence, facts.language):
                continue
            if office == "board" and (somebody.deputy or stands_in(before, after, facts.language)):
                office = None  # “sits on its board, with Bo Ek (M) as deputy”
            elsewhere = speaks_for_others(after, facts) or is_titled_elsewhere(before, facts)
            if office and not somebody.party and somebody is not whom and elsewhere:
                continue  # “its president is the mayor Dario Neri from Florence”
            if (
                office
                and _section().search(after)
                and not is_of_a_unit(after, facts)
                and not _section().search(facts.organisation.name.text)
            ):
                continue
            if office is not None:
                since, until = dates.term_beside(_of_the_office(before, facts.language), after[:NEAR], facts.language)
                hold(facts, Office(office, somebody.name, somebody.party, since, until), at, 0.85)
                if office != "board" and sits_as_well(after, facts.language):
                    hold(facts, Office("board", somebody.name, somebody.party), at, 0.8)
            elif (
                somebody.party
                and speaks
                and not (speaks_for_others(after, facts) or _holds(somebody, named, span, sentence, facts))
            ):
                behind = first_clause(after)[:NEAR]
                of_a_group = is_anothers(behind, facts.language) or names_a_commission(behind, facts)
                chairs = facts.language.has(behind, "chair", "vice-chair", "chair_verbs", "holds")
                if (of_a_group and chairs) or leads_a_part(behind, facts) or is_chair_at_home(behind, facts.language):
                    continue  # the chair of a working group, or of the council
                if leads_at_home(before, facts.language) or is_told_of_an_office(before, facts.language):
                    continue
                if not ours and names_another(before, facts.language, facts.authority):
                    continue  # “the other members are Eastsea County, whose delegate is …”
                goes_on = facts.language.pattern("and").fullmatch(before.strip(" ,")) or before.strip() == ","
                ahead = sentence[: somebody.start] if whom else before  # “If she cannot go, …”
                deputy = somebody.deputy or stands_in(ahead, after, facts.language) or bool(goes_on and deputies)
                deputies = deputy
                enter(facts, Representative(somebody.name, somebody.party, deputy=deputy), at, 0.82)


def _of_the_office(before: str, language: Language) -> str:
    """The words before somebody that tell of the office: “(a member since 2009,) vice-chair”."""
    near = before[-NEAR:]
    told, comma, rest = near.rpartition(", ")
    return rest if comma and language.has(told, "member_words") and not language.has(told, *OF_AN_OFFICE) else near


def _holds(somebody: Somebody, named: list[Somebody], sentence: Span, words: str, facts: Facts) -> bool:
    """Whether a sentence is known to say that somebody whom it names once holds an office: “… holds the presidency
    (Asta Lind, S)”, “it is held by Asta Lind (S)”."""
    own = facts.organisation
    if facts.language.has(words, "fills") and any(one.person == somebody.name for one in own.offices):
        return True
    if sum(one.name == somebody.name for one in named) > 1:
        return False
    at = (own.evidence.get(f"offices.{place}") for place, one in enumerate(own.offices) if one.person == somebody.name)
    return any(span is not None and sentence[0] <= span[0] < sentence[1] for span in at)


@section_rule("others in a list of politicians")
def beside_politicians(facts: Facts, section: Section) -> None:
    """Who stands without a party in a list of nothing but people, the others of whom are sent there, is sent there."""
    items = [block for block in section.paragraphs if block.kind == "item"]
    sent = {one.person for one in facts.organisation.representatives}
    named = [people.everybody(facts.document.of(block), facts.language) for block in items[:MOST_PEOPLE]]
    if not sent or any(len(every) != 1 for every in named):
        return
    for block, (one,) in zip(items, named, strict=False):
        words = facts.document.of(block)
        if not one.party and one.name not in sent and people.is_person(words, facts.language):
            at = block.start + one.start, block.start + one.end
            enter(facts, Representative(one.name, None, deputy=one.deputy), at, 0.8)


def _may_tell(sentence: str, facts: Facts) -> bool:
    """Whether a sentence holds anything by which its people, if any, would be politicians, or are known already.

    Most hold nothing of the kind, and to look for people in each takes long.
    """
    if "(" in sentence or "[" in sentence:
        return True
    words, endings = words_in(sentence), facts.language.words["title_endings"] or ("\0",)
    if not facts.language.firsts("parties", "honours", "titles", "our", "somebody").isdisjoint(words):
        return True
    if any(word.endswith(endings) for word in words):
        return True
    folded = sentence.casefold()
    return any(person.rpartition(" ")[2].casefold() in folded for person in people_of(facts))
