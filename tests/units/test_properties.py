"""What holds for every text: scanning is total and linear, spans are exact, names are found."""

from __future__ import annotations

import pickle
import time
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from danvan.strategies.units import administrative_units, agency_names
from danvan.text import reading
from danvan.units import (
    AdministrativeUnit,
    Agency,
    AgencyContext,
    find_agencies,
    read_letterhead,
    scan,
)

_WORDS = st.sampled_from(
    [
        "các",
        "ủy",
        "ban",
        "nhân",
        "dân",
        "UBND",
        "Sở",
        "sở",
        "Phòng",
        "phòng",
        "Nội",
        "vụ",
        "và",
        ",",
        ";",
        ".",
        "-",
        "/",
        "(",
        ")",
        ":",
        "tỉnh",
        "Huyện",
        "xã",
        "Tân",
        "Phú",
        "cấp",
        "TT",
        "HĐND",
        "Ban",
        "Chỉ",
        "đạo",
        "thuộc",
        "trên",
        "địa",
        "bàn",
        "liên",
        "quan",
        "Hội",
        "Đoàn",
        "Chủ",
        "tịch",
        "Trưởng",
        "báo",
        "ỦY",
        "BAN",
        "389",
        "Quận",
        "1",
        "“",
        "”",
        "\n",
        "\ufdd0",
    ]
)
_TEXTS = st.one_of(st.text(max_size=200), st.lists(_WORDS, max_size=40).map(" ".join))
_FILLERS = st.sampled_from(
    [
        ("giao cho ", " theo dõi."),
        ("đề nghị ", " chủ trì, tham mưu."),
        ("phối hợp với ", " kiểm tra."),
        ("ý kiến của ", "; thời gian tới."),
        ("\n", ":\n"),
    ]
)


@given(_TEXTS)
def test_spans_are_exact_and_do_not_overlap(text: str) -> None:
    mentions = find_agencies(text)
    for mention in mentions:
        assert mention.span.of(text) == mention.text
    for one, next_one in pairwise(mentions):
        assert one.span.end <= next_one.span.start


@given(_TEXTS)
def test_scan_points_into_the_reading_text(text: str) -> None:
    view = reading(text)
    for mention in scan(view.text):
        assert mention.agency.name
        assert mention.span.of(view.text) == mention.text


@given(st.lists(_TEXTS, max_size=4))
def test_letterheads_are_read_whatever_they_hold(lines: list[str]) -> None:
    for agency in read_letterhead(lines):
        assert agency.full_name == agency.name


@given(agency_names(), _FILLERS)
def test_a_name_is_found_between_other_words(name: str, filler: tuple[str, str]) -> None:
    before, after = filler
    text = f"{before}{name}{after}"
    assert [(m.text, m.span.start) for m in scan(text)] == [(name, len(before))]


@given(agency_names(), administrative_units())
def test_a_full_name_is_a_name(name: str, unit: AdministrativeUnit) -> None:
    agency = Agency.parse(name, AgencyContext(unit=unit))
    again = Agency.parse(agency.full_name)
    assert again.key == agency.key
    assert (again.system, again.kind, again.collective) == (
        agency.system,
        agency.kind,
        agency.collective,
    )


@given(agency_names(), administrative_units())
def test_agencies_are_pickled(name: str, unit: AdministrativeUnit) -> None:
    agency = Agency.parse(name, AgencyContext(unit=unit))
    assert pickle.loads(pickle.dumps(agency)) == agency


@pytest.mark.parametrize(
    "piece",
    [
        "ỦY BAN ", "các ", ", ", "sở, ", "các sở, ", "Ban Chỉ đạo ", "Chủ tịch, ", "UBND các xã, ",
        "cấp huyện, ", "xã Tân ", "Hội A và ", "Ban Chỉ đạo phòng, chống ", "Văn phòng ", "TT/",
        "thuộc ", "các Sở: Y tế, ", "Tân ", "xã, ", "các cơ quan thuộc ",
    ],
)  # fmt: skip
def test_hostile_text_takes_linear_time(piece: str) -> None:
    def seconds(times: int) -> float:
        text = piece * times
        began = time.perf_counter()
        scan(text)
        return time.perf_counter() - began

    seconds(10)
    short = min(seconds(1_000) for _ in range(3))
    long = min(seconds(8_000) for _ in range(2))
    assert long < 30 * short + 0.02
