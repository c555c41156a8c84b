"""Which mentions are of the same document: a short one is joined to the first full one."""

from __future__ import annotations

from typing import TYPE_CHECKING

import attrs

from danvan.text import folded

if TYPE_CHECKING:
    from collections.abc import Hashable, Sequence

    from danvan.instruments.model import Citation, Instrument


def with_antecedents(citations: Sequence[Citation]) -> tuple[Citation, ...]:
    """The citations, each with the first full mention of its document if that is another one.

    A mention is full if it has a date. Party numbers recur every term: with different dates they
    are different documents, and a mention without date is then joined to the one last before it.
    """
    full: dict[Hashable, list[tuple[int, Instrument]]] = {}
    for index, citation in enumerate(citations):
        if citation.instrument.issued_on is not None:
            full.setdefault(_name_of(citation.instrument), []).append((index, citation.instrument))
    return tuple(
        _joined(index, citation, full.get(_name_of(citation.instrument), []))
        for index, citation in enumerate(citations)
    )


def _name_of(instrument: Instrument) -> Hashable:
    return instrument.number or folded(instrument.name or "")


def _joined(index: int, citation: Citation, full: Sequence[tuple[int, Instrument]]) -> Citation:
    day = citation.instrument.issued_on
    same = [(at, first) for at, first in full if day is None or first.issued_on == day]
    if not same:
        return citation
    at, first = same[0]
    if any(other.issued_on != first.issued_on for _, other in same):
        at, first = max((pair for pair in same if pair[0] < index), default=(index, first))
    return citation if at == index else attrs.evolve(citation, antecedent=first)
