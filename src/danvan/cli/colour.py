"""Blocks on a terminal, with rich."""

from __future__ import annotations

from typing import TYPE_CHECKING, TextIO

from rich import box
from rich.console import Console
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from danvan.cli.blocks import Block, Facts, Grid, Title

if TYPE_CHECKING:
    from collections.abc import Iterable


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
                console.print()
            case Facts(pairs):
                console.print(_facts(pairs))
            case Grid():
                console.print()
                console.print(Text(block.title, style="bold"))
                console.print(_table(block))


def _facts(pairs: tuple[tuple[str, str], ...]) -> Padding:
    table = Table.grid(padding=(0, 2, 0, 0))
    table.add_column(style="dim", no_wrap=True)
    table.add_column()
    for name, value in pairs:
        table.add_row(Text(name), Text(value))
    return Padding(table, (0, 0, 0, 1))


def _table(grid: Grid) -> Table:
    table = Table(box=box.SIMPLE_HEAD, pad_edge=True, show_edge=False, header_style="cyan")
    for index, name in enumerate(grid.columns):
        figures = index in grid.right
        table.add_column(Text(name), justify="right" if figures else "left", overflow="fold")
    for row in grid.rows:
        table.add_row(*map(Text, row))
    return table
