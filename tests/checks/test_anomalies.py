"""What a reader by eye noted in the real plans, and which rule reports it where."""

from pathlib import Path

import pytest

import danvan
from tests.checks.anomalies import OWN, page, rows

PAGE = Path(__file__).parents[2] / "docs" / "anomalies.md"


def test_the_page_of_the_anomalies_is_up_to_date() -> None:
    assert PAGE.read_text(encoding="utf-8") == page(), "run `make anomalies`"


def test_most_of_what_people_saw_is_reported() -> None:
    own = [row for row in rows() if row["concerns"] in OWN]
    assert sum(bool(row["codes"]) for row in own) >= 0.7 * len(own)


@pytest.mark.corpus
@pytest.mark.parametrize("plan", sorted({row["plan"] for row in rows()}))
def test_each_is_reported_at_its_line(plan: str, corpus: Path) -> None:
    document = danvan.load(corpus / "seeds" / f"{plan}.txt")
    found = {
        (finding.code, document.source.position(finding.span.start).line)
        for finding in danvan.check(document)
        if finding.span is not None
    }
    wanted = [row for row in rows() if row["plan"] == plan and row["codes"]]
    missing = [
        row
        for row in wanted
        if not any((code, int(row["line"])) in found for code in row["codes"].split())
    ]
    assert missing == []
