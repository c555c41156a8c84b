"""Comparing one figure of one document: values that stand once, and lists of items.

A `Whole` is a value that a document has once: it is equal or not. A `Family` is a list of items:
what is found is matched one to one with what is true, and `Family.also` are stricter figures over
the matched pairs.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Generic, TypeVar

import attrs

from danvan.span import Span
from tests.corpus.facts import Aim, Cited, Due, Duty, Facts, Node, Note, Receiver, Signed
from tests.corpus.matching import Tally, largest_matching

T = TypeVar("T", Aim, Cited, Node, Due, Duty, Receiver, Signed, Note)
Agrees = Callable[[T, T], bool]

#: How much of an item a miss shows.
EXCERPT = 60


@attrs.frozen(kw_only=True)
class Miss:
    """One thing that is not as it should be; ``span`` is where, in the document."""

    figure: str
    span: Span | None
    expected: str | None
    found: str | None


@attrs.frozen(kw_only=True)
class Result:
    """A figure of one document; ``whole`` where it is a matter of equal or not."""

    figure: str
    tally: Tally
    misses: tuple[Miss, ...] = ()
    whole: bool = False


@attrs.frozen(kw_only=True)
class Whole:
    """A value that a document has once."""

    name: str
    value: Callable[[Facts], object]

    def results(self, found: Facts, true: Facts) -> list[Result]:
        """One result: equal or not."""
        has, wants = self.value(found), self.value(true)
        misses = []
        if has != wants:
            misses = [Miss(figure=self.name, span=None, expected=_shown(wants), found=_shown(has))]
        tally = Tally(1, 1, int(not misses))
        return [Result(figure=self.name, tally=tally, misses=tuple(misses), whole=True)]


@attrs.frozen
class Also(Generic[T]):
    """A stricter figure of a family: what else has to agree, and what of an item it looks at."""

    agrees: Agrees[T]
    shows: Callable[[T], str]


@attrs.frozen(kw_only=True)
class Family(Generic[T]):
    """A list of items; ``also`` are stricter figures, over the pairs that agree already."""

    name: str
    items: Callable[[Facts], Sequence[T]]
    agrees: Agrees[T]
    shows: Callable[[T], str]
    also: Mapping[str, Also[T]] = attrs.field(factory=dict)

    def results(self, found: Facts, true: Facts) -> list[Result]:
        """The result of the family, and one for each stricter figure."""
        has, wants = self.items(found), self.items(true)
        pairs = [(has[i], wants[rank]) for rank, i in self._match(has, wants).items()]
        matched = {id(item) for pair in pairs for item in pair}
        results = [
            Result(
                figure=self.name,
                tally=Tally(len(has), len(wants), len(pairs)),
                misses=tuple(
                    self._misses(
                        [h for h in has if id(h) not in matched],
                        [w for w in wants if id(w) not in matched],
                    )
                ),
            )
        ]
        for name, stricter in self.also.items():
            apart = [(h, w) for h, w in pairs if not stricter.agrees(h, w)]
            figure = f"{self.name}, {name}"
            results.append(
                Result(
                    figure=figure,
                    tally=Tally(len(has), len(wants), len(pairs) - len(apart)),
                    misses=tuple(self._refined(figure, stricter, h, w) for h, w in apart),
                )
            )
        return results

    def _refined(self, figure: str, stricter: Also[T], has: T, wanted: T) -> Miss:
        which = self.shows(wanted)[:EXCERPT]
        return Miss(
            figure=figure,
            span=wanted.span or has.span,
            expected=f"{stricter.shows(wanted)}  ({which})",
            found=stricter.shows(has),
        )

    def _match(self, has: Sequence[T], wants: Sequence[T]) -> dict[int, int]:
        return largest_matching(has, wants, self.agrees)

    def _misses(self, has: list[T], wants: list[T]) -> list[Miss]:
        """Unmatched items; those that stand at one place are shown side by side."""
        beside = largest_matching(has, wants, _stand_together)
        misses = [
            self._miss(self.name, has[beside[rank]] if rank in beside else None, wanted)
            for rank, wanted in enumerate(wants)
        ]
        alone = set(range(len(has))) - set(beside.values())
        return misses + [self._miss(self.name, has[i], None) for i in sorted(alone)]

    def _miss(self, figure: str, has: T | None, wanted: T | None) -> Miss:
        span = (wanted.span if wanted is not None else None) or (has.span if has else None)
        return Miss(
            figure=figure,
            span=span,
            expected=None if wanted is None else self.shows(wanted),
            found=None if has is None else self.shows(has),
        )


def _stand_together(has: T, wanted: T) -> bool:
    if isinstance(has, Node) and isinstance(wanted, Node) and has.path == wanted.path:
        return True
    return overlap(has, wanted)


def overlap(has: T, wanted: T) -> bool:
    """Whether both have a span and the spans share a code point."""
    return has.span is not None and wanted.span is not None and has.span.overlaps(wanted.span)


def _shown(value: object) -> str:
    if isinstance(value, frozenset):
        return "; ".join(sorted(str(v) for v in value)) or "-"
    return "-" if value is None else str(value)
