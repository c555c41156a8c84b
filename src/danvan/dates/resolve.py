"""From what the words say to values: years filled in, days checked, lunar days reckoned."""

from __future__ import annotations

import datetime
import itertools
from typing import TYPE_CHECKING, Any

import attrs

from danvan.dates import years
from danvan.dates.expression import Problem, Trouble, Value
from danvan.dates.lunar import LunarDate, solar
from danvan.dates.partial import Days, PartialDate, last_day
from danvan.dates.period import Horizon, Period
from danvan.dates.point import Point
from danvan.dates.unit import Relation, Unit
from danvan.errors import MissingExtraError

if TYPE_CHECKING:
    import pendulum

if TYPE_CHECKING:
    from danvan.dates.clause import Clause
    from danvan.dates.recurrence import Recurrence

# A year that is only named (Giáp Thìn) in a document of no date is one of 1984 to 2043.
_MIDDLE_OF_CYCLE = 2013
_MONTHS = {Unit.QUARTER: 3, Unit.HALF: 6}


@attrs.define(kw_only=True)
class Resolved:
    """A value with what was noticed on the way to it."""

    value: Value | None = None
    problems: list[Problem] = attrs.Factory(list)
    alternatives: list[Value] = attrs.Factory(list)
    lunar: LunarDate | None = None
    counted_from: PartialDate | None = None

    def blame(self, trouble: Trouble, detail: str = "") -> None:
        """Note what is wrong, once."""
        problem = Problem(trouble, detail)
        if problem not in self.problems:
            self.problems.append(problem)


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
    day = _day(_dated(point, reference), result)
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


# --- days and periods -----------------------------------------------------------------------------


def _times(clause: Clause, reference: PartialDate | None, result: Resolved) -> Value | None:
    if clause.since_now or clause.until_now or clause.onwards:
        return _open(clause, reference, result)
    if clause.to is not None:
        return _range(clause.points[0], clause.to, reference, result)
    points = _filled(clause.points)
    values = [_one(_dated(p, reference), reference, result) for p in points]
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


def _dated(point: Point, reference: PartialDate | None) -> Point:
    """The point with its year, as far as the words and the reference give it."""
    year = None if reference is None else reference.year
    if point.year_shift is not None and year is not None:
        return attrs.evolve(point, year=year + point.year_shift)
    if point.from_reference or point.has_year or point.year_shift is not None:
        return point
    if point.cycle is not None:
        near = _MIDDLE_OF_CYCLE if year is None else year
        return attrs.evolve(point, year=years.years_of_cycle(point.cycle, near))
    return point if year is None or point.blank_year else attrs.evolve(point, year=year)


def _one(point: Point, reference: PartialDate | None, result: Resolved) -> Value | None:
    """The value of one point."""
    if (
        point.cycle is not None
        and point.year is not None
        and not years.name_fits(point.cycle, point.year)
    ):
        result.blame(Trouble.YEAR_NAME_MISMATCH, str(point.year))
    if point.short_year:
        result.blame(Trouble.SHORT_YEAR, str(point.year))
    if point.from_reference:
        shifted = _shifted(point, reference, result)
        if not isinstance(shifted, Point):
            return shifted
        point = shifted
    if point.unit is Unit.DAY:
        return _day(point, result)
    return _period(point, result)


def _day(point: Point, result: Resolved) -> PartialDate | LunarDate | None:
    if point.lunar:
        return _lunar_day(point, result)
    if not _is_possible(point, result):
        return None
    date = PartialDate(
        year=point.year, month=point.month, day=point.day, century=point.century,
        precision=Unit.DAY,
    )  # fmt: skip
    if point.weekday is not None and date.is_day:
        day = date.earliest
        if day is not None and day.isoweekday() != point.weekday:
            result.blame(Trouble.WEEKDAY_MISMATCH, str(point.weekday))
    if point.maybe_lunar and date.is_day:
        _maybe_lunar(point, result)
    return date


def _is_possible(point: Point, result: Resolved) -> bool:
    year, month, day = point.year, point.month, point.day
    if year is not None and not 1 <= year <= 9998:
        result.blame(Trouble.YEAR_OUT_OF_RANGE, str(year))
    elif month is not None and not 1 <= month <= 12:
        result.blame(Trouble.MONTH_OUT_OF_RANGE, str(month))
    elif day is not None and not 1 <= day <= (31 if month is None else last_day(year, month)):
        leap = month == 2 and day == 29
        trouble = Trouble.NOT_LEAP_YEAR if leap else Trouble.DAY_OUT_OF_RANGE
        result.blame(trouble, f"{day}/{month}")
    else:
        return True
    return False


def _lunar_day(point: Point, result: Resolved) -> PartialDate | LunarDate | None:
    """A lunar day by the common calendar; as it is where its year is unknown."""
    day, month = point.day, point.month
    if day is None or month is None or not 1 <= month <= 12 or not 1 <= day <= 30:
        result.blame(Trouble.NO_SUCH_LUNAR_DAY, f"{day}/{month}")
        return None
    date = LunarDate(day=day, month=month, year=point.year, leap=point.leap)
    if point.year is None:
        return date
    try:
        found = solar(date)
    except MissingExtraError:
        result.blame(Trouble.NEEDS_EXTRA, "danvan[lunar]")
        return date
    if found is None:
        result.blame(Trouble.NO_SUCH_LUNAR_DAY, str(date))
        return None
    result.lunar = date
    return PartialDate.of(found)


def _maybe_lunar(point: Point, result: Resolved) -> None:
    """Mùng may be said of a lunar day without saying so."""
    if point.day is None or point.month is None or point.day > 10:
        return
    try:
        found = solar(LunarDate(day=point.day, month=point.month, year=point.year))
    except MissingExtraError:
        return
    if found is not None:
        result.alternatives.append(PartialDate.of(found))


# --- periods --------------------------------------------------------------------------------------


def _period(point: Point, result: Resolved) -> Period | None:
    period = _whole(point, result)
    if period is not None and point.part is not None:
        period = attrs.evolve(period, part=point.part)
    return period


def _whole(point: Point, result: Resolved) -> Period | None:
    year = point.year
    if year is not None and not 1 <= year <= 9998:
        result.blame(Trouble.YEAR_OUT_OF_RANGE, str(year))
        return None
    match point.unit:
        case Unit.YEAR:
            return _year(year)
        case Unit.HALF:
            return Period.half(year, point.number or 1)
        case Unit.QUARTER:
            if point.number is None or not 1 <= point.number <= 4:
                result.blame(Trouble.QUARTER_OUT_OF_RANGE, str(point.number))
                return None
            return Period.quarter(year, point.number)
        case _ if point.month is None:
            return _months(point)
    if not 1 <= point.month <= 12:
        result.blame(Trouble.MONTH_OUT_OF_RANGE, str(point.month))
        return None
    if point.lunar:
        return _lunar_month(point, result)
    if point.unit is Unit.WEEK:
        return _week(point, result)
    if point.unit is Unit.RANGE:
        return _days_of_month(point)
    return Period.month(year, point.month)


def _year(year: int | None) -> Period:
    if year is not None:
        return Period.year(year)
    return Period(
        start=PartialDate(month=1, day=1), end=PartialDate(month=12, day=31), unit=Unit.YEAR
    )


def _months(point: Point) -> Period:
    first, last = point.first or 1, point.last or 12
    return Period(
        start=PartialDate(year=point.year, month=first, day=1),
        end=PartialDate(year=point.year, month=last, day=last_day(point.year, last)),
    )


def _days_of_month(point: Point) -> Period:
    month = point.month or 1
    end = last_day(point.year, month)
    first, last = point.first or 1, min(point.last or end, end)
    if first < 0:
        first += end + 1
    return Period(
        start=PartialDate(year=point.year, month=month, day=first),
        end=PartialDate(year=point.year, month=month, day=last),
    )


def _week(point: Point, result: Resolved) -> Period:
    """The n-th week of a month: its seven days from the first on; the last, its last seven.

    Where the month does not begin on a Monday, the n-th week may also be meant from Monday to
    Sunday, the first being the one with the first Monday: that is the alternative.
    """
    month = point.month or 1
    end = last_day(point.year, month)
    number = point.number or 1
    first = end - 6 if number == -1 else number * 7 - 6
    last = min(first + 6, end)
    if point.year is not None and number > 0:
        weekday = datetime.date(point.year, month, 1).isoweekday()
        monday = number * 7 - 6 + (8 - weekday) % 7
        if weekday != 1 and monday + 6 <= end:
            result.alternatives.append(
                Period(
                    start=PartialDate(year=point.year, month=month, day=monday),
                    end=PartialDate(year=point.year, month=month, day=monday + 6),
                    unit=Unit.WEEK,
                )
            )
    return Period(
        start=PartialDate(year=point.year, month=month, day=first),
        end=PartialDate(year=point.year, month=month, day=last),
        unit=Unit.WEEK,
    )


def _lunar_month(point: Point, result: Resolved) -> Period | None:
    month = LunarDate(month=point.month or 1, year=point.year, leap=point.leap)
    if point.year is None:
        return Period(unit=Unit.MONTH, lunar=month)
    try:
        first, last = month.earliest, month.latest
    except MissingExtraError:
        result.blame(Trouble.NEEDS_EXTRA, "danvan[lunar]")
        return Period(unit=Unit.MONTH, lunar=month)
    if first is None or last is None:
        result.blame(Trouble.NO_SUCH_LUNAR_DAY, str(month))
        return None
    return Period(
        start=PartialDate.of(first), end=PartialDate.of(last), unit=Unit.MONTH, lunar=month
    )


# --- from the reference ---------------------------------------------------------------------------


def _shifted(point: Point, reference: PartialDate | None, result: Resolved) -> Point | Value | None:
    """What "hôm nay", "tuần tới", "tháng sau", "năm nay" are on the day of the document."""
    today = None if reference is None else reference.earliest
    shift = point.shift or 0
    if reference is None or today is None:
        result.blame(Trouble.NEEDS_REFERENCE)
        return None
    if point.unit is Unit.YEAR:
        return attrs.evolve(point, year=today.year + shift, from_reference=False)
    if point.unit is Unit.QUARTER:
        index = today.year * 4 + (today.month - 1) // 3 + shift
        return attrs.evolve(point, year=index // 4, number=index % 4 + 1, from_reference=False)
    if (
        point.unit is Unit.MONTH
        or point.day is not None
        or point.first is not None
        or (point.unit is Unit.WEEK and point.number is not None)
    ):
        index = today.year * 12 + today.month - 1 + shift
        return attrs.evolve(point, year=index // 12, month=index % 12 + 1, from_reference=False)
    if not reference.is_day:
        result.blame(Trouble.NEEDS_REFERENCE)
        return None
    try:
        return _day_or_week(point, today, shift)
    except (OverflowError, ValueError):
        result.blame(Trouble.YEAR_OUT_OF_RANGE, str(today))
        return None


def _day_or_week(point: Point, today: pendulum.Date, shift: int) -> PartialDate | Period:
    if point.unit is not Unit.WEEK and point.number is None:
        return PartialDate.of(today.add(days=shift))
    monday = today.add(days=7 * shift - today.weekday())
    if point.unit is Unit.WEEK:
        sunday = monday.add(days=6)
        return Period(
            start=PartialDate.of(monday),
            end=PartialDate.of(sunday),
            unit=Unit.WEEK,
            part=point.part,
        )
    return PartialDate.of(monday.add(days=(point.number or 1) - 1))


# --- ranges ---------------------------------------------------------------------------------------


def _range(
    first: Point, last: Point, reference: PartialDate | None, result: Resolved
) -> Value | None:
    """From one point to another; what the left lacks, the right gives."""
    first, last = _shared(first, last, reference)
    start = _one(first, reference, result)
    end = _one(last, reference, result)
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
        return _dated(first, reference), _dated(last, reference)
    if not first.has_year and last.year is not None:
        return attrs.evolve(first, year=last.year - crosses, cycle=last.cycle), last
    if not last.has_year and first.year is not None:
        return first, attrs.evolve(last, year=first.year + crosses, cycle=first.cycle)
    first, last = _dated(first, reference), _dated(last, reference)
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
    value = _one(_dated(clause.points[0], reference), reference, result)
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
