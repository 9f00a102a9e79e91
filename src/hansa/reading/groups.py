"""A network's forums, committees and working groups in which the authority holds an office: “our councillor Asta Lind
is chair of the Environment Forum”. They are organisations of their own, and parts of the network that is told of."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from itertools import islice

from hansa.reading import names, people
from hansa.reading.authority import called, names_another, speaks_of_us
from hansa.reading.belonging import is_denied, is_planned, sends_somebody
from hansa.reading.committees import names_a_committee
from hansa.reading.document import Block, Document
from hansa.reading.facts import Facts
from hansa.reading.group_nouns import compound, names_groups
from hansa.reading.known import has_parts, is_institution, is_known, known_in, whole_of
from hansa.reading.languages import Language, all_languages, alternatives, languages
from hansa.reading.outline import Section
from hansa.reading.prose import known_names, sentences_of, telling, without_own_name
from hansa.reading.sentences import standing
from hansa.reading.spoken import without_case
from hansa.reading.ties import member_of, takes_part
from hansa.reading.types import Organisation, Span

SURE = 0.6
MOST_OFFICES = 5  # of a sentence
FAR = 60  # letters
NEAR, CLOSE, CLOSE_BEFORE, CLOSE_BEHIND = 20, 4, 12, 30
_CAPITAL = "A-ZÀ-ÖØ-ÞĄĆĘŁŃŚŹŻ"
_COUNTRY = re.compile(rf"\s([{_CAPITAL}]\w{{1,20}})(?!\w)")  # behind a network's name
_LITTLE = r"(?:[a-zà-ÿ]{1,6}['’]?\s|\([^()]{2,30}\)\s|[dl]['’]){0,5}?"
_NO_NAME = ("board", "secretariat", "is", "holds", "chair", "vice-chair", "sits")  # cues
_SIGNS = re.compile(r"[,;:.()]")
_CLAUSE_ENDS = re.compile(r"[;:.(]")


def within(section: Section, document: Document, language: Language, authority: str | None) -> Iterator[Section]:
    """Sections of the groups of which a section's sentences tell that somebody is their chair or vice-chair.

    Whether that is the authority's is for the rules on offices to tell.
    """
    for span, sentence, _cues in telling(section, document, language, "chair", "vice-chair", "chair_verbs"):
        for first, last in _named(sentence, language):
            if _is_whose_title(sentence[:first], language) or _is_in_a_title(sentence, first, last, language):
                continue
            heading = names.parse(sentence[first:last], span[0] + first)
            if language.has(sentence[first:last], *_NO_NAME) or is_institution(sentence[first:last]):
                continue
            if is_an_authoritys(sentence[last : last + FAR], language, authority):
                continue
            block = Block("mention", span[0] + first, span[0] + last)
            yield Section(block, called=heading, named=1, sure=SURE, paragraphs=[Block("clause", *span)])


def _is_whose_title(before: str, language: Language) -> bool:
    """Whether a group stands in the title of whoever represents the authority: “… is represented by the chair of the
    Environment Committee, …”."""
    verb = language.find(before, "represents")
    return verb is not None and not language.has(before[verb.end() :], "is", "holds", "and", "sits", "its")


def _is_in_a_title(sentence: str, first: int, last: int, language: Language) -> bool:
    """Whether a group is one that somebody leads at home: “our representatives are Asta Lind, mayor, and Bo Ek, chair
    of the planning committee”, “Ann Ek, chair of the Transport Committee, sits on its board”."""
    before, behind = sentence[:first], sentence[last:]
    title = before[-FAR:].rpartition(", ")[2]
    if language.has(title, "its", "subjects"):
        return False
    if _is_a_committee(sentence[first:last], language) and language.has(f"{before} … {behind}", "sits"):
        return True
    named = language.pattern("chair", "vice-chair").match(title)
    return named is not None and _is_free(title[named.end() :]) and language.has(sentence, "represents", "delegates")


def joined(section: Section, document: Document, language: Language, authority: str | None) -> Iterator[Section]:
    """Sections of the groups to which a section's sentences say that the authority belongs: “We also take part in its
    Culture Forum, where Cllr Ek speaks for us”."""
    own = own_names(section.called) if section.called else ()
    for span, sentence, _cues in sentences_of(section, document, language):
        if not names_groups(sentence, language):
            continue
        for found in joined_in(sentence, language, authority, own):
            yield of_its_own(sentence, span, found, language, own)


def of_its_own(sentence: str, span: Span, found: Span, language: Language, own: tuple[str, ...]) -> Section:
    """The section of a group that a sentence names, by its name without whose it is."""
    first, last = _without_whole(sentence, *found, own, language)
    heading = without_case(names.parse(sentence[first:last], span[0] + first), language)
    block = Block("mention", span[0] + first, span[0] + last)
    return Section(block, called=heading, named=1, sure=SURE, paragraphs=[Block("clause", *span)])


def is_no_name(words: str, language: Language) -> bool:
    """Whether words hold an office, a verb or a member, and so name no group."""
    return language.has(words, *_NO_NAME, "breakers", "others", "member_words", "delegates")


def of_an_institution(sentence: str, group: Span) -> bool:
    """Whether what reads as a group is a European body, or begins the name of one: “the European Committee”, of the
    Regions."""
    return is_institution(sentence[group[0] : group[1] + CLOSE_BEHIND])


def own_names(called: names.Heading) -> tuple[str, ...]:
    """What a network is called, in full and in short."""
    short = (called.abbreviation[0],) if called.abbreviation else ()
    return (*(name.text for name, _span in called.names()), *short)


def joined_in(sentence: str, language: Language, authority: str | None, own: tuple[str, ...] = ()) -> Iterator[Span]:
    """Where a sentence names groups that it says the authority belongs to: soon behind the words for that, and those
    that an “and” joins to one.

    Where a network's own section tells of it, the network's `own` names need not stand beside the group.
    """
    if not names_groups(sentence, language) or not speaks_of_us(sentence, language, authority):
        return
    if is_denied(sentence, language) or is_planned(sentence, language) or language.has(sentence, "left"):
        return
    verbs = (member_of(language), takes_part(language), language.pattern("member_words", "sits"))
    last = 0
    for said in sorted((match for verb in verbs for match in verb.finditer(sentence)), key=re.Match.end):
        found = _soon(language).match(sentence, said.end())
        found = found or (_soon_small(language).match(sentence, said.end()) if own else None)
        while found is not None and found.end() > last:
            if is_no_name(found["name"], language) or of_an_institution(sentence, found.span("name")):
                break
            if not (is_a_networks(sentence, found, language) or (own and is_of(own, sentence, found, language))):
                break
            yield found.span("name")
            last = found.end()
            found = _and_another(language).match(sentence, last)
    begins = _first(language, "commissions").match(sentence) if not last and language.has(sentence, "in") else None
    if begins and of_an_institution(sentence, begins.span("name")):
        return
    if begins and language.pattern("in").match(sentence.lstrip()) and not is_no_name(begins["name"], language):
        is_its = is_a_networks(sentence, begins, language) or is_of(own, sentence, begins, language)
        if is_its and language.has(
            sentence[begins.end() :], "member_words", "sits", "takes_part", "chair", "vice-chair"
        ):
            yield begins.span("name")
            return
    if not last and language.has(sentence, "represents", "delegates"):
        its = _its(language).search(sentence)
        if its and not language.has(its["name"], *_NO_NAME):
            yield its.span("name")


def _without_whole(sentence: str, start: int, end: int, own: tuple[str, ...], language: Language) -> Span:
    """Where a group is named, without whose it is: “the Culture working group of Polis”; nor with the authority, of
    which the sentence goes on to speak."""
    ours = language.pattern("we_subject").search(sentence, start + 1, end)
    if ours:
        end = start + len(sentence[start : ours.start()].rstrip())
    for name in own:
        if sentence.endswith(name, start, end):
            before = re.search(rf"\s{all_languages().joining('of')}\Z", sentence[start : end - len(name)])
            return (start, start + before.start()) if before else (start, end)
        if sentence.startswith(f"{name} ", start, end):
            return start + len(name) + 1, end
    return start, end


def is_a_networks(sentence: str, group: re.Match[str], language: Language) -> bool:
    """Whether a group is said to be the network's: “its Culture Forum”, “the Culture Forum of the network”."""
    before, behind = sentence[group.start() : group.start("name")], sentence[group.end("name") :][:CLOSE_BEHIND]
    is_known_ones = next(known_in(before, 0, len(before)), None) is not None
    return is_known_ones or language.has(before, "its") or language.has(behind, "subjects", "its")


def is_of(own: tuple[str, ...], sentence: str, group: re.Match[str], language: Language) -> bool:
    """Whether a group is the network's of whose section the sentence is: known as its part, named with it, or with
    nothing else, and not such as authorities have."""
    first, last = group.span("name")
    whole = whole_of(group["name"])
    if whole and any(map(whole.match, own)):
        return True
    beside = sentence[max(0, first - CLOSE_BEFORE) : first], sentence[last:][:CLOSE_BEHIND]
    if any(_has(words, name) for name in own for words in beside):
        return True
    others = (
        sentence[slice(*known)]
        for known in known_in(sentence, 0, len(sentence))
        if known[1] <= first or known[0] >= last
    )
    if _is_a_committee(group["name"], language) or language.has(sentence, "projects", "committee_label"):
        return False
    return all(any(other in name or name in other for name in own) for other in others)


def _is_a_committee(group: str, language: Language) -> bool:
    """Whether a group is such as authorities have: “Culture Committee”, or a word for one (“kulturutvalget”)."""
    noun = language.find(group, "groups", "commissions") or languages()["en"].find(group, "groups", "commissions")
    own = (*language.words["committee_words"], *language.words["unit_words"])
    return noun is None or noun.group().casefold() in own or names_a_committee(group, language)


def _has(words: str, name: str) -> bool:
    """Whether a name stands in some words, as a word."""
    at = words.find(name)
    return at >= 0 and not words[max(0, at - 1) : at].isalnum()


def _named(sentence: str, language: Language) -> Iterator[Span]:
    """Where a sentence names groups, and parts of networks that are known, beside an office."""
    offices = list(islice(language.pattern("chair", "vice-chair", "chair_verbs").finditer(sentence), MOST_OFFICES))
    if language.has(sentence, "groups") or compound(language).search(sentence):
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
    short, whole = own.abbreviation or own.name.text, own.name.text
    every = [s for s in sentences_of(section, document, language) if f"{short} " in s.text or f"{whole} " in s.text]
    is_short = names.is_abbreviation(short)
    known = [one for one in (short, whole) if every and is_known(one, whole=True)]
    of_country: dict[str, Section] = {}
    begins = dict.fromkeys(f"{one} " for one in (*known, *([short] if is_short else ())))
    for one in every:
        for known_as in (begin[:-1] for begin in begins if begin in one.text):
            is_ours = _is_told_of_us(one.text, language, authority)
            of_others = language.has(one.text, "chair", "vice-chair", "chair_verbs", "secretariat")
            if not is_ours and (of_others or known_as != short or not is_short):
                continue
            for start in standing(known_as, one.text):
                country = _COUNTRY.match(one.text, start + len(known_as))
                if country is None or country[1].casefold() not in language.countries:
                    continue
                name = one.text[start : country.end()]
                heading = names.parse(name, one.span[0] + start)
                made = of_country.setdefault(name, Section(Block("mention", *heading.span), called=heading))
                made.sure = SURE
                made.paragraphs.append(Block("clause", *one.span))
    yield from of_country.values()


def _is_told_of_us(sentence: str, language: Language, authority: str | None) -> bool:
    """Whether a sentence speaks of the authority, or of a politician, who is the authority's: “she is also …”."""
    is_of_somebody = language.pattern("somebody").match(sentence.lstrip()) or sends_somebody(sentence, language)
    return speaks_of_us(sentence, language, authority) or bool(is_of_somebody)


def is_an_authoritys(behind: str, language: Language, authority: str | None) -> bool:
    """Whether the words behind a committee's name say that it is an authority's: “… in Westsea County Council”."""
    clause = _CLAUSE_ENDS.split(behind)[0]
    return any(name in clause for name in called(authority, language)) or names_another(clause, language, None)


def of_group(sentence: str, facts: Facts) -> bool:
    """Whether a sentence begins with one of the organisation's groups, and speaks of that: “The working group …”."""
    if not names_groups(sentence, facts.language):
        return False
    first = _first(facts.language).match(sentence) or plain_group(facts.language).match(sentence)
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
    wholes = [whole_of(name) for name in known_names(sentence) if not any(name in one for one in own)]
    return any(whole.match(one) for whole in wholes if whole for one in own)


def of_a_group_joined(sentence: str, facts: Facts) -> bool:
    """Whether a sentence says that the authority belongs to one of the organisation's groups."""
    called = tuple(filter(None, (facts.organisation.name.text, facts.organisation.abbreviation)))
    every = joined_in(sentence, facts.language, facts.authority, called)
    return any(not any(name in sentence[slice(*found)] for name in called) for found in every)


def names_a_group(words: str, facts: Facts) -> bool:
    """Whether words name a group, by a noun that is none in the organisation's own name."""
    own = people.bare(facts.organisation.name.text)
    plain = without_own_name(words, facts)
    found = facts.language.find(plain, "groups") or compound(facts.language).search(plain)
    return found is not None and people.bare(found.group()) not in own


@cache
def _behind(language: Language) -> re.Pattern[str]:
    """A group's name soon behind an office."""
    return re.compile(rf",?\s{_LITTLE}(?:[A-Z]{{2,10}}(?::s|['’]?s)?\s)?{name_of_group(language)}")


@cache
def _soon(language: Language) -> re.Pattern[str]:
    """A group's name soon behind the words for belonging, with whose it is between: “in the network's …”."""
    name = name_of_group(language, "commissions")
    return re.compile(rf"(?:,?\s[\w’'-]{{1,20}}){{0,5}}?,?\s(?:[A-Z]{{2,10}}(?::s|['’]?s)?\s)?{name}")


@cache
def _and_another(language: Language) -> re.Pattern[str]:
    """A second group behind one: “… and in the Mobility Forum”."""
    little = r"(?:[\w’'-]{1,12}\s){0,2}?"
    return re.compile(rf"\s(?:{language.any_of('and')})\s{little}{name_of_group(language, 'commissions')}")


@cache
def _soon_small(language: Language) -> re.Pattern[str]:
    """A group's name soon behind the words for belonging, its topic in small letters up to a sign: “the working group
    for marine resources”."""
    return re.compile(rf"(?:,?\s[\w’':-]{{1,20}}){{0,4}}?\s{small_name(language)}")


@cache
def small_name(language: Language, *cues: str) -> str:
    """A group's name with its topic in small letters up to a sign, or soon a verb."""
    ends = rf"(?=[.,;:)]|\s\(|\Z|\s(?:{language.any_of('breakers')})\s)"
    return (
        rf"(?P<name>(?i:{_nouns(language, *cues)})\s{_of()}"
        rf"[a-zà-ÿ][\w-]{{3,25}}(?:\s[a-zà-ÿ][\w-]{{1,25}}){{0,3}}?){ends}"
    )


@cache
def _its(language: Language) -> re.Pattern[str]:
    """The network's group by its name: “its Culture Forum”, “their working group Transport”."""
    return re.compile(rf"(?<!\w)(?i:{language.any_of('its')})\s(?:[\w’'-]{{1,20}}\s){{0,2}}?{name_of_group(language)}")


@cache
def _first(language: Language, *cues: str) -> re.Pattern[str]:
    """A group's name with which a sentence begins."""
    little = rf"(?:(?i:{_little(language)})\s){{0,2}}"
    return re.compile(rf"\s?{little}{name_of_group(language, *cues)}")


@cache
def plain_group(language: Language) -> re.Pattern[str]:
    """But a noun for a group with which a sentence begins: “The committee …”, “In the working group …”."""
    return re.compile(rf"\s?(?:(?i:{_little(language)})\s){{1,2}}(?P<name>(?i:{language.any_of('groups')}))(?!\w)")


@cache
def _little(language: Language) -> str:
    """Words that may stand before a name with a capital, as they begin a sentence."""
    articles = {*language.words["articles"], *all_languages().words["definite"]}
    return alternatives({*language.function_words, *articles, *language.firsts("through")})


@cache
def _of() -> str:
    """Between the word for a group and its topic, which may be in another language than the page."""
    return all_languages().joining("of", "for", "concerning")


@cache
def name_of_group(language: Language, *cues: str) -> str:
    """A group's name: “Environment Forum”, “Gruppo di Lavoro sulla Coesione”, “kommitté 1”, or a word such as
    “transportarbetsgruppen”; in any language also one in English."""
    nouns = rf"(?i:{_nouns(language, *cues)})"
    word = rf"[{_CAPITAL}][\w’'-]{{1,30}}"
    joined = compound(language, *cues).pattern
    more = rf"(?:\s(?:{_of()})?(?:(?:{language.any_of('and')}|&)\s)?{word}){{0,5}}"
    return (
        r"(?P<name>"
        rf"(?!(?i:{_little(language)})\s){word}(?:\s(?!{nouns}|(?:{language.any_of('and')}|{_little(language)})\s)[\w’'&-]{{1,30}}){{0,4}}?\s{nouns}(?!\w)"
        rf"|{nouns}\s(?:\d{{1,2}}(?!\w)|[„“\"«»'‘][^\n\"”»'’]{{3,60}}[\"”»'’“«]|(?:{_of()})?{word}{more})"
        rf"|(?<=[Dd]en\s)[a-zà-ÿ]{{4,20}}\s{nouns}(?!\w)|{joined}"  # “den marine ressursgruppa”
        r")"
    )


@cache
def _nouns(language: Language, *cues: str) -> str:
    """The nouns for groups in a language and in English; `cues` for others beside."""
    every = (language, languages()["en"])
    return alternatives({word for one in every for cue in ("groups", *cues) for word in one.words[cue]})
