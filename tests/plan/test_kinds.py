"""Other kinds of document than plans: what they are, and what is read of them all the same."""

from __future__ import annotations

import pytest

from danvan import Plan, parse

HEAD = (
    "ỦY BAN NHÂN DÂN\nHUYỆN KHE MÂY\n\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc\n\n"
    "Số: 31/{symbol}\n{about}\nKhe Mây, ngày 05 tháng 3 năm 2031\n\n"
)
CLOSING = "\n\nNơi nhận:\n- Như trên;\n- Lưu: VT.\n\nTM. ỦY BAN NHÂN DÂN\nCHỦ TỊCH\n\nĐào Văn Khoan"


def document(symbol: str, body: str, about: str = "") -> Plan:
    return parse(HEAD.format(symbol=symbol, about=about) + body + CLOSING)


def duties(plan: Plan) -> list[tuple[str, list[str]]]:
    return [(d.section, [a.name for a in d.lead]) for d in plan.assignments]


DIRECTIVE = document(
    "CT-UBND",
    "CHỈ THỊ\nVề mở thư viện thôn\n\nĐể mọi người được đọc sách, Chủ tịch UBND huyện yêu cầu:\n\n"
    "1. Chủ tịch UBND các xã:\n\na) Bố trí phòng đọc trước ngày 30/6/2031.\n\nb) Cử người trông coi.\n\n"
    "2. Giao Phòng Văn hóa và Thông tin đôn đốc, báo cáo UBND huyện hằng quý.\n\n"
    "Yêu cầu các cơ quan, đơn vị nghiêm túc thực hiện Chỉ thị này./.",
)
LETTER = document(
    "UBND-VX",
    "Kính gửi: UBND các xã.\n\nUBND huyện đề nghị UBND các xã thực hiện:\n\n1. Mở phòng đọc.\n\n"
    "2. Công an xã giữ trật tự trước ngày 30/6/2031.",
    about="V/v mở thư viện thôn\n",
)
DECISION = document(
    "QĐ-UBND",
    "QUYẾT ĐỊNH\nVề việc lập Tổ thư viện\n\nCHỦ TỊCH ỦY BAN NHÂN DÂN HUYỆN\n\n"
    "Căn cứ Luật Thư viện năm 2019;\n\nQUYẾT ĐỊNH:\n\nĐiều 1. Lập Tổ thư viện gồm 07 người.\n\n"
    "Điều 2. Giao Phòng Văn hóa và Thông tin xây dựng quy chế trước ngày 30/3/2031.\n\n"
    "Điều 3. Chánh Văn phòng, Trưởng Phòng Nội vụ chịu trách nhiệm thi hành Quyết định này./.",
)
REPORT = document(
    "BC-UBND",
    "BÁO CÁO\nKết quả mở thư viện năm 2030\n\nI. KẾT QUẢ\n\n1. Mở 12 thư viện; 98% thôn có sách.\n\n"
    "II. NHIỆM VỤ NĂM 2031\n\n1. Phấn đấu trên 99% thôn có sách trước ngày 30/6/2031.",
)
RESOLUTION = document(
    "NQ-HĐND",
    "NGHỊ QUYẾT\nVề nhiệm vụ năm 2031\n\nCăn cứ Luật Thư viện năm 2019;\n\nQUYẾT NGHỊ:\n\n"
    "Điều 1. Chỉ tiêu\n\n1. Giảm tỷ lệ thôn chưa có sách 1,2%.\n\n"
    "Điều 2. Giao Ủy ban nhân dân huyện tổ chức thực hiện Nghị quyết./.",
)


@pytest.mark.parametrize(
    ("plan", "kind"),
    [
        (DIRECTIVE, "Chỉ thị"),
        (LETTER, "Công văn"),
        (DECISION, "Quyết định"),
        (REPORT, "Báo cáo"),
        (RESOLUTION, "Nghị quyết"),
    ],
)
def test_the_kind_is_said_and_that_it_is_no_plan(plan: Plan, kind: str) -> None:
    assert plan.kind is not None
    assert plan.kind.name == kind
    assert [f.code for f in plan.findings if f.code in {"R102", "R103"}] == ["R103"]
    assert plan.number is not None
    assert [s.name for s in plan.signatures] == ["Đào Văn Khoan"]
    assert [r.text for r in plan.recipients] == ["Như trên"]
    assert plan.coverage() == 1.0


def test_a_directive_charges_in_its_points() -> None:
    heads = ["Chủ tịch UBND các xã"]
    assert duties(DIRECTIVE) == [
        ("1.a", heads),
        ("1.b", heads),
        ("2", ["Phòng Văn hóa và Thông tin"]),
        ("2", ["các cơ quan, đơn vị"]),
    ]
    assert DIRECTIVE.deadlines[0].agencies == DIRECTIVE.assignments[0].lead


def test_a_letter_charges_whom_its_opening_asks() -> None:
    assert (LETTER.subject, [a.text for a in LETTER.addressees]) == (
        "V/v mở thư viện thôn",
        ["UBND các xã"],
    )
    assert duties(LETTER) == [("1", ["UBND các xã"]), ("2", ["Công an xã"])]


def test_a_decision_charges_in_its_articles() -> None:
    assert [section for section, _ in duties(DECISION)] == ["Điều 2", "Điều 3"]
    assert [d.text for d in DECISION.deadlines] == ["trước ngày 30/3/2031"]
    assert [str(b.instrument.name) for b in DECISION.bases] == ["Luật Thư viện năm 2019"]


def test_a_report_aims_only_at_what_is_to_come() -> None:
    assert [(t.section, t.value) for t in REPORT.targets] == [("II.1", 99)]
    assert [d.section for d in REPORT.deadlines] == ["II.1"]


def test_a_resolution_sets_targets() -> None:
    assert [(t.value, t.change) for t in RESOLUTION.targets] == [(1.2, "decrease")]
    assert duties(RESOLUTION) == [("Điều 2", ["Ủy ban nhân dân huyện"])]
