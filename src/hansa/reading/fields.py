"""Labelled values: “Website: …”, a definition list, a row of a table. One rule a field."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from hansa.reading import dates, delegates, figures, money, names, people
from hansa.reading.committees import names_a_committee
from hansa.reading.facts import FIELD_RULES, Facts, field_rule, section_rule
from hansa.reading.known import is_institution, is_known
from hansa.reading.languages import Language
from hansa.reading.outline import Field, Section

LONGEST_VALUE = 2000
LONGEST_ROLE = 40
FIRST_WORDS = 3000  # letters in which a page says what its amounts are in
_FEE_PARTS = re.compile(r"[.;,]\s(?=[A-ZÀ-ÖØ-Þ])|\n")
_CURRENCY = re.compile(
    r"(?<!\w)(?:in|i|en|em|w)\s(euros?|EUR|€|kronor|kroner|kr|SEK|NOK|DKK|zł|złotych|PLN|GBP|pounds)(?!\w)"
    r"|(?<!\w)(euro)ina(?!\w)",
    re.I,
)
_KINDS = ("full", "associate", "observer", "partner")
_PEOPLE = ("representative_label", "deputy_label")
_UNKNOWN_LABEL = re.compile(r"[A-ZÀ-ÖØ-ÞĄĆĘŁŃŚŹŻ][\w-]{2,20}(?:\s[\w-]{1,20}){0,2}:\s\S")


@section_rule("labelled fields")
def labelled(facts: Facts, section: Section) -> None:
    """Take every labelled value of a section; a label that is not known is shown to a person."""
    for field in _joined(section.fields, facts.text):
        value = facts.text[field.start : field.end][:LONGEST_VALUE]
        rule = FIELD_RULES.get(field.name)
        if rule is not None and value.strip(" –-") and not _is_of_somebody(field, section, facts.language):
            facts.rule = f"labelled “{field.label}”" if field.label else field.name
            rule(facts, field, value)
    for block in section.paragraphs:
        if _UNKNOWN_LABEL.match(facts.text, block.start, min(block.end, block.start + 100)):
            facts.doubt("label-unknown", "Nobody knows what to make of {words}.", (block.start, block.end))


def _is_of_somebody(field: Field, section: Section, language: Language) -> bool:
    """Whether a table's “since”, beside its people, is when they were sent: “From”, in a list of appointments."""
    if field.name != "since_label" or not field.row or not any(section.of(name) for name in _PEOPLE):
        return False
    return language.has(field.label, "since_words") and not language.has(
        field.label, "member_words", "since", "enters", "takes_part", "we_subject"
    )


def _joined(fields: list[Field], text: str) -> Iterator[Field]:
    """The fields, where lines right below each other tell of one contact: “Asta Lind”, “World Unit”, “+46 …”."""
    last: Field | None = None
    for field in fields:
        if last is not None and last.name == field.name == "contact" and last.label == field.label != "":
            between = text[last.end : field.start]
            if between.count("\n") == 1 and not between.strip() and not field.row:
                last = replace(last, end=field.end)
                continue
        if last is not None:
            yield last
        last = field
    if last is not None:
        yield last


@field_rule("members_label", "countries_label", "founded_label")
def figure(facts: Facts, field: Field, value: str) -> None:
    """A number behind its label, with what else the value counts: “34 regions in 8 countries”."""
    kind, span = field.name.removesuffix("_label"), (field.start, field.end)
    is_bare = value.strip().isdecimal()
    counts = [] if is_bare else list(figures.in_sentence(facts.text[slice(*span)], span[0], facts.language))
    own = next((count for count in counts if count.kind == kind), None)
    own = own or figures.labelled(value, field.start, kind, facts.language)
    if own is None and kind == "members" and _is_of_people(value, facts.language):
        delegates.representatives(facts, replace(field, name="representative_label"), value)
        return
    if own is None:
        facts.doubt("number-not-understood", "No number was made of {words}.", span)
        return
    for count in [own, *(count for count in counts if count.kind != kind)]:
        facts.count(count)


def _is_of_people(value: str, language: Language) -> bool:
    """Whether a value is somebody, with at most a party and a role: “Toon van Gent (member)”, below “Members”."""
    named = people.somebody(value, language)
    rest = value[named.end :].strip() if named and not value[: named.start].strip() else "?"
    return not rest or (rest[0] in "(," and len(rest) <= LONGEST_ROLE)


@field_rule("since_label")
def since(facts: Facts, field: Field, value: str) -> None:
    """Since when the authority has been a member."""
    date = dates.date_in(value, facts.language)
    if _from_and_until(facts, field, value):
        return
    if date is None:
        facts.doubt("date-not-understood", "{words} is not a date that exists.", (field.start, field.end))
        return
    if _has_ended(facts, field, value[: date[1]], date):
        return  # “withdrew in 2021”
    facts.membership.since = date[0]
    facts.note("membership.since", (field.start + date[1], field.start + date[2]), 0.95)


@field_rule("kind_label")
def kind_of_membership(facts: Facts, field: Field, value: str) -> None:
    """Full, associate, observer or partner; and since when, where that stands with it."""
    found = next((kind for kind in _KINDS if facts.language.has(value, f"kind_{kind}")), None)
    if found is not None:
        facts.membership.kind = found
        facts.note("membership.kind", (field.start, field.end), 0.93)
    date = dates.date_in(value, facts.language)
    behind = value[date[2] :].lstrip() if date else ""
    if date is not None and _has_ended(facts, field, value, date):
        return  # “participation ended as of 1 January 2024”
    is_open = behind.strip(" .;,") in ("–", "-", "—")  # “full member 2010–”
    is_all = date is not None and not value[: date[1]].strip() and (is_open or behind[:1] in ("", ".", ",", ";"))
    if date is not None and (is_all or is_open or facts.language.has(value, "since_words")):
        facts.membership.since = date[0]
        facts.note("membership.since", (field.start + date[1], field.start + date[2]), 0.9)
    elif found is None:
        facts.doubt(
            "membership-not-understood",
            "No kind of membership was made of {words}.",
            (field.start, field.end),
        )


def _of_this_one(value: str, facts: Facts) -> str:
    """Of a value that tells the fees of several networks what it tells of this one: “CPMR: 8,730 euros. North Sea
    Commission: 2,200 euros”; nothing where it begins with another's name."""
    parts = [one for one in _FEE_PARTS.split(value) if money.fee_in(one, facts.language)]
    if len(parts) <= 1:
        return value
    it = facts.organisation
    names = [name.text for name in (it.name, *it.other_names)] + ([it.abbreviation] if it.abbreviation else [])
    own = [one for one in parts if any(name in one for name in names)]
    if len(own) == 1:
        return own[0]
    return value if own or not is_known(parts[0]) else ""


@field_rule("fee_label")
def fee(facts: Facts, field: Field, value: str) -> None:
    """What a year costs."""
    value = _of_this_one(value, facts)
    found = money.fee_in(value, facts.language, field.label)
    if found is None and (named := _CURRENCY.search(facts.text[:FIRST_WORDS])):
        found = money.fee_in(value, facts.language, f"{field.label} ({named[1] or named[2]})")  # “All amounts in euro”
    if found is None and money.goes_by_heads(f"{field.label} {value}", facts.language):
        facts.doubt(
            "fee-per-inhabitant",
            "The fee goes by inhabitants: {words}. It was kept as text only.",
            (field.start, field.end),
        )
        return
    if found is None:
        facts.doubt("fee-not-understood", "No yearly amount was made of {words}.", (field.start, field.end))
        return
    facts.membership.fee = found
    facts.note("membership.fee", (field.start, field.end), 0.93)


@field_rule("committee_label")
def committee(facts: Facts, field: Field, value: str) -> None:
    """The committee that answers for the membership; not what is but a board, or the assembly, of the organisation."""
    if facts.language.pattern("assemblies", "board").fullmatch(value.strip(" .")):
        return
    facts.membership.committee = value.strip(" .")[:200]
    facts.note("membership.committee", (field.start, field.end), 0.95)


@field_rule("until_label")
def until(facts: Facts, field: Field, value: str) -> None:
    """Until when the authority was a member; from and until, where both are told."""
    if _from_and_until(facts, field, value):
        return
    if date := dates.date_in(value, facts.language):
        facts.membership.until = date[0]
        facts.note("membership.until", (field.start + date[1], field.start + date[2]), 0.9)


def _has_ended(facts: Facts, field: Field, words: str, date: tuple[str, int, int]) -> bool:
    """Take until when the authority was a member, where words say that a date is that of an end."""
    if not facts.language.has(words, "left", "ended"):
        return False
    facts.membership.until = date[0]
    facts.note("membership.until", (field.start + date[1], field.start + date[2]), 0.9)
    return True


def _from_and_until(facts: Facts, field: Field, value: str) -> bool:
    """Take since and until when a value says that the authority was a member, where it tells both: “1996–2015”."""
    since, until = dates.span_in(value, facts.language)
    if not (since and until) or is_institution(facts.organisation.name.text):
        return False  # of a body of the EU they are the term of who sits there
    facts.membership.since, facts.membership.until = since, until
    facts.note("membership.since", (field.start, field.end), 0.9)
    facts.note("membership.until", (field.start, field.end), 0.9)
    return True


@field_rule("abbreviation_label")
def abbreviation(facts: Facts, field: Field, value: str) -> None:
    """The abbreviation, where it has a column or a line of its own."""
    words = value.strip(" .()")
    if facts.organisation.abbreviation is None and names.is_abbreviation(words):
        facts.organisation.abbreviation = words
        facts.note("abbreviation", (field.start, field.end), 0.97)


@field_rule("parent_label")
def parent(facts: Facts, field: Field, value: str) -> None:
    """What the organisation is a part of; where that is a committee, the authority's."""
    if names_a_committee(value, facts.language):
        committee(facts, field, value)
        return
    facts.organisation.parent = value.strip(" .")[:200]
    facts.note("parent", (field.start, field.end), 0.9)


@field_rule("summary_label")
def summary(facts: Facts, field: Field, value: str) -> None:
    """What the organisation is for."""
    if facts.organisation.summary is None:
        facts.organisation.summary = value.strip()
        facts.note("summary", (field.start, field.end), 0.9)
