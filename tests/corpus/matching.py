"""One-to-one matching of what was found with what is true."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

import attrs

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

T = TypeVar("T")


@attrs.frozen
class Tally:
    """Counts of found, true and matching items; they add up over documents.

    >>> (Tally(3, 4, 2) + Tally(1, 0, 0)).f1
    0.5
    """

    found: int = 0
    true: int = 0
    matched: int = 0

    def __add__(self, other: Tally) -> Tally:
        return Tally(self.found + other.found, self.true + other.true, self.matched + other.matched)

    @property
    def precision(self) -> float:
        """The share of what was found that is true; 1 where nothing was found."""
        return self.matched / self.found if self.found else 1.0

    @property
    def recall(self) -> float:
        """The share of what is true that was found; 1 where there is nothing to find."""
        return self.matched / self.true if self.true else 1.0

    @property
    def f1(self) -> float:
        """The harmonic mean of both."""
        return 2 * self.matched / (self.found + self.true) if self.found + self.true else 1.0


def largest_matching(
    found: Sequence[T], true: Sequence[T], agrees: Callable[[T, T], bool]
) -> dict[int, int]:
    """A largest one-to-one matching: indexes into ``found`` by indexes into ``true``.

    Pairs that stand at equal ranks are tried first, so that lists which agree are matched in order.

    >>> largest_matching([1, 2, 3], [3, 9, 1], lambda f, t: f == t)
    {0: 2, 2: 0}
    """
    candidates = [
        [i for i in _nearest_first(rank, len(found)) if agrees(found[i], wanted)]
        for rank, wanted in enumerate(true)
    ]
    taken: dict[int, int] = {}

    def place(rank: int, seen: set[int]) -> bool:
        for i in candidates[rank]:
            if i in seen:
                continue
            seen.add(i)
            if i not in taken or place(taken[i], seen):
                taken[i] = rank
                return True
        return False

    for rank in range(len(true)):
        place(rank, set())
    return dict(sorted((rank, i) for i, rank in taken.items()))


def _nearest_first(rank: int, length: int) -> list[int]:
    return sorted(range(length), key=lambda i: abs(i - rank))
