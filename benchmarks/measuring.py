"""How things are measured here: on processor time, the best of several rounds."""

from __future__ import annotations

import os
import platform
import subprocess
import time
from importlib import metadata
from pathlib import Path
from typing import TYPE_CHECKING

from danvan import render
from danvan.readers import read
from danvan.strategies import sample_plan

if TYPE_CHECKING:
    from collections.abc import Callable

ROOT = Path(__file__).parents[1]
SAMPLES = ROOT / "examples"
LIBRARIES = ("attrs", "cattrs", "pendulum", "lxml", "orjson")


def shortest(step: Callable[[], object], seconds: float = 1.0) -> float:
    """The shortest processor time of one run, in seconds, of as many as ``seconds`` allow.

    A step that takes longer than that is run twice.
    """
    step()
    best, until, rounds = float("inf"), time.process_time() + seconds, 0
    while time.process_time() < until or not rounds:
        start = time.process_time()
        step()
        best = min(best, time.process_time() - start)
        rounds += 1
    return best


def inputs() -> dict[str, list[str]]:
    """The texts that are measured, by name: the samples, drawn plans, the corpus where it is."""
    found = {
        "samples": [read(file).text for file in sorted(SAMPLES.glob("*.txt"))],
        "drawn plans": [str(render(sample_plan(seed, characters=12_000))) for seed in range(6)],
    }
    corpus = Path(os.environ.get("DANVAN_CORPUS") or ROOT.parent / "shared" / "corpus") / "seeds"
    if real := [read(file).text for file in sorted(corpus.glob("*.txt"))]:
        found["real plans"] = real
    return found


def machine() -> dict[str, str]:
    """What the figures were made on: processor, system, Python, libraries, commit."""
    model = platform.processor() or platform.machine()
    about = Path("/proc/cpuinfo")
    if about.exists():
        for line in about.read_text("utf-8").splitlines():
            if line.startswith("model name"):
                model = line.partition(":")[2].strip()
    git = ["git", "-C", str(ROOT), "rev-parse", "--short", "HEAD"]
    commit = subprocess.run(git, capture_output=True, text=True, check=False).stdout.strip()
    return {
        "date": time.strftime("%Y-%m-%d %H:%M UTC", time.gmtime()),
        "commit": commit or "unknown",
        "processor": f"{os.cpu_count()} x {model}",
        "busy": " ".join(f"{load:.1f}" for load in os.getloadavg()),
        "system": f"{platform.system()} {platform.machine()}",
        "python": platform.python_version(),
        "libraries": ", ".join(f"{name} {metadata.version(name)}" for name in LIBRARIES),
    }
