"""``python -m benchmarks.checks [FILE ...]``: the time of checking beside that of parsing."""

from __future__ import annotations

import argparse
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING, Any

import danvan
from danvan.readers import read

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

SAMPLES = Path(__file__).parents[1] / "examples"
ROUNDS = 15


def timed(step: Callable[[Any], object], inputs: Iterable[object]) -> float:
    """How long a step takes over all inputs, in seconds."""
    start = time.perf_counter()
    for given in inputs:
        step(given)
    return time.perf_counter() - start


def main() -> None:
    """Measure both in turn, and take the best round of each: the machine may be busy."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.checks", description=__doc__)
    parser.add_argument("files", nargs="*", type=Path, default=sorted(SAMPLES.glob("*.txt")))
    texts = [read(file).text for file in parser.parse_args().files]
    if not texts:
        sys.exit("no files")
    plans = [danvan.parse(text) for text in texts]
    rounds = [(timed(danvan.parse, texts), timed(danvan.check, plans)) for _ in range(ROUNDS)]
    parsing, checking = map(min, zip(*rounds, strict=True))
    print(f"{len(texts)} files, {sum(map(len, texts)):,} characters, best of {ROUNDS} rounds")
    print(f"parse {parsing * 1000 / len(texts):8.2f} ms a file")
    print(f"check {checking * 1000 / len(texts):8.2f} ms a file")
    print(f"check / parse {checking / parsing:.2f}")


if __name__ == "__main__":
    main()
