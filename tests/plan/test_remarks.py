"""Remarks: what the reader says, with its code and place."""

from __future__ import annotations

import re

import pytest

from danvan.findings import Severity
from danvan.plan import parse, remarks
from danvan.span import Span

HEAD = "KẾ HOẠCH\nVề công tác A\n\nI. MỤC ĐÍCH\n\n- Một.\n\n"


def found(text):
    return {f.code: f for f in parse(text).findings}


def test_a_plain_plan_leaves_nothing_to_say():
    assert found(HEAD) == {}


@pytest.mark.parametrize(
    ("text", "code", "severity"),
    [
        ("", "R101", Severity.ERROR),
        ("Một hôm trời mưa.", "R102", Severity.WARNING),
        ("CHỈ THỊ\nVề A\n\n1. Một.", "R103", Severity.NOTE),
        (HEAD + "[...]\n", "R104", Severity.WARNING),
        ("UBND XÃ A\nSố: 614 /KH-UBND\n\n" + HEAD, "R105", Severity.NOTE),
        (HEAD + "- Trước ngày 31/02/2024.", "R107", Severity.WARNING),
    ],
)
def test_codes(text, code, severity):
    finding = found(text)[code]
    assert finding.severity is severity
    assert finding.message
    assert finding.message_en


def test_a_cut_is_told_with_all_its_places():
    text = HEAD + "[...]\n\n- Hai.\n\n(...)\n\n- Ba.\n"
    finding = found(text)["R104"]
    assert finding.span is not None
    assert [s.of(text) for s in (finding.span, *finding.related)] == ["[...]", "(...)"]


def test_an_impossible_time_is_told_with_its_place():
    text = HEAD + "- Trước ngày 31/02/2024."
    span = found(text)["R107"].span
    assert span is not None
    assert "31/02/2024" in span.of(text)


def test_a_blank_serial_is_no_mistake():
    assert found("BỘ Y TẾ\nSố:     /KH-BYT\n\n" + HEAD) == {}


def test_a_plan_of_another_name_is_a_plan():
    assert "R103" not in found("KẾ HOẠCH PHỐI HỢP\nGiữa A và B\n\nI. MỘT\n\n- Hai.")


def test_too_deep_an_outline_names_where_it_begins():
    finding = remarks.about_depth(["I.1.a", "I.1.b"])
    assert finding is not None
    assert finding.code == "R106"
    assert "I.1.a" in finding.message
    assert remarks.about_depth([]) is None


def test_nothing_cut_nothing_said():
    assert remarks.about_truncation([]) is None
    cut = remarks.about_truncation([Span(3, 8)])
    assert cut is not None
    assert (cut.span, cut.related) == (Span(3, 8), ())


@pytest.mark.parametrize("problems", [(), ("blank-serial",)])
def test_a_number_as_it_should_be(problems):
    assert remarks.about_number(problems, "5/KH-UBND") is None


def test_codes_have_one_form():
    for text in ("", "a", HEAD + "[...]"):
        assert all(re.fullmatch(r"R\d{3}", f.code) for f in parse(text).findings)
