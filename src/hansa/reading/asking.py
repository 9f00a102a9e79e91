"""Whether a sentence speaks of all the networks that a page tells of: “Questions about our networks: …”."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from hansa.reading import people
from hansa.reading.document import Document
from hansa.reading.languages import Language, first_word
from hansa.reading.lists import is_a_noun, is_expected, is_in_another_form
from hansa.reading.outline import Cues, Section
from hansa.reading.titles import MOST_WORDS_OF_A_TITLE, says_title
from hansa.reading.types import Span
from hansa.reading.units import unit_in

FEW_WORDS, FEW_BESIDE = 3, 2
MANY, MOST_OF_ALL = 2, 5
MOST_LINES, LONGEST_SAID = 8, 200
SHORTEST_STEM = 4
NEAR = 80  # letters between “questions” and what they are on
FROM_NOBODY = 40  # letters between “nobody” and “is named”
_OF_ALL = ("every_one", "above", "our", "contact", "looks_after", "unless_told")
STOPS = frozenset(".!;")
LEAD = re.compile(r"(?P<lead>[^:?]{8,160})[:?]\s")
_WORD = re.compile(r"[^\W\d_][\w’'-]*")
_OPENED = re.compile(r"[:?]")
_OF_A_SEAT = ("represents", "delegates", "sits", "board", "chair", "vice-chair")
_CLAUSE_ENDS = re.compile(r"[,;:.?!]")


def is_of_all(words: str, cues: Cues, *, in_one: bool) -> bool:
    """Whether a sentence speaks of all the networks that the page tells of: “For all networks listed here …”; `in_one`,
    within the section of one, only where it plainly does."""
    language = cues.language
    if language.has(words, "some_of"):
        return False  # “Some of these memberships are looked after by the Europe Office, others by …”
    is_of_networks = not in_one and says_but_networks(words, cues)
    if is_of_networks or not (language.has(words, *_OF_ALL) or _OPENED.search(words)):
        return is_of_networks
    if not in_one and language.has(words, "unless_told") and language.has(words, "contact", "looks_after"):
        return True  # “The Europe Office answers questions unless somebody else is named.”
    if language.has(words, "them_all") and language.has(words, "contact", "looks_after"):
        return True
    for said in language.pattern("every_one").finditer(words):
        ahead = words[: said.start()].split()[-1:] if language.has(said.group(), "our") else []  # “nettverka våre”
        every = [*ahead, *words[said.end() :].split()[:FEW_WORDS]]
        of_them = " ".join(every)
        is_noun = any(is_a_noun(word.lower(), language) for word in every)  # not “our staff take part in”
        if is_noun or language.has(of_them, "memberships") or are_several(of_them, language):
            return True
    if language.has(words, "above") and (is_expected(words, language) or are_several(words, language)):
        return True
    if in_one:
        return False
    beside = [  # “our networks”, as Norwegians put it “nettverka våre”
        " ".join(words[: our.start()].split()[-1:] + words[our.end() :].split()[:FEW_BESIDE])
        for our in language.pattern("our").finditer(words)
    ]
    beside += [  # “the organisations that we are in”
        " ".join(_CLAUSE_ENDS.split(words[: ours.start()])[-1].split()[-FEW_WORDS:])
        for ours in language.pattern("we").finditer(words)
    ]
    return any(are_several(one, language) for one in beside)


def says_but_networks(words: str, cues: Cues, *, plainly: bool = False) -> bool:
    """Whether a sentence says whom to ask about networks and nothing else; `plainly` about several, not where the word
    for one is the same: Swedish “nätverk”."""
    return any(_is_but_of_networks(part, cues, plainly) for part in _around_the_asked(words, cues.language))


def of_the_rest(words: str, cues: Cues, *, alone: bool = False) -> bool:
    """Whether words speak of the networks that nothing is said of: “for the other networks”; where they stand `alone`
    before a contact, without a noun: “All others”; or of those “without a contact of their own”."""
    language = cues.language
    if language.has(words, "some_of"):
        return False
    if where_nobody_else(words, language) and (
        language.has(words, "memberships") or are_several(words, language) or is_expected(words, language)
    ):
        return True
    for said in language.pattern("remaining").finditer(words):
        of_them = " ".join(words[said.end() :].split()[:FEW_WORDS])
        if is_expected(of_them, language) or language.has(of_them, "memberships") or are_several(of_them, language):
            return True
        behind = " ".join(words[said.end() :].split()[:MOST_WORDS_OF_A_TITLE])
        if (
            language.has(behind, "questions")
            and language.has(words[said.end() :], "whole_field")
            and not language.has(words, "not_asked")
        ):
            return True  # “all other questions on Europe”
        if alone and (not of_them or language.pattern("questions").match(of_them)):
            return True
    return False


def where_nobody_else(words: str, language: Language) -> bool:
    """Whether words say that what follows is but for those of which nobody else is told: “for networks without a
    contact of their own”, “where nobody is named above”, “unless another contact is given”."""
    if language.has(words, "without_contact"):
        return True
    if not language.has(words, "is_given"):
        return False
    return any(
        language.has(words[max(0, one.start() - FROM_NOBODY) : one.end() + FROM_NOBODY], "is_given")
        for cue in ("nobody", "unless_told")
        for one in language.pattern(cue).finditer(words)
    )


def asks(words: str, language: Language) -> bool:
    """Whether words ask, or tell whom to."""
    return words.rstrip().endswith("?") or language.has(words, "contact")


def pointed_at(words: str, language: Language) -> tuple[int, bool]:
    """How many organisations a sentence points back to, and whether it may be more: “questions on these three”, “both
    are looked after by …”, “ask about them”; 0 where to none."""
    for said in language.pattern("every_one").finditer(words):
        number = language.numbers.get(first_word(words, len(words[: said.end()]) + 1))
        if number and MANY <= number <= MOST_OF_ALL:
            return number, False
    if language.has(words, "both"):
        return MANY, False
    told = language.has(words, "them") and (asks(words, language) or language.has(words, "looks_after"))
    return (MANY if told else 0), True


def _around_the_asked(words: str, language: Language) -> Iterator[str]:
    """What may say of what one asks: before a colon, or who is asked, with the title or without, and behind the verb of
    who answers."""
    lead = LEAD.match(f"{words} ")
    whole, words = words, without_matter(words, language)
    asked = people.somebody(words, language)
    unit = None if asked else unit_in(words, language)
    ends = [lead.end("lead")] if lead else []
    ends += [asked.start] if asked else [unit[0]] if unit else []
    if not ends and (sign := words.find("@")) > 0:
        ends = [words.rfind(" ", 0, sign) + 1]  # “for queries on our networks email europe@…”
    end = min(ends, default=0 if words.rstrip()[-1:] in STOPS else len(words))
    yield whole[:end]
    if asked and end == asked.start:  # “questions about the networks can be put to the policy adviser, Ann Ek”
        last = [word.start() for word in _WORD.finditer(words, 0, end)][-MOST_WORDS_OF_A_TITLE:]
        yield from (whole[:start] for start in reversed(last) if says_title(words[start:end], language))
    if (asked or unit) and (verb := language.find(words, "looks_after")):
        clause = _CLAUSE_ENDS.split(whole[verb.end() :])[0]
        joint = _joints(language).search(clause)  # “tells you more about the networks and how to take part”
        yield from (clause, clause[: joint.start()] if joint else clause)


def without_matter(words: str, language: Language) -> str:
    """Words, of one length, without what they say that one may ask about, where this reads as a unit and another is
    named: “Questions on European affairs: Mayor's Office”."""
    asked = language.find(words, "questions") if language.has(words, "whole_field") else None
    if asked is None:
        return words
    matter = language.pattern("whole_field").search(words, max(0, asked.start() - NEAR), asked.end() + NEAR)
    if matter is None:
        return words
    bare = f"{words[: matter.start()]}{'x' * len(matter.group())}{words[matter.end() :]}"
    return bare if people.somebody(bare, language) or unit_in(bare, language) else words


def asks_of_others(words: str, language: Language, names: tuple[str, ...]) -> bool:
    """Whether a sentence says whom to ask about what is no membership: “For twin towns, contact the Mayor's Office”."""
    if not language.has(words, "questions", "contact", "invites", "looks_after"):
        return False
    of_else = _of_else(language).search(words)
    if of_else is None or any(name and name in words for name in names):
        return False
    asked = people.somebody(words, language)
    unit = None if asked else unit_in(words, language)
    begin = asked.start if asked else unit[0] if unit else len(words)
    besides = _WORD.sub(lambda one: "" if _of_else(language).match(one.group()) else one.group(), words[:begin])
    return of_else.start() < begin and not is_expected(besides, language)


def is_of_twin_towns(words: str, language: Language) -> bool:
    """Whether words speak of twin towns."""
    return _of_twin_towns(language).search(words) is not None


@cache
def _of_twin_towns(language: Language) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{language.any_of('twin_towns')})", re.I)


@cache
def _of_else(language: Language) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:(?:{language.any_of('twin_towns')})|(?:{language.any_of('projects')})(?!\w))", re.I)


def says_but_asking(words: str, cues: Cues) -> bool:
    """Whether words say nothing but that one may ask, be it about networks, the matter or what the authority does in
    Europe: “If you have any questions”, “Questions on European affairs”."""
    language = cues.language
    of_matter = language.all_of("the_matter", "organisation_words", "subjects")
    found = _small_words(language.pattern("whole_field").sub(" ", words))
    return language.has(words, "questions", "read_more") and _says_nothing_else(
        [word for word in found if word not in of_matter], cues
    )


def _is_but_of_networks(lead: str, cues: Cues, plainly: bool) -> bool:
    """Whether a lead says nothing but that one may ask about networks, “Questions about our memberships: …”, or about
    all that the authority does in Europe: “Questions on European affairs: …”."""
    language = cues.language
    of_field = language.has(lead, "whole_field") and language.has(lead, "questions")
    found = _small_words(language.pattern("whole_field").sub(" ", lead) if of_field else lead)
    little = {*language.all_of("asking", "our", "invites"), *language.function_words}
    little |= language.all_of("the_matter", "organisation_words", "subjects") if plainly else set()
    several = of_field or any(
        word in language.words["memberships"] or are_several(word, language) for word in found if word not in little
    )
    return several and _says_nothing_else(found, cues)


def _small_words(words: str) -> list[str]:
    """The words of some text, in small letters."""
    return [word.group().lower() for word in _WORD.finditer(words)]


def _says_nothing_else(words: list[str], cues: Cues) -> bool:
    """Whether each of some words is one with which one says that networks may be asked about."""
    language = cues.language
    plain = {*cues.passing, *_words_of(language)}
    return all(word in plain or is_in_another_form(word, language) or _is_ours(word, language) for word in words)


def _is_ours(word: str, language: Language) -> bool:
    """Whether a word is a little one, or one for an authority, in any case: “der Stadt”, “kommunens”."""
    stems = (one for one in language.words["authority_words"] if len(one) >= SHORTEST_STEM)
    return word in language.function_words or word[-1] in "'’" or word.startswith(tuple(stems))


def are_several(words: str, language: Language) -> bool:
    """Whether words speak of organisations: “networks”, “bodies”; not of a post, as the Norwegian “rådgiver” is."""
    every = (word.group().lower() for word in _WORD.finditer(words))
    return any(is_in_another_form(word, language) and not says_title(word, language) for word in every)


@cache
def _words_of(language: Language) -> frozenset[str]:
    """The words with which one says that something may be asked."""
    cues = (
        "contact", "asking", "memberships", "looks_after", "every_one", "above", "our", "we", "from", "articles",
        "read_more", "member_words", "invites", "email", "questions", "whole_field",
    )  # fmt: skip
    return frozenset(part for cue in cues for word in language.words[cue] for part in _WORD.findall(word))


def asking_clause(sentence: str, language: Language) -> Span:
    """Where in a sentence it is told whom to ask, where it tells as well of somebody with a seat: “The contact is Ann
    Ek, and on the board sits Bo Ek (S)”; else the whole."""
    whole = (0, len(sentence))
    if not (language.has(sentence, "contact") and language.has(sentence, *_OF_A_SEAT)):
        return whole
    for joint in _joints(language).finditer(sentence):
        halves = (0, joint.start()), (joint.end(), len(sentence))
        for half, rest in (halves, halves[::-1]):
            words, other = sentence[slice(*half)], sentence[slice(*rest)]
            of_one = language.has(words, "contact") and not language.has(words, *_OF_A_SEAT)
            of_other = language.has(other, *_OF_A_SEAT) and not language.has(other, "contact")
            somebody = people.somebody(other, language) if of_one and of_other else None
            if somebody and not (half < rest and joint.group() == ", " and not somebody.start):
                return half  # not “the head of the Europe Office|, Ann Ek, sits on …”
    return whole


@cache
def _joints(language: Language) -> re.Pattern[str]:
    """What parts two clauses: a comma or “and”."""
    return re.compile(rf",?\s(?:{language.any_of('and')})\s|,\s", re.I)


def says_of_all(section: Section, document: Document, cues: Cues) -> bool:
    """Whether the short text of a section says that somebody in it is asked about all the page's networks."""
    for block in section.paragraphs[:MOST_LINES]:
        words = document.of(block)
        asks = len(words) <= LONGEST_SAID and cues.language.has(words, "contact", "looks_after", "questions")
        if asks and is_of_all(words, cues, in_one=False):
            return True
    return False


def labels_else(sentence: str, language: Language) -> bool:
    """Whether a sentence holds a word that labels what is no contact's, “fax”, “seat”; one that has another meaning in
    running text, as the authority, “ville”, an address or a working group, but with a colon."""
    if not language.has(sentence, "other_label"):
        return False
    else_meant = ("groups", "authority_words", "email", "contact")
    every = [
        (at.group(), sentence[at.end() :].lstrip()[:1]) for at in language.pattern("other_label").finditer(sentence)
    ]
    return any(behind == ":" or not language.has(word, *else_meant) for word, behind in every)
