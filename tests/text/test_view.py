"""Views: every character of a rewritten text knows where it came from."""

from __future__ import annotations

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from danvan.span import Span
from danvan.text import View, ViewBuilder, clean


def test_the_view_that_is_the_text_itself():
    view = View.of("Kế hoạch")
    assert view.is_identity
    assert view.text == view.source == "Kế hoạch"
    assert view.span(3, 8) == Span(3, 8)
    assert view.spans(0, 8) == (Span(0, 8),)


def test_an_empty_text_has_an_empty_span():
    assert View.of("").span(0, 0) == Span(0, 0)


@pytest.fixture
def replaced():
    """Of "ab--cd...ef": two replaced pieces, one of them of the same length."""
    builder = ViewBuilder(View.of("ab--cd...ef"))
    builder.copy(0, 2)
    builder.put("XY", 2, 4)
    builder.copy(4, 6)
    builder.put("!", 6, 9)
    builder.copy(9, 11)
    return builder.build()


def test_copied_pieces_map_one_to_one(replaced):
    assert replaced.text == "abXYcd!ef"
    assert replaced.span(1, 2) == Span(1, 2)
    assert replaced.span(4, 6) == Span(4, 6)
    assert replaced.span(8, 9) == Span(10, 11)


def test_replaced_pieces_map_as_a_whole(replaced):
    assert replaced.span(2, 3) == replaced.span(3, 4) == Span(2, 4)
    assert replaced.span(6, 7) == Span(6, 9)
    assert replaced.span(5, 8) == Span(5, 10)


def test_an_empty_stretch_maps_to_an_empty_span(replaced):
    assert replaced.span(4, 4) == Span(4, 4)
    assert replaced.span(7, 7) == Span(9, 9)


def test_what_was_left_out_lies_in_no_character_but_in_the_envelope():
    builder = ViewBuilder(View.of("một (bỏ) hai"))
    builder.copy(0, 4)
    builder.copy(9, 12)
    view = builder.build()
    assert view.text == "một hai"
    assert view.span(3, 4) == Span(3, 4)
    assert view.span(4, 5) == Span(9, 10)
    assert view.span(0, 7) == Span(0, 12)
    assert view.spans(0, 7) == (Span(0, 12),)


def test_an_interruption_cuts_what_is_one_in_the_view_in_two():
    builder = ViewBuilder(View.of("một [2] hai"))
    builder.copy(0, 3)
    builder.interrupt()
    builder.put(" ", 8, 8)
    builder.copy(8, 11)
    view = builder.build()
    assert view.text == "một hai"
    assert view.spans(0, 7) == (Span(0, 3), Span(8, 11))
    assert view.spans(0, 3) == (Span(0, 3),)
    assert view.span(0, 7) == Span(0, 11)


def test_text_taken_out_of_order_has_an_envelope():
    builder = ViewBuilder(View.of("abcdef"))
    builder.copy(3, 6)
    builder.interrupt()
    builder.copy(0, 3)
    view = builder.build()
    assert view.text == "defabc"
    assert view.span(0, 6) == Span(0, 6)
    assert view.spans(0, 6) == (Span(3, 6), Span(0, 3))
    assert view.span(4, 5) == Span(1, 2)


def test_views_stack():
    first = ViewBuilder(View.of("a..b"))
    first.copy(0, 1)
    first.put("-", 1, 3)
    first.copy(3, 4)
    second = ViewBuilder(first.build())
    second.put("xx", 0, 1)
    second.copy(1, 3)
    view = second.build()
    assert view.text == "xx-b"
    assert view.source == "a..b"
    assert view.span(0, 1) == Span(0, 1)
    assert view.span(2, 3) == Span(1, 3)
    assert view.span(3, 4) == Span(3, 4)


def test_nothing_put_together_is_an_empty_view():
    view = ViewBuilder(View.of("abc")).build()
    assert view.text == ""
    assert view.source == "abc"
    assert view.span(0, 0) == Span(0, 0)


def test_empty_pieces_leave_no_trace():
    builder = ViewBuilder(View.of("abc"))
    builder.copy(1, 1)
    builder.put("", 0, 3)
    builder.copy(2, 3)
    assert builder.build().text == "c"
    assert builder.length == 1


@st.composite
def rewritten(draw):
    """A text, a view of it made of random pieces in order, and where each character came from."""
    text = draw(st.text("abcdef", max_size=20))
    builder = ViewBuilder(View.of(text))
    origins: list[tuple[int, int]] = []
    at = 0
    while at < len(text):
        end = draw(st.integers(at, min(len(text), at + 4)))
        how = draw(st.sampled_from(["copy", "put", "drop"]))
        if how == "copy":
            builder.copy(at, end)
            origins += [(i, i + 1) for i in range(at, end)]
        elif how == "put":
            put = draw(st.text("XYZ", max_size=3))
            builder.put(put, at, end)
            origins += [(at, end)] * len(put)
        at = max(end, at + 1) if how != "put" or end > at else at + 1
    return builder, origins


@given(rewritten(), st.data())
def test_spans_are_those_of_the_characters(drawn, data):
    builder, origins = drawn
    view = builder.build()
    assert len(view.text) == len(origins)
    for i, origin in enumerate(origins):
        span = view.span(i, i + 1)
        assert (span.start, span.end) == origin
    if origins:
        start = data.draw(st.integers(0, len(origins) - 1))
        end = data.draw(st.integers(start + 1, len(origins)))
        assert view.span(start, end) == Span(origins[start][0], origins[end - 1][1])


@given(rewritten())
def test_a_view_of_a_view_maps_through_both(drawn):
    builder, origins = drawn
    below = builder.build()
    assume(len(origins) >= 3)
    above = ViewBuilder(below)
    above.copy(0, 1)
    above.copy(2, len(below.text))
    view = above.build()
    kept = [origins[0], *origins[2:]]
    assert [(s.start, s.end) for s in (view.span(i, i + 1) for i in range(len(kept)))] == kept


@given(rewritten())
def test_spans_without_interruptions_are_the_one_span(drawn):
    view = drawn[0].build()
    n = len(view.text)
    assert view.spans(0, n) == (view.span(0, n),)


def test_a_view_of_one_replaced_piece_is_no_identity():
    assert not clean("e\u0301").is_identity
    builder = ViewBuilder(clean("e\u0301"))
    builder.copy(0, 1)
    assert builder.build().span(0, 1) == Span(0, 2)
