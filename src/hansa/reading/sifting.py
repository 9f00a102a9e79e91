"""What is sifted out of the names that a sentence of running text gives: those of a place's own, of another's whole, of
a forum; and the little words, the authority or a case's ending that belong to no name."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache

from hansa.reading import names
from hansa.reading.authority import speaks_of_us
from hansa.reading.belonging import ENOUGH
from hansa.reading.known import is_known, is_programme
from hansa.reading.languages import Language, alternatives
from hansa.reading.names import Heading
from hansa.reading.on_our_behalf import is_on_our_behalf
from hansa.reading.outline import cues_of
from hansa.reading.plausible import is_a_network
from hansa.reading.saying import says_what_it_is
from hansa.reading.spoken import LONG_NAME, NEAR, SHORTEST_BEGINNING

LONGEST_LEAD = 40  # letters before a name
FEW_BEHIND = 2  # words
FEW_WORDS = 3
SURE_BESIDE = 3  # how much a name in a list of sure ones looks like one
_FORUM = re.compile(r"(?:forum(?:et|s)?|foorumi\w{0,4}|fórum|foro)(?!\w)", re.I)
_CLAUSE_BEGINS = re.compile(r"[,;:(]")
_CAPITAL = re.compile(r"(?<!\w)[A-ZÀ-Þ]\w")
_SMALL = re.compile(r"\s([a-zà-ÿ]+)")


def without_subject(heading: Heading, own: tuple[str, ...]) -> Heading:
    """A name without the authority that stands right behind it: “To Eurocities Westsea belongs since …”."""
    name = heading.name.text
    subject = next((one for one in own if name.endswith(f" {one}") and is_known(name[: -len(one)])), "")
    if not subject:
        return heading
    bare = name[: -len(subject) - 1]
    return replace(heading, name=replace(heading.name, text=bare), span=(heading.span[0], heading.span[0] + len(bare)))


_APPOSED = re.compile(r"[\w)”»]\s?[,–—(-]\s(?:\w{1,4}\s|[dl]['’])?\Z")  # “Healthy Towns, the ”


def is_anothers_whole(before: str, language: Language, authority: str | None) -> bool:
    """Whether what stands before a name says that another is a part of it: “the NSC, a part of the …”, not “we are”."""
    if is_on_our_behalf(before, language):
        return False
    of_the_network = cues_of(language).subject.match(before.lstrip()) is not None
    for part in language.pattern("part_of").finditer(before[-NEAR:]):
        between = _bare(before[-NEAR:][part.end() :], language)
        if not between or (of_the_network and len(between.split()) < FEW_WORDS):  # “It is part of the WHO's European …”
            clause = _CLAUSE_BEGINS.split(before[: len(before) - len(before[-NEAR:]) + part.start()])[-1]
            return not speaks_of_us(clause, language, authority)
    return _is_a_branch_of(before, language)


def _is_a_branch_of(before: str, language: Language) -> bool:
    """Whether what stands before a name tells of another that it is its branch: “Healthy Towns, the English network
    of the …”."""
    near = before[-NEAR:]
    if not language.may_have(near, "branch_words"):
        return False
    little = {*language.all_of("of", "of_the", "in", "with", "for", "definite", "articles"), "within"}
    for branch in language.pattern("branch_words").finditer(near):
        rest = near[branch.end() :].replace("’", "'").split()
        behind = [word.casefold() for word in rest if not word.isupper()]  # “WHO”
        if len(behind) < FEW_WORDS and all(word in little for word in (" ".join(behind), *behind) if word):
            return _APPOSED.search(near[: branch.start()]) is not None
    return False


def is_a_forum(name: str) -> bool:
    """Whether a name is one of a topic's forum: “Environment Forum”, “Forum Ambiente”."""
    few = len(name.split()) <= LONG_NAME and "europ" not in name.casefold()
    return few and _FORUM.search(name) is not None and not is_known(name)


def is_at_home(name: str, own: str) -> bool:
    """Whether a name is in the authority's, or has it in itself, as what is the authority's own has: “Bündnis
    München für Klimaschutz”."""
    if is_known(name):
        return False
    return f" {name} " in f" {own} " or (len(own) > SHORTEST_BEGINNING and f" {own} " in f"{name} ")


def _bare(words: str, language: Language) -> str:
    """Words without the article that they begin with."""
    article = cues_of(language).article.match(f"{words.lstrip()} ")
    return words.lstrip()[article.end() if article else 0 :].strip(" dl'’")


def without_article(heading: Heading, start: int, text: str, language: Language) -> Heading:
    """A name without the little word that has a capital but because it begins the sentence: “Da Assembleia …”."""
    first, _space, rest = heading.name.text.partition(" ")
    little, _space, behind = rest.partition(" ")
    if behind[:1].isupper() and little in (*language.words["articles"], *language.words["definite"]):
        rest = behind  # “In the Forum of …”
    begins = not text[start : heading.span[0]].strip()
    is_little = first.casefold() in language.function_words or first.casefold() in language.firsts("through")
    if not begins or not rest[:1].isupper() or not is_little:
        return heading
    span = heading.span[1] - len(rest), heading.span[1]
    return replace(heading, name=replace(heading.name, text=rest), span=span)


def without_genitive(keys: set[str], heading: Heading) -> set[str]:
    """The abbreviation that a name is with a genitive's ending: “des RGREs”."""
    name = heading.name.text
    return {key[:-1] for key in keys} if name[-1:] == "s" and names.is_abbreviation(name) else set()


def is_of_the_network(sentence: str, language: Language) -> bool:
    """Whether a sentence begins with “the network”, and says what that does: “The network runs, with the CPMR, …”."""
    subject = cues_of(language).subject.match(sentence.lstrip())
    behind = _SMALL.match(sentence.lstrip(), subject.end()) if subject else None
    return behind is not None and (behind[1] not in language.function_words or language.has(behind[1], "is"))


def looks_after_it(before: str, heading: Heading, behind: str, language: Language) -> bool:
    """Whether what is named is whoever has the membership in hand: “Our membership is managed by the Regional Tourism
    Agency”; what is known as a network is none of these."""
    sentence = f"{before} {behind}"
    if not language.has(sentence, "the_membership", "kind_label", "the_matter") or is_known(heading.name.text):
        return False
    near = before[-LONGEST_LEAD:]
    every = [one.end() for one in language.pattern("in_hand").finditer(near)]
    if every and len(near[every[-1] :].split()) <= 1:
        return True
    by = re.search(rf"(?<!\w){language.joining('by', 'of_the')}(?:\w{{1,4}}\s)?\Z", before)
    return by is not None and language.has(" ".join([heading.name.text, *behind.split()[:FEW_BEHIND]]), "in_hand")


def runs_another(before: str, behind: str, language: Language) -> bool:
    """Whether what is named but runs a network that is named before: “in Cycling Towns, a network run by …”, “…, a
    network that … runs”."""
    if not language.has(before, "organisation_words"):
        return False
    if (by := _run_by(language).search(before)) is not None:
        return not language.has(by["between"], "member_words", "since", "enters")
    if not language.has(before[-NEAR:], "which") or (run := _that(language).search(before)) is None:
        return False
    clause = _CLAUSE_BEGINS.split(behind)[0].strip(" .”")
    is_verb = clause.islower() and len(clause.split()) <= FEW_WORDS and not language.has(clause, "member_words", "is")
    return is_verb and not language.has(run["between"], "we", "we_subject")


@cache
def _run_by(language: Language) -> re.Pattern[str]:
    """“A network that is run by the ”: not German “network of”, whose word for “by” says either, nor French “d'”."""
    by = alternatives(word for word in language.words["by"] if word[-1] not in "'’")
    verb = r"(?:[\w’'-]{1,20}\s){1,5}?" if not language.capital_nouns else r"(?:[\w’'-]{1,20}\s){0,4}?[a-zäöü]+t\s"
    network = rf"(?<!\w)(?i:{language.any_of('organisation_words')})"
    article = rf"(?:(?i:{language.any_of('articles', 'definite')})\s)?"
    return re.compile(rf"{network}(?P<between>,?\s{verb})(?i:{by})\s{article}\Z")


@cache
def _that(language: Language) -> re.Pattern[str]:
    """“A network that the ”, before who runs it."""
    network = rf"(?<!\w)(?i:{language.any_of('organisation_words')})"
    comma = "," if language.capital_nouns else ",?"
    article = rf"(?:(?i:{language.any_of('articles', 'definite')})\s)?"
    return re.compile(rf"{network}(?P<between>{comma}\s(?i:{language.any_of('which')})\s){article}\Z")


def is_of_money(before: str, heading: Heading, language: Language) -> bool:
    """Whether a name is a project's, or a programme's of money, by the noun or the programme right before it: “in the
    projects AYCH and MMIAH”, “the programme Interreg España-Portugal (POCTEP)”; nothing of the kind is known."""
    if is_known(heading.name.text):
        return False
    if heading.abbreviation and is_programme(heading.abbreviation[0]):
        return True
    near = before[-LONGEST_LEAD:]
    if before.endswith("(") and any(is_programme(near[one.start() :]) for one in _CAPITAL.finditer(near)):
        return True
    return bool(language.has(near, "projects") and _of_a_project(language).search(near))


@cache
def _of_a_project(language: Language) -> re.Pattern[str]:
    another = rf"[A-ZÀ-Þ][\w+-]{{1,20}}(?:,\s|\s(?:{language.any_of('and')})\s)"
    return re.compile(rf"(?<!\w)(?i:{language.any_of('projects')})\s[“„«\"]?(?:{another}){{0,2}}[“„«\"]?\Z")


def lists_several(sentence: str, candidates: list[tuple[Heading, int]], language: Language) -> bool:
    """Whether a sentence but lists the organisations that the one before speaks of: “The networks are …”."""
    return sum(strength > 1 for _heading, strength in candidates) > 1 and language.has(sentence, "organisation_words")


def sure_in(
    candidates: list[tuple[Heading, int]], points: int, text: str, language: Language
) -> list[tuple[Heading, int]]:
    """What a sentence of belonging names: what says itself that it is a network is sure, and where one is, another
    with a word for an organisation is, too: “the CPMR (…), ERRIN (…) and the Bluewater Euroregion”."""
    if _are_one(candidates, text, language):
        return candidates
    several = points >= ENOUGH - 1 and any(strength > 1 for _heading, strength in candidates)
    return [
        (heading, SURE_BESIDE)
        if is_a_network(heading.name.text, language) or (several and strength == 1 and _has_its_noun(heading, language))
        else (heading, strength)
        for heading, strength in candidates
    ]


def _are_one(candidates: list[tuple[Heading, int]], text: str, language: Language) -> bool:
    """Whether of but two names one is what the other is called besides: “…, better known as Heritage Europe”."""
    spans = sorted(heading.span for heading, _strength in candidates)
    if len(spans) != len(("one", "other")):
        return False
    between = text[spans[0][1] : spans[1][0]]
    if "," not in between or len(between) > LONGEST_LEAD or any(map(str.isdigit, between)):
        return False
    return not language.has(between, "and", "since_words")


def _has_its_noun(heading: Heading, language: Language) -> bool:
    name = heading.name.text
    return " " in name and says_what_it_is(name, language)
