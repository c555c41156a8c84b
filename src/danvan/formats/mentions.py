"""What is named in the source of a plan, and where: for programs that mark or learn from text."""

from __future__ import annotations

import enum
from typing import TYPE_CHECKING

import attrs

from danvan import dates
from danvan.span import Span
from danvan.units import AgencyContext, find_agencies

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from danvan.instruments import Citation
    from danvan.plan import Deadline, Plan


class Label(enum.StrEnum):
    """What can be named (loại)."""

    CITATION = "citation"
    DEADLINE = "deadline"
    DATE = "date"
    AGENCY = "agency"


@attrs.frozen(kw_only=True)
class Mention:
    """A place in the source (lần nhắc).

    ``value`` is what is named there in its canonical form, "" where none is known; ``about`` what
    is said of it. ``whole`` is false where the span has more in it than the mention, a note or the
    foot of a page.
    """

    label: Label
    span: Span
    value: str = ""
    about: str = ""
    whole: bool = True


def mentions(plan: Plan, labels: Iterable[Label | str] = Label) -> tuple[Mention, ...]:
    """What is named in the source of a plan, in reading order.

    Citations and deadlines are those of the plan. Dates and bodies are all that are found in its
    text, also in the head and the closing. Without its text (`DetachedSource`) there is nothing.

    Args:
        plan: the plan.
        labels: what is asked for.

    Raises:
        ValueError: if there is no such label.
    """
    asked = {Label(label) for label in labels}
    text = plan.source.text
    found = [
        mention
        for label, each in _FOUND.items()
        if label in asked
        for mention in each(plan)
        if mention.span.start < mention.span.end <= len(text)
    ]
    return tuple(
        sorted(found, key=lambda mention: (mention.span, tuple(Label).index(mention.label)))
    )


def _citations(plan: Plan) -> Iterator[Mention]:
    for citation in plan.citations:
        value = _document(citation)
        about = citation.resolved.title or ""
        yield Mention(label=Label.CITATION, span=citation.span, value=value, about=about)


def _document(citation: Citation) -> str:
    document = citation.resolved
    return document.uri or str(document.number or document.name or "")


def _deadlines(plan: Plan) -> Iterator[Mention]:
    for deadline in plan.deadlines:
        yield Mention(
            label=Label.DEADLINE,
            span=deadline.span,
            value=_last_day(deadline),
            about=deadline.about,
            whole=len(deadline.spans) < 2,
        )


def _last_day(deadline: Deadline) -> str:
    latest = deadline.latest
    return str(deadline.when.value or "") if latest is None else latest.isoformat()


def _dates(plan: Plan) -> Iterator[Mention]:
    for found in dates.find(plan.source.text, plan.issued_on):
        yield Mention(
            label=Label.DATE,
            span=found.span,
            value=str(found.value or ""),
            whole=len(found.spans) < 2,
        )


def _agencies(plan: Plan) -> Iterator[Mention]:
    for found in find_agencies(plan.source.text, _context(plan)):
        yield Mention(label=Label.AGENCY, span=found.span, value=found.agency.full_name)


def _context(plan: Plan) -> AgencyContext:
    issuer = next(iter(plan.issuers), None)
    unit = None if issuer is None else issuer.unit
    day = None if plan.issued_on is None else plan.issued_on.earliest
    return AgencyContext(issuer=issuer, unit=unit or plan.place_unit, day=day)


_FOUND = {
    Label.CITATION: _citations,
    Label.DEADLINE: _deadlines,
    Label.DATE: _dates,
    Label.AGENCY: _agencies,
}
