"""Lists of bodies: where they end, and what joins them."""

from __future__ import annotations

import pytest

from danvan.units import read_bodies, scan


def _listed(text: str, begin: str, end: int | None = None) -> tuple[list[str], str]:
    start = text.index(begin) + len(begin)
    mentions, stop = read_bodies(text, scan(text), start, end)
    return [m.text for m in mentions], text[stop:]


@pytest.mark.parametrize(
    ("text", "begin", "names", "rest"),
    [
        (
            "Đề nghị Ban Dân vận Huyện ủy, Ủy ban MTTQ Việt Nam, các tổ chức đoàn thể huyện phối hợp.",
            "Đề nghị ",
            [
                "Ban Dân vận Huyện ủy",
                "Ủy ban MTTQ Việt Nam",
                "các tổ chức đoàn thể huyện",
            ],
            " phối hợp.",
        ),
        (
            "1. Sở Nội vụ, Sở Tài chính; Sở Y tế: rà soát",
            "1. ",
            ["Sở Nội vụ", "Sở Tài chính", "Sở Y tế"],
            ": rà soát",
        ),
        (
            "phối hợp với Công an tỉnh và các sở, ban, ngành liên quan kiểm tra",
            "với ",
            ["Công an tỉnh", "các sở, ban, ngành liên quan"],
            " kiểm tra",
        ),
        (
            "Phòng Nội vụ cùng với Thanh tra huyện, cùng Công an huyện theo dõi",
            "",
            ["Phòng Nội vụ", "Thanh tra huyện", "Công an huyện"],
            " theo dõi",
        ),
        (
            "báo cáo UBND tỉnh (qua Sở Nội vụ) trước ngày 20/11",
            "báo cáo ",
            ["UBND tỉnh"],
            " (qua Sở Nội vụ) trước ngày 20/11",
        ),
        ("Sở Nội vụ. Sở Tài chính", "", ["Sở Nội vụ"], ". Sở Tài chính"),
        ("gửi báo cáo về việc này", "gửi ", [], "báo cáo về việc này"),
    ],
)
def test_a_list(text: str, begin: str, names: list[str], rest: str) -> None:
    assert _listed(text, begin) == (names, rest)


def test_a_list_stops_where_it_is_told_to() -> None:
    text = "Sở Nội vụ, Sở Tài chính"
    assert _listed(text, "", 12) == (["Sở Nội vụ"], ", Sở Tài chính")
