"""Facts of the file: lines as it laid them out, where it says more than their text does."""

from __future__ import annotations

import itertools
from bisect import bisect_right
from typing import TYPE_CHECKING, TypeVar

from danvan.plan.blocks import Block, BlockKind
from danvan.plan.line import Line, LineKind
from danvan.plan.marks import cell_line
from danvan.text import LaidNote, LaidParagraph, LaidTable, Layout

if TYPE_CHECKING:
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
            line.bold = self._is_bold(self._clean.span(line.start, line.end))
        paragraph = _holding(layout.paragraphs, place.start)
        if paragraph is not None:
            line.begins = self._clean.span(line.outer, line.outer).start == paragraph.span.start
            line.hashes = paragraph.level

    def _settle_row(self, line: Line, place: Span, table: LaidTable) -> None:
        """A row has the cells that the file gives it, whatever bars are in its text."""
        row = next((r for r in table.rows if r and place.contains(r[0].start)), None)
        if row is None:
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

    def _is_bold(self, place: Span) -> bool:
        """Whether all that stands at a place is bold, list labels and marks of notes aside."""
        bold = self._layout.bold or ()
        first = max(0, bisect_right(bold, place.start, key=lambda span: span.start) - 1)
        done = place.start
        found = False
        for span in bold[first:]:
            if span.start >= place.end:
                break
            if span.end <= done:
                continue
            if not self._is_light(done, span.start):
                return False
            done, found = span.end, True
        return found and self._is_light(done, place.end)

    def _is_light(self, start: int, end: int) -> bool:
        """Whether a stretch holds nothing that must be bold where its line is."""
        first = max(0, bisect_right(self._silent, start, key=lambda span: span.start) - 1)
        for span in self._silent[first:]:
            if span.start >= end:
                break
            if span.end > start:
                if self._clean.source[start : span.start].strip(_LIGHT):
                    return False
                start = span.end
        return not self._clean.source[start:end].strip(_LIGHT)


_Fact = TypeVar("_Fact", LaidParagraph, LaidTable, LaidNote)


def _holding(facts: tuple[_Fact, ...] | None, offset: int) -> _Fact | None:
    """The fact within whose span an offset lies; they stand in order and apart."""
    if not facts:
        return None
    fact = facts[bisect_right(facts, offset, key=lambda fact: fact.span.start) - 1]
    return fact if fact.span.contains(offset) else None
