"""How wide the columns of a table are, and where lines are broken."""

from __future__ import annotations

from typing import TYPE_CHECKING

from danvan.cli.safe import width

if TYPE_CHECKING:
    from danvan.cli.blocks import Grid

#: Blanks between two columns.
GAP = 2
_NARROW = 16


def column_widths(grid: Grid, columns: int) -> list[int]:
    """A width for each column of the table, so that the whole fits into ``columns``.

    Narrow columns stay as they are, and every other has room for its longest word, as far as words
    are not very long, or else the widest give way. What is left goes to the columns in proportion
    to what they lack, so that long texts have most of it.
    """
    cells = list(zip(grid.columns, *grid.rows, strict=True))
    natural = [max(map(width, column)) for column in cells]
    room = columns - GAP * (len(natural) - 1)
    if sum(natural) <= room:
        return natural
    least = [_least(n, column) for n, column in zip(natural, cells, strict=True)]
    while sum(least) > max(room, len(least)):
        least[least.index(max(least))] -= 1
    spare = room - sum(least)
    lacking = [n - a for n, a in zip(natural, least, strict=True)]
    whole = sum(lacking) or 1
    return [a + spare * lack // whole for a, lack in zip(least, lacking, strict=True)]


def _least(natural: int, column: tuple[str, ...]) -> int:
    """The width below which a column is not made narrower for the sake of others."""
    if natural <= _NARROW:
        return natural
    return min(_NARROW, max(width(word) for cell in column for word in cell.split(" ")))


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
    """As much of a word as fits, if it can be up to a slash or hyphen; at least one character."""
    end, used = 0, 0
    for character in word:
        used += width(character)
        if end and used > columns:
            break
        end += 1
    mark = max(word.rfind("/", 0, end), word.rfind("-", 0, end)) + 1
    return word[: mark if mark > end // 2 else end]
