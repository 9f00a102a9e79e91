"""Whose somebody is whom a sentence names: the authority's, by a title or an honour, another's by a place, or one
who is but quoted."""

from __future__ import annotations

import re
from functools import cache

from hansa.reading import people
from hansa.reading.authority import called, is_place_of, names_another
from hansa.reading.belonging import is_former
from hansa.reading.facts import Facts
from hansa.reading.labels import joins
from hansa.reading.languages import Language, alternatives
from hansa.reading.leaving import leaving
from hansa.reading.people import Somebody
from hansa.reading.types import Span

# All that says of somebody that an office is held.
OF_AN_OFFICE = ("chair", "vice-chair", "board", "chair_label", "vice-chair_label", "board_label", "chair_verbs")
# … but “director”, as those of an authority are called too.
PROPER_OFFICES = tuple(cue for cue in OF_AN_OFFICE if cue != "board_label")
FEW_WORDS = 4  # beside a person
CLOSE = 40  # letters
LONGEST_TITLE, MOST_WORDS_OF = 90, 7  # letters, and words of what a title is of
SHORTEST_TITLE = 4  # letters; shorter ones (“Mr”, “Dr.”) are anybody's
LONG_STEM = 4  # letters of a name by which it is told in any case
MOST_OF_AN_ASIDE = 14  # words
FEWEST_BEFORE = 2  # words before somebody's honours, of which the second may be a place
_HONOUR = re.compile(r",\s[A-ZÀ-Þ]\w{0,4}\.?ª?º?\s?\Z")  # “…, Dr. ”
_ASIDE = re.compile(r"\A\s?\([^()]{1,20}\)")  # “ (S)”
_PARTED = re.compile(r"[;,]\s|\.\s")
_ENDED = re.compile(r"\s?;\s|(?<=\w{4})\.\s")
_TITLE_ENDS = re.compile(r"[,;:.()]")
CLAUSE_ENDS = re.compile(r"[;()]|\s[–—]\s|(?<![\s.]\w)(?<![\s.]\w\w)\.\s")  # “ds. klimatu”
_CAPITAL = re.compile(r"\s([A-ZÀ-ÖØ-ÞĄĆĘŁŃŚŹŻ][\w’'-]{2,30})")


def are_titled(sentence: str, facts: Facts) -> bool:
    """Whether all the people of a sentence have a title or a party that the authority's people have, and are nobody
    else's."""
    named = people.everybody(sentence, facts.language)
    for one, before, after in people.each_with_words(sentence, named):
        if one is not named[0] and (one.deputy or stands_in(before, after, facts.language)):
            continue  # “…, with Ian Marsh as her deputy”
        if speaks_up(sentence, one, facts.language) or speaks_for_others(after, facts):
            return False
        if one.party is None and not is_titled(before, after, facts):
            return False
    return bool(named)


def speaks_up(sentence: str, somebody: Somebody, language: Language) -> bool:
    """Whether somebody is but quoted: “…, says Mayor Ann Ek”."""
    before = " ".join(sentence[: somebody.start].split()[-FEW_WORDS:])
    after = " ".join(sentence[somebody.end :].split()[:FEW_WORDS])
    said = language.find(before, "says") or language.pattern("says").match(after.lstrip(",. "))
    aside = " ".join(first_clause(sentence[somebody.end :]).split()[:MOST_OF_AN_ASIDE])  # “…, mayor and chair of Polis”
    after = aside if aside.startswith(",") else after
    return said is not None and not language.has(f"{before} {after}", *OF_AN_OFFICE)


def is_told_apart(sentence: str, somebody: Somebody, language: Language) -> bool:
    """Whether the clause that gives somebody an office speaks of now, in a sentence that also speaks of what once was:
    “Vik is a member of the board, before him it was …”."""
    for parted in (_PARTED, _ENDED):
        begin = max((one.end() for one in parted.finditer(sentence, 0, somebody.start)), default=0)
        end = parted.search(sentence, somebody.end)
        clause = sentence[begin : end.start() if end else len(sentence)]
        if language.has(clause, *OF_AN_OFFICE) and not (leaving(clause, language) or is_former(clause, language)):
            return True
    return False


def is_titled(before: str, after: str, facts: Facts) -> bool:
    """Whether what somebody is for the authority stands before the name, with what that is of, or behind it: “the head
    of Rural Development, Pilar Abós”, “Bertrand Olivo, municipal councillor, …”."""
    language = facts.language
    ahead = before[-LONGEST_TITLE:]
    titles = list(_titles(language).finditer(ahead))
    if titles:
        of = _HONOUR.sub("", ahead[titles[-1].end() :]).rstrip(" ,")
        phrase = ahead[titles[-1].start() :]
        is_one = (
            len(of.split()) <= MOST_WORDS_OF and not _TITLE_ENDS.search(of) and _is_a_title_of_ours(phrase, of, facts)
        )
        is_one = is_one and not is_elsewhere(ahead[: titles[-1].start()], 0, facts)
        joint = language.find(of, "and")
        is_joined = joint is not None and _titles(language).search(of, joint.end()) is not None
        told = ahead[titles[-1].end() :] and not language.has(of, "is", "holds", "breakers")
        whose = language.find(ahead[: titles[-1].start()], "our")
        is_ours = whose is not None and not ahead[whose.end() : titles[-1].start()].strip()
        network = language.has(phrase, "organisation_words", "secretariat", "subjects")
        if (is_one or (is_ours and not network)) and told and not is_joined:
            return True
    if is_of_a_unit(after, facts) or _is_from_us(after, facts):
        return True
    if not after.startswith(", "):
        return False
    aside = _TITLE_ENDS.split(after[2:])[0][:LONGEST_TITLE]
    if names_another(aside, language, facts.authority):
        return False
    title = _titles(language).search(aside)
    if title is None or len(aside[: title.start()].split()) >= FEW_WORDS:
        return False
    return _is_a_title_of_ours(aside, aside[title.end() :], facts)


def is_titled_elsewhere(before: str, facts: Facts) -> bool:
    """Whether what somebody is stands before the name with the place that it is of, which is not the authority's:
    “represented by the mayor of Eastsea, Dario Neri”."""
    ahead = before[-LONGEST_TITLE:]
    titles = [] if facts.language.capital_nouns else list(_titles(facts.language).finditer(ahead))
    of = ahead[titles[-1].end() :].rstrip(" ,") if titles else ""
    if titles and facts.language.has(" ".join(ahead[: titles[-1].start()].split()[-FEWEST_BEFORE:]), "our"):
        return False  # “Our Head of Waterfront, Ann Ek, …”
    if not of or len(of.split()) > MOST_WORDS_OF or _TITLE_ENDS.search(of) or _CAPITAL.search(f" {of}") is None:
        return False
    return not _is_a_title_of_ours(ahead[titles[-1].start() :], of, facts)


def _is_from_us(after: str, facts: Facts) -> bool:
    """Whether the authority's own town is told behind somebody: “Ann Ek from Westsea”."""
    origin = facts.language.pattern("from").match(after.lstrip(" ,"))
    place = _CAPITAL.match(after.lstrip(" ,"), origin.end()) if origin else None
    own = called(facts.authority, facts.language)
    return place is not None and any(is_place_of(place[1], name) for name in own)


def is_of_a_unit(after: str, facts: Facts) -> bool:
    """Whether a unit of the authority stands behind somebody's name: “Ann Ek, Environment Department”, “Ann Ek of the
    planning department sits …”."""
    language = facts.language
    begins = _TITLE_ENDS.split(after.removeprefix(","))[0][:LONGEST_TITLE].strip()
    is_aside = after.startswith(",")
    is_next = begins[:1].islower() and people.is_unit(begins.partition(" ")[0], language)  # “Ann Ek ympäristöosastolta”
    if not (is_aside or is_next or language.pattern("from").match(begins)):
        return False
    words = begins.split()[: MOST_WORDS_OF if is_aside else FEW_WORDS]
    units = (" ".join(words[:count]) for count in range(1, len(words) + 1))
    unit = next((one for one in units if people.is_unit(one, language)), None)
    plain = language.pattern("unit_words").sub(" ", unit or "")  # the network may have a section, and so the authority
    if (
        unit is None
        or language.has(unit, "sits", "is", "holds")
        or language.has(plain, "organisation_words", "subjects", "section_words", *OF_AN_OFFICE)
    ):
        return False
    of = " ".join(begins[len(unit) :].split()[:FEW_WORDS])
    return not names_another(unit, language, facts.authority) and _is_a_title_of_ours(unit, of, facts)


def _is_a_title_of_ours(phrase: str, of: str, facts: Facts) -> bool:
    """Whether a title is of the authority, or of nothing else: not “director of the network”, “mayor of Florence”."""
    language = facts.language
    joint = language.find(of, "and")
    if joint and language.has(of[joint.end() :], *PROPER_OFFICES):
        of = of[: joint.start()]  # “Mayor of Ghent and president of Eurocities”
    if language.has(of, "authority_words", "we_subject", "our") or any(name in of for name in own_names(facts) if name):
        return True
    if language.has(phrase, "organisation_words", "secretariat", "subjects", *PROPER_OFFICES):
        return False
    if language.has(phrase, "unit_words"):
        return True  # “Dyrektor Wydziału …”
    first = (of.split() or [""])[0]
    if language.capital_nouns and language.has(first, "articles"):
        return True  # “die Leiterin des Planungsamts”
    place = _CAPITAL.search(f" {of}")
    is_alone = place is not None and not _CAPITAL.search(of, place.end() - 1)
    return not (is_alone and place and place[1].casefold() not in language.words["topic_words"])


@cache
def _titles(language: Language) -> re.Pattern[str]:
    """What people of an authority are called, which those of a network are not: “councillor”, “head”, not “member”."""
    never = {*language.words["member_words"], *language.words["deputy_label"], *language.words["organisation_words"]}
    never |= {word for cue in PROPER_OFFICES for word in language.words[cue]}
    every = {word for word in language.words["honours"] if len(word) > SHORTEST_TITLE}
    every |= {word for word in language.words["titles"] if len(word) >= SHORTEST_TITLE}
    is_nordic = language.code in ("sv", "da", "nb", "nn")  # “stadsarkitekten”, “museumsleiar”
    compound, definite = (r"\w{0,12}?", "(?:e?n|et|a)?") if is_nordic else ("", "")
    endings = language.words["title_endings"]
    longer = rf"|\w{{3,16}}?(?:{alternatives(endings)})" if endings else ""
    title = rf"{compound}(?:{alternatives(sorted(every - never))}){definite}{longer}"
    return re.compile(rf"(?<!\w)(?!(?:{alternatives(sorted(never))})(?!\w))(?:{title})(?!\w)", re.I)


def is_elsewhere(before: str, honours: int, facts: Facts) -> bool:
    """Whether another place stands before somebody's honours: “chaired by Florence's mayor Dario Neri”."""
    words = before.split()[: -honours or None]
    if len(words) < FEWEST_BEFORE or not words[-1][0].isupper() or facts.language.capital_nouns:
        return False
    if words[-1].casefold() in facts.language.months:
        return False  # “In June Councillor Ek was elected …”
    place = people.bare(words[-1])
    own = (people.bare(name) for name in own_names(facts) if name)
    return not facts.language.has(words[-1], "authority_words", "we_subject", "honours") and not any(
        word[:LONG_STEM] == place[:LONG_STEM] for name in own for word in name.split()
    )


def speaks_for_others(after: str, facts: Facts) -> bool:
    """“… represents Riga”, “… from Rogaland”, “… is mayor of a neighbouring town”: the person is somebody else's."""
    if facts.language.has(first_clause(after), "neighbours"):
        return True
    origin = facts.language.pattern("from").match(after.lstrip(" ,"))
    place = _CAPITAL.match(after.lstrip(" ,"), origin.end()) if origin else None
    if place and (_titles(facts.language).fullmatch(place[1]) or is_of_a_unit(after, facts)):
        place = None  # “…, der Leiter des Umweltamts”, “vom Umweltamt”
    if place and not any(name and place[1] in name for name in own_names(facts)):
        return True
    said = facts.language.find(after, "represents")
    whom = _CAPITAL.match(after, said.end()) if said else None
    if whom is None:
        return False
    return not any(name and name.startswith(whom[1]) for name in own_names(facts))


def is_of_a_like_authority(end: int, facts: Facts) -> bool:
    """Whether behind somebody's name stands another authority of the authority's own kind: “Emily Norton (LD) of Kent
    County Council”, of one that is sent for Westsea County Council; those of its own towns may be its delegates."""
    text = facts.document.text
    behind = _ASIDE.sub("", text[end : end + LONGEST_TITLE])
    behind = CLAUSE_ENDS.split(behind.partition("\n")[0].lstrip(" ,").rstrip(" ."))[0].partition(",")[0]
    origin = facts.language.pattern("from", "of_the", "of").match(behind)
    kinds = _kinds(facts.authority or "", facts.language)
    if origin is None or not kinds or len(behind.split()) > MOST_WORDS_OF:
        return False
    if kinds.isdisjoint(_kinds(behind, facts.language)):
        return False
    own = (facts.authority or "").casefold()
    return any(word[0].isupper() and word.casefold() not in own for word in behind[origin.end() :].split())


def _kinds(words: str, language: Language) -> set[str]:
    """The words for kinds of authorities among some words: “county”, “council”."""
    plain = {word for name in language.words["authority_words"] for word in name.split()}
    return plain & {word.casefold() for word in words.split()} - language.function_words


def own_names(facts: Facts) -> tuple[str, ...]:
    """The names of the authority and of the organisation."""
    own = facts.organisation
    return (*called(facts.authority, facts.language), own.name.text, own.abbreviation or "")


def first_clause(words: str) -> str:
    """Words up to where another clause, or what stands in brackets, begins."""
    end = CLAUSE_ENDS.search(words)
    return words[: end.start()] if end else words


def _begins_an_honour(words: str, deputy: re.Match[str], language: Language) -> bool:
    """Whether a word for a deputy is but the first of what somebody is at home: “Deputy Mayor Ann Ek”."""
    honour = language.pattern("honours", "titles").match(words, deputy.start())
    return honour is not None and honour.end() > deputy.end()


def stands_in(before: str, after: str, language: Language) -> bool:
    """Whether words beside a person say that it is a deputy: “with X as deputy”, “deputy: X”, “if she cannot, X”."""
    behind, ahead = first_clause(after)[:CLOSE], before[-CLOSE:]
    if found := language.pattern("deputy_label").search(behind):
        words = behind[: found.start()]
        rest = behind[found.end() :]  # “Asta Lind (S) with deputy Bo Ek”, “…, in Vertretung Bo Ek”
        rest = language.pattern("honours").sub(" ", rest)  # “Asta Lind (S), substitute Cllr (Bo Ek)”
        with_one = (bool(rest) and not rest.strip(" .")) or (joins(words, language) and not rest.strip())
        return len(words.split()) <= FEW_WORDS and not with_one
    if language.has(before, "prevented") or language.has(behind.partition(",")[0], "prevented"):
        return True  # “…; X steps in when she cannot”
    found = next(iter(list(language.pattern("deputy_label").finditer(ahead))[-1:]), None)
    if found is None or _begins_an_honour(ahead, found, language) or is_stood_in_for(before, language):
        return False
    is_clause = " " in found.group()  # “when she cannot, our councillor X goes”
    return len(ahead[found.end() :].split()) <= FEW_WORDS + is_clause and (is_clause or "," not in ahead[found.end() :])


def is_stood_in_for(before: str, language: Language) -> bool:
    """Whether somebody is named as the one whom another is the deputy of: “Bo Ek is the substitute for Ann Ek”."""
    said = language.find(before[-CLOSE:], "deputy_label")
    last = said.group().rpartition(" ")[2] if said else ""
    begin = said.end() - len(f" {last}") * language.has(last, "for", "of") if said else 0  # “suppleant for”
    return said is not None and _for(language).match(before[-CLOSE:], begin) is not None


@cache
def _for(language: Language) -> re.Pattern[str]:
    """“ for ”, “ of Cllr ”, before a name."""
    titles = rf"(?:(?:{language.any_of('honours', 'definite')})\s){{0,2}}"
    return re.compile(rf"\s{language.joining('for', 'of')}{titles}\Z", re.I)


def is_an_envoy(clause: str, span: Span, facts: Facts) -> bool:
    """Whether a clause tells of somebody employed elsewhere, whom one may ask: “contact is through our representative
    in Brussels, Bo Ek (b.ek@…)”."""
    if not (facts.addresses_in(*span) or facts.language.has(clause, "contact")):
        return False
    said = facts.language.find(clause, "delegates")
    place = _in_a_place(facts.language).match(clause, said.end()) if said else None
    return place is not None and not any(place[1] in name for name in own_names(facts) if name)


@cache
def _in_a_place(language: Language) -> re.Pattern[str]:
    return re.compile(rf"\s{language.joining('in')}([A-ZÀ-Þ][\w-]{{2,30}})(?=[,(]|\s\()")
