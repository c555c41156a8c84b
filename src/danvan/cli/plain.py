"""Blocks as aligned text, for pipes, files and terminals without rich."""

from __future__ import annotations

from typing import TYPE_CHECKING

from danvan.cli.blocks import Block, Facts, Grid, Title
from danvan.cli.layout import GAP, column_widths, wrapped
from danvan.cli.safe import width

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence


def plain(blocks: Iterable[Block], columns: int) -> str:
    """The blocks as text of at most ``columns`` columns, as far as words are no longer."""
    return "\n\n".join("\n".join(_lines(block, columns)) for block in blocks) + "\n"


def _lines(block: Block, columns: int) -> Iterator[str]:
    match block:
        case Title(text, below):
            yield from wrapped(text, columns)
            yield "=" * min(columns, width(text))
            if below:
                yield from wrapped(below, columns)
        case Facts(pairs):
            name_width = max((width(name) for name, _ in pairs), default=0)
            widths = [name_width, columns - name_width - GAP]
            for pair in pairs:
                yield from _row(pair, widths, frozenset())
        case Grid():
            yield from _grid(block, columns)


def _grid(grid: Grid, columns: int) -> Iterator[str]:
    widths = column_widths(grid, columns)
    yield grid.title
    yield from _row(grid.columns, widths, grid.right)
    yield "-" * (sum(widths) + GAP * (len(widths) - 1))
    for row in grid.rows:
        yield from _row(row, widths, grid.right)


def _row(cells: Sequence[str], widths: Sequence[int], right: frozenset[int]) -> Iterator[str]:
    columns = [wrapped(cell, w) for cell, w in zip(cells, widths, strict=True)]
    for line in range(max(map(len, columns))):
        parts = []
        for index, (column, room) in enumerate(zip(columns, widths, strict=True)):
            text = column[line] if line < len(column) else ""
            blank = " " * (room - width(text))
            parts.append(blank + text if index in right else text + blank)
        yield (" " * GAP).join(parts).rstrip()
