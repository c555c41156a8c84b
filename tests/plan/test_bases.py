"""Bases: which citations a preamble rests on."""

from __future__ import annotations

import pytest

from danvan.instruments import CitationRole
from danvan.plan import parse


def bases(preamble):
    plan = parse(
        f"KẾ HOẠCH\nVề công tác A\n\n{preamble}\n\nI. MỤC ĐÍCH\n\n- Theo Quyết định số 99/QĐ-TTg.\n"
    )
    return [str(c.instrument.number or c.instrument.name) for c in plan.bases]


@pytest.mark.parametrize(
    ("preamble", "numbers"),
    [
        ("Căn cứ Kế hoạch số 5/KH-UBND ngày 01/02/2024 của UBND tỉnh;", ["5/KH-UBND"]),
        (
            "Thực hiện Kế hoạch số 5/KH-UBND của UBND tỉnh, xã xây dựng kế hoạch như sau:",
            ["5/KH-UBND"],
        ),
        ("Tại khoản 5 Điều 2 Nghị định số 9/2024/NĐ-CP quy định theo Chỉ thị số 7/CT-TTg.", []),
        ("Triển khai thực hiện Chỉ thị số 7/CT-TTg, xã xây dựng kế hoạch:", ["7/CT-TTg"]),
        ("Căn cứ Kế hoạch số 5/KH-UBND và Chỉ thị số 7/CT-TTg;", ["5/KH-UBND", "7/CT-TTg"]),
        ("Căn cứ Kế hoạch số 5/KH-UBND;\n\nCăn cứ Chỉ thị số 7/CT-TTg;", ["5/KH-UBND", "7/CT-TTg"]),
        ("Căn cứ Kế hoạch số 5/KH-UBND về thực hiện Chỉ thị số 7/CT-TTg;", ["5/KH-UBND"]),
        ("Căn cứ Kế hoạch số 5/KH-UBND;\n\nThực hiện Kế hoạch số 5/KH-UBND;", ["5/KH-UBND"]),
        ("Căn cứ Chỉ thị số 7/CT-TTg (sau đây gọi là Chỉ thị số 7/CT-TTg);", ["7/CT-TTg"]),
        ("Theo đề nghị của Sở Nội vụ tại Tờ trình số 8/TTr-SNV;", []),
        ("Xã xây dựng kế hoạch như sau:", []),
    ],
)
def test_bases(preamble, numbers):
    assert bases(preamble) == numbers


def test_a_named_law_is_a_basis():
    assert bases("Căn cứ Luật Tổ chức chính quyền địa phương năm 2015;") == [
        "Luật Tổ chức chính quyền địa phương năm 2015"
    ]


def test_bases_are_citations_of_the_preamble_with_that_role():
    plan = parse(
        "KẾ HOẠCH\nVề công tác A\n\nCăn cứ Chỉ thị số 7/CT-TTg;\n\nI. MỘT\n\n- Theo Quyết định số 9/QĐ-TTg.\n"
    )
    (basis,) = plan.bases
    assert basis in plan.citations
    assert basis.role is CitationRole.BASIS
    assert [c.in_preamble for c in plan.citations] == [True, False]
