"""How likely it is that what was read as an organisation is one that the authority belongs to.

The weights are those of a logistic regression over some 3,600 organisations that were read on 800 pages in all thirteen
languages, set down by people who did not know the rules; which of them are right is told by the pages' gold files.
Fitted without a fifth of the pages, each in turn, it is as right about these as it says.
"""

from __future__ import annotations

from math import exp

from hansa.reading.group_nouns import names_groups
from hansa.reading.known import is_known, whole_of
from hansa.reading.languages import Language
from hansa.reading.outline import SURE_NAMED, Section
from hansa.reading.saying import says_what_it_is
from hansa.reading.types import Notice, Organisation

# A heading, and a name in running text, less likely than this is told of in a notice: a wrong organisation costs more
# than a missed one. What was seen to be a part of another is kept, but for the working groups and forums of a network.
LEAST_OF_HEADINGS, LEAST_IN_TEXT = 0.25, 0.45
FEW = 2
MANY = 6  # organisations with a section of their own
SURE_ENOUGH = 0.8
_HEADINGS = frozenset(("heading", "bold", "line"))
_NAMES = frozenset(("name", "abbreviation", "other_names"))
_OURS = frozenset(("membership", "representatives", "offices"))
_BEGIN = 2.46
_WEIGHTS = {
    "a name that is neither known nor shortened": -1.63,
    "a heading that is such a name and does not say what it names": -1.42,
    "named in running text": -0.74,
    "such a name in running text, and hardly anything told": -0.23,
    "doubt of the section": -1.62,
    "hardly anything told below a heading": -0.58,
    "an item of a list": 0.62,
    "its website told": 1.09,
    "something told of the membership": 1.24,
    "a part of another": 0.16,
}


def traits(section: Section, organisation: Organisation, language: Language) -> dict[str, float]:
    """What speaks for and against an organisation, by the names of the weights."""
    kind = section.heading.kind if section.heading else ""
    told = [path for path in organisation.evidence if path.partition(".")[0] not in _NAMES]
    kinds = {path.partition(".")[0] for path in told}
    name = organisation.name.text
    is_plain = not organisation.abbreviation and not is_known(name, whole=True)
    in_text = kind == "mention" or _is_topic(section)
    is_plain = is_plain and not (in_text and section.named >= SURE_NAMED)  # “the network Cities of Bridges”
    return {
        "a name that is neither known nor shortened": is_plain,
        "a heading that is such a name and does not say what it names": (
            is_plain and kind in _HEADINGS and not says_what_it_is(name, language)
        ),
        "named in running text": kind == "mention",
        "such a name in running text, and hardly anything told": kind == "mention" and is_plain and len(told) < FEW,
        "doubt of the section": 1 - section.sure,
        "hardly anything told below a heading": len(told) < FEW and kind in _HEADINGS,
        "an item of a list": kind == "lead",
        "its website told": bool(organisation.website),
        "something told of the membership": not _OURS.isdisjoint(kinds),
        "a part of another": "parent" in kinds,
    }


def _is_topic(section: Section) -> bool:
    """Whether the text below a heading names the organisation that a page is about, and not the heading itself."""
    called, heading = section.called, section.heading
    return called is not None and heading is not None and called.span[0] >= heading.end


def _is_but_a_group(section: Section, organisation: Organisation, language: Language) -> bool:
    """Whether what running text names is one of a network's working groups or forums, which nobody lists beside the
    networks: “our councillor chairs the Mobility Forum”; not a commission that is known (the North Sea Commission)."""
    name = organisation.name.text
    if organisation.parent is None or section.heading is None or section.heading.kind != "mention":
        return False
    is_of_its_own = organisation.abbreviation or is_known(name) or whole_of(name) or language.has(name, "commissions")
    return not is_of_its_own and names_groups(name, language)


def _is_but_named(section: Section, organisation: Organisation, of_their_own: int, named: int) -> bool:
    """Whether a page that tells of most organisations in sections of their own does but name this one in running text,
    with nothing told of it: of seven such, three were right."""
    if section.heading is None or section.heading.kind != "mention" or section.sure > SURE_ENOUGH:
        return False
    for_all = [(one.start, one.end) for one in section.asked if one.of_all]  # whom to ask about all, which is no sign
    told = [
        path
        for path, span in organisation.evidence.items()
        if path.partition(".")[0] not in (*_NAMES, "summary")
        and not any(start <= span[0] < end for start, end in for_all)
    ]
    return not told and of_their_own >= MANY and of_their_own > named


def weighed(
    pairs: list[tuple[Section, Organisation]], notices: list[Notice], language: Language
) -> list[tuple[Section, Organisation]]:
    """The organisations, each with how likely it is; headings that hardly are, and names in running text, become
    notices."""
    kept = []
    named = sum(section.heading is not None and section.heading.kind == "mention" for section, _organisation in pairs)
    for section, organisation in pairs:
        found = traits(section, organisation, language)
        likely = 1 / (1 + exp(-_BEGIN - sum(_WEIGHTS[trait] * much for trait, much in found.items())))
        kind = section.heading.kind if section.heading else ""
        least = LEAST_OF_HEADINGS if kind in _HEADINGS else LEAST_IN_TEXT if kind == "mention" else 0.0
        is_group = _is_but_a_group(section, organisation, language)
        is_named = _is_but_named(section, organisation, len(pairs) - named, named)
        if is_group or is_named or (likely < least and not organisation.parent):
            message = f"“{organisation.name.text}” may be an organisation; too little is told of it to read it as one."
            if is_group:
                message = (
                    f"“{organisation.name.text}” is a group of “{organisation.parent}”, in which somebody may sit."
                )
            notices.append(Notice("organisation-in-passing", message, organisation.evidence["name"]))
            continue
        organisation.confidence["name"] = round(likely, 3)
        kept.append((section, organisation))
    return kept
