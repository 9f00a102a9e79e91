"""Who sits on a board where it is told that somebody represents the authority there: “On the board, the city is
represented by Asta Lind (S)”, “Miasto reprezentuje w zarządzie Anna Nowak”."""

from __future__ import annotations

import re
from itertools import chain

from hansa.reading import dates, people
from hansa.reading.affiliation import (
    are_titled,
    first_clause,
    is_titled,
    is_titled_elsewhere,
    speaks_for_others,
    speaks_up,
    stands_in,
)
from hansa.reading.belonging import is_former, is_planned, of_neighbours
from hansa.reading.delegates import hold
from hansa.reading.facts import Facts, section_rule
from hansa.reading.groups import of_a_part, of_group
from hansa.reading.ingroups import in_a_group
from hansa.reading.languages import Language
from hansa.reading.outline import Section
from hansa.reading.own_people import is_our_own, works_for_another
from hansa.reading.politicians import is_on_a_board
from hansa.reading.prose import clauses_telling, is_ours, of_another, telling
from hansa.reading.types import Office
from hansa.reading.unheld import is_but_sought

MOST_PEOPLE = 3
FEW_WORDS = 4
MOST_BETWEEN = 7  # words
_SIGNS = re.compile(r"[,;:()]")
NEAR = 110  # letters


@section_rule("who represents the authority on a board", "represents", "delegates")
def on_boards(facts: Facts, section: Section) -> None:
    """The people of a sentence that says that they represent the authority on the board, and nothing else of them."""
    language = facts.language
    told = telling(section, facts.document, language, "represents", "delegates")
    for span, sentence in chain.from_iterable(
        clauses_telling(one.span, one.text, language, "represents", "delegates") for one in told
    ):
        verb = language.find(sentence, "represents")
        board = language.find(sentence, "board")
        is_told = verb is not None and is_on_a_board(sentence, verb, language)
        if board is None or not (is_told or _is_sent_to(sentence, board, language)):
            continue
        if language.has(sentence, "chair", "vice-chair", "left", "neighbours") or is_planned(sentence, language):
            continue
        if is_but_sought(sentence, language):
            continue
        if of_another(sentence, facts) or of_a_part(sentence, facts) or of_group(sentence, facts):
            continue
        if of_neighbours(sentence, language, facts.authority):
            continue
        if is_former(sentence, language) or in_a_group(sentence[: board.start()], facts):
            continue
        named = people.everybody(sentence, language)
        if not 0 < len(named) <= MOST_PEOPLE or not (is_ours(sentence, facts) or are_titled(sentence, facts)):
            continue
        for one, before, after in people.each_with_words(sentence, named):
            if speaks_up(sentence, one, language) or speaks_for_others(after, facts):
                break
            if works_for_another(sentence, one, language) or (not one.party and is_titled_elsewhere(before, facts)):
                break
            if one.deputy or stands_in(before, after, language):
                continue
            since, until = dates.term_beside(before[-NEAR:], after[:NEAR], language)
            at = span[0] + one.start, span[0] + one.end
            hold(facts, Office("board", one.name, one.party, since, until), at, 0.8)


def _is_sent_to(sentence: str, board: re.Match[str], language: Language) -> bool:
    """Whether the noun for those whom the authority sends stands right before a board: “is the city's (new
    representative on) the board”, with a verb that gives somebody that."""
    sent = next(iter(list(language.pattern("delegates").finditer(sentence, 0, board.start()))[-1:]), None)
    if sent is None or language.has(sentence, "deputy_label", "assemblies"):
        return False
    between = sentence[sent.end() : board.start()]
    is_near = len(between.split()) <= MOST_BETWEEN and not _SIGNS.search(between)
    return is_near and language.has(sentence, "is", "elected") and not language.has(between, "and", "is", "breakers")


@section_rule("who is named for its board", "board")
def named_for_boards(facts: Facts, section: Section) -> None:
    """“On the board: Mayor Ann Ek, 2022–2025”: nothing but people behind a few words and a colon."""
    language = facts.language
    for span, sentence, _cues in telling(section, facts.document, language, "board"):
        lead, colon, behind = sentence.partition(":")
        seats = is_ours(lead, facts) and language.has(
            lead, "holds", "sits"
        )  # “We have two of the seats on the board: …”
        if not colon or not (seats or len(lead.split()) <= FEW_WORDS) or not language.has(lead, "board"):
            continue
        if language.has(sentence, "chair", "vice-chair", "left", "contact", "secretariat"):
            continue
        if of_another(sentence, facts) or of_a_part(sentence, facts) or is_former(sentence, language):
            continue
        named = people.everybody(behind, language)
        begins = behind[: named[0].start] if named else ""
        if not named or len(begins.split()) > FEW_WORDS or len(named) > MOST_PEOPLE:
            continue
        for one, before, after in people.each_with_words(behind, named):
            ours = one.party or is_our_own(one, before, facts) or is_titled(before, after, facts)
            if not ours or one.deputy or stands_in(before, after, language) or speaks_for_others(after, facts):
                break
            since, until = dates.span_in(first_clause(after)[:NEAR], language)
            at = span[0] + len(lead) + 1 + one.start, span[0] + len(lead) + 1 + one.end
            hold(facts, Office("board", one.name, one.party, since, until), at, 0.8)
