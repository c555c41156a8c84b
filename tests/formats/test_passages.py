"""The sentence that a deadline stands in."""

import pytest

import danvan
from danvan.formats.passages import Passages


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        (
            "- Rà soát hồ sơ. Sở Nội vụ báo cáo trước ngày 20/6/2024. Sở Tư pháp theo dõi.",
            "Sở Nội vụ báo cáo trước ngày 20/6/2024.",
        ),
        (
            "- Rà soát hồ sơ tại TP. Huế, ủy quyền; ủy viên báo cáo trước ngày 20/6/2024.",
            "Rà soát hồ sơ tại TP. Huế, ủy quyền; ủy viên báo cáo trước ngày 20/6/2024.",
        ),
        (
            "- Rà soát hồ sơ; Ủy ban nhân dân\nxã báo cáo trước\nngày 20/6/2024.",
            "Ủy ban nhân dân xã báo cáo trước ngày 20/6/2024.",
        ),
        (
            "1. Báo cáo trước ngày 20/6/2024\n\n- Sở Nội vụ tổng hợp.",
            "Báo cáo trước ngày 20/6/2024",
        ),
    ],
)
def test_it_is_cut_from_its_paragraph(text, sentence):
    plan = danvan.parse(f"KẾ HOẠCH\n\nI. NỘI DUNG\n\n{text}\n")
    (deadline,) = plan.deadlines
    assert Passages(plan).sentence(deadline) == sentence


def test_in_a_table_it_is_the_cell():
    cell = danvan.plan.Cell(text="Sở Nội vụ, trước ngày 20/6/2024", span=danvan.Span(0, 40))
    table = danvan.Table(rows=((cell,),), span=danvan.Span(0, 40))
    section = danvan.Section(label="I", level=1, path="I", body=(table,), span=danvan.Span(0, 40))
    deadline = danvan.Deadline(
        when=danvan.dates.parse("trước ngày 20/6/2024"),
        text="trước ngày 20/6/2024",
        span=danvan.Span(11, 31),
    )
    plan = danvan.Plan(source=danvan.Source(""), sections=(section,), deadlines=(deadline,))
    assert Passages(plan).sentence(deadline) == cell.text


def test_what_no_text_holds_has_none():
    plan = danvan.Plan(source=danvan.Source(""))
    deadline = danvan.Deadline(
        when=danvan.dates.parse("năm 2024"), text="năm 2024", span=danvan.Span(5, 13)
    )
    assert Passages(plan).sentence(deadline) == ""
