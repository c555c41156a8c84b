"""Family D: whether terms can be met, and agree with each other (thời hạn)."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from danvan.checks.catalogue import checks
from danvan.checks.rule import Fault
from danvan.dates import Every, Relation, Unit
from danvan.text import folded

if TYPE_CHECKING:
    from collections.abc import Iterator

    from danvan.checks.case import Case
    from danvan.plan import Deadline

# How long after its period a plan may still set terms: for final reports.
_AFTERWARDS = 92
_LAST_DAYS = frozenset({Relation.BEFORE, Relation.BY, Relation.UNTIL})
_SHORTEST_DUTY = 12


@checks("D108")
def deadline_before_issue(case: Case) -> Iterator[Fault]:
    """A term was over when the document was issued."""
    for deadline in _fixed(case):
        if _is_past(case, deadline) and not _is_of_last_year(case, deadline):
            yield Fault(
                span=deadline.span,
                message=f"Thời hạn {deadline.text} ở trước ngày ban hành {case.day:%d/%m/%Y}",
                message_en=f"The deadline {deadline.text} lies before the day of issue, {case.day}",
            )


@checks("D109")
def deadline_after_period(case: Case) -> Iterator[Fault]:
    """A term lies long after the time that the plan is for."""
    period = case.plan.period
    end = period.latest if period is not None and not period.horizon else None
    # What was over on the day of issue is the time that is looked back on.
    if end is None or (case.day is not None and end < case.day):
        return
    for deadline in _fixed(case):
        first = deadline.earliest or deadline.latest
        if first is not None and first.toordinal() > end.toordinal() + _AFTERWARDS:
            yield Fault(
                span=deadline.span,
                message=f"Thời hạn {deadline.text} ở sau thời kỳ của kế hoạch ({period})",
                message_en=f"The deadline {deadline.text} lies after the plan's period, {period}",
            )


@checks("D110")
def deadline_of_last_year(case: Case) -> Iterator[Fault]:
    """A term in the past would lie in the plan's time if its year were one more."""
    for deadline in _fixed(case):
        if _is_past(case, deadline) and _is_of_last_year(case, deadline):
            yield Fault(
                span=deadline.span,
                message=f"Thời hạn {deadline.text} mang năm của kế hoạch năm trước",
                message_en=f"The deadline {deadline.text} has the year of last year's plan",
            )


def _fixed(case: Case) -> Iterator[Deadline]:
    """The deadlines with a last day of their own."""
    for deadline in case.plan.deadlines:
        if deadline.when.recurrence is None and deadline.latest is not None:
            yield deadline


def _is_past(case: Case, deadline: Deadline) -> bool:
    last = deadline.latest
    return case.day is not None and last is not None and last < case.day


def _is_of_last_year(case: Case, deadline: Deadline) -> bool:
    """Whether a past deadline falls into the plan's one year when a year is added."""
    period, last = case.plan.period, deadline.latest
    if period is None or last is None or period.unit is not Unit.YEAR or period.earliest is None:
        return False
    return last.year + 1 == period.earliest.year and (last.month, last.day) > (1, 31)


@checks("D111")
def half_year_report_after_annual(case: Case) -> Iterator[Fault]:
    """In one sentence the half-yearly report is due after the annual one."""
    for half, year in _reports(case):
        if half.latest is not None and year.latest is not None and half.latest > year.latest:
            yield Fault(
                span=half.span,
                related=(year.span,),
                message=f"Báo cáo 6 tháng ({half.text}) đến hạn sau báo cáo năm ({year.text})",
                message_en=f"The half-year report ({half.text}) is due after the annual one",
            )


_CYCLES = {Every.HALF_YEAR: "half", Every.YEAR: "year"}
_CYCLE = re.compile(
    r"(?P<half>(?<!\d)(?:0?6|sáu) tháng(?! cuối)|giữa năm|sơ kết)"
    r"|(?P<year>(?:báo cáo|kết quả|tổng kết)(?: cả)? năm|(?<!\d)0?1 năm|hằng năm|hàng năm|cuối năm)"
)


def _reports(case: Case) -> Iterator[tuple[Deadline, Deadline]]:
    """Pairs of deadlines of one paragraph: of a half year's report and of a year's."""
    by_duty: dict[tuple[str, str], list[tuple[str, Deadline]]] = {}
    for deadline in case.plan.deadlines:
        if deadline.when.relation not in _LAST_DAYS:
            continue
        told = _cycle_of(deadline)
        if told is not None:
            key = (deadline.section, str(deadline.latest and deadline.latest.year))
            by_duty.setdefault(key, []).append((told, deadline))
    for told_deadlines in by_duty.values():
        halves = [d for told, d in told_deadlines if told == "half"]
        years = [d for told, d in told_deadlines if told == "year"]
        if len(halves) == len(years) == 1:
            yield halves[0], years[0]


def _cycle_of(deadline: Deadline) -> str | None:
    """Whether a report is a half year's or a year's: by its cycle, else by its last words."""
    cycle = deadline.when.recurrence
    if cycle is not None and cycle.every is not None:
        return _CYCLES.get(cycle.every)
    said = list(_CYCLE.finditer(deadline.about.lower()))
    if not said:
        return None
    return "half" if said[-1]["half"] else "year"


@checks("D112")
def two_dates_for_one_duty(case: Case) -> Iterator[Fault]:
    """What is due is the same, by the same bodies, and the last day another."""
    known: dict[tuple[str, tuple[str, ...]], Deadline] = {}
    for deadline in _fixed(case):
        about = folded(deadline.about)
        if deadline.relation not in _LAST_DAYS or len(about) < _SHORTEST_DUTY:
            continue
        key = (about, tuple(agency.key for agency in deadline.agencies))
        first = known.setdefault(key, deadline)
        if first.latest != deadline.latest:
            yield Fault(
                span=deadline.span,
                related=(first.span,),
                message=f"Một nhiệm vụ có hai thời hạn: {first.text} và {deadline.text}",
                message_en=f"One duty has two deadlines: {first.text} and {deadline.text}",
            )
