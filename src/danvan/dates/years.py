"""The year behind a day, month or quarter."""

from __future__ import annotations

from typing import TYPE_CHECKING

import attrs

from danvan.dates import numerals

if TYPE_CHECKING:
    from danvan.dates.point import Point
    from danvan.dates.tokens import Stretch

# The Vietnamese cycle of sixty begins with giáp tý: the years 4, 64, ..., 1984.
_FIRST_CYCLE_YEAR = 4


@attrs.frozen(kw_only=True)
class Year:
    """A year as it is written: in full, by its century ("20…"), by its name, or by "này", "sau"."""

    stop: int
    year: int | None = None
    century: int | None = None
    cycle: int | None = None
    shift: int | None = None
    short: bool = False

    def give(self, point: Point) -> None:
        """Hand the year on to a point."""
        point.year, point.century, point.cycle = self.year, self.century, self.cycle
        point.year_shift, point.short_year = self.shift, self.short
        point.blank_year = not any(
            n is not None for n in (self.year, self.century, self.cycle, self.shift)
        )
        point.stop = self.stop


def behind_word(t: Stretch, i: int, *, short: bool = False) -> Year | None:
    """The year behind the word năm: "năm 2023", "năm Giáp Thìn (2024)", "năm 20…", "năm nay".

    ``short`` also takes two digits, where a day and month stand before.
    """
    j = t.after(i, ",") if t.kind(i + 1) == "năm" else i
    j = t.after(j, "(") if t.kind(j + 1) == "năm" else j
    if t.kind(j) == "của" and t.kind(j + 1) == "năm":
        j += 1
    if t.kind(j) != "năm":
        return None
    j += 1
    if t.kind(j) == "can chi":
        return _named(t, j)
    named = numerals.year(t, j)
    if named:
        return Year(year=named[0], stop=_name_behind(t, named[1]))
    century = _century(t, j)
    if century:
        return century
    if t.kind(j) == "…":
        return Year(stop=j + 1)
    shift = shift_of(t, j)
    if shift is not None:
        return Year(shift=shift, stop=j + 1)
    if short and t.digits(j) == 2:
        return Year(year=full(t.number(j)), short=True, stop=j + 1)
    return None


def behind_mark(t: Stretch, i: int, marks: str, *, short: bool = False) -> Year | None:
    """The year behind a separator: "/2023", "-2023", " - 2023"; ``short`` also takes two digits."""
    if t.kind(i) not in marks or t.kind(i) == "":
        return None
    if t.kind(i + 1) == "n":
        if t.digits(i + 1) == 4:
            named = numerals.year(t, i + 1)
            if named is None and t.number(i + 1) == 0:
                return Year(year=0, stop=i + 2)
            return Year(year=named[0], stop=_name_behind(t, named[1])) if named else None
        century = _century(t, i + 1)
        if century:
            return century
        apart = numerals.year(t, i + 1)
        if apart:
            return Year(year=apart[0], stop=apart[1])
        if short and t.digits(i + 1) == 2:
            return Year(year=full(t.number(i + 1)), short=True, stop=i + 2)
    elif t.kind(i + 1) == "…" and t.kind(i) == "/":
        return Year(stop=i + 2)
    return None


def full(short: int) -> int:
    """The year that two digits stand for: 00 to 49 lie in this century, 50 to 99 in the last."""
    return short + (2000 if short < 50 else 1900)


def _century(t: Stretch, i: int) -> Year | None:
    """As in "20…", "20__", "202…"."""
    if t.kind(i) == "n" and t.kind(i + 1) == "…" and t.digits(i) in {2, 3} and t.is_tight(i + 1):
        century = int(t.word(i)[:2]) if t.word(i).isdecimal() else 0
        if century in {19, 20}:
            return Year(century=century, stop=i + 2)
    return None


def _named(t: Stretch, i: int) -> Year:
    """A year by its name, with or without its number: "Giáp Thìn 2024", "Giáp Thìn (2024)"."""
    cycle = t.number(i)
    bracket = t.kind(i + 1) in {"(", "-", ","}
    number = numerals.year(t, i + 2 if bracket else i + 1)
    if number:
        return Year(year=number[0], cycle=cycle, stop=t.after(number[1], ")"))
    return Year(cycle=cycle, stop=i + 1)


def _name_behind(t: Stretch, i: int) -> int:
    """The place behind the name of the year in brackets: "2024 (Giáp Thìn)"."""
    if t.kind(i) == "(" and t.kind(i + 1) == "can chi" and t.kind(i + 2) == ")":
        return i + 3
    return i


def shift_of(t: Stretch, i: int) -> int | None:
    """How far "này", "sau", "tới", "trước", "qua", "tiếp theo" lead from the reference.

    Before a date, "trước" and "sau" are relations: "báo cáo năm trước ngày 20/11".
    """
    kind = t.kind(i)
    if kind in {"này", "tới", "qua"}:
        return t.number(i) if isinstance(t.values[i], int) else None
    if kind == "đến":
        return 1 if t.word(i) in {"tới", "toi"} and not _begins_date(t, i + 1) else None
    if kind in {"trước", "sau"} and not _begins_date(t, i + 1):
        return 1 if kind == "sau" else -1
    return None


def _begins_date(t: Stretch, i: int) -> bool:
    return t.kind(i) in {"ngày", "n", "tháng", "quý", "năm", "hết", "khi", "thứ", "số", "mùng"}


def years_of_cycle(cycle: int, near: int) -> int:
    """The year with this name that lies nearest to another year."""
    offset = (near - _FIRST_CYCLE_YEAR - cycle) % 60
    return near - offset if offset <= 30 else near - offset + 60


def name_fits(cycle: int, year: int) -> bool:
    """Whether a year has this name."""
    return (year - _FIRST_CYCLE_YEAR) % 60 == cycle
