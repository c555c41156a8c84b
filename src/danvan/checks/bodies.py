"""Family U: administrative units and the bodies of their levels (đơn vị hành chính, cơ quan)."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from danvan.checks.catalogue import checks
from danvan.checks.rule import Fault
from danvan.checks.uptake import below, level_of
from danvan.units import Level, System

if TYPE_CHECKING:
    import datetime
    from collections.abc import Iterator

    from danvan.checks.case import Case
    from danvan.plan import Assignment
    from danvan.span import Span
    from danvan.units import AdministrativeUnit, Agency, Lifetime

_UNIT_OF_ANOTHER_TIME, _UNKNOWN_UNIT = "R110", "R111"
# What is asked for is no charge.
_ASKED = re.compile(r"đề nghị|mời|trân trọng|kính", re.IGNORECASE)
_MOST_SUCCESSORS = 6


@checks("U101")
def unit_unknown(case: Case) -> Iterator[Fault]:
    """The gazetteer has no unit of that name."""
    for finding in case.plan.findings:
        if finding.code == _UNKNOWN_UNIT:
            yield Fault(span=finding.span, message=finding.message, message_en=finding.message_en)


def _charged(case: Case) -> Iterator[tuple[Agency, Assignment]]:
    """The bodies that lead some work, each where it first does."""
    seen: set[str] = set()
    for assignment in case.plan.assignments:
        for agency in assignment.lead:
            if agency.key not in seen:
                seen.add(agency.key)
                yield agency, assignment


@checks("U102")
def outside_territory(case: Case) -> Iterator[Fault]:
    """A body is of a unit that does not lie in the issuer's, nor has it in it."""
    own = [issuer.unit for issuer in case.plan.issuers if issuer.unit is not None]
    if not own or any(unit.code is None for unit in own):
        return
    for agency, assignment in _charged(case):
        unit = agency.unit
        if unit is None or unit.code is None:
            continue
        if not any(home.contains(unit) or unit.contains(home) for home in own):
            yield Fault(
                span=assignment.span,
                message=f"{agency.full_name} không thuộc {own[0].full_name}",
                message_en=f"{agency.full_name} does not belong to {own[0].full_name}",
            )


@checks("U103")
def charges_level_above(case: Case) -> Iterator[Fault]:
    """A body of the state is charged by one of a level below it."""
    level = level_of(case.plan)
    for agency, assignment in _charged(case):
        if agency.system is not System.STATE or not below(level, agency.level):
            continue
        if not _ASKED.search(_heading(case, assignment) + assignment.action):
            yield Fault(
                span=assignment.span,
                message=f"Giao nhiệm vụ cho cơ quan cấp trên: {agency.full_name}",
                message_en=f"A body of a level above is charged: {agency.full_name}",
            )


def _heading(case: Case, assignment: Assignment) -> str:
    section = next((s for s in case.sections if s.path == assignment.section), None)
    return f"{section.title} " if section is not None and section.title else ""


def _named(case: Case) -> Iterator[tuple[Agency, Span]]:
    """The bodies that lead, work with others, are reported to or receive, each once."""
    seen: set[str] = set()
    for assignment in case.plan.assignments:
        for agency in (*assignment.lead, *assignment.coordinating, *assignment.reports_to):
            if agency.key not in seen:
                seen.add(agency.key)
                yield agency, assignment.span
    for recipient in case.plan.recipients:
        if recipient.agency is not None and recipient.agency.key not in seen:
            seen.add(recipient.agency.key)
            yield recipient.agency, recipient.span


@checks("U104")
def unit_of_another_time(case: Case) -> Iterator[Fault]:
    """A unit was over, or not yet made, on the day of issue."""
    day = case.day
    if day is None:
        return
    ended = {unit.full_name: unit for unit in _units(case) if not unit.is_valid(day)}
    for finding in case.plan.findings:
        if finding.code != _UNIT_OF_ANOTHER_TIME:
            continue
        unit = next((u for name, u in ended.items() if name in finding.message), None)
        if unit is None:
            told = finding.message, finding.message_en
        else:
            words = _since_or_until(day, unit.valid_to)
            told = (
                f"Vào ngày ban hành {words[0]} {unit.full_name}",
                f"{unit.full_name} {words[1]} on the day of issue, {day}",
            )
        yield Fault(
            span=finding.span or case.head,
            message=told[0],
            message_en=told[1],
            help=_after(unit, case) if unit is not None else "",
        )


def _since_or_until(day: datetime.date, last: datetime.date | None) -> tuple[str, str]:
    """Whether something is over on a day or has not begun, in two languages."""
    if last is not None and day > last:
        return "không còn", "no longer exists"
    return "chưa có", "does not exist yet"


def _units(case: Case) -> Iterator[AdministrativeUnit]:
    """The units of the gazetteer to which the bodies that the plan names belong."""
    agencies = [agency for agency, _ in _named(case)]
    for agency in (*case.plan.issuers, *agencies):
        if agency.unit is not None and agency.unit.code is not None:
            yield agency.unit


def _after(unit: AdministrativeUnit, case: Case) -> str:
    """Which units have the territory of one on the day of issue."""
    after = unit.successors(case.day)
    names = ", ".join(u.full_name for u in after[:_MOST_SUCCESSORS])
    more = ", ..." if len(after) > _MOST_SUCCESSORS else ""
    return f"On {case.day} its territory is that of: {names}{more}" if names else ""


@checks("U106")
def body_of_another_time(case: Case) -> Iterator[Fault]:
    """A body had ended, or had not begun, on the day of issue."""
    day = case.day
    if day is None:
        return
    for agency, span in _named(case):
        if agency.level is Level.DISTRICT or (agency.unit and not agency.unit.is_valid(day)):
            continue
        life = agency.lifetime
        if life.is_valid(day) is not False:
            continue
        told = _since_or_until(day, life.ends[1] if life.ends else None)
        yield Fault(
            span=span,
            message=f"Vào ngày ban hành {told[0]} {agency.full_name}",
            message_en=f"{agency.full_name} {told[1]} on the day of issue, {day}",
            help=_inherited(life),
        )


def _inherited(life: Lifetime) -> str:
    """What took the place of a body, and by what decision."""
    heirs = f"Its work went to: {', '.join(life.heirs)}" if life.heirs else ""
    return " ".join(filter(None, (heirs, f"({life.source})" if life.source else "")))


@checks("U105")
def district_level_abolished(case: Case) -> Iterator[Fault]:
    """Work goes to bodies of a level that is no more."""
    for agency, assignment in _charged(case):
        if agency.level is Level.DISTRICT and (agency.unit is None or agency.unit.code is None):
            yield Fault(
                span=assignment.span,
                message=f"Cấp huyện đã kết thúc hoạt động: {agency.full_name}",
                message_en=f"The district level has ended: {agency.full_name}",
            )
