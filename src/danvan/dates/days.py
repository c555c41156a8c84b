"""The grammar of days: dates long and short, blanks, times of day, weekdays, lunar days."""

from __future__ import annotations

from typing import TYPE_CHECKING

from danvan.dates import numerals, years
from danvan.dates.clock import clock, give_times
from danvan.dates.point import Point
from danvan.dates.unit import PartOfDay, Unit

if TYPE_CHECKING:
    from danvan.dates.tokens import Stretch

_JOINTS = frozenset({",", "là", "của", "buổi"})


def day(t: Stretch, i: int) -> Point | None:
    """A day with what may stand before it: "08 giờ 30 phút, thứ Năm, ngày 16/3/2023"."""
    time = end_time = part = weekday = None
    j, before = i, -1
    while j != before:
        before = j
        if j > i:
            j = t.skip(j, _JOINTS)
        read = clock(t, j) if time is None else None
        if read:
            time, j = read
            span = clock(t, j + 1) if t.kind(j) in {"-", "đến"} else None
            if span:
                end_time, j = span
        elif t.kind(j) == "sáng" and part is None:
            part, j = t.values[j], j + 1
        elif t.kind(j) in {"thứ", "chủ nhật"} and weekday is None:
            weekday, j = t.number(j), j + 1
            j = j + 1 if t.kind(j) in {",", "(", "-"} and t.kind(j + 1) in {"ngày", "n"} else j
    bracketed = j > i and t.kind(j - 1) == "("
    point = _shifted_day(t, j) or _date(t, j, sure=j > i)
    if point is None:
        return None
    if bracketed and t.kind(point.stop) == ")":
        point.stop += 1
    point.weekday = weekday
    if isinstance(part, PartOfDay):
        point.part_of_day = part
    give_times(point, time, end_time)
    _behind(t, point)
    return point


def _behind(t: Stretch, point: Point) -> None:
    """What may stand behind a day: its weekday, its time, in brackets or after a comma."""
    j = point.stop
    opening = t.kind(j) in {",", "("}
    k = j + 1 if opening else j
    if point.weekday is None and opening and t.kind(k) in {"thứ", "chủ nhật"}:
        k += 1
        if t.kind(j) != "(" or t.kind(k) == ")":
            point.weekday = t.number(k - 1)
            point.stop = k + 1 if t.kind(j) == "(" else k
        return
    if point.time is None:
        k = t.after(k, "là")
        read = clock(t, k)
        if read and (opening or k > j) and (t.kind(j) != "(" or t.kind(read[1]) == ")"):
            if t.kind(read[1]) in {"ngày", "thứ", "chủ nhật", "sáng"}:
                return
            give_times(point, read[0], None)
            point.stop = read[1] + 1 if t.kind(j) == "(" else read[1]


def _shifted_day(t: Stretch, i: int) -> Point | None:
    """A day told from the reference: "hôm nay", "thứ sáu tuần tới" (the weekday stands before)."""
    if t.kind(i) == "hôm":
        return Point(unit=Unit.DAY, shift=t.number(i), from_reference=True, stop=i + 1)
    weekday = t.kind(i - 1) in {"thứ", "chủ nhật"}
    if weekday and t.kind(i) == "tuần":
        shift = years.shift_of(t, i + 1)
        if shift is not None:
            point = Point(unit=Unit.DAY, shift=shift, from_reference=True, stop=i + 2)
            point.number = t.number(i - 1)
            return point
    return None


def _date(t: Stretch, i: int, *, sure: bool) -> Point | None:
    """The date itself, with or without the word ngày before it."""
    j = i
    named = t.kind(j) == "ngày"
    if named:
        j += 1
        if t.kind(j) in {"thứ", "chủ nhật"}:
            j += 1
            j += t.kind(j) in {",", "("}
            named = True
    if t.kind(j) == "rằm":
        return _full_moon(t, j)
    mung = t.kind(j) == "mùng"
    if mung:
        j += 1
    if named and not mung:
        blank = _blank(t, j)
        if blank:
            return blank
    for read in (numerals.small(t, j), numerals.split(t, j) if named or mung else None):
        if read is None:
            continue
        point = _month_behind(t, read, named=named or mung or sure)
        if point is None:
            continue
        if t.kind(j) == "n" and read[1] > j + 1 and t.kind(j + 1) == "n":
            t.repaired.add(j)
        point.maybe_lunar = mung and not point.lunar
        point.loose = not (named or mung or sure or point.has_year or point.lunar)
        return _lunar_behind(t, point)
    return None


def _month_behind(t: Stretch, day: numerals.Read, *, named: bool) -> Point | None:
    """The month and year behind a day."""
    number, j = day
    if t.kind(j) == "tết" and (named or number >= 23):
        point = Point(unit=Unit.DAY, day=number, month=1, lunar=True, stop=j + 1)
        year = years.behind_word(t, j + 1)
        if year:
            year.give(point)
        if number >= 23:
            point.month = 12
            point.year = None if point.year is None else point.year - 1
            point.cycle = None if point.cycle is None else (point.cycle - 1) % 60
        return point
    if t.kind(j) == "tháng":
        shift = years.shift_of(t, j + 1) if named else None
        if shift is not None:
            return Point(unit=Unit.DAY, day=number, shift=shift, from_reference=True, stop=j + 2)
        return _worded_month(t, number, j + 1)
    if t.kind(j) in {"/", "-", "."} and t.kind(j) != "":
        return _numeric_month(t, number, j, named=named)
    return None


def month_number(t: Stretch, i: int) -> tuple[int, int, bool] | None:
    """The number of a month behind the word tháng, and whether its name is lunar."""
    if t.kind(i) in {"giêng", "chạp"}:
        return t.number(i), i + 1, True
    if t.kind(i) == "năm":
        ahead = t.kind(i + 1) in {"năm", "/"} and t.kind(i + 2) != "…"
        return (5, i + 1, False) if ahead else None
    read = numerals.split(t, i) if t.kind(i + 2) in {"năm", "/"} else None
    if read and read[0] <= 12:
        t.repaired.add(i)
        return read[0], read[1], False
    read = numerals.small(t, i)
    return (*read, False) if read else None


def _worded_month(t: Stretch, number: int, i: int) -> Point | None:
    """As in "ngày 08 tháng 02 năm 2023", "ngày 8 tháng 2/2023", "ngày 20 tháng 6"."""
    if t.kind(i) == "…":
        point = Point(unit=Unit.DAY, day=number, blank=True, stop=i + 1)
    elif t.kind(i) == "năm" and t.digits(i + 1) == 4:
        # A month left blank, unless "tháng năm" is May.
        point = Point(unit=Unit.DAY, day=number, blank=True, maybe_may=True, stop=i)
    else:
        read = month_number(t, i)
        if read is None:
            return None
        month, stop, lunar = read
        point = Point(unit=Unit.DAY, day=number, month=month, lunar=lunar, stop=stop)
    if t.kind(point.stop) == "nhuận":
        point.leap, point.lunar, point.stop = True, True, point.stop + 1
    _calendar(t, point)
    year = years.behind_word(t, point.stop, short=True) or years.behind_mark(
        t, point.stop, "/-.", short=False
    )
    if year:
        year.give(point)
    elif (t.kind(point.stop) == "năm" and t.kind(point.stop + 1) in {"n", "chain"}) or (
        t.kind(point.stop) == "/" and t.kind(point.stop + 1) in {"n", "chain"}
    ):
        return None
    return point


def _numeric_month(t: Stretch, number: int, i: int, *, named: bool) -> Point | None:
    """As in "8/2/2023", "8-2-2023", "8.2.2023", "22 / 8 / 2024"."""
    mark = t.kind(i)
    spaced = not (t.is_tight(i) and t.is_tight(i + 1))
    if t.kind(i + 1) == "…" and named and mark == "/":
        year = years.behind_mark(t, i + 2, "/")
        return _dated(number, None, year, blank=True) if year else None
    if t.digits(i + 1) not in {1, 2}:
        return None
    month, j = t.number(i + 1), i + 2
    if mark == "/" and named and t.digits(i + 1) == 1 and t.kind(j) == "n":
        apart = numerals.split(t, i + 1)
        if apart and apart[0] <= 12 and t.kind(apart[1]) == "/":
            t.repaired.add(i + 1)
            month, j = apart
    if t.kind(j) in {"/", "-", "."}:
        same = t.kind(j) == mark
        year = None
        if same and (mark != "." or not spaced or named):
            year = years.behind_mark(t, j, mark, short=mark == "/" or named)
        elif named and t.is_tight(j) and t.is_tight(j + 1) and t.digits(j + 1) == 4:
            year = years.behind_mark(t, j, "/-.")
        if year:
            return _dated(number, month, year)
        if same and mark != "-" and (mark == "/" or t.is_tight(j + 1)) and t.kind(j + 1) != "":
            return None
    if mark == "/" or (mark == "-" and named and number > month and not spaced):
        point = Point(unit=Unit.DAY, day=number, month=month, loose=True, stop=j)
        _calendar(t, point)
        year = years.behind_word(t, point.stop)
        if year:
            year.give(point)
            point.loose = False
        return point
    return None


def _dated(day: int | None, month: int | None, year: years.Year, *, blank: bool = False) -> Point:
    point = Point(unit=Unit.DAY, day=day, month=month, blank=blank, stop=year.stop)
    year.give(point)
    return point


def _blank(t: Stretch, i: int) -> Point | None:
    """A day left blank; ``i`` is behind the word ngày.

    "ngày    tháng 02 năm 2022", "ngày … tháng … năm 2020", "ngày    /10/2021", "ngày … tháng …
    năm 20…".
    """
    j = t.after(i, "…")
    if t.kind(j) == "/" and (j > i or not t.is_tight(j)):
        month = t.after(j + 1, "…")
        if t.kind(month) == "/" and month == j + 1:
            year = years.behind_mark(t, month, "/")
            return _dated(None, None, year, blank=True) if year else None
        if month > j + 1 or t.digits(j + 1) in {1, 2}:
            year = years.behind_mark(t, j + 2, "/")
            if year:
                number = None if month > j + 1 else t.number(j + 1)
                return _dated(None, number, year, blank=True)
        return None
    if t.kind(j) != "tháng":
        return None
    if j == i and t.word(j - 2) in {"những", "các", "mấy"}:
        return None
    month_read = month_number(t, j + 1)
    if month_read is None:
        k = t.after(j + 1, "…")
        year = years.behind_word(t, k) or _century_begun(t, k)
        if (
            year is None
            or year.shift is not None
            or (k == j + 1 and year.year is None and year.century is None)
        ):
            return None
        return _dated(None, None, year, blank=True)
    number, stop, _ = month_read
    year = years.behind_word(t, stop) or years.behind_mark(t, stop, "/-")
    if year is None:
        return Point(unit=Unit.DAY, month=number, blank=True, stop=stop) if j > i else None
    return _dated(None, number, year, blank=True)


def _century_begun(t: Stretch, i: int) -> years.Year | None:
    """The first two digits of a year whose last two are blank: "năm 20   "."""
    if t.kind(i) == "năm" and t.word(i + 1) == "20" and t.kind(i + 2) in {"", ".", ")", ","}:
        return years.Year(century=20, stop=i + 2)
    return None


def _full_moon(t: Stretch, i: int) -> Point | None:
    """Rằm is the fifteenth of a lunar month: "Rằm tháng Tám năm 2023"."""
    if t.kind(i + 1) != "tháng":
        return None
    point = _worded_month(t, 15, i + 2)
    if point:
        point.lunar = True
        return _lunar_behind(t, point)
    return None


def _calendar(t: Stretch, point: Point) -> None:
    """The name of the calendar, bare or in brackets: "âm lịch", "(ÂL)"."""
    j = t.after(point.stop, "(")
    if t.kind(j) in {"âm lịch", "dương lịch"} and (j == point.stop or t.kind(j + 1) == ")"):
        point.lunar = t.kind(j) == "âm lịch"
        point.sure = True
        point.maybe_lunar = False
        point.stop = j + 1 + (j > point.stop)


def _lunar_behind(t: Stretch, point: Point) -> Point:
    """The calendar and the year that stand behind: "10/3/2022 âm lịch", "10/3 ÂL năm 2022"."""
    was = point.stop
    _calendar(t, point)
    if point.stop > was and not point.has_year and point.cycle is None:
        year = years.behind_word(t, point.stop)
        if year:
            year.give(point)
    if point.lunar:
        point.loose = False
    if point.cycle is not None:
        point.lunar = True
    return point
