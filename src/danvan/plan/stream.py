"""The reading text of a document: its blocks one after the other, with a map to the clean text."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from danvan.plan.blocks import Block, BlockKind
from danvan.plan.notes import note_prefix
from danvan.text import BREAK, View, ViewBuilder

if TYPE_CHECKING:
    from collections.abc import Iterable

    from danvan.plan.line import Line

_SPACES = re.compile("[ \n]{2,}|\n")


def make_stream(clean: View, blocks: Iterable[Block]) -> View:
    """Put the text of the blocks together, and tell each block where it stands.

    Markers are left out, cut lines are joined by a space, and `BREAK` stands between blocks.
    """
    builder = ViewBuilder(clean)
    for block in blocks:
        if builder.length:
            at = block.lines[0].start
            builder.put(BREAK, at, at)
        block.start = builder.length
        for n, line in enumerate(block.lines):
            if n:
                if n in block.cuts:
                    builder.interrupt()
                builder.put(" ", line.start, line.start)
            _add(builder, clean.text, line, skipped(block, n))
        block.end = builder.length
    view = builder.build()
    for block in blocks:
        block.text = view.text[block.start : block.end]
    return view


def skipped(block: Block, number: int) -> int:
    """How many characters of a line of the block are its marker, or a dash after a note's mark."""
    if number == 0 and block.marker is not None:
        return block.marker.length
    if block.kind is BlockKind.FOOTNOTE and number == 0:
        return note_prefix(block.lines[0].text)
    return 0


def _add(builder: ViewBuilder, clean: str, line: Line, skip: int) -> None:
    if line.cells:
        for cell in line.cells:
            begin = builder.length
            _add_ranges(builder, clean, cell, 0)
            cell.place = (begin, builder.length)
            if cell.text:
                builder.put(BREAK, cell.end, cell.end)
        return
    _add_ranges(builder, clean, line, skip)


def _add_ranges(builder: ViewBuilder, clean: str, line: Line, skip: int) -> None:
    """Take over what is no mark; what is left of ``<br>``, its last character, is a space."""
    for start, end in line.ranges(skip):
        if start in line.breaks:
            builder.put(" ", start, start + 1)
            _copy(builder, clean, start + 1, end)
        else:
            _copy(builder, clean, start, end)


def _copy(builder: ViewBuilder, clean: str, start: int, end: int) -> None:
    """Take over a stretch, with single spaces."""
    stretch = clean[start:end]
    if "  " not in stretch and "\n" not in stretch:
        builder.copy(start, end)
        return
    done = start
    for match in _SPACES.finditer(clean, start, end):
        builder.copy(done, match.start())
        builder.put(" ", match.start(), match.end())
        done = match.end()
    builder.copy(done, end)
