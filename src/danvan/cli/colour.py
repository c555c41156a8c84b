"""Blocks on a terminal, with rich."""

from __future__ import annotations

from typing import TYPE_CHECKING, TextIO

from rich import box
from rich.console import Console
from rich.table import Table
from rich.text import Text

from danvan.cli.blocks import Block, Facts, Grid, Title
from danvan.cli.layout import GAP, column_widths, wrapped

if TYPE_CHECKING:
    from collections.abc import Iterable

    from rich.console import JustifyMethod


def colour(blocks: Iterable[Block], stream: TextIO, columns: int) -> None:
    """Print the blocks."""
    console = Console(file=stream, width=columns, highlight=False, emoji=False, markup=False)
    for block in blocks:
        match block:
            case Title(text, below):
                console.print()
                console.print(Text(text, style="bold cyan"))
                if below:
                    console.print(Text(below, style="dim"))
            case Facts(pairs):
                console.print()
                console.print(_facts(pairs))
            case Grid():
                console.print()
                console.print(Text(block.title, style="bold"))
                console.print(_table(block, columns))


def _facts(pairs: tuple[tuple[str, str], ...]) -> Table:
    table = Table.grid(padding=(0, 2, 0, 0))
    table.add_column(style="dim", no_wrap=True)
    table.add_column(overflow="fold")
    for name, value in pairs:
        table.add_row(Text(name), Text(value))
    return table


def _table(grid: Grid, columns: int) -> Table:
    # The box puts one blank between columns, the padding the rest of the gap.
    table = Table(
        box=box.SIMPLE_HEAD,
        padding=(0, GAP - 1, 0, 0),
        pad_edge=False,
        show_edge=False,
        header_style="cyan",
    )
    widths = column_widths(grid, columns)
    for index, (name, width) in enumerate(zip(grid.columns, widths, strict=True)):
        justify: JustifyMethod = "right" if index in grid.right else "left"
        style = "" if index else "bold"
        table.add_column(Text(name), width=width, justify=justify, style=style)
    for row in grid.rows:
        cells = ("\n".join(wrapped(cell, room)) for cell, room in zip(row, widths, strict=True))
        table.add_row(*map(Text, cells))
    return table
