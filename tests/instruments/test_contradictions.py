"""What a citation says and a register denies."""

from __future__ import annotations

import datetime

import pytest

from danvan.instruments import Discrepancy, Register, contradictions, find
from danvan.instruments.alike import likeness, may_be_one_body, term_of

_REGISTER = Register.default()
_DAY = datetime.date(2023, 2, 1)
_TITLE_16 = (
    "tăng cường và đổi mới công tác dân vận trong cơ quan hành chính nhà nước, chính quyền các cấp "
    "trong tình hình mới"
)
_TITLE_33 = (
    "tiếp tục tăng cường và đổi mới công tác dân vận của cơ quan hành chính nhà nước, chính quyền "
    "các cấp trong tình hình mới"
)


def _found(sentence, on=_DAY):
    citation = find(sentence)[0]
    return [(c.discrepancy.value, c.known) for c in contradictions(citation, _REGISTER, on)]


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        (f"Chỉ thị số 33/CT-TTg ngày 26/11/2021 của Thủ tướng Chính phủ về {_TITLE_33}", []),
        ("Chỉ thị 33/CT-TTg ngày 26/11/2021 của Thủ tướng về tiếp tục tăng cường và đổi mới công tác dân vận", []),
        (f"Chỉ thị số 33/CT-TTg ngày 26/11/2021 về {_TITLE_16}", [("title", _TITLE_33)]),
        (f"Chỉ thị số 33/CT-TTg ngày 26/12/2021 về {_TITLE_33}", [("date", "2021-11-26")]),
        ("Chỉ thị số 33/CT-TTg ngày 26/11/2021 của Chính phủ", [("issuer", "Thủ tướng Chính phủ")]),
        ("Chỉ thị số 33/CT-TTg ngày 26/11/2012 của Chính phủ", []),
        ("Kế hoạch số 33/CT-TTg ngày 26/11/2021", [("kind", "Chỉ thị")]),
        ("Nghị quyết số 25-NQ/TW ngày 03/6/2013 của Ban Chấp hành Trung ương khoá VIII",
         [("term", "Ban Chấp hành Trung ương Đảng khóa XI")]),
        ("Nghị định số 04/2015/NĐ-CP ngày 09/01/2015 về văn thư, lưu trữ nhà nước",
         [("title", "thực hiện dân chủ trong hoạt động của cơ quan hành chính nhà nước và đơn vị sự nghiệp công lập")]),
        ("Thông tư số 24/2020/TT-BCA ngày 10/3/2020 của Bộ Công an", []),
        ("Thông tư số 24/2020/TT-BCA ngày 10/3/2020 của Bộ Nội vụ", [("issuer", "Bộ trưởng Bộ Công an")]),
        ("Nghị định số 110/2004/NĐ-CP", [("no-longer-in-force", "2020-03-04")]),
        ("Luật số 64/2025/QH15", [("not-yet-in-force", "2025-04-01")]),
        ("Nghị định số 29/2025/NĐ-CP", [("not-yet-issued", "2025-02-24")]),
        ("Kế hoạch số 12/KH-UBND ngày 26/11/2021 của UBND tỉnh", []),
    ],
)  # fmt: skip
def test_contradictions(sentence, expected):
    assert _found(sentence) == expected


def test_nothing_is_said_of_force_without_the_day():
    assert _found("Nghị định số 110/2004/NĐ-CP", on=None) == []


def test_others_that_are_of_use():
    (titled,) = contradictions(
        find(f"Chỉ thị số 33/CT-TTg ngày 26/11/2021 về {_TITLE_16}")[0], _REGISTER
    )
    assert titled.discrepancy is Discrepancy.TITLE
    assert titled.other.key == "16/CT-TTg@2016-05-16"
    assert 0.8 < titled.likeness < 1
    (over,) = contradictions(
        find("Nghị định số 34/2016/NĐ-CP")[0], _REGISTER, datetime.date(2026, 1, 1)
    )
    assert over.other.key == "78/2025/NĐ-CP"


def test_what_a_mention_says_is_checked_not_what_another_said():
    full, short = find(
        "Chỉ thị số 33/CT-TTg ngày 26/11/2021 của Chính phủ; theo Chỉ thị số 33/CT-TTg"
    )
    assert len(contradictions(full, _REGISTER)) == 1
    assert contradictions(short, _REGISTER) == ()


@pytest.mark.parametrize(
    ("one", "other", "may_be"),
    [
        ("Ban Bí thư", "Ban Bí thư Trung ương Đảng (khoá XI)", True),
        ("Ban Bí thư", "Bộ Chính trị", False),
        ("BCH Trung ương Đảng khóa XII", "Ban Chấp hành Trung ương", True),
        ("Bộ Nội vụ", "Bộ trưởng Bộ Nội vụ", True),
        ("UBND xã An Hòa", "Uỷ ban nhân dân xã An Hoà", True),
        ("UBND xã An Hòa", "UBND huyện An Hòa", False),
        ("Thủ tướng", "Thủ tướng Chính phủ", True),
        ("Quốc hội", "Ủy ban Thường vụ Quốc hội", False),
    ],
)
def test_names_of_bodies(one, other, may_be):
    assert may_be_one_body(one, other) is may_be
    assert may_be_one_body(other, one) is may_be


@pytest.mark.parametrize(
    ("issuer", "term"),
    [("Quốc hội khóa XV", 15), ("HĐND tỉnh khoá 9", 9), ("Bộ Chính trị (khóa X)", 10), ("UBND", None), ("BCH khóa XIV", 14)],
)  # fmt: skip
def test_terms(issuer, term):
    assert term_of(issuer) == term


def test_titles():
    full = "phê duyệt Đề án Nâng cao chất lượng phục vụ người dân giai đoạn 2021 - 2025"
    assert likeness("Đề án nâng cao chất lượng phục vụ", full) == 1
    assert likeness(f"về việc {full} và tổ chức thực hiện", full) == 1
    assert likeness("Đề án nâng cao chất lượng PVND giai đoạn 2021 - 2025", full) == 1
    assert likeness("Đề án phát triển du lịch sinh thái", full) < 0.5
    assert likeness("", full) == 0
