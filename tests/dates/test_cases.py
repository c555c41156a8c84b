"""The cases: all of them are read right, and nothing is read silently wrong."""

from __future__ import annotations

import pytest

from tests.dates.score import OWN, judge, load, tally


@pytest.mark.parametrize("case", list(load(OWN)), ids=lambda case: case.text)
def test_own_case(case):
    outcome = judge(case)
    assert outcome.verdict == "right", [e.to_dict() for e in outcome.found]


def test_public_cases(cases):
    outcomes = [judge(case) for case in load(cases / "dates.jsonl")]
    assert [o.case.text for o in outcomes if o.verdict != "right"] == []


def test_traps_are_as_many_as_needed():
    own = list(load(OWN))
    assert len(own) >= 300
    assert tally(judge(case) for case in own)["wrong"] == 0
    assert sum(case.kind == "none" for case in own) > len(own) / 3
