"""Spans: what may be one, and what lies in which."""

from __future__ import annotations

import pickle

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from danvan.span import Span


@st.composite
def spans(draw, most=40):
    start = draw(st.integers(0, most))
    return Span(start, draw(st.integers(start, most + 10)))


@pytest.mark.parametrize(("start", "end"), [(-1, 3), (4, 3), (-2, -1)])
def test_refuses_what_is_no_range(start, end):
    with pytest.raises(ValueError, match="0 <= start <= end"):
        Span(start, end)


def test_is_frozen():
    span = Span(1, 2)
    with pytest.raises(attrs.exceptions.FrozenInstanceError):
        span.end = 5


def test_counts_code_points():
    text = "Đơn vị 🇻🇳 số"
    assert Span(7, 9).of(text) == "🇻🇳"
    assert len(Span(7, 9)) == 2


def test_an_empty_span_marks_nothing():
    assert Span(3, 3).of("abcdef") == ""
    assert len(Span(0, 0)) == 0


@pytest.mark.parametrize(
    ("inner", "held"),
    [
        (Span(2, 5), True),
        (Span(3, 4), True),
        (Span(2, 2), True),
        (Span(5, 5), True),
        (Span(1, 3), False),
        (Span(4, 6), False),
        (1, False),
        (2, True),
        (4, True),
        (5, False),
    ],
)
def test_contains_is_half_open(inner, held):
    assert Span(2, 5).contains(inner) is held


@pytest.mark.parametrize(
    ("other", "shared"),
    [(Span(0, 2), False), (Span(0, 3), True), (Span(5, 7), False), (Span(4, 9), True)],
)
def test_neighbours_do_not_overlap(other, shared):
    assert Span(2, 5).overlaps(other) is shared


def test_order_is_that_of_reading():
    assert sorted([Span(4, 9), Span(1, 7), Span(1, 2)]) == [Span(1, 2), Span(1, 7), Span(4, 9)]


def test_no_envelope_of_nothing():
    with pytest.raises(ValueError, match=r"empty|arg"):
        Span.envelope([])


def test_survives_pickling():
    assert pickle.loads(pickle.dumps(Span(3, 8))) == Span(3, 8)


@given(spans(), spans())
def test_overlap_is_a_common_code_point(a, b):
    common = set(range(a.start, a.end)) & set(range(b.start, b.end))
    if len(a) and len(b):
        assert a.overlaps(b) == b.overlaps(a) == bool(common)


@given(st.lists(spans(), min_size=1))
def test_the_envelope_holds_all_and_is_the_smallest(some):
    envelope = Span.envelope(iter(some))
    assert all(envelope.contains(span) for span in some)
    assert envelope.start in {s.start for s in some}
    assert envelope.end in {s.end for s in some}


@given(spans(), st.text(max_size=60))
def test_of_is_the_slice(span, text):
    assert span.of(text) == text[span.start : span.end]
