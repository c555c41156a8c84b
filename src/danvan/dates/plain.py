"""The three forms that most dates have, read without asking what else they might be."""

from __future__ import annotations

from typing import TYPE_CHECKING

from danvan.dates.clause import Clause
from danvan.dates.point import Point
from danvan.dates.unit import Unit

if TYPE_CHECKING:
    from danvan.dates.tokens import Stretch

_NUMERIC = ["ngày", "n", "/", "n", "/", "n"]
_WORDED = ["ngày", "n", "tháng", "n", "năm", "n"]
# What goes on with none of the longer forms.
_ENDS = frozenset({"", ".", "các", ":"})


def plain_date(t: Stretch, i: int) -> Clause | None:
    """As in "ngày 21/7/2020", "ngày 08 tháng 02 năm 2023", "năm 2022", with nothing behind.

    Documents are full of these: dates of issue and years in names. What `phrases.phrase` would
    make of them is the same, at five times the cost.
    """
    if t.kind(i) == "năm":
        if t.kind(i + 2) in _ENDS and _is_year(t, i + 1):
            point = Point(unit=Unit.YEAR, year=t.number(i + 1), stop=i + 2)
            return Clause(begin=i, stop=i + 2, points=[point])
        return None
    stop = i + 6
    if t.kind(stop) not in _ENDS and not (
        t.kind(stop) in {"của", ",", "và"} and t.kind(stop + 1) == ""
    ):  # fmt: skip
        return None
    form = t.kinds[i:stop]
    if form not in (_NUMERIC, _WORDED) or not _is_year(t, i + 5):
        return None
    if t.digits(i + 1) > 2 or t.digits(i + 3) > 2:
        return None
    point = Point(
        unit=Unit.DAY, year=t.number(i + 5), month=t.number(i + 3), day=t.number(i + 1), stop=stop
    )
    return Clause(begin=i, stop=stop, points=[point])


def _is_year(t: Stretch, i: int) -> bool:
    return t.digits(i) == 4 and 1000 <= t.number(i) <= 2199
