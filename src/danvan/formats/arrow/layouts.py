"""The tables and their columns."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from danvan.formats.arrow.columns import Column, Layout, Type, column, of_row
from danvan.formats.arrow.values import (
    body,
    carrier,
    deadlines,
    first_day,
    kind_name,
    last_day,
    latest,
    level,
    line,
    names,
    place_code,
    sections,
    whole_day,
)

if TYPE_CHECKING:
    from danvan.span import Span

TEXT, TEXTS, DAY, COUNT, NUMBER, FLAG = Type


def _span(of: str = "span") -> tuple[Column, Column]:
    def start(item: Any) -> int | None:
        span: Span | None = getattr(item, of)
        return None if span is None else span.start

    def end(item: Any) -> int | None:
        span: Span | None = getattr(item, of)
        return None if span is None else span.end

    name = of.removesuffix("span").replace("extent", "extent_")
    return (
        column(f"{name}start", COUNT, "where it begins in the source, in code points", start),
        column(f"{name}end", COUNT, "where it ends in the source", end),
    )


_PLAN = of_row("plan", COUNT, "which plan: its row in the table plans", lambda row: row.number)
_LINE = of_row("line", COUNT, "the line of the source that it begins on, from 1", line)

_PLANS = Layout(
    "plans",
    "one row for each plan",
    lambda plan: (plan,),
    (
        _PLAN,
        column("file", TEXT, "what the source is called", "source.name"),
        column("sha256", TEXT, "SHA-256 of the source text in UTF-8", "source.sha256"),
        column("kind", TEXT, "kind of document (tên loại)", kind_name),
        column("number", TEXT, "number and symbol (số, ký hiệu), in canonical form"),
        column("issuers", TEXTS, "who issued it (cơ quan ban hành)", names("issuers")),
        column("level", TEXT, "level of the first issuer", level),
        column("superior", TEXT, "body above the issuer, as in the letterhead"),
        column("place", TEXT, "where it was issued (địa danh), as printed"),
        column("place_code", TEXT, "code of the unit that the place names", place_code),
        column("issued_on", TEXT, "day of issue as EDTF: 2024-02-05, 2024-02-XX"),
        column("issued_day", DAY, "the same where it is whole", lambda p: whole_day(p.issued_on)),
        column("subject", TEXT, "what it is about (trích yếu)"),
        column("period", TEXT, "span of time that it is for, in canonical form"),
        column("period_start", DAY, "its first day", lambda p: first_day(p.period)),
        column("period_end", DAY, "its last day", lambda p: last_day(p.period)),
        column("draft", FLAG, "whether it is a draft (dự thảo)"),
        column("urgency", TEXT, "degree of urgency (mức độ khẩn)"),
        column("secrecy", TEXT, "degree of secrecy (độ mật)"),
        column("issued_with", TEXT, "number or name of the decision that carries it", carrier),
        column("signers", TEXTS, "who signed", lambda p: [s.name for s in p.signatures if s.name]),
        column("archive", TEXT, "archive line (lưu)"),
        column("coverage", NUMBER, "share of the text that was read", lambda p: p.coverage()),
    ),
)  # fmt: skip

_SECTIONS = Layout(
    "sections",
    "one row for each section of the outline (mục), in reading order",
    sections,
    (
        _PLAN,
        column("path", TEXT, "what names the section: III.2.1", "section.path"),
        column("parent", TEXT, "path of the section above"),
        column("label", TEXT, "number or letter as printed", "section.label"),
        column("title", TEXT, "heading; none where the number opens running text", "section.title"),
        column("level", COUNT, "depth, from 1", "section.level"),
        column("roles", TEXTS, "what it is for: purpose, targets, ...", "section.roles"),
        column("text", TEXT, "its own paragraphs, a line each"),
        *_span(),
    ),
)

_ASSIGNMENTS = Layout(
    "assignments",
    "one row for each duty that is given to a body (phân công)",
    lambda plan: plan.assignments,
    (
        _PLAN,
        of_row("assignment", COUNT, "its place among those of the plan", lambda row: row.place),
        column("section", TEXT, "path of the section"),
        column("lead", TEXTS, "who must do it (chủ trì)", names("lead")),
        column("coordinating", TEXTS, "who works with them (phối hợp)", names("coordinating")),
        column("advising", TEXTS, "who advises (tham mưu)", names("advising")),
        column("supervised", TEXTS, "whom they direct (chỉ đạo)", names("supervised")),
        column("reports_to", TEXTS, "who receives the report (báo cáo)", names("reports_to")),
        column("via", TEXTS, "through whom (qua)", names("via")),
        column("action", TEXT, "what is to be done, in the words of the document"),
        column("product", TEXT, "what comes of it (sản phẩm)"),
        column("latest", DAY, "last of its days that are known", lambda a: latest(a.deadlines)),
        *_span(),
        _LINE,
    ),
)

_DEADLINES = Layout(
    "deadlines",
    "one row for each deadline (thời hạn)",
    deadlines,
    (
        _PLAN,
        column("assignment", COUNT, "duty that it belongs to, in the table assignments"),
        column("section", TEXT, "path of the section", "deadline.section"),
        column("text", TEXT, "as printed", "deadline.text"),
        column("about", TEXT, "what is due, in the words of the document", "deadline.about"),
        column("agencies", TEXTS, "whose duty it is", names("deadline.agencies")),
        column("kind", TEXT, "date, month, deadline, recurring, ...", "deadline.when.kind"),
        column("value", TEXT, "what is named, in canonical form", "deadline.when.value"),
        column("relation", TEXT, "before, by, until, after, ...", "deadline.when.relation"),
        column("earliest", DAY, "first day on which it may be done", "deadline.earliest"),
        column("latest", DAY, "last day on which it is still met", "deadline.latest"),
        column("recurrence", TEXT, "cycle, in canonical form", "cycle"),
        column("rrule", TEXT, "cycle as a rule of RFC 5545, where one says it"),
        *_span(),
        _LINE,
    ),
)

_CITATIONS = Layout(
    "citations",
    "one row for each mention of a document (viện dẫn); what the mention does not say of it comes "
    "from the first full one",
    lambda plan: plan.citations,
    (
        _PLAN,
        column("text", TEXT, "number as printed, or the name"),
        column("kind_text", TEXT, "kind as printed"),
        column("kind", TEXT, "kind of document", lambda c: kind_name(c.resolved)),
        column("number", TEXT, "number and symbol, in canonical form", "resolved.number"),
        column("name", TEXT, "name of a law that is cited by it", "resolved.name"),
        column("issued_on", TEXT, "day of issue as EDTF", "resolved.issued_on"),
        column("issued_day", DAY, "the same where it is whole", lambda c: (
            whole_day(c.resolved.issued_on)
        )),
        column("issuer", TEXT, "who issued it, as printed", "resolved.issuer"),
        column("title", TEXT, "what it is about", "resolved.title"),
        column("key", TEXT, "what the document is told apart by", "resolved.key"),
        column("uri", TEXT, "IRI of the document", "resolved.uri"),
        column("role", TEXT, "basis, implements, reference, amends, ..."),
        column("locator", TEXT, "part that is meant (khoản 2 Điều 5)"),
        column("in_preamble", FLAG, "whether it stands in the preamble"),
        *_span(),
        *_span("extent"),
        _LINE,
    ),
)  # fmt: skip

_RECIPIENTS = Layout(
    "recipients",
    "one row for each line of Kính gửi and Nơi nhận",
    lambda plan: (*plan.addressees, *plan.recipients),
    (
        _PLAN,
        of_row("list", TEXT, "addressees (Kính gửi) or recipients (Nơi nhận)", lambda row: (
            "addressees" if row.place < len(row.plan.addressees) else "recipients"
        )),
        column("text", TEXT, "as printed"),
        column("agency", TEXT, "body that it names, in full", body),
        column("purpose", TEXT, "what for (để báo cáo, phối hợp)"),
        *_span(),
    ),
)  # fmt: skip

_TARGETS = Layout(
    "targets",
    "one row for each measurable aim (chỉ tiêu)",
    lambda plan: plan.targets,
    (
        _PLAN,
        column("section", TEXT, "path of the section"),
        column("about", TEXT, "what the number is said of"),
        column("comparator", TEXT, "=, >=, >, <=, <, ~"),
        column("value", NUMBER, "the number"),
        column("upper", NUMBER, "end of a range"),
        column("unit", TEXT, "what is counted, or %"),
        column("change", TEXT, "increase or decrease, where the number is one"),
        *_span(),
        _LINE,
    ),
)

_FINDINGS = Layout(
    "findings",
    "one row for each thing that the reader had to say (phát hiện)",
    lambda plan: plan.findings,
    (
        _PLAN,
        column("code", TEXT, "code of the rule"),
        column("severity", TEXT, "error, warning or note"),
        column("message", TEXT, "what is wrong, in Vietnamese"),
        column("message_en", TEXT, "the same in English"),
        column("help", TEXT, "the rule and its source"),
        *_span(),
        _LINE,
    ),
)

#: All tables.
LAYOUTS = (
    _PLANS, _SECTIONS, _ASSIGNMENTS, _DEADLINES, _CITATIONS, _RECIPIENTS, _TARGETS, _FINDINGS,
)  # fmt: skip

#: Their names.
NAMES = tuple(layout.name for layout in LAYOUTS)
