"""Family H: whether a plan fits under the plans above it (tính thống nhất giữa các cấp)."""

from __future__ import annotations

from textwrap import shorten
from typing import TYPE_CHECKING

from danvan.checks.cascade import report_above
from danvan.checks.catalogue import checks
from danvan.checks.covering import covers, names_everybody, recipients_of
from danvan.checks.links import cites_as_superior, link, may_be_of_one_day, names, number_of
from danvan.checks.places import subject_place
from danvan.checks.rule import Fault
from danvan.checks.uptake import below, level_of, share_taken, telling_words, uptake
from danvan.instruments.alike import may_be_one_body
from danvan.plan import PartKind

if TYPE_CHECKING:
    from collections.abc import Iterator

    from danvan.checks.case import Case
    from danvan.instruments import Citation
    from danvan.plan import Plan, Target
    from danvan.span import Span

# How much of what two targets are about must be the same for them to be of one thing.
_SAME_TARGET = 0.6
# Reports further apart than this are not of one cycle.
_ONE_CYCLE = 60
_LONGEST_TOLD = 120
_AT_LEAST = frozenset({">=", ">", "="})
_AT_MOST = frozenset({"<=", "<"})


def _called(plan: Plan) -> str:
    """What a plan is called in messages."""
    kind = plan.kind.name if plan.kind is not None else "Kế hoạch"
    number = number_of(plan)
    issuers = ", ".join(issuer.full_name for issuer in plan.issuers)
    return " ".join(filter(None, (kind, str(number) if number else "", issuers)))


def _preamble(case: Case) -> Span:
    """Where the plan says on what it rests; the title where it says nothing."""
    spans = case.parts(PartKind.PREAMBLE)
    return spans[0] if spans else case.title


def _nearly(case: Case, superior: Plan) -> Citation | None:
    """A citation that means a plan above and says something wrong of it.

    Its number is that plan's and its day or issuer is not; or its day and issuer are, and its
    number is not.
    """
    number = number_of(superior)
    for citation in case.plan.citations:
        said = citation.resolved
        if said.number is None or number is None or names(citation, superior):
            continue
        if said.number == number:
            return citation
        same_day = said.issued_on is not None and said.issued_on == superior.issued_on
        same_kind = said.number.kind_abbreviation == number.kind_abbreviation
        if same_day and same_kind and _is_by(said.issuer, superior):
            return citation
    return None


def _is_by(printed: str | None, plan: Plan) -> bool:
    return printed is not None and any(
        may_be_one_body(printed, issuer.full_name) for issuer in plan.issuers
    )


@checks("H101")
def superior_not_cited(case: Case) -> Iterator[Fault]:
    """No citation is of the plan above, nor nearly so, nor of one that carries it out."""
    cited = [s for s in case.superiors if any(names(c, s) for c in case.plan.citations)]
    for superior in case.superiors:
        if superior in cited or any(link(superior, between) for between in cited):
            continue
        if _nearly(case, superior) is None:
            yield Fault(
                span=_preamble(case),
                message=f"Không viện dẫn {_called(superior)}",
                message_en=f"The plan above is not cited: {_called(superior)}",
            )


@checks("H102")
def superior_cited_wrongly(case: Case) -> Iterator[Fault]:
    """The plan above is cited with another number, day or issuer."""
    for superior in case.superiors:
        if any(names(citation, superior) for citation in case.plan.citations):
            continue
        citation = _nearly(case, superior)
        if citation is None:
            continue
        said = citation.resolved
        right = f"{number_of(superior)}, {superior.issued_on or ''}"
        wrong = "số" if said.number != number_of(superior) else "cơ quan ban hành"
        if not may_be_of_one_day(said.issued_on, superior.issued_on):
            wrong = "ngày"
        yield Fault(
            span=citation.span,
            message=f"Viện dẫn {_called(superior)} sai {wrong}; đúng là {right}",
            message_en=f"The plan above is wrongly cited; it is {_called(superior)}, {right}",
        )


@checks("H103")
def issued_before_superior(case: Case) -> Iterator[Fault]:
    """The plan is older than the one that it carries out."""
    for superior in case.superiors:
        own, above = case.plan.issued_on, superior.issued_on
        last = own.latest if own is not None else None
        first = above.earliest if above is not None else None
        if last is not None and first is not None and last < first:
            yield Fault(
                span=case.head,
                message=f"Ban hành {own}, trước {_called(superior)} ({above})",
                message_en=f"Issued on {own}, before {_called(superior)} ({above})",
            )


@checks("H104")
def period_outside_superior(case: Case) -> Iterator[Fault]:
    """The time of the plan does not lie in that of the plan above."""
    for superior in case.superiors:
        own, above = case.plan.period, superior.period
        if own is None or above is None:
            continue
        begins = own.earliest and above.earliest and own.earliest < above.earliest
        ends = own.latest and above.latest and own.latest > above.latest
        if begins or ends:
            yield Fault(
                span=subject_place(case),
                message=f"Thời kỳ {own} không nằm trong thời kỳ của cấp trên ({above})",
                message_en=f"The period {own} is not within that of the plan above, {above}",
            )


@checks("H105")
def report_after_superior(case: Case) -> Iterator[Fault]:
    """A report within is due too late to be part of the report to the level above."""
    days = case.settings.aggregation_days
    for superior in case.superiors:
        for deadline in case.plan.deadlines:
            above = report_above(deadline, superior, case.plan)
            own = deadline.latest
            if above is None or above.latest is None or own is None:
                continue
            late = own.toordinal() - above.latest.toordinal()
            if -days < late < _ONE_CYCLE:
                yield Fault(
                    span=deadline.span,
                    message=f"Báo cáo ({deadline.text}) không kịp báo cáo cấp trên ({above.text})",
                    message_en=f"The report ({deadline.text}) is late for that above: {above.text}",
                )


@checks("H106")
def duty_not_taken_up(case: Case) -> Iterator[Fault]:
    """No section has to do with a duty that the plan above gives to this level."""
    for superior in case.superiors:
        for one in uptake(superior, case.plan):
            if not one.is_taken_up:
                told = shorten(one.duty.action, _LONGEST_TOLD, placeholder=" …")
                yield Fault(
                    span=case.title,
                    message=f"Chưa tiếp nhận nhiệm vụ ({one.duty.section}) của cấp trên: {told}",
                    message_en=f"A duty from above ({one.duty.section}) is not taken up: {told}",
                )


@checks("H107")
def target_below_superior(case: Case) -> Iterator[Fault]:
    """A target is lower than that of the plan above for the same thing."""
    for superior in case.superiors:
        for target in case.plan.targets:
            above = next((t for t in superior.targets if _is_short_of(target, t)), None)
            if above is not None:
                yield Fault(
                    span=target.span,
                    message=f"Chỉ tiêu {_worth(target)} thấp hơn cấp trên ({_worth(above)})",
                    message_en=f"The target {_worth(target)} is below that above, {_worth(above)}",
                )


def _is_short_of(target: Target, above: Target) -> bool:
    """Whether a target is of the same thing as one above, and asks for less."""
    if target.unit != above.unit:
        return False
    own, other = telling_words(target.about), telling_words(above.about)
    if not own or max(share_taken(own, other), share_taken(other, own)) < _SAME_TARGET:
        return False
    if {target.comparator, above.comparator} <= _AT_LEAST:
        return target.value < above.value
    if {target.comparator, above.comparator} <= _AT_MOST:
        return target.value > above.value
    return False


def _worth(target: Target) -> str:
    return f"{target.comparator} {target.value:g} {target.unit}".strip()


@checks("H108")
def reported_to_not_recipient(case: Case) -> Iterator[Fault]:
    """The body above that receives the reports does not receive the plan."""
    if not case.plan.recipients or case.is_truncated:
        return
    told = recipients_of(case)
    if any(names_everybody(recipient) for recipient, _ in told):
        told = [pair for pair in told if not names_everybody(pair[0])]
    receiving = [agency for _, agencies in told for agency in agencies]
    level = level_of(case.plan)
    seen: set[str] = set()
    for assignment in case.plan.assignments:
        for agency in assignment.reports_to:
            if agency.key in seen or not below(level, agency.level):
                continue
            seen.add(agency.key)
            if not any(covers(r, agency) or covers(agency, r) for r in receiving):
                yield Fault(
                    span=assignment.span,
                    message=f"{agency.full_name} nhận báo cáo mà không có trong nơi nhận",
                    message_en=f"{agency.full_name} is reported to and is not among the recipients",
                )


@checks("H109")
def superior_rests_on_plan(case: Case) -> Iterator[Fault]:
    """The plan above names this one as that on which it rests: they go in a circle."""
    for superior in case.superiors:
        if cites_as_superior(superior, case.plan):
            citation = next((c for c in case.plan.citations if names(c, superior)), None)
            yield Fault(
                span=citation.span if citation else _preamble(case),
                message=f"{_called(superior)} lại căn cứ vào kế hoạch này",
                message_en=f"{_called(superior)} itself rests on this plan",
            )
