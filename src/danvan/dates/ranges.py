"""The grammar of several days, several periods, and ranges from one to another."""

from __future__ import annotations

from typing import TYPE_CHECKING

from danvan.dates import numerals, years
from danvan.dates.clause import Clause
from danvan.dates.context import is_cut_short
from danvan.dates.days import day
from danvan.dates.long import horizon, long_period
from danvan.dates.periods import period
from danvan.dates.point import Point
from danvan.dates.unit import Part, Unit

if TYPE_CHECKING:
    from danvan.dates.tokens import Stretch

_BETWEEN = frozenset({",", "và", "+"})
_MOST_ITEMS = 31
_LISTED = frozenset({Unit.MONTH, Unit.QUARTER, Unit.YEAR})
_WORD_OF = {Unit.MONTH: "tháng", Unit.QUARTER: "quý", Unit.YEAR: "năm"}


def times(t: Stretch, i: int, *, related: bool = False) -> Clause | None:
    """Days, periods or a range that begin at a token, without the relation before them.

    ``related`` says that a relation stands before: then digits alone may be a date.
    """
    if t.kind(i) == "từ":
        return _from(t, i)
    clause = long_period(t, i)
    if clause is None:
        clause = _listed_or_ranged(t, i, related=related)
    if clause is None:
        return None
    ahead = horizon(t, clause.stop)
    if ahead and clause.unit is not Unit.SCHOOL_YEAR:
        clause.horizon, clause.stop = ahead[:2], ahead[2]
    return clause


def _listed_or_ranged(t: Stretch, i: int, *, related: bool) -> Clause | None:
    j = i + 1 if t.kind(i) == "các" and t.kind(i + 1) in {"ngày", "tháng", "quý", "năm"} else i
    days = _days(t, j, gathered=j > i, related=related)
    if days:
        return Clause(begin=i if len(days) > 1 else j, stop=days[-1].stop, points=days)
    first = _first(t, j, related=related)
    if first is None:
        return None
    ranged = _to(t, j, first)
    if ranged:
        return ranged
    if first.unit is Unit.DAY and first.month is None and not (first.blank or first.from_reference):
        return None
    if (
        first.day is None
        and first.month is None
        and first.number is None
        and not (first.has_year or first.cycle is not None or first.from_reference or first.last)
        and not first.blank
    ):
        return None
    if first.unit in _LISTED and first.part is None and not first.from_reference:
        points = _periods(t, first)
        return Clause(begin=i if len(points) > 1 else j, stop=points[-1].stop, points=points)
    return Clause(begin=j, stop=first.stop, points=[first])


# --- several days ---------------------------------------------------------------------------------


def _days(t: Stretch, i: int, *, gathered: bool, related: bool) -> list[Point]:
    """As in "ngày 14, 15 và 16/3/2023", "các ngày 07 và 21/8/2024", "ngày 10/5 và 10/11/2024"."""
    if not (t.kind(i) == "ngày" or related or t.kind(i) in {"n", "mùng"}):
        return []
    if i < t.barren:
        return []
    points: list[Point] = []
    found: list[Point] = []
    j = i
    while len(points) < _MOST_ITEMS:
        point = _item(t, j, first=not points)
        if point is None:
            break
        points.append(point)
        if point.month is not None and not is_cut_short(t, point.stop):
            found = list(points)
        j = point.stop
        if t.kind(j) not in _BETWEEN:
            break
        j += 1
        if t.kind(j) in _BETWEEN:
            j += 1
        complete = all(p.year is not None for p in points)
        if t.kind(j) == "ngày" and complete and not gathered and not related:
            break
    if not found and len(points) > 1:
        t.barren = points[-1].stop
    return found if len(found) > 1 else []


def _item(t: Stretch, i: int, *, first: bool) -> Point | None:
    """A day of a list: a date, or a number whose month stands behind a later one."""
    j = t.after(i, "ngày")
    read = numerals.small(t, j)
    if read and t.kind(read[1]) in _BETWEEN and (j > i or not first or t.kind(i) != "ngày"):
        if first and j == i:
            return None
        return Point(unit=Unit.DAY, day=read[0], stop=read[1]) if 1 <= read[0] <= 31 else None
    point = day(t, i)
    if point is None or point.day is None or point.from_reference:
        return None
    return point


# --- several periods ------------------------------------------------------------------------------


def _periods(t: Stretch, first: Point) -> list[Point]:
    """As in "quý II, III năm 2021", "tháng 3, 4 và 5/2021", "năm 2021, 2022"."""
    points = [first]
    found = [first]
    while len(points) < _MOST_ITEMS:
        j = points[-1].stop
        if t.kind(j) not in _BETWEEN:
            break
        j += 1
        if t.kind(j) in _BETWEEN:
            j += 1
        point = _next_of(t, j, first.unit, counted=first.has_year)
        if point is None or is_cut_short(t, point.stop):
            break
        points.append(point)
        if point.has_year or not first.has_year:
            found = list(points)
    return found


def _next_of(t: Stretch, i: int, unit: Unit, *, counted: bool) -> Point | None:
    """A further period of a unit, with or without its word."""
    if t.kind(i) == _WORD_OF[unit]:
        point = period(t, i)
        return point if point and point.unit is unit and not point.from_reference else None
    return _bare(t, i, unit, needs_year=counted)


def _bare(t: Stretch, i: int, unit: Unit, *, needs_year: bool = False) -> Point | None:
    """A month, quarter or year without its word, behind one that has it."""
    if unit is Unit.YEAR:
        read = numerals.year(t, i)
        return Point(unit=unit, year=read[0], stop=read[1]) if read else None
    if t.kind(i) == "la mã" and unit is Unit.QUARTER:
        number, j = t.number(i), i + 1
    else:
        small = numerals.small(t, i)
        if small is None:
            return None
        number, j = small
    if not 1 <= number <= (12 if unit is Unit.MONTH else 4):
        return None
    point = Point(unit=unit, stop=j)
    if unit is Unit.MONTH:
        point.month = number
    else:
        point.number = number
    year = years.behind_word(t, j) or years.behind_mark(t, j, "/-.")
    if year:
        year.give(point)
    elif needs_year or t.kind(j) in {"tháng", "ngày", "năm", "/", "giờ", "lần"}:
        return None
    return point


# --- ranges ---------------------------------------------------------------------------------------


def _from(t: Stretch, i: int) -> Clause | None:
    """What begins with từ: "từ ngày … đến ngày …", "từ năm 2026 trở đi", "từ nay đến hết năm"."""
    j = i + 1
    if t.kind(j) == "này":
        k = t.after(j + 1, ",")
        end = _end(t, k, None) or (
            _this_year(t, t.after(k + 1, "hết")) if t.kind(k) == "đến" else None
        )
        if end is None:
            return None
        return Clause(begin=i, stop=end.stop, points=[end], since_now=True)
    first = _first(t, j, related=True) or _this_year(t, j)
    if first is None:
        return None
    ranged = _to(t, j, first)
    if ranged is not None:
        ranged.begin = i
        return ranged
    if first.end_time is not None:
        return Clause(begin=i, stop=first.stop, points=[first])
    if t.kind(first.stop) == "trở đi":
        return Clause(begin=i, stop=first.stop + 1, points=[first], onwards=True)
    return None


def _this_year(t: Stretch, i: int) -> Point | None:
    """As in "đầu năm", "cuối năm", "năm" between từ nay and đến nay: the year of the document."""
    part = t.values[i] if t.kind(i) == "đầu" else None
    j = i + 1 if part is not None else i
    if t.kind(j) != "năm" or (part is None and t.kind(i - 1) != "hết"):
        return None
    point = Point(unit=Unit.YEAR, shift=0, from_reference=True, stop=j + 1)
    point.part = part if isinstance(part, Part) else None
    return point


def _first(t: Stretch, i: int, *, related: bool) -> Point | None:
    """The left end of a range, which may lack what the right end has."""
    point = day(t, i) or period(t, i)
    if point is not None:
        return point
    if related:
        month = numeric_month(t, i)
        if month:
            return month
    years_from = numerals.year(t, i) if related and t.digits(i) == 4 else None
    if years_from:
        k = years_from[1]
        ahead = numerals.year(t, t.after(t.after(k + 1, "hết"), "năm"))
        if t.kind(k) in {"-", "đến"} and ahead and 1900 <= years_from[0] <= ahead[0] < 2100:
            return Point(unit=Unit.YEAR, year=years_from[0], stop=k)
        if horizon(t, k) and 1900 <= years_from[0] < 2100:
            return Point(unit=Unit.YEAR, year=years_from[0], stop=k)
        return None
    j = t.after(i, "ngày")
    word = t.kind(j)
    if word in {"tháng", "quý", "năm"}:
        if word != "năm":
            return None
        j += 1
    elif j == i and not (related and t.kind(i) == "n"):
        return None
    read = numerals.year(t, j) if word == "năm" else numerals.small(t, j)
    if read is None or t.kind(read[1]) not in {"-", "đến"}:
        return None
    if word == "năm":
        return Point(unit=Unit.YEAR, year=read[0], stop=read[1])
    return Point(unit=Unit.DAY, day=read[0], stop=read[1])


def numeric_month(t: Stretch, i: int) -> Point | None:
    """A month in digits: "9/2024"."""
    if t.kinds[i : i + 3] != ["n", "/", "n"] or not (t.is_tight(i + 1) and t.is_tight(i + 2)):
        return None
    if t.digits(i) > 2 or t.digits(i + 2) != 4 or not 1 <= t.number(i) <= 12:
        return None
    year = numerals.year(t, i + 2)
    if year is None:
        return None
    return Point(unit=Unit.MONTH, month=t.number(i), year=year[0], loose=True, stop=year[1])


def _to(t: Stretch, begin: int, first: Point) -> Clause | None:
    """The rest of a range whose left end was read."""
    j = first.stop
    j = t.after(j, ",") if t.kind(j + 1) == "đến" else j
    if t.kind(j) == "đến":
        if t.kind(j + 1) == "này":
            return Clause(begin=begin, stop=j + 2, points=[first], until_now=True)
        end = _end(t, j, first)
    elif t.kind(j) == "-":
        end = _right(t, j + 1, first)
    else:
        return None
    if end is None or is_cut_short(t, end.stop):
        return None
    if first.day is not None and first.month is None and end.unit is not Unit.DAY:
        if end.unit is Unit.MONTH and end.loose:
            first = Point(unit=Unit.MONTH, month=first.day, stop=first.stop)
        else:
            return None
    return Clause(begin=begin, stop=end.stop, points=[first], to=end)


def _end(t: Stretch, i: int, first: Point | None) -> Point | None:
    """The right end behind "đến (hết)"."""
    if t.kind(i) != "đến":
        return None
    j = t.after(i + 1, "hết")
    return _right(t, j, first)


def _right(t: Stretch, i: int, first: Point | None) -> Point | None:
    if first is not None and first.unit in {Unit.MONTH, Unit.QUARTER, Unit.YEAR}:
        if first.unit is Unit.MONTH:
            month = numeric_month(t, i)
            if month:
                return month
        if t.kind(i) in {"n", "la mã", "số", "mười"} and not first.from_reference:
            named = day(t, i) if t.kind(i) == "n" else None
            if named is None:
                return _bare(t, i, first.unit)
            return named if named.has_year else None
    point = day(t, i) or period(t, i)
    if point is None and first is None:
        return numeric_month(t, i)
    if point is None:
        point = numeric_month(t, i)
    return point
