"""Duties: who leads, who works with them, who is advised, directed and reported to."""

from __future__ import annotations

import pytest
from hypothesis import given

from danvan.plan import parse
from tests.plan.drawn import any_text, plan_like

HEAD = "ỦY BAN NHÂN DÂN\nHUYỆN AN BÌNH\n\nSố: 12/KH-UBND\n\nKẾ HOẠCH\nVề công tác A\n\n"
PART = "III. TỔ CHỨC THỰC HIỆN\n\n"


def assigned(body):
    return parse(HEAD + body).assignments


def only(sentence):
    (duty,) = assigned(f"{PART}1. {sentence}")
    return duty


def names(agencies):
    return [agency.name for agency in agencies]


@pytest.mark.parametrize(
    ("sentence", "lead"),
    [
        ("Giao Phòng Nội vụ chủ trì thực hiện.", ["Phòng Nội vụ"]),
        ("Giao trách nhiệm cho Phòng Nội vụ theo dõi.", ["Phòng Nội vụ"]),
        ("Đề nghị Huyện đoàn phát động phong trào.", ["Huyện đoàn"]),
        ("Yêu cầu Công an huyện tăng cường tuần tra.", ["Công an huyện"]),
        ("Phòng Nội vụ chủ trì thực hiện.", ["Phòng Nội vụ"]),
        ("Phòng Nội vụ: theo dõi việc thực hiện.", ["Phòng Nội vụ"]),
        ("Phòng Nội vụ (cơ quan thường trực) theo dõi.", ["Phòng Nội vụ"]),
        ("Giao Phòng Nội vụ và Công an huyện thực hiện.", ["Phòng Nội vụ", "Công an huyện"]),
        ("UBND các xã, thị trấn tổ chức thực hiện.", ["UBND các xã, thị trấn"]),
    ],
)
def test_lead_of_a_numbered_paragraph(sentence, lead):
    duty = only(sentence)
    assert names(duty.lead) == lead
    assert duty.section == "III.1"
    assert duty.action == sentence


def test_the_heading_leads_what_stands_below_it():
    duties = assigned(f"{PART}1. Phòng Nội vụ\n\n- Theo dõi việc thực hiện.\n\n- Tổng hợp kết quả.")
    assert [(d.section, names(d.lead), d.action) for d in duties] == [
        ("III.1", ["Phòng Nội vụ"], "Theo dõi việc thực hiện."),
        ("III.1", ["Phòng Nội vụ"], "Tổng hợp kết quả."),
    ]


def test_a_paragraph_may_charge_another_than_its_heading():
    duties = assigned(f"{PART}1. Phòng Nội vụ\n\n- Theo dõi.\n\n- Giao Công an huyện tuần tra.")
    assert [names(d.lead) for d in duties] == [["Phòng Nội vụ"], ["Công an huyện"]]


@pytest.mark.parametrize("prefix", ["Đề nghị ", "Giao ", "Đối với ", "Trách nhiệm của "])
def test_a_heading_charges_without_its_verb(prefix):
    duties = assigned(f"{PART}1. {prefix}Công an huyện\n\n- Tuần tra ban đêm.")
    assert [names(d.lead) for d in duties] == [["Công an huyện"]]


def test_several_bodies_in_a_heading():
    duties = assigned(f"{PART}1. Phòng Nội vụ, Công an huyện\n\n- Tuần tra ban đêm.")
    assert [names(d.lead) for d in duties] == [["Phòng Nội vụ", "Công an huyện"]]


def test_coordinating():
    duty = only(
        "Giao Phòng Nội vụ chủ trì, phối hợp với Công an huyện và UBND các xã, thị trấn thực hiện."
    )
    assert names(duty.lead) == ["Phòng Nội vụ"]
    assert names(duty.coordinating) == ["Công an huyện", "UBND các xã, thị trấn"]


def test_coordinating_needs_a_body():
    assert only("Phòng Nội vụ phối hợp cung cấp thông tin.").coordinating == ()


def test_reports_and_their_channel():
    duty = only(
        "Phòng Nội vụ tổng hợp, báo cáo Ủy ban nhân dân huyện (qua Phòng Tài chính - Kế hoạch) kết quả."
    )
    assert names(duty.reports_to) == ["Ủy ban nhân dân huyện"]
    assert names(duty.via) == ["Phòng Tài chính - Kế hoạch"]


@pytest.mark.parametrize(
    "clause",
    [
        "gửi về Phòng Tư pháp",
        "báo cáo kết quả về Phòng Tư pháp",
        "báo cáo kịp thời cho Phòng Tư pháp",
        "phản ánh về Phòng Tư pháp",
    ],
)
def test_ways_to_report(clause):
    assert names(only(f"Công an huyện {clause}.").reports_to) == ["Phòng Tư pháp"]


def test_a_purpose_is_no_report():
    duty = only("Công an huyện gửi về Phòng Tư pháp để tổng hợp báo cáo Sở Tư pháp.")
    assert names(duty.reports_to) == ["Phòng Tư pháp"]


def test_advice_is_no_report():
    duty = only("Phòng Nội vụ tham mưu Ủy ban nhân dân huyện bố trí kinh phí.")
    assert names(duty.advising) == ["Ủy ban nhân dân huyện"]
    assert duty.reports_to == ()


def test_supervised():
    duty = only("Phòng Nội vụ hướng dẫn, đôn đốc UBND các xã, thị trấn thực hiện.")
    assert names(duty.supervised) == ["UBND các xã, thị trấn"]


def test_outside_the_part_only_who_is_charged_in_so_many_words():
    duties = assigned(
        "II. NỘI DUNG\n\n1. Tuyên truyền\n\n- Giao Phòng Nội vụ theo dõi.\n\n"
        "- Công an huyện chủ trì tuần tra.\n\n- Phòng Tư pháp tuyên truyền pháp luật.\n\n- Nâng cao nhận thức."
    )
    assert [(d.section, names(d.lead)) for d in duties] == [
        ("II.1", ["Phòng Nội vụ"]),
        ("II.1", ["Công an huyện"]),
    ]


def test_bullets_that_only_give_dates_are_part_of_the_duty_above():
    (duty,) = assigned(
        f"{PART}1. Phòng Nội vụ\n\n- Tổng hợp báo cáo như sau:\n\n"
        "+ Báo cáo quý I trước ngày 20/3/2024.\n\n+ Báo cáo năm trước ngày 20/12/2024."
    )
    assert duty.action == "Tổng hợp báo cáo như sau:"
    assert [d.text for d in duty.deadlines] == ["trước ngày 20/3/2024", "trước ngày 20/12/2024"]
    assert all(names(d.agencies) == ["Phòng Nội vụ"] for d in duty.deadlines)


def test_closing_words_that_bind_belong_to_the_part():
    duties = assigned(
        f"{PART}1. Phòng Nội vụ\n\n- Theo dõi.\n\n"
        "Trên đây là Kế hoạch, đề nghị UBND các xã, thị trấn nghiêm túc thực hiện./."
    )
    assert [(d.section, names(d.lead)) for d in duties] == [
        ("III.1", ["Phòng Nội vụ"]),
        ("III", ["UBND các xã, thị trấn"]),
    ]


def test_closing_words_that_bind_nobody_are_no_duty():
    duties = assigned(
        f"{PART}1. Phòng Nội vụ\n\n- Theo dõi.\n\nTrên đây là Kế hoạch về công tác A./."
    )
    assert [d.section for d in duties] == ["III.1"]


def test_a_duty_knows_its_deadlines_and_they_know_who_must_meet_them():
    plan = parse(f"{HEAD}{PART}1. Giao Phòng Nội vụ thực hiện, hoàn thành trước ngày 20/6/2024.")
    (duty,) = plan.assignments
    (deadline,) = plan.deadlines
    assert duty.deadlines == (deadline,)
    assert names(deadline.agencies) == ["Phòng Nội vụ"]
    assert deadline.section == duty.section == "III.1"


def test_a_duty_stands_where_its_words_do():
    text = f"{HEAD}{PART}1. Giao Phòng Nội vụ\n\n2\n\nvà các đơn vị thực hiện."
    (duty,) = parse(text).assignments
    assert duty.span.of(text).startswith("Giao Phòng Nội vụ")
    assert " ".join(s.of(text) for s in duty.spans or (duty.span,)) == duty.action


@given(plan_like() | any_text)
def test_duties_stand_in_their_sections(text):
    plan = parse(text)
    sections = {s.path: s for s in plan.walk()}
    for duty in plan.assignments:
        assert duty.lead
        assert sections[duty.section].span.contains(duty.span)
        assert set(duty.deadlines) <= set(plan.deadlines)


def test_credit_lines_name_the_bodies_of_a_task():
    (duty,) = assigned(
        "II. NỘI DUNG\n\n1. Mở lớp tập huấn\n\n- Đơn vị chủ trì: Phòng Nội vụ.\n\n"
        "- Đơn vị phối hợp: Công an huyện.\n\n- Thời gian thực hiện: Quý II năm 2024."
    )
    assert (duty.section, names(duty.lead)) == ("II.1", ["Phòng Nội vụ"])
    assert names(duty.coordinating) == ["Công an huyện"]


def test_a_body_in_brackets_is_given_the_work():
    (duty,) = assigned(
        "II. NỘI DUNG\n\n1. Tuyên truyền\n\n- In tờ rơi (Giao Phòng Nội vụ thực hiện)."
    )
    assert names(duty.lead) == ["Phòng Nội vụ"]


@pytest.mark.parametrize(
    ("closing", "lead"),
    [
        (
            "Nhận được Kế hoạch này, UBND các xã, thị trấn tổ chức thực hiện.",
            ["UBND các xã, thị trấn"],
        ),
        ("Trên đây là Kế hoạch, yêu cầu Công an huyện nghiêm túc thực hiện./.", ["Công an huyện"]),
        ("Căn cứ Kế hoạch này, đề nghị Huyện đoàn triển khai./.", ["Huyện đoàn"]),
    ],
)
def test_whom_closing_words_bind(closing, lead):
    duties = assigned(f"{PART}1. Phòng Nội vụ\n\n- Theo dõi.\n\n{closing}")
    assert [(d.section, names(d.lead)) for d in duties] == [
        ("III.1", ["Phòng Nội vụ"]),
        ("III", lead),
    ]


def test_a_report_may_go_further_on_in_its_clause():
    duty = only("Công an huyện báo cáo kết quả thực hiện nhiệm vụ năm về Phòng Nội vụ, tổng hợp.")
    assert names(duty.reports_to) == ["Phòng Nội vụ"]


def test_each_receiver_is_named_once():
    duty = only(
        "Công an huyện báo cáo Ủy ban nhân dân huyện; gửi về Ủy ban nhân dân huyện và Phòng Nội vụ."
    )
    assert names(duty.reports_to) == ["Ủy ban nhân dân huyện", "Phòng Nội vụ"]


def test_a_sub_number_inherits_from_the_number_above_it():
    duties = assigned(f"{PART}1. Phòng Nội vụ\n\na) Theo dõi;\n\nb) Tổng hợp.")
    assert [(d.section, names(d.lead)) for d in duties] == [
        ("III.1.a", ["Phòng Nội vụ"]),
        ("III.1.b", ["Phòng Nội vụ"]),
    ]


def test_a_heading_that_is_a_body_charges_it_in_any_part() -> None:
    plan = parse(
        "KẾ HOẠCH\nTrồng cây năm 2026\n\nI. NHIỆM VỤ\n\n1. Phòng Kinh tế\n\n"
        "- Chuẩn bị cây giống, hoàn thành trước ngày 30/4/2026.\n\n"
        "2. Công tác tuyên truyền\n\n- Tuyên truyền trên đài truyền thanh.\n"
    )
    assert [[a.name for a in duty.lead] for duty in plan.assignments] == [["Phòng Kinh tế"]]
    assert [d.latest.isoformat() for d in plan.assignments[0].deadlines] == ["2026-04-29"]
