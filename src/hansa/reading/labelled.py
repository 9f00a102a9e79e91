"""The labelled values of a line: “Members: 90. Website: www.example.org”."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache

from hansa.reading import names, people
from hansa.reading.document import Block
from hansa.reading.known import is_known
from hansa.reading.labels import Labels
from hansa.reading.languages import Language
from hansa.reading.lines import is_heading
from hansa.reading.outline import Field
from hansa.reading.saying import says_what_it_is
from hansa.reading.titles import says_title

LONGEST_LINE_OF_FIELDS = 2000
LONGEST_BEGINNING = 70  # letters, in which the first label ends
LONGEST_LINE_OF_SOMEBODY = 120
_PEOPLE = ("representative_label", "deputy_label", "observer_label")
_MAY_HOLD_OTHERS = frozenset({*_PEOPLE, "since_label", "fee_label", "committee_label"})
_HELD = frozenset({"contact", "unit_label", "since_label", "fee_label", "committee_label", "website"})
_BETWEEN_FIELDS = " ,;|·•–-(\n"
_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
_ENDS_OF_A_NAME = re.compile(r",|\s[–-]\s|\s\(|\n|\.\s")
_BEHIND_SOMEBODY = re.compile(r"\s?(?:\([^()]{1,40}\))?(?:\s?[,;|–-].{0,120})?")
_SIGN = re.compile(r":|\s[–-]\s")
_LABELLED = re.compile(r"(?P<label>[^:\n]{2,60}?)\s{0,3}(?P<sign>:|\s[–-](?=\s))\s{0,5}")


def fields_of(block: Block, text: str, labels: Labels) -> list[Field]:
    """The labelled values of a line, in order; first, where words stand before the first label, those: a Field without
    a name. Empty where the line has no label."""
    has_colon = ":" in text
    may_be = has_colon or "–" in text or "-" in text
    first = _LABELLED.match(text) if may_be and _SIGN.search(text, 0, LONGEST_BEGINNING) else None
    name = None
    if first is not None:
        name = labels.label(first["label"]) if first["sign"] == ":" else labels.exactly(first["label"])
        name = None if _YEAR.search(first["label"]) else name  # “Since 2014. Contact: …”
        if not name and _leads_to_somebody(text, first, labels.language):
            name = "contact"
    within = [
        (match.start(), match.end(), labels.exactly(match["label"]) or "", match["label"])
        for match in (
            labels.within_line(text, first.end() if first and name else 0, LONGEST_LINE_OF_FIELDS) if has_colon else ()
        )
        if _begins_anew(text, match.start(), labels.language)
    ]
    if first is not None and name:
        within.insert(0, (0, first.end(), name, first["label"]))
    if not within and first is None and (found := labels.before_number(text)):
        return [Field(found[0], block.start + found[1], block.end, text[: found[1]].rstrip())]
    if not within and first is None and (called := _before_somebody(text, labels)):
        return [Field(called[0], block.start + called[1], block.end, text[: called[1]].rstrip())]
    if not within or (within[0][0] and is_heading(block, text)):
        return []
    if len(within) == 1 and within[0][2] == "name_label" and text[within[0][1] :].lstrip()[:1].islower():
        return []  # “Networks: to learn and to act”
    ends = [start for start, *_ in within[1:]] + [len(text)]
    fields = [Field("", block.start, block.start + within[0][0])] if within[0][0] else []
    for (_start, begin, name, label), end in zip(within, ends, strict=True):
        words = text[begin:end]
        end = begin + len(words.rstrip(" ,;|·•–-")) if end < len(text) else end
        if name == "name_label" and (
            labels.exactly(label) is None or people.is_person(words.partition(",")[0].strip(), labels.language)
        ):
            name = "other_label"
        fields.append(Field(name, block.start + min(begin, end), block.start + end, label))
    return fields


def with_others(told: Field, text: str, labels: Labels) -> list[Field]:
    """A cell's value, and what bears a label of another kind within it: “Bo Ek (S). Officer: Ann Ås”."""
    if told.name not in _MAY_HOLD_OTHERS or ":" not in text:
        return [told]
    fields = [told]
    for found in labels.within_line(text, 0, LONGEST_LINE_OF_FIELDS):
        name = labels.exactly(found["label"])
        if name in _HELD and name != told.name and _begins_anew(text, found.start(), labels.language):
            before = text[: found.start()].rstrip(_BETWEEN_FIELDS)
            fields[-1] = replace(fields[-1], end=told.start + len(before))
            fields.append(replace(told, name=name, start=told.start + found.end(), label=found["label"]))
    return [field for field in fields if field.start < field.end]


def _leads_to_somebody(text: str, label: re.Match[str], language: Language) -> bool:
    """Whether a label says but that one may know more, or is the post of somebody for international work, and somebody
    is named behind it: “Further information: Ann Ek”, “International coordinator: Ann Ek”."""
    words = label["label"].strip()
    is_post = not set(words.casefold().split()).isdisjoint(language.words["generic"]) and says_title(words, language)
    if not is_post and language.pattern("read_more").fullmatch(words) is None:
        return False
    return people.is_person(_ENDS_OF_A_NAME.split(text[label.end() :], maxsplit=1)[0].strip(), language)


def _before_somebody(text: str, labels: Labels) -> tuple[str, int] | None:
    """The field of a label with which a short line begins, without a colon before the one named there, and where that
    begins: “Contact person Ann Ek”, “Deputy Bo Ås (S)”."""
    found = labels.of_people.match(text) if len(text) <= LONGEST_LINE_OF_SOMEBODY and text[0].isupper() else None
    name = labels.exactly(found["label"]) if found else None
    if found is None or name is None or not text[found.end()].isupper():
        return None
    whole = _ENDS_OF_A_NAME.split(text[found.end() :], maxsplit=1)[0].strip()
    goes_on = _BEHIND_SOMEBODY.fullmatch(text, found.end() + len(whole)) is None
    return None if goes_on or not people.is_person(whole, labels.language) else (name, found.end())


def _begins_anew(text: str, at: int, language: Language) -> bool:
    """Whether a label within a text stands behind a sign, begins a line, or has a capital: “…, tel: 1”, “… Web: x”."""
    before = text[max(0, at - 40) : at].rstrip(" \t")
    if not before or before[-1] in ".,;:|·•–-)(/\n":
        return True
    if language.capital_nouns:
        return False  # “ten regions of four states: …”
    last = before.split()[-1]  # not the end of a name, nor of a title: “International Unit:”, “Head of Unit:”
    return text[at].isupper() and last[0].islower() and last not in language.firsts("of", "of_the")


def each_named(told: Field, block: Block, text: str, labels: Labels) -> list[Field]:
    """A labelled value, or each of the organisations that it lists: “Networks: Eurocities, Polis and METREX”."""
    value = text[told.start - block.start : told.end - block.start]
    if told.name != "name_label" or not ("," in value or ";" in value):
        return [told]
    ends = [*_between(labels.language).finditer(value), None]
    starts = [0, *(end.end() for end in ends if end)]
    every = [(first, end.start() if end else len(value)) for first, end in zip(starts, ends, strict=True)]
    if not all(_is_plainly_one(value[first:last].rstrip(" ."), labels.language) for first, last in every):
        return [told]
    return [replace(told, start=told.start + first, end=told.start + last) for first, last in every]


def _is_plainly_one(words: str, language: Language) -> bool:
    """Whether words are a network's name: one that is known, or that says by a noun what it is."""
    if not words[:1].isupper():
        return False
    told = " " in words and says_what_it_is(words, language)
    is_short = names.is_abbreviation(words) or names.parse(words).abbreviation is not None
    return told or is_short or is_known(words, whole=True)


@cache
def _between(language: Language) -> re.Pattern[str]:
    """What stands between the last two of a list, or any two."""
    return re.compile(
        rf"\s?[,;]\s(?:(?:{language.any_of('and')})\s)?|\s(?:{language.any_of('and')})\s(?=[^,;]{{1,90}}\Z)"
    )
