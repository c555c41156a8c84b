"""Furniture of pages: running heads that stand beside page numbers (tiêu đề đầu trang)."""

from __future__ import annotations

import re
from collections import Counter

from danvan.plan.lines import Line, LineKind

_DIGITS = re.compile(r"\d+")
_LONGEST_HEAD = 90
# The head of each page of a gazette, and the stamp that its electronic edition carries.
_GAZETTE = re.compile(r"CÔNG BÁO(?:\s*/|\s+NƯỚC|\s+[A-ZĐÀ-Ỹ ]+\s*/)")
_STAMP = re.compile(
    r"(?:Ký bởi|Người ký|Cơ quan|Ngày ký|Thời gian ký|Email|Chức vụ|Ký điện tử)\s?:", re.IGNORECASE
)


def mark_running_heads(lines: list[Line]) -> None:
    """Mark what a page repeats as furniture.

    A running head is a short line beside a page number that is the same, but for its digits, beside
    another one. A head of the gazette is known by its name.
    """
    beside = [i for i, line in enumerate(lines) if _beside_page(lines, i)]
    seen = Counter(_DIGITS.sub("0", lines[i].text) for i in beside)
    for i in beside:
        if seen[_DIGITS.sub("0", lines[i].text)] > 1:
            lines[i].kind = LineKind.HEAD
    stamped = False
    for line in lines:
        if line.kind is not LineKind.TEXT:
            continue
        stamp = _STAMP.match(line.text) is not None and len(line.text) < _LONGEST_HEAD
        if _GAZETTE.match(line.text) or (stamp and (stamped or "CÔNG BÁO" in line.text)):
            line.kind = LineKind.HEAD
        stamped = stamp


def _beside_page(lines: list[Line], i: int) -> bool:
    line = lines[i]
    if line.kind is not LineKind.TEXT or len(line.text) > _LONGEST_HEAD:
        return False
    return any(0 <= j < len(lines) and lines[j].kind is LineKind.PAGE for j in (i - 1, i + 1))
