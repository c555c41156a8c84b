"""Columns: tables parted by tabs or wide gaps."""

from __future__ import annotations

import pytest

from danvan.plan.columns import tabulated
from danvan.plan.line import LineKind
from danvan.plan.lines import split_lines
from danvan.text import clean


def rows(text: str) -> list[list[str] | str]:
    plain = clean(text).text
    return [
        [cell.text for cell in line.cells] if line.kind is LineKind.TABLE else line.text
        for line in tabulated(split_lines(plain), plain)
    ]


def test_tabs() -> None:
    assert rows(
        "TT\tNội dung\tĐơn vị\tThời gian\n1\tTập huấn\tTrạm Y tế\tTháng 3\n2\tHọp\t\tTháng 4\nHết."
    ) == [
        ["TT", "Nội dung", "Đơn vị", "Thời gian"],
        ["1", "Tập huấn", "Trạm Y tế", "Tháng 3"],
        ["2", "Họp", "", "Tháng 4"],
        "Hết.",
    ]


def test_wide_gaps() -> None:
    assert rows(
        "STT    Công việc          Người phụ trách     Thời hạn\n"
        "1      Quét vôi           Bác Năm             20/8\n\nII. Việc khác"
    ) == [
        ["STT", "Công việc", "Người phụ trách", "Thời hạn"],
        ["1", "Quét vôi", "Bác Năm", "20/8"],
        "II. Việc khác",
    ]


@pytest.mark.parametrize(
    "text",
    [
        "ỦY BAN NHÂN DÂN          CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
        "Số:     /KH      Hà An, ngày      tháng 3 năm 2024",
        "Nội dung        họp",
        "Một   hai   ba",
    ],
)
def test_other_lines_with_gaps_stay(text: str) -> None:
    assert rows(text) == [text]


def test_cells_know_their_places() -> None:
    plain = clean("TT\tNội dung\tThời gian\n1\t**Họp** dân\tTháng 3").text
    for line in tabulated(split_lines(plain), plain):
        for cell in line.cells:
            assert plain[cell.start : cell.end].replace("**", "") == cell.text
