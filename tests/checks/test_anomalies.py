"""What a reader by eye noted in the real plans, and which rule reports it where."""

import csv
from pathlib import Path

import pytest

import danvan

TABLE = Path(__file__).parents[1] / "data" / "anomalies.csv"
#: Anomalies of these concern the document; of the others the copy, or what words mean.
OWN = {"form", "date", "citation", "structure", "unit", "assignment"}


def _rows() -> list[dict[str, str]]:
    lines = TABLE.read_text(encoding="utf-8").splitlines()
    return list(csv.DictReader(line for line in lines if not line.startswith("#")))


def test_most_of_what_people_saw_is_reported() -> None:
    own = [row for row in _rows() if row["concerns"] in OWN]
    assert sum(bool(row["codes"]) for row in own) >= 0.7 * len(own)


@pytest.mark.corpus
@pytest.mark.parametrize("plan", sorted({row["plan"] for row in _rows()}))
def test_each_is_reported_at_its_line(plan: str, corpus: Path) -> None:
    document = danvan.load(corpus / "seeds" / f"{plan}.txt")
    found = {
        (finding.code, document.source.position(finding.span.start).line)
        for finding in danvan.check(document)
        if finding.span is not None
    }
    wanted = [row for row in _rows() if row["plan"] == plan and row["codes"]]
    missing = [
        row
        for row in wanted
        if not any((code, int(row["line"])) in found for code in row["codes"].split())
    ]
    assert missing == []
