"""Values in Vietnamese words, as administrative documents have them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from danvan.dates.limit import TimeLimit
from danvan.dates.lunar import LunarDate
from danvan.dates.partial import Days, PartialDate
from danvan.dates.period import Period
from danvan.dates.recurrence import Recurrence
from danvan.dates.unit import Every, Part, Unit

if TYPE_CHECKING:
    from danvan.dates.expression import Value

Style = Literal["long", "short", "party"]

_ROMAN = ("I", "II", "III", "IV")
_PARTS = {Part.BEGIN: "đầu ", Part.MID: "giữa ", Part.END: "cuối "}
_UNITS = {Every.DAY: "ngày", Every.WEEK: "tuần", Every.MONTH: "tháng", Every.QUARTER: "quý",
          Every.HALF_YEAR: "6 tháng", Every.YEAR: "năm"}  # fmt: skip
_WEEKDAYS = ("thứ Hai", "thứ Ba", "thứ Tư", "thứ Năm", "thứ Sáu", "thứ Bảy", "Chủ nhật")
_ORDINALS = {1: "đầu tiên", 2: "thứ hai", 3: "thứ ba", 4: "thứ tư", 5: "thứ năm", -1: "cuối cùng"}
_MONTHS_OF = {1: "đầu", 2: "thứ hai", 3: "thứ ba", -1: "cuối"}


def worded(value: Value, style: Style = "long") -> str:
    """A value in words (thể thức), which `danvan.dates.parse` reads back.

    Days under 10 and the months 1 and 2 have a zero before them, the other months none (Nghị định
    30/2020/NĐ-CP, Phụ lục I, phần II, mục I, khoản 4).

    >>> worded(PartialDate.parse("2023-02-08"))
    'ngày 08 tháng 02 năm 2023'
    >>> worded(PartialDate.parse("2024-08-05"), "short")
    '05/8/2024'
    >>> worded(Period.quarter(2024, 2), "short")
    'quý II/2024'

    Args:
        value: a value of this package.
        style: "long" as in the place line, "short" in digits, "party" as the Party cites: digits
            behind the word ngày (Hướng dẫn 36-HD/VPTW).

    Raises:
        ValueError: for a value that no common wording says.
    """
    match value:
        case PartialDate():
            return _date(value, style)
        case Days():
            return "các ngày " + _joined([_numeric(day) for day in value.days])
        case Period():
            return _period(value, style)
        case Recurrence():
            return _recurrence(value)
        case TimeLimit():
            return _term(value)
        case LunarDate():
            return _lunar(value)


def _joined(parts: list[str]) -> str:
    return ", ".join(parts[:-1]) + " và " + parts[-1]


def _day(day: int | None) -> str:
    return "…" if day is None else f"{day:02d}"


def _month(month: int | None) -> str:
    if month is None:
        return "…"
    return f"{month:02d}" if month < 3 else str(month)


def _year(date: PartialDate) -> str:
    if date.year is not None:
        return f"{date.year:04d}"
    return "…" if date.century is None else f"{date.century:02d}…"


def _numeric(date: PartialDate) -> str:
    text = f"{_day(date.day)}/{_month(date.month)}"
    return text if date.year is None and date.century is None else f"{text}/{_year(date)}"


def _date(date: PartialDate, style: Style) -> str:
    if date.precision is not Unit.DAY:
        named = date.month is not None or date.precision is Unit.MONTH
        month = f"tháng {_month(date.month)} " if named else ""
        return f"{month}năm {_year(date)}"
    if style == "long" or date.month is None:
        text = f"ngày {_day(date.day)} tháng {_month(date.month)}"
        unknown = date.year is None and date.century is None
        return text if unknown else f"{text} năm {_year(date)}"
    full = style == "short" and date.is_day
    return _numeric(date) if full else f"ngày {_numeric(date)}"


def _period(period: Period, style: Style) -> str:
    text = _PARTS[period.part] if period.part is not None else ""
    text += _span(period, style)
    if period.continuous:
        text = f"thường xuyên trong {text}"
    if period.horizon is not None:
        text += f", {period.horizon.label} đến năm {period.horizon.end.year}"
    return text


def _span(period: Period, style: Style) -> str:
    if period.years:
        return _of_school(period)
    start, end = period.start, period.end
    if start is None:
        if end is None:
            msg = f"no wording says {period}"
            raise ValueError(msg)
        return f"từ nay đến hết {_date(end, 'party')}"
    if end is None:
        return f"từ {_date(start, 'party')} trở đi"
    year = "" if start.year is None else f" năm {start.year:04d}"
    if style != "long" and start.year is not None:
        year = f"/{start.year:04d}"
    match period.unit:
        case Unit.YEAR:
            return f"năm {_year(start)}"
        case Unit.HALF:
            half = "đầu" if start.month == 1 else "cuối"
            return f"6 tháng {half} năm" + ("" if start.year is None else f" {start.year:04d}")
        case Unit.QUARTER:
            return f"quý {_ROMAN[((start.month or 1) - 1) // 3]}{year}"
        case Unit.MONTH if period.lunar is None:
            return f"tháng {_month(start.month)}{year}"
        case Unit.TERM:
            return f"nhiệm kỳ {_year(start)} - {_year(end)}"
    whole = (start.month, start.day, end.month, end.day) == (1, 1, 12, 31)
    if whole and start.year is not None and start.year != end.year:
        return f"giai đoạn {_year(start)} - {_year(end)}"
    return f"từ {_date(start, style)} đến {_date(end, style)}"


def _of_school(period: Period) -> str:
    first, last = period.years
    semester = ""
    if period.unit is Unit.SEMESTER and period.number is not None:
        semester = f"học kỳ {_ROMAN[period.number - 1]} "
    return f"{semester}năm học {first} - {last}"


def _recurrence(recurrence: Recurrence) -> str:
    if recurrence.items:
        return "định kỳ " + ", ".join(_recurrence(item) for item in recurrence.items)
    every = recurrence.every
    if every is None:
        return "thường xuyên"
    unit = _UNITS[every]
    if recurrence.times is not None:
        least = "ít nhất " if recurrence.at_least else ""
        return f"{least}{recurrence.times:02d} lần/{unit}"
    if recurrence.interval > 1:
        return f"{recurrence.interval} {unit} một lần"
    place = _place(recurrence)
    if recurrence.month_of_period is not None:
        return f"{place} của tháng {_MONTHS_OF[recurrence.month_of_period]} {unit}"
    cycle = "6 tháng một lần" if every is Every.HALF_YEAR else f"hằng {unit}"
    return f"{place} {cycle}" if place else cycle


def _place(recurrence: Recurrence) -> str:
    """The day within the period."""
    if recurrence.working_day is not None:
        return f"ngày làm việc {_ORDINALS[recurrence.working_day]}"
    if recurrence.weekday is not None:
        day = _WEEKDAYS[recurrence.weekday - 1]
        week = recurrence.week_of_month
        return day if week is None else f"{day} tuần {_ORDINALS[week]}"
    if recurrence.quarters:
        return "quý " + ", ".join(_ROMAN[q - 1] for q in recurrence.quarters)
    lunar = " âm lịch" if recurrence.lunar else ""
    if recurrence.months and recurrence.days:
        pairs = [f"{d:02d}/{_month(m)}" for m in recurrence.months for d in recurrence.days]
        return f"ngày {pairs[0] if len(pairs) == 1 else _joined(pairs)}{lunar}"
    if recurrence.months:
        return "tháng " + ", ".join(_month(m) for m in recurrence.months) + lunar
    if recurrence.days == (-1,):
        return "ngày cuối cùng"
    if recurrence.days:
        days = [f"{d:02d}" for d in recurrence.days]
        return f"ngày {days[0] if len(days) == 1 else _joined(days)}{lunar}"
    return ""


def _term(term: TimeLimit) -> str:
    counts = [(term.years, "năm"), (term.months, "tháng"), (term.weeks, "tuần"),
              (term.days, "ngày"), (term.hours, "giờ"), (term.minutes, "phút")]  # fmt: skip
    length = " ".join(f"{n:02d} {unit}" for n, unit in counts if n)
    length += " làm việc" if term.working_days else ""
    if term.anchor is None:
        return f"trong thời hạn {length}"
    if term.back:
        return f"chậm nhất {length} trước khi {term.anchor}"
    return f"trong thời hạn {length} kể từ khi {term.anchor}"


def _lunar(date: LunarDate) -> str:
    leap = " nhuận" if date.leap else ""
    day = "" if date.day is None else f"ngày {date.day:02d} "
    year = "" if date.year is None else f" năm {date.year}"
    return f"{day}tháng {date.month}{leap} âm lịch{year}"
