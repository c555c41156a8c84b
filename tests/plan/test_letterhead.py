"""The letterhead in the layouts in which it comes."""

from __future__ import annotations

import pytest

from danvan.plan.letterhead import cells_of, read_letterhead
from danvan.plan.lines import split_lines
from danvan.text import clean


def head_of(text):
    plain = clean(text).text
    return read_letterhead(split_lines(plain), plain)


STATE = """ỦY BAN NHÂN DÂN
HUYỆN AN BÌNH
-------
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
---------------
Số: 12/KH-UBND
An Bình, ngày 05 tháng 02 năm 2024"""

SIDE_BY_SIDE = """UBND TỈNH AN BÌNH        CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
SỞ NỘI VỤ                Độc lập - Tự do - Hạnh phúc
Số: 12/KH-SNV            An Bình, ngày 05 tháng 02 năm 2024"""

TABS = """UBND TỈNH AN BÌNH\tCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
SỞ NỘI VỤ\tĐộc lập - Tự do - Hạnh phúc
Số: 12/KH-SNV\tAn Bình, ngày 05 tháng 02 năm 2024"""

TABLE = """| UBND TỈNH AN BÌNH | CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM |
|---|---|
| **SỞ NỘI VỤ** | **Độc lập - Tự do - Hạnh phúc** |
| Số: 12/KH-SNV | *An Bình, ngày 05 tháng 02 năm 2024* |"""

RUN_TOGETHER = """SỞ NỘI VỤ CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Số: 12/KH-SNV An Bình, ngày 05 tháng 02 năm 2024"""

PARTY = """ĐẢNG BỘ TỈNH AN BÌNH        ĐẢNG CỘNG SẢN VIỆT NAM
HUYỆN ỦY YÊN LỘC
*
Số 12-KH/HU                 Yên Lộc, ngày 05 tháng 02 năm 2024"""


@pytest.mark.parametrize(
    ("text", "issuer", "superior", "number", "place"),
    [
        (STATE, "Ủy ban nhân dân huyện An Bình", None, "12/KH-UBND", "An Bình"),
        (SIDE_BY_SIDE, "Sở Nội vụ", "Ủy ban nhân dân tỉnh An Bình", "12/KH-SNV", "An Bình"),
        (TABS, "Sở Nội vụ", "Ủy ban nhân dân tỉnh An Bình", "12/KH-SNV", "An Bình"),
        (TABLE, "Sở Nội vụ", "Ủy ban nhân dân tỉnh An Bình", "12/KH-SNV", "An Bình"),
        (RUN_TOGETHER, "Sở Nội vụ", None, "12/KH-SNV", "An Bình"),
        (PARTY, "Huyện ủy Yên Lộc", "Đảng bộ tỉnh An Bình", "12-KH/HU", "Yên Lộc"),
    ],
    ids=["state", "side-by-side", "tabs", "table", "run-together", "party"],
)
def test_layouts(text, issuer, superior, number, place):
    head = head_of(text)
    (found,) = head.issuers
    assert found.full_name.startswith(issuer)
    assert (head.superior.full_name if head.superior else None) == superior
    assert str(head.number) == number
    assert head.place == place
    assert str(head.issued_on) == "2024-02-05"
    assert not head.draft


def test_a_joint_head_has_both_issuers():
    head = head_of("ỦY BAN NHÂN DÂN HUYỆN AN BÌNH\nBAN DÂN VẬN HUYỆN ỦY")
    first, second = head.issuers
    assert first.full_name == "Ủy ban nhân dân huyện An Bình"
    assert second.full_name.startswith("Ban Dân vận Huyện ủy")
    assert head.superior is None


@pytest.mark.parametrize(
    ("line", "text", "serial"),
    [
        ("Số:    /KH-UBND", "/KH-UBND", True),
        ("Số /KH-UBND", "/KH-UBND", True),
        ("Số: ...../KH-UBND", None, True),
        ("Số: 614 /KH-UBND", "614 /KH-UBND", False),
        ("Số: 05/KH-UBND", "05/KH-UBND", False),
        ("SỐ: 5/KH-UBND", "5/KH-UBND", False),
    ],
)
def test_numbers_are_kept_as_printed(line, text, serial):
    head = head_of(line)
    assert head.draft is serial
    if text is not None:
        assert head.number_text == text


def test_nothing_after_the_word_is_no_number():
    head = head_of("Số:")
    assert head.number is None
    assert head.number_text is None


@pytest.mark.parametrize(
    ("line", "day"),
    [
        ("An Bình, ngày    tháng 02 năm 2024", "2024-02-XX"),
        ("An Bình, ngày tháng năm 2024", "2024"),
        ("An Bình, ngày ... tháng 02 năm 2024", "2024-02-XX"),
        ("An Bình, ngày 5/2/2024", "2024-02-05"),
    ],
)
def test_days_may_be_blank(line, day):
    head = head_of(line)
    assert head.place == "An Bình"
    assert head.issued_on is not None
    assert str(head.issued_on).startswith(day)


@pytest.mark.parametrize(
    ("line", "field", "value"),
    [
        ("HỎA TỐC", "urgency", "Hỏa tốc"),
        ("KHẨN", "urgency", "Khẩn"),
        ("MẬT", "secrecy", "Mật"),
        ("TUYỆT MẬT", "secrecy", "Tuyệt mật"),
        ("DỰ THẢO", "draft", True),
        ("(Dự thảo lần 2)", "draft", True),
    ],
)
def test_stamps(line, field, value):
    assert getattr(head_of(line), field) == value


def test_the_first_number_counts():
    assert str(head_of("Số: 5/KH-UBND\nSố: 6/KH-UBND").number) == "5/KH-UBND"


def test_an_empty_head_says_nothing():
    head = head_of("")
    assert (head.number, head.place, head.issued_on, head.issuers, head.superior) == (
        None,
        None,
        None,
        (),
        None,
    )
    assert (head.draft, head.urgency, head.secrecy) == (False, None, None)


@pytest.mark.parametrize(
    ("text", "cells"),
    [
        ("A      B", ["A", "B"]),
        ("Số:    /KH", ["Số:    /KH"]),
        ("ngày    tháng 2", ["ngày    tháng 2"]),
        ("| A | | B |", ["A", "B"]),
    ],
)
def test_cells(text, cells):
    (line,) = split_lines(text)
    assert cells_of(line, text) == cells


def test_a_line_break_in_a_cell_parts_words():
    row = "|UBND TỈNH AN BÌNH<br>SỞ NỘI VỤ|Độc lập - Tự do - Hạnh phúc|"
    head = read_letterhead(split_lines(row), row)
    assert head.superior is not None
    assert head.superior.full_name == "Ủy ban nhân dân tỉnh An Bình"
