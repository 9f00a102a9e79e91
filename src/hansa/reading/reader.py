"""Reading a document: sections, what each says of its organisation, then what the document says as a whole."""

from __future__ import annotations

import re
from collections import Counter
from functools import cache, lru_cache
from itertools import islice
from urllib.parse import urlsplit

from hansa.reading import (
    abbreviations,
    amid,
    appointing,
    attending,
    below_lines,
    besides,
    board_lists,
    boards,
    called_full,
    called_short,
    contacts,
    delegates,
    departures,
    deputies,
    elsewhere,
    fields,
    founders,
    groups,
    headlined,
    holders,
    incumbents,
    inquiries,
    kinship,
    likelihood,
    membership,
    mentions,
    merely_named,
    names,
    offices,
    once_called,
    paired,
    people,
    politicians,
    prose,
    relative_offices,
    repeated,
    seats,
    sections,
    shared_seats,
    spoken,
    succeeding,
    themes,
    told_above,
    told_again,
    told_in_two,
    topic,
    unknown,
    websites,
    wholes,
)
from hansa.reading.authority import authority_of, called
from hansa.reading.document import Block, Document
from hansa.reading.facts import SECTION_RULES, Facts, SectionRule
from hansa.reading.fees_paired import fees_of_several
from hansa.reading.introduction import LONGEST_BLOCK, introduce
from hansa.reading.joining import join
from hansa.reading.known import shorts_of
from hansa.reading.labels import LONGEST_LABEL, labels_of
from hansa.reading.languages import Language, blend, detect, detect_part, languages, likely
from hansa.reading.listed_people import as_representatives
from hansa.reading.mailboxes import Mailboxes, not_addresses
from hansa.reading.not_yet import without_later
from hansa.reading.officials import officials
from hansa.reading.outline import Section, cues_of
from hansa.reading.overseers import with_overseer
from hansa.reading.parties import with_parties
from hansa.reading.related import links
from hansa.reading.sent_to_all import tell_sent
from hansa.reading.types import Name, Notice, Organisation, Reading

# Imported for the rules that they enter, which run in this order.
WITH_RULES = (
    abbreviations,
    called_full,
    called_short,
    fields,
    contacts,
    delegates,
    prose,
    once_called,
    unknown,
    founders,
    membership,
    offices,
    relative_offices,
    boards,
    below_lines,
    board_lists,
    holders,
    appointing,
    politicians,
    merely_named,
    succeeding,
    headlined,
    shared_seats,
    incumbents,
    attending,
    deputies,
    websites,
    inquiries,
)
_PLACES = {module.__name__: place for place, module in enumerate(WITH_RULES)}
_RULES = sorted(SECTION_RULES.items(), key=lambda item: _PLACES[item[1].rule.__module__])
_CUES_OF_RULES = frozenset(cue for entered in SECTION_RULES.values() for cue in entered.cues)
MOST_NOTICES = 200
MOST_SENT = 200  # people of the page whose surnames alone are known again
FALLBACK = "en"
SHORTEST_TELLING = 120  # letters of a block whose language counts
LONGEST_TELLING = 400
MOST_TELLING = 8  # blocks, here and there on a page
MOST_LABELS = 30
ENOUGH_OF_A_LANGUAGE = 0.15
LONGEST_UPDATED = 60  # letters of “last updated: ”
_DAY = re.compile(r"-(?<=(\d{4})-)(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])")  # a dash is found soonest
_ASIDE = re.compile(r"\(([A-ZÀ-ÖØ-ÞĄĆĘŁŃŚŹŻ]{3,8})\)")


def read(document: Document) -> Reading:
    """What can be seen in a document. Never fails on a Document; what is in doubt becomes a notice."""
    if document.parts:
        readings = [(_read_page(part.document), part.offset) for part in document.parts]
        found = join(readings, document.text)
        found.sha256, found.notices = document.sha256, document.notices + found.notices
    else:
        found = _read_page(document)
    if len(found.notices) > MOST_NOTICES:
        more = len(found.notices) - MOST_NOTICES
        del found.notices[MOST_NOTICES:]
        found.notices.append(Notice("more-notices", f"{more} further notices were left out."))
    return found


def _read_page(document: Document) -> Reading:
    """What one page says."""
    code = detect(document.text, document.language) or _by_labels(document)
    told = (code,) if code else likely(document.text) or (FALLBACK,)
    language = blend((*told, *_further_languages(document, code)))
    found = Reading(document.text, code, document.sha256, title=document.title)
    found.notices += document.notices
    found.updated = _updated(document.text, language)
    _mark_called(document)
    parts = sections.split(document, cues_of(language))
    found.title = document.title
    first = next((place for place, section in enumerate(parts) if section.sure), len(parts))
    introduce(found, parts[:first], document, language)
    heading = next((document.of(b) for b in document.blocks if b.kind == "heading" or _is_title(b)), "")
    found.authority = authority_of(_before(document, parts, first), document.text, language, heading)
    wholes.without_headlines(parts, document, language, found.authority)
    parts = wholes.joined(parts, document)
    wholes.about_one(parts, document, cues_of(language), found.authority)
    themes.set_aside(parts, document, language, found.authority)
    mentioned = _mentioned(parts, document, language, found.authority)
    if topic.about_a_topic(parts, mentioned, document, cues_of(language), found.authority):
        mentioned = _mentioned(parts, document, language, found.authority)
    amid.labels_amid(parts, mentioned, document, cues_of(language))
    parts += mentioned
    elsewhere.told_elsewhere(parts, document, cues_of(language))
    wholes.contact_of_one(parts, document, cues_of(language))
    as_representatives(parts, document, language)
    tell_sent(parts, document, cues_of(language))
    mailboxes = Mailboxes(document)
    sent = officials(document.text, language, found.authority)
    pairs = [(s, _organisation(s, document, language, found, mailboxes, sent)) for s in parts if s.sure]
    pairs += _groups(pairs, document, language, found, mailboxes, sent)
    pairs.sort(key=lambda pair: pair[0].start)
    again = repeated.as_above(pairs, document, language)
    paired.since_of_several([one for _section, one in pairs], document.text, language, found.authority)
    fees_of_several([one for _section, one in pairs], parts, document, language)
    told_above.since_above([one for _section, one in pairs], parts, document, language, found.authority)
    pairs = departures.without_left(pairs, found.notices, document, language)
    pairs = likelihood.weighed(pairs, found.notices, language)
    found.organisations = [organisation for _section, organisation in pairs]
    with_parties(found.organisations, document, language)
    with_overseer(found.organisations, parts, document, language, found.authority)
    found.notices += kinship.settle(pairs, document, language, found.authority)
    mailboxes.deliver(pairs, found)
    repeated.with_addresses(again)
    told_again.completed(pairs, document, language)
    found.organisations = told_in_two.put_together(pairs, language)
    for organisation in found.organisations:
        organisation.rules |= {path: "addresses" for path in organisation.confidence if path not in organisation.rules}
    found.notices += not_addresses(document, mailboxes.addresses)
    found.links = links([section for section in parts if not section.sure], document, language)
    _remark(found)
    found.notices += _in_passing(found, [section for section in parts if not section.sure], document, language)
    return found


def _is_title(block: Block) -> bool:
    return block.kind == "line" and block.level == 1


def _by_labels(document: Document) -> str | None:
    """The language in which most of a page's short lines are labels: a table says little else."""
    short = [document.of(block) for block in document.blocks[:MOST_LABELS] if block.end - block.start <= LONGEST_LABEL]
    known = Counter({code: sum(map(bool, map(labels_of(one).exactly, short))) for code, one in languages().items()})
    (best, most), (_second, fewer) = known.most_common(2)
    return best if most > fewer else None


def _mark_called(document: Document) -> None:
    """The heading that says what another page calls this one names what the page is about."""
    called = people.bare(document.called or "")
    for block in document.blocks if called else ():
        if block.kind == "heading" and people.bare(document.of(block)) == called:
            block.field = "name_label"
            return


def _further_languages(document: Document, code: str | None) -> list[str]:
    """The other languages in which a good part of the page is written."""
    letters: Counter[str] = Counter()
    long = [b for b in document.blocks if b.end - b.start > SHORTEST_TELLING]
    for block in long[:: max(1, len(long) // MOST_TELLING)]:
        letters[detect_part(document.of(block)[:LONGEST_TELLING]) or ""] += min(
            block.end - block.start, LONGEST_TELLING
        )
    enough = letters.total() * ENOUGH_OF_A_LANGUAGE
    return [other for other, count in letters.most_common(2) if other and other != code and count >= enough]


def _mentioned(parts: list[Section], document: Document, language: Language, authority: str | None) -> list[Section]:
    """Sections of the organisations that are named only in running text."""
    sure, others = [s for s in parts if s.sure], [s for s in parts if not s.sure]
    bare = [section for section in sure if not section.paragraphs and not section.fields]
    known = {key for section in sure if section.called for key in spoken.keys_of(section.called)}
    known |= {people.bare(short) for section in sure if section.called for short in shorts_of(section.called.name.text)}
    known |= {people.bare(document.text[f.start : f.end]) for section in sure for f in section.of("abbreviation_label")}
    left = departures.left_elsewhere(sure, document, language, known)
    known -= {key for section in bare if section.called for key in spoken.keys_of(section.called)}
    named = mentions.sections_of(others, document, language, authority, known, bare)
    known |= {key for section in named if section.called for key in spoken.keys_of(section.called)}
    return left + named + list(besides.beside(sure, document, language, authority, known))


def _before(document: Document, parts: list[Section], first: int) -> str:
    """The text before the first organisation, with the title."""
    end = parts[first].start if first < len(parts) else LONGEST_BLOCK
    return f"{document.title or ''}.\n{document.text[: min(end, LONGEST_BLOCK)]}"


def _organisation(
    section: Section,
    document: Document,
    language: Language,
    found: Reading,
    mailboxes: Mailboxes,
    sent: dict[str, str | None],
    whole: Organisation | None = None,
) -> Organisation:
    """One organisation, by its heading and by every rule that reads a section; whom it is sent is added to `sent`.

    What is but a group of a `whole` is told of where that is named.
    """
    heading = section.called or names.parse("", section.start)
    if heading.name.text in called(found.authority, language):
        heading = names.whole_line(heading, document.text)  # “Westsea – Eastsea Foundation”
    made = Organisation(_in_its_language(heading.name, language))
    made.parent = whole.name.text if whole else None
    facts = Facts(made, document, language, found.notices, found.authority, mailboxes.within, mailboxes.own_hosts, sent)
    facts.updated = found.updated
    facts.note("name", heading.span, section.sure)
    if heading.abbreviation:
        made.abbreviation, at = names.first_of_two(*heading.abbreviation)
        facts.note("abbreviation", at, 0.98)
    elif names.stands_for_something(heading.name.text):
        made.abbreviation = heading.name.text
        facts.note("abbreviation", heading.span, 0.9)
    if whole:
        facts.note("parent", heading.span, 0.85)
    for position, (name, span) in enumerate(heading.other_names):
        made.other_names.append(_in_its_language(name, language))
        facts.note(f"other_names.{position}", span, 0.95)
    for facts.rule, rule in _rules_for(prose.cues_standing(section, document, language) & _CUES_OF_RULES):
        rule(facts, section)
    if made.offices:
        without_later(made, document, found.updated)
    for one in islice(made.representatives, MOST_SENT - len(sent)) if len(sent) < MOST_SENT else ():
        sent[one.person] = one.party
    return made


@lru_cache(maxsize=1000)
def _rules_for(cues: frozenset[str]) -> list[tuple[str, SectionRule]]:
    """The rules that have something to say of a section in which these of their cues stand, in their order."""
    return [(name, one.rule) for name, one in _RULES if not one.cues or not cues.isdisjoint(one.cues)]


def _groups(
    pairs: list[tuple[Section, Organisation]],
    document: Document,
    language: Language,
    found: Reading,
    mailboxes: Mailboxes,
    sent: dict[str, str | None],
) -> list[tuple[Section, Organisation]]:
    """The networks' own groups to which the authority belongs, or in which it holds an office, and their sections in
    countries."""
    told = [
        (part, whole, proofs)
        for section, whole in pairs
        for proofs, parts in (
            ((), groups.joined(section, document, language, found.authority)),
            (("offices",), groups.within(section, document, language, found.authority)),
            (("offices", "representatives"), seats.seated(section, document, language, found.authority)),
            ((), groups.national(section, whole, document, language, found.authority)),
        )
        for part in parts
    ]
    if not told:
        return []
    taken = {key for section, _own in pairs if section.called for key in spoken.keys_of(section.called)}
    made = []
    for part, whole, proofs in told:
        keys = spoken.keys_of(part.called) if part.called else set()
        if keys & taken:
            continue
        notices = len(found.notices)
        own = _organisation(part, document, language, found, mailboxes, sent, whole)
        if own.website and whole.website and _host(own.website) == _host(whole.website):
            own.website = None  # the network's
            for kept in (own.evidence, own.confidence, own.rules):
                kept.pop("website", None)
        if not proofs or any(path.partition(".")[0] in proofs for path in own.evidence):
            made.append((part, own))
            taken |= keys
        else:
            del found.notices[notices:]
    return made


def _host(url: str) -> str:
    return urlsplit(url).netloc.removeprefix("www.")


def _in_its_language(name: Name, page: Language) -> Name:
    return Name(name.text, names.language_of(name.text, page))


def _updated(text: str, language: Language) -> str | None:
    """The first day of a text behind words that say when the page was changed: “Last updated: 2025-03-01”."""
    label = _label_of_update(language)
    days = ((day.start(1), day.end()) for day in _DAY.finditer(text))
    said = (text[start:end] for start, end in days if label.search(text, max(0, start - LONGEST_UPDATED), start))
    return next(said, None)


@cache
def _label_of_update(language: Language) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{language.any_of('updated')})\s{{0,3}}:?\s{{0,3}}\Z", re.I)


def _remark(found: Reading) -> None:
    """Tell of what a person should know of the whole: nothing found, two of one name, notices left out."""
    if found.language is None:
        message = "The page is in a language that Hansa does not read yet, or says too little to tell."
        found.notices.append(Notice("language-unknown", message))
    if not found.organisations:
        message = "No organisation was found. Is it the page that lists the memberships?"
        found.notices.append(Notice("no-organisation", message))
    seen: set[str] = set()
    for organisation in found.organisations:
        folded = people.bare(organisation.name.text)
        if folded in seen:
            message = f"Two organisations on the page are called “{organisation.name.text}”; both were kept."
            found.notices.append(Notice("same-name", message, organisation.evidence["name"]))
        seen.add(folded)


def _in_passing(found: Reading, others: list[Section], document: Document, language: Language) -> list[Notice]:
    """Organisations that the text names where it tells of none: “… the Assembly of European Regions (AER) …”."""
    known = {organisation.abbreviation for organisation in found.organisations}
    notices = []
    for section in others:
        for block in section.paragraphs:
            for match in _ASIDE.finditer(document.text, block.start, min(block.end, block.start + LONGEST_BLOCK)):
                before = document.text[max(block.start, match.start() - 80) : match.start()]
                if match[1] not in known and language.has(before, "organisation_words"):
                    known.add(match[1])
                    words = " ".join(before.split()[-6:])
                    message = f"“{words} ({match[1]})” may be an organisation; it was not read as one."
                    notices.append(Notice("organisation-in-passing", message, match.span()))
    return notices
