"""Folding: what people would call the same compares equal, and little else does."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from danvan.text import folded, old_tones, without_marks


@pytest.mark.parametrize(
    ("new", "old"),
    [
        ("hoà", "hòa"),
        ("hoá", "hóa"),
        ("khoẻ", "khỏe"),
        ("xoã", "xõa"),
        ("doạ", "dọa"),
        ("loè", "lòe"),
        ("loé", "lóe"),
        ("choẹ", "chọe"),
        ("thuý", "thúy"),
        ("thuỷ", "thủy"),
        ("luỹ", "lũy"),
        ("luỵ", "lụy"),
        ("tuỳ", "tùy"),
        ("Uỷ ban", "Ủy ban"),
        ("UỶ BAN", "ỦY BAN"),
        ("HOÀ BÌNH", "HÒA BÌNH"),
        ("Khánh Hoà, Thanh Hoá", "Khánh Hòa, Thanh Hóa"),
        ("hoà-bình", "hòa-bình"),
        ("hoà2", "hòa2"),
    ],
)
def test_the_tone_goes_where_the_old_rule_has_it(new, old):
    assert old_tones(new) == old
    assert old_tones(old) == old


@pytest.mark.parametrize(
    "word",
    [
        "hoàn",
        "toán",
        "ngoài",
        "khoảng",
        "huỳnh",
        "quỹ",
        "quý",
        "Quý",
        "QUỲ",
        "thuyền",
        "hoạch",
        "xoáy",
        "giỏi",
        "của",
        "mùa",
        "thuế",
        "chuỳm",
    ],
)
def test_other_tones_stay(word):
    assert old_tones(word) == word


@pytest.mark.parametrize(
    ("text", "bare"),
    [
        ("Đặng Thị Hưởng", "Dang Thi Huong"),
        ("đường", "duong"),
        ("Kế hoạch số 5/KH-UBND", "Ke hoach so 5/KH-UBND"),
        ("", ""),
        ("e\u0302\u0301", "e"),
    ],
)
def test_without_marks(text, bare):
    assert without_marks(text) == bare


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("UỶ  BAN\nNhân dân", "Ủy ban nhân dân"),
        (unicodedata.normalize("NFD", "Ủy ban"), "Ủy ban"),
        ("Hội Cựu chiến binh – xã", "hội cựu chiến binh - xã"),
        (" Hoà\xa0Bình ", "hòa bình"),
        ("A — B", "a - b"),
    ],
)
def test_folded_is_equal_for_the_same(one, other):
    assert folded(one) == folded(other)


@pytest.mark.parametrize(
    ("one", "other"), [("ban", "bàn"), ("Đông", "Dong"), ("An Bình", "An Bịnh"), ("xã 1", "xã 2")]
)
def test_folded_differs_where_the_words_do(one, other):
    assert folded(one) != folded(other)


_VIETNAMESE = "aàáảãạăắâấeèéẻẽẹêếiíoòóỏõọôốơớuùúủũụưứyỳýỷỹỵđdqhtlnUOYĐÀÁỶỲQ -–.\n0"
_TEXTS = st.text(st.sampled_from(_VIETNAMESE) | st.characters(exclude_categories=()), max_size=40)


@given(_TEXTS)
def test_old_tones_keeps_the_length_and_is_idempotent(text):
    composed = unicodedata.normalize("NFC", text)
    moved = old_tones(composed)
    assert len(moved) == len(composed)
    assert old_tones(moved) == moved
    assert sorted(without_marks(moved)) == sorted(without_marks(composed))


@given(_TEXTS)
def test_folded_is_idempotent_and_has_single_spaces(text):
    once = folded(text)
    assert folded(once) == once
    assert once == " ".join(once.split())


@given(_TEXTS)
def test_no_marks_are_left(text):
    bare = without_marks(text)
    assert not any(unicodedata.combining(c) for c in unicodedata.normalize("NFD", bare))
    assert not set("đĐ") & set(bare)
    assert without_marks(bare) == bare


@given(st.text(st.sampled_from(_VIETNAMESE)))
def test_marks_are_one_for_one_in_composed_vietnamese(text):
    assert len(without_marks(text)) == len(text)
