"""Numbers as they stand in dates: digits, split or misread digits, numerals in words."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from danvan.dates.tokens import Stretch

#: A number that was read, and the place behind it.
Read = tuple[int, int]

_FIRST_YEAR, _LAST_YEAR = 1000, 2199


def small(t: Stretch, i: int) -> Read | None:
    """A number below one hundred: "8", "08", "mười hai", "hai mươi tư", "2 0" (split by a space).

    A number in words in brackets behind the digits is read over: "02 (hai)".
    """
    if t.kind(i) == "n":
        if t.digits(i) > 2:
            return None
        value, j = t.number(i), i + 1
        return value, _repeated(t, j)
    return in_words(t, i)


def split(t: Stretch, i: int) -> Read | None:
    """A day or month of two digits that stand apart: "0 6", "1 5"."""
    if (
        t.digits(i) == t.digits(i + 1) == 1
        and t.number(i) <= 3
        and t.starts[i + 1] == t.ends[i] + 1
        and t.low[t.ends[i]] == " "
    ):
        return t.number(i) * 10 + t.number(i + 1), i + 2
    return None


def _repeated(t: Stretch, i: int) -> int:
    """The place behind a number in words in brackets, "(hai)", or the same place."""
    if t.kind(i) == "(" and t.kind(i + 1) in {"số", "mười", "năm"}:
        read = in_words(t, i + 1) or (5, i + 2)
        if t.kind(read[1]) == ")":
            return read[1] + 1
    return i


def in_words(t: Stretch, i: int) -> Read | None:
    """A numeral from 1 to 99; năm (five) only behind mươi, where it cannot be the year.

    The tens: mười lăm, hai mươi, hai mươi mốt, hai mươi tư (QĐ 1989 on spelling has both tư and
    bốn).
    """
    kind = t.kind(i)
    if kind == "mười":
        unit = _unit(t, i + 1)
        return (10 + unit, i + 2) if unit else (10, i + 1)
    if kind == "số" or (kind == "năm" and t.kind(i + 1) == "mươi"):
        value = 5 if kind == "năm" else t.number(i)
        if t.kind(i + 1) == "mươi" and value > 1:
            unit = _unit(t, i + 2)
            return (value * 10 + unit, i + 3) if unit else (value * 10, i + 2)
        return (value, i + 1) if value else None
    return None


def five(t: Stretch, i: int) -> Read | None:
    """Năm as the number five, where only a number can stand."""
    return (5, i + 1) if t.kind(i) == "năm" and not t.bare & {i} else None


def _unit(t: Stretch, i: int) -> int:
    return t.number(i) if t.kind(i) == "số" else 0


def year(t: Stretch, i: int) -> Read | None:
    """A year of four digits, or in words."""
    if t.kind(i) == "n":
        if t.digits(i) == 4 and _FIRST_YEAR <= t.number(i) <= _LAST_YEAR:
            return t.number(i), i + 1
        return _split_year(t, i)
    return _year_in_words(t, i)


def _split_year(t: Stretch, i: int) -> Read | None:
    """A year whose digits stand apart: "20 23", "202 3", "2 0 2 3"."""
    digits, j = "", i
    while t.kind(j) == "n" and len(digits) < 4:
        if j > i and (t.starts[j] != t.ends[j - 1] + 1 or t.low[t.ends[j - 1]] != " "):
            break
        digits += t.low[t.starts[j] : t.ends[j]]
        j += 1
    if len(digits) == 4 and digits.isdecimal() and digits[:2] in {"19", "20"} and j > i + 1:
        t.repaired.add(i)
        return int(digits), j
    return None


def _year_in_words(t: Stretch, i: int) -> Read | None:
    """As in "hai nghìn không trăm hai mươi tư", "một nghìn chín trăm bốn mươi lăm"."""
    if t.kind(i) != "số":
        return None
    if t.kind(i + 1) != "nghìn":
        values = [t.number(k) for k in range(i, i + 4) if t.kind(k) == "số"]
        if len(values) == 4 and values[0] in {1, 2}:
            return int("".join(map(str, values))), i + 4
        return None
    value, j = t.number(i) * 1000, i + 2
    if t.kind(j + 1) == "trăm" and (t.kind(j) == "số" or t.kind(j) == "năm"):
        value += 100 * (5 if t.kind(j) == "năm" else t.number(j))
        j += 2
    if t.kind(j) == "linh":
        unit = five(t, j + 1) if t.kind(j + 1) == "năm" else in_words(t, j + 1)
        return (value + unit[0], unit[1]) if unit else None
    rest = in_words(t, j)
    if rest:
        value, j = value + rest[0], rest[1]
    return (value, j) if _FIRST_YEAR <= value <= _LAST_YEAR else None
