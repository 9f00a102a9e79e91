"""A contact made of a sentence: the person, with title, unit and phone number as they stand there; or the unit."""

from __future__ import annotations

import re
from functools import cache

from hansa.reading import names, people, phones
from hansa.reading.asking import without_matter
from hansa.reading.authority import is_us
from hansa.reading.committees import committee_in, names_a_committee
from hansa.reading.facts import Facts
from hansa.reading.known import is_programme, nominative
from hansa.reading.languages import Language
from hansa.reading.pronouns import LONGEST_BACK, meant
from hansa.reading.sentences import sentences
from hansa.reading.titles import MOST_WORDS_OF_A_TITLE, says_title, unit_of_title
from hansa.reading.types import Contact, Span
from hansa.reading.units import ENDS, unit_in

MOST_NAMES = 3
MANY = 2
SHORTEST_OF_A_HOST = 2  # letters
SHORT_PREFIX = 4  # letters: “pää-”
SHORTEST_NOUN = 5
NEAR_THE_TITLE = 16  # letters from a title to the unit
NEAR_THE_NAME = 60  # letters between a unit and a name
# Who works for the network: its secretary, its secretariat, its director.
_OF_THE_NETWORK = re.compile(
    r"sekret|secret|secrét|segret|sihteeri|geschäfts|(?:\b|general)dire[ck]t(?!io|ie)|dyrekt|managing|toiminnanjohtaja",
    re.I,
)
STREET_NUMBER = re.compile(r",?\s\d{1,4}\s?[a-zA-Z]?(?:[,;]|\s[A-Z–-]|\Z)")  # “Rue du Trône| 199, …”
_QUOTES = '«»„“”"‹›'
_WORD = re.compile(r"\w+")
_PARTS = re.compile(r"[:;(]|\.\s")


def is_of_the_network(words: str, language: Language) -> bool:
    """Whether words speak of who works for the network; not of an office of the authority's, “Klimasekretariatet”, or
    who is at its head: “the director of the Climate Office”."""
    for found in _OF_THE_NETWORK.finditer(words):
        begin = found.start()
        while begin and words[begin - 1].isalpha():
            begin -= 1
        prefix, whole = words[begin : found.start()].lower(), _WORD.match(words, begin)
        is_unit = whole is not None and people.is_unit(whole.group(), language)
        if is_unit and len(prefix) > SHORT_PREFIX and not _is_of_a_network(prefix, language):
            continue
        if found.group()[:1].lower() == "d":  # a director
            head = unit_in(words[found.start() : found.end() + NEAR_THE_NAME], language)
            if head and 0 < head[0] <= NEAR_THE_TITLE and not words[found.start() :][slice(*head)].isupper():
                continue
        return True
    own = language.find(words, "of_its_own")  # “it has an office of its own in Rennes”, where none speaks of us
    unit = language.pattern("unit_words").match(words, own.end() + 1) if own else None
    return unit is not None and not language.has(words, "we", "we_subject", "our")


def _is_of_a_network(prefix: str, language: Language) -> bool:
    """Whether the first part of a compound is a word for an organisation: “nätverks”, “verkosto”."""
    return prefix.startswith("general") or any(
        prefix.startswith(noun[:SHORTEST_NOUN])
        for noun in language.words["organisation_words"]
        if len(noun) >= SHORTEST_NOUN
    )


def is_at_the_network(host: str, facts: Facts) -> bool:
    """Whether a host is the network's own, by its name: “iclei.org”."""
    own = facts.organisation
    names = (people.bare(name).replace(" ", "") for name in (own.name.text, own.abbreviation) if name)
    plain = host.lower().replace("-", "").replace(".", "")
    return any(name in plain for name in names if len(name) > SHORTEST_OF_A_HOST)


def with_the_unit(facts: Facts, place: int, span: Span) -> None:
    """The unit that is named before a colon is that of the one person behind it: “Ask the Europe Office: Ann Ek, …”."""
    contacts = facts.organisation.contacts[place:]
    if len(contacts) != 1 or contacts[0].unit:
        return
    before = facts.text[slice(*span)]
    if unit := _unit_before(before, facts, is_sure=True):
        contacts[0].unit = nominative(before[slice(*unit)], facts.language.code)
        facts.note(f"contacts.{place}.unit", (span[0] + unit[0], span[0] + unit[1]), 0.75)


def with_the_unit_behind(facts: Facts, place: int, end: int) -> None:
    """The unit in the sentence behind the one that names the one person who is asked, where that goes on of nobody
    else: “… says Ann Ek. She can be reached at the Europe Office on 046 …”."""
    contacts = facts.organisation.contacts[place:]
    at = facts.organisation.evidence.get(f"contacts.{place}.person")
    if len(contacts) != 1 or contacts[0].unit or at is None:
        return
    next_one = next((last for _start, last in sentences(facts.text, at[0], end, facts.language)), end)
    words = facts.text[next_one:end]
    unit = None if people.everybody(words, facts.language) else unit_in(words, facts.language)
    if unit and not _is_us(words, unit, facts):
        contacts[0].unit = nominative(words[slice(*unit)], facts.language.code)
        facts.note(f"contacts.{place}.unit", (next_one + unit[0], next_one + unit[1]), 0.75)


def with_the_address(facts: Facts, place: int, span: Span) -> None:
    """The one address in what is said of the one contact is that contact's: “the Europe Office (Ann Ek, europe@…)”."""
    contacts = facts.organisation.contacts[place:]
    every = {address.email: address for address in facts.addresses_in(*span) if not address.merged}
    addresses = {email: one for email, one in every.items() if not _is_of_records(email, facts.language)} or every
    alone = len(people.everybody(facts.text[slice(*span)], facts.language)) < MANY
    if alone and len(contacts) == len(addresses) == 1 and contacts[0].email is None:
        ((contacts[0].email, address),) = addresses.items()
        facts.note(f"contacts.{place}.email", address.span if address.span[0] < address.span[1] else span, 0.85)


def _is_of_records(email: str, language: Language) -> bool:
    """Whether an address is where letters to the authority are taken in, by a part of it: “…@pec.example.org”."""
    return language.has(email.replace(".", " ").replace("@", " "), "records_office")


def by_person(facts: Facts, sentence: str, span: Span, *, is_sure: bool = False) -> None:
    """The one person of the sentence is the contact, with the title and the unit that stand with the name; where it
    `is_sure` that all that is said is of the contact, with any unit before it."""
    every = [one for one in people.everybody(sentence, facts.language) if _is_somebody(one, sentence)]
    named = list({one.name: one for one in reversed(every)}.values())[::-1]
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
        if not say_what(facts, made, path, behind, span[0] + somebody.end) and (
            unit := _unit_before(before, facts, is_sure=is_sure)
        ):
            made.unit = nominative(before[slice(*unit)], facts.language.code)
            at = span[0] + somebody.start - len(before)
            facts.note(f"{path}.unit", (at + unit[0], at + unit[1]), 0.75)
        for words, at in ((behind, somebody.end), (before if len(named) == 1 else "", somebody.start - len(before))):
            if made.phone is None and (phone := phones.phone(words, facts.language)):
                made.phone = phone[0]
                facts.note(f"{path}.phone", (span[0] + at + phone[1], span[0] + at + phone[2]), 0.85)


def by_pronoun(facts: Facts, sentence: str, span: Span) -> None:
    """Whom the sentence before names is the contact, where one goes on of that person, and gives an address or number:
    “Ann Ek sits on its board. She also answers your questions: ann@…”."""
    language = facts.language
    phone = phones.phone(sentence, language)
    if not (phone or facts.addresses_in(*span)) or people.everybody(sentence, language) or unit_in(sentence, language):
        return
    if not language.has(sentence, "looks_after", "contact", "questions") or is_of_the_network(sentence, language):
        return
    whom = meant(span, sentence, facts, "looks_after")
    at = facts.text.rfind(whom.name, max(0, span[0] - LONGEST_BACK), span[0]) if whom and not whom.party else -1
    if whom is None or at < 0:
        return
    facts.organisation.contacts.append(Contact(whom.name, phone=phone[0] if phone else None))
    path = f"contacts.{len(facts.organisation.contacts) - 1}"
    facts.note(f"{path}.person", (at, at + len(whom.name)), 0.8)
    if phone:
        facts.note(f"{path}.phone", (span[0] + phone[1], span[0] + phone[2]), 0.8)


def _is_somebody(one: people.Somebody, sentence: str) -> bool:
    """Whether what reads as a name is no street, “Rue du Trône 199”, no programme, and nothing in quotation marks."""
    quoted = one.start > 0 and sentence[one.start - 1] in _QUOTES
    return not (quoted or STREET_NUMBER.match(sentence, one.end) or is_programme(one.name))


def say_what(facts: Facts, made: Contact, path: str, behind: str, at: int) -> bool:
    """Give a contact the title and the unit that stand behind the name, `at` a place; whether there is a unit."""
    if title := _title(behind, facts.language):
        made.title = behind[slice(*title)].strip()
        facts.note(f"{path}.title", (at + title[0], at + title[1]), 0.8)
    begin = title[1] if title else 0  # “External Affairs Officer” names no unit
    within = unit_of_title(made.title, facts.language) if title and made.title else None
    if title and within:
        made.unit = nominative(behind[title[0] :][slice(*within)], facts.language.code)
        facts.note(f"{path}.unit", (at + title[0] + within[0], at + title[0] + within[1]), 0.8)
    elif unit := unit_in(behind[begin:], facts.language):
        made.unit = nominative(behind[begin:][slice(*unit)], facts.language.code)
        facts.note(f"{path}.unit", (at + begin + unit[0], at + begin + unit[1]), 0.8)
    elif not title and (somewhere := _in_somewhere(facts.language).match(behind)):
        made.unit = somewhere[1].strip()
        facts.note(f"{path}.unit", (at + somewhere.start(1), at + somewhere.end(1)), 0.75)
    return made.unit is not None


@cache
def _in_somewhere(language: Language) -> re.Pattern[str]:
    """What has no word for a unit, and is one: behind a name, “in”, and two nouns with capitals that “and” joins:
    “Ann Ek in Health and Prevention”."""
    noun = r"[A-ZÀ-ÞŁŚŻŹĆ][\w-]{3,30}(?:\s[A-ZÀ-ÞŁŚŻŹĆ][\w-]{3,30})?"
    joined = rf"(?:{language.any_of('and')}|&)"
    return re.compile(rf"\s{language.joining('in', 'of', 'from')}({noun}\s{joined}\s{noun})(?=\s?[,.;(]|\Z)")


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
        theirs = not is_sure and is_of_the_network(words, facts.language)
        leading = ENDS.split(before[start : start + unit[0]])[-1]  # “head of the Europe Office, Ann Ek”
        if says_title(leading, facts.language) or (not between.strip(" ,:") and says_title(words, facts.language)):
            continue
        theirs = theirs or _is_a_part(words, facts.language)
        theirs = theirs or names_a_committee(words, facts.language) or _is_us(before[start:], unit, facts)
        if near and not theirs:
            return start + unit[0], start + unit[1]
    return None


def _is_a_part(words: str, language: Language) -> bool:
    """Whether what reads as a unit is but a network's part of another: “sección de la FEMP”."""
    return language.pattern("part_of").match(words) is not None and names.is_abbreviation(words.split()[-1])


def _is_us(words: str, unit: Span, facts: Facts) -> bool:
    """Whether what reads as a unit is but the authority, with the article before it or without: “la Diputación”."""
    found = words[slice(*unit)]
    article = words[: unit[0]].split()[-1:]
    return any(is_us(" ".join(one), facts.language, facts.authority) for one in ([found], [*article, found]))


def by_unit(facts: Facts, sentence: str, span: Span, *, unit: Span | None = None, is_sure: bool = False) -> None:
    """The unit of a sentence that names nobody, where it is not told already, is the contact."""
    unit = unit or _office(sentence, facts, is_sure=is_sure)
    named = people.everybody(sentence, facts.language)
    if unit is None or any(_is_somebody(one, sentence) for one in named):
        return
    if not is_sure and any(STREET_NUMBER.match(sentence, one.end) for one in named):
        return  # “Brussels office: Rue du Trône 199, …”
    words = sentence[slice(*unit)]
    if _is_us(sentence, unit, facts):
        return
    made = Contact(unit=nominative(words, facts.language.code))
    path = f"contacts.{len(facts.organisation.contacts)}"
    facts.organisation.contacts.append(made)
    facts.note(f"{path}.unit", (span[0] + unit[0], span[0] + unit[1]), 0.75)
    if phone := phones.phone(sentence, facts.language):
        made.phone = phone[0]
        facts.note(f"{path}.phone", (span[0] + phone[1], span[0] + phone[2]), 0.8)


def _office(sentence: str, facts: Facts, *, is_sure: bool) -> Span | None:
    """The unit that a sentence names, or the next where that is a committee: “The Culture Committee is responsible; in
    the town hall the Culture Office has taken this on.”"""
    words = without_matter(sentence, facts.language)
    unit = unit_in(words, facts.language)
    if unit is None or not names_a_committee(words[slice(*unit)], facts.language):
        return None if unit and committee_in(words[slice(*unit)], facts.language) else unit
    behind = unit_in(words[unit[1] :], facts.language)
    if behind and not names_a_committee(words[unit[1] :][slice(*behind)], facts.language):
        return unit[1] + behind[0], unit[1] + behind[1]
    return unit if is_sure else None


def by_address(facts: Facts, span: Span) -> None:
    """The one address of the authority in what names nobody is a contact: “Queries on our networks: europe@…”."""
    every = {one.email: one for one in facts.addresses_in(*span) if not one.merged}
    address = next(iter(every.values())) if len(every) == 1 else None
    if address is None or people.everybody(facts.text[slice(*span)], facts.language):
        return
    if not address.email.rpartition("@")[2].endswith(tuple(facts.own_hosts)):
        return
    facts.organisation.contacts.append(Contact(email=address.email))
    path = f"contacts.{len(facts.organisation.contacts) - 1}"
    facts.note(f"{path}.email", address.span if address.span[0] < address.span[1] else span, 0.85)
    if phone := phones.phone(facts.text[slice(*span)], facts.language):
        facts.organisation.contacts[-1].phone = phone[0]
        facts.note(f"{path}.phone", (span[0] + phone[1], span[0] + phone[2]), 0.8)


def _title(words: str, language: Language) -> Span | None:
    """“, adviser on European affairs”: what stands behind the name's comma, where it is a title."""
    match = re.match(r"\s{0,2}[,(]\s{0,2}([^,;:.()\n]{3,80})", words)
    if match is None or len(match[1].split()) > MOST_WORDS_OF_A_TITLE:
        return None
    return match.span(1) if says_title(match[1], language) else None
