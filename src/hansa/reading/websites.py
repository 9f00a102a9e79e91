"""An organisation's website: behind its label, behind a link, or written out in the text."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from urllib.parse import urlsplit

from hansa.reading import addresses, people
from hansa.reading.document import Block, Document
from hansa.reading.facts import Facts, field_rule, section_rule
from hansa.reading.languages import Language
from hansa.reading.outline import Field, Section
from hansa.reading.types import Span

LONGEST_BLOCK = 4000
MOST_CANDIDATES = 60
_ABSOLUTE = re.compile(r"https?://\S+\Z", re.I)
_OF_A_YEAR = re.compile(r"(?<!\d)20\d\d(?!\d)")
_FILE = re.compile(r"\.(?:pdf|docx?|xlsx?|ods|odt|pptx?|jpe?g|png|zip)\Z", re.I)


@dataclass(frozen=True, slots=True)
class _Candidate:
    """A web address in a section: where its words stand, in which block, and whether it is a link."""

    url: str
    span: Span
    block: Block
    linked: bool

    @property
    def host(self) -> str:
        return _host(self.url)


def _host(url: str) -> str:
    try:
        return (urlsplit(url).hostname or "").removeprefix("www.")
    except ValueError:
        return ""


@field_rule("website")
def labelled(facts: Facts, field: Field, value: str) -> None:
    """The address behind its label: where the link leads, as written, or mended where it was broken."""
    if facts.organisation.website is not None:
        return
    span = (field.start, field.end)
    found = addresses.website(value)
    leading = [a for a in facts.document.anchors_in(*span) if _ABSOLUTE.match(a.url)]
    if found is None:
        if not leading:
            facts.doubt("not-an-address", "{words} is not a web address.", span)
            return
        facts.organisation.website = leading[0].url
        facts.note("website", leading[0].span, 0.97)
        return
    url, start, end, mended = found
    url = next((a.url for a in leading if _host(a.url) == _host(url)), url)
    span = (field.start + start, field.start + end)
    if mended:
        facts.doubt("address-mended", f"The web address {{words}} was broken; it was read as {url}.", span)
    facts.organisation.website = url
    facts.note("website", span, 0.9 if mended else 0.97)


@section_rule("website in a link or in the text")
def unlabelled(facts: Facts, section: Section) -> None:
    """The one address that has the organisation's name, or the only one that stands there as a website does."""
    if facts.organisation.website is not None:
        return
    own = facts.own_hosts
    mail = [address.span for address in facts.addresses_in(section.start, section.end)]
    found = [c for c in _candidates(section, facts.document) if not _is_elsewhere(c, own, facts)]
    found = [c for c in found if c.linked or not any(a <= c.span[0] < b for a, b in mail)]
    if not found and section.level == 1:  # a page of its own: what it links to below
        whole = [_Candidate(a.url, a.span, Block("link", *a.span), True) for a in facts.document.anchors]
        found = [c for c in whole if c.host and _is_named_after(c.host, facts) and not _is_elsewhere(c, own, facts)]
    named = [c for c in found if _is_named_after(c.host, facts)]
    telling = named or [c for c in found if _stands_as_website(c, section, facts)]
    hosts = {c.host for c in telling}
    if telling and (named or len(hosts) == 1):
        chosen = telling[0]
        alike = {c.url for c in telling if c.linked and c.host == chosen.host}
        facts.organisation.website = next(iter(alike)) if len(alike) == 1 else chosen.url
        facts.note("website", chosen.span, 0.95 if named else 0.88)
    elif len(hosts) > 1:
        facts.doubt(
            "website-doubtful", "Which of several web addresses is the organisation's? {words}", telling[0].span
        )


def _candidates(section: Section, document: Document) -> Iterator[_Candidate]:
    """The web addresses of a section, in its order."""
    fields = [Block("field", field.start, field.end) for field in section.fields]
    blocks = [*([section.heading] if section.heading else []), *section.paragraphs, *fields]
    count = 0
    for block in sorted(blocks, key=lambda block: block.start):
        linked: list[Span] = []
        for anchor in document.anchors_in(block.start, block.end):
            if _ABSOLUTE.match(anchor.url):
                linked.append(anchor.span)
                yield _Candidate(anchor.url, anchor.span, block, True)
                count += 1
        position, end = block.start, min(block.end, block.start + LONGEST_BLOCK)
        while count < MOST_CANDIDATES and (found := addresses.website(document.text[position:end])):
            span = (position + found[1], position + found[2])
            if not found[3] and not any(a <= span[0] < b for a, b in linked):
                yield _Candidate(found[0], span, block, False)
            count += 1
            position = span[1]
        if count >= MOST_CANDIDATES:
            return


def _is_elsewhere(candidate: _Candidate, own: frozenset[str], facts: Facts) -> bool:
    """Whether an address leads to the authority's own pages, to a platform, or to a file."""
    host = candidate.host
    if not host or addresses.is_platform(host) or _FILE.search(urlsplit(candidate.url).path):
        return True
    if (year := _OF_A_YEAR.search(host)) and not any(year.group() in name for name in _called(facts)):
        return True  # a conference's: “polis2025.eu”
    if any(host == one or host.endswith(f".{one}") or one.endswith(f".{host}") for one in own):
        return not _is_named_after(host, facts)
    core = _core(host)
    whose = re.findall(r"\w+", people.bare(f"{facts.authority or ''} {facts.document.title or ''}"))
    called = " ".join(_called(facts))
    plain = _plain_words(facts.language)
    return any(len(word) > 4 and word in core and word not in plain and word not in called for word in whose)


@cache
def _plain_words(language: Language) -> frozenset[str]:
    cues = ("authority_words", "generic", "name_words")
    return frozenset(people.bare(word) for cue in cues for word in language.words[cue])


def _stands_as_website(candidate: _Candidate, section: Section, facts: Facts) -> bool:
    """Whether an address is written out, is all there is in its block, or its words say what it is."""
    words = facts.text[slice(*candidate.span)][:200]
    if not candidate.linked or addresses.website(words):
        return True
    if candidate.block is section.heading or facts.language.has(words, "website", "read_more"):
        return True
    around = facts.text[candidate.block.start : candidate.span[0]] + facts.text[candidate.span[1] : candidate.block.end]
    return people.bare(words) in _called(facts) or not re.search(r"\w", around)


def _called(facts: Facts) -> set[str]:
    own = facts.organisation
    every = [own.name.text, own.abbreviation or "", *(name.text for name in own.other_names)]
    return {people.bare(name) for name in every if name}


def _is_named_after(host: str, facts: Facts) -> bool:
    """Whether a host has the organisation's abbreviation, a word of its name, or its initials."""
    core = _core(host)
    labels = [label for label in re.split(r"[.-]", host) if len(label) > 2]
    for name in _called(facts):
        words = re.findall(r"\w+", name)
        joined = "".join(words)
        initials = "".join(word[0] for word in words)
        if len(joined) > 2 and (joined in core or any(len(label) > 4 and label in joined for label in labels)):
            return True
        if len(initials) > 2 and initials in labels:
            return True
        if any(len(word) > 6 and word in core and word not in _plain_words(facts.language) for word in words):
            return True
    return False


def _core(host: str) -> str:
    """A host without its ending, letters and digits only."""
    return re.sub(r"[^a-z0-9]", "", host.rpartition(".")[0])
