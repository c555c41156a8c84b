"""What days, months and quarters without a year say of a cycle."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import attrs

from danvan.dates.recurrence import Recurrence, Window
from danvan.dates.unit import Every, Unit

if TYPE_CHECKING:
    from danvan.dates.clause import Clause
    from danvan.dates.point import Point


def is_dated(clause: Clause) -> bool:
    """Whether a reading is of days that have their year."""
    return bool(clause.points) and all(p.unit is Unit.DAY and p.has_year for p in clause.points)


def recur(recurrence: Recurrence, fields: list[dict[str, Any]]) -> Recurrence | None:
    """The cycle with these fields, several cycles for several sets of them; None if impossible."""
    try:
        items = tuple(attrs.evolve(recurrence, **each) for each in fields)
        return items[0] if len(items) == 1 else Recurrence(items=items)
    except ValueError:
        return None


def cyclic_fields(clause: Clause) -> list[dict[str, Any]] | None:
    """What days, months or quarters without a year say within a year, for one cycle or several."""
    if clause.onwards or clause.since_now or clause.until_now or not clause.points:
        return None
    points = [*clause.points] if clause.to is None else [*clause.points, clause.to]
    if len(points) == 1 and points[0].day is not None and points[0].shift == 1:
        return [{"days": (points[0].day,), "offset_periods": 1}]
    if any(p.has_year or p.from_reference or p.blank or p.cycle is not None for p in points):
        return None
    if clause.to is not None:
        return _window_of_year(clause.points[0], clause.to)
    if all(p.unit is Unit.DAY and p.month is not None for p in points):
        return _days_of_year(points)
    if all(p.unit is Unit.MONTH for p in points):
        fields: dict[str, Any] = {"months": tuple(p.month for p in points), "part": points[0].part}
        if points[0].lunar:
            fields["lunar"] = True
        return [fields]
    if all(p.unit is Unit.QUARTER for p in points):
        return [{"quarters": tuple(p.number for p in points), "part": points[0].part}]
    return None


def _days_of_year(points: list[Point]) -> list[dict[str, Any]]:
    common = {"lunar": True} if any(p.lunar for p in points) else {}
    if len({p.day for p in points}) == 1:
        return [common | {"days": (points[0].day,), "months": tuple(p.month for p in points)}]
    if len({p.month for p in points}) == 1:
        return [common | {"days": tuple(p.day for p in points), "months": (points[0].month,)}]
    return [common | {"days": (p.day,), "months": (p.month,)} for p in points]


def _window_of_year(first: Point, last: Point) -> list[dict[str, Any]] | None:
    if first.unit is Unit.DAY and last.unit is Unit.DAY and last.month is not None:
        months = (last.month,) if first.month in {None, last.month} else (first.month, last.month)
        return [{"months": months, "window": Window(from_day=first.day, to_day=last.day)}]
    months_only = first.unit is Unit.MONTH and last.unit is Unit.MONTH
    if months_only and first.month and last.month and first.month <= last.month:
        return [{"months": tuple(range(first.month, last.month + 1))}]
    if first.unit is Unit.QUARTER and last.unit is Unit.QUARTER and first.number and last.number:
        return [{"quarters": tuple(range(first.number, last.number + 1))}]
    return None


def merged(recurrence: Recurrence, clause: Clause) -> Recurrence | None:
    """The cycle with the days of a limit that has no year of its own."""
    if clause.term is not None or clause.years is not None:
        return None
    if clause.cycle is not None:
        inner = clause.cycle
        if inner.every is not recurrence.every or inner.items:
            return None
        changes = {
            a.name: getattr(inner, a.name)
            for a in attrs.fields(Recurrence)
            if getattr(inner, a.name) != a.default and a.name not in {"every", "interval"}
        }
        return recur(recurrence, [changes])
    fields = cyclic_fields(clause)
    if fields is None:
        return None
    if "months" not in fields[0] and "quarters" not in fields[0]:
        return recur(recurrence, fields)
    if recurrence.every not in {Every.YEAR, Every.HALF_YEAR, Every.QUARTER}:
        return None
    if recurrence.every is not Every.YEAR and len(fields) == 1:
        return None
    return recur(recurrence, fields)
