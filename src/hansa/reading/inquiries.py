"""Whom to ask, where no label says so: “Call or write to Ann Ek of the international unit: …”."""

from __future__ import annotations

import re

from hansa.reading import people, phones
from hansa.reading.authority import is_us
from hansa.reading.committees import names_a_committee
from hansa.reading.contacts import (
    ADDRESS_LIKE,
    MOST_WORDS_OF_A_TITLE,
    contact,
    is_bare_phone,
    says_title,
)
from hansa.reading.document import Block
from hansa.reading.facts import Facts, section_rule
from hansa.reading.known import nominative
from hansa.reading.languages import Language
from hansa.reading.outline import Field, Section
from hansa.reading.owners import belongs_to, local_parts
from hansa.reading.prose import is_ours, sentences_of
from hansa.reading.types import Contact, Span
from hansa.reading.units import ENDS, MOST_WORDS_OF_A_UNIT, unit_in
from hansa.reading.unknown import unknown_labels

MOST_NAMES = 3
FEW_WORDS_OF_A_LINE = 6
SHORTEST_PART = 3
LONGEST_LINE = 100
FEW_LETTERS = 12  # before the name: “Ms”, “Dr.”
MOST_LINES = 5
LONGEST_GAP = 24  # letters between two lines: a label, “Direct line: ”
LONGEST_BLOCK = 3000
SOON = 80  # letters
MANY = 2
NEAR_THE_NAME = 60  # letters between a unit and a name
# Who works for the network: its secretary, its secretariat, its director.
_OF_THE_NETWORK = re.compile(
    r"sekret|secret|secrét|segret|sihteeri|geschäfts|(?:\b|general)dire[ck]t(?!io|ie)|dyrekt|managing|toiminnanjohtaja",
    re.I,
)
_SHORT_LABEL = re.compile(r"\A\w{1,3}[.:]{1,2}\s{0,2}")
_PARTS = re.compile(r"[:;(]|\.\s")


@section_rule("contact in running text")
def contact_in_text(facts: Facts, section: Section) -> None:
    """A person or a unit in a sentence that has an address or a phone number, or says that it is the contact."""
    if facts.organisation.contacts or _by_unknown_label(facts, section) or _by_lines(facts, section):
        return
    asking = [one for one in sentences_of(section, facts.document, facts.language) if _asks(one.span, one.text, facts)]
    for find in (_by_person, _by_unit):
        for span, sentence, _cues in asking:
            find(facts, sentence, span)
            if facts.organisation.contacts:
                return


@section_rule("contact told for several")
def contact_for_several(facts: Facts, section: Section) -> None:
    """Whom the page says, elsewhere, to ask about this organisation and others: about all, beside its own."""
    own = facts.organisation
    told_here = len(own.contacts)
    if own.membership and own.membership.until:
        return
    for start, end, value, of_all in section.asked:
        if told_here and not of_all:
            continue
        if any(start <= at[0] < end for path, at in own.evidence.items() if path.endswith(".person")):
            continue  # its own section says so as well
        if not of_all and not _asks((value, end), facts.text[value:end], facts, facts.text[start:value]):
            continue  # the network's own secretariat
        words = facts.text[value:end]
        first = ENDS.split(words.strip())[0]
        says_so = facts.language.has(first, "looks_after", "is")  # “The Europe Office looks after …”
        second = words.strip().partition("\n")[2].partition("\n")[0].partition(",")[0].rpartition(":")[2].strip()
        two = (first, second) if len(first.split()) <= MOST_WORDS_OF_A_UNIT else ()
        is_one = any(_is_alone(one, facts.language) or people.is_unit(one, facts.language) for one in two)
        if value > start and is_one and not says_so:
            contact(facts, Field("contact", value, end), words)
        for begin, find in ((value, _by_person), (start, _by_person), (start, _by_unit)):
            if len(own.contacts) == told_here:
                find(facts, facts.text[begin:end], (begin, end), is_sure=True)
        if len(own.contacts) > told_here:
            _with_the_unit(facts, told_here, (start, value))
            _with_the_address(facts, told_here, (start, end))
            return


def _with_the_unit(facts: Facts, place: int, span: Span) -> None:
    """The unit that is named before a colon is that of the one person behind it: “Ask the Europe Office: Ann Ek, …”."""
    contacts = facts.organisation.contacts[place:]
    if len(contacts) != 1 or contacts[0].unit:
        return
    before = facts.text[slice(*span)]
    if unit := _unit_before(before, facts, is_sure=True):
        contacts[0].unit = nominative(before[slice(*unit)], facts.language.code)
        facts.note(f"contacts.{place}.unit", (span[0] + unit[0], span[0] + unit[1]), 0.75)


def _with_the_address(facts: Facts, place: int, span: Span) -> None:
    """The one address in what is said of the one contact is that contact's: “the Europe Office (Ann Ek, europe@…)”."""
    contacts = facts.organisation.contacts[place:]
    addresses = {address.email: address for address in facts.addresses_in(*span) if not address.merged}
    alone = len(people.everybody(facts.text[slice(*span)], facts.language)) < MANY
    if alone and len(contacts) == len(addresses) == 1 and contacts[0].email is None:
        ((contacts[0].email, address),) = addresses.items()
        facts.note(f"contacts.{place}.email", address.span if address.span[0] < address.span[1] else span, 0.85)


@section_rule("contact with an address of that name")
def contact_by_address(facts: Facts, section: Section) -> None:
    """Who is named without a party, and has an address made of the name, is a contact, beside others."""
    own = facts.organisation
    known = {one.person for one in own.contacts}
    with_party = {one.person for one in own.representatives if one.party}
    with_party |= {one.person for one in own.offices if one.party and one.person}
    for span, sentence, _cues in sentences_of(section, facts.document, facts.language):
        addresses = [
            address
            for address in facts.addresses_in(*span)
            if not any(person and belongs_to(address.email, person) for person in known)
        ]
        if not addresses or not _asks(span, sentence, facts):
            continue
        before = max(section.start, span[0] - LONGEST_BLOCK)
        for address in addresses:
            if not _may_be_named(address.email, facts.text[before : address.span[0]]):
                continue
            named = [
                one
                for one in people.everybody(facts.text[before : span[1]], facts.language)
                if not one.party and belongs_to(address.email, one.name)
            ]
            if named and named[-1].name not in known | with_party:
                known.add(named[-1].name)
                own.contacts.append(Contact(named[-1].name))
                at = before + named[-1].start, before + named[-1].end
                facts.note(f"contacts.{len(own.contacts) - 1}.person", at, 0.85)


@section_rule("phone on a line of its own")
def bare_phone(facts: Facts, section: Section) -> None:
    """A phone number on a line of its own, with an address or without, soon below the section's only contact, is that
    one's: “T: 01632 960 123”; with a label that is known or none."""
    own, evidence = facts.organisation.contacts, facts.organisation.evidence
    at = evidence.get("contacts.0.person") or evidence.get("contacts.0.unit")
    if len(own) != 1 or own[0].phone or at is None:
        return
    told_in = facts.document.block_at(at[0])
    end = max([at[1], *(field.end for field in section.of("contact")[:1]), told_in.end if told_in else 0])
    for block in section.paragraphs:
        if not 0 <= block.start - end <= SOON or block.end - block.start >= LONGEST_LINE:
            continue
        words = facts.text[block.start : block.end]
        bare = ADDRESS_LIKE.sub("", words).strip(" |·•,;/–-")
        if bare and is_bare_phone(_SHORT_LABEL.sub("", bare)) and (found := phones.phone(words, facts.language)):
            own[0].phone = found[0]
            facts.note("contacts.0.phone", (block.start + found[1], block.start + found[2]), 0.85)
            return
    for field in section.of("phone"):
        found = phones.phone(facts.text[field.start : field.end], facts.language)
        if found and field.row == 0 and 0 <= field.start - end <= SOON:
            own[0].phone = found[0]
            facts.note("contacts.0.phone", (field.start + found[1], field.start + found[2]), 0.85)
            return


def _may_be_named(email: str, words: str) -> bool:
    """Whether the last part of an address, most of a surname, begins with what some word does."""
    parts = local_parts(email)
    return bool(parts) and parts[-1][-SHORTEST_PART:] in people.bare(words)


def _by_unknown_label(facts: Facts, section: Section) -> bool:
    """“At our place: Ann Ek, adviser”: a person without a party behind a label that nobody knows is the contact."""
    for label, start, end in unknown_labels(facts, section):
        if facts.language.has(label, "chair", "board", "formerly", "other_label", "left"):
            continue
        if _OF_THE_NETWORK.search(label) or names_a_committee(label, facts.language):
            continue  # “In the steering committee: …”
        if facts.language.has(label, "represents", "delegates"):
            continue
        value = facts.text[start:end]
        if facts.language.has(value, "chair", "vice-chair", "board", "formerly"):
            continue
        named = people.somebody(value[:LONGEST_LINE], facts.language)
        is_somebody = named is not None and named.start <= FEW_LETTERS and not named.party
        if named is not None and value[: named.start].strip().lower() in facts.language.function_words - {""}:
            continue  # “Les Amis du Prieuré”
        if is_somebody or (named is None and _is_reached(start, end, value, facts)):
            contact(facts, Field("contact", start, end, label), value)
            return bool(facts.organisation.contacts)
    return False


def _is_reached(start: int, end: int, value: str, facts: Facts) -> bool:
    """Whether a value is a unit with an address or a phone number: “Good to know: Europe Office, 0499 36 45 80”."""
    first = ENDS.split(value)[0].strip()
    is_unit = first[:1].isupper() and len(first.split()) <= FEW_WORDS_OF_A_LINE and len(value) <= LONGEST_LINE
    return is_unit and bool(facts.addresses_in(start, end) or phones.phone(value, facts.language))


def _by_lines(facts: Facts, section: Section) -> bool:
    """A person, or a unit, on a line of its own, with an address or a phone number on one of the next, as on a card.

    A person needs neither with a title or a unit, “Ann Ek, Europe Office”, or below a line that says who is asked.
    """
    lines = [block for block in section.paragraphs if block.kind not in ("cell", "elsewhere")]
    lines += [Block("line", field.start, field.end) for field in section.fields if field.name in ("phone", "email")]
    lines.sort(key=lambda block: block.start)
    blocks = [block for block in lines if block.end - block.start <= LONGEST_LINE]
    blocks = [block for block in blocks if not _leaves_out(facts.text[block.start : block.end], facts.language)]
    first_parts = [facts.text[block.start : block.end].partition(",")[0].strip() for block in blocks]
    persons = [block for block, words in zip(blocks, first_parts, strict=True) if _is_alone(words, facts.language)]
    units = [block for block in blocks if _is_bare_unit(facts.text[block.start : block.end], facts.language)]
    sent = {one.person for one in facts.organisation.representatives}
    for block in [*persons, *units]:
        if facts.text[block.start : block.end].strip() in sent:
            continue  # in a list of those who sit there
        last = block
        for following in blocks[blocks.index(block) + 1 :][:MOST_LINES]:
            if following.start - last.end > LONGEST_GAP or (following in persons and following is not block):
                break
            somebody = people.somebody(facts.text[following.start : following.end], facts.language)
            if somebody is not None and somebody.party:
                break  # one of those who sit there
            last = following
        value = facts.text[block.start : last.end]
        told = facts.addresses_in(block.start, last.end) or phones.phone(value, facts.language)
        if block in units and facts.organisation.contacts:
            break
        above = blocks[max(0, blocks.index(block) - 1)]
        asked = above is not block and facts.language.has(facts.text[above.start : above.end], "contact")
        if told or asked or _says_what(facts.text[block.start : block.end], facts.language):
            end = last.end if told else block.end
            contact(facts, Field("contact", block.start, end), facts.text[block.start : end])
    return bool(facts.organisation.contacts)


def _says_what(line: str, language: Language) -> bool:
    """Whether a line says behind a name's comma what the person does, and where: “Ann Ek, adviser”."""
    behind = line.partition(",")[2].strip()
    few = 0 < len(behind.split()) <= MOST_WORDS_OF_A_TITLE
    return few and (says_title(behind, language) or people.is_unit(behind, language))


def _is_bare_unit(words: str, language: Language) -> bool:
    """Whether a line is but the name of a unit."""
    plain = words[:1].isupper() and not ENDS.search(words) and len(words.split()) <= FEW_WORDS_OF_A_LINE
    plain = plain and not _OF_THE_NETWORK.search(words)
    return plain and people.is_unit(words, language) and not names_a_committee(words, language)


def _is_alone(words: str, language: Language) -> bool:
    """Whether words are a person's name, with a title or without, and no party."""
    named = people.somebody(words, language)
    return named is not None and not named.party and people.is_person(words, language)


def _asks(span: Span, sentence: str, facts: Facts, before: str | None = None) -> bool:
    """Whether a sentence has an address that is not the organisation's own, a phone number, or a word for a contact.

    Words stand `before` it, where it is told for the organisation by its name.
    """
    if _is_past(sentence, facts.language) or (before is None and facts.language.has(sentence, "other_label")):
        return False
    before = before or ""
    if _leaves_out(sentence, facts.language):
        return False
    if _OF_THE_NETWORK.search(f"{before}{sentence}") and not is_ours(sentence, facts):
        return False
    addresses = facts.addresses_in(*span)
    site = (facts.organisation.website or "").partition("//")[2].partition("/")[0].removeprefix("www.")
    if any(site and address.email.lower().endswith(site.lower()) for address in addresses):
        return False
    if addresses or facts.language.has(f"{before}{sentence}", "contact"):
        return True
    return phones.phone(sentence, facts.language) is not None


def _is_past(words: str, language: Language) -> bool:
    """Whether words say that something is no more, but for “if nothing else is said”."""
    return language.has(words, "formerly") and language.has(language.pattern("unless_told").sub(" ", words), "formerly")


def _leaves_out(words: str, language: Language) -> bool:
    """Whether words speak of all organisations but those that they name: “for all networks except KIMO”."""
    return language.has(words, "except_for") and language.has(words, "every_one", "both")


def _by_person(facts: Facts, sentence: str, span: Span, *, is_sure: bool = False) -> None:
    """The one person of the sentence is the contact, with the title and the unit that stand with the name; where it
    `is_sure` that all that is said is of the contact, with any unit before it."""
    named = people.everybody(sentence, facts.language)
    if not 0 < len(named) <= MOST_NAMES or (len(named) > 1 and len(facts.addresses_in(*span)) != len(named)):
        return
    own = facts.organisation
    sent = {one.person for one in own.representatives} | {one.person for one in own.offices}
    told = bool(facts.addresses_in(*span)) or phones.phone(sentence, facts.language) is not None
    asked = told and facts.language.has(
        sentence, "contact", "invites"
    )  # “Do ask Ann Ek”, who sits on the board as well
    if any(somebody.party or (somebody.name in sent and not asked) for somebody in named):
        return  # a politician is no contact
    for somebody, before, behind in people.each_with_words(sentence, named):
        made = Contact(somebody.name)
        path = f"contacts.{len(facts.organisation.contacts)}"
        facts.organisation.contacts.append(made)
        facts.note(f"{path}.person", (span[0] + somebody.start, span[0] + somebody.end), 0.85)
        if title := _title(behind, facts.language):
            made.title = behind[slice(*title)]
            facts.note(f"{path}.title", (span[0] + somebody.end + title[0], span[0] + somebody.end + title[1]), 0.8)
        begin = title[1] if title else 0  # “External Affairs Officer” names no unit
        if unit := unit_in(behind[begin:], facts.language):
            made.unit = nominative(behind[begin:][slice(*unit)], facts.language.code)
            at = span[0] + somebody.end + begin
            facts.note(f"{path}.unit", (at + unit[0], at + unit[1]), 0.8)
        elif unit := _unit_before(before, facts, is_sure=is_sure):
            made.unit = nominative(before[slice(*unit)], facts.language.code)
            at = span[0] + somebody.start - len(before)
            facts.note(f"{path}.unit", (at + unit[0], at + unit[1]), 0.75)
        for words, at in ((behind, somebody.end), (before if len(named) == 1 else "", somebody.start - len(before))):
            if made.phone is None and (phone := phones.phone(words, facts.language)):
                made.phone = phone[0]
                facts.note(f"{path}.phone", (span[0] + at + phone[1], span[0] + at + phone[2]), 0.85)


def _unit_before(before: str, facts: Facts, *, is_sure: bool) -> Span | None:
    """The unit that words name last before a person's name, as that of the person: “the Europe Office (Ann Ek, …”."""
    begin = 0
    for part in _PARTS.finditer(before):
        begin = part.end()
    for start in (begin, 0):
        unit = unit_in(before[start:], facts.language) if before[start:].strip() else None
        if unit is None:
            continue
        words = before[start:][slice(*unit)]
        between = before[start + unit[1] :]
        near = is_sure or (len(between) <= NEAR_THE_NAME and ENDS.search(between) is not None)
        theirs = not is_sure and _OF_THE_NETWORK.search(words) is not None
        leading = ENDS.split(before[start : start + unit[0]])[-1]  # “head of the Europe Office, Ann Ek”
        if says_title(leading, facts.language) or (not between.strip(" ,:") and says_title(words, facts.language)):
            continue
        theirs = theirs or names_a_committee(words, facts.language) or _is_us(before[start:], unit, facts)
        if near and not theirs:
            return start + unit[0], start + unit[1]
    return None


def _is_us(words: str, unit: Span, facts: Facts) -> bool:
    """Whether what reads as a unit is but the authority, with the article before it or without: “la Diputación”."""
    found = words[slice(*unit)]
    article = words[: unit[0]].split()[-1:]
    return any(is_us(" ".join(one), facts.language, facts.authority) for one in ([found], [*article, found]))


def _by_unit(facts: Facts, sentence: str, span: Span, *, is_sure: bool = False) -> None:
    """The unit of a sentence that names nobody is the contact."""
    unit = unit_in(sentence, facts.language)
    if unit is None or people.everybody(sentence, facts.language):
        return
    words = sentence[slice(*unit)]
    if (not is_sure and names_a_committee(words, facts.language)) or _is_us(sentence, unit, facts):
        return
    made = Contact(unit=nominative(words, facts.language.code))
    path = f"contacts.{len(facts.organisation.contacts)}"
    facts.organisation.contacts.append(made)
    facts.note(f"{path}.unit", (span[0] + unit[0], span[0] + unit[1]), 0.75)
    if phone := phones.phone(sentence, facts.language):
        made.phone = phone[0]
        facts.note(f"{path}.phone", (span[0] + phone[1], span[0] + phone[2]), 0.8)


def _title(words: str, language: Language) -> Span | None:
    """“, adviser on European affairs”: what stands behind the name's comma, where it is a title."""
    match = re.match(r"\s{0,2},\s{0,2}([^,;:.()\n]{3,80})", words)
    if match is None or len(match[1].split()) > MOST_WORDS_OF_A_TITLE:
        return None
    return match.span(1) if says_title(match[1], language) else None
