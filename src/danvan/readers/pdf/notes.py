"""Footnotes: rows in small type at the foot of a page, the first of which begins with a mark."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import attrs

from danvan.readers.pdf.rows import Row

if TYPE_CHECKING:
    from collections.abc import Iterable

    from danvan.readers.pdf.page import Page, Word

_MARK = re.compile(r"[(\[]?(?P<mark>\d{1,3}|\*{1,3}|[a-z])[)\]]?")
_MARK_AND_TEXT = re.compile(r"(?P<mark>\d{1,3}|\*{1,3})(?![\d.,/)])")
_SMALLER = 0.92
# Points: how far above the first footnote a rule may stand.
_ABOVE = 22.0


@attrs.frozen
class FootRows:
    """The rows of one footnote on one page; without a mark where they go on with the last one."""

    mark: str
    rows: tuple[Row, ...]


def split_notes(
    page: Page, rows: list[Row], body_size: float, called: frozenset[str], *, going_on: bool
) -> tuple[list[Row], list[FootRows]]:
    """The rows of a page without its footnotes, and these.

    Footnotes stand at the foot of the page, below a short rule that office programs draw, or in
    smaller type than the body. The first row of each begins with a mark that is raised, there or in
    the text.

    Args:
        page: the page.
        rows: its rows, without furniture.
        body_size: the size in which most of the file is set.
        called: the raised marks in the text of the file.
        going_on: whether there were footnotes before, so that one may go on here without a mark.
    """
    small = len(rows)
    while small and rows[small - 1].size <= _SMALLER * body_size:
        small -= 1
    begin = next(
        (i for i in range(1, len(rows)) if _begins_notes(page, rows, i, small, called)), len(rows)
    )
    if begin == len(rows):
        return rows, []
    notes: list[FootRows] = []
    for row in rows[begin:]:
        mark, rest = _opening(row, _next(notes, called))
        if mark or not notes:
            notes.append(FootRows(mark, (rest,)))
        else:
            notes[-1] = FootRows(notes[-1].mark, (*notes[-1].rows, row))
    return (rows[:begin], notes) if notes[0].mark or going_on else (rows, [])


def _next(notes: list[FootRows], called: frozenset[str]) -> frozenset[str]:
    """The marks with which the next footnote may begin: the next number, if they are numbers."""
    last = notes[-1].mark if notes else ""
    return called & {str(int(last) + 1)} if last.isdecimal() else called


def _begins_notes(page: Page, rows: list[Row], at: int, small: int, called: frozenset[str]) -> bool:
    """Whether the footnotes of a page begin with this row; from ``small`` on all type is small."""
    ruled_off = _is_ruled_off(page, rows, at)
    marked = bool(_opening(rows[at], called)[0])
    return (ruled_off or marked) if at >= small else (ruled_off and marked)


def called_in(rows: Iterable[Row]) -> frozenset[str]:
    """The raised marks in a text, but for those with which rows begin."""
    return frozenset(
        match["mark"]
        for row in rows
        for word in row.words[1:]
        if row.is_raised(word) and (match := _MARK.fullmatch(word.text))
    )


def _raised_mark(row: Row) -> str:
    match = _MARK.fullmatch(row.words[0].text)
    if match is None or len(row.words) < 2 or not row.is_raised(row.words[0]):
        return ""
    return match["mark"]


def _opening(row: Row, called: frozenset[str]) -> tuple[str, Row]:
    """The mark with which a footnote begins, or "", and the row without it."""
    first = row.words[0]
    mark = _raised_mark(row)
    if mark:
        return mark, _row_without(row, first)
    match = _MARK_AND_TEXT.match(first.text)
    if match is None or match["mark"] not in called:
        return "", row
    rest = first.text[match.end() :]
    if not rest and len(row.words) == 1:
        return "", row
    return match["mark"], _row_without(row, first, rest)


def _row_without(row: Row, first: Word, rest: str = "") -> Row:
    kept = [attrs.evolve(first, text=rest)] if rest else []
    return Row([*kept, *(word for word in row.content if word is not first)], row.page)


def _is_ruled_off(page: Page, rows: list[Row], begin: int) -> bool:
    """Whether a short rule stands between a row and the one above it."""
    row = rows[begin]
    above = rows[begin - 1].y if begin else page.height
    return any(row.y < y < min(above, row.y + _ABOVE + row.size) for y in page.short_rules)


def body_size(rows: list[list[Row]]) -> float:
    """The size in which most of the text is set."""
    widths: dict[float, float] = {}
    for page in rows:
        for row in page:
            widths[row.size] = widths.get(row.size, 0.0) + row.right - row.left
    return max(widths, key=lambda size: widths[size], default=0.0)


def marks_of(notes: list[FootRows]) -> frozenset[str]:
    """The marks of all footnotes."""
    return frozenset(note.mark for note in notes if note.mark)
