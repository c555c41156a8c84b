"""Terms: times by which work is due, in words and as values (thời hạn)."""

from __future__ import annotations

import datetime
from typing import TYPE_CHECKING

import attrs

from danvan.dates import Every, PartialDate, Period, Recurrence, Relation, TimeExpression, TimeLimit
from danvan.span import Span

if TYPE_CHECKING:
    from danvan.strategies.choices import Choices

NOWHERE = Span(0, 0)
_CYCLES = {
    "định kỳ hằng tháng": Every.MONTH,
    "định kỳ hằng quý": Every.QUARTER,
    "định kỳ hằng năm": Every.YEAR,
}
_QUARTERS = ("I", "II", "III", "IV")


def day_in_figures(day: datetime.date) -> str:
    """A day as texts cite it: "05/3/2024"; days below 10 and the months 1 and 2 have a zero."""
    month = f"{day.month:02}" if day.month < 3 else f"{day.month}"
    return f"{day.day:02}/{month}/{day.year}"


def day_in_words(day: datetime.date) -> str:
    """A day as heads have it: "05 tháng 3 năm 2024"."""
    month = f"{day.month:02}" if day.month < 3 else f"{day.month}"
    return f"{day.day:02} tháng {month} năm {day.year}"


def written_day(day: datetime.date, choices: Choices) -> str:
    """A day in one of the two ways, after the word "ngày"."""
    return f"ngày {choices.one((day_in_figures, day_in_words))(day)}"


def due_time(after: datetime.date, choices: Choices) -> TimeExpression:
    """A time by which or in which something is due, later than a day."""
    match choices.number(0, 8):
        case 0:
            return _limit("trước", Relation.BEFORE, _later(after, choices), choices)
        case 1:
            return _limit("chậm nhất là", Relation.BY, _later(after, choices), choices)
        case 2:
            return _limit("đến hết", Relation.UNTIL, _later(after, choices), choices)
        case 3:
            month = choices.number(1, 12)
            words = f"tháng {month:02} năm {after.year + 1}" if month < 10 else ""
            words = words or f"tháng {month}/{after.year + 1}"
            return _during(f"trong {words}", Period.month(after.year + 1, month))
        case 4:
            quarter = choices.number(1, 4)
            words = f"quý {_QUARTERS[quarter - 1]} năm {after.year + 1}"
            return _during(f"trong {words}", Period.quarter(after.year + 1, quarter))
        case 5:
            first, last = sorted((_later(after, choices), _later(after, choices)))
            last += datetime.timedelta(days=1)
            words = f"từ {written_day(first, choices)} đến {written_day(last, choices)}"
            return _during(words, Period(start=PartialDate.of(first), end=PartialDate.of(last)))
        case 6:
            words = choices.one(tuple(_CYCLES))
            return _time(words, Recurrence(every=_CYCLES[words]))
        case 7:
            day = choices.number(2, 25)
            cycle = Recurrence(every=Every.MONTH, days=(day,))
            return _time(f"trước ngày {day:02} hằng tháng", cycle, Relation.BEFORE)
        case _:
            limit = TimeLimit(days=choices.number(2, 30), working_days=True)
            return _time(f"trong thời hạn {limit.days:02} ngày làm việc", limit, Relation.DURING)


def cell_time(after: datetime.date, choices: Choices) -> TimeExpression:
    """A time as the cell of a table or a line "Thời gian thực hiện" has it."""
    year = after.year + 1
    match choices.number(0, 2):
        case 0:
            limit = _limit("trước", Relation.BEFORE, _later(after, choices), choices)
            return attrs.evolve(limit, text=f"T{limit.text[1:]}")
        case 1:
            month = choices.number(3, 12)
            return _during(f"Tháng {month}/{year}", Period.month(year, month))
        case _:
            quarter = choices.number(1, 4)
            words = f"Quý {_QUARTERS[quarter - 1]}/{year}"
            return _during(words, Period.quarter(year, quarter))


def _later(after: datetime.date, choices: Choices) -> datetime.date:
    return after + datetime.timedelta(days=choices.number(1, 500))


def _limit(words: str, relation: Relation, day: datetime.date, choices: Choices) -> TimeExpression:
    return _time(f"{words} {written_day(day, choices)}", PartialDate.of(day), relation)


def _during(words: str, period: Period) -> TimeExpression:
    return _time(words, period, Relation.DURING)


def _time(
    words: str,
    value: PartialDate | Period | Recurrence | TimeLimit,
    relation: Relation | None = None,
) -> TimeExpression:
    return TimeExpression(text=words, span=NOWHERE, value=value, relation=relation)
