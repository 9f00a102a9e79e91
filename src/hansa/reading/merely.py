"""Where networks are but named: beside whom something was arranged, who paid for it, who is quoted, and below a heading
that says that the authority belongs to none of what stands there."""

from __future__ import annotations

import re
from functools import cache, lru_cache

from hansa.reading.belonging import (
    ENOUGH,
    belonging,
    has_ended,
    is_beside_us,
    is_declined,
    is_denied,
    is_not_us,
    is_planned,
    says_membership,
    sends_somebody,
    speaks_of_a_member,
)
from hansa.reading.document import Document
from hansa.reading.known import is_institution, is_known, known_in
from hansa.reading.languages import Language
from hansa.reading.lists import is_expected, is_in_another_form
from hansa.reading.outline import OF_MEMBERSHIP, Cues, Section
from hansa.reading.sentences import sentences
from hansa.reading.spoken import Named
from hansa.reading.ties import member_of, takes_part

FEW_PARAGRAPHS = 4
FEW_FIRST = 4  # words of a sentence
MOST_WORDS = 7  # of a heading over several
REFUSING = (
    "stays_out",
    "planned",
    "declined",
    "considers",
    "beside_us",
    "neighbours",
    "not",
    "formerly",
    "projects",
    "eu_programmes",
)
FEWEST_POINTS = 2
ENOUGH_SAID = 2  # points of a sentence on belonging
_TELLING_MEMBERSHIP = ("since_label", "kind_label")
_QUOTES = re.compile(r"[“”„«»\"‘’]")


def is_unjoined(section: Section, document: Document, language: Language) -> bool:
    """Whether a section's heading, or one above it, says that the authority is no member of what stands below:
    “Under consideration”, “Not a member: KIMO”."""
    for one in (section, *section.stands_below()):
        heading = one.heading  # but the page's title, which is on all that it tells
        if heading is None or heading.level == 1:
            continue
        text = document.of(heading)
        if language.has(text, "unjoined_heading") or is_of_other_things(text, language):
            return True
    told = (document.text[one.start : one.end] for one in section.fields if one.name in _TELLING_MEMBERSHIP)
    return any(_is_not_joined(value, language) for value in told)


def _is_not_joined(value: str, language: Language) -> bool:
    """Whether what stands in the column for since when, or for the kind, says that it is none: “not a member”,
    “application 2025”; not “2004 (application 2003)”."""
    if value[:1].isdigit() or len(value.split()) > MOST_WORDS:
        return False
    return language.has(value, "unjoined_heading") or language.pattern("applied").match(value) is not None


@lru_cache(maxsize=512)
def is_of_other_things(heading: str, language: Language) -> bool:
    """Whether a heading stands above papers that were signed, or projects, and speaks of no networks: “Declarations and
    charters”, “What about projects?”."""
    if len(heading.split()) > MOST_WORDS or not language.has(heading, "commitments_heading", "projects"):
        return False
    return not is_expected(heading, language) and not is_known(heading) and not any(map(str.isdigit, heading))


def is_no_member(section: Section, document: Document, cues: Cues) -> bool:
    """Whether the first paragraphs say that the authority is no member, or may be one once, that others are, or that
    what the heading names is a project; what was left on a day is kept."""
    language = cues.language
    refused = False
    name = document.of(section.heading) if section.heading else ""
    if not any(language.has(document.text[b.start : b.end], *REFUSING) for b in section.paragraphs[:FEW_PARAGRAPHS]):
        return False
    of_membership = any(field.name in OF_MEMBERSHIP for field in section.fields)
    if (
        not of_membership
        and any(
            is_not_us(
                document.text[slice(*span)], language, None
            )  # “It is the foundation, not the county, that is in it”
            for block in section.paragraphs[:1]
            for span in sentences(document.text, block.start, min(block.end, block.start + 500), language)
        )
    ):
        return True
    for number, block in enumerate(section.paragraphs[:FEW_PARAGRAPHS]):
        for start, end in sentences(document.text, block.start, min(block.end, block.start + 500), language):
            words = document.text[start:end]
            declined = is_declined(words, language)
            if has_ended(words, language) and not declined:
                return False
            if language.has(words, "stays_out") and is_denied(words, language):
                refused = refused or number == 0  # “… is not a network but …”
            elif (
                declined
                or is_planned(words, language)
                or is_beside_us(words, language, None)
                or _is_a_project(words, name, cues)
            ):
                refused = refused or number == 0
            elif is_denied(words, language):
                ours = language.has(words, "we", "we_subject", "our", "authority_words")
                refused = refused or (ours and not any(map(str.isdigit, words)))
            elif _is_ours_as(words, language) or (
                says_membership(words, language) and not _is_of_whom(words, language)
            ):
                return False
    return refused and not of_membership


def _is_of_whom(words: str, language: Language) -> bool:
    """Whether a sentence tells of an office there and of nobody of ours: “The presidency rotates and is with Oslo.”"""
    if not language.has(words, "chair", "vice-chair", "board") or language.has(words, "we", "we_subject", "our"):
        return False
    return not (language.has(words, "since", "fee_words", "represents") or sends_somebody(words, language))


def _is_ours_as(words: str, language: Language) -> bool:
    """Whether a sentence says what kind of member we are: “We take part as an associate member.”"""
    return language.has(words, "we", "we_subject") and speaks_of_a_member(words, language)


def _is_a_project(words: str, name: str, cues: Cues) -> bool:
    """Whether what is said of a heading's name begins with a word for a project: “An Erasmus+ project with …”."""
    if not cues.language.has(words, "projects", "eu_programmes"):
        return False
    words = words.removeprefix(name).lstrip()
    verb = cues.language.pattern("is").match(words)
    words = words[verb.end() :].lstrip() if verb else words
    article = cues.article.match(words)
    words = words[article.end() if article else 0 :]
    if (money := cues.language.find(words, "eu_programmes")) and len(words[: money.start()].split()) < FEW_FIRST:
        return True  # “CIVITAS is an EU programme for …”
    first = words.split()[:FEW_FIRST]
    for place, word in enumerate(map(str.casefold, first)):
        if cues.language.has(word.rpartition("-")[2], "projects"):  # “an EU-project”
            return not is_known(" ".join(first[:place]))
        if word in cues.language.function_words:
            return False
    return False


def but_names(sentence: str, language: Language) -> bool:
    """Whether a sentence but names networks, as those who pay for something or whose people are quoted: “Supported by
    …”, “…, says Ann Ek, director of Polis”, “joins us from METREX”, “according to a survey by Energy Cities”."""
    if not language.has(sentence, "supported_by", "says", "in_passing"):
        return False
    if member_of(language).search(sentence) or language.has(sentence, "since", "member_words", "fee_words"):
        return False
    return language.has(sentence, "supported_by", "in_passing") or _QUOTES.search(sentence) is not None


def is_with_us(before: str, sentence: str, following: str, language: Language, authority: str | None) -> bool:
    """Whether a name stands behind “with”, as of one with whom something is done: “arranged a day with Polis”; what
    stands `before` it tells, unless the sentence speaks of belonging."""
    if (
        not language.has(before, "arm_in_arm")
        or language.has(sentence, "left", "ended")
        or _arm_in_arm(language).search(before) is None
    ):
        return False
    return not (
        member_of(language).search(sentence)
        or takes_part(language).search(sentence)
        or language.has(sentence, "since", "member_words", "fee_words", "represents")
        or _goes_on(following, language, authority)
    )


def _goes_on(following: str, language: Language, authority: str | None) -> bool:
    """Whether a sentence tells of belonging to what the one before it names: “Our oldest ties are with Eurocities. We
    joined the network in 1994.”"""
    points, ours = belonging(following, language, authority, False)
    return ours and points >= ENOUGH_SAID and not any(known_in(following, 0, len(following)))


@cache
def _arm_in_arm(language: Language) -> re.Pattern[str]:
    beside = rf"(?<!\w)(?:{language.any_of('arm_in_arm')})(?:(?<=['’])|\s)"
    little = r"(?:[a-zà-ÿ’']{1,4}\s)?"
    joint = rf"(?:,\s|\s(?:{language.any_of('and')})\s)"
    another = rf"(?-i:[A-ZÀ-ÖØ-ÞŁŚŻ])[\w’'-]{{1,30}}(?:\s\w[\w’'-]{{1,30}}){{0,2}}?{joint}"  # “with METREX and ”
    return re.compile(rf"{beside}{little}(?:{another}{little}){{0,2}}\Z", re.I)


def is_told_of(named: Named, of_networks: bool) -> bool:
    """Whether anything was said of a network that speaks for belonging to it, but on a page `of_networks`, or of one;
    of a body of the EU, that somebody sits there for the authority."""
    if is_an_institution(named):
        return named.seated
    points = named.points - named.defined  # what a network is says little, but at a paragraph's beginning
    by_all = points - named.known > FEWEST_POINTS if named.known else points >= ENOUGH
    return of_networks or by_all or named.said >= FEWEST_POINTS


def is_on_one(every: list[Named], known: set[str], bare: list[Section]) -> bool:
    """Whether a page tells of one network, in several sentences."""
    return len(every) == 1 and not (known or bare) and len(every[0].sentences) > 1


def says_seat(sentence: str, language: Language) -> bool:
    """Whether a sentence says that somebody sits, or the authority belongs, in what it names."""
    return language.has(sentence, "sits") or member_of(language).search(sentence) is not None


def is_an_institution(named: Named) -> bool:
    """Whether what is named is a body of the EU, of which many pages tell what it does."""
    return named.section.called is not None and is_institution(named.section.called.name.text)


def is_of_networks(title: str, language: Language) -> bool:
    """Whether a page's title speaks of networks: in the plural, or, as that is as the singular in Nordic languages, of
    the authority's: “Våra nätverk”."""
    if is_expected(title, language) and language.has(title, "our"):
        return True
    return any(is_in_another_form(word, language) for word in title.casefold().split())
