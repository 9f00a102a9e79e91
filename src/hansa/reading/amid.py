"""Labels amid running text: “Westsea has been in KIMO since 1994. Contact: Ann Ek.”, of the network told of before."""

from __future__ import annotations

from hansa.reading.asking import is_of_all, of_the_rest
from hansa.reading.document import Document
from hansa.reading.outline import Cues, Field, Section


def labels_amid(sections: list[Section], mentioned: list[Section], document: Document, cues: Cues) -> None:
    """Give the labels that stand in a paragraph behind what it tells of a network to this: the one that its sentences
    last spoke of; not those that speak of all networks."""
    told = sorted(
        ((block.end, block.start, section) for section in mentioned for block in section.paragraphs), key=_end
    )
    for section in sections:
        if section.sure:
            continue
        for field in list(section.fields):
            owner = _owner(field, told, document) if field.label else None
            words = f"{field.label}: {document.text[field.start : field.end]}"
            if owner and not is_of_all(words, cues, in_one=False) and not of_the_rest(words, cues):
                owner.fields.append(field)
                section.fields.remove(field)


def _end(one: tuple[int, int, Section]) -> int:
    return one[0]


def _owner(field: Field, told: list[tuple[int, int, Section]], document: Document) -> Section | None:
    """The one network of which the sentences right before a label, in its paragraph, tell."""
    block = document.block_at(field.start)
    if block is None:
        return None
    before = [one for one in told if block.start <= one[1] and one[0] <= field.start]
    last = [section for end, _start, section in before if end == before[-1][0]]
    gap = document.text[before[-1][0] : field.start] if before else ""
    beside = gap.strip(" .;:").lower() == field.label.lower()
    return last[0] if len(last) == 1 and beside else None
