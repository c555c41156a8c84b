"""Reading in running text: places, relations, limits of cycles, parsing of one, hostile text."""

from __future__ import annotations

import time

import pendulum
import pytest

from danvan import dates
from danvan.dates import Every, PartialDate, Recurrence, Relation
from danvan.errors import ParseError
from danvan.text import BREAK, View, ViewBuilder, reading


def test_spans_run_from_the_relation_to_the_end_of_the_date():
    text = (
        "Báo cáo định kỳ 06 tháng (trước ngày 12/6/2023), 01 năm (trước ngày 12/12/2023) về xã;"
        " thường xuyên trong năm 2023."
    )
    found = dates.find(text)
    assert [e.text for e in found] == [
        "trước ngày 12/6/2023",
        "trước ngày 12/12/2023",
        "thường xuyên trong năm 2023",
    ]
    assert [e.relation for e in found] == [Relation.BEFORE, Relation.BEFORE, Relation.DURING]
    assert [e.recurrence for e in found] == [
        Recurrence(every=Every.HALF_YEAR),
        Recurrence(every=Every.YEAR),
        None,
    ]
    assert found[0].latest == pendulum.Date(2023, 6, 11)


def test_during_keeps_the_kind_of_the_period():
    found = dates.parse("trong tháng 3 năm 2023")
    assert (found.relation, found.kind) == (Relation.DURING, "month")
    assert (found.earliest, found.latest) == (pendulum.Date(2023, 3, 1), pendulum.Date(2023, 3, 31))


def test_nothing_is_read_across_a_break():
    assert dates.scan(f"trước ngày{BREAK}12/6/2023")[0].relation is None
    assert dates.scan(f"ngày 12{BREAK}tháng 6 năm 2023")[0].text == "tháng 6 năm 2023"


def test_a_footnote_inside_splits_the_spans():
    raw = "trước ngày [chú thích] 12/6/2023"
    builder = ViewBuilder(View.of(raw))
    builder.copy(0, 11)
    builder.interrupt()
    builder.copy(23, len(raw))
    view = builder.build()
    (found,) = (e.moved(view) for e in dates.scan(view.text))
    assert found.text == raw
    assert [span.of(raw) for span in found.spans] == ["trước ngày ", "12/6/2023"]


def test_offsets_are_those_of_the_source():
    raw = "Ngh\u1ecb quye\u0302\u0301t\n\nnga\u0300y\n\n12/6/2023, x"
    (found,) = dates.find(raw)
    assert raw[found.span.start : found.span.end] == found.text == "nga\u0300y\n\n12/6/2023"


@pytest.mark.parametrize("text", ["", "Báo cáo kết quả", "ngày 1/2/2023; ngày 3/4/2023"])
def test_parse_wants_exactly_one(text):
    with pytest.raises(ParseError):
        dates.parse(text)


def test_a_term_from_a_named_day_has_an_end():
    found = dates.parse("trong thời hạn 15 ngày kể từ ngày 01/3/2024")
    assert found.counted_from == PartialDate.parse("2024-03-01")
    assert found.latest == pendulum.Date(2024, 3, 16)


def test_the_other_reading_is_listed():
    week = dates.parse("tuần thứ hai của tháng 6 năm 2024")
    assert [str(v) for v in week.alternatives] == ["2024-06-10/2024-06-16;unit=week"]
    assert dates.parse("tuần thứ hai của tháng 7 năm 2024").alternatives == ()
    mung = dates.parse("mùng 4 tháng 10 năm 2021")
    assert (str(mung.value), [str(v) for v in mung.alternatives]) == ("2021-10-04", ["2021-11-08"])


HOSTILE = [
    "1/" * 50_000,
    "ngày" + " " * 100_000,
    "0" * 100_000,
    "ngày " * 6_000,
    "1, " * 33_000,
    "ngày 1, " * 3_000,
    "trước " * 6_000,
    "từ ngày 5 đến " * 2_000,
    "năm " * 5_000,
    "hằng tháng, " * 2_000,
    "quý I, " * 4_000,
    "(" * 100_000,
    "kể từ ngày " * 3_000,
    "trong 5 ngày kể từ ngày " * 1_000,
]


@pytest.mark.parametrize("text", HOSTILE, ids=lambda text: text[:16])
def test_time_grows_with_the_text(text):
    def seconds(part: str) -> float:
        plain = reading(part).text
        best = float("inf")
        for _ in range(2):
            start = time.process_time()
            dates.scan(plain)
            best = min(best, time.process_time() - start)
        return best

    # Four times the text may take ten times as long on a busy machine, a quadratic scan sixteen.
    assert seconds(text) < 10 * seconds(text[: len(text) // 4]) + 0.02
