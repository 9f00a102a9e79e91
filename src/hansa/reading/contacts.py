"""Whom to ask at the authority: “Name, title, unit, phone”, several of them, or each in a column of its own."""

from __future__ import annotations

import re
from itertools import takewhile

from hansa.reading import owners, people, phones
from hansa.reading.committees import names_a_committee
from hansa.reading.facts import Facts, field_rule
from hansa.reading.from_sentence import is_at_the_network, is_of_the_network
from hansa.reading.hidden import Address
from hansa.reading.known import nominative
from hansa.reading.languages import Language
from hansa.reading.outline import Field
from hansa.reading.parts import AROUND, MOST_WORDS_OF_A_UNIT, Part, is_bare_phone, parts_of, person_in
from hansa.reading.titles import says_title, unit_of_title
from hansa.reading.types import Contact, Span
from hansa.reading.units import LONGEST_UNIT, may_be_a_unit, may_be_joined, unit_in, without_article

LONGEST_VALUE = 2000
MOST_CONTACTS = 20
LONGEST_PHONE_LABEL = 16
ADDRESS_LIKE = re.compile(
    r"(?<![^\s@])[^\s@]{1,64}+@[^\s)\]>]{1,100}|\[e-?mail[^\]]{0,20}\]"
    r"|(?<![\w.+-])[\w.+-]{1,64}+\s?[(\[{<](?!(?-i:(?!AT?\))[A-ZÀ-Þ]{1,5}\)))\s?"
    # “(at)”; a longer word where a host follows: “[arroba] example.org”, not “Ann Ek (adviser)”
    r"(?:[\w@-]{1,3}|[\w@-]{4,10}(?=\s?[)\]}>]\s?[\w-]{2,40}\s?[.(\[{<]))\s?[)\]}>][^\n,;|]{0,80}"
    r"|https?://\S{1,200}|www\.\S{1,200}"
    r"|(?<![\w.-])[\w-]{2,40}(?:\.[\w-]{2,40}){0,3}\.(?:eu|org|net|com|int|info|[a-z]{2})(?![\w.-])(?:/\S{0,100})?",
    re.I,
)
_OF_ADDRESSES = re.compile(r"[@.\[({<]")  # without any of these no address


@field_rule("contact")
def contact(facts: Facts, field: Field, value: str) -> None:
    """“Name, title, unit”, “Unit”, “Unit, unit”, “Name, unit; Name, unit”: each person begins a contact."""
    value = value[:LONGEST_VALUE]
    bare = _without_addresses(facts, field, value)
    if _is_a_committee(bare, facts):
        facts.membership.committee = bare.strip(AROUND)[:LONGEST_UNIT]
        facts.note("membership.committee", (field.start, field.end), 0.85)
        return
    if field.row < 0 and _works_for_the_network(facts, field, value):
        return
    contacts = facts.organisation.contacts
    first = len(contacts)
    ahead: Part | None = None  # a title that stands before the name
    is_told = False  # what follows the sentence of the contact is of something else
    parts = parts_of(bare, facts.language)
    for place, part in enumerate(parts):
        if len(contacts) - first >= MOST_CONTACTS:
            break
        if facts.language.has(part.words, "vacant", "see_above"):
            continue
        if len(contacts) > first and _is_its_secretariat(part.words, facts):
            break  # what follows is of the network: “Secretariat of Polis: …”
        is_told = is_told or (part.opens_sentence and len(contacts) > first)
        person = person_in(part.words, facts.language)
        if person and place + 1 == len(parts) and _is_where_somebody_works(facts, field, parts, person):
            _add_words(facts, field, part, first)
        elif person:
            _add_person(facts, field, part, *person, first)
            _with_title_ahead(facts, field, ahead)
            is_told, ahead = False, None
        elif len(contacts) == first and _is_but_an_invitation(part.words, facts.language):
            ahead = part if says_title(part.words, facts.language) else None
            continue  # “Contact the region's coordinator”, above who that is
        elif not is_told and len(part.words.split()) <= MOST_WORDS_OF_A_UNIT:
            ahead = part if len(contacts) == first and says_title(part.words, facts.language) else None
            _add_words(facts, field, part, first)
    _phones(facts, field, value, first if len(contacts) > first else facts.contact_of.get(field.row, first))
    is_of_a_row = len(contacts) == first and field.row and field.row not in facts.contact_of
    if is_of_a_row and (found := phones.phone(value, facts.language)):  # the unit's, which another column names
        contacts.append(Contact(phone=found[0]))
        facts.contact_of[field.row] = first
        facts.note(f"contacts.{first}.phone", (field.start + found[1], field.start + found[2]), 0.85)
        return
    if not contacts and field.row == 0 and (address := _only_address(facts, field, bare)):
        contacts.append(Contact(email=address.email))
        facts.note("contacts.0.email", address.span if address.span[0] < address.span[1] else _whole(field), 0.85)
    elif len(contacts) == first and not re.search(r"@|\[e-?mail", value, re.I):
        if (found := phones.phone(value, facts.language)) and contacts and contacts[-1].phone is None:
            contacts[-1].phone = found[0]
            facts.note(f"contacts.{first - 1}.phone", (field.start + found[1], field.start + found[2]), 0.9)
        elif not is_bare_phone(value):
            facts.doubt("contact-not-understood", "No contact was made of {words}.", (field.start, field.end))


def _is_where_somebody_works(facts: Facts, field: Field, parts: list[Part], person: tuple[str, str | None]) -> bool:
    """Whether the last part of a line reads as a person and is where the one works who is named before, with a post:
    “Ann Ek, adviser, Greater Westsea”; a second person would have a post, or an address, too."""
    *before, last = parts
    if person[1] or len(before) != len(("person", "post")) or last.words != person[0]:
        return False
    named, post = before
    between = facts.text[field.start + named.start : field.start + last.start]
    is_post = says_title(post.words, facts.language) and person_in(post.words, facts.language) is None
    if not is_post or person_in(named.words, facts.language) is None or "\n" in between or ";" in between:
        return False
    return not any(owners.belongs_to(one.email, last.words) for one in facts.addresses_in(field.start, field.end))


def _is_but_an_invitation(words: str, language: Language) -> bool:
    """Whether words say but that one may ask, and name no unit: “Contact the region's coordinator”."""
    said = language.pattern("contact").match(words)
    return said is not None and unit_in(words[said.end() :], language) is None


def _works_for_the_network(facts: Facts, field: Field, value: str) -> bool:
    """Whether one of several people below “Contact” is of the network itself: by the address, or as its secretary."""
    own = facts.organisation
    hosts = {one.email.rpartition("@")[2].lower() for one in facts.addresses_in(field.start, field.end)}
    if any(is_at_the_network(host, facts) for host in hosts):
        return True
    if not facts.own_hosts or any(host.endswith(tuple(facts.own_hosts)) for host in hosts):
        return False
    named = any(name in value for name in (own.name.text, own.abbreviation) if name)
    return bool(hosts or named) and is_of_the_network(value, facts.language)


def _whole(field: Field) -> Span:
    return field.start, field.end


def _only_address(facts: Facts, field: Field, bare: str) -> Address | None:
    """The one address that is all of a value, and the authority's: “Contact: refuge@culture.westsea.org”."""
    if any(map(str.isalpha, bare)) or len(bare) > LONGEST_UNIT:
        return None
    addresses = {one.email: one for one in facts.addresses_in(field.start, field.end) if not one.merged}
    ours = {".".join(host.split(".")[-2:]) for host in facts.own_hosts}
    found = next(iter(addresses.values()), None) if len(addresses) == 1 else None
    return found if found and ".".join(found.email.rpartition("@")[2].split(".")[-2:]) in ours else None


def _is_a_committee(value: str, facts: Facts) -> bool:
    """Whether a value is but the name of a committee, where none is known yet: “Økonomiudvalget”."""
    known = facts.organisation.membership and facts.organisation.membership.committee
    is_one = "," not in value.strip(AROUND) and "\n" not in value.strip()
    return not known and is_one and names_a_committee(value, facts.language)


def _without_addresses(facts: Facts, field: Field, value: str) -> str:
    """The value, of one length, without addresses and without links that only say “write to us”."""
    bare = ADDRESS_LIKE.sub(lambda m: " " * len(m.group()), value) if _OF_ADDRESSES.search(value) else value
    for _number, first, last in phones.phones(bare, facts.language):
        label = facts.language.pattern("phone").search(bare, max(0, first - LONGEST_PHONE_LABEL), first)
        begin = label.start() if label and not bare[label.end() : first].strip(" .:") else first
        bare = bare[:begin] + _gap(last - begin) + bare[last:]
    for anchor in facts.document.anchors_in(field.start, field.start + len(value)):
        start, end = (max(0, offset - field.start) for offset in anchor.span)
        words = bare[start:end]
        is_mail = anchor.url.startswith("mailto:") and words[:1].islower()  # “write to Ann”
        if is_mail or not (people.somebody(words, facts.language) or people.is_unit(words, facts.language)):
            bare = bare[:start] + _gap(len(words)) + bare[end:]
    return bare


def _gap(length: int) -> str:
    """What parts the words around something that is left out."""
    return f",{' ' * (length - 2)},"[:length]


def _add_person(facts: Facts, field: Field, part: Part, name: str, title: str | None, first: int) -> None:
    """A person is a contact, or makes whole the unit that stood before the name."""
    contacts = facts.organisation.contacts
    if any(one.person == name for one in contacts[first:]):
        return  # named again
    place = len(contacts) - 1
    in_this_value = place >= first and contacts[place].person is None
    of_this_row = place >= 0 and facts.unit_of.get(field.row) == place and contacts[place].person is None
    if not (in_this_value or of_this_row):
        contacts.append(Contact())
        place += 1
    contacts[place].person = name
    start = facts.text.find(name, field.start + part.start, field.end)
    span = (start, start + len(name)) if start >= 0 else _at(field, part)
    facts.note(f"contacts.{place}.person", span, 0.97 if field.label else 0.9)
    facts.contact_of[field.row] = place
    if title:
        contacts[place].title = title
        facts.note(f"contacts.{place}.title", _at(field, part), 0.85)


def _with_title_ahead(facts: Facts, field: Field, ahead: Part | None) -> None:
    """The title on a line before the name is the person's: “Adviser”, “Ann Ek”."""
    latest = facts.organisation.contacts[-1]
    if ahead is not None and latest.title is None and latest.unit is None:
        latest.title = ahead.words
        facts.note(f"contacts.{len(facts.organisation.contacts) - 1}.title", _at(field, ahead), 0.85)


def _at(field: Field, part: Part) -> Span:
    return field.start + part.start, field.start + part.end


def _add_words(facts: Facts, field: Field, part: Part, first: int) -> None:
    """A title of the person before, or (more of) the unit."""
    contacts, cues = facts.organisation.contacts, facts.language
    if cues.has(part.words, "email", "memberships"):
        return  # “Send e-mail”, “The team can tell you more on each of these memberships”
    way = cues.find(part.words, "through")
    if way and cues.pattern("with").match(way.group()) and not people.somebody(part.words[way.end() :], cues):
        way = None  # “Servizio Rapporti con l'Unione europea”
    if way and people.is_unit(part.words[: way.start()], cues):
        part = Part(part.words[: way.start()], part.start, part.start + way.start())
    is_asked = cues.pattern("invites", "contact").match(part.words)
    is_asked = None if is_asked and says_title(is_asked.group(), cues) else is_asked
    if is_asked and (unit := unit_in(part.words[is_asked.end() :], cues)):  # “Scrivere all'Ufficio Europa”
        begin = is_asked.end() + unit[0]
        words = part.words[begin : is_asked.end() + unit[1]]
        part = Part(words, part.start + begin, part.start + begin + len(words))
    if verb := cues.pattern("is").search(part.words):  # “In charge is the Department of …”
        behind = part.words[verb.end() :].strip()
        if not (behind[:1].isupper() and people.is_unit(behind, cues)):
            return
        part = Part(behind, part.end - len(behind), part.end)
    place = len(contacts) - 1
    latest = contacts[place] if place >= first else None
    is_unit = people.is_unit(part.words, cues)
    first_word = part.words.split()[0]
    is_post = part.words.islower() and not cues.words["unit_endings"]  # “miejska konserwator zabytków”
    is_title = says_title(part.words, cues) and (
        not is_unit or is_post or says_title(first_word, cues) or unit_of_title(part.words, cues) is not None
    )
    if latest is not None and latest.person and not latest.title and is_title:
        latest.title = part.words
        facts.note(f"contacts.{place}.title", _at(field, part), 0.9)
        if latest.unit is None and (within := unit_of_title(part.words, cues)):
            latest.unit = nominative(part.words[slice(*within)], cues.code)
            facts.note(f"contacts.{place}.unit", _at(field, part), 0.8)
        return
    if not is_unit and (not may_be_a_unit(part.words, cues) or cues.pattern("honours").match(part.words)):
        return  # “Dra. Graça Montenegro Paiva”, who was not understood
    if latest is None and _is_its_secretariat(part.words, facts):
        return
    if latest is None:
        latest = Contact()
        contacts.append(latest)
        place += 1
        facts.contact_of[field.row] = place
    path = f"contacts.{place}.unit"
    if latest.unit is None:
        latest.unit = nominative(without_article(part.words, cues)[:LONGEST_UNIT], cues.code)
        facts.note(path, _at(field, part), 0.95 if is_unit else 0.65)
    elif (
        (is_unit and may_be_joined(latest.unit, part.words, cues)) or _is_its_field(latest.unit, part.words, cues)
    ) and not _is_before_the_name(facts, place):
        latest.unit = f"{latest.unit}, {part.words}"
        facts.note(path, (facts.organisation.evidence[path][0], field.start + part.end), 0.9)


def _is_its_field(unit: str, words: str, language: Language) -> bool:
    """Whether words go on of what a unit of one word is for: “Staff, Policy and Development”."""
    is_bare = " " not in unit and people.is_unit(unit, language) and words[:1].isupper()
    return is_bare and language.has(words, "topic_words") and not says_title(words, language)


def _is_before_the_name(facts: Facts, place: int) -> bool:
    """Whether a contact's unit stands before the person, behind whom what the person does there follows."""
    evidence = facts.organisation.evidence
    person = evidence.get(f"contacts.{place}.person")
    return person is not None and evidence[f"contacts.{place}.unit"] < person


def _is_its_secretariat(words: str, facts: Facts) -> bool:
    """Whether words name the network's own secretariat, which nobody asks about the authority's membership."""
    own = facts.organisation
    if "/" in words or not facts.language.has(words, "secretariat"):  # not “Unit/Commission Secretariat”
        return False
    return any(name and name in words for name in (own.name.text, own.abbreviation, *(n.text for n in own.other_names)))


def _phones(facts: Facts, field: Field, value: str, first: int) -> None:
    """Each contact's phone stands behind it, before the next."""
    contacts = facts.organisation.contacts
    evidence = facts.organisation.evidence
    told = [
        [evidence[path][0] for part in ("person", "unit") if (path := f"contacts.{place}.{part}") in evidence]
        for place in range(first, len(contacts))
    ]
    starts = [min((at for at in places if at >= field.start), default=field.start) for places in told]
    for place, begin in enumerate(starts, first):
        start = max(0, begin - field.start)
        end = starts[place - first + 1] - field.start if place + 1 < len(contacts) else len(value)
        if (found := phones.phone(value[start:end], facts.language)) and contacts[place].phone is None:
            contacts[place].phone = found[0]
            at = field.start + start
            facts.note(f"contacts.{place}.phone", (at + found[1], at + found[2]), 0.95)


@field_rule("phone")
def phone(facts: Facts, field: Field, value: str) -> None:
    """A phone number on a line, or in a column, of its own belongs to the contact of its row, or the only one above."""
    found = phones.phone(value, facts.language)
    if found is None and not any(map(str.isdigit, value)) and people.is_unit(value, facts.language):
        unit(facts, field, value)  # a column of phones and units
        return
    if found is None:
        facts.doubt("phone-not-understood", "{words} is not a phone number.", (field.start, field.end))
        return
    contacts = facts.organisation.contacts
    place = facts.contact_of.get(field.row)
    if place is not None and contacts[place].phone is None:
        contacts[place].phone = found[0]
        facts.note(f"contacts.{place}.phone", (field.start + found[1], field.start + found[2]), 0.9)


@field_rule("unit_label")
def unit(facts: Facts, field: Field, value: str) -> None:
    """The unit that answers for the membership: it is the contact's, or a contact itself."""
    contacts = facts.organisation.contacts
    if facts.language.has(value, "board", "formerly"):
        return  # the organisation's own
    bare = _without_addresses(facts, field, value[:LONGEST_VALUE])
    every = parts_of(bare, facts.language)
    parts = [part.words for part in takewhile(lambda part: not part.opens_sentence or part is every[0], every)]
    words = ", ".join(parts)
    if not parts or any(person_in(part, facts.language) for part in parts[:3]) or _is_a_committee(bare, facts):
        contact(facts, field, value)
        return
    place = facts.contact_of.get(field.row)
    if place is None or contacts[place].unit is not None:
        if any(one.unit == words for one in contacts):
            return
        contacts.append(Contact())
        place = facts.contact_of[field.row] = facts.unit_of[field.row] = len(contacts) - 1
    contacts[place].unit = words[:LONGEST_UNIT]
    facts.note(f"contacts.{place}.unit", (field.start, field.end), 0.92)
    if (found := phones.phone(value, facts.language)) and contacts[place].phone is None:
        contacts[place].phone = found[0]
        facts.note(f"contacts.{place}.phone", (field.start + found[1], field.start + found[2]), 0.9)


@field_rule("title_label")
def title(facts: Facts, field: Field, value: str) -> None:
    """The title of the contact of the same row."""
    place = facts.contact_of.get(field.row)
    if place is not None and facts.organisation.contacts[place].title is None:
        facts.organisation.contacts[place].title = " ".join(value.split())[:LONGEST_UNIT]
        facts.note(f"contacts.{place}.title", (field.start, field.end), 0.9)
