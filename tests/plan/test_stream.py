"""The reading text of a document: blocks one after the other, joined, mapped back."""

from __future__ import annotations

from hypothesis import given

from danvan.plan.blocks import make_blocks
from danvan.plan.lines import split_lines
from danvan.plan.stream import make_stream
from danvan.plan.wrapping import measure
from danvan.span import Span
from danvan.text import BREAK, clean
from tests.plan.drawn import any_text, plan_like


def streamed(text):
    view = clean(text)
    lines = split_lines(view.text)
    blocks = make_blocks(lines, measure(lines)).blocks
    return make_stream(view, blocks), blocks


def test_blocks_are_parted_by_a_break_and_have_no_markers():
    view, blocks = streamed("1. Một.\n\n- Hai.\n\nBa.")
    assert view.text == f"Một.{BREAK}Hai.{BREAK}Ba."
    assert [block.text for block in blocks] == ["Một.", "Hai.", "Ba."]


def test_cut_lines_are_joined_by_a_space():
    view, _ = streamed("- cách làm sáng\n\n2\n\ntạo mang lại.")
    assert view.text == "cách làm sáng tạo mang lại."


def test_where_something_was_lifted_out_the_spans_are_two():
    text = "- cách làm sáng\n\n2\n\ntạo mang lại."
    view, (block,) = streamed(text)
    assert [s.of(text) for s in view.spans(block.start, block.end)] == [
        "cách làm sáng",
        "tạo mang lại.",
    ]
    assert view.span(block.start, block.end) == Span(2, len(text))


def test_runs_of_spaces_are_one():
    view, _ = streamed("Một   hai\tba.")
    assert view.text == "Một hai ba."


def test_cells_are_parted_by_breaks():
    view, (table,) = streamed("|Một|**Hai**|\n|Ba||")
    assert [c.strip() for c in table.text.split(BREAK) if c.strip()] == ["Một", "Hai", "Ba"]
    assert view.text == table.text


def test_a_dash_after_the_mark_of_a_note_is_left_out():
    _, (block,) = streamed("<sup>1</sup> - Quyết định số 5.")
    assert block.text == "Quyết định số 5."


def test_a_span_in_decomposed_text_holds_whole_letters():
    text = "- nga\u0300y\r\n\r\n**20/6/2024**."
    view, _ = streamed(text)
    begin = view.text.index("ngày")
    assert view.span(begin, begin + 4).of(text) == "nga\u0300y"


@given(plan_like() | any_text)
def test_every_character_comes_from_its_place(text):
    view, blocks = streamed(text)
    for i, c in enumerate(view.text):
        span = view.span(i, i + 1)
        assert span.end <= len(text)
        if not c.isspace() and c != BREAK:
            assert c in clean(span.of(text)).text
    ends = 0
    for block in blocks:
        assert ends <= block.start <= block.end <= len(view.text)
        assert block.text == view.text[block.start : block.end]
        ends = block.end


@given(plan_like() | any_text)
def test_blocks_in_source_order_have_spans_in_source_order(text):
    view, blocks = streamed(text)
    starts = [view.span(b.start, b.end).start for b in blocks if b.end > b.start]
    assert starts == sorted(starts)
