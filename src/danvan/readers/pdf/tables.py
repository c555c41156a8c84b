"""Tables: the words in the cells of a grid, and tables that go on over pages."""

from __future__ import annotations

import itertools
import re
from typing import TYPE_CHECKING

import attrs

from danvan.readers.pdf.grid import Cell
from danvan.readers.pdf.paragraphs import Measure, measure, paragraphs_of
from danvan.readers.pdf.rows import Row, rows_of

if TYPE_CHECKING:
    from danvan.readers.pdf.grid import Grid
    from danvan.readers.pdf.page import Page, Word

# Points: how far the columns of two parts of a table may differ.
_SAME_COLUMN = 4.0
_MOST_PADDING = 8.0
# What stands above the numbers of rows: the table has a header.
_NUMBERS = re.compile(r"(?:S\.?\s?)?TT|STT|Số\s+(?:TT|thứ tự)|Thứ tự", re.IGNORECASE)


@attrs.frozen
class FilledCell:
    """A cell with the rows of words in it; the cell is that of the first page where it stands."""

    cell: Cell
    rows: tuple[Row, ...]

    @property
    def text(self) -> str:
        """Its text in one line."""
        return " ".join(row.text for row in self.rows)


@attrs.frozen
class FilledTable:
    """A table with its words (bảng), row by row."""

    columns: tuple[float, ...]
    rows: tuple[tuple[FilledCell, ...], ...]
    page: int

    @property
    def last_page(self) -> int:
        """The page on which it ends."""
        return max((row.page for c in self.rows[-1] for row in c.rows), default=self.page)

    @property
    def header(self) -> int:
        """How many rows at its top are a header: one, if its looks or words say so, or none.

        It is set in bold type, or names the column of numbers.
        """
        if len(self.rows) < 2:
            return 0
        first, second = ([c for c in row if c.rows] for row in self.rows[:2])
        if first and _NUMBERS.fullmatch(first[0].text):
            return 1
        return int(bool(first and second) and _is_bold(first) and not _is_bold(second))

    def paragraphs(self) -> list[list[list[list[Row]]]]:
        """For each row, for each cell, its paragraphs."""
        padding = self._padding()
        return [[_paragraphs(cell, padding) for cell in row] for row in self.rows]

    def _padding(self) -> float:
        """The least distance of text from the rule left of it."""
        insets = [row.left - c.cell.left for line in self.rows for c in line for row in c.rows]
        return min(max(0.0, min(insets, default=0.0)), _MOST_PADDING)


def _is_bold(cells: list[FilledCell]) -> bool:
    return all(row.bold for cell in cells for row in cell.rows)


def _paragraphs(cell: FilledCell, padding: float) -> list[list[Row]]:
    if not cell.rows:
        return []
    how = measure(cell.rows)
    edges = Measure(
        left=cell.cell.left + padding,
        right=cell.cell.right - padding,
        justified=False,
        pitch=how.pitch,
    )
    return paragraphs_of(cell.rows, edges)


def filled(page: Page, grid: Grid) -> FilledTable:
    """The grid with the words that stand in it."""
    held: dict[Cell, list[Word]] = {}
    for word in page.words:
        cell = grid.cell_of(word)
        if cell is not None:
            held.setdefault(cell, []).append(word)
    rows = tuple(
        tuple(FilledCell(c, tuple(rows_of(held.get(c, ()), page.number))) for c in line)
        for line in grid.rows
    )
    return FilledTable(grid.columns, rows, page.number)


def goes_on(table: FilledTable, following: FilledTable) -> bool:
    """Whether a table at the top of a page goes on with the one that ended the page before."""
    return (
        following.page == table.last_page + 1
        and len(table.columns) == len(following.columns)
        and all(
            abs((a - table.columns[0]) - (b - following.columns[0])) <= _SAME_COLUMN
            for a, b in zip(table.columns, following.columns, strict=True)
        )
    )


def joined(table: FilledTable, following: FilledTable) -> FilledTable:
    """Both parts as one: a header that is printed again is left out, a cut row is made whole."""
    rows = list(following.rows)
    if len(rows) > 1 and [c.text for c in rows[0]] == [c.text for c in table.rows[0]]:
        del rows[0]
    kept = list(table.rows)
    if rows and _is_cut(kept[-1], rows[0]):
        kept[-1] = tuple(
            attrs.evolve(above, rows=(*above.rows, *below.rows))
            for above, below in zip(kept[-1], rows.pop(0), strict=True)
        )
    return attrs.evolve(table, rows=(*kept, *rows))


def _is_cut(above: tuple[FilledCell, ...], below: tuple[FilledCell, ...]) -> bool:
    """Whether a row goes on with the one above: nothing stands in the first of its cells."""
    return (
        len(above) == len(below)
        and bool(above[0].rows)
        and not below[0].rows
        and any(cell.rows for cell in below)
        and not any(
            b.rows and not a.rows
            for a, b in itertools.islice(zip(above, below, strict=True), 1, None)
        )
    )
