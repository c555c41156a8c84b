"""Properties of reading dates."""

from __future__ import annotations

import json
import pickle

from hypothesis import example, given
from hypothesis import strategies as st

from danvan import dates
from danvan.dates import Days, LunarDate, PartialDate, Period, Recurrence, TimeLimit
from danvan.strategies import dates as drawn
from tests.dates.score import OWN, load

TRAPS = [case.text for case in load(OWN) if case.kind == "none" and not case.expect]
# Words that are no time words and end or open no expression.
FILLERS = [
    "báo cáo kết quả", "Ủy ban nhân dân xã", "tham mưu triển khai", "công tác dân vận chính quyền",
    "phối hợp thực hiện", "gửi Sở Nội vụ",
]  # fmt: skip
PIECES = st.sampled_from(
    ["ngày", "tháng", "năm", "quý", "trước", "từ", "đến", "hằng", "định kỳ", "lần", "12", "5", "2024",
     "/", "-", ".", ",", "…", " ", "\n\n", "(", ")", "I", "và", "kể từ", "làm việc", "giờ", "thứ hai",
     "tuần", "âm lịch", "nhuận", "Giáp Thìn", "nghìn", "mươi", "đầu", "của", "giai đoạn", "này", "sau"]
)  # fmt: skip


@given(drawn.values(), st.sampled_from(["long", "short", "party"]))
def test_words_are_read_back(value, style):
    assert dates.parse(dates.format(value, style)).value == value


@given(drawn.values())
def test_canonical_text_is_read_back(value):
    kind = type(value)
    assert kind.parse(str(value)) == value
    assert pickle.loads(pickle.dumps(value)) == value


@given(drawn.expressions())
def test_expressions_have_value_relation_and_place(expression):
    text, value, relation = expression
    found = dates.parse(f"Báo cáo {text}.")
    assert (found.value, found.relation) == (value, relation)
    assert found.text == text


@given(st.lists(st.tuples(st.sampled_from(FILLERS), drawn.expressions()), min_size=1, max_size=5))
def test_exactly_the_expressions_are_found(parts):
    text = "; ".join(f"{filler} {words}" for filler, (words, _, _) in parts)
    found = dates.find(text)
    assert [e.text for e in found] == [words for _, (words, _, _) in parts]
    assert [e.value for e in found] == [value for _, (_, value, _) in parts]


@given(drawn.expressions(), st.sampled_from(TRAPS))
def test_a_trap_beside_changes_nothing(expression, trap):
    text, value, relation = expression
    found = dates.find(f"{trap}; báo cáo {text}; {trap}.")
    assert [(e.text, e.value, e.relation) for e in found] == [(text, value, relation)]


@given(st.text() | st.lists(PIECES, max_size=30).map(" ".join) | st.lists(PIECES).map("".join))
@example("ngày\ufdd012/5/2024")
@example("năm" * 40)
@example("từ ngày 31/12/9999 đến hết năm 9999")
def test_any_text_is_read_without_an_exception(text):
    for reference in (None, PartialDate.parse("2024-02-29"), PartialDate.parse("9999-12-31")):
        found = dates.find(text, reference)
        end = 0
        for e in found:
            assert text[e.span.start : e.span.end] == e.text
            assert e.span.start >= end
            end = e.span.end
            json.dumps(e.to_dict())
            assert e.latest is None or e.earliest is None or e.earliest <= e.latest
            assert (e.value is None) <= bool(e.problems)


@given(st.lists(PIECES, max_size=20).map(" ".join))
def test_what_is_read_can_be_written_and_read(text):
    for e in dates.find(text, PartialDate.parse("2024-05-15")):
        value = e.value
        if isinstance(value, (PartialDate, Days, Period, Recurrence, TimeLimit, LunarDate)):
            assert type(value).parse(str(value)) == value
