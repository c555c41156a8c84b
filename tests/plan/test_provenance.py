"""Provenance: for each field of head and closing, whether it was read, inferred or is absent."""

from __future__ import annotations

import pytest

from danvan import Period, Plan, Provenance, parse

HEAD = (
    "ỦY BAN NHÂN DÂN HUYỆN KHE MÂY\nỦY BAN NHÂN DÂN XÃ BẾN GIANG\n\n"
    "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc\n\n{number}\n{marks}\n"
    "Bến Giang, ngày 05 tháng 3 năm 2031\n\n{title}\n\n{preamble}\n\nI. MỤC ĐÍCH\n\n- Đọc.\n\n{closing}"
)
CLOSING = "Nơi nhận:\n- UBND huyện;\n- Lưu: VT.\n\nTM. ỦY BAN NHÂN DÂN\nCHỦ TỊCH\n\nĐào Văn Khoan"


def plan_of(**said: str) -> Plan:
    usual = {
        "number": "Số: 12/KH-UBND",
        "marks": "",
        "title": "KẾ HOẠCH\nMở thư viện thôn",
        "preamble": "Kính gửi: Các thôn.",
        "closing": CLOSING,
    }
    return parse(HEAD.format(**(usual | said)))


def test_every_field_of_head_and_closing_is_told() -> None:
    told = plan_of().provenance
    assert set(told) == {
        "kind", "number", "issuers", "superior", "addressees", "issued_with", "draft", "place",
        "issued_on", "subject", "period", "urgency", "secrecy", "recipients", "archive",
        "signatures",
    }  # fmt: skip


@pytest.mark.parametrize("name", sorted(plan_of().provenance))
def test_what_is_absent_has_no_value_and_what_is_not_has_one(name: str) -> None:
    for plan in (plan_of(), plan_of(marks="HỎA TỐC\nMẬT\nDỰ THẢO", closing=""), parse("")):
        value = getattr(plan, name)
        absent = plan.provenance[name] is Provenance.ABSENT
        assert absent == (value in (None, (), False))


@pytest.mark.parametrize(
    ("name", "said", "how"),
    [
        ("issuers", {}, Provenance.READ),
        ("draft", {"marks": "(DỰ THẢO)"}, Provenance.READ),
        ("draft", {"number": "Số:      /KH-UBND"}, Provenance.INFERRED),
        ("urgency", {"marks": "HỎA TỐC"}, Provenance.READ),
        ("secrecy", {"marks": "MẬT"}, Provenance.READ),
        ("addressees", {}, Provenance.READ),
        ("addressees", {"preamble": "UBND xã ban hành kế hoạch như sau:"}, Provenance.ABSENT),
        ("kind", {"title": "Kính gửi: Các thôn.", "preamble": "UBND xã đề nghị."}, Provenance.INFERRED),
        ("signatures", {"closing": ""}, Provenance.ABSENT),
        ("period", {"title": "KẾ HOẠCH\nMở thư viện năm 2031"}, Provenance.READ),
        ("period", {"preamble": "UBND xã xây dựng Kế hoạch thư viện năm 2031 như sau:"}, Provenance.INFERRED),
        ("period", {}, Provenance.ABSENT),
    ],
)  # fmt: skip
def test_how_a_field_came_to_its_value(name: str, said: dict[str, str], how: Provenance) -> None:
    assert plan_of(**said).provenance[name] is how


@pytest.mark.parametrize(
    ("subject", "period"),
    [
        ("Mở thư viện năm 2031", "2031"),
        ("Thực hiện Chương trình đọc sách giai đoạn 2026-2030 năm 2028", "2028"),
        ("Năm 2028 thực hiện Chương trình đọc sách giai đoạn 2026-2030", "2028"),
        ("Đọc sách giai đoạn 2026-2030", "2026-01-01/2030-12-31"),
        ("Thư viện năm học 2030 - 2031", "2030/2031"),
        ("Đọc sách quý II năm 2031", "2031-34"),
    ],
)
def test_the_period_is_the_narrowest_that_the_subject_names(subject: str, period: str) -> None:
    found = plan_of(title=f"KẾ HOẠCH\n{subject}").period
    assert isinstance(found, Period)
    assert str(found) == period


def test_a_year_of_a_plan_that_is_cited_is_not_its_own() -> None:
    plan = plan_of(
        preamble="Thực hiện Kế hoạch số 9/KH-UBND ngày 02/3/2031 của UBND huyện về thư viện năm "
        "2031, UBND xã lập kế hoạch như sau:"
    )
    assert plan.period is None
