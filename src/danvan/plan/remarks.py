"""Remarks: the findings of the reader, each with its code (R...)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from danvan.findings import Finding, Severity

if TYPE_CHECKING:
    from danvan.dates import TimeExpression
    from danvan.instruments import InstrumentKind
    from danvan.span import Span
    from danvan.units import Agency

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
