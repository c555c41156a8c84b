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
    counts = PartCounts.load(DATA / "part_counts.json")
    scores = {}
    for folder in options.folder or folders():
        documents = tuple(documents_in(folder))
        if documents:
            scores[str(folder)] = score(danvan.parse, documents, counts)
    if not scores:
        print("no documents with truth found", file=sys.stderr)
    if options.json:
        print(json.dumps({f: as_json(s) for f, s in scores.items()}, ensure_ascii=False, indent=1))
    else:
        print("\n\n".join(f"{folder}\n\n{as_text(s)}" for folder, s in scores.items()))
    worst = min(map(lowest, scores.values()), default=1.0)
    return int(options.fail_under is not None and worst < options.fail_under)


if __name__ == "__main__":
    sys.exit(main())
