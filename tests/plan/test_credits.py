"""Credits: the lines below a task that say whose it is, by when, and what comes of it."""

from __future__ import annotations

from danvan import parse

HEAD = "KẾ HOẠCH\nHoạt động hè năm 2031\n\nI. NHIỆM VỤ\n\n"


def test_lines_below_a_task_say_whose_it_is() -> None:
    plan = parse(
        f"{HEAD}1. Sửa sân chơi\n\n- Đơn vị chủ trì: Đoàn xã.\n\n- Đơn vị phối hợp: Công an xã.\n\n"
        "- Thời gian hoàn thành: trước ngày 20/5/2031.\n\n- Sản phẩm: Sân chơi an toàn.\n\n"
        "2. Dạy bơi\n\na) Đơn vị thực hiện: Trường Tiểu học Khe Mây\n\nb) Thời gian: Tháng 6/2031"
    )
    court, swimming = plan.assignments
    assert ([a.name for a in court.lead], court.product) == (["Đoàn xã"], "Sân chơi an toàn")
    assert [a.name for a in court.coordinating] == ["Công an xã"]
    assert [d.text for d in court.deadlines] == ["trước ngày 20/5/2031"]
    assert [d.agencies for d in court.deadlines] == [court.lead]
    assert (swimming.action, swimming.section) == ("Dạy bơi", "I.2")
    assert [d.text for d in swimming.deadlines] == ["Tháng 6/2031"]


def test_a_time_line_belongs_to_the_task_above_it() -> None:
    plan = parse(
        "KẾ HOẠCH\nHoạt động hè năm 2031\n\nI. TỔ CHỨC THỰC HIỆN\n\n1. Đoàn xã\n\n"
        "- Mở trại hè; sản phẩm: báo cáo ảnh.\n\n- Thời gian: Tháng 6/2031.\n\n- Dọn trại."
    )
    camp, cleaning = plan.assignments
    assert [d.text for d in camp.deadlines] == ["Tháng 6/2031"]
    assert (camp.product, cleaning.deadlines, cleaning.product) == ("báo cáo ảnh", (), None)


def test_words_that_lead_on_are_no_duty() -> None:
    plan = parse(
        "KẾ HOẠCH\nHoạt động hè năm 2031\n\nI. TỔ CHỨC THỰC HIỆN\n\n1. Đoàn xã có trách nhiệm:\n\n"
        "a) Mở trại hè;\n\nb) Dọn trại.\n\n2. Công an xã giữ trật tự."
    )
    assert [(d.section, [a.name for a in d.lead]) for d in plan.assignments] == [
        ("I.1.a", ["Đoàn xã"]),
        ("I.1.b", ["Đoàn xã"]),
        ("I.2", ["Công an xã"]),
    ]
