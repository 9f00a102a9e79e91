"""What a section says of its organisation: labelled fields, and figures in running text."""

from __future__ import annotations

import re

from hansa.reading import dates, figures, money, people
from hansa.reading.addresses import website
from hansa.reading.document import Document
from hansa.reading.languages import Language
from hansa.reading.sections import Field, Section
from hansa.reading.types import Contact, Figure, Membership, Notice, Organisation, Representative, Span

LONGEST_SUMMARY = 4000
_KINDS = ("full", "associate", "observer", "partner")


class Facts:
    """Collects the findings about one organisation, each with its evidence and confidence."""

    def __init__(
        self, organisation: Organisation, document: Document, language: Language, notices: list[Notice]
    ) -> None:
        self.organisation, self.document, self.language, self.notices = (
            organisation,
            document,
            language,
            notices,
        )
        self.text = document.text

    def note(self, path: str, span: Span, confidence: float) -> None:
        """Keep where a finding stands, and how sure it is."""
        self.organisation.evidence[path] = span
        self.organisation.confidence[path] = round(confidence, 3)

    def doubt(self, code: str, message: str, span: Span) -> None:
        """Tell a person of what looks like a fact and was not understood."""
        self.notices.append(Notice(code, message, span))

    # Labelled fields.

    def read_fields(self, section: Section) -> None:
        """Take every labelled field of a section."""
        for field in section.fields:
            value = self.text[field.start : field.end][:2000]
            if value.strip(" –-"):
                self._take(field, value)

    def _take(self, field: Field, value: str) -> None:
        organisation, span = self.organisation, (field.start, field.end)
        match field.name:
            case "website":
                self._website(field, value)
            case "contact":
                self._contact(field, value)
            case "members_label" | "countries_label" | "founded_label":
                self._figure(field, value)
            case "since_label":
                self._since(field, value)
            case "kind_label":
                self._kind(value, span)
            case "fee_label":
                self._fee(field, value)
            case "committee_label":
                self._membership().committee = value.strip()
                self.note("membership.committee", span, 0.95)
            case "representative_label" | "deputy_label":
                self._representatives(field, value, deputy=field.name == "deputy_label")
            case "parent_label":
                organisation.parent = value.strip(" .")
                self.note("parent", span, 0.9)
            case "summary_label":
                organisation.summary = organisation.summary or value.strip()
                self.note("summary", span, 0.9)

    def _website(self, field: Field, value: str) -> None:
        organisation = self.organisation
        leading = [
            a.url
            for a in self.document.anchors
            if field.start <= a.span[0] < field.end and re.match(r"https?://", a.url)
        ]
        found = website(value)
        if found:
            url, start, end, mended = found
            span = (field.start + start, field.start + end)
            if mended:
                self.doubt(
                    "address-mended",
                    f"The web address “{value[start:end]}” was broken; it was read as {url}.",
                    span,
                )
        elif leading:
            url, span = leading[0], (field.start, field.end)
        else:
            self.doubt(
                "not-an-address", f"“{value.strip()[:80]}” is not a web address.", (field.start, field.end)
            )
            return
        if organisation.website is None:
            organisation.website = url
            self.note("website", span, 0.97 if not found or not found[3] else 0.9)

    def _contact(self, field: Field, value: str) -> None:
        """“Name, title, unit”, “Unit”, “Unit, unit”: who comes first tells which."""
        value = re.split(r"\s{2,}|[;|]", value.strip())[0] if len(value) > 300 else value
        without = re.sub(
            r"\S{1,64}@\S{1,100}|\[email[^\]]{0,20}\]|[\w.+-]{1,64}\s?[(\[]\w{1,10}[)\]].{0,80}", " ", value
        )
        parts = [
            part.strip(" ,.–") for part in re.split(r",|\s[–|]\s|\n|(?<=\w)\s*\((?=[^)]{3,80}\))", without)
        ]
        parts = [
            re.sub(r"(?:tel|telefon|phone|e-post|e-mail|email)\W*$", "", part, flags=re.I).strip(" ,.:)")
            for part in parts
        ]
        parts = [part for part in parts if part and not re.fullmatch(r"[+\d][\d\s()/-]{4,24}", part)]
        contact = Contact()
        position = len(self.organisation.contacts)
        path = f"contacts.{position}"
        if parts and people.is_person(parts[0], self.language):
            contact.person = re.sub(r"\s*\([^)]*\)$", "", parts.pop(0))
            self._note_words(f"{path}.person", contact.person, field, 0.97)
            titles = [
                p for p in parts if self.language.has(p, "titles") and not people.is_unit(p, self.language)
            ]
            if titles:
                contact.title = titles[0]
                parts.remove(titles[0])
                self._note_words(f"{path}.title", titles[0], field, 0.9)
        if parts:
            contact.unit = ", ".join(parts)[:200]
            known = all(people.is_unit(part, self.language) for part in parts[:1])
            self._note_words(f"{path}.unit", parts[0], field, 0.95 if known else 0.8, until=parts[-1])
        if phone := dates.phone(value):
            contact.phone = phone[0]
            self.note(f"{path}.phone", (field.start + phone[1], field.start + phone[2]), 0.95)
        if contact.person or contact.unit:
            self.organisation.contacts.append(contact)
        elif not re.search(r"@|\[email", value):
            self.doubt(
                "contact-not-understood",
                f"No contact was made of “{value.strip()[:80]}”.",
                (field.start, field.end),
            )

    def _note_words(self, path: str, words: str, field: Field, confidence: float, until: str = "") -> None:
        start = self.text.find(words, field.start, field.end)
        end = start + len(words)
        if until and (last := self.text.rfind(until, field.start, field.end)) >= 0:
            end = last + len(until)
        self.note(path, (start, end) if start >= 0 else (field.start, field.end), confidence)

    def _figure(self, field: Field, value: str) -> None:
        kind = field.name.removesuffix("_label")
        found = figures.labelled(value, field.start, kind, self.language)
        if found is None:
            self.doubt(
                "number-not-understood",
                f"No number was made of “{value.strip()[:80]}”.",
                (field.start, field.end),
            )
            return
        for count in [found, *figures.in_sentence(self.text, (field.start, field.end), self.language)]:
            # A later one in the same field may add to it: “thirteen countries plus Norway”, “34 regions in 8 countries”.
            if count.kind not in self.organisation.figures or count.kind == "countries":
                self._count(count)

    def _since(self, field: Field, value: str) -> None:
        date = dates.date_in(value, self.language)
        if date is None:
            self.doubt(
                "date-not-understood",
                f"“{value.strip()[:60]}” is not a date that exists.",
                (field.start, field.end),
            )
            return
        self._membership().since = date[0]
        self.note("membership.since", (field.start + date[1], field.start + date[2]), 0.95)

    def _kind(self, value: str, span: Span) -> None:
        for kind in _KINDS:
            if self.language.has(value, f"kind_{kind}"):
                self._membership().kind = kind
                self.note("membership.kind", span, 0.93)
                return

    def _fee(self, field: Field, value: str) -> None:
        fee = money.fee_in(value)
        if fee is None:
            self.doubt(
                "fee-not-understood",
                f"No amount was made of “{value.strip()[:60]}”.",
                (field.start, field.end),
            )
            return
        self._membership().fee = fee
        self.note("membership.fee", (field.start, field.end), 0.93)

    def _representatives(self, field: Field, value: str, *, deputy: bool) -> None:
        for somebody in people.everybody(value, self.language):
            position = len(self.organisation.representatives)
            self.organisation.representatives.append(
                Representative(somebody.name, somebody.party, deputy=deputy)
            )
            self.note(
                f"representatives.{position}",
                (field.start + somebody.start, field.start + somebody.end),
                0.93,
            )

    def _membership(self) -> Membership:
        if self.organisation.membership is None:
            self.organisation.membership = Membership()
        return self.organisation.membership

    # Running text.

    def read_text(self, section: Section) -> None:
        """Take the summary, the figures and the membership's facts from a section's paragraphs."""
        organisation = self.organisation
        paragraphs = [b for b in section.paragraphs if len(self.document.of(b)) > 25]
        if paragraphs and organisation.summary is None:
            organisation.summary = self.document.of(paragraphs[0])[:LONGEST_SUMMARY]
            self.note("summary", (paragraphs[0].start, paragraphs[0].end), 0.9)
        for block in paragraphs:
            for span in figures.sentences(
                self.text, block.start, min(block.end, block.start + 20_000), self.language
            ):
                for count in figures.in_sentence(self.text, span, self.language):
                    if count.kind not in organisation.figures:
                        self._count(count)
                self._membership_in(span)

    def _count(self, count: figures.Count) -> None:
        self.organisation.figures[count.kind] = Figure(count.value, count.approximate)
        self.note(f"figures.{count.kind}", count.span, count.confidence)

    def _membership_in(self, span: Span) -> None:
        sentence = self.text[span[0] : span[1]]
        match = re.search(rf"(?<!\w)(?:{self.language.any_of('since')})\s", sentence, re.I)
        if match and (date := dates.date_in(sentence[match.end() : match.end() + 30], self.language)):
            membership = self._membership()
            if membership.since is None:
                membership.since = date[0]
                start = span[0] + match.end()
                self.note("membership.since", (start + date[1], start + date[2]), 0.9)
        if self.language.has(sentence, "we") and (kind := self._kind_of_ours(sentence)):
            membership = self._membership()
            if membership.kind is None:
                membership.kind = kind
                self.note("membership.kind", span, 0.85)

    def _kind_of_ours(self, sentence: str) -> str | None:
        for kind in ("full", "associate", "observer"):
            if self.language.has(sentence, f"kind_{kind}"):
                return kind
        return None
