"""Sections that say plainly that the authority is no member of what their heading names: “Westsea is therefore not a
member”, “No membership, but cooperation”."""

from __future__ import annotations

import re
from functools import cache
from itertools import islice

from hansa.reading.authority import speaks_of_us
from hansa.reading.belonging import has_ended, is_denied
from hansa.reading.document import Document
from hansa.reading.languages import Language
from hansa.reading.none_of_ours import says_none
from hansa.reading.outline import Section
from hansa.reading.sentences import sentences

LONGEST_FIRST = 400  # letters in which the first sentence stands
FEW_SENTENCES = 4
_HEADINGS = frozenset(("heading", "bold", "line", "lead", "label"))
# A company by its form, as Europe's laws have them: “Westsea Port AS”.
_FORMS = (
    r"AB|A/S|AS|ASA|OY|Oy|Oyj|GmbH|gGmbH|AG|Ltd|PLC|plc|DAC|BV|B\.V\.|NV|N\.V\.|SA|S\.A\.|SAS|SEM|SPL|SpA|S\.p\.A\.|Srl|"
    r"S\.r\.l\.|SL|S\.L\.|SAU|Lda|EM|E\.M\.|sp\. z o\.o\.|Sp\. z o\.o\."
)
_PROPER = r"[A-ZÀ-ÖØ-Þ][\w'’-]{0,30}"
_COMPANY = re.compile(rf"{_PROPER}(?:\s(?:{_PROPER}|[a-z]{{2}}|von|van|del)){{0,5}}?\s(?:{_FORMS})(?![\w/])")
_CLAUSE = re.compile(r"[,.;:–]")
_KINDS = ("only", "associate", "observer", "full", "partner", "one_of")


def is_not_ours(section: Section, document: Document, language: Language, authority: str | None) -> bool:
    """Whether the first sentences below a heading, or a label there, say that the authority is no member, without a
    time."""
    if section.heading is None or section.heading.kind not in _HEADINGS:
        return False
    if any(field.name != "unknown_label" for field in section.fields):
        return False
    if any(_is_plainly_denied(field.label, language, authority) for field in section.fields):
        return True
    first = next(iter(section.paragraphs), None)
    end = min(first.end, first.start + LONGEST_FIRST) if first else 0
    if first and _is_a_companys(document.text[first.start : end], language, authority):
        return True
    if first and says_none(document.text[first.start : end], language, authority):
        return True
    if first is None or not language.has(document.text[first.start : end], "formerly", "nay"):
        return False
    spans = islice(sentences(document.text, first.start, end, language), FEW_SENTENCES)
    every = [document.text[slice(*span)] for span in spans]
    is_told = is_denied(every[0], language) and not has_ended(every[0], language) and not _has_digit(every[0])
    if is_told and not section.fields and speaks_of_us(every[0], language, authority):
        return True
    others = [words for words in every if not _is_plainly_denied(words, language, authority)]
    return len(others) < len(every) and not any(
        language.has(words, "since", "fee_words") or has_ended(words, language) for words in others
    )


def _is_a_companys(words: str, language: Language, authority: str | None) -> bool:
    """Whether it is told of a company, and of nobody else, that it is the member: “the Port of Westsea Ltd is a
    member”."""
    rest, companies = _COMPANY.subn("", words)
    return companies > 0 and language.has(rest, "member_words") and not speaks_of_us(rest, language, authority)


def _is_plainly_denied(words: str, language: Language, authority: str | None) -> bool:
    """Whether a sentence begins with “no membership”, or says of us that we are “not a member”; not “not only”, nor
    “not a member of the board”."""
    said = _no_member(language).search(words) if language.has(words, "nay") else None
    if said is None or _has_digit(words) or language.has(said["between"] + said["member"], *_KINDS):
        return False
    before, behind = words[: said.start()], _CLAUSE.split(words[said.end() :])[0]
    if language.has(behind, "board", "bodies", "groups") or language.has(words, "planned"):
        return False
    return not before.strip(" –—-•") or speaks_of_us(before, language, authority)


def _has_digit(words: str) -> bool:
    return any(map(str.isdigit, words))


@cache
def _no_member(language: Language) -> re.Pattern[str]:
    """“Not a member”, “non ne è quindi membro”, with few words between."""
    member = language.any_of("member_words", "the_membership")
    between = r"(?P<between>(?:\s[\w’']{1,12},?){0,3}?)"
    nay = language.any_of("nay")
    joint = r"(?:\s|(?<=['’])|\s[dl]['’])"
    return re.compile(rf"(?<!\w)(?:{nay})(?:(?<=['’])|,?){between}{joint}(?P<member>{member})(?!\w)", re.I)
