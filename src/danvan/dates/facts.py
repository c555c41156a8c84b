"""The plain-data form of a time expression: its kind, and the facts of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from danvan.dates.limit import TimeLimit
from danvan.dates.lunar import LunarDate
from danvan.dates.partial import Days, PartialDate
from danvan.dates.period import Period
from danvan.dates.recurrence import Recurrence
from danvan.dates.unit import Relation, Unit

if TYPE_CHECKING:
    from danvan.dates.expression import TimeExpression

Facts = dict[str, object]

_BOUNDING = frozenset(Relation) - {Relation.DURING}
_PLAIN = frozenset({Unit.MONTH, Unit.QUARTER, Unit.HALF, Unit.YEAR})
_TYPED = frozenset({Unit.TERM, Unit.SCHOOL_YEAR, Unit.SEMESTER})


def kind_of(expression: TimeExpression) -> str:
    """The kind of an expression."""
    value = expression.value
    if value is None:
        return "none"
    if isinstance(value, Recurrence):
        return "recurring"
    if isinstance(value, TimeLimit):
        return "deadline"
    if _is_partial(value):
        return "partial"
    if expression.relation in _BOUNDING or expression.completion:
        return "deadline"
    if isinstance(value, Period) and value.unit is not Unit.DAY:
        return str(value.unit) if value.unit in _PLAIN else "range"
    return "date"


def _is_partial(value: PartialDate | Days | Period | LunarDate) -> bool:
    match value:
        case PartialDate():
            return not value.is_day
        case Days():
            return not all(day.is_day for day in value.days)
        case Period():
            return any(day is not None and day.year is None for day in (value.start, value.end))
    return True


def facts_of(expression: TimeExpression) -> Facts:
    """What there is to say of an expression."""
    value = expression.value
    if value is None:
        fatal = [p for p in expression.problems if p.is_fatal]
        if not fatal:
            return {"problems": [str(p.code) for p in expression.problems]}
        return {"invalid": True, "reason": str(fatal[0].code)}
    match value:
        case Recurrence():
            facts = _recurrence(value)
        case TimeLimit():
            facts = _term(value)
        case _ if kind_of(expression) == "partial":
            facts = _partial(value)
        case Period():
            facts = _period(value)
        case Days():
            facts = _bounds(value) | {"dates": [str(day) for day in value.days]}
        case _:
            facts = _bounds(value)
    return facts | _around(expression)


def _around(expression: TimeExpression) -> Facts:
    """What stands around the value: relation, time of day, calendar, what was noticed."""
    facts: Facts = {}
    kind = expression.kind
    if expression.relation is not None and kind in {"deadline", "recurring", "partial"}:
        facts["relation"] = str(expression.relation)
    if kind == "deadline" and not isinstance(expression.value, TimeLimit):
        for name in ("earliest", "latest"):
            day = getattr(expression, name)
            if day is not None:
                facts[name] = day.isoformat()
    if expression.counted_from is not None:
        facts["counted_from"] = str(expression.counted_from)
        if expression.latest is not None:
            facts["latest"] = expression.latest.isoformat()
    if expression.recurrence is not None:
        facts["recurrence"] = _recurrence(expression.recurrence)
    if expression.time is not None:
        facts["time"] = expression.time.strftime("%H:%M")
    if expression.part_of_day is not None:
        facts["part_of_day"] = str(expression.part_of_day)
    lunar = expression.lunar
    if lunar is None and isinstance(expression.value, Period):
        lunar = expression.value.lunar
    if lunar is not None:
        facts |= {"calendar": "lunar", "lunar": _lunar(lunar)}
    codes = [str(p.code) for p in expression.problems]
    if "repaired" in codes:
        facts["ocr"] = True
    warnings = [code for code in codes if code != "repaired"]
    if warnings:
        facts["warning"] = warnings[0] if len(warnings) == 1 else warnings
    return facts


def _bounds(value: PartialDate | Days | Period | LunarDate) -> Facts:
    first, last = value.earliest, value.latest
    return {
        "start": None if first is None else first.isoformat(),
        "end": None if last is None else last.isoformat(),
    }


def _period(period: Period) -> Facts:
    facts = _bounds(period)
    if period.unit in _TYPED:
        facts["type"] = str(period.unit)
    if period.years:
        facts["years"] = list(period.years)
    if period.among:
        facts["periods"] = [_bounds(each) for each in period.among]
    if period.number is not None:
        facts["number"] = period.number
    if period.part is not None:
        facts["part"] = str(period.part)
    if period.horizon is not None:
        facts["horizon"] = {"label": period.horizon.label, "end": str(period.horizon.end)}
    if period.continuous:
        facts["continuous"] = True
    return facts


def _partial(value: PartialDate | Days | Period | LunarDate) -> Facts:
    match value:
        case PartialDate():
            facts: Facts = {"year": value.year, "month": value.month, "day": value.day}
            if value.century is not None:
                facts["edtf"] = str(value)
        case LunarDate():
            facts = {"year": value.year, "month": value.month, "day": value.day}
            facts |= {"calendar": "lunar", "lunar": _lunar(value)}
        case Days():
            months = {day.month for day in value.days}
            facts = {"year": None, "month": months.pop() if len(months) == 1 else None, "day": None}
            facts["days"] = [str(day) for day in value.days]
        case Period():
            facts = _partial_period(value)
    return facts


def _partial_period(period: Period) -> Facts:
    """A period of a year that is not named."""
    first = None if period.start is None else period.start.month
    last = None if period.end is None else period.end.month
    facts: Facts = {
        "year": None,
        "month": first if period.unit is Unit.MONTH else None,
        "day": None,
    }
    if period.unit is Unit.QUARTER and first is not None:
        facts["quarter"] = (first + 2) // 3
    elif period.unit is not Unit.MONTH and first is not None and last is not None:
        facts["months"] = _months(period, first, last)
    if period.unit is not Unit.MONTH:
        facts["edtf"] = str(period).partition(";")[0]
    if period.part is not None:
        facts["part"] = str(period.part)
    return facts


def _months(period: Period, first: int, last: int) -> list[int]:
    """The months of a period without a year, those of its pieces where it has a gap."""
    if not period.among:
        return list(range(first, last + 1))
    return [
        month
        for each in period.among
        if each.start is not None and each.end is not None
        for month in range(each.start.month or 1, (each.end.month or 12) + 1)
    ]


def _lunar(date: LunarDate) -> Facts:
    facts: Facts = {"day": date.day, "month": date.month, "year": date.year}
    if date.leap:
        facts["leap"] = True
    return facts


def _term(term: TimeLimit) -> Facts:
    facts: Facts = {
        "start": None,
        "end": None,
        "duration": term.duration,
        "working_days": term.working_days,
        "anchor": term.anchor,
    }
    if term.back:
        facts["back"] = True
    return facts


def _recurrence(recurrence: Recurrence) -> Facts:
    if recurrence.items:
        items = [_recurrence(item) for item in recurrence.items]
        return {"every": None, "interval": None, "items": items}
    if recurrence.every is None:
        facts: Facts = {"every": None, "interval": None}
    else:
        facts = {"every": str(recurrence.every), "interval": recurrence.interval}
    for one, several, values in (
        ("day", "days", recurrence.days),
        ("month", "months", recurrence.months),
        ("quarter", "quarters", recurrence.quarters),
    ):
        if len(values) == 1:
            facts[one] = values[0]
        elif values:
            facts[several] = list(values)
    for name in (
        "month_of_period",
        "weekday",
        "week_of_month",
        "working_day",
        "offset_periods",
        "times",
    ):
        number = getattr(recurrence, name)
        if number is not None:
            facts[name] = number
    if recurrence.at_least:
        facts["at_least"] = True
    if recurrence.part is not None:
        facts["part"] = str(recurrence.part)
    if recurrence.part_of_day is not None:
        facts["part_of_day"] = str(recurrence.part_of_day)
    window = recurrence.window
    if window is not None:
        named = {
            "from_day": window.from_day,
            "to_day": window.to_day,
            "from_offset": window.from_offset,
            "last_days": window.last_days,
        }
        facts["window"] = {name: n for name, n in named.items() if n is not None}
    if recurrence.continuous:
        facts["continuous"] = True
    if recurrence.lunar:
        facts["calendar"] = "lunar"
    return facts
