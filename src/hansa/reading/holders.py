"""Who fills a seat of which was told without a person: “We have a seat on the board. It is held by Cllr Asta Lind.”"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import islice

from hansa.reading import dates, people
from hansa.reading.affiliation import OF_AN_OFFICE, is_titled, speaks_for_others, speaks_up
from hansa.reading.belonging import is_former
from hansa.reading.callings import everybody
from hansa.reading.delegates import enter, hold
from hansa.reading.facts import Facts, section_rule
from hansa.reading.groups import names_a_group, of_group
from hansa.reading.outline import Section, Sentence
from hansa.reading.own_people import is_our_own
from hansa.reading.people import Somebody
from hansa.reading.posts import heads_the_authority
from hansa.reading.prose import is_ours, of_another, sentences_of
from hansa.reading.types import Office, Representative, Span

NEAR = 60  # letters between a seat, or the verb, and who fills it
MOST_BEHIND = 2  # sentences
MOST_SEATS = 3
OFFICES = ("board", "chair", "vice-chair")  # the last where two end alike
_IN_BRACKETS = re.compile(r"\A[^.;:()]*\(\s?\Z")
_TOLD_BY_SIGN = re.compile(r"\W{0,3}[:(–—]\s?\w?")


@section_rule("who fills a seat that was told of before")
def holders(facts: Facts, section: Section) -> None:
    """The people behind the authority's offices that were told without any."""
    vacant = [(place, one) for place, one in enumerate(facts.organisation.offices) if one.person is None]
    if not vacant:
        return
    every = sentences_of(section, facts.document, facts.language)
    for place, office in vacant:
        told = facts.organisation.evidence.get(f"offices.{place}")
        number = next((n for n, one in enumerate(every) if told and one.span[0] <= told[0] < one.span[1]), None)
        if told is None or number is None or office.office == "secretariat":
            continue
        found = list(_in_the_sentence(every[number], told, facts)) or list(
            _soon_behind(every[number + 1 : number + 1 + MOST_BEHIND], office, facts)
        )
        for seat, (one, span, since, until) in enumerate(found[:MOST_SEATS]):
            if not seat:
                office.person, office.party = one.name, one.party
                office.since, office.until = office.since or since, office.until or until
            elif office.office == "board":
                facts.organisation.offices.append(Office("board", one.name, one.party, since, until))
                facts.note(f"offices.{len(facts.organisation.offices) - 1}", span, 0.82)


Found = tuple[Somebody, Span, str | None, str | None]


def _in_the_sentence(told: Sentence, office: Span, facts: Facts) -> Iterator[Found]:
    """“… provides one of the vice-presidents: Mayor Ann Ek”, “a seat on the board, which Mayor Ann Ek fills”."""
    behind = told.text[office[1] - told.span[0] :]
    named = everybody(behind, facts)
    if not named or named[0].start > NEAR:
        return
    gap, after = behind[: named[0].start], behind[named[0].end :]
    plain = facts.language.pattern("fills").sub(" ", gap)  # Finnish “hoitaa”, which a contact does as well
    if facts.language.has(plain, *OF_AN_OFFICE, "formerly", "left", "deputy_label", "contact"):
        return
    represents = facts.language.has(gap, "represents") or facts.language.has(after[:NEAR], "represents")
    if len(named) == 1 and facts.language.has(gap, "breakers") and represents:
        yield from _theirs(named, behind, office[1], facts, told=True)  # “…, where Cllr Ek represents it”
    elif _TOLD_BY_SIGN.match(gap) or _IN_BRACKETS.search(gap):
        yield from _theirs(named, behind, office[1], facts, told=True)
    elif len(named) == 1 and facts.language.has(f"{gap} {after[:NEAR]}", "fills"):
        yield from _theirs(named, behind, office[1], facts, told=named[0].name not in behind)


@section_rule("who fills a seat that is one of a country's", "fills")
def fillers(facts: Facts, section: Section) -> None:
    """“Norway has two seats on the board. One of them is held by Cllr Asta Lind (Ap).”: the office told last before."""
    every = sentences_of(section, facts.document, facts.language)
    for number, one in enumerate(every):
        if number and "fills" in one.cues and facts.language.has(one.text, "fills"):
            before = every[number - 1].text
            if facts.language.has(before, "assemblies") and is_ours(before, facts):
                _seats(one, before, facts)
                continue
            office = _told_last(before, facts) if not facts.language.has(one.text, *OF_AN_OFFICE) else None
            if office is None or of_another(before, facts) or names_a_group(before, facts):
                continue
            for somebody, span, since, until in islice(_soon_behind([one], Office(office), facts), 1):
                hold(facts, Office(office, somebody.name, somebody.party, since, until), span, 0.78)


def _seats(one: Sentence, before: str, facts: Facts) -> None:
    """“The City has two seats in the assembly. They are held by Mayor Ann Ek (S) and Bo Ek (M).”"""
    language = facts.language
    if language.has(before, *OF_AN_OFFICE, "left") or is_former(before, language) or people.everybody(before, language):
        return
    for somebody, span, _since, _until in _soon_behind([one], Office(""), facts):
        enter(facts, Representative(somebody.name, somebody.party, deputy=somebody.deputy), span, 0.8)


def _told_last(sentence: str, facts: Facts) -> str | None:
    """The office that a sentence tells of last, and of nobody in it."""
    language = facts.language
    found = [(at.end(), office) for office in OFFICES for at in language.pattern(office).finditer(sentence)]
    return max(found)[1] if found and not people.everybody(sentence, language) else None


def _soon_behind(every: Sequence[Sentence], office: Office, facts: Facts) -> Iterator[Found]:
    """“It is held by Mayor Ann Ek”, in the next sentence, or the one behind that where the next names nobody."""
    others = [cue for cue in OF_AN_OFFICE if not office.office or not cue.startswith(office.office)]
    for span, sentence, _cues in every:
        named = everybody(sentence, facts)
        if not named:
            if facts.language.has(sentence, *OF_AN_OFFICE):
                return
            continue
        plain = sentence
        for _one, before, after in people.each_with_words(sentence, named):
            if heads_the_authority(before, after, facts.language):
                plain = plain.replace(before, " ").replace(after, " ")
        plain = facts.language.pattern("fills", "honours").sub(" ", plain)
        fits = facts.language.has(sentence, "fills") and not facts.language.has(plain, *others, "contact", "left")
        if fits and not (
            of_another(sentence, facts) or of_group(sentence, facts) or is_former(sentence, facts.language)
        ):
            yield from _theirs(named, sentence, span[0], facts, told=named[0].name not in sentence)
        return


def _theirs(named: list[Somebody], words: str, offset: int, facts: Facts, *, told: bool = False) -> Iterator[Found]:
    """Those of some people who are the authority's, as far as the words beside them tell it; all of them where it is
    `told` that they are, up to one who is not."""
    for one, before, after in people.each_with_words(words, named):
        ours = told or one.party or is_our_own(one, before, facts) or is_titled(before, after, facts)
        ours = ours or heads_the_authority(before, after, facts.language)
        if not ours or speaks_for_others(after, facts) or speaks_up(words, one, facts.language):
            return
        since, until = dates.term_beside(before[-NEAR:], after[:NEAR], facts.language)
        yield one, (offset + one.start, offset + one.end), since, until
