"""Organisations told of one after another in labelled lines, each below a line that is its name but no heading.

So a grid of a site's own making reads, or a paragraph whose lines break: "Polis / Member since: 2004 / Fee: …", and
again for the next. What shows that the first lines are names is that the same label follows each.
"""

from __future__ import annotations

from collections import defaultdict
from itertools import pairwise

from hansa.reading import people
from hansa.reading.document import Block, Document
from hansa.reading.labels import LONGEST_LABEL
from hansa.reading.lines import is_heading
from hansa.reading.outline import Cues

FEWEST = 2  # organisations
LONGEST = 160  # letters of a line with a label
NEAR = 500  # letters between a name and its first label
_OF_ONE = frozenset("phone email title_label unit_label party_label role_label".split())  # a person's, as well


def as_headings(blocks: list[Block], document: Document, cues: Cues) -> None:
    """Note as bold the lines that name what the labelled lines below them tell of."""
    named: defaultdict[str, list[Block]] = defaultdict(list)
    above: Block | None = None  # the latest line that may be a name
    is_value = False
    for block, following in pairwise([*blocks, None]):
        if block is None or block.kind not in ("paragraph", "item") or block.field:
            above, is_value = None, False
            continue
        text = document.of(block) if block.end - block.start <= LONGEST else ""
        label, colon, value = text.partition(":")
        label = label.strip()
        field = cues.labels.label(label) if label and len(label) <= LONGEST_LABEL and (colon or not is_value) else None
        if field is None:
            is_name = bool(text) and not is_value and not colon and text[-1] not in ".!?;," and not block.lead
            above = block if is_name else above if following and text else None
            is_value = False
            continue
        if above is not None and field not in _OF_ONE and block.start - above.end < NEAR:
            named[label.casefold()].append(above)
        above, is_value = None, not value.strip()
    for lines in named.values():
        names = [document.of(block) for block in lines]
        if len(set(names)) < max(FEWEST, len(names)):
            continue
        known = sum(map(cues.labels.names_one, names))
        if 2 * known >= len(names) and all(
            _may_be_one(block, name, cues) for block, name in zip(lines, names, strict=True)
        ):
            for block in lines:
                block.kind = "bold"


def _may_be_one(block: Block, name: str, cues: Cues) -> bool:
    """Whether a line may be an organisation's name, and no person's."""
    bold = Block("bold", block.start, block.end)
    return is_heading(bold, name) and not people.is_person(name.partition(",")[0], cues.language)
