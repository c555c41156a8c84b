"""The reading text: white space, bold and raised marks out of the way, all mapped back."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from danvan.span import Span
from danvan.text import BREAK, reading


@pytest.mark.parametrize(
    ("given_text", "read"),
    [
        ("", ""),
        ("ngày 5", "ngày 5"),
        ("a\nb", "a b"),
        ("a  \nb", "a b"),
        ("a \n \n b", "a\nb"),
        ("a\r\n\r\nb", "a\nb"),
        ("a\n\n\n\nb", "a\nb"),
        ("a    b", "a b"),
        ("a\t\tb", "a b"),
        ("**Kế hoạch** số 5", "Kế hoạch số 5"),
        ("trước **ngày 20 tháng 6**", "trước ngày 20 tháng 6"),
        ("chính trị<sup>1</sup>; và", "chính trị; và"),
        ("chính trị<sup>(12)</sup>", "chính trị"),
        ("217-QĐ/TW<sup> 2 </sup>,", "217-QĐ/TW,"),
        ("ngày\n**08/02/2023**\n\nvà  sau", "ngày 08/02/2023\nvà sau"),
        ("nga\u0300y\xa05", "ngày 5"),
    ],
)
def test_reads(given_text, read):
    assert reading(given_text).text == read


@pytest.mark.parametrize("text", ["a * b", "x<sup>th</sup>", "a_b", "1 < 2"])
def test_other_marks_stay(text):
    assert reading(text).text == text


def test_the_break_is_no_space_and_no_word():
    assert not BREAK.isspace()
    assert not re.match(r"[\w\s]", BREAK)


def test_spans_lead_to_the_source():
    text = "trước **nga\u0300y 20\r\ntháng 6**"
    view = reading(text)
    begin = view.text.index("ngày")
    span = view.span(begin, begin + len("ngày 20 tháng"))
    assert span.of(text) == "nga\u0300y 20\r\ntháng"


def test_a_joint_line_end_stands_for_all_the_white_space():
    text = "a  \n\n  b"
    assert reading(text).span(1, 2) == Span(1, 7)


_PIECES = st.sampled_from(
    [
        "a",
        "ă",
        "e\u0301",
        " ",
        "  ",
        "\n",
        "\r\n",
        "\t",
        "\xa0",
        "**",
        "<sup>1</sup>",
        "\u200b",
        "Ð",
        ".",
    ]
)


@given(st.lists(_PIECES).map("".join))
def test_words_are_kept_and_lie_at_their_spans(text):
    view = reading(text)
    letters = [c for c in view.text if c not in " \n*"]
    assert len(letters) == sum(text.count(x) for x in "aăeÐ.")
    for i, c in enumerate(view.text):
        stretch = view.span(i, i + 1).of(text)
        assert stretch
        assert c.isspace() == (not stretch.strip("\u200b \n\r\t\xa0"))


def test_a_run_of_spaces_around_marks_is_one():
    assert reading("a ** b").text == "a b"


def test_a_blank_line_after_bold_type_stays():
    assert reading("**Mục đích **\n\nngày 5").text == "Mục đích\nngày 5"


@given(st.lists(_PIECES).map("".join))
def test_every_run_of_white_space_is_one_character(text):
    assert not re.search(r"\s\s", reading(text).text)
