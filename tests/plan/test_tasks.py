"""Task tables: rows that say who does what by when."""

from __future__ import annotations

import pytest

from danvan.plan import Table, parse

HEAD = (
    "ỦY BAN NHÂN DÂN\nHUYỆN AN BÌNH\n\nSố: 12/KH-UBND\n\nAn Bình, ngày 05 tháng 02 năm 2024\n\n"
    "KẾ HOẠCH\nVề công tác A\n\nIII. TỔ CHỨC THỰC HIỆN\n\n- Theo bảng sau:\n\n"
)


def plan_of(table):
    return parse(f"{HEAD}{table}\n\n- Hết.\n")


def rows(plan):
    return [
        (
            [a.name for a in d.lead],
            [a.name for a in d.coordinating],
            [x.latest.isoformat() for x in d.deadlines if x.latest],
            d.product,
        )
        for d in plan.assignments
    ]


def test_each_row_is_an_assignment():
    plan = plan_of(
        "| STT | Nội dung | Đơn vị chủ trì | Đơn vị phối hợp | Thời gian | Sản phẩm |\n|---|---|---|---|---|---|\n"
        "| 1 | Mở lớp tập huấn | Phòng Nội vụ | Công an huyện | Trước ngày 20/6/2024 | Báo cáo |\n"
        "| 2 | In tài liệu | Phòng Tư pháp | | Quý III năm 2024 | |"
    )
    assert rows(plan) == [
        (["Phòng Nội vụ"], ["Công an huyện"], ["2024-06-19"], "Báo cáo"),
        (["Phòng Tư pháp"], [], ["2024-09-30"], None),
    ]
    assert {d.section for d in plan.assignments} == {"III"}
    (table,) = [part for part in plan.sections[0].body if isinstance(part, Table)]
    assert [cell.text for cell in table.header][1:3] == ["Nội dung", "Đơn vị chủ trì"]
    assert len(table.rows) == 2


@pytest.mark.parametrize(
    "head",
    [
        "| Nhiệm vụ | Cơ quan chủ trì |",
        "| Công việc | Đơn vị thực hiện |",
        "| Nội dung công việc | Người phụ trách |",
        "| Hoạt động | Cơ quan |",
    ],
)
def test_heads_that_name_who_does_the_work(head):
    plan = plan_of(f"{head}\n|---|---|\n| In tài liệu | Phòng Tư pháp |")
    assert [d.lead[0].name for d in plan.assignments] == ["Phòng Tư pháp"]


@pytest.mark.parametrize(
    "table",
    [
        "| STT | Tên xã |\n|---|---|\n| 1 | Xã An Lộc |",
        "| Đơn vị chủ trì |\n|---|\n| Phòng Tư pháp |",
        "| STT | Nội dung | Đơn vị chủ trì |\n|---|---|---|\n| I | Tuyên truyền | |",
    ],
    ids=["no-lead", "only-lead", "group"],
)
def test_other_rows_charge_nobody(table):
    assert plan_of(table).assignments == ()


def test_what_a_row_says_stands_in_its_row():
    text = f"{HEAD}| Nội dung | Đơn vị chủ trì |\n|---|---|\n| In tài liệu | Phòng Tư pháp |\n\n- Hết.\n"
    (duty,) = parse(text).assignments
    assert duty.action == "In tài liệu"
    assert duty.span.of(text) == "In tài liệu | Phòng Tư pháp"


def test_a_ditto_stands_for_the_cell_above():
    plan = parse(
        "KẾ HOẠCH\nHoạt động hè năm 2031\n\nI. NHIỆM VỤ\n\n"
        "| STT | Nội dung | Cơ quan chủ trì | Thời gian |\n| --- | --- | --- | --- |\n"
        "| 1 | Dạy bơi | Phòng Văn hóa | Tháng 6/2031 |\n| 2 | Hội trại | -nt- | nt |\n"
    )
    assert [[a.name for a in task.lead] for task in plan.assignments] == [["Phòng Văn hóa"]] * 2


def test_a_schedule_says_what_is_done_in_a_column_of_another_name():
    plan = plan_of(
        "| TT | Thôn | Thời gian | Cán bộ phụ trách |\n|---|---|---|---|\n"
        "| 1 | Thôn Đồi Chè | 12/3/2024 | Phòng Tư pháp |"
    )
    assert [(d.action, [a.name for a in d.lead]) for d in plan.assignments] == [
        ("Thôn Đồi Chè", ["Phòng Tư pháp"])
    ]
