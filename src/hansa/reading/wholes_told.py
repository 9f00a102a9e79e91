"""What the text tells that an organisation is a part of, where the whole has no section of its own on the page: “the
forum, which is part of the Union of the Baltic Cities (UBC), …”, “the Norwegian section of …”."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from itertools import pairwise

from hansa.reading import names, people
from hansa.reading.abbreviations import beside
from hansa.reading.committees import names_a_committee
from hansa.reading.document import Document
from hansa.reading.known import CASES, is_known, known_in, nominative
from hansa.reading.languages import Language
from hansa.reading.lists import says_organisation
from hansa.reading.national import whole_in, without_genitive
from hansa.reading.outline import Section, Sentence
from hansa.reading.prose import telling
from hansa.reading.saying import says_what_it_is
from hansa.reading.types import Organisation, Span

NEAR = 40
STEM = 4  # letters that a word keeps in every case
FEW_FIRST, FEW_LETTERS = 3, 4  # words of a sentence; letters of an article
NEAR_VERB = 40  # letters between “set up” and “within”
FAR = 60  # letters between the words for a part and the name of the whole
MOST_SMALL = 8  # words
FEW_BETWEEN = 12  # letters
_APART = re.compile(r"[.;:,()]")
_SHORT = re.compile(r"\s\([A-Z][\w-]{1,12}[),;]")
_BEHIND_HYPHEN = re.compile(r"(?P<short>[A-ZÀ-Þ]{3,10})-[a-zà-ÿ]{4,30}")
_FULL = re.compile(r"\s[–—-]\s(?P<name>[A-ZÀ-Þ][\w’'-]*(?:\s[\w’'-]+){1,8})")  # “ICLEI – Local Governments for …”
_FOLDED_WORD = re.compile(r"[\w’'-]+")
_TO_BRACKET = re.compile(r"(?:\s[\w’'&-]{1,30}){1,8}?(?=\s\([A-Z][\w-]{1,12}[),;])")
_TO_SIGN = re.compile(r"(?:\s[\w’'&-]{1,30}){1,6}?(?=[.;:,()\n]|\s[–—]|\Z)")
_OF_OWNER = re.compile(r"[A-ZÀ-Þ]{2,6}(?:['’]s|:s|s|:n)\s(?=[A-ZÀ-Þ])")  # “WHO's ”
_NOUN_BEHIND = re.compile(r"(?:\s-|-|\s)(?P<noun>[a-zà-ÿ]{4,20})\Z")
_BODY = re.compile(r"[A-ZÀ-Þ]{2,5}")
_OF_EUROPE = re.compile(r"\s(?:[a-zà-ÿ]{1,3}\s|d[’'])?Europ\w{1,3}(?!\w)")


def told(section: Section, document: Document, language: Language) -> Iterator[Sentence]:
    """What a section says of wholes and parts, its heading first: “Atlantic Arc Commission (part of the CPMR)”."""
    heading = document.of(section.heading) if section.heading is not None else ""
    if section.heading is not None and language.has(heading, "umbrella", "part_of"):
        yield Sentence((section.heading.start, section.heading.end), heading, language.cues_in(heading).perhaps)
    cues = ("umbrella", "part_of", "set_up_within", "branch_words", "national_networks")
    yield from telling(section, document, language, *cues)


def named_whole(
    said: list[Sentence], organisation: Organisation, document: Document, language: Language, ours: tuple[str, ...]
) -> Span | None:
    """The name of an organisation that the page tells of only as what this one is a part of, by what its section says
    of wholes and parts.

    It stands soon behind “is a part of”, and a word in it or an abbreviation behind it says that it is one.
    """
    own = {people.bare(name) for name in (organisation.name.text, organisation.abbreviation or "-")}
    for (start, end), sentence, _cues in said:
        of_us = language.has(sentence, "we")
        if language.has(sentence, "left") or (of_us and not language.has(sentence, "branch_words")):
            continue
        one = language.pattern("one_of").search(document.text, start, end)
        near = min(end, one.end() + NEAR) if one else start  # “one of its six geographical commissions”
        many = language.pattern("umbrella", "national_networks")
        one_of_many = many.search(document.text, one.end(), near) if one else None
        parts = [*part_of(language).finditer(document.text, start, end)]
        parts += set_up_within(document.text, language, start, end)
        branches = [*branch_of(language).finditer(document.text, start, end)]
        branches = [one for one in branches if is_called(document.text[start : one.start()], organisation, language)]
        if of_us:  # “we are members of the ANMP, the Portuguese section of the …”
            branches = [
                one for one in branches if _is_apposed(document.text[start : one.start()], organisation, language)
            ]
            parts, one_of_many = [], None
        parts += branches
        for match in [*parts, *filter(None, [one_of_many])]:
            before = document.text[start : match.start()]
            of_ours = language.has(sentence, "answers_for") and names_a_committee(match.group().split()[0], language)
            of_ours = of_ours or _is_of_ours(before, organisation, language) or before.rstrip().endswith(ours)
            if of_ours or _is_of_another(before, organisation, language):
                continue  # “… is dealt with by the Committee of the Council”
            elided = match.group().endswith(("'", "’"))  # French “de l’ICLEI”, of which the name's own rule knows
            begin = match.start() + match.group().rfind(" ") + 1 if elided else match.end()
            name = next(names.NAMES.finditer(document.text, begin, end), None)
            named = document.text.find(organisation.name.text, start, match.end() + FAR)
            if 0 <= named <= match.start() < named + len(organisation.name.text):
                continue  # “the Islands Commission of the …”: within its own name
            if (
                name is None
                or name.start("name") > match.end() + FAR
                or _is_apart(document.text[match.end() : name.start("name")], match is one_of_many, language)
            ):
                continue
            first, last = name.span("name")
            if (kind := language.pattern("umbrella").match(document.text, first, last)) and kind.end() + 1 < last:
                first = kind.end() + 1  # German “des Dachverbandes Council of …”
            if of_whole := _noun_of_a_whole(document.text, first, last, end, language):
                first, last = of_whole
            if sits := language.pattern("seated").search(document.text, first, last):
                last = sits.start() - 1  # German “… des Klima-Bündnisses mit Sitz in Wien”
            else:
                last = in_full(document.text, first, last, end, language)
            noun = _BEHIND_HYPHEN.fullmatch(document.text, first, last)
            if noun and is_known(noun["short"]):
                last = noun.end("short")  # “under CPMR-paraplyen”
            words, short = document.text[first:last], _SHORT.match(document.text, last, end)
            if words.casefold() in language.countries or any(is_inflected(one, people.bare(words), 0) for one in own):
                continue
            is_body = names_a_committee(words, language) or language.has(words, "bodies", "board")
            if is_body and match not in branches and not is_known(words):
                continue  # “belongs to the Executive Committee”
            if f" {words}" in organisation.name.text and not whole_in(organisation.name.text, language):
                continue  # “part of the Creative Cities Network”, below “UNESCO Creative Cities Network”
            is_told = says_what_it_is(words, language) and " " in words
            is_made_up = match is one_of_many and " " in words and language.has(sentence, "forming")
            if short or is_told or is_made_up or is_known(words):
                full = _FULL.match(document.text, last, end)
                return first, full.end() if full and is_known(full["name"]) else last
        if owned := _owned(document.text, (start, end), organisation, own, language):
            return owned
    return None


def _noun_of_a_whole(text: str, first: int, last: int, end: int, language: Language) -> Span | None:
    """What is called a whole by a noun behind it: RGRE, of “des RGRE-Dachverbands”, or, where that is named behind it,
    its name in full: “des RGRE Dachverbands des »Council of …«”."""
    noun = language.pattern("umbrella").search(text, first, last)
    short = text[first : noun.start()].rstrip(" -") if noun else ""
    if noun is None or noun.end() != last or not names.is_abbreviation(short):
        return None
    known = next(known_in(text, last, end), None)
    if known is not None and known[0] - last < FEW_BETWEEN:
        return known
    return first, first + len(short)


def _is_apart(between: str, is_one_of_many: bool, language: Language) -> bool:
    """Whether a clause ends between the words for a part and a name; not “one of the national networks, which form”."""
    comma, _space, clause = between.partition(" ")
    goes_on = is_one_of_many and comma == "," and language.pattern("which").match(clause) is not None
    return _APART.search(clause if goes_on else between) is not None


def _owned(text: str, span: Span, organisation: Organisation, own: set[str], language: Language) -> Span | None:
    """What stands in the genitive before words for a branch: “CEMR's national section”, “KIMO Internationalin Suomen
    osasto”."""
    start, end = span
    branch = language.pattern("branch_words").search(text, start, end)
    for first, last in known_in(text, start, branch.start()) if branch else ():
        if _of_owner().fullmatch(text, last, branch.start() if branch else last):
            its_own = any(is_inflected(one, people.bare(text[first:last]), 0) for one in own)
            if not its_own and is_called(text[start:first], organisation, language):
                return first, last
    return None


def in_full(text: str, first: int, last: int, end: int, language: Language) -> int:
    """Where the name of a whole ends that goes on in small letters: “Konferensen för perifera kustregioner (CPMR)”."""
    known = next(known_in(text, first, end), None)
    if known and known[0] == first:
        last = max(last, known[1])
    words = text[first:last]
    if is_known(words, whole=True):
        of_europe = _OF_EUROPE.match(text, last, end) if " " in words else None
        return of_europe.end() if of_europe else last  # “… maritime regioner i Europa”
    if names.is_abbreviation(words):
        return last
    if (more := _TO_BRACKET.match(text, last, end)) and _is_of_a_name(more.group(), language):
        return more.end()
    more = _TO_SIGN.match(text, last, end) if says_organisation(words, language) else None
    if more and _is_of_a_name(more.group(), language) and not language.has(more.group(), "and"):
        first_word = more.group().split()[0]
        leads = first_word in names.WITHIN | {*language.words["generic"]}
        if leads and first_word not in language.words["in"]:
            return more.end()
    return last


def _is_of_a_name(words: str, language: Language) -> bool:
    """Whether the words behind the first of a name may be the rest of it: small ones, and none that goes on to tell."""
    telling_on = ("is", "which", "holds", "breakers", "since_words", "member_words", "we", "with", "joined_in")
    every = words.split()
    joined = any(one in language.words["and"] and other[:1].isupper() for one, other in pairwise(every))
    return not (joined and not language.capital_nouns) and not language.has(words, *telling_on)


def as_called(words: str, document: Document, language: Language) -> str:
    """The name of a whole as it is called: without the case that it has in a sentence, and in full where the page
    tells what its abbreviation stands for."""
    if names.is_abbreviation(words) and (span := beside(document.text, words, language)):
        words = document.text[slice(*span)]
    words = without_body(words, language)
    if language.code == "de" and " " in words:
        return without_genitive(words)
    called = nominative(words, language.code)
    short, dash, noun = called.partition("-")
    is_noun = dash and names.is_abbreviation(short) and noun in language.words["organisation_words"]
    return short if is_noun else called  # Finnish “CPMR-järjestön”


def without_body(words: str, language: Language) -> str:
    """The name of a known network without the body whose it is: “Healthy Cities”, of “WHOs Healthy Cities-nettverk”
    and of “Healthy Cities de l'OMS”."""
    if is_known(words, whole=True):
        return words
    owner = _OF_OWNER.match(words)
    noun = _NOUN_BEHIND.search(words)
    is_noun = noun is not None and noun["noun"] in language.words["organisation_words"]
    bare = words[owner.end() if owner and is_noun else 0 : noun.start() if noun and is_noun else len(words)]
    if is_known(bare, whole=True):
        return bare
    for of in _of_a_body(language).finditer(bare):
        head, body = bare[: of.start()], bare[of.end() :]
        is_one = says_what_it_is(head, language)
        is_of_one = is_one and _BODY.fullmatch(body) is not None
        if " " in head and (is_of_one or is_known(head, whole=True)):
            return head
    return words


@cache
def _of_a_body(language: Language) -> re.Pattern[str]:
    """“ of the ” before a capital; in a language of cases but a space before an abbreviation."""
    of = rf"{language.joining('of', 'of_the')}" if language.words["of"] else r"(?=[A-ZÀ-Þ]{2,5}\Z)"
    return re.compile(rf"\s(?:{of})(?=[A-ZÀ-Þ])")


def _is_of_another(before: str, organisation: Organisation, language: Language) -> bool:
    """Whether the words before “is a part of” tell of another body than the organisation: “the university is …”."""
    own = (organisation.name.text, organisation.abbreviation or organisation.name.text)
    return not any(name in before for name in own) and language.has(before, "others")


def is_called(before: str, organisation: Organisation, language: Language) -> bool:
    """Whether what follows says what the organisation is: it begins so, or behind its name and a comma, or “is”; not
    “works with the Polish section of”."""
    *names_it, clause = re.split(r"[,–:(]\s", f" {before}")
    if language.has(clause, "cooperation", "with", "through"):
        return False
    own = (organisation.name.text, organisation.abbreviation or organisation.name.text)
    if names_it and len(clause.split()) <= FEW_FIRST:
        return any(name in " ".join(names_it) for name in own)
    return len(clause.split()) <= FEW_FIRST or language.has(clause, "is")


def _is_apposed(before: str, organisation: Organisation, language: Language) -> bool:
    """Whether an organisation's name stands right before, with a comma: “the ANMP, (the)”."""
    *names_it, clause = before.split(", ")
    own = (organisation.name.text, organisation.abbreviation or organisation.name.text)
    last = names_it[-1].rstrip(")") if names_it else ""
    little = all(word.casefold() in language.words["articles"] for word in clause.split())
    return little and any(last.endswith(name) for name in own)


def _is_of_ours(before: str, organisation: Organisation, language: Language) -> bool:
    """Whether words before “is a part of” begin with somebody in office, or tell of the council: “The mayor belongs to
    the Executive Committee”."""
    names_it, _comma, clause = before.rpartition(", ")
    if organisation.name.text in names_it or (organisation.abbreviation or organisation.name.text) in names_it:
        before = clause  # “we take part in the ANCI, a section of the …”
    begins = " ".join(before.split()[:FEW_FIRST])
    honours = (one.group() for one in language.pattern("honours").finditer(begins))
    return language.has(before, "we_subject") or any(len(word) > FEW_LETTERS for word in honours)


@cache
def part_of(language: Language) -> re.Pattern[str]:
    """“(is) a part of ”, “fa parte dell'”."""
    return re.compile(rf"(?<!\w){language.joining('part_of')}", re.I)


@cache
def _of_owner() -> re.Pattern[str]:
    """What stands between the name of a whole and the word for its branch: a case's ending, and a word or two."""
    return re.compile(rf"(?:{CASES})?\s(?:s(?:in|i|itt)\s)?(?:[\w-]{{2,20}}\s){{0,2}}")


@cache
def branch_of(language: Language) -> re.Pattern[str]:
    """“The European arm of ”, “la sezione italiana del ”, “det norske nettverket i ”."""
    branch = rf"(?:{language.any_of('branch_words')})(?:\s[a-zà-ÿ]{{4,20}}){{0,2}}?"
    of = language.joining("of", "in", "set_up_within") if language.words["of"] else ""
    return re.compile(rf"(?<!\w){branch}\s{of}", re.I)


def set_up_within(words: str, language: Language, start: int = 0, end: int | None = None) -> list[re.Match[str]]:
    """“(Set up) within the”, “(wurde 1980) innerhalb der (CPMR eingerichtet)”."""
    end = len(words) if end is None else end
    verbs = [verb.start() for verb in language.pattern("founded_verbs").finditer(words, start, end)]
    every = language.pattern("set_up_within").finditer(words, start, end) if verbs else ()
    name = language.pattern("under_the_name")  # “under the name (of)” says what it was called
    every = (one for one in every if (said := name.match(words, one.start())) is None or said.end() <= one.end())
    return [one for one in every if any(abs(one.start() - at) <= NEAR_VERB for at in verbs)]


def is_inflected(name: str, text: str, start: int) -> bool:
    """Whether a name of several words stands there in another case: “Sieci Regionów”, of “Sieć Regionów”."""
    every = name.split()
    words = _FOLDED_WORD.findall(text[start : start + 2 * len(name)])[: len(every)]
    return len(words) == len(every) and all(map(_same_stem, words, every))


def _same_stem(word: str, other: str) -> bool:
    shorter = min(len(word), len(other))
    stem = max(STEM - 1, shorter - 2)
    if shorter < STEM:
        return word.startswith(other) and len(word) - len(other) < STEM - 1  # “Rates”, of “Rat”
    return word == other or (shorter >= STEM and word[:stem] == other[:stem] and abs(len(word) - len(other)) <= STEM)
