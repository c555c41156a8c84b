"""Subjects: who stands at the head of a paragraph, whatever they are called."""

from __future__ import annotations

import pytest

from danvan import parse

HEAD = "KẾ HOẠCH\nHoạt động hè năm 2031\n\nI. MỤC ĐÍCH\n\n- Vui.\n\nII. TỔ CHỨC THỰC HIỆN\n\n"


@pytest.mark.parametrize(
    ("said", "leads"),
    [
        ("Nhân viên thư viện sắp xếp kho sách.", ["Nhân viên thư viện"]),
        ("Thủ thư và Tổ trưởng các tổ mở cửa cả buổi trưa.", ["Thủ thư", "Tổ trưởng các tổ"]),
        ("Hai bên luân phiên chủ trì giao ban.", ["Hai bên"]),
        ("Tổ kiểm tra lập biên bản.", ["Tổ kiểm tra"]),
        ("Yêu cầu Bưu điện huyện, Viettel Khe Mây bảo đảm liên lạc.", ["Bưu điện huyện", "Viettel Khe Mây"]),
        ("Hợp tác xã Môi trường xanh có trách nhiệm thu gom.", ["Hợp tác xã Môi trường xanh"]),
        ("Đối với các hộ kinh doanh: tự giác thu dọn.", ["các hộ kinh doanh"]),
        ("Phân công đồng chí Phó Bí thư trực tiếp phụ trách.", ["đồng chí Phó Bí thư"]),
        ("Lãnh đạo, chỉ đạo việc mở trại.", []),
        ("Ban hành quy chế và tổ chức thực hiện.", []),
        ("Phòng ngừa tai nạn, tổ chức dạy bơi.", []),
        ("Hội nghị tổng kết tổ chức vào cuối hè.", []),
    ],
)  # fmt: skip
def test_the_subject_is_who_leads(said: str, leads: list[str]) -> None:
    plan = parse(f"{HEAD}1. {said}\n\n2. Công an xã giữ trật tự.")
    assert [a.name for d in plan.assignments if d.section == "II.1" for a in d.lead] == leads


@pytest.mark.parametrize(
    ("heading", "leads"),
    [
        ("Phòng Nội vụ - cơ quan thường trực Ban Chỉ đạo", ["Phòng Nội vụ"]),
        ("Phòng Nội vụ (cơ quan đầu mối):", ["Phòng Nội vụ"]),
        ("BCH Quân sự huyện, Hạt Kiểm lâm", ["BCH Quân sự huyện", "Hạt Kiểm lâm"]),
        ("Phòng Nội vụ; Câu lạc bộ Cờ và chuyên viên Văn phòng", ["Phòng Nội vụ", "Câu lạc bộ Cờ", "chuyên viên Văn phòng"]),
    ],
)  # fmt: skip
def test_a_heading_names_who_leads(heading: str, leads: list[str]) -> None:
    plan = parse(f"{HEAD}1. {heading}\n\nMở lớp dạy bơi.\n\n2. Công an xã\n\nGiữ trật tự.")
    assert [a.name for a in plan.assignments[0].lead] == leads


def test_a_channel_is_read_as_printed() -> None:
    plan = parse(
        f"{HEAD}1. Công an xã báo cáo UBND huyện (qua Tổ giúp việc hè) trước ngày 30/6/2031.\n\n"
        "2. Trạm Y tế xã nộp danh sách về Thủ thư nhà trường trước ngày 30/6/2031."
    )
    first, second = plan.assignments
    assert [a.name for a in first.via] == ["Tổ giúp việc hè"]
    assert [a.name for a in second.reports_to] == ["Thủ thư nhà trường"]
