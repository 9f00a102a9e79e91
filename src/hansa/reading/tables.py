"""What a table's rows and columns mean: which column names the organisations, and what the others tell of them.

A format hands on the bare grid (`Document.tables`). Here its cells become blocks: one of kind `row` names an
organisation, those of kind `cell` behind it have their column's meaning."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from hansa.reading import money, names, people
from hansa.reading.columns import covers, held, spans
from hansa.reading.contact_tables import of_contacts
from hansa.reading.document import Block, Cell, Document, Table
from hansa.reading.labels import Labels
from hansa.reading.priced import OF_FEES, is_from_abroad

MOST_ROWS_ABOVE = 12  # titles and empty rows above the headings
LONGEST_NAME = 200
LONGEST_HEADING = 80
LONGEST_CURRENCY = 3
_ORDINAL = re.compile(r"\d{1,3}[.)]?")
_OF_FEES = ("fee_label", "other_label", "", None)
ENOUGH_ROWS = 2
MOST_COLUMNS = 100
MOST_ABOVE = 2  # blocks
_YEAR = re.compile(r"\b20\d\d\b")
_LETTER = re.compile(r"[^\W\d_]")
_SENT = ("representative_label", "deputy_label", "observer_label")
_PEOPLE = (*_SENT, "contact", "chair_label", "board_label")
# What tells more of a person stands behind the person, whatever the order of the columns.
_ABOUT_CONTACTS = ("title_label", "unit_label", "email", "phone")
_ABOUT_PEOPLE = ("party_label", "role_label", "term_label", *_ABOUT_CONTACTS)
_CONTACTS = ("contact",)


@dataclass(slots=True)
class _Column:
    """What a column's heading says: the field (None where nobody knows it), and the heading's words."""

    field: str | None
    heading: str


def arranged(document: Document, labels: Labels) -> list[Block]:
    """The document's blocks, those of tables in the order and with the labels in which sections take them."""
    if not document.tables:
        return document.blocks
    blocks: list[Block] = []
    position = 0
    for table in sorted(document.tables, key=lambda table: _extent(table)[0]):
        start, end = _extent(table)
        first = bisect_left(document.blocks, start, lo=position, key=_start)
        last = bisect_left(document.blocks, end, lo=first, key=_start)
        if start >= end or first == last:
            continue
        blocks += document.blocks[position:first]
        blocks += _Reader(table, document, labels).blocks() or document.blocks[first:last]
        position = last
    return blocks + document.blocks[position:]


def _start(block: Block) -> int:
    return block.start


def _extent(table: Table) -> tuple[int, int]:
    spans = [cell.span for row in table.rows for cell in row if cell is not None]
    return min((s for s, _ in spans), default=0), max((e for _, e in spans), default=0)


class _Reader:
    """Reads one table."""

    def __init__(self, table: Table, document: Document, labels: Labels) -> None:
        self.document, self.labels = document, labels
        self.rows = [row for row in table.rows if any(cell and self.words(cell) for cell in row)]
        self.numbered = bool(self.rows) and all(_ORDINAL.fullmatch(self.words(row[0])) for row in self.rows)
        if self.numbered:
            self.rows = [row[1:] for row in self.rows]
        self.width = max((len(row) for row in self.rows), default=0)

    def words(self, cell: Cell | None) -> str:
        """A cell's text on one line."""
        return " ".join(self.document.text[cell.span[0] : cell.span[1]].split()) if cell else ""

    def blocks(self) -> list[Block]:
        """The table's blocks, or none where it has no meaning as a table."""
        if pairs := self._labelled_pairs():
            return pairs
        head = self._headings()
        if head is None:
            return self._without_headings()
        rows, columns = self.rows[head[0] + 1 :], head[1]
        return of_contacts(rows, self.document, self.labels) or [*self._told(rows, columns)]

    def _headings(self) -> tuple[int, list[_Column]] | None:
        """The row of headings (its last, where there are two), and what each column means."""
        best: tuple[int, int, list[_Column]] | None = None
        for number, row in enumerate(self.rows[:MOST_ROWS_ABOVE]):
            if self._distinct(row) < 2:
                continue
            columns = self._columns(row, None)
            known = sum(column.field is not None for column in columns)
            lower = self.rows[number + 1] if number + 1 < len(self.rows) else None
            shared = lower is not None and any(a is b and a for a, b in zip(row, lower, strict=False))
            if shared or spans(row):
                both = self._columns(lower or [], row)
                known_below = sum(column.field is not None for column in both)
                more = known_below > known or (known_below == known and spans(row) and shared)
                if lower is not None and more and self._all_labels(lower):
                    number, columns, known = number + 1, both, known_below
            told = known + all(cell is None or cell.heading or not self.words(cell) for cell in row)
            if known and told >= 2 and self._all_labels(row) and (best is None or known > best[0]):
                best = known, number, columns
        return (best[1], best[2]) if best else None

    def _all_labels(self, row: Sequence[Cell | None]) -> bool:
        """Whether a row's words may all be headings: short, none of them a number but for years, nor labels that have
        their value with them: “Member since: 2004”."""
        said = [self.words(cell) for cell in row if cell]
        if any(":" in words[:-1] and self.labels.label(words.partition(":")[0]) for words in said):
            return False
        numbers = (words for words in said if words and not _LETTER.search(words))
        return all(len(words) <= LONGEST_HEADING for words in said) and all(map(_YEAR.fullmatch, numbers))

    def _columns(self, row: Sequence[Cell | None], above: Sequence[Cell | None] | None) -> list[_Column]:
        columns = []
        for place, cell in enumerate(row):
            words = self.words(cell)
            over = self.words(above[place]) if above is not None and place < len(above) else ""
            found = self.labels.column(words)
            if over and over != words:
                found = self.labels.column(f"{over} {words}") if found in (None, "name_label", "other_label") else found
                found = found or self.labels.column(over)
                words = f"{over} {words}"
            columns.append(_Column(found, words))
        return columns

    def _distinct(self, row: Sequence[Cell | None]) -> int:
        """How many cells with words a row has."""
        return len({id(cell) for cell in row if cell and self.words(cell)})

    def _told(self, rows: list[list[Cell | None]], columns: list[_Column]) -> Iterator[Block]:
        """The blocks of the rows below the headings."""
        self._settle_people(rows, columns)
        self._settle_fees(rows, columns)
        self._newest_fee(columns)
        name = self._name_column(rows, columns)
        self._settle_by_cells(rows, columns, name)
        standing: Cell | None = None
        for number, row in enumerate(rows):
            cell = row[name] if name is not None and name < len(row) else None
            if self._distinct(row) >= 2 and self._repeats(row, columns):
                continue
            if self._distinct(row) == 1 and self.width > 1:
                alone = next(c for c in row if c and self.words(c))
                below = rows[number + 1] if number + 1 < len(rows) else None
                dated = self.labels.language.pattern("updated").match(self.words(alone))
                if alone is cell and (dated or ":" in self.words(alone) or self.words(alone)[-1] == "."):
                    yield Block("paragraph", *alone.span)  # a remark below the table
                    continue
                if name is None or alone is not cell or covers(row, alone) > 1 or self._is_group(alone, below, name):
                    kind = "row" if name is None else "group"
                    if (
                        len(self.words(alone)) <= LONGEST_NAME
                        and below is not None
                        and self.words(alone)[-1] not in ".;"
                    ):
                        yield Block(kind, *alone.span, field="name_label" if kind == "row" else "")
                        standing = alone if kind == "row" else None
                    else:
                        yield Block("paragraph", *alone.span)
                    continue
            words = self.words(cell)
            if self.labels.is_total(next((self.words(c) for c in row if c and self.words(c)), "")):
                continue
            if cell is not None and words and (standing is None or not self._same(cell, standing)):
                if len(words) > LONGEST_NAME or not _LETTER.search(words) or self.labels.exactly(words):
                    continue
                standing = cell
                yield from self._named(cell, columns[name] if name is not None else _Column(None, ""))
            if standing is not None or name is None:
                yield from self._values(row, columns, name, number + 1)

    def _is_group(self, alone: Cell, below: Sequence[Cell | None] | None, name: int) -> bool:
        """A lone first cell that is set apart, or that is no organisation, is the heading of a group of rows."""
        return name == 0 and alone.heading and below is not None and self._distinct(below) > 1

    def _named(self, cell: Cell, column: _Column) -> Iterator[Block]:
        """The name, and below it in the same cell what else is said there."""
        inside = self._blocks_in(*cell.span) or [Block("cell", *cell.span)]
        first = inside[0]
        yield Block("row", first.start, first.end, label=column.heading, lead=first.lead, field=column.field or "")
        for block in inside[1:]:
            yield Block("cell", block.start, block.end)

    def _blocks_in(self, start: int, end: int) -> list[Block]:
        blocks = self.document.blocks
        return blocks[bisect_left(blocks, start, key=_start) : bisect_left(blocks, end, key=_start)]

    def _values(
        self, row: Sequence[Cell | None], columns: list[_Column], name: int | None, number: int
    ) -> Iterator[Block]:
        """The other cells of a row, people before what tells more of them; a cell that covers several stands once."""
        seen: set[int] = set()
        said: tuple[str | None, str] | None = None
        told: list[tuple[int, int, Cell, _Column]] = []
        for place, cell in enumerate(row):
            if place == name or cell is None or not self.words(cell) or id(cell) in seen:
                continue
            if name is not None and name < len(row) and cell is row[name]:
                continue
            seen.add(id(cell))
            column = columns[place] if place < len(columns) else _Column(None, "")
            is_first = place + 1 < len(row) and not any(rank == 0 for rank, *_ in told)
            if is_first and not column.field and (role := self.labels.exactly(self.words(cell))) in _SENT:
                said = role, self.words(cell)  # “Substitute”, before the cell of somebody
                continue
            if said and column.field in (None, "representative_label", "other_label"):
                column, said = _Column(*said), None
            if column.field == "name_label" and name is not None:
                column = _Column("other_label", column.heading)  # a body within the organisation
            rank = 0 if column.field in _PEOPLE else 2 if column.field in _ABOUT_PEOPLE else 1
            told.append((rank, place, cell, column))
        currency = next(
            (self.words(c) for _r, _p, c, col in told if col.field in _OF_FEES and money.is_sign(self.words(c))), ""
        )
        for _rank, place, cell, column in sorted(told, key=lambda item: item[:2]):
            if currency and self.words(cell) == currency:
                continue  # it stands in a column of its own
            if currency and column.field == "fee_label":
                column = _Column("fee_label", f"{column.heading} ({currency})")
            whose = _whose(place, columns) if column.field in (*_PEOPLE, *_ABOUT_PEOPLE) else 0
            within = number * (MOST_COLUMNS + 1) + whose
            yield Block("cell", *cell.span, label=column.heading, field=column.field or "", row=within)

    def _is_a_line(self, cell: Cell) -> bool:
        return "\n" not in self.document.text[slice(*cell.span)] and len(self.words(cell)) <= LONGEST_NAME

    def _same(self, cell: Cell, standing: Cell) -> bool:
        return cell is standing or self.words(cell).casefold() == self.words(standing).casefold()

    def _repeats(self, row: Sequence[Cell | None], columns: list[_Column]) -> bool:
        """Whether a row is the row of headings once more, as on a new page."""
        said = [self.words(cell) for cell in row]
        return all(words == "" or words == column.heading for words, column in zip(said, columns, strict=False))

    def _settle_people(self, rows: list[list[Cell | None]], columns: list[_Column]) -> None:
        """A column called “Name” that holds people names no organisations."""
        for place, column in enumerate(columns):
            if column.field not in ("name_label", None):
                continue
            said = [words for row in rows[:60] if place < len(row) and (words := self.words(row[place]))]
            persons = sum(people.is_person(words.split(",")[0], self.labels.language) for words in said)
            marked = any(other.field in ("party_label", "role_label") for other in columns)
            named = sum(
                bool(names.parse(words).abbreviation)
                for words in said
                if not people.is_person(words, self.labels.language)
            )
            if (
                (len(said) >= ENOUGH_ROWS or (marked and said and persons == len(said)))
                and persons * 3 >= len(said) * 2
                and not named
                and (marked or column.field is None)
            ):
                column.field = "representative_label"

    def _settle_by_cells(self, rows: list[list[Cell | None]], columns: list[_Column], name: int | None) -> None:
        """A column whose heading says nothing is told by its cells; one of contacts that are committees is theirs."""
        for place, column in enumerate(columns):
            if place == name or column.field not in (None, "contact"):
                continue
            found = held((self.words(row[place]) for row in rows[:60] if place < len(row)), self.labels.language)
            if found and (column.field is None or found == "committee_label"):
                column.field = found

    def _settle_fees(self, rows: list[list[Cell | None]], columns: list[_Column]) -> None:
        """A column of amounts below a year, or below nothing, is of fees where what stands above the table says so:
        “Membership fees”, above “2023 | 2024”."""
        language, above = self.labels.language, ""
        for place, column in enumerate(columns):
            if column.field is not None or _LETTER.search(column.heading):
                continue
            said = [words for row in rows[:60] if place < len(row) and (words := self.words(row[place]))]
            amounts = sum(money.fee_in(words, language, column.heading) is not None for words in said)
            if amounts < ENOUGH_ROWS or amounts * 3 < len(said) * 2:
                continue
            above = above or self._above()
            if language.has(above, *(("fee_words", "fee_label") if column.heading else OF_FEES)):
                column.field = "fee_label"

    def _above(self) -> str:
        """What the two blocks above the table say."""
        start = next(cell.span[0] for row in self.rows for cell in row if cell)
        first = bisect_left(self.document.blocks, start, key=_start)
        return " ".join(map(self.document.of, self.document.blocks[max(0, first - MOST_ABOVE) : first]))

    def _newest_fee(self, columns: list[_Column]) -> None:
        """Of several columns of fees by year, the newest tells the fee."""
        years = {
            place: max(map(int, found))
            for place, column in enumerate(columns)
            if column.field == "fee_label" and (found := _YEAR.findall(column.heading))
        }
        for place, year in years.items():
            if year < max(years.values()):
                columns[place].field = "other_label"

    def _name_column(self, rows: list[list[Cell | None]], columns: list[_Column]) -> int | None:
        """The column that names the organisations; None where groups of rows do."""
        called = [place for place, column in enumerate(columns) if column.field == "name_label"]
        if called:
            return called[0]
        alone = sum(self._distinct(row) == 1 for row in rows)
        unknown = [place for place, column in enumerate(columns) if column.field is None]
        likely = Counter[int]()
        headed = [place for place in unknown if self.labels.language.has(columns[place].heading, "organisation_words")]
        if headed:
            return headed[0]
        for place in unknown:
            for words in {self.words(row[place]) for row in rows[:200] if place < len(row)}:  # names stand but once
                if len(words) > LONGEST_CURRENCY and _LETTER.search(words) and len(words) < LONGEST_NAME:
                    likely[place] += 1 + 2 * self.labels.names_one(words)
        best = max(unknown, key=lambda place: (likely[place], -place), default=None)
        if (
            best is None
            or not likely[best]
            or (alone >= ENOUGH_ROWS and any(c.field in _PEOPLE for c in columns) and best != 0)
        ):
            return None
        return best

    def _labelled_pairs(self) -> list[Block]:
        """A table of two columns whose first holds labels: “Website | www.…”."""
        pairs = [row for row in self.rows if self._distinct(row) == 2]
        if pairs and all(self.labels.label(self.words(cell)) for cell in pairs[0] if self.words(cell)):
            return []  # “Organisation | Annual fee”: these are headings
        labels = [self.labels.column(self.words(row[0])) for row in pairs]
        known = len(pairs) - labels.count(None)
        if labels.count("name_label") > 1 and self._tells_fees(pairs):
            return []  # “Association of …”, “Network of …”, each with a sum
        if not pairs or known < ENOUGH_ROWS or known * 2 < len(pairs) or self.width > 3:
            return []
        told = []
        for row in self.rows:
            cells = list({id(cell): cell for cell in row if cell and self.words(cell)}.values())
            if len(cells) == 1:
                told.append(Block("bold", *cells[0].span))
                continue
            label = self.words(cells[0])
            found = self.labels.column(label)
            if found == "name_label" and people.is_person(
                self.words(cells[1]).partition(",")[0].strip(), self.labels.language
            ):
                found = "contact"
            if found == "name_label":
                told.append(Block("row", *cells[1].span, label=label, field=found))
                continue
            told.append(Block("label", *cells[0].span, field=found or ""))
            told += [Block("cell", *cell.span, label=label, field=found or "") for cell in cells[1:]]
        return told

    def _without_headings(self) -> list[Block]:
        """A table without headings: rows that begin with a name, where most do, or some of those that tell fees."""
        rows = [row for row in self.rows if self._distinct(row) >= 2 - self.numbered]
        if not rows and self.width == 1 and all(row[0] and self._is_a_line(row[0]) for row in self.rows):
            return [Block("item", *row[0].span, 1) for row in self.rows if row[0]]  # a list in a frame
        named = [row for row in rows if row[0] and self.labels.names_one(self.words(row[0]))]
        of_fees = self._tells_fees(rows)
        if len(rows) < ENOUGH_ROWS or len(named) * (3 if of_fees else 2) < len(rows):
            return []
        if of_fees:
            said, language = f"{self.document.title or ''} {self._above()}", self.labels.language
            rows = [row for row in rows if is_from_abroad(self.words(row[0]), said, language)]
        if self.numbered and self.width == 1:
            return [Block("item", *row[0].span, 1) for row in rows if row[0]]  # a list, its numbers in a column
        return list(self._told(rows, [_Column("name_label", ""), *(_Column(None, "") for _ in range(self.width - 1))]))

    def _tells_fees(self, rows: list[list[Cell | None]]) -> bool:
        """Whether the last cells of rows are sums, below words that speak of fees."""
        last = [words for row in rows if len(row) > 1 and (words := self.words(row[-1]))]
        sums = sum(money.fee_in(words, self.labels.language) is not None for words in last)
        enough = sums >= ENOUGH_ROWS and sums * 3 >= len(last) * 2
        return enough and self.labels.language.has(self._above(), *OF_FEES)


def _whose(place: int, columns: Sequence[_Column]) -> int:
    """The column (from 1) of the people of whom a column tells: itself, the nearest before it, or the first behind."""
    fitting = _CONTACTS if columns[place].field in _ABOUT_CONTACTS else _PEOPLE
    named = [number for number, column in enumerate(columns) if column.field in fitting]
    named = named or [number for number, column in enumerate(columns) if column.field in _PEOPLE]
    before = [number for number in named if number <= place]
    return (before[-1] if before else named[0]) + 1 if named else 0
