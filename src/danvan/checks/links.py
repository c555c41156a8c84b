"""Which plan stands under which, and how one knows (quan hệ cấp trên, cấp dưới)."""

from __future__ import annotations

import enum
from typing import TYPE_CHECKING

import attrs

from danvan.checks.uptake import below, level_of, share_taken, telling_words
from danvan.instruments import Citation, CitationRole, DocumentNumber
from danvan.instruments.alike import may_be_one_body
from danvan.instruments.register import days_agree
from danvan.plan import Plan

if TYPE_CHECKING:
    from danvan.dates import PartialDate

# How much of a subject must be that of the plan above where nothing but territory links them.
_SAME_SUBJECT = 0.5
_SUPERIOR_ROLES = frozenset({CitationRole.BASIS, CitationRole.IMPLEMENTS})


class Evidence(enum.StrEnum):
    """How one knows that a plan stands under another (căn cứ xác định)."""

    CITATION = "citation"
    TERRITORY = "territory"


@attrs.frozen(kw_only=True, eq=False)
class Link:
    """That a plan carries out another (thực hiện kế hoạch cấp trên).

    ``citation`` is the place where it says so; None where only territory and subject show it.
    """

    superior: Plan
    plan: Plan
    evidence: Evidence
    citation: Citation | None = None


def number_of(plan: Plan) -> DocumentNumber | None:
    """The number under which a plan is cited: that of the decision that carries it, if any."""
    carrier = plan.issued_with
    return carrier.number if carrier is not None and carrier.number else plan.number


def names(citation: Citation, plan: Plan) -> bool:
    """Whether a citation is of a plan: its number, and no other day or issuer."""
    said, number = citation.resolved, number_of(plan)
    if said.number is None or number is None or not number.serial or said.number != number:
        return False
    return may_be_of_one_day(said.issued_on, plan.issued_on) and _is_issuer(said.issuer, plan)


def may_be_of_one_day(one: PartialDate | None, other: PartialDate | None) -> bool:
    """Whether two days, as far as they are given, may be one."""
    return one is None or other is None or days_agree(one, other)


def _is_issuer(printed: str | None, plan: Plan) -> bool:
    if printed is None or not plan.issuers:
        return True
    return any(may_be_one_body(printed, issuer.full_name) for issuer in plan.issuers)


def link(superior: Plan, plan: Plan) -> Link | None:
    """How a plan stands under another; None where nothing shows that it does."""
    if below(level_of(superior), level_of(plan)):
        return None
    for citation in plan.citations:
        if names(citation, superior):
            return Link(superior=superior, plan=plan, evidence=Evidence.CITATION, citation=citation)
    if below(level_of(plan), level_of(superior)) and _is_within(plan, superior):
        subject = telling_words(plan.subject or "")
        if share_taken(subject, telling_words(superior.subject or "")) >= _SAME_SUBJECT:
            return Link(superior=superior, plan=plan, evidence=Evidence.TERRITORY)
    return None


def _is_within(plan: Plan, superior: Plan) -> bool:
    """Whether the issuer's unit lies in that of the issuer above, as far as both are known."""
    unit = next((a.unit for a in plan.issuers if a.unit is not None), None)
    above = next((a.unit for a in superior.issuers if a.unit is not None), None)
    return unit is not None and above is not None and above.contains(unit)


def cites_as_superior(plan: Plan, other: Plan) -> bool:
    """Whether a plan names another as that on which it rests or which it carries out."""
    return any(c.role in _SUPERIOR_ROLES and names(c, other) for c in plan.citations)
