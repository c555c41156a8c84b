"""Citations: sentences of our own, and what holds for every text."""

from __future__ import annotations

import itertools
import json
import time
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from danvan import dates
from danvan.instruments import find, scan
from danvan.strategies.instruments import written_citations
from danvan.text import BREAK, reading

_CASES = [
    json.loads(line)
    for line in (Path(__file__).parents[1] / "data" / "citations.jsonl")
    .read_text("utf-8")
    .splitlines()
]


def _shown(citation):
    instrument = citation.instrument
    return {
        "text": citation.text,
        "kind": citation.kind_text,
        "number": None if instrument.number is None else str(instrument.number),
        "issued_on": None if instrument.issued_on is None else str(instrument.issued_on),
        "issuer": instrument.issuer,
    }


def test_there_are_enough_sentences():
    assert len(_CASES) >= 80


@pytest.mark.parametrize("case", _CASES, ids=lambda case: case["sentence"][:50])
def test_reads_the_sentence(case):
    found = find(case["sentence"])
    assert [_shown(c) for c in found] == case["citations"]
    for citation in found:
        assert citation.span.of(case["sentence"]) == citation.text
        assert citation.extent.contains(citation.span)


def test_times_that_were_found_before_are_used():
    text = "Chỉ thị 27/CT-TTg ngày 27/10/2023 của Thủ tướng Chính phủ, Luật Giá ngày 19/6/2023"
    assert scan(text, dates.scan(text)) == scan(text)
    assert scan(text, ()) == scan(text)


def test_a_day_that_cannot_be_is_no_date_and_a_problem():
    (citation,) = scan("Quyết định số 9/QĐ-UBND ngày 31/4/2020 của UBND tỉnh")
    assert citation.instrument.issued_on is None
    assert citation.instrument.issuer == "UBND tỉnh"
    assert citation.problems == ("impossible-date",)


def test_nothing_crosses_a_break_between_blocks():
    text = f"Quyết định số 9/QĐ-UBND{BREAK}ngày 01/02/2020{BREAK}của UBND tỉnh{BREAK}Luật{BREAK}Giá"
    (citation,) = scan(text)
    assert citation.instrument.issued_on is None
    assert citation.instrument.issuer is None
    assert scan(f"Quyết định{BREAK}số 9/QĐ-UBND")[0].kind_text is None


def test_titles():
    text = (
        "Kế hoạch số 9/KH-UBND ngày 01/02/2020 của UBND tỉnh về việc trồng rừng; "
        "Đề án số 3-ĐA/TU của Tỉnh ủy “Nông thôn mới” và Quyết định số 7/QĐ-UBND ban hành Quy chế."
    )
    titles = [c.instrument.title for c in scan(text)]
    assert titles == ["trồng rừng", "Nông thôn mới", "ban hành Quy chế"]


def test_a_short_mention_is_joined_to_the_first_full_one():
    text = (
        "Tổng kết Chỉ thị 27/CT-TTg. Chỉ thị số 27/CT-TTg ngày 27/10/2023 của Thủ tướng Chính phủ. "
        "Thực hiện Chỉ thị số 27/CT-TTg."
    )
    heading, full, short = scan(text)
    assert heading.antecedent == short.antecedent == full.instrument
    assert full.antecedent is None
    assert str(short.resolved.issued_on) == "2023-10-27"
    assert short.instrument.issued_on is None


def test_a_party_number_of_another_term_is_another_document():
    text = (
        "Kế hoạch số 5-KH/TU ngày 01/3/2016 của Tỉnh ủy; Kế hoạch số 5-KH/TU ngày 02/4/2021 của "
        "Tỉnh ủy; theo Kế hoạch số 5-KH/TU"
    )
    old, new, short = scan(text)
    assert old.antecedent is None
    assert new.antecedent is None
    assert short.antecedent == new.instrument


@given(st.lists(written_citations(), min_size=1, max_size=4), st.sampled_from(["; ", ".\n", BREAK]))
def test_finds_exactly_what_was_put_in(written, between):
    text = between.join(f"các đơn vị thực hiện {w.text}" for w in written)
    found = scan(text)
    assert [c.instrument.number for c in found] == [w.number for w in written]
    assert [c.kind_text for c in found] == [w.kind for w in written]
    assert [c.instrument.issued_on for c in found] == [w.issued_on for w in written]
    assert [c.instrument.issuer for c in found] == [w.issuer for w in written]
    assert [c.span.of(text) for c in found] == [str(w.number) for w in written]


_PLAIN_BODIES = (
    "Chính phủ",
    "Thủ tướng Chính phủ",
    "Ban Bí thư",
    "Quốc hội",
    "UBND tỉnh",
    "Ủy ban nhân dân huyện",
)
_AFTER_BODIES = (
    " về việc", " ban hành", " khóa XI", " và Bộ Nội vụ", " Lào Cai về", " (khóa X)", " quy định", ";", " tại",
    " thành phố", " nhiệm kỳ 2020 - 2025", " với UBND xã", " Trung ương Đảng", ")", " trên địa bàn",
)  # fmt: skip


@pytest.mark.parametrize("body", _PLAIN_BODIES)
@pytest.mark.parametrize("after", _AFTER_BODIES)
def test_plain_bodies_are_read_as_all_are(body, after):
    # Capitals keep the short way from being taken.
    text = f"Kế hoạch số 1/KH-UBND của {body}{after}"
    (plain, *_), (full, *_) = (
        scan(text),
        scan(text.replace(f"{body}{after}", f"{body.upper()}{after}")),
    )
    assert plain.instrument.issuer.upper() == full.instrument.issuer.upper()


@pytest.mark.parametrize(
    "day",
    ["ngày 01/02/2020", "ngày 5 tháng 11 năm 2019", "ngày 31/4/2020", "ngày 30 tháng 02 năm 2021"],
)
@pytest.mark.parametrize(
    "after",
    [
        " của UBND tỉnh",
        ";",
        ")",
        " về việc",
        " - 05/02/2020",
        ", 03/02/2020",
        " đến nay",
        " hằng năm",
        "",
    ],
)
def test_plain_days_are_those_that_the_dates_have(day, after):
    (citation,) = scan(f"Kế hoạch số 1/KH-UBND {day}{after}")
    (time, *_) = dates.scan(f"{day}{after}")
    expected = time.value if isinstance(time.value, dates.PartialDate) else None
    assert citation.instrument.issued_on == expected


_PIECES = (
    "Luật", "Bộ luật", "Nghị quyết", "Đại hội", "số", "Số:", "ngày", "của", "và", "12/KH-UBND", "25-NQ/TW",
    "12", "/", "-", "năm 2013", "UBND", "tỉnh", "(", ")", "“", "”", ",", ";", "\n", "\n\n", " ", BREAK, "1/1/2020",
    "Ban", "Bộ", "giữa", "khóa XI", "TTg", "QH14", "đ", "Đ", "**", "\u0301", "\u200b", "\x00", "\ud800",
)  # fmt: skip


@given(st.lists(st.sampled_from(_PIECES) | st.text(max_size=4), max_size=60).map("".join))
def test_find_is_total_and_its_spans_are_exact(raw):
    for citation in find(raw):
        assert citation.span.of(raw) == citation.text
        assert 0 <= citation.extent.start <= citation.span.start
        assert citation.span.end <= citation.extent.end <= len(raw)
    view = reading(raw)
    spans = [c.span for c in scan(view.text)]
    assert spans == sorted(spans)
    assert all(a.end <= b.start or a.contains(b) for a, b in itertools.pairwise(spans))


_HOSTILE = (
    "1/", "Luật ", "“", '"', "và ", "số 1/KH-A ", "Nghị quyết Đại hội ", "Luật A, ", "số /", "1, ", "của Ban ",
    "1-NQ/TW của Ban ", "-A", "1/A-", "Bộ luật sửa đổi, bổ sung một số điều của ", ".", "…/", " ", "\n",
    "Quyết định của Bộ số 1/QĐ-BTC ", "1-QĐ/TW ngày ", "1-QĐ/TW về ", "1-QĐ/TW ngày 1/2/2020 ", "Luật Giá ngày 1/2/2020; ", "tỉnh A ", "\u0301",
)  # fmt: skip


@pytest.mark.parametrize("piece", _HOSTILE)
def test_time_is_linear(piece):
    def seconds(size):
        text = piece * (size // len(piece))
        begin = time.process_time()
        scan(text)
        return time.process_time() - begin

    small = min(seconds(10_000) for _ in range(2))
    assert seconds(80_000) < 8 * 4 * small + 0.2
