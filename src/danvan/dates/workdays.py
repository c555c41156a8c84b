"""`WorkCalendar`: which days are worked in Vietnam."""

from __future__ import annotations

import datetime
from collections.abc import Callable

import attrs
import pendulum

from danvan.errors import MissingExtraError


def _vietnamese() -> Callable[[datetime.date], bool]:
    try:
        import holidays  # noqa: PLC0415 - an extra, not always there
    except ImportError:
        raise MissingExtraError("working days", "holidays") from None
    return holidays.country_holidays("VN").is_working_day


@attrs.frozen
class WorkCalendar:
    """The days on which work is done (ngày làm việc).

    Args:
        works: tells whether a day is one. `vietnam` has the public holidays, Tết among them, and
            the days that were swapped by decision of the Prime Minister; a body with rules of its
            own passes its own.

    >>> weekdays = WorkCalendar(lambda day: day.weekday() < 5)
    >>> weekdays.add(pendulum.Date(2024, 3, 1), 2)
    Date(2024, 3, 5)
    """

    works: Callable[[datetime.date], bool]

    @classmethod
    def vietnam(cls) -> WorkCalendar:
        """The calendar of the state's offices: Monday to Friday without public holidays.

        Raises:
            MissingExtraError: without the extra ``holidays``.
        """
        return cls(_vietnamese())

    def is_working_day(self, day: datetime.date) -> bool:
        """Whether work is done on that day."""
        return self.works(day)

    def on_or_after(self, day: datetime.date) -> pendulum.Date:
        """The day itself if it is a working day, else the next one."""
        return self.add(pendulum.Date(day.year, day.month, day.day).subtract(days=1), 1)

    def on_or_before(self, day: datetime.date) -> pendulum.Date:
        """The day itself if it is a working day, else the last one before."""
        return self.add(pendulum.Date(day.year, day.month, day.day).add(days=1), -1)

    def add(self, day: datetime.date, count: int) -> pendulum.Date:
        """The ``count``-th working day after a day, or before it where ``count`` is negative.

        The day itself is not counted.

        Raises:
            OverflowError: where the years 1 to 9999 are left.
        """
        ordinal, step = day.toordinal(), 1 if count > 0 else -1
        left = abs(count)
        while left:
            ordinal += step
            if not 1 <= ordinal <= datetime.date.max.toordinal():
                msg = "the term leaves the calendar"
                raise OverflowError(msg)
            if self.works(datetime.date.fromordinal(ordinal)):
                left -= 1
        found = datetime.date.fromordinal(ordinal)
        return pendulum.Date(found.year, found.month, found.day)
