"""Whether a sentence tells of a company of the authority's own, by which it belongs somewhere, or of who does on its
behalf: “The city's energy company is a member of Energy Cities”, “the port company, which is owned by the city, …”."""

from __future__ import annotations

import re
from functools import cache

from hansa.reading.languages import Language

SUBJECT_TO_VERB = 110  # letters
_NONE = ("neighbours", "planned", "nay", "left")
LONG = 6  # letters of “namens”, which nothing but a body is in; not “for”
NEAR_BEFORE, NEAR_BEHIND = 12, 16


def is_of_our_own(sentence: str, language: Language) -> bool:
    """Whether who belongs somewhere is a company that the authority owns, and no neighbour's nor a partner's."""
    if not language.may_have(sentence, "owned", "our", "behalf"):
        return False
    begins = sentence[:SUBJECT_TO_VERB]
    if not language.has(begins, "owned", "our", "behalf") or language.has(
        sentence, "neighbours", "planned", "nay", "left"
    ):
        return False
    return _owned(language).search(begins) is not None or _is_on_our_behalf(begins, language)


def _is_on_our_behalf(begins: str, language: Language) -> bool:
    """Whether somebody belongs there on our behalf: “The health service is, on behalf of the city, a member of …”."""
    for said in language.pattern("behalf").finditer(begins):
        near = begins[max(0, said.start() - NEAR_BEFORE) : said.end() + NEAR_BEHIND]
        if len(said.group()) >= LONG and language.has(near, "authority_words", "we_subject"):
            return True
    return False


@cache
def _owned(language: Language) -> re.Pattern[str]:
    """“The city's energy company”, “the port company, which is owned by the city”; a compound may end with the noun."""
    own, company = language.any_of("owned", "our"), rf"\w{{0,20}}(?:{language.any_of('companies')})"
    few = r"(?:\s[\w-]+){0,2}?\s"
    behind = rf"(?<!\w){company},?(?:\s[\w.'’/-]+){{0,4}}?,?\s(?:\w+\s){{0,3}}?(?:{language.any_of('owned')})(?!\w)"
    return re.compile(rf"(?<!\w)(?:{own}){few}{company}(?!\w)|{behind}", re.I)
