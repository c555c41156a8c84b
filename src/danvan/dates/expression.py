"""`TimeExpression`: a date, period, cycle or term as it stands in a text."""

from __future__ import annotations

import datetime
import enum
from typing import TYPE_CHECKING

import attrs

from danvan.dates.facts import facts_of, kind_of
from danvan.dates.limit import TimeLimit
from danvan.dates.lunar import LunarDate
from danvan.dates.partial import Days, PartialDate
from danvan.dates.period import Period
from danvan.dates.recurrence import Recurrence
from danvan.dates.unit import PartOfDay, Relation
from danvan.errors import MissingExtraError
from danvan.span import Span

if TYPE_CHECKING:
    import pendulum

    from danvan.text import View

#: What an expression may say.
Value = PartialDate | Days | Period | Recurrence | TimeLimit | LunarDate


class Trouble(enum.StrEnum):
    """What can be wrong with a time expression (lỗi về thời gian)."""

    DAY_OUT_OF_RANGE = "day-out-of-range"
    NOT_LEAP_YEAR = "not-leap-year"
    MONTH_OUT_OF_RANGE = "month-out-of-range"
    QUARTER_OUT_OF_RANGE = "quarter-out-of-range"
    YEAR_OUT_OF_RANGE = "year-out-of-range"
    END_BEFORE_START = "end-before-start"
    NO_SUCH_LUNAR_DAY = "no-such-lunar-day"
    TIME_OUT_OF_RANGE = "time-out-of-range"
    WEEKDAY_MISMATCH = "weekday-mismatch"
    YEAR_NAME_MISMATCH = "year-name-mismatch"
    COUNT_MISMATCH = "count-mismatch"
    REPAIRED = "repaired"
    SHORT_YEAR = "short-year"
    NEEDS_REFERENCE = "needs-reference"
    NEEDS_EXTRA = "needs-extra"


#: After these the text names no day that can be: such an expression has no value.
_FATAL = frozenset(
    {
        Trouble.DAY_OUT_OF_RANGE,
        Trouble.NOT_LEAP_YEAR,
        Trouble.MONTH_OUT_OF_RANGE,
        Trouble.QUARTER_OUT_OF_RANGE,
        Trouble.YEAR_OUT_OF_RANGE,
        Trouble.END_BEFORE_START,
        Trouble.NO_SUCH_LUNAR_DAY,
        Trouble.TIME_OUT_OF_RANGE,
    }
)


@attrs.frozen
class Problem:
    """Something wrong with an expression (vấn đề).

    >>> str(Problem(Trouble.DAY_OUT_OF_RANGE, "31/4"))
    'day-out-of-range: 31/4'
    """

    code: Trouble
    detail: str = ""

    @property
    def is_fatal(self) -> bool:
        """Whether the text names a time that cannot be."""
        return self.code in _FATAL

    def __str__(self) -> str:
        return f"{self.code}: {self.detail}" if self.detail else str(self.code)


def _is_honest(
    expression: TimeExpression, _attribute: object, problems: tuple[Problem, ...]
) -> None:
    if expression.value is None and not problems:
        msg = "an expression without a value says what is wrong"
        raise ValueError(msg)
    if expression.value is not None and any(p.is_fatal for p in problems):
        msg = "an impossible time has no value"
        raise ValueError(msg)


@attrs.frozen(kw_only=True)
class TimeExpression:
    """A time expression (thời gian, thời hạn) as it stands in a text.

    ``value`` is what the text names, whatever the relation: "trước ngày 20/6/2022" has the value
    ``2022-06-20``, the relation ``before`` and the ``latest`` day 19 June. It is None where the
    text names a time that cannot be; ``problems`` says why. ``recurrence`` is the cycle that a
    dated limit belongs to. ``alternatives`` are other values the text may have. ``counted_from`` is
    the day that a term counts from, where the text names it. ``completion`` marks what is to be
    completed in a period ("hoàn thành trong"), which "trong" alone does not say.

    ``span`` is where it stands in the source, and ``text`` what stands there.
    """

    text: str
    span: Span
    value: Value | None
    relation: Relation | None = None
    recurrence: Recurrence | None = None
    time: datetime.time | None = None
    end_time: datetime.time | None = None
    part_of_day: PartOfDay | None = None
    lunar: LunarDate | None = None
    counted_from: PartialDate | None = None
    completion: bool = False
    problems: tuple[Problem, ...] = attrs.field(default=(), validator=_is_honest)
    alternatives: tuple[Value, ...] = attrs.field(default=())
    spans: tuple[Span, ...] = ()

    @property
    def earliest(self) -> pendulum.Date | None:
        """The first day on which a duty with this relation may be done; None where none is set."""
        value = self.value
        if value is None or isinstance(value, (Recurrence, TimeLimit)):
            return None
        if self.relation is Relation.AFTER:
            last = _last(value)
            return None if last is None else _shifted(last, 1)
        if self.relation in {Relation.BEFORE, Relation.BY, Relation.UNTIL}:
            return None
        return _first(value)

    @property
    def latest(self) -> pendulum.Date | None:
        """The last day on which a duty with this relation is still met; None where none is set."""
        value = self.value
        if isinstance(value, TimeLimit):
            return self._end_of_term(value)
        if value is None or isinstance(value, Recurrence):
            return None
        if self.relation in {Relation.AFTER, Relation.FROM}:
            return None
        if self.relation is not Relation.BEFORE or self.time is not None:
            return _last(value)
        if isinstance(value, Period) and value.part is not None:
            return _last(value)
        day = _last(value) if isinstance(value, Days) else _first(value)
        return None if day is None else _shifted(day, -1)

    def _end_of_term(self, term: TimeLimit) -> pendulum.Date | None:
        start = self.counted_from
        day = None if start is None or not start.is_day else start.earliest
        if day is None or term.working_days or term.hours or term.minutes:
            return None
        if self.relation in {Relation.AFTER, Relation.FROM}:
            return None
        return term.resolve(day)

    def moved(self, view: View) -> TimeExpression:
        """The same expression with its span and text in the source of a view."""
        spans = view.spans(self.span.start, self.span.end)
        span = spans[0] if len(spans) == 1 else Span.envelope(spans)
        return TimeExpression(
            text=span.of(view.source),
            span=span,
            value=self.value,
            relation=self.relation,
            recurrence=self.recurrence,
            time=self.time,
            end_time=self.end_time,
            part_of_day=self.part_of_day,
            lunar=self.lunar,
            counted_from=self.counted_from,
            completion=self.completion,
            problems=self.problems,
            alternatives=self.alternatives,
            spans=spans if len(spans) > 1 else (),
        )

    @property
    def kind(self) -> str:
        """What it is, in one word.

        It is one of date, month, quarter, half, year, range, deadline, recurring, partial, none.
        """
        return kind_of(self)

    def to_dict(self) -> dict[str, object]:
        """The expression in plain data: ``kind``, and what there is to say of it in ``expect``.

        Days are ISO days, both ends of a period included; what is unknown or open is None.
        ``relation``, ``latest`` and ``earliest`` stand with deadlines only.
        """
        return {"kind": self.kind, "expect": facts_of(self)}


_Dated = PartialDate | Days | Period | LunarDate


def _first(value: _Dated) -> pendulum.Date | None:
    """The first day; unknown where reckoning it needs an extra that is missing."""
    try:
        return value.earliest
    except MissingExtraError:
        return None


def _last(value: _Dated) -> pendulum.Date | None:
    try:
        return value.latest
    except MissingExtraError:
        return None


def _shifted(day: pendulum.Date, days: int) -> pendulum.Date | None:
    try:
        return day.add(days=days)
    except (OverflowError, ValueError):
        return None
