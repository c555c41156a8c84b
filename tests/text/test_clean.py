"""Clean text: what only looks different is the same, and maps back."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from danvan.span import Span
from danvan.text import clean

_VIETNAMESE = (
    "Ủy ban nhân dân xã Đức Hòa, ngày 05 tháng 02 năm 2024: nghị quyết, kế hoạch, thuở, trữ"
)


@pytest.mark.parametrize(
    ("given_text", "cleaned"),
    [
        ("", ""),
        ("Kế hoạch", "Kế hoạch"),
        ("a\r\nb", "a\nb"),
        ("a\rb", "a\nb"),
        ("a\r\r\nb", "a\n\nb"),
        ("a\x0bb\x0cc\x85d\u2028e\u2029f", "a\nb\nc\nd\ne\nf"),
        ("a\xa0b\u2009c\u202fd\u3000e\u2003f", "a b c d e f"),
        ("a\tb", "a    b"),
        ("kế\xadhoạch\u200b số\ufeff", "kếhoạch số"),
        ("\ufeffKẾ HOẠCH", "KẾ HOẠCH"),
        ("a\u202eb\u2066c\u2069d", "abcd"),
        ("a\x00b\x07c\x1bd\x7fe\x9ff", "abcdef"),
        ("Ð, ð, \u0189, \u0256", "Đ, đ, Đ, đ"),
        ("12\u2011KH\u2010UBND", "12-KH-UBND"),
        ("\uf0b7 Sở Nội vụ", "• Sở Nội vụ"),
        ("\uf02d Sở Nội vụ", "- Sở Nội vụ"),
    ],
)
def test_cleans(given_text, cleaned):
    assert clean(given_text).text == cleaned


@pytest.mark.parametrize("dash", ["–", "—", "“", "”", "…", "•", "²"])
def test_typography_stays(dash):
    assert clean(f"a {dash} b").text == f"a {dash} b"


def test_decomposed_letters_are_composed():
    assert clean(unicodedata.normalize("NFD", _VIETNAMESE)).text == _VIETNAMESE


def test_letters_of_cp1258_are_composed():
    windows = _VIETNAMESE.translate(
        {ord("ế"): "ê\u0301", ord("ạ"): "a\u0323", ord("ị"): "i\u0323", ord("ữ"): "ư\u0303"}
    )
    assert windows != _VIETNAMESE
    assert clean(windows).text == _VIETNAMESE


def test_marks_in_either_order_compose():
    assert clean("e\u0323\u0302 e\u0302\u0323").text == "ệ ệ"


def test_a_composed_letter_stands_for_all_its_code_points():
    view = clean("quye\u0302\u0301t số")
    assert view.text == "quyết số"
    assert view.span(3, 4) == Span(3, 6)
    assert view.span(4, 5) == Span(6, 7)
    assert view.span(0, 5) == Span(0, 7)


def test_windows_line_ends_take_two_code_points():
    view = clean("a\r\nb")
    assert view.span(1, 2) == Span(1, 3)
    assert view.span(2, 3) == Span(3, 4)


def test_a_tab_is_one_code_point_four_spaces_wide():
    view = clean("a\tb")
    assert [view.span(i, i + 1) for i in range(6)] == [
        Span(0, 1),
        *[Span(1, 2)] * 4,
        Span(2, 3),
    ]


def test_what_is_dropped_lies_inside_a_longer_span():
    view = clean("ab\u200bcd")
    assert view.span(0, 2) == Span(0, 2)
    assert view.span(2, 4) == Span(3, 5)
    assert view.span(1, 3) == Span(1, 4)


def test_clean_text_is_taken_as_it_is():
    assert clean(_VIETNAMESE).is_identity


def test_lone_surrogates_and_noncharacters_pass():
    assert clean("a\ud800b\ufdd0c\U0010ffff").text == "a\ud800b\ufdd0c\U0010ffff"


def test_a_megabyte_of_marks_is_composed_in_short_runs():
    view = clean("e" + "\u0301\u0323" * 250_000)
    assert view.text[0] == unicodedata.normalize("NFC", "e\u0323")
    assert len(view.text) <= 500_001


_CHARACTERS = st.characters(exclude_categories=()) | st.sampled_from(
    "\r\n\t\xa0\u200b\ufeffÐđ\u0301\u0323\u0302\u031b\u0306eaouêơƯ*\ud800\ufdd0\x0c\x85\u2028"
)


@given(st.text(_CHARACTERS))
@example("\u0301")
@example("a\u200b\u0301")
def test_no_unclean_character_is_left(text):
    cleaned = clean(text).text
    assert not set(cleaned) & set("\r\x0b\x0c\x85\u2028\u2029\t\xa0\u3000\u200b\xad\ufeff\x00ÐðƉ")
    assert all(c in "\n " or not c.isspace() or c == "\u2007" for c in cleaned)


@given(st.text(_CHARACTERS))
def test_is_idempotent(text):
    once = clean(text).text
    assert clean(once).text == once or not unicodedata.is_normalized("NFC", once)


_REPLACED = {"Đ": "ÐƉ", "đ": "ðɖ", "-": "‐‑\uf02d", "•": "\uf0b7"}


@given(st.text(_CHARACTERS.filter(lambda c: c not in "\u0340\u0341\u0343\u0344")))
def test_every_character_comes_from_its_span(text):
    view = clean(text)
    last = Span(0, 0)
    for i, c in enumerate(view.text):
        span = view.span(i, i + 1)
        stretch = span.of(text)
        assert len(span) > 0
        assert last.start <= span.start
        assert last.end <= span.end
        last = span
        if c == "\n":
            assert stretch in {"\n", "\r\n", "\r", "\x0b", "\x0c", "\x85", "\u2028", "\u2029"}
        elif c == " ":
            assert len(stretch) == 1
            assert stretch.isspace() or stretch == "\x1f"
        else:
            letters = "".join(x for x in stretch if unicodedata.category(x) not in {"Cc", "Cf"})
            assert (
                c in letters
                or c in unicodedata.normalize("NFC", letters)
                or stretch in _REPLACED.get(c, "")
                or unicodedata.combining(c)
            )


@given(st.text(_CHARACTERS))
def test_nothing_that_counts_is_dropped(text):
    view = clean(text)
    held = {
        i
        for n in range(len(view.text))
        for span in [view.span(n, n + 1)]
        for i in range(span.start, span.end)
    }
    dropped = {text[i] for i in range(len(text)) if i not in held}
    assert all(unicodedata.category(c) in {"Cc", "Cf"} for c in dropped)


@given(st.text("aăâeêioôơuưyđ AĂÂĐ", max_size=30), st.sampled_from(["NFC", "NFD", "NFKD"]))
def test_all_normal_forms_of_vietnamese_are_one(letters, form):
    toned = unicodedata.normalize("NFC", letters.replace("e", "e\u0323").replace("ơ", "ơ\u0303"))
    assert clean(unicodedata.normalize(form, toned)).text == toned


def test_zero_width_characters_do_not_part_a_letter_from_its_mark():
    view = clean("me\u200b\u0301t")
    assert view.text == "mét"
    assert view.span(1, 2) == Span(1, 4)
