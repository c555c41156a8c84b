"""`Recurrence`: what comes back every week, month, quarter, half-year or year."""

from __future__ import annotations

import datetime
from typing import TYPE_CHECKING

import attrs
import pendulum
from dateutil.rrule import rrulestr

from danvan.dates.bounds import all_within, within
from danvan.dates.lunar import LunarDate, solar
from danvan.dates.unit import Every, Part, PartOfDay
from danvan.errors import ParseError

if TYPE_CHECKING:
    from danvan.dates.period import Period

_MONTHS_IN = {Every.MONTH: 1, Every.QUARTER: 3, Every.HALF_YEAR: 6, Every.YEAR: 12}
_WEEKDAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
_AND = " + "
_NUMBERS = ("month_of_period", "weekday", "week_of_month", "working_day", "offset_periods", "times")
_LISTS = ("days", "months", "quarters")
_MARKS = ("at_least", "lunar", "continuous")
_WINDOW = ("from_day", "to_day", "from_offset", "last_days")


@attrs.frozen(kw_only=True)
class Window:
    """The days of a period between which something is due or counted.

    ``from_offset`` is -1 where ``from_day`` lies in the period before ("từ ngày 15 tháng trước").
    ``last_days`` counts the last days of the period instead.

    >>> Window(from_day=25, to_day=30).to_day
    30
    """

    from_day: int | None = attrs.field(default=None, validator=within(-1, 31))
    to_day: int | None = attrs.field(default=None, validator=within(-1, 31))
    from_offset: int | None = attrs.field(default=None, validator=within(-12, 12))
    last_days: int | None = attrs.field(default=None, validator=within(1, 366))

    def __attrs_post_init__(self) -> None:
        if self.from_day is self.to_day is self.from_offset is self.last_days is None:
            msg = "a window names a day"
            raise ValueError(msg)


def _says_one_thing(
    recurrence: Recurrence, _attribute: object, items: tuple[Recurrence, ...]
) -> None:
    if len(items) == 1 or any(item.items for item in items):
        msg = "several cycles are two or more, each of them one"
        raise ValueError(msg)
    if (recurrence.every is None) != bool(items) and not recurrence.continuous:
        msg = "a recurrence has a cycle, or several of them, or is continuous"
        raise ValueError(msg)


@attrs.frozen(kw_only=True, repr=False)
class Recurrence:
    """A cycle (định kỳ): how often, and on which day of the period.

    A field that the text does not name is None or empty. ``days``, ``months`` and
    ``month_of_period`` count from 1, or from the end with -1. ``offset_periods`` is 1 where the day
    lies in the period after the one it is about ("của năm sau"). ``working_day`` is the n-th
    working day of the period, -1 the last. ``times`` is how often in each period. ``items`` are
    several cycles in one phrase; then, and where it is ``continuous`` (thường xuyên), ``every`` is
    None. With ``lunar``, days and months are those of the lunar calendar.

    >>> Recurrence(every=Every.MONTH, days=(20,)).to_rrule()
    'FREQ=MONTHLY;BYMONTHDAY=20'
    >>> Recurrence.parse("quarter;month_of_period=-1;days=5").to_rrule()
    'FREQ=YEARLY;BYMONTH=3,6,9,12;BYMONTHDAY=5'
    """

    every: Every | None = None
    interval: int = attrs.field(default=1, validator=within(1, 1000))
    days: tuple[int, ...] = attrs.field(default=(), validator=all_within(-1, 31))
    months: tuple[int, ...] = attrs.field(default=(), validator=all_within(1, 12))
    month_of_period: int | None = attrs.field(default=None, validator=within(-6, 6))
    quarters: tuple[int, ...] = attrs.field(default=(), validator=all_within(1, 4))
    weekday: int | None = attrs.field(default=None, validator=within(1, 7))
    week_of_month: int | None = attrs.field(default=None, validator=within(-1, 5))
    working_day: int | None = attrs.field(default=None, validator=within(-31, 31))
    offset_periods: int | None = attrs.field(default=None, validator=within(-12, 12))
    times: int | None = attrs.field(default=None, validator=within(1, 1000))
    at_least: bool = False
    part: Part | None = None
    part_of_day: PartOfDay | None = None
    window: Window | None = None
    lunar: bool = False
    continuous: bool = False
    items: tuple[Recurrence, ...] = attrs.field(default=(), validator=_says_one_thing)

    @classmethod
    def parse(cls, text: str) -> Recurrence:
        """Read the form that `str` gives.

        It is the cycle, with its interval where that is not 1, and the fields that are named, each
        after a semicolon: ``month;days=20``, ``year*3``, ``quarter;month_of_period=-1;days=5``,
        ``month + quarter``.

        Raises:
            ParseError: if the text is not one.
        """
        try:
            if _AND in text:
                return cls(items=tuple(cls.parse(item) for item in text.split(_AND)))
            head, *fields = text.split(";")
            named: dict[str, object] = dict(_field(item) for item in fields)
            window = {name: named.pop(name) for name in _WINDOW if name in named}
            if window:
                named["window"] = Window(**window)  # type: ignore[arg-type]  # checked by the class
            if head != "continuous":
                cycle, _, interval = head.partition("*")
                named |= {"every": Every(cycle), "interval": int(interval or "1")}
            else:
                named["continuous"] = True
            return cls(**named)  # type: ignore[arg-type]  # checked by the class
        except ParseError:
            raise
        except (ValueError, TypeError) as error:
            raise ParseError(str(error), text=text) from None

    def to_rrule(self) -> str:
        """The recurrence rule of RFC 5545.

        A cycle that names no day is given by the last day of each of its periods, as a report for
        the period is. How often in each period (``times``) no rule can say.

        Raises:
            ValueError: for several cycles (ask its ``items``), a continuous one, or lunar days.
        """
        if self.every is None or self.lunar:
            msg = f"no single rule says {self}"
            raise ValueError(msg)
        interval = f";INTERVAL={self.interval}" if self.interval > 1 else ""
        if self.every is Every.DAY:
            return f"FREQ=DAILY{interval}"
        if self.every is Every.WEEK:
            return f"FREQ=WEEKLY{interval};BYDAY={_WEEKDAYS[(self.weekday or 7) - 1]}"
        if self.every is Every.MONTH:
            return f"FREQ=MONTHLY{interval};{self._by_day()}"
        named = self._named_months()
        by_month = ",".join(map(str, named))
        if self.working_day is not None and len(named) > 1 and not interval:
            # BYSETPOS counts in the period of FREQ, and it is the day of each month that is meant.
            return f"FREQ=MONTHLY;BYMONTH={by_month};{self._by_day()}"
        if self.every is Every.YEAR or self.interval == 1:
            return f"FREQ=YEARLY{interval};BYMONTH={by_month};{self._by_day()}"
        months = _MONTHS_IN[self.every] * self.interval
        return f"FREQ=MONTHLY;INTERVAL={months};{self._by_day()}"

    def _by_day(self) -> str:
        if self.working_day is not None:
            return f"BYDAY=MO,TU,WE,TH,FR;BYSETPOS={self.working_day}"
        if self.weekday is not None:
            return f"BYDAY={self.week_of_month or 1}{_WEEKDAYS[self.weekday - 1]}"
        days = self.days
        if self.week_of_month is not None and not days:
            days = (self.week_of_month * 7 if self.week_of_month > 0 else -1,)
        if not days and self.window is not None and self.window.to_day is not None:
            days = (self.window.to_day,)
        return "BYMONTHDAY=" + ",".join(map(str, days or (-1,)))

    def _named_months(self) -> tuple[int, ...]:
        """The months of the year in which its days lie."""
        if self.months:
            return self.months
        if self.quarters:
            place = self.month_of_period or -1
            return tuple(q * 3 + (place + 1 if place < 0 else place - 3) for q in self.quarters)
        length = _MONTHS_IN[self.every or Every.YEAR]
        place = self.month_of_period or (1 if self.offset_periods and self.days else -1)
        first = length + place + 1 if place < 0 else place
        return tuple(range(first, 13, length))

    def occurrences(self, within: Period) -> tuple[pendulum.Date, ...]:
        """The days on which it falls in a period.

        A cycle of several periods ("3 năm một lần") is counted from the beginning of ``within``,
        for no text says when it began. A month without the day ("ngày 31") has none.

        >>> from danvan.dates import Period
        >>> rule = Recurrence(every=Every.QUARTER, month_of_period=-1, days=(5,))
        >>> [str(day) for day in rule.occurrences(Period.half(2024, 1))]
        ['2024-03-05', '2024-06-05']

        Args:
            within: a period with its first and last day.

        Raises:
            ValueError: if ``within`` is open, or the recurrence continuous.
            MissingExtraError: for lunar days without the extra ``lunar``.
        """
        first, last = within.earliest, within.latest
        if first is None or last is None:
            msg = f"the occurrences in {within} have no bounds"
            raise ValueError(msg)
        if self.items:
            found = {day for item in self.items for day in item.occurrences(within)}
            return tuple(sorted(found))
        if self.lunar and not self.continuous:
            return self._lunar_days(first, last)
        start = datetime.datetime.combine(first, datetime.time())
        rule = rrulestr(self.to_rrule(), dtstart=start)
        end = datetime.datetime.combine(last, datetime.time())
        return tuple(
            pendulum.Date(m.year, m.month, m.day) for m in rule.between(start, end, inc=True)
        )

    def _lunar_days(self, first: pendulum.Date, last: pendulum.Date) -> tuple[pendulum.Date, ...]:
        months = range(1, 13) if self.every is Every.MONTH else self.months
        days = (
            solar(LunarDate(day=day, month=month, year=year))
            for year in range(first.year - 1, last.year + 1)
            for month in months
            for day in self.days
        )
        return tuple(sorted(day for day in days if day is not None and first <= day <= last))

    def __str__(self) -> str:
        if self.items:
            return _AND.join(map(str, self.items))
        head = "continuous" if self.every is None else str(self.every)
        fields = [head if self.interval == 1 else f"{head}*{self.interval}"]
        for name in (*_NUMBERS, *_LISTS, "part", "part_of_day", *_MARKS[:2]):
            value = getattr(self, name)
            if isinstance(value, tuple):
                if value:
                    fields.append(f"{name}={','.join(map(str, value))}")
            elif value is True:
                fields.append(name)
            elif value:
                fields.append(f"{name}={value}")
        if self.continuous and self.every is not None:
            fields.append("continuous")
        for name in _WINDOW if self.window is not None else ():
            value = getattr(self.window, name)
            if value is not None:
                fields.append(f"{name}={value}")
        return ";".join(fields)

    def __repr__(self) -> str:
        return f"{type(self).__name__}({str(self)!r})"


def _field(item: str) -> tuple[str, object]:
    """A field of the compact form."""
    name, equals, value = item.partition("=")
    if not equals and name in _MARKS:
        return name, True
    if name in _LISTS:
        return name, tuple(int(number) for number in value.split(","))
    if name in _NUMBERS or name in _WINDOW:
        return name, int(value)
    if name == "part":
        return name, Part(value)
    if name == "part_of_day":
        return name, PartOfDay(value)
    msg = f"a recurrence has no field {name!r}"
    raise ValueError(msg)
