"""Scores `danvan.dates` against cases: ``python -m tests.dates.score [FILE ...]``.

A case is *read right* if its one expression has the kind and every fact of the truth; *silent* if
nothing was found, or the expression says what is wrong, where the truth has something else; and
*silently wrong* if another date, period or cycle came out. The last must not happen.
"""

from __future__ import annotations

import datetime
import json
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import attrs

from danvan import dates

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

OWN = Path(__file__).parent.parent / "data" / "dates.jsonl"
PUBLIC = Path(__file__).resolve().parents[3] / "shared" / "cases" / "dates.jsonl"
# Hints, which need not match.
HINTS = {"note", "ocr", "part_of_day", "occasion_of", "warning"}


@attrs.frozen
class Case:
    """A text, the day of its document, and what it says."""

    text: str
    kind: str
    expect: dict[str, Any]
    ref: datetime.date | None


@attrs.frozen
class Outcome:
    case: Case
    verdict: str
    found: tuple[dates.TimeExpression, ...]


def load(path: Path) -> Iterator[Case]:
    for line in path.read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        ref = row["ref"] and datetime.date.fromisoformat(row["ref"])
        yield Case(row["text"], row["kind"], row["expect"], ref)


def judge(case: Case) -> Outcome:
    found = dates.find(case.text, case.ref)
    if _is_right(case, found):
        return Outcome(case, "right", found)
    named = [e for e in found if e.value is not None and not e.problems]
    return Outcome(case, "wrong" if named else "silent", found)


def _is_right(case: Case, found: tuple[dates.TimeExpression, ...]) -> bool:
    if case.kind == "none" and not case.expect:
        return not found
    if len(found) != 1:
        return False
    got = found[0].to_dict()
    facts = got["expect"]
    kinds = {case.kind, case.expect.get("alt_kind", case.kind)}
    assert isinstance(facts, dict)
    return got["kind"] in kinds and all(
        facts.get(name) == value
        for name, value in case.expect.items()
        if name not in {"alt", "alt_kind", *(HINTS if name not in facts else ())}
    )


def tally(outcomes: Iterable[Outcome]) -> dict[str, int]:
    counts = {"right": 0, "silent": 0, "wrong": 0}
    for outcome in outcomes:
        counts[outcome.verdict] += 1
    return counts


def main(names: list[str]) -> int:
    paths = [Path(name) for name in names] or [path for path in (PUBLIC, OWN) if path.exists()]
    wrong = 0
    for path in paths:
        outcomes = [judge(case) for case in load(path)]
        for outcome in outcomes:
            if outcome.verdict != "right":
                got = [(e.text, e.to_dict()) for e in outcome.found]
                print(f"{outcome.verdict}: {outcome.case}\n    {got}")
        readings = [o for o in outcomes if o.case.kind != "none"]
        traps = [o for o in outcomes if o.case.kind == "none"]
        print(path.name)
        for name, part in (("readings", readings), ("traps", traps)):
            counts = tally(part)
            print(
                f"  {name:8} {len(part):4}: read right {counts['right']},"
                f" nothing or reported {counts['silent']}, silently wrong {counts['wrong']}"
            )
            wrong += counts["wrong"]
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
