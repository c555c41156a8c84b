"""Duties of documents in many practices: how far their parties are read as their truth says.

``tests/data/duties`` has invented documents with truth by eye: of the Party, the Front, a school, a
hospital, the police, a ministry and others. ``mended.json`` was looked at while the reader was
mended: at first 61 of its 73 duties were found, 52 with the right lead. ``fresh.json`` was written
after that: at first all of its 27 were found, 22 with the right lead.
"""

from __future__ import annotations

import json
from collections import Counter
from typing import TYPE_CHECKING

import pytest

import danvan
from tests.corpus.places import DATA
from tests.corpus.values import same_body

if TYPE_CHECKING:
    from collections.abc import Iterable

PARTIES = ("lead", "coordinating", "advising", "supervised", "reports_to", "via")

#: The share of the true duties that are found, and of those the share with each party right.
FLOORS = {
    "mended": {"found": 1.0, "lead": 1.0, "reports_to": 0.98, "others": 1.0, "told": 0.92},
    "fresh": {"found": 1.0, "lead": 0.92, "reports_to": 1.0, "others": 0.98, "told": 1.0},
}


def _keys(names: Iterable[str]) -> set[str]:
    return {same_body(name) for name in names}


def shares_of(name: str) -> dict[str, float]:
    """The shares of one file, and of what is found the share that is true."""
    right, true = Counter[str](), Counter[str]()
    found = 0
    for document in json.loads((DATA / "duties" / f"{name}.json").read_text(encoding="utf-8")):
        left = list(danvan.parse(document["text"]).assignments)
        found += len(left)
        for duty in document["duties"]:
            true["found"] += 1
            match = next(
                (
                    a
                    for a in left
                    if a.section == duty["section"] and a.action.startswith(duty["begins"])
                ),
                None,
            )
            if match is None:
                continue
            left.remove(match)
            right["found"] += 1
            for party in PARTIES:
                figure = party if party in {"lead", "reports_to"} else "others"
                true[figure] += 1
                named = [agency.name for agency in getattr(match, party)]
                right[figure] += _keys(named) == _keys(duty.get(party, ()))
            if "product" in duty:
                true["told"] += 1
                right["told"] += match.product == duty["product"]
            if "deadlines" in duty:
                true["told"] += 1
                right["told"] += [d.text for d in match.deadlines] == duty["deadlines"]
    shares = {figure: right[figure] / count for figure, count in true.items()}
    shares["true"] = right["found"] / found
    return shares


@pytest.mark.parametrize("name", FLOORS)
def test_duties_are_read(name: str) -> None:
    shares = shares_of(name)
    floors = FLOORS[name] | {"true": 0.97}
    assert {f: s for f, s in shares.items() if s < floors[f]} == {}, shares
