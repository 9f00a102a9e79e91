"""Through whom the authority holds an office, told in an aside: “The city, represented by Mayor Ann Ek, holds one of
the vice-presidencies”."""

from __future__ import annotations

from hansa.reading import people
from hansa.reading.languages import Language
from hansa.reading.people import Somebody

NEAR = 60  # letters between the verb and the name
FEW_WORDS = 3


def represented_by(sentence: str, office: int, language: Language) -> Somebody | None:
    """The one person of a sentence, named in an aside that says that the authority is represented by that one, before
    an office."""
    verb = language.find(sentence[:office], "represents", "through")
    if verb is None or "," not in sentence[verb.end() : office]:
        return None
    before = sentence[: verb.start()].rstrip()
    named = people.everybody(sentence, language)
    if not before.endswith(",") and "," not in " ".join(before.split()[-FEW_WORDS:]):
        return None
    if len(named) != 1 or not 0 <= named[0].start - verb.end() <= NEAR or named[0].end > office:
        return None
    return named[0] if "," in sentence[named[0].end : office] else None


def holds_through(sentence: str, somebody: Somebody, language: Language) -> bool:
    """Whether somebody is told in such an aside, with the office behind, and of no seat besides."""
    office = language.find(sentence[somebody.end :], "chair", "vice-chair", "board", "secretariat")
    one = represented_by(sentence, somebody.end + office.start(), language) if office else None
    return one is not None and one.name == somebody.name
