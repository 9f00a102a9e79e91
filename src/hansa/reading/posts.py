"""Which office of a network the words beside somebody's name give: “…, vice-chair of the network”."""

from __future__ import annotations

import re
from functools import cache

from hansa.reading import names, people
from hansa.reading.affiliation import CLAUSE_ENDS, OF_AN_OFFICE, first_clause
from hansa.reading.authority import called, speaks_of_us
from hansa.reading.facts import Facts
from hansa.reading.groups import names_a_group
from hansa.reading.holding import gives, is_parted, parted, sits_on_its_board
from hansa.reading.ingroups import in_a_group, is_own_noun, leads_a_part, names_a_commission
from hansa.reading.languages import Language, alternatives
from hansa.reading.outline import cues_of
from hansa.reading.prose import of_another, without_own_name
from hansa.reading.saying import says_what_it_is

NEAR = 110  # letters between a person and an office
NEAR_BEHIND = 140  # letters behind one
NEAR_OFFICE = 24
SOON = 50  # letters behind a person
FEW_WORDS = 4
STEM = 5  # letters
MOST_OF_A_TITLE = 9  # words
_ASIDE = re.compile(r"(?<=\w)\s\([a-zà-ÿ ]{2,30}\)")  # “vice chair (assisterande leiar) i gruppa”
# Of a group with a name: “chairs the Smart Regions group”, in any language.
_A_GROUP = re.compile(r"(?<!\w)[A-ZÀ-Þ]\w+\s(?:[A-ZÀ-Þ]\w+\s)?(?:group|grupp|groep|grupo|gruppo|grupa|ryhm)")
_AT_HOME = ("in_charge_of", "authority_words", "we_subject")
_SIGNS = re.compile(r"[,;:.()]")
_DASH = re.compile(r"\A\s[–—-]\s")  # “Asta Lind (S) – vice chair”
_OWN_IN_BRACKETS = re.compile(r"\s\(…+\)")  # of an own name that was left out
_IN_BRACKETS = re.compile(r"\s\(([^()]{1,40})\)")


def post_of(before: str, after: str, facts: Facts, ours: bool) -> str | None:
    """The office that words behind a person give, or before with a verb between: “its chair is our …”; none where it is
    that of a part of the organisation."""
    office = _post_of(before, after, facts, ours)
    is_of_a_part = office in ("chair", "vice-chair") and (
        leads_a_part(first_clause(after), facts) or leads_a_part(before[-NEAR:], facts)
    )
    return None if is_of_a_part else office


def _post_of(before: str, after: str, facts: Facts, ours: bool) -> str | None:
    language = facts.language
    whole, before, after = before, without_own_name(before, facts), without_own_name(after, facts)
    after = _OWN_IN_BRACKETS.sub(lambda found: "…" * len(found.group()), after)
    if not language.has(f"{before} {after}", *OF_AN_OFFICE) and not chairs_around(before, after, language):
        return None
    behind = first_clause(_DASH.sub(", ", _ASIDE.sub("", _without_party(after, language))))
    title = behind.find(", ", 2) if behind.startswith(", ") else -1
    behind = behind[: NEAR_BEHIND + max(title, 0)]
    ahead = _IN_BRACKETS.sub(r", \1,", before)[-NEAR:]
    ahead = ahead[max((m.end() for m in CLAUSE_ENDS.finditer(ahead)), default=0) :]
    groups = in_a_group(whole, facts)
    told, _sign, right_before = ahead.rpartition(", ")
    if told and language.has(told, "member_words", "since") and not language.has(ahead, "is", "represents"):
        for office in () if groups else ("vice-chair", "chair", "board"):
            if right_before.strip(" :").casefold() in language.words[office]:
                return office  # “a member since 2009, vice-chair Asta Lind (S)”
    for office in ("vice-chair", "chair", "board"):
        if groups and office != "board":
            continue
        for found in language.pattern(office, f"{office}_label").finditer(behind):
            ahead_of_it = behind[: found.start()]
            one_of = language.has(ahead_of_it[-NEAR_OFFICE:], "one_of")
            of_somebody = _of(language).search(ahead_of_it) and not one_of  # “deputy to the president”
            of_somebody = of_somebody and not (
                office == "board" and language.has(ahead_of_it, "sits", "member_words", "delegates", "elected")
            )
            names_a_unit = found.group()[0].isupper() and behind[found.end() :].lstrip()[:1].isupper()
            whose = " ".join(behind[found.end() :].split()[:FEW_WORDS])  # “vice-chair of the county council”
            of_a_unit = office != "board" and _is_a_units(found.group(), whose, facts)
            of_somebody = of_somebody or of_its_own(" ".join(ahead_of_it.split()[-1:]), facts)  # “nämndens ordförande”
            if on_behalf := language.find(whose, "behalf"):
                whose = whose[: on_behalf.start()]  # “sits on the board for the city”
            whose = language.pattern("board").sub(" ", whose)  # Spanish “la junta directiva”
            is_its = language.has(" ".join([*ahead_of_it.split()[-FEW_WORDS:], whose]), "its", "of_them")
            is_the_authoritys = language.has(whose, *_AT_HOME[is_its:]) or of_a_unit
            leads_a_group = office != "board" and _leads_a_group(ahead_of_it, facts)
            of_somebody = of_somebody or _is_but_a_title(found.group(), office, language)  # “Director of Planning”
            of_somebody = of_somebody or _is_in_a_title(behind, found, language)
            of_somebody = of_somebody or _is_at_home(" ".join(ahead_of_it.split()[-1:]), language)
            if of_somebody or names_a_unit or is_the_authoritys or leads_a_group:
                continue
            if _is_of_another_network(behind[found.end() :], facts):
                continue
            if not of_its_own(behind[found.end() :].partition(",")[0], facts):
                return office
        said = language.find(without_titles(ahead, language), office)
        if said and office != "board" and _is_of_a_board(ahead, said, language):
            continue
        verb = gives(ahead[said.end() :], behind, language) if ours and said else None
        if said and verb:
            of = ahead[said.end() :][: verb.start()] or _first_of(ahead[said.end() + verb.end() :], language)
            if not is_anothers(ahead[: said.start()] + of, language):
                return office
    if ours and language.has(behind[:NEAR_OFFICE], "elected"):  # “…, to whose board Councillor Ek was elected”
        for office in ("vice-chair", "chair", "board"):
            near = language.pattern(office).search(ahead, max(0, len(ahead) - SOON))
            if near and not is_anothers(ahead[near.start() :], language):
                return office
    if ours and (given := _elected_to(ahead, facts)):
        return given
    if (ours and _is_whose_board(ahead, behind, language)) or sits_on_its_board(ahead, before != whole, language):
        return "board"
    if groups:
        return None
    said = language.find(behind[:SOON], "chair_verbs") or chairs_around(ahead, behind, language)
    if said and not _leads_a_group(behind[: said.start()], facts):
        of = behind[said.end() :].partition(",")[0]
        if behind[: said.start()].endswith("-") or language.has(" ".join(of.split()[:FEW_WORDS]), *_AT_HOME):
            return None  # “vice-chair of the city council”
        theirs = is_anothers(of, language) or names_a_group(of, facts) or _A_GROUP.search(of) is not None
        theirs = theirs or _is_of_another_network(behind[said.end() :], facts)
        return None if theirs or _is_a_units(said.group(), of, facts) else "chair"
    said = _verb(without_titles(ahead, language), language)
    if said and language.has(ahead[: said.start()], "secretariat"):
        return None  # “the secretariat is in Brussels and is led by …”
    if said and names_a_group(ahead[: said.start()][-NEAR_OFFICE:], facts):
        return None  # “a working group chaired by …”
    if ours and said:
        return "chair"
    if said and language.has(ahead[said.end() :][-12:], "through"):
        return "chair"  # “chaired since 2024 by …”
    return None


def _is_of_another_network(behind: str, facts: Facts) -> bool:
    """Whether right behind an office another network is named, known or not: “chair of Procura+ and of …”; what is not
    known is one by its name alone: “also chairs Blue Gate.”, where nouns have no capitals."""
    language, it = facts.language, facts.organisation
    clause = behind.partition(",")[0]
    joint = language.pattern("and").search(clause)
    clause = clause[: joint.start()] if joint else clause
    little = behind.strip().casefold()
    if of_another(clause, facts) or (little and little in language.all_of("of", "of_the", "for", "in")):
        return True  # “chair of Blue Gate”, which may be read as somebody’s name
    named = _named_behind(language).match(clause)
    if named is None or (language.capital_nouns and " " not in named["name"]):
        return False
    name = named["name"]
    every = (it.name.text, *(one.text for one in it.other_names), it.abbreviation or "", it.parent or "")
    is_it = any(word[:STEM].casefold() in one.casefold() for one in every for word in name.split())
    of_whole = names.is_abbreviation(name) or says_what_it_is(name, language)
    places = {*language.countries, *language.words["continents"]}
    return not (is_it or of_whole or name.casefold() in places or speaks_of_us(name, language, facts.authority))


@cache
def _named_behind(language: Language) -> re.Pattern[str]:
    """“ of Blue Gate”, at the end of a clause."""
    of = language.any_of("of", "of_the", "for", "in")
    little = rf"(?:(?:{of})\s)?" if language.words["articles"] else ""
    return re.compile(
        rf"\s{little}(?P<name>[A-ZÀ-ÖØ-ÞŁŚŻŹĆ][\w+-]+(?:\s[A-ZÀ-ÖØ-ÞŁŚŻŹĆ][\w+-]+){{0,2}})(?=\s?[.;(]|\s?\Z)"
    )


def _is_of_a_board(words: str, office: re.Match[str], language: Language) -> bool:
    """Whether a word for an office is but one of those for a board: Italian “ufficio di presidenza”."""
    return any(one.start() < office.start() < one.end() for one in language.pattern("board").finditer(words))


def sits_as_well(after: str, language: Language) -> bool:
    """Whether words behind somebody tell of a second office: “is one of its vice-presidents and sits on its board”."""
    behind = first_clause(after)[: 2 * NEAR]
    if _two_offices(language).search(behind):
        return True
    office = language.find(behind, "vice-chair", "chair")
    joint = language.pattern("and").search(behind, office.end()) if office else None
    board = language.pattern("board").search(behind, joint.end()) if joint else None
    if joint is None or board is None or "," in behind[joint.end() : board.start()]:
        return False
    between, whose = behind[joint.end() : board.start()], " ".join(behind[board.end() :].split()[:FEW_WORDS])
    sits = language.has(f"{between}{board.group()}", "sits", "member_words", "is", "holds")
    return sits and not (is_anothers(between, language) or language.has(whose, *_AT_HOME))


@cache
def _two_offices(language: Language) -> re.Pattern[str]:
    """“Board member and vice-chair”, or the other way round, at the end of a clause or before what the date tells."""
    chairs, board = language.any_of("chair", "vice-chair"), language.any_of("board")
    joint = rf"\s(?:{language.any_of('and')})\s"
    when = rf"(?=[.;,(]|\s\d|\s(?:{language.any_of('since_words', 'its', 'of')})|\s*\Z)"
    return re.compile(rf"(?<!\w)(?:(?:{board}){joint}(?:{chairs})|(?:{chairs}){joint}(?:{board})){when}", re.I)


def _elected_to(ahead: str, facts: Facts) -> str | None:
    """The office to which somebody named soon behind it was elected: “the network has elected as its president our …”,
    as languages put it that have a free order: “sieć wybrała na przewodniczącą naszą prezydent Annę Nowak”, “a élu
    présidente la maire de Westsea, Anne Morel”."""
    language = facts.language
    verb = language.find(ahead, "elected")
    words = ahead[verb.end() :] if verb else ""
    for office in ("vice-chair", "chair", "board") if words else ():
        said = language.find(words, office)
        if said and len(words[: said.start()].split()) <= FEW_WORDS and not _SIGNS.search(words[: said.start()]):
            whose = language.pattern("titles", "honours").sub(" ", words[said.end() :])
            own = next((name for name in called(facts.authority, language) if name in whose), None)
            of = () if own else ("of",)
            is_its = not is_anothers(words, language) and not language.has(whose, *of, "which", "is")
            return office if is_its else None
    return None


def chairs_around(ahead: str, behind: str, language: Language) -> re.Match[str] | None:
    """A verb for being the chair in two parts, around who that is: “namens de stad zit wethouder Ann Ek het netwerk
    voor”, “leder ordfører Ann Ek nettverket”."""
    begins, ends = parted(language, "chair_verbs")
    first = next(iter(list(begins.finditer(ahead[-SOON:]))[-1:]), None)
    second = ends.match(behind) if first else None
    return second if first and second and is_parted(first, second, language, "chair_verbs") else None


def _is_whose_board(ahead: str, behind: str, language: Language) -> bool:
    """Whether somebody is said to sit on the board that was told of before: “…, to whose board Ann Ek belongs”."""
    verb = language.find(behind[:NEAR_OFFICE], "sits")
    near = language.pattern("board").search(ahead, max(0, len(ahead) - SOON)) if verb else None
    if verb is None or near is None:
        return False
    between = ahead[near.end() :]
    of_it = behind[verb.end() :].partition(",")[0]
    is_one = not (_SIGNS.search(between) or language.has(between, "and", "is", "holds", "breakers"))
    return is_one and not (is_anothers(of_it, language) or language.has(of_it, "assemblies", *OF_AN_OFFICE))


def _verb(words: str, language: Language) -> re.Match[str] | None:
    """A verb for being the chair, which in English is what a chair is called, too: “the chair of …” is none."""
    said = language.find(words, "chair_verbs")
    before = words[: said.start()].split()[-1:] if said else []
    article = cues_of(language).article.match(f"{before[0]} …") if before else None
    is_noun = said is not None and said.group().casefold() in language.words["chair"]
    is_within = said is not None and words[: said.start()].endswith("-")  # “vice-chair”
    is_its = bool(before) and language.has(before[0], "its", "our")
    return None if is_within or (is_noun and (is_its or (article and article.end()))) else said


def _without_party(words: str, language: Language) -> str:
    """Words without the party in brackets that stands in them, or begins them: “, councillor (S), is on its board”,
    “ (Our List) is …”."""
    parties = language.words["parties"]
    first = _IN_BRACKETS.match(words)
    if first and not (
        re.search(r"\d", first[1]) or language.has(first[1], *OF_AN_OFFICE, "deputy_label", "since_words")
    ):
        words = words[first.end() :]
    return _IN_BRACKETS.sub(lambda found: "" if found[1].strip().lower() in parties else found.group(), words)


def _first_of(words: str, language: Language) -> str:
    """Words up to the first “and”: “vice-chair of the network (and chair of its committee) is …”."""
    joint = language.pattern("and").search(words)
    return words[: joint.start()] if joint else words


def heads_the_authority(before: str, after: str, language: Language) -> bool:
    """Whether somebody's title is an office in the authority itself: “kommunstyrelsens ordförande Anna Holt (S)”, “Anna
    Holt (S), chair of the Regional Committee, …”."""
    aside = after[1:].partition(",")[0] if after.startswith(",") else ""
    last = " ".join(before.split()[-MOST_OF_A_TITLE:])
    ends = [0, *(at.end() for at in _SIGNS.finditer(last.rstrip(" ,")))]
    said = language.find(last[max(ends) :], "chair", "vice-chair")
    leads = last[max(ends) + said.start() :] if said else ""
    return any(
        language.has(title, "chair", "vice-chair")
        and (language.has(title, "authority_words") or is_anothers(title, language))
        for title in (" ".join(before.split()[-FEW_WORDS:]), leads, aside)
        if not language.has(title, "is", "holds")
    )


def is_told_of_an_office(before: str, language: Language) -> bool:
    """Whether words before somebody tell whose office it is, be it nobody knows in what: “the vice-chair is now …”."""
    said = next(
        iter(list(language.pattern("chair", "vice-chair").finditer(without_titles(before, language)))[-1:]), None
    )
    return said is not None and language.pattern("is").match(before[said.end() :].lstrip()) is not None


def without_next_title(after: str, language: Language) -> str:
    """Words between two people without the title of the second: “Ann Ek (S), (or the vice-chair, )Bo Ek (M)”."""
    office = next(iter(list(language.pattern("vice-chair", "chair").finditer(after))[-1:]), None)
    if office is None or after[office.end() :].strip(" ") not in ("", ","):
        return after
    is_next = after[office.end() :].isspace()
    joint = next(iter(list(language.pattern("or", "with", "and").finditer(after, 0, office.start()))[-1:]), None)
    if joint is None or len(after[joint.end() : office.start()].split()) > 1:
        sign = after.rfind(",", 0, office.start())
        return after[:sign] if is_next and sign >= 0 and not language.has(after[sign:], "is", "through") else after
    return after[: joint.start()]


def leads_at_home(before: str, language: Language) -> bool:
    """Whether somebody is named behind the words for who leads a committee: “…, handled by the culture committee, whose
    chair is …”, “…, chaired by …”."""
    ahead = before[-NEAR:]
    for said in language.pattern("chair", "chair_verbs").finditer(ahead):
        whose = ahead[: said.start()]
        is_verb = language.has(said.group(), "chair_verbs")
        is_its = language.has(" ".join(whose.split()[-2:]), "which", "its", "breakers")
        if is_anothers(whose, language) and (is_verb or is_its or language.has(ahead[said.end() :], "is")):
            return True
    return False


def without_titles(words: str, language: Language) -> str:
    """Words with blanks for the titles in them that hold an office: “Ann Ek, presidente da Câmara, …”."""

    def blank(title: re.Match[str]) -> str:
        said = title.group()
        is_one = " " in said and said.casefold() not in language.all_of("chair", "vice-chair", "board")
        is_one = is_one and language.has(said, "chair", "vice-chair", "board")
        return " " * len(title.group()) if is_one else title.group()

    return language.pattern("titles", "honours").sub(blank, words)


def _is_but_a_title(word: str, office: str, language: Language) -> bool:
    """Whether a word stands for an office in labels alone, and is else a title at home."""
    lowered = word.casefold()
    return lowered in language.words["titles"] and lowered not in language.words[office]


def _is_in_a_title(words: str, office: re.Match[str], language: Language) -> bool:
    """Whether an office is but a word in a title at home, or begins a unit's name: “presidente da Câmara”, “dagleg
    leiar”, “au bureau de représentation”."""
    titles = (one.span() for one in language.pattern("titles", "honours").finditer(words) if " " in one.group())
    if any(
        start <= office.start() and office.end() <= end and office.end() - office.start() < end - start
        for start, end in titles
    ):
        return True
    units = (unit.span() for unit in language.pattern("unit_words").finditer(words) if " " in unit.group())
    return any(start < office.end() < end for start, end in units)


def _is_a_units(office: str, whose: str, facts: Facts) -> bool:
    """Whether the words behind an office tell of a unit: Norwegian “leder for Europakontoret”."""
    whose = facts.language.pattern("board").sub(" ", whose)
    little, noun, *_rest = (*office.split()[-1:], *whose.split(), "", "")
    if not facts.language.has(little, "for", "of"):
        little, noun = noun, (*whose.split(), "", "")[1]
    is_unit = facts.language.has(little, "for", "of") and people.is_unit(noun, facts.language)
    return is_unit and not is_own_noun(noun, facts)


def _is_at_home(word: str, language: Language) -> bool:
    """Whether the word before an office says, in a language that puts it there, that it is one in the authority:
    “kaupunginhallituksen puheenjohtaja”."""
    return not language.words["articles"] and language.has(word, "honours") and not language.has(word, "board")


def _leads_a_group(between: str, facts: Facts) -> bool:
    """Whether words between somebody and an office tell what the office is in: “leads the forum on mobility as …”."""
    return "," not in between and not facts.language.has(between, "and") and in_a_group(between, facts)


def in_one_of_its_own(words: str, office: re.Match[str], facts: Facts) -> bool:
    """Whether an office is one in a group of the organisation's: “vice-chair of the working group on transport”."""
    before, behind = without_own_name(words[: office.start()], facts), without_own_name(words[office.end() :], facts)
    behind = facts.language.pattern("board").sub(" ", first_clause(behind).partition(",")[0])  # “comissão executiva”
    is_behind = of_its_own(behind, facts)
    return is_behind or of_its_own(" ".join(before.split()[-1:]), facts)


def of_its_own(words: str, facts: Facts) -> bool:
    """Whether words tell of a committee or a group, but for one that is the organisation itself."""
    found = _of_others(facts.language).search(words.casefold())
    return (found is not None and not is_own_noun(found.group(), facts)) or names_a_commission(
        _first_of(words, facts.language), facts
    )


def is_anothers(words: str, language: Language) -> bool:
    """Whether an office is one in a committee, a working group, or in the authority itself."""
    return _of_others(language).search(words.casefold()) is not None


@cache
def _of(language: Language) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w){language.joining('of_the')}\Z")


@cache
def _of_others(language: Language) -> re.Pattern[str]:
    """The nouns for a committee, within longer words too, and those for other groups."""
    boards = {word for cue in ("board", "chair", "vice-chair") for word in language.words[cue]}
    inflected = [] if language.words["articles"] else language.words["committee_words"]
    nouns = (*language.words["committee_label"], *inflected)
    committees = (noun for noun in nouns if len(noun) > 4 and noun not in boards)
    every = (word for word in language.words["bodies"] if word not in boards)
    groups = [word for word in every if any(part in word for part in ("grup", "group", "groep", "forum"))]
    groups += language.words["groups"]
    return re.compile(rf"{alternatives(committees)}|(?:{alternatives(groups)})(?!\w)")
