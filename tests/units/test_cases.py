"""Sentences with the bodies that a reader finds in them: tests/data/agencies.jsonl."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from danvan.units import find_agencies, scan

_FILE = Path(__file__).parents[1] / "data" / "agencies.jsonl"
CASES = [json.loads(line) for line in _FILE.read_text(encoding="utf-8").splitlines()]


def test_the_cases_are_many_and_a_good_part_of_them_traps() -> None:
    traps = [case for case in CASES if not case["mentions"]]
    assert len(CASES) >= 250
    assert len(traps) >= 80


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["text"][:50])
def test_case(case: dict) -> None:
    found = [
        {
            "text": mention.text,
            "start": mention.span.start,
            "system": mention.agency.system,
            "level": mention.agency.level,
            "collective": mention.agency.collective,
        }
        for mention in scan(case["text"])
    ]
    expected = [
        {"system": None, "level": None, "collective": False}
        | {k: v for k, v in mention.items() if k != "full_name"}
        for mention in case["mentions"]
    ]
    assert found == expected


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["text"][:50])
def test_names_are_written_out(case: dict) -> None:
    for mention, expected in zip(find_agencies(case["text"]), case["mentions"], strict=True):
        if "full_name" in expected:
            assert mention.agency.full_name == expected["full_name"]
