"""Plain text: every line that is not empty is a block; rows of values with tabs, bars or columns of spaces between them
are a table.

The reader tells headings from paragraphs (`bare`).
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from itertools import groupby, pairwise

from hansa.reading import spaced
from hansa.reading.document import Block, Cell, Document, Table
from hansa.reading.types import Span

RANK = 99
FEWEST_LINES = 6
NARROWEST, WIDEST = 50, 160  # letters in a line of wrapped text
NEARLY_FULL = 0.8
LONG_LINE = 0.6  # of a text's longest lines, where most are short
FEWEST_ROWS = 2
MOST_COLUMNS = 60
LONGEST_REST = 120  # letters of a line that goes on with the cell above
_LINE = re.compile(r"[^\n]+")
_BULLET = re.compile(r"(\s{0,20})(?:[-–—•*·▪◦‣]|(?<=\s)\d{1,2}[.)])\s{1,8}(?=\S)")
_LETTERED = re.compile(r"\s{0,20}(?:[a-z]|[ivx]{1,4})[.)]\s")
_BEGINNING = re.compile(r"\A\s{0,20}(?:[-–—•*]\s|(?:[a-z]|[ivx]{1,4}|\d{1,2})[.)]\s)\s{0,8}")
_COUNTED = re.compile(r"\s{0,20}\d{1,2}[.)]\s")
INDENT = 3  # letters by which a list within a list is moved to the right
_NUMBERED = re.compile(r"\s{0,8}(\d{1,2})[.)]\s{1,3}\S")
_SUM = re.compile(r"(?:[€£$]\s?\d[\d.,\s’']*|\d\s?(?:[€£$]|kr\.?|zł|[A-Z]{3}))[).;]?\s*\Z")
_TABS = re.compile(r"\t+")
_BARRED = re.compile(r"\s{0,8}\|.*\|\s{0,8}")
_RULE = re.compile(r"[\s|:=+-]+")
_GOES_ON = re.compile(r"[a-zà-ÿ(+\d]|[\w.+-]+@|\S+\s?[\[(]|\w{1,7}\.?:?\s?[+\d(]")
_REACHED = re.compile(r"(?:\S@\S{3,80}|\d(?:[ /.()-]?\d){6,14})(?:\s\([^()]{2,80}\))?\s{0,3}\Z")
_KINDS = tuple(
    re.compile(form)
    for form in (
        r"[^\w]{0,3}",
        r"(?:\d{1,2}[./-])?(?:\d{1,2}[./-])?(?:19|20)\d\d",
        r"\d{1,3}[.)]?",
        r"[^\w]{0,2}[\d.,\s ’']{2,}[^\w]{0,3}\w{0,4}",
        r"[^\n]{0,200}(?:@|\bwww\.|https?:)[^\n]*",
        r"[A-ZÀ-Þ]{1,4}",
    )
)


def suits(text: str, media_type: str) -> bool:
    """Whatever no other format takes."""
    return True


def make(text: str) -> Document:
    """A document of lines. One that begins with a bullet is an item of a list."""
    text = text.lstrip("\ufeff").replace("\r\n", "\n").replace("\r", "\n").replace("\x0c", "\n").replace("\x0b", "\n")
    text = _unwrapped(spaced.with_tabs(spaced.joined(text)))
    blocks: list[Block] = []
    tables: list[Table] = []
    lines = list(_LINE.finditer(text))
    boxes: list[Span] = []
    together = groupby(zip(lines, _parts(lines), strict=True), key=lambda pair: pair[1])
    for _number, pairs in together:
        part = [line for line, _part in pairs]
        boxes.append((part[0].start(), part[-1].end()))
        first, end = _extent(part)
        rows = _rows(part[first:end])
        if not rows and (columns := _columns(part)):
            first, end, starts = columns
            rows = [_cut(line, starts) for line in part[first:end] if not spaced.is_rule(line.group())]
        blocks += [block for line in part[:first] if (block := _block(line))]
        if rows:
            blocks += [Block("cell", *cell.span) for row in rows for cell in _distinct(row)]
            tables.append(Table(rows))
        blocks += [block for line in part[end:] if (block := _block(line))]
    return Document(text, blocks, "", "text/plain", tables=tables, boxes=boxes)


def _block(line: re.Match[str]) -> Block | None:
    """A line, or an item of a list; None of one that is empty."""
    bullet = _BULLET.match(line.group())
    stripped = line.group()[bullet.end() if bullet else 0 :].strip()
    if not stripped:
        return None
    start = line.start() + line.group().index(stripped, bullet.end() if bullet else 0)
    level = 1 + len(bullet[1].expandtabs()) // INDENT if bullet else 0
    return Block("item" if bullet else "line", start, start + len(stripped), level=level)


def _parts(lines: list[re.Match[str]]) -> Iterator[int]:
    """For each line which part of the text it stands in: parts have empty lines between them, but rows of columns may
    have some as well."""
    number = 0
    for place, line in enumerate(lines):
        if place and (line.start() > lines[place - 1].end() + 1 or not line.group().strip()):
            number += not (spaced.is_wide(line.group()) and spaced.is_wide(lines[place - 1].group()))
        yield number


def _is_row(line: str) -> bool:
    return "\t" in line.strip() or _BARRED.fullmatch(line) is not None


def _extent(part: list[re.Match[str]]) -> tuple[int, int]:
    """From which line of a part of the text to which it is a table: nowhere, where it is none."""
    places = [number for number, line in enumerate(part) if _is_row(line.group())]
    if len(places) < FEWEST_ROWS:
        return len(part), len(part)
    end = places[-1] + 1
    while end < len(part) and len(part[end].group()) <= LONGEST_REST and _GOES_ON.match(part[end].group().strip()):
        end += 1
    return places[0], end


def _rows(part: list[re.Match[str]]) -> list[list[Cell | None]]:
    """The rows of a table's lines; one that has no values goes on with the last value above, or stands alone."""
    if not part:
        return []
    tabs = Counter(len(run) for line in part for run in _TABS.findall(line.group().strip()))
    wide = bool(tabs) and all(count % 2 == 0 for count in tabs)
    rows: list[list[Cell | None]] = []
    for line in part:
        text = line.group()
        if _is_row(text):
            if not _RULE.fullmatch(text):
                rows.append([Cell(span) if span else None for span in _cells(line, wide=wide)])
        elif rows and (last := rows[-1][-1]) and len(text) <= LONGEST_REST and _GOES_ON.match(text.strip()):
            last.span = last.span[0], line.end()
        elif rows and text.strip():
            begin = line.start() + len(text) - len(text.lstrip())
            rows.append([Cell((begin, begin + len(text.strip())))])
    return _placed(rows, part[0].string)


def _cells(line: re.Match[str], *, wide: bool) -> Iterator[Span | None]:
    """The spans of a row's values, None for an empty one."""
    text = line.group()
    sign = "|" if _BARRED.fullmatch(text) else "\t\t" if wide else "\t"
    position = line.start()
    values = text.split(sign)[:MOST_COLUMNS]
    for number, value in enumerate(values):
        stripped = _without_bullet(value)
        begin = position + value.index(stripped)
        position += len(value) + len(sign)
        if sign != "|" or 0 < number < len(values) - 1:
            yield (begin, begin + len(stripped)) if stripped else None


def _columns(part: list[re.Match[str]]) -> tuple[int, int, list[int]] | None:
    """From which line of a part of the text to which it stands in columns that spaces part, and where those begin."""
    wide = [number for number, line in enumerate(part) if spaced.is_wide(line.group())]
    if len(wide) < spaced.FEWEST_LINES:
        return None
    first, end = wide[0], wide[-1] + 1
    starts = spaced.columns([line.group() for line in part[first:end]])
    return (first, end, starts) if starts else None


def _cut(line: re.Match[str], starts: list[int]) -> list[Cell | None]:
    """The cells of a line in columns."""
    row: list[Cell | None] = []
    for start, end in zip([0, *starts], [*starts, len(line.group())], strict=True):
        value = line.group()[start:end]
        stripped = _without_bullet(value)
        begin = line.start() + start + value.index(stripped)
        row.append(Cell((begin, begin + len(stripped))) if stripped else None)
    return row


def _without_bullet(value: str) -> str:
    """A cell's words, without the bullet with which its row begins."""
    bullet = _BULLET.match(value)
    return value[bullet.end() if bullet else 0 :].strip()


def _distinct(row: list[Cell | None]) -> list[Cell]:
    """The cells that begin in a row."""
    return [cell for number, cell in enumerate(row) if cell and cell not in row[:number]]


def _placed(rows: list[list[Cell | None]], text: str) -> list[list[Cell | None]]:
    """The rows with the shorter ones moved to the columns whose values theirs are like; what a cell that reaches over
    several rows covers, at their left, stands in each of them."""
    width = max(map(len, rows), default=0)
    kinds = [Counter(_kind(row[place], text) for row in rows[1:] if len(row) == width) for place in range(width)]
    placed: list[list[Cell | None]] = []
    for row in rows:
        shift = 0
        if placed and 1 < len(row) < width:
            shift = max(
                range(width - len(row) + 1),
                key=lambda by: (sum(kinds[by + n][_kind(cell, text)] > 0 for n, cell in enumerate(row)), -by),
            )
        above: list[Cell | None] = placed[-1][:shift] if placed else []
        placed.append([*above, *row, *[None] * (width - shift - len(row))])
    return placed


def _kind(cell: Cell | None, text: str) -> int:
    """What sort of value a cell holds: nothing, a date, a number, an amount, an address, a sign, else words."""
    words = text[slice(*cell.span)] if cell else ""
    return next((number for number, form in enumerate(_KINDS) if form.fullmatch(words)), len(_KINDS))


def _unwrapped(text: str) -> str:
    """The text with the lines of its paragraphs joined, where it was wrapped at a fixed width."""
    lines = text.split("\n")
    lengths = sorted(len(line.rstrip()) for line in lines if line.strip())
    if len(lengths) < FEWEST_LINES:
        return text
    width = lengths[-max(1, len(lengths) // 8)]
    near = sum(length >= NEARLY_FULL * width for length in lengths)
    if not NARROWEST <= width <= WIDEST:
        return text
    if near * 3 < len(lengths):
        return _joined(lines, width)
    joined = [lines[0]]
    listed = _listed(lines)
    fills = list(_fills(lines, NEARLY_FULL * width))
    of_cards = list(_of_cards(lines))
    for number, (before, line) in enumerate(pairwise(lines)):
        is_within = line[:1].islower() or (number > 0 and bool(lines[number - 1].strip()))
        in_sentence = is_within and before.rstrip()[-1:] not in ".:;!?" and 2 * len(before.rstrip()) >= width
        in_sentence = in_sentence and (line[:1].islower() or fills[number])  # not in an address, line by line
        is_full = len(before.rstrip()) >= NEARLY_FULL * width or in_sentence
        is_full = is_full and not (of_cards[number] and line[:1].isupper())
        is_full = is_full or (_hangs(before, line) and 2 * len(before.rstrip()) >= width)
        is_apart = any(_is_row(one) or spaced.is_wide(_BEGINNING.sub("", one)) for one in (before, line))
        is_apart = is_apart or not listed.isdisjoint((number, number + 1))
        begins = (
            _BULLET.match(line) or _LETTERED.match(line) or (before.rstrip()[-1:] in ".;:" and _COUNTED.match(line))
        )
        goes_on = is_full and line.strip() and not begins and not is_apart
        joined += [f" {line.lstrip()}" if goes_on else f"\n{line}"]
    return "".join(joined)


def _joined(lines: list[str], width: int) -> str:
    """The text with each long line joined to the next that goes on with its sentence in small letters, in a text of
    which most lines are short, such as minutes."""
    joined = [lines[0]]
    for before, line in pairwise(lines):
        told = before.rstrip()
        goes_on = (
            len(told) >= max(NARROWEST, LONG_LINE * width)
            and told[-1] not in ".:;!?"
            and (line.lstrip()[:1].islower() or _hangs(told, line))
            and not (_BULLET.match(line) or _LETTERED.match(line) or _is_row(line) or _is_row(before))
            and not (_REACHED.search(told[-LONGEST_REST:]) and _REACHED.search(line[-LONGEST_REST:]))
        )
        joined += [" " if goes_on else "\n", line]
    return "".join(joined)


def _listed(lines: list[str]) -> set[int]:
    """The lines, two or more below each other, that each end with a sum of money, or begin with the next number."""
    told: set[int] = set()
    for number, (before, line) in enumerate(pairwise(lines)):
        first, second = _NUMBERED.match(before), _NUMBERED.match(line)
        counted = first is not None and second is not None and int(second[1]) == int(first[1]) + 1
        if counted or (_SUM.search(before) and _SUM.search(line)):
            told |= {number, number + 1}
    return told


def _hangs(before: str, line: str) -> bool:
    """Whether a line stands further to the right than one that begins within a sentence: “att till ombud välja”."""
    told = before.strip()
    is_open = told[:1].islower() and told[-1:] not in ".:;!?"
    return is_open and line.strip() != "" and _indent(before) < _indent(line)


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip())


def _fills(lines: list[str], length: float) -> Iterator[bool]:
    """For each line whether one of its paragraph, between empty lines, is as long as wrapped lines are."""
    for _is_told, paragraph in groupby(lines, key=lambda line: bool(line.strip())):
        together = list(paragraph)
        yield from [any(len(line.rstrip()) >= length for line in together)] * len(together)


def _of_cards(lines: list[str]) -> Iterator[bool]:
    """For each line whether it stands in a paragraph of which a line, not the last, ends with an address or a number
    and the next begins anew, as those do that tell how people are reached: “Ann Ek, 046 … / Bo Ek, 046 …”."""
    for _is_told, paragraph in groupby(lines, key=lambda line: bool(line.strip())):
        together = list(paragraph)
        is_one = any(
            _REACHED.search(line[-LONGEST_REST:]) and following.lstrip()[:1].isupper()
            for line, following in pairwise(together)
        )
        yield from [is_one] * len(together)
