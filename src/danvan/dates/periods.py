"""The grammar of single periods: months, quarters, halves, years, weeks and their parts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from danvan.dates import numerals, years
from danvan.dates.days import month_number
from danvan.dates.point import Point
from danvan.dates.unit import Part, Unit

if TYPE_CHECKING:
    from danvan.dates.tokens import Stretch

_SHIFTED = {"tuần": Unit.WEEK, "tháng": Unit.MONTH, "quý": Unit.QUARTER, "năm": Unit.YEAR}
# "20 năm qua" is a length of time.
_COUNTS = frozenset({"n", "số", "mười", "mươi", "trăm", "chain"})
_QUARTER_WORDS = frozenset(
    {"năm", "của", ",", ".", ")", "(", ":", "", "và", "/", "đến", "-", "hằng"}
)


def period(t: Stretch, i: int) -> Point | None:
    """A period of any kind that begins at a token."""
    match t.kind(i):
        case "tháng":
            return month(t, i) or shifted(t, i)
        case "t":
            return _short_month(t, i)
        case "quý" | "q":
            return quarter(t, i) or shifted(t, i)
        case "năm":
            return year(t, i) or shifted(t, i)
        case "n" | "số" | "mười":
            return _first_months(t, i) or _first_days(t, i)
        case "nửa":
            return _half(t, i)
        case "đầu" | "thứ nhất":
            return _part(t, i)
        case "thượng tuần":
            return _third(t, i)
        case "tuần":
            return _week(t, i) or shifted(t, i)
        case "cả":
            return period(t, i + 1) if t.kind(i + 1) in _SHIFTED else None
    return None


def month(t: Stretch, i: int) -> Point | None:
    """As in "tháng 4/2025", "tháng 7 năm 2020", "tháng mười hai", "tháng Giêng năm Giáp Thìn"."""
    if t.kind(i + 1) == "…":
        return _blank_month(t, i)
    read = month_number(t, i + 1)
    if read is None:
        return None
    number, stop, lunar = read
    if t.kind(stop) in {"ngày", "phần"}:
        return None
    point = Point(unit=Unit.MONTH, month=number, lunar=lunar, stop=stop)
    if t.kind(stop) == "nhuận":
        point.leap, point.lunar, point.stop = True, True, stop + 1
    if t.kind(point.stop) == "âm lịch":
        point.lunar, point.stop = True, point.stop + 1
    return _with_year(t, point)


def _blank_month(t: Stretch, i: int) -> Point | None:
    """A month left blank: "tháng … năm 2024", "tháng …/2024"."""
    year = years.behind_word(t, i + 2) or years.behind_mark(t, i + 2, "/")
    if year is None or (year.year is None and year.century is None):
        return None
    point = Point(unit=Unit.MONTH, blank=True, stop=year.stop)
    year.give(point)
    return point


def _short_month(t: Stretch, i: int) -> Point | None:
    """As in "T3/2021", "T.12-2023"."""
    year = years.behind_mark(t, i + 2, "/-.")
    if year is None:
        return None
    point = Point(unit=Unit.MONTH, month=t.number(i + 1), stop=i + 2)
    year.give(point)
    return point


def quarter(t: Stretch, i: int) -> Point | None:
    """As in "quý I năm 2021", "Quý IV-2024", "quý 2/2020", "quý ba năm 2023", "Q2/2024"."""
    j = i + 1
    kind = t.kind(j)
    if kind in {"đầu", "thứ nhất", "cuối cùng"}:
        return _outer_quarter(t, i)
    if kind == "n" and t.digits(j) > 2:
        return None
    if kind not in {"n", "la mã", "số"}:
        return None
    number, stop = t.number(j), j + 1
    if kind == "số" and (number == 0 or t.kind(stop) not in _QUARTER_WORDS):
        return None
    if t.kind(stop) == "lần" or (kind == "n" and t.digits(j) == 2 and t.number(j) > 12):
        return None
    return _with_year(t, Point(unit=Unit.QUARTER, number=number, stop=stop))


def _outer_quarter(t: Stretch, i: int) -> Point | None:
    """As in "quý đầu năm 2024", "quý cuối năm"."""
    read = ordinal(t, i + 1)
    if read is None or t.kind(t.after(read[1], "của")) not in {"năm", "/"}:
        return None
    return _of_year(t, Point(unit=Unit.QUARTER, number=1 if read[0] == 1 else 4, stop=read[1]))


def _with_year(t: Stretch, point: Point) -> Point | None:
    """The period with the year behind it, if there is one."""
    j = point.stop
    year = years.behind_word(t, j) or years.behind_mark(t, j, "/-.")
    if year and not (
        year.year is None and year.century is None and year.cycle is None and year.shift is None
    ):
        year.give(point)
        point.lunar = point.lunar or point.cycle is not None
    elif t.kind(j) == "/" and t.kind(j + 1) in {"n", "chain"}:
        return None
    elif t.kind(j) == "(" and t.kind(j + 1) == "n" and t.kind(j + 2) == ")":
        named = numerals.year(t, j + 1)
        if named and point.unit is not Unit.YEAR:
            point.year, point.stop = named[0], j + 3
    return point


def year(t: Stretch, i: int) -> Point | None:
    """As in "năm 2020", "năm Giáp Thìn", "năm hai nghìn không trăm hai mươi tư"."""
    read = years.behind_word(t, i)
    if read is None or read.shift is not None:
        return None
    if read.year is None and read.cycle is None and read.century is None:
        return None
    point = Point(unit=Unit.YEAR, stop=read.stop)
    read.give(point)
    point.blank = point.century is not None
    point.lunar = point.year is None and not point.blank
    return point


def shifted(t: Stretch, i: int) -> Point | None:
    """A period told from the reference: "tháng này", "quý sau", "năm nay", "tuần tới"."""
    if t.word(i - 1) in {"các", "những", "cac", "nhung"} or t.kind(i - 1) in _COUNTS:
        return None
    shift = years.shift_of(t, i + 1)
    if shift is None:
        return None
    stop = i + 2
    unit = _SHIFTED[t.kind(i)]
    point = Point(unit=unit, shift=shift, from_reference=True, stop=stop)
    if unit in {Unit.MONTH, Unit.QUARTER} and t.kind(stop) == "năm":
        return None
    return point


def _first_months(t: Stretch, i: int) -> Point | None:
    """As in "6 tháng đầu năm 2020", "06 tháng cuối năm", "9 tháng đầu năm", "3 tháng cuối năm"."""
    read = numerals.small(t, i)
    if read is None or t.kind(read[1]) not in {"tháng", "quý"}:
        return None
    number, j = read[0] * (3 if t.kind(read[1]) == "quý" else 1), read[1] + 1
    if not 1 <= number <= 11 or t.kind(j) != "đầu" or t.values[j] is Part.MID:
        return None
    point = Point(unit=Unit.RANGE, stop=j + 1)
    first = t.values[j] is Part.BEGIN
    point.first, point.last = (1, number) if first else (13 - number, 12)
    if number == 6:
        point.unit, point.number = Unit.HALF, 1 if first else 2
    return _of_year(t, point)


def _of_year(t: Stretch, point: Point) -> Point | None:
    """The year that a half or a stretch of months belongs to; "năm" alone names none."""
    j = point.stop
    if t.kind(j) == "của":
        j += 1
    if t.kind(j) in {"/", "-"}:
        year = years.behind_mark(t, j, "/-")
    else:
        year = years.behind_word(t, j)
        if year is None and t.kind(j) == "năm":
            point.stop = j + 1
            return None if t.kind(j + 1) == "học" else point
    if year is None:
        return None
    year.give(point)
    return point


def _half(t: Stretch, i: int) -> Point | None:
    """As in "nửa cuối năm 2021", "nửa đầu tháng 9/2024", "nửa năm đầu 2021"."""
    j = i + 1
    swapped = t.kind(j) == "năm" and t.kind(j + 1) == "đầu"
    which = j + 1 if swapped else j
    if t.kind(which) != "đầu" or t.values[which] is Part.MID:
        return None
    second = t.values[which] is Part.END
    if swapped:
        named = numerals.year(t, which + 1)
        year = years.behind_word(t, which + 1)
        stop = named[1] if named else year.stop if year else which + 1
        value = named[0] if named else year.year if year else None
        return Point(unit=Unit.HALF, number=1 + second, year=value, stop=stop)
    if t.kind(which + 1) == "tháng":
        inner = month(t, which + 1) or shifted(t, which + 1)
        return _days_of(inner, (16, 31) if second else (1, 15))
    return _of_year(t, Point(unit=Unit.HALF, number=1 + second, stop=which + 1))


def _days_of(month: Point | None, days: tuple[int, int]) -> Point | None:
    """Days of a month, the last of them at most the last of the month."""
    if month is None:
        return None
    month.unit = Unit.DAY if month.unit is Unit.DAY else Unit.RANGE
    month.first, month.last = days
    month.number = -1
    return month


def _first_days(t: Stretch, i: int) -> Point | None:
    """As in "10 ngày đầu tháng 6/2024", "15 ngày cuối tháng 5"."""
    read = numerals.small(t, i)
    if read is None or t.kind(read[1]) != "ngày" or t.kind(read[1] + 1) != "đầu":
        return None
    j = read[1] + 1
    if t.values[j] is Part.MID or not 1 <= read[0] <= 28:
        return None
    k = t.after(j + 1, "của")
    inner = month(t, k) or shifted(t, k) if t.kind(k) == "tháng" else None
    if t.values[j] is Part.BEGIN:
        return _days_of(inner, (1, read[0]))
    return _days_of(inner, (-read[0], 31))


def _third(t: Stretch, i: int) -> Point | None:
    """Thượng, trung, hạ tuần are the days 1 to 10, 11 to 20 and 21 to the end of a month."""
    j = t.after(i + 1, "của")
    if t.kind(j) != "tháng":
        return None
    inner = month(t, j) or shifted(t, j)
    days = {1: (1, 10), 2: (11, 20), 3: (21, 31)}[t.number(i)]
    return _days_of(inner, days)


def ordinal(t: Stretch, i: int) -> tuple[int, int] | None:
    """As in "thứ hai", "thứ 3", "thứ nhất", "đầu", "cuối", "cuối cùng", "3"."""
    kind = t.kind(i)
    if kind == "thứ":
        return t.number(i) + 1, i + 1
    if kind == "thứ nhất":
        return 1, i + 1
    if kind == "cuối cùng":
        return -1, i + 1
    if kind == "đầu":
        if t.values[i] is Part.MID:
            return None
        stop = t.after(i + 1, "cuối cùng")
        return (1 if t.values[i] is Part.BEGIN else -1), t.after(stop, "thứ nhất")
    if kind == "n" and t.digits(i) <= 2:
        return t.number(i), i + 1
    return numerals.in_words(t, i)


def _week(t: Stretch, i: int) -> Point | None:
    """As in "tuần thứ 3 của tháng 01/2024", "tuần cuối tháng 6", "tuần 2 tháng 8 năm 2023"."""
    read = ordinal(t, i + 1)
    if read is None or not (read[0] == -1 or 1 <= read[0] <= 5):
        return None
    j = t.after(read[1], "của")
    inner = month(t, j) or shifted(t, j) if t.kind(j) == "tháng" else None
    if inner is None:
        return None
    inner.unit, inner.number = Unit.WEEK, read[0]
    return inner


def _part(t: Stretch, i: int) -> Point | None:
    """As in "đầu quý IV/2021", "cuối tháng 9/2024", "giữa năm 2023", "cuối năm nay"."""
    if t.kind(i) != "đầu":
        return None
    if t.kind(i + 1) not in _SHIFTED:
        return None
    inner = period(t, i + 1)
    if inner is None or inner.part is not None:
        return None
    part = t.values[i]
    inner.part = part if isinstance(part, Part) else None
    return inner
