"""The title: the kind taken off, the subject joined, the bracket apart."""

from __future__ import annotations

import pytest

from danvan.plan import parse

BODY = "\n\nI. MỤC ĐÍCH\n\n- Một.\n"


@pytest.mark.parametrize(
    ("title", "subject"),
    [
        ("KẾ HOẠCH\nVề công tác A", "Về công tác A"),
        (
            "KẾ HOẠCH\nVề công tác A\ntrên địa bàn xã năm 2024",
            "Về công tác A trên địa bàn xã năm 2024",
        ),
        ("**KẾ HOẠCH**  \n**Về công tác A**", "Về công tác A"),
        ("**KẾ HOẠCH**\n**Về công tác A**\n**trên địa bàn xã**", "Về công tác A trên địa bàn xã"),
        ("KẾ HOẠCH\n\nVề công tác A", "Về công tác A"),
        ("KẾ HOẠCH\nVề công tác A.", "Về công tác A."),
        ("KẾ HOẠCH\nVỀ CÔNG TÁC A\nNĂM 2024", "VỀ CÔNG TÁC A NĂM 2024"),
        ("KẾ HOẠCH: VỀ CÔNG TÁC A", "VỀ CÔNG TÁC A"),
        ("KẾ HOẠCH VỀ CÔNG TÁC A", "VỀ CÔNG TÁC A"),
        ("### KẾ HOẠCH\n### Về công tác A", "Về công tác A"),
        ("KẾ HOẠCH\n-------\nVề công tác A", "Về công tác A"),
        ("KẾ HOẠCH\nVề công tác A\n(Kèm theo Quyết định số 5/QĐ-UBND)", "Về công tác A"),
        ("KẾ HOẠCH\nVề công tác A (Kèm theo Quyết định số 5/QĐ-UBND)", "Về công tác A"),
        ("KẾ HOẠCH\nVề công tác A\n-------", "Về công tác A"),
        ("KẾ HOẠCH", None),
    ],
)
def test_subject(title, subject):
    plan = parse(title + BODY)
    assert plan.kind is not None
    assert plan.kind.name == "Kế hoạch"
    assert plan.subject == subject
    assert [s.title for s in plan.sections] == ["MỤC ĐÍCH"]


@pytest.mark.parametrize(
    "opening",
    [
        "Căn cứ Luật Đất đai năm 2024;",
        "Thực hiện Kế hoạch số 5/KH-UBND của huyện, xã xây dựng kế hoạch như sau:",
        "Để triển khai công tác A, xã xây dựng kế hoạch như sau:",
    ],
)
def test_the_preamble_is_no_subject(opening):
    plan = parse(f"KẾ HOẠCH\nVề công tác A\n\n{opening}{BODY}")
    assert plan.subject == "Về công tác A"
    assert [p.text for p in plan.preamble] == [opening]


def test_a_bracket_names_the_document_that_carries():
    plan = parse(
        f"KẾ HOẠCH\nVề công tác A\n(Kèm theo Quyết định số 5/QĐ-UBND ngày 01/02/2024){BODY}"
    )
    assert [str(c.instrument.number) for c in plan.citations] == ["5/QĐ-UBND"]


def test_a_period_in_the_subject_is_the_plans():
    plan = parse(f"KẾ HOẠCH\nVề công tác A năm 2024{BODY}")
    assert plan.period is not None
    assert (plan.period.start.year, plan.period.end.year) == (2024, 2024)
    assert parse(f"KẾ HOẠCH\nVề công tác A{BODY}").period is None


def test_a_point_is_no_subject():
    assert parse("KẾ HOẠCH\nVề công tác A\n\na) Việc một").subject == "Về công tác A"


def test_a_range_of_years_may_be_cut_before_its_dash() -> None:
    text = "KẾ HOẠCH\nPhát triển du lịch cộng đồng giai đoạn 2026\n- 2030\n\nCăn cứ Luật Du lịch;"
    plan = parse(text)
    assert plan.subject == "Phát triển du lịch cộng đồng giai đoạn 2026 - 2030"
    assert str(plan.period) == "2026-01-01/2030-12-31"


def test_a_wrapped_line_that_begins_with_a_number_is_no_head() -> None:
    text = (
        "KẾ HOẠCH\nVề công tác A\n\n1. MỤC ĐÍCH\n\nThực hiện tốt Kế hoạch\nsố 5/KH-UBND của xã.\n"
    )
    assert parse(text).subject == "Về công tác A"


def test_a_bracket_may_go_on_over_lines() -> None:
    title = "KẾ HOẠCH\n\nVề A\n\n(Kèm theo Quyết định số 5/QĐ-UBND của\n\nỦy ban nhân dân xã)"
    plan = parse(f"{title}\n\nI. MỤC ĐÍCH\n\n- Một.\n")
    assert plan.subject == "Về A"
    assert plan.preamble == ()


def test_the_time_of_a_subject_is_whole() -> None:
    text = "KẾ HOẠCH\n\nHòa giải trên địa bàn tỉnh quý\n\nI năm 2016\n\nI. MỤC ĐÍCH\n\n- Một.\n"
    assert parse(text).subject == "Hòa giải trên địa bàn tỉnh quý I năm 2016"


def test_a_subject_may_end_in_any_word() -> None:
    text = (
        "KẾ HOẠCH\nVề chuyển đổi số\n\nThực hiện Luật A, xã lập kế hoạch như sau:\n\nI. MỤC ĐÍCH\n"
    )
    assert parse(text).subject == "Về chuyển đổi số"
