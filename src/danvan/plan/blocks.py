"""Blocks: lines of the body joined to paragraphs, with tables and footnotes told apart."""

from __future__ import annotations

import enum
import re

import attrs

from danvan.plan.line import Line, LineKind
from danvan.plan.markers import Marker, Style
from danvan.plan.wrapping import Wrapping, continues, is_open

# A star may stand before a remark and not before an item: "* Lưu ý: ...".
_STARRED = re.compile(r"\* ?[^:*]{3,40}:")


class BlockKind(enum.Enum):
    """What a block is."""

    PARAGRAPH = enum.auto()
    TABLE = enum.auto()
    FOOTNOTE = enum.auto()


class Block:
    """Lines that make one paragraph, table or footnote.

    ``cuts`` are the numbers of those lines before which something was lifted out, a page number or
    a footnote. ``start`` and ``end`` are offsets in the reading text, once there is one;
    ``dated`` is the range in which any time says when the work is due.
    """

    __slots__ = (
        "bold",
        "cuts",
        "dated",
        "end",
        "hashes",
        "kind",
        "lines",
        "mark",
        "marker",
        "remark",
        "start",
        "text",
    )

    def __init__(self, kind: BlockKind, line: Line, marker: Marker | None = None) -> None:
        self.kind = kind
        self.lines = [line]
        self.marker = marker
        self.bold = line.bold
        self.hashes = line.hashes
        self.mark = ""
        self.remark = _is_remark(line, marker)
        self.cuts: set[int] = set()
        self.dated = (0, 0)
        self.start = self.end = 0
        self.text = ""

    def __repr__(self) -> str:
        label = self.marker.label if self.marker else ""
        return f"<Block {self.kind.name} {label!r} {self.lines[0].text[:40]!r}>"

    @property
    def is_bullet(self) -> bool:
        """Whether it begins with a bullet; a star before a short label and a colon is none."""
        marker = self.marker
        return marker is not None and marker.style is Style.BULLET and not self.remark

    @property
    def is_labelled(self) -> bool:
        """Whether it begins with a number or letter of the outline."""
        return self.marker is not None and self.marker.style is not Style.BULLET

    @property
    def looks_like_heading(self) -> bool:
        """Whether it is set as a heading: bold, with hashes, or in capitals."""
        return self.bold or self.hashes > 0 or all(line.text.isupper() for line in self.lines)

    def add(self, line: Line, *, cut: bool) -> None:
        """Let a line go on where the block ends."""
        if cut:
            self.cuts.add(len(self.lines))
        self.lines.append(line)
        self.bold = self.bold and line.bold


def _is_remark(line: Line, marker: Marker | None) -> bool:
    return marker is not None and marker.label == "*" and _STARRED.match(line.text) is not None


@attrs.frozen
class Blocks:
    """The blocks of a range of lines, and what is furniture among them."""

    blocks: list[Block]
    furniture: list[Line]


def make_blocks(lines: list[Line], wrapping: Wrapping) -> Blocks:
    """Join the lines of a body to paragraphs; lift out notes, page numbers and rules."""
    blocks: list[Block] = []
    furniture: list[Line] = []
    body: Block | None = None
    note: Block | None = None
    lifted = False
    for line in lines:
        if line.kind is LineKind.TABLE:
            if blocks and blocks[-1].kind is BlockKind.TABLE and not line.gap:
                blocks[-1].lines.append(line)
            else:
                blocks.append(Block(BlockKind.TABLE, line))
            body, note, lifted = None, None, False
        elif line.kind is not LineKind.TEXT:
            furniture.append(line)
            lifted = True
        elif mark := _opening_note(line):
            note = Block(BlockKind.FOOTNOTE, line)
            note.mark = mark
            blocks.append(note)
            lifted = True
        elif note is not None and _in_note(note, body, line, wrapping):
            note.add(line, cut=_is_lifted(furniture, note, line))
        else:
            if body is not None and continues(body.lines[-1], line, wrapping, lifted=lifted):
                body.add(line, cut=lifted)
            else:
                body = Block(BlockKind.PARAGRAPH, line, line.marker)
                blocks.append(body)
            note, lifted = None, False
    _settle_stars(blocks)
    return Blocks(blocks, furniture)


_FEW = 2


def _settle_stars(blocks: list[Block]) -> None:
    """Where stars are the usual bullets, one before a short label is a bullet too."""
    items = [b for b in blocks if b.marker is not None and b.marker.style is Style.BULLET]
    stars = [b for b in items if b.marker is not None and b.marker.label == "*"]
    dashed = any(b.marker is not None and b.marker.label not in "*+o" for b in items)
    if not dashed and len(stars) > _FEW and sum(b.remark for b in stars) * 2 <= len(stars):
        for block in stars:
            block.remark = False


def _is_lifted(furniture: list[Line], note: Block, line: Line) -> bool:
    """Whether furniture stands between the last line of a note and the next one."""
    return bool(furniture) and note.lines[-1].end <= furniture[-1].start < line.start


def _opening_note(line: Line) -> str:
    """The mark with which a footnote block begins, or ""."""
    if line.notes and line.notes[0].end <= line.start:
        return line.notes[0].mark
    return ""


def _in_note(note: Block, body: Block | None, line: Line, wrapping: Wrapping) -> bool:
    """Whether a line after a footnote goes on with the footnote and not with the body.

    Where blank lines stand between the blocks, the line right below an open note is its own.
    """
    last = note.lines[-1]
    if note.lines[0].gap and not line.gap and is_open(last.text) and line.marker is None:
        return True
    if not continues(last, line, wrapping, lifted=False):
        return False
    if body is None or not continues(body.lines[-1], line, wrapping, lifted=True):
        return True
    return line.gap <= wrapping.gap and is_open(last.text)
