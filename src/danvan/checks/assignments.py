"""Family A: who does what by when, and who is told of it (phân công, báo cáo)."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from danvan.checks.catalogue import checks
from danvan.checks.covering import covers, names_everybody, recipients_of
from danvan.checks.reports import is_of_report
from danvan.checks.rule import Fault
from danvan.checks.uptake import below, level_of
from danvan.dates import Recurrence, Relation
from danvan.units import AgencyKind

if TYPE_CHECKING:
    from collections.abc import Iterator

    from danvan.checks.case import Case
    from danvan.plan import Assignment, Deadline
    from danvan.units import Agency

# "Dự thảo báo cáo, trình Ban Thường trực": whoever it is laid before is named.
_SUBMITTED = re.compile(r"\btrình\s+[^\W\d_]")
_AGGREGATES = re.compile(r"\btổng hợp\b", re.IGNORECASE)
# More reports that aggregate on one day are no plan's.
_MOST_COMPARED = 16
_LEADS = re.compile(r"\bchủ trì\b", re.IGNORECASE)
_LAST_DAYS = frozenset({Relation.BEFORE, Relation.BY, Relation.UNTIL})
_TO_ACT = re.compile(r"thực hiện|phối hợp|triển khai")
_OFFICIAL = re.compile(r"công\s+chức|cán\s+bộ|trưởng|giáo\s+viên|bí\s+thư", re.IGNORECASE)
_VAGUE = frozenset({AgencyKind.OTHER, AgencyKind.LOCALITY})


@checks("A101")
def dated_task_without_owner(case: Case) -> Iterator[Fault]:
    """A deadline has nobody who must meet it."""
    for deadline in case.plan.deadlines:
        if deadline.agencies or deadline.latest is None:
            continue
        if deadline.relation in _LAST_DAYS:
            yield Fault(
                span=deadline.span,
                message=f"Thời hạn {deadline.text} không có cơ quan thực hiện",
                message_en=f"Nobody is named who must meet the deadline {deadline.text}",
            )


@checks("A102")
def no_deadline_at_all(case: Case) -> Iterator[Fault]:
    """Work is given, and no day is set for any of it."""
    plan = case.plan
    if plan.assignments and not any(d.latest is not None for d in plan.deadlines):
        yield Fault(
            span=plan.assignments[0].span,
            message="Kế hoạch phân công mà không có thời hạn nào có ngày",
            message_en="The plan gives work and sets no dated deadline",
        )


def _owners(case: Case) -> Iterator[tuple[Agency, Assignment]]:
    """The single bodies that lead, each where it first does; the issuer's own are left out.

    So are officials: whoever works in the issuer's own office needs no copy.
    """
    seen = {issuer.key for issuer in case.plan.issuers}
    for assignment in case.plan.assignments:
        for agency in assignment.lead:
            if agency.collective or agency.kind in _VAGUE or agency.post or agency.key in seen:
                continue
            if _OFFICIAL.match(agency.name):
                continue
            seen.add(agency.key)
            yield agency, assignment


@checks("A103")
def owner_not_recipient(case: Case) -> Iterator[Fault]:
    """A body has work, and the list of recipients does not name it, nor a class with it."""
    if not case.plan.recipients or case.is_truncated:
        return
    # Of the inner bodies of schools, committees and associations names do not tell whose they are.
    if not any(issuer.kind is AgencyKind.PEOPLES_COMMITTEE for issuer in case.plan.issuers):
        return
    told = recipients_of(case)
    if any(names_everybody(recipient) for recipient, _ in told):
        return
    receiving = [agency for _, agencies in told for agency in agencies]
    for agency, assignment in _owners(case):
        if _is_of_issuer(case, agency) or any(covers(r, agency) for r in receiving):
            continue
        yield Fault(
            span=assignment.span,
            message=f"{agency.full_name} được giao nhiệm vụ mà không có trong nơi nhận",
            message_en=f"{agency.full_name} is given work and is not among the recipients",
        )


def _is_of_issuer(case: Case, agency: Agency) -> bool:
    """Whether a body issues the document, or is the office that files it."""
    own_office = agency.kind is AgencyKind.OFFICE
    return own_office or any(covers(issuer, agency) for issuer in case.plan.issuers)


@checks("A104")
def recipient_without_work(case: Case) -> Iterator[Fault]:
    """A body receives the document to act on it, and has nothing to do in it."""
    named = [
        agency
        for a in case.plan.assignments
        for agency in (*a.lead, *a.coordinating, *a.supervised, *a.reports_to, *a.via)
    ]
    if not named:
        return
    # Those above the issuer receive the document to know of it.
    level = level_of(case.plan)
    for recipient, agencies in recipients_of(case):
        if recipient.purpose is not None and not _TO_ACT.search(recipient.purpose):
            continue
        if names_everybody(recipient) or not agencies:
            continue
        idle = [a for a in agencies if not any(covers(a, n) or covers(n, a) for n in named)]
        if len(idle) == len(agencies) and not below(level, agencies[0].level):
            yield Fault(
                span=recipient.span,
                message=f"{recipient.text} có trong nơi nhận mà không có nhiệm vụ",
                message_en=f"{recipient.text} receives the document and has no work in it",
            )


@checks("A105")
def report_without_addressee(case: Case) -> Iterator[Fault]:
    """A report is due, and nobody is named to whom."""
    for assignment in case.plan.assignments:
        if assignment.reports_to or assignment.via:
            continue
        for deadline in assignment.deadlines:
            if is_of_report(deadline) and not _SUBMITTED.search(deadline.about):
                yield Fault(
                    span=deadline.span,
                    message="Báo cáo không nêu nơi nhận",
                    message_en="The report is due, and nobody is named who receives it",
                )
                break


@checks("A106")
def two_leads(case: Case) -> Iterator[Fault]:
    """Several bodies lead one task."""
    for assignment in case.plan.assignments:
        leads = [a for a in assignment.lead if not a.collective]
        match = _LEADS.search(assignment.action)
        if len(leads) > 1 and match and all(a.name in assignment.action for a in leads):
            names = " và ".join(a.full_name for a in leads)
            yield Fault(
                span=assignment.span,
                message=f"Một nhiệm vụ có nhiều cơ quan chủ trì: {names}",
                message_en=f"One task has several leads: {names}",
            )


@checks("A107")
def coordinates_with_itself(case: Case) -> Iterator[Fault]:
    """The lead is among those with whom it coordinates."""
    for assignment in case.plan.assignments:
        leads = {agency.key for agency in assignment.lead if not agency.collective}
        for agency in assignment.coordinating:
            if agency.key in leads:
                yield Fault(
                    span=assignment.span,
                    message=f"{agency.full_name} phối hợp với chính mình",
                    message_en=f"{agency.full_name} coordinates with itself",
                )


def _report_deadlines(assignment: Assignment) -> Iterator[tuple[int, Deadline]]:
    """The deadlines of reports, each with the ordinal of its last day."""
    for deadline in assignment.deadlines:
        if deadline.latest is not None and is_of_report(deadline):
            yield deadline.latest.toordinal(), deadline


@checks("A108")
def no_time_to_aggregate(case: Case) -> Iterator[Fault]:
    """The report that aggregates is due no later than those of which it is made."""
    aggregating: dict[int, list[tuple[Assignment, Deadline]]] = {}
    reporting: dict[int, tuple[Assignment, Deadline]] = {}
    for assignment in case.plan.assignments:
        aggregates = _AGGREGATES.search(assignment.action) is not None
        for day, deadline in _report_deadlines(assignment):
            if aggregates:
                aggregating.setdefault(day, []).append((assignment, deadline))
            else:
                reporting.setdefault(deadline.span.start, (assignment, deadline))
    for assignment, deadline in reporting.values():
        due = _aggregate_too_soon(case, assignment, deadline, aggregating)
        if due is not None:
            yield Fault(
                span=deadline.span,
                related=(due.span,),
                message=f"Báo cáo đơn vị ({deadline.text}) đến hạn cùng báo cáo tổng hợp",
                message_en=f"The report ({deadline.text}) leaves no time to aggregate it",
            )


def _aggregate_too_soon(
    case: Case,
    assignment: Assignment,
    deadline: Deadline,
    aggregating: dict[int, list[tuple[Assignment, Deadline]]],
) -> Deadline | None:
    """A report by others that is made of one, and due before there is time to make it."""
    if deadline.latest is None:
        return None
    for days in range(case.settings.aggregation_days):
        day = deadline.latest.toordinal() + days
        for aggregate, due in aggregating.get(day, ())[:_MOST_COMPARED]:
            if not _have_common_lead(aggregate, assignment):
                return due
    return None


def _have_common_lead(one: Assignment, other: Assignment) -> bool:
    return bool({a.key for a in one.lead} & {a.key for a in other.lead})


@checks("A109")
def report_cycle_without_days(case: Case) -> Iterator[Fault]:
    """A report is due again and again, and no day is set."""
    for deadline in case.plan.deadlines:
        cycle = deadline.when.value
        if not isinstance(cycle, Recurrence) or not is_of_report(deadline):
            continue
        if not _names_days(cycle):
            yield Fault(
                span=deadline.span,
                message=f"Báo cáo định kỳ ({deadline.text}) không nêu ngày",
                message_en=f"No day is set for the periodic report ({deadline.text})",
            )


@checks("A110")
def report_without_day(case: Case) -> Iterator[Fault]:
    """A report goes to a body, and no time is set for it."""
    for assignment in case.plan.assignments:
        if assignment.reports_to and not assignment.deadlines:
            names = ", ".join(agency.full_name for agency in assignment.reports_to)
            yield Fault(
                span=assignment.span,
                message=f"Báo cáo {names} mà không nêu thời hạn",
                message_en=f"A report goes to {names}, and no time is set for it",
            )


def _names_days(cycle: Recurrence) -> bool:
    """Whether a cycle says on which day of its period something is due."""
    named = (cycle.days, cycle.weekday, cycle.working_day, cycle.window)
    return any(named) or any(_names_days(item) for item in cycle.items)
