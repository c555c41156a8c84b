"""Later mentions, shorter than the first: whose document they are."""

from __future__ import annotations

import time

import pytest

from danvan.instruments import find, scan


def _later(text):
    """The mentions after the first: what is printed, and the key of the document that is meant."""
    return [(c.text, c.antecedent.key if c.antecedent else None) for c in find(text)[1:]]


@pytest.mark.parametrize(
    ("text", "later"),
    [
        ("Chỉ thị số 27/CT-TTg ngày 27/10/2023. Theo Chỉ thị số 27/CT-TTg và Chỉ thị 27.",
         [("27/CT-TTg", "27/CT-TTg@2023-10-27"), ("Chỉ thị 27", "27/CT-TTg@2023-10-27")]),
        ("Kế hoạch số 61/KH-UBND ngày 05/3/2024 (sau đây gọi là Kế hoạch số 61/KH-UBND); theo Kế hoạch số 61",
         [("61/KH-UBND", "61/KH-UBND@2024-03-05"), ("Kế hoạch số 61", "61/KH-UBND@2024-03-05")]),
        ("Nghị quyết số 18-NQ/TW ngày 25/10/2017 về bộ máy (gọi tắt là Nghị quyết 18), Nghị quyết 18 đã",
         [("Nghị quyết 18", "18-NQ/TW@2017-10-25"), ("Nghị quyết 18", "18-NQ/TW@2017-10-25")]),
        ("Quy chế phối hợp số 03/QCPH/UBND-UBMTTQ ngày 09/5/2018 (sau đây viết tắt là “Quy chế phối hợp 03”)",
         [("Quy chế phối hợp 03", "3/QCPH/UBND-UBMTTQ@2018-05-09")]),
        ("Kế hoạch số 61/KH-UBND ngày 05/3/2024 của UBND tỉnh (sau đây viết tắt là Kế hoạch tỉnh). Theo Kế hoạch\n\ntỉnh",
         [("Kế hoạch tỉnh", "61/KH-UBND@2024-03-05"), ("Kế hoạch\n\ntỉnh", "61/KH-UBND@2024-03-05")]),
        ("Luật Thực hiện dân chủ ở cơ sở năm 2022 (sau đây gọi tắt là Luật THDC); Điều 5 Luật THDC",
         [("Luật THDC", "luật thực hiện dân chủ ở cơ sở@2022")] * 2),
        ("Luật Thanh niên số 57/2020/QH14; theo Luật Thanh niên", [("Luật Thanh niên", "57/2020/QH14")]),
        ("Luật Tố cáo năm 2018; theo Luật Tố cáo", [("Luật Tố cáo", "luật tố cáo@2018")]),
        ("Nghị định số 91/2017/NĐ-CP của Chính phủ về khen thưởng; Nghị định số 91/2017/NĐ-CP",
         [("91/2017/NĐ-CP", "91/2017/NĐ-CP")]),
        ("Quyết định số 12-QĐ/TW ngày 05/4/2016; Quyết định 12 của Ban Bí thư",
         [("Quyết định 12", "12-QĐ/TW@2016-04-05")]),
    ],
)  # fmt: skip
def test_later_mentions(text, later):
    assert _later(text) == later
    for citation in find(text):
        assert citation.span.of(text) == citation.text


def test_what_is_meant_by_the_name_of_a_plan_in_whose_title_is_another():
    text = (
        "Kế hoạch số 61/KH-UBND ngày 05/3/2024 của UBND tỉnh về thực hiện Kế hoạch số 9-KH/TU ngày "
        "01/3/2024 của Tỉnh ủy (sau đây gọi tắt là Kế hoạch tỉnh)"
    )
    assert find(text)[-1].antecedent.key == "61/KH-UBND@2024-03-05"


@pytest.mark.parametrize(
    "text",
    [
        "Kế hoạch số 30/KH-UBND ngày 05/3/2024. Kế hoạch 30 ngày đêm, Kế hoạch 30 năm",
        "Nghị quyết số 04-NQ/TW, Nghị quyết số 04/NQ-CP và Nghị quyết 04 của",
        "Kế hoạch số 61/KH-UBND (sau đây gọi là Kế hoạch). Kế hoạch được giao cho UBND xã",
        "Kế hoạch số 61/KH-UBND về bí mật nhà nước (sau đây viết tắt là BMNN). Bảo vệ BMNN",
        "Chỉ thị 05 của Bộ Chính trị; Chỉ thị số 05-CT/TW",
        "Quyết định số 61/QĐ-UBND; kế hoạch 61, Kế hoạch 61",
        "Luật Giá; Luật Giá năm 2023 và Luật Giá năm 2012 (gọi chung là Luật)",
    ],
)
def test_what_means_no_document_with_certainty(text):
    assert all(c.instrument.number or c.text.startswith("Luật Giá") for c in find(text))


def test_a_short_mention_says_only_what_is_printed():
    *_, short = find("Chỉ thị số 27/CT-TTg ngày 27/10/2023 của Thủ tướng Chính phủ; Chỉ thị 27")
    assert (short.instrument.number, short.instrument.name) == (None, "Chỉ thị 27")
    assert short.kind_text == "Chỉ thị"
    assert str(short.resolved.number) == "27/CT-TTg"
    assert short.resolved.name is None
    assert short.resolved.issuer == "Thủ tướng Chính phủ"


@pytest.mark.parametrize(
    "piece",
    ["Chỉ thị 1/CT-A (gọi là Chỉ thị 1); ", "gọi là Luật A B, ", "Chỉ thị 1, ", "Chỉ thị số 1/CT-A, Chỉ thị 1 của "],
)  # fmt: skip
def test_time_is_linear(piece):
    def seconds(size):
        text = piece * (size // len(piece))
        begin = time.process_time()
        scan(text)
        return time.process_time() - begin

    small = min(seconds(10_000) for _ in range(2))
    assert seconds(80_000) < 8 * 4 * small + 0.2
