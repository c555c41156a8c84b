"""Markers: every form of number and bullet, and what only looks like one."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from danvan.plan.markers import Marker, Style, ordinal, read_marker, roman_value
from tests.plan.drawn import any_text, plan_like


@pytest.mark.parametrize(
    ("text", "style", "label", "rest"),
    [
        ("I. MỤC ĐÍCH", Style.ROMAN, "I", "MỤC ĐÍCH"),
        ("IV.MỤC ĐÍCH", Style.ROMAN, "IV", "MỤC ĐÍCH"),
        ("II- NỘI DUNG", Style.ROMAN, "II", "NỘI DUNG"),
        ("II-NỘI DUNG", Style.ROMAN, "II", "NỘI DUNG"),
        ("III/ TỔ CHỨC", Style.ROMAN, "III", "TỔ CHỨC"),
        ("XIV) TỔ CHỨC", Style.ROMAN, "XIV", "TỔ CHỨC"),
        ("I . Mục đích", Style.ROMAN, "I", "Mục đích"),
        ("A. PHẦN CHUNG", Style.UPPER, "A", "PHẦN CHUNG"),
        ("Đ) Nội dung", Style.UPPER, "Đ", "Nội dung"),
        ("B/ Nội dung", Style.UPPER, "B", "Nội dung"),
        ("1. Mục đích", Style.DECIMAL, "1", "Mục đích"),
        ("12) Mục đích", Style.DECIMAL, "12", "Mục đích"),
        ("1.Mục đích", Style.DECIMAL, "1", "Mục đích"),
        ("1- Mục đích", Style.DECIMAL, "1", "Mục đích"),
        ("1/ Mục đích", Style.DECIMAL, "1", "Mục đích"),
        ("3. 100% cán bộ", Style.DECIMAL, "3", "100% cán bộ"),
        ("4. 02 lớp tập huấn", Style.DECIMAL, "4", "02 lớp tập huấn"),
        ("1. “Dân biết”", Style.DECIMAL, "1", "“Dân biết”"),
        ("a) Tổ chức", Style.LETTER, "a", "Tổ chức"),
        ("đ) Tổ chức", Style.LETTER, "đ", "Tổ chức"),
        ("a. Tổ chức", Style.LETTER, "a", "Tổ chức"),
        ("a/ Tổ chức", Style.LETTER, "a", "Tổ chức"),
        ("a1) Tổ chức", Style.LETTER, "a1", "Tổ chức"),
        ("aa) Tổ chức", Style.LETTER, "aa", "Tổ chức"),
        ("(1) Tổ chức", Style.PARENTHESIS, "1", "Tổ chức"),
        ("(a) Tổ chức", Style.PARENTHESIS, "a", "Tổ chức"),
        ("(iii) Tổ chức", Style.PARENTHESIS, "iii", "Tổ chức"),
        ("i) Tổ chức", Style.LOWER_ROMAN, "i", "Tổ chức"),
        ("iv) Tổ chức", Style.LOWER_ROMAN, "iv", "Tổ chức"),
        ("Điều 1. Phê duyệt", Style.ARTICLE, "Điều 1", "Phê duyệt"),
        ("Điều 12a. Phê duyệt", Style.ARTICLE, "Điều 12a", "Phê duyệt"),
        ("ĐIỀU 3: Phê duyệt", Style.ARTICLE, "ĐIỀU 3", "Phê duyệt"),
        ("Chương II", Style.CHAPTER, "Chương II", ""),
        ("CHƯƠNG I QUY ĐỊNH CHUNG", Style.CHAPTER, "CHƯƠNG I", "QUY ĐỊNH CHUNG"),
        ("Mục 2. Nguồn vốn", Style.DIVISION, "Mục 2", "Nguồn vốn"),
        ("Tiểu mục 1: Nguồn vốn", Style.DIVISION, "Tiểu mục 1", "Nguồn vốn"),
        ("PHẦN THỨ NHẤT", Style.PART, "PHẦN THỨ NHẤT", ""),
        ("Phần thứ hai. Nội dung", Style.PART, "Phần thứ hai", "Nội dung"),
        ("Phần I. Nội dung", Style.PART, "Phần I", "Nội dung"),
        ("- Sở Nội vụ", Style.BULLET, "-", "Sở Nội vụ"),
        ("-Sở Nội vụ", Style.BULLET, "-", "Sở Nội vụ"),
        ("– Sở Nội vụ", Style.BULLET, "–", "Sở Nội vụ"),
        ("+ Sở Nội vụ", Style.BULLET, "+", "Sở Nội vụ"),
        ("* Sở Nội vụ", Style.BULLET, "*", "Sở Nội vụ"),
        ("• Sở Nội vụ", Style.BULLET, "•", "Sở Nội vụ"),
        ("o Sở Nội vụ", Style.BULLET, "o", "Sở Nội vụ"),
        ("- 100% cán bộ", Style.BULLET, "-", "100% cán bộ"),
    ],
)
def test_reads(text, style, label, rest):
    marker = read_marker(text)
    assert marker is not None
    assert (marker.style, marker.label) == (style, label)
    assert text[marker.length :] == rest


@pytest.mark.parametrize(
    ("text", "label", "depth"),
    [
        ("2.1. Giải pháp", "2.1", 2),
        ("2.1 Giải pháp", "2.1", 2),
        ("2.1.3) Giải pháp", "2.1.3", 3),
        ("2.1 - Giải pháp", "2.1", 2),
        ("1.2.3.4.5.6. Giải pháp", "1.2.3.4.5.6", 6),
        ("10.12. Giải pháp", "10.12", 2),
    ],
)
def test_decimal_labels_are_as_deep_as_they_have_numbers(text, label, depth):
    marker = read_marker(text)
    assert marker is not None
    assert (marker.style, marker.label, marker.depth) == (Style.DECIMAL, label, depth)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Mục đích",
        "20/6/2024 của",
        "30/5",
        "1.000 người",
        "1.250.000 đồng",
        "2.5 triệu đồng",
        "12,5%",
        "100% cán bộ",
        "15 ngày",
        "V/v báo cáo",
        "Điều 5 của Luật này",
        "Điều này",
        "Chương trình hành động",
        "Mục đích: nâng cao",
        "Phần mềm",
        "an) ninh",
        "bd. nội",
        "01.5.2024 là hạn",
        "IIX. Sai",
        "o",
        "của",
        "1.",
        "a)",
        "XÃ AN BÌNH",
        "DM. Nội",
        "2021-2025",
    ],
)
def test_is_no_marker(text):
    assert read_marker(text) is None


@pytest.mark.parametrize(
    ("numeral", "value"),
    [("I", 1), ("IV", 4), ("IX", 9), ("xiv", 14), ("XL", 40), ("XCIX", 99), ("MMXXIV", 2024)],
)
def test_roman(numeral, value):
    assert roman_value(numeral) == value


@pytest.mark.parametrize("numeral", ["", "IIX", "VV", "IIII", "IC", "A", "MMMM", "Đ"])
def test_not_roman(numeral):
    assert roman_value(numeral) is None


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("đ) x", 5),
        ("e) x", 6),
        ("B. x", 2),
        ("Đ. x", 5),
        ("7. x", 7),
        ("2.10. x", 10),
        ("VI. x", 6),
        ("iv) x", 4),
        ("(3) x", 3),
        ("(c) x", 3),
        ("(ii) x", 2),
        ("Điều 15. x", 15),
        ("Chương IV", 4),
        ("Phần thứ hai. x", None),
        ("a1) x", None),
        ("w) x", None),
        ("- x", None),
    ],
)
def test_ordinal(text, place):
    marker = read_marker(text)
    assert marker is not None
    assert ordinal(marker) == place


def test_the_points_of_the_alphabet_follow_each_other():
    letters = "abcdđeghiklmnopqrstuvxy"
    places = [ordinal(Marker(Style.LETTER, letter, 3)) for letter in letters]
    assert places == list(range(1, 24))


@given(st.integers(1, 3999))
def test_roman_numerals_have_their_values(number):
    values = [1000, 900, 500, 400, 100, 90, 50, 40, 10, 9, 5, 4, 1]
    letters = ["M", "CM", "D", "CD", "C", "XC", "L", "XL", "X", "IX", "V", "IV", "I"]
    numeral, left = "", number
    for value, letter in zip(values, letters, strict=True):
        numeral += letter * (left // value)
        left %= value
    assert roman_value(numeral) == roman_value(numeral.lower()) == number


@given(plan_like() | any_text)
def test_a_marker_is_the_beginning_of_its_text(text):
    marker = read_marker(text)
    if marker is not None:
        assert 0 < marker.length <= len(text)
        assert marker.label in text[: marker.length]
        assert marker.label.strip() == marker.label != ""
        assert (marker.depth > 1) <= (marker.style is Style.DECIMAL)


@given(st.lists(st.integers(1, 99), min_size=2, max_size=6))
def test_a_decimal_label_reads_back(numbers):
    label = ".".join(map(str, numbers))
    marker = read_marker(f"{label}. Nội dung")
    assert marker is not None
    assert (marker.label, marker.depth, ordinal(marker)) == (label, len(numbers), numbers[-1])


def test_an_ordinal_never_raises():
    marker = read_marker("Phần thứ ²². X")
    assert marker is None or ordinal(marker) is None or marker.style is Style.PART


@pytest.mark.parametrize("text", ["5/QĐ-UBND ngày 1/2/2024", "127/KH-UBND của"])
def test_a_document_number_is_no_label(text):
    assert read_marker(text) is None
