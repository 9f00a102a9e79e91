"""Paragraphs and sentences that begin with an organisation's name and say what it is: “BSSSC (Baltic Sea …) is a
network …”."""

from __future__ import annotations

from hansa.reading import lists, names, people
from hansa.reading.abbreviations import spelled
from hansa.reading.document import Block, Document
from hansa.reading.known import is_known, is_short_of, known_in
from hansa.reading.languages import Language, languages
from hansa.reading.names import Heading
from hansa.reading.outline import Cues, Section, cues_of

LEVEL = 7  # of a heading that is but bold
LONGEST_DEFINITION = 300
SHORTEST = 60  # letters of a paragraph that tells of something
SEVERAL = 3  # organisations
FEWEST_DEFINED = 2
NEAR_START, FEW_BEFORE = 60, 3  # letters, words
NEAR, LONGEST_PREDICATE = 30, 120  # letters


def defining(blocks: list[Block], document: Document, cues: Cues) -> dict[int, Section]:
    """Paragraphs, two or more, that begin with a name and say what it is: “BSSSC (Baltic Sea …) is a network …”."""
    found = {}
    for block in blocks:
        if block.kind not in ("paragraph", "line"):
            continue
        text = document.text[block.start : min(block.end, block.start + LONGEST_DEFINITION)]
        begins = cues.defined.match(text) if cues.language.may_have(text, "definition") else None
        if begins is None and "(" in text:
            begins = cues.spelled_out.match(text)
        if not begins:
            continue
        named = begins["name"]
        short, _dash, rest = named.partition(" – ")
        if rest and (cues.is_plain(rest) or cues.subject.fullmatch(rest)):
            named = short  # “METREX – the network brings together …”
        told = names.parse(named).abbreviation or is_known(named, whole=True) or names.is_abbreviation(named)
        if not told and block.lead != begins.start("name") + len(named):
            continue
        if begins.re is cues.spelled_out and people.is_person(named.partition(" (")[0], cues.language):
            continue  # “Asta Lind (S) is …”
        if (one := people.somebody(named, cues.language)) and one.party:
            continue  # “The council sends Asta Lind (S) to …”
        first = begins.start("name")
        little, _space, rest = named.partition(" ")
        if little.casefold() in cues.language.function_words and rest[:1].isupper():
            continue  # “From the CPMR (Conference of …) …”
        heading = Block("lead", block.start + first, block.start + first + len(named))
        found[block.start] = Section(heading, LEVEL, paragraphs=[block])
    if count_names(found, document) < FEWEST_DEFINED:
        return {}
    for block in blocks:  # “In the Baltic Sea Commission, over …”, beside those
        if block.kind not in ("paragraph", "line") or block.start in found or block.end - block.start < SHORTEST:
            continue
        known = next(known_in(document.text, block.start, block.start + NEAR_START), None)
        before = document.text[block.start : known[0]].casefold().split() if known else ["?"]
        if known and len(before) <= FEW_BEFORE and all(word in cues.language.function_words for word in before):
            heading = Block("lead", *known)
            found[block.start] = Section(heading, LEVEL, paragraphs=[block])
    return found


def count_names(found: dict[int, Section], document: Document) -> int:
    return len({document.of(one.heading) for one in found.values() if one.heading})


def speaks_of_others(block: Block, section: Section, document: Document) -> bool:
    """Whether a paragraph below one that defines an organisation names other networks that are known, and not that."""
    if section.heading is None or section.heading.kind != "lead" or section.level != LEVEL or section.listed:
        return False
    own = document.of(section.heading)
    every = [document.text[slice(*at)] for at in known_in(document.text, block.start, block.end)]
    names_own = any(name in own or own in name for name in every) or own in document.of(block)
    return bool(every) and not names_own


def may_define(section: Section, defined: Section, document: Document, cues: Cues, count: int) -> bool:
    """Whether what stands below a heading may be several organisations: three or more, or below “Our networks”; not
    what the heading itself spells out: “The AER is …”, below “Assembly of European Regions”."""
    if section.heading is None or section.heading.kind == "lead":
        return True
    text = document.of(section.heading)
    if defined.heading and _says_again(text, document.of(defined.heading), cues):
        return False
    called = names.parse(text)
    says_several = cues.is_plain(text) or count >= SEVERAL or lists.is_expected(text, cues.language)
    is_name = called.abbreviation or is_known(text) or names.is_abbreviation(text.replace(".", ""))
    return not is_name and says_several


def _says_again(heading: str, words: str, cues: Cues) -> bool:
    """Whether words name what a heading names in full: “AER”, below “Assembly of European Regions”."""
    defined = names.parse(words)
    short = defined.abbreviation[0] if defined.abbreviation else words
    if defined.name.text.casefold() == heading.casefold() or is_short_of(short, heading):
        return True
    return names.is_abbreviation(short) and any(
        spelled(heading, short, one) for one in (cues.language, languages()["en"])
    )


def defines(sentence: str, heading: Heading, start: int, language: Language) -> bool:
    """Whether a sentence begins with a name and says what it is: “Eurocities is a network of”, “…, the network of”."""
    led = len(sentence) - len(sentence.lstrip())
    article = cues_of(language).article.match(sentence, led)
    begins = heading.span[0] - start <= (article.end() if article else led)
    asides = [heading.abbreviation] if heading.abbreviation else []
    last = max(end for _name, (_first, end) in [*heading.names(), *asides]) - start
    behind = sentence[last : last + LONGEST_PREDICATE].lstrip(')”»", –—-')
    said = cues_of(language).defines.search(behind) or language.has(behind[:NEAR], "founded_verbs")
    if language.has(behind[:NEAR], "eu_programmes"):
        return False
    said = said or (language.has(behind[:NEAR], "consists") and any(map(str.isdigit, behind)))
    begins = begins or language.pattern("founded_verbs").match(sentence) is not None  # “Founded in 1973, the …”
    return begins and bool(said) and (behind[:1].islower() or language.has(behind, "definition"))
