"""The sample plans: each is read whole, and as the truth beside it says."""

from __future__ import annotations

import pytest

import danvan
from tests.corpus.places import EXAMPLES, documents_in
from tests.corpus.report import as_text
from tests.corpus.score import Score, score_document

SAMPLES = {document.name: document for document in documents_in(EXAMPLES)}

EXACT = (
    "number",
    "number as printed",
    "kind",
    "issuers",
    "place",
    "issued on",
    "subject",
    "archive",
    "bullets",
    "number of footnotes",
    "bases",
    "citations",
    "citations, with date",
    "citations, with kind",
    "outline",
    "deadlines",
    "recipients",
    "signatures",
)


def test_there_is_a_sample_in_every_layout() -> None:
    assert len(SAMPLES) == 6
    assert {path.name for path in EXAMPLES.glob("*.txt")} == set(SAMPLES)


@pytest.mark.parametrize("name", SAMPLES)
def test_a_sample_is_read_whole(name: str) -> None:
    assert danvan.parse(SAMPLES[name].text).coverage() == 1.0


@pytest.mark.parametrize("name", SAMPLES)
def test_a_sample_is_read_as_its_truth_says(name: str) -> None:
    scored = score_document(danvan.parse(SAMPLES[name].text), SAMPLES[name])
    inexact = [r.figure for r in scored.results if r.figure in EXACT and r.tally.f1 < 1]
    assert not inexact, as_text(Score(documents=(scored,)))


def test_the_levels_cite_each_other() -> None:
    province, district, commune = (
        danvan.parse(SAMPLES[name].text)
        for name in ("ha-duong-85-2024.txt", "yen-loc-127-2024.txt", "tan-thinh-31-2024.txt")
    )
    assert province.number in {c.instrument.number for c in district.bases}
    assert district.number in {c.instrument.number for c in commune.bases}
