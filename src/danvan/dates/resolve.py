"""From what the words say to values: lists, ranges and open ends, years shared out among them."""

from __future__ import annotations

import itertools
from typing import TYPE_CHECKING, Any

import attrs

from danvan.dates.expression import Trouble, Value
from danvan.dates.partial import Days, PartialDate, last_day
from danvan.dates.period import Horizon, Period
from danvan.dates.reckon import Resolved, dated, day_of, value_of
from danvan.dates.unit import Relation, Unit

if TYPE_CHECKING:
    from danvan.dates.clause import Clause
    from danvan.dates.point import Point
    from danvan.dates.recurrence import Recurrence

_MONTHS = {Unit.QUARTER: 3, Unit.HALF: 6}


def resolve(clause: Clause, reference: PartialDate | None) -> Resolved:
    """The value that a clause stands for, given the day of the document."""
    result = Resolved()
    if clause.term is not None:
        result.value = clause.term
        if clause.counted_from is not None:
            _count_from(clause.counted_from, reference, result)
    elif clause.years is not None:
        result.value = _long(clause, result)
    elif clause.points:
        for point in [*clause.points, *([clause.to] if clause.to else [])]:
            result.problems.extend(point.problems)
        result.value = _times(clause, reference, result)
    elif clause.cycle is not None:
        result.value = _possible_cycle(clause.cycle, result)
    elif clause.horizon is not None:
        result.value = Period()
    if clause.horizon is not None and isinstance(result.value, Period):
        result.value = _with_horizon(result.value, clause.horizon)
    elif clause.horizon is not None and isinstance(result.value, PartialDate):
        result.value = _with_horizon(
            Period(start=result.value, end=result.value, unit=Unit.DAY), clause.horizon
        )
    if any(p.is_fatal for p in result.problems):
        result.value = None
        result.alternatives.clear()
    return result


def _count_from(point: Point, reference: PartialDate | None, result: Resolved) -> None:
    day = day_of(dated(point, reference), result)
    if isinstance(day, PartialDate):
        result.counted_from = day


def _possible_cycle(cycle: Recurrence, result: Resolved) -> Recurrence:
    """The cycle, if its days can be: 31/4 hằng năm cannot."""
    for item in cycle.items or (cycle,):
        for month in item.months:
            longest = 30 if item.lunar else last_day(None, month)
            if any(day > longest for day in item.days):
                result.blame(Trouble.DAY_OUT_OF_RANGE, f"{max(item.days)}/{month}")
    return cycle


def _with_horizon(period: Period, horizon: tuple[str, int]) -> Period:
    label, year = horizon
    end = PartialDate(year=year, month=12, day=31)
    if period == Period():
        return Period(end=end, horizon=Horizon(label, end))
    return attrs.evolve(period, horizon=Horizon(label, end))


def _long(clause: Clause, result: Resolved) -> Value | None:
    """Giai đoạn, nhiệm kỳ, năm học, học kỳ."""
    first, last = clause.years or (0, 0)
    unit = clause.unit or Unit.RANGE
    if last < first:
        result.blame(Trouble.END_BEFORE_START, f"{first}-{last}")
        return None
    if unit in {Unit.SCHOOL_YEAR, Unit.SEMESTER}:
        return Period(years=(first, last), unit=unit, number=clause.number)
    return Period(
        start=PartialDate(year=first, month=1, day=1),
        end=PartialDate(year=last, month=12, day=31),
        unit=unit,
        continuous=clause.continuous,
    )


def _times(clause: Clause, reference: PartialDate | None, result: Resolved) -> Value | None:
    if clause.since_now or clause.until_now or clause.onwards:
        return _open(clause, reference, result)
    if clause.to is not None:
        return _range(clause.points[0], clause.to, reference, result)
    points = _filled(clause.points)
    values = [value_of(dated(p, reference), reference, result) for p in points]
    known = [v for v in values if v is not None]
    if len(known) < len(values) or not known:
        return None
    if len(known) > 1:
        return _several(known)
    value = known[0]
    if isinstance(value, Period) and clause.continuous:
        value = attrs.evolve(value, continuous=True)
    if isinstance(value, PartialDate) and clause.continuous:
        value = Period(start=value, end=value, unit=Unit.DAY, continuous=True)
    return value


def _filled(points: list[Point]) -> list[Point]:
    """The points of a list, each with the month and year of the next that names them."""
    if len(points) < 2:
        return points
    filled = [points[-1]]
    for point in reversed(points[:-1]):
        after = filled[0]
        changes: dict[str, Any] = {}
        if point.month is None and point.unit is Unit.DAY:
            changes["month"] = after.month
            changes["lunar"] = after.lunar
        if not point.has_year and not point.from_reference:
            changes |= {
                "year": after.year,
                "century": after.century,
                "year_shift": after.year_shift,
            }
            changes["cycle"] = after.cycle
        filled.insert(0, attrs.evolve(point, **changes))
    return filled


def _range(
    first: Point, last: Point, reference: PartialDate | None, result: Resolved
) -> Value | None:
    """From one point to another; what the left lacks, the right gives."""
    first, last = _shared(first, last, reference)
    start = value_of(first, reference, result)
    end = value_of(last, reference, result)
    if start is None or end is None:
        return None
    low, high = _bound(start, first=True), _bound(end, first=False)
    if low is None or high is None:
        return None
    try:
        return Period(start=low, end=high)
    except ValueError:
        result.blame(Trouble.END_BEFORE_START, f"{low}/{high}")
        return None


def _order(point: Point) -> int | None:
    """The month in which a point begins."""
    match point.unit:
        case Unit.QUARTER | Unit.HALF if point.number is not None:
            return point.number * _MONTHS[point.unit] - _MONTHS[point.unit] + 1
        case Unit.YEAR:
            return None
    return point.first if point.month is None else point.month


def _shared(first: Point, last: Point, reference: PartialDate | None) -> tuple[Point, Point]:
    if first.unit is Unit.DAY and first.month is None and not first.from_reference:
        first = attrs.evolve(first, month=last.month, lunar=last.lunar)
    left, right = _order(first), _order(last)
    crosses = left is not None and right is not None and left > right
    if first.from_reference or last.from_reference:
        return dated(first, reference), dated(last, reference)
    if not first.has_year and last.year is not None:
        return attrs.evolve(first, year=last.year - crosses, cycle=last.cycle), last
    if not last.has_year and first.year is not None:
        return first, attrs.evolve(last, year=first.year + crosses, cycle=first.cycle)
    first, last = dated(first, reference), dated(last, reference)
    if crosses and reference is not None and first.year == last.year == reference.year:
        last = attrs.evolve(last, year=(last.year or 0) + 1)
    return first, last


def _bound(value: Value, *, first: bool) -> PartialDate | None:
    if isinstance(value, PartialDate):
        return value if value.day is not None and value.month is not None else None
    if isinstance(value, Period):
        return value.start if first else value.end
    return None


def _open(clause: Clause, reference: PartialDate | None, result: Resolved) -> Value | None:
    """As in "từ năm 2026 trở đi", "từ nay đến hết năm 2025", "từ năm 2020 đến nay"."""
    value = value_of(dated(clause.points[0], reference), reference, result)
    if value is None:
        return None
    today = reference if reference is not None and reference.is_day else None
    bound = _bound(value, first=not clause.since_now)
    if bound is None:
        return (
            value if isinstance(value, PartialDate) and clause.relation is Relation.FROM else None
        )
    try:
        if clause.since_now:
            return Period(start=today if bound.year is not None else None, end=bound)
        return Period(start=bound, end=today if clause.until_now and bound.year else None)
    except ValueError:
        result.blame(Trouble.END_BEFORE_START, str(bound))
        return None


def _several(values: list[Value]) -> Value | None:
    """Several days are a set; several months or quarters a period, if they follow each other."""
    days = [v for v in values if isinstance(v, PartialDate)]
    if len(days) == len(values):
        return Days(tuple(days))
    periods = [v for v in values if isinstance(v, Period)]
    if len(periods) < len(values):
        return None
    periods.sort(key=lambda p: (p.start or PartialDate(), p.end or PartialDate()))
    start, end = periods[0].start, periods[-1].end
    if start is None or end is None:
        return None
    apart = any(not _follow(a, b) for a, b in itertools.pairwise(periods))
    return Period(start=start, end=end, among=tuple(periods) if apart else ())


def _follow(a: Period, b: Period) -> bool:
    if a.end is None or b.start is None:
        return False
    if a.end.year is None or b.start.year is None:
        return (a.end.month or 0) + 1 == b.start.month
    last, first = a.latest, b.earliest
    return last is not None and first is not None and first.toordinal() - last.toordinal() == 1
