"""Text from documents on terminals."""

import json
import unicodedata

from hypothesis import given
from hypothesis import strategies as st

from danvan.cli.safe import escaped, escaped_json, one_line, width

ANY_TEXT = st.text(st.characters(exclude_categories=()))
HARMFUL = {"Cc", "Cf", "Cs", "Zl", "Zp"}


@given(ANY_TEXT)
def test_one_line_has_nothing_that_moves_the_cursor(text):
    shown = one_line(text)
    assert not [c for c in shown if unicodedata.category(c) in HARMFUL]


@given(ANY_TEXT)
def test_escaped_keeps_nothing_but_lines(text):
    shown = escaped(text)
    assert not [c for c in shown if unicodedata.category(c) in HARMFUL and c != "\n"]
    assert shown.count("\n") == text.count("\n")


@given(st.recursive(ANY_TEXT, lambda inner: st.lists(inner) | st.dictionaries(ANY_TEXT, inner)))
def test_escaped_json_is_the_same_json(value):
    text = escaped_json(json.dumps(value, ensure_ascii=False))
    assert not [c for c in text if unicodedata.category(c) in HARMFUL]
    assert json.loads(text) == json.loads(json.dumps(value))


@given(st.text("ạăẵđừABc 12"))
def test_width_is_the_same_however_letters_are_composed(text):
    assert width(unicodedata.normalize("NFD", text)) == width(text) == len(text)
