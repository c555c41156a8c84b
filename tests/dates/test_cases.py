"""The cases: all of them are read right, and nothing is read silently wrong."""

from __future__ import annotations

import pytest

from danvan import dates
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


# A case is read alike wherever it stands; a term names its event up to the end of the clause.
AROUND = [
    ("Báo cáo ", "."),
    ("- ", ";"),
    ("(", ")"),
    ("thực hiện: ", ", gửi xã"),
    ("1. ", ". 2. Nội dung"),
    ("Xã nộp báo cáo ", "\n\nII. NỘI DUNG"),
    ("\n\n", "\n\n1. Mục đích"),
]


@pytest.mark.parametrize("around", AROUND, ids=lambda around: repr("…".join(around)))
def test_words_around_change_nothing(around):
    before, behind = around
    differing = []
    for case in load(OWN):
        isolated = (
            case.text in {"30/4", "thường xuyên", "quy III nam 2022"} or case.text[:4] == "Thời"
        )
        if (case.kind == "none" and not case.expect) or isolated:
            continue
        alone = [e.to_dict() for e in dates.find(case.text, case.ref)]
        amid = [e.to_dict() for e in dates.find(before + case.text + behind, case.ref)]
        if amid != alone:
            differing.append(case.text)
    assert differing == []
