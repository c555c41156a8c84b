"""`Source`: a text as it was given, and where its lines are."""

from __future__ import annotations

import hashlib
from bisect import bisect_right
from functools import cached_property
from typing import TYPE_CHECKING

import attrs

if TYPE_CHECKING:
    from danvan.span import Span


@attrs.frozen(order=True)
class Position:
    """A place for people (dòng, cột): line and column, both counted from 1 in code points."""

    line: int
    column: int

    def __str__(self) -> str:
        return f"{self.line}:{self.column}"


@attrs.frozen(slots=False)
class Source:
    r"""A text as it was given (văn bản gốc); every span of a plan points into its ``text``.

    Lines end at ``\n``, ``\r\n`` and ``\r``.

    >>> from danvan.span import Span
    >>> source = Source("Số: 1/KH-UBND\r\nĐông Hà", name="ke-hoach.txt")
    >>> str(source.position(15))
    '2:1'
    >>> source.slice(Span(4, 13))
    '1/KH-UBND'
    """

    text: str
    name: str | None = attrs.field(default=None, kw_only=True)

    @cached_property
    def _line_starts(self) -> list[int]:
        text = self.text
        starts = [0]
        starts += [
            i + 1
            for i, c in enumerate(text)
            if c == "\n" or (c == "\r" and text[i + 1 : i + 2] != "\n")
        ]
        return starts

    @cached_property
    def sha256(self) -> str:
        """SHA-256 of the text in UTF-8; lone surrogates pass through."""
        return hashlib.sha256(self.text.encode("utf-8", "surrogatepass")).hexdigest()

    def slice(self, span: Span) -> str:
        """What stands at ``span``."""
        return span.of(self.text)

    def position(self, offset: int) -> Position:
        """Line and column of the code point at ``offset``.

        Raises:
            IndexError: if ``offset`` lies outside the text (its end is inside).
        """
        if not 0 <= offset <= len(self.text):
            msg = f"offset {offset} is outside a text of {len(self.text)} code points"
            raise IndexError(msg)
        line = bisect_right(self._line_starts, offset)
        return Position(line, offset - self._line_starts[line - 1] + 1)
