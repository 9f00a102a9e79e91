"""A contact made of the lines of a card that stands by itself: “Ann Ek / Adviser / Europe Office / 046 …”."""

from __future__ import annotations

import re

from hansa.reading import names, people, phones
from hansa.reading.contacts import ADDRESS_LIKE
from hansa.reading.facts import Facts
from hansa.reading.from_sentence import is_at_the_network, with_the_address
from hansa.reading.known import is_known, nominative
from hansa.reading.outline import Asked
from hansa.reading.titles import says_title
from hansa.reading.types import Contact, Span
from hansa.reading.units import LONGEST_UNIT, may_be_a_unit, unit_in, without_article

MOST_WORDS = 9
FEWEST_LETTERS = 4
_PART = re.compile(r"[^,;|·•\n(]+")
# “Europe Office. Tel. 046 …”, “Europe Office – europe@…”, “Europe Office – Market Square 5”
_REACHED = re.compile(
    r"(?:\.|\s[–—-])\s(?=(?:[^\W\d_][\w-]{0,10}(?:\s\w{1,12})?\s?[.:]{0,2}\s?)?(?:[+(\d]|[\w.-]{1,60}@))"
    r"|\s[–—-]\s(?=[^\W\d_][^\W\d_ .'’-]{0,30}(?:\s[^\s\d]{1,30}){0,4}\s\d{1,3}\s?[a-zA-Z]?\s?\Z)"
)
_LABEL = re.compile(r"[^\W\d_][\w .’'-]{1,30}\s?[:?]\s{0,3}")
_AROUND = " .:–-)"


def by_card(facts: Facts, told: Asked) -> None:
    """The person of a card, or its unit where it names nobody, with how that one is reached."""
    own, language = facts.organisation, facts.language
    words = facts.text[told.value : told.end]
    hosts = {one.email.rpartition("@")[2].lower() for one in facts.addresses_in(told.value, told.end)}
    if any(is_at_the_network(host, facts) for host in hosts):
        return
    somebody = next(iter(people.everybody(words, language)), None)
    unit = _unit(words, somebody, told, facts)
    if somebody is None and unit is None:
        return
    known = [one for one in own.contacts if one.person == (somebody.name if somebody else None)]
    if any(somebody or one.unit == _called(words, unit, facts) for one in known):
        if own.contacts[-1] in known:
            _reach(facts, told, len(own.contacts) - 1)
        return
    place = len(own.contacts)
    path = f"contacts.{place}"
    made = Contact(somebody.name if somebody else None)
    own.contacts.append(made)
    if somebody is not None:
        facts.note(f"{path}.person", (told.value + somebody.start, told.value + somebody.end), 0.9)
        if title := _title(words, somebody, facts):
            made.title = words[slice(*title)]
            facts.note(f"{path}.title", (told.value + title[0], told.value + title[1]), 0.85)
    if unit is not None:
        made.unit = _called(words, unit, facts)
        facts.note(f"{path}.unit", (told.value + unit[0], told.value + unit[1]), 0.85)
    elif told.unit is not None:
        made.unit = nominative(without_article(facts.text[slice(*told.unit)], language), language.code)
        facts.note(f"{path}.unit", told.unit, 0.85)
    _reach(facts, told, place)


def _reach(facts: Facts, told: Asked, place: int) -> None:
    """How the one whom a card tells of is reached, as far as that is not told before."""
    is_known = facts.organisation.contacts[place].phone is not None
    if not is_known and (found := phones.phone(facts.text[told.value : told.end], facts.language)):
        facts.organisation.contacts[place].phone = found[0]
        facts.note(f"contacts.{place}.phone", (told.value + found[1], told.value + found[2]), 0.9)
    with_the_address(facts, place, (told.value, told.end))


def _called(words: str, unit: Span | None, facts: Facts) -> str | None:
    """A unit as it is called."""
    found = without_article(words[slice(*unit)], facts.language)[:LONGEST_UNIT] if unit else None
    return nominative(found, facts.language.code) if found else None


def _title(words: str, somebody: people.Somebody, facts: Facts) -> Span | None:
    """The post that a part of a card's lines is, or that stands right before the name."""
    for start, end in _parts(words):
        begin, last = (start, somebody.start) if start < somebody.start < end else (start, end)
        part = words[begin:last].strip(_AROUND)
        if part and says_title(part, facts.language) and len(part.split()) <= MOST_WORDS:
            at = words.index(part, begin)
            return at, at + len(part)
    return None


def _unit(words: str, somebody: people.Somebody | None, told: Asked, facts: Facts) -> Span | None:
    """The unit that a part of a card's lines names; one that has no word for it stands on a line of its own behind the
    name, or behind the post."""
    language = facts.language
    plain: Span | None = None
    for start, end in _parts(words):
        if somebody and start <= somebody.start < end:
            behind = unit_in(words[somebody.end : end], language)  # “Ann Ek of the Europe Office”
            if behind:
                return somebody.end + behind[0], somebody.end + behind[1]
            continue
        part = words[start:end]
        if not _may_be_of_somebody(part):
            continue
        is_post = says_title(part, language)
        if people.is_unit(part, language) and not (is_post and says_title(part.split()[0], language)):
            return start, end
        if within := (unit_in(part, language) if is_post else None):
            return start + within[0], start + within[1]
        is_line = words[max(0, start - 1) : start] in ("", "\n") and words[end : end + 1] in ("", "\n")
        if plain is None and is_line and not is_post and somebody and start > somebody.end and part[:1].isupper():
            is_link = bool(facts.document.anchors_in(told.value + start, told.value + end))
            is_way = is_link or language.has(part, "email", "phone", "contact", "read_more")  # “Write an e-mail”
            is_network = names.is_abbreviation(part) or is_known(part)
            plain = (start, end) if may_be_a_unit(part, language) and not (is_way or is_network) else None
    return plain


def _may_be_of_somebody(part: str) -> bool:
    """Whether a part may say what somebody is: not how to get there, nor an address."""
    short = len(part) >= FEWEST_LETTERS and len(part.split()) <= MOST_WORDS
    return short and not any(map(str.isdigit, part)) and ADDRESS_LIKE.search(part) is None and ":" not in part


def _parts(words: str) -> list[Span]:
    """What stands between commas, signs and line ends, without a label before it."""
    found: list[Span] = []
    for one in _PART.finditer(words):
        label = _LABEL.match(words, one.start(), one.end())
        start = label.end() if label else one.start()
        part = _REACHED.split(words[start : one.end()], maxsplit=1)[0]
        stripped = part.strip(_AROUND)
        if stripped:
            start += part.index(stripped)
            found.append((start, start + len(stripped)))
    return found
