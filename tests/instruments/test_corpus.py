"""Citations in real documents, against truth made by hand.

The seeds have theirs beside them. That of the other documents is ``tests/data/citations_corpus.jsonl``:
offsets, numbers and dates, no text; ``issuer`` is the span of the issuer's name.
"""

from __future__ import annotations

import json
from collections import Counter
from pathlib import Path

import pytest

from danvan.instruments import Register, contradictions, find
from danvan.text import folded

_TRUTH = Path(__file__).parents[1] / "data" / "citations_corpus.jsonl"


def _plain(text):
    return None if text is None else folded(text).replace("ubnd", "ủy ban nhân dân")


def _number(citation):
    number = citation.instrument.number
    return None if number is None else str(number)


def _day(citation):
    day = citation.instrument.issued_on
    return None if day is None else str(day)


def _count(counts, raw, truth):
    """Adds up what was found of one document; each true citation has start, end and values."""
    found = list(find(raw))
    counts["found"] += len(found)
    counts["true"] += len(truth)
    for row in truth:
        hit = next(
            (
                c
                for c in found
                if c.span.start < row["end"]
                and row["start"] < c.span.end
                and _number(c) == row["number"]
            ),
            None,
        )
        if hit is None:
            continue
        found.remove(hit)
        counts["right"] += 1
        counts["exact"] += (hit.span.start, hit.span.end) == (row["start"], row["end"])
        agreed = (
            _plain(hit.kind_text) == _plain(row["kind"]),
            _day(hit) == row["issued_on"],
            _plain(hit.instrument.issuer) == _plain(row["issuer"]),
        )
        for name, right in zip(("kind", "date", "issuer"), agreed, strict=True):
            counts[name] += right
        counts["all"] += all(agreed)


@pytest.mark.corpus
def test_seeds(corpus):
    counts = Counter()
    for file in sorted((corpus / "seeds").glob("*.gold.json")):
        gold = json.loads(file.read_text("utf-8"))
        raw = (corpus / "seeds" / gold["file"]).read_text("utf-8")
        for row in gold["citations"]:
            row["end"] = row["start"] + len(row["text"])
        _count(counts, raw, gold["citations"])
    assert counts["right"] >= 0.99 * counts["true"]
    assert counts["right"] >= 0.99 * counts["found"]
    assert counts["exact"] >= 0.99 * counts["true"]
    # One sentence is interrupted by a footnote, which only the reader of plans lifts out.
    assert counts["all"] >= 0.99 * counts["right"]


@pytest.mark.corpus
def test_other_documents(corpus):
    truth = {}
    for line in _TRUTH.read_text("utf-8").splitlines():
        row = json.loads(line)
        truth.setdefault(row["file"], []).append(row)
    counts = Counter()
    for file in sorted(corpus.glob("*.txt")):
        raw = file.read_text("utf-8")
        rows = truth.get(file.name[:3], [])
        for row in rows:
            row["issuer"] = row["issuer"] and raw[slice(*row["issuer"])]
        _count(counts, raw, rows)
    assert counts["right"] == counts["true"] == counts["found"] == counts["exact"]
    assert counts["all"] == counts["right"]


@pytest.mark.corpus
def test_the_register_contradicts_real_documents_only_where_they_are_wrong(corpus):
    register = Register.default()
    found = [
        contradiction.discrepancy.value
        for file in sorted(corpus.rglob("*.txt"))
        for citation in find(file.read_text("utf-8"))
        for contradiction in contradictions(citation, register)
    ]
    # A title that is another document's, and an issuer that the symbol denies.
    assert found == ["title", "issuer"]
