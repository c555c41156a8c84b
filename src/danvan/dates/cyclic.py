"""The grammar of days within a cycle: "ngày 20 của tháng cuối quý", "ngày làm việc cuối cùng"."""

from __future__ import annotations

import datetime
from typing import TYPE_CHECKING, Any

import attrs

from danvan.dates import numerals
from danvan.dates.clock import clock
from danvan.dates.cycles import Cycle, cycle
from danvan.dates.days import month_number
from danvan.dates.periods import ordinal
from danvan.dates.unit import Every, Part

if TYPE_CHECKING:
    from danvan.dates.tokens import Stretch

_EVERY = {"tuần": Every.WEEK, "tháng": Every.MONTH, "quý": Every.QUARTER, "năm": Every.YEAR}
_MOST_DAYS = 31
_NEXT = frozenset({"tới", "sau"})


@attrs.frozen(kw_only=True)
class Place:
    """A place within a cycle: the fields of a recurrence, and the cycle it implies, if any."""

    fields: dict[str, Any]
    stop: int
    every: Every | None = None
    sure: bool = False
    time: datetime.time | None = None


def place(t: Stretch, i: int) -> Place | None:
    """A day of a week, month, quarter or year without date, that begins at a token."""
    part_of_day = time = None
    read = clock(t, i)
    if read:
        (hour, minute), i = read
        if hour > 23 or minute > 59:
            return None
        time = datetime.time(hour, minute)
        i = t.skip(i, frozenset({",", "của", "là"}))
    if t.kind(i) == "buổi":
        i += 1
    if t.kind(i) == "sáng":
        part_of_day, i = t.values[i], i + 1
        i = t.after(i, "của")
    found = (
        _working_day(t, i)
        or _weekday(t, i)
        or _day(t, i)
        or _part(t, i)
        or _week(t, i)
        or _lasts(t, i)
    )
    if found is None:
        return None
    if time is not None:
        found = attrs.evolve(found, time=time)
    if part_of_day is None:
        return found
    return attrs.evolve(found, fields=found.fields | {"part_of_day": part_of_day})


def _working_day(t: Stretch, i: int) -> Place | None:
    """As in "ngày làm việc cuối cùng của tháng", "ngày làm việc thứ 5 của quý sau"."""
    if not (t.kind(i) == "ngày" and t.kind(i + 1) == "làm việc"):
        return None
    read = ordinal(t, i + 2)
    if read is None:
        return None
    return _of_period(t, {"working_day": read[0]}, read[1])


def _weekday(t: Stretch, i: int) -> Place | None:
    """As in "thứ Hai", "thứ Sáu tuần cuối (của) tháng", "thứ hai đầu tiên của tháng"."""
    if t.kind(i) not in {"thứ", "chủ nhật"}:
        return None
    fields: dict[str, Any] = {"weekday": t.number(i)}
    j = i + 1
    k = j + 1 if t.kind(j) == "tuần" else j
    if t.kind(j) == "của" and t.kind(j + 1) == "tuần":
        k = j + 2
    read = ordinal(t, k) if t.kind(k) != "n" or k > j else None
    if read and (read[0] == -1 or 1 <= read[0] <= 5):
        found = _of_period(t, fields | {"week_of_month": read[0]}, read[1])
        if found and found.every is not None:
            return found
        return Place(fields=fields | {"week_of_month": read[0]}, stop=read[1])
    return Place(fields=fields, stop=j)


def _day(t: Stretch, i: int) -> Place | None:
    """As in "ngày 20", "ngày cuối cùng của tháng", "ngày 05 của tháng đầu quý sau"."""
    named = t.kind(i) in {"ngày", "mùng"}
    j = i + 1 if named else i
    lunar = False
    if t.kind(j) == "mùng":
        j += 1
    if t.kind(j) == "rằm":
        named, lunar, read = True, True, (15, j + 1)
    elif named and t.kind(j) in {"cuối cùng", "đầu", "thứ nhất"}:
        first = ordinal(t, j)
        if first is None:
            return None
        read = first
    else:
        small = numerals.small(t, j)
        if small is None or not 1 <= small[0] <= 31 or t.digits(j) > 2:
            return None
        read = small
    fields: dict[str, Any] = {"days": (read[0],)}
    if lunar:
        fields["lunar"] = True
    j = read[1]
    if named and t.kind(j) in {",", "và"} and t.kind(i) == "ngày":
        fields["days"], j = _further_days(t, read[0], j)
    if t.kind(j) in {"/", "-"} and t.digits(j + 1) in {1, 2} and t.kind(j) == "/":
        month = t.number(j + 1)
        if not 1 <= month <= 12 or not 1 <= read[0] <= 31:
            return None
        following = _next_year(t, j + 2)
        if following is None:
            return None
        return Place(
            fields=fields | {"months": (month,), "offset_periods": 1},
            every=Every.YEAR, sure=True, stop=following,
        )  # fmt: skip
    if t.kind(j) == "tháng":
        month_read = month_number(t, j + 1)
        following = _next_year(t, month_read[1]) if month_read else None
        if month_read and following and 1 <= month_read[0] <= 12:
            return Place(
                fields=fields | {"months": (month_read[0],), "offset_periods": 1},
                every=Every.YEAR, sure=True, stop=following,
            )  # fmt: skip
    found = _of_period(t, fields, j) if named else None
    if found is not None and found.every is not None:
        return found
    if not named or t.kind(j) in {"tháng", "làm việc", "giờ", "n", "lần"}:
        return None
    if t.kind(j) in {"/", "-", "."} and t.kind(j + 1) in {"n", "…"}:
        ends = t.kind(j) == "." and not t.is_tight(j + 1)
        if not ends:
            return None
    return Place(fields=fields, stop=j)


def _further_days(t: Stretch, first: int, i: int) -> tuple[tuple[int, ...], int]:
    """The further days of "ngày 10, 20 và 30 hằng tháng"."""
    days, j = [first], i
    while t.kind(j) in {",", "và"} and len(days) < _MOST_DAYS:
        k = t.after(j + 1, "ngày")
        if t.kind(k) == "cuối cùng":
            days.append(-1)
            j = k + 1
            continue
        read = numerals.small(t, k)
        if read is None or not 1 <= read[0] <= 31 or t.kind(read[1]) in {"/", "-", "."}:
            break
        days.append(read[0])
        j = read[1]
    return tuple(days), j


def _next_year(t: Stretch, i: int) -> int | None:
    """As in "của năm sau", "năm liền kề": the token behind."""
    j = t.after(i, "của")
    if t.kind(j) == "năm" and t.kind(j + 1) in _NEXT and j > i:
        return _behind_next(t, j + 1)
    if t.kind(j) == "năm" and t.kind(j + 1) == "tới" and t.number(j + 1) == 1:
        return _behind_next(t, j + 1)
    return None


def _behind_next(t: Stretch, i: int) -> int:
    while t.kind(i) in _NEXT:
        i += 1
    return i


def _of_period(t: Stretch, fields: dict[str, Any], i: int) -> Place | None:
    """The period that a day belongs to: "của tháng", "tháng cuối quý", "của tháng sau"."""
    j = t.after(i, "của")
    belongs = j > i
    if t.kind(j) in {"hằng", "hàng"}:
        unit = _EVERY.get(t.kind(j + 1))
        return Place(fields=fields, every=unit, sure=True, stop=j + 2) if unit else None
    if t.kind(j) == "tháng":
        inner = _month_of(t, fields, j)
        if inner is not None:
            return inner
    unit = _EVERY.get(t.kind(j))
    if unit is None:
        return None
    k = j + 1
    if t.kind(k) in _NEXT and belongs:
        return Place(
            fields=fields | {"offset_periods": 1}, every=unit, sure=True, stop=_behind_next(t, k)
        )
    if t.kind(k) == "tới" and t.number(k) == 1:
        return Place(
            fields=fields | {"offset_periods": 1}, every=unit, sure=True, stop=_behind_next(t, k)
        )
    if t.kind(k) == "báo cáo":
        return Place(fields=fields, every=unit, sure=True, stop=k + 1)
    if t.kind(k) in {"n", "số", "la mã", "này", "trước", "qua", "đến", "năm", "mười"} and not (
        t.kind(k) == "trước" and t.kind(k + 1) in {"ngày", "n"}
    ):
        return None
    known = "days" not in fields or fields["days"] == (-1,) or belongs
    return Place(fields=fields, every=unit, sure=known, stop=k) if known else None


def _month_of(t: Stretch, fields: dict[str, Any], i: int) -> Place | None:
    """As in "tháng cuối (của) quý", "tháng đầu quý sau", "tháng thứ hai của quý"."""
    ordinals = {"thứ", "thứ nhất", "đầu", "cuối cùng"}
    read = ordinal(t, i + 1) if t.kind(i + 1) in ordinals else None
    if read is None:
        return None
    month, j = read
    j = t.after(j, "của")
    j = j + 1 if t.kind(j) in {"hằng", "hàng"} else j
    if t.kind(j) == "quý":
        every = Every.QUARTER
    elif t.kind(j) == "năm":
        every = Every.YEAR
    else:
        return None
    j += 1
    detail: dict[str, Any] = {"month_of_period": month}
    if every is Every.YEAR:
        detail = {"months": ((12 if month == -1 else month),)}
    if t.kind(j) in {"n", "la mã", "năm"} and t.kind(j) != "năm":
        return None
    if t.kind(j) == "sau" or (t.kind(j) == "tới" and t.number(j) == 1):
        detail["offset_periods"] = 1
        j = _behind_next(t, j)
    return Place(fields=fields | detail, every=every, sure=True, stop=j)


def _part(t: Stretch, i: int) -> Place | None:
    """As in "cuối mỗi quý", "đầu hằng năm", "cuối các tháng"."""
    if t.kind(i) != "đầu" or not isinstance(t.values[i], Part):
        return None
    if t.kind(i + 1) not in {"hằng", "hàng"}:
        return None
    unit = _EVERY.get(t.kind(i + 2))
    if unit is None or t.kind(i + 3) == "n":
        return None
    return Place(fields={"part": t.values[i]}, every=unit, sure=True, stop=i + 3)


def _week(t: Stretch, i: int) -> Place | None:
    """As in "tuần cuối hằng tháng", "tuần đầu tiên của tháng"."""
    read = ordinal(t, i + 1) if t.kind(i) == "tuần" else None
    if read is None or not (read[0] == -1 or 1 <= read[0] <= 5):
        return None
    found = _of_period(t, {"week_of_month": read[0]}, read[1])
    return found if found is not None and found.every is Every.MONTH else None


def _lasts(t: Stretch, i: int) -> Place | None:
    """As in "05 ngày cuối tháng", "10 ngày đầu hằng tháng", "trong 3 ngày cuối của quý"."""
    from danvan.dates.recurrence import Window  # noqa: PLC0415

    read = numerals.small(t, i)
    if read is None or t.kind(read[1]) != "ngày" or not 1 <= read[0] <= 31:
        return None
    j = read[1] + 1
    if t.kind(j) == "làm việc" or t.kind(j) not in {"đầu", "cuối cùng", "thứ nhất"}:
        return None
    which = ordinal(t, j)
    if which is None:
        return None
    window = Window(last_days=read[0]) if which[0] == -1 else Window(from_day=1, to_day=read[0])
    found = _of_period(t, {"window": window}, which[1])
    return found if found and t.kind(found.stop) != "n" else None


def joined(place: Place, cycle: Cycle) -> Cycle | None:
    """A place and a cycle that stand beside each other, as one cycle."""
    recurrence = cycle.recurrence
    if not cycle.single or recurrence.every is None:
        return None
    if place.every is not None and place.every is not recurrence.every:
        return None
    try:
        return attrs.evolve(cycle, recurrence=attrs.evolve(recurrence, **place.fields))
    except ValueError:
        return None


__all__ = ["Place", "cycle", "joined", "place"]
