"""Grids: tables with ruling lines, and which words stand in which cell."""

from __future__ import annotations

from bisect import bisect_right
from typing import TYPE_CHECKING

import attrs

from danvan.readers.pdf.page import Rule

if TYPE_CHECKING:
    from collections.abc import Callable

    from danvan.readers.pdf.page import Word

# Points: how far ends of rules may miss each other, and how far parallel ones are apart that count
# as one (a double line, or the two sides of a thick one).
_REACH = 3.0
_ONE = 4.0
_SAME_LINE = 1.0
# A cell is narrower or lower than this only by accident.
_SMALLEST = 6.0
# Whole lines on one page beyond this are a drawing; a page of table has some 60.
_MOST_LINES = 600
_MOST_FIELDS = 20_000
_MOST_TABLES = 40
# How far above its baseline the middle of a letter is, in sizes.
_MIDDLE = 0.3


@attrs.frozen
class Cell:
    """A cell of a table as it is ruled, over one or more columns and rows."""

    left: float
    bottom: float
    right: float
    top: float


@attrs.frozen
class Grid:
    """A table with ruling lines (bảng có kẻ khung).

    Args:
        columns: the edges of its columns, from left to right.
        lines: those of its rows, from below.
        rows: its cells, row by row from above.
        owners: the cell that covers each field between neighbouring edges, both counted from 0.
    """

    columns: tuple[float, ...]
    lines: tuple[float, ...]
    rows: tuple[tuple[Cell, ...], ...]
    owners: dict[tuple[int, int], Cell]

    @property
    def top(self) -> float:
        """Where it begins."""
        return self.lines[-1]

    def cell_of(self, word: Word) -> Cell | None:
        """The cell in which the middle of a word stands, or None outside of the table."""
        column = _between(self.columns, word.middle)
        line = _between(self.lines, word.y + _MIDDLE * word.size)
        return self.owners.get((column, line))


def _between(edges: tuple[float, ...], value: float) -> int:
    """The number of the field in which a value lies; one point beyond the ends is inside."""
    if not edges[0] - 1 <= value <= edges[-1] + 1:
        return -1
    return min(max(bisect_right(edges, value) - 1, 0), len(edges) - 2)


def grids_of(rules: tuple[Rule, ...]) -> list[Grid]:
    """The tables that the ruling lines of a page make, from top to bottom."""
    lines = _whole_lines(rules)
    if len(lines) > _MOST_LINES:
        return []
    found = [grid for group in _connected(lines) if (grid := _grid(group)) is not None]
    return sorted(found, key=lambda grid: -grid.top)[:_MOST_TABLES]


def _whole_lines(rules: tuple[Rule, ...]) -> list[Rule]:
    """The rules with the pieces of each line put together: programs rule every cell by itself."""
    level = sorted((rule for rule in rules if rule.is_level), key=lambda r: (r.bottom, r.left))
    upright = sorted(
        (rule for rule in rules if not rule.is_level), key=lambda r: (r.left, r.bottom)
    )
    return [
        *_joined(level, lambda r: r.bottom, lambda r: r.left, lambda r: r.right),
        *_joined(upright, lambda r: r.left, lambda r: r.bottom, lambda r: r.top),
    ]


def _joined(
    rules: list[Rule],
    across: Callable[[Rule], float],
    begin: Callable[[Rule], float],
    end: Callable[[Rule], float],
) -> list[Rule]:
    """Rules that lie on one line and touch, as one; they come sorted by ``across``."""
    lines: list[list[Rule]] = []
    for rule in rules:
        if lines and across(rule) - across(lines[-1][0]) <= _SAME_LINE:
            lines[-1].append(rule)
        else:
            lines.append([rule])
    joined: list[Rule] = []
    for line in lines:
        last: Rule | None = None
        for rule in sorted(line, key=begin):
            if last is not None and begin(rule) <= end(last) + _REACH:
                last = _around(last, rule)
                joined[-1] = last
            else:
                last = rule
                joined.append(rule)
    return joined


def _around(one: Rule, other: Rule) -> Rule:
    return Rule(
        min(one.left, other.left),
        min(one.bottom, other.bottom),
        max(one.right, other.right),
        max(one.top, other.top),
    )


def _connected(rules: list[Rule]) -> list[list[Rule]]:
    """Groups of rules that touch each other, one by way of another."""
    parent = list(range(len(rules)))

    def root(i: int) -> int:
        while parent[i] != i:
            parent[i] = parent[parent[i]]
            i = parent[i]
        return i

    order = sorted(range(len(rules)), key=lambda i: rules[i].left)
    active: list[int] = []
    for i in order:
        rule = rules[i]
        active = [j for j in active if rules[j].right >= rule.left - _REACH]
        for j in active:
            other = rules[j]
            if other.top >= rule.bottom - _REACH and other.bottom <= rule.top + _REACH:
                parent[root(i)] = root(j)
        active.append(i)
    groups: dict[int, list[Rule]] = {}
    for i, rule in enumerate(rules):
        groups.setdefault(root(i), []).append(rule)
    return list(groups.values())


def _merged(values: list[float]) -> list[float]:
    """The values from low to high, close ones as one."""
    kept: list[float] = []
    for value in sorted(values):
        if not kept or value - kept[-1] > _ONE:
            kept.append(value)
    return kept


def _grid(rules: list[Rule]) -> Grid | None:
    upright = [rule for rule in rules if not rule.is_level]
    level = [rule for rule in rules if rule.is_level]
    xs = _merged([(rule.left + rule.right) / 2 for rule in upright])
    ys = _merged([(rule.bottom + rule.top) / 2 for rule in level])
    if len(xs) < 2 or len(ys) < 2:
        return None
    if len(xs) < 3 and len(ys) < 3:
        return None  # a frame around something, such as a stamp
    if xs[-1] - xs[0] < _SMALLEST or ys[-1] - ys[0] < _SMALLEST:
        return None
    columns, lines = len(xs) - 1, len(ys) - 1
    right_edges = _Edges([(_at(xs, (r.left + r.right) / 2), r.bottom, r.top) for r in upright])
    lower_edges = _Edges([(_at(ys, (r.bottom + r.top) / 2), r.left, r.right) for r in level])
    if columns * lines > _MOST_FIELDS:
        return None
    rows: list[tuple[Cell, ...]] = []
    owners: dict[tuple[int, int], Cell] = {}
    for j in range(lines - 1, -1, -1):
        row = []
        for i in range(columns):
            if (i, j) in owners:
                continue
            wide = 1
            while i + wide < columns and not right_edges.bars(i + wide, (ys[j] + ys[j + 1]) / 2):
                wide += 1
            high = 1
            while high <= j and not any(
                lower_edges.bars(j - high + 1, (xs[k] + xs[k + 1]) / 2) for k in range(i, i + wide)
            ):
                high += 1
            cell = Cell(xs[i], ys[j - high + 1], xs[i + wide], ys[j + 1])
            owners |= {(i + k, j - n): cell for k in range(wide) for n in range(high)}
            row.append(cell)
        if row:
            rows.append(tuple(row))
    if sum(map(len, rows)) < 2:
        return None
    return Grid(tuple(xs), tuple(ys), tuple(rows), owners)


def _at(values: list[float], value: float) -> int:
    """The number of the merged value that stands for this one."""
    return max(0, bisect_right(values, value + 0.01) - 1)


class _Edges:
    """Where rules run, by the number of the line that they run on."""

    def __init__(self, edges: list[tuple[int, float, float]]) -> None:
        self._by_line: dict[int, list[tuple[float, float]]] = {}
        for line, low, high in edges:
            self._by_line.setdefault(line, []).append((low, high))

    def bars(self, line: int, at: float) -> bool:
        """Whether a rule on this line passes a point of it."""
        return any(low - _REACH <= at <= high + _REACH for low, high in self._by_line.get(line, ()))
