"""The words of a printed page into lines in reading order: column by column, with the tables among them."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median

from hansa.reading.pdf_pages import Box, Page, Word
from hansa.reading.runs import Run

NARROWEST_GUTTER = 8.0  # points
FEWEST_ROWS = 3  # of a table without rules
FEWEST_ROWS_OF_PROSE = 6
MOST_PLACES = 20_000  # of one table
_MARK = re.compile(r"[-–—•*·▪◦‣●○■□➢►\uf0b7\uf0a7o]|\(?(?:\d{1,2}|[a-zA-Z])[.)]")


@dataclass(slots=True)
class Line:
    """Words side by side; `start` and `limit` are where its column begins and ends (0 where that is not known)."""

    words: list[Word]
    start: float = 0.0
    limit: float = 0.0

    @property
    def left(self) -> float:
        return self.words[0].left

    @property
    def right(self) -> float:
        return self.words[-1].right

    @property
    def top(self) -> float:
        return min(word.top for word in self.words)

    @property
    def bottom(self) -> float:
        return max(word.bottom for word in self.words)

    @property
    def size(self) -> float:
        """The height of most of its letters."""
        sizes = Counter[float]()
        for word in self.words:
            sizes[word.size] += len(word.text)
        return sizes.most_common(1)[0][0]

    @property
    def bold(self) -> bool:
        """Whether all of it is bold."""
        return all(word.bold for word in self.words)

    @property
    def centred(self) -> bool:
        """Whether it stands in the middle of its column."""
        left, right = self.left - self.start, self.limit - self.right
        return bool(self.start) and left > 2 * self.size and abs(left - right) < self.size

    @property
    def text(self) -> str:
        """Its words with spaces between them."""
        return " ".join(word.text for word in self.words)

    def runs(self) -> list[Run]:
        """Its words as runs."""
        runs: list[Run] = []
        for word in self.words:
            if runs and (runs[-1].bold, runs[-1].url) == (word.bold, word.url):
                runs[-1].text += " " + word.text
            else:
                runs.append(Run((" " if runs else "") + word.text, word.bold, word.url))
        return runs

    def is_full(self, following: Line) -> bool:
        """Whether the next line's first word would not have found room behind this one, so that it had to end."""
        first = following.words[0]
        room = (2 if self.centred else 1) * ((self.limit or self.right) - self.right)
        return 0.3 * self.size + (first.right - first.left) > room - 1


@dataclass(slots=True)
class Grid:
    """A table of a page: for each place the number of the cell in it, and the lines of each cell."""

    top: float
    bottom: float
    rows: list[list[int | None]]
    cells: list[list[Line]]


@dataclass(slots=True)
class _Region:
    """Rows of a page that stand in columns, and what each column covers."""

    rows: list[list[Word]]
    columns: list[tuple[float, float]]
    spanning: list[bool]


def arranged(page: Page) -> list[Line | Grid]:
    """The lines and tables of a page in reading order."""
    ruled, words = _ruled(page)
    parts: list[Line | Grid] = []
    rows = rows_of(words)
    start = 0
    while start < len(rows):
        region = _region(rows, start, ruled)
        told = _told(region, page) if region else None
        if region and told:
            parts += told
            start += len(region.rows)
        else:
            parts.append(Line(rows[start]))
            start += 1
    for grid in ruled:
        place = next((n for n, part in enumerate(parts) if part.top >= grid.top), len(parts))
        parts.insert(place, grid)
    return parts


def rows_of(words: Iterable[Word]) -> list[list[Word]]:
    """Words by the line that they stand on, from the top; each line's from the left."""
    rows: list[list[Word]] = []
    for word in sorted(words, key=lambda word: (word.top, word.left)):
        for row in reversed(rows[-2:]):
            first = row[0]
            shared = min(first.bottom, word.bottom) - max(first.top, word.top)
            if shared * 2 > min(first.bottom - first.top, word.bottom - word.top):
                row.append(word)
                break
        else:
            rows.append([word])
    return [sorted(row, key=lambda word: word.left) for row in rows]


def _segments(row: Sequence[Word]) -> list[tuple[float, float]]:
    """What the words of a line cover, parted where the space is wide; a bullet belongs to what follows it."""
    parts: list[tuple[float, float]] = []
    before: Word | None = None
    for word in row:
        wide = before is not None and word.left - before.right > max(NARROWEST_GUTTER, 0.9 * word.size)
        mark = before is not None and parts[-1][0] == before.left and _MARK.fullmatch(before.text)
        if before is None or (wide and not mark):
            parts.append((word.left, word.right))
        else:
            parts[-1] = (parts[-1][0], max(parts[-1][1], word.right))
        before = word
    return parts


def _united(covered: list[tuple[float, float]], more: Iterable[tuple[float, float]]) -> list[tuple[float, float]]:
    """Stretches of a line joined where they meet or leave no gutter between them."""
    united: list[tuple[float, float]] = []
    for left, right in sorted([*covered, *more]):
        if united and left - united[-1][1] < NARROWEST_GUTTER:
            united[-1] = (united[-1][0], max(united[-1][1], right))
        else:
            united.append((left, right))
    return united


def _region(rows: list[list[Word]], start: int, ruled: list[Grid]) -> _Region | None:
    """The rows from one on that stand in the same columns, None where they do not stand in columns."""
    covered = _united([], _segments(rows[start]))
    following = rows[start + 1] if start + 1 < len(rows) else None
    if len(covered) < 2 and (following is None or len(_united(covered, _segments(following))) < 2):
        return None
    if len(covered) < 2 and following is not None and following[0].top > rows[start][0].bottom:
        return None  # a line, and what stands to the right below it
    spanning = [False]
    end = start + 1
    while end < len(rows):
        row = rows[end]
        height = row[0].bottom - row[0].top
        if row[0].top - max(word.bottom for word in rows[end - 1]) > 3.5 * height:
            break
        if any(rows[end - 1][0].top < grid.top < row[0].top for grid in ruled):
            break
        more = _united(covered, _segments(row))
        if len(more) < len(covered):
            below = rows[end + 1] if end + 1 < len(rows) else None
            if len(covered) < 3 or len(_segments(row)) > 1 or below is None or spanning[-1]:
                break
            if len(_segments(below)) < 2 or len(_united(covered, _segments(below))) != len(covered):
                break
            spanning.append(True)
        else:
            covered = more
            spanning.append(False)
        end += 1
    return _Region(rows[start:end], covered, spanning) if end - start >= FEWEST_ROWS else None


def _told(region: _Region, page: Page) -> list[Line | Grid] | None:
    """What a region is: columns of prose, one after the other, or a table; None where it is neither.

    Rows at its end that are neither are taken out of the region.
    """
    if _is_prose(region, page):
        told: list[Line | Grid] = []
        for column in region.columns:
            inside = [word for row in region.rows for word in row if _is_in(word, column)]
            told += [Line(row, *column) for row in rows_of(inside)]
        return told
    while region.rows and len(_filled(region.rows[-1], region)) < 2 and _stands_off(region):
        region.rows.pop()
        region.spanning.pop()
    return _table(region, page)


def _is_in(word: Word, column: tuple[float, float]) -> bool:
    return column[0] <= (word.left + word.right) / 2 <= column[1]


def _filled(row: list[Word], region: _Region) -> set[int]:
    """Which columns a row has words in."""
    return {n for n, column in enumerate(region.columns) for word in row if _is_in(word, column)}


def _stands_off(region: _Region) -> bool:
    """Whether the last row stands farther from the one before than rows there do, or is set otherwise."""
    if len(region.rows) < 2:
        return True
    gaps = [_gap(above, below) for above, below in pairwise(region.rows)]
    last, before = region.rows[-1], region.rows[-2]
    return gaps[-1] > median(gaps) + 2 or abs(last[0].size - before[0].size) > 0.5 or 0 in _filled(last, region)


def _gap(above: list[Word], below: list[Word]) -> float:
    return min(word.top for word in below) - max(word.bottom for word in above)


def _is_prose(region: _Region, page: Page) -> bool:
    """Whether two or three columns hold running text: most lines are full, and paragraphs end where they will."""
    if not 2 <= len(region.columns) <= 3 or any(region.spanning):
        return False
    for column in region.columns:
        width = column[1] - column[0]
        rows = rows_of(word for row in region.rows for word in row if _is_in(word, column))
        full = sum(row[-1].right > column[1] - 0.15 * width for row in rows)
        words = sum(map(len, rows))
        if len(rows) < FEWEST_ROWS_OF_PROSE or width < 0.2 * page.width or full * 9 < len(rows) * 4:
            return False
        if words < 4 * len(rows):
            return False
    both = [row for row in region.rows if len(_filled(row, region)) > 1]
    return len(_groups(region, page)) * 3 <= len(region.rows) or len(both) == len(_groups(region, page))


def _groups(region: _Region, page: Page) -> list[list[int]]:
    """The lines of a region by the row of the table that they belong to: parted by rules, else by wider gaps."""
    rows = region.rows
    left, right = region.columns[0][0], region.columns[-1][1]
    tops = sorted(top for x0, x1, top in page.rules if min(x1, right) - max(x0, left) > 0.5 * (right - left))
    gaps = [_gap(above, below) for above, below in pairwise(rows)]
    height = median(row[0].bottom - row[0].top for row in rows)
    ruled = [
        bisect_right(tops, min(w.top for w in below) + 0.3 * height)
        > bisect_left(tops, max(w.bottom for w in above) - 0.3 * height)
        for above, below in pairwise(rows)
    ]
    tight = sorted(gaps)[len(gaps) // 10]
    apart = [gap > tight + 0.3 * height for gap in gaps]
    parted = ruled if sum(ruled) > 1 else apart if any(apart) and not all(apart) and _wraps(region, apart) else None
    groups: list[list[int]] = [[0]]
    for number in range(1, len(rows)):
        first = 0 in _filled(rows[number], region) or region.spanning[number]
        if parted[number - 1] if parted is not None else first:
            groups.append([number])
        else:
            groups[-1].append(number)
    return groups


def _wraps(region: _Region, apart: list[bool]) -> bool:
    """Whether lines that stand close go on with the one above: some have nothing in one of the columns."""
    close = [row for row, is_apart in zip(region.rows[1:], apart, strict=True) if not is_apart]
    return any(len(_filled(row, region)) < len(region.columns) for row in close)


def _table(region: _Region, page: Page) -> list[Line | Grid] | None:
    """A table without rules between its columns, None where the region is too irregular for one."""
    if len(region.rows) < FEWEST_ROWS:
        return None
    groups = _groups(region, page)
    filled = [set().union(*(_filled(region.rows[n], region) for n in group)) for group in groups]
    several = sum(len(one) > 1 for one in filled)
    if several < FEWEST_ROWS or several * 2 < len(groups):
        return None
    for number, column in enumerate(region.columns):
        if sum(number in one for one in filled) * 10 < 4 * len(groups) or not _is_aligned(region, column):
            return None
    grid = Grid(region.rows[0][0].top, max(word.bottom for word in region.rows[-1]), [], [])
    for group in groups:
        line: list[int | None] = []
        for column in region.columns:
            spanning = region.spanning[group[0]]
            inside = [w for n in group for w in region.rows[n] if spanning or _is_in(w, column)]
            if spanning and line:
                line.append(line[0])
            else:
                line.append(len(grid.cells) if inside else None)
                if inside:
                    grid.cells.append([Line(row, *column) for row in rows_of(inside)])
        grid.rows.append(line)
    return [grid]


def _is_aligned(region: _Region, column: tuple[float, float]) -> bool:
    """Whether most lines of a column begin, end or have their middle at one place."""
    rows = [[w for w in row if _is_in(w, column)] for row in region.rows]
    inside = [row for row in rows if row]
    places = (
        Counter(round(row[0].left / 3) for row in inside),
        Counter(round(row[-1].right / 3) for row in inside),
        Counter(round((row[0].left + row[-1].right) / 6) for row in inside),
    )
    return any(place.most_common(1)[0][1] * 5 >= 3 * len(inside) for place in places if place)


def _ruled(page: Page) -> tuple[list[Grid], list[Word]]:
    """The ruled tables of a page, and the words outside of them."""
    grids = []
    words = page.words
    for cells in page.tables:
        made = _grid(cells, words)
        if made:
            grids.append(made[0])
            words = made[1]
    return sorted(grids, key=lambda grid: grid.top), words


def _grid(cells: list[Box], words: list[Word]) -> tuple[Grid, list[Word]] | None:
    """A table of its cells' boxes, and the words that are not in it; None for what is but a frame."""
    columns = _edges(side for cell in cells for side in (cell[0], cell[2]))
    rows = _edges(side for cell in cells for side in (cell[1], cell[3]))
    if len(columns) < 3 or len(rows) < 3 or len(columns) * len(rows) > MOST_PLACES:
        return None
    places: list[list[int | None]] = [[None] * (len(columns) - 1) for _ in rows[1:]]
    for number, (left, top, right, bottom) in enumerate(cells):
        for row in range(bisect_left(rows, top - 3), bisect_left(rows, bottom - 3)):
            for column in range(bisect_left(columns, left - 3), bisect_left(columns, right - 3)):
                places[row][column] = number
    inside: dict[int, list[Word]] = {}
    outside = []
    for word in words:
        row = bisect_right(rows, (word.top + word.bottom) / 2) - 1
        column = bisect_right(columns, (word.left + word.right) / 2) - 1
        place = places[row][column] if 0 <= row < len(places) and 0 <= column < len(places[0]) else None
        if place is None:
            outside.append(word)
        else:
            inside.setdefault(place, []).append(word)
    if len(inside) < 3:
        return None
    written = [list(_lines_in_box(cell, inside.get(number, []))) for number, cell in enumerate(cells)]
    filled = [[number if number is not None and written[number] else None for number in row] for row in places]
    return Grid(rows[0], rows[-1], [row for row in filled if any(n is not None for n in row)], written), outside


def _edges(sides: Iterable[float]) -> list[float]:
    """Places of rules, those that are almost the same as one."""
    edges: list[float] = []
    for side in sorted(sides):
        if not edges or side - edges[-1] > 3:
            edges.append(side)
    return edges


def _lines_in_box(box: Box, words: list[Word]) -> Iterator[Line]:
    """The lines of a cell; the room at its right is as wide as that at its left."""
    margin = min((word.left for word in words), default=box[0]) - box[0]
    widest = max((word.right for word in words), default=box[2])
    for row in rows_of(words):
        yield Line(row, box[0] + margin, max(widest, box[2] - min(margin, 0.2 * (box[2] - box[0]))))
