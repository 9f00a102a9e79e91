"""What stands right behind a network's name and says what else it is called: “METREX, the Network of …”."""

from __future__ import annotations

import re
from dataclasses import replace

from hansa.reading import names
from hansa.reading.abbreviations import spelled
from hansa.reading.known import is_known, known_in
from hansa.reading.languages import Language
from hansa.reading.lists import says_organisation
from hansa.reading.names import Heading
from hansa.reading.outline import cues_of
from hansa.reading.types import Name, Span

_BEHIND_DASH = re.compile(r"\s[–—-]\s")
_BEHIND_COMMA = re.compile(r",\s(?=[\w’'])")
# “…, usually called ERRIN”
_CALLED = re.compile(r",\s(?:[a-zà-ÿ.]{1,14}\s){0,4}([A-ZÀ-ÖØ-ÞŁŚ][A-Za-zÀ-ÖØ-ÞŁŚ+]{2,9})(?![\w-])")
LONG_SLOGAN = 20  # letters of what a network calls itself
# “… (in English Assembly of European Regions, AER)”
_CALLED_BESIDES = re.compile(
    r"(?:\s[a-zà-ÿ]{4,20})?\s\((?:[a-zà-ÿ]{2,12}[.:]?\s){0,3}(?P<name>[A-ZÀ-ÖØ-ÞŁŚ][^(),;:]{4,100})(?:,\s(?P<short>[A-ZÀ-ÖØ-ÞŁŚ][A-Za-z+]{1,9}))?\)"
)


def apposed(text: str, span: Span, end: int, language: Language) -> Heading:
    """A name with what it stands for, or its abbreviation, behind a comma, “METREX, the Network of …”, or what it is
    called besides, in brackets."""
    words = text[slice(*span)]
    heading = names.parse(words, span[0])
    besides = _CALLED_BESIDES.match(text, span[1], end)
    if besides and not heading.abbreviation and is_known(besides["name"], whole=True):
        heading.other_names.append((Name(besides["name"]), besides.span("name")))
        heading.abbreviation = (besides["short"], besides.span("short")) if besides["short"] else None
        return heading
    dash = _BEHIND_DASH.match(text, span[1], end)
    known = next(known_in(text, dash.end(), end), None) if dash else None
    if dash and known and known[0] == dash.end() and names.is_abbreviation(words):
        return names.parse(text[span[0] : known[1]], span[0])  # “CRPM – Conférence des régions …”
    run = names.NAMES.match(text, dash.end(), end) if dash and names.is_abbreviation(words) else None
    if run and (says_organisation(run["name"], language) or is_known(run["name"])):
        return names.parse(text[span[0] : run.end()], span[0])  # “ICLEI - Local Governments for Sustainability”
    if run and run.end() - run.start() > LONG_SLOGAN and " " in run["name"]:
        return replace(heading, other_names=[(Name(run["name"]), run.span("name"))])  # “ICLEI – Governi locali …”
    behind = _BEHIND_COMMA.match(text, span[1], end)
    if heading.abbreviation or behind is None:
        return heading
    article = cues_of(language).article.match(text, behind.end())
    begin = article.end() if article else behind.end()
    if names.is_abbreviation(words):
        run = names.NAMES.match(text, begin, end)
        is_one = (
            run and " " in run["name"] and not names.is_abbreviation(run["name"].split()[0])
        )  # not “AER, CPMR and …”
        is_other = begin == behind.end() and run and is_known(run["name"], whole=True)
        is_other = is_other and run and not names.may_stand_for(words, run["name"])  # “ICLEI, Covenant of Mayors”
        if run and is_one and not is_other and (says_organisation(run["name"], language) or is_known(run["name"])):
            heading = names.parse(run["name"], run.start("name"))
            heading.abbreviation = (words, span)
    elif (short := _CALLED.match(text, span[1], end)) and spelled(words, short[1], language):
        heading.abbreviation = (short[1], short.span(1))
    return heading
