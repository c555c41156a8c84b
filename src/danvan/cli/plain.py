"""Blocks as aligned text, for pipes, files and terminals without rich."""

from __future__ import annotations

from typing import TYPE_CHECKING

from danvan.cli.blocks import Block, Facts, Grid, Title
from danvan.cli.safe import width

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

_GAP = 2
_NARROWEST = 8


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
            widths = [name_width, columns - name_width - _GAP]
            for pair in pairs:
                yield from _row(pair, widths, frozenset())
        case Grid():
            yield from _grid(block, columns)


def _grid(grid: Grid, columns: int) -> Iterator[str]:
    table = [grid.columns, *grid.rows]
    widths = _fitted([max(map(width, cells)) for cells in zip(*table, strict=True)], columns)
    yield grid.title
    yield from _row(grid.columns, widths, grid.right)
    yield "-" * (sum(widths) + _GAP * (len(widths) - 1))
    for row in grid.rows:
        yield from _row(row, widths, grid.right)


def _fitted(widths: list[int], columns: int) -> list[int]:
    """The widths, the widest ones cut until all fit."""
    room = columns - _GAP * (len(widths) - 1)
    while sum(widths) > room and max(widths) > _NARROWEST:
        widest = max(widths)
        second = max((w for w in widths if w < widest), default=_NARROWEST)
        many = widths.count(widest)
        excess = -(-(sum(widths) - room) // many)
        target = max(second, widest - excess, _NARROWEST)
        widths = [target if w == widest else w for w in widths]
        if target == widest:
            break
    return widths


def _row(cells: Sequence[str], widths: Sequence[int], right: frozenset[int]) -> Iterator[str]:
    columns = [wrapped(cell, w) for cell, w in zip(cells, widths, strict=True)]
    for line in range(max(map(len, columns))):
        parts = []
        for index, (column, room) in enumerate(zip(columns, widths, strict=True)):
            text = column[line] if line < len(column) else ""
            blank = " " * (room - width(text))
            parts.append(blank + text if index in right else text + blank)
        yield (" " * _GAP).join(parts).rstrip()


def wrapped(text: str, columns: int) -> list[str]:
    """The text in lines of at most ``columns`` columns; words that are longer are cut.

    >>> wrapped("Sở Giáo dục và Đào tạo", 12)
    ['Sở Giáo dục', 'và Đào tạo']
    """
    lines: list[str] = []
    line, used = "", 0
    for word in text.split(" "):
        piece, length = word, width(word)
        if line and used + 1 + length <= columns:
            line, used = f"{line} {piece}", used + 1 + length
            continue
        if line:
            lines.append(line)
        while length > columns:
            head = _head(piece, columns)
            lines.append(head)
            piece = piece[len(head) :]
            length = width(piece)
        line, used = piece, length
    return [*lines, line] if line or not lines else lines


def _head(word: str, columns: int) -> str:
    """As much of a word as fits, at least one character with its marks."""
    end, used = 0, 0
    for character in word:
        used += width(character)
        if end and used > columns:
            break
        end += 1
    return word[:end]
