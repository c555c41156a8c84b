"""Hypothesis strategies for time values and for expressions of them in words."""

from __future__ import annotations

import datetime

import attrs
from hypothesis import strategies as st

from danvan.dates import (
    Days,
    Every,
    LunarDate,
    Part,
    PartialDate,
    Period,
    Recurrence,
    Relation,
    TimeLimit,
    Unit,
    Value,
)
from danvan.dates import format as worded

_FIRST, _LAST = datetime.date(1945, 1, 1), datetime.date(2099, 12, 31)
_YEARS = st.integers(min_value=1945, max_value=2099)
_ANCHORS = ("nhận được văn bản", "ký hợp đồng", "có kết luận", "kết thúc hội nghị")
_LEADS = {
    None: "",
    Relation.BEFORE: "trước ",
    Relation.BY: "chậm nhất là ",
    Relation.UNTIL: "đến hết ",
    Relation.AFTER: "sau ",
    Relation.FROM: "kể từ ",
}


def days() -> st.SearchStrategy[PartialDate]:
    """Days of which all is known."""
    return st.dates(_FIRST, _LAST).map(PartialDate.of)


@st.composite
def partial_dates(draw: st.DrawFn) -> PartialDate:
    """Days, in some of which day, month or year is unknown, as the words can say it."""
    day = draw(days())
    match draw(st.sampled_from(["full", "no day", "no month", "no year", "century"])):
        case "no day":
            return attrs.evolve(day, day=None, precision=Unit.DAY)
        case "no month":
            return attrs.evolve(day, day=None, month=None, precision=Unit.DAY)
        case "no year":
            return attrs.evolve(day, year=None)
        case "century":
            return attrs.evolve(day, year=None, century=20)
    return day


def several_days() -> st.SearchStrategy[Days]:
    """Two to five days."""
    return st.lists(days(), min_size=2, max_size=5, unique=True).map(lambda d: Days(tuple(d)))


@st.composite
def periods(draw: st.DrawFn) -> Period:
    """Months, quarters, halves, years, terms, school years, and ranges of days."""
    year = draw(_YEARS)
    later = draw(st.integers(min_value=year + 1, max_value=year + 20))
    first = PartialDate(year=year, month=1, day=1)
    last = PartialDate(year=later, month=12, day=31)
    match draw(st.sampled_from(list(Unit))):
        case Unit.QUARTER:
            named = Period.quarter(year, draw(st.integers(1, 4)))
        case Unit.HALF:
            return Period.half(year, draw(st.integers(1, 2)))
        case Unit.YEAR:
            named = Period.year(year)
        case Unit.TERM:
            return Period(start=first, end=last, unit=Unit.TERM)
        case Unit.SCHOOL_YEAR:
            return Period(years=(year, year + 1), unit=Unit.SCHOOL_YEAR)
        case Unit.SEMESTER:
            number = draw(st.integers(1, 2))
            return Period(years=(year, year + 1), unit=Unit.SEMESTER, number=number)
        case Unit.RANGE:
            return draw(st.sampled_from([Period(start=first, end=last), Period(start=first)]))
        case Unit.DAY | Unit.WEEK:
            start, end = sorted(draw(st.lists(days(), min_size=2, max_size=2)))
            return Period(start=start, end=end)
        case _:
            named = Period.month(year, draw(st.integers(1, 12)))
    return attrs.evolve(named, part=draw(st.none() | st.sampled_from(list(Part))))


@st.composite
def recurrences(draw: st.DrawFn) -> Recurrence:
    """Cycles, with or without a day."""
    every = draw(st.sampled_from(list(Every)))
    how = draw(st.sampled_from(["plain", "day", "times", "interval", "several"]))
    if how == "several":
        kinds = st.sampled_from([Every.MONTH, Every.QUARTER, Every.YEAR])
        cycles = draw(st.lists(kinds, min_size=2, max_size=3, unique=True))
        return Recurrence(items=tuple(Recurrence(every=each) for each in cycles))
    if how == "times":
        return Recurrence(
            every=every,
            times=draw(st.integers(2, 12)),
            at_least=draw(st.booleans()),
        )
    if how == "interval" and every not in {Every.DAY, Every.HALF_YEAR}:
        return Recurrence(every=every, interval=draw(st.integers(2, 5)))
    return _with_day(draw, every) if how == "day" else Recurrence(every=every)


def _with_day(draw: st.DrawFn, every: Every) -> Recurrence:
    day = draw(st.integers(1, 28))
    match every:
        case Every.WEEK:
            return Recurrence(every=every, weekday=draw(st.integers(1, 7)))
        case Every.MONTH:
            return Recurrence(every=every, days=(day,))
        case Every.QUARTER:
            month = draw(st.sampled_from([1, 2, 3, -1]))
            return Recurrence(every=every, days=(day,), month_of_period=month)
        case Every.YEAR:
            return Recurrence(every=every, days=(day,), months=(draw(st.integers(1, 12)),))
    return Recurrence(every=every)


@st.composite
def time_limits(draw: st.DrawFn) -> TimeLimit:
    """Counted terms."""
    count = draw(st.integers(1, 90))
    anchor = draw(st.sampled_from(_ANCHORS))
    field = draw(st.sampled_from(["days", "working days", "weeks", "months", "years", "hours"]))
    if field == "working days":
        return TimeLimit(days=count, working_days=True, anchor=anchor, back=draw(st.booleans()))
    counts = {name: count if name == field else 0 for name in ("days", "weeks", "months", "years")}
    return TimeLimit(
        days=counts["days"],
        weeks=counts["weeks"],
        months=counts["months"],
        years=counts["years"],
        hours=count if field == "hours" else 0,
        anchor=anchor,
    )


def lunar_days() -> st.SearchStrategy[LunarDate]:
    """Lunar days without a year."""
    return st.builds(
        LunarDate, day=st.integers(1, 30), month=st.integers(1, 12), leap=st.booleans()
    )


def values() -> st.SearchStrategy[Value]:
    """Time values of every kind that words can say in one way."""
    return st.one_of(
        partial_dates(), several_days(), periods(), recurrences(), time_limits(), lunar_days()
    )


@st.composite
def expressions(draw: st.DrawFn) -> tuple[str, Value, Relation | None]:
    """An expression in words, with the value and the relation that it has."""
    value = draw(values())
    relation = None
    bounded = isinstance(value, PartialDate) or (
        isinstance(value, Period) and value.unit in {Unit.MONTH, Unit.QUARTER, Unit.YEAR}
    )
    if bounded:
        relation = draw(st.sampled_from(list(_LEADS)))
    if isinstance(value, TimeLimit):
        return worded(value), value, Relation.BY if value.back else Relation.DURING
    return _LEADS[relation] + worded(value), value, relation
