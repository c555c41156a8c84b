"""``python -m tests.checks.anomalies``: what people saw in real plans, and which rule sees it."""

from __future__ import annotations

import csv
from itertools import groupby
from pathlib import Path

TABLE = Path(__file__).parents[1] / "data" / "anomalies.csv"
#: Anomalies of these concern the document; of the others the copy, or what words mean.
OWN = ("form", "date", "citation", "structure", "unit", "assignment")
_HEAD = """\
---
orphan: true
---

# Anomalies

<!-- Made from tests/data/anomalies.csv by `make anomalies`; do not edit. -->

Before any rule was written, five real plans were read by eye, and all that looked odd was noted
down: {all} anomalies. {own} of them concern the form, dates, citations, structure, units or
assignments of the document; rules report {told} of these ({share:.0%}), each at its line
(`tests/checks/test_anomalies.py`). The others concern the copy (scanning, page breaks, the web page
around the text) or wording, of which no program should judge. Where no rule reports an anomaly, the
last column says why.
"""


def rows() -> list[dict[str, str]]:
    """The anomalies, plan by plan."""
    lines = TABLE.read_text(encoding="utf-8").splitlines()
    return list(csv.DictReader(line for line in lines if not line.startswith("#")))


def page() -> str:
    """The anomalies as a page of Markdown, a table for each plan."""
    every = rows()
    own = [row for row in every if row["concerns"] in OWN]
    told = [row for row in own if row["codes"]]
    head = _HEAD.format(all=len(every), own=len(own), told=len(told), share=len(told) / len(own))
    lines = [head]
    for i, (_, group) in enumerate(groupby(every, key=lambda row: row["plan"]), 1):
        lines += [
            f"## Plan {i}",
            "",
            "| | concerns | reported by | noted |",
            "| --- | --- | --- | --- |",
        ]
        for row in group:
            codes = ", ".join(row["codes"].split()) or _why(row)
            lines.append(f"| {row['number']} | {row['concerns']} | {codes} | {row['noted']} |")
        lines.append("")
    return "\n".join(lines).rstrip() + "\n"


def _why(row: dict[str, str]) -> str:
    """Why nothing is reported."""
    if row["concerns"] == "copy":
        return "none: of the copy"
    return "none: of wording" if row["concerns"] == "wording" else "none"


if __name__ == "__main__":
    print(page(), end="")
