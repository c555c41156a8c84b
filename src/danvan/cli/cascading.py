"""``danvan cascade``: plans over several levels, as a tree and tables or as JSON."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from danvan.checks import Cascade, level_of, number_of
from danvan.cli.blocks import Facts, Grid, Title
from danvan.cli.commands import Reading, show
from danvan.cli.safe import escaped_json

if TYPE_CHECKING:
    import argparse
    from collections.abc import Iterable, Iterator

    from danvan.checks import Report, Uptake
    from danvan.cli.blocks import Block
    from danvan.instruments import Instrument
    from danvan.plan import Deadline, Plan
    from danvan.units import Agency

SCHEMA = "danvan/cascade/1"
_END_MARK = "./ "
_NOT_TAKEN_UP = "not taken up"
# Blanks that do not break, since lines are wrapped at others.
_STEP, _BRANCH = "\u00a0" * 3, "└─\u00a0"


def run(options: argparse.Namespace) -> int:
    """Show how the plans of the files stand under each other; returns the exit code."""
    reading = Reading(options.files)
    cascade = Cascade.of(reading)
    if options.format == "json":
        print(escaped_json(json.dumps(as_dict(cascade), ensure_ascii=False)))
    else:
        show(_blocks(cascade))
    return 2 if reading.code == 2 else 0


def _blocks(cascade: Cascade) -> Iterator[Block]:
    plans = f"{len(cascade.plans)} plan{'s' * (len(cascade.plans) != 1)}"
    yield Title(plans)
    yield Grid("Tree", ("Plan", "Issuer", "Day", "Known by", "File"), tuple(_tree(cascade)))
    missing = tuple(
        (_told(one.instrument), one.instrument.issuer or "", _called(one.cited_by))
        for one in cascade.missing()
    )
    if missing:
        yield Grid("Cited and not at hand", ("Document", "Issuer", "Cited by"), missing)
    reports = tuple(map(_report_row, cascade.reporting()))
    if reports:
        columns = ("Plan", "Who", "Reports to", "Through", "By", "Above by", "Days")
        yield Grid("Reports, from the lowest level up", columns, reports, frozenset({6}))
    for superior in cascade.plans:
        yield from _coverage(cascade, superior)
    if not cascade.links:
        yield Facts((("Links", "none: no plan cites another, nor lies in the territory of one"),))


def _tree(cascade: Cascade) -> Iterator[tuple[str, ...]]:
    """The plans, each under that which it carries out; of a circle each plan once."""
    shown: set[int] = set()
    # The last is taken first: the roots, and then what stands in a circle.
    waiting = [(plan, 0) for plan in (*reversed(cascade.plans), *reversed(cascade.roots))]
    while waiting:
        plan, depth = waiting.pop()
        if id(plan) in shown:
            continue
        shown.add(id(plan))
        waiting += [(child, depth + 1) for child in reversed(cascade.children(plan))]
        evidence = next((str(link.evidence) for link in cascade.links if link.plan is plan), "")
        mark = _STEP * (depth - 1) + _BRANCH if depth else ""
        day = str(plan.issued_on or "")
        yield mark + _called(plan), _names(plan.issuers), day, evidence, plan.source.name or "-"


def _called(plan: Plan) -> str:
    kind = plan.kind.name if plan.kind is not None else ""
    number = number_of(plan)
    return " ".join(filter(None, (kind, str(number) if number else plan.subject or "")))


def _told(instrument: Instrument) -> str:
    kind = instrument.kind.name if instrument.kind is not None else ""
    name = str(instrument.number) if instrument.number else instrument.name or ""
    day = f"({instrument.issued_on})" if instrument.issued_on else ""
    return " ".join(filter(None, (kind, name, day)))


def _names(agencies: Iterable[Agency]) -> str:
    return ", ".join(agency.full_name for agency in agencies)


def _report_row(report: Report) -> tuple[str, ...]:
    days = "" if report.days is None else str(report.days)
    return (
        _called(report.plan),
        _names(report.by),
        _names(report.to),
        _names(report.via),
        _due(report.deadline),
        _due(report.above) if report.above is not None else "",
        days,
    )


def _due(deadline: Deadline) -> str:
    return str(deadline.latest or deadline.text)


def _coverage(cascade: Cascade, superior: Plan) -> Iterator[Grid]:
    """The matrix of what a plan gives to the level below, by the plans of that level."""
    covered = cascade.coverage(superior)
    if not any(covered.values()):
        return
    columns = [_called(cascade.plans[i]) for i in covered]
    # Plans of one level are given the same duties; those of another have duties of their own.
    duties: dict[int, tuple[str, str]] = {}
    cells: dict[tuple[int, int], str] = {}
    for place, uptakes in covered.items():
        for one in uptakes:
            key = one.duty.span.start
            duties[key] = (one.duty.section, one.duty.action.rstrip(_END_MARK))
            cells[key, place] = _cell(one)
    rows = tuple(
        (section, action, *(cells.get((key, place), "") for place in covered))
        for key, (section, action) in sorted(duties.items())
    )
    yield Grid(f"Duties of {_called(superior)}", ("Section", "Duty", *columns), rows)


def _cell(one: Uptake) -> str:
    if one.section is None:
        return _NOT_TAKEN_UP
    return ", ".join(filter(None, (one.section, one.deadline)))


def as_dict(cascade: Cascade) -> dict[str, Any]:
    """A cascade as plain data; plans are named by their place in ``plans``."""
    place = {id(plan): i for i, plan in enumerate(cascade.plans)}
    return {
        "schema": SCHEMA,
        "plans": [_plan(plan) for plan in cascade.plans],
        "links": [
            {
                "plan": place[id(link.plan)],
                "superior": place[id(link.superior)],
                "evidence": link.evidence,
                "citation": _span(link.citation),
            }
            for link in cascade.links
        ],
        "missing": [
            {
                "cited_by": place[id(one.cited_by)],
                "document": _told(one.instrument),
                "issuer": one.instrument.issuer,
            }
            for one in cascade.missing()
        ],
        "reports": [
            {
                "plan": place[id(report.plan)],
                "by": [agency.full_name for agency in report.by],
                "to": [agency.full_name for agency in report.to],
                "via": [agency.full_name for agency in report.via],
                "text": report.deadline.text,
                "latest": _day(report.deadline.latest),
                "span": _span(report.deadline),
                "above": _day(report.above.latest if report.above else None),
                "days": report.days,
            }
            for report in cascade.reporting()
        ],
        "coverage": [
            {
                "superior": place[id(superior)],
                "plan": i,
                "section": one.duty.section,
                "duty": one.duty.action,
                "taken_up": one.section,
                "share": round(one.share, 3),
                "deadline": one.deadline or None,
            }
            for superior in cascade.plans
            for i, uptakes in cascade.coverage(superior).items()
            for one in uptakes
        ],
    }


def _plan(plan: Plan) -> dict[str, Any]:
    number, level = number_of(plan), level_of(plan)
    return {
        "file": plan.source.name,
        "kind": plan.kind.name if plan.kind is not None else None,
        "number": str(number) if number is not None else None,
        "issued_on": str(plan.issued_on) if plan.issued_on is not None else None,
        "issuers": [issuer.full_name for issuer in plan.issuers],
        "level": level,
        "subject": plan.subject,
    }


def _span(placed: Any) -> list[int] | None:  # noqa: ANN401 - whatever has a span, or nothing
    return [placed.span.start, placed.span.end] if placed is not None else None


def _day(day: Any) -> str | None:  # noqa: ANN401 - a day of pendulum, or nothing
    return day.isoformat() if day is not None else None
