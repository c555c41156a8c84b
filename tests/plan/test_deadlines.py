"""Deadlines: which times say when work is due, and which do not."""

from __future__ import annotations

import datetime

import pytest
from hypothesis import given

from danvan.plan import parse
from tests.plan.drawn import any_text, plan_like

HEAD = (
    "ỦY BAN NHÂN DÂN\nHUYỆN AN BÌNH\n\nSố: 12/KH-UBND\n\nAn Bình, ngày 05 tháng 02 năm 2024\n\n"
    "KẾ HOẠCH\nVề công tác A\n\nI. NỘI DUNG\n\n"
)


def due(body):
    return parse(HEAD + body).deadlines


@pytest.mark.parametrize(
    ("sentence", "text", "relation", "latest"),
    [
        ("Báo cáo trước ngày 20/6/2024.", "trước ngày 20/6/2024", "before", "2024-06-19"),
        ("Chậm nhất ngày 30/6/2024 hoàn thành.", "Chậm nhất ngày 30/6/2024", "by", "2024-06-30"),
        ("Họp trong tháng 3/2024.", "trong tháng 3/2024", "during", "2024-03-31"),
        ("Hoàn thành trong quý II năm 2024.", "trong quý II năm 2024", "during", "2024-06-30"),
        ("Thường xuyên trong năm 2024.", "Thường xuyên trong năm 2024", "during", "2024-12-31"),
        (
            "Trực từ ngày 01/3/2024 đến ngày 15/3/2024.",
            "từ ngày 01/3/2024 đến ngày 15/3/2024",
            "during",
            "2024-03-15",
        ),
        ("Thời gian thực hiện: Quý II năm 2024.", "Quý II năm 2024", "during", "2024-06-30"),
        ("Thời hạn hoàn thành: ngày 20/6/2024.", "ngày 20/6/2024", "by", "2024-06-20"),
    ],
)
def test_is_due(sentence, text, relation, latest):
    (deadline,) = due(f"- {sentence}")
    assert deadline.text.lower().endswith(text.lower())
    assert str(deadline.relation) == relation
    assert deadline.latest is not None
    assert deadline.latest.isoformat() == latest


def test_a_day_without_a_year_takes_that_of_the_plan():
    (deadline,) = due("- Báo cáo trước ngày 20/6.")
    assert deadline.latest == datetime.date(2024, 6, 19)


@pytest.mark.parametrize("sentence", ["Báo cáo định kỳ 6 tháng.", "Báo cáo hằng quý."])
def test_an_interval_recurs(sentence):
    (deadline,) = due(f"- {sentence}")
    assert deadline.latest is None
    assert "6 tháng" in deadline.text or "hằng quý" in deadline.text


@pytest.mark.parametrize(
    "sentence",
    [
        "Quyết định có hiệu lực từ ngày 01/7/2024.",
        "Thực hiện Nghị định số 5/2020/NĐ-CP ngày 03/3/2020 của Chính phủ.",
        "Triển khai giai đoạn 2021-2030.",
        "Phấn đấu đến năm 2025 đạt 100%.",
        "Đưa vào kế hoạch hằng năm.",
        "Báo cáo kịp thời, thường xuyên.",
        "Kết quả năm 2023.",
        "Tổng kết 10 năm thực hiện.",
    ],
)
def test_is_not_due(sentence):
    assert due(f"- {sentence}") == ()


def test_headings_and_titles_name_no_deadlines():
    plan = parse("KẾ HOẠCH\nVề công tác A trong năm 2024\n\nI. NHIỆM VỤ TRONG NĂM 2024\n\n- Một.")
    assert plan.deadlines == ()


def test_history_is_no_deadline():
    assert due("- Số liệu đến hết ngày 31/12/2015.") == ()


def test_a_day_that_cannot_be_is_a_deadline_without_a_day():
    plan = parse(f"{HEAD}- Báo cáo trước ngày 31/02/2024.")
    (deadline,) = plan.deadlines
    assert (deadline.earliest, deadline.latest) == (None, None)
    assert not deadline.is_overdue(datetime.date(2030, 1, 1))
    assert "R107" in {f.code for f in plan.findings}


@pytest.mark.parametrize(
    ("body", "about"),
    [
        ("- Phòng A nộp hồ sơ trước ngày 20/6/2024.", "Phòng A nộp hồ sơ"),
        ("- Câu một. Nộp hồ sơ trước ngày 20/6/2024.", "Nộp hồ sơ"),
        ("- Trước ngày 20/6/2024, nộp hồ sơ.", "nộp hồ sơ"),
        ("1. Tập huấn cán bộ\n\n- Thời gian thực hiện: Quý II năm 2024.", "Tập huấn cán bộ"),
    ],
)
def test_about(body, about):
    (deadline,) = due(body)
    assert deadline.about == about


def test_the_last_day_is_not_overdue():
    (deadline,) = due("- Báo cáo trước ngày 20/6/2024.")
    assert not deadline.is_overdue(datetime.date(2024, 6, 19))
    assert deadline.is_overdue(datetime.date(2024, 6, 20))


def test_each_section_has_its_own():
    deadlines = due("1. Một\n\n- Trước ngày 20/6/2024.\n\n2. Hai\n\n- Trước ngày 20/7/2024.")
    assert [d.section for d in deadlines] == ["I.1", "I.2"]


def test_a_date_cut_by_a_page_is_one_deadline_in_two_pieces():
    text = f"{HEAD}- Báo cáo trước ngày\n\n2\n\n20/6/2024."
    (deadline,) = parse(text).deadlines
    assert deadline.latest == datetime.date(2024, 6, 19)
    assert deadline.text == deadline.span.of(text)
    assert [s.of(text) for s in deadline.spans] == ["trước ngày", "20/6/2024"]


@given(plan_like() | any_text)
def test_deadlines_are_verbatim_and_in_order(text):
    plan = parse(text)
    for deadline in plan.deadlines:
        assert deadline.text == deadline.span.of(text) == deadline.when.text
        assert deadline.section in {"", *(s.path for s in plan.walk())}
        for piece in deadline.spans:
            assert deadline.span.contains(piece)
    starts = [d.span.start for d in plan.deadlines]
    assert starts == sorted(starts)


def test_the_half_year_report_is_due_before_its_day():
    plan = parse("KẾ HOẠCH\nVề A\n\nI. A\n\n- Báo cáo 6 tháng trước ngày 20/6/2024.")
    assert [str(d.latest) for d in plan.deadlines] == ["2024-06-19"]


def said(sentence: str, heading: str = "II. NỘI DUNG") -> list[str]:
    """The deadlines of a paragraph under a heading, as printed."""
    text = f"KẾ HOẠCH\nHoạt động hè năm 2031\n\nI. MỤC ĐÍCH\n\n- Vui.\n\n{heading}\n\n{sentence}"
    return [deadline.text for deadline in parse(text).deadlines]


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("Khởi công đầu tháng 3/2031.", ["đầu tháng 3/2031"]),
        ("Sơ kết vào tháng 6/2031, tổng kết vào cuối tháng 11/2031.", ["tháng 6/2031", "cuối tháng 11/2031"]),
        ("Khai mạc: ngày 20/7/2031; bế mạc: ngày 29/7/2031.", ["ngày 20/7/2031", "ngày 29/7/2031"]),
        ("6 tháng cuối năm 2031 sửa sân chơi.", ["6 tháng cuối năm 2031"]),
        ("Quý II: Kiểm tra sân chơi.", []),
        ("Gửi chương trình trước ngày khai mạc 05 ngày.", ["trước ngày khai mạc 05 ngày"]),
        ("Rút ngắn thời gian đăng ký còn không quá 02 giờ.", []),
        ("Người đang hưởng trợ cấp xã hội hằng tháng được miễn vé.", []),
        ("Rút kinh nghiệm sau kiểm điểm hằng năm.", []),
        ("Trình dự toán kinh phí trong quý IV hằng năm.", ["trong quý IV hằng năm"]),
        ("Mức thu áp dụng đến hết năm 2035.", []),
    ],
)  # fmt: skip
def test_work_is_told_from_what_is_no_work(sentence: str, expected: list[str]) -> None:
    assert said(sentence) == expected


def test_what_was_done_is_not_due() -> None:
    sentence = "Trong năm 2030, xã mở 02 lớp."
    assert said(sentence, "II. ĐẶC ĐIỂM TÌNH HÌNH") == []
    assert said(sentence, "II. NHIỆM VỤ") == ["Trong năm 2030"]
