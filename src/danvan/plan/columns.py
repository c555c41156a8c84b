"""Columns: tables whose cells are parted by tabs or wide gaps, without any bars (bảng không kẻ)."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from danvan.plan.line import Line, LineKind
from danvan.plan.marks import cell_line

if TYPE_CHECKING:
    from collections.abc import Iterator

_GAP = re.compile(r" {3,}")
# A tab is four spaces of the clean text: eight of them are an empty cell.
_TAB = re.compile(r" {4}")
# What the heads of columns begin with (NĐ 30/2020, Phụ lục VI has such tables in its forms).
_HEAD = re.compile(
    r"(?:S?TT|Số TT|Nội dung|Nhiệm vụ|Công việc|Hoạt động|Tên|Họ và tên|Đơn vị|Cơ quan|Bộ phận|"
    r"Người|Thời (?:gian|hạn|điểm)|Tiến độ|Sản phẩm|Kết quả|Kinh phí|Ghi chú|Địa điểm|Chủ trì|"
    r"Phối hợp|Chỉ tiêu|Mục tiêu|Số lượng|Thành phần)\b",
    re.IGNORECASE,
)
_NUMBERS = re.compile(r"S?TT|Số TT")


def tabulated(lines: list[Line], clean: str) -> list[Line]:
    """The lines with those below the head of a table without bars as rows of cells."""
    found: list[Line] = []
    parting: re.Pattern[str] | None = None
    width = 0
    for line in lines:
        if parting is None or line.gap > 1 or not _is_row(line, parting, width):
            parting = None
            if line.kind is LineKind.TEXT and "   " in line.text:
                parting = _parting_of_head(line.text)
            width = len(parting.split(line.text)) if parting else 0
        found.append(line if parting is None else _row(line, clean, parting))
    return found


def _parting_of_head(text: str) -> re.Pattern[str] | None:
    """What parts the cells, if a line is the head of a table.

    It names three columns, all but one as such are called, or the first is that of the numbers.
    """
    cells = _GAP.split(text)
    named = sum(bool(_HEAD.match(cell)) for cell in cells)
    if len(cells) < 3 or (named < len(cells) - 1 and not _NUMBERS.fullmatch(cells[0])):
        return None
    return _TAB if all(len(gap) == 4 for gap in _GAP.findall(text)) else _GAP


def _is_row(line: Line, parting: re.Pattern[str], width: int) -> bool:
    cells = parting.split(line.text)
    return line.kind is LineKind.TEXT and 1 < len(cells) <= width


def _row(line: Line, clean: str, parting: re.Pattern[str]) -> Line:
    row = Line(line.start, line.end, line.text, line.gap)
    row.kind = LineKind.TABLE
    row.outer, row.outer_end, row.indent = line.outer, line.outer_end, line.indent
    row.cells = [cell_line(clean, start, end) for start, end in _stretches(line, parting)]
    return row


def _stretches(line: Line, parting: re.Pattern[str]) -> Iterator[tuple[int, int]]:
    begin = 0
    for gap in parting.finditer(line.text):
        yield line.offset(begin), line.offset(gap.start())
        begin = gap.end()
    yield line.offset(begin), line.end
