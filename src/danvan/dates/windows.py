"""The grammar of windows: the days of a period between which something is due."""

from __future__ import annotations

from typing import TYPE_CHECKING

from danvan.dates import numerals
from danvan.dates.clause import Clause
from danvan.dates.limits import cycle_behind
from danvan.dates.recurrence import Recurrence, Window
from danvan.dates.unit import Every
from danvan.dates.yearly import recur

if TYPE_CHECKING:
    from danvan.dates.tokens import Stretch


def window(t: Stretch, i: int) -> Clause | None:
    """As in "từ ngày 25 đến ngày 30 hằng tháng"."""
    j = i
    if t.kind(j) not in {"từ", "ngày"}:
        return None
    first = _window_day(t, t.after(j, "từ"))
    if first is None:
        return None
    from_day, j = first
    offset = None
    k = t.after(j, "của")
    if t.kind(k) == "tháng" and t.kind(k + 1) == "trước":
        offset, j = -1, k + 2
        j = t.skip(j, frozenset({"tới"}))
    if t.kind(j) not in {"đến", "-"}:
        return None
    j = t.after(j + 1, "hết")
    if t.kind(j) == "ngày" and t.kind(j + 1) == "cuối cùng":
        last: tuple[int, int] | None = (-1, j + 2)
    else:
        last = _window_day(t, j)
    if last is None:
        return None
    to_day, j = last
    window = Window(from_day=from_day, to_day=to_day, from_offset=offset)
    beside = cycle_behind(t, j)
    if beside is not None and beside.single:
        both = recur(beside.recurrence, [{"window": window}])
        return Clause(begin=i, stop=beside.stop, cycle=both) if both else None
    k = t.after(j, "của")
    if t.kind(k) == "tháng" and (
        t.kind(k + 1) == "báo cáo"
        or (k > j and t.kind(k + 1) not in {"n", "số", "mười"})
        or (offset and t.kind(k + 1) == "này")
    ):
        stop = k + 2 if t.kind(k + 1) in {"báo cáo", "này"} else k + 1
        return Clause(begin=i, stop=stop, cycle=Recurrence(every=Every.MONTH, window=window))
    return None


def _window_day(t: Stretch, i: int) -> tuple[int, int] | None:
    read = numerals.small(t, t.after(i, "ngày"))
    if read is None or not 1 <= read[0] <= 31 or t.kind(read[1]) in {"/", "."}:
        return None
    return read
