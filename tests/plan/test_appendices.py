"""Appendices: their labels, titles, outlines, and the rows of their task tables."""

from __future__ import annotations

import pytest

from danvan import parse
from danvan.plan import Paragraph, Section, Table

PLAN = """KẾ HOẠCH
Trồng cây phân tán năm 2024

I. MỤC ĐÍCH

- Phủ xanh đồi trọc.

II. TỔ CHỨC THỰC HIỆN

1. Phòng Kinh tế

Theo dõi, báo cáo.

TM. ỦY BAN NHÂN DÂN
CHỦ TỊCH

Hồ Văn Tư

"""
TASKS = """PHỤ LỤC I
PHÂN CÔNG NHIỆM VỤ
(Kèm theo Kế hoạch số 9/KH-UBND ngày 02/3/2024 của UBND xã)

|STT|Nội dung|Cơ quan chủ trì|Cơ quan phối hợp|Thời gian hoàn thành|Sản phẩm|
|---|---|---|---|---|---|
|1|Ươm cây giống|Phòng Kinh tế|Hội Nông dân xã|Trước ngày 30/4/2024|5.000 cây|
|2|Trồng cây|Đoàn Thanh niên xã||Tháng 6/2024|Báo cáo|
"""
NOTES = """
Phụ lục II. HƯỚNG DẪN KỸ THUẬT

I. CHUẨN BỊ ĐẤT

1. Đào hố sâu 40 cm.

2. Bón lót trước khi trồng.

II. CHĂM SÓC

- Tưới nước mỗi ngày.
"""


def test_each_appendix_has_its_label_and_title() -> None:
    first, second = parse(PLAN + TASKS + NOTES).appendices
    assert (first.label, first.title) == ("PHỤ LỤC I", "PHÂN CÔNG NHIỆM VỤ")
    assert (second.label, second.title) == ("Phụ lục II", "HƯỚNG DẪN KỸ THUẬT")


def test_the_rows_of_a_task_table_are_assignments() -> None:
    plan = parse(PLAN + TASKS)
    rows = [a for a in plan.assignments if a.section == "PHỤ LỤC I"]
    assert [[agency.name for agency in a.lead] for a in rows] == [
        ["Phòng Kinh tế"],
        ["Đoàn Thanh niên xã"],
    ]
    assert [agency.name for agency in rows[0].coordinating] == ["Hội Nông dân xã"]
    assert [a.action for a in rows] == ["Ươm cây giống", "Trồng cây"]
    assert [a.product for a in rows] == ["5.000 cây", "Báo cáo"]
    assert [[d.text for d in a.deadlines] for a in rows] == [
        ["Trước ngày 30/4/2024"],
        ["Tháng 6/2024"],
    ]


def test_the_table_and_the_bracket_stand_in_the_appendix() -> None:
    (appendix,) = parse(PLAN + TASKS).appendices
    bracket, table = appendix.body
    assert isinstance(bracket, Paragraph)
    assert bracket.text.startswith("(Kèm theo Kế hoạch số 9/KH-UBND")
    assert isinstance(table, Table)
    assert [cell.text for cell in table.header][:2] == ["STT", "Nội dung"]
    assert len(table.rows) == 2


def test_an_appendix_has_an_outline_of_its_own() -> None:
    plan = parse(PLAN + NOTES)
    (appendix,) = plan.appendices
    sections = [s for part in appendix.body if isinstance(part, Section) for s in part.walk()]
    assert [(s.path, s.title) for s in sections] == [
        ("Phụ lục II.I", "CHUẨN BỊ ĐẤT"),
        ("Phụ lục II.I.1", None),
        ("Phụ lục II.I.2", None),
        ("Phụ lục II.II", "CHĂM SÓC"),
    ]
    assert [s.path for s in plan.walk()] == ["I", "II", "II.1"]
    assert plan.coverage() == 1.0


@pytest.mark.parametrize("label", ["PHỤ LỤC", "Phụ lục 01", "PHỤ BIỂU 2", "PHU LUC III"])
def test_labels(label: str) -> None:
    (appendix,) = parse(f"{PLAN}{label}\n\nDanh sách các thôn.\n").appendices
    assert appendix.label == label
    assert [p.text for p in appendix.body if isinstance(p, Paragraph)] == ["Danh sách các thôn."]


def test_two_of_one_label_have_two_paths() -> None:
    plan = parse(PLAN + TASKS.replace(" I\n", "\n") * 2)
    assert {a.section for a in plan.assignments} >= {"PHỤ LỤC", "PHỤ LỤC~2"}
