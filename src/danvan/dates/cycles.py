"""The grammar of cycles: hằng tháng, định kỳ 6 tháng, 2 lần/năm, 3 năm một lần."""

from __future__ import annotations

from typing import TYPE_CHECKING

import attrs

from danvan.dates import numerals
from danvan.dates.recurrence import Recurrence
from danvan.dates.unit import Every

if TYPE_CHECKING:
    from danvan.dates.tokens import Stretch

_EVERY = {"ngày": Every.DAY, "tuần": Every.WEEK, "tháng": Every.MONTH, "quý": Every.QUARTER,
          "năm": Every.YEAR}  # fmt: skip
_BETWEEN = frozenset({",", "và", "/", "-"})
_MOST = 8


@attrs.frozen(kw_only=True)
class Cycle:
    """A cycle as it is read; ``sure`` if its words leave no doubt that it is one."""

    recurrence: Recurrence
    stop: int
    sure: bool = True
    single: bool = True


def cycle(t: Stretch, i: int) -> Cycle | None:
    """The cycle, or the several cycles, that begin at a token."""
    return _often(t, i) or _periodic(t, i)


def unit_cycle(t: Stretch, i: int) -> tuple[Every, int, int] | None:
    """A unit with or without its count: "tháng", "6 tháng", "02 tuần", "1 năm"."""
    if t.kind(i) in _EVERY:
        return _EVERY[t.kind(i)], 1, i + 1
    read = numerals.small(t, i) or (numerals.five(t, i) if t.kind(i + 1) in _EVERY else None)
    if read is None or t.kind(read[1]) not in _EVERY or not 1 <= read[0] <= 60:
        return None
    return _normal(read[0], _EVERY[t.kind(read[1])], read[1] + 1)


def _normal(count: int, every: Every, stop: int) -> tuple[Every, int, int]:
    """Six months are a half-year, as reports have it; any other count stays as it is named."""
    if every is Every.MONTH and count == 6:
        return Every.HALF_YEAR, 1, stop
    return every, count, stop


# --- how often ------------------------------------------------------------------------------------


def _often(t: Stretch, i: int) -> Cycle | None:
    """As in "02 lần/năm", "ít nhất 1 lần mỗi quý", "6 tháng/lần", "3 năm một lần"."""
    j, at_least = i, False
    if t.kind(j) == "định kỳ":
        j += 1
    if t.kind(j) == "ít nhất":
        at_least, j = bool(t.values[j]), j + 1
    return _times_per(t, j, at_least=at_least) or _once_in(t, j)


def _count(t: Stretch, i: int) -> tuple[int, int] | None:
    """As in "02 (hai) lần": the number of times, and the token behind lần."""
    read = numerals.small(t, i) or (numerals.five(t, i) if t.kind(i + 1) == "lần" else None)
    if read and read[0] > 0 and t.kind(read[1]) == "lần":
        return read[0], read[1] + 1
    return None


def _times_per(t: Stretch, i: int, *, at_least: bool) -> Cycle | None:
    """As in "02 lần/năm", "một lần mỗi quý", "2 lần trong năm", "hai lần một tuần"."""
    count = _count(t, i)
    if count is None:
        return None
    times, j = count
    joint = t.kind(j)
    if joint in {"/", "hằng", "hàng", "trong"} or (joint in {"số", "n"} and t.number(j) == 1):
        j += 1
        if joint == "/" or joint == "trong":
            j = t.after(j, "hằng")
            if t.number(j) == 1 and t.kind(j) in {"n", "số"}:
                j += 1
    else:
        return None
    unit = unit_cycle(t, j)
    if unit is None or _is_dated(t, unit[2] - 1):
        return None
    every, interval, stop = unit
    return _with_times(every, interval, times, stop, at_least=at_least)


def _with_times(
    every: Every, interval: int, times: int, stop: int, *, at_least: bool
) -> Cycle | None:
    return Cycle(
        recurrence=Recurrence(every=every, interval=interval, times=times, at_least=at_least),
        stop=stop,
    )


def _once_in(t: Stretch, i: int) -> Cycle | None:
    """As in "6 tháng/lần", "3 năm một lần", "mỗi năm hai lần", "cứ 3 tháng một lần", "quý/lần"."""
    j, worded = i, t.kind(i) in {"hằng", "hàng", "cứ"}
    if worded:
        if t.kind(i) == "hàng" and not _is_cycle_word(t, i):
            return None
        j += 1
        j = t.after(j, "hằng")
    unit = unit_cycle(t, j)
    if unit is None:
        return None
    every, interval, j = unit
    if t.kind(j) == "/" or t.kind(j) == ",":
        k = j + 1
        if t.kind(j) == "/" and t.kind(k) == "lần":
            return Cycle(recurrence=Recurrence(every=every, interval=interval), stop=k + 1)
        if t.kind(j) == ",":
            k = j
        count = _count(t, k)
        if count and count[0] == 1:
            return Cycle(recurrence=Recurrence(every=every, interval=interval), stop=count[1])
        if count and t.kind(j) == "/":
            return _with_times(every, interval, count[0], count[1], at_least=False)
        return None
    k, at_least = j, False
    if t.kind(k) == "ít nhất":
        at_least, k = bool(t.values[k]), k + 1
    if t.kind(k) == "lần":
        return None
    count = _count(t, k)
    if count is None:
        return None
    if t.kind(count[1]) == "/":
        return None
    if count[0] == 1 and not at_least and t.kind(i) not in {"hằng", "hàng"}:
        return Cycle(recurrence=Recurrence(every=every, interval=interval), stop=count[1])
    return _with_times(every, interval, count[0], count[1], at_least=at_least)


# --- plain cycles ---------------------------------------------------------------------------------


def _is_cycle_word(t: Stretch, i: int) -> bool:
    """Whether "hàng" here is "hằng": not of ngân hàng, mặt hàng, bán hàng."""
    before = t.low[max(0, t.starts[i] - 8) : t.starts[i]].split(" ")
    word = before[-2] if len(before) > 1 and not before[-1] else before[-1]
    return word not in _GOODS


_GOODS = frozenset(
    [
        "ngân",
        "mặt",
        "khách",
        "cửa",
        "đơn",
        "bán",
        "nhà",
        "giao",
        "xếp",
        "nhập",
        "mua",
        "đặt",
        "trả",
        "gian",
        "hoá",
        "hóa",
        "nguồn",
        "lô",
        "chở",
        "hậu",
        "lễ",
        "cưới",
        "dãy",
        "lúa",
        "kho",
    ]
)


def _is_dated(t: Stretch, i: int) -> bool:
    """Whether a number makes the unit a date: "hàng tháng 5/2024", "mỗi năm 2023"."""
    j = i + 1
    if t.kind(j) == "n" and t.kind(i) == "ngày":
        return t.kind(j + 1) != "lần"
    if t.kind(j) == "n":
        return t.kind(j + 1) not in {"lần", "tháng", "ngày", "(", "năm"}
    return t.kind(j) in {"la mã", "can chi", "học"}


def _periodic(t: Stretch, i: int) -> Cycle | None:
    """As in "hằng tháng, quý, năm", "định kỳ 6 tháng, 01 năm", "hàng tháng và hàng quý"."""
    if t.kind(i) == "thường niên":
        return Cycle(recurrence=Recurrence(every=Every.YEAR), stop=i + 1)
    found: list[Recurrence] = []
    stop, j, sure, regular = i, i, False, t.kind(i) == "định kỳ"
    if regular:
        j, sure = t.after(j + 1, "báo cáo"), True
        if t.kind(j) == ":":
            j += 1
    while len(found) < _MOST:
        if t.kind(j) in {"hằng", "cứ"} or (t.kind(j) == "hàng" and _is_cycle_word(t, j)):
            sure, j = True, j + 1
        unit = unit_cycle(t, j)
        if unit is None or _is_dated(t, unit[2] - 1):
            break
        if t.kind(unit[2]) in {"đầu", "này", "trước", "sau", "qua", "tới"} and not _is_limit(
            t, unit[2]
        ):
            break
        recurrence = Recurrence(every=unit[0], interval=unit[1])
        if recurrence not in found:
            found.append(recurrence)
        stop = j = unit[2]
        if t.kind(j) not in _BETWEEN:
            break
        j += 1
        if t.kind(j) == "và":
            j += 1
    if not found:
        return None
    if len(found) == 1:
        return Cycle(recurrence=found[0], stop=stop, sure=sure)
    return Cycle(recurrence=Recurrence(items=tuple(found)), stop=stop, sure=sure, single=False)


def _is_limit(t: Stretch, i: int) -> bool:
    """Whether "trước", "sau" here begin a limit: "hằng tháng trước ngày 20"."""
    return t.kind(i) in {"trước", "sau", "đến"} and t.kind(i + 1) in {
        "ngày", "n", "thứ", "hết", "tháng", "sáng"
    }  # fmt: skip
