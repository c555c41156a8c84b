"""``python -m tests.readers [FORMAT ...] [--misses]``: how far each format says what the text says."""

from __future__ import annotations

import argparse
import sys

import danvan
from tests.readers.agreement import Tally, agreement, misses
from tests.readers.samples import sample_of, texts
from tests.readers.writers import FORMATS


def main(arguments: list[str] | None = None) -> int:
    """Write every sample in each format, read it, and print the table of agreement."""
    parser = argparse.ArgumentParser(prog="python -m tests.readers", description=__doc__)
    parser.add_argument("format", nargs="*", help=f"of {', '.join(FORMATS)}; all if left out")
    parser.add_argument("--misses", action="store_true", help="print what differs, too")
    parser.add_argument("--only", metavar="NAME", help="only samples with this in their name")
    options = parser.parse_args(arguments)
    chosen = {n: t for n, t in texts().items() if (options.only or "") in n}
    columns: dict[str, dict[str, Tally]] = {}
    for form in options.format or FORMATS:
        sums: dict[str, Tally] = {}
        for name, data in FORMATS[form]({n: sample_of(t) for n, t in chosen.items()}).items():
            plan, read = danvan.parse(chosen[name]), danvan.load(data)
            for field, tally in agreement(plan, read).items():
                sums[field] = sums.get(field, Tally()) + tally
            if options.misses:
                _print_misses(f"{form} {name}", plan, read)
        if sums:
            columns[form] = sums
    print(as_table(columns))
    return 0


def _print_misses(title: str, plan: danvan.Plan, read: danvan.Plan) -> None:
    for field, (only_text, only_file) in misses(plan, read).items():
        print(f"{title}: {field}")
        for source, values in (("text", only_text), ("file", only_file)):
            for value in values:
                print(f"    {source} {str(value)[:300]}")


def as_table(columns: dict[str, dict[str, Tally]]) -> str:
    """The table in markdown: fields down, formats across."""
    fields = list(next(iter(columns.values()), {}))
    lines = [
        f"| field | values | {' | '.join(columns)} |",
        "|".join(["", " --- ", " ---: ", *([" ---: "] * len(columns)), ""]),
    ]
    for field in fields:
        shares = " | ".join(f"{column[field].f1:.3f}" for column in columns.values())
        lines.append(f"| {field} | {next(iter(columns.values()))[field].text} | {shares} |")
    sums = [sum(column.values(), Tally()) for column in columns.values()]
    total = " | ".join(f"{tally.f1:.3f}" for tally in sums)
    lines.append(f"| all | {sums[0].text if sums else 0} | {total} |")
    return "\n".join(lines)


if __name__ == "__main__":
    sys.exit(main())
