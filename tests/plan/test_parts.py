"""Parts: they partition every text, and nothing is lost."""

from __future__ import annotations

import itertools
import unicodedata

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from danvan.plan import Part, PartKind, Table, parse
from danvan.plan.parts import counted, coverage
from danvan.span import Span
from tests.plan.drawn import any_text, plan_like


def kinds(text):
    return [(str(p.kind), p.span.of(text)) for p in parse(text).parts]


def counts(character):
    """Promise 2: all but white space and control or format characters."""
    return not character.isspace() and unicodedata.category(character) not in {"Cc", "Cf"}


def check_partition(text):
    parts = parse(text).parts
    assert all(len(p.span) for p in parts)
    assert all(p.span.end <= len(text) for p in parts)
    for left, right in itertools.pairwise(parts):
        assert left.span.end <= right.span.start
    held = bytearray(len(text))
    for part in parts:
        for i in range(part.span.start, part.span.end):
            held[i] += 1
    assert all(held[i] == 1 for i, c in enumerate(text) if counts(c))


@given(plan_like())
def test_partitions_texts_like_plans(text):
    check_partition(text)


@given(any_text)
@example("*\u0344")
@example("e\u0301")
@example("|a|\n**")
@example("M\n²__")
@example("![]()\u0344")
@example("**\u0338=|x|y|")
def test_partitions_any_text(text):
    check_partition(text)


@given(st.text(st.characters(exclude_categories=())))
def test_partitions_text_of_any_characters(text):
    check_partition(text)


@given(plan_like())
def test_lines_of_plans_are_all_read(text):
    plan = parse(text)
    assert PartKind.UNREAD not in {p.kind for p in plan.parts}
    assert plan.coverage() == 1.0


def test_each_line_has_its_kind():
    text = (
        "Số hiệu: 5\n\nUBND XÃ AN BÌNH\nSố: 5/KH-UBND\n\n**KẾ HOẠCH**\nVề A\n\nCăn cứ Luật Đất đai.\n\n"
        "### I. MỤC ĐÍCH\n\n- Một<sup>1</sup>.\n\n<sup>1</sup> Hai.\n\n2\n\n|a|b|\n|--|--|\n\n- Ba.\n\n"
        "Nơi nhận:\n- Lưu: VT.\n\nPhụ lục I\nBa\n"
    )
    found = [(kind, piece.strip()) for kind, piece in kinds(text)]
    assert [f for f in found if f[0] != "markup"] == [
        ("metadata", "Số hiệu: 5"),
        ("letterhead", "UBND XÃ AN BÌNH\nSố: 5/KH-UBND"),
        ("title", "KẾ HOẠCH"),
        ("title", "Về A"),
        ("preamble", "Căn cứ Luật Đất đai."),
        ("heading", "I. MỤC ĐÍCH"),
        ("paragraph", "- Một"),
        ("paragraph", "."),
        ("footnote", "1"),
        ("footnote", "Hai."),
        ("furniture", "2"),
        ("table", "|a|b|"),
        ("furniture", "|--|--|"),
        ("paragraph", "- Ba."),
        ("closing", "Nơi nhận:\n- Lưu: VT."),
        ("appendix", "Phụ lục I\nBa"),
    ]
    assert [piece for kind, piece in found if kind == "markup"] == [
        "**",
        "**",
        "###",
        "<sup>1</sup>",
        "<sup>",
        "</sup>",
    ]


def test_a_text_without_head_is_running_text():
    assert {k for k, _ in kinds("Một buổi chiều.\n\nHai hôm sau.")} <= {"preamble", "paragraph"}


@pytest.mark.parametrize("text", ["", " \n\t", "\u200b\ufeff\x00", "\xa0\u3000\r\n"])
def test_nothing_to_read_is_read(text):
    plan = parse(text)
    assert plan.parts == ()
    assert plan.coverage() == 1.0


@given(any_text | plan_like())
def test_counted_counts_what_counts(text):
    assert counted(text) == sum(counts(c) for c in text)


def test_every_character_counts_as_the_database_says():
    every = "".join(c for c in map(chr, range(0x110000)) if unicodedata.category(c) != "Cn")
    assert counted(every) == sum(counts(c) for c in every)


def test_coverage_is_the_share_that_is_not_unread():
    parts = (Part(PartKind.PARAGRAPH, Span(0, 3)), Part(PartKind.UNREAD, Span(4, 5)))
    assert coverage("abc d", parts) == 0.75
    assert coverage("   ", ()) == 1.0
    assert coverage("abc", ()) == 0.0


def test_marks_below_a_table_are_read():
    assert parse("KẾ HOẠCH\nabc\n\n|a|b|\n**").coverage() == 1.0


def test_marks_after_a_raised_number_are_read():
    assert PartKind.UNREAD not in {p.kind for p in parse("M\n²__").parts}


def test_the_last_table_belongs_to_the_body():
    plan = parse(
        "KẾ HOẠCH\nVề A\n\nI. NỘI DUNG\n\n- x\n\n|STT|Việc|\n|--|--|\n|1|Họp|\n\nNơi nhận:\n- Lưu: VT."
    )
    assert any(isinstance(part, Table) for part in plan.sections[0].body)
