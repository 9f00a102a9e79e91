"""Organisations named in running text: “We are members of Eurocities, of the CPMR and of …”.

What the text names is one of the authority's where what is said of it adds up: that the authority belongs to it, since
when, what it pays, who sits there, whom to ask. What else the page says of each is found in the sentences that name it
alone, or that follow one of these and speak of “the network”.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from itertools import islice, pairwise

from hansa.reading import people
from hansa.reading.announced import is_announced, with_told
from hansa.reading.anothers import is_of_somebody_else, is_told_of_another
from hansa.reading.appointed import says_of_networks
from hansa.reading.authority import called, is_place_of
from hansa.reading.belonging import ENOUGH, appoints_somebody, belonging, is_beside_us, is_planned, sends_somebody
from hansa.reading.defining import defines
from hansa.reading.document import Block, Document
from hansa.reading.known import is_institution, is_known, known_in, whole_of
from hansa.reading.languages import Language
from hansa.reading.leaving import leaving
from hansa.reading.lists import is_expected
from hansa.reading.merely import (
    but_names,
    is_an_institution,
    is_of_networks,
    is_on_one,
    is_told_of,
    is_unjoined,
    is_with_us,
    says_seat,
)
from hansa.reading.names import Heading
from hansa.reading.naming import named_in
from hansa.reading.nouned import is_beside_its_noun
from hansa.reading.of_others import is_of_its_paper
from hansa.reading.outline import SURE_NAMED, Section, cues_of
from hansa.reading.sentences import sentences
from hansa.reading.sifting import (
    SURE_BESIDE,
    is_a_forum,
    is_anothers_whole,
    is_at_home,
    is_of_money,
    is_of_the_network,
    lists_several,
    looks_after_it,
    runs_another,
    sure_in,
    without_article,
    without_genitive,
    without_subject,
)
from hansa.reading.spoken import (
    LONG_NAME,
    NEAR,
    Named,
    by_its_noun,
    in_full,
    in_longer,
    in_short,
    is_alike,
    is_beginning,
    is_longer,
    is_within,
    keys_of,
    may_be_called,
    pointed_at,
    pointers,
    share,
    spoken_of,
    without_case,
)
from hansa.reading.ties import takes_part
from hansa.reading.types import Span

LONGEST_BLOCK = 20_000
MOST_NAMES = 80
BEGINNING = 200  # letters in which a page begins to say what it is about
LONGEST_PREDICATE = 120  # letters
FEWEST_POINTS = 2  # of the only network of a page
FEW_WORDS = 4  # of a heading
FEWEST_NAMED = 2  # of a sentence
KNOWN = 4  # points of a network that is known by name
SURE_OF_ONLY = 0.5
LONG_VALUE = 80  # letters
_TOLD_OF_SEATS = ("board", "chair", "contact", "fee_words", "represents", "sits", "vice-chair")
OFTEN = 3  # times that a page about one organisation names it
MOST_REFUSED = 6  # organisations that a sentence says the authority does not belong to
_NUMBERED = re.compile(r"\s{0,4}\d{1,2}[.)]\s{1,4}[A-ZÀ-Þ]")
_SEMICOLON = re.compile(r";\s")
_LISTED = re.compile(r":\s[A-ZÀ-ÖØ-Þ][^;:.]{1,70};\s[A-ZÀ-ÖØ-Þ][^;:.]{1,70};\s[A-ZÀ-ÖØ-Þ]")


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
    found: dict[str, Named] = {}
    for section in bare:
        found |= dict.fromkeys(keys_of(section.called) if section.called else (), Named(section, stands=True))
    for section in others:
        is_title = section.heading is not None and section.level == 1
        if is_unjoined(section, document, language):
            continue
        if (
            section.heading is not None
            and not is_title
            and _tells_of_other_pages(document.of(section.heading), language)
        ):
            continue
        for block in _told_below(section, document, language):
            if document.text.find(" ", block.start, block.end) > 0:
                _read_block(
                    block, document, language, authority, known, found, _says_networks(section, document, language)
                )
    made = []
    every = list({id(named): named for named in found.values()}.values())
    of_networks = is_of_networks(document.title or "", language) or is_on_one(every, known, bare)
    for named in every:
        if named.stands:
            named.section.paragraphs += named.sentences
        elif named.points >= ENOUGH and not named.refused and is_told_of(named, of_networks):
            named.section.paragraphs = named.sentences
            named.section.sure = min(0.95, 0.3 + 0.1 * (named.points - named.known))
            made.append(named.section)
    if not (made or known or bare):
        made = _only_one(found, document)
    if len(made) == 1 and not (known or bare):
        _tell_all(made[0], others, document, language, found)
    return made


def _tells_of_other_pages(heading: str, language: Language) -> bool:
    """Whether a heading stands above news or links: “Latest news”, “Read more”."""
    is_short = len(heading.split()) < FEW_WORDS
    return cues_of(language).read_more.fullmatch(heading) is not None or (is_short and language.has(heading, "news"))


def _is_a_network(heading: Heading) -> bool:
    """Whether one of the names is that of a network that is known, and is no part of another nor an EU body."""
    short = heading.abbreviation[0] if heading.abbreviation else heading.name.text
    name = heading.name.text
    is_part = any(whole_of(one.text) is not None for one, _span in heading.names())
    return (is_known(name, whole=True) or is_known(short, whole=True)) and not is_part and not is_institution(name)


def _says_networks(section: Section, document: Document, language: Language) -> bool:
    """Whether the page's title, or a section's heading, says that networks are told of there, and names none itself."""
    heading = document.of(section.heading) if section.heading else ""
    return any(is_expected(words, language) and not is_known(words) for words in (document.title or "", heading))


def _told_below(section: Section, document: Document, language: Language) -> list[Block]:
    """The paragraphs of a section, and the values of labels that are told in words."""
    told = [f for f in section.fields if f.end - f.start > LONG_VALUE and says_of_networks(f, document, language)]
    return sorted([*section.paragraphs, *(Block("paragraph", f.start, f.end) for f in told)], key=lambda b: b.start)


def _only_one(found: dict[str, Named], document: Document) -> list[Section]:
    """The one network that is known of which a page speaks, more than once, that tells of no other."""
    open_ones = {id(one): one for one in found.values() if one.section.called and not one.refused}
    every = {
        key: one for key, one in open_ones.items() if one.section.called and is_known(one.section.called.name.text)
    }
    (only,) = every.values() if len(every) == 1 else (None,)
    if only is None or only.section.called is None or only.points < FEWEST_POINTS:
        return []
    folded = people.bare(document.text[:LONGEST_BLOCK])
    if max(map(folded.count, keys_of(only.section.called))) < OFTEN - 1:
        return []
    only.section.paragraphs, only.section.sure = only.sentences, SURE_OF_ONLY
    return [only.section]


def _tell_all(
    only: Section, others: list[Section], document: Document, language: Language, found: dict[str, Named]
) -> None:
    """Give the one organisation that a page goes on speaking of the sentences that name none, too."""
    folded = people.bare(document.text[:LONGEST_BLOCK])
    if only.called is None:
        return
    keys = keys_of(only.called)
    known = (people.bare(document.text[slice(*at)]) for at in known_in(document.text, 0, LONGEST_BLOCK))
    is_alone = all(may_be_called(name, keys) for name in known)
    if max(map(folded.count, keys)) < OFTEN - is_alone:
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
                for named in spoken_of(document.text[start:end], found):
                    called += keys_of(named.section.called) if named.section.called else ()
                if all(may_be_called(name, keys_of(only.called)) for name in called):
                    only.paragraphs.append(Block("paragraph", start, end))


def _read_block(
    block: Block,
    document: Document,
    language: Language,
    authority: str | None,
    known: set[str],
    found: dict[str, Named],
    expected: bool,
) -> None:
    """The organisations that a paragraph names, and what its sentences say of each.

    Where networks are `expected`, a sentence that names several says that the authority belongs to them.
    """
    latest: list[Named] = []
    listing: list[Named] = []  # the latest that a sentence named side by side
    ours_before = False
    points_before = 0
    for span, (start, end) in pairwise([*_clauses(document.text, block, language), (block.end, block.end)]):
        sentence, following = document.text[span[0] : span[1]], document.text[start:end]
        points, ours = belonging(sentence, language, authority, ours_before)
        ours_before = ours_before or ours
        if 0 < points < ENOUGH - 1 or (not points and _LISTED.search(sentence)):
            points = _with_list(sentence, points, language)
        candidates = list(islice(named_in(document, span, language, points >= ENOUGH - 1), MOST_NAMES))
        if points > 0 and ours:
            candidates = with_told(candidates, document.text, span, language)
        dated = sentence.lstrip()[:1].isdigit() and not _NUMBERED.match(sentence)  # of an agenda
        plainly = (
            points >= 0
            and not dated
            and not language.has(sentence, "formerly", "left", "bodies", "planned", "projects", "eu_programmes")
        )
        plainly = plainly and (ours or not language.has(sentence, "examples"))
        doubtful = is_of_somebody_else(sentence, language, authority) or is_beside_us(sentence, language, authority)
        doubtful = doubtful or is_planned(sentence, language) or is_told_of_another(sentence, language, authority)
        lists = not points and points_before > 1 and lists_several(sentence, candidates, language)
        doubtful = doubtful or (not (ours or lists) and is_of_the_network(sentence, language))
        if but_names(sentence, language):
            points, doubtful = min(points, 0), True
        plainly = plainly and not doubtful
        now = points >= 0 and not doubtful and not language.has(sentence, "formerly", "left")
        if lists and plainly:
            points = points_before - 1
            candidates = list(islice(named_in(document, span, language, belongs=True), MOST_NAMES))
        strong = [heading for heading, strength in candidates if strength > 1]
        joint = expected or (points > 1 and takes_part(language).search(sentence) is not None)
        if joint and not dated and not doubtful and 0 <= points < ENOUGH - 1 and len(strong) >= FEWEST_NAMED:
            points = ENOUGH - 1
            candidates = list(islice(named_in(document, span, language, belongs=True), MOST_NAMES))
        points_before, sends = points, appoints_somebody(sentence, language, authority)
        if points > 1:
            candidates = sure_in(candidates, points, document.text, language)
        for heading, strength in candidates:
            own = called(authority, language)
            heading = without_subject(heading, own)
            keys = keys_of(heading)
            name = heading.name.text
            if any(name.startswith(one) or is_place_of(name, one) or is_at_home(name, one) for one in own):
                continue
            before = document.text[max(span[0], heading.span[0] - NEAR) : heading.span[0]]
            far = document.text[max(span[0], heading.span[0] - LONGEST_PREDICATE) : heading.span[0]]
            if is_of_money(far, heading, language) or is_with_us(far, sentence, following, language, authority):
                continue
            if not sends and is_anothers_whole(document.text[span[0] : heading.span[0]], language, authority):
                continue
            behind = document.text[heading.span[1] : span[1]]
            if looks_after_it(far, heading, behind, language) or runs_another(far, behind, language):
                continue
            if is_of_its_paper(far, behind, language):
                continue
            if any(not before[own.end() :].strip() for own in language.pattern("our").finditer(before)):
                continue  # “our Legislative Assembly”
            if is_a_forum(heading.name.text) and not (
                points >= ENOUGH - 1 and language.has(sentence, "since", "member_words")
            ):
                continue  # a part of a network
            heading = without_case(without_article(heading, span[0], document.text, language), language)
            keys |= keys_of(heading)
            every = keys | without_genitive(keys, heading)
            if (
                every & known
                or any(is_alike(keys, key) or is_longer(name, key, language) for key in known)
                or people.bare(authority or "-") in keys
                or len(found) > 3 * MOST_NAMES
            ):
                continue
            standing = next((found[key] for key in every if key in found), None)
            standing = standing or next((n for key, n in found.items() if is_beginning(keys, key)), None)
            standing = standing or next((n for key, n in found.items() if is_within(keys, key)), None)
            alike = None if standing else next((n for key, n in found.items() if is_alike(keys, key)), None)
            if alike and alike.section.called and not alike.stands:
                written = (alike.section.called, heading)  # of two spellings the page has one more often
                alike.section.called = max(written, key=lambda one: document.text.count(one.name.text))
            standing = standing or alike
            standing = standing or in_short(heading, found, language) or in_full(heading, found)
            standing = standing or in_longer(heading, found, language)
            if standing is None:
                is_told = is_beside_its_noun(document.text, heading.span, language)
                is_told = is_told or is_announced(document.text, heading.span, span, language)
                sure = SURE_NAMED if is_told or strength == SURE_BESIDE else 1
                made = Section(Block("mention", *heading.span), called=heading, named=sure)
                is_plain = plainly and block.kind != "item" and _is_a_network(heading)
                known_points = KNOWN - strength if is_plain else 0
                standing = Named(made, strength + known_points, known=known_points)
            elif heading.abbreviation and standing.section.called and not standing.section.called.abbreviation:
                if standing.stands:
                    continue
                standing.section.called = heading
                standing.section.heading = Block("mention", *heading.span)
            found |= {key: standing for key in keys if key not in found}
            if defines(sentence, heading, span[0], language):
                told = 2 + (block.start < BEGINNING)
                standing.points += told
                standing.defined += told if span[0] != block.start else 0
        by_name = spoken_of(sentence, found)
        pointed = pointers(sentence, by_name, listing, language)
        here = (
            by_name
            or pointed_at(sentence, listing, language)
            or (listing if pointed else by_its_noun(sentence, found, language))
        )
        if len(here) > 1:
            listing = here
        elif len(by_name) == 1 and by_name[0] not in listing:
            listing = [*listing[-1:], by_name[0]]  # “We joined EHTTA. We are in Euromontana, too. Both …”
        if not here and (len(latest) == 1 or cues_of(language).subject.match(sentence.lstrip())):
            here = latest
        of_seats = language.has(sentence, *_TOLD_OF_SEATS)
        is_told = bool(by_name or pointed or points != 1 or of_seats)
        for named in here:
            if now and is_an_institution(named):
                sent = sends_somebody(sentence, language)
                named.points += ENOUGH * sent  # a seat there is what belonging to it is
                named.seated = named.seated or sent or (ours and says_seat(sentence, language))
            named.said = max(named.said, points + (points > 0 and of_seats))
            named.points += points * is_told  # not “We are too large for that.”
            named.refused = named.refused or (points < 0 and len(here) <= MOST_REFUSED)
        if len(here) == 1 or not (by_name or pointed):
            for named in here:
                named.sentences.append(Block("paragraph", *span))
        elif here:
            here = share(sentence, span, here, language, pointed)
        latest = here


def _with_list(sentence: str, points: int, language: Language) -> int:
    """How much a sentence says where it lists networks that are known: “We work in several networks, AER, CPMR and …”.

    Three or more of them behind a colon say as much by themselves.
    """
    if not language.has(sentence, "organisation_words", "member_words"):
        return points
    known = list(islice(known_in(sentence, 0, len(sentence)), LONG_NAME))
    several = len(known) == LONG_NAME
    announced = several and ":" in sentence[: known[0][0]]
    return ENOUGH - 1 if announced or (points > 0 and several) or (points > 1 and len(known) > 1) else points


def _clauses(text: str, block: Block, language: Language) -> Iterator[Span]:
    """The sentences of a block, parted at their semicolons."""
    for start, end in sentences(text, block.start, min(block.end, block.start + LONGEST_BLOCK), language):
        position = start
        if _LISTED.search(text, start, end):
            yield start, end  # “… these networks: Eurocities; ICLEI; Polis”
            continue
        for sign in _SEMICOLON.finditer(text, start, end):
            if text.count("(", position, sign.start()) > text.count(")", position, sign.start()):
                continue  # “(ann@…; phone 046 …)”
            if leaving(text[sign.end() : end], language):
                break  # “… was a member of the UBC; that ended in 2012”
            yield position, sign.start()
            position = sign.end()
        yield position, end
