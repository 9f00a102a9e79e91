"""Which organisation of a page is a part of which other."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from functools import cache

from hansa.reading import names, people
from hansa.reading.abbreviations import beside
from hansa.reading.abbreviations import in_full as spelled_in
from hansa.reading.authority import called as names_of
from hansa.reading.document import Document
from hansa.reading.known import is_known, shorts_of, whole_of
from hansa.reading.languages import Language, all_languages
from hansa.reading.lists import says_organisation
from hansa.reading.national import names_section, whole_in, without_genitive
from hansa.reading.outline import Section, Sentence
from hansa.reading.owned import owner_of
from hansa.reading.prose import telling
from hansa.reading.types import Name, Notice, Organisation, Span
from hansa.reading.wholes_told import (
    FAR,
    NEAR,
    STEM,
    as_called,
    branch_of,
    in_full,
    is_called,
    is_inflected,
    named_whole,
    part_of,
    set_up_within,
    told,
)

MOST_NAMES_ALIKE = 20
FEW_PARAGRAPHS = 3
_WHOLE_FIRST = re.compile(r"(?P<whole>[A-ZÀ-Þ]{3,10})(?:['’]s|:n|:s|s)\s(?P<part>[A-ZÀ-Þ].{3,120})")
_GENITIVE = re.compile(r"['’]s\Z")
_FOLDED_WORD = re.compile(r"[\w’'-]+")


class Called:
    """The organisations of a page by their names and abbreviations, found in running text in one pass."""

    def __init__(self, organisations: list[Organisation]) -> None:
        self.names: dict[str, Organisation] = {}
        self.by_word: defaultdict[str, list[str]] = defaultdict(list)
        self.by_stem: defaultdict[str, list[str]] = defaultdict(list)
        for organisation in organisations:
            every = [organisation.name.text, *(name.text for name in organisation.other_names)]
            for name in [*every, organisation.abbreviation or "", *shorts_of(organisation.name.text)]:
                self._add(people.bare(name), organisation)

    def _add(self, name: str, organisation: Organisation) -> None:
        first = _FOLDED_WORD.match(name)
        if len(name) > 1 and first and name not in self.names:
            self.names[name] = organisation
            if len(self.by_word[first.group()]) < MOST_NAMES_ALIKE:
                self.by_word[first.group()].append(name)
            if " " in name and len(self.by_stem[name[:STEM]]) < MOST_NAMES_ALIKE:
                self.by_stem[name[:STEM]].append(name)

    def within(self, text: str) -> Iterator[tuple[Organisation, int]]:
        """The organisations named in a text, and where: longer names first where several begin alike."""
        folded = people.bare(text)
        for word in _FOLDED_WORD.finditer(folded):
            first = _GENITIVE.sub("", word.group())
            for name in sorted(self.by_word.get(first, ()), key=len, reverse=True):
                end = word.start() + len(name)
                if folded.startswith(name, word.start()) and not folded[end : end + 1].isalnum():
                    yield self.names[name], word.start()
                    break
            else:
                for name in self.by_stem.get(word.group()[:STEM], ()):
                    if is_inflected(name, folded, word.start()):
                        yield self.names[name], word.start()
                        break


def settle(
    pairs: list[tuple[Section, Organisation]], document: Document, language: Language, authority: str | None
) -> Iterator[Notice]:
    """Set the parent of each organisation that the page says is a part of another; what is in doubt is yielded.

    What the `authority` takes part in is not what the organisation is a part of.
    """
    own = names_of(authority, language)
    called = Called([organisation for _section, organisation in pairs])
    for section, organisation in pairs:
        for part, span in _parts(section, organisation, called, document, language):
            _set(part, organisation.name.text, span, 0.95)
        said = list(told(section, document, language))
        if whole := _whole(said, organisation, called, language, own):
            _set(organisation, whole[0].name.text, whole[1], 0.92)
        elif organisation.parent is None and (named := named_whole(said, organisation, document, language, own)):
            _set(organisation, as_called(document.text[slice(*named)], document, language), named, 0.8)
    _by_name(pairs, called, document, language)
    for section, organisation in pairs:
        is_open = organisation.parent is None or organisation.rules.get("parent") == "heading"
        if is_open and (at := owner_of(section, organisation, document, language)):
            organisation.parent = None
            _set(organisation, as_called(document.text[slice(*at)], document, language), at, 0.9)
    speaking = {id(section): organisation for section, organisation in pairs}
    for section, organisation in pairs:
        above = speaking.get(id(section.within))
        if (
            above is not None
            and section.heading is not None
            and _stands_below(organisation, above, section.heading.kind, language)
        ):
            _set(organisation, above.name.text, (section.heading.start, section.heading.end), 0.6)
    for section, organisation in pairs:
        _by_knowledge(organisation, called, document, language)
        if organisation.parent is None and section.called and (at := whole_in(organisation.name.text, language)):
            begin = section.called.span[0]
            _set(
                organisation,
                without_genitive(organisation.name.text[slice(*at)]),
                (begin + at[0], begin + at[1]),
                0.85,
            )
    yield from _consistent(called)


def _stands_below(organisation: Organisation, above: Organisation, kind: str, language: Language) -> bool:
    """Whether what a heading below another's names is a part of that: by its name, or no network of its own by that."""
    name = organisation.name.text
    if kind == "mention":
        return True  # “… the French Forum, the national section”
    is_its = (above.abbreviation or above.name.text) in name or above.name.text in name
    if kind == "lead" and not is_its:
        return _names_a_part(name, language) and not is_known(name, whole=True)  # an item of a list
    return is_its or not (organisation.abbreviation or is_known(name, whole=True))


def _by_knowledge(organisation: Organisation, called: Called, document: Document, language: Language) -> None:
    """What is known to be a part of another that the page names: the North Sea Commission, of the CPMR."""
    every = [organisation.name.text, *(name.text for name in organisation.other_names)]
    known = next(filter(None, map(whole_of, every)), None)
    if known is None or organisation.parent:
        return
    whole = next((one for one in called.names.values() if one is not organisation and known.match(one.name.text)), None)
    begins = sorted(known.finditer(document.text), key=lambda begin: " " not in begin.group())  # in full, if it is
    for begin in begins[:MOST_NAMES_ALIKE]:
        line_end = document.text.find("\n", begin.end())
        name = names.NAMES.match(document.text, begin.start(), line_end if line_end > 0 else len(document.text))
        is_whole = " " in begin.group() and name is not None and name.end() >= begin.end()
        words = name["name"] if name and is_whole else begin.group()
        if " " in words:
            line_end = line_end if line_end > 0 else len(document.text)
            last = in_full(document.text, begin.start(), begin.start() + len(words), line_end, language)
            words = document.text[begin.start() : last]
        if not words or any(one in words for one in every):
            continue  # “CPMR North Sea Commission”
        name_of_it = whole.name.text if whole else as_called(words, document, language)
        _set(organisation, name_of_it, (begin.start(), begin.start() + len(words)), 0.9)


@cache
def _of_whole() -> re.Pattern[str]:
    of = all_languages().joining("of", "in")
    return re.compile(rf"(?P<part>.{{4,120}}?),?\s(?:{of})(?P<whole>[A-ZÀ-Þ]{{3,10}})(?:s|:s)?")


def _by_name(pairs: list[tuple[Section, Organisation]], called: Called, document: Document, language: Language) -> None:
    """What a heading calls the part of another by its abbreviation: “Intermediterranean Commission of the CPMR”, or
    “CPMR's North Sea Commission”."""
    for section, organisation in pairs:
        if section.called and (at := names_section(organisation.name.text, language)):
            begin = section.called.span[0]
            whole_name = as_called(organisation.name.text[slice(*at)], document, language)
            _set(organisation, whole_name, (begin + at[0], begin + at[1]), 0.9)
            continue
        behind = _of_whole().fullmatch(organisation.name.text)
        match = behind or _WHOLE_FIRST.fullmatch(organisation.name.text)
        whole = called.names.get(people.bare(match["whole"])) if match else None
        if match is None or whole is organisation or section.called is None:
            continue
        if whole is None and not (behind and is_known(match["whole"])):
            continue
        if whole is None and not _names_a_part(match["part"], language):
            _call_the_whole(section, organisation, match["whole"], document, language)
            continue
        start = section.called.span[0]
        if whole is not None:
            _set(organisation, whole.name.text, (start, start + len(match.group())), 0.95)
        organisation.name = Name(match["part"], organisation.name.language)


def _names_a_part(words: str, language: Language) -> bool:
    """Whether the words before “of the CPMR” name a part: “Culture Commission”, not “City of Refuge (in ICORN)”."""
    kinds = ("groups", "commissions", "section_words", "branch_words")
    return bool(says_organisation(words, language)) or language.has(words, *kinds) or is_known(words)


def _call_the_whole(
    section: Section, organisation: Organisation, short: str, document: Document, language: Language
) -> None:
    """Name an organisation by the abbreviation that its heading, which says something else, ends with: “City of Refuge
    in ICORN”; in full, where the text below tells what that is."""
    spans = (spelled_in(document.text, b.start, b.end, short, language) for b in section.paragraphs[:FEW_PARAGRAPHS])
    span = next(filter(None, spans), None) or beside(document.text, short, language)
    organisation.name = Name(document.text[slice(*span)] if span else short, None)
    if organisation.abbreviation is None and section.called is not None:
        last = section.called.span[1]
        organisation.abbreviation = short
        organisation.evidence["abbreviation"] = (last - len(short), last)
        organisation.confidence["abbreviation"], organisation.rules["abbreviation"] = 0.9, "kinship"


def _set(part: Organisation, whole: str, span: Span, confidence: float) -> None:
    if part.parent is None and people.bare(part.name.text) != people.bare(whole):
        part.parent = whole
        part.evidence["parent"], part.confidence["parent"], part.rules["parent"] = span, confidence, "kinship"


def _parts(
    section: Section, organisation: Organisation, called: Called, document: Document, language: Language
) -> Iterator[tuple[Organisation, Span]]:
    """Organisations of the page that a section names as its organisation's parts, with the words that say so."""
    for span, sentence, _cues in telling(section, document, language, "umbrella"):
        umbrella = language.find(sentence, "umbrella")
        if umbrella is None or language.has(sentence[: umbrella.start()], "part_of", "member_of"):
            continue
        if _one_of(sentence[max(0, umbrella.start() - NEAR) : umbrella.start()], language):
            continue
        for part, at in called.within(sentence):
            if part is not organisation and at > umbrella.start():
                yield part, span


def _one_of(words: str, language: Language) -> bool:
    """“One of the (six geographical) …”: what follows is the whole, not the parts."""
    return language.has(words, "one_of")


def _whole(
    said: list[Sentence],
    organisation: Organisation,
    called: Called,
    language: Language,
    own: tuple[str, ...],
) -> tuple[Organisation, Span] | None:
    """The organisation of the page that a section's sentences on wholes and parts say its own is a part of."""
    for span, sentence, _cues in said:
        if language.has(sentence, "we"):
            continue
        umbrella = language.find(sentence, "umbrella")
        one_of = umbrella and _one_of(sentence[max(0, umbrella.start() - NEAR) : umbrella.start()], language)
        if umbrella and one_of:  # “one of the CPMR's commissions”
            for whole, at in called.within(sentence[max(0, umbrella.start() - NEAR) : umbrella.start()]):
                if whole is not organisation:
                    begin = span[0] + max(0, umbrella.start() - NEAR) + at
                    return whole, (begin, span[0] + umbrella.end())
        parts = [*part_of(language).finditer(sentence), *set_up_within(sentence, language)]
        branches = branch_of(language).finditer(sentence)
        parts += [one for one in branches if is_called(sentence[: one.start()], organisation, language)]
        for match in [*parts, *([umbrella] if umbrella and one_of else [])]:
            if sentence[: match.start()].rstrip().endswith(own):
                continue  # “Region Westsea takes part in the Baltic Sea Commission”
            for whole, at in called.within(sentence[match.end() : match.end() + 120]):
                if whole is not organisation and at < FAR:
                    return whole, (
                        span[0] + match.start(),
                        min(span[1], span[0] + match.end() + at + len(whole.name.text)),
                    )
                break
    return None


def _consistent(called: Called) -> Iterator[Notice]:
    """A parent is called as the page calls that organisation; one that would be a part of its own part is left out."""
    every = list({id(o): o for o in called.names.values()}.values())
    for organisation in every:
        if organisation.parent and (standing := called.names.get(people.bare(organisation.parent))):
            organisation.parent = standing.name.text
    for organisation in every:
        seen, above = {id(organisation)}, organisation
        while above.parent and (higher := called.names.get(people.bare(above.parent))) is not None:
            if id(higher) in seen:
                message = f"“{organisation.name.text}” would be a part of its own part; this was left out."
                yield Notice("parent-circular", message, organisation.evidence.pop("parent", None))
                organisation.confidence.pop("parent", None)
                organisation.parent = None
                break
            seen.add(id(higher))
            above = higher
