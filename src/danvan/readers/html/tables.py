"""Tables of a page: those that hold cells, and those that only put blocks side by side."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml import etree

_GROUPS = frozenset({"thead", "tbody", "tfoot"})
_CELLS = frozenset({"td", "th"})
_MOST_COLUMNS = 64
_MOST_ROWS_SPANNED = 1000
_LONGEST_CELL = 3_000


def rows_of(table: etree._Element) -> list[etree._Element]:
    """The rows of a table, without those of tables in it."""
    rows = []
    for child in table:
        if child.tag == "tr":
            rows.append(child)
        elif child.tag in _GROUPS:
            rows += [row for row in child if row.tag == "tr"]
    return rows


def cells_of(row: etree._Element) -> list[etree._Element]:
    """The cells of a row."""
    return [cell for cell in row if cell.tag in _CELLS]


def is_frame(table: etree._Element) -> bool:
    """Whether a table only lays the page out: one column, tables within, or very long cells."""
    rows = rows_of(table)
    if all(len(cells_of(row)) < 2 for row in rows):
        return True
    if next(table.iter("table"), None) is not None and any(
        inner is not table for inner in table.iter("table")
    ):
        return True
    return len(rows) < 3 and any(
        sum(map(len, cell.itertext())) > _LONGEST_CELL for row in rows for cell in cells_of(row)
    )


def grid_of(table: etree._Element) -> Iterator[list[etree._Element | None]]:
    """The rows of a table with a place for each column; None where a cell spans from elsewhere."""
    spanned: dict[int, int] = {}
    for row in rows_of(table):
        places: list[etree._Element | None] = []
        for cell in cells_of(row):
            _skip(spanned, places)
            wide = _span(cell, "colspan", _MOST_COLUMNS)
            deep = _span(cell, "rowspan", _MOST_ROWS_SPANNED)
            for n in range(min(wide, _MOST_COLUMNS - len(places))):
                if deep > 1:
                    spanned[len(places)] = deep - 1
                places.append(None if n else cell)
        _skip(spanned, places)
        yield places


def header_of(table: etree._Element) -> int:
    """How many rows at the top of a table are a header."""
    count = 0
    for row in rows_of(table):
        cells = cells_of(row)
        parent = row.getparent()
        in_head = parent is not None and parent.tag == "thead"
        if not in_head and not (cells and all(cell.tag == "th" for cell in cells)):
            break
        count += 1
    return count


def _skip(spanned: dict[int, int], places: list[etree._Element | None]) -> None:
    """Leave the places empty into which cells of rows above reach."""
    while spanned.get(len(places), 0) > 0:
        spanned[len(places)] -= 1
        places.append(None)


def _span(cell: etree._Element, name: str, most: int) -> int:
    said = cell.get(name, "1").strip()
    return max(1, min(int(said), most)) if said.isdecimal() and len(said) < 6 else 1
