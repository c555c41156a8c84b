"""Findings: severities have plain values, and findings compare and pickle."""

from __future__ import annotations

import pickle

import attrs
import pytest

from danvan.findings import Finding, Severity
from danvan.span import Span


def test_severities_are_their_lower_case_english_words():
    assert [str(s) for s in Severity] == ["error", "warning", "note"]
    assert Severity("note") is Severity.NOTE


def test_a_finding_has_no_place_unless_it_is_given():
    finding = Finding(code="R101", severity=Severity.ERROR, message="trống")
    assert finding.span is None
    assert finding.related == ()
    assert finding.message_en == finding.help == ""


def test_takes_keywords_only():
    with pytest.raises(TypeError):
        Finding("R101", Severity.ERROR, "trống")


def test_is_frozen_comparable_hashable_and_pickles():
    finding = Finding(
        code="R104",
        severity=Severity.WARNING,
        message="bị cắt",
        span=Span(1, 2),
        related=(Span(4, 5),),
    )
    again = pickle.loads(pickle.dumps(finding))
    assert again == finding
    assert hash(again) == hash(finding)
    assert attrs.evolve(finding, span=Span(1, 3)) != finding
    with pytest.raises(attrs.exceptions.FrozenInstanceError):
        finding.code = "R1"
