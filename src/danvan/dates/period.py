"""`Period`: a stretch of days with the name it goes by."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

import attrs

from danvan.dates.lunar import LunarDate
from danvan.dates.partial import PartialDate, last_day
from danvan.dates.unit import Part, Unit
from danvan.errors import ParseError

if TYPE_CHECKING:
    import pendulum

# EDTF level 2 numbers the quarters of a year 33 to 36 and its halves 40 and 41.
_QUARTER, _HALF = 32, 39
_NAMED = re.compile(r"(?P<year>[0-9]{4}|XXXX)(?:-(?P<code>[0-9]{2}))?")
_YEARS = re.compile(r"(?P<first>[0-9]{4})/(?P<last>[0-9]{4})")


@attrs.frozen
class Horizon:
    """How far a programme looks beyond its own period (định hướng, tầm nhìn đến năm).

    >>> Horizon("tầm nhìn", PartialDate.parse("2050-12-31")).label
    'tầm nhìn'
    """

    label: str
    end: PartialDate


def _is_bound(_period: Period, _attribute: object, day: PartialDate | None) -> None:
    if day is not None and (day.day is None or day.month is None):
        msg = f"a period begins and ends on days, not on {day}"
        raise ValueError(msg)


def _is_ordered(period: Period, _attribute: object, end: PartialDate | None) -> None:
    start = period.start
    if start is None or end is None:
        return
    if start.year is None and end.year is None:
        return
    if (start.year is None) != (end.year is None):
        msg = "both bounds of a period have a year, or neither"
        raise ValueError(msg)
    if end < start:
        msg = f"a period cannot end on {end} when it begins on {start}"
        raise ValueError(msg)


def _are_years(period: Period, _attribute: object, years: tuple[int, ...]) -> None:
    if years and (period.start is not None or period.end is not None):
        msg = "a period that names years only has no days"
        raise ValueError(msg)
    if years and (len(years) != 2 or not 1 <= years[0] <= years[1] <= 9999):
        msg = f"the years are the first and the last, not {years}"
        raise ValueError(msg)


def _is_number(_period: Period, _attribute: object, number: int | None) -> None:
    if number is not None and not 1 <= number <= 53:
        msg = f"no period has the number {number}"
        raise ValueError(msg)


@attrs.frozen(kw_only=True, repr=False)
class Period:
    """A period (khoảng thời gian): a month, quarter, year, term, or from one day to another.

    ``start`` and ``end`` are the first and last day, both included; either is None where it is
    open. Where the text names no year, neither bound has one. ``part`` names đầu, giữa or cuối
    without moving the bounds. A school year (năm học) has ``years`` and no days: no text says on
    which day it begins. ``number`` counts semesters. ``among`` are the periods that are meant where
    they do not follow each other ("quý I và quý IV"); the bounds are then their envelope.

    >>> Period.month(2023, 2)
    Period('2023-02')
    >>> Period.month(2023, 2).latest
    Date(2023, 2, 28)
    >>> Period.parse("2026-01-01/..").end is None
    True
    """

    start: PartialDate | None = attrs.field(default=None, validator=_is_bound)
    end: PartialDate | None = attrs.field(default=None, validator=[_is_bound, _is_ordered])
    unit: Unit = Unit.RANGE
    part: Part | None = None
    years: tuple[int, ...] = attrs.field(default=(), validator=_are_years)
    number: int | None = attrs.field(default=None, validator=_is_number)
    horizon: Horizon | None = None
    continuous: bool = False
    lunar: LunarDate | None = None
    among: tuple[Period, ...] = ()

    @classmethod
    def year(cls, year: int) -> Period:
        """The whole year (năm)."""
        return cls._months(year, 1, 12, Unit.YEAR)

    @classmethod
    def half(cls, year: int | None, half: int) -> Period:
        """The first or second half of a year (6 tháng đầu năm, 6 tháng cuối năm)."""
        return cls._months(year, half * 6 - 5, half * 6, Unit.HALF)

    @classmethod
    def quarter(cls, year: int | None, quarter: int) -> Period:
        """A quarter, 1 to 4 (quý)."""
        return cls._months(year, quarter * 3 - 2, quarter * 3, Unit.QUARTER)

    @classmethod
    def month(cls, year: int | None, month: int) -> Period:
        """A month, 1 to 12 (tháng)."""
        return cls._months(year, month, month, Unit.MONTH)

    @classmethod
    def _months(cls, year: int | None, first: int, last: int, unit: Unit) -> Period:
        return cls(
            start=PartialDate(year=year, month=first, day=1),
            end=PartialDate(year=year, month=last, day=last_day(year, last)),
            unit=unit,
        )

    @classmethod
    def parse(cls, text: str) -> Period:
        """Read the form that `str` gives.

        It is EDTF (``2023``, ``2023-02``, ``2023-33`` for the first quarter, ``2023-40`` for the
        first half, ``2023-04-05/2023-04-25``, ``2026-01-01/..``), followed where needed by fields
        that EDTF cannot say: ``;unit=term``, ``;part=end``, ``;continuous``, ``;number=1``,
        ``;lunar=…``, ``;horizon=2035-12-31 định hướng``.

        Raises:
            ParseError: if the text is not one.
        """
        head, *rest = text.split(";")
        fields = dict(item.partition("=")[::2] for item in rest)
        try:
            return attrs.evolve(_named(head, text), **_extras(fields, text))
        except ParseError:
            raise
        except ValueError as error:
            raise ParseError(str(error), text=text) from None

    @property
    def earliest(self) -> pendulum.Date | None:
        """The first day, None where it is open or unknown."""
        return None if self.start is None else self.start.earliest

    @property
    def latest(self) -> pendulum.Date | None:
        """The last day, None where it is open or unknown."""
        return None if self.end is None else self.end.latest

    def __str__(self) -> str:
        head, unit = self._head()
        fields = [head]
        if unit is not self.unit:
            fields.append(f"unit={self.unit}")
        if self.part is not None:
            fields.append(f"part={self.part}")
        if self.number is not None:
            fields.append(f"number={self.number}")
        if self.continuous:
            fields.append("continuous")
        if self.lunar is not None:
            fields.append(f"lunar={self.lunar}")
        if self.horizon is not None:
            fields.append(f"horizon={self.horizon.end} {self.horizon.label}")
        return ";".join(fields)

    def _head(self) -> tuple[str, Unit]:
        """The EDTF form, and the unit that it says by itself."""
        if self.among:
            return "{" + ",".join(map(str, self.among)) + "}", Unit.RANGE
        if self.years:
            return f"{self.years[0]:04d}/{self.years[1]:04d}", Unit.SCHOOL_YEAR
        start, end = self.start, self.end
        if start is not None and end is not None:
            for code, unit in _codes(self.unit, start):
                if _named(code, code) == Period(start=start, end=end, unit=unit):
                    return code, unit
        first = ".." if start is None else str(start)
        last = ".." if end is None else str(end)
        return f"{first}/{last}", Unit.RANGE

    def __repr__(self) -> str:
        return f"{type(self).__name__}({str(self)!r})"


def _codes(unit: Unit, start: PartialDate) -> list[tuple[str, Unit]]:
    """The EDTF form that a period of this unit would have, given its first day."""
    year = "XXXX" if start.year is None else f"{start.year:04d}"
    month = start.month or 1
    if unit is Unit.YEAR and start.year is not None:
        return [(year, unit)]
    if unit is Unit.HALF:
        return [(f"{year}-{_HALF + (1 if month < 7 else 2)}", unit)]
    if unit is Unit.QUARTER:
        return [(f"{year}-{_QUARTER + (month + 2) // 3}", unit)]
    if unit is Unit.MONTH:
        return [(f"{year}-{month:02d}", unit)]
    return [(str(start), unit)] if unit is Unit.DAY else []


def _named(head: str, text: str) -> Period:
    """The period that an EDTF form says."""
    if head.startswith("{") and head.endswith("}"):
        among = tuple(Period.parse(part) for part in head[1:-1].split(","))
        return Period(start=among[0].start, end=among[-1].end, among=among)
    if years := _YEARS.fullmatch(head):
        return Period(years=(int(years["first"]), int(years["last"])), unit=Unit.SCHOOL_YEAR)
    if "/" in head:
        first, _, last = head.partition("/")
        return Period(
            start=None if first == ".." else PartialDate.parse(first),
            end=None if last == ".." else PartialDate.parse(last),
        )
    match = _NAMED.fullmatch(head)
    if match is None:
        day = PartialDate.parse(head)
        return Period(start=day, end=day, unit=Unit.DAY)
    year = None if match["year"] == "XXXX" else int(match["year"])
    code = 0 if match["code"] is None else int(match["code"])
    if code == 0 and match["code"] is None and year is not None:
        return Period.year(year)
    if 1 <= code <= 12:
        return Period.month(year, code)
    if _QUARTER < code <= _QUARTER + 4:
        return Period.quarter(year, code - _QUARTER)
    if _HALF < code <= _HALF + 2:
        return Period.half(year, code - _HALF)
    raise ParseError("expected a period such as 2023, 2023-02 or 2023-01-05/2023-02-08", text=text)


def _extras(fields: dict[str, str], text: str) -> dict[str, Any]:
    """The fields behind the EDTF form."""
    extras: dict[str, Any] = {}
    for name, value in fields.items():
        match name:
            case "unit":
                extras[name] = Unit(value)
            case "part":
                extras[name] = Part(value)
            case "number":
                extras[name] = int(value)
            case "continuous":
                extras[name] = True
            case "lunar":
                extras[name] = LunarDate.parse(value)
            case "horizon":
                end, _, label = value.partition(" ")
                extras[name] = Horizon(label, PartialDate.parse(end))
            case _:
                raise ParseError(f"a period has no field {name!r}", text=text)
    return extras
