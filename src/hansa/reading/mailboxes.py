"""Whose each e-mail address is: by the person's name, or as the only one beside the only contact of a section."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import Counter, defaultdict
from functools import cache
from itertools import islice

from hansa.reading import owners
from hansa.reading.addresses import emails, hosts
from hansa.reading.document import Block, Document
from hansa.reading.hidden import Address, disguised, reveal
from hansa.reading.languages import alternatives, languages
from hansa.reading.outline import Section
from hansa.reading.people import bare
from hansa.reading.types import Contact, Notice, Organisation, Reading, Span

MOST_ALIKE = 50
LINES_OF_A_CONTACT = 5
LONGEST_LINE = 80
# Boxes of offices, which are no person's unless it is told.
_OFFICES = frozenset(
    "office info secretariat secretariaat sekretariat sekretariatet segreteria secretaria sihteeristo toimisto biuro "
    "contact kontakt contacto contatto mail post admin hello".split()
)
_SENTENCE_ENDS = re.compile(r"[.!?]\s{1,3}(?=[A-ZÀ-ÖØ-ÞĄĆĘŁŃŚŹŻ])|\n")
_FORM_LINK = re.compile(
    r"(?:contact|kontakt|kontact|e-?mail|mail|epost)[-_/]?(?:us[-_])?form|form(?:ular|ulaire|ulario|ulier|ulár)|lomake|modulo|"
    r"kontaktskjema|kontaktskema",
    re.I,
)


def _commonest_host(plain: list[str], document: Document) -> frozenset[str]:
    """The host of most of the page's e-mail addresses, the authority's: of those in the text and of those linked to."""
    counted = Counter(email.rpartition("@")[2].lower() for email in plain)
    counted.update(
        anchor.url.rpartition("@")[2].partition("?")[0].lower()
        for anchor in document.anchors
        if anchor.url.startswith("mailto:") and "@" in anchor.url
    )
    return frozenset(host for host, _count in counted.most_common(1))


class Mailboxes:
    """The addresses of a document, plain and hidden, and which of them have found their contact."""

    def __init__(self, document: Document) -> None:
        self.document = document
        places = disguised(document)
        written = emails(document.text)
        plain = [
            Address(address, (start, end))
            for address, start, end in written
            if bisect_right(places, start) == bisect_left(places, end)
        ]
        known = {address.email.rpartition("@")[2].lower() for address in plain}
        hidden = reveal(document, lambda: known | hosts(document.text))
        covered = {address.span for address in hidden if address.span[0] < address.span[1]}
        self.addresses = [address for address in plain if address.span not in covered] + hidden
        self.addresses.sort(key=lambda address: address.span[0])
        self.starts = [address.span[0] for address in self.addresses]
        self.pictures = sorted(one.span[0] for one in document.concealed if one.scheme == "picture")
        self.own_hosts = _commonest_host([address for address, _start, _end in written], document)
        self.used: set[str] = set()
        self.of_units: set[str] = set()
        self.by_ending: defaultdict[str, set[str]] = defaultdict(set)
        self.by_last_part: defaultdict[str, dict[str, tuple[Address, list[str]]]] = defaultdict(dict)
        seen: set[str] = set()
        for address in self.addresses:
            if address.email not in seen and (parts := owners.local_parts(address.email)):
                alike = self.by_last_part[parts[-1]]
                if len(alike) < MOST_ALIKE:
                    alike.setdefault(address.email.lower(), (address, parts))
            seen.add(address.email)

    def deliver(self, pairs: list[tuple[Section, Organisation]], found: Reading) -> None:
        """Give each contact its address, and list those of nobody; a doubt becomes a notice."""
        for name in {contact.person for _section, one in pairs for contact in one.contacts if contact.person}:
            for ending in owners.endings(name):
                self.by_ending[ending].add(name)
        homes = self._homes(pairs)
        self.used |= {contact.email for _section, one in pairs for contact in one.contacts if contact.email}
        for _section, organisation in pairs:
            for position, contact in enumerate(organisation.contacts):
                if contact.person:
                    self._by_name(organisation, contact, position, found, homes)
        for section, organisation in pairs:
            self._beside(section, organisation)
            self._in_own_lines(organisation)
        _share([organisation for _section, organisation in pairs])
        for _section, organisation in pairs:
            self._out_of_reach(organisation, found)
        self._nobodys(found)

    def _homes(self, pairs: list[tuple[Section, Organisation]]) -> defaultdict[str, list[Organisation]]:
        """The organisations in whose sections each address stands."""
        homes: defaultdict[str, list[Organisation]] = defaultdict(list)
        for section, organisation in pairs:
            for address in self.within(section.start, section.end):
                if len(homes[address.email]) < MOST_ALIKE:
                    homes[address.email].append(organisation)
        return homes

    def _by_name(
        self,
        organisation: Organisation,
        contact: Contact,
        position: int,
        found: Reading,
        homes: defaultdict[str, list[Organisation]],
    ) -> None:
        name = contact.person or ""
        alike = {
            email: known
            for ending in owners.endings(name)
            for email, known in self.by_last_part.get(ending, {}).items()
        }
        candidates = {
            email: address
            for email, (address, local) in alike.items()
            if not self._is_anothers_contact(homes[address.email], organisation, name)
            and any(owners.made_of(local, parts) for parts in owners.spellings(name))
            and (len(local) > 1 < len(local[0]) or self._is_nobody_elses(address, organisation, position, name))
        }
        if not candidates:
            return
        address = min(candidates.values(), key=lambda address: address.span)
        if len(candidates) > 1:
            within = [a for a in candidates.values() if self._in_field(a, organisation, position)]
            if len(within) != 1:
                several = ", ".join(sorted(candidates))
                message = f"Which address is {name}'s: {several}? None was chosen."
                found.notices.append(Notice("address-ambiguous", message, address.span))
                return
            address = within[0]
        contact.email = owners.with_separators(address.email, name) if address.merged else address.email
        self.used.add(address.email)
        path = f"contacts.{position}.email"
        organisation.evidence[path], organisation.confidence[path] = self._shown(address.span), 0.97

    def _is_anothers_contact(self, homes: list[Organisation], organisation: Organisation, name: str) -> bool:
        """Whether an address stands with other organisations only, of which the same person is the contact."""
        if any(home is organisation for home in homes):
            return False
        return any(contact.person == name for home in homes for contact in home.contacts[:MOST_ALIKE])

    def _is_nobody_elses(self, address: Address, organisation: Organisation, position: int, name: str) -> bool:
        """Whether an address of initials stands beside this person, or fits no other."""
        return self._in_field(address, organisation, position) or not self._fits_another(address, name)

    def _fits_another(self, address: Address, name: str | None) -> bool:
        """Whether an address is made of the name of another contact of the page."""
        last = owners.local_parts(address.email)[-1:]
        alike = islice(self.by_ending.get("".join(last), ()), MOST_ALIKE)
        return any(owners.belongs_to(address.email, other) for other in alike if other != name)

    def _in_field(self, address: Address, organisation: Organisation, position: int) -> bool:
        """Whether an address stands in the very block of the contact."""
        at = organisation.evidence.get(f"contacts.{position}.person")
        block = self.document.block_at(at[0]) if at else None
        return block is not None and block.start <= address.span[0] <= block.end

    def _beside(self, section: Section, organisation: Organisation) -> None:
        """The one address beside the only contact is that contact's, unless it looks like another person's."""
        if len(organisation.contacts) != 1 or organisation.contacts[0].email:
            return
        contact = organisation.contacts[0]
        inside = {a.email.lower(): a for a in self._next_to(section, organisation)}
        if len(inside) != 1:
            return
        (address,) = inside.values()
        local = address.email.partition("@")[0]
        if self._is_taken(address, contact) or address.merged:
            return
        if contact.person and not local.isalpha() and not _is_of_the_unit(address, contact):
            return
        if contact.person and local.casefold() in _OFFICES:
            return  # the network's own
        contact.email = address.email
        self._take(address, contact)
        organisation.evidence["contacts.0.email"] = self._shown(address.span)
        organisation.confidence["contacts.0.email"] = 0.85 if contact.person else 0.9

    def _is_taken(self, address: Address, contact: Contact) -> bool:
        """Whether an address has found its contact before; units of several organisations may share one."""
        return address.email in self.used and (bool(contact.person) or address.email not in self.of_units)

    def _take(self, address: Address, contact: Contact) -> None:
        self.used.add(address.email)
        if not contact.person:
            self.of_units.add(address.email)

    def _in_own_lines(self, organisation: Organisation) -> None:
        """Each contact is given the one address in the lines that are its own, where it may be."""
        evidence = organisation.evidence
        if all(contact.email for contact in organisation.contacts):
            return
        for position, (contact, start, end) in enumerate(self._lines(organisation)):
            inside = {address.email.lower(): address for address in self.within(start, end)} if start < end else {}
            if len(inside) > 1:
                inside = self._in_sentence(evidence.get(f"contacts.{position}.person"))
            if contact.email or len(inside) != 1:
                continue
            (address,) = inside.values()
            local = address.email.partition("@")[0]
            if address.merged or self._is_taken(address, contact):
                continue
            if contact.person and not local.isalpha() and not _is_of_the_unit(address, contact):
                continue
            if self._fits_another(address, contact.person) or (contact.person and local.casefold() in _OFFICES):
                continue
            contact.email = address.email
            self._take(address, contact)
            evidence[f"contacts.{position}.email"] = self._shown(address.span)
            organisation.confidence[f"contacts.{position}.email"] = 0.8

    def _in_sentence(self, at: Span | None) -> dict[str, Address]:
        """The addresses behind a name, up to where its sentence ends."""
        own = self.document.block_at(at[0]) if at else None
        if at is None or own is None:
            return {}
        end = _SENTENCE_ENDS.search(self.document.text, at[1], own.end)
        found = self.within(at[1], end.start() if end else own.end)
        return {address.email.lower(): address for address in found}

    def _lines(self, organisation: Organisation) -> list[tuple[Contact, int, int]]:
        """The contacts with where their own lines begin and end; none where another stands in the same block."""
        evidence, found = organisation.evidence, []
        places = [
            evidence.get(f"contacts.{position}.person") or evidence.get(f"contacts.{position}.unit")
            for position in range(len(organisation.contacts))
        ]
        starts = sorted(span[0] for span in places if span)
        for contact, span in zip(organisation.contacts, places, strict=True):
            own = self.document.block_at(span[0]) if span else None
            if own is None or bisect_right(starts, own.end) - bisect_left(starts, own.start) > 1:
                found.append((contact, 0, 0))
                continue
            following = bisect_right(starts, own.end)
            found.append((contact, own.start, min([*starts[following : following + 1], self._end_of_lines(own)])))
        return found

    def _out_of_reach(self, organisation: Organisation, found: Reading) -> None:
        """Contacts' addresses that are pictures, or behind a form, are told of, as nobody can read them there."""
        evidence = organisation.evidence
        if all(contact.email for contact in organisation.contacts):
            return
        places = [
            evidence.get(f"contacts.{position}.person") or evidence.get(f"contacts.{position}.unit")
            for position in range(len(organisation.contacts))
        ]
        starts = sorted(span[0] for span in places if span)
        for contact, span in zip(organisation.contacts, places, strict=True):
            own = self.document.block_at(span[0]) if span and not contact.email else None
            if span is None or own is None:
                continue
            following = bisect_right(starts, own.end)
            end = min([*starts[following : following + 1], self._end_of_lines(own)])
            if not self.within(span[0], end):
                self._tell(contact.person or contact.unit or "", span, end, found)

    def _tell(self, who: str, span: Span, end: int, found: Reading) -> None:
        """Tell of the picture or the form that stands beside a contact."""
        first = bisect_left(self.pictures, span[0])
        if first < len(self.pictures) and self.pictures[first] <= end:
            message = f"The page shows the e-mail address of {who} as a picture, which cannot be read."
            found.notices.append(Notice("address-in-picture", message, span))
        for anchor in self.document.anchors_in(span[0], end):
            words = self.document.text[slice(*anchor.span)]
            if _forms().search(words) or _FORM_LINK.search(anchor.url[:300]):
                message = f"The page gives no e-mail address of {who}, only a form: “{words[:60]}”."
                found.notices.append(Notice("address-behind-form", message, anchor.span))
                return

    def _end_of_lines(self, own: Block) -> int:
        """Where the lines end that may still belong to a contact: up to the next heading, or some lines further."""
        blocks = self.document.blocks
        index = bisect_left(blocks, own.start, key=_start)
        end = own.end
        for block in blocks[index + 1 : index + 1 + LINES_OF_A_CONTACT]:
            if block.kind in ("heading", "bold", own.kind if own.kind == "item" else "") or block.row != own.row:
                break
            if block.end - block.start > LONGEST_LINE or _is_anothers_line(self.document.of(block)):
                break
            end = block.end
        return end

    def _next_to(self, section: Section, organisation: Organisation) -> list[Address]:
        """The addresses in the contact's own block, in a following one that holds nothing else, or labelled so."""
        at = organisation.evidence.get("contacts.0.person") or organisation.evidence.get("contacts.0.unit")
        own = self.document.block_at(at[0]) if at else None
        places = [(field.start, field.end) for field in section.of("email")[:MOST_ALIKE]]
        if own is not None:
            places.append((own.start, own.end))
            following = self.document.block_at(own.end + 1)
            if following is not None and _is_bare(self.document.of(following)):
                places.append((following.start, following.end))
        return [address for start, end in places for address in self.within(start, end)]

    def within(self, start: int, end: int) -> list[Address]:
        """The addresses that stand in a part of the text, plain or hidden."""
        first, last = bisect_left(self.starts, start), bisect_right(self.starts, end)
        return self.addresses[first : min(last, first + MOST_ALIKE)]

    def _nobodys(self, found: Reading) -> None:
        seen: set[str] = set()
        for address in self.addresses:
            if address.email in self.used:
                continue
            shown = address.email
            if address.merged and not address.certain:
                local, _at, domain = address.email.partition("@")
                shown = f"{local.replace('-', '.')}@{domain}"
            if shown in seen:
                continue
            seen.add(shown)
            found.unassigned_emails.append(shown)
            if address.merged and not address.certain:
                message = f"The page hides {shown} so that a dot and a dash look alike: it may be {address.email}."
                found.notices.append(Notice("dot-or-dash", message, self._shown(address.span)))

    def _shown(self, span: Span) -> Span:
        """A span that shows words: an address in markup only is shown by the block that it stands in."""
        if span[0] < span[1]:
            return span
        block = self.document.block_at(span[0])
        return (block.start, block.end) if block else span


def _is_of_the_unit(address: Address, contact: Contact) -> bool:
    """Whether an address is made of the words of the contact's unit."""
    words = re.findall(r"\w+", bare(contact.unit or ""))
    return all(part in words for part in owners.local_parts(address.email))


def _start(block: Block) -> int:
    return block.start


def _is_bare(text: str) -> bool:
    """Whether a block holds an address and no other words."""
    found = emails(text) if len(text) < 200 else []
    return len(found) == 1 and not re.search(r"\w", text.replace(found[0][0], ""))


def not_addresses(document: Document, addresses: list[Address]) -> list[Notice]:
    """What is written like an e-mail address and is none: `name@`, `name@nowhere`, `@place.org`."""
    if "@" not in document.text:
        return []
    covered = {address.span[0] for address in addresses}
    notices = []
    for match in re.finditer(r"(?<!\S)[\w.+-]{1,64}@[\w.-]{0,80}", document.text):
        if match.start() not in covered and len(match.group()) < 100:
            shown = match.group()
            notices.append(Notice("not-an-address", f"“{shown}” is not an e-mail address.", match.span()))
    return notices


def _is_anothers_line(line: str) -> bool:
    """Whether a line is about the organisation itself rather than a contact: “The network's secretariat: …”."""
    label = line[:LONGEST_LINE].partition(":")
    words = label[0].lower().split() if label[1] else []
    return any(" ".join(words[-count:]) in _others() for count in range(1, min(len(words), 4) + 1))


@cache
def _others() -> frozenset[str]:
    """Words, in any language, for what is not a contact's."""
    cues = ("other_label", "secretariat", "website", "fee_label", "representative_label", "members_label")
    return frozenset(word for language in languages().values() for cue in cues for word in language.words[cue])


@cache
def _forms() -> re.Pattern[str]:
    """Words for a contact form, in any language."""
    words = alternatives(word for language in languages().values() for word in language.words["contact_form"])
    return re.compile(rf"(?<!\w)(?:{words})(?!\w)", re.I)


def _share(organisations: list[Organisation]) -> None:
    """Give the address of a contact who is told once for several organisations to each of them."""
    told: dict[Span, tuple[str, Span, float]] = {}
    places = [
        (own, contact, own.evidence.get(f"contacts.{position}.person"), f"contacts.{position}.email")
        for own in organisations
        for position, contact in enumerate(own.contacts)
    ]
    for own, contact, at, path in places:
        if at and contact.email:
            told[at] = contact.email, own.evidence[path], own.confidence[path]
    for own, contact, at, path in places:
        if at in told and not contact.email:
            contact.email, own.evidence[path], own.confidence[path] = told[at]
