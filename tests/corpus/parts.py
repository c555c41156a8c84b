"""Characters of each kind of part, against counts by hand."""

from __future__ import annotations

import hashlib
import json
import unicodedata
from typing import TYPE_CHECKING

import attrs

from danvan.plan.model import PartKind
from tests.corpus.matching import Tally

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from danvan.plan.model import Plan


@attrs.frozen(kw_only=True)
class PartCounts:
    """Where, by hand, the parts of one document lie: offsets, by kind."""

    sha256: str
    parts: dict[PartKind, tuple[tuple[int, int], ...]]

    @classmethod
    def load(cls, path: Path) -> dict[str, PartCounts]:
        """All counts of a file, by the name of the document."""
        data = json.loads(path.read_text(encoding="utf-8"))
        return {
            name: cls(
                sha256=entry["sha256"],
                parts={
                    PartKind(kind): tuple((start, end) for start, end in ranges)
                    for kind, ranges in entry["parts"].items()
                },
            )
            for name, entry in data.items()
        }

    def fits(self, text: str) -> bool:
        """Whether the counts are of this very text."""
        return hashlib.sha256(text.encode()).hexdigest() == self.sha256


def compare_parts(plan: Plan, counts: PartCounts) -> dict[PartKind, Tally]:
    """For each kind the characters that the plan has in it, those that are in it, and both."""
    text = plan.source.text
    read: dict[PartKind, list[tuple[int, int]]] = {}
    for part in plan.parts:
        read.setdefault(part.kind, []).append((part.span.start, part.span.end))
    tallies = {}
    for kind, ranges in counts.parts.items():
        found, true = _visible(text, read.get(kind, ())), _visible(text, ranges)
        tallies[kind] = Tally(len(found), len(true), len(found & true))
    return tallies


def _visible(text: str, ranges: Iterable[tuple[int, int]]) -> set[int]:
    """The offsets in the ranges that hold a character: no white space, control or format."""
    return {
        i
        for start, end in ranges
        for i in range(start, end)
        if not text[i].isspace() and unicodedata.category(text[i]) not in {"Cc", "Cf"}
    }
