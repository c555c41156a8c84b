"""Samples rewritten in another layout are read as they were: the share that holds, per rewriting.

``python -m tests.metamorphic`` prints the same for the real documents too.
"""

from __future__ import annotations

import pytest

from tests.metamorphic.rewritings import REWRITINGS
from tests.metamorphic.share import Share, shares, texts

#: The share of documents that are equivalent, where it is not all of them.
FLOORS = {
    "wrapped at 60": 0.97,
    # Where one line of a document is cut, nothing tells it from one that ends there.
    "wrapped at 100": 0.97,
    "wrapped at 80, first lines indented": 0.97,
    # A paragraph that ends where the next word had no room left cannot be told from one that goes on.
    "wrapped at 80, a blank line after each line": 0.91,
    # Bold type alone says that a numbered sentence is a heading.
    "marks of markdown off": 0.90,
}
FIELDS = 0.99
OVERALL = 0.99


@pytest.fixture(scope="module")
def measured() -> dict[str, Share]:
    return {share.rewriting.name: share for share in shares(texts(samples_only=True))}


@pytest.mark.parametrize("name", [rewriting.name for rewriting in REWRITINGS])
def test_a_rewriting_changes_nothing(measured: dict[str, Share], name: str) -> None:
    share = measured[name]
    changed = {
        o.document: [str(d)[:200] for d in o.changed[:3]] for o in share.outcomes if o.changed
    }
    assert len(share.outcomes) > 9, "the rewriting finds too little to rewrite"
    assert share.of_documents >= FLOORS.get(name, 1.0), changed
    assert share.of_fields >= FIELDS, changed


def test_nearly_all_stay_the_same(measured: dict[str, Share]) -> None:
    outcomes = [o for share in measured.values() for o in share.outcomes]
    assert sum(not o.changed for o in outcomes) / len(outcomes) >= OVERALL


def test_each_rewriting_rewrites(measured: dict[str, Share]) -> None:
    documents = texts(samples_only=True)
    assert len(documents) >= 35
    assert set(measured) == {rewriting.name for rewriting in REWRITINGS}
