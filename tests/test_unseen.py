"""Plans in layouts and of bodies that no sample has: how far they are read as their truth says.

The documents of ``tests/data/plans`` are invented, each in a practice of its own: of the Party, the
Front, unions, schools, police; from scans, HTML, PDF; of 2008 to 2026. ``layouts.json`` there has
one good plan taken apart, and other ways to print each of its pieces.
"""

from __future__ import annotations

import json
import textwrap

import pytest

import danvan
from tests.corpus.places import DATA, EXAMPLES, documents_in
from tests.corpus.plans import facts_of
from tests.corpus.report import as_text
from tests.corpus.score import Score, score_document

PLANS = DATA / "plans"
DOCUMENTS = {document.name: document for document in documents_in(PLANS)}
LAYOUTS = json.loads((PLANS / "layouts.json").read_text(encoding="utf-8"))

#: What is reached: F1, or the share of documents in which the value is equal.
FLOORS = {
    "number": 1.0,
    "number as printed": 1.0,
    "kind": 1.0,
    "issuers": 1.0,
    "place": 1.0,
    "issued on": 1.0,
    "subject": 1.0,
    "archive": 1.0,
    "bullets": 1.0,
    "number of footnotes": 1.0,
    "bases": 1.0,
    "citations": 0.996,
    "citations, with date": 0.996,
    "citations, with kind": 0.996,
    "citations, with issuer": 0.974,
    "outline": 1.0,
    "deadlines": 0.973,
    "assignments": 1.0,
    "assignments, with lead": 1.0,
    "assignments, with coordinating": 1.0,
    "assignments, with reports to": 1.0,
    "targets": 1.0,
    "targets, with unit": 1.0,
    "addressees": 1.0,
    "recipients": 1.0,
    "recipients, with purpose": 1.0,
    "signatures": 1.0,
    "signatures, with authority": 1.0,
    "footnotes": 1.0,
}


@pytest.fixture(scope="module")
def scored() -> Score:
    return Score(
        documents=tuple(score_document(danvan.parse(d.text), d) for d in DOCUMENTS.values())
    )


def test_every_text_has_its_truth() -> None:
    assert len(DOCUMENTS) >= 37
    assert {path.name for path in PLANS.glob("*.txt")} == set(DOCUMENTS)


@pytest.mark.parametrize("name", DOCUMENTS)
def test_nothing_is_lost(name: str) -> None:
    assert danvan.parse(DOCUMENTS[name].text).coverage() == 1.0


def test_every_figure_has_a_floor(scored: Score) -> None:
    assert set(FLOORS) == set(scored.figures)


@pytest.mark.parametrize("figure", FLOORS)
def test_a_figure_does_not_fall(scored: Score, figure: str) -> None:
    assert round(scored.figures[figure].tally.f1, 3) >= FLOORS[figure], as_text(scored)


def _read(piece: str, way: str) -> dict[str, object]:
    """What is read of the good plan with one piece of it printed in another way."""
    chosen = {"heads": "lines", "titles": "plain", "bodies": "std2", "closings": "std"} | {
        piece: way
    }
    head, title, body, closing = (LAYOUTS[name][way] for name, way in chosen.items())
    plan = danvan.parse(f"{head}\n{title}{LAYOUTS['preamble']}{body}\n{closing}")
    facts = facts_of(plan)
    return {
        "number": facts.number,
        "issuers": [issuer.casefold() for issuer in facts.issuers],
        "place": facts.place,
        "issued on": facts.issued_on,
        "kind": facts.kind,
        "subject": (facts.subject or "").casefold(),
        "bases": len(facts.bases),
        "outline": [(node.path, node.title is not None) for node in facts.outline],
        "bullets": facts.bullets,
        "duties": [(duty.section, *duty.lead) for duty in facts.assignments],
        "recipients": [receiver.text for receiver in facts.recipients],
        "archive": facts.archive,
        "signatures": [(s.position, (s.name or "").casefold()) for s in facts.signatures],
    }


TRUE = {
    "number": "45/KH-UBND",
    "issuers": ["ủy ban nhân dân huyện thạch khê"],
    "place": "Thạch Khê",
    "issued on": "2023-04-12",
    "kind": "Kế hoạch",
    "subject": "triển khai công tác hòa giải ở cơ sở năm 2023",
    "bases": 2,
    "outline": [
        ("I", True),
        ("II", True),
        ("II.1", True),
        ("II.1.a", False),
        ("II.1.b", False),
        ("II.2", True),
        ("III", True),
        ("III.1", True),
        ("III.2", True),
    ],
    "bullets": 5,
    "duties": [("III.1", "Phòng Tư pháp"), ("III.2", "Ủy ban nhân dân các xã, thị trấn")],
    "recipients": ["Sở Tư pháp (b/c)", "TT Huyện ủy, HĐND huyện", "UBND các xã, thị trấn"],
    "archive": "VT, TP",
    "signatures": [("PHÓ CHỦ TỊCH", "lưu thị hồng vân")],
}


@pytest.mark.parametrize(
    ("piece", "way"),
    [(piece, way) for piece in ("heads", "titles", "bodies", "closings") for way in LAYOUTS[piece]],
)
def test_a_layout_is_read_like_any_other(piece: str, way: str) -> None:
    assert _read(piece, way) == TRUE


SAMPLES = {document.name: document for document in documents_in(EXAMPLES)}

#: Hard-wrapped already: wrapped again, long and short lines take turns, and it is not read.
TWICE_WRAPPED = {("dong-thanh-du-thao-2024.txt", width) for width in (50, 60, 66)}


def _wrapped(text: str, width: int) -> str:
    lines: list[str] = []
    for line in text.split("\n"):
        if "|" in line or len(line) <= width:
            lines.append(line)
        else:
            lines += textwrap.wrap(line, width, break_long_words=False, break_on_hyphens=False)
    return "\n".join(lines)


@pytest.mark.parametrize(
    ("name", "width"),
    [
        (name, width)
        for name in SAMPLES
        for width in (50, 60, 66, 72, 80, 90)
        if (name, width) not in TWICE_WRAPPED
    ],
)
def test_a_plan_is_read_alike_however_long_its_lines_are(name: str, width: int) -> None:
    plan = danvan.parse(SAMPLES[name].text)
    narrow = danvan.parse(_wrapped(SAMPLES[name].text, width))
    assert (narrow.number, narrow.kind, narrow.place) == (plan.number, plan.kind, plan.place)
    assert (narrow.issued_on, narrow.subject) == (plan.issued_on, plan.subject)
    assert [s.path for s in narrow.walk()] == [s.path for s in plan.walk()]
    assert len(narrow.bases) == len(plan.bases)
    assert [s.name for s in narrow.signatures] == [s.name for s in plan.signatures]
