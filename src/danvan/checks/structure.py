"""Family S: the parts that a document has, from its head to its last section (bố cục)."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from danvan import units
from danvan.checks.catalogue import checks
from danvan.checks.places import label_place, subject_place
from danvan.checks.rule import Fault
from danvan.findings import Edit
from danvan.plan import PartKind, Provenance, Role
from danvan.span import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from danvan.checks.case import Case

_TITLE_MARK = re.compile(r"\.\Z")


_MOTTO = re.compile(
    r"C[ỘÔ]NG\s+H(?:ÒA|OÀ)\s+XÃ\s+HỘI\s+CHỦ\s+NGHĨA\s+VIỆT\s+NAM|VIỆT\s+NAM\s+DÂN\s+CHỦ\s+CỘNG"
)
_FEWEST_SECTIONS = 2


@checks("S104")
def section_empty(case: Case) -> Iterator[Fault]:
    """Nothing stands under a heading that promises something."""
    last = case.sections[-1] if case.sections else None
    for section in case.sections:
        title = section.title
        if title is None or section.body or (section is last and case.is_truncated):
            continue
        if title.isupper() or title.endswith(":"):
            yield Fault(
                span=section.title_span or section.span,
                message=f"Dưới đề mục {section.label} không có nội dung",
                message_en=f"Nothing stands under the heading {section.label}",
            )


# A section of aims ("Mục tiêu") says what the plan is for.
_PURPOSE = frozenset({Role.PURPOSE, Role.REQUIREMENTS, Role.TARGETS})
_CONTENT = frozenset({Role.CONTENT, Role.SOLUTIONS, Role.TARGETS})


def _roles(case: Case) -> frozenset[Role] | None:
    """The roles that sections have; None where too few sections or too little text says it."""
    if len(case.plan.sections) < _FEWEST_SECTIONS:
        return None
    return frozenset(role for section in case.sections for role in section.roles)


@checks("S105")
def purpose_missing(case: Case) -> Iterator[Fault]:
    """No section is about purpose or requirements."""
    roles = _roles(case)
    if roles is not None and not roles & _PURPOSE:
        yield Fault(
            span=label_place(case.plan.sections[0]),
            message="Kế hoạch không có phần mục đích, yêu cầu",
            message_en="No section says what the plan is for",
        )


@checks("S106")
def content_missing(case: Case) -> Iterator[Fault]:
    """Every section is about purpose or about who carries it out."""
    roles = _roles(case)
    if roles is None or roles & _CONTENT:
        return
    if all(section.roles for section in case.plan.sections):
        yield Fault(
            span=label_place(case.plan.sections[-1]),
            message="Kế hoạch không có phần nội dung, nhiệm vụ",
            message_en="No section says what is to be done",
        )


@checks("S107")
def implementation_missing(case: Case) -> Iterator[Fault]:
    """No section says who carries the plan out."""
    roles = _roles(case)
    if roles is not None and Role.IMPLEMENTATION not in roles and not case.is_truncated:
        yield Fault(
            span=label_place(case.plan.sections[-1]),
            message="Kế hoạch không có phần tổ chức thực hiện",
            message_en="No section says who carries the plan out",
        )


@checks("S120")
def subject_full_stop(case: Case) -> Iterator[Fault]:
    """The subject ends as a sentence does."""
    subject = case.plan.subject
    if subject is None or not _TITLE_MARK.search(subject) or subject.endswith(".."):
        return
    place = subject_place(case)
    end = Span(place.end - 1, place.end)
    if end.of(case.text) == ".":
        yield Fault(
            span=end,
            message="Cuối trích yếu có dấu chấm",
            message_en="The subject ends with a full stop",
            edits=(Edit(end, ""),),
        )


@checks("S126")
def motto_missing(case: Case) -> Iterator[Fault]:
    """The head has no national title."""
    if case.search(_MOTTO, case.head) is None:
        yield Fault(
            span=case.head,
            message="Đầu văn bản không có Quốc hiệu và Tiêu ngữ",
            message_en="The head bears no national title and motto",
        )


@checks("S127")
def issuer_missing(case: Case) -> Iterator[Fault]:
    """The head does not name who issues the document, nor any body."""
    if case.plan.provenance.get("issuers") is Provenance.READ:
        return
    if not any(units.find_agencies(at.of(case.text)) for at in case.parts(PartKind.LETTERHEAD)):
        yield Fault(
            span=case.head,
            message="Đầu văn bản không ghi tên cơ quan ban hành",
            message_en="The head does not name the issuing body",
        )
