"""Which mentions are of the same document: a short one is joined to the first full one."""

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING

import attrs

from danvan.instruments.model import bare_name

if TYPE_CHECKING:
    from collections.abc import Hashable, Iterator, Sequence

    from danvan.instruments.model import Citation, Instrument


def with_antecedents(citations: Sequence[Citation]) -> tuple[Citation, ...]:
    """The citations, each with the first full mention of its document if that is another one.

    A mention is full if it has a date, or of a law the year or the number; where none has, the
    first that names issuer or title is. Party numbers recur every term: with different dates they
    are different documents, and a mention without date is then joined to the one last before it.
    """
    called: dict[Hashable, list[int]] = {}
    for index, citation in enumerate(citations):
        for name in _names_of(citation.instrument):
            called.setdefault(name, []).append(index)
    joined = list(citations)
    for places in called.values():
        if len(places) > 1:
            _join(joined, places)
    return tuple(joined)


def _join(citations: list[Citation], places: list[int]) -> None:
    """Join the mentions at some places, all of one number or name, to the full ones among them."""
    instruments = [citations[index].instrument for index in places]
    is_full = _is_dated if any(map(_is_dated, instruments)) else _is_told
    full = _FullMentions()
    for index, instrument in zip(places, instruments, strict=True):
        if is_full(instrument):
            full.add(index, instrument)
    for index in places:
        citation = citations[index]
        found = full.of(index, citation.instrument) if citation.antecedent is None else None
        if found is not None and found[0] != index:
            citations[index] = attrs.evolve(citation, antecedent=found[1])


class _FullMentions:
    """The full mentions of one number or name: where they are, and the first with each date."""

    def __init__(self) -> None:
        self._places: list[int] = []
        self._instruments: list[Instrument] = []
        self._first: dict[str | None, tuple[int, Instrument]] = {}

    def add(self, index: int, instrument: Instrument) -> None:
        self._places.append(index)
        self._instruments.append(instrument)
        self._first.setdefault(_time_of(instrument), (index, instrument))

    def of(self, index: int, instrument: Instrument) -> tuple[int, Instrument] | None:
        """Place and content of the full mention to which the mention at ``index`` belongs."""
        time = _time_of(instrument)
        if time is not None:
            return self._first.get(time)
        if not self._places:
            return None
        if len(self._first) == 1:
            return self._places[0], self._instruments[0]
        before = max(0, bisect_left(self._places, index) - 1)
        return self._first[_time_of(self._instruments[before])]


def _names_of(instrument: Instrument) -> Iterator[Hashable]:
    """What a document is called by: its number, its name, and both of a law that has both."""
    if instrument.number is not None:
        yield instrument.number
        if instrument.kind is not None and instrument.kind.name in _KINDS_WITH_NAMES:
            yield bare_name(f"{instrument.kind} {instrument.title or ''}")
    elif instrument.name:
        yield bare_name(instrument.name)


_KINDS_WITH_NAMES = frozenset({"Luật", "Bộ luật", "Pháp lệnh"})


def _time_of(instrument: Instrument) -> str | None:
    """When it was issued, as far as documents of one number or one name are told apart by it."""
    if instrument.number is not None and instrument.number.year is None:
        return str(instrument.issued_on) if instrument.issued_on else None
    return str(instrument.year) if instrument.year else None


def _is_dated(instrument: Instrument) -> bool:
    return instrument.issued_on is not None or (
        instrument.kind is not None
        and instrument.kind.name in _KINDS_WITH_NAMES
        and instrument.year is not None
    )


def _is_told(instrument: Instrument) -> bool:
    return instrument.issuer is not None or instrument.title is not None
