"""On which days something is due, as a calendar can say it."""

from __future__ import annotations

import datetime
from typing import TYPE_CHECKING

import attrs
import pendulum
from dateutil.rrule import rrulestr

from danvan.dates import Days, PartialDate, Period, Recurrence, Relation
from danvan.dates.unit import Every
from danvan.errors import MissingExtraError

if TYPE_CHECKING:
    from collections.abc import Iterable

    from danvan.dates import TimeExpression
    from danvan.plan import Plan

_WEEKDAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
_MONTHS_IN = {Every.MONTH: 1, Every.QUARTER: 3, Every.HALF_YEAR: 6, Every.YEAR: 12}
# A rule that names a day of some years only, 29 February, falls on one within eight years.
_LOOK_AHEAD = 12


@attrs.frozen(kw_only=True)
class Due:
    """When something is due: once, on several ``days``, or by a ``rule`` from the first of them.

    ``start`` is the first day on which it may be done, where that is another. Without days it is
    not known when it is due; then ``start`` may be.
    """

    days: tuple[datetime.date, ...] = ()
    rule: str | None = None
    start: datetime.date | None = None


@attrs.frozen
class Window:
    """The days that a plan is about: from its issue or the begin of its period to its end."""

    first: pendulum.Date | None
    last: pendulum.Date | None

    @classmethod
    def of(cls, plan: Plan, recurrence: Recurrence) -> Window:
        """The window in which something recurs.

        It lies a period later where the day lies in the period after the one that it is about.
        """
        issued = None if plan.issued_on is None else plan.issued_on.earliest
        first = last = None
        if plan.period is not None:
            first, last = _known(plan.period)
        months = (recurrence.offset_periods or 0) * _months(recurrence)
        first, last = _later(first, months), _later(last, months)
        starts = [day for day in (issued, first) if day is not None]
        return cls(max(starts, default=None), last)


def _known(period: Period) -> tuple[pendulum.Date | None, pendulum.Date | None]:
    try:
        return period.earliest, period.latest
    except MissingExtraError:
        return None, None


def _months(recurrence: Recurrence) -> int:
    return 0 if recurrence.every is None else _MONTHS_IN.get(recurrence.every, 0)


def _later(day: pendulum.Date | None, months: int) -> pendulum.Date | None:
    if day is None or not months:
        return day
    try:
        return day.add(months=months)
    except (OverflowError, ValueError):
        return None


def dues(when: TimeExpression, plan: Plan) -> tuple[Due, ...]:
    """When something is due: one answer, or one for each cycle of several ("hằng quý và năm").

    A dated limit of a cycle ("định kỳ 6 tháng, trước ngày 10/5/2024") is due on its day alone: on
    which day it comes back is not said.
    """
    value = when.value
    if isinstance(value, Recurrence):
        strict = when.relation is Relation.BEFORE and when.time is None
        return tuple(_recurring(each, plan, strict) for each in value.items or (value,))
    if isinstance(value, Days) and when.latest is not None:
        return (Due(days=tuple(_each(value, when))),)
    start, last = _date(when.earliest), _date(when.latest)
    if last is None:
        return (Due(start=start),)
    return (Due(days=(last,), start=start if start != last else None),)


def _each(value: Days, when: TimeExpression) -> Iterable[datetime.date]:
    known = (_latest_of(day, when) for day in value.days)
    return sorted({day for day in known if day is not None})


def _latest_of(day: PartialDate, when: TimeExpression) -> datetime.date | None:
    return _date(attrs.evolve(when, value=day).latest)


def _recurring(recurrence: Recurrence, plan: Plan, strict: bool) -> Due:
    """The rule of a cycle within the time of the plan.

    Args:
        recurrence: one cycle.
        plan: the plan.
        strict: whether the days named are too late ("trước ngày 25 hằng tháng").
    """
    window = Window.of(plan, recurrence)
    if window.first is None:
        return Due()
    try:
        rule = recurrence.to_rrule()
    except ValueError:
        return Due(days=_listed(recurrence, window, strict))
    if strict and _names_a_day(recurrence):
        earlier = day_before(rule)
        if earlier is None:
            return Due(days=_listed(recurrence, window, strict))
        rule = earlier
    first = _first(rule, window)
    if first is None:
        return Due()
    end = "" if window.last is None else f";UNTIL={_written(window.last)}"
    return Due(days=(first,), rule=rule + end)


def _names_a_day(recurrence: Recurrence) -> bool:
    return bool(recurrence.days or recurrence.weekday or recurrence.working_day)


def _listed(recurrence: Recurrence, window: Window, strict: bool) -> tuple[datetime.date, ...]:
    """The days of a cycle that no rule can say, where it has an end."""
    if window.first is None or window.last is None or window.last < window.first:
        return ()
    period = Period(start=_partial(window.first), end=_partial(window.last))
    try:
        days = recurrence.occurrences(period)
        return tuple(_date_of(day.subtract(days=1) if strict else day) for day in days)
    except (ValueError, OverflowError, MissingExtraError):
        return ()


def _partial(day: datetime.date) -> PartialDate:
    return PartialDate(year=day.year, month=day.month, day=day.day)


def day_before(rule: str) -> str | None:
    """The rule of the days before those of a rule; None where there is no such rule.

    >>> day_before("FREQ=MONTHLY;BYMONTHDAY=25")
    'FREQ=MONTHLY;BYMONTHDAY=24'
    >>> day_before("FREQ=YEARLY;BYMONTH=1,7;BYMONTHDAY=1")
    'FREQ=YEARLY;BYMONTH=12,6;BYMONTHDAY=-1'
    >>> day_before("FREQ=WEEKLY;BYDAY=MO")
    'FREQ=WEEKLY;BYDAY=SU'
    """
    parts = dict(part.split("=") for part in rule.split(";"))
    if "BYMONTHDAY" in parts:
        days = [int(day) for day in parts["BYMONTHDAY"].split(",")]
        if 1 in days and "BYMONTH" in parts:
            if len(days) > 1:
                return None
            months = ((int(month) - 2) % 12 + 1 for month in parts["BYMONTH"].split(","))
            parts["BYMONTH"] = ",".join(map(str, months))
        parts["BYMONTHDAY"] = ",".join(str(-1 if day == 1 else day - 1) for day in days)
    elif parts.get("BYDAY") in _WEEKDAYS:
        parts["BYDAY"] = _WEEKDAYS[_WEEKDAYS.index(parts["BYDAY"]) - 1]
    elif parts["FREQ"] != "DAILY":
        return None
    return ";".join(f"{name}={value}" for name, value in parts.items())


def _first(rule: str, window: Window) -> datetime.date | None:
    first = window.first
    if first is None:
        return None
    ahead = datetime.date(min(first.year + _LOOK_AHEAD, datetime.MAXYEAR), 12, 31)
    until = min(ahead, window.last or ahead)
    start = datetime.datetime.combine(first, datetime.time())
    found = next(iter(rrulestr(f"{rule};UNTIL={_written(until)}", dtstart=start)), None)
    return None if found is None else found.date()


def _written(day: datetime.date) -> str:
    return day.isoformat().replace("-", "")


def _date(day: datetime.date | None) -> datetime.date | None:
    return None if day is None else _date_of(day)


def _date_of(day: datetime.date) -> datetime.date:
    return datetime.date(day.year, day.month, day.day)
