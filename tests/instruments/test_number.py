"""Document numbers: cases of our own, what may not be, and what always holds."""

from __future__ import annotations

import json
import pickle
from pathlib import Path

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from danvan.errors import ParseError
from danvan.instruments import DocumentNumber, find, read_number
from danvan.strategies.instruments import document_numbers

_CASES = [
    json.loads(line)
    for line in (Path(__file__).parents[1] / "data" / "numbers.jsonl")
    .read_text("utf-8")
    .splitlines()
]
_GOOD = [case for case in _CASES if case.get("number")]
_BAD = [case["text"] for case in _CASES if "text" in case and case["number"] is None]
_SENTENCES = [case for case in _CASES if "sentence" in case]


def test_there_are_enough_cases_and_a_third_are_traps():
    traps = len(_BAD) + sum(not case["numbers"] for case in _SENTENCES)
    assert len(_CASES) >= 250
    assert traps * 3 >= len(_CASES)


@pytest.mark.parametrize("case", _GOOD, ids=lambda case: case["text"])
def test_reads(case):
    number, span, problems = read_number(case["text"])
    assert str(number) == case["number"]
    assert (span.start, span.end) == (0, len(case["text"]))
    expected = ["stray-space" if p == "line-break" else p for p in case["problems"]]
    assert [("stray-space" if p == "line-break" else p) for p in problems] == expected
    assert number.style == case["style"]
    assert number.kind_abbreviation == case["kind"]
    assert list(number.issuers) == case["issuers"]
    assert number.suffix == case["suffix"]
    assert DocumentNumber.parse(case["text"]) == number


@pytest.mark.parametrize("text", _BAD)
def test_refuses(text):
    with pytest.raises(ParseError):
        DocumentNumber.parse(text)


@pytest.mark.parametrize("case", _SENTENCES, ids=lambda case: case["sentence"])
def test_finds_in_sentences(case):
    found = [c.instrument.number for c in find(case["sentence"])]
    assert [str(number) for number in found if number is not None] == case["numbers"]


def test_zeros_before_a_number_say_nothing():
    assert DocumentNumber.parse("05/KH-UBND") == DocumentNumber.parse("5/KH-UBND")
    assert len({DocumentNumber.parse("05/KH-UBND"), DocumentNumber.parse("5/KH-UBND")}) == 1
    assert str(DocumentNumber.parse("05/KH-UBND")) == "05/KH-UBND"


def test_the_letters_d_are_two():
    assert DocumentNumber.parse("12/HD-UBND") != DocumentNumber.parse("12/HĐ-UBND")
    assert DocumentNumber.parse("12/DA-UBND") != DocumentNumber.parse("12/ĐA-UBND")


def test_a_decimal_serial_is_no_other_number():
    assert DocumentNumber.parse("66.1/2025/NQ-CP") != DocumentNumber.parse("66/2025/NQ-CP")
    assert DocumentNumber.parse("66.10/2025/NQ-CP") > DocumentNumber.parse("66.9/2025/NQ-CP")


def test_order_is_by_year_symbol_and_serial():
    texts = ["9/KH-UBND", "10/KH-UBND", "10a/KH-UBND", "3/2019/QĐ-UBND", "2/2020/QĐ-UBND"]
    numbers = [DocumentNumber.parse(text) for text in texts]
    shuffled = numbers[3:] + numbers[:3]
    assert sorted(shuffled) == numbers


@pytest.mark.parametrize(
    "fields",
    [
        {"serial": "x", "symbol": "/KH-UBND"},
        {"serial": "1", "symbol": "KH-UBND"},
        {"serial": "1", "symbol": "/QD-UBND"},
        {"serial": "", "letter": "a", "symbol": "/KH-UBND"},
        {"serial": "1", "year": 2020, "symbol": "-NQ/TW"},
        {"serial": "1", "year": 20200, "symbol": "/NQ-CP"},
        {"serial": "1.234", "symbol": "/QĐ-UBND"},
        {"serial": "1", "letter": "l", "symbol": "/QĐ-UBND"},
        {"serial": "1", "symbol": "/A" * 9},
        {"serial": "1", "symbol": "/" + "A" * 25},
    ],
)
def test_what_cannot_be_cannot_be_made(fields):
    with pytest.raises(
        ValueError, match=r"document number|letter|year|groups|abbreviation|decimal"
    ):
        DocumentNumber(**fields)


def test_a_number_is_frozen():
    with pytest.raises(attrs.exceptions.FrozenInstanceError):
        DocumentNumber.parse("1/KH-UBND").serial = "2"


def test_the_error_shows_the_place():
    with pytest.raises(ParseError) as caught:
        DocumentNumber.parse("12/KH-UBND, ngày")
    assert caught.value.span.start == len("12/KH-UBND")


@given(document_numbers())
def test_round_trip(number):
    assert DocumentNumber.parse(str(number)) == number
    assert str(DocumentNumber.parse(str(number))) == str(number)
    assert pickle.loads(pickle.dumps(number)) == number
    assert hash(DocumentNumber.parse(str(number))) == hash(number)


@given(document_numbers(), document_numbers())
def test_order_agrees_with_equality(one, other):
    assert (one == other) == (not one < other and not other < one)


@given(st.text(max_size=60))
def test_parse_is_total(text):
    try:
        number = DocumentNumber.parse(text)
    except ParseError:
        return
    assert DocumentNumber.parse(str(number)) == number
