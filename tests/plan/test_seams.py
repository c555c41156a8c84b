"""Seams: documents without line ends."""

from __future__ import annotations

from danvan import parse
from danvan.plan.lines import split_lines
from danvan.plan.seams import part_lines

PLAN = (
    "UBND XÃ ĐỒNG TÂM CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM Độc lập - Tự do - Hạnh phúc Số: 8/KH-UBND "
    "Đồng Tâm, ngày 02 tháng 5 năm 2024 KẾ HOẠCH Làm sạch đường làng năm 2024 Căn cứ Luật Bảo vệ môi "
    "trường năm 2020, UBND xã xây dựng Kế hoạch như sau: I. MỤC ĐÍCH 1. Giữ làng sạch đẹp. 2. Phòng "
    "dịch bệnh. II. NỘI DUNG a) Quét đường; b) Trồng hoa: - Trước cổng; - Ven đường. III. TỔ CHỨC "
    "THỰC HIỆN 1. Trạm Y tế hướng dẫn trước ngày 20/5/2024. 2. Các thôn thực hiện./. Nơi nhận: - UBND "
    "huyện; - Lưu: VT. TM. ỦY BAN NHÂN DÂN CHỦ TỊCH Bùi Văn Chín"
)


def test_a_plan_on_one_line() -> None:
    plan = parse(PLAN)
    assert (str(plan.number), plan.place, str(plan.issued_on)) == (
        "8/KH-UBND",
        "Đồng Tâm",
        "2024-05-02",
    )
    assert plan.subject == "Làm sạch đường làng năm 2024"
    assert [s.path for s in plan.walk()] == [
        *("I", "I.1", "I.2", "II", "II.a", "II.b", "III", "III.1", "III.2")
    ]
    assert [p.text for p in plan.sections[1].sections[1].paragraphs if p.marker] == [
        "Trước cổng;",
        "Ven đường.",
    ]
    assert [r.text for r in plan.recipients] == ["UBND huyện"]
    assert [(s.position, s.name) for s in plan.signatures] == [("CHỦ TỊCH", "Bùi Văn Chín")]
    assert plan.coverage() == 1.0


def test_nothing_is_lost_between_the_pieces() -> None:
    pieces = part_lines(split_lines(PLAN), PLAN)
    assert " ".join(line.text for line in pieces) == PLAN
    assert all(PLAN[line.start : line.end] == line.text for line in pieces)


def test_a_long_paragraph_stays_whole() -> None:
    text = "Thực hiện Kế hoạch giai đoạn II của tỉnh " + "về nước sạch, " * 30 + "xã đã họp."
    lines = split_lines(text)
    assert part_lines(lines, text) is lines or [x.text for x in part_lines(lines, text)] == [text]


def test_numbers_out_of_order_are_no_seams() -> None:
    text = "Theo mục V. BẢNG và mục II. BẢNG của phụ lục " + "đã nêu ở trên " * 12
    assert [line.text for line in part_lines(split_lines(text), text)] == [text.strip()]
