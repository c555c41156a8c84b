"""What the pages of the gallery draw and say, as one reads it in the sample plans."""

import datetime
import re
from pathlib import Path

import pytest

import danvan
from tools.site.drawings import graph, reports, timeline

LEVELS = ("ha-duong-85-2024", "yen-loc-127-2024", "tan-thinh-31-2024")
EXAMPLES = Path(__file__).parents[2] / "examples"


@pytest.fixture(scope="module")
def plans() -> list[danvan.Plan]:
    return [danvan.load(EXAMPLES / f"{name}.txt") for name in LEVELS]


def test_the_calendar_has_every_deadline_and_the_last_day_of_each(plans: list[danvan.Plan]) -> None:
    drawn = timeline(plans[1].deadlines, 2024).text
    assert drawn.count("<circle") == 6
    assert drawn.count("↻") == 3 * 2  # as text and as title
    assert {"19/02", "27/05", "30/06", "29/09", "30/09", "27/11"} <= set(
        re.findall(r">(\d\d/\d\d)<", drawn)
    )


def test_the_graph_joins_the_levels(plans: list[danvan.Plan]) -> None:
    found = danvan.citation_graph(plans)
    drawn = graph(found).text
    assert drawn.count("<path") == len(found.edges)
    for node in found.nodes:
        assert node.label in drawn


def test_the_audit_has_the_reports_with_a_day(plans: list[danvan.Plan]) -> None:
    cascade = danvan.Cascade.of(plans)
    drawn = reports(cascade, plans, 2024).text
    due = [r.deadline.latest for r in cascade.reporting() if r.deadline and r.deadline.latest]
    assert datetime.date(2024, 5, 27) in due
    assert drawn.count("<circle") == len(due)
