"""Whether a sentence tells of somebody who belongs somewhere on the authority's behalf: “The health service is, on
behalf of the city, a member of the Healthy Cities”. What its companies belong to by themselves is not the authority's.
"""

from __future__ import annotations

from hansa.reading.languages import Language

SUBJECT_TO_VERB = 110  # letters
LONG = 6  # letters of “namens”, which nothing but a body is in; not “for”
NEAR_BEFORE, NEAR_BEHIND = 12, 16
_NONE = ("neighbours", "planned", "nay", "left")


def is_on_our_behalf(sentence: str, language: Language) -> bool:
    """Whether a sentence says for whom somebody is there, and that this is the authority."""
    if not language.may_have(sentence, "behalf"):
        return False
    begins = sentence[:SUBJECT_TO_VERB]
    if not language.has(begins, "behalf") or language.has(sentence, *_NONE):
        return False
    for said in language.pattern("behalf").finditer(begins):
        near = begins[max(0, said.start() - NEAR_BEFORE) : said.end() + NEAR_BEHIND]
        if len(said.group()) >= LONG and language.has(near, "authority_words", "we_subject"):
            return True
    return False
