"""Tables of web pages: rows of raw HTML that were copied into a text (bảng HTML)."""

from __future__ import annotations

import re

import attrs

# <tr>, <td colspan="2">, </th>: what opens and closes rows, cells and tables.
_TAG = re.compile(r"<(?P<end>/?)(?P<name>table|tr|td|th)\b[^<>]{0,300}>", re.IGNORECASE)
_ROWS = re.compile(r"<tr\b", re.IGNORECASE)


@attrs.define
class WebRow:
    """A row: where it stands in the clean text, tags included, and where its cells do."""

    start: int
    end: int = 0
    cells: list[tuple[int, int]] = attrs.Factory(list)


def web_rows(clean: str) -> list[WebRow]:
    """The rows of the HTML tables in a text, in their order; a table in a cell is text of the cell.

    >>> [
    ...     clean[a:b]
    ...     for clean in ["<tr><td>1</td><td>Họp</td></tr>"]
    ...     for row in web_rows(clean)
    ...     for a, b in row.cells
    ... ]
    ['1', 'Họp']
    """
    if not _ROWS.search(clean):
        return []
    rows: list[WebRow] = []
    row: WebRow | None = None
    cell = -1
    for tag in _TAG.finditer(clean):
        name, ends = tag["name"].lower(), bool(tag["end"])
        if row is not None and cell >= 0:
            row.cells.append((cell, tag.start()))
            cell = -1
        if name in {"td", "th"} and not ends and row is not None:
            cell = tag.end()
        elif name == "tr" and not ends:
            row = WebRow(tag.start())
        if name in {"tr", "table"} and row is not None:
            row.end = tag.end()
            if ends or name == "table":
                if row.cells:
                    rows.append(row)
                row = None
    return rows
