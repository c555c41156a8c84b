"""What stands before a mention: which part is meant, and why the document is named."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import attrs

from danvan.instruments.model import Citation, CitationRole
from danvan.text import BREAK

if TYPE_CHECKING:
    from collections.abc import Sequence

_WINDOW = 90
_LAST_WORDS = 16

# "khoản 2 Điều 5", "điểm a, b khoản 1 Điều 14 của", "Điều 3 và Điều 4", "từ Điều 2 đến Điều 8".
_PART = (
    r"(?:điểm|khoản|điều|mục|chương|phần|tiết|phụ[ \n]lục)[ \n]"
    r"[0-9a-zđIVX]{1,5}(?:\.[0-9a-zđ]{1,3}){0,3}(?!\w)"
)
_LOCATOR = re.compile(
    rf"(?P<parts>(?:từ[ \n])?{_PART}"
    rf"(?:(?:,[ \n]|[ \n](?:(?:và|của|đến)[ \n])?)(?:{_PART}|[0-9a-zđ]{{1,3}}(?!\w))){{0,8}})"
    r",?[ \n](?:của[ \n])?\Z",
    re.IGNORECASE,
)
_FIRST_PART = re.compile(rf"(?:từ[ \n])?{_PART}", re.IGNORECASE)
# The words that say why; the last before the mention decides.
_REASONS = re.compile(
    r"(?P<rests_on>căn[ \n]cứ)"
    r"|(?P<issued_with>kèm[ \n]theo)"
    r"|(?P<replaces>thay[ \n]thế)"
    r"|(?P<repeals>bãi[ \n]bỏ|hủy[ \n]bỏ|huỷ[ \n]bỏ)"
    r"|(?P<amends>sửa[ \n]đổi|đính[ \n]chính)"
    r"|(?P<reports_on>(?:sơ|tổng)[ \n]kết|báo[ \n]cáo[ \n]kết[ \n]quả)"
    r"|(?P<implements>thực[ \n]hiện|triển[ \n]khai|quán[ \n]triệt|thi[ \n]hành|chấp[ \n]hành)"
    r"|(?P<by>bởi(?!\w)|đình[ \n]chỉ(?:[ \n]thi[ \n]hành)?|ngưng[ \n]hiệu[ \n]lực)"
    r"|(?P<reference>theo|tại)(?!\w)",
    re.IGNORECASE,
)
_OVER = re.compile(rf"[;:!?()“”\"{BREAK}]|\.(?![0-9])")
# "Căn cứ" makes a basis only in a preamble, which the reader of plans knows.
_ROLES: dict[str, CitationRole | None] = {
    "rests_on": None,
    "issued_with": CitationRole.ISSUED_WITH,
    "replaces": CitationRole.REPLACES,
    "repeals": CitationRole.REPEALS,
    "amends": CitationRole.AMENDS,
    "reports_on": CitationRole.REPORTS_ON,
    "implements": CitationRole.IMPLEMENTS,
    "by": CitationRole.REFERENCE,
    "reference": CitationRole.REFERENCE,
}
# What is done to a document, which in the title of another is done by that one.
_DONE_TO = frozenset({CitationRole.AMENDS, CitationRole.REPLACES, CitationRole.REPEALS})
# From a mention to what its title says first: "Kế hoạch số 2/KH-A về việc tiếp tục thực hiện ...".
_TITLE_LEAD = re.compile(
    r"[ \n](?:về[ \n](?:việc[ \n])?|v/v[ \n])[“\"]?(?:(?:tiếp[ \n]tục|tổ[ \n]chức)[ \n])?",
    re.IGNORECASE,
)
# Right after a mention: what follows is said of the next one, not in the title of this one.
_GOES_ON = re.compile(r"[ \n]?[,)][ \n]?|[ \n](?:và|đồng[ \n]thời|để)[ \n]")
# Between two mentions that are named for one reason.
_JOINED = re.compile(r"[ \n]?,?[ \n]?(?:và[ \n])?(?:các[ \n])?")


def with_leads(text: str, citations: Sequence[Citation]) -> list[Citation]:
    """The citations with their locators and roles.

    A role is None where no word gives one, and after "Căn cứ": whether that makes a basis depends
    on the place. "Tổng kết 10 năm thực hiện" reports on what it names. What another document amends
    or repeals is named for reference.
    """
    found: list[Citation] = []
    for citation in citations:
        start = citation.extent.start
        clause = _clause_start(text, start)
        locator = _locator_before(text, clause, start)
        before = found[-1] if found else None
        if before and _JOINED.fullmatch(text, before.extent.end, start):
            role = before.role
        else:
            role = _role_before(text, clause, start)
            if (
                role is not None
                and before is not None
                and _is_in_title(text, before, role, clause, start)
            ):
                role = CitationRole.REFERENCE
        led = locator is not None or role is not None
        found.append(attrs.evolve(citation, locator=locator, role=role) if led else citation)
    return found


def _is_in_title(text: str, before: Citation, role: CitationRole, clause: int, start: int) -> bool:
    """Whether the one before a mention has the role to it, and not the document that cites both.

    "Nghị định số 2/... sửa đổi Nghị định số 1/..." and "Kế hoạch số 2/... về thực hiện Chỉ thị số
    1/...": it stands in the title of the other, or in its name ("Luật sửa đổi ... của Luật B").
    """
    end = before.extent.end
    if start < end:
        return True
    if clause > end or _GOES_ON.match(text, end):
        return False
    lead = _TITLE_LEAD.match(text, end)
    reason = _REASONS.match(text, lead.end()) if lead else None
    return role in _DONE_TO or (reason is not None and reason.end() <= start)


def _clause_start(text: str, pos: int) -> int:
    start = max(0, pos - _WINDOW)
    for mark in _OVER.finditer(text, start, pos):
        start = mark.end()
    return start


def _may_end_locator(word: str) -> bool:
    return word == "của" or word[-1].isdigit() or len(word) <= 2 or not word.strip("IVX")


def _locator_before(text: str, start: int, pos: int) -> str | None:
    words = text[max(start, pos - _LAST_WORDS) : pos].replace(",", " ").split()
    if not words or not _may_end_locator(words[-1]):
        return None
    first = _FIRST_PART.search(text, start, pos)
    while first is not None:
        whole = _LOCATOR.match(text, first.start(), pos)
        if whole is not None:
            return " ".join(whole["parts"].split())
        first = _FIRST_PART.search(text, first.end(), pos)
    return None


def _role_before(text: str, start: int, pos: int) -> CitationRole | None:
    role = None
    for reason in _REASONS.finditer(text, start, pos):
        name = reason.lastgroup
        if name is None or (role is CitationRole.REPORTS_ON and name == "implements"):
            continue
        role = _ROLES[name]
    return role
