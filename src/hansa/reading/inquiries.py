"""Whom to ask, where no label says so: “Call or write to Ann Ek of the international unit: …”."""

from __future__ import annotations

import re

from hansa.reading import people, phones
from hansa.reading.authority import is_us
from hansa.reading.committees import names_a_committee
from hansa.reading.contacts import LONGEST_UNIT, MOST_WORDS_OF_A_TITLE, contact, says_title
from hansa.reading.document import Block
from hansa.reading.facts import Facts, section_rule
from hansa.reading.known import nominative
from hansa.reading.languages import Language
from hansa.reading.outline import Field, Section
from hansa.reading.owners import belongs_to, local_parts
from hansa.reading.prose import is_ours, sentences_of
from hansa.reading.types import Contact, Span
from hansa.reading.unknown import unknown_labels

MOST_WORDS_OF_A_UNIT = 9
MOST_NAMES = 3
SHORTEST_UNIT = 8
FEW_WORDS_OF_A_LINE = 6
FEW_WORDS = 3
SHORTEST_PART = 3
LONGEST_LINE = 100
FEW_LETTERS = 12  # before the name: “Ms”, “Dr.”
MOST_LINES = 5
LONGEST_GAP = 24  # letters between two lines: a label, “Direct line: ”
LONGEST_BLOCK = 3000
# Who works for the network: its secretary, its secretariat, its director.
_OF_THE_NETWORK = re.compile(
    r"sekret|secret|secrét|segret|sihteeri|geschäfts|dire[ck]t(?!io|ie)|dyrekt|managing|toiminnanjohtaja", re.I
)
_WORD = re.compile(r"[^\W\d_][\w’'/&-]*")
_ENDS = re.compile(r"[,;:.()?!\n·•|]|\s[–—-]\s")


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
    for start, end, value, of_all in section.asked:
        if told_here and not of_all:
            continue
        if not of_all and not _asks((start, end), facts.text[start:end], facts):
            continue  # the network's own secretariat
        if of_all and own.membership and own.membership.until:
            continue
        words = facts.text[value:end]
        first = _ENDS.split(words.strip())[0]
        if value > start and (_is_alone(first, facts.language) or people.is_unit(first, facts.language)):
            contact(facts, Field("contact", value, end), words)
        for find in (_by_person, _by_unit):
            if len(own.contacts) == told_here:
                find(facts, facts.text[start:end], (start, end))
        if len(own.contacts) > told_here:
            return


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


def _may_be_named(email: str, words: str) -> bool:
    """Whether the last part of an address, most of a surname, begins with what some word does."""
    parts = local_parts(email)
    return bool(parts) and parts[-1][-SHORTEST_PART:] in people.bare(words)


def _by_unknown_label(facts: Facts, section: Section) -> bool:
    """“At our place: Ann Ek, adviser”: a person without a party behind a label that nobody knows is the contact."""
    for label, start, end in unknown_labels(facts, section):
        if facts.language.has(label, "chair", "board", "formerly", "other_label", "left"):
            continue
        if _OF_THE_NETWORK.search(label):
            continue
        value = facts.text[start:end]
        if facts.language.has(value, "chair", "vice-chair", "board", "formerly"):
            continue
        named = people.somebody(value[:LONGEST_LINE], facts.language)
        is_somebody = named is not None and named.start <= FEW_LETTERS and not named.party
        if is_somebody or (named is None and _is_reached(start, end, value, facts)):
            contact(facts, Field("contact", start, end, label), value)
            return bool(facts.organisation.contacts)
    return False


def _is_reached(start: int, end: int, value: str, facts: Facts) -> bool:
    """Whether a value is a unit with an address or a phone number: “Good to know: Europe Office, 0499 36 45 80”."""
    first = _ENDS.split(value)[0].strip()
    is_unit = first[:1].isupper() and len(first.split()) <= FEW_WORDS_OF_A_LINE and len(value) <= LONGEST_LINE
    return is_unit and bool(facts.addresses_in(start, end) or phones.phone(value, facts.language))


def _by_lines(facts: Facts, section: Section) -> bool:
    """A person, or a unit, on a line of its own, with an address or a phone number on one of the next, as on a card.

    One person alone needs neither.
    """
    lines = [block for block in section.paragraphs if block.kind not in ("cell", "elsewhere")]
    lines += [Block("line", field.start, field.end) for field in section.fields if field.name in ("phone", "email")]
    lines.sort(key=lambda block: block.start)
    blocks = [block for block in lines if block.end - block.start <= LONGEST_LINE]
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
        if told or persons == [block]:
            end = last.end if told else block.end
            contact(facts, Field("contact", block.start, end), facts.text[block.start : end])
    return bool(facts.organisation.contacts)


def _is_bare_unit(words: str, language: Language) -> bool:
    """Whether a line is but the name of a unit."""
    plain = words[:1].isupper() and not _ENDS.search(words) and len(words.split()) <= FEW_WORDS_OF_A_LINE
    plain = plain and not _OF_THE_NETWORK.search(words)
    return plain and people.is_unit(words, language) and not names_a_committee(words, language)


def _is_alone(words: str, language: Language) -> bool:
    """Whether words are a person's name, with a title or without, and no party."""
    named = people.somebody(words, language)
    return named is not None and not named.party and people.is_person(words, language)


def _asks(span: Span, sentence: str, facts: Facts) -> bool:
    """Whether a sentence has an address that is not the organisation's own, a phone number, or a word for a contact."""
    if facts.language.has(sentence, "formerly", "other_label"):
        return False
    if _OF_THE_NETWORK.search(sentence) and not is_ours(sentence, facts):
        return False
    addresses = facts.addresses_in(*span)
    site = (facts.organisation.website or "").partition("//")[2].partition("/")[0].removeprefix("www.")
    if any(site and address.email.lower().endswith(site.lower()) for address in addresses):
        return False
    if addresses or facts.language.has(sentence, "contact"):
        return True
    return phones.phone(sentence, facts.language) is not None


def _by_person(facts: Facts, sentence: str, span: Span) -> None:
    """The one person of the sentence is the contact, with the title and the unit that stand with the name."""
    named = people.everybody(sentence, facts.language)
    if not 0 < len(named) <= MOST_NAMES or (len(named) > 1 and len(facts.addresses_in(*span)) != len(named)):
        return
    own = facts.organisation
    sent = {one.person for one in own.representatives} | {one.person for one in own.offices}
    if any(somebody.party or somebody.name in sent for somebody in named):
        return  # a politician is no contact
    for somebody, _before, behind in people.each_with_words(sentence, named):
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
        if phone := phones.phone(behind, facts.language):
            made.phone = phone[0]
            facts.note(f"{path}.phone", (span[0] + somebody.end + phone[1], span[0] + somebody.end + phone[2]), 0.85)


def _by_unit(facts: Facts, sentence: str, span: Span) -> None:
    """The unit of a sentence that names nobody is the contact."""
    unit = unit_in(sentence, facts.language)
    if unit is None or people.everybody(sentence, facts.language):
        return
    words = sentence[slice(*unit)]
    if names_a_committee(words, facts.language) or is_us(words, facts.language, facts.authority):
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


def unit_in(words: str, language: Language) -> Span | None:
    """The unit that some words name: a word for one, with the words that belong to it.

    Words in small letters end it where the language writes units' names with capitals there.
    """
    found = _unit_word(words, language)
    if found is None:
        return None
    noun, end = found
    start = _back(words, noun, language)
    limit = _ENDS.search(words, end)
    last, until = end, limit.start() if limit else len(words)
    behind = words[end:until].split()
    few = len(behind) <= FEW_WORDS and not language.has(words[end:until], "articles", "contact", "is")
    ends_with_noun = start < noun and words[noun].isupper() and bool(behind) and behind[0].islower()
    if ends_with_noun and behind[0] not in language.function_words:
        return start, end  # “the Ageing Well Team using our form”
    if few and behind:
        return start, start + len(words[start:until].rstrip())
    for count, word in enumerate(_WORD.finditer(words, end, until)):
        if count >= MOST_WORDS_OF_A_UNIT:
            break
        if word.group()[0].isupper():
            last = word.end()
        elif word.group().lower() not in language.function_words and not language.has(word.group(), "and", "from"):
            break
    if verb := language.pattern("is").search(words, start, last):
        start = verb.end() + 1  # “In charge is the Department of …”
    is_a_name = last > end or end - start > SHORTEST_UNIT
    return (start, last) if last - start <= LONGEST_UNIT and is_a_name else None


def _back(words: str, start: int, language: Language) -> int:
    """Where a name begins that ends with the word for a unit: “Climate and Energy Office”."""
    before = list(_WORD.finditer(words, 0, start))
    for word in reversed(before):
        if not word.group()[0].isupper() or words[word.end() : start].strip() or word.start() == 0:
            break
        if language.has(word.group(), "contact"):
            break
        start = word.start()
    return start


def _unit_word(words: str, language: Language) -> Span | None:
    found = language.pattern("unit_words").search(words)
    endings = language.words["unit_endings"]
    for word in _WORD.finditer(words):
        if found and word.start() >= found.start():
            break
        if endings and len(word.group()) > 6 and word.group().lower().endswith(endings):
            return word.span()
    return found.span() if found else None
