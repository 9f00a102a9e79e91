"""Who holds what: the authority's own name, the offices that it holds, umbrellas and their parts."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping

from hansa.reading import dates, figures, people
from hansa.reading.facts import Facts
from hansa.reading.languages import Language
from hansa.reading.sections import Section
from hansa.reading.types import Office, Organisation, Span

OFFICES = ("vice-chair", "chair", "secretariat", "board")
_WORD = r"[A-ZÅÄÖÀ-Þ][\w'’-]{1,30}"


def authority_of(introduction: str, text: str, language: Language) -> str | None:
    """The authority whose page it is: who takes part, in the introduction; the name that comes most often there."""
    words = language.any_of("authority_words")
    endings = language.any_of("authority_endings")
    name = re.compile(
        rf"(?:(?:{_WORD}\s){{0,3}}(?:{_WORD}(?:{endings})|[A-ZÅÄÖ]?(?:{endings}))(?=s?\b)"
        rf"|\b(?i:{words})\s(?:of\s)?{_WORD}(?:\s{_WORD}){{0,2}}|(?:{_WORD}\s){{1,3}}(?i:{words})\b)"
    )
    counted: Counter[str] = Counter()
    for match in name.finditer(introduction[:20_000]):
        found = " ".join(match.group().split())
        if not found[0].isupper():
            continue
        follows = introduction[match.end() : match.end() + 40]
        active = re.match(rf"\s(?:{language.any_of('takes_part')})\b", follows)
        counted[found] += 3 if active else 1
    if not counted:
        return None
    best, _count = counted.most_common(1)[0]
    genitive = best[:-1] if best.endswith("s") and counted.get(best[:-1]) else best
    return genitive if re.search(rf"(?<!\w){re.escape(genitive)}(?!\w)", text) else best


def offices(facts: Facts, section: Section, authority: str | None) -> None:
    """The offices that the authority holds in a section's organisation, in running text and in labelled fields."""
    for field in section.of("role_label"):
        for part in re.finditer(r"[^;\n]+", facts.text[field.start : field.end][:2000]):
            _in_clause(facts, (field.start + part.start(), field.start + part.end()), 0.95)
    for block in section.paragraphs:
        for span in figures.sentences(
            facts.text, block.start, min(block.end, block.start + 20_000), facts.language
        ):
            if _is_ours(facts, span, authority):
                _in_clause(facts, span, 0.93)


def _is_ours(facts: Facts, span: Span, authority: str | None) -> bool:
    """Whether a sentence speaks of the authority holding something now: “we”, or its name, as the subject."""
    sentence = facts.text[span[0] : span[1]]
    language = facts.language
    if re.search(rf"(?<!\w)(?:{language.any_of('formerly')})(?!\w)", sentence, re.I):
        return False
    subject = rf"(?:{language.any_of('we')})"
    if authority:
        subject = rf"(?:{subject}|{re.escape(authority)})"
    return bool(
        re.search(
            rf"(?<!\w)(?i:{subject})(?!\w).{{0,60}}?(?<!\w)(?i:{language.any_of('holds')})(?!\w)", sentence
        )
    )


def _in_clause(facts: Facts, span: Span, confidence: float) -> None:
    """The offices named in one clause or sentence; a person stands behind “through”."""
    text, language = facts.text[span[0] : span[1]], facts.language
    taken: list[Span] = []
    for office in OFFICES:
        pattern = rf"(?<!\w)(?:{language.any_of(office)})(?!\w)"
        for match in re.finditer(pattern, text, re.I):
            if any(start <= match.start() < end for start, end in taken):
                continue
            taken.append(match.span())
            if office not in {o.office for o in facts.organisation.offices} | _named(text, match, office):
                _office(facts, office, match, text, span[0], confidence)
            break


def _named(text: str, match: re.Match[str], office: str) -> set[str]:
    """An office's word that is part of a name (“North Sea Commission Secretariat”) says nothing of who holds it."""
    before = text[max(0, match.start() - 2) : match.start()]
    capital = match.group()[0].isupper() and match.start() > 0 and before.strip() not in ("", ":", ";", "(")
    return {office} if capital else set()


def _office(
    facts: Facts, office: str, match: re.Match[str], text: str, offset: int, confidence: float
) -> None:
    language = facts.language
    through = re.compile(rf"(?<!\w)(?:{language.any_of('through')})\s", re.I)
    held = Office(office)
    end = match.end()
    after = through.search(text, match.end(), match.end() + 120)
    person = people.somebody(text, language, after.end()) if after else None
    if (
        person is not None
        and after is not None
        and person.start - after.end() < 30
        and office != "secretariat"
    ):
        held.person, held.party, end = person.name, person.party, person.end
    held.since, held.until = dates.span_in(text[end : end + 60].partition(".")[0], language)
    position = len(facts.organisation.offices)
    facts.organisation.offices.append(held)
    facts.note(f"offices.{position}", (offset + match.start(), offset + end), confidence)


def parts_of_umbrella(
    text: str, section: Section, called: Mapping[str, Organisation], language: Language
) -> Iterator[tuple[Organisation, Span]]:
    """Organisations of the page that a section names as its organisation's parts, with the words that say so."""
    for block in section.paragraphs:
        for span in figures.sentences(text, block.start, min(block.end, block.start + 20_000), language):
            sentence = text[span[0] : span[1]]
            if not language.has(sentence, "umbrella"):
                continue
            folded = people.bare(sentence)
            for name, organisation in called.items():
                if len(name) > 3 and re.search(rf"(?<!\w){re.escape(name)}(?!\w)", folded):
                    yield organisation, span


def whole_of(
    text: str, section: Section, called: Mapping[str, Organisation], language: Language
) -> tuple[Organisation, Span] | None:
    """The organisation of the page that a section says its own is a part of."""
    pattern = re.compile(rf"(?<!\w)(?:{language.any_of('part_of')})\s(.{{2,120}})", re.I)
    for block in section.paragraphs:
        for match in pattern.finditer(text, block.start, min(block.end, block.start + 20_000)):
            after = people.bare(match.group(1))
            for name, organisation in called.items():
                if re.match(rf"(?:the |den |det )?{re.escape(name)}(?!\w)", after):
                    return organisation, match.span()
    return None
