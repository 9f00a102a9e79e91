"""Organisations named in running text: “We are members of Eurocities, of the CPMR and of …”.

What the text names is one of the authority's where what is said of it adds up: that the authority belongs to it, since
when, what it pays, who sits there, whom to ask. What else the page says of each is found in the sentences that name it
alone, or that follow one of these and speak of “the network”.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from functools import cache
from itertools import islice

from hansa.reading import names, people
from hansa.reading.abbreviations import spelled
from hansa.reading.authority import called, is_place_of, speaks_of_us
from hansa.reading.belonging import ENOUGH, belonging, member_of, takes_part
from hansa.reading.document import Block, Document
from hansa.reading.known import CASES, has_parts, is_known, known_in, whole_of
from hansa.reading.languages import Language
from hansa.reading.lists import is_expected, says_organisation
from hansa.reading.names import Heading
from hansa.reading.naming import named_in
from hansa.reading.outline import Section, cues_of
from hansa.reading.sentences import sentences
from hansa.reading.types import Span

LONGEST_BLOCK = 20_000
MOST_NAMES = 80
SURE_BESIDE = 0.7
FEW_PARTS = 3
SHORTEST_BEGINNING = 3
LONG_NAME = 3  # words, at least
NEAR_START = 6
NEAR = 30  # letters before a name in which what it is a part of stands
BEGINNING = 200  # letters in which a page begins to say what it is about
LONGEST_PREDICATE = 120  # letters
OFTEN = 3  # times that a page about one organisation names it
MOST_REFUSED = 6  # organisations that a sentence says the authority does not belong to
_OF_ANOTHER = re.compile(r"\s(?:[a-zà-ÿ]{1,4}\s){1,2}[A-Z]{3,8}\Z")  # “the Islands Commission of the CPMR”
_NOUN = re.compile(r"(?<![\w-])[A-ZÀ-ÖØ-ÞŁŚŻŹĆ][\w-]{4,30}(?![\w-])")
_SAME = re.compile(r"\s?(?:[–—(/-]|\s)\s?")  # “Östersjökommissionen – Baltic Sea Commission”
_FORUM = re.compile(r"forum(?:et|s)?(?!\w)", re.I)
_CLAUSE_BEGINS = re.compile(r"[,;:(]")
_SEMICOLON = re.compile(r";\s")


@dataclass(slots=True)
class _Named:
    """An organisation that the text names: its section, and what speaks for its being one of the authority's; whether
    that `stands` already, for its name stands in a list."""

    section: Section
    points: int = 0
    stands: bool = False
    refused: bool = False
    sentences: list[Block] = field(default_factory=list)


def sections_of(
    others: list[Section],
    document: Document,
    language: Language,
    authority: str | None,
    known: set[str],
    bare: list[Section],
) -> list[Section]:
    """Sections of the organisations that the text of `others` names; `known` are the folded names that have one.

    Of those that have but a name (`bare`) what the text says is added to theirs.
    """
    found: dict[str, _Named] = {}
    for section in bare:
        found |= dict.fromkeys(keys_of(section.called) if section.called else (), _Named(section, stands=True))
    for section in others:
        if section.heading is not None and cues_of(language).read_more.fullmatch(document.of(section.heading)):
            continue
        for block in section.paragraphs:
            if document.text.find(" ", block.start, block.end) > 0:
                _read_block(block, document, language, authority, known, found)
    made = []
    enough = ENOUGH - is_expected(document.title or "", language)  # of a page that says it is about memberships
    for named in {id(named): named for named in found.values()}.values():
        if named.stands:
            named.section.paragraphs += named.sentences
        elif named.points >= enough and not named.refused:
            named.section.paragraphs = named.sentences
            named.section.sure = min(0.95, 0.3 + 0.1 * named.points)
            made.append(named.section)
    if len(made) == 1 and not (known or bare):
        _tell_all(made[0], others, document, language, found)
    return made


def _tell_all(
    only: Section, others: list[Section], document: Document, language: Language, found: dict[str, _Named]
) -> None:
    """Give the one organisation that a page goes on speaking of the sentences that name none, too."""
    folded = people.bare(document.text[:LONGEST_BLOCK])
    if only.called is None or max(folded.count(key) for key in keys_of(only.called)) < OFTEN:
        return
    taken = sorted((block.start, block.end) for block in only.paragraphs)
    for section in others:
        for block in section.paragraphs:
            for start, end in _clauses(document.text, block, language):
                place = bisect_left(taken, (start, end))
                beside = taken[max(0, place - 1) : place + 1]
                if any(first < end and start < last for first, last in beside):
                    continue
                called = [people.bare(document.text[slice(*at)]) for at in known_in(document.text, start, end)]
                for named in _spoken_of(document.text[start:end], found):
                    called += keys_of(named.section.called) if named.section.called else ()
                if all(_may_be_called(name, keys_of(only.called)) for name in called):
                    only.paragraphs.append(Block("paragraph", start, end))


def _may_be_called(name: str, keys: set[str]) -> bool:
    """Whether a name may be another form of one of these: “Healthy Cities Network”, “WHO Healthy Cities”."""
    words = set(name.split())
    return any(name in key or key in name or len(words & set(key.split())) > 1 for key in keys)


def beside(
    sure: list[Section], document: Document, language: Language, authority: str | None, known: set[str]
) -> Iterator[Section]:
    """Sections of the parts of an organisation of which what is told of that says that the authority belongs to them:
    “The CPMR has six commissions; we are members of the North Sea Commission”.
    """
    taken = set(known)
    for section in sure:
        if section.called is None:
            continue
        own = [section.called.name.text, section.called.abbreviation[0] if section.called.abbreviation else ""]
        if not any(map(has_parts, own)) or any(
            whole_of(own[0][slice(*span)]) for span in known_in(own[0], 0, len(own[0]))
        ):
            continue  # a part itself
        for block in section.paragraphs[:MOST_NAMES]:
            if block.kind == "elsewhere":
                continue
            for span in sentences(document.text, block.start, min(block.end, block.start + LONGEST_BLOCK), language):
                for first, behind in _parts_of_ours(document.text, span, language, authority):
                    heading = names.parse(document.text[first:behind], first)
                    keys, whole = keys_of(heading), whole_of(heading.name.text)
                    if whole is None or keys & taken or not any(map(whole.match, own)):
                        continue
                    taken |= keys
                    made = Section(Block("mention", first, behind), called=heading, named=1, sure=SURE_BESIDE)
                    made.paragraphs = [
                        Block("clause", first, span[1]),
                        *_told_of(keys, section, document, language, span),
                    ]
                    yield made


def _told_of(keys: set[str], section: Section, document: Document, language: Language, known: Span) -> Iterator[Block]:
    """What the other sentences of a section say of its part, where they do not speak of the whole first."""
    own = keys_of(section.called) if section.called else set()
    for block in section.paragraphs[:MOST_NAMES]:
        for span in sentences(document.text, block.start, min(block.end, block.start + LONGEST_BLOCK), language):
            folded = people.bare(document.text[slice(*span)])
            here = min((found.start() for key in keys if (found := _whole(key).search(folded))), default=-1)
            there = min((found.start() for key in own if (found := _whole(key).search(folded))), default=len(folded))
            if span != known and 0 <= here < there and len(folded) == span[1] - span[0]:
                yield Block("clause", span[0], span[0] + there)  # up to where the whole is named


def _parts_of_ours(text: str, span: Span, language: Language, authority: str | None) -> Iterator[Span]:
    """The known names in a sentence of belonging: of many only those beside the words for it; not a name once more in
    another language."""
    start, end = span
    points, ours = belonging(text[start:end], language, authority, after_one=False)
    said = member_of(language).search(text, start, end) or takes_part(language).search(text, start, end)
    if said is None and (points < ENOUGH - 1 or not ours):
        return
    every = list(known_in(text, start, end))
    last = start
    for first, behind in every:
        is_near = said is not None and first - NEAR < said.end() and said.start() < behind + NEAR
        if not _SAME.fullmatch(text, last, first) and (is_near or (ours and len(every) <= FEW_PARTS)):
            yield first, behind
        last = behind


def _read_block(
    block: Block,
    document: Document,
    language: Language,
    authority: str | None,
    known: set[str],
    found: dict[str, _Named],
) -> None:
    """The organisations that a paragraph names, and what its sentences say of each."""
    latest: list[_Named] = []
    listing: list[_Named] = []  # the latest that a sentence named side by side
    ours_before = False
    points_before = 0
    for span in _clauses(document.text, block, language):
        sentence = document.text[span[0] : span[1]]
        points, ours = belonging(sentence, language, authority, ours_before)
        ours_before = ours_before or ours
        candidates = list(islice(named_in(document, span, language, points >= ENOUGH - 1), MOST_NAMES))
        if not points and points_before > 1 and _lists(sentence, candidates, language):
            points = points_before - 1
            candidates = list(islice(named_in(document, span, language, belongs=True), MOST_NAMES))
        points_before = points
        for heading, strength in candidates:
            keys = keys_of(heading)
            own = called(authority, language)
            if any(heading.name.text.startswith(one) for one in own):
                continue
            if any(is_place_of(heading.name.text, one) or _is_at_home(heading.name.text, one) for one in own):
                continue
            before = document.text[max(span[0], heading.span[0] - NEAR) : heading.span[0]]
            if _is_anothers_whole(document.text[span[0] : heading.span[0]], language, authority):
                continue
            if any(not before[own.end() :].strip() for own in language.pattern("our").finditer(before)):
                continue  # “our Legislative Assembly”
            if _is_a_forum(heading.name.text) and "eurocities" in document.text.casefold():
                continue  # one of its parts
            heading = _without_case(_without_article(heading, span[0], document.text, language))
            keys |= keys_of(heading)
            every = keys | _without_genitive(keys, heading)
            if every & known or people.bare(authority or "-") in keys or len(found) > 3 * MOST_NAMES:
                continue
            standing = next((found[key] for key in every if key in found), None)
            standing = standing or next((n for key, n in found.items() if _is_beginning(keys, key)), None)
            standing = standing or _in_short(heading, found, language)
            if standing is None:
                made = Section(Block("mention", *heading.span), called=heading, named=1)
                standing = _Named(made, strength)
            elif heading.abbreviation and standing.section.called and not standing.section.called.abbreviation:
                if standing.stands:
                    continue
                standing.section.called = heading
                standing.section.heading = Block("mention", *heading.span)
            found |= {key: standing for key in keys if key not in found}
            if _defines(sentence, heading, span[0], language):
                standing.points += 2 + (block.start < BEGINNING)
        here = (
            _spoken_of(sentence, found)
            or _by_its_noun(sentence, found, language)
            or _pointed_at(sentence, listing, language)
        )
        listing = here if len(here) > 1 else listing
        if not here and (len(latest) == 1 or cues_of(language).subject.match(sentence.lstrip())):
            here = latest
        for named in here:
            named.points += points
            named.refused = named.refused or (points < 0 and len(here) <= MOST_REFUSED)
        if len(here) == 1 or not _spoken_of(sentence, found):
            for named in here:
                named.sentences.append(Block("paragraph", *span))
        elif here:
            here = _share(sentence, span, here, language)
        latest = here


def _defines(sentence: str, heading: Heading, start: int, language: Language) -> bool:
    """Whether a sentence begins with a name and says what it is: “Eurocities is a network of”, “…, the network of”."""
    article = cues_of(language).article.match(sentence)
    begins = heading.span[0] - start <= (article.end() if article else 0)
    asides = [heading.abbreviation] if heading.abbreviation else []
    last = max(end for _name, (_first, end) in [*heading.names(), *asides]) - start
    behind = sentence[last : last + LONGEST_PREDICATE].lstrip(')”»", –—-')
    said = cues_of(language).defines.search(behind) or language.has(behind[:NEAR], "founded_verbs")
    said = said or (language.has(behind[:NEAR], "consists") and any(map(str.isdigit, behind)))
    begins = begins or language.pattern("founded_verbs").match(sentence) is not None  # “Founded in 1973, the …”
    return begins and bool(said) and (behind[:1].islower() or language.has(behind, "definition"))


def _is_anothers_whole(before: str, language: Language, authority: str | None) -> bool:
    """Whether what stands before a name says that another is a part of it: “the NSC, a part of the …”, not “we are”."""
    for part in language.pattern("part_of").finditer(before[-NEAR:]):
        if not _bare(before[-NEAR:][part.end() :], language):
            clause = _CLAUSE_BEGINS.split(before[: len(before) - len(before[-NEAR:]) + part.start()])[-1]
            return not speaks_of_us(clause, language, authority)
    return False


def _is_a_forum(name: str) -> bool:
    """Whether a name is one of a topic's forum: “Environment Forum”, “Forum Ambiente”."""
    few = len(name.split()) <= LONG_NAME and "europ" not in name.casefold()
    return few and _FORUM.search(name) is not None and not is_known(name)


def _lists(sentence: str, candidates: list[tuple[Heading, int]], language: Language) -> bool:
    """Whether a sentence but lists the organisations that the one before speaks of: “The networks are …”."""
    return sum(strength > 1 for _heading, strength in candidates) > 1 and language.has(sentence, "organisation_words")


def _is_at_home(name: str, own: str) -> bool:
    """Whether a name is in the authority's, or has it in itself, as what is the authority's own has: “Bündnis
    München für Klimaschutz”."""
    if is_known(name):
        return False
    return f" {name} " in f" {own} " or (len(own) > SHORTEST_BEGINNING and f" {own} " in f"{name} ")


def _bare(words: str, language: Language) -> str:
    """Words without the article that they begin with."""
    article = cues_of(language).article.match(f"{words.lstrip()} ")
    return words.lstrip()[article.end() if article else 0 :].strip(" dl'’")


def _without_article(heading: Heading, start: int, text: str, language: Language) -> Heading:
    """A name without the little word that has a capital but because it begins the sentence: “Da Assembleia …”."""
    first, _space, rest = heading.name.text.partition(" ")
    begins = not text[start : heading.span[0]].strip()
    if not begins or not rest[:1].isupper() or first.casefold() not in language.function_words:
        return heading
    span = heading.span[1] - len(rest), heading.span[1]
    return replace(heading, name=replace(heading.name, text=rest), span=span)


def _without_case(heading: Heading) -> Heading:
    """A known name without the ending of a genitive or a case: “Eurocitiesin”."""
    words, (start, _end) = heading.name.text, heading.span
    first, behind = next(known_in(words, 0, len(words)), (0, len(words)))
    if first or behind == len(words) or not words[behind:].lstrip("'’:").isalpha():
        return heading
    return replace(heading, name=replace(heading.name, text=words[:behind]), span=(start, start + behind))


def _in_short(heading: Heading, found: dict[str, _Named], language: Language) -> _Named | None:
    """What was read before by the abbreviation of this name alone: “ICORN”, of “International Cities of Refuge …”."""
    if heading.abbreviation or " " not in heading.name.text:
        return None
    for named in {id(one): one for one in found.values()}.values():
        called = named.section.called
        short = called.name.text if called and called.abbreviation is None else ""
        if called and names.is_abbreviation(short) and spelled(heading.name.text, short, language):
            heading.abbreviation = (short, called.span)
            return named
    return None


def _without_genitive(keys: set[str], heading: Heading) -> set[str]:
    """The abbreviation that a name is with a genitive's ending: “des RGREs”."""
    name = heading.name.text
    return {key[:-1] for key in keys} if name[-1:] == "s" and names.is_abbreviation(name) else set()


def _is_beginning(keys: set[str], longer: str) -> bool:
    """Whether a name is the beginning of one that was read before: “Rainbow Cities”, of “Rainbow Cities Network”."""
    return any(len(key) > SHORTEST_BEGINNING and longer.startswith(f"{key} ") for key in keys)


def _clauses(text: str, block: Block, language: Language) -> Iterator[Span]:
    """The sentences of a block, parted at their semicolons."""
    for start, end in sentences(text, block.start, min(block.end, block.start + LONGEST_BLOCK), language):
        position = start
        for sign in _SEMICOLON.finditer(text, start, end):
            yield position, sign.start()
            position = sign.end()
        yield position, end


def keys_of(heading: Heading) -> set[str]:
    every = [heading.name.text, *(name.text for name, _ in heading.other_names)]
    return {people.bare(name) for name in [*every, heading.abbreviation[0] if heading.abbreviation else ""] if name}


def _spoken_of(sentence: str, found: dict[str, _Named]) -> list[_Named]:
    """The organisations that a sentence names, in its order."""
    folded = people.bare(sentence)
    places = []
    for name, named in found.items():
        if name in folded and (match := _whole(name).search(folded)):
            places.append((match.start(), named))
    return list({id(named): named for _place, named in sorted(places, key=lambda p: p[0])}.values())


def _by_its_noun(sentence: str, found: dict[str, _Named], language: Language) -> list[_Named]:
    """The one organisation that a sentence calls by the noun in its name: “the Commission”."""
    by_noun: dict[str, dict[int, _Named]] = {}
    for named in found.values():
        for word in named.section.called.name.text.split() if named.section.called else ():
            if says_organisation(word, language):
                by_noun.setdefault(people.bare(word), {})[id(named)] = named
    folded = people.bare(sentence)
    begun = {id(named): named for key, named in found.items() if (begin := _begin(key)) and begin in folded}
    if len(begun) == 1:
        return list(begun.values())
    for noun in _NOUN.finditer(sentence):
        alike = by_noun.get(people.bare(noun.group()), {})
        if len(alike) == 1 and not sentence[noun.end() :].lstrip()[:1].isupper():
            return list(alike.values())
    return []


def _begin(key: str) -> str | None:
    """The first two words of a long name, by which it is called in short: “Eixo Atlântico”."""
    words = key.split()
    return (
        " ".join(words[:2])
        if len(words) > LONG_NAME and min(len(word) for word in words[:2]) > SHORTEST_BEGINNING
        else None
    )


def _pointed_at(sentence: str, listing: list[_Named], language: Language) -> list[_Named]:
    """Those of the latest list that a sentence begins to speak of: “The first has …”, “Both are …”."""
    begins = sentence.lstrip()[:NEAR]
    if len(listing) > 1 and (said := language.pattern("the_first", "the_second").search(begins)):
        return [listing[1 if language.has(said.group(), "the_second") else 0]]
    both = language.pattern("both").search(sentence) if len(listing) == len(("one", "other")) else None
    is_of_them = both and (both.end() <= NEAR or sentence[both.end() :][:1] in (".", ",", ";"))
    return listing if is_of_them else []


@cache
def _whole(name: str) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w){re.escape(name)}(?:{CASES})?(?!\w)")


def _share(sentence: str, span: Span, here: list[_Named], language: Language) -> list[_Named]:
    """Of a sentence that names several, each has the words from its name to the next one's.

    One that begins with a part of another is the part's. Gives those of which the next sentence may speak.
    """
    folded = people.bare(sentence)
    if len(folded) != len(sentence):
        return here
    starts = []
    for named in here:
        called = named.section.called
        if called is not None:
            at = min((m.start() for key in keys_of(called) if (m := _whole(key).search(folded))), default=-1)
            starts.append((at, named))
    starts.sort(key=lambda pair: pair[0])
    (first, own), (second, _other) = starts[0], starts[1]
    part = language.pattern("part_of").search(sentence, max(0, first), max(0, second))
    if 0 <= first <= NEAR_START and part and second - part.end() <= NEAR:
        own.sentences.append(Block("paragraph", *span))
        return [own]
    for (start, named), following in zip(starts, [*(s for s, _ in starts[1:]), len(sentence)], strict=True):
        if 0 <= start < following:
            named.sentences.append(Block("clause", span[0] + start, span[0] + following))
    return here
