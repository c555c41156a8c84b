"""The grammar of times of day."""

from __future__ import annotations

import datetime
from typing import TYPE_CHECKING

from danvan.dates import numerals
from danvan.dates.expression import Trouble
from danvan.dates.unit import PartOfDay

if TYPE_CHECKING:
    from danvan.dates.point import Point
    from danvan.dates.tokens import Stretch

# 24 giờ is the end of the day; `datetime.time` has no such time, and 23:59 stands for it.
_END_OF_DAY = (24, 0)


def clock(t: Stretch, i: int) -> tuple[tuple[int, int], int] | None:
    """A time of day: "08 giờ 30 phút", "8 giờ", "17h00", "17h", "8h30'", "08:30", "8 giờ rưỡi"."""
    read = numerals.small(t, i)
    if read is None:
        return None
    hour, j = read
    if t.kind(j) in {"giờ", "h"}:
        tight = t.kind(j) == "h"
        j += 1
        if t.kind(j) == "làm việc" or t.kind(j) == "/":
            return None
        minute = numerals.small(t, j)
        if minute and (t.digits(j) == 2 or t.kind(minute[1]) in {"phút", "'"} or not tight):
            after = minute[1]
            if t.kind(after) in {"phút", "'"}:
                return (hour, minute[0]), after + 1
            if t.kind(after) not in {"/", "-", ".", "giờ", "h", "tháng"} or t.kind(j) != "n":
                return (hour, minute[0]), after
            if t.digits(j) == 2 and t.is_tight(j):
                return (hour, minute[0]), after
        return (hour, 0), j
    if t.kind(j) == ":" and t.is_tight(j) and t.digits(j + 1) == 2 and t.is_tight(j + 1):
        return (hour, t.number(j + 1)), j + 2
    return None


def give_times(point: Point, time: tuple[int, int] | None, end: tuple[int, int] | None) -> None:
    """Set the times of day; an afternoon hour may be counted from noon ("2 giờ chiều")."""
    if time is not None:
        point.time = _time(point, time)
        if end is not None:
            point.end_time = _time(point, end)


def _time(point: Point, clock: tuple[int, int]) -> datetime.time | None:
    hour, minute = clock
    if point.part_of_day in {PartOfDay.AFTERNOON, PartOfDay.EVENING} and 1 <= hour < 12:
        hour += 12
    if (hour, minute) == _END_OF_DAY:
        return datetime.time(23, 59)
    if hour > 23 or minute > 59:
        point.blame(Trouble.TIME_OUT_OF_RANGE, f"{hour}:{minute:02d}")
        return None
    return datetime.time(hour, minute)
