"""The grammar of long periods: giai đoạn, nhiệm kỳ, năm học, học kỳ, tầm nhìn."""

from __future__ import annotations

from typing import TYPE_CHECKING

from danvan.dates import numerals
from danvan.dates.clause import Clause
from danvan.dates.unit import Unit

if TYPE_CHECKING:
    from danvan.dates.tokens import Stretch

_UNITS = {"giai đoạn": Unit.RANGE, "nhiệm kỳ": Unit.TERM, "năm học": Unit.SCHOOL_YEAR}
_LABELS = frozenset({"n", "la mã", "số"})


def long_period(t: Stretch, i: int) -> Clause | None:
    """As in "giai đoạn 2026 - 2030", "nhiệm kỳ 2025-2030", "năm học 2024-2025"."""
    kind = t.kind(i)
    if kind == "học kỳ":
        return _semester(t, i)
    if kind == "tầm nhìn":
        return _horizon_alone(t, i)
    if kind == "năm":
        years = _pair(t, i + 1)
        return _ranged(i, years, Unit.RANGE) if years else None
    if kind in _UNITS:
        years = _pair(t, _behind_label(t, i + 1))
        return _ranged(i, years, _UNITS[kind]) if years else None
    if kind == "n" and t.kind(i + 1) == "năm":
        return _of_length(t, i)
    return None


def _ranged(begin: int, years: tuple[int, int, int], unit: Unit) -> Clause:
    first, last, stop = years
    return Clause(begin=begin, stop=stop, years=(first, last), unit=unit)


def _behind_label(t: Stretch, i: int) -> int:
    """The place behind the number of a phase: "giai đoạn I: 2021-2025"."""
    j = i
    if t.kind(j) in _LABELS and t.digits(j) <= 1:
        j += 1
    if t.kind(j) == "n" and t.digits(j) <= 2 and t.kind(j + 1) == "năm":
        j += 2
    if t.kind(j) in {":", "(", ","} and t.kind(j + 1) in {"n", "từ", "năm"}:
        j += 1
    return j


def _pair(t: Stretch, i: int) -> tuple[int, int, int] | None:
    """Two years: "2026 - 2030", "2021 đến 2025", "từ năm 2021 đến năm 2025", "2016-20"."""
    j = t.after(i, "từ")
    j = t.after(j, "năm") if j > i or t.kind(i) == "năm" else j
    first = numerals.year(t, j)
    if first is None:
        return None
    value, j = first
    if t.kind(j) not in {"-", "đến", "/"}:
        return None
    if t.kind(j) == "/" and not t.is_tight(j):
        return None
    dash = t.kind(j) != "đến"
    j = t.after(t.after(j + 1, "hết"), "năm")
    last = numerals.year(t, j)
    if last:
        stop = last[1]
        if t.kind(j - 2) == "(" or t.kind(i - 1) == "(":
            stop = t.after(stop, ")")
        return value, last[0], stop
    if dash and t.digits(j) == 2 and t.is_tight(j) and t.number(j) > value % 100:
        return value, value // 100 * 100 + t.number(j), j + 1
    return None


def _of_length(t: Stretch, i: int) -> Clause | None:
    """As in "5 năm 2021-2025", "5 năm (2021-2025)"."""
    j = t.after(i + 2, "(")
    years = _pair(t, j)
    if (
        years is None
        or t.digits(i) > 2
        or years[1] - years[0] not in {t.number(i), t.number(i) - 1}
    ):
        return None
    return _ranged(i, years, Unit.RANGE)


def _semester(t: Stretch, i: int) -> Clause | None:
    """As in "học kỳ I năm học 2024-2025", "học kỳ 2 (năm học 2024 - 2025)"."""
    if t.kind(i + 1) not in _LABELS or t.number(i + 1) not in {1, 2, 3}:
        return None
    j = i + 2
    j = j + 1 if t.kind(j) in {"của", ",", "(", "/"} else j
    if t.kind(j) != "năm học":
        return None
    years = _pair(t, j + 1)
    if years is None:
        return None
    clause = _ranged(i, years, Unit.SEMESTER)
    clause.number = t.number(i + 1)
    return clause


def horizon(t: Stretch, i: int) -> tuple[str, int, int] | None:
    """How far one looks ahead, behind a period: ", định hướng đến năm 2035", "và tầm nhìn 2050".

    Returns:
        The label, the year, and the token behind.
    """
    j = i
    while t.kind(j) in {",", "và", "(", "-"} and j < i + 2:
        j += 1
    if t.kind(j) != "tầm nhìn":
        return None
    label = str(t.values[j])
    j = t.after(t.after(j + 1, "đến"), "hết")
    named = t.kind(j) == "năm" or t.kind(j - 1) == "đến" or label == "tầm nhìn"
    year = numerals.year(t, t.after(j, "năm"))
    if year is None or not named:
        return None
    stop = year[1]
    if t.kind(i) == "(":
        stop = t.after(stop, ")")
    return label, year[0], stop


def _horizon_alone(t: Stretch, i: int) -> Clause | None:
    read = horizon(t, i)
    if read is None:
        return None
    label, year, stop = read
    return Clause(begin=i, stop=stop, horizon=(label, year))
