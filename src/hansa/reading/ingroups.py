"""Whether an office, or who holds it, is told of in one of a network's groups rather than in the network."""

from __future__ import annotations

import re
from functools import lru_cache

from hansa.reading import people
from hansa.reading.facts import Facts
from hansa.reading.group_nouns import compound
from hansa.reading.known import whole_of
from hansa.reading.languages import Language, all_languages, languages
from hansa.reading.prose import without_own_name

WORDS_OF_A_TITLE = 4
ALIKE = 2  # letters with which “forum” and “foorumi” begin
FEW_BEHIND = 5  # words
STEM = 5  # letters of a nation
_CHAIRS = ("chair", "vice-chair")


def in_a_group(before: str, facts: Facts) -> bool:
    """Whether words before an office, or before who holds it, speak of a group last: “in one of them, the working group
    on climate, our adviser …”, “We also sit in its Culture Group; there …”; but for one in a title (“the chair of the
    Culture Committee, Cllr Ek, is …”), and where the network is spoken of again behind it."""
    language, it = facts.language, facts.organisation
    if it.parent or whole_of(it.name.text):
        return False
    plain = without_own_name(before, facts)
    cues = language.pattern("groups"), languages()["en"].pattern("groups"), compound(language, "commissions")
    every = [one for cue in cues for one in cue.finditer(plain) if not is_own_noun(one.group(), facts)]
    last = max(every, key=re.Match.end, default=None)
    if last is None or "…" in (behind := plain[last.end() :]) or not plain[: last.start()].strip():
        return False
    if any(at.start() <= last.start() < at.end() for at in language.pattern("board").finditer(plain)):
        return False  # “comité directeur”
    ahead = " ".join(plain[: last.start()].split()[-WORDS_OF_A_TITLE:])
    of_a_title = language.has(ahead, *_CHAIRS) and not language.has(ahead, "is", "holds", "chair_verbs")
    return not (of_a_title or language.has(behind, "subjects", "board", "its"))


def names_a_commission(words: str, facts: Facts) -> bool:
    """Whether words name one of the organisation's commissions, in one word or two, rather than itself: “vice-chair of
    the network's Environment Commission”, but for one of a Commission of cities."""
    it, language = facts.organisation, facts.language
    if it.parent or whole_of(it.name.text) or all_languages().has(it.name.text, "commissions"):
        return False
    return language.has(words, "commissions") or compound(language, "commissions").search(words) is not None


def leads_a_part(words: str, facts: Facts) -> bool:
    """Whether the chair of which words tell is that of a country's group in the organisation, or of one of its
    commissions: “chairs the national group of members”, “chair of the network's Culture Commission”."""
    it, language = facts.organisation, facts.language
    if it.parent or whole_of(it.name.text) or not language.has(words, *_CHAIRS, "chair_verbs"):
        return False
    if all_languages().has(it.name.text, "country_groups", "commissions"):
        return False
    told = _of_a_part(language).search(_GENITIVE.sub("", without_own_name(words, facts)))
    return told is not None and not is_own_noun(told["behind"] or told["before"], facts)


def is_of_one_nation(after: str, facts: Facts) -> bool:
    """Whether the words soon behind an office say that it is one of the members of a nation, or of its section there:
    “the secretariat of its French branch”; not of an organisation that is called so."""
    found = facts.language.find(" ".join(after.split()[:FEW_BEHIND]), "nationalities")
    it = facts.organisation
    every = (it.name.text, it.parent or "", *(name.text for name in it.other_names))
    return found is not None and not any(found.group()[:STEM].casefold() in name.casefold() for name in every)


_GENITIVE = re.compile(r"\s…+[:'’]?s?(?=\s)")  # “the CPMR's”, without its name


@lru_cache(maxsize=16)
def _of_a_part(language: Language) -> re.Pattern[str]:
    """A chair with the noun for a part behind it, or before it where the language puts it there."""
    chair, part = language.any_of(*_CHAIRS, "chair_verbs"), language.any_of("country_groups", "commissions")
    few = r"(?:\s[\w’'-]{1,20}){0,3}?"
    behind = rf"(?<!\w)(?:{chair}){few}\s[\w’']{{0,20}}?(?P<behind>{part})(?!\w)"
    before = "(?P<before>(?!))"
    if not language.words["articles"]:  # “Suomen jäsenryhmän puheenjohtaja”
        before = rf"(?<!\w)\w{{0,20}}?(?P<before>{part}){few}\s(?:{chair})(?!\w)"
    return re.compile(f"{behind}|{before}", re.I)


def is_own_noun(noun: str, facts: Facts) -> bool:
    """Whether a noun for a group is one by which the organisation is called: “the Forum”, of a Mayors' Forum."""
    own = facts.organisation.name.text
    return people.bare(noun) in people.bare(own) or noun[:ALIKE].casefold() in _nouns_in(own)


@lru_cache(maxsize=256)
def _nouns_in(name: str) -> frozenset[str]:
    """How the nouns for groups begin that an organisation's own name holds, in any language: “Arctic Mayors' Forum”."""
    return frozenset(one.group()[:ALIKE].casefold() for one in all_languages().pattern("groups").finditer(name))
