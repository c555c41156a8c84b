"""Kinds of documents (tên loại văn bản): names, abbreviations, where they are listed."""

from __future__ import annotations

import enum
from functools import cache, lru_cache

import attrs

from danvan.dates import PartialDate
from danvan.instruments.tables import data_rows, day_or_none
from danvan.text import folded


class Family(enum.StrEnum):
    """Whose rules a kind of document belongs to (hệ thống văn bản)."""

    STATE = "state"
    NORMATIVE = "normative"
    PARTY = "party"
    FRONT = "front"


@attrs.frozen(kw_only=True)
class KindListing:
    """A kind as one rule lists it: its family there, its abbreviations, from when to when.

    ``source`` is the short name of the rule; the head of ``data/kinds.csv`` spells it out. An open
    end of validity is None.
    """

    family: Family
    abbreviations: tuple[str, ...] = ()
    valid_from: PartialDate | None = None
    valid_to: PartialDate | None = None
    source: str


@attrs.frozen(kw_only=True)
class InstrumentKind:
    """A kind of document (tên loại văn bản).

    ``base`` is the name of the kind of which this one is a form ("Kế hoạch phối hợp": "Kế hoạch").
    Kinds are told apart by their names, and are made by `find_kind`.

    >>> find_kind("KẾ HOẠCH").abbreviations
    ('KH',)
    """

    name: str
    base: str | None = attrs.field(default=None, eq=False)
    listings: tuple[KindListing, ...] = attrs.field(default=(), eq=False, repr=False)

    def __str__(self) -> str:
        return self.name

    @property
    def families(self) -> tuple[Family, ...]:
        """The families that have the kind, the first of the data file first."""
        return tuple(dict.fromkeys(listing.family for listing in self.listings))

    @property
    def family(self) -> Family | None:
        """The first of the families."""
        return self.families[0] if self.listings else None

    @property
    def abbreviations(self) -> tuple[str, ...]:
        """The abbreviations in all families and times, each once."""
        return tuple(dict.fromkeys(a for entry in self.listings for a in entry.abbreviations))

    @classmethod
    def parse(cls, name: str) -> InstrumentKind:
        """The kind of that name.

        Raises:
            ValueError: if no kind is called so.
        """
        kind = find_kind(name)
        if kind is None:
            msg = f"no kind of document is called {name!r}"
            raise ValueError(msg)
        return kind


@cache
def all_kinds() -> tuple[InstrumentKind, ...]:
    """Every kind that danvan knows, in the order of the data file."""
    listings: dict[str, list[KindListing]] = {}
    bases: dict[str, str | None] = {}
    for row in data_rows("kinds.csv"):
        listing = KindListing(
            family=Family(row["family"]),
            abbreviations=tuple(row["abbreviations"].split()),
            valid_from=day_or_none(row["valid_from"]),
            valid_to=day_or_none(row["valid_to"]),
            source=row["source"],
        )
        listings.setdefault(row["name"], []).append(listing)
        bases.setdefault(row["name"], row["base"] or None)
    return tuple(
        InstrumentKind(name=name, base=bases[name], listings=tuple(entries))
        for name, entries in listings.items()
    )


@cache
def _by_folded_name() -> dict[str, InstrumentKind]:
    return {folded(kind.name): kind for kind in all_kinds()}


@cache
def _by_abbreviation() -> dict[str, tuple[InstrumentKind, ...]]:
    found: dict[str, list[InstrumentKind]] = {}
    for kind in all_kinds():
        for abbreviation in kind.abbreviations:
            found.setdefault(abbreviation, []).append(kind)
    return {abbreviation: tuple(kinds) for abbreviation, kinds in found.items()}


@lru_cache(maxsize=4096)
def find_kind(name: str) -> InstrumentKind | None:
    """The kind of that name, whatever its case and placement of tones; None if there is none.

    >>> find_kind("Kế hoạch phối hợp").base
    'Kế hoạch'
    """
    return _by_folded_name().get(folded(name))


def kinds_of(abbreviation: str, family: Family | None = None) -> tuple[InstrumentKind, ...]:
    """The kinds for which an abbreviation may stand, in one family or in any.

    D and Đ are told apart, and so is case.

    >>> [kind.name for kind in kinds_of("QĐ", Family.PARTY)]
    ['Quyết định', 'Quy định']
    """
    kinds = _by_abbreviation().get(abbreviation, ())
    if family is None:
        return kinds
    return tuple(
        kind
        for kind in kinds
        if any(e.family == family and abbreviation in e.abbreviations for e in kind.listings)
    )
