"""`Line`: a line of a text, or a cell of a table row, without its marks of layout."""

from __future__ import annotations

import enum
from bisect import bisect_right

from danvan.plan.markers import Marker, read_marker


class LineKind(enum.Enum):
    """What a line is by its looks alone."""

    TEXT = enum.auto()
    TABLE = enum.auto()
    RULE = enum.auto()
    PAGE = enum.auto()
    CUT = enum.auto()
    HEAD = enum.auto()


class Note:
    """A raised mark in a line (dấu cước chú): its place in the clean text, and what it says."""

    __slots__ = ("end", "mark", "start")

    def __init__(self, mark: str, start: int, end: int) -> None:
        self.mark = mark
        self.start = start
        self.end = end


class Line:
    """A line, or a cell of a table row, that holds something.

    ``start`` and ``end`` are offsets of its content in the clean text, without the marks of layout
    and the spaces around it; ``outer`` is where its marks begin. ``cuts`` are the ranges inside the
    content that are marks. ``text`` is the content without them. ``gap`` counts the blank lines
    before it, ``indent`` the spaces, ``before`` the characters that stand before it on its line.
    ``bold`` says that all of it is bold, ``carried`` that bold type goes on from the line before,
    ``strong`` how much of ``text`` is bold where only its beginning is. ``place`` is where a cell
    stands in the reading text; ``breaks`` are the places in the clean text of what stands for a
    line end inside it. ``begins`` says that the file begins a paragraph with it, ``counted`` that
    its label is one which the file counts.
    """

    __slots__ = (
        "_marked",
        "_marker",
        "_places",
        "before",
        "begins",
        "bold",
        "breaks",
        "carried",
        "cells",
        "counted",
        "cuts",
        "end",
        "gap",
        "hashes",
        "indent",
        "kind",
        "notes",
        "outer",
        "outer_end",
        "place",
        "start",
        "strong",
        "text",
    )

    def __init__(self, start: int, end: int, text: str, gap: int) -> None:
        self.start = self.outer = start
        self.end = self.outer_end = end
        self.text = text
        self.gap = gap
        self.kind = LineKind.TEXT
        self.begins = self.counted = False
        self.hashes = self.strong = 0
        self.indent = self.before = 0
        self.bold = self.carried = False
        self.cuts: list[tuple[int, int]] = []
        self.breaks: frozenset[int] = frozenset()
        self.place = (0, 0)
        self._marker: Marker | None = None
        self._marked = False
        self._places: tuple[list[int], list[int]] | None = None
        self.notes: list[Note] = []
        self.cells: list[Line] = []

    def __repr__(self) -> str:
        return f"<Line {self.start}-{self.end} {self.kind.name} {self.text[:40]!r}>"

    @property
    def marker(self) -> Marker | None:
        """The marker with which the line begins, read once."""
        if not self._marked:
            self._marker, self._marked = read_marker(self.text), True
        return self._marker

    def offset(self, index: int) -> int:
        """The offset in the clean text of the character at ``index`` of ``text``."""
        if not self.cuts:
            return self.start + index
        if self._places is None:
            self._places = self._where_cut()
        starts, removed = self._places
        return self.start + index + removed[bisect_right(starts, index)]

    def forget_places(self) -> None:
        """Reckon with other cuts from now on."""
        self._places = None

    def _where_cut(self) -> tuple[list[int], list[int]]:
        """For each cut, where in ``text`` it was made, and how much all up to it took away."""
        starts: list[int] = []
        removed = [0]
        for start, end in self.cuts:
            starts.append(start - self.start - removed[-1])
            removed.append(removed[-1] + end - start)
        return starts, removed

    def ranges(self, index: int = 0) -> list[tuple[int, int]]:
        """The ranges of the clean text that make up ``text[index:]``."""
        found = []
        start = self.offset(index)
        for cut_start, cut_end in self.cuts:
            if cut_start >= start:
                if cut_start > start:
                    found.append((start, cut_start))
                start = cut_end
        if start < self.end:
            found.append((start, self.end))
        return found
