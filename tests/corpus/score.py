"""The score of a parser over documents with truth: figures, coverage, part counts and time."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

import attrs

from danvan.plan.model import PartKind
from tests.corpus.compare import Miss, Result
from tests.corpus.figures import compare
from tests.corpus.gold import Document
from tests.corpus.matching import Tally
from tests.corpus.parts import PartCounts, compare_parts
from tests.corpus.plans import facts_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

    from danvan.plan.model import Plan

    Parse = Callable[[str], Plan]

_ROUNDS = 5


@attrs.frozen(kw_only=True)
class DocumentScore:
    """How one document was read."""

    document: Document
    results: tuple[Result, ...]
    coverage: float
    parts: dict[PartKind, Tally]

    @property
    def misses(self) -> tuple[Miss, ...]:
        """Everything that is not as it should be, in the order of the figures."""
        return tuple(miss for result in self.results for miss in result.misses)


@attrs.frozen(kw_only=True)
class Score:
    """How all documents were read."""

    documents: tuple[DocumentScore, ...]
    characters_per_second: float | None = None

    @property
    def figures(self) -> dict[str, Result]:
        """The sum of each figure over all documents."""
        sums: dict[str, Result] = {}
        for document in self.documents:
            for result in document.results:
                so_far = sums.get(result.figure)
                tally = so_far.tally + result.tally if so_far else result.tally
                sums[result.figure] = attrs.evolve(result, tally=tally, misses=())
        return sums

    @property
    def parts(self) -> dict[PartKind, Tally]:
        """The sum of the characters of each kind of part."""
        sums: dict[PartKind, Tally] = {}
        for document in self.documents:
            for kind, tally in document.parts.items():
                sums[kind] = sums.get(kind, Tally()) + tally
        return sums


def score_document(
    plan: Plan, document: Document, counts: Mapping[str, PartCounts] | None = None
) -> DocumentScore:
    """Compares a plan with the truth of its document."""
    by_hand = (counts or {}).get(document.name)
    fits = by_hand is not None and by_hand.fits(document.text)
    return DocumentScore(
        document=document,
        results=tuple(compare(facts_of(plan), document.truth)),
        coverage=plan.coverage(),
        parts=compare_parts(plan, by_hand) if by_hand is not None and fits else {},
    )


def score(
    parse: Parse, documents: Iterable[Document], counts: Mapping[str, PartCounts] | None = None
) -> Score:
    """Parses and compares every document, and measures the time."""
    chosen = tuple(documents)
    return Score(
        documents=tuple(score_document(parse(d.text), d, counts) for d in chosen),
        characters_per_second=characters_per_second(parse, [d.text for d in chosen]),
    )


def characters_per_second(parse: Parse, texts: Sequence[str], rounds: int = _ROUNDS) -> float:
    """Characters that are parsed in a second of CPU time: the best of several rounds over all."""
    best = float("inf")
    for _ in range(rounds):
        begin = time.process_time()
        for text in texts:
            parse(text)
        best = min(best, time.process_time() - begin)
    return sum(map(len, texts)) / best if best > 0 else float("inf")
