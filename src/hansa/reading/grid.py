"""A table as a format reads it, cell by cell, into a grid in which merged cells stand in every place they cover."""

from __future__ import annotations

from dataclasses import dataclass, field

from hansa.reading.document import Cell, Table

MOST_COLUMNS = 60
MOST_ROWS_SPANNED = 500


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
