"""`PartialDate` and `Days`: days of which something may be unknown, and several days at once."""

from __future__ import annotations

import calendar
import datetime
import re

import attrs
import pendulum

from danvan.dates.unit import Unit
from danvan.errors import ParseError

# EDTF (ISO 8601-2): 2023-02-08, 2023-02, 2022-02-XX (day left blank), XXXX-04-30, 20XX-03-05.
_EDTF = re.compile(
    r"(?P<year>[0-9]{4}|[0-9]{2}XX|XXXX)(?:-(?P<month>[0-9]{2}|XX)(?:-(?P<day>[0-9]{2}|XX))?)?"
)
_PRECISIONS = (Unit.YEAR, Unit.MONTH, Unit.DAY)
_LEAP_YEAR = 2000


def last_day(year: int | None, month: int) -> int:
    """The last day of a month; of February, the 29th where the year is unknown."""
    return calendar.monthrange(_LEAP_YEAR if year is None else year, month)[1]


def _unknown_first(part: int | None) -> int:
    return -1 if part is None else part


def _finest(date: PartialDate) -> Unit:
    if date.day is not None:
        return Unit.DAY
    return Unit.YEAR if date.month is None else Unit.MONTH


def _is_year(_date: PartialDate, _attribute: object, year: int | None) -> None:
    if year is not None and not datetime.MINYEAR <= year <= datetime.MAXYEAR:
        msg = f"a year is 1 to 9999, not {year}"
        raise ValueError(msg)


def _is_month(_date: PartialDate, _attribute: object, month: int | None) -> None:
    if month is not None and not 1 <= month <= 12:
        msg = f"a month is 1 to 12, not {month}"
        raise ValueError(msg)


def _is_day(date: PartialDate, _attribute: object, day: int | None) -> None:
    if day is None:
        return
    last = 31 if date.month is None else last_day(date.year, date.month)
    if not 1 <= day <= last:
        msg = f"a day of that month is 1 to {last}, not {day}"
        raise ValueError(msg)


def _is_century(date: PartialDate, _attribute: object, century: int | None) -> None:
    if century is not None and (date.year is not None or not 0 <= century <= 99):
        msg = "a century (0 to 99) stands only where the year is unknown"
        raise ValueError(msg)


def _is_precision(date: PartialDate, _attribute: object, precision: Unit) -> None:
    if precision not in _PRECISIONS or _PRECISIONS.index(precision) < _PRECISIONS.index(
        _finest(date)
    ):
        msg = f"{precision} is no precision for what is known"
        raise ValueError(msg)


@attrs.frozen(kw_only=True, order=True, repr=False)
class PartialDate:
    """A date of which parts may be unknown (ngày, tháng, năm; có thể còn để trống).

    ``precision`` is the finest part that is named, even if it was left blank: a month date
    (``2022-02``) is not a day that was left blank (``2022-02-XX``). ``century`` holds the first two
    digits of a year printed as ``20…``. Order puts unknown parts first.

    >>> PartialDate(year=2022, month=2, precision=Unit.DAY)
    PartialDate('2022-02-XX')
    >>> PartialDate.parse("2023-02").latest
    Date(2023, 2, 28)
    >>> PartialDate(month=4, day=30).latest is None
    True
    """

    year: int | None = attrs.field(default=None, validator=_is_year, eq=True, order=_unknown_first)
    month: int | None = attrs.field(default=None, validator=_is_month, order=_unknown_first)
    day: int | None = attrs.field(default=None, validator=_is_day, order=_unknown_first)
    century: int | None = attrs.field(default=None, validator=_is_century, order=_unknown_first)
    precision: Unit = attrs.field(
        default=attrs.Factory(_finest, takes_self=True), validator=_is_precision
    )

    @classmethod
    def of(cls, day: datetime.date) -> PartialDate:
        """The date that is fully known."""
        return cls(year=day.year, month=day.month, day=day.day)

    @classmethod
    def parse(cls, text: str) -> PartialDate:
        """Read an EDTF date, as `str` gives it.

        Raises:
            ParseError: if the text is not one, or names a day that cannot be.
        """
        match = _EDTF.fullmatch(text)
        if match is None:
            raise ParseError("expected an EDTF date such as 2023-02-08 or 2022-02-XX", text=text)
        year, month, day = match.group("year", "month", "day")
        precision = Unit.YEAR if month is None else Unit.MONTH if day is None else Unit.DAY
        try:
            return cls(
                year=int(year) if year.isdecimal() else None,
                month=None if month in {None, "XX"} else int(month),
                day=None if day in {None, "XX"} else int(day),
                century=int(year[:2]) if year.endswith("XX") and year != "XXXX" else None,
                precision=precision,
            )
        except ValueError as error:
            raise ParseError(str(error), text=text) from None

    @property
    def is_day(self) -> bool:
        """Whether year, month and day are known."""
        return self.day is not None and self.month is not None and self.year is not None

    @property
    def earliest(self) -> pendulum.Date | None:
        """The first day it can be, None without a year."""
        if self.year is None:
            return None
        if self.month is None:
            return pendulum.Date(self.year, 1, self.day or 1)
        return pendulum.Date(self.year, self.month, self.day or 1)

    @property
    def latest(self) -> pendulum.Date | None:
        """The last day it can be, None without a year."""
        if self.year is None:
            return None
        month = 12 if self.month is None else self.month
        return pendulum.Date(self.year, month, self.day or last_day(self.year, month))

    def __str__(self) -> str:
        if self.year is not None:
            text = f"{self.year:04d}"
        else:
            text = "XXXX" if self.century is None else f"{self.century:02d}XX"
        if self.precision is Unit.YEAR:
            return text
        text += "-XX" if self.month is None else f"-{self.month:02d}"
        if self.precision is Unit.MONTH:
            return text
        return text + ("-XX" if self.day is None else f"-{self.day:02d}")

    def __repr__(self) -> str:
        return f"{type(self).__name__}({str(self)!r})"


def _are_days(_days: Days, _attribute: object, days: tuple[PartialDate, ...]) -> None:
    if len(days) < 2 or any(d.day is None for d in days):
        msg = "several days are two or more, each with its day"
        raise ValueError(msg)


@attrs.frozen(repr=False)
class Days:
    """Several days (các ngày), in the order of the text.

    >>> str(Days.parse("{2024-08-07,2024-08-21}"))
    '{2024-08-07,2024-08-21}'
    """

    days: tuple[PartialDate, ...] = attrs.field(validator=_are_days)

    @classmethod
    def parse(cls, text: str) -> Days:
        """Read an EDTF set of days, as `str` gives it.

        Raises:
            ParseError: if the text is not one.
        """
        if not (text.startswith("{") and text.endswith("}")):
            raise ParseError("expected a set of days such as {2024-08-07,2024-08-21}", text=text)
        days = tuple(PartialDate.parse(part) for part in text[1:-1].split(","))
        try:
            return cls(days)
        except ValueError as error:
            raise ParseError(str(error), text=text) from None

    @property
    def earliest(self) -> pendulum.Date | None:
        """The first of the days, None where one lacks its year."""
        days = [d.earliest for d in self.days]
        known = [d for d in days if d is not None]
        return min(known) if len(known) == len(days) else None

    @property
    def latest(self) -> pendulum.Date | None:
        """The last of the days, None where one lacks its year."""
        days = [d.latest for d in self.days]
        known = [d for d in days if d is not None]
        return max(known) if len(known) == len(days) else None

    def __str__(self) -> str:
        return "{" + ",".join(map(str, self.days)) + "}"

    def __repr__(self) -> str:
        return f"{type(self).__name__}({str(self)!r})"
