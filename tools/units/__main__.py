"""Make the gazetteer anew: `python -m tools.units [--reference FOLDER] [--environment FOLDER]`."""

from __future__ import annotations

import argparse
import sys
import tempfile
from pathlib import Path

from tools.units import compare, sources, table

ROOT = Path(__file__).parents[2]
FILE = ROOT / "src" / "danvan" / "units" / "data" / "units.tsv"


def main() -> int:
    """Install the packages, write the data file, count, and compare; 0 if all is as expected."""
    parser = argparse.ArgumentParser(prog="python -m tools.units", description=__doc__)
    parser.add_argument("--reference", type=Path, default=ROOT.parent / "shared" / "data")
    parser.add_argument("--environment", type=Path, help="where to install the packages")
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as temporary:
        packages = sources.install(given.environment or Path(temporary) / "environment")
        facts = sources.read(packages)
    rows = table.make_rows(facts, table.read_corrections())
    wrong = table.miscounted(rows)
    for line in wrong:
        print("miscounted:", line)
    table.write(rows, FILE)
    print(f"{FILE.relative_to(ROOT)}: {len(rows):,} rows, {FILE.stat().st_size:,} bytes")
    if not given.reference.is_dir():
        print(f"not compared: there is no {given.reference}")
        return bool(wrong)
    return compare.main(["--reference", str(given.reference)]) or bool(wrong)


if __name__ == "__main__":
    sys.exit(main())
