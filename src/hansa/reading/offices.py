"""The offices that the authority holds in an organisation, itself or through a person.

An office is found only where a sentence says who holds it, and that is the authority: its name or “we” is the subject
of a holding verb, the office is said to be “hosted by us”, or a person of the authority is said to hold it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import islice

from hansa.reading import dates, people
from hansa.reading.authority import called, ends_in_we
from hansa.reading.belonging import is_former, of_neighbours
from hansa.reading.callings import everybody
from hansa.reading.counted import is_of_one_country
from hansa.reading.facts import Facts, section_rule
from hansa.reading.groups import names_a_group, of_group
from hansa.reading.holding import by_our_unit, holds, hosted, is_parted, leads_a_delegation, parted, when, without_seat
from hansa.reading.ingroups import in_a_group, is_of_one_nation
from hansa.reading.languages import Language, all_languages, alternatives
from hansa.reading.outline import Field, Section, cues_of
from hansa.reading.own_people import with_surnames
from hansa.reading.posts import in_one_of_its_own
from hansa.reading.prose import is_ours, of_another, telling, without_own_name
from hansa.reading.represented import represented_by
from hansa.reading.ties import aside
from hansa.reading.types import Office

OFFICES = ("vice-chair", "chair", "secretariat", "board")
NEAR = 120  # characters between an office and the person through whom it is held
NEXT_WORDS = 5
SURE = 0.8
MOST_MENTIONS = 5  # of one office in a sentence
_PART = re.compile(r"(?:[^;\n.]|(?<!\w{4})\.|\.(?!\s[A-ZÀ-ÞŁŚ]))+")
FAR_FROM_NAME = 60
MOST_BETWEEN, FEW_WORDS = 4, 3  # words
_APART = re.compile(r"[;:()]|(?<=\w{4})\.\s")
_THERE = re.compile(r"\s(?:\w{1,3}\s|[dl]['’])?[A-ZÀ-ÖØ-ÞŁŚŻŹĆ]\w")  # “at the town hall of Ghent”
_NAMED = re.compile(r"\s(?P<place>[A-ZÀ-ÖØ-ÞŁŚŻŹĆ][\w’'-]{3,30})(?!\s[A-ZÀ-ÖØ-ÞŁŚŻŹĆ])")  # “Regione Istriana”
_SIGNS = re.compile(r"[;:.()]")


@dataclass(frozen=True, slots=True)
class Held:
    """An office that a sentence says the authority holds: where its words begin and end."""

    office: str
    start: int
    end: int


@section_rule("offices", *OFFICES, "chair_verbs")
def offices(facts: Facts, section: Section) -> None:
    """The offices that sentences say the authority holds now; what it held once, or may hold, is a doubt."""
    for span, sentence, _cues in telling(section, facts.document, facts.language, *OFFICES, "chair_verbs"):
        is_at_home = facts.language.has(sentence, "secretariat") and facts.language.has(sentence, "town_hall")
        if not (is_ours(sentence, facts) or is_at_home) or of_another(sentence, facts) or of_group(sentence, facts):
            continue
        if of_neighbours(sentence, facts.language, facts.authority):
            continue
        found = list(_held(sentence, facts))
        plain = aside(facts.language).sub(" ", sentence) if found else ""
        if found and (is_former(plain, facts.language) or facts.language.has(plain, "left")):
            facts.doubt("office-doubtful", "Is this office held now? {words}", span)
            continue
        for held in found:
            _take(facts, held.office, sentence, held.start, held.end, span[0], SURE)


def roles(facts: Facts, field: Field, value: str) -> None:
    """“Our role: chair through Asta Lind (C); secretariat”."""
    before = len(facts.organisation.offices)
    for part in _PART.finditer(value):
        if facts.language.has(part.group(), "formerly"):
            continue
        if is_of_one_country(part.group(), part.group(), facts.language) and not everybody(part.group(), facts):
            continue  # “Norway has two seats on the board”
        chairs = facts.language.has(part.group(), "vice-chair", "chair")
        for office in OFFICES:
            match = facts.language.pattern(office).search(part.group())
            if match and office == "board" and chairs:
                continue  # “vice-chair of the executive committee”
            if match and office != "secretariat" and in_one_of_its_own(part.group(), match, facts):
                continue
            if match and not (office == "chair" and facts.language.pattern("vice-chair").search(part.group())):
                _take(facts, office, part.group(), match.start(), match.end(), field.start + part.start(), 0.95)
                _by_name(facts, part.group(), match.start())
    kind = next((k for k in ("associate", "observer", "full") if facts.language.has(value, f"kind_{k}")), None)
    if kind is not None and facts.membership.kind is None:
        facts.membership.kind = kind
        facts.note("membership.kind", (field.start, field.end), 0.9)
    elif len(facts.organisation.offices) == before:
        facts.doubt("role-not-understood", "No office was made of {words}.", (field.start, field.end))


def _by_name(facts: Facts, words: str, start: int) -> None:
    """Enter the person named before an office, or by the surname beside it, or the only one sent there, where it is
    somebody's: “Traffic director Jan Vik is its vice-chair”, “Vice-chair (Vik)”, “member of its board”."""
    latest = facts.organisation.offices[-1] if facts.organisation.offices else None
    if latest is None or latest.person is not None or latest.office == "secretariat":
        return
    named = everybody(words[:start], facts)[-1:] or with_surnames(words, [], facts)
    sent = [one for one in facts.organisation.representatives if not one.deputy]
    if len(named) == 1:
        latest.person, latest.party = named[0].name, named[0].party
    elif not named and len(sent) == 1 and facts.language.has(words, "elected", "member_words"):
        latest.person, latest.party = sent[0].person, sent[0].party


def _held(sentence: str, facts: Facts) -> Iterator[Held]:
    """The offices that a sentence says are the authority's."""
    taken: list[Held] = []
    plain = without_own_name(sentence, facts)
    for office in OFFICES:
        for match in islice(facts.language.pattern(office).finditer(plain), MOST_MENTIONS):
            start, end = match.span()
            of_its_chair = office == "board" and facts.language.pattern("chair", "vice-chair").match(sentence, end + 1)
            if of_its_chair or any(held.start <= start < held.end for held in taken):
                continue  # “hallituksen puheenjohtaja”
            if _is_held(office, sentence, start, end, facts, after_another=bool(taken)) or _goes_with(
                sentence, start, taken, facts
            ):
                taken.append(Held(office, start, end))
                break
        else:
            if office == "chair" and not taken and (verb := _chairs(sentence, facts)):
                taken.append(Held(office, *verb.span()))
    yield from taken


def _goes_with(sentence: str, start: int, taken: list[Held], facts: Facts) -> bool:
    """Whether an office is but joined to one that is held: “the presidency and the secretariat”."""
    if not taken or not taken[-1].end <= start:
        return False
    words = sentence[taken[-1].end : start].split()
    little = (*facts.language.words["and"], *facts.language.words["articles"], *facts.language.function_words)
    return 0 < len(words) <= 3 and words[0] in facts.language.words["and"] and all(word in little for word in words)


def _is_held(office: str, sentence: str, start: int, end: int, facts: Facts, *, after_another: bool) -> bool:
    """Whether the words around an office say that the authority holds it."""
    language = facts.language
    before, after = sentence[max(0, start - NEAR) : start], sentence[end : end + NEAR]
    before = without_seat(before, language) if office == "board" else before
    joint = language.pattern("and").search(after)
    if of_another(after[: joint.start() if joint else NEAR].partition(",")[0], facts):
        return False  # “chair of the North Sea Commission and on the board of the CPMR”
    if is_of_one_nation(after, facts) or leads_a_delegation(sentence[start : end + NEAR], office, language):
        return False
    if office in ("chair", "vice-chair") and (
        names_a_group(" ".join(after.split()[:NEXT_WORDS]), facts) or in_a_group(sentence[:start], facts)
    ):
        return False
    if _holds_in_parts(before, facts):
        return True
    for verb in holds(language).finditer(before):
        if office == "board" and verb.group().casefold().startswith(language.words["hosts"]):
            continue  # a meeting of it
        if (behind := _subject(language, facts.authority).match(before, verb.end() + 1)) and not after_another:
            gap = before[behind.end() :]  # “Since 2016 holds the city the post of …”, as Swedish and Dutch put it
            if len(gap.split()) <= MOST_BETWEEN and not _SIGNS.search(gap) and "," not in gap:
                return True
        if (
            _is_close(before[_end_of(verb, before, language) :], language)
            and (
                ends_in_we(verb.group(), language)
                or _subject(language, facts.authority).match(verb.group())  # “kaupungilla on”
                or _ends_with_subject(before[: verb.start()], facts)
                # “… is chair, and holds the secretariat”: the same subject
                or (after_another and _ends_with_joint(before[: verb.start()], language))
            )
        ):
            return True
    for gap, behind_it in hosted(before, after, language):
        if office == "board" and len(gap.split()) > 2:
            continue  # “the board meets at our …”
        words = when(language).sub(" ", behind_it, 1).lstrip()
        subject = _subject(language, facts.authority)
        ours = subject.match(words) or subject.match(_bare(words, language))
        if office == "secretariat" and _is_at_home(gap, words, language):
            return True
        if office == "secretariat" and by_our_unit(words, language, facts.authority) and _is_one_clause(gap, language):
            return True
        rest = ours.string[ours.end() :] if ours else ""
        if ours and _is_one_clause(gap, language) and not _is_of_elsewhere(rest, facts):
            return True
    if (office == "board" and _sits(sentence, start, facts)) or _by_apposition(sentence, start, end, facts):
        return True
    for verb in language.pattern("is").finditer(before):
        who = _holder(language, facts.authority).search(before, 0, verb.start())
        if (
            who
            and _is_close(before[verb.end() :], language)
            and _is_one_clause(before[who.end() : verb.start()], language)
        ):
            return True
    return False


def _sits(sentence: str, start: int, facts: Facts) -> bool:
    """Whether the authority is said to sit on a board: “Westsea is represented in all groups, and on the board”."""
    words = " ".join(sentence[:start].split()[-FEW_WORDS:])
    return (
        (facts.language.has(words, "in") or bool(words and not facts.language.words["in"]))  # Finnish says it by a case
        and facts.language.has(sentence, "sits")
        and (
            _subject(facts.language, facts.authority).search(sentence) is not None
            or ends_in_we(sentence, facts.language)
        )
        and not people.everybody(sentence, facts.language)
    )


def _by_apposition(sentence: str, start: int, end: int, facts: Facts) -> people.Somebody | None:
    """Who holds an office, where the sentence says that it is somebody of the authority's.

    “Since 2021 Ann Ek, Director of Planning of Region Westsea, has been on the board”.
    """
    language = facts.language
    for match in _official(language, facts.authority).finditer(sentence) if facts.authority else ():
        gap = sentence[match.end() : start] if match.end() <= start else sentence[end : match.start()]
        if 0 < len(gap) < NEAR and language.has(gap, "is", "holds") and _is_one_clause(gap, language):
            return people.somebody(sentence, language, match.start())
    return None


@lru_cache(maxsize=64)
def _official(language: Language, authority: str | None) -> re.Pattern[str]:
    """A person with the authority in what stands behind the name."""
    case = "" if language.words["articles"] else r"\w{0,2}"  # “prezydent Brzegowa”, of Brzegowo
    own = "|".join(f"{re.escape(name)}{case}" for name in called(authority, language))
    who = rf"(?<!\w){people.NAME}(?:\s?{people.PARTY_PLAIN})?"
    return re.compile(rf"{who},\s[^;()]{{0,{FAR_FROM_NAME}}}?(?:{own})(?!\w),?")


def _bare(words: str, language: Language) -> str:
    """Words without the article that they begin with."""
    words = words.lstrip()
    article = cues_of(language).article.match(words)
    return words[article.end() :] if article else words


def _chairs(sentence: str, facts: Facts) -> re.Match[str] | None:
    """“We chair the network”: the verb, directly behind the authority."""
    for verb in islice(facts.language.pattern("chair_verbs").finditer(sentence), MOST_MENTIONS):
        ours = ends_in_we(verb.group(), facts.language) or _ends_with_subject(
            sentence[max(0, verb.start() - NEAR) : verb.start()], facts, most=20
        )
        behind = sentence[verb.end() : verb.end() + NEAR].partition(",")[0]
        of_a_group = names_a_group(" ".join(behind.split()[:NEXT_WORDS]), facts) or is_of_one_nation(behind, facts)
        if ours and not of_a_group and not of_another(behind, facts):
            return verb
    return None


def _is_at_home(gap: str, words: str, language: Language) -> bool:
    """Whether a secretariat is said to be “with us”, or “at the town hall”, and of no place behind that."""
    hall = language.pattern("town_hall").match(words) or language.pattern("town_hall").match(_bare(words, language))
    we = None if hall else language.pattern("we").match(words)
    hall = hall or (language.pattern("town_hall").match(words, we.end() + 1) if we else None)  # “unserem Rathaus”
    if we and not hall and _anothers(language).match(words, we.end()):
        return False
    hall = hall or we or _ours_behind(language).match(words)
    return hall is not None and _is_one_clause(gap, language) and _THERE.match(hall.string[hall.end() :]) is None


@cache
def _anothers(language: Language) -> re.Pattern[str]:
    """What stands behind “our” where it is somebody else: “our partner city of Ghent”."""
    return re.compile(rf"(?:\s[a-zà-ÿ]{{4,20}}){{1,2}}\s(?:{language.joining('of')})?[A-ZÀ-ÖØ-ÞŁŚŻŹĆ]")


@cache
def _ours_behind(language: Language) -> re.Pattern[str]:
    """A noun with “our” behind it at the end of a clause, as Norwegian may put it: “kontora våre”."""
    ours = alternatives(set(language.words["our"]) & set(language.words["we"]))
    return re.compile(rf"[a-zà-ÿ]{{3,30}}\s(?:{ours})(?=[.,;)]|\Z)")


def _is_of_elsewhere(behind: str, facts: Facts) -> bool:
    """Whether the words behind “the city” name another one: “the city of Ghent”, not “the city of Westsea”."""
    named = _elsewhere().match(behind) or _NAMED.match(behind)
    if named and facts.language.has(named["place"], "authority_words", "unit_words", "titles", "honours", *OFFICES):
        named = None
    return named is not None and not any(named["place"] in own for own in called(facts.authority, facts.language))


@cache
def _elsewhere() -> re.Pattern[str]:
    return re.compile(rf"\s{all_languages().joining('of')}(?P<place>[A-ZÀ-ÖØ-ÞŁŚŻŹĆ][\w’'-]{{2,30}})")


def _ends_with_subject(words: str, facts: Facts, most: int = 60) -> bool:
    """Whether the authority is the subject of what follows these words, in the same clause."""
    return any(
        len(gap := words[subject.end() :]) <= most
        and _is_one_clause(gap, facts.language)
        and not _is_of_elsewhere(gap, facts)
        for subject in _subject(facts.language, facts.authority).finditer(words)
    )


def _ends_with_joint(words: str, language: Language) -> bool:
    last = words.split()[-1:]
    return bool(last) and last[0].lower() in language.words["and"]


def _is_close(between: str, language: Language) -> bool:
    """Whether at most three words stand between a verb and its office, none of which parts the one from the other.

    When the office is held may be told between them, too: “holds until 2026 the …”.
    """
    between = when(language).sub(" ", between)
    parting = ("parting", "breakers", "through")  # “takes part through its chair”
    return len(between.split()) <= 3 and not _SIGNS.search(between) and not language.has(between, *parting)


def _end_of(verb: re.Match[str], words: str, language: Language) -> int:
    """Where a holding verb ends, with “one of” behind it."""
    one_of = language.pattern("one_of").search(words, verb.start())
    is_soon = one_of is not None and _is_close(words[verb.end() : one_of.start()], language)
    return max(verb.end(), one_of.end()) if one_of and is_soon else verb.end()


def _is_one_clause(words: str, language: Language) -> bool:
    return not _SIGNS.search(words) and not language.has(words, "breakers")


@lru_cache(maxsize=64)
def _subject(language: Language, authority: str | None) -> re.Pattern[str]:
    """“We”, “the region”, or the authority by its name."""
    ours = rf"(?i:{language.any_of('we_subject')})"
    names = "".join(f"|{re.escape(name)}" for name in called(authority, language))
    return re.compile(rf"(?<!\w)(?:{ours}{names})(?!\w)")


@lru_cache(maxsize=64)
def _holder(language: Language, authority: str | None) -> re.Pattern[str]:
    """A person of the authority: “our councillor Asta Lind (C)”, “Asta Lind (C) from Region Westsea”."""
    party = rf"(?:\s?{people.PARTY_PLAIN})?"
    who = rf"(?i:{language.any_of('our')})\s(?:[\w-]{{1,30}}\s){{0,2}}{people.NAME}{party}"
    if authority is not None:
        who += rf"|{people.NAME}{party},?\s(?:(?i:{language.any_of('from')})\s)?{re.escape(authority)},?"
    return re.compile(rf"(?<!\w)(?:{who})")


def _holds_in_parts(before: str, facts: Facts) -> bool:
    """Whether a holding verb in two parts stands around the authority: “sedan 2015 svarar kommunen även för …”."""
    begins, ends = parted(facts.language, "holds")
    for first in begins.finditer(before):
        subject = _subject(facts.language, facts.authority).match(before, first.end() + 1)
        rest = ends.match(before, subject.end()) if subject else None
        if rest and is_parted(first, rest, facts.language, "holds") and _is_close(before[rest.end() :], facts.language):
            return True
    return False


def _take(facts: Facts, office: str, text: str, start: int, end: int, offset: int, confidence: float) -> None:
    """Note an office; a person stands behind “through”, or before “is”."""
    if any(held.office == office for held in facts.organisation.offices):
        return
    language, held = facts.language, Office(office)
    first, last = start, end
    if office != "secretariat":
        after = language.pattern("through").search(text, end, end + NEAR)
        person = people.somebody(text, language, after.end()) if after else None
        if person is not None and after is not None and _is_one_name(text[after.end() : person.start]):
            held.person, held.party, last = person.name, person.party, person.end
        elif before := _holder_before(text, start, facts) or _by_apposition(text, start, end, facts):
            held.person, held.party, first = before.name, before.party, before.start
    behind = text[last : last + 60].partition(".")[0]
    ahead = text[max(0, first - NEAR) : last]
    joined = language.pattern("since").search(ahead)
    joint = language.pattern("and").search(ahead, joined.end()) if joined else None
    ahead = ahead[joint.end() :] if joint else ahead  # “joined it in 1991 and holds the presidency”
    held.since, held.until = dates.term_beside(ahead, behind, language)
    if held.since is None and held.until is None and end < last:
        held.since, held.until = dates.span_in(text[end:last], language)  # “for 2024–2025, in the person of …”
    if dates.is_to_come(held.since, facts.updated):
        return
    position = len(facts.organisation.offices)
    facts.organisation.offices.append(held)
    facts.note(f"offices.{position}", (offset + first, offset + last), confidence)


def _is_one_name(words: str) -> bool:
    """Whether words before a name are but its honours: “the councillor for Europe, Mr”."""
    return len(words) < FAR_FROM_NAME and words.count(",") < 2 and not _APART.search(words)


def _holder_before(text: str, start: int, facts: Facts) -> people.Somebody | None:
    """The person of “our councillor Asta Lind (C) is chair”."""
    match = _holder(facts.language, facts.authority).search(text, max(0, start - NEAR), start)
    return (
        people.somebody(text, facts.language, match.start()) if match else represented_by(text, start, facts.language)
    )
