"""A table as a format reads it, cell by cell, into a grid in which merged cells stand in every place they cover."""

from __future__ import annotations

from dataclasses import dataclass, field

from selectolax.lexbor import LexborNode

from hansa.reading.document import Cell, Table

MOST_COLUMNS = 60
MOST_ROWS_SPANNED = 500
SHORTEST_COLUMN = 500  # letters of a cell that is a column of the page
MOST_OF_THE_PAGE = 0.6
FEWEST_LINES = 5


@dataclass(slots=True)
class Grid:
    """A table as far as it has been read: its rows, the cells that reach down into later rows, the open cell."""

    is_data: bool
    table: Table = field(default_factory=lambda: Table([]))
    reaching: dict[int, tuple[Cell, int]] = field(default_factory=dict)
    cell: Cell | None = None

    def begin_row(self) -> None:
        """A new row begins with what reaches into it from above."""
        self.table.rows.append([])
        self._reach()

    def _reach(self) -> None:
        row = self.table.rows[-1]
        while (above := self.reaching.get(len(row))) and len(row) < MOST_COLUMNS:
            cell, rows = above
            self.reaching[len(row)] = (cell, rows - 1)
            if rows <= 1:
                del self.reaching[len(row)]
            row.append(cell)

    def begin_cell(self, start: int, heading: bool, columns: int, rows: int) -> None:
        """A cell stands in every place that it covers."""
        if not self.table.rows:
            self.begin_row()
        self.cell = Cell((start, start), heading)
        row = self.table.rows[-1]
        rows = min(rows, MOST_ROWS_SPANNED)
        for _ in range(min(columns, MOST_COLUMNS - len(row))):
            if rows > 1:
                self.reaching[len(row)] = (self.cell, rows - 1)
            row.append(self.cell)
        self._reach()


def holds_data(table: LexborNode, attributes: dict[str, str | None]) -> bool:
    """Whether a table holds data, rather than the columns of a page: there one cell has most of the words, in lines."""
    if attributes.get("role") == "presentation" or table.css_first("table table, h1, h2, h3, h4") is not None:
        return False
    if table.css_first("th") is not None:
        return True
    cells = [(len(cell.text()), cell) for cell in table.css("td")]
    letters, longest = max(cells, key=lambda one: one[0], default=(0, table))
    if letters < max(SHORTEST_COLUMN, MOST_OF_THE_PAGE * len(table.text())):
        return True
    return len(longest.css("br, p, div, li")) < FEWEST_LINES


def covers(cell: LexborNode, name: str) -> int:
    """How many columns or rows a cell covers."""
    said = (cell.attributes.get(name) or "1").strip()
    return max(1, int(said)) if said.isdecimal() and len(said) < 5 else 1
