"""``python -m benchmarks.report``: everything in one go, as ``results.md`` and ``results.json``.

It takes some ten minutes. Without network, ``--no-peers`` leaves the peers out; ``--no-counts``
tells the instructions that are kept (`benchmarks.counts`): counting them takes half of the time.
"""

from __future__ import annotations

import argparse
import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

import danvan
from benchmarks import counts, formats, growth, startup, whole
from benchmarks.measuring import SAMPLES, machine
from benchmarks.peers import PEERS

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

MARKDOWN = Path(__file__).with_name("results.md")
JSON = Path(__file__).with_name("results.json")
_MOST_BYTES = 40
_MOST_STARTS = 1.2


def collected(*, peers: bool, counting: bool) -> dict[str, Any]:
    """All measurements, as they go into ``results.json``."""
    plans = [danvan.load(file) for file in sorted(SAMPLES.glob("*.txt"))]
    found: dict[str, Any] = {"machine": machine()}
    found["whole"] = whole.measured(peers=peers)
    found["startup"] = startup.measured()
    found["growth"] = growth.measured()
    found["formats"] = [list(row) for row in formats.measured(plans)]
    found["plans"] = len(plans)
    found["instructions"] = counts.measured() if counting else counts.kept()
    return found


def _table(head: Iterable[str], rows: Iterable[Iterable[object]]) -> Iterator[str]:
    names = list(head)
    yield ""
    yield f"| {' | '.join(names)} |"
    yield f"| --- |{' ---: |' * (len(names) - 1)}"
    for row in rows:
        yield f"| {' | '.join(map(str, row))} |"


def _about(told: dict[str, str]) -> Iterator[str]:
    yield from _table(("", "machine"), told.items())
    yield ""
    yield f"Peers: {', '.join(PEERS)}. All times are processor time, the best of several rounds."


def _whole(found: dict[str, dict[str, float]]) -> Iterator[str]:
    yield "\n## Whole plans: `python -m benchmarks.whole`\n"
    yield "Million characters a second; the peers read the same Vietnamese texts."
    steps = [s for s in next(iter(found.values())) if s not in {"characters", "files"}]
    head = [f"{n} ({e['files']:.0f} files, {e['characters']:,.0f})" for n, e in found.items()]
    label = {"floor": "floor: one pattern for numbers"} | whole.PEERS
    yield from _table(
        ("", *head),
        (
            (
                label.get(s, f"`{s}`"),
                *(f"{e['characters'] / e[s] / 1e6:.3f}" for e in found.values()),
            )
            for s in steps
        ),
    )
    yield "\nHow many times as fast as each a whole `parse` is, and how many floors it takes:"
    aims = {name: aim for name, aim in whole.AIMS.items() if name in steps}
    rows = [
        (f"{whole.PEERS[n]}", f"{aim:g}", *(f"{e[n] / e['parse']:.2f}" for e in found.values()))
        for n, aim in aims.items()
    ]
    floors = (f"{e['parse'] / e['floor']:.0f}" for e in found.values())
    rows.append(("floors, at most", str(whole.MOST_FLOORS), *floors))
    yield from _table(("", "aim", *found), rows)


def _startup(found: dict[str, float]) -> Iterator[str]:
    yield "\n## Start: `python -m benchmarks.startup`"
    floor = found["import attrs, cattrs, pendulum"]
    yield from _table(
        ("", "ms", "times attrs, cattrs, pendulum"),
        ((f"`{n}`", f"{s * 1000:.0f}", f"{s / floor:.2f}") for n, s in found.items()),
    )
    yield f"\nAims: `import danvan` at most {_MOST_STARTS}; `danvan --version` under 150 ms."


def _costs(costs: growth.Costs) -> Iterator[str]:
    sizes = sorted({size for each in costs.values() for size in each})
    yield from _table(
        ("characters", *(f"{size:,}" for size in sizes)),
        (
            (f"`{name}`", *(f"{each[s]:,.0f}" if s in each else "" for s in sizes))
            for name, each in costs.items()
        ),
    )


def _growth(found: dict[str, Any]) -> Iterator[str]:
    yield "\n## Growth: `python -m benchmarks.growth`\n"
    yield "Nanoseconds for a character of drawn plans (collector of cycles off, as timeit has it):"
    yield from _costs(found["plain"])
    small, large = growth.HOSTILE_SIZES
    yield f"\nThe same on hostile text of {small:,} and {large:,} characters:"
    yield from _table(
        ("", *(f"`{name}`" for name in growth.STEPS)),
        (
            (name, *(f"{costs[s][small]:,.0f}, {costs[s][large]:,.0f}" for s in growth.STEPS))
            for name, costs in found["hostile"].items()
        ),
    )
    yield "\nBytes of peak for a character, beside the text and what is returned"
    yield f"(aim: at most {_MOST_BYTES}):"
    yield from _costs(found["memory"])


def _formats(found: list[tuple[str, float, dict[str, float]]], files: int) -> Iterator[str]:
    yield "\n## Formats: `python -m benchmarks.formats`"
    yield from _table(
        ("", "ms a sample", "floors"),
        (
            (
                f"`{name}`",
                f"{seconds * 1000 / files:.2f}",
                ", ".join(f"{seconds / s:.1f} x {floor}" for floor, s in floors.items()),
            )
            for name, seconds, floors in found
        ),
    )


def _counts(found: dict[str, float]) -> Iterator[str]:
    yield "\n## Instructions: `python -m benchmarks.counts`"
    rows = ((f"`{name}`", f"{count:,.0f}") for name, count in found.items())
    yield from _table(("", "instructions for a character of the samples"), rows)


def told(found: dict[str, Any]) -> str:
    """The measurements as a page of Markdown."""
    lines = [
        "<!-- Written by `make bench`. -->",
        *_about(found["machine"]),
        *_whole(found["whole"]),
        *_startup(found["startup"]),
        *_growth(found["growth"]),
        *_formats(found["formats"], found["plans"]),
        *(_counts(found["instructions"]) if found["instructions"] else ()),
    ]
    return "\n".join(lines) + "\n"


def main() -> None:
    """Measure everything and write both files."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.report", description=__doc__)
    parser.add_argument("--no-peers", action="store_true", help="measure danvan only")
    parser.add_argument("--no-counts", action="store_true", help="count no instructions")
    arguments = parser.parse_args()
    found = collected(peers=not arguments.no_peers, counting=not arguments.no_counts)
    JSON.write_text(json.dumps(found, indent=1, ensure_ascii=False) + "\n", "utf-8")
    page = told(found)
    MARKDOWN.write_text(page, "utf-8")
    print(page, end="")


if __name__ == "__main__":
    main()
