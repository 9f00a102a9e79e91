"""A network's forums, committees and working groups in which the authority holds an office: “our councillor Asta Lind
is chair of the Environment Forum”. They are organisations of their own, and parts of the network that is told of."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from itertools import islice

from hansa.reading import names, people
from hansa.reading.authority import called, names_another, speaks_of_us
from hansa.reading.belonging import is_denied, is_planned, member_of, sends_somebody, takes_part
from hansa.reading.document import Block, Document
from hansa.reading.facts import Facts
from hansa.reading.known import has_parts, is_institution, known_in, whole_of
from hansa.reading.languages import Language, all_languages, alternatives
from hansa.reading.outline import Section
from hansa.reading.prose import sentences_of, telling, without_own_name
from hansa.reading.spoken import without_case
from hansa.reading.types import Organisation, Span

SURE = 0.6
MOST_OFFICES = 5  # of a sentence
FAR = 60  # letters
NEAR, CLOSE = 20, 4
CLOSE_BEHIND = 30
LONG_ENOUGH = 3  # letters of a compound before the noun for a group
_CAPITAL = "A-ZÀ-ÖØ-ÞĄĆĘŁŃŚŹŻ"
_LITTLE = r"(?:[a-zà-ÿ]{1,6}['’]?\s|\([^()]{2,30}\)\s|[dl]['’]){0,5}?"
_NO_NAME = ("board", "secretariat", "is", "holds", "chair", "vice-chair", "sits")  # cues
_OF_A_COUNTRY = re.compile(rf"(?<!\w)(?P<short>[{_CAPITAL}][^\s]{{1,20}})\s(?P<country>[{_CAPITAL}]\w{{1,20}})(?!\w)")
_SIGNS = re.compile(r"[,;:.()]")
_CLAUSE_ENDS = re.compile(r"[;:.(]")


def within(section: Section, document: Document, language: Language, authority: str | None) -> Iterator[Section]:
    """Sections of the groups of which a section's sentences tell that somebody is their chair or vice-chair.

    Whether that is the authority's is for the rules on offices to tell.
    """
    for span, sentence, _cues in telling(section, document, language, "chair", "vice-chair", "chair_verbs"):
        for first, last in _named(sentence, language):
            if _is_whose_title(sentence[:first], language):
                continue
            heading = names.parse(sentence[first:last], span[0] + first)
            if language.has(sentence[first:last], *_NO_NAME) or is_institution(sentence[first:last]):
                continue
            if _is_an_authoritys(sentence[last : last + FAR], language, authority):
                continue
            block = Block("mention", span[0] + first, span[0] + last)
            yield Section(block, called=heading, named=1, sure=SURE, paragraphs=[Block("clause", *span)])


def _is_whose_title(before: str, language: Language) -> bool:
    """Whether a group stands in the title of whoever represents the authority: “… is represented by the chair of the
    Environment Committee, …”."""
    verb = language.find(before, "represents")
    return verb is not None and not language.has(before[verb.end() :], "is", "holds", "and", "sits", "its")


def joined(section: Section, document: Document, language: Language, authority: str | None) -> Iterator[Section]:
    """Sections of the groups to which a section's sentences say that the authority belongs: “We also take part in its
    Culture Forum, where Cllr Ek speaks for us”."""
    is_told = section.heading is not None and section.heading.kind not in ("mention", "clause")
    own = own_names(section.called) if is_told and section.called else ()
    for span, sentence, _cues in telling(section, document, language, "groups"):
        found = joined_in(sentence, language, authority, own)
        if found is None:
            continue
        heading = without_case(names.parse(sentence[slice(*found)], span[0] + found[0]), language)
        block = Block("mention", span[0] + found[0], span[0] + found[1])
        yield Section(block, called=heading, named=1, sure=SURE, paragraphs=[Block("clause", *span)])


def own_names(called: names.Heading) -> tuple[str, ...]:
    """What a network is called, in full and in short."""
    short = (called.abbreviation[0],) if called.abbreviation else ()
    return (*(name.text for name, _span in called.names()), *short)


def joined_in(sentence: str, language: Language, authority: str | None, own: tuple[str, ...] = ()) -> Span | None:
    """Where a sentence names a group that it says the authority belongs to: soon behind the words for that.

    Where a network's own section tells of it, the network's `own` names need not stand beside the group.
    """
    if not language.has(sentence, "groups") or not speaks_of_us(sentence, language, authority):
        return None
    if is_denied(sentence, language) or is_planned(sentence, language) or language.has(sentence, "left"):
        return None
    verbs = (member_of(language), takes_part(language), language.pattern("member_words"))
    for said in (match for verb in verbs for match in verb.finditer(sentence)):
        found = _soon(language).match(sentence, said.end())
        found = found or (_soon_small(language).match(sentence, said.end()) if own else None)
        if found is None or language.has(found["name"], *_NO_NAME, "breakers", "member_words", "others"):
            continue
        if _is_a_networks(sentence, found, language) or (own and _is_of(own, sentence, found, language)):
            return _without_whole(sentence, *found.span("name"), own)
    if language.has(sentence, "represents", "delegates"):
        its = _its(language).search(sentence)
        return its.span("name") if its and not language.has(its["name"], *_NO_NAME) else None
    return None


def _without_whole(sentence: str, start: int, end: int, own: tuple[str, ...]) -> Span:
    """Where a group is named, without whose it is: “the Culture working group of Polis”."""
    for name in own:
        if sentence.endswith(name, start, end):
            before = re.search(rf"\s{all_languages().joining('of')}\Z", sentence[start : end - len(name)])
            return (start, start + before.start()) if before else (start, end)
    return start, end


def _is_a_networks(sentence: str, group: re.Match[str], language: Language) -> bool:
    """Whether a group is said to be the network's: “its Culture Forum”, “the Culture Forum of the network”."""
    before, behind = sentence[group.start() : group.start("name")], sentence[group.end("name") :][:CLOSE_BEHIND]
    is_known_ones = next(known_in(before, 0, len(before)), None) is not None
    return is_known_ones or language.has(before, "its") or language.has(behind, "subjects", "its")


def _is_of(own: tuple[str, ...], sentence: str, group: re.Match[str], language: Language) -> bool:
    """Whether a group is the network's of whose section the sentence is: named with it, or with nothing else, and not
    such as authorities have."""
    noun = language.find(group["name"], "groups")
    if any(name in sentence[group.end("name") :][:CLOSE_BEHIND] for name in own):
        return True
    is_a_committee = noun is None or noun.group().casefold() in (
        *language.words["committee_words"],
        *language.words["unit_words"],
    )
    others = (sentence[slice(*known)] for known in known_in(sentence, 0, len(sentence)))
    return not (is_a_committee or language.has(sentence, "projects", "committee_label")) and all(
        any(other in name or name in other for name in own) for other in others
    )


def _named(sentence: str, language: Language) -> Iterator[Span]:
    """Where a sentence names groups, and parts of networks that are known, beside an office."""
    offices = list(islice(language.pattern("chair", "vice-chair", "chair_verbs").finditer(sentence), MOST_OFFICES))
    if language.has(sentence, "groups") or _compound(language).search(sentence):
        behind = (_behind(language).match(sentence, office.end()) for office in offices)
        yield from (named.span("name") for named in filter(None, [_first(language).match(sentence), *behind]))
    for first, last in known_in(sentence, 0, len(sentence)):
        is_near = any(
            (0 <= first - office.end() < NEAR and _is_free(sentence[office.end() : first]))
            or 0 <= office.start() - last < CLOSE
            for office in offices
        )
        if is_near and whole_of(sentence[first:last]):
            yield first, last


def _is_free(words: str) -> bool:
    """Whether but little words stand between an office and a name."""
    return words.islower() and not _SIGNS.search(words)


def national(
    section: Section, own: Organisation, document: Document, language: Language, authority: str | None
) -> Iterator[Section]:
    """Sections of an organisation's sections in countries, of which its text tells: “KIMO Sverige was founded …”; not
    where it tells but of others there: “KIMO Sverige is chaired by …”."""
    short = own.abbreviation or own.name.text
    if not names.is_abbreviation(short):
        return
    of_country: dict[str, Section] = {}
    for one in sentences_of(section, document, language):
        if f"{short} " not in one.text:
            continue
        for match in _OF_A_COUNTRY.finditer(one.text):
            of_others = language.has(one.text, "chair", "vice-chair", "chair_verbs", "secretariat")
            if match["short"] != short or (of_others and not _is_told_of_us(one.text, language, authority)):
                continue
            heading = names.parse(match.group(), one.span[0] + match.start())
            if match["country"].casefold() not in language.countries:
                continue
            made = of_country.setdefault(match.group(), Section(Block("mention", *heading.span), called=heading))
            made.sure = SURE
            made.paragraphs.append(Block("clause", *one.span))
    yield from of_country.values()


def _is_told_of_us(sentence: str, language: Language, authority: str | None) -> bool:
    """Whether a sentence speaks of the authority, or of a politician, who is the authority's: “she is also …”."""
    is_of_somebody = language.pattern("somebody").match(sentence.lstrip()) or sends_somebody(sentence, language)
    return speaks_of_us(sentence, language, authority) or bool(is_of_somebody)


def _is_an_authoritys(behind: str, language: Language, authority: str | None) -> bool:
    """Whether the words behind a committee's name say that it is an authority's: “… in Westsea County Council”."""
    clause = _CLAUSE_ENDS.split(behind)[0]
    return any(name in clause for name in called(authority, language)) or names_another(clause, language, None)


def of_group(sentence: str, facts: Facts) -> bool:
    """Whether a sentence begins with one of the organisation's groups, and speaks of that: “The working group …”."""
    first = _first(facts.language).match(sentence) or _plain(facts.language).match(sentence)
    if first is None or people.bare(first["name"]) in people.bare(facts.organisation.name.text):
        return False
    if facts.language.has(first["name"], *_NO_NAME):
        return False
    board = facts.language.pattern("board").search(sentence)
    return not (board and board.start() < first.end("name") < board.end())  # “En el Comité Ejecutivo …”


def of_a_part(sentence: str, facts: Facts) -> bool:
    """Whether a sentence names a part of the organisation that is known as one: “In the CPMR's North Sea Commission …”.

    Who is told of there is the part's.
    """
    it = facts.organisation
    if not (has_parts(it.name.text) or it.other_names or (it.abbreviation and has_parts(it.abbreviation))):
        return False
    own = [one for one in (it.name.text, it.abbreviation, *(name.text for name in it.other_names)) if one]
    named = (sentence[slice(*at)] for at in known_in(sentence, 0, len(sentence)))
    parts = [whole for name in named if (whole := whole_of(name)) and not any(name in one for one in own)]
    return any(whole.match(one) for whole in parts for one in own)


def of_a_group_joined(sentence: str, facts: Facts) -> bool:
    """Whether a sentence says that the authority belongs to one of the organisation's groups."""
    called = tuple(filter(None, (facts.organisation.name.text, facts.organisation.abbreviation)))
    return joined_in(sentence, facts.language, facts.authority, called) is not None


def names_a_group(words: str, facts: Facts) -> bool:
    """Whether words name a group, by a noun that is none in the organisation's own name."""
    own = people.bare(facts.organisation.name.text)
    plain = without_own_name(words, facts)
    found = facts.language.find(plain, "groups") or _compound(facts.language).search(plain)
    return found is not None and people.bare(found.group()) not in own


@cache
def _behind(language: Language) -> re.Pattern[str]:
    """A group's name soon behind an office."""
    return re.compile(rf",?\s{_LITTLE}(?:[A-Z]{{2,10}}(?::s|['’]?s)?\s)?{_name(language)}")


@cache
def _soon(language: Language) -> re.Pattern[str]:
    """A group's name soon behind the words for belonging, with whose it is between: “in the network's …”."""
    return re.compile(rf"(?:,?\s[\w’'-]{{1,20}}){{0,5}}?,?\s(?:[A-Z]{{2,10}}(?::s|['’]?s)?\s)?{_name(language)}")


@cache
def _soon_small(language: Language) -> re.Pattern[str]:
    """A group's name soon behind the words for belonging, its topic in small letters up to a sign: “the working group
    for marine resources”."""
    return re.compile(
        rf"(?:,?\s[\w’'-]{{1,20}}){{0,4}}?\s(?P<name>(?i:{language.any_of('groups')})\s{_of()}"
        r"[a-zà-ÿ][\w-]{3,25}(?:\s[a-zà-ÿ][\w-]{1,25}){0,3})(?=[.,;:)]|\s\(|\Z)"
    )


@cache
def _its(language: Language) -> re.Pattern[str]:
    """The network's group by its name: “its Culture Forum”, “their working group Transport”."""
    return re.compile(rf"(?<!\w)(?i:{language.any_of('its')})\s(?:[\w’'-]{{1,20}}\s){{0,2}}?{_name(language)}")


@cache
def _first(language: Language) -> re.Pattern[str]:
    """A group's name with which a sentence begins."""
    return re.compile(rf"\s?(?:(?i:{_little(language)}|den|det|de|the|die|der|das)\s){{0,2}}{_name(language)}")


@cache
def _plain(language: Language) -> re.Pattern[str]:
    """But a noun for a group with which a sentence begins: “The committee …”, “In the working group …”."""
    return re.compile(rf"\s?(?:(?i:{_little(language)}|the)\s){{1,2}}(?P<name>(?i:{language.any_of('groups')}))(?!\w)")


@cache
def _little(language: Language) -> str:
    """Words that may stand before a name with a capital, as they begin a sentence."""
    return alternatives({*language.function_words, *language.words["articles"], *language.firsts("through")})


@cache
def _of() -> str:
    """Between the word for a group and its topic, which may be in another language than the page."""
    return all_languages().joining("of", "for", "concerning")


@cache
def _name(language: Language) -> str:
    """A group's name: “Environment Forum”, “Gruppo di Lavoro sulla Coesione”, “kommitté 1”, or a word such as
    “transportarbetsgruppen”."""
    nouns = rf"(?i:{language.any_of('groups')})"
    word = rf"[{_CAPITAL}][\w’'-]{{1,30}}"
    more = rf"(?:\s(?:{_of()})?(?:(?:{language.any_of('and')}|&)\s)?{word}){{0,5}}"
    return (
        r"(?P<name>"
        rf"(?!(?i:{_little(language)})\s){word}(?:\s(?!{nouns}|(?:{language.any_of('and')}|{_little(language)})\s)[\w’'&-]{{1,30}}){{0,4}}?\s{nouns}(?!\w)"
        rf"|{nouns}\s(?:\d{{1,2}}(?!\w)|[„“\"«»'‘][^\n\"”»'’]{{3,60}}[\"”»'’“«]|(?:{_of()})?{word}{more})"
        rf"|(?<=[Dd]en\s)[a-zà-ÿ]{{4,20}}\s{nouns}(?!\w)|{_compound(language).pattern}"  # “den marine ressursgruppa”
        r")"
    )


@cache
def _compound(language: Language) -> re.Pattern[str]:
    """A word of several, the last of which is a noun for a group: “kulturkommittén”."""
    nouns = alternatives(noun for noun in language.words["groups"] if " " not in noun)
    return re.compile(rf"[^\W\d_]{{{LONG_ENOUGH},20}}(?:{nouns})(?!\w)", re.I)
