"""Choices: what an author asks to be decided, by hypothesis or by a seed."""

from __future__ import annotations

import random
from abc import ABC, abstractmethod
from typing import TYPE_CHECKING, TypeVar

from hypothesis import strategies as st

if TYPE_CHECKING:
    from collections.abc import Sequence

T = TypeVar("T")


class Choices(ABC):
    """Somebody who decides; the first of everything is the simplest."""

    @abstractmethod
    def number(self, low: int, high: int) -> int:
        """A whole number, both ends included."""

    def one(self, items: Sequence[T]) -> T:
        """One of the items."""
        return items[self.number(0, len(items) - 1)]

    def chance(self, percent: int) -> bool:
        """Whether something is so that is so in that many of a hundred cases."""
        return self.number(0, 99) >= 100 - percent

    def some(self, items: Sequence[T], least: int, most: int) -> list[T]:
        """Several different items."""
        left = list(items)
        count = self.number(least, min(most, len(left)))
        return [left.pop(self.number(0, len(left) - 1)) for _ in range(count)]


class Drawn(Choices):
    """Hypothesis decides, so that what fails becomes as simple as it can."""

    def __init__(self, draw: st.DrawFn) -> None:
        self._draw = draw

    def number(self, low: int, high: int) -> int:
        """A number that hypothesis draws."""
        return self._draw(st.integers(low, high)) if low < high else low


class Seeded(Choices):
    """A seed decides: the same seed always says the same."""

    def __init__(self, seed: int) -> None:
        self._random = random.Random(seed)

    def number(self, low: int, high: int) -> int:
        """A number that follows from the seed."""
        return self._random.randint(low, high)
