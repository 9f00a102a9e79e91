"""What a part belongs to by the words right beside its name: “the Baltic Sea Commission of the CPMR”, “CPMR:n
Itämerikomissio”."""

from __future__ import annotations

import re
from functools import cache
from itertools import islice

from hansa.reading import names
from hansa.reading.document import Document
from hansa.reading.known import CASES, is_known, whole_of
from hansa.reading.languages import Language
from hansa.reading.outline import Section
from hansa.reading.types import Organisation, Span

SHORTEST_STEM = 6  # letters
MOST_ENDING = 5
MOST_TIMES = 8
LONGEST_SHORT = 14  # letters of an abbreviation, with its ending
_SHORT = re.compile(rf"(?P<short>[A-ZÀ-Þ][A-ZÀ-Þ0-9]{{2,9}})(?:{CASES})?(?![\w-])")


def owner_of(section: Section, organisation: Organisation, document: Document, language: Language) -> Span | None:
    """Where the abbreviation stands right behind, or before, the name of a part, that tells what it is a part of."""
    name = organisation.name.text
    if section.called is None or " of " in name or names.is_abbreviation(name):
        return None
    if not (language.has(name, "groups", "commissions") or whole_of(name) or _is_a_commission(name, language)):
        return None
    own = {organisation.abbreviation or name, *(other.text for other in organisation.other_names)}
    for at in islice(_standing(name).finditer(document.text), MOST_TIMES):
        behind = _behind(language).match(document.text, at.end())
        found = _SHORT.match(document.text, behind.end()) if behind else None
        found = found or _before(language).search(document.text, max(0, at.start() - LONGEST_SHORT - 2), at.start())
        if found is not None and found["short"] not in own and _is_a_name(found["short"], document, language):
            return found.span("short")
    return None


def _is_a_commission(name: str, language: Language) -> bool:
    """Whether a name begins or ends with a word for a commission, or is one that does: “Ostseekommission”."""
    words = name.casefold().split()
    nouns = tuple(language.words["commission_nouns"])
    return name.casefold() not in nouns and (words[0].endswith(nouns) or words[-1].endswith(nouns))


def _is_a_name(short: str, document: Document, language: Language) -> bool:
    """Whether capitals are an organisation's abbreviation: known, or told on the page more than once; no country's or
    party's, nor the EU's."""
    if short.casefold() in (*language.words["parties"], *language.countries) or len(short) < len("ABC"):
        return False
    return is_known(short) or document.text.count(short) > 1


@cache
def _standing(name: str) -> re.Pattern[str]:
    """A name, be its last word in another case: “Itämerikomission”, “Östersjökommission”."""
    stem = name[: max(SHORTEST_STEM, len(name) - 2)] if " " not in name else name
    return re.compile(rf"(?<!\w){re.escape(stem)}\w{{0,{MOST_ENDING}}}")


@cache
def _behind(language: Language) -> re.Pattern[str]:
    """“ of the ”, “ der ”, “ vid ”; in a language of cases nothing but a space."""
    little = language.joining("of", "of_the", "lies_with", "in") if language.words["of"] else ""
    article = rf"(?:(?:{language.any_of('articles', 'definite')})\s)?" if language.words["articles"] else ""
    return re.compile(rf"\s(?:{little}{article}|\()" if little else r"\s\(?", re.I)


@cache
def _before(language: Language) -> re.Pattern[str]:
    """“CPMR's ”, “CPMR:s ”, “CPMR:n ”: in the genitive, which a language without cases has not."""
    return re.compile(r"(?<![\w-])(?P<short>[A-ZÀ-Þ][A-ZÀ-Þ0-9]{2,9})(?:['’]s|:s|s|:n|in|n)\s\Z")
