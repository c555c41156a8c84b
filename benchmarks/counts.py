"""``python -m benchmarks.counts [--write]``: instructions, which no busy machine can change.

valgrind (``--tool=cachegrind``) counts the instructions of a whole process; what one round of a
step takes is the difference between two processes. The counts are kept in ``counts.json`` and
compared with it: a change of more than 5 % is an error. They hold for one version of Python.
"""

from __future__ import annotations

import argparse
import json
import os
import platform
import re
import shutil
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import danvan
from benchmarks.measuring import ROOT, inputs

if TYPE_CHECKING:
    from collections.abc import Callable

KEPT = Path(__file__).with_name("counts.json")
MOST = 0.05
ROUNDS = 2
STEPS = ("parse", "find_dates", "find_citations", "find_agencies", "to_json", "check")
_TOTAL = re.compile(r"I +refs: +([\d,]+)")


def _step(name: str) -> Callable[[], object]:
    texts = inputs()["samples"]
    plans = [danvan.parse(text) for text in texts]
    given = plans if name in {"to_json", "check"} else texts
    function = getattr(danvan, name)
    return lambda: [function(each) for each in given]


def _run(name: str, rounds: int) -> int:
    """The instructions of a process that makes everything ready, and then does some rounds."""
    command = ["valgrind", "--tool=cachegrind", "--cache-sim=no", "--cachegrind-out-file=/dev/null"]
    worker = [sys.executable, "-m", "benchmarks.counts", "--worker", name, "--rounds", str(rounds)]
    done = subprocess.run(
        command + worker,
        capture_output=True,
        text=True,
        check=True,
        cwd=ROOT,
        env=os.environ | {"PYTHONHASHSEED": "0"},
    )
    total = _TOTAL.search(done.stderr)
    if total is None:
        raise RuntimeError(done.stderr)
    return int(total[1].replace(",", ""))


def measured() -> dict[str, float] | None:
    """Instructions for a character of the samples, of each step; None without valgrind."""
    if shutil.which("valgrind") is None:
        return None
    size = sum(map(len, inputs()["samples"]))
    found = {}
    for name in STEPS:
        more = _run(name, ROUNDS + 1) - _run(name, 1)
        found[name] = round(more / ROUNDS / size, 1)
    return found


def kept() -> dict[str, float]:
    """The counts that are kept; none if they are of another version of Python."""
    found = json.loads(KEPT.read_text("utf-8")) if KEPT.exists() else {}
    same = found.get("python") == platform.python_version()
    return dict(found["counts"]) if same else {}


def compared(now: dict[str, float]) -> list[str]:
    """What differs by more than 5 % from the counts that are kept, a line for each."""
    return [
        f"{name}: {before:,} -> {now[name]:,} instructions, {now[name] / before - 1:+.1%}"
        for name, before in kept().items()
        if name in now and abs(now[name] / before - 1) > MOST
    ]


def keep(counts: dict[str, float]) -> None:
    """Write the counts to the file."""
    told = {"python": platform.python_version(), "counts": counts}
    KEPT.write_text(json.dumps(told, indent=2) + "\n", "utf-8")


def main() -> int:
    """Print the counts, and compare them with the file or write them to it."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.counts", description=__doc__)
    parser.add_argument("--write", action="store_true", help="keep the counts in the file")
    parser.add_argument("--worker", choices=STEPS, help=argparse.SUPPRESS)
    parser.add_argument("--rounds", type=int, default=1, help=argparse.SUPPRESS)
    arguments = parser.parse_args()
    if arguments.worker:
        step = _step(arguments.worker)
        for _ in range(arguments.rounds):
            step()
        return 0
    counts = measured()
    if counts is None:
        print("valgrind is not installed", file=sys.stderr)
        return 2
    for name, count in counts.items():
        print(f"{name:16}{count:>10,.1f} instructions a character")
    if arguments.write:
        keep(counts)
        return 0
    changed = compared(counts)
    print("\n".join(changed) or "no change of more than 5 %")
    return int(bool(changed))


if __name__ == "__main__":
    sys.exit(main())
