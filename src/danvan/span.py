"""`Span`: where in the source text something stands."""

from __future__ import annotations

from typing import TYPE_CHECKING

import attrs

if TYPE_CHECKING:
    from collections.abc import Iterable


def _not_reversed(span: Span, _attribute: object, end: int) -> None:
    if not 0 <= span.start <= end:
        msg = f"a span needs 0 <= start <= end, not [{span.start}, {end})"
        raise ValueError(msg)


@attrs.frozen(order=True)
class Span:
    """A half-open range of code points (vị trí trong văn bản).

    Offsets count code points from 0 in the source text *as it was given*, so that
    ``text[span.start:span.end]`` is what was read.

    >>> Span(3, 7).of("Số 614 /KH-UBND")
    '614 '
    >>> len(Span(3, 7))
    4
    """

    start: int
    end: int = attrs.field(validator=_not_reversed)

    def __len__(self) -> int:
        return self.end - self.start

    def of(self, text: str) -> str:
        """The piece of ``text`` that the span marks."""
        return text[self.start : self.end]

    def contains(self, other: Span | int) -> bool:
        """Whether a span, or the code point at an offset, lies wholly within this one."""
        if isinstance(other, Span):
            return self.start <= other.start and other.end <= self.end
        return self.start <= other < self.end

    def overlaps(self, other: Span) -> bool:
        """Whether the two share at least one code point."""
        return self.start < other.end and other.start < self.end

    @classmethod
    def envelope(cls, spans: Iterable[Span]) -> Span:
        """The smallest span that holds them all.

        >>> Span.envelope([Span(4, 9), Span(1, 2)])
        Span(start=1, end=9)

        Raises:
            ValueError: if there is none.
        """
        pieces = list(spans)
        return cls(min(s.start for s in pieces), max(s.end for s in pieces))
