"""``python -m benchmarks.gazetteer [FILE ...]``: what the gazetteer and settling units cost.

Loading is timed in fresh processes, and its memory as Python allocates it.
"""

from __future__ import annotations

import argparse
import datetime
import subprocess
import sys
import time
import tracemalloc
from functools import wraps
from pathlib import Path
from typing import TYPE_CHECKING

import danvan
from benchmarks.__main__ import SAMPLES, best
from danvan import units
from danvan.plan.whereabouts import Whereabouts
from danvan.readers import read

if TYPE_CHECKING:
    from collections.abc import Callable

DAY = datetime.date(2024, 1, 1)
_LOAD = """
import time
from danvan import units
start = time.perf_counter()
units.get("01"); units.find("Ha Noi")
print(time.perf_counter() - start)
"""
_STEPS = ("__init__", "mentioned", "received", "place", "findings")


def loading() -> float:
    """Seconds to read the gazetteer and to find by code and by name, in a new process."""
    command = [sys.executable, "-c", _LOAD]
    runs = (subprocess.run(command, check=True, capture_output=True, text=True) for _ in range(5))
    return min(float(run.stdout) for run in runs)


def memory() -> int:
    """Bytes that the gazetteer takes with all its indexes."""
    tracemalloc.start()
    before = tracemalloc.get_traced_memory()[0]
    unit = units.get("873", on=DAY)
    assert unit is not None
    units.find("cao lanh")
    unit.children()
    unit.successors()[0].predecessors()
    after = tracemalloc.get_traced_memory()[0]
    tracemalloc.stop()
    return after - before


class _Clock:
    """Adds up the time in the steps of `Whereabouts`."""

    def __init__(self) -> None:
        self.seconds = 0.0

    def timed(self, step: Callable[..., object]) -> Callable[..., object]:
        """The step, watched."""

        @wraps(step)
        def watched(*given: object) -> object:
            start = time.perf_counter()
            try:
                return step(*given)
            finally:
                self.seconds += time.perf_counter() - start

        return watched


def resolving(texts: list[str]) -> tuple[float, float]:
    """Seconds of `parse`, and of what it does to settle units, in the best of ten rounds."""
    clock = _Clock()
    for name in _STEPS:
        setattr(Whereabouts, name, clock.timed(getattr(Whereabouts, name)))
    rounds = []
    for _ in range(10):
        clock.seconds = 0.0
        start = time.perf_counter()
        for text in texts:
            danvan.parse(text)
        rounds.append((time.perf_counter() - start, clock.seconds))
    return min(rounds)


def main() -> None:
    """Print the figures."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.gazetteer", description=__doc__)
    parser.add_argument("files", nargs="*", type=Path, default=sorted(SAMPLES.glob("*.txt")))
    texts = [read(file).text for file in parser.parse_args().files]
    print(f"memory, all indexes  {memory() / 1e6:>9.1f} MB")
    print(f"load, get and find   {loading() * 1e3:>9.1f} ms")
    print(f"get                  {best(lambda: units.get('873', on=DAY)) * 1e6:>9.1f} µs")
    print(f"find                 {best(lambda: units.find('Cao Lanh', on=DAY)) * 1e6:>9.1f} µs")
    whole, settled = resolving(texts)
    print(f"parse, {len(texts):>2} files      {whole * 1e3:>9.1f} ms")
    print(f"  of it settling     {settled * 1e3:>9.1f} ms, {settled / (whole - settled):.1%} more")


if __name__ == "__main__":
    main()
