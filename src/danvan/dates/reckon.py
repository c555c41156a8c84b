"""From one point to its value: its year, whether it can be, what day a lunar day is."""

from __future__ import annotations

import datetime
from typing import TYPE_CHECKING

import attrs

from danvan.dates import years
from danvan.dates.expression import Problem, Trouble, Value
from danvan.dates.lunar import LunarDate, solar
from danvan.dates.partial import PartialDate, last_day
from danvan.dates.period import Period
from danvan.dates.point import Point
from danvan.dates.unit import Unit
from danvan.errors import MissingExtraError

if TYPE_CHECKING:
    import pendulum

# A year that is only named (Giáp Thìn) in a document of no date is one of 1984 to 2043.
_MIDDLE_OF_CYCLE = 2013


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


def dated(point: Point, reference: PartialDate | None) -> Point:
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


def value_of(point: Point, reference: PartialDate | None, result: Resolved) -> Value | None:
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
        return day_of(point, result)
    if point.blank:
        return PartialDate(year=point.year, century=point.century, precision=point.unit)
    return _period(point, result)


def day_of(point: Point, result: Resolved) -> PartialDate | LunarDate | None:
    """The day of a point; None, with the reason noted, where there is no such day."""
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
    if point.maybe_may and _is_possible(attrs.evolve(point, month=5), result):
        result.alternatives.append(PartialDate(year=point.year, month=5, day=point.day))
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
