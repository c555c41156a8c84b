"""The score as a table for people, and as JSON for programs."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from danvan.text import Source
from tests.corpus.figures import EXTRA

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tests.corpus.compare import Miss
    from tests.corpus.gold import Document
    from tests.corpus.matching import Tally
    from tests.corpus.score import Score

_NAME = 34


def lowest(score: Score) -> float:
    """The lowest figure (F1, or the share that is equal) of those that the conventions ask for."""
    return min((r.tally.f1 for n, r in score.figures.items() if n not in EXTRA), default=1.0)


def as_text(score: Score) -> str:
    """Tables of the figures, of each document and of the parts, then every miss with its place."""
    return "\n".join(
        [
            *_figures(score),
            "",
            *_documents(score),
            "",
            *_parts(score),
            "",
            *_misses(score),
        ]
    )


def _figures(score: Score) -> Iterator[str]:
    yield f"{'figure':<{_NAME}} {'found':>6} {'true':>6} {'equal':>6}  {'P':>6} {'R':>6} {'F1':>6}"
    for name, result in score.figures.items():
        tally = result.tally
        label = f"{name} *" if name in EXTRA else name
        if result.whole:
            yield f"{label:<{_NAME}} {'':>6} {tally.true:>6} {tally.matched:>6}"
        else:
            yield f"{label:<{_NAME}} {_numbers(tally)}"
    yield "* beside what the conventions of the corpus ask for"


def _documents(score: Score) -> Iterator[str]:
    yield f"{'document':<{_NAME}} {'chars':>6} {'misses':>6} {'coverage':>9}"
    for entry in score.documents:
        name, chars = entry.document.name, len(entry.document.text)
        yield f"{name:<{_NAME}} {chars:>6} {len(entry.misses):>6} {entry.coverage:>9.4f}"
    if score.characters_per_second is not None:
        yield f"{score.characters_per_second:,.0f} characters a second (CPU, best round)"


def _parts(score: Score) -> Iterator[str]:
    yield f"{'characters of':<{_NAME}} {'read':>6} {'true':>6} {'both':>6}  {'P':>6} {'R':>6} {'F1':>6}"
    for kind, tally in score.parts.items():
        yield f"{kind.value:<{_NAME}} {_numbers(tally)}"


def _numbers(tally: Tally) -> str:
    return (
        f"{tally.found:>6} {tally.true:>6} {tally.matched:>6}  "
        f"{tally.precision:>6.3f} {tally.recall:>6.3f} {tally.f1:>6.3f}"
    )


def _misses(score: Score) -> Iterator[str]:
    for entry in score.documents:
        for miss in entry.misses:
            yield f"{_place(entry.document, miss)}: {miss.figure}"
            if miss.expected is not None:
                yield f"    expected {_printable(miss.expected)}"
            if miss.found is not None:
                yield f"    found    {_printable(miss.found)}"


def _place(document: Document, miss: Miss) -> str:
    if miss.span is None:
        return document.name
    return f"{document.name}:{Source(document.text).position(miss.span.start)}"


def _printable(text: str) -> str:
    return "".join(c if c.isprintable() else " " for c in text)


def as_json(score: Score) -> dict[str, Any]:
    """The same as plain data."""
    return {
        "figures": {n: _tally(r.tally) for n, r in score.figures.items()},
        "extra": sorted(EXTRA),
        "parts": {k.value: _tally(t) for k, t in score.parts.items()},
        "characters_per_second": score.characters_per_second,
        "documents": [
            {
                "name": entry.document.name,
                "characters": len(entry.document.text),
                "coverage": entry.coverage,
                "figures": {r.figure: _tally(r.tally) for r in entry.results},
                "parts": {k.value: _tally(t) for k, t in entry.parts.items()},
                "misses": [
                    {
                        "figure": miss.figure,
                        "place": _place(entry.document, miss),
                        "expected": miss.expected,
                        "found": miss.found,
                    }
                    for miss in entry.misses
                ],
            }
            for entry in score.documents
        ],
    }


def _tally(tally: Tally) -> dict[str, float]:
    return {
        "found": tally.found,
        "true": tally.true,
        "equal": tally.matched,
        "precision": tally.precision,
        "recall": tally.recall,
        "f1": tally.f1,
    }
