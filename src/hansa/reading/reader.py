"""Reading a document: sections, then what each says of its organisation, then what the document says as a whole."""

from __future__ import annotations

import re

from hansa.reading import figures, names, people, sections
from hansa.reading.addresses import emails
from hansa.reading.document import Document
from hansa.reading.facts import Facts
from hansa.reading.hidden import Address, reveal
from hansa.reading.languages import Language, detect, languages
from hansa.reading.roles import authority_of, offices, parts_of_umbrella, whole_of
from hansa.reading.sections import Cues, Section
from hansa.reading.types import Contact, Link, Notice, Organisation, Reading, Span

LONGEST_BLOCK = 20_000
MOST_NOTICES = 200


def read(document: Document) -> Reading:
    """What can be seen in a document. Never fails on a Document; what is in doubt becomes a notice."""
    code = detect(document.text, document.language)
    language = languages()[code or "sv"]
    return _Reader(document, code, language).reading()


class _Reader:
    def __init__(self, document: Document, code: str | None, language: Language) -> None:
        self.document, self.language = document, language
        self.text = document.text
        self.cues = Cues(language)
        self.found = Reading(document.text, code, document.sha256, title=document.title)
        self.found.notices += document.notices
        self.sections = sections.split(document, self.cues)
        self.addresses = [*self._plain_addresses(), *reveal(document, ())]
        self.used: set[str] = set()

    def reading(self) -> Reading:
        spoken = [(s, sections.speaks_of_organisation(s, self.document, self.cues)) for s in self.sections]
        ours = [(section, sure) for section, sure in spoken if sure]
        first = self.sections.index(ours[0][0]) if ours else len(self.sections)
        self._introduction(self.sections[:first])
        self.found.authority = authority_of(self._before(first), self.text, self.language)
        pairs: list[tuple[Section, Organisation]] = []
        for section, sure in ours:
            pairs.append((section, self._organisation(section, sure)))
        self.found.organisations = [organisation for _section, organisation in pairs]
        self._parents(pairs)
        self._emails(pairs)
        self._links([s for s, sure in spoken if not sure])
        self._updated()
        self._remarks()
        return self.found

    def _before(self, first: int) -> str:
        end = self.sections[first].start if first < len(self.sections) else min(len(self.text), LONGEST_BLOCK)
        return self.text[:end]

    # What the document says as a whole.

    def _introduction(self, before: list[Section]) -> None:
        for section in before:
            if section.heading and self.found.title is None:
                self.found.title = self.document.of(section.heading)
        blocks = [
            block
            for section in before
            if not (section.heading and self.cues.read_more.fullmatch(self.document.of(section.heading)))
            for block in section.paragraphs
            if len(self.document.of(block)) > 40 or block.kind == "item"
        ]
        said = [b for b in blocks if not self.cues.navigation.match(self.document.of(b))]
        whole = [b for b in said if b.kind != "item"]
        if not whole:
            return
        self.found.introduction = "\n\n".join(self.document.of(b)[:LONGEST_BLOCK] for b in whole)
        self.found.introduction_span = (whole[0].start, whole[-1].end)
        items = [b for b in said if b.kind == "item"]
        if len(items) >= 2:
            self.found.purposes = [(self.document.of(b).strip(" .;,"), (b.start, b.end)) for b in items[:20]]
            return
        for block in whole:
            for span in figures.sentences(self.text, block.start, block.end, self.language):
                if purposes := self._purposes(span):
                    self.found.purposes = purposes
                    return

    def _purposes(self, span: Span) -> list[tuple[str, Span]]:
        """The list that follows “in order to” in a sentence: at least three things."""
        sentence = self.text[span[0] : span[1]]
        match = None
        for match in re.finditer(rf"(?<!\w)(?:{self.language.any_of('purpose')})\s", sentence, re.I):
            if sentence.count(",", match.end()) >= 2:
                break
        if match is None or sentence.count(",", match.end()) < 2:
            return []
        items: list[tuple[int, int]] = []
        start = match.end()
        for comma in [*(m.start() for m in re.finditer(",", sentence[start:])), len(sentence) - start]:
            items.append((items[-1][1] + 1 if items else start, start + comma))
        begin, end = items.pop()
        for word in self.language.words["and"]:
            last = sentence.rfind(f" {word} ", begin, end)
            if last >= 0:
                items += [(begin, last), (last + len(word) + 2, end)]
                break
        else:
            items.append((begin, end))
        purposes = []
        for begin, end in items:
            words = sentence[begin:end]
            text = re.sub(rf"^\s*(?:(?:{self.language.any_of('and', 'purpose')})\s+)?", "", words).strip(
                " .;"
            )
            if text:
                at = span[0] + begin + words.index(text)
                purposes.append((text, (at, at + len(text))))
        return purposes

    def _links(self, others: list[Section]) -> None:
        """The related pages: links and lines of their own in a section that says “read more”."""
        within = False
        for section in others:
            heading = self.document.of(section.heading) if section.heading else ""
            if self.cues.read_more.fullmatch(heading):
                within = True
            elif section.heading is not None and within and section.heading.kind == "line":
                span = (section.heading.start, section.heading.end)
                self.found.links.append(Link(heading, self._leads_to(span), span))
            elif section.heading is not None:
                within = False
            if within:
                for block in section.paragraphs:
                    for anchor in self.document.anchors:
                        if block.start <= anchor.span[0] and anchor.span[1] <= block.end:
                            text = self.text[anchor.span[0] : anchor.span[1]].strip()
                            self.found.links.append(Link(text, self._absolute(anchor.url), anchor.span))

    def _leads_to(self, span: Span) -> str | None:
        for anchor in self.document.anchors:
            if span[0] <= anchor.span[0] < span[1]:
                return self._absolute(anchor.url)
        return None

    @staticmethod
    def _absolute(url: str) -> str | None:
        return url if re.match(r"https?://[^\s]+$", url) else None

    def _updated(self) -> None:
        match = re.search(
            rf"(?<!\w)(?:{self.language.any_of('updated')})\s{{0,3}}:?\s{{0,3}}(\d{{4}}-\d\d-\d\d)",
            self.text,
            re.I,
        )
        if match:
            self.found.updated = match.group(1)

    def _remarks(self) -> None:
        found = self.found
        if not found.organisations:
            found.notices.append(
                Notice(
                    "no-organisation", "No organisation was found. Is it the page that lists the memberships?"
                )
            )
        seen: set[str] = set()
        for organisation in found.organisations:
            folded = people.bare(organisation.name.text)
            if folded in seen:
                found.notices.append(
                    Notice(
                        "same-name",
                        f"Two organisations on the page are called “{organisation.name.text}”.",
                        organisation.evidence["name"],
                    )
                )
            seen.add(folded)
        if len(found.notices) > MOST_NOTICES:
            more = len(found.notices) - MOST_NOTICES
            del found.notices[MOST_NOTICES:]
            found.notices.append(Notice("more-notices", f"{more} further notices were left out."))

    # One organisation.

    def _organisation(self, section: Section, sure: float) -> Organisation:
        assert section.heading is not None  # noqa: S101 - speaks_of_organisation has seen to it
        heading = names.parse(self.document.of(section.heading), section.heading.start, self.language)
        made = Organisation(heading.name)
        facts = Facts(made, self.document, self.language, self.found.notices)
        facts.note("name", heading.span, min(0.99, 0.6 + 0.39 * sure))
        if heading.abbreviation:
            made.abbreviation = heading.abbreviation[0]
            facts.note("abbreviation", heading.abbreviation[1], 0.98)
        for position, (name, span) in enumerate(heading.other_names):
            made.other_names.append(name)
            facts.note(f"other_names.{position}", span, 0.95)
        facts.read_fields(section)
        facts.read_text(section)
        offices(facts, section, self.found.authority)
        return made

    def _parents(self, pairs: list[tuple[Section, Organisation]]) -> None:
        called: dict[str, Organisation] = {}
        for _section, organisation in pairs:
            for name in (organisation.name, *organisation.other_names):
                called.setdefault(people.bare(name.text), organisation)
            if organisation.abbreviation:
                called.setdefault(people.bare(organisation.abbreviation), organisation)
        for section, organisation in pairs:
            for part, span in parts_of_umbrella(self.text, section, called, self.language):
                if part is not organisation and part.parent is None:
                    part.parent = organisation.name.text
                    part.evidence["parent"], part.confidence["parent"] = span, 0.95
        for section, organisation in pairs:
            whole = whole_of(self.text, section, called, self.language)
            if whole and whole[0] is not organisation and organisation.parent is None:
                organisation.parent = whole[0].name.text
                organisation.evidence["parent"], organisation.confidence["parent"] = whole[1], 0.92
        by_section = {id(section): organisation for section, organisation in pairs}
        for section, organisation in pairs:
            above = section.within
            parent = by_section.get(id(above)) if above is not None else None
            if parent is not None and organisation.parent is None and section.heading:
                organisation.parent = parent.name.text
                organisation.evidence["parent"] = (section.heading.start, section.heading.end)
                organisation.confidence["parent"] = 0.85
        for organisation in [o for o in self.found.organisations if o.parent]:
            standing = called.get(people.bare(organisation.parent or ""))
            if standing is not None:
                organisation.parent = standing.name.text

    # E-mail addresses find their people.

    def _plain_addresses(self) -> list[Address]:
        return [Address(address, (start, end)) for address, start, end in emails(self.text)]

    def _emails(self, pairs: list[tuple[Section, Organisation]]) -> None:
        for section, organisation in pairs:
            for position, contact in enumerate(organisation.contacts):
                if contact.person:
                    self._email_of(organisation, contact, position)
            self._email_in(section, organisation)
        flagged: set[str] = set()
        for address in self.addresses:
            if address.email in self.used or address.email in self.found.unassigned_emails:
                continue
            shown = address.email
            if address.merged and not address.certain:
                local, _at, domain = address.email.partition("@")
                shown = f"{local.replace('-', '.')}@{domain}"
                if shown not in flagged:
                    flagged.add(shown)
                    self.found.notices.append(
                        Notice(
                            "dot-or-dash",
                            f"The page hides {shown} so that a dot and a dash look alike: it may be {address.email}.",
                            address.span,
                        )
                    )
            if shown not in self.found.unassigned_emails:
                self.found.unassigned_emails.append(shown)

    def _email_of(self, organisation: Organisation, contact: Contact, position: int) -> None:
        for address in self.addresses:
            if people.belongs_to(address.email, contact.person or ""):
                settled = (
                    people.with_separators(address.email, contact.person or "")
                    if address.merged
                    else address.email
                )
                contact.email = settled
                self.used.add(address.email)
                path = f"contacts.{position}.email"
                organisation.evidence[path], organisation.confidence[path] = self._shown(address.span), 0.97
                return

    def _email_in(self, section: Section, organisation: Organisation) -> None:
        """An address that stands within the section belongs to its one contact, where that has none."""
        without = [c for c in organisation.contacts if not c.email]
        inside = [
            a
            for a in self.addresses
            if section.start <= a.span[0] <= section.end and a.email not in self.used
        ]
        if len(inside) == 1 and len(without) == 1 and len(organisation.contacts) == 1:
            contact = without[0]
            if contact.person and not inside[0].email.partition("@")[0].isalpha():
                return  # a person's, by the look of it, but another one's
            contact.email = inside[0].email
            self.used.add(inside[0].email)
            organisation.evidence["contacts.0.email"] = self._shown(inside[0].span)
            organisation.confidence["contacts.0.email"] = 0.9

    def _shown(self, span: Span) -> Span:
        """A span that shows words: an address in markup only is shown by the block that it stands in."""
        if span[0] < span[1]:
            return span
        for block in self.document.blocks:
            if block.start <= span[0] <= block.end:
                return block.start, block.end
        return span
