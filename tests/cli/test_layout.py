"""Columns and lines."""

from hypothesis import given
from hypothesis import strategies as st

from danvan.cli.blocks import Facts, Grid, Title
from danvan.cli.layout import GAP, column_widths, wrapped
from danvan.cli.plain import plain
from danvan.cli.safe import width

CELLS = st.text("ab đẽ漢/-", max_size=60).map(str.strip)


@st.composite
def grids(draw):
    columns = draw(st.integers(1, 6))
    row = st.tuples(*[CELLS] * columns)
    return Grid("title", draw(row), tuple(draw(st.lists(row, max_size=5))))


def test_words_stay_whole_where_they_fit():
    assert wrapped("Ủy ban nhân dân tỉnh", 8) == ["Ủy ban", "nhân dân", "tỉnh"]


def test_long_words_are_cut_after_a_mark_if_there_is_one():
    assert wrapped("examples/ke-hoach.txt", 12) == ["examples/ke-", "hoach.txt"]
    assert wrapped("abcdefgh", 3) == ["abc", "def", "gh"]


def test_wide_letters_count_twice():
    assert wrapped("漢字漢字", 4) == ["漢字", "漢字"]


@given(CELLS, st.integers(2, 30))
def test_lines_fit_and_nothing_is_lost(text, columns):
    lines = wrapped(text, columns)
    assert all(width(line) <= columns for line in lines)
    assert "".join(lines).replace(" ", "") == text.replace(" ", "")


@given(grids(), st.integers(20, 120))
def test_tables_fit(grid, columns):
    widths = column_widths(grid, columns)
    assert sum(widths) + GAP * (len(widths) - 1) <= columns


def test_a_table_as_text():
    grid = Grid("2 rows", ("Who", "Times"), (("Sở Nội vụ", "2"), ("Sở Y tế", "10")), frozenset({1}))
    assert plain([Title("A", "b"), Facts((("Kind", "Kế hoạch"),)), grid], 40) == (
        "A\n=\nb\n"
        "\n"
        "Kind  Kế hoạch\n"
        "\n"
        "2 rows\n"
        "Who        Times\n"
        "----------------\n"
        "Sở Nội vụ      2\n"
        "Sở Y tế       10\n"
    )
