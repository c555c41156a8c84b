"""Remarks: the findings of the reader, each with its code (R...)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from danvan.findings import Finding, Severity
from danvan.units import Doubt

if TYPE_CHECKING:
    from danvan.dates import TimeExpression
    from danvan.instruments import InstrumentKind
    from danvan.plan.model import Recipient
    from danvan.span import Span
    from danvan.units import AdministrativeUnit, Agency, Resolution

_PLAN = "Kế hoạch"


def about_kind(kind: InstrumentKind | None, *, empty: bool) -> Finding | None:
    """R101: empty; R102: no name of a kind; R103: another kind than a plan."""
    if empty:
        return Finding(
            code="R101",
            severity=Severity.ERROR,
            message="Văn bản không có nội dung",
            message_en="The text is empty",
        )
    if kind is None:
        return Finding(
            code="R102",
            severity=Severity.WARNING,
            message="Không tìm thấy tên loại văn bản",
            message_en="No line names the kind of the document",
            help="NĐ 30/2020/NĐ-CP, Điều 8: a document names its kind above its subject.",
        )
    if _PLAN not in (kind.name, kind.base):
        return Finding(
            code="R103",
            severity=Severity.NOTE,
            message=f"Văn bản là {kind.name}, không phải kế hoạch",
            message_en=f"The document is no plan: its kind is {kind.name}",
        )
    return None


def about_truncation(places: list[Span]) -> Finding | None:
    """R104: the copy breaks off."""
    if not places:
        return None
    return Finding(
        code="R104",
        severity=Severity.WARNING,
        message="Bản sao bị cắt bớt nội dung",
        message_en="The copy leaves out text here",
        span=places[0],
        related=tuple(places[1:]),
    )


def about_number(problems: tuple[str, ...], printed: str | None) -> Finding | None:
    """R105: the document's own number is badly written."""
    told = tuple(p for p in problems if p != "blank-serial")
    if not told:
        return None
    return Finding(
        code="R105",
        severity=Severity.NOTE,
        message=f"Số, ký hiệu viết không đúng thể thức: {printed}",
        message_en=f"The number {printed} is not written as the rules have it: {', '.join(told)}",
        help="NĐ 30/2020/NĐ-CP, Phụ lục I, mục II.3: no spaces in number and symbol.",
    )


def about_depth(paths: list[str]) -> Finding | None:
    """R106: the outline is too deep and was flattened."""
    if not paths:
        return None
    return Finding(
        code="R106",
        severity=Severity.WARNING,
        message=f"Đề mục lồng quá sâu, từ {paths[0]}",
        message_en=f"The outline is deeper than 32 levels from {paths[0]} on; it was flattened",
    )


def about_time(expression: TimeExpression) -> Finding:
    """R107: a time that cannot be."""
    reasons = ", ".join(str(p) for p in expression.problems) or "unknown"
    return Finding(
        code="R107",
        severity=Severity.WARNING,
        message=f"Thời gian không có thật: {expression.text}",
        message_en=f"There is no such time: {expression.text} ({reasons})",
        span=expression.span,
    )


def about_issuers(issuers: tuple[Agency, ...]) -> Finding:
    """R108: no letterhead names the issuer; it was taken from elsewhere in the document."""
    names = ", ".join(agency.full_name for agency in issuers)
    return Finding(
        code="R108",
        severity=Severity.NOTE,
        message=f"Cơ quan ban hành được suy ra từ nội dung văn bản: {names}",
        message_en=f"The issuer is inferred from the preamble, place line or last words: {names}",
        help="NĐ 30/2020/NĐ-CP, Điều 8: the name of the issuing body stands in the head.",
    )


_MOST_CANDIDATES = 5


def about_unit(resolution: Resolution, span: Span | None) -> Finding:
    """R109: a name that several units bear; R110: a unit of another time; R111: an unknown one."""
    name = resolution.written.full_name
    several = "; ".join(map(_located, resolution.candidates[:_MOST_CANDIDATES]))
    if len(resolution.candidates) > _MOST_CANDIDATES:
        several += "; ..."
    match resolution.doubt:
        case Doubt.AMBIGUOUS:
            return Finding(
                code="R109",
                severity=Severity.NOTE,
                message=f"Chưa xác định được {name} là đơn vị nào: {several}",
                message_en=f"The document does not say which {name} it means: {several}",
                span=span,
            )
        case Doubt.ENDED | Doubt.NOT_YET:
            found = resolution.candidates or (resolution.unit,)
            when = "; ".join(map(_dated, found))
            return Finding(
                code="R110",
                severity=Severity.WARNING,
                message=f"Vào ngày của văn bản không có {name}: {when}",
                message_en=f"On the day of the document there was no {name}: {when}",
                span=span,
                help="Luật 72/2025/QH15; NQ 202/2025/QH15: no districts and other provinces and"
                " communes since 2025-07-01.",
            )
        case _:
            known = f" ({several})" if several else ""
            return Finding(
                code="R111",
                severity=Severity.NOTE,
                message=f"Không có trong danh mục đơn vị hành chính: {name}{known}",
                message_en=f"The gazetteer has no {name} that is meant here{known}; before"
                " 2025-06-30 it has not all units",
                span=span,
            )


def _located(unit: AdministrativeUnit) -> str:
    above = f", {unit.parent.full_name}" if unit.parent else ""
    return f"{unit.full_name}{above} ({unit.code})"


def _dated(unit: AdministrativeUnit) -> str:
    begins = unit.valid_from or "?"
    return f"{_located(unit)} {begins} - {unit.valid_to or '...'}"


def about_place(printed: str, found: tuple[AdministrativeUnit, ...]) -> Finding:
    """R114: the place line names no unit that is known, or several."""
    several = "; ".join(map(_located, found[:_MOST_CANDIDATES]))
    known = f": {several}" if several else ""
    return Finding(
        code="R114",
        severity=Severity.NOTE,
        message=f"Chưa xác định được địa danh {printed} là đơn vị hành chính nào{known}",
        message_en=f"It is not settled which unit the place {printed} is{known}",
        help="NĐ 30/2020/NĐ-CP, Phụ lục I, mục II.4: the place is the unit of the issuing body, or"
        " where it sits.",
    )


def about_recipients(lines: list[Recipient]) -> Finding | None:
    """R112: recipients that name no one body; "Như trên" names those above."""
    lines = [line for line in lines if not line.text.startswith("Như ")]
    if not lines:
        return None
    names = "; ".join(line.text for line in lines[:_MOST_CANDIDATES])
    return Finding(
        code="R112",
        severity=Severity.NOTE,
        message=f"Nơi nhận không xác định được một cơ quan: {names}",
        message_en=f"Recipients in which no one body is named: {names}",
        span=lines[0].span,
        related=tuple(line.span for line in lines[1:]),
    )


def about_inferred_unit(unit: AdministrativeUnit) -> Finding:
    """R113: the issuer does not name its unit, which is the only one that it can be."""
    return Finding(
        code="R113",
        severity=Severity.NOTE,
        message=f"Đơn vị hành chính của cơ quan ban hành được suy ra: {_located(unit)}",
        message_en=f"The issuer does not name its unit; in the province named, it can only be"
        f" {_located(unit)}",
    )
