"""Typesetting: pieces of a document as lines of text, one class for each way to set them."""

from __future__ import annotations

import itertools
import re
import textwrap
from typing import TYPE_CHECKING

from danvan.render.pieces import Closing, Grid, Head, Note, Piece, Signed, Title, Words

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

_RAISED = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")
_RECIPIENTS = "Nơi nhận:"


class Plain:
    """One paragraph a line, blank lines between them; the other layouts say what they change."""

    def text(self, pieces: Iterable[Piece]) -> str:
        """The document; it ends with a line end."""
        return "\n\n".join("\n".join(lines) for lines in self.groups(pieces) if lines) + "\n"

    def groups(self, pieces: Iterable[Piece]) -> list[list[str]]:
        """The lines of each piece."""
        return [self.lines(piece) for piece in pieces]

    def lines(self, piece: Piece) -> list[str]:
        """The lines of a piece."""
        match piece:
            case Head():
                return self.head(piece)
            case Title():
                return self.title(piece)
            case Words():
                return self.words(piece)
            case Grid():
                return self.grid(piece)
            case Closing():
                return self.closing(piece)
            case Note():
                return self.note(piece)

    def head(self, head: Head) -> list[str]:
        """The issuer with the number, then the motto with place and day."""
        left = [*head.bodies, *filter(None, (head.rule, head.number))]
        right = [*head.motto, *filter(None, (head.place,))]
        return _spaced([[*head.marks], left, right])

    def title(self, title: Title) -> list[str]:
        """The name of the kind above the subject."""
        return [line for line in (title.kind, title.subject, title.below) if line]

    def words(self, words: Words) -> list[str]:
        """A heading, paragraph or bullet."""
        return [words.line]

    def grid(self, grid: Grid) -> list[str]:
        """A row a line, bars between the cells."""
        return [f"| {' | '.join(row)} |" for row in grid.rows]

    def closing(self, closing: Closing) -> list[str]:
        """Who receives it above who signs it."""
        blocks = [self.recipients(closing), *map(self.signed, closing.signed)]
        return _spaced(blocks)

    def recipients(self, closing: Closing) -> list[str]:
        """The lines of "Nơi nhận"."""
        return [_RECIPIENTS, *closing.recipients] if closing.recipients else []

    def signed(self, signed: Signed) -> list[str]:
        """Authority and post, room for the signature, the name."""
        return [*signed.lines, *(("", "", signed.name) if signed.name else ())]

    def note(self, note: Note) -> list[str]:
        """A note behind its raised mark."""
        return [f"{raised(note.mark)} {note.text}"]


def raised(mark: str) -> str:
    """A mark of a note as it is raised in plain text.

    >>> raised("12"), raised("*")
    ('¹²', '<sup>*</sup>')
    """
    return mark.translate(_RAISED) if mark.isdecimal() else f"<sup>{mark}</sup>"


def _spaced(blocks: Iterable[Sequence[str]]) -> list[str]:
    """The blocks that are not empty, a blank line between them."""
    kept = [block for block in blocks if block]
    return [line for i, block in enumerate(kept) for line in (*([""] if i else []), *block)]


class Wrapped(Plain):
    """Lines that end at a width."""

    def __init__(self, width: int) -> None:
        self.width = width

    def wrap(self, text: str, *, indent: int = 0) -> list[str]:
        """A paragraph as lines, the first one indented; no word is cut."""
        return textwrap.wrap(
            text,
            self.width,
            initial_indent=" " * indent,
            break_long_words=False,
            break_on_hyphens=False,
        )

    def title(self, title: Title) -> list[str]:
        """The subject is wrapped too."""
        return [line for whole in super().title(title) for line in self.wrap(whole)]

    def words(self, words: Words) -> list[str]:
        """A paragraph over several lines."""
        return self.wrap(words.line)

    def note(self, note: Note) -> list[str]:
        """A note over several lines."""
        return self.wrap(super().note(note)[0])


class Columns(Plain):
    """Head and closing in two columns side by side."""

    gap = 6
    left = 38

    def head(self, head: Head) -> list[str]:
        """Issuer and number left, motto, place and day right."""
        return [*head.marks, *(f"{left}{right}".rstrip() for left, right in self.rows(head))]

    def rows(self, head: Head) -> list[tuple[str, str]]:
        """The lines of the head as pairs, the left one filled up to the right column."""
        names = [line for body in head.bodies for line in _folded(body, self.left)]
        above = _side_by_side([*names, *filter(None, (head.rule,))], head.motto)
        below = [(head.number or "", head.place or "")] if head.number or head.place else []
        return self.filled([*above, *below])

    def filled(self, rows: list[tuple[str, str]]) -> list[tuple[str, str]]:
        """Pairs whose left sides are equally wide."""
        width = max([self.left, *(len(left) for left, _ in rows)]) + self.gap
        return [(left.ljust(width), right) for left, right in rows]

    def closing(self, closing: Closing) -> list[str]:
        """One signature stands beside the recipients; two stand side by side above them."""
        recipients = self.recipients(closing)
        signed = [self.signed(each) for each in closing.signed]
        if len(signed) == 2:
            deepest = max(map(len, signed))
            left, right = ([""] * (deepest - len(lines)) + lines for lines in signed)
            beside = self.filled(_side_by_side(left, right))
            return _spaced([["".join(pair).rstrip() for pair in beside], recipients])
        right = list(itertools.chain.from_iterable(signed))
        if not recipients or not right:
            return recipients or right
        rows = self.filled(_side_by_side(recipients, right))
        return ["".join(pair).rstrip() for pair in rows]


# Where the name of a body breaks first: before the unit to which it belongs.
_UNIT = re.compile(r" (?=(?:TỈNH|THÀNH PHỐ|HUYỆN|QUẬN|THỊ XÃ|XÃ|PHƯỜNG|THỊ TRẤN|ĐẶC KHU) )")


def _folded(body: str, width: int) -> list[str]:
    """The name of a body over as many lines as it needs.

    >>> _folded("PHÒNG GIÁO DỤC VÀ ĐÀO TẠO HUYỆN TÂN LONG", 38)
    ['PHÒNG GIÁO DỤC VÀ ĐÀO TẠO', 'HUYỆN TÂN LONG']
    """
    pieces = [body] if len(body) <= width else _UNIT.split(body)
    return [line for piece in pieces for line in textwrap.wrap(piece, width)]


def _side_by_side(left: Sequence[str], right: Sequence[str]) -> list[tuple[str, str]]:
    return list(itertools.zip_longest(left, right, fillvalue=""))


class RunTogether(Columns):
    """The columns of the head run together on the same lines."""

    gap = 1
    left = 0

    def head(self, head: Head) -> list[str]:
        """Each line of the left column, one space, the line of the right one."""
        rows = _side_by_side(head.bodies, head.motto)
        rows.append((head.number or "", head.place or ""))
        return [*head.marks, *(line for left, right in rows if (line := f"{left} {right}".strip()))]

    def closing(self, closing: Closing) -> list[str]:
        """The closing stands line by line."""
        return Plain.closing(self, closing)


class Indented(Wrapped, Columns):
    """As printed: two columns, first lines indented, no blank lines in the body."""

    indent = 6

    def text(self, pieces: Iterable[Piece]) -> str:
        """Blank lines stand around head, title, tables and closing only."""
        lines: list[str] = []
        dense = False
        for piece in pieces:
            body = isinstance(piece, Words)
            if lines and not (body and dense):
                lines.append("")
            lines += self.lines(piece)
            dense = body
        return "\n".join(lines) + "\n"

    def title(self, title: Title) -> list[str]:
        """Kind and subject stand in the middle of the line."""
        return [line.center(self.width).rstrip() for line in super().title(title)]

    def words(self, words: Words) -> list[str]:
        """A paragraph whose first line is indented."""
        return self.wrap(words.line, indent=self.indent)


class Spaced(Indented):
    """A blank line after every line; only indents say where a paragraph begins."""

    def text(self, pieces: Iterable[Piece]) -> str:
        """All lines, also those of one paragraph, apart."""
        lines: list[str] = []
        for piece in pieces:
            set_lines = self.lines(piece)
            if isinstance(piece, Grid):
                lines.append("\n".join(set_lines))
            else:
                lines += [line for line in set_lines if line]
        return "\n\n".join(lines) + "\n"
