"""Extents: stretches of a reading text, to be asked whether one of them holds a place."""

from __future__ import annotations

from bisect import bisect_right
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from danvan.span import Span


class Extents:
    """Stretches that may overlap.

    >>> from danvan.span import Span
    >>> taken = Extents([Span(2, 9), Span(3, 5)])
    >>> taken.hold(7), taken.hold(9)
    (True, False)
    """

    def __init__(self, spans: Iterable[Span]) -> None:
        ordered = sorted(spans)
        self._starts = [span.start for span in ordered]
        self._ends: list[int] = []
        furthest = 0
        for span in ordered:
            furthest = max(furthest, span.end)
            self._ends.append(furthest)

    def hold(self, offset: int) -> bool:
        """Whether a stretch holds the code point at an offset."""
        i = bisect_right(self._starts, offset) - 1
        return i >= 0 and offset < self._ends[i]
