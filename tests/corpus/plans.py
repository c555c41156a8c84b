"""The facts of a plan, in the form in which the truth has them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from danvan.dates import Recurrence, TimeLimit
from danvan.plan.model import Paragraph
from tests.corpus.facts import Aim, Cited, Due, Duty, Facts, Node, Note, Receiver, Signed
from tests.corpus.values import plain

if TYPE_CHECKING:
    from collections.abc import Iterable

    from danvan.dates import Value
    from danvan.instruments import Citation
    from danvan.plan.model import Assignment, Deadline, Plan
    from danvan.units import Agency


def facts_of(plan: Plan) -> Facts:
    """What the score compares of a plan."""
    number = plan.number if plan.number is not None and plan.number.serial else None
    return Facts(
        number=_str(number),
        number_text=plan.number_text,
        kind=plan.kind.name if plan.kind else None,
        issuers=tuple(agency.full_name for agency in plan.issuers),
        place=plan.place,
        issued_on=_str(plan.issued_on),
        subject=plan.subject,
        archive=plan.archive,
        bullets=sum(
            isinstance(item, Paragraph) and bool(item.marker)
            for section in plan.walk()
            for item in section.body
        ),
        bases=tuple(map(_cited, plan.bases)),
        citations=tuple(map(_cited, plan.citations)),
        outline=tuple(
            Node(span=s.title_span or s.span, path=s.path, title=s.title) for s in plan.walk()
        ),
        deadlines=tuple(map(_due, plan.deadlines)),
        assignments=tuple(_duty(a, plan.source.text) for a in plan.assignments),
        targets=tuple(
            Aim(
                span=t.span,
                text=plain(t.span.of(plan.source.text)),
                value=t.value,
                unit=t.unit,
                comparator=t.comparator.value,
                change=t.change.value if t.change else None,
            )
            for t in plan.targets
        ),
        addressees=tuple(Receiver(span=a.span, text=a.text) for a in plan.addressees),
        recipients=tuple(
            Receiver(span=r.span, text=r.text, purpose=r.purpose) for r in plan.recipients
        ),
        signatures=tuple(
            Signed(span=s.span, authority=s.authority, position=s.position, name=s.name)
            for s in plan.signatures
        ),
        footnotes=tuple(Note(span=f.span, mark=f.mark, text=f.text) for f in plan.footnotes),
    )


def _cited(citation: Citation) -> Cited:
    instrument = citation.instrument
    return Cited(
        span=citation.span,
        text=plain(citation.text),
        kind=citation.kind_text,
        number=_str(instrument.number),
        issued_on=_str(instrument.issued_on),
        issuer=instrument.issuer,
    )


def _due(deadline: Deadline) -> Due:
    when = deadline.when
    first, last = _named(when.value)
    return Due(
        span=deadline.span,
        text=plain(deadline.text),
        relation=None if when.relation is None else when.relation.value,
        first=first,
        last=last,
    )


def _named(value: Value | None) -> tuple[str | None, str | None]:
    """First and last day of the day or period that is named; a recurrence or a term names none."""
    if value is None or isinstance(value, (Recurrence, TimeLimit)):
        return None, None
    return _str(value.earliest), _str(value.latest)


def _duty(assignment: Assignment, text: str) -> Duty:
    return Duty(
        span=assignment.span,
        text=plain(assignment.span.of(text)),
        section=assignment.section,
        lead=_names(assignment.lead),
        coordinating=_names(assignment.coordinating),
        reports_to=_names(assignment.reports_to),
    )


def _names(agencies: Iterable[Agency]) -> tuple[str, ...]:
    return tuple(agency.name for agency in agencies)


def _str(value: object) -> str | None:
    return None if value is None else str(value)
