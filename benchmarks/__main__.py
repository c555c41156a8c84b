"""``python -m benchmarks [FILE ...]``: characters a second of each step, best of several rounds."""

from __future__ import annotations

import argparse
import platform
import time
from pathlib import Path
from typing import TYPE_CHECKING

import danvan
from danvan.readers import read
from danvan.text import reading

if TYPE_CHECKING:
    from collections.abc import Callable

SAMPLES = Path(__file__).parents[1] / "examples"
SECONDS = 1.0


def best(step: Callable[[], object]) -> float:
    """The shortest time of one run, in seconds; runs for about a second."""
    step()
    shortest, until = float("inf"), time.perf_counter() + SECONDS
    while time.perf_counter() < until:
        start = time.perf_counter()
        step()
        shortest = min(shortest, time.perf_counter() - start)
    return shortest


def main() -> None:
    """Measure the steps on the files, the samples by default."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description=__doc__)
    parser.add_argument("files", nargs="*", type=Path, default=sorted(SAMPLES.glob("*.txt")))
    texts = [read(file).text for file in parser.parse_args().files]
    read_texts = [reading(text).text for text in texts]
    plans = [danvan.parse(text) for text in texts]
    documents = [danvan.to_json(plan) for plan in plans]
    characters = sum(map(len, texts))

    print(f"{len(texts)} files, {characters:,} characters, Python {platform.python_version()}")
    for name, function, inputs in (
        ("reading text", reading, texts),
        ("dates.scan", danvan.dates.scan, read_texts),
        ("instruments.scan", danvan.instruments.scan, read_texts),
        ("units.scan", danvan.units.scan, read_texts),
        ("parse", danvan.parse, texts),
        ("to_json", danvan.to_json, plans),
        ("from_json", danvan.from_json, documents),
    ):
        seconds = best(lambda function=function, inputs=inputs: [function(i) for i in inputs])
        per_file = seconds * 1000 / len(texts)
        print(f"{name:18}{characters / seconds:>14,.0f} characters/s{per_file:>9.2f} ms a file")


if __name__ == "__main__":
    main()
