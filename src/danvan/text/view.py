"""`View`: a text made from another one, which knows where each of its characters came from."""

from __future__ import annotations

from bisect import bisect_right

from danvan.span import Span


class View:
    """A rewritten text and the map from its offsets back to the text it was made from.

    The map is a list of pieces: where a piece begins in the view, and which stretch of the base it
    stands for. A piece that was copied maps code point to code point; any other maps as a whole.
    Views stack: ``base`` is the view on which this one was made, or None for the source, whose text
    is ``source``.
    """

    __slots__ = (
        "_copied",
        "_ends",
        "_interruptions",
        "_starts",
        "_view",
        "base",
        "source",
        "text",
    )

    def __init__(
        self,
        text: str,
        view: list[int],
        starts: list[int],
        ends: list[int],
        copied: list[bool],
        *,
        interruptions: frozenset[int] = frozenset(),
        base: View | None = None,
        source: str | None = None,
    ) -> None:
        self.text = text
        self.base = base
        self.source: str = text if source is None else source
        self._view = view
        self._starts = starts
        self._ends = ends
        self._copied = copied
        self._interruptions = interruptions

    @classmethod
    def of(cls, text: str) -> View:
        """The view that is the text itself."""
        return cls(text, [0], [0], [len(text)], [True])

    @property
    def is_identity(self) -> bool:
        """Whether offsets are those of the source itself."""
        one = self.base is None and len(self._view) == 1 and self._copied[0]
        return one and self._starts[0] == 0 and self._ends[0] == len(self.text)

    def _piece(self, offset: int) -> int:
        return bisect_right(self._view, offset) - 1 if offset > 0 else 0

    def _first(self, piece: int, offset: int) -> int:
        """Where the code point at ``offset``, which lies in ``piece``, begins in the base."""
        start = self._starts[piece]
        if not self._copied[piece]:
            return start
        return min(start + offset - self._view[piece], self._ends[piece])

    def _last(self, piece: int, offset: int) -> int:
        """Where the code point at ``offset``, which lies in ``piece``, ends in the base."""
        end = self._ends[piece]
        if not self._copied[piece]:
            return end
        return min(self._starts[piece] + offset - self._view[piece] + 1, end)

    def span(self, start: int, end: int) -> Span:
        """The span of the source that the code points ``start`` to ``end`` of the view stand for.

        An empty stretch maps to an empty span. Where the text was put together from places that
        do not follow each other, it is the envelope.
        """
        if start >= end:
            offset = self._first(self._piece(start), start) if self._view else 0
            return self.base.span(offset, offset) if self.base else Span(offset, offset)
        first, last = self._piece(start), self._piece(end - 1)
        low, high = self._first(first, start), self._last(last, end - 1)
        if high < low or (self._interruptions and first != last):
            spans = self._stretches(start, end)
            low, high = min(a for a, _ in spans), max(b for _, b in spans)
        return self.base.span(low, high) if self.base else Span(low, high)

    def spans(self, start: int, end: int) -> tuple[Span, ...]:
        """The same in pieces, cut where something was lifted out of the text in between."""
        if not self._interruptions or start >= end:
            return (self.span(start, end),)
        stretches = self._stretches(start, end)
        if self.base:
            return tuple(self.base.span(a, b) for a, b in stretches)
        return tuple(Span(a, b) for a, b in stretches)

    def _stretches(self, start: int, end: int) -> list[tuple[int, int]]:
        """The stretches of the base, one for each uninterrupted run of pieces."""
        first, last = self._piece(start), self._piece(end - 1)
        cuts = [i for i in range(first + 1, last + 1) if i in self._interruptions]
        found = []
        for a, b in zip([first, *cuts], [*[c - 1 for c in cuts], last], strict=True):
            low = self._first(a, start) if a == first else self._starts[a]
            high = self._last(b, end - 1) if b == last else self._ends[b]
            found.append((min(low, high), max(low, high)))
        return found


class ViewBuilder:
    """Puts a view together, piece by piece, in the order of the new text."""

    def __init__(self, base: View) -> None:
        self._base = base
        self._pieces: list[str] = []
        self._view: list[int] = []
        self._starts: list[int] = []
        self._ends: list[int] = []
        self._copied: list[bool] = []
        self._interruptions: set[int] = set()
        self.length = 0

    def copy(self, start: int, end: int) -> None:
        """Take over the stretch from ``start`` to ``end`` of the base as it is."""
        if start < end:
            self._add(self._base.text[start:end], start, end, copied=True)

    def put(self, text: str, start: int, end: int) -> None:
        """Let ``text`` stand for the stretch from ``start`` to ``end`` of the base."""
        if text:
            self._add(text, start, end, copied=False)

    def interrupt(self) -> None:
        """Note that something was lifted out here: what comes next does not follow in the base."""
        self._interruptions.add(len(self._view))

    def _add(self, text: str, start: int, end: int, *, copied: bool) -> None:
        self._pieces.append(text)
        self._view.append(self.length)
        self._starts.append(start)
        self._ends.append(end)
        self._copied.append(copied)
        self.length += len(text)

    def build(self) -> View:
        """The view."""
        base = None if self._base.is_identity else self._base
        return View(
            "".join(self._pieces),
            self._view or [0],
            self._starts or [0],
            self._ends or [0],
            self._copied or [True],
            interruptions=frozenset(self._interruptions),
            base=base,
            source=self._base.source,
        )
