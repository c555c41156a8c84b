"""`Cascade`: plans over the levels of government, each under the one that it carries out."""

from __future__ import annotations

from typing import TYPE_CHECKING

import attrs

from danvan.checks.links import Link, link, names
from danvan.checks.reports import is_of_report
from danvan.checks.uptake import Uptake, height, is_meant, uptake
from danvan.instruments import CitationRole, Instrument
from danvan.plan import Assignment, Deadline, Plan
from danvan.units import Agency

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator


_ABOVE_ROLES = frozenset({CitationRole.BASIS, CitationRole.IMPLEMENTS})


@attrs.frozen(kw_only=True, eq=False)
class Missing:
    """A document that a plan carries out and that is not at hand (văn bản cấp trên còn thiếu)."""

    instrument: Instrument
    cited_by: Plan


@attrs.frozen(kw_only=True, eq=False)
class Report:
    """One duty to report (chế độ báo cáo): who, to whom, through whom, by when.

    ``above`` is the report of the next level for which this one is needed, None where it is not
    known; ``days`` is how many days lie between the two, for putting them together.
    """

    plan: Plan
    assignment: Assignment
    deadline: Deadline
    by: tuple[Agency, ...]
    to: tuple[Agency, ...]
    via: tuple[Agency, ...]
    above: Deadline | None = None

    @property
    def days(self) -> int | None:
        """The days from this report to the one above; None where one of the two is not known."""
        own = self.deadline.latest
        above = self.above.latest if self.above is not None else None
        if own is None or above is None:
            return None
        return above.toordinal() - own.toordinal()


@attrs.frozen(kw_only=True, eq=False)
class Cascade:
    """Plans over several levels (hệ thống kế hoạch các cấp): a tree, from central to commune.

    ``links`` has for each plan the plans above it that are at hand, the nearest first.
    """

    plans: tuple[Plan, ...]
    links: tuple[Link, ...]

    @classmethod
    def of(cls, plans: Iterable[Plan]) -> Cascade:
        r"""The tree of plans, from what they cite and where they apply.

        >>> import danvan
        >>> above = danvan.parse("Số: 15/KH-UBND\n\nKẾ HOẠCH\nTrồng cây năm 2023")
        >>> plan = danvan.parse("KẾ HOẠCH\nTrồng cây\n\nThực hiện Kế hoạch số 15/KH-UBND.")
        >>> Cascade.of([plan, above]).superiors(plan) == (above,)
        True
        """
        every = tuple(plans)
        found: list[Link] = []
        for plan in every:
            above = [link(other, plan) for other in every if other is not plan]
            found += sorted(
                (one for one in above if one is not None),
                key=lambda one: height(one.superior),
            )
        return cls(plans=every, links=tuple(found))

    def superiors(self, plan: Plan) -> tuple[Plan, ...]:
        """The plans above a plan that are at hand, the nearest first."""
        return tuple(one.superior for one in self.links if one.plan is plan)

    def parent(self, plan: Plan) -> Plan | None:
        """The nearest plan above a plan."""
        return next(iter(self.superiors(plan)), None)

    def children(self, plan: Plan) -> tuple[Plan, ...]:
        """The plans of which a plan is the nearest above."""
        return tuple(one for one in self.plans if self.parent(one) is plan)

    @property
    def roots(self) -> tuple[Plan, ...]:
        """The plans above which none is at hand."""
        return tuple(plan for plan in self.plans if self.parent(plan) is None)

    def missing(self) -> tuple[Missing, ...]:
        """The documents on which plans rest or which they carry out, and that are not at hand."""
        found: dict[tuple[int, str], Missing] = {}
        for plan in self.plans:
            for citation in plan.citations:
                if citation.role not in _ABOVE_ROLES:
                    continue
                if any(names(citation, other) for other in self.plans):
                    continue
                instrument = citation.resolved
                found.setdefault(
                    (id(plan), instrument.key), Missing(instrument=instrument, cited_by=plan)
                )
        return tuple(found.values())

    def coverage(self, superior: Plan) -> dict[int, tuple[Uptake, ...]]:
        """For each plan right below one, what it does with the duties given to its level.

        Returns:
            For the place of each such plan in ``plans``, its uptakes; see `danvan.checks.uptake`.
        """
        below_it = {id(plan) for plan in self.children(superior)}
        return {
            i: uptake(superior, plan) for i, plan in enumerate(self.plans) if id(plan) in below_it
        }

    def reporting(self) -> tuple[Report, ...]:
        """Who reports to whom, through whom and by when, from the lowest level up."""
        found = [report for plan in self.plans for report in self._reports(plan)]
        return tuple(sorted(found, key=lambda report: height(report.plan)))

    def _reports(self, plan: Plan) -> Iterator[Report]:
        parent = self.parent(plan)
        for assignment in plan.assignments:
            for deadline in assignment.deadlines:
                if not is_of_report(deadline):
                    continue
                yield Report(
                    plan=plan,
                    assignment=assignment,
                    deadline=deadline,
                    by=assignment.lead,
                    to=assignment.reports_to,
                    via=assignment.via,
                    above=_report_within(deadline, assignment, plan)
                    or (report_above(deadline, parent, plan) if parent else None),
                )


def _report_within(deadline: Deadline, assignment: Assignment, plan: Plan) -> Deadline | None:
    """The report of a plan that is made by those to whom another one goes."""
    receivers = {agency.key for agency in assignment.reports_to}
    due = [
        other
        for aggregating in plan.assignments
        if receivers & {agency.key for agency in aggregating.lead}
        for other in aggregating.deadlines
        if is_of_report(other)
    ]
    return _nearest(deadline, due)


def _nearest(deadline: Deadline, others: Iterable[Deadline]) -> Deadline | None:
    """The one of some deadlines that is nearest in time to another."""
    own = deadline.latest
    dated = [(other.latest, other) for other in others if other.latest is not None]
    if own is None or not dated:
        return None
    return min(dated, key=lambda pair: abs(pair[0].toordinal() - own.toordinal()))[1]


def report_above(deadline: Deadline, superior: Plan, plan: Plan) -> Deadline | None:
    """The report to the level above that is nearest to one within a plan."""
    return _nearest(
        deadline,
        (
            due
            for due in superior.deadlines
            if is_of_report(due)
            and any(is_meant(agency, issuer) for agency in due.agencies for issuer in plan.issuers)
        ),
    )
