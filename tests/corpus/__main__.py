"""``python -m tests.corpus [FOLDER ...] [--json] [--fail-under FIGURE]``: prints the score."""

from __future__ import annotations

import argparse
import json
import sys
from pathlib import Path

import danvan
from tests.corpus.parts import PartCounts
from tests.corpus.places import DATA, documents_in, folders
from tests.corpus.report import as_json, as_text, lowest
from tests.corpus.score import score


def main(arguments: list[str] | None = None) -> int:
    """Scores the documents of the folders, prints the result and gives the exit code."""
    parser = argparse.ArgumentParser(prog="python -m tests.corpus", description=__doc__)
    parser.add_argument(
        "folder",
        nargs="*",
        type=Path,
        help="where documents and their *.gold.json are; the corpus and examples/ if left out",
    )
    parser.add_argument("--json", action="store_true", help="print JSON")
    parser.add_argument(
        "--fail-under",
        type=float,
        metavar="FIGURE",
        help="exit with 1 if the lowest figure that the conventions ask for is below (0 to 1)",
    )
    options = parser.parse_args(arguments)
    chosen = [d for folder in options.folder or folders() for d in documents_in(folder)]
    if not chosen:
        print("no documents with truth found", file=sys.stderr)
    counts = PartCounts.load(DATA / "part_counts.json")
    result = score(danvan.parse, chosen, counts)
    print(
        json.dumps(as_json(result), ensure_ascii=False, indent=1)
        if options.json
        else as_text(result)
    )
    return int(options.fail_under is not None and lowest(result) < options.fail_under)


if __name__ == "__main__":
    sys.exit(main())
