"""Issuers: from the head, or from who says that they issue."""

from __future__ import annotations

import pytest

from danvan.plan import Provenance, parse

REST = "\n\nI. MỤC ĐÍCH\n\n- Một.\n"


def issued(text):
    plan = parse(text)
    return [a.full_name for a in plan.issuers], plan.provenance["issuers"]


def test_the_head_comes_first():
    text = f"UBND XÃ AN BÌNH\nSố: 5/KH-UBND\n\nKẾ HOẠCH\nVề A\n\nỦy ban nhân dân huyện ban hành Kế hoạch như sau:{REST}"
    assert issued(text) == (["Ủy ban nhân dân xã An Bình"], Provenance.READ)


@pytest.mark.parametrize(
    ("preamble", "issuers"),
    [
        ("Ủy ban nhân dân xã An Bình ban hành Kế hoạch như sau:", ["Ủy ban nhân dân xã An Bình"]),
        ("UBND xã An Bình xây dựng Kế hoạch thực hiện như sau:", ["Ủy ban nhân dân xã An Bình"]),
        (
            "Huyện ủy An Bình và Ủy ban nhân dân huyện An Bình thống nhất nội dung phối hợp như sau:",
            ["Huyện ủy An Bình", "Ủy ban nhân dân huyện An Bình"],
        ),
    ],
)
def test_who_says_so_issues(preamble, issuers):
    assert issued(f"KẾ HOẠCH\nVề công tác A\n\n{preamble}{REST}") == (issuers, Provenance.INFERRED)


@pytest.mark.parametrize(
    "preamble",
    [
        "Thực hiện Kế hoạch của Ủy ban nhân dân xã An Bình xây dựng nội dung như sau:",
        "Căn cứ Kế hoạch số 5/KH-UBND của Ủy ban nhân dân huyện An Bình;",
        "",
    ],
)
def test_nobody_says_so(preamble):
    assert issued(f"KẾ HOẠCH\nVề công tác A\n\n{preamble}{REST}") == ([], Provenance.ABSENT)


def test_the_unit_may_come_from_the_place_line():
    text = (
        "Số: /KH-UBND\nAn Bình, ngày  tháng 02 năm 2024\n\nKẾ HOẠCH\nVề công tác A\n\n"
        f"Ủy ban nhân dân Huyện xây dựng Kế hoạch như sau:{REST}"
    )
    assert issued(text) == (["Ủy ban nhân dân huyện An Bình"], Provenance.INFERRED)


def test_the_unit_may_come_from_the_last_words():
    text = (
        "KẾ HOẠCH\nVề công tác A\n\nỦy ban nhân dân xã xây dựng Kế hoạch như sau:\n\nI. MỘT\n\n- Hai.\n\n"
        "Trên đây là Kế hoạch của Ủy ban nhân dân xã An Bình./.\n"
    )
    assert issued(text)[0] == ["Ủy ban nhân dân xã An Bình"]


def test_the_last_of_a_list_of_bodies_issues():
    plan = parse(
        "KẾ HOẠCH\nVề công tác A\n\nCăn cứ Kế hoạch số 5/KH-UBND của Ủy ban nhân dân huyện, "
        "UBND xã An Bình xây dựng kế hoạch như sau:\n\nI. MỘT\n\n- Hai.\n"
    )
    assert [a.full_name for a in plan.issuers] == ["Ủy ban nhân dân xã An Bình"]


_UNHEADED = """Số: 5/KH-UBND

{place}, ngày 05 tháng 02 năm 2024

KẾ HOẠCH
Về công tác A

Ủy ban nhân dân xã ban hành Kế hoạch như sau:

I. MỤC ĐÍCH

- Nâng cao."""


def test_a_place_of_another_kind_names_no_unit():
    plan = parse(_UNHEADED.format(place="Phường An Lộc"))
    assert [agency.full_name for agency in plan.issuers] == ["Ủy ban nhân dân xã"]


def test_an_inferred_issuer_is_said_to_be_one():
    plan = parse(_UNHEADED.format(place="Xã An Lộc"))
    assert [agency.full_name for agency in plan.issuers] == ["Ủy ban nhân dân xã An Lộc"]
    assert plan.provenance["issuers"] is Provenance.INFERRED
    assert "R108" in [finding.code for finding in plan.findings]


def test_the_kind_of_a_letter_is_inferred():
    plan = parse("Số: 5/UBND-NC\n\nKính gửi: Sở Nội vụ\n\nVề việc báo cáo.")
    assert plan.kind is not None
    assert plan.provenance["kind"] is Provenance.INFERRED


def test_two_who_agree_issue_together_though_the_head_names_one():
    plan = parse(
        "BAN CHQS HUYỆN KHE MÂY -\nHUYỆN ĐOÀN KHE MÂY\n\nSố: 5/KHLT\n\n"
        "Khe Mây, ngày 05 tháng 02 năm 2024\n\nKẾ HOẠCH LIÊN TỊCH\nMở trại hè\n\n"
        "Ban Chỉ huy Quân sự huyện và Huyện đoàn thống nhất kế hoạch như sau:\n\n"
        "I. MỤC ĐÍCH\n\n- Vui."
    )
    assert [agency.full_name for agency in plan.issuers] == [
        "Ban Chỉ huy Quân sự huyện Khe Mây",
        "Huyện đoàn Khe Mây",
    ]
    assert plan.provenance["issuers"] is Provenance.INFERRED
