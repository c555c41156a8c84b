"""Errors: what they say, and that they come through a pickle."""

from __future__ import annotations

import copy
import pickle

import pytest
from hypothesis import given
from hypothesis import strategies as st

from danvan.errors import (
    DanvanError,
    MarkupError,
    MissingExtraError,
    ParseError,
    ReadError,
    SchemaError,
    SchemaProblem,
)
from danvan.span import Span


def test_all_are_danvan_errors_and_of_a_builtin_kind():
    assert issubclass(ParseError, DanvanError)
    assert issubclass(ParseError, ValueError)
    assert issubclass(ReadError, OSError)
    assert issubclass(SchemaError, ValueError)
    assert issubclass(MarkupError, ValueError)
    assert issubclass(MissingExtraError, ImportError)


class TestParseError:
    def test_marks_the_whole_text_where_no_span_is_given(self):
        error = ParseError("expected a number", text="abc")
        assert error.span == Span(0, 3)
        assert str(error) == "expected a number\n    abc\n    ~~^"

    def test_marks_one_character(self):
        assert str(ParseError("no", text="số x1", span=Span(3, 4))).splitlines()[2] == "       ^"

    def test_marks_the_end(self):
        lines = str(ParseError("more", text="ngày", span=Span(4, 4))).splitlines()
        assert lines[2] == "        ^"

    def test_has_text_and_place(self):
        error = ParseError("x", text="một hai", span=Span(4, 7))
        assert error.expected == "x"
        assert error.span.of(error.text) == "hai"

    def test_shows_an_excerpt_of_a_long_text(self):
        text = "a" * 5000 + "X" + "b" * 5000
        message, line, mark = str(ParseError("x", text=text, span=Span(5000, 5001))).splitlines()
        assert message == "x"
        assert len(line) <= 4 + 72
        assert line[mark.index("^")] == "X"

    def test_a_mark_does_not_run_beyond_the_excerpt(self):
        lines = str(ParseError("x", text="a" * 500)).splitlines()
        assert len(lines[2]) == len(lines[1])

    def test_does_not_print_what_a_terminal_would_obey(self):
        text = "a\x1b[31m\nb\u202ec\x07\ud800"
        shown = str(ParseError("x", text=text))
        assert len(shown.splitlines()) == 3
        assert not {"\x1b", "\u202e", "\x07", "\ud800"} & set(shown)

    def test_survives_pickling_and_copying(self):
        error = ParseError("x", text="một hai", span=Span(4, 7))
        for again in (pickle.loads(pickle.dumps(error)), copy.copy(error), copy.deepcopy(error)):
            assert type(again) is ParseError
            assert (again.expected, again.text, again.span) == ("x", "một hai", Span(4, 7))
            assert str(again) == str(error)

    def test_a_kind_of_it_keeps_its_kind(self):
        assert type(pickle.loads(pickle.dumps(_OwnError("x", text="y")))) is _OwnError

    @given(st.text(st.characters(exclude_categories=())), st.data())
    def test_can_always_be_shown(self, text, data):
        start = data.draw(st.integers(0, len(text)))
        end = data.draw(st.integers(start, len(text)))
        shown = str(ParseError("what", text=text, span=Span(start, end)))
        message, line, mark = shown.split("\n")
        assert message == "what"
        assert len(line) <= 4 + 72
        assert mark.strip("~ ") == "^"
        if end > start and text[start].isprintable():
            first = len(mark) - len(mark.lstrip())
            assert line[first] == text[start]


class _OwnError(ParseError):
    pass


def test_a_read_error_is_one_line_with_the_name_first():
    error = ReadError("ke-hoach.docx", "it is encrypted")
    assert str(error) == "ke-hoach.docx: it is encrypted"
    again = pickle.loads(pickle.dumps(error))
    assert (again.name, again.reason) == (error.name, error.reason)


def test_a_schema_error_tells_all_problems():
    problems = [SchemaProblem("$.kind", "missing"), SchemaProblem("$.a", "no date", line=3)]
    error = SchemaError(problems)
    assert str(error) == "missing @ $.kind; no date @ $.a, line 3"
    assert pickle.loads(pickle.dumps(error)).problems == error.problems


def test_a_missing_extra_names_the_line_to_install_it():
    error = MissingExtraError("tables", "tables")
    assert "pip install 'danvan[tables]'" in str(error)
    assert error.extra == "tables"


def test_is_caught_as_what_it_is():
    with pytest.raises(ValueError, match="not a day"):
        raise ParseError("not a day", text="32")


def test_a_missing_extra_pickles():
    error = pickle.loads(pickle.dumps(MissingExtraError("lunar dates", "lunar")))
    assert error.extra == "lunar"
    assert str(error) == str(MissingExtraError("lunar dates", "lunar"))
