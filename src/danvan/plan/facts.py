"""Facts of the file: lines as it laid them out, where it says more than their text does."""

from __future__ import annotations

import itertools
from bisect import bisect_left, bisect_right
from typing import TYPE_CHECKING, TypeVar

from danvan.plan.blocks import Block, BlockKind
from danvan.plan.line import Line, LineKind
from danvan.plan.marks import cell_line
from danvan.text import LaidNote, LaidParagraph, LaidTable, Layout

if TYPE_CHECKING:
    from collections.abc import Sequence

    from danvan.span import Span
    from danvan.text import View

# A mark at the end of a bold line is often not bold itself.
_LIGHT = " .,:;\t\n"


def lay_out(lines: list[Line], clean: View, layout: Layout) -> tuple[list[Line], list[Block]]:
    """Let lines be what the file says they are: paragraphs, headings, bold type, cells, notes.

    Returns:
        The lines without those of notes, and the notes.
    """
    file = _File(clean, layout)
    kept: list[Line] = []
    notes: dict[int, Block] = {}
    for line in lines:
        place = clean.span(line.outer, line.outer_end)
        file.settle(line, place)
        note = _holding(layout.notes, place.start)
        if note is None:
            kept.append(line)
        elif note.span.start in notes:
            notes[note.span.start].add(line, cut=False)
        else:
            block = notes[note.span.start] = Block(BlockKind.FOOTNOTE, line)
            block.mark = note.mark
    return kept, list(notes.values())


class _File:
    """What a file says of its lines, by their places in the source."""

    def __init__(self, clean: View, layout: Layout) -> None:
        self._clean = clean
        self._layout = layout
        self._silent = [p.label for p in layout.paragraphs or () if p.label is not None]
        self._silent += [note.call for note in layout.notes or () if note.call is not None]
        self._silent.sort()

    def settle(self, line: Line, place: Span) -> None:
        """Let a line be what the file says."""
        layout = self._layout
        table = _holding(layout.tables, place.start)
        if table is not None:
            self._settle_row(line, place, table)
        elif layout.tables is not None and line.kind is LineKind.TABLE:
            line.kind, line.cells = LineKind.TEXT, []
        if line.kind is not LineKind.TEXT:
            return
        if layout.bold is not None:
            self._set_bold(line)
        paragraph = _holding(layout.paragraphs, place.start)
        if paragraph is not None:
            line.begins = self._clean.span(line.outer, line.outer).start == paragraph.span.start
            line.counted = line.begins and paragraph.label is not None
            line.hashes = paragraph.level

    def _settle_row(self, line: Line, place: Span, table: LaidTable) -> None:
        """A row has the cells that the file gives it, whatever bars are in its text."""
        at = bisect_right(table.rows, place.end, key=lambda row: row[0].start) - 1
        row = table.rows[max(0, at)]
        if not place.contains(row[0].start):
            return
        line.kind = LineKind.TABLE
        line.gap = int(row is table.rows[0])
        if len(line.cells) != len(row):
            text = self._clean.text
            bars = [i for i in range(line.start, line.end) if text[i] == "|"]
            edges = [i for i in bars if not self._is_in_cell(row, i)]
            line.cells = [cell_line(text, a + 1, b) for a, b in itertools.pairwise(edges)]

    def _is_in_cell(self, row: tuple[Span, ...], at: int) -> bool:
        """Whether the bar at an offset of the clean text is part of what a cell says."""
        offset = self._clean.span(at, at + 1).start
        return any(cell.contains(offset) for cell in row)

    def _set_bold(self, line: Line) -> None:
        """How much of a line is bold, its label and marks of notes aside: all, or its beginning."""
        label = line.marker.length if line.marker else 0
        begin = line.offset(label) if label < len(line.text) else line.start
        place = self._clean.span(begin, line.end)
        end = self._bold_end(place)
        line.bold = end > place.start and self._is_light(end, place.end)
        line.strong = 0
        if end > place.start and not line.bold:
            offsets = range(len(line.text))
            line.strong = bisect_left(
                offsets, end, key=lambda i: self._clean.span(line.offset(i), line.offset(i)).start
            )

    def _bold_end(self, place: Span) -> int:
        """Where the bold beginning of a stretch ends."""
        bold = self._layout.bold or ()
        done = place.start
        for i in range(_before(bold, done), len(bold)):
            span = bold[i]
            if span.start >= place.end or not self._is_light(done, span.start):
                break
            done = max(done, min(span.end, place.end))
        return done

    def _is_light(self, start: int, end: int) -> bool:
        """Whether a stretch holds nothing that must be bold where its line is."""
        source = self._clean.source
        for i in range(_before(self._silent, start), len(self._silent)):
            span = self._silent[i]
            if span.start >= end:
                break
            if source[start : span.start].strip(_LIGHT):
                return False
            start = max(start, span.end)
        return not source[start:end].strip(_LIGHT)


def _before(spans: Sequence[Span], offset: int) -> int:
    """The number of the last span that begins at an offset or before it, else 0."""
    return max(0, bisect_right(spans, offset, key=lambda span: span.start) - 1)


_Fact = TypeVar("_Fact", LaidParagraph, LaidTable, LaidNote)


def _holding(facts: tuple[_Fact, ...] | None, offset: int) -> _Fact | None:
    """The fact within whose span an offset lies; they stand in order and apart."""
    if not facts:
        return None
    fact = facts[bisect_right(facts, offset, key=lambda fact: fact.span.start) - 1]
    return fact if fact.span.contains(offset) else None
