"""`Source`: a text as it was given, and where its lines are."""

from __future__ import annotations

import hashlib
from bisect import bisect_right
from functools import cached_property
from typing import TYPE_CHECKING

import attrs

from danvan.findings import Finding
from danvan.text.layout import Layout, Place

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

    Lines end at ``\n``, ``\r\n`` and ``\r``. Two sources with the same text and name are equal:
    the rest is said about the file that it came from, and is not handed on with a plan.

    Args:
        text: the text.
        name: what messages call it.
        layout: what the file knew beside the text: paragraphs, bold type, tables, notes, places.
        findings: what the reader of the file has to say; they become findings of the plan.

    >>> from danvan.span import Span
    >>> source = Source("Số: 1/KH-UBND\r\nĐông Hà", name="ke-hoach.txt")
    >>> str(source.position(15))
    '2:1'
    >>> source.slice(Span(4, 13))
    '1/KH-UBND'
    """

    text: str
    name: str | None = attrs.field(default=None, kw_only=True)
    layout: Layout | None = attrs.field(default=None, kw_only=True, eq=False, repr=False)
    findings: tuple[Finding, ...] = attrs.field(default=(), kw_only=True, eq=False, repr=False)

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

    def place(self, offset: int) -> Place:
        r"""Where in the file the code point at ``offset`` comes from: its paragraph, page or line.

        >>> print(Source("KẾ HOẠCH\nSố: 1/KH-UBND").place(12))
        line 2

        Raises:
            IndexError: if ``offset`` lies outside the text.
        """
        told = self.layout.place(offset) if self.layout else None
        return told or Place(line=self.position(offset).line)

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
