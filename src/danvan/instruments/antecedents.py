"""Which mentions are of the same document: a short one is joined to the first full one."""

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING

import attrs

from danvan.text import folded

if TYPE_CHECKING:
    from collections.abc import Hashable, Sequence

    from danvan.dates import PartialDate
    from danvan.instruments.model import Citation, Instrument


def with_antecedents(citations: Sequence[Citation]) -> tuple[Citation, ...]:
    """The citations, each with the first full mention of its document if that is another one.

    A mention is full if it has a date. Party numbers recur every term: with different dates they
    are different documents, and a mention without date is then joined to the one last before it.
    """
    full: dict[Hashable, _FullMentions] = {}
    for index, citation in enumerate(citations):
        if citation.instrument.issued_on is not None:
            mentions = full.setdefault(_name_of(citation.instrument), _FullMentions())
            mentions.add(index, citation.instrument)
    return tuple(
        _joined(index, citation, full.get(_name_of(citation.instrument)))
        for index, citation in enumerate(citations)
    )


class _FullMentions:
    """The full mentions of one number or name: where they are, and the first with each date."""

    def __init__(self) -> None:
        self._places: list[int] = []
        self._instruments: list[Instrument] = []
        self._first: dict[PartialDate | None, tuple[int, Instrument]] = {}

    def add(self, index: int, instrument: Instrument) -> None:
        self._places.append(index)
        self._instruments.append(instrument)
        self._first.setdefault(instrument.issued_on, (index, instrument))

    def of(self, index: int, day: PartialDate | None) -> tuple[int, Instrument]:
        """Place and content of the full mention to which the mention at ``index`` belongs."""
        if day is not None:
            return self._first[day]
        if len(self._first) == 1:
            return self._places[0], self._instruments[0]
        before = max(0, bisect_left(self._places, index) - 1)
        return self._first[self._instruments[before].issued_on]


def _name_of(instrument: Instrument) -> Hashable:
    return instrument.number or folded(instrument.name or "")


def _joined(index: int, citation: Citation, full: _FullMentions | None) -> Citation:
    if full is None:
        return citation
    at, first = full.of(index, citation.instrument.issued_on)
    return citation if at == index else attrs.evolve(citation, antecedent=first)
