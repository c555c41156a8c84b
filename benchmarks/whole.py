"""``python -m benchmarks.whole``: danvan against its peers and a floor, on the same texts.

The floor is one pass of a pattern for document numbers. "Together" is what one would put together
without danvan: bluebell for the structure, eyecite for citations, dateparser for dates. The peers
read the same Vietnamese texts; how much of them they understand is another matter.
"""

from __future__ import annotations

import argparse
import re

import danvan
from benchmarks.measuring import inputs, shortest
from benchmarks.peers import of_peer, prepared

FLOOR = re.compile(
    r"(?<![\w/])\d{1,5}/(?:(?:19|20)\d\d/)?[A-ZĐƯ][A-ZĐƯa-z]{0,9}\d{0,2}(?:-[A-ZĐƯ][\w&.]*)*"
)
PEERS = {
    "bluebell": "bluebell-akn",
    "refex": "legal-reference-extraction",
    "eyecite": "eyecite",
    "dateparser": "dateparser search_dates",
    "together": "bluebell + eyecite + dateparser",
}
# How many times as fast as each a whole `parse` is to be; at most so many floors.
AIMS = {"bluebell": 2.5, "refex": 2.5, "eyecite": 10, "dateparser": 40, "together": 60}
MOST_FLOORS = 15
CHARACTERS_A_SECOND = 5_000_000


def own(texts: list[str]) -> dict[str, float]:
    """The processor time of danvan's functions and of the floor for all texts."""
    plans = [danvan.parse(text) for text in texts]
    documents = [danvan.to_json(plan) for plan in plans]
    steps = {
        "parse": lambda: [danvan.parse(text) for text in texts],
        "find_dates": lambda: [danvan.find_dates(text) for text in texts],
        "find_citations": lambda: [danvan.find_citations(text) for text in texts],
        "find_agencies": lambda: [danvan.find_agencies(text) for text in texts],
        "to_json": lambda: [danvan.to_json(plan) for plan in plans],
        "from_json": lambda: [danvan.from_json(document) for document in documents],
        "check": lambda: [danvan.check(plan) for plan in plans],
        "floor": lambda: [FLOOR.findall(text) for text in texts],
    }
    return {name: shortest(step, 2.0) for name, step in steps.items()}


def of_peers(texts: list[str]) -> dict[str, float]:
    """The processor time of each peer for all texts."""
    python = prepared()
    times = {}
    for name in PEERS:
        found = of_peer(python, name, texts, 1 if name in {"dateparser", "together"} else 3)
        times[name] = sum(seconds for seconds, _ in found)
    return times


def measured(*, peers: bool = True) -> dict[str, dict[str, float]]:
    """For each input the characters of its texts and the seconds that each step takes."""
    found = {}
    for name, texts in inputs().items():
        seconds = own(texts) | (of_peers(texts) if peers else {})
        found[name] = {"characters": sum(map(len, texts)), "files": len(texts)} | seconds
    return found


def main() -> None:
    """Print characters a second of all, and how many times as fast a whole `parse` is."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.whole", description=__doc__)
    parser.add_argument("--no-peers", action="store_true", help="measure danvan only")
    for name, seconds in measured(peers=not parser.parse_args().no_peers).items():
        size, files = seconds.pop("characters"), seconds.pop("files")
        print(f"\n{name}: {files} files, {size:,} characters")
        for step, used in seconds.items():
            ratio = used / seconds["parse"]
            print(f"  {step:16}{size / used:>14,.0f} characters/s   {ratio:>7.2f} times a parse")


if __name__ == "__main__":
    main()
