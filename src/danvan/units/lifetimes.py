"""When bodies began and ended: ``data/lifetimes.tsv`` and the validity of their units."""

from __future__ import annotations

import datetime
import re
from functools import cache
from typing import TYPE_CHECKING, TypeAlias

import attrs

from danvan.text import folded
from danvan.units.phrases import longest_of, rows

if TYPE_CHECKING:
    from danvan.units.agency import Agency

#: The first and the last day on which something may have happened; equal where the day is known.
Window: TypeAlias = tuple[datetime.date, datetime.date]


@attrs.frozen(kw_only=True)
class Lifetime:
    """When a body existed (thời gian tồn tại của cơ quan), as far as it is known.

    ``begins`` and ``ends`` are the first and the last day of the body, each as the span of days in
    which it lies: in 2025 each province and commune settled its own. None is unknown, or not over.
    ``heirs`` are the names of what took its place.
    """

    begins: Window | None = None
    ends: Window | None = None
    heirs: tuple[str, ...] = ()
    source: str = ""

    @property
    def valid_from(self) -> datetime.date | None:
        """The first day, where it is known to the day."""
        return self.begins[0] if self.begins and self.begins[0] == self.begins[1] else None

    @property
    def valid_to(self) -> datetime.date | None:
        """The last day, where it is known to the day."""
        return self.ends[0] if self.ends and self.ends[0] == self.ends[1] else None

    def is_valid(self, day: datetime.date) -> bool | None:
        """Whether the body existed on a day; None where that differed from place to place."""
        if (self.begins and day < self.begins[0]) or (self.ends and day > self.ends[1]):
            return False
        if (self.begins and day < self.begins[1]) or (self.ends and day > self.ends[0]):
            return None
        return True


@attrs.frozen
class _Rule:
    """A row of the table."""

    words: str
    kind: str
    level: str
    unit_kind: str
    lifetime: Lifetime

    def fits(self, agency: Agency, named: set[str]) -> bool:
        """Whether the rule is about an agency whose name has these words."""
        return (
            (not self.words or self.words in named)
            and self.kind in {"", agency.kind}
            and self.level in {"", agency.level}
            and self.unit_kind in {"", agency.unit.kind if agency.unit else None}
        )


@cache
def _rules() -> tuple[_Rule, ...]:
    return tuple(
        _Rule(
            folded(words),
            kind,
            level,
            unit_kind,
            Lifetime(
                begins=_window(begins),
                ends=_window(ends),
                heirs=tuple(heirs.split("; ")) if heirs else (),
                source=source,
            ),
        )
        for words, kind, level, unit_kind, begins, ends, heirs, source in rows("lifetimes.tsv")
    )


@cache
def _names() -> re.Pattern[str]:
    words = {rule.words for rule in _rules() if rule.words}
    return re.compile(r"(?<!\w)" + longest_of(sorted(words)))


def _window(days: str) -> Window | None:
    if not days:
        return None
    first, _, last = days.partition("..")
    return datetime.date.fromisoformat(first), datetime.date.fromisoformat(last or first)


def lifetime(agency: Agency) -> Lifetime:
    """When a body existed, from its name, its kind and level, and its unit.

    What several rules say is taken together: the latest beginning, the earliest end.
    """
    named = {found.group() for found in _names().finditer(folded(agency.full_name))}
    found = [rule.lifetime for rule in _rules() if rule.fits(agency, named)]
    unit = agency.unit
    if unit is not None and (unit.valid_from or unit.valid_to):
        found.append(
            Lifetime(
                begins=(unit.valid_from, unit.valid_from) if unit.valid_from else None,
                ends=(unit.valid_to, unit.valid_to) if unit.valid_to else None,
            )
        )
    begins = [life.begins for life in found if life.begins]
    ends = [life.ends for life in found if life.ends]
    return Lifetime(
        begins=max(begins) if begins else None,
        ends=min(ends, key=lambda window: (window[1], window[0])) if ends else None,
        heirs=tuple(dict.fromkeys(heir for life in found for heir in life.heirs)),
        source="; ".join(dict.fromkeys(life.source for life in found if life.source)),
    )
