"""Running heads: what a page repeats beside its number."""

from __future__ import annotations

import pytest

import danvan
from danvan.plan.furniture import mark_running_heads
from danvan.plan.line import LineKind
from danvan.plan.lines import split_lines


def kinds(text):
    lines = split_lines(text)
    mark_running_heads(lines)
    return [line.kind for line in lines]


def test_a_line_repeated_beside_page_numbers_is_a_head():
    text = "2\nKế hoạch 5 của xã\nMột.\n3\nKế hoạch 5 của xã\nHai.\n"
    assert kinds(text) == [
        LineKind.PAGE,
        LineKind.HEAD,
        LineKind.TEXT,
        LineKind.PAGE,
        LineKind.HEAD,
        LineKind.TEXT,
    ]


def test_digits_of_a_head_may_differ():
    assert kinds("2\nTrang in 2 của bản\nMột.\n3\nTrang in 3 của bản\n").count(LineKind.HEAD) == 2


def test_a_line_beside_one_page_number_is_text():
    assert LineKind.HEAD not in kinds("Một.\n2\nHai.\n\nBa.\n3\nBốn.")


def test_lines_around_one_page_number_are_text():
    assert LineKind.HEAD not in kinds("3. Rõ người, rõ việc.\n\n2\n\n4. Rõ người, rõ việc.")


@pytest.mark.parametrize(
    "line", ["làm việc.", "1. Tổ chức các hoạt động sau:", "- Mở lớp.", "¹ Theo Luật Đất đai."]
)
def test_what_goes_on_what_is_numbered_and_notes_are_text(line):
    assert LineKind.HEAD not in kinds(f"Một.\n\n2\n\n{line}\n\nHai.\n\n3\n\n{line}\n\nBa.")


def test_long_lines_are_no_heads():
    long = "rất dài " * 20
    assert LineKind.HEAD not in kinds(f"2\n{long}\n3\n{long}\n")


def test_the_head_of_a_gazette_is_known_by_its_name():
    assert kinds("CÔNG BÁO/Số 1 + 2/Ngày 5-1-2024\nMột.") == [LineKind.HEAD, LineKind.TEXT]


def test_the_stamp_below_a_gazette():
    text = "Người ký: CỔNG CÔNG BÁO\nEmail: a@b.vn\nCơ quan: Văn phòng\nMột."
    assert kinds(text) == [LineKind.HEAD, LineKind.HEAD, LineKind.HEAD, LineKind.TEXT]


def test_one_line_that_looks_like_a_stamp_is_text():
    assert kinds("Cơ quan: Văn phòng\nMột.") == [LineKind.TEXT, LineKind.TEXT]


@pytest.mark.parametrize(
    "line",
    [
        "Bạn phải đăng nhập để xem đầy đủ nội dung.",
        "Quý khách vui lòng đăng nhập để tải văn bản",
        "Đăng nhập tài khoản để xem tiếp",
        "Xem toàn văn",
        "Tải về",
    ],
)
def test_what_a_portal_says_of_itself_is_furniture(line):
    assert kinds(f"Một.\n\n{line}")[-1] is LineKind.HEAD


@pytest.mark.parametrize(
    "line",
    ["Chia sẻ kinh nghiệm giữa các xã.", "Đăng nhập dữ liệu hộ tịch hằng ngày.", "Bạn đọc góp ý."],
)
def test_other_lines_with_such_words_are_text(line):
    assert kinds(f"Một.\n\n{line}")[-1] is LineKind.TEXT


def test_a_year_that_two_pages_cut_from_its_day_is_no_running_head() -> None:
    text = (
        "KẾ HOẠCH\nTrồng cây\n\nI. NỘI DUNG\n\n- Báo cáo chậm nhất là ngày 02 tháng 01 năm\n\n2\n\n"
        "2016.\n\n- Tổng kết chậm nhất là ngày 05 tháng 01 năm\n\n3\n\n2017.\n"
    )
    plan = danvan.parse(text)
    assert [str(d.when.value) for d in plan.deadlines] == ["2016-01-02", "2017-01-05"]
