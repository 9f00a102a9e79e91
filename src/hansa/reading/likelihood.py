"""How likely it is that what was read as an organisation is one that the authority belongs to.

The weights are those of a logistic regression over some 2,500 organisations that were read on 520 pages in all thirteen
languages, set down by people who did not know the rules; which of them are right is told by the pages' gold files.
Fitted without a fifth of the pages, each in turn, it is as right about these as it says.
"""

from __future__ import annotations

from math import exp

from hansa.reading.known import is_known
from hansa.reading.languages import Language
from hansa.reading.lists import says_organisation
from hansa.reading.outline import Section
from hansa.reading.types import Notice, Organisation

# A heading less likely than this is told of in a notice: a wrong organisation costs more than a missed one.
LEAST = 0.35
FEW = 2
_HEADINGS = frozenset(("heading", "bold", "line"))
_NAMES = frozenset(("name", "abbreviation", "other_names"))
_OURS = frozenset(("membership", "representatives", "offices", "contacts"))
_BEGIN = 2.76
_WEIGHTS = {
    "a name that is neither known nor shortened": -2.05,
    "a heading that is such a name and does not say what it names": -0.62,
    "named in running text": -0.76,
    "doubt of the section": -1.32,
    "hardly anything told": -0.26,
    "hardly anything told below a heading": -0.7,
    "an item of a list": 0.62,
    "a heading unlike a name": -0.52,
    "something told of the membership": 0.61,
}


def traits(section: Section, organisation: Organisation, language: Language) -> dict[str, float]:
    """What speaks for and against an organisation, by the names of the weights."""
    kind = section.heading.kind if section.heading else ""
    told = [kind for path in organisation.evidence if (kind := path.partition(".")[0]) not in _NAMES]
    name = organisation.name.text
    is_plain = not organisation.abbreviation and not is_known(name, whole=True)
    return {
        "a name that is neither known nor shortened": is_plain,
        "a heading that is such a name and does not say what it names": (
            is_plain and kind in _HEADINGS and not says_organisation(name, language)
        ),
        "named in running text": kind == "mention",
        "doubt of the section": 1 - section.sure,
        "hardly anything told": len(told) < FEW,
        "hardly anything told below a heading": len(told) < FEW and kind in _HEADINGS,
        "an item of a list": kind == "lead",
        "a heading unlike a name": section.named <= 0,
        "something told of the membership": not _OURS.isdisjoint(told),
    }


def weighed(
    pairs: list[tuple[Section, Organisation]], notices: list[Notice], language: Language
) -> list[tuple[Section, Organisation]]:
    """The organisations, each with how likely it is; headings that hardly are become notices."""
    kept = []
    for section, organisation in pairs:
        found = traits(section, organisation, language)
        likely = 1 / (1 + exp(-_BEGIN - sum(_WEIGHTS[trait] * much for trait, much in found.items())))
        if likely < LEAST and section.heading is not None and section.heading.kind in _HEADINGS:
            message = f"“{organisation.name.text}” may be an organisation; too little is told of it to read it as one."
            notices.append(Notice("organisation-in-passing", message, organisation.evidence["name"]))
            continue
        organisation.confidence["name"] = round(likely, 3)
        kept.append((section, organisation))
    return kept
