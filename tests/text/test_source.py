"""Sources: lines and columns as people count them."""

from __future__ import annotations

import hashlib
import pickle

import pytest
from hypothesis import given
from hypothesis import strategies as st

from danvan.span import Span
from danvan.text import Position, Source


@pytest.mark.parametrize(
    ("text", "offset", "place"),
    [
        ("", 0, "1:1"),
        ("abc", 3, "1:4"),
        ("a\nb", 1, "1:2"),
        ("a\nb", 2, "2:1"),
        ("a\r\nb", 3, "2:1"),
        ("a\rb", 2, "2:1"),
        ("a\r\rb", 2, "2:1"),
        ("a\n\nb", 2, "2:1"),
        ("a\n\nb", 3, "3:1"),
        ("a\n", 2, "2:1"),
        ("Đơn 🇻🇳 vị\nx", 10, "2:1"),
        ("a\u2028b", 2, "1:3"),
    ],
)
def test_position(text, offset, place):
    assert str(Source(text).position(offset)) == place


@pytest.mark.parametrize("offset", [-1, 4])
def test_no_position_outside(offset):
    with pytest.raises(IndexError, match="outside a text of 3"):
        Source("abc").position(offset)


def test_slice():
    assert Source("Số: 614 /KH-UBND").slice(Span(4, 16)) == "614 /KH-UBND"


def test_the_hash_is_that_of_the_bytes_in_utf8():
    assert Source("Kế hoạch").sha256 == hashlib.sha256("Kế hoạch".encode()).hexdigest()


def test_lone_surrogates_have_a_hash():
    assert Source("a\ud800").sha256 != Source("a\udc00").sha256


def test_equality_is_that_of_text_and_name_also_after_use():
    used = Source("a\nb")
    assert used.position(2) == Position(2, 1)
    assert len(used.sha256) == 64
    assert used == Source("a\nb")
    assert hash(used) == hash(Source("a\nb"))
    assert used != Source("a\nb", name="x.txt")
    assert pickle.loads(pickle.dumps(used)) == used


def test_positions_are_ordered():
    assert Position(1, 9) < Position(2, 1) < Position(2, 3)


@given(st.text(st.sampled_from("ab\r\nĐ\u0301\u2028")))
def test_positions_lead_back_to_the_offset(text):
    source = Source(text)
    lines = text.replace("\r\n", "\0\n").replace("\r", "\n").split("\n")
    starts = [0]
    for line in lines[:-1]:
        starts.append(starts[-1] + len(line) + 1)
    for offset in range(len(text) + 1):
        place = source.position(offset)
        assert starts[place.line - 1] + place.column - 1 == offset
        assert place.line == 1 + sum(start <= offset for start in starts[1:])
