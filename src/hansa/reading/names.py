"""What a heading says: an organisation's name, its abbreviation, its name in another language."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from hansa.reading.languages import Language, languages
from hansa.reading.types import Name, Span

_ABBREVIATION = r"[A-ZÅÄÖ][A-Za-z0-9ÅÄÖåäö&/+-]{1,14}"
_BRACKETS = re.compile(r"^(.{2,200}?)\s{0,3}\(([^()]{2,160})\)\s{0,3}(.{0,60})$")
_DASHED = re.compile(rf"^({_ABBREVIATION})\s{{0,3}}(?:[–—:,]|\s-)\s{{1,3}}(.{{3,200}})$")
_BEHIND = re.compile(rf"^(.{{3,200}}?)(?:\s{{1,3}}[–—-]|,)\s{{1,3}}({_ABBREVIATION})$")
_SMALL = frozenset("of the and for to in och för i av de la le du des et der die und für".split())


@dataclass(slots=True)
class Heading:
    """An organisation's names as a heading has them, each with its span."""

    name: Name
    span: Span
    abbreviation: tuple[str, Span] | None = None
    other_names: list[tuple[Name, Span]] = field(default_factory=list)


def parse(text: str, offset: int, language: Language) -> Heading:
    """The names in a heading that begins at `offset`: “Name (ABBR)”, “ABBR – Name”, “Name (Name)”, “ABBR, Name”."""
    if match := _DASHED.match(text):
        if is_abbreviation(match[1]) and not is_abbreviation(match[2]):
            inner = parse(match[2], offset + match.start(2), language)
            inner.abbreviation = (match[1], _span(match, 1, offset))
            return inner
    if match := _BRACKETS.match(text):
        if is_abbreviation(match[1]) and not is_abbreviation(match[2]) and " " in match[2]:
            heading = _heading(match[2], _span(match, 2, offset), language)
            heading.abbreviation = (match[1], _span(match, 1, offset))
            return heading
        heading = _heading(match[1], _span(match, 1, offset), language)
        _aside(heading, match[2], _span(match, 2, offset), language)
        return heading
    if (match := _BEHIND.match(text)) and is_abbreviation(match[2]):
        heading = _heading(match[1], _span(match, 1, offset), language)
        heading.abbreviation = (match[2], _span(match, 2, offset))
        return heading
    return _heading(text, (offset, offset + len(text)), language)


def _span(match: re.Match[str], group: int, offset: int) -> Span:
    return offset + match.start(group), offset + match.end(group)


def _heading(text: str, span: Span, language: Language) -> Heading:
    return Heading(Name(text.strip(), language_of(text, language)), span)


def _aside(heading: Heading, text: str, span: Span, language: Language) -> None:
    """What stands in brackets: an abbreviation, another name, or both (“North Sea Commission, NSC”)."""
    for part in re.finditer(r"[^,;]+", text):
        words = part.group().strip()
        at = (span[0] + part.start(), span[0] + part.end())
        if is_abbreviation(words) and heading.abbreviation is None:
            heading.abbreviation = (words, at)
        elif len(words) > 3 and " " in words or words[:1].isupper():
            heading.other_names.append((Name(words, language_of(words, language)), at))


def is_abbreviation(text: str) -> bool:
    """Whether this may be an abbreviation: one short word, mostly of capitals."""
    capitals = sum(c.isupper() for c in text)
    return bool(re.fullmatch(_ABBREVIATION, text)) and capitals >= 2 and capitals * 2 >= sum(c.isalpha() for c in text)


def language_of(name: str, page: Language) -> str | None:
    """The language that a name is in, by its words; the page's own where nothing speaks against it."""
    words = re.findall(r"[\w-]+", name.lower())
    scores = {}
    for code, language in languages().items():
        telling = set(language.words["organisation_words"]) | (set(language.function_words) & _SMALL)
        scores[code] = sum(w in telling or (len(w) > 6 and w.endswith(tuple(telling - _SMALL))) for w in words)
    if re.search("[åäö]", name.lower()):
        scores["sv"] = scores.get("sv", 0) + 2
    best = max(scores, key=lambda code: scores[code])
    if not scores[best]:
        return "en" if re.search(r"\bEurope|\bRegion(?:s|al)\b|\bCities\b", name) else page.code
    tied = [code for code, score in scores.items() if score == scores[best]]
    return page.code if page.code in tied else best
