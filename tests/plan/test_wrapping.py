"""Wrapping: which lines go on with the one before, in wrapped and in unwrapped text."""

from __future__ import annotations

import pytest

from danvan.plan.lines import split_lines
from danvan.plan.wrapping import Wrapping, continues, is_open, measure

LOOSE = Wrapping(wrapped=False, width=0, gap=0)
TIGHT = Wrapping(wrapped=True, width=40, gap=0)
DOUBLE = Wrapping(wrapped=True, width=40, gap=1)


def joined(text, wrapping, *, lifted=False):
    first, second = split_lines(text)
    return continues(first, second, wrapping, lifted=lifted)


@pytest.mark.parametrize(
    ("text", "open_"),
    [
        ("nâng cao chất lượng", True),
        ("nâng cao,", True),
        ("nâng cao -", True),
        ("nâng cao.", False),
        ("nâng cao;", False),
        ("như sau:", False),
        ("nâng cao./.", False),
        ("“Dân vận khéo”", True),
        ("“Dân vận khéo.”", False),
        ("(xong.)", False),
        ("là gì?", False),
        ("vân vân…", False),
        ("", False),
        ("”)", False),
    ],
)
def test_is_open(text, open_):
    assert is_open(text) is open_


@pytest.mark.parametrize(
    "text",
    [
        "Thực hiện quy định của\n\nỦy ban nhân dân",
        "Thực hiện theo\nQuyết định",
        "Báo cáo trước ngày\n\n26/11/2021 về",
        "Nâng cao nhận thức, sáng\n\ntạo trong công tác",
        "Nâng cao nhận thức\n\n, và trách nhiệm",
    ],
)
def test_goes_on_in_unwrapped_text(text):
    assert joined(text, LOOSE)


@pytest.mark.parametrize(
    "text",
    [
        "Nâng cao nhận thức.\n\nTổ chức hội nghị",
        "Nâng cao nhận thức\n\nTổ chức hội nghị",
        "cụ thể như sau:\n\ntổ chức",
        "Nâng cao\n\n- nhận thức",
        "Nâng cao\n\n1. Nhận thức",
        "Nâng cao của\n\n## nhận thức",
        "**Nâng cao**\n\nnhận thức",
        "Nâng cao\n\n**nhận thức**",
    ],
)
def test_begins_anew_in_unwrapped_text(text):
    assert not joined(text, LOOSE)


def test_a_page_number_between_does_not_end_a_cut_sentence():
    assert joined("cách làm sáng\n\ntạo mang lại", LOOSE, lifted=True)
    assert not joined("cách làm sáng.\n\nTạo mang lại", LOOSE, lifted=True)


FULL = "Một dòng dài gần bốn mươi ký tự ở đây,"


@pytest.mark.parametrize(
    ("text", "goes_on"),
    [
        (f"{FULL}\nỦy ban nhân dân", True),
        (f"{FULL}\nvà Ủy ban nhân dân", True),
        ("Ngắn\nỦy ban nhân dân", False),
        ("Ngắn\nvà Ủy ban nhân dân", True),
        (f"{FULL}\n- Hai mục", False),
        (f"{FULL}\n- xã hội", True),
        (f"{FULL[:-1]}.\nCâu mới trong đoạn", True),
        ("Hết câu.\nCâu mới", False),
        (f"{FULL[:-4]}./.\nNơi nhận", False),
        (f"{FULL}\n2. Mục hai", False),
        ("thực hiện quy định tại khoản\n2. Mục hai", True),
        ("TỔ CHỨC\nTHỰC HIỆN", True),
    ],
)
def test_in_wrapped_text(text, goes_on):
    assert joined(text, TIGHT) is goes_on


def test_a_wider_gap_than_usual_ends_a_paragraph():
    assert joined(f"{FULL}\n\nỦy ban nhân dân", DOUBLE)
    assert not joined(f"{FULL}\n\n\nỦy ban nhân dân", DOUBLE)
    assert joined(f"{FULL}\n\n\nvà nhân dân", DOUBLE)


@pytest.mark.parametrize("label", ["Chương I", "PHẦN THỨ NHẤT", "Mục 2."])
def test_the_name_of_a_division_stands_below_its_number(label):
    assert joined(f"{label}\nQUY ĐỊNH CHUNG", LOOSE)
    assert joined(f"{label}\n\nQUY ĐỊNH CHUNG", LOOSE)
    assert not joined(f"{label}\n\nĐiều 1. Phạm vi", LOOSE)


def test_measures_wrapped_text():
    text = "một hai ba bốn năm sáu\nbảy tám chín mười một\nhai ba bốn năm sáu bảy\ntám chín.\n" * 5
    wrapping = measure(split_lines(text))
    assert wrapping.wrapped
    assert wrapping.width == 22
    assert wrapping.gap == 0


def test_measures_the_usual_gap_and_indent():
    text = "  một hai ba bốn\n\n  năm sáu bảy\n\n  tám chín mười\n\n  một.\n\n" * 3
    wrapping = measure(split_lines(text))
    assert (wrapping.wrapped, wrapping.gap, wrapping.indent) == (True, 1, 2)


@pytest.mark.parametrize(
    "text",
    ["", "Một.\nHai.\nBa.", "Một\nHai\nBa\nBốn", "- một\n- hai\n- ba\n- bốn", "Một\nhai\nBa."],
)
def test_measures_unwrapped_text(text):
    assert measure(split_lines(text)) == LOOSE


def test_one_line_that_hangs_below_a_full_one_shows_the_width() -> None:
    text = (
        "      Thực hiện Nghị định của Chính phủ về hòa giải, Ban Thường vụ\n"
        "Tỉnh ủy ban hành Kế hoạch như sau:\n"
        "      I. MỤC ĐÍCH\n"
        "      - Giữ gìn đoàn kết.\n"
    )
    lines = split_lines(text)
    wrapping = measure(lines)
    assert wrapping.wrapped
    assert continues(lines[0], lines[1], wrapping, lifted=False)
    assert not continues(lines[1], lines[2], wrapping, lifted=False)
