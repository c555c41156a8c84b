"""Where a document belongs: its units as the gazetteer has them, and what is doubtful there."""

from __future__ import annotations

from typing import TYPE_CHECKING

import attrs

from danvan.plan import remarks
from danvan.plan.issuers import named, unnamed_kind
from danvan.text import folded
from danvan.units import AdministrativeUnit, Agency, AgencyContext, AgencyMention, Resolver

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from danvan.findings import Finding
    from danvan.plan.model import Assignment, Recipient
    from danvan.span import Span


class Whereabouts:
    """The units that a document names, settled from its day, its issuer and its own words.

    Nothing is looked up before a unit is named.
    """

    def __init__(self, text: str, context: AgencyContext, issuers: tuple[Agency, ...]) -> None:
        self._resolver = Resolver(text, context.day)
        self._about_place: Finding | None = None
        self._inferred: AdministrativeUnit | None = None
        if context.unit is not None:
            context = attrs.evolve(context, unit=self._resolver.settle_home(context.unit))
        elif (only := self._unnamed(issuers)) is not None:
            context = attrs.evolve(context, unit=only, unit_is_named=False)
            issuers = tuple(named(agency, context) for agency in issuers)
            context = attrs.evolve(
                context, issuer=context.issuer and named(context.issuer, context)
            )
            self._inferred = only
        self.issuers = tuple(map(self._resolver.settled, issuers))
        issuer = context.issuer and self._resolver.settled(context.issuer)
        self.context = attrs.evolve(context, issuer=issuer)

    def _unnamed(self, issuers: tuple[Agency, ...]) -> AdministrativeUnit | None:
        """The unit of issuers that do not name it, where the document leaves only one."""
        kinds = [kind for agency in issuers if (kind := unnamed_kind(agency))]
        return self._resolver.only(kinds[0]) if kinds else None

    def mentioned(self, mentions: Iterable[AgencyMention]) -> tuple[AgencyMention, ...]:
        """Mentions whose agencies have units from the gazetteer, where these are settled."""
        settled = self._resolver.settled
        return tuple(
            m
            if m.agency.unit is None or m.agency.unit.code is not None
            else attrs.evolve(m, agency=settled(m.agency))
            for m in mentions
        )

    def received(self, recipients: Iterable[Recipient]) -> tuple[Recipient, ...]:
        """The same for recipients."""
        return tuple(
            r if r.agency is None else attrs.evolve(r, agency=self._resolver.settled(r.agency))
            for r in recipients
        )

    def place(self, printed: str | None) -> AdministrativeUnit | None:
        """The unit that a place line names, if it is settled."""
        unit = self.context.unit
        if printed is None:
            return None
        found: tuple[AdministrativeUnit, ...] = ()
        if unit is None or unit.code is not None:
            level = next((agency.level for agency in self.issuers), None)
            found = self._resolver.at_place(printed, level)
        if len(found) == 1:
            return found[0]
        if unit is None or folded(unit.name) != folded(printed):
            self._about_place = remarks.about_place(printed, found)
        return None

    def findings(
        self,
        recipients: Sequence[Recipient],
        assignments: Iterable[Assignment],
    ) -> list[Finding]:
        """What is doubtful about the units of those who issue, receive and do, one for each."""
        named: dict[AdministrativeUnit, Span | None] = {}
        for agency in self.issuers:
            if agency.unit is not None:
                named.setdefault(agency.unit, None)
        for recipient in recipients:
            if recipient.agency is not None and recipient.agency.unit is not None:
                named.setdefault(recipient.agency.unit, recipient.span)
        for assignment in assignments:
            for agency in _parties(assignment):
                if agency.unit is not None:
                    named.setdefault(agency.unit, assignment.span)
        doubts = [(self._resolver.doubt_about(unit), span) for unit, span in named.items()]
        found = [remarks.about_unit(doubt, span) for doubt, span in doubts if doubt is not None]
        if self._about_place is not None:
            found.append(self._about_place)
        if self._inferred is not None:
            found.append(remarks.about_inferred_unit(self._inferred))
        unread = remarks.about_recipients([r for r in recipients if r.agency is None])
        return [*found, unread] if unread else found


def _parties(assignment: Assignment) -> Iterable[Agency]:
    yield from assignment.lead
    yield from assignment.coordinating
    yield from assignment.advising
    yield from assignment.supervised
    yield from assignment.reports_to
    yield from assignment.via
