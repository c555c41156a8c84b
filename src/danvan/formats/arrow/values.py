"""What stands in columns for which a field of an object is not enough."""

from __future__ import annotations

from operator import attrgetter
from typing import TYPE_CHECKING, Any

import attrs

from danvan.dates import Recurrence
from danvan.errors import MissingExtraError
from danvan.plan import Deadline, Section

if TYPE_CHECKING:
    import datetime
    from collections.abc import Callable, Iterable, Iterator

    from danvan.dates import PartialDate, Period
    from danvan.formats.arrow.columns import Row
    from danvan.instruments import Instrument
    from danvan.plan import Plan, Recipient
    from danvan.span import Span
    from danvan.units import Agency


@attrs.frozen
class PlacedSection:
    """A section and the path of the one above."""

    section: Section
    parent: str | None

    @property
    def span(self) -> Span:
        """Where it stands."""
        return self.section.span

    @property
    def text(self) -> str:
        """Its own paragraphs, a line each."""
        return "\n".join(f"{p.marker} {p.text}".strip() for p in self.section.paragraphs)


def sections(plan: Plan) -> Iterator[PlacedSection]:
    """All sections of a plan in reading order."""
    return _placed(plan.sections, None)


def _placed(each: Iterable[Section], parent: str | None) -> Iterator[PlacedSection]:
    for section in each:
        yield PlacedSection(section, parent)
        yield from _placed(section.sections, section.path)


@attrs.frozen
class PlacedDeadline:
    """A deadline and the place of the assignment that it belongs to."""

    deadline: Deadline
    assignment: int | None

    @property
    def span(self) -> Span:
        """Where it stands."""
        return self.deadline.span

    @property
    def cycle(self) -> Recurrence | None:
        """The cycle that it names."""
        when = self.deadline.when
        return when.value if isinstance(when.value, Recurrence) else when.recurrence

    @property
    def rrule(self) -> str | None:
        """The rule of RFC 5545 for its cycle; None where no single one says it."""
        try:
            return None if self.cycle is None else self.cycle.to_rrule()
        except ValueError:
            return None


def deadlines(plan: Plan) -> Iterator[PlacedDeadline]:
    """All deadlines of a plan with the first assignment that each belongs to."""
    owners: dict[Deadline, int] = {}
    for place, assignment in enumerate(plan.assignments):
        for deadline in assignment.deadlines:
            owners.setdefault(deadline, place)
    return (PlacedDeadline(each, owners.get(each)) for each in plan.deadlines)


def names(attribute: str) -> Callable[[Any], list[str]]:
    """What gives the full names of the bodies in an attribute, or an attribute of one."""
    bodies: Callable[[Any], Iterable[Agency]] = attrgetter(attribute)

    def full_names(item: Any) -> list[str]:
        return [agency.full_name for agency in bodies(item)]

    return full_names


def kind_name(document: Plan | Instrument) -> str | None:
    """The name of the kind of a document."""
    return None if document.kind is None else document.kind.name


def whole_day(date: PartialDate | None) -> datetime.date | None:
    """A date as a day, None where part of it is unknown."""
    return None if date is None or not date.is_day else date.earliest


def first_day(period: Period | None) -> datetime.date | None:
    """The first day of a period."""
    try:
        return None if period is None else period.earliest
    except MissingExtraError:
        return None


def last_day(period: Period | None) -> datetime.date | None:
    """The last day of a period."""
    try:
        return None if period is None else period.latest
    except MissingExtraError:
        return None


def line(row: Row) -> int | None:
    """The line on which the object of a row begins."""
    span: Span | None = row.item.span
    source = row.plan.source
    if span is None or span.start >= len(source.text):
        return None
    return source.position(span.start).line


def level(plan: Plan) -> str | None:
    """The level of the first issuer."""
    return next((agency.level for agency in plan.issuers), None)


def place_code(plan: Plan) -> str | None:
    """The code of the unit in which a plan was issued."""
    return None if plan.place_unit is None else plan.place_unit.code


def carrier(plan: Plan) -> object:
    """The decision that carries a plan: its number, or its name."""
    decision = plan.issued_with
    return None if decision is None else decision.number or decision.name


def latest(of: Iterable[Deadline]) -> datetime.date | None:
    """The last of the days that are known."""
    return max((d.latest for d in of if d.latest is not None), default=None)


def body(recipient: Recipient) -> str | None:
    """The full name of the body that a recipient is."""
    return None if recipient.agency is None else recipient.agency.full_name
