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

# "khoản 2 Điều 5", "điểm a, b khoản 1 Điều 14 của", "Điều 3 và Điều 4".
_PART = r"(?:điểm|khoản|điều|mục|chương|phần|tiết)[ \n][0-9a-zđIVX]{1,5}(?!\w)"
_LOCATOR = re.compile(
    rf"(?P<parts>{_PART}"
    rf"(?:(?:,[ \n]|[ \n](?:(?:và|của)[ \n])?)(?:{_PART}|[0-9a-zđ]{{1,3}}(?!\w))){{0,8}})"
    r",?[ \n](?:của[ \n])?\Z",
    re.IGNORECASE,
)
_FIRST_PART = re.compile(_PART, re.IGNORECASE)
# The words that say why; the last before the mention decides.
_REASONS = re.compile(
    r"(?P<rests_on>căn[ \n]cứ)"
    r"|(?P<issued_with>kèm[ \n]theo)"
    r"|(?P<replaces>thay[ \n]thế)"
    r"|(?P<repeals>bãi[ \n]bỏ|hủy[ \n]bỏ|huỷ[ \n]bỏ)"
    r"|(?P<amends>sửa[ \n]đổi|đính[ \n]chính)"
    r"|(?P<reports_on>(?:sơ|tổng)[ \n]kết|báo[ \n]cáo[ \n]kết[ \n]quả)"
    r"|(?P<implements>thực[ \n]hiện|triển[ \n]khai|quán[ \n]triệt|thi[ \n]hành|chấp[ \n]hành)"
    r"|(?P<reference>theo|tại)(?!\w)",
    re.IGNORECASE,
)
_OVER = re.compile(rf"[;:.!?()“”\"{BREAK}]")
# "Căn cứ" makes a basis only in a preamble, which the reader of plans knows.
_ROLES: dict[str, CitationRole | None] = {
    "rests_on": None,
    "issued_with": CitationRole.ISSUED_WITH,
    "replaces": CitationRole.REPLACES,
    "repeals": CitationRole.REPEALS,
    "amends": CitationRole.AMENDS,
    "reports_on": CitationRole.REPORTS_ON,
    "implements": CitationRole.IMPLEMENTS,
    "reference": CitationRole.REFERENCE,
}
# Between two mentions that are named for one reason.
_JOINED = re.compile(r"[ \n]?,?[ \n]?(?:và[ \n])?(?:các[ \n])?")


def with_leads(text: str, citations: Sequence[Citation]) -> list[Citation]:
    """The citations with their locators and roles.

    A role is None where no word gives one, and after "Căn cứ": whether that makes a basis depends
    on the place. "Tổng kết 10 năm thực hiện" reports on what it names.
    """
    found: list[Citation] = []
    for citation in citations:
        start = citation.extent.start
        locator = _locator_before(text, start)
        before = found[-1] if found else None
        if before and _JOINED.fullmatch(text, before.extent.end, start):
            role = before.role
        else:
            role = _role_before(text, start)
        found.append(attrs.evolve(citation, locator=locator, role=role))
    return found


def _clause_start(text: str, pos: int) -> int:
    start = max(0, pos - _WINDOW)
    for mark in _OVER.finditer(text, start, pos):
        start = mark.end()
    return start


def _locator_before(text: str, pos: int) -> str | None:
    start = _clause_start(text, pos)
    first = _FIRST_PART.search(text, start, pos)
    while first is not None:
        whole = _LOCATOR.match(text, first.start(), pos)
        if whole is not None:
            return " ".join(whole["parts"].split())
        first = _FIRST_PART.search(text, first.end(), pos)
    return None


def _role_before(text: str, pos: int) -> CitationRole | None:
    role = None
    for reason in _REASONS.finditer(text, _clause_start(text, pos), pos):
        name = reason.lastgroup
        if name is None or (role is CitationRole.REPORTS_ON and name == "implements"):
            continue
        role = _ROLES[name]
    return role
