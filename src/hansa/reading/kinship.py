"""Which organisation of a page is a part of which other."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from functools import cache

from hansa.reading import names, people
from hansa.reading.authority import called as names_of
from hansa.reading.committees import names_a_committee
from hansa.reading.document import Document
from hansa.reading.known import is_known, whole_of
from hansa.reading.languages import Language, all_languages, languages
from hansa.reading.lists import says_organisation
from hansa.reading.national import whole_in, without_genitive
from hansa.reading.outline import Section, Sentence
from hansa.reading.prose import telling
from hansa.reading.types import Name, Notice, Organisation, Span

MOST_NAMES_ALIKE = 20
NEAR = 40
STEM = 4  # letters that a word keeps in every case
FEW_FIRST, FEW_LETTERS = 3, 4  # words of a sentence; letters of an article
NEAR_VERB = 40  # letters between “set up” and “within”
FAR = 60  # letters between the words for a part and the name of the whole
_WHOLE_FIRST = re.compile(r"(?P<whole>[A-ZÀ-Þ]{3,10})(?:['’]s|:n|:s|s)\s(?P<part>[A-ZÀ-Þ].{3,120})")
_GENITIVE = re.compile(r"['’]s\Z")
_APART = re.compile(r"[.;:,()]")
_SHORT = re.compile(r"\s\([A-Z][\w-]{1,12}[),;]")
_FULL = re.compile(r"\s[–—-]\s(?P<name>[A-ZÀ-Þ][\w’'-]*(?:\s[\w’'-]+){1,8})")  # “ICLEI – Local Governments for …”
_FOLDED_WORD = re.compile(r"[\w’'-]+")


class Called:
    """The organisations of a page by their names and abbreviations, found in running text in one pass."""

    def __init__(self, organisations: list[Organisation]) -> None:
        self.names: dict[str, Organisation] = {}
        self.by_word: defaultdict[str, list[str]] = defaultdict(list)
        self.by_stem: defaultdict[str, list[str]] = defaultdict(list)
        for organisation in organisations:
            every = [organisation.name.text, *(name.text for name in organisation.other_names)]
            for name in [*every, organisation.abbreviation or ""]:
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
                    if _is_inflected(name, folded, word.start()):
                        yield self.names[name], word.start()
                        break


def _is_inflected(name: str, text: str, start: int) -> bool:
    """Whether a name of several words stands there in another case: “Sieci Regionów”, of “Sieć Regionów”."""
    every = name.split()
    words = _FOLDED_WORD.findall(text[start : start + 2 * len(name)])[: len(every)]
    return len(words) == len(every) and all(map(_same_stem, words, every))


def _same_stem(word: str, other: str) -> bool:
    shorter = min(len(word), len(other))
    stem = max(STEM - 1, shorter - 2)
    if shorter < STEM:
        return word.startswith(other) and len(word) - len(other) < STEM - 1  # “Rates”, of “Rat”
    return word == other or (shorter >= STEM and word[:stem] == other[:stem] and abs(len(word) - len(other)) <= STEM)


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
        if whole := _whole(section, organisation, called, document, language, own):
            _set(organisation, whole[0].name.text, whole[1], 0.92)
        elif organisation.parent is None and (named := _named_whole(section, organisation, document, language, own)):
            _set(organisation, document.text[slice(*named)], named, 0.8)
    _by_name(pairs, called)
    speaking = {id(section): organisation for section, organisation in pairs}
    for section, organisation in pairs:
        above = speaking.get(id(section.within))
        if above is not None and section.heading is not None and _stands_below(organisation, above):
            _set(organisation, above.name.text, (section.heading.start, section.heading.end), 0.6)
    for section, organisation in pairs:
        _by_knowledge(section, organisation, called, document)
        if organisation.parent is None and section.called and (at := whole_in(organisation.name.text, language)):
            begin = section.called.span[0]
            _set(
                organisation,
                without_genitive(organisation.name.text[slice(*at)]),
                (begin + at[0], begin + at[1]),
                0.85,
            )
    yield from _consistent(called)


def _stands_below(organisation: Organisation, above: Organisation) -> bool:
    """Whether what a heading below another's names is a part of that: by its name, or no network of its own by that."""
    name = organisation.name.text
    is_its = (above.abbreviation or above.name.text) in name or above.name.text in name
    return is_its or not (organisation.abbreviation or is_known(name, whole=True))


def _by_knowledge(section: Section, organisation: Organisation, called: Called, document: Document) -> None:
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
        if not words or any(one in words for one in every):
            continue  # “CPMR North Sea Commission”
        _set(organisation, whole.name.text if whole else words, (begin.start(), begin.start() + len(words)), 0.9)


@cache
def _of_whole() -> re.Pattern[str]:
    of = all_languages().joining("of")
    return re.compile(rf"(?P<part>.{{4,120}}?),?\s(?:{of}|i\s)(?P<whole>[A-ZÀ-Þ]{{3,10}})(?:s|:s)?")


def _by_name(pairs: list[tuple[Section, Organisation]], called: Called) -> None:
    """What a heading calls the part of another by its abbreviation: “Intermediterranean Commission of the CPMR”, or
    “CPMR's North Sea Commission”."""
    for section, organisation in pairs:
        behind = _of_whole().fullmatch(organisation.name.text)
        match = behind or _WHOLE_FIRST.fullmatch(organisation.name.text)
        whole = called.names.get(people.bare(match["whole"])) if match else None
        if match is None or whole is organisation or section.called is None:
            continue
        if whole is None and not (behind and is_known(match["whole"])):
            continue
        start = section.called.span[0]
        if whole is not None:
            _set(organisation, whole.name.text, (start, start + len(match.group())), 0.95)
        organisation.name = Name(match["part"], organisation.name.language)


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
    section: Section,
    organisation: Organisation,
    called: Called,
    document: Document,
    language: Language,
    own: tuple[str, ...],
) -> tuple[Organisation, Span] | None:
    """The organisation of the page that a section says its own is a part of."""
    for span, sentence, _cues in _told(section, document, language):
        if language.has(sentence, "we"):
            continue
        umbrella = language.find(sentence, "umbrella")
        one_of = umbrella and _one_of(sentence[max(0, umbrella.start() - NEAR) : umbrella.start()], language)
        if umbrella and one_of:  # “one of the CPMR's commissions”
            for whole, at in called.within(sentence[max(0, umbrella.start() - NEAR) : umbrella.start()]):
                if whole is not organisation:
                    begin = span[0] + max(0, umbrella.start() - NEAR) + at
                    return whole, (begin, span[0] + umbrella.end())
        parts = [*_part_of(language).finditer(sentence), *_set_up_within(sentence, language)]
        branches = _branch_of(language).finditer(sentence)
        parts += [one for one in branches if _is_called(sentence[: one.start()], organisation, language)]
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


def _told(section: Section, document: Document, language: Language) -> Iterator[Sentence]:
    """What a section says of wholes and parts, its heading first: “Atlantic Arc Commission (part of the CPMR)”."""
    heading = document.of(section.heading) if section.heading is not None else ""
    if section.heading is not None and language.has(heading, "umbrella", "part_of"):
        yield Sentence((section.heading.start, section.heading.end), heading, language.cues_in(heading).perhaps)
    yield from telling(section, document, language, "umbrella", "part_of", "set_up_within", "branch_words")


def _named_whole(
    section: Section, organisation: Organisation, document: Document, language: Language, ours: tuple[str, ...]
) -> Span | None:
    """The name of an organisation that the page tells of only as what this one is a part of.

    It stands soon behind “is a part of”, and a word in it or an abbreviation behind it says that it is one.
    """
    own = {people.bare(name) for name in (organisation.name.text, organisation.abbreviation or "-")}
    for (start, end), sentence, _cues in _told(section, document, language):
        of_us = language.has(sentence, "we")
        if language.has(sentence, "left") or (of_us and not language.has(sentence, "branch_words")):
            continue
        one = language.pattern("one_of").search(document.text, start, end)
        near = min(end, one.end() + NEAR) if one else start  # “one of its six geographical commissions”
        one_of_many = language.pattern("umbrella").search(document.text, one.end(), near) if one else None
        parts = [*_part_of(language).finditer(document.text, start, end)]
        parts += _set_up_within(document.text, language, start, end)
        branches = [*_branch_of(language).finditer(document.text, start, end)]
        branches = [one for one in branches if _is_called(document.text[start : one.start()], organisation, language)]
        if of_us:  # “we are members of the ANMP, the Portuguese section of the …”
            branches = [
                one for one in branches if _is_apposed(document.text[start : one.start()], organisation, language)
            ]
            parts, one_of_many = [], None
        parts += branches
        for match in [*parts, *filter(None, [one_of_many])]:
            of_ours = language.has(sentence, "answers_for") and names_a_committee(match.group().split()[0], language)
            of_ours = of_ours or _is_of_ours(document.text[start : match.start()], organisation, language)
            if of_ours or document.text[start : match.start()].rstrip().endswith(ours):
                continue  # “… is dealt with by the Committee of the Council”
            elided = match.group().endswith(("'", "’"))  # French “de l’ICLEI”, of which the name's own rule knows
            begin = match.start() + match.group().rfind(" ") + 1 if elided else match.end()
            name = next(names.NAMES.finditer(document.text, begin, end), None)
            named = document.text.find(organisation.name.text, start, match.end() + FAR)
            if 0 <= named <= match.start() < named + len(organisation.name.text):
                continue  # “the Islands Commission of the …”: within its own name
            if (
                name is None
                or name.start("name") > match.end() + FAR
                or _APART.search(document.text, match.end(), name.start("name"))
            ):
                continue
            first, last = name.span("name")
            if (kind := language.pattern("umbrella").match(document.text, first, last)) and kind.end() + 1 < last:
                first = kind.end() + 1  # German “des Dachverbandes Council of …”
            if sits := language.pattern("seated").search(document.text, first, last):
                last = sits.start() - 1  # German “… des Klima-Bündnisses mit Sitz in Wien”
            words, short = document.text[first:last], _SHORT.match(document.text, last, end)
            if words.casefold() in language.countries or any(_is_inflected(one, people.bare(words), 0) for one in own):
                continue
            is_body = names_a_committee(words, language) or language.has(words, "bodies", "board")
            if is_body and match not in branches and not is_known(words):
                continue  # “belongs to the Executive Committee”
            if organisation.name.text.endswith(f" {words}") and not whole_in(organisation.name.text, language):
                continue  # “part of the Creative Cities Network”, below “UNESCO Creative Cities Network”
            told = any(says_organisation(words, one) for one in (language, languages()["en"])) and " " in words
            if short or told or is_known(words):
                full = _FULL.match(document.text, last, end)
                return first, full.end() if full and is_known(full["name"]) else last
        owned = _owner(language).search(document.text, start, end)
        its_own = owned and any(_is_inflected(one, people.bare(owned["name"]), 0) for one in own)
        if (
            owned
            and not its_own
            and is_known(owned["name"])
            and _is_called(document.text[start : owned.start()], organisation, language)
        ):
            return owned.span("name")
    return None


def _is_called(before: str, organisation: Organisation, language: Language) -> bool:
    """Whether what follows says what the organisation is: it begins so, or behind its name and a comma, or “is”; not
    “works with the Polish section of”."""
    *names_it, clause = re.split(r"[,–:(]\s", f" {before}")
    if language.has(clause, "cooperation", "with", "through"):
        return False
    own = (organisation.name.text, organisation.abbreviation or organisation.name.text)
    if names_it and len(clause.split()) <= FEW_FIRST:
        return any(name in " ".join(names_it) for name in own)
    return len(clause.split()) <= FEW_FIRST or language.has(clause, "is")


def _is_apposed(before: str, organisation: Organisation, language: Language) -> bool:
    """Whether an organisation's name stands right before, with a comma: “the ANMP, (the)”."""
    *names_it, clause = before.split(", ")
    own = (organisation.name.text, organisation.abbreviation or organisation.name.text)
    last = names_it[-1].rstrip(")") if names_it else ""
    little = all(word.casefold() in language.words["articles"] for word in clause.split())
    return little and any(last.endswith(name) for name in own)


def _is_of_ours(before: str, organisation: Organisation, language: Language) -> bool:
    """Whether words before “is a part of” begin with somebody in office, or tell of the council: “The mayor belongs to
    the Executive Committee”."""
    names_it, _comma, clause = before.rpartition(", ")
    if organisation.name.text in names_it or (organisation.abbreviation or organisation.name.text) in names_it:
        before = clause  # “we take part in the ANCI, a section of the …”
    begins = " ".join(before.split()[:FEW_FIRST])
    honours = (one.group() for one in language.pattern("honours").finditer(begins))
    return language.has(before, "we_subject") or any(len(word) > FEW_LETTERS for word in honours)


@cache
def _part_of(language: Language) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{language.any_of('part_of')})\s", re.I)


@cache
def _owner(language: Language) -> re.Pattern[str]:
    """“CEMR's (national section)”, in a language's way."""
    branch = rf"(?:[\w-]{{2,20}}\s){{0,2}}?(?i:{language.any_of('branch_words')})(?!\w)"
    return re.compile(rf"(?<!\w)(?P<name>[A-ZÀ-Þ][\w&+]{{2,14}}?)(?:['’]s|:s|:n|s|n|\ss(?:in|i|itt))\s{branch}")


@cache
def _branch_of(language: Language) -> re.Pattern[str]:
    """“The European arm of ”, “la sezione italiana del ”."""
    branch = rf"(?:{language.any_of('branch_words')})(?:\s[a-zà-ÿ]{{4,20}}){{0,2}}?"
    return re.compile(rf"(?<!\w){branch}\s{language.joining('of')}", re.I)


def _set_up_within(words: str, language: Language, start: int = 0, end: int | None = None) -> list[re.Match[str]]:
    """“(Set up) within the”, “(wurde 1980) innerhalb der (CPMR eingerichtet)”."""
    end = len(words) if end is None else end
    verbs = [verb.start() for verb in language.pattern("founded_verbs").finditer(words, start, end)]
    every = language.pattern("set_up_within").finditer(words, start, end) if verbs else ()
    name = language.pattern("under_the_name")  # “under the name (of)” says what it was called
    every = (one for one in every if (said := name.match(words, one.start())) is None or said.end() <= one.end())
    return [one for one in every if any(abs(one.start() - at) <= NEAR_VERB for at in verbs)]


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
