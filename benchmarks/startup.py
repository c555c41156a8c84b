"""``python -m benchmarks.startup``: what it costs to begin, in processes of their own."""

from __future__ import annotations

import resource
import subprocess
import sys

ROUNDS = 9
PROGRAMS = {
    "python": ["-c", "pass"],
    "import attrs, cattrs, pendulum": ["-c", "import attrs, cattrs, pendulum"],
    "import danvan": ["-c", "import danvan"],
    "danvan --version": ["-m", "danvan", "--version"],
    "import danvan, first find_dates": ["-c", "import danvan; danvan.find_dates('8/2/2023')"],
    "import danvan, first parse": ["-c", "import danvan; danvan.parse('8/2/2023')"],
}


def _used(arguments: list[str]) -> float:
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run([sys.executable, *arguments], stdout=subprocess.DEVNULL, check=True)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def measured() -> dict[str, float]:
    """The processor seconds of each program, the least of several runs."""
    rounds = [{name: _used(what) for name, what in PROGRAMS.items()} for _ in range(ROUNDS)]
    return {name: min(each[name] for each in rounds) for name in PROGRAMS}


def main() -> None:
    """Print the milliseconds of each program."""
    for name, seconds in measured().items():
        print(f"{name:34}{seconds * 1000:>7.0f} ms")


if __name__ == "__main__":
    main()
