"""`Point`: a day, month, quarter or year as the grammar reads it, before it is given its year."""

from __future__ import annotations

import datetime

import attrs

from danvan.dates.expression import Problem, Trouble
from danvan.dates.unit import Part, PartOfDay, Unit


@attrs.define(kw_only=True)
class Point:
    """What the words say, as they say it; ``stop`` is the token behind the last one.

    ``number`` counts quarters, halves, weeks and semesters; ``first`` and ``last`` are months of a
    stretch of months, or days of a stretch of days in a month. ``blank`` marks a day or month left
    blank. ``loose`` is a day and month without any word beside them ("30/4"), which only the words
    around can make a date. ``shift`` counts units from the reference (tuần tới is 1),
    ``year_shift`` years (tháng 6 năm sau).
    """

    unit: Unit
    stop: int
    year: int | None = None
    month: int | None = None
    day: int | None = None
    number: int | None = None
    first: int | None = None
    last: int | None = None
    century: int | None = None
    blank: bool = False
    blank_year: bool = False
    maybe_may: bool = False
    loose: bool = False
    part: Part | None = None
    weekday: int | None = None
    time: datetime.time | None = None
    end_time: datetime.time | None = None
    part_of_day: PartOfDay | None = None
    lunar: bool = False
    leap: bool = False
    cycle: int | None = None
    from_reference: bool = False
    short_year: bool = False
    maybe_lunar: bool = False
    year_shift: int | None = None
    shift: int | None = None
    sure: bool = True
    problems: list[Problem] = attrs.Factory(list)

    @property
    def has_year(self) -> bool:
        """Whether the words name the year, or its century."""
        return self.year is not None or self.century is not None

    def blame(self, trouble: Trouble, detail: str = "") -> None:
        """Note what is wrong."""
        self.problems.append(Problem(trouble, detail))
