"""Addressees: "Kính gửi" with one body, with several, in letters and in plans."""

from __future__ import annotations

import pytest

from danvan import parse

HEAD = "UBND XÃ BẾN GIANG\nSố: 12/UBND-VX\nV/v mở thư viện thôn\n\n"
BODY = "\n\nUBND xã đề nghị các đơn vị mở thư viện.\n\n"
CLOSING = "Nơi nhận:\n- Như trên;\n- Lưu: VT.\n\nCHỦ TỊCH\n\nĐào Văn Khoan"


@pytest.mark.parametrize(
    ("printed", "expected"),
    [
        ("Kính gửi: Phòng Văn hóa và Thông tin huyện.", ["Phòng Văn hóa và Thông tin huyện"]),
        ("Kính gửi:\n- Trường Tiểu học Bến Giang;\n- Các thôn.", ["Trường Tiểu học Bến Giang", "Các thôn"]),
        ("Kính gửi:\nPhòng Nội vụ huyện.", ["Phòng Nội vụ huyện"]),
        ("Kính gửi: - Công an xã; - Trạm Y tế xã.", ["Công an xã", "Trạm Y tế xã"]),
        ("Kính trình: Thường trực Đảng ủy xã", ["Thường trực Đảng ủy xã"]),
    ],
)  # fmt: skip
def test_the_addressees_are_read(printed: str, expected: list[str]) -> None:
    plan = parse(HEAD + printed + BODY + CLOSING)
    assert [a.text for a in plan.addressees] == expected
    assert [a.span.of(plan.source.text) for a in plan.addressees] == expected


def test_a_plan_without_them_has_none() -> None:
    plan = parse("KẾ HOẠCH\nMở thư viện\n\nI. MỤC ĐÍCH\n\n- Kính gửi lời chào bạn đọc.")
    assert plan.addressees == ()


def test_an_addressee_is_a_body() -> None:
    plan = parse(HEAD + "Kính gửi: Sở Tài chính." + BODY + CLOSING)
    (addressee,) = plan.addressees
    assert addressee.agency is not None
    assert addressee.agency.name == "Sở Tài chính"


def test_the_unit_of_an_addressee_is_settled_as_that_of_a_recipient() -> None:
    plan = parse(
        "ỦY BAN NHÂN DÂN\nTỈNH TRÀ VINH\n\nSố: 12/UBND-NC\n\n"
        "Kính gửi: UBND huyện Châu Thành\n\n1. Báo cáo.\n\nNơi nhận:\n- UBND huyện Châu Thành;\n"
    )
    units = [r.agency.unit.code for r in (*plan.addressees, *plan.recipients)]
    assert units == ["847", "847"]
