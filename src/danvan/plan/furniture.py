"""Furniture of pages: running heads that stand beside page numbers (tiêu đề đầu trang)."""

from __future__ import annotations

import re
from collections import Counter

from danvan.plan.line import Line, LineKind
from danvan.plan.markers import read_marker

_DIGITS = re.compile(r"\d+")
_LONGEST_HEAD = 90
# The head of each page of a gazette, and the stamp that its electronic edition carries.
_GAZETTE = re.compile(r"CÔNG BÁO(?:\s*/|\s+NƯỚC|\s+[A-ZĐÀ-Ỹ ]+\s*/)")
_STAMP = re.compile(
    r"(?:Ký bởi|Người ký|Cơ quan|Ngày ký|Thời gian ký|Email|Chức vụ|Ký điện tử)\s?:", re.IGNORECASE
)
# What a portal says below a text that it does not show whole.
_PORTAL = re.compile(
    r"(?:Bạn|Quý khách|Thành viên)\b[^.]{0,40}\b(?:đăng nhập|đăng ký)\b"
    r"|(?:Đăng nhập|Đăng ký)\b[^.]{0,20}\bđể (?:xem|tải)\b"
    r"|(?:Tải về|Tải xuống|Xem (?:toàn văn|thêm|chi tiết)|In trang này|Chia sẻ)\W*$",
    re.IGNORECASE,
)


def mark_running_heads(lines: list[Line]) -> None:
    """Mark what a page repeats as furniture.

    A running head is a short line beside a page number that is the same, but for its digits, beside
    another page number: two lines around one of them are text that says the same twice. A head of
    the gazette is known by its name, and so is what a portal says of itself.
    """
    beside = {i: page for i in range(len(lines)) if (page := _page_beside(lines, i)) is not None}
    said = {i: _DIGITS.sub("0", lines[i].text) for i in beside}
    pages = Counter(text for text, _ in {(said[i], page) for i, page in beside.items()})
    for i, text in said.items():
        if pages[text] > 1:
            lines[i].kind = LineKind.HEAD
    stamped = False
    for line in lines:
        if line.kind is not LineKind.TEXT:
            continue
        stamp = _STAMP.match(line.text) is not None and len(line.text) < _LONGEST_HEAD
        gazette = _GAZETTE.match(line.text) or (stamp and (stamped or "CÔNG BÁO" in line.text))
        if gazette or (line.text[0] in "BQTĐXICbqtđxic" and _PORTAL.match(line.text)):
            line.kind = LineKind.HEAD
        stamped = stamp


def _page_beside(lines: list[Line], i: int) -> int | None:
    """The number of the line with a page number beside which a short line stands.

    What goes on with a sentence, what has a number or bullet, figures alone ("2016." of a day that
    the page cuts) and notes are text.
    """
    line = lines[i]
    if line.kind is not LineKind.TEXT or len(line.text) > _LONGEST_HEAD:
        return None
    if not any(c.isalpha() for c in line.text):
        return None
    if line.notes or line.text[0].islower() or read_marker(line.text) is not None:
        return None
    beside = (j for j in (i - 1, i + 1) if 0 <= j < len(lines))
    return next((j for j in beside if lines[j].kind is LineKind.PAGE), None)
