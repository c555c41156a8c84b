"""What a file knew beside its text."""

import pickle

import pytest

from danvan.findings import Finding, Severity
from danvan.span import Span
from danvan.text import LaidNote, LaidParagraph, LaidTable, Layout, Place, Source

LAYOUT = Layout(places=((2, Place(paragraph=1)), (5, Place(paragraph=2, part="text box"))))


def test_places_are_told_in_words():
    assert str(Place(page=3, paragraph=2, line=1, part="footnote 4")) == (
        "page 3, paragraph 2, line 1, footnote 4"
    )
    assert str(Place()) == ""


def test_an_offset_is_at_the_last_place_before_it():
    assert LAYOUT.place(1) is None
    assert [LAYOUT.place(n).paragraph for n in (2, 4, 5, 99)] == [1, 1, 2, 2]


def test_without_a_place_of_the_file_the_line_is_told():
    source = Source("a\nbcdefg", layout=LAYOUT)
    assert [str(source.place(n)) for n in (0, 2, 6)] == [
        "line 1",
        "paragraph 1",
        "paragraph 2, text box",
    ]
    with pytest.raises(IndexError):
        Source("a").place(2)


def test_sources_are_equal_by_text_and_name():
    finding = Finding(code="R202", severity=Severity.NOTE, message="x")
    told = Source("a", name="b", layout=LAYOUT, findings=(finding,))
    assert told == Source("a", name="b")
    assert hash(told) == hash(Source("a", name="b"))
    copy = pickle.loads(pickle.dumps(told))
    assert (copy.layout, copy.findings) == (LAYOUT, (finding,))


@pytest.mark.parametrize(
    "facts",
    [
        {"paragraphs": (LaidParagraph(span=Span(3, 5)), LaidParagraph(span=Span(4, 6)))},
        {"tables": tuple(LaidTable(span=Span(s, s + 2), rows=()) for s in (4, 0))},
        {"notes": tuple(LaidNote(mark="1", span=Span(s, s + 3)) for s in (0, 2))},
    ],
)
def test_facts_stand_in_order_and_apart(facts):
    with pytest.raises(ValueError, match="in order and apart"):
        Layout(**facts)


@pytest.mark.parametrize("level", [-1, 10])
def test_heading_levels_are_1_to_9(level):
    with pytest.raises(ValueError, match="level"):
        LaidParagraph(span=Span(0, 1), level=level)
