"""Whom to ask, where no label says so: “Call or write to Ann Ek of the international unit: …”."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from hansa.reading import people, phones
from hansa.reading.asking import asking_clause, asks_of_others, labels_else
from hansa.reading.committees import names_a_committee
from hansa.reading.contacts import ADDRESS_LIKE, contact
from hansa.reading.document import Block
from hansa.reading.facts import Facts, section_rule
from hansa.reading.from_card import by_card
from hansa.reading.from_sentence import (
    STREET_NUMBER,
    by_address,
    by_person,
    by_pronoun,
    by_unit,
    is_at_the_network,
    is_of_the_network,
    say_what,
    with_the_address,
    with_the_unit,
    with_the_unit_behind,
)
from hansa.reading.handled import CUES, in_hand
from hansa.reading.known import nominative
from hansa.reading.languages import Language
from hansa.reading.outline import Asked, Field, Section, Sentence
from hansa.reading.over import is_past
from hansa.reading.owners import belongs_to, local_parts
from hansa.reading.parts import is_bare_phone
from hansa.reading.prose import is_ours, sentences_of
from hansa.reading.titles import MOST_WORDS_OF_A_TITLE, says_title
from hansa.reading.told_fully import fullest_first, is_told_more_fully
from hansa.reading.types import Contact, Span
from hansa.reading.unit_lines import units_first
from hansa.reading.units import ENDS, MOST_WORDS_OF_A_UNIT, unit_in
from hansa.reading.unknown import lies_in, of_others, unknown_labels

FEW_WORDS_OF_A_LINE = 6
SHORTEST_PART = 3
LONGEST_LINE = 100
FEW_LETTERS = 12  # before the name: “Ms”, “Dr.”
MOST_LINES = 5
LONGEST_GAP = 24  # letters between two lines: a label, “Direct line: ”
LONGEST_BLOCK = 3000
SOON = 80  # letters
MANY = 2
_APPOSED = re.compile(r"\s?[,(]\s?[^,;()\n@]{3,120}[,)]")
_OF_OTHERS = ("page_owner", "not_asked", "sign_up")
_SEMICOLON = re.compile(r";\s")
_SHORT_LABEL = re.compile(r"\A\w{1,3}[.:]{1,2}\s{0,2}")


@section_rule("contact in running text")
def contact_in_text(facts: Facts, section: Section) -> None:
    """A person or a unit in a sentence that has an address or a phone number, or says that it is the contact."""
    if facts.organisation.contacts or _by_unknown_label(facts, section) or _by_lines(facts, section):
        return
    others = of_others(section)
    every = [
        one
        for one in sentences_of(section, facts.document, facts.language)
        if not (lies_in(one.span, others) or any(start <= one.span[0] < end for start, end in section.apart))
    ]
    asking = [part for one in every for part in _parts(one, facts.language) if _asks(part.span, part.text, facts)]
    for find in (by_person, by_pronoun, by_unit):
        for span, sentence, _cues in asking:
            find(facts, sentence, span)
            if facts.organisation.contacts:
                if find is not by_person:
                    with_the_address(facts, 0, span)
                    return
                if before := next((one for one in every[::-1] if one.span[1] <= span[0]), None):
                    _with_the_unit_before(facts, before)
                if behind := next((one for one in every if one.span[0] >= span[1]), None):
                    _with_the_number_behind(facts, behind)
                return
    for span, words in units_first(every, facts.text, facts.language):
        if _asks(span, words, facts):
            by_unit(facts, words, span)
            if facts.organisation.contacts:
                with_the_address(facts, 0, span)
                return
    for one in every:
        if unit := _in_hand(one, facts):
            by_unit(facts, one.text, one.span, unit=unit)
            return


def _with_the_unit_before(facts: Facts, before: Sentence) -> None:
    """The unit that has the membership in hand is that of the one person who is asked in the next sentence: “The
    Climate Unit coordinates the work. Contact Ann Ek, 046 …”."""
    contacts = facts.organisation.contacts
    unit = _in_hand(before, facts) if len(contacts) == 1 and contacts[0].unit is None else None
    if unit:
        contacts[0].unit = nominative(before.text[slice(*unit)], facts.language.code)
        facts.note("contacts.0.unit", (before.span[0] + unit[0], before.span[0] + unit[1]), 0.75)


def _with_the_number_behind(facts: Facts, behind: Sentence) -> None:
    """The number in a sentence that names nobody is that of the one person before: “She can be reached on 046 …”."""
    contacts, words = facts.organisation.contacts, behind.text
    if len(contacts) != 1 or contacts[0].phone or not _asks(behind.span, words, facts):
        return
    if people.everybody(words, facts.language) or unit_in(words, facts.language):
        return
    if phone := phones.phone(words, facts.language):
        contacts[0].phone = phone[0]
        facts.note("contacts.0.phone", (behind.span[0] + phone[1], behind.span[0] + phone[2]), 0.85)


def _parts(one: Sentence, language: Language) -> Iterator[Sentence]:
    """The parts of a sentence between semicolons, of which each may speak of somebody else, and of each the clause that
    says whom to ask."""
    ends = [0, *(at.end() for at in _SEMICOLON.finditer(one.text) if _parts_there(one.text, at.end(), language))]
    for start, end in pairwise([*ends, len(one.text)]):
        first, last = (start + place for place in asking_clause(one.text[start:end], language))
        yield Sentence((one.span[0] + first, one.span[0] + last), one.text[first:last], one.cues)


def _parts_there(text: str, at: int, language: Language) -> bool:
    """Whether what begins behind a semicolon is not but how somebody is reached: “(ann@…; phone 046 …)”."""
    is_open = text.count("(", 0, at) > text.count(")", 0, at)
    behind = text[at:].partition(";")[0]
    if "@" in behind and unit_in(behind, language) is None and not people.everybody(behind, language):
        return False  # “…; it is reached at europe@…”
    return not (is_open or text[at : at + 1] in "+0(" or language.pattern("phone", "email").match(text, at))


def _in_hand(sentence: Sentence, facts: Facts) -> Span | None:
    """The unit of which a sentence only says that it has the membership in hand: “The Climate Unit leads the work”."""
    own = facts.organisation
    names = (own.name.text, own.abbreviation or "", facts.authority or "")
    if not sentence.cues.issuperset(CUES) or is_past(sentence.text, facts):
        return None
    if is_of_the_network(sentence.text, facts.language) and not is_ours(sentence.text, facts):
        return None
    return in_hand(sentence.text, facts.language, names)


@section_rule("contact told for several")
def contact_for_several(facts: Facts, section: Section) -> None:
    """Whom the page says, elsewhere, to ask about this organisation and others: about all, beside its own."""
    own = facts.organisation
    if own.membership and own.membership.until:
        return
    for told in fullest_first(facts, section.asked):
        start, end, value = told[:3]
        before = len(own.contacts)
        if told.card:
            by_card(facts, told)
            continue
        if (before and not told.of_all) or _is_told_here(facts, told) or is_told_more_fully(facts, told):
            continue  # its own section says so as well
        if not (told.of_all or told.sure) and not _asks(
            (value, end), facts.text[value:end], facts, facts.text[start:value]
        ):
            continue  # the network's own secretariat
        words = facts.text[value:end]
        first = ENDS.split(words.strip())[0]
        says_so = facts.language.has(first, "looks_after", "is")  # “The Europe Office looks after …”
        second = words.strip().partition("\n")[2].partition("\n")[0].partition(",")[0].rpartition(":")[2].strip()
        two = (first, second) if len(first.split()) <= MOST_WORDS_OF_A_UNIT else ()
        is_one = any(_is_alone(one, facts.language) or people.is_unit(one, facts.language) for one in two)
        if value > start and is_one and not says_so:
            contact(facts, Field("contact", value, end), words)
        for begin, find in ((value, by_person), (start, by_person), (start, by_unit)):
            if len(own.contacts) == before:
                find(facts, facts.text[begin:end], (begin, end), is_sure=True)
        if len(own.contacts) == before and told.of_all:
            by_address(facts, (start, end))
        elif len(own.contacts) > before:
            with_the_unit(facts, before, (start, value))
            with_the_unit_behind(facts, before, end)
            with_the_address(facts, before, (start, end))


def _is_told_here(facts: Facts, told: Asked) -> bool:
    """Whether the contact that the page tells elsewhere is known; the phone number told there is that one's."""
    words = facts.text[told.value : told.end]
    own = facts.organisation
    for place, one in enumerate(own.contacts):
        at = own.evidence.get(f"contacts.{place}.person", (-1, -1))[0]
        name = one.person or one.unit
        if not (told.start <= at < told.end or (name and name in words)):
            continue
        alone = one.phone is None and len(people.everybody(words, facts.language)) < MANY
        if alone and (found := phones.phone(words, facts.language)):
            one.phone = found[0]
            facts.note(f"contacts.{place}.phone", (told.value + found[1], told.value + found[2]), 0.85)
        return True
    return False


@section_rule("contact with an address of that name")
def contact_by_address(facts: Facts, section: Section) -> None:
    """Who is named without a party, and has an address made of the name, is a contact, beside others."""
    own = facts.organisation
    known = {one.person for one in own.contacts}
    with_party = {one.person for one in own.representatives if one.party}
    with_party |= {one.person for one in own.offices if one.party and one.person}
    labelled = of_others(section)
    for span, sentence, _cues in sentences_of(section, facts.document, facts.language):
        addresses = [
            address
            for address in facts.addresses_in(*span)
            if not any(person and belongs_to(address.email, person) for person in known)
            and not is_at_the_network(address.email.rpartition("@")[2], facts)
        ]
        if not addresses or lies_in(span, labelled) or not _asks(span, sentence, facts):
            continue
        if any(start <= span[0] < end for start, end in section.apart):
            continue  # what is told here of others
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
                path = f"contacts.{len(own.contacts) - 1}"
                at = before + named[-1].start, before + named[-1].end
                facts.note(f"{path}.person", at, 0.85)
                if apposed := _APPOSED.match(facts.text, at[1], span[1]):
                    say_what(facts, own.contacts[-1], path, apposed.group(), at[1])
                others = {one.name for one in people.everybody(sentence, facts.language)} - known
                alone = not others and len({one.email for one in addresses}) == 1
                if alone and (phone := phones.phone(sentence, facts.language)):
                    own.contacts[-1].phone = phone[0]
                    facts.note(f"{path}.phone", (span[0] + phone[1], span[0] + phone[2]), 0.85)


@section_rule("phone on a line of its own")
def bare_phone(facts: Facts, section: Section) -> None:
    """A phone number on a line of its own soon below the section's only contact is that one's: “T: 01632 960 123”."""
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
        if facts.language.has(label, "chair", "board", "formerly", "other_label", "left", "projects", *_OF_OTHERS):
            continue
        if asks_of_others(f"{label}:", facts.language, ()) or any(at <= start < last for at, last in section.apart):
            continue
        if is_of_the_network(label, facts.language) or names_a_committee(label, facts.language):
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
        if named is not None and STREET_NUMBER.match(value, named.end):
            continue  # “Rue du Trône 199”
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
    blocks = [block for block in blocks if _may_be_asked(facts.text[block.start : block.end], facts.language)]
    blocks = [one for one in blocks if not any(start <= one.start < end for start, end in section.apart)]
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


def _may_be_asked(line: str, language: Language) -> bool:
    """Whether a line is not of the page's editor, the press, those who sign up for a meeting, or all but some."""
    return not (_leaves_out(line, language) or language.has(line, *_OF_OTHERS) or asks_of_others(line, language, ()))


def _says_what(line: str, language: Language) -> bool:
    """Whether a line says behind a name's comma what the person does, and where: “Ann Ek, adviser”."""
    behind = line.partition(",")[2].strip()
    few = 0 < len(behind.split()) <= MOST_WORDS_OF_A_TITLE
    return few and (says_title(behind, language) or people.is_unit(behind, language))


def _is_bare_unit(words: str, language: Language) -> bool:
    """Whether a line is but the name of a unit."""
    plain = words[:1].isupper() and not ENDS.search(words) and len(words.split()) <= FEW_WORDS_OF_A_LINE
    plain = plain and not is_of_the_network(words, language)
    return plain and people.is_unit(words, language) and not names_a_committee(words, language)


def _is_alone(words: str, language: Language) -> bool:
    """Whether words are a person's name, with a title or without, and no party."""
    named = people.somebody(words, language)
    return named is not None and not named.party and people.is_person(words, language)


def _asks(span: Span, sentence: str, facts: Facts, before: str | None = None) -> bool:
    """Whether a sentence has an address that is not the organisation's own, a phone number, or a word for a contact.

    Words stand `before` it, where it is told for the organisation by its name.
    """
    if is_past(sentence, facts):
        return False
    if before is None and labels_else(sentence, facts.language):
        return False
    own = facts.organisation
    if before is None and asks_of_others(sentence, facts.language, (own.name.text, own.abbreviation or "")):
        return False
    if _leaves_out(sentence, facts.language) or facts.language.has(sentence, *_OF_OTHERS):
        return False
    addresses = facts.addresses_in(*span)
    hosts = [one.email.rpartition("@")[2] for one in addresses]
    at_ours = any(one.endswith(tuple(facts.own_hosts)) and not is_at_the_network(one, facts) for one in hosts)
    if not at_ours and is_of_the_network(f"{before or ''}{sentence}", facts.language) and not is_ours(sentence, facts):
        return False
    site = (facts.organisation.website or "").partition("//")[2].partition("/")[0].removeprefix("www.")
    if any(site and address.email.lower().endswith(site.lower()) for address in addresses):
        return False
    if addresses or facts.language.has(f"{before or ''}{sentence}", "contact"):
        return True
    return phones.phone(sentence, facts.language) is not None


def _leaves_out(words: str, language: Language) -> bool:
    """Whether words speak of all organisations but those that they name: “for all networks except KIMO”."""
    return language.has(words, "except_for") and language.has(words, "every_one", "both")
