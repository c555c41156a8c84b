"""Regions: where head, title, body, closing and appendix are."""

from __future__ import annotations

import pytest
from hypothesis import given

from danvan import parse
from danvan.plan.lines import split_lines
from danvan.plan.regions import find_regions
from danvan.text import clean
from tests.plan.drawn import any_text, plan_like

PLAN = """Số hiệu: 12/KH-UBND
Ngày ban hành: 05/02/2024

ỦY BAN NHÂN DÂN
XÃ AN BÌNH

CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc

Số: 12/KH-UBND

An Bình, ngày 05 tháng 02 năm 2024

KẾ HOẠCH
Về công tác dân vận
trên địa bàn xã năm 2024

Căn cứ Kế hoạch số 5/KH-UBND ngày 01/02/2024 của UBND huyện;

I. MỤC ĐÍCH

- Nâng cao.

Nơi nhận:
- Như trên;
- Lưu: VT.

TM. ỦY BAN NHÂN DÂN
CHỦ TỊCH

Nguyễn Văn An

Phụ lục I
DANH MỤC
"""


def regions_of(text):
    lines = split_lines(clean(text).text)
    return lines, find_regions(lines)


def texts(lines, numbers):
    return [lines[i].text for i in numbers]


def test_a_whole_plan():
    lines, regions = regions_of(PLAN)
    assert texts(lines, regions.metadata) == ["Số hiệu: 12/KH-UBND", "Ngày ban hành: 05/02/2024"]
    assert texts(lines, regions.letterhead)[0] == "ỦY BAN NHÂN DÂN"
    assert texts(lines, regions.letterhead)[-1] == "An Bình, ngày 05 tháng 02 năm 2024"
    assert regions.title is not None
    assert regions.title.kind is not None
    assert regions.title.kind.name == "Kế hoạch"
    assert texts(lines, range(regions.title.at, regions.title.end)) == [
        "KẾ HOẠCH",
        "Về công tác dân vận",
        "trên địa bàn xã năm 2024",
    ]
    assert texts(lines, regions.body)[0].startswith("Căn cứ")
    assert texts(lines, regions.body)[-1] == "- Nâng cao."
    assert texts(lines, regions.closing)[0] == "Nơi nhận:"
    assert texts(lines, regions.closing)[-1] == "Nguyễn Văn An"
    assert texts(lines, regions.appendix) == ["Phụ lục I", "DANH MỤC"]
    assert regions.carrier is None


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("KẾ HOẠCH\nVề A", "Kế hoạch"),
        ("**KẾ HOẠCH**\n**Về A**", "Kế hoạch"),
        ("## KẾ HOẠCH\nVề A", "Kế hoạch"),
        ("K Ế  H O Ạ C H\nVề A", "Kế hoạch"),
        ("KẾ HOẠCH: VỀ A", "Kế hoạch"),
        ("KẾ HOẠCH “VỀ A”", "Kế hoạch"),
        ("Kế hoạch\nVề A", "Kế hoạch"),
        ("KẾ HOẠCH PHỐI HỢP\nGiữa A và B", "Kế hoạch phối hợp"),
        ("CHỈ THỊ\nVề A", "Chỉ thị"),
        ("QUYẾT ĐỊNH\nVề A", "Quyết định"),
        ("NGHỊ QUYẾT\nVề A", "Nghị quyết"),
        ("CHƯƠNG TRÌNH HÀNH ĐỘNG\nVề A", "Chương trình hành động"),
        ("HƯỚNG DẪN\nVề A", "Hướng dẫn"),
    ],
)
def test_kinds(text, kind):
    _, regions = regions_of(text)
    assert regions.title is not None
    assert regions.title.kind is not None
    assert regions.title.kind.name == kind


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Kế hoạch này được thực hiện từ hôm nay.",
        "KẾ HOẠCHX",
        "Một buổi chiều nắng, chị Sáu ra chợ.",
        "KẾ HOẠCH năm nay là gì, mọi người hỏi nhau.",
    ],
)
def test_no_title(text):
    _, regions = regions_of(text)
    assert regions.title is None


def test_a_title_above_the_head_is_a_portals():
    text = (
        "KẾ HOẠCH MỚI\n\nỦY BAN NHÂN DÂN\nXÃ AN BÌNH\nSố: 5/KH-UBND\n\nKẾ HOẠCH\nVề A\n\nI. MỘT\n"
    )
    lines, regions = regions_of(text)
    assert regions.title is not None
    assert lines[regions.title.at].text == "KẾ HOẠCH"
    assert texts(lines, regions.metadata) == ["KẾ HOẠCH MỚI"]


def test_signatures_may_come_before_the_recipients():
    text = "KẾ HOẠCH\nVề A\n\nI. MỘT\n\n- Một./.\n\nT/M BAN THƯỜNG VỤ\nPHÓ BÍ THƯ\n\nLê Văn Tám\n\nNơi nhận:\n- Tỉnh ủy."
    lines, regions = regions_of(text)
    assert texts(lines, regions.closing)[0] == "T/M BAN THƯỜNG VỤ"


def test_a_closing_without_recipients():
    lines, regions = regions_of(
        "KẾ HOẠCH\nVề A\n\nI. MỘT\n\n- Một./.\n\nTM. UBND XÃ\nCHỦ TỊCH\n\nLê Văn Tám"
    )
    assert texts(lines, regions.closing) == ["TM. UBND XÃ", "CHỦ TỊCH", "Lê Văn Tám"]


def test_a_plan_inside_a_decision():
    text = (
        "ỦY BAN NHÂN DÂN\nXÃ AN BÌNH\nSố: 5/QĐ-UBND\n\nQUYẾT ĐỊNH\nBan hành Kế hoạch A\n\n"
        "Điều 1. Ban hành kèm theo Quyết định này Kế hoạch A.\n\nNơi nhận:\n- Như Điều 1;\n- Lưu: VT.\n\n"
        "TM. ỦY BAN NHÂN DÂN\nCHỦ TỊCH\n\nLê Văn Tám\n\n"
        "KẾ HOẠCH\nVề A\n(Kèm theo Quyết định số 5/QĐ-UBND)\n\nI. MỤC ĐÍCH\n\n- Một.\n"
    )
    lines, regions = regions_of(text)
    assert regions.title is not None
    assert regions.title.kind is not None
    assert regions.title.kind.name == "Kế hoạch"
    assert texts(lines, regions.body) == ["I. MỤC ĐÍCH", "- Một."]
    carrier = regions.carrier
    assert carrier is not None
    assert carrier.title is not None
    assert carrier.title.kind is not None
    assert carrier.title.kind.name == "Quyết định"
    assert texts(lines, carrier.body)[-1].startswith("Điều 1.")
    assert texts(lines, carrier.closing)[0] == "Nơi nhận:"


def test_a_letter_has_no_name_of_its_kind():
    lines, regions = regions_of(
        "UBND XÃ AN BÌNH\nSố: 5/UBND-VP\nV/v báo cáo A\n\nKính gửi: Sở Nội vụ\n\nMột.\n"
    )
    assert regions.title is not None
    assert regions.title.kind is not None
    assert regions.title.kind.name == "Công văn"
    assert lines[regions.title.at].text == "V/v báo cáo A"


def ranges_of(regions):
    inner = [regions.metadata, regions.letterhead, regions.body, regions.closing, regions.appendix]
    return inner if regions.carrier is None else ranges_of(regions.carrier) + inner


@given(plan_like() | any_text)
def test_regions_do_not_overlap(text):
    lines, regions = regions_of(text)
    numbers = [n for r in ranges_of(regions) for n in r]
    assert len(numbers) == len(set(numbers))
    assert all(0 <= n < len(lines) for n in numbers)
    if regions.title is not None:
        titled = set(range(regions.title.at, regions.title.end))
        assert not titled & {
            n for r in (regions.body, regions.closing, regions.appendix) for n in r
        }


@given(plan_like())
def test_every_line_is_in_a_region_or_the_title(text):
    lines, regions = regions_of(text)
    numbers = {n for r in ranges_of(regions) for n in r}
    at = regions
    while at is not None:
        if at.title is not None:
            numbers |= set(range(at.title.at, max(at.title.end, at.title.at)))
        at = at.carrier
    assert numbers == set(range(len(lines)))


def test_a_row_of_whole_signature_blocks_above_the_recipients_closes():
    plan = parse(
        "KẾ HOẠCH\nVề A\n\nI. NỘI DUNG\n\n- Một.\n\n"
        "| TM. HỘI NÔNG DÂN<br>CHỦ TỊCH<br>Lê Thị Bưởi | TRƯỞNG PHÒNG<br>Trần Văn Quýt |\n\n"
        "Nơi nhận:\n- Các xã;\n- Lưu: VT.\n"
    )
    assert [(s.position, s.name) for s in plan.signatures] == [
        ("CHỦ TỊCH", "Lê Thị Bưởi"),
        ("TRƯỞNG PHÒNG", "Trần Văn Quýt"),
    ]
    assert [len(s.body) for s in plan.sections] == [1]
