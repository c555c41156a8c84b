"""Vietnamese dates, periods, deadlines and cycles (ngày tháng, thời hạn, định kỳ)."""

from danvan.dates.expression import Problem, TimeExpression, Trouble, Value
from danvan.dates.limit import TimeLimit
from danvan.dates.lunar import LunarDate, solar
from danvan.dates.partial import Days, PartialDate
from danvan.dates.period import Horizon, Period
from danvan.dates.recurrence import Recurrence, Window
from danvan.dates.scan import find, parse, scan
from danvan.dates.unit import Every, Part, PartOfDay, Relation, Unit
from danvan.dates.wording import worded as format  # noqa: A004 - the name is dates.format
from danvan.dates.workdays import WorkCalendar

__all__ = [
    "Days",
    "Every",
    "Horizon",
    "LunarDate",
    "Part",
    "PartOfDay",
    "PartialDate",
    "Period",
    "Problem",
    "Recurrence",
    "Relation",
    "TimeExpression",
    "TimeLimit",
    "Trouble",
    "Unit",
    "Value",
    "Window",
    "WorkCalendar",
    "find",
    "format",
    "parse",
    "scan",
    "solar",
]
