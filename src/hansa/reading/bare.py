"""The shape of a page of which but the text is left: which line is its title, which head parts, which are labels."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from itertools import pairwise, zip_longest

from hansa.reading import names, people
from hansa.reading.addresses import website
from hansa.reading.document import Block, Document
from hansa.reading.known import is_known
from hansa.reading.lines import is_heading
from hansa.reading.lists import is_expected
from hansa.reading.outline import Cues
from hansa.reading.refusing import is_an_authority
from hansa.reading.titles import says_title

MEDIA_TYPE = "text/plain"
MOST_ABOVE = 60  # lines of menus above the title
LONG, ENDED = 80, 50  # letters of a line that is a paragraph; of one that ends in a stop
FEW_GAPS = 3
LONGEST_LABEL = 50
FEWEST_LABELS = 2
FEWEST_ITEMS = 3
FEWEST_BELOW = 2  # items that stand as headings do
FEWEST_ENDED = 2  # lines that end in a semicolon
FEW_WORDS = 6
_GAP = re.compile(r"\n[^\S\n]*\n")
_TRAIL = re.compile(r"\s[>›»|/·•]\s")
_PHONE = re.compile(r"\d[\d\s/()-]{5,}")
_ADDRESS = re.compile(r"\[email.protected\]|\d[\d\s/()-]{6,}|[?!]\s|\s\|\s")
_REACHED = re.compile(r"(?:\w{1,8}[.:]\s?)?\+?\(?\d[\d\s/().-]{6,}|\S+@\S+")  # by phone or e-mail
_WORD = re.compile(r"[^\W\d_]{3}")
_BULLET = re.compile(r"(?:puce|bullet|icône|icone|picto(?:gramme)?)\s(?=[A-ZÀ-Þ])", re.I)  # a picture's, left as a word
_SIGN = re.compile(r"[\d,;]|:.")  # none in a label


def shape(document: Document, blocks: list[Block], cues: Cues) -> None:
    """Note what the lines of a bare text are, by how they stand: the title (level 1; the document is called so),
    headings below it (level 2), labels with their values in the lines that follow, items without bullets."""
    if document.media_type != MEDIA_TYPE:
        return
    apart = _apart(document, blocks)
    for block in blocks:
        if bullet := _BULLET.match(document.text, block.start, block.end):
            block.start = bullet.end()
    _define(document, blocks, apart, cues)
    _list(document, blocks, apart, cues)
    _with_websites(document, blocks, apart)
    _settle(document, blocks, apart)
    if blocks and blocks[-1].kind == "line" and blocks[-1].end - blocks[-1].start > ENDED:
        blocks[-1].kind = "paragraph"  # below which nothing stands
    title = _title(document, blocks, apart, cues)
    below = blocks if title is None else blocks[title + 1 :]
    _tell_values(document, below, cues)
    if title is None:
        return
    _tell_values(document, blocks[:title], cues)
    blocks[title].level = 1
    document.title = document.title or document.of(blocks[title])
    heading = ""
    for block in below:
        text = document.of(block)
        if block.kind == "line" and is_heading(block, text):
            if _says_of(heading, text, cues):
                block.kind = "paragraph"
                continue
            heading = text
            block.kind = "caption" if text == document.of(blocks[title]) else "line"  # the title once more
            block.level = 2
    _list_headings(document, below, cues)


def _says_of(heading: str, text: str, cues: Cues) -> bool:
    """Whether a line says something of what the heading right above it names: “AER is Europe’s largest network”."""
    called = names.parse(heading) if heading else None
    every = [called.name.text, called.abbreviation[0] if called.abbreviation else ""] if called else []
    begun = next((name for name in every if name and text.startswith(f"{name} ")), "")
    return bool(begun) and cues.language.has(text[len(begun) :], "is", "definition", "consists")


def _apart(document: Document, blocks: list[Block]) -> list[bool]:
    """For each block whether an empty line stands before it; at the end one more."""
    ends = [0, *(block.end for block in blocks)]
    starts = [*(block.start for block in blocks), len(document.text)]
    apart = [_GAP.search(document.text, end, start) is not None for end, start in zip(ends, starts, strict=True)]
    apart[0] = apart[-1] = True
    return apart


def _parts(apart: list[bool]) -> Iterator[list[int]]:
    """The blocks between which no empty line stands, by their places."""
    begins = [place for place, is_apart in enumerate(apart) if is_apart]
    yield from (list(range(first, end)) for first, end in pairwise(begins))


def _define(document: Document, blocks: list[Block], apart: list[bool], cues: Cues) -> None:
    """Tell labels from their values where both have lines of their own: “Member since”, “2004”, “Annual fee”, …"""
    lines = [document.of(block) if block.kind == "line" else "" for block in blocks]
    parts = list(_parts(apart))
    often = Counter(text for part in parts for text in {lines[place] for place in part})
    for part in ([place for place in part if lines[place]] for part in parts):
        if len(part) == 1 and _stands_above(part[0], blocks, lines, often, cues):
            blocks[part[0]].kind = "tag"
        known = [_is_label(lines[place], often, cues) for place in part]
        if len(part) > 1 and lines[part[1]].endswith("."):
            known[0] = False  # a heading, with a sentence below it
        if sum(known) < FEWEST_LABELS or len(part) < FEWEST_LABELS + sum(known[:-1]) - 1:
            continue
        first = known.index(True)
        if first == FEWEST_LABELS and not _may_name(lines[part[0]], cues) and not lines[part[1]].endswith("."):
            known[0], first = True, 0  # a label that nobody knows, and its value
        term = field = ""
        for number, place in enumerate(part[first:], first):
            text = lines[place]
            above_label = number + 1 < len(part) and known[number + 1]
            if not known[number] and above_label and is_heading(blocks[place], text) and _may_name(text, cues):
                term = field = ""  # the next part's heading
                continue
            follows_value = bool(term) and number > 0 and not known[number - 1]
            before_value = known[number + 1 : number + 3] in ([False], [False, True])
            if known[number] or (follows_value and before_value and _may_label(text, cues)):
                known[number] = True
                term, field = text, cues.labels.label(text) or "unknown_label"
                blocks[place].kind, blocks[place].field = "label", field
            elif term and number and len(lines[part[number - 1]]) > LONG and is_heading(blocks[place], text):
                term = field = ""  # behind a paragraph that was the label's
            elif term:
                blocks[place].kind, blocks[place].label, blocks[place].field = "paragraph", term, field


def _list(document: Document, blocks: list[Block], apart: list[bool], cues: Cues) -> None:
    """Lines that stand close together, each written like a heading, are the items of a list below the first."""
    for places in _parts(apart):
        part = [blocks[place] for place in places]
        texts = [document.of(block) for block in part]
        short = [block.kind == "line" and len(text) <= LONG for block, text in zip(part, texts, strict=True)]
        ended = [is_short and text[-1] == ";" for is_short, text in zip(short, texts, strict=True)]
        for number, block in enumerate(part if sum(ended) >= FEWEST_ENDED else ()):
            if ended[number] or (number and ended[number - 1] and short[number]):
                block.kind, block.level = "item", 1  # “Euroregion West;”, and the last of them
        alike = [block.kind == "line" and is_heading(block, text) for block, text in zip(part, texts, strict=True)]
        if len(part) < FEWEST_ITEMS or not all(alike) or any(_tells_of_somebody(text, cues) for text in texts):
            continue
        for block in part[not _may_name(texts[0], cues) or _heads_list(texts[0], cues) :]:
            block.kind, block.level = "item", 1


def _with_websites(document: Document, blocks: list[Block], apart: list[bool]) -> None:
    """A short line right above one that is but a web address heads what the address is of: “EUROCITIES”, “http://…”."""
    for place, (block, following) in enumerate(pairwise(blocks)):
        if block.kind != "line" or following.kind != "line" or apart[place + 1]:
            continue
        words, address = document.of(block), document.of(following)
        found = website(address)
        if found and (found[1], found[2]) == (0, len(address)) and is_heading(block, words) and len(words) < LONG:
            block.level, following.kind, following.field = 2, "paragraph", "website"


def _list_headings(document: Document, blocks: list[Block], cues: Cues) -> None:
    """Headings below which nothing stands are the items of a list where the first says so: “Our networks”, “Polis”,
    “Energy Cities”."""
    run: list[Block] = []
    for block in [*blocks, None]:
        if block is not None and block.kind == "line" and block.level == 2:
            run.append(block)
            continue
        links = [heading for heading in run if cues.read_more.fullmatch(document.of(heading))]
        ended = block is None or run[-1:] == links[-1:]  # else something stands below the last
        items = [item for item in (run[1:] if ended else run[1:-1]) if item not in links]
        if len(items) >= FEWEST_BELOW and is_expected(document.of(run[0]), cues.language):
            for item in items:
                item.kind, item.level = "item", 1
        run = []


def _heads_list(text: str, cues: Cues) -> bool:
    """Whether a line is but a word for networks with adjectives: “International networks”."""
    plain = all(word in cues.generic or is_expected(word, cues.language) for word in text.casefold().split())
    return plain and is_expected(text, cues.language) and not is_known(text)


def _settle(document: Document, blocks: list[Block], apart: list[bool]) -> None:
    """A line that goes on with the one above heads nothing, unless a paragraph stands below it."""
    if sum(apart) <= FEW_GAPS:
        return
    for place, block in enumerate(blocks):
        following = None if apart[place + 1] else blocks[place + 1]
        behind_item = place > 0 and blocks[place - 1].kind == "item" and following is None
        if behind_item and names.parse(document.of(block)).abbreviation:
            continue  # “European Cities Marketing (ECM)”, behind a list
        if block.kind == "line" and block.level:
            continue
        if block.kind == "line" and not apart[place] and (following is None or following.end - following.start < LONG):
            block.kind = "paragraph"


def _tell_values(document: Document, blocks: list[Block], cues: Cues) -> None:
    """A person with a party, a number or a date heads nothing, nor does what stands right below a label, nor do links
    below “Read more”."""
    labelled = more = False
    for block, following in zip_longest(blocks, blocks[1:]):
        text = document.of(block)
        is_short = following is None or following.end - following.start < LONG
        if more and block.kind == "line" and is_heading(block, text) and is_short:
            block.kind = "paragraph"
            continue
        more = block.kind == "line" and cues.read_more.fullmatch(text) is not None
        no_name = not is_known(text) if labelled else not _may_name(text, cues)
        leads_on = len(text.split()) < FEW_WORDS and cues.language.has(text, "website")  # “The AER’s website”
        if block.kind == "line" and (_TRAIL.search(text) or (leads_on and cues.labels.label(text) is None)):
            block.kind = "paragraph"
        elif block.kind == "line" and is_heading(block, text) and no_name:
            one = people.somebody(text, cues.language)
            above_text = following is not None and following.end - following.start >= LONG
            is_person = one is not None and (one.party is not None or (one.end >= len(text) and not above_text))
            if labelled or is_person or not _WORD.search(text) or _ADDRESS.search(text):
                block.kind = "paragraph"
        reached = following is not None and _REACHED.match(document.of(following)) is not None
        if block.kind == "line" and reached and (no_name or says_title(text, cues.language)):
            block.kind = "paragraph"  # somebody's title, with a number or an address below it
        labelled = block.kind == "tag" or (block.kind == "line" and cues.labels.label(text) is not None)


def _tells_of_somebody(text: str, cues: Cues) -> bool:
    """Whether a line is a person, or part of an address."""
    is_person = people.is_person(text, cues.language) and not _may_name(text, cues)
    return is_person or _PHONE.search(text) is not None or cues.labels.label(text.partition(":")[0]) is not None


def _stands_above(place: int, blocks: list[Block], lines: list[str], often: Counter[str], cues: Cues) -> bool:
    """Whether a line by itself labels what follows, as lines of the same words do elsewhere on the page."""
    text = lines[place]
    follows = place + 1 < len(blocks) and bool(lines[place + 1])
    return follows and often[text] > 1 and is_heading(blocks[place], text) and _may_label(text, cues)


def _is_label(text: str, often: Counter[str], cues: Cues) -> bool:
    """Whether a line is but a label: one that is known, or that several parts of the page have."""
    if len(text) > LONGEST_LABEL or text[-1] in ".,;!" or not text[0].isupper():
        return False
    return cues.labels.label(text) is not None or (often[text] > 1 and _may_label(text, cues))


def _may_label(text: str, cues: Cues) -> bool:
    """Whether a line is written as a label may be: short, no name, no number."""
    return (
        len(text) <= LONGEST_LABEL
        and text[0].isupper()
        and text[-1] not in ".,;!)"
        and not _SIGN.search(text)
        and not cues.language.has(text, "vacant")
        and not _may_name(text, cues)
        and not people.is_person(text, cues.language)
    )


def _may_name(text: str, cues: Cues) -> bool:
    """Whether a line may be an organisation's name."""
    return is_known(text) or cues.organisation_in(text) or bool(names.parse(text).abbreviation) or text.isupper()


def _title(document: Document, blocks: list[Block], apart: list[bool], cues: Cues) -> int | None:
    """Which block is the title: of the lines above the first paragraph that are written like headings and stand by
    themselves, the last; the first of those that follow each other."""
    has_gaps = sum(apart) > FEW_GAPS
    found: int | None = None
    follows = False
    for place, block in enumerate(blocks[:MOST_ABOVE]):
        text = document.of(block)
        is_furniture = cues.language.has(text, "furniture")
        if block.kind == "line" and not is_furniture and (len(text) > LONG or (len(text) > ENDED and text[-1] == ".")):
            break
        is_one = (
            block.kind == "line"
            and is_heading(block, text)
            and not is_furniture
            and not _TRAIL.search(text)
            and not is_an_authority(text, cues)
            and (not has_gaps or (apart[place] and apart[place + 1]))
        )
        if is_one and not follows:
            found = place
        follows = is_one or (follows and block.kind != "item" and apart[place] and apart[place + 1])
    return found
