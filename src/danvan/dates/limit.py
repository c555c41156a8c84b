"""`TimeLimit`: a counted term, from an event."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import attrs
import pendulum

from danvan.dates.workdays import WorkCalendar
from danvan.errors import ParseError

if TYPE_CHECKING:
    import datetime

_DURATION = re.compile(
    r"P(?=[0-9T])(?:(?P<years>[0-9]+)Y)?(?:(?P<months>[0-9]+)M)?(?:(?P<weeks>[0-9]+)W)?"
    r"(?:(?P<days>[0-9]+)D)?(?:T(?=[0-9])(?:(?P<hours>[0-9]+)H)?(?:(?P<minutes>[0-9]+)M)?)?"
)
_LARGEST = 100_000


def _is_count(_limit: TimeLimit, attribute: attrs.Attribute[int], count: int) -> None:
    if not 0 <= count <= _LARGEST:
        msg = f"{attribute.name} of a term are 0 to {_LARGEST}, not {count}"
        raise ValueError(msg)


def _is_days_only(limit: TimeLimit, _attribute: object, working_days: bool) -> None:
    longer = limit.years or limit.months or limit.weeks
    if working_days and longer:
        msg = "working days are counted in days and hours only"
        raise ValueError(msg)
    if not (longer or limit.days or limit.hours or limit.minutes):
        msg = "a term has a length"
        raise ValueError(msg)


def _is_one_line(_limit: TimeLimit, _attribute: object, anchor: str | None) -> None:
    if anchor is not None and not anchor.strip():
        msg = "an anchor names an event"
        raise ValueError(msg)


@attrs.frozen(kw_only=True, repr=False)
class TimeLimit:
    """A counted term (thời hạn tính theo ngày, tháng, năm; ngày làm việc).

    ``anchor`` is the event it counts from, in the words of the text; None where none is named.
    ``back`` counts towards the past: "trước ngày khai mạc 05 ngày".

    >>> TimeLimit(days=10, working_days=True, anchor="nhận được văn bản")
    TimeLimit('P10D;working;anchor=nhận được văn bản')
    >>> TimeLimit(days=15).resolve(pendulum.Date(2024, 3, 1))
    Date(2024, 3, 16)
    """

    years: int = attrs.field(default=0, validator=_is_count)
    months: int = attrs.field(default=0, validator=_is_count)
    weeks: int = attrs.field(default=0, validator=_is_count)
    days: int = attrs.field(default=0, validator=_is_count)
    hours: int = attrs.field(default=0, validator=_is_count)
    minutes: int = attrs.field(default=0, validator=_is_count)
    working_days: bool = attrs.field(default=False, validator=_is_days_only)
    back: bool = False
    anchor: str | None = attrs.field(default=None, validator=_is_one_line)

    @classmethod
    def parse(cls, text: str) -> TimeLimit:
        """Read the form that `str` gives.

        It is an ISO 8601 duration, then ``;working``, ``;back``, ``;anchor=…`` where they apply.

        Raises:
            ParseError: if the text is not one.
        """
        head, marked, anchor = text.partition(";anchor=")
        duration, *marks = head.split(";")
        match = _DURATION.fullmatch(duration)
        if match is None or not set(marks) <= {"working", "back"}:
            raise ParseError("expected a term such as P10D;working", text=text)
        counts = {name: int(n[:9]) for name, n in match.groupdict(default="0").items()}
        try:
            return cls(
                **counts,
                working_days="working" in marks,
                back="back" in marks,
                anchor=anchor if marked else None,
            )
        except ValueError as error:
            raise ParseError(str(error), text=text) from None

    @property
    def duration(self) -> str:
        """The length as an ISO 8601 duration; working days are given as days."""
        date = "".join(
            f"{n}{letter}"
            for n, letter in (
                (self.years, "Y"),
                (self.months, "M"),
                (self.weeks, "W"),
                (self.days, "D"),
            )
            if n
        )
        time = "".join(
            f"{n}{letter}" for n, letter in ((self.hours, "H"), (self.minutes, "M")) if n
        )
        return f"P{date}T{time}" if time else f"P{date}"

    def resolve(
        self,
        anchor: datetime.date,
        *,
        calendar: WorkCalendar | None = None,
        extend: bool = False,
    ) -> pendulum.Date:
        """The last day of the term.

        The day of the event itself is not counted (Bộ luật Dân sự 2015, Điều 147 khoản 2). Hours
        and minutes do not move the day: they are the caller's, who knows the hour of the event.

        Args:
            anchor: the day of the event.
            calendar: the working days; Vietnam's by default.
            extend: whether a term that ends on a day off ends on the next working day
                (Bộ luật Dân sự 2015, Điều 148 khoản 5).

        Raises:
            MissingExtraError: where working days are asked for without the extra ``holidays``.
            ValueError: where the day lies outside the years 1 to 9999.
        """
        sign = -1 if self.back else 1
        day = pendulum.Date(anchor.year, anchor.month, anchor.day)
        try:
            if self.working_days:
                calendar = calendar or WorkCalendar.vietnam()
                end = calendar.add(day, sign * self.days)
            else:
                end = day.add(
                    years=sign * self.years,
                    months=sign * self.months,
                    weeks=sign * self.weeks,
                    days=sign * self.days,
                )
        except OverflowError:
            msg = f"the term {self} from {anchor} leaves the calendar"
            raise ValueError(msg) from None
        if extend:
            calendar = calendar or WorkCalendar.vietnam()
            end = calendar.on_or_after(end)
        return end

    def __str__(self) -> str:
        text = self.duration
        text += ";working" if self.working_days else ""
        text += ";back" if self.back else ""
        return text if self.anchor is None else f"{text};anchor={self.anchor}"

    def __repr__(self) -> str:
        return f"{type(self).__name__}({str(self)!r})"
