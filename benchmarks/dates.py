"""``python -m benchmarks.dates [FILE ...]``: `danvan.dates` against dateparser, and its growth.

dateparser is installed as `benchmarks.peers` says; with ``--no-peer`` only danvan is measured. Both
read the same texts in the same run, on processor time.
"""

from __future__ import annotations

import argparse
import platform
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING

from benchmarks.peers import of_peer, prepared
from danvan import dates
from danvan.readers import read
from danvan.text import reading

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

SAMPLES = Path(__file__).parents[1] / "examples"
SIZES = (10_000, 100_000, 1_000_000, 10_000_000)
HOSTILE = {
    '"1/" * 500000': "1/" * 500_000,
    '"ngày" and a million spaces': "ngày" + " " * 1_000_000,
    '"0" * 1000000': "0" * 1_000_000,
}


def seconds_of(step: Callable[[], object], rounds: int = 3) -> float:
    """The shortest processor time of one run."""
    shortest = float("inf")
    for _ in range(rounds):
        start = time.process_time()
        step()
        shortest = min(shortest, time.process_time() - start)
    return shortest


def compare(texts: Sequence[str], *, peer: bool) -> None:
    """Characters a second of both on the same texts."""
    size = sum(map(len, texts))
    plain = [reading(text).text for text in texts]
    found = sum(len(dates.find(text)) for text in texts)
    own = seconds_of(lambda: [dates.find(text) for text in texts], rounds=20)
    scan = seconds_of(lambda: [dates.scan(text) for text in plain], rounds=20)
    print(f"{len(texts)} texts, {size:,} characters")
    print(f"  danvan.dates.scan  {size / scan:>12,.0f} characters/s (on a reading text)")
    print(f"  danvan.dates.find  {size / own:>12,.0f} characters/s, {found} expressions")
    if peer:
        results = of_peer(prepared(), "dateparser", texts, 1)
        theirs, found = (sum(column) for column in zip(*results, strict=True))
        print(f"  {'dateparser':18} {size / theirs:>12,.0f} characters/s, {found} results")
        print(f"  ratio: find {theirs / own:.0f}, scan {theirs / scan:.0f}")


def growth(text: str) -> None:
    """Time per character as a text grows."""
    print("growth of find")
    for size in SIZES:
        grown = (text * (size // len(text) + 1))[:size]
        used = seconds_of(lambda grown=grown: dates.find(grown), rounds=1 if size > 10**6 else 3)
        print(f"  {size:>12,} characters {used / size * 1e9:>8.0f} ns a character")


def hostile(text: str) -> None:
    """Time per character of hostile text, against plain text."""
    plain = seconds_of(lambda: dates.find(text)) / len(text)
    print(f"hostile text (plain text: {plain * 1e9:.0f} ns a character)")
    for name, bad in HOSTILE.items():
        half = seconds_of(lambda bad=bad: dates.find(bad[: len(bad) // 2]))
        whole = seconds_of(lambda bad=bad: dates.find(bad))
        each = whole / len(bad)
        print(
            f"  {name:28} {each * 1e9:>5.0f} ns a character,"
            f" {each / plain:.2f} of plain; twice the text {whole / half:.2f} times as long"
        )


def main() -> int:
    """Measure on the files, the samples by default."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.dates", description=__doc__)
    parser.add_argument("files", nargs="*", type=Path, default=sorted(SAMPLES.glob("*.txt")))
    parser.add_argument("--no-peer", action="store_true", help="do not install and run dateparser")
    arguments = parser.parse_args()
    texts = [read(file).text for file in arguments.files]
    print(f"Python {platform.python_version()} on {platform.machine()}")
    compare(texts, peer=not arguments.no_peer)
    growth("\n\n".join(texts))
    hostile("\n\n".join(texts))
    return 0


if __name__ == "__main__":
    sys.exit(main())
