"""`LunarDate`: a day or month of the Vietnamese lunar calendar (âm lịch)."""

from __future__ import annotations

import re

import attrs
import pendulum

from danvan.errors import MissingExtraError, ParseError

_COMPACT = re.compile(
    r"lunar:(?P<year>[0-9]{4}|X)-(?P<month>[0-9]{2})(?P<leap>L?)(?:-(?P<day>[0-9]{2}))?"
)
#: The years that the reckoning covers.
FIRST_YEAR, LAST_YEAR = 1901, 2099


def _is_month(_date: LunarDate, _attribute: object, month: int) -> None:
    if not 1 <= month <= 12:
        msg = f"a lunar month is 1 to 12, not {month}"
        raise ValueError(msg)


def _is_day(_date: LunarDate, _attribute: object, day: int | None) -> None:
    if day is not None and not 1 <= day <= 30:
        msg = f"a lunar day is 1 to 30, not {day}"
        raise ValueError(msg)


@attrs.frozen(kw_only=True, repr=False)
class LunarDate:
    """A date of the lunar calendar (ngày âm lịch); a whole month where ``day`` is None.

    ``leap`` is the second of two months of one number (tháng nhuận). That the month has such a day
    in that year is not checked here: see `solar`.

    >>> str(LunarDate(day=15, month=8, year=2023))
    'lunar:2023-08-15'
    """

    day: int | None = attrs.field(default=None, validator=_is_day)
    month: int = attrs.field(validator=_is_month)
    year: int | None = None
    leap: bool = False

    @classmethod
    def parse(cls, text: str) -> LunarDate:
        """Read the form that `str` gives.

        It is ``lunar:2023-08-15``, ``lunar:2025-06L`` for a leap month, ``lunar:X-01-15`` without a
        year.

        Raises:
            ParseError: if the text is not one.
        """
        match = _COMPACT.fullmatch(text)
        if match is None:
            raise ParseError("expected a lunar date such as lunar:2023-08-15", text=text)
        day, year = match["day"], match["year"]
        try:
            return cls(
                day=None if day is None else int(day),
                month=int(match["month"]),
                year=None if year == "X" else int(year),
                leap=bool(match["leap"]),
            )
        except ValueError as error:
            raise ParseError(str(error), text=text) from None

    @property
    def earliest(self) -> pendulum.Date | None:
        """The first day by the common calendar, None without a year."""
        return self._solar(self.day or 1)

    @property
    def latest(self) -> pendulum.Date | None:
        """The last day by the common calendar, None without a year."""
        if self.day is not None or self.year is None:
            return self._solar(self.day or 1)
        return self._solar(30) or self._solar(29)

    def _solar(self, day: int) -> pendulum.Date | None:
        return None if self.year is None else solar(attrs.evolve(self, day=day))

    def __str__(self) -> str:
        year = "X" if self.year is None else f"{self.year:04d}"
        text = f"lunar:{year}-{self.month:02d}{'L' if self.leap else ''}"
        return text if self.day is None else f"{text}-{self.day:02d}"

    def __repr__(self) -> str:
        return f"{type(self).__name__}({str(self)!r})"


def solar(date: LunarDate) -> pendulum.Date | None:
    """The day of the common calendar (dương lịch), by Vietnamese reckoning (UTC+7).

    >>> solar(LunarDate(day=10, month=3, year=2022))
    Date(2022, 4, 10)

    Args:
        date: a lunar day with its year.

    Returns:
        None where the lunar month has no such day, or the year no such leap month: the library
        moves them to another day, so the answer is converted back and compared.

    Raises:
        MissingExtraError: without the extra ``lunar``.
        ValueError: if the day or the year is unknown.
    """
    try:
        import lunar_vn  # noqa: PLC0415 - an extra, not always there
    except ImportError:
        raise MissingExtraError("lunar dates", "lunar") from None
    if date.day is None or date.year is None:
        msg = "only a lunar day with its year has a day of the common calendar"
        raise ValueError(msg)
    if not FIRST_YEAR <= date.year <= LAST_YEAR:
        return None
    asked = lunar_vn.LunarDate(date.day, date.month, date.year, date.leap)
    try:
        day = lunar_vn.lunar_to_solar(asked)
        back = lunar_vn.solar_to_lunar(day)
    except ValueError:
        return None
    same = (back.day, back.month, back.year, back.leap) == (
        date.day,
        date.month,
        date.year,
        date.leap,
    )
    return pendulum.Date(day.year, day.month, day.day) if same else None
