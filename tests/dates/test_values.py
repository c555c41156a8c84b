"""The value classes refuse what cannot be, and answer what they are asked."""

from __future__ import annotations

import datetime
import sys

import pendulum
import pytest

from danvan import dates
from danvan.dates import (
    Days,
    Every,
    LunarDate,
    PartialDate,
    Period,
    Recurrence,
    TimeLimit,
    Unit,
    WorkCalendar,
    solar,
)
from danvan.dates import format as worded
from danvan.errors import MissingExtraError, ParseError

WEEKDAYS = WorkCalendar(lambda day: day.weekday() < 5)


@pytest.mark.parametrize(
    "make",
    [
        lambda: PartialDate(year=2023, month=2, day=29),
        lambda: PartialDate(month=13),
        lambda: PartialDate(year=0),
        lambda: PartialDate(year=2022, century=20),
        lambda: PartialDate(year=2022, month=2, day=1, precision=Unit.MONTH),
        lambda: Days((PartialDate(year=2022, month=2, day=1),)),
        lambda: Period(start=PartialDate(year=2022, month=1)),
        lambda: Period(
            start=PartialDate(year=2023, month=1, day=1), end=PartialDate(year=2022, month=1, day=1)
        ),
        lambda: Period(years=(2024, 2023), unit=Unit.SCHOOL_YEAR),
        lambda: Recurrence(),
        lambda: Recurrence(every=Every.MONTH, days=(32,)),
        lambda: Recurrence(every=Every.MONTH, days=(0,)),
        lambda: Recurrence(items=(Recurrence(every=Every.MONTH),)),
        lambda: TimeLimit(),
        lambda: TimeLimit(days=-1),
        lambda: TimeLimit(months=1, working_days=True),
        lambda: TimeLimit(days=1, anchor=" "),
        lambda: LunarDate(day=31, month=1),
    ],
)
def test_impossible_state_is_refused(make):
    with pytest.raises(ValueError, match=r"."):
        make()


@pytest.mark.parametrize(
    ("kind", "text"),
    [
        (PartialDate, "2023-2-8"),
        (PartialDate, "2023-02-30"),
        (Days, "2023-02-03"),
        (Days, "{2023-02-03}"),
        (Period, "2023-13"),
        (Period, "2023;colour=red"),
        (Period, "2023-02-03/2022-01-01"),
        (Recurrence, "fortnight"),
        (Recurrence, "month;days=x"),
        (TimeLimit, "P"),
        (TimeLimit, "P0D"),
        (LunarDate, "2023-08-15"),
    ],
)
def test_parse_is_strict(kind, text):
    with pytest.raises(ParseError) as caught:
        kind.parse(text)
    assert caught.value.text


def test_a_blank_day_is_not_a_month():
    blank, month = PartialDate.parse("2022-02-XX"), PartialDate.parse("2022-02")
    assert blank != month
    assert (blank.earliest, blank.latest) == (month.earliest, month.latest)
    assert (str(blank), str(month)) == ("2022-02-XX", "2022-02")


def test_dates_are_ordered_with_the_unknown_first():
    texts = ["XXXX-04-30", "2022", "2022-02", "2022-02-01", "2022-02-02"]
    assert sorted(map(PartialDate.parse, reversed(texts))) == list(map(PartialDate.parse, texts))


@pytest.mark.parametrize(
    ("rule", "expected"),
    [
        ("month;days=-1", ["2024-01-31", "2024-02-29", "2024-03-31"]),
        ("quarter", ["2024-03-31"]),
        ("quarter;month_of_period=1;days=5;offset_periods=1", ["2024-01-05"]),
        ("month;weekday=1;week_of_month=1", ["2024-01-01", "2024-02-05", "2024-03-04"]),
        ("month;working_day=-1", ["2024-01-31", "2024-02-29", "2024-03-29"]),
        ("year;days=15;months=2,6", ["2024-02-15"]),
        ("half-year", []),
        ("month*2;days=10", ["2024-01-10", "2024-03-10"]),
        ("year;months=1;days=15;lunar", ["2024-02-24"]),
        ("quarter + year;months=3;days=1", ["2024-03-01", "2024-03-31"]),
    ],
)
def test_occurrences_in_the_first_quarter_of_2024(rule, expected):
    found = Recurrence.parse(rule).occurrences(Period.quarter(2024, 1))
    assert [str(day) for day in found] == expected


def test_occurrences_need_bounds_and_a_cycle():
    with pytest.raises(ValueError, match="bounds"):
        Recurrence(every=Every.MONTH).occurrences(Period.parse("2026-01-01/.."))
    with pytest.raises(ValueError, match="rule"):
        Recurrence(continuous=True).to_rrule()


def test_a_term_does_not_count_the_day_of_the_event():
    friday = datetime.date(2024, 3, 1)
    assert TimeLimit(days=8).resolve(friday) == pendulum.Date(2024, 3, 9)
    assert TimeLimit(days=8).resolve(friday, calendar=WEEKDAYS, extend=True) == pendulum.Date(
        2024, 3, 11
    )
    assert TimeLimit(days=1, working_days=True).resolve(friday, calendar=WEEKDAYS) == pendulum.Date(
        2024, 3, 4
    )
    assert TimeLimit(months=1).resolve(datetime.date(2024, 1, 31)) == pendulum.Date(2024, 2, 29)
    assert TimeLimit(days=3, back=True).resolve(friday) == pendulum.Date(2024, 2, 27)


def test_working_days_of_vietnam_know_tet_and_swapped_days():
    calendar = WorkCalendar.vietnam()
    assert not calendar.is_working_day(datetime.date(2024, 2, 12))
    assert not calendar.is_working_day(datetime.date(2024, 9, 2))
    assert calendar.is_working_day(datetime.date(2025, 4, 26))
    assert TimeLimit(days=1, working_days=True).resolve(datetime.date(2024, 2, 7)) == pendulum.Date(
        2024, 2, 15
    )


@pytest.mark.parametrize(
    ("module", "ask"),
    [
        ("holidays", WorkCalendar.vietnam),
        ("lunar_vn", lambda: solar(LunarDate(day=1, month=1, year=2024))),
    ],
)
def test_a_missing_extra_is_named(module, ask, monkeypatch):
    monkeypatch.setitem(sys.modules, module, None)
    with pytest.raises(MissingExtraError, match="pip install"):
        ask()


def test_lunar_days_need_the_extra_and_are_no_guess_without(monkeypatch):
    monkeypatch.setitem(sys.modules, "lunar_vn", None)
    found = dates.parse("ngày 15 tháng 8 âm lịch năm 2024")
    assert found.value == LunarDate(day=15, month=8, year=2024)
    assert [p.code for p in found.problems] == [dates.Trouble.NEEDS_EXTRA]
    assert found.latest is None
    assert dates.find("tháng Giêng năm 2024")[0].latest is None


def test_an_impossible_lunar_day_is_not_moved():
    assert solar(LunarDate(day=30, month=1, year=2024)) is None
    assert solar(LunarDate(day=1, month=4, year=2024, leap=True)) is None
    assert solar(LunarDate(day=1, month=6, year=2025, leap=True)) == pendulum.Date(2025, 7, 25)


@pytest.mark.parametrize(
    ("value", "style", "words"),
    [
        (PartialDate.parse("2024-08-05"), "long", "ngày 05 tháng 8 năm 2024"),
        (PartialDate.parse("2024-02-15"), "long", "ngày 15 tháng 02 năm 2024"),
        (PartialDate.parse("2024-02-15"), "short", "15/02/2024"),
        (PartialDate.parse("2024-08-05"), "party", "ngày 05/8/2024"),
        (PartialDate.parse("2022-02-XX"), "long", "ngày … tháng 02 năm 2022"),
        (Period.month(2024, 10), "short", "tháng 10/2024"),
        (Period.half(2024, 2), "long", "6 tháng cuối năm 2024"),
        (Recurrence.parse("month;days=20"), "long", "ngày 20 hằng tháng"),
    ],
)
def test_wording(value, style, words):
    assert worded(value, style) == words


def test_the_last_working_day_of_every_quarter_falls_four_times_a_year():
    cycle = Recurrence(every=Every.QUARTER, month_of_period=-1, working_day=-1)
    days = [str(day) for day in cycle.occurrences(Period.year(2024))]
    assert days == ["2024-03-29", "2024-06-28", "2024-09-30", "2024-12-31"]
